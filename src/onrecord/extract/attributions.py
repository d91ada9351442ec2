"""attributions: a learned model chooses what reports what; each source one node.

The model (`cue_choice`) knows words and extents; the list of cues adds what it cannot learn: stance, certainty, where the source stands.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

from onrecord import syntax
from onrecord.extract.phrases.supposed import aimed_at, expletive, in_question, to_come, took_back, undecided, unsaid
from onrecord.extract.speech.askedanswered import asked_answered, rejected_it
from onrecord.extract.speech.calledfalse import called_false
from onrecord.extract.speech.claimed import Claimed
from onrecord.extract.speech.cue_choice import Choice, chosen
from onrecord.extract.speech.cue_options import Option, Range
from onrecord.extract.speech.deniedtoo import denied_too
from onrecord.extract.speech.free_speech import FreeSpeech
from onrecord.extract.speech.glosses import Glosses
from onrecord.extract.speech.no_speech import brings_about, gives_figure, places_only, says_nothing
from onrecord.extract.speech.passedon import PassedOn
from onrecord.extract.speech.plainsaid import PlainlySaid, lived_through
from onrecord.extract.speech.prefaced import names_topic, prefaced
from onrecord.extract.speech.reaches import Reaches, bracket_around, counts_on, some_of_them
from onrecord.extract.speech.runon import RunOn
from onrecord.extract.speech.saidforms import SaidForms, parted
from onrecord.extract.speech.signedlines import opening_label
from onrecord.extract.speech.sourcing import Sourcing
from onrecord.extract.speech.speakers import Speakers, first_person
from onrecord.extract.speech.transcripts import Transcriber
from onrecord.extract.speech.truespeakers import quoting_doer, without_bare_reports
from onrecord.lexicon.attribution import Cue, cues
from onrecord.lexicon.attribution_model import attribution_model
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.quantities import outcomes
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import Attribution, Form, Stance
from onrecord.model.common import Derivation
from onrecord.model.ids import span_id
from onrecord.model.layers import ActorLayer, Added, AttributionExtent, AttributionLayer
from onrecord.model.parse import Parse, Token
from onrecord.model.report import Report
from onrecord.model.text import CleanText
from onrecord.quotes import Quotation, paragraph_quotations

_PARTS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a", "ADV": "adv", "ADP": "p", "SCONJ": "p", "PUNCT": "label"}
# Where the source of an unlisted cue stands, in order of preference.
_SLOTS = {"v": ("subj",), "n": ("poss", "by", "of", "from", "comp", "subj"), "a": ("subj",), "adv": ("none",), "p": ("pobj",), "label": ("label",)}
_CLAUSES = ("ccomp", "xcomp", "acl", "advcl", "csubj", "parataxis", "relcl", "before", "around", "outside", "clause", "sentence", "q:", "label", "signed", "up:ccomp")

# How sure the model must be of an unlisted word that only names a thing ("reviewed the plan").
_SURE = 0.3
_SURE_OF_AIM = 0.25
# How sure of a word that the list of cues does not have, for what it opens to count as somebody's statement.
_SURE_UNLISTED = 0.55
# Doings that say nothing, whatever the model makes of them.
_COUNTING = word_set("counting_verbs")
_DOING = word_set("saying_nothing")
_AIMING = word_set("aiming_verbs")
_SEEING = word_set("verbs_that_tell_nothing")
_FEELING = word_set("feeling_verbs")
_DECLINING = word_set("declining_verbs")
_CIRCUMSTANCE = word_set("circumstance_marks")
_QUOTING = word_set("quoting_verbs")
_CLAIMS = word_set("claim_nouns")
_WATCHING = word_set("verbs_of_watching")
_COMMENTING = word_set("commenting_verbs")
_CLOSING = frozenset({'"', "”", "''"})
_QUOTES = _CLOSING | {"“", "``"}
_GOING_ON = word_set("verbs_of_coming_about") | {"proceed"}
_MATERIAL = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE", "AID"})


@lru_cache(maxsize=1)
def deeds() -> frozenset[str]:
    """Verbs that say a material deed on their own: "attacked the post" reports nothing that anyone said."""
    return frozenset(r.head for r in event_lexicon().rules if r.pos == "v" and r.type in _MATERIAL and not r.companions) - word_set("finding_verbs")


@dataclass(frozen=True)
class AttributionStage:
    """Requires clean, parse and actors; provides `attributions`. Cost: linear in tokens, quadratic in a report's cues for nesting."""

    name: str = "attributions"
    version: str = "2"
    requires: tuple[str, ...] = ("report", "clean", "parse", "actors")
    provides: tuple[str, ...] = ("attributions",)

    def run(self, layers: Mapping[str, object]) -> Added:
        report = cast(Report, layers["report"])
        reader = AttributionReader(
            cast(CleanText, layers["clean"]), cast(Parse, layers["parse"]), cast(ActorLayer, layers["actors"]), report.id, self.version
        )
        return Added({"attributions": reader.read()})


