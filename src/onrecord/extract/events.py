"""events, second half: candidates with their statuses become the record's events."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import cast

from onrecord import syntax
from onrecord.extract.assembly.blamed import with_blame
from onrecord.extract.assembly.bodies import spoken_for
from onrecord.extract.assembly.circumstances import Circumstances
from onrecord.extract.assembly.mentioned import IN_PASSING, in_passing
from onrecord.extract.assembly.merge import Group, Merger
from onrecord.extract.assembly.mergewords import unrepeated
from onrecord.extract.assembly.oldness import by_own_day
from onrecord.extract.assembly.parties import Parties
from onrecord.extract.assembly.perhaps import may_repeat
from onrecord.extract.assembly.reliance import Evidence
from onrecord.extract.assembly.reported import PublicationTime
from onrecord.extract.assembly.settle import Settled, Settler, authored, presupposed
from onrecord.extract.assembly.topics import Topics, source_tokens
from onrecord.extract.phrases.standing import commented, in_general, likened, mimed, takes_place, undergone
from onrecord.extract.speech.unnamed import Unnamed
from onrecord.lexicon.attribution import cues
from onrecord.lexicon.contexts import context_tagger, party_rules
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.status import status_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.lexicon.weights import reliance_weights
from onrecord.model.attribution import Attribution
from onrecord.model.common import Derivation
from onrecord.model.event import Assertion, Event, EventMention, EventRelation, Participant
from onrecord.model.ids import span_id
from onrecord.model.layers import ActorLayer, Added, AttributionLayer, Candidate, CandidateStatus, EventLayer, PlaceLayer, TimeLayer
from onrecord.model.parse import Parse
from onrecord.model.report import Report
from onrecord.model.span import Spans, words_of
from onrecord.model.status import Status, event_status
from onrecord.model.text import CleanText
from onrecord.timevalue import publication_day

# PLOVER's future rule (section 3 of the codebook): coming cooperation is an agreement, a coming retreat a concession.
_FUTURE = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}
_HOSTILE = {"ASSAULT": "violence", "COERCE": "restrict", "SANCTION": "relations"}
_HOSTILE_MODES = {"arrest": "arrest", "deport": "expel", "expel": "expel", "convict": "arrest"}
_PERMITTING = word_set("permitting_verbs")
_BRIEFING = word_set("briefing_verbs")
_LEGAL_TEXTS = word_set("legal_texts")
_REHEARSALS = word_set("rehearsal_nouns")
_TOPIC_PREPOSITIONS = frozenset({"for", "about", "of", "on"})
_FIRST_PERSON = word_set("first_person") | {"my", "our"}
_OF_THE_STATE = frozenset({"MIL", "COP", "SPY", "GOV"})


@dataclass(frozen=True)
class EventStage:
    """Requires everything that candidates need to become events; provides `events`, and in `reported` the day of publication where one rests on it. Cost: quadratic in a report's candidates."""

    name: str = "record_events"
    version: str = "1"
    requires: tuple[str, ...] = ("report", "clean", "parse", "actors", "places", "times", "candidates", "statuses", "attributions")
    provides: tuple[str, ...] = ("events", "reported")

    def run(self, layers: Mapping[str, object]) -> Added:
        parse, actors = cast(Parse, layers["parse"]), cast(ActorLayer, layers["actors"])
        attributions = cast(AttributionLayer, layers["attributions"])
        same_words: dict[tuple[Spans, Spans, str | None], list[str]] = {}
        for node in attributions.attributions:
            same_words.setdefault((node.cue, node.content, node.parent), []).append(node.id)
        builder = Builder(
            cast(Report, layers["report"]), cast(CleanText, layers["clean"]), parse, actors, attributions,
            {a.id: a for a in attributions.attributions}, same_words, Topics(parse, actors.by_id, context_tagger(), party_rules(), source_tokens(attributions)), self.version,
        )  # fmt: skip
        candidates = cast(tuple[Candidate, ...], layers["candidates"])
        statuses = {s.head: s for s in cast(tuple[CandidateStatus, ...], layers["statuses"])}
        by_head = {c.head: c for c in candidates}
        inner: dict[int, tuple[Candidate, ...]] = {}
        for status in statuses.values():
            if status.content_of is not None and status.head != status.content_of:
                inner[status.content_of] = (*inner.get(status.content_of, ()), by_head[status.head])
        places = cast(PlaceLayer, layers["places"])
        settler = Settler(
            builder.parse, builder.clean, builder.actors, places, cast(TimeLayer, layers["times"]), event_lexicon(), by_head,
            Parties(parse, actors, by_head, inner), Circumstances(parse, actors, places, cast(TimeLayer, layers["times"]), by_head), speakers(parse, attributions, actors),
        )  # fmt: skip
        published = publication_day(builder.report)
        settled = [by_own_day(settler.settle(c, statuses[c.head]), settler.times, published) for c in candidates if not builder.aside(c)]
        classes = event_lexicon().classes
        times = {t.id: t for t in cast(TimeLayer, layers["times"]).times}
        merger = Merger(builder.parse, builder.actors.by_id, classes.get("generic_event", frozenset()), classes.get("outcome", frozenset()), times, places.by_id, frozenset(c.head for c in candidates if c.nominal))
        groups = with_blame(parse, attributions, actors.by_id, merger.run(settled), "events", self.version)
        made = builder.layer(groups, may_repeat(merger, groups))
        events, reported = PublicationTime(builder.report, parse, cast(TimeLayer, layers["times"])).dated(made.events, groups)
        return Added({"events": EventLayer(events, made.at), "reported": reported})


