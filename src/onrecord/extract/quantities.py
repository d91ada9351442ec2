"""quantities: numbers of killed, injured, detained, displaced, crowds and weapons, with bounds, who counts them and of whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast

from onrecord import syntax
from onrecord.actorbook import ActorBook
from onrecord.extract.counts.nocounts import captive, died_since, got_away, heard, lost, of_members, portion, supposed, those_lost
from onrecord.extract.counts.numberphrases import NumberPhrase, number_phrases, numeral
from onrecord.extract.counts.tolls import behind_row, crowd_of, in_row, put_at
from onrecord.extract.phrases.jointly import either, jointly
from onrecord.extract.phrases.standing import former_version, known_by
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.quantities import counted_people, outcomes
from onrecord.lexicon.tables import word_set
from onrecord.model.common import Derivation
from onrecord.model.ids import span_id
from onrecord.model.layers import Added, AttributionExtent, AttributionLayer, EventLayer
from onrecord.model.parse import Parse, Token
from onrecord.model.quantity import Quantity
from onrecord.model.report import Report
from onrecord.model.text import CleanText

_BEFORE = word_set("indefinite_before")
_PARTY = word_set("party_words")
_HELD = frozenset({"detained", "abducted"})
# Classes of nouns for people whom deeds befall.
_PEOPLE = ("human", "civilian", "official", "armed", "criminal", "prisoner", "protester", "needy", "folk")
# Kinds that a noun tells where no verb tells what befell those counted: "26 hostages were killed".
_BY_VERB = frozenset({"soldiers", "fighters", "participants", "deployed", "casualties", "detained", "abducted", "displaced"})
_PAIR = 2  # so few may be other people each time
_LEAVING = frozenset({"leave", "make", "render"})
_WHEN_AND_WHERE = frozenset({"on", "in", "at", "near"})
_STATES = frozenset({"be", "remain", "stay", "go", "lie"})  # "Twenty miners remain missing"
_PARTED = frozenset({"them", "those", "whom", "at", "least"})


@dataclass(frozen=True)
class QuantityStage:
    """Requires clean, parse, attributions and events; provides `quantities`. Cost: linear in tokens."""

    name: str = "quantities"
    version: str = "2"
    requires: tuple[str, ...] = ("report", "clean", "parse", "attributions", "events")
    provides: tuple[str, ...] = ("quantities",)

    def run(self, layers: Mapping[str, object]) -> Added:
        reader = QuantityReader(
            cast(Report, layers["report"]).id, cast(CleanText, layers["clean"]), cast(Parse, layers["parse"]),
            cast(AttributionLayer, layers["attributions"]), cast(EventLayer, layers["events"]), self.version,
        )  # fmt: skip
        return Added({"quantities": reader.read()})


@dataclass(frozen=True, slots=True)
class QuantityReader:
    report: str
    clean: CleanText
    parse: Parse
    attributions: AttributionLayer
    events: EventLayer
    version: str

    def read(self) -> tuple[Quantity, ...]:
        found: list[Quantity] = []
        whole: tuple[NumberPhrase, str, int] | None = None
        freeing, denied = self.freeing(), self.denied()
        given: tuple[str, ...] = ()
        numbers = number_phrases(self.parse, self.clean.text)
        for number in numbers:
            part, like = self.part(number), None
            if part is not None and whole is not None and self.parse[whole[0].noun].sent == self.parse[number.first].sent and self.smaller(number, whole[0]):
                # "27 people, including nine children": what the whole was counted for.
                number, kind, rule, deed = replace(number, noun=part), whole[1], "quantity:part", whole[2]
            else:
                told, rule, deed = self.kind(number)
                if told is None and whole is not None and self.parallel(number, whole[0]):
                    told, rule, deed, like = whole[1], "quantity:parallel", whole[2], whole[0].noun
                if told is None and (counted := self.among(number, numbers)) is not None:
                    told, rule, deed = self.kind(counted)
                told = either(self.parse, deed, told) if told is not None else None
                if told is None or supposed(self.parse, deed) or heard(self.parse, number.noun):
                    continue
                kind, whole = told, (number if like is None else replace(number, noun=like), told, deed)
            others = jointly(self.parse, number.noun) if number.noun >= number.last else ()
            first, last = self.opening(min(number.first, number.noun)), max([number.last, number.noun + 1, *(i + 1 for i in others)])
            spans = self.clean.spans(self.parse[first].start, self.parse[last - 1].end)
            text = " ".join(self.clean.text[self.parse[first].start : self.parse[last - 1].end].split())
            sources = self.sources(self.parse[number.first].start, deed) or self.counted_by(spans[0].start)
            if rule == "quantity:part":
                sources = sources or given  # "eight were hurt, two of them guards, a crew said": who counts the whole counts the part
            if sources and denied.issuperset(sources):
                continue  # "denied that 14 prisoners had died": nobody's figure; the dispute has it
            given = sources
            of = () if self.of_party(number.noun) else counted_people().get(self.parse[number.noun if like is None else like].lemma, ()) or self.predicated(number)
            if of == ("police",) and any(c.lower in word_set("words_for_the_armed_forces") for c in self.parse.children(number.noun)):
                of = ("combatants",)  # "14 army officers"
            elif of == ("police",) and self.of_an_army(number.noun, sources):
                of = ()  # "The junta said that nine officers, including a navy commander, had been detained": of which of its forces is not told
            of = of if all(counted_people().get(self.parse[i].lemma, ()) == of for i in others) else ()
            event = self.event(number, deed)
            if kind in _HELD and event in freeing and rule != "quantity:whole":
                kind = "released"  # "freed four hostages", "pardoned 50 prisoners"
            elif (kind == "detained" and captive(self.parse, deed)) or (rule == "quantity:n:victim" and self.taken(number, event)):
                kind = "abducted"
            same = next((n for n, q in enumerate(found) if self.repeats(q, kind, number, event, of)), None)
            if same is not None:
                # The headline's "nine" and the lead's "nine people" are one figure; the fuller wording stands for both.
                old = found[same]
                fuller = len(text) > len(old.text)
                found[same] = replace(
                    old, text=text if fuller else old.text, spans=spans if fuller else old.spans, of=old.of or of, event=old.event or event,
                    attributions=tuple(dict.fromkeys((*old.attributions, *sources))),
                )  # fmt: skip
                continue
            found.append(
                Quantity(
                    span_id("quantity", self.report, spans, sum(q.spans == spans for q in found)), kind, text, spans, event, of,
                    number.bounds.min, number.bounds.max, sources, (), {"kind": Derivation("quantities", self.version, rule)}, 0.7,
                )  # fmt: skip
            )
        return tuple(found)

    def freeing(self) -> frozenset[str]:
        """Events by which somebody is let go."""
        return frozenset(e.id for e in self.events.events if e.type in ("RETREAT", "CONCEDE") or e.deed_type in ("RETREAT", "CONCEDE"))

    def taken(self, number: NumberPhrase, event: str | None) -> bool:
        """ "258 kidnap victims", "kidnappings fell from 3,572 victims": what befell them is told beside them, or is the deed they are victims of."""
        words = word_set("words_of_abduction")
        if any(c.lemma.lower() in words for c in self.parse.children(number.noun) if c.dep in ("compound", "amod", "nmod")):
            return True
        return any(e.id == event and "abduct" in e.modes for e in self.events.events)

    def denied(self) -> frozenset[str]:
        """The attributions that deny what they are about."""
        return frozenset(e.attribution for e in self.attributions.extents if e.stance in ("denies", "rejects"))

    def part(self, number: NumberPhrase) -> int | None:
        """The noun of those counted as a part of a figure before: "including nine children", "among them four women", "five of them children"; None where it is none."""
        p = self.parse
        before = [t.lower for t in p.tokens[max(0, number.first - 2) : number.first]]
        if before[-1:] == ["including"] or before in (["among", "them"], ["among", "whom"], ["of", "whom"]):
            return number.noun
        behind = [t.lower for t in p.tokens[number.last : number.last + 2]]
        if number.first and p[number.first - 1].text == "," and behind in (["of", "them"], ["of", "whom"]):
            rest = [t for t in p.tokens[number.last + 2 : number.last + 6] if t.sent == p[number.first].sent]
            stop = next((k for k, t in enumerate(rest) if t.pos in ("PUNCT", "VERB")), len(rest))
            told = stop < len(rest) and rest[stop].pos != "PUNCT"  # "two of whom later died"
            bare = number.last + 1 if rest and rest[0].pos in ("ADV", "ADP") and not told else None  # "12 were hurt, eight of them critically"
            return next((t.i for t in rest[:stop] if t.pos == "NOUN"), bare)
        return None

    def smaller(self, number: NumberPhrase, whole: NumberPhrase) -> bool:
        return number.bounds.min is not None and whole.bounds.min is not None and number.bounds.min < whole.bounds.min

    def sources(self, start: int, deed: int) -> tuple[str, ...]:
        """The attributions of the innermost content at a clean offset: "it said ... where a hospital has counted nine dead" is the hospital's count."""
        # "would not say why eight men were held": what is not said is on nobody's word but the outlet's.
        holding = [(b - a, e.attribution) for e in self.attributions.extents for a, b in e.content if a <= start < b and not self.unsaid(e, deed)]
        least = min((size for size, _ in holding), default=0)
        return tuple(dict.fromkeys(i for size, i in holding if size == least))

    def counted_by(self, start: int) -> tuple[str, ...]:
        """Whose figure it is where a number of dead or held is all that somebody is told to have confirmed or counted: "the chief confirmed one death"."""
        holding = [a for a in self.attributions.attributions if any(s.start <= start < s.end for s in a.content)]
        return tuple(a.id for a in holding if a.source is not None and any(w.lower() in word_set("words_of_counting") for s in a.cue for w in (s.quote or "").split()))[-1:]

    def unsaid(self, extent: AttributionExtent, deed: int) -> bool:
        cue = [self.parse[t] for t in extent.cue]
        if former_version(self.parse, extent.source) and known_by(self.parse, deed):
            return True  # "an earlier version said that the four clerks killed were brothers": that four were killed stands
        return extent.stance == "asserts" and any(t.dep == "neg" or t.lemma in word_set("declining_verbs") for t in cue)

    def of_an_army(self, noun: int, sources: tuple[str, ...]) -> bool:
        """Whether those of "officers" without more are told of by an army or a junta, or some of them with a word for soldiers."""
        p = self.parse
        if p[noun].lemma.lower() != "officer" or any(c.dep in ("compound", "amod") and c.lower in word_set("police_words") for c in p.children(noun)):
            return False
        military = word_set("words_for_the_armed_forces") | {"junta", "general", "admiral", "soldier"}
        included = noun + 2 < p.sentences[p[noun].sent].last and p[noun + 1].text == "," and p[noun + 2].lower in word_set("words_of_inclusion")
        last = next((t.i for t in p.tokens[noun + 3 : p.sentences[p[noun].sent].last] if t.pos == "PUNCT"), noun) if included else noun
        some = range(noun + 3, last)
        said = {w.words.lower().split()[-1] for a in self.attributions.attributions if a.id in sources and a.source is not None for w in a.source.spans}
        return any(p[k].lower in military or p[k].lemma.lower() in military for k in some) or not said.isdisjoint(military)

    def of_party(self, noun: int) -> bool:
        """Whether the report's militants are a party's members, not fighters: "two party militants", "militants of the Labour Movement"."""
        p = self.parse
        if p[noun].lemma.lower() != "militant":
            return False
        all_of_them = (t.i for t in p.tokens if t.lemma.lower() == "militant")
        return any(
            any(c.dep in ("compound", "amod") and c.lower in _PARTY for c in p.children(i)) or any(p[o].lower in _PARTY for o in syntax.prep_objects(p, i, "of")) for i in all_of_them
        )

    def repeats(self, old: Quantity, kind: str, number: NumberPhrase, event: str | None, of: tuple[str, ...]) -> bool:
        """Whether a figure was told before: the same kind and size, of nobody else, and of the same event or of none that is known."""
        size = number.bounds
        if old.kind != kind or (old.min, old.max) != (size.min, size.max) or (old.of and of and old.of != of):
            return False
        if old.event == event is not None or (size.min or size.max or 0) > _PAIR:
            return True
        return event is None or (old.event is None and not self.brought_in(old, number))

    def brought_in(self, old: Quantity, number: NumberPhrase) -> bool:
        """ "hurt two guards. ... Two guards were hurt when": a few that a later sentence of the text tells of without "the" may be others."""
        p = self.parse
        sentence = p.sentences[p[number.first].sent]
        first = next((s for s in p.sentences if old.spans and self.clean.spans(s.start, s.end)[0].start <= old.spans[0].start < self.clean.spans(s.start, s.end)[-1].end), None)
        if first is None or first.part == "title" or sentence.part == "title" or first.i == sentence.i or number.noun < number.last:
            return False
        return not any(c.dep in ("det", "poss") for c in p.children(number.noun))

    def opening(self, first: int) -> int:
        """The words before a number that belong to it: "several thousand"."""
        p = self.parse
        while first and p[first - 1].sent == p[first].sent and p[first - 1].lower in _BEFORE:
            first -= 1
        return first

    def parallel(self, number: NumberPhrase, before: NumberPhrase) -> bool:
        """ "killed 12 soldiers on Monday and seven on Tuesday": a number alone, told like the one before it with another day or place."""
        p = self.parse
        if number.noun >= number.last or number.last >= len(p) or p[number.last].pos != "ADP" or p[number.first - 1].lower not in (",", "and", "but", "then"):
            return False
        between = p.tokens[max(before.last, before.noun) : number.first]
        alike = any(t.lower == p[number.last].lower for t in between) and all(t.sent == p[number.first].sent for t in between)
        return alike and p[number.last].lower in _WHEN_AND_WHERE and not any(t.pos in syntax.VERBAL or t.text == ";" for t in between)

    def predicated(self, number: NumberPhrase) -> tuple[str, ...]:
        """Who the counted are said to be: "four of the dead were children"."""
        p = self.parse
        verb = p.head(number.first)
        if verb is None or verb.lemma != "be":
            return ()
        return next((found for c in p.children(verb.i) if c.dep == "attr" and (found := counted_people().get(c.lemma))), ())

    def whole(self, number: NumberPhrase) -> Token | None:
        """The verb that tells of the whole in "52 of the 60 it had detained"; None where the number is no such whole."""
        p = self.parse
        at = p[number.noun]
        of = p.head(at.i) if at.dep == "pobj" else None
        part = p.head(of.i) if of is not None and of.lower == "of" else None
        if part is None or not (numeral(part) or portion(part)) or number.first <= part.i < number.last:
            return None
        told = [c for c in p.children(at.i) if c.dep in ("relcl", "acl")]
        return told[0] if told else part

    def among(self, number: NumberPhrase, numbers: list[NumberPhrase]) -> NumberPhrase | None:
        """Those just counted of whom these are some: "11 dead, among them four children and two women", "arrested 12 people, including two women"."""
        p = self.parse
        sentence = p.sentences[p[number.first].sent]
        if p[number.noun].lemma not in counted_people():
            return None
        at = number.first - 1
        while at > sentence.first and (numeral(p[at]) or p[at].pos in ("NOUN", "ADJ", "CCONJ") or p[at].lower in _PARTED or p[at].text == ","):
            at -= 1
        if p[at].lower not in word_set("words_of_inclusion"):
            return None
        return next((n for n in reversed(numbers) if sentence.first <= n.first and n.last <= at), None)

    def kind(self, number: NumberPhrase) -> tuple[str | None, str, int]:
        """What is counted, the rule, and the token of the deed: the noun itself, an adjective beside it, or the governing verb."""
        p = self.parse
        known = outcomes()
        noun = p[number.noun]
        at = number.noun
        if noun.lemma in event_lexicon().classes["animal"]:
            return None, "", at
        if (whole := self.whole(number)) is not None:
            if portion(whole) and ("n", noun.lemma) in known:
                return known[("n", noun.lemma)], "quantity:whole", at  # "half of the 90 prisoners were freed"
            kind = known.get(("v", whole.lemma))
            return kind, f"quantity:v:{whole.lemma}", whole.i
        if (put := put_at(p, number.first)) is not None:
            return put
        if (death := died_since(p, number.first, at)) is not None:
            return "killed", "quantity:v:die", death
        if ("n", noun.lemma) in known and noun.pos == "NOUN" and known[("n", noun.lemma)] not in _BY_VERB:
            return known[("n", noun.lemma)], f"quantity:n:{noun.lemma}", at
        if ("a", noun.lower) in known and at not in range(number.first, number.last):
            return known[("a", noun.lower)], f"quantity:a:{noun.lower}", at
        some = noun.lower == "those" and not self.told_who(number)  # "four of those wounded died"
        for child in () if some else (*p.children(at), *p.tokens[number.last : number.last + 2], *behind_row(p, at)):
            if child.sent == noun.sent and ("a", child.lower) in known and child.i > number.first and not self.acts(child):
                return known[("a", child.lower)], f"quantity:a:{child.lower}", child.i
        if at < number.last and (left := next((c for c in p.children(at) if c.dep == "amod" and ("l", c.lower) in known), None)) is not None:
            return known[("l", left.lower)], f"quantity:l:{left.lower}", left.i  # "left 70 people dead and 20,000 homeless"
        if (verb := lost(p, at) or those_lost(p, at)) is not None:
            return "killed", "quantity:v:lose", verb
        top = syntax.first_conjunct(p, in_row(p, at))
        part = at >= number.last and p[at].dep == "pobj" and p[p[at].head].head in range(number.first, number.last) and (any(c.dep == "nummod" for c in p.children(at)) or some)
        for child in () if part else p.children(at):  # "60 of the 276 girls abducted escaped", "two of those held were freed": what befell the whole
            if child.dep == "acl" and child.tag == "VBN" and ("v", child.lemma) in known:
                return known[("v", child.lemma)], f"quantity:v:{child.lemma}", child.i
        holder = p.head(top)
        if holder is not None and p[top].dep == "pobj" and holder.lower == "of" and (above := p.head(holder.i)) is not None:
            if at >= number.last and of_members(p, above):
                return None, "", at  # "seven members of two families"
            for pos in ("n", "o"):
                if (pos, above.lemma.lower()) in known and (pos == "n" or self.people(number)):
                    return known[(pos, above.lemma.lower())], f"quantity:{pos}:{above.lemma.lower()}", above.i
            top, holder = above.i, p.head(above.i)
            while holder is not None and p[top].dep == "pobj" and number.first <= holder.head < number.last:
                top, holder = holder.head, p.head(holder.head)  # "scores of thousands of people"
        if holder is not None and holder.pos in syntax.VERBAL and p[top].dep in ("dobj", "nsubjpass", "nsubj", "attr") and (told := self.by_verb(number, top, holder)) is not None:
            return told
        if (protest := self.protesting(number)) is not None:
            return "participants", "quantity:actor", protest
        if ("n", noun.lemma) in known and noun.pos == "NOUN" and not self.tried(number, holder) and not self.one_of(number) and not (known[("n", noun.lemma)] == "casualties" and self.does(at)) and not (known[("n", noun.lemma)] == "detained" and got_away(p, at)):
            return known[("n", noun.lemma)], f"quantity:n:{noun.lemma}", at
        return None, "", at

    def by_verb(self, number: NumberPhrase, top: int, holder: Token) -> tuple[str, str, int] | None:
        """What the verb that governs those counted tells of them."""
        p = self.parse
        known = outcomes()
        at = number.noun
        kind = known.get(("v", holder.lemma))
        if holder.lemma == "shoot" and any(c.lower == "dead" and c.dep == "amod" for c in p.children(at)):
            # "shot dead 98 rioters"
            return "killed", "quantity:a:dead", holder.i
        for child in p.children(holder.i):
            # "shot dead three protesters", "left 20 wounded"
            told = child.dep in ("acomp", "oprd") and (p[top].dep in ("dobj", "nsubjpass") or holder.lemma in _STATES)
            if told and holder.lemma in _LEAVING and ("l", child.lower) in known:
                return known[("l", child.lower)], f"quantity:l:{child.lower}", child.i
            if ("a", child.lower) in known and (told or (child.dep == "ccomp" and holder.lemma == "leave" and not p.children(child.i))):
                return known[("a", child.lower)], f"quantity:a:{child.lower}", child.i
        counted = {f.head for f in syntax.logical_object(p, holder.i)} | (
            {f.head for f in syntax.logical_subject(p, holder.i)} if holder.lemma in ("die", "perish", "drown", "flee", "march", "rally", "demonstrate", "protest", "gather", "vanish", "disappear") else set()
        )  # fmt: skip
        if holder.lemma == "shoot":
            kind = self.shot(number, holder)
        if kind == "casualties" and self.one_of(number):
            kind = None  # "One of the victims, a girl, was shot"
        if holder.lemma == "claim" and (at < number.last or (p[at].lemma.lower() not in ("life", "victim") and not self.people(number))):
            kind = None  # "organisers claimed 100,000", "the party claimed 40 seats"
        if kind == "participants" and p[top].dep != "nsubj":
            kind = None  # "marched 200 villagers into the forest"
        if kind == "participants" and holder.lemma == "demonstrate" and any(c.dep in ("ccomp", "dobj") for c in p.children(holder.i)):
            kind = None  # "one case demonstrated how"
        if kind is None and captive(p, holder.i) and self.people(number):
            kind = "abducted"  # "17 of its soldiers had been taken prisoner"
        if holder.lemma in ("hold", "take") and not self.people(number) and ActorBook.load().role(p[at].lemma.lower()) is None:
            kind = None  # "held two rounds of talks"
        if kind is not None and (top in counted or at in counted):
            return kind, f"quantity:v:{holder.lemma}", holder.i
        return None

    def acts(self, token: Token) -> bool:
        """ "The second of two bombs wounded 16": a verb of its own, that tells nothing of the word before it."""
        return token.tag == "VBD" and token.dep not in ("acl", "ccomp") and any(c.dep in ("dobj", "nsubj") for c in self.parse.children(token.i))

    def people(self, number: NumberPhrase) -> bool:
        """Whether people are counted: "the killing of three nurses", "shot four", not "shot four films"."""
        p = self.parse
        noun = p[number.noun]
        classes = event_lexicon().classes
        return number.noun < number.last or noun.ent == "NORP" or noun.lemma in counted_people() or any(noun.lemma in classes[c] for c in _PEOPLE)

    def shot(self, number: NumberPhrase, verb: Token) -> str | None:
        """Whether those shot are said to have died ("shot and killed two officers"); else they are casualties of either kind."""
        p = self.parse
        if not self.people(number) or any(c.dep == "prt" for c in p.children(verb.i)):
            return None
        beside = [outcomes().get(("v", c.lemma)) for c in p.children(verb.i) if c.dep == "conj" and c.pos == "VERB"]
        return next((k for k in beside if k == "killed"), "casualties")

    def protesting(self, number: NumberPhrase) -> int | None:
        """The word of a protest by those counted, by its own verb: "Hundreds of nurses walked off", "300 soldiers mutinied"."""
        p = self.parse
        first, last = p[number.first].start, p[max(number.last - 1, number.noun)].end
        at = syntax.first_conjunct(p, number.noun)
        told = {e.id: e for e in self.events.events if e.type == "PROTEST"}
        if (crowd := crowd_of(p, number.noun, {w for w, e in self.events.at.items() if e in told})) is not None:
            return crowd
        holders = {at, number.noun, number.first, *(a.i for a in p.ancestors(number.noun))}
        for word, event in self.events.at.items():
            if event not in told or p[word].sent != p[number.first].sent:
                continue
            own = [s for a in told[event].actors if not a.inferred for s in a.spans]
            theirs = self.clean.spans(first, last)
            if any(s.start < t.end and t.start < s.end for s in own for t in theirs) and (word in holders or syntax.clause_of(p, word) in holders):
                return word
        return None

    def one_of(self, number: NumberPhrase) -> bool:
        """ "One of the victims, a girl, was shot", "shot by one of the demonstrators": how one of them fared or what he did, and not how many there were."""
        p = self.parse
        return number.last - number.first == 1 and p[number.first].lower == "one" and number.noun >= number.last and p[number.noun].tag == "NNS" and p[number.last].lower == "of"

    def told_who(self, number: NumberPhrase) -> bool:
        """ "Three of those killed were children"."""
        above = self.parse.head(number.first)
        return above is not None and above.lemma == "be"

    def tried(self, number: NumberPhrase, verb: Token | None) -> bool:
        """ "The court sentenced nine protesters": how many were tried, and not how many marched."""
        told = next((e for e in self.events.events if verb is not None and verb.i in self.events.at and e.id == self.events.at[verb.i]), None)
        return told is not None and told.type in ("SANCTION", "ACCUSE") and self.parse[syntax.first_conjunct(self.parse, number.noun)].dep in ("dobj", "nsubjpass")

    def does(self, noun: int) -> bool:
        """ "twelve victims who hired a lawyer": a number of those who did something, not of all who were hurt."""
        p = self.parse
        head = p.head(noun)
        acts = p[noun].dep == "nsubj" and head is not None and head.pos == "VERB"
        return acts or any(c.dep == "relcl" and any(g.dep == "nsubj" and g.lower in ("who", "that") for g in p.children(c.i)) for c in p.children(noun))

    def event(self, number: NumberPhrase, deed: int) -> str | None:
        """The event whose outcome this is: at the deed word, else the nearest above it, else the nearest in its sentence."""
        p = self.parse
        if deed in self.events.at:
            return self.events.at[deed]
        if p[deed].dep in ("relcl", "advcl") and "VBD" in (p[deed].tag, *(a.tag for a in syntax.auxiliaries(p, deed))):
            return None  # "where six people were killed in a landslide": nobody's deed, and none of what the sentence tells besides
        unreal = {e.id for e in self.events.events if e.status in ("negated", "denied", "hypothetical")}
        apart = False
        for above in p.ancestors(number.noun):
            if above.i in self.events.at:
                return self.events.at[above.i] if not apart or self.events.at[above.i] not in unreal else None
            # "had not opened fire and that one had died in a fall": a clause of its own, which the "not" before it does not reach
            apart = apart or (above.dep == "conj" and above.pos in syntax.VERBAL and any(c.dep in ("nsubj", "nsubjpass") for c in p.children(above.i)))
        # "Two clerks were hurt; nobody was killed": what did not happen has no figure, unless the words are of one clause.
        clause = syntax.clause_of(p, number.noun)
        here = [i for i, e in self.events.at.items() if p[i].sent == p[number.noun].sent and (e not in unreal or syntax.clause_of(p, i) == clause)]
        return self.events.at[min(here, key=lambda i: abs(i - number.noun))] if here else None