@dataclass(frozen=True, slots=True)
class AttributionReader:
    clean: CleanText
    parse: Parse
    actors: ActorLayer
    report: str
    version: str

    def read(self) -> AttributionLayer:
        sourcing = Sourcing(self.parse, self.clean, self.actors)
        quoted = paragraph_quotations(self.clean.text, self.parse)
        found = [self.claimed(choice, sourcing, quoted) for choice in chosen(self.parse, self.clean.text, self.actors, quoted, attribution_model())]
        told_on = list(self.quoted_saying(sourcing))
        taken = {t for c in told_on for t in c.cue_tokens}
        made = [c for c in found if c is not None and taken.isdisjoint(c.cue_tokens)] + told_on
        made += self.named_claims(sourcing, {t for c in made for t in c.cue_tokens})
        # Who counts the dead tells the figure, where the weights made an aim or a mere naming of it.
        counted = list(self.counts(sourcing, {t for c in made if c.told or not self.outcome(c.content) for t in c.cue_tokens}))
        counted = [c for c in counted if not any(self.same_voice(c, m) for m in made)]
        by_count = {t for c in counted for t in c.cue_tokens}
        made = [c for c in made if by_count.isdisjoint(c.cue_tokens)] + counted
        made = [parted(self.parse, c) for c in SaidForms(self.parse, self.clean.text, quoted, sourcing).added(made)]
        run_on = RunOn(self.parse, self.clean.text, quoted)
        made += PlainlySaid(self.parse, self.clean.text).found(sourcing, {t for c in made for t in c.cue_tokens})
        made += run_on.named_after(sourcing, {t for c in made for t in c.cue_tokens})
        made += run_on.rumoured({t for c in made for t in c.cue_tokens})
        made += run_on.supposed({t for c in made for t in c.cue_tokens})
        made = run_on.listed(sourcing, [*made, *run_on.introduced(sourcing, made)])
        made += run_on.labelled(sourcing, made)
        made = PassedOn(self.parse, self.clean.text).told(sourcing, run_on.turned(sourcing, run_on.trailing(sourcing, made)))
        made = FreeSpeech(self.parse, self.clean.text, quoted).carried(run_on.followed(made))
        made = [denied_too(self.parse, prefaced(self.parse, self.clean.text, c)) for c in made]
        made += list(rejected_it(self.parse, sourcing, {t for c in made for t in c.cue_tokens}))
        made = without_bare_reports(self.parse, run_on.reportedly(sourcing, list(asked_answered(self.parse, made)) + list(run_on.uncued(sourcing, made))))
        return self.layer(sorted(made, key=lambda c: (c.cue_tokens[0], c.content)), sourcing, Glosses(self.parse, self.actors, quoted))

    # Cues ------------------------------------------------------------------------------------------------------------

    def claimed(self, choice: Choice, sourcing: Sourcing, quoted: tuple[Quotation, ...]) -> Claimed | None:
        """A chosen cue with its sources; None where who says it cannot have said anything: nobody, a number, a date."""
        option = choice.option
        token = self.parse[option.cue]
        listed = self.cues_at(token) or opening_label(self.parse, sourcing, token)
        if option.kind.startswith(("dobj", "nsubjpass")) and (prt := self.particle(token)) is not None:
            # "called off a strike" is no call for one.
            listed = [c for c in listed if prt in c.companions]
        part = _PARTS.get(token.pos, "v")
        if not listed and part == "adv":
            return None  # "also", "meanwhile": who is told to say so stands elsewhere
        cue = listed[0] if listed else Cue(token.lemma, (), part, frozenset(), "asserts", "certain", _SLOTS[part], f"cue:{token.lemma}/{part}")
        reaches = Reaches(self.parse, self.clean.text, self.actors)
        option = replace(option, content=reaches.behind_hearer(token, option.content))
        option = reaches.said_again(token, option)
        told_around = reaches.inverted(token, option.kind, option.content) or reaches.named_between(token, option.content)
        sources = (sourcing.heads(cue, token.i, option.content) or quoting_doer(self.parse, token)) if told_around is None else told_around[1]
        if told_around is not None and told_around[0] != option.content:
            option = replace(option, kind="around" if told_around[0][-1][1] > token.start or option.content[0][0] > token.start else option.kind, content=told_around[0])
        if sources and all(sourcing.no_speaker(h) for h in sources):
            return None
        # "refused to sign" is a deed with an aim; "promised to sign" tells.
        taken_as = "as" in cue.patterns and any(c.lower == "as" for c in self.parse.children(token.i))
        # "reported that", "reported sporadic gunfire": one word may stand in several lines of the list.
        patterns = frozenset().union(*(c.patterns for c in listed if c.stance == cue.stance and c.companions == cue.companions))
        clausal = (self.told(option) and not (option.kind.startswith("xcomp") and not listed)) or (bool(listed) and (taken_as or not patterns.isdisjoint(("np", "of", "about", "for"))))
        if option.kind.startswith("prep") and "np" in patterns and patterns.isdisjoint(("of", "about", "for", "on", "as", option.kind[5:].split("+")[0])) and not self.told(option):
            clausal = False  # "report on the issue" tells nothing of it
        impersonal = expletive(self.parse, self.actors, token, sources)
        if says_nothing(self.parse, self.actors, option):
            return None
        if choice.probability < _SURE_OF_AIM and not (listed and clausal):
            return None
        if not listed and not clausal and (token.lemma in _DOING or self.particle(token) is not None):
            return None
        if (not clausal and token.lemma in deeds()) or (not listed and not clausal and not option.kind.startswith("xcomp") and choice.probability < _SURE) or self.circumstance(choice):
            return None
        if part == "label" and not any(h in self.actors.by_head or self.parse[h].ent in ("PERSON", "ORG", "NORP") for h in sources):
            return None  # "CORRECTION: ..." is no speaker
        if part == "n" and not sources and self.parse.tokens[token.i + 1 : token.i + 2] and self.parse[token.i + 1].text == ":":
            return None  # "The claim: ..." is the page's label of what nobody is named for
        words = self.cue_tokens(cue, token, option.kind)
        if sourcing.unnamed.no_news(token, self.parse[words[0]].start, max(token.end, option.content[-1][1])):
            return None
        content = self.worded(sourcing.unnamed.without_terms(token, reaches.limited(token, option.kind, option.content, sources)))
        aside = bracket_around(self.parse, token) if token.lower == "according" else None
        content = tuple((max(a, aside[0]), min(b, aside[1])) for a, b in content if a < aside[1] and aside[0] < b) if aside is not None else content
        if not content:
            return None
        content = self.completed(content, token, quoted)
        content += self.continued(token, content[-1][1], quoted)
        rule = f"{cue.rule}:{option.kind.rstrip('&')}"
        aim = option.kind.startswith("xcomp") and token.lemma in _AIMING
        told = (clausal or cue.stance != "asserts" or token.lemma in _DECLINING) and not aim and (bool(listed) or choice.probability >= _SURE_UNLISTED)
        # What is only named counts as a statement where the first line of the list says so.
        told = told and not (listed and clausal and not taken_as and not self.told(option) and cue.stance == "asserts" and cue.patterns.isdisjoint(("np", "of", "about", "for")))
        told = told and token.lemma not in _SEEING and not (token.lemma in _FEELING and not option.kind.startswith(("ccomp", "q:")))
        if part == "label" and sources and names_topic(self.parse, self.actors, sources, self.clean.text[slice(*content[0])]):
            return None  # "Germany: ship hits bridge"
        told = told and (not sources or any(sourcing.may_speak(h) for h in sources)) and not self.asked(token)
        told = told and not (token.lemma in _AIMING and option.kind.startswith(("dobj", "prep", "acl", "xcomp")))
        not_said = unsaid(self.parse, token, option.kind, bool(sources)) or sourcing.mute(sources, token)
        told = told and not not_said and not aimed_at(self.parse, token) and not in_question(token, sources, self.parse) and not (to_come(self.parse, token) and option.kind.startswith(("dobj", "prep")))
        # Things that the parser makes the speaker ("a flare was fired to indicate that", "its strikes killed nine, pledging an inquiry") put nothing forward.
        clausal = clausal and not (token.lemma in _SEEING and not taken_as and not option.kind.startswith(("ccomp", "q:"))) and not self.backed_or_watched(cue, option)
        sure_to_tell = bool(listed) and self.told(option) and token.lemma not in _COMMENTING
        clausal = clausal and not (option.kind.startswith("ccomp") and lived_through(self.parse, token, option.anchor)) and not brings_about(self.parse, token, option, bool(listed))
        clausal = clausal and (bool(listed) or choice.probability >= _SURE_UNLISTED) and not (token.pos == "NOUN" and token.lemma in _AIMING)  # "an attempt to seize her"
        clausal = clausal and not (token.lemma in _GOING_ON and option.kind.startswith("xcomp")) and (not sources or sure_to_tell or any(sourcing.may_speak(h) for h in sources)) and not impersonal and not not_said
        return Claimed(cue, token.i, words, content, tuple(sources), rule, clausal and not (token.lemma in _AIMING and option.kind.startswith(("dobj", "prep"))), choice.probability, told and not impersonal)

    def backed_or_watched(self, cue: Cue, option: Option) -> bool:
        """ "backed the sanctions", "can be heard threatening them": who stands behind a thing or is only watched puts nothing forward."""
        watched = option.kind.startswith("xcomp") and self.parse[option.cue].lemma in _WATCHING and syntax.is_passive(self.parse, option.cue)
        return watched or (cue.stance == "supports" and not self.told(option))

    def asked(self, token: Token) -> bool:
        """Whether the outlet only asks it: "Should the ministry have allowed it?" """
        sentence = self.parse.sentences[token.sent]
        words = self.clean.text[sentence.start : sentence.end].rstrip()
        return words.endswith("?") and not any(m in words for m in '"“”')

    def particle(self, token: Token) -> str | None:
        return next((c.lower for c in self.parse.children(token.i) if c.dep == "prt" and token.pos in syntax.VERBAL), None)

    def told(self, option: Option) -> bool:
        """Whether the content is told rather than named: a clause, a quotation, words that "that" opens where the parser saw an object."""
        text = self.clean.text
        if option.kind.startswith("dep") and self.parse.sentences[self.parse[option.cue].sent].part == "title" and text[option.content[-1][1] : option.content[-1][1] + 1] == ",":
            return True  # "Port council to arm guards, clerks say": a headline's clause without a finite verb
        if option.kind.startswith(_CLAUSES) or any(part.startswith(("ccomp", "xcomp")) for part in option.kind.split("+")[1:]):
            return True
        return any(text[a:b].lower().startswith("that ") or text[a] in "\"“" for a, b in option.content)

    def named_claims(self, sourcing: Sourcing, taken: set[int]) -> Iterator[Claimed]:
        """ "the army's claims about the raid": whose claim it is and of what, which the model rarely takes for speech and disputes need."""
        p = self.parse
        for token in p.tokens:
            if token.pos != "NOUN" or token.lemma not in _CLAIMS or token.i in taken or token.i + 2 >= len(p) or p[token.i + 1].lower != "about":
                continue
            cue = cues()["n", token.lemma][0]
            sources = [h for h in sourcing.heads(replace(cue, source=("poss", "comp")), token.i) if h in self.actors.by_head]
            last = token.i + 2
            while last < min(len(p), token.i + 14) and p[last].sent == token.sent and p[last].tag not in ("VBZ", "VBD", "VBP", "MD") and p[last].pos != "PUNCT":
                last += 1
            content = ((p[token.i + 2].start, p[last - 1].end),)
            if sources and last > token.i + 2:
                yield Claimed(cue, token.i, (token.i,), content, tuple(sources), f"{cue.rule}:named", True, 0.5)

    def quoted_saying(self, sourcing: Sourcing) -> Iterator[Claimed]:
        """ "the agency quoted an official as saying that talks had failed": the official says it, and the agency that he does."""
        p = self.parse
        for token in p.tokens:
            as_ = p.head(token.i)
            if token.tag != "VBG" or token.dep != "pcomp" or as_ is None or as_.lower != "as":
                continue
            verb = p.head(as_.i)
            if verb is None or verb.lemma not in _QUOTING or verb.pos not in syntax.VERBAL:
                continue
            below = [c for c in p.children(token.i) if c.i > token.i and c.dep in ("ccomp", "dobj", "acl", "advcl")]
            inside = sorted(k for c in below for k in p.subtree(c.i))
            first, last = (inside[0], inside[-1]) if inside else (0, -1)
            if not inside and verb.dep == "ROOT" and (told := next((c for c in p.children(verb.i) if c.dep == "ccomp" and c.i < verb.i), None)) is not None:
                # "Police fired at marchers, the agency quoted a spokesman as saying."
                inside = sorted(p.subtree(told.i))
                first, last = inside[0], inside[-1]
            if not inside:
                continue
            who = [f.head for f in syntax.logical_object(p, verb.i)]
            said = cues().get(("v", token.lemma), cues()["v", "say"])[0]
            yield Claimed(said, token.i, (token.i,), ((p[first].start, p[last].end),), tuple(who), f"{said.rule}:quoted", True, 0.6)
            teller = [f.head for f in syntax.logical_subject(p, verb.i)] if not syntax.is_passive(p, verb.i) else []
            if teller and last > token.i:
                outer = Cue(verb.lemma, (), "v", frozenset({"as"}), "asserts", "certain", ("subj",), f"cue:{verb.lemma}/v")
                start = min(p.subtree(who[0])) if who else as_.i
                yield Claimed(outer, verb.i, (verb.i,), ((p[start].start, p[last].end),), tuple(teller), f"{outer.rule}:quoted", True, 0.5)

    def counts(self, sourcing: Sourcing, taken: set[int]) -> Iterator[Claimed]:
        """ "put the number of injured at 30", "has counted nine dead", "spoke of 30 martyrs": who gives a figure says so."""
        p = self.parse
        for token in p.tokens:
            if not gives_figure(p, token) or token.pos not in syntax.VERBAL or token.i in taken or token.tag == "VBG" or syntax.is_passive(p, token.i):
                continue
            below = [c for c in p.children(token.i) if c.i > token.i and c.dep in ("dobj", "dative")]
            below += [c for c in p.children(token.i) if c.dep == "prep" and c.lower == "of" and token.lemma in ("speak", "talk")]
            words = sorted({k for c in below for k in p.subtree(c.i)} | {k for c in p.children(token.i) if c.dep == "prep" and (c.lower == ("at" if token.lemma in _COUNTING else "to") or counts_on(p, c)) for k in p.subtree(c.i)})
            words = [k for k in words if token.i < k]
            if not below or places_only(p, token) or not any(p[k].tag == "CD" for k in words) or any(p[k].ent == "MONEY" for k in words):
                continue
            sources = [f.head for f in syntax.surface_subject(p, token.i) if f.head in self.actors.by_head]
            if sources:
                words += some_of_them(p, words[-1], token.sent)
                after = p[words[-1] + 1] if words[-1] + 1 < len(p) else None
                if after is not None and after.text in _CLOSING and sum(p[k].text in _QUOTES for k in words) % 2:
                    words.append(after.i)  # 'spoke of "thirty martyrs"': the mark that closes
                cue = Cue(token.lemma, (), "v", frozenset({"np"}), "asserts", "certain", ("subj",), f"count:{token.lemma}/v")
                yield Claimed(cue, token.i, self.cue_tokens(cue, token, "dobj"), ((p[words[0]].start, p[words[-1]].end),), tuple(sources), f"{cue.rule}:counted", True, 0.5)

    def same_voice(self, inner: Claimed, outer: Claimed) -> bool:
        """ "a nurse said she had counted nine": one voice, in its own words."""
        who = [{m.entity for h in c.sources if (m := self.actors.by_head.get(h)) is not None} for c in (inner, outer)]
        return outer.told and who[0] == who[1] != set() and any(a <= self.parse[inner.at].start < b for a, b in outer.content)

    def outcome(self, content: tuple[Range, ...]) -> bool:
        """Whether a content tells of people killed, hurt, held or the like: "11 dead"."""
        words = [t for r in content for t in self.within(r)]
        return any((pos, word) in outcomes() for t in words for pos in ("n", "a", "v") for word in (t.lemma, t.lower))

    def completed(self, content: tuple[Range, ...], token: Token, quoted: tuple[Quotation, ...]) -> tuple[Range, ...]:
        """The content with the other half of a clause that is quoted in part: `that the guild "is the largest employer of divers"`."""
        text, sentence = self.clean.text, self.parse.sentences[token.sent]
        start, end = content[-1]
        after = next((q for q in quoted if end <= q.start < sentence.end and not text[end : q.start].strip()), None)
        return (*content[:-1], (start, after.end)) if after is not None and start > token.start else content

    def continued(self, cue: Token, end: int, quoted: tuple[Quotation, ...]) -> tuple[Range, ...]:
        """The paragraphs through which a quotation that no mark has closed at `end` runs on, each with a mark of its own; not for a cue within it."""
        at = bisect.bisect_left(quoted, end, key=lambda q: q.end)
        found: list[Range] = []
        while at + 1 < len(quoted) and quoted[at].open_ended and not quoted[at].start < cue.start < quoted[at].end and (quoted[at].start < end <= quoted[at].end or found):
            following = quoted[at + 1]
            if self.clean.text[quoted[at].end : following.start].strip() or "\n" not in self.clean.text[quoted[at].end - 1 : following.start + 1]:
                break
            found.append((following.start, following.end))
            at += 1
        return tuple(found)

    def circumstance(self, choice: Choice) -> bool:
        """Whether the content is no more than a clause of time, reason or purpose beside the cue: "agreed so that", "spoke after"."""
        option = choice.option
        if not option.kind.startswith("advcl"):
            return False
        return any(c.dep in ("mark", "advmod") and c.lower in _CIRCUMSTANCE for c in self.parse.children(option.anchor))

    def worded(self, content: tuple[Range, ...]) -> tuple[Range, ...]:
        """The ranges that hold more than a pronoun: "that it said showed" told nothing by its "that", "nobody was reported" by its "nobody"."""
        return tuple(r for r in content if any(t.pos not in ("PRON", "PUNCT", "DET", "SCONJ") for t in self.within(r)))

    def within(self, r: Range) -> tuple[Token, ...]:
        tokens = self.parse.tokens
        first = bisect.bisect_left(tokens, r[0], key=lambda t: t.start)
        return tokens[first : bisect.bisect_left(tokens, r[1], key=lambda t: t.start)]

    def cues_at(self, token: Token) -> list[Cue]:
        listed = cues()
        if token.pos in syntax.VERBAL and token.dep not in ("aux", "auxpass", "amod"):
            found = [*listed.get(("v", token.lemma), ()), *listed.get(("p", token.lower), ())]
        elif token.pos in ("NOUN", "PROPN"):
            found = list(listed.get(("n", token.lemma), ()))
        elif token.pos == "ADJ":
            found = list(listed.get(("a", token.lower), ()))
        elif token.pos == "ADV":
            found = [*listed.get(("adv", token.lower), ()), *listed.get(("p", token.lower), ())]
        elif token.pos in ("ADP", "SCONJ", "PART"):
            found = list(listed.get(("p", token.lower), ()))
        else:
            return []
        below = {t.lemma for t in syntax.dependents_within(self.parse, token.i, 3)} | {t.lower for t in syntax.dependents_within(self.parse, token.i, 2)}
        following = {t.lower for t in self.parse.tokens[token.i + 1 : token.i + 5]}
        return [c for c in found if set(c.companions) <= (below | following if c.pos == "p" else below)]

    def cue_tokens(self, cue: Cue, token: Token, kind: str) -> tuple[int, ...]:
        """The cue's words: the head, its auxiliaries, negation and adverbs close by, and its companions."""
        p = self.parse
        found = {token.i}
        for child in p.children(token.i):
            if (token.pos in syntax.VERBAL and child.dep in ("aux", "auxpass", "neg", "prt")) or (
                child.dep == "advmod" and abs(child.i - token.i) <= 2 and len(child.text) > 3
            ):
                found.add(child.i)
        if kind.startswith("prep:"):
            # "called for", "spoke of": the preposition is the cue's.
            found |= {c.i for c in p.children(token.i) if c.dep == "dobj" and c.pos == "PRON" and c.lower.endswith(("self", "selves"))}
            found |= {c.i for c in p.children(token.i) if c.dep == "prep" and c.lower == kind[5:].split("+")[0].rstrip("&") and 0 < c.i - token.i <= 3}
        at = token
        while at.dep == "xcomp" and (above := p.head(at.i)) is not None and above.pos in syntax.VERBAL and at.i - above.i in (1, 2, 3):
            # "declined to say": what was done to the saying belongs to the cue.
            found |= {above.i, *range(above.i + 1, at.i)}
            found |= {c.i for c in p.children(above.i) if c.dep in ("aux", "auxpass", "neg")}
            at = above
        near = list(syntax.dependents_within(p, token.i, 3)) if cue.pos != "p" else list(p.tokens[token.i + 1 : token.i + 5])
        for word in cue.companions:
            match = next((t for t in near if (t.lemma == word or t.lower == word) and t.i not in found), None)
            if match is not None:
                found.add(match.i)
        return tuple(sorted(found))

    # Nodes -------------------------------------------------------------------------------------------------------------

    def layer(self, claimed: list[Claimed], sourcing: Sourcing, glosses: Glosses) -> AttributionLayer:
        nodes: list[Attribution] = []
        extents: list[AttributionExtent] = []
        ordinals: dict[tuple[int, int], int] = {}
        last: str | None = None
        last_at = -1
        speakers = Speakers(self.parse, self.actors)
        for c in claimed:
            cue = tuple(sorted({s for t in c.cue_tokens for s in self.clean.spans(self.parse[t].start, self.parse[t].end)}))
            content = tuple(s for a, b in c.content for s in self.clean.spans(a, b))
            heads: tuple[int | None, ...] = c.sources or (None,)
            own = glosses.kept(c.content, c.at, bool(c.sources))
            open_ = undecided(self.parse, c.cue_tokens)
            for head in heads:
                said = sourcing.source(head, c.cue_tokens, c.content) if head is not None else None
                if said is not None and head is not None and sourcing.told_of(head, said.entity, c.content):
                    said = replace(said, entity=last)
                if said is not None and head is not None and (nearby := speakers.nearby(head, said, last, last_at, c.content)) is not None:
                    said = replace(said, entity=nearby, kind="named")
                if said is not None and said.entity is not None and self.actors.by_id[said.entity].kind == "person" and head is not None:
                    last, last_at = said.entity, self.parse[head].sent
                key = (cue[0].start, cue[0].end)
                ordinals[key] = ordinals.get(key, -1) + 1
                identity = span_id("attribution", self.report, cue, ordinals[key])
                nodes.append(
                    Attribution(
                        identity,
                        said,
                        cue,
                        content,
                        self.form(c),
                        None,
                        (),
                        {"content": Derivation("attributions", self.version, c.rule)},
                        round(c.probability, 3),
                        told=c.told and not open_,
                        or_outlet=c.or_outlet,
                    )  # fmt: skip
                )
                source = tuple(range(*sourcing.extent(head, c.cue_tokens, c.content))) if head is not None else ()
                stance = "asserts" if open_ or took_back(self.parse, c.cue_tokens) else "rejects" if called_false(self.parse, c.cue_tokens) else c.cue.stance
                extents.append(AttributionExtent(identity, c.cue_tokens, source, own, cast(Stance, stance), "asked" if open_ else c.cue.certainty))
        # What a content only names ("condemned the raid") is nobody's assertion: later stages take it as the outlet's own.
        asserted = {e.attribution for e, c in zip(extents, (c for c in claimed for _ in c.sources or (None,)), strict=True) if c.asserted}
        spoken = tuple(Transcriber(self.clean, self.parse, self.actors, self.report, self.version).made())
        questions = [r for _, e in spoken if e.certainty == "asked" for r in e.content]
        within = [any(a <= self.parse[e.cue[0]].start < b for a, b in questions) for e in extents]
        # What a question brings up on another's word, it does not assert either.
        nodes = [replace(n, told=n.told and not asked) for n, asked in zip(nodes, within, strict=True)]
        extents = [replace(e, certainty="asked") if asked else e for e, asked in zip(extents, within, strict=True)]
        made = [*speakers.nested(nodes, extents, tuple(e for _, e in spoken)), *(n for n, _ in spoken)]
        made.sort(key=lambda n: n.cue[0].start)
        own_words = speakers.own_requests(made, extents)
        kept = [*(e for e in extents if e.attribution in asserted and e.attribution not in own_words), *(e for _, e in spoken)]
        return AttributionLayer(tuple(first_person(made)), tuple(sorted(kept, key=lambda e: e.content[0])) if spoken else tuple(kept))

    def form(self, c: Claimed) -> Form:
        text = self.clean.text
        pieces = [text[a:b].strip() for a, b in c.content]
        marks = '"“”«»'
        if all(p[:1] in marks + "'‘" and p.rstrip(".,")[-1:] in marks + "'’" for p in pieces):
            return "direct"
        return "mixed" if any(m in p for p in pieces for m in marks) else "indirect"
