"""The main event of a report in four answers: who, what, when, where, from its title and lead, each with the words it stands on.

Not a stage: nothing else of the record depends on it. Sentences weigh by how early they come and how much of the title they repeat; a candidate
phrase collects the weight of the sentences it stands in, by its part in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from onrecord import syntax
from onrecord.lexicon.attribution import cues
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import ActorLayer, PlaceLayer, PlaceMention, TimeLayer, TimeMention
from onrecord.model.parse import Parse, Sentence, Token
from onrecord.model.report import Report
from onrecord.model.span import Spans
from onrecord.model.text import CleanText
from onrecord.model.time import Time
from onrecord.timevalue import publication_day

# Sentences that can tell the main event, and the weight of the title and of the first ones after it.
_LEAD = 12
_TITLE, _FIRST, _FLOOR = 3.0, 2.0, 0.25
# How much each content word of the title that a sentence repeats adds to its weight.
_REPEATED = 0.25
_ROLES = {"nsubj": 1.0, "agent": 1.0, "nsubjpass": 0.6, "dobj": 0.4, "ROOT": 0.5, "appos": 0.3, "poss": 0.35}
_OTHER_ROLE = 0.3
_SAYING = 0.25
_LONGEST_NAME = 5
# A thing in the subject of the title, against an actor there.
_THING = 0.5
_NOMINAL = 0.8
_MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
# Tokens between two names that are told as one.
_COMPANY = 5
# What kind of name an actor's is, by the parser's label; the rest are places and things.
_ACTING = frozenset({"PERSON", "ORG", "NORP"})
_WEEK, _MONTH = 8, 31
# Ancestors of a time that are compared with the title, letters that make two words one ("bombed", "bombing"), tokens from a day to its occasion.
_REACH, _STEM, _OCCASION = 3, 4, 5
_FAR = 5
_ASIDE = ("relcl", "advcl", "acl")
_NO_DAYS = ("timex:in_future", "timex:relative_unit", "timex:mod_unit", "timex:day_ended")
_BESIDE = re.compile(r"\s*,?\s*(?:local time|GMT|EST)?\s*,?\s*(?:on |at |around )?(?:the )?", re.IGNORECASE)
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NO_PLACES = frozenset({"PERSON", "NORP", "DATE", "TIME", "MONEY", "PERCENT"})
# A site that no gazetteer knows, and a place outside a phrase of place.
_NAMED_SITE, _LOOSE = 1.1, 0.3
# "the north of X": a part of what the gazetteer knows.
_PART = 0.7
_ATTRIBUTES = frozenset({"compound", "amod", "nmod", "poss"})
_HYPHENS = frozenset({"-", "–"})
# Tokens of the phrase that names the larger place.
_REGION = 8
_DAY_LIKE = frozenset({"day", "hour", "minute"})
_FINE = {"point": 1.25, "city": 1.2, "admin2": 1.1, "admin1": 1.0, "area": 0.9, "region": 0.7, "country": 0.6}


@dataclass(frozen=True, slots=True)
class Answer:
    """A phrase of the report with its spans in `report.text`; `value` the TIMEX3 value of a time."""

    words: str
    spans: Spans
    value: str = ""


@dataclass(frozen=True, slots=True)
class Headline:
    """Who did what, when and where, as far as title and lead say it. `day` is the ISO day of the event: told, or the publication's where
    `day_inferred`; None where neither is known."""

    who: Answer | None = None
    what: Answer | None = None
    when: Answer | None = None
    where: Answer | None = None
    day: str | None = None
    day_inferred: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    first: int
    last: int
    score: float


@dataclass(frozen=True, slots=True)
class _Placed:
    key: str
    phrase: _Phrase
    country: str


def main_event(layers: Mapping[str, object]) -> Headline:
    """The main event from the layers of one report, up to `times`; empty where the report was left uncoded."""
    if "times" not in layers:
        return Headline()
    finder = _Finder(
        cast(Report, layers["report"]), cast(CleanText, layers["clean"]), cast(Parse, layers["parse"]),
        cast(ActorLayer, layers["actors"]), cast(PlaceLayer, layers["places"]), cast(TimeLayer, layers["times"]),
    )  # fmt: skip
    return finder.found()


class _Finder:
    def __init__(self, report: Report, clean: CleanText, parse: Parse, actors: ActorLayer, places: PlaceLayer, times: TimeLayer) -> None:
        self.report, self.clean, self.parse, self.actors, self.places, self.times = report, clean, parse, actors, places, times
        self.lead = [s for s in parse.sentences if s.parsed and s.part != "dateline" and s.last > s.first][:_LEAD]
        self.words = self.content(self.lead[0]) if self.lead else frozenset()
        self.nominal = not self.lead or not any(t.pos in ("VERB", "AUX") and t.dep in _MAIN for t in parse.tokens[self.lead[0].first : self.lead[0].last])
        self.stems = frozenset(_stem(w) for w in self.words if len(w) >= _STEM)
        self.timely = {i for m in times.mentions for i in range(m.first, m.last)}
        self.weight = {s.i: self.weighed(k, s) for k, s in enumerate(self.lead)}

    def found(self) -> Headline:
        if not self.lead:
            return Headline()
        when, time = self.when()
        published = publication_day(self.report)
        told = time.earliest if time is not None and time.earliest == time.latest else None
        day = told or (published.isoformat() if published else None)
        return Headline(self.who(), self.answer(self.lead[0].start, self.lead[0].end), when, self.where(), day, told is None and day is not None)

    # Sentences ------------------------------------------------------------------------------------------------------------------

    def content(self, sentence: Sentence) -> frozenset[str]:
        return frozenset(t.lemma.lower() for t in self.parse.tokens[sentence.first : sentence.last] if t.pos in ("NOUN", "PROPN", "VERB", "ADJ", "NUM"))

    def weighed(self, at: int, sentence: Sentence) -> float:
        if at == 0:
            return _TITLE
        shared = len(self.content(sentence) & self.words)
        return max(_FLOOR, _FIRST / at) * (1 + _REPEATED * shared)

    def answer(self, start: int, end: int, value: str = "") -> Answer:
        spans = self.clean.spans(start, end)
        return Answer(" ".join(self.clean.text[start:end].split()), spans, value)

    def phrase(self, found: _Phrase) -> Answer:
        return self.answer(self.parse[found.first].start, self.parse[found.last - 1].end)

    # Who --------------------------------------------------------------------------------------------------------------------------

    def who(self) -> Answer | None:
        """The actor that title and lead put in the subject of what they tell."""
        total: dict[str, float] = {}
        best: dict[str, _Phrase] = {}
        for key, phrase in self.actor_phrases():
            total[key] = total.get(key, 0.0) + phrase.score
            if key not in best or phrase.score > best[key].score:
                best[key] = phrase
        if not best:
            return None
        key = max(total, key=lambda k: (total[k], -best[k].first))
        return self.phrase(self.named_in_full(key, best[key]))

    def named_in_full(self, entity: str, phrase: _Phrase) -> _Phrase:
        """Where a single word names the actor, its longest name in the lead that holds that word."""
        if phrase.last - phrase.first > 1:
            return phrase
        word = self.parse[phrase.first].lower
        for mention in self.actors.mentions:
            long = mention.last - mention.first
            if mention.entity != entity or mention.kind != "name" or self.parse[mention.head].sent not in self.weight or long > _LONGEST_NAME:
                continue
            if long > phrase.last - phrase.first and word in {t.lower for t in self.parse.tokens[mention.first : mention.last]}:
                phrase = _Phrase(mention.first, mention.last, phrase.score)
        return phrase

    def actor_phrases(self) -> Iterator[tuple[str, _Phrase]]:
        p = self.parse
        seen: set[int] = set()
        for mention in self.actors.mentions:
            sent = p[mention.head].sent
            if sent not in self.weight or mention.kind == "pronoun":
                continue
            seen.add(mention.head)
            yield mention.entity, _Phrase(mention.first, self.joined(mention.head, mention.last), self.weight[sent] * self.role(mention.head))
        for sentence in self.lead:
            for token in p.tokens[sentence.first : sentence.last]:
                if token.dep not in ("nsubj", "nsubjpass") or token.i in seen or token.pos not in ("NOUN", "PROPN", "NUM"):
                    continue
                actor = self.acting(token.i)
                if actor is None and sentence.i == self.lead[0].i and p[token.head].dep in _MAIN and token.i not in self.timely:
                    first, last = syntax.core_phrase(p, token.i)
                    named = token.pos == "PROPN" and token.ent not in _NO_PLACES
                    yield self.known_as(token), _Phrase(first, last, self.weight[sentence.i] * (1.0 if named else _THING))
                if actor is not None:
                    first = syntax.core_phrase(p, token.i)[0]
                    last = self.joined(token.i, max(syntax.core_phrase(p, actor)[1], token.i + 1))
                    yield self.known_as(p[actor]), _Phrase(first, last, self.weight[sentence.i] * self.role(token.i))

    def known_as(self, token: Token) -> str:
        """The entity that the lead names in full by this word, else the word."""
        for mention in self.actors.mentions:
            if mention.kind == "name" and self.parse[mention.last - 1].lower == token.lower and self.parse[mention.head].sent in self.weight:
                return mention.entity
        return token.lemma.lower()

    def acting(self, i: int) -> int | None:
        """The token that names an actor in the phrase of `i`: its head, or what a number of is told ("dozens of rescuers"); None where it names a thing."""
        p = self.parse
        token = p[i]
        if token.ent in _ACTING or token.lemma.lower() in word_set("acting_nouns"):
            return i
        of = [o for o in syntax.prep_objects(p, i, "of") if p[o].lemma.lower() in word_set("acting_nouns")]
        return of[0] if of else i if token.pos == "NUM" else None

    def joined(self, head: int, last: int) -> int:
        """The end of the phrase with the names that are joined to its head by "and", where title or lead do so near by."""
        others = [c for c in syntax.conjuncts(self.parse, head) if c >= last and self.parse[c].pos == "PROPN" and self.parse[c].ent in _ACTING]
        return max([last, *(c + 1 for c in others if c - last <= _COMPANY)])

    def role(self, head: int) -> float:
        p = self.parse
        at = syntax.first_conjunct(p, head)
        token = p[at]
        if token.dep == "pobj" and p[token.head].dep == "agent":
            return _ROLES["agent"] * (1.0 if p[p[token.head].head].dep in _MAIN else 0.3)
        weight = _ROLES.get(token.dep, _OTHER_ROLE)
        if self.nominal and p[head].sent == self.lead[0].i and token.dep in ("poss", "compound", "ROOT") and p[head].ent in _ACTING:
            return _NOMINAL  # "Keita's farewell": a title without a verb names its actor before the deed
        verb = p[token.head]
        if token.dep == "nsubj" and p[head].sent != self.lead[0].i and any("that" in c.patterns for c in cues().get(("v", verb.lemma), ())):
            return weight * _SAYING  # who only says it is not who does it
        return weight * (1.0 if verb.dep in _MAIN or token.dep not in ("nsubj", "nsubjpass") else 0.5)

    # When -------------------------------------------------------------------------------------------------------------------------

    def when(self) -> tuple[Answer | None, Time | None]:
        """The day or hour that tells the title's event: early, near to publication, and hung on a word that the title has too."""
        best: tuple[float, TimeMention, Time] | None = None
        for mention in self.times.mentions:
            time = self.times.by_id[mention.time]
            if mention.first < 0 or self.parse[mention.first].sent not in self.weight or time.granularity not in _DAY_LIKE:
                continue
            score = self.timeliness(mention, time)
            if score > 0 and (best is None or score > best[0]):
                best = (score, mention, time)
        if best is None:
            return None, None
        start, end = self.time_phrase(best[1])
        return self.answer(start, end, best[2].value), self.dated(best[1], best[2])

    def timeliness(self, mention: TimeMention, time: Time) -> float:
        """0 for what cannot date a report's main event: a day long before or after it, a bare "that day"."""
        if time.type not in ("DATE", "TIME") or time.derivation["value"].rule in _NO_DAYS:
            return 0.0
        published = publication_day(self.report)
        score = self.weight[self.parse[mention.first].sent]
        if published is not None and time.earliest is not None:
            gap = (published - date.fromisoformat(time.earliest)).days
            if abs(gap) > _MONTH:
                return 0.0
            score *= 1.0 if 0 <= gap <= _WEEK else 0.4
        elif published is not None:
            score *= 0.5
        above = [t for t in self.parse.ancestors(mention.first) if not mention.first <= t.i < mention.last][:_FAR]
        aside = next((k for k, t in enumerate(above[:_REACH]) if t.dep in _ASIDE), None)
        if any(_stem(t.lemma) in self.stems for t in above[: _REACH if aside is None else aside + 1] if t.pos in ("NOUN", "VERB")):
            return score * 1.5
        if aside is not None or any(t.lower in word_set("time_comparing") for t in above):
            score *= 0.5  # "..., who won on Wednesday", "after Tuesday's vote": the time of something else
        return score

    def time_phrase(self, mention: TimeMention) -> tuple[int, int]:
        """The expression with what stands beside it: the hour with its day, or the occasion that a day names ("Sunday's final")."""
        p, text = self.parse, self.clean.text
        start, end = mention.start, mention.end
        for other in self.times.mentions:
            if other.first < 0 or p[other.first].sent != p[mention.first].sent or other is mention or self.times.by_id[other.time].granularity not in _DAY_LIKE:
                continue
            if other.start >= end and _BESIDE.fullmatch(text[end : other.start]):
                end = other.end
            elif other.end <= start and _BESIDE.fullmatch(text[other.end : start]):
                start = other.start
        token = p[mention.last - 1]
        head = p[token.head]
        if token.dep == "poss" and head.i > token.i and head.i - token.i <= _OCCASION and head.pos == "PROPN":
            end = head.end
        return start, end

    def dated(self, mention: TimeMention, time: Time) -> Time:
        """The time itself, or the day beside it where it is an hour without one."""
        if time.earliest is not None:
            return time
        start, end = self.time_phrase(mention)
        for other in self.times.mentions:
            if start <= other.start and other.end <= end and self.times.by_id[other.time].earliest is not None:
                return self.times.by_id[other.time]
        return time

    # Where ------------------------------------------------------------------------------------------------------------------------

    def where(self) -> Answer | None:
        """The place that title and lead set the event in; a finer place takes over what its country gathered."""
        total: dict[str, float] = {}
        longest: dict[str, _Phrase] = {}
        country: dict[str, str] = {}
        for found in self.place_phrases():
            total[found.key] = total.get(found.key, 0.0) + found.phrase.score
            if found.key not in longest or found.phrase.last - found.phrase.first > longest[found.key].last - longest[found.key].first:
                longest[found.key] = found.phrase
            if found.country:
                country[found.key] = found.country
        if not total:
            return self.filed()
        states = [k for k in total if country.get(k) == k]
        main = max(states, key=lambda k: total[k], default="")
        score = {k: t + (total[main] if main and k not in states and country.get(k, main) == main else 0.0) for k, t in total.items()}
        return self.phrase(longest[max(score, key=lambda k: (score[k], -longest[k].first))])

    def filed(self) -> Answer | None:
        """Where nothing sets the scene: the first place that the lead names at all, or that of the dateline."""
        p = self.parse
        for sentence in (*self.lead, *(s for s in p.sentences if s.part == "dateline" and s.parsed)):
            for mention in self.places.mentions:
                if p[mention.head].sent == sentence.i and p[mention.head].dep not in _ATTRIBUTES:
                    return self.phrase(_Phrase(*self.whole_name(mention.first, mention.last), 0.0))
        return None

    def place_phrases(self) -> Iterator[_Placed]:
        p = self.parse
        inside: dict[int, PlaceMention] = {i: m for m in self.places.mentions for i in range(m.first, m.last)}
        for sentence in self.lead:
            done: set[int] = set()
            for token in p.tokens[sentence.first : sentence.last]:
                name = self.whole_name(token.i, token.i + 1)
                token = next((p[i] for i in range(*name) if p[i].dep == "pobj"), token)
                mention = next((inside[i] for i in range(*name) if i in inside), None)
                place = self.places.by_id[mention.place] if mention else None
                if token.i in done or not self.sets(token, place is not None):
                    continue
                first, last = syntax.core_phrase(p, token.i) if token.dep == "pobj" else name
                first, last = min(first, name[0]), max(last, name[1], mention.last if mention else 0)
                done.update(range(first, last))
                if mention is not None and (mention.first, mention.last) != name and mention.last - mention.first < name[1] - name[0]:
                    place = None  # a part of a longer name: what the gazetteer knows by that part lies elsewhere
                fine = (_PART if place.relation else _FINE.get(place.precision, 0.8)) if place else _NAMED_SITE
                score = self.weight[sentence.i] * fine * (1.0 if token.dep == "pobj" else _LOOSE)
                state = place.countries[0].lower() if place and place.countries else ""
                key = state if place and state and (place.precision == "country" or place.relation) else (place.name if place else " ".join(t.text for t in p.tokens[name[0] : name[1]])).lower()
                yield _Placed(key, _Phrase(first, self.with_region(token.i, last), score), state)

    def sets(self, token: Token, known: bool) -> bool:
        """Whether a noun sets the scene: a place after a preposition of place or on its own, a name after "at" or "outside"."""
        p = self.parse
        after = p[token.i + 1] if token.i + 1 < len(p) else token
        if token.i in self.timely or (after.text in _HYPHENS and after.start == token.end and self.whole_name(token.i, token.i + 1)[1] == token.i + 1):
            return False
        if token.dep == "pobj":
            prep = p[token.head].lower
            if known or token.ent in _PLACES:
                return prep in word_set("setting_prepositions") or (prep == "of" and p[p[token.head].head].lemma.lower() in word_set("parts_of_places"))
            named = token.pos == "PROPN" or any(c.dep == "compound" and c.pos == "PROPN" for c in p.children(token.i))
            return named and token.ent not in _NO_PLACES and prep in word_set("site_prepositions")
        return known and token.dep not in _ATTRIBUTES and token.dep not in ("nsubj", "dobj")

    def whole_name(self, first: int, last: int) -> tuple[int, int]:
        """A name with what is written to it with hyphens: "Ain-el-Noor"."""
        p = self.parse
        begin, end = first, last
        while end < len(p) and p[end].start == p[end - 1].end and (p[end].text in _HYPHENS or p[end - 1].text in _HYPHENS):
            end += 1
        while begin > 0 and p[begin].start == p[begin - 1].end and (p[begin].text in _HYPHENS or p[begin - 1].text in _HYPHENS):
            begin -= 1
        # Names open and close with a capital: "Gao-based" is none.
        return begin if p[begin].text[:1].isupper() else first, end if p[end - 1].text[:1].isupper() else last

    def with_region(self, head: int, last: int) -> int:
        """Past "in PLACE" or ", PLACE" where the place that holds it is named beside it."""
        p = self.parse
        if last + 1 >= len(p) or p[last].lower not in ("in", ",") or p[last + 1].sent != p[last - 1].sent:
            return last
        for mention in self.places.mentions:
            if mention.first == last + 1:
                return self.whole_name(last, mention.last)[1]
        held = p.subtree(last)
        below = [o for c in p.children(last) if c.dep == "pobj" for o in (c.i, *syntax.prep_objects(p, c.i, "of"))]
        if p[last].lower == "in" and held[-1] - last <= _REGION and any(p[i].ent in _PLACES for i in below) and held == tuple(range(last, held[-1] + 1)):
            return held[-1] + 1
        return last


def _stem(word: str) -> str:
    return word.lower()[:_STEM]