def speakers(parse: Parse, layer: AttributionLayer, actors: ActorLayer) -> dict[int, str]:
    """Token of a first person inside quoted words -> the entity that speaks them, where the report says who that is."""
    nodes = {n.id: n for n in layer.attributions}
    found: dict[int, tuple[int, str]] = {}
    for extent in layer.extents:
        node = nodes[extent.attribution]
        if node.source is None or node.source.entity is None or node.form == "indirect":
            continue
        for start, end in extent.content:
            for token in parse.tokens[bisect.bisect_left(parse.tokens, start, key=lambda t: t.start) : bisect.bisect_left(parse.tokens, end, key=lambda t: t.start)]:
                if token.lower in _FIRST_PERSON and (token.i not in found or end - start < found[token.i][0]):
                    found[token.i] = (end - start, node.source.entity)
    meant = {i: spoken_for(parse, actors, parse[i].lower, entity) for i, (_, entity) in found.items()}
    return {i: entity for i, entity in meant.items() if entity is not None}


@dataclass(frozen=True, slots=True)
class Builder:
    """Builds the events of one report from groups of candidates."""

    report: Report
    clean: CleanText
    parse: Parse
    actors: ActorLayer
    attributions: AttributionLayer
    nodes: Mapping[str, Attribution]  # the attributions by id
    same_words: Mapping[tuple[Spans, Spans, str | None], list[str]]  # their ids by cue, content and parent
    topics: Topics
    version: str

    def aside(self, candidate: Candidate) -> bool:
        """Whether the trigger stands in the grounds of a source's anonymity ("not authorised to discuss") or in what a law is called ("the law of armed
        conflict"): no event of the report."""
        p = self.parse
        above = p.head(candidate.head)
        if above is not None and above.lemma in _PERMITTING and p[candidate.head].lemma in _BRIEFING and any(c.dep == "neg" for c in p.children(above.i)):
            return True
        if candidate.nominal and above is not None and above.lower == "like" and any(c.dep == "det" and c.lower in ("a", "an") for c in p.children(candidate.head)):
            return True  # "drill as if it were", "like a real war": what it is only compared with
        if candidate.nominal and above is not None and above.dep == "prep" and (text := p.head(above.i)) is not None and text.lemma in _LEGAL_TEXTS:
            return True
        if above is not None and above.lower in ("for", "to") and p[above.head].lemma in _REHEARSALS and p[above.head].pos == "NOUN":
            return True  # "a rehearsal for war", "a pretext for invading": what it only serves
        if above is not None and above.lower in ("for", "of") and p[above.head].lemma == "preparation" and p[p[above.head].head].lower == "as":
            return True  # "sees the drills as a preparation for invasion": what they are taken to serve; "preparations for an assault" are a plan
        if candidate.type == "ASSAULT" and candidate.nominal and above is not None and above.lower == "of" and p[above.head].lemma in ("decade", "year", "century", "generation") and p[above.head].tag == "NNS" and not any(c.dep == "nummod" for c in p.children(above.head)):
            return True  # "decades of bloodshed": an age, and no deed
        if p[candidate.head].lower == "displaced" and p[candidate.head].dep == "amod" and above is not None and above.dep == "pobj" and p[above.head].lower in ("for", "to", "of", "among"):
            return True  # "food for 30,000 displaced people": who they are
        if p[candidate.head].lower == "commission" and p[candidate.head].dep in ("nsubj", "pobj") and not any(c.dep == "prep" for c in p.children(candidate.head)):
            return True  # "a truth commission concluded": a body
        if candidate.type == "CONSULT" and p[candidate.head].lower == "process" and p[candidate.head].dep == "pobj" and not (candidate.actors or candidate.recipients):
            return True  # "a blow to the peace process"
        if candidate.type == "COERCE" and p[candidate.head].lemma == "hold" and takes_place(p, candidate.head):
            return True
        if candidate.type == "REQUEST" and any(c.lemma in word_set("verbs_of_naming_sources") and any(g.dep == "neg" for g in p.children(c.i)) for c in p.children(candidate.head) if c.dep == "xcomp"):
            return True  # "a source, who asked not to be named"
        if candidate.type == "ACCUSE" and p[candidate.head].dep == "amod" and p[candidate.head].lower in ("disputed", "contested"):
            return True  # "the disputed election"
        if candidate.type == "COERCE" and p[candidate.head].dep == "amod" and p[candidate.head].lower in ("jailed", "imprisoned") and above is not None and above.tag == "NNS" and p[above.head].lower == "for" and p[p[above.head].head].lemma in ("exchange", "swap", "trade", "return", "free", "release") and not any(c.dep in ("det", "poss", "nummod") for c in p.children(above.i)):
            return True  # "in exchange for jailed militants": who they are
        if undergone(p, candidate.head) or mimed(p, candidate.head):
            return True
        if likened(p, candidate.head, candidate.nominal) or (candidate.nominal and in_general(p, candidate.head)):
            return True
        if candidate.nominal and candidate.type in ("ASSAULT", "COERCE", "PROTEST") and commented(p, status_lexicon(), candidate.head):
            return True
        if self.put_by_press(candidate):
            return True
        start = self.clean.spans(self.parse[candidate.head].start, self.parse[candidate.head].end)[0].start
        grounds = (n.source.anonymity for n in self.attributions.attributions if n.source is not None)
        return any(s.start <= start < s.end for a in grounds if a is not None for s in a.spans) or Unnamed(p, self.clean, self.actors).among_grounds(p[candidate.head])

    def put_by_press(self, candidate: Candidate) -> bool:
        """ "said when questioned about the cuts": a question of the press, no inquiry."""
        p = self.parse
        verb, above = p[candidate.head], p.head(candidate.head)
        if candidate.type != "ACCUSE" or verb.dep != "advcl" or verb.tag != "VBN" or above is None or not any("that" in c.patterns for c in cues().get(("v", above.lemma), ())):
            return False
        return any(c.lower in ("when", "if") for c in p.children(verb.i)) and not syntax.agents(p, verb.i) and not any(c.dep in ("nsubj", "nsubjpass") for c in p.children(verb.i))

    def layer(self, groups: list[Group], repeats: Mapping[int, int]) -> EventLayer:
        ids: dict[int, str] = {}
        seen: dict[tuple[int, int], int] = {}
        made: list[tuple[Group, str]] = []
        for group in groups:
            first = group.members[0].trigger[0]
            ordinal = seen.get((first.start, first.end), 0)
            seen[(first.start, first.end)] = ordinal + 1
            made.append((group, span_id("event", self.report.id, group.members[0].trigger, ordinal)))
            ids.update({m.candidate.head: made[-1][1] for m in group.members})
        events = [self.event(g, i, ids) for g, i in made]
        return EventLayer(tuple(replace(e, may_repeat=made[repeats[n]][1]) if n in repeats else e for n, e in enumerate(events)), ids)

    def event(self, group: Group, identity: str, ids: Mapping[int, str]) -> Event:
        members = group.members
        lead = max(members, key=lambda m: (not m.title, len(m.actors) + len(m.recipients) + len(m.objects), -m.candidate.head))
        assertions = self.assertions(members)
        status = event_status([a.status for a in assertions if a.attribution is None], [a.status for a in assertions if a.attribution is not None])
        content = next((ids[m.status.content_of] for m in members if m.status.content_of is not None and m.status.content_of in ids), None)
        kind, deed, modes = self.typed(members, lead, status, content)
        relations = (EventRelation("content_of", content),) if content is not None and content != identity else ()
        # A denial names whom it clears: no one who denies a deed becomes its actor by that.
        asserting = [m for m in members if m.status.assertions[0].status not in ("denied", "negated")] or members
        # A noun that only takes up the event ("the agreement must be approved by the board") adds nobody to it.
        named = {self.parse[t].lemma for m in members if not m.candidate.nominal for t in m.candidate.trigger}
        telling = [m for m in asserting if authored(self.parse, m) or (not presupposed(m) and not (m.candidate.nominal and m.definite and self.parse[m.candidate.head].lemma in named))]
        # A headline shortens; what the body tells of the same side stands alone: "Guards arrest 60" beside "Guards of the Port Office arrested about 60 people".
        body = [m for m in telling if not m.title]
        actors = _joined(m.actors for m in body) or _joined(m.actors for m in telling) or _joined(m.actors for m in asserting)
        befallen = [m for m in members if not m.title] if any(m.recipients or m.objects for m in members if not m.title) else members
        actors = not_only_accused(members, self.other_side(members, actors))
        if status == "occurred" and all(m.status.assertions[0].status == "denied" for m in members) and any(a.derivation["status"].rule == "denied:part" for a in assertions):
            actors = ()  # "denied carrying out the attack": there was one, by nobody whom the text tells
        recipients = tuple(p for p in _joined(m.recipients for m in befallen) if p.entity not in {a.entity for a in actors})
        objects = unrepeated(tuple({o.text.casefold(): o for m in reversed(befallen) for o in m.objects}.values()))
        # "these two murders" counts what was told before: the one murder stays one.
        count = next((m.count for m in members if m.count is not None and (m is members[0] or not m.definite)), None)
        places = tuple({p.place: p for m in reversed(members) for p in m.places if not p.inferred}.values()) or lead.places
        times = tuple({t.time: t for m in reversed(members) for t in m.times if not t.inferred}.values()) or lead.times
        bare = not (actors or recipients or objects or count) and all(p.inferred for p in places) and all(t.inferred for t in times) and all(in_passing(self.parse, m.candidate.head) for m in members)
        made = Event(
            identity, kind, status, deed, modes, self.topics.of(deed or kind, modes, members, actors, recipients), any(m.status.background for m in members) and not any(m.status.assertions[0].status == "ongoing" for m in members),
            count, lead.candidate.reciprocal, actors, recipients, objects, tuple(self.mention(m) for m in members), places, times, assertions, relations,
            {"type": Derivation("events", self.version, lead.candidate.rule)},
        )  # fmt: skip
        sure = reliance_weights().of(self.evidence(made, members, lead).features())
        return replace(made, confidence=round(min(sure, IN_PASSING) if bare else sure, 3))

    def evidence(self, event: Event, members: list[Settled], lead: Settled) -> Evidence:
        """What tells how far an event can be relied upon."""
        return Evidence(self.parse, event, members, lead, self.nodes)

    def other_side(self, members: list[Settled], actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """ "three soldiers were hurt when troops fought rebels": of those who fought, the side of those hurt did not hurt them."""
        hurt = {p.entity for m in members if not m.candidate.reciprocal for p in m.recipients}
        sides = [_side(self.actors.by_id[e].sectors) for e in hurt]
        if len(actors) < 2 or not any(m.candidate.reciprocal for m in members) or not sides or not all(sides):
            return actors
        fought = {p.entity for m in members if m.candidate.reciprocal for p in m.actors}
        kept = tuple(p for p in actors if p.entity not in fought or not any(_side(self.actors.by_id[p.entity].sectors) & s for s in sides))
        return kept or actors

    def typed(self, members: list[Settled], lead: Settled, status: Status, content: str | None) -> tuple[str, str | None, tuple[str, ...]]:
        """Type, deed_type and modes: PLOVER's future rule for acts that no speech-act word presents."""
        kind = lead.candidate.type
        modes = tuple(dict.fromkeys(m for s in members for m in s.candidate.modes))
        if lead.status.ended and lead.actors and (kind in ("AID", "COOPERATE") or "third-party" in modes):
            # Breaking off what was given or done together is a sanction (section 4 of the codebook).
            return "SANCTION", kind, ("discontinue",)
        if status != "planned" or content is not None:
            return kind, None, modes
        if kind in _FUTURE:
            return _FUTURE[kind], kind, ()
        if kind in _HOSTILE and (lead.recipients or lead.objects) and self.announced_by_actor(lead):
            content_mode = next((_HOSTILE_MODES[m] for m in modes if m in _HOSTILE_MODES), _HOSTILE[kind])
            return "THREATEN", kind, (content_mode,)
        return kind, None, modes

    def announced_by_actor(self, lead: Settled) -> bool:
        """Whether the one who will act says so himself."""
        own = {p.entity for p in lead.actors if not p.inferred}
        owned_up = {e.attribution for e in self.attributions.extents if any(self.parse[t].lemma in word_set("verbs_of_owning_up") for t in e.cue)}  # "admitted plotting to kill"
        sources = (self.nodes[a.attribution].source for a in lead.status.assertions if a.attribution is not None and a.attribution in self.nodes and a.attribution not in owned_up)
        return any(s is not None and s.entity in own for s in sources)

    def assertions(self, members: list[Settled]) -> tuple[Assertion, ...]:
        """Each source's strongest presentation of the event, the outlet's own in the body before that in the headline."""
        found: dict[tuple[str | None, str], Assertion] = {}
        # A verb tells what happened more plainly than a noun that takes it up.
        telling = [m for m in members if authored(self.parse, m) or not presupposed(m)] or members[:1]
        if all(m.status.assertions[0].status == "denied" for m in telling):
            # "In our report on the airstrike ...": who speaks of a deed as known asserts it, whoever denies it.
            known = [m for m in members if presupposed(m) and m.status.assertions[0].status in ("occurred", "ongoing")]
            telling = known[:1] + telling
        # Who asks after an event tells nothing of it that somebody else has told.
        asked = {e.attribution for e in self.attributions.extents if e.certainty == "asked"}
        telling = [m for m in telling if m.status.assertions[0].attribution not in asked] or telling
        # A noun in a headline names the affair; what the body says of it counts. Where the body only denies it, "Mutiny in Gao" tells it.
        body = [m for m in telling if not (m.title and m.candidate.nominal and not m.status.assertions[0].cue)] or telling
        headed = any(m.title and self.parse[m.candidate.head].dep == "ROOT" for m in telling)
        telling = telling if headed and all(m.status.assertions[0].status == "denied" for m in body) else body
        # "officials said training for this mission had begun": they tell of the training, and only name what it is for.
        telling = [m for m in telling if authored(self.parse, m) or not self.only_topic(m)] or telling
        for member in sorted(telling, key=lambda m: (m.title, m.candidate.nominal and not m.status.assertions[0].cue, m.candidate.head)):
            for assertion in member.status.assertions:
                if member.title and any(a.attribution is None for a in found.values()):
                    continue
                found.setdefault((assertion.attribution, assertion.status), assertion)
        if any(a.attribution is not None and a.status in ("occurred", "ongoing", "alleged") for a in found.values()):
            # "denied carrying out the raid" takes a raid as known; that it was his is the word of whoever has told it.
            found = {k: a for k, a in found.items() if a.derivation["status"].rule != "denied:part"}
        for assertion in tuple(found.values()):
            for beside in self.speaking_along(assertion.attribution):
                found.setdefault((beside, assertion.status), replace(assertion, attribution=beside))
        return tuple(found.values())

    def speaking_along(self, attribution: str | None) -> list[str]:
        """The nodes of those who say the same with the same words: "a priest and two residents said"."""
        node = self.nodes.get(attribution or "")
        if node is None or node.source is None:
            return []
        entity, name = node.source.entity, words_of(node.source.spans).casefold()
        found = []
        for i in self.same_words[node.cue, node.content, node.parent]:
            source = self.nodes[i].source
            other = words_of(source.spans).casefold() if source is not None else name
            # One source told twice, or with its apposition, speaks once.
            if source is not None and (entity is None or source.entity != entity) and other not in name and name not in other:
                found.append(i)
        return found

    def only_topic(self, member: Settled) -> bool:
        """Whether the mention is a noun of no kind of its own that takes up the event below another noun: "training for this mission", "the scope of the operation"."""
        p = self.parse
        told = member.status.assertions[0]
        if member.candidate.nominal and member.definite and told.status == "hypothetical" and "conditional:" in told.derivation["status"].rule:
            return True  # "if the talks fail": who says so puts forward no talks
        prep = p.head(member.candidate.head) if p[member.candidate.head].dep == "pobj" else None
        above = p.head(prep.i) if prep is not None and prep.lower in _TOPIC_PREPOSITIONS else None
        generic = member.definite and member.candidate.nominal and p[member.candidate.head].lemma in event_lexicon().classes.get("generic_event", frozenset())
        return generic and above is not None and above.pos == "NOUN" and above.lemma not in word_set("claim_nouns") and told.status not in ("denied", "negated", "failed")

    def mention(self, member: Settled) -> EventMention:
        sentence = self.parse.sentences[self.parse[member.candidate.head].sent]
        return EventMention(member.trigger, self.clean.spans(sentence.start, sentence.end)[0])


def _side(sectors: Iterable[str]) -> set[str]:
    """On whose side somebody with these sectors fights: soldiers and policemen on the state's."""
    return {"state" if s in _OF_THE_STATE else s for s in sectors}


def not_only_accused(members: list[Settled], actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """ "Gunmen shot the mayor. His family blamed the army": the text tells who did it, and who is merely accused of it by another is no second doer. Of two who blame each
    other ("The rebels said the army had hit it") both are said to have done it."""
    told = {p.entity for m in members if m.status.assertions[0].status != "alleged" for p in m.actors if not p.inferred}
    outright = any(m.status.assertions[0].attribution is None and m.status.assertions[0].status != "alleged" for m in members for p in m.actors if not p.inferred)
    accused = {p.entity for m in members if m.status.assertions[0].status == "alleged" for p in m.actors if p.inferred} - told
    return tuple(p for p in actors if p.entity not in accused) if outright else actors


def _joined(sides: Iterable[tuple[Participant, ...]]) -> tuple[Participant, ...]:
    found: dict[str, Participant] = {}
    for side in sides:
        for participant in side:
            known = found.get(participant.entity)
            if known is None or (known.inferred and not participant.inferred):
                found[participant.entity] = participant
    return tuple(found.values())
