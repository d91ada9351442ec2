"""places, recognition: which tokens name a place.

Names that the parser's recogniser found, strong names of the gazetteer, names that their surroundings make a place (a preposition, a state
behind a comma, a type word, a list of places), and repeats of what was found. Names inside persons' are none. Names inside organisations
("Lowfield Police Department") and capitals that stand for a government ("Bamako said") are kept *aside*: they tell where a report plays, but
nothing happens there on their word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from onrecord.extract.phrases.towns import called_settlement, fought_near, in_row_of_towns
from onrecord.extract.toponymy.elliptic import provinces_in_full, shared_endings
from onrecord.extract.toponymy.placehints import PlaceHints
from onrecord.extract.toponymy.placeproof import Proof
from onrecord.gazetteer import GazEntry, Gazetteer, is_double_named_town, is_risky_name, typed_heads
from onrecord.lexicon.tables import word_set
from onrecord.lexicon.times import calendar_words
from onrecord.model.parse import NameSpan, Parse, Token

_LABELS = frozenset({"GPE", "LOC", "FAC"})
_BODIES = frozenset({"ORG", "WORK_OF_ART", "LAW", "PRODUCT", "EVENT", "NORP"})
_LONGEST = 6  # hyphens are tokens
_PARTICLES = 3
_MARKS = ("'s", "’s", "'", "’")
_ALIAS_TOWN = 5_000
_LIST_MARKS = frozenset({",", "and", "or", "&", ";"})
_ROOTS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Toponym:
    """Tokens [first, last) that name a place; `name` as it is looked up; `label` the rule that found it; `aside` where it is no place of the record."""

    first: int
    last: int
    name: str
    label: str
    aside: bool = False


@dataclass(slots=True)
class Recogniser:
    """Finds the toponyms of one report. `local` are names that the outlet's own name holds: a place's name without further proof."""

    parse: Parse
    text: str
    gazetteer: Gazetteer
    local: frozenset[str] = frozenset()
    _spans: dict[int, NameSpan] = field(init=False, default_factory=dict)
    proof: Proof = field(init=False)
    hints: PlaceHints = field(init=False)
    _found: dict[int, Toponym] = field(init=False, default_factory=dict)
    _taken: set[int] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self.proof = Proof(self.parse, self.text, self.gazetteer, self.local)
        self.hints = PlaceHints(self.proof)

    def find(self) -> tuple[Toponym, ...]:
        """Toponyms in text order, none overlapping."""
        p = self.parse
        self._found, self._taken = {}, set()
        self._spans = {t: n for n in p.names if not self.two_places(n) for t in range(n.first, n.last)}
        for first, last, name in (*provinces_in_full(p, self.gazetteer), *shared_endings(p, self.gazetteer)):
            self.put(Toponym(first, last, name, "shared ending"))
        for rule in (self.recognised, self.settlements, self.typed_runs, self.typed_lists, self.listed, self.rows, self.in_lists, self.stated, self.of_country, self.in_lists, self.repeats, self.within):
            for item in list(rule()):
                self.put(item)
        return tuple(self.seat(self._found[k]) for k in sorted(self._found))

    def put(self, item: Toponym) -> None:
        if self._taken.isdisjoint(range(item.first, item.last)):
            self._found[item.first] = item
            self._taken.update(range(item.first, item.last))

    # The rules, strongest first ---------------------------------------------------------------------------------------

    def recognised(self) -> Iterator[Toponym]:
        """Names that the parser takes for places; one that the gazetteer lacks needs a preposition of place or a holder beside it."""
        for name in self.parse.names:
            if name.label not in _LABELS:
                continue
            pair = self.joined(name.first, name.last)
            if pair:
                yield from pair
                continue
            first, last = self.proof.widened(*self.proof.trimmed(name.first, name.last))
            if first >= last or not any(t.text[:1].isupper() for t in self.parse.tokens[first:last]):
                continue
            words = self.proof.words(first, last)
            entries, typed = self.gazetteer.lookup(words), self.proof.typed(words)
            if name.label == "FAC" and not entries and not typed:
                continue
            if not entries and any(t.lower in ("or", "and") for t in self.parse.tokens[first:last]):
                continue  # "Atlantic or Saltmarsh sea": two names, of which one may be found alone
            if self.proof.demonym(words) or self.parse[last - 1].tag == "JJ" or self.proof.barred(first, last, words, entries):
                continue
            if not entries and not typed and (_ROOTS.search(words) or not (self.proof.certainly_placed(first) or self.proof.held(last)) or self.proof.personal(first, last)):
                continue
            if self.proof.broken_off(last) or (not entries and self.proof.shouted(first)):
                continue
            if self.proof.doubtful(first, last, words, entries):
                continue
            great = bool(entries) and self.proof.great(entries) and entries[0].kind != "admin1" and not (last - first == 1 and self.proof.own_surname(first))
            if entries and not great and self.proof.personal(first, last) and not self.proof.placed(first, last):
                continue
            yield Toponym(first, last, words, name.label)

    def two_places(self, name: NameSpan) -> bool:
        """ "Kyiv and Odesa", which the parser takes for the name of one thing."""
        at = next((t.i for t in self.parse.tokens[name.first + 1 : name.last - 1] if t.lower == "and"), None)
        return at is not None and all(self.proof.strong(self.gazetteer.lookup(self.proof.words(*half))) for half in ((name.first, at), (at + 1, name.last)))

    def joined(self, first: int, last: int) -> tuple[Toponym, ...]:
        """The two states that a hyphen joins around a recognised name: "US-South Sudan", whichever part was recognised."""
        p = self.parse
        hyphen = next((t.i for t in p.tokens[first : last + 1] if t.text in ("-", "–") and t.i > first and t.sent == p[first].sent), None)
        if hyphen is None or hyphen + 1 >= len(p) or p[hyphen].start != p[hyphen - 1].end or p[hyphen + 1].start != p[hyphen].end:
            return ()
        if hyphen < last and any(e.kind == "country" for e in self.gazetteer.lookup(self.proof.words(first, last))[:1]):
            return ()  # "Guinea-Bissau"
        left = next((s for s in range(max(first, hyphen - 3), hyphen) if self.gazetteer.country_by_name(self.proof.words(s, hyphen)) is not None), None)
        end = min(hyphen + 4, p.sentences[p[first].sent].last)
        right = next((e for e in range(end, hyphen + 1, -1) if self.gazetteer.country_by_name(self.proof.words(hyphen + 1, e)) is not None), None)
        if left is None or right is None:
            return ()
        return (Toponym(left, hyphen, self.proof.words(left, hyphen), "joined"), Toponym(hyphen + 1, right, self.proof.words(hyphen + 1, right), "joined"))

    def settlements(self) -> Iterator[Toponym]:
        """ "the town of X": X is one, whether the parser takes it for a person, a body or nothing, and whether or not the gazetteer has it."""
        p = self.parse
        for token in self.proof.opening:
            if token.i in self._taken or not (called_settlement(p, token.i) or fought_near(p, token.i) or in_row_of_towns(p, token.i)) or token.tag in ("NNPS", "NNS") or self.proof.demonym(token.text):
                continue
            last = self.run_end(token.i)
            known = next((at for at in range(last, token.i, -1) if self.gazetteer.lookup(self.proof.words(token.i, at))), 0)
            if not known and (self.proof.shouted(token.i) or token.lower.rstrip(".") in word_set("forms_of_address")):
                continue
            # "Varna" is no part of "the town of Varna Heights"; of "the town of Varna Police said" it is.
            loose = known == last or self.proof.shouted(token.i) or p[known].lower in word_set("institution_nouns") or (p[known - 1].head not in range(known, last) and self.proof.capital(p[known]))
            last = known if known and loose else last
            words = self.proof.words(token.i, last)
            risky = is_risky_name(words) and p[token.i - 2].lower in ("city", "cities") and not self.proof.known_city(self.gazetteer.lookup(words))  # "the city of God"
            if not risky and not self.proof.broken_off(last) and self._taken.isdisjoint(range(token.i, last)):
                yield Toponym(token.i, last, words, "settlement")

    def run_end(self, first: int) -> int:
        """Where a run of capitals ends that opens at `first`, particles and hyphens inside it included ("Mara al-Hatab", "Lume de la Sierra"), days not."""
        p = self.parse
        end, last = p.sentences[p[first].sent].last, first + 1

        def goes_on(at: int) -> bool:
            dated = (name := self._spans.get(at)) is not None and name.label == "DATE"
            return at < end and not dated and self.proof.capital(p[at])

        while last < end and last - first < _LONGEST:
            at = last
            while at < end and at - last < _PARTICLES and (p[at].lower in word_set("name_parts") or (p[at].text == "-" and p[at].start == p[at - 1].end)) and not p[at].text[:1].isupper():
                at += 1
            if not goes_on(at):
                break
            last = at + 1
        return last

    def typed_runs(self) -> Iterator[Toponym]:
        """Capitalised words that end in a type word ("Old Mill Road", "Lune River", "Kent County")."""
        p = self.parse
        heads, bodies = typed_heads(), word_set("typed_bodies")
        for token in self.proof.opening:
            head = heads.get(token.lower.rstrip("."))
            if head is None or token.lower in bodies or not token.text[:1].isupper() or token.i in self._taken or head.position == "before":
                continue
            first = token.i
            while first > p.sentences[token.sent].first and (self.proof.capital(p[first - 1]) or self.proof.parted(first)) and token.i - first < 3:
                first -= 2 if self.proof.parted(first) else 1
            behind = p[token.i + 1] if token.i + 1 < len(p) and p[token.i + 1].sent == token.sent else None
            if first == token.i or (behind is not None and behind.text[:1].isupper() and behind.text not in _MARKS and behind.pos == "PROPN"):
                continue
            words = self.proof.words(first, token.i + 1)
            entries = self.gazetteer.lookup(words)
            if not is_risky_name(words) and (entries or (token.lower in word_set("typed_surely") and not self.proof.shouted(first))):
                yield Toponym(first, token.i + 1, words, "typed")

    def typed_lists(self) -> Iterator[Toponym]:
        """Names joined before a type word in the plural ("Barrow and Jackson counties")."""
        p = self.parse
        plurals = {f"{w[:-1]}ies" if w.endswith("y") else f"{w}s": w for w, head in typed_heads().items() if head.position != "before" and (head.kind.startswith("admin") or w not in word_set("typed_bodies"))}
        for token in p.tokens:
            kind = plurals.get(token.lower)
            if kind is None:
                continue
            at = token.i
            start = p.sentences[token.sent].first
            joined = False
            items: list[tuple[int, int]] = []
            while at > start:
                last = at
                while at > start and self.proof.capital(p[at - 1]) and last - at < 3:
                    at -= 1
                if at == last:
                    break
                items.append((at, last))
                while at > start and p[at - 1].lower in _LIST_MARKS:
                    joined = joined or p[at - 1].lower in ("and", "or", "&")
                    at -= 1
            if joined and len(items) > 1:
                for first, last in items:
                    name = self.proof.words(first, last)
                    whole = f"{name} {kind}"
                    if any(p[k].ent in ("DATE", "CARDINAL") for k in range(first, last)) or (self.proof.shouted(first) and not self.gazetteer.lookup(name)):
                        continue  # "ON 17 OCTOBER, SEIZING ONE LAUNCHER AND TWO BELTS": in a line of capitals any word looks like a name
                    if first not in self._taken and not self.proof.demonym(name) and not self.proof.barred(first, last, name, ()):
                        yield Toponym(first, last, whole if self.gazetteer.lookup(whole) else name, "typed")

    def listed(self) -> Iterator[Toponym]:
        """Names of the gazetteer that the parser missed: strong ones anywhere, others where their surroundings make them places."""
        p = self.parse
        past = 0
        for token in self.proof.opening:
            if token.i < past or not self.may_open(token.i):
                continue
            item = self.listed_at(token.i, p.sentences[token.sent].last)
            if item is not None:
                past = item.last
                yield item

    def listed_at(self, at: int, end: int) -> Toponym | None:
        for last in range(min(at + _LONGEST, end), at, -1):
            if not self.parse[last - 1].text[:1].isupper() or any(t in self._taken for t in range(at, last)) or not self.proof.whole(at, last):
                continue
            words = self.proof.words(at, last)
            if (typed := self.hints.typed_behind(at, last)) and not self.proof.barred(at, last + 1, self.proof.words(at, last + 1), typed):
                return Toponym(at, last + 1, self.proof.words(at, last + 1), "listed")
            entries = self.gazetteer.lookup(words)
            if not entries or len(words) < 3:
                continue
            if self.proof.demonym(words):
                return None
            if self.proof.barred(at, last, words, entries):
                continue
            if self.proven(at, last, words, entries):
                return Toponym(at, last, words, "listed")
        return None

    def proven(self, at: int, last: int, words: str, entries: tuple[GazEntry, ...]) -> bool:
        """Whether a name of the gazetteer is a place here."""
        inside = self._spans.get(at)
        if self.proof.held(last, entries) or self.proof.heads_report(at, last) or self.proof.fought_over(at, last, entries) or self.proof.in_country(at, entries):
            return True
        doubted = is_risky_name(words) or self.proof.personal(at, last) or not self.proof.settled(entries)
        if not doubted and (self.hints.called_town(at, last) or (self.proof.placed(at, last) and self.hints.lies(at, last))):
            return True
        if inside is not None and inside.label in ("PERSON", *_BODIES):
            if (inside.first, inside.last) == (at, last) and not is_risky_name(words) and not self.proof.personal(at, last):
                told = self.proof.placed(at, last) or self.proof.acted_on(at, last, entries) or self.proof.owns_site(last)
                if self.proof.great(entries) and (told or (self.unsettled(entries) and self.articled(at, last, words))):
                    return True
                if (told and (self.proof.known_city(entries) or is_double_named_town(words, entries))) or (inside.label != "PERSON" and self.proof.described(last, entries)):
                    return True
            return self.proof.where(at) and self.parse[last - 1].dep in ("pobj", "conj") and not is_risky_name(words) and (inside.label != "PERSON" or last - at == 1)
        if is_risky_name(words) or self.proof.personal(at, last):
            return False
        return self.proof.strong(entries) or words.casefold() in self.local or self.proof.placed(at, last) or self.proof.described(last, entries) or self.proof.acted_on(at, last, entries)

    def stated(self) -> Iterator[Toponym]:
        """Names that the gazetteer lacks before the area that holds them ("in Birana, Ontario"), that area, parts of towns, capitals called by their country."""
        p = self.parse
        for token in self.proof.opening:
            if token.i not in self._taken and token.lower not in calendar_words()["month"] and self.hints.stated(token.i, last := self.run_end(token.i)):
                yield Toponym(token.i, last, self.proof.words(token.i, last), "stated")
        for item in sorted(self._found.values(), key=lambda t: t.first):
            area = self.hints.holder(item.last, item.name, item.label == "stated")
            if area is not None and area[0] not in self._taken:
                yield Toponym(*area, self.proof.words(*area), "holder")
        told = self.hints.told([item.name for item in self._found.values()])
        for token in p.tokens:
            if (part := self.hints.quarter(token)) is not None:
                yield Toponym(*part, self.proof.words(*part), "quarter")
            elif (called := self.hints.capital(token, told)) is not None:
                yield Toponym(called[0], token.i + 1, called[1], "capital")

    def of_country(self) -> Iterator[Toponym]:
        """Names taken for persons' or bodies' that are towns of a country which the report tells of."""
        told = self.hints.told([item.name for item in self._found.values()])
        for name in self.parse.names:
            first, last = name.first, name.last - (self.parse[name.last - 1].text in (*_MARKS, "."))
            if name.label in ("PERSON", *_BODIES) and self._taken.isdisjoint(range(first, last)) and self.hints.of_country(first, last, told):
                yield Toponym(first, last, self.proof.words(first, last), "country")

    def rows(self) -> Iterator[Toponym]:
        """Names in a row that all have a place in one country ("Avdiivka, Marinka and Toretsk"): no other reading fits so well."""
        p = self.parse
        past = 0
        for token in self.proof.opening:
            at, end = token.i, p.sentences[token.sent].last
            # A row goes on behind a comma or an "and" two to seven tokens on; most names open none.
            if at < past or not any(t.text in (",", "and", "or") for t in p.tokens[at + 1 : min(end, at + _LONGEST + 1)]):
                continue
            row: list[tuple[Toponym, tuple[GazEntry, ...]]] = []
            while at < end and (found := self.name_at(at)) is not None:
                row.append((found, self.gazetteer.lookup(found.name)))
                at = past = found.last
                marks = 0
                while at < end and p[at].lower in _LIST_MARKS:
                    at, marks = at + 1, marks + 1
                if not marks:
                    break
            shared = set.intersection(*({e.country for e in entries if e.kind != "country" and (e.preferred or e.population > _ALIAS_TOWN)} for _, entries in row)) - {None} if len(row) > 2 else set()
            if shared:
                yield from (item for item, _ in row if item.first not in self._taken)

    def name_at(self, at: int) -> Toponym | None:
        return self._found.get(at) or (self.run_from(at, 1) if self.may_open(at) else None)

    def in_lists(self) -> Iterator[Toponym]:
        """Names of the gazetteer in a list with a place ("in Parkes, Berry and Wyong")."""
        p = self.parse
        todo = sorted(self._found.values(), key=lambda item: item.first)
        while todo:
            item = todo.pop(0)
            for step in (1, -1):
                at = item.last if step == 1 else item.first - 1
                end = p.sentences[p[item.first].sent].last if step == 1 else p.sentences[p[item.first].sent].first - 1
                marks = 0
                while at != end and p[at].lower in _LIST_MARKS:
                    at, marks = at + step, marks + 1
                if at == end or not marks:
                    continue
                found = self.run_from(at, step)
                if found is not None:
                    self.put(found)
                    todo.append(found)
                    yield found

    def run_from(self, at: int, step: int) -> Toponym | None:
        """The longest name of the gazetteer from `at` to the right or to the left."""
        p = self.parse
        for length in range(_LONGEST, 0, -1):
            first, last = (at, at + length) if step == 1 else (at - length + 1, at + 1)
            if first < 0 or last > len(p) or p[first].sent != p[last - 1].sent or not all(self.proof.capital(p[t]) and t not in self._taken for t in range(first, last)):
                continue
            inside = self._spans.get(first)
            if not self.proof.whole(first, last) or (inside is not None and inside.label == "PERSON" and inside.last - inside.first > 1 and (inside.first, inside.last) != (first, last)):
                continue
            words = self.proof.words(first, last)
            entries = self.gazetteer.lookup(words)
            if entries and len(words) > 2 and not (self.proof.demonym(words) or self.proof.personal(first, last) or is_risky_name(words) or self.proof.barred(first, last, words, entries)):
                return Toponym(first, last, words, "list")
        return None

    def repeats(self) -> Iterator[Toponym]:
        """Names found once, wherever they stand whole."""
        known = {t.name.casefold() for t in self._found.values() if len(t.name) > 3} | self.local
        p = self.parse
        for token in self.proof.opening:
            if token.i in self._taken:
                continue
            for length in range(_LONGEST, 0, -1):
                last = token.i + length
                if last > len(p) or p[last - 1].sent != token.sent or self.proof.words(token.i, last).casefold() not in known or any(t in self._taken for t in range(token.i, last)):
                    continue
                inside = self._spans.get(token.i)
                if inside is not None and inside.label in ("PERSON", *_BODIES) and (inside.first, inside.last) != (token.i, last):
                    break
                if self.proof.whole(token.i, last) and not self.proof.personal(token.i, last) and not self.proof.barred(token.i, last, self.proof.words(token.i, last), ()):
                    yield Toponym(token.i, last, self.proof.words(token.i, last), "repeat")
                break

    def within(self) -> Iterator[Toponym]:
        """Places inside the names of organisations and before the words of institutions; kept aside."""
        p = self.parse
        known = {t.name.casefold() for t in self._found.values()} | self.local
        nouns = word_set("institution_nouns")
        for token in self.proof.opening:
            if token.i in self._taken:
                continue
            inside = self._spans.get(token.i)
            titled = inside is not None and inside.label == "PERSON"  # "U.S. Sen. Bob Example": the state's office, then the name
            if titled and not (inside is not None and token.i == inside.first and token.text.isupper() and "." in token.text):
                continue
            for length in range(_LONGEST, 0, -1):
                last = token.i + length
                if last > len(p) or p[last - 1].sent != token.sent or not self.proof.capital(p[last - 1]) or any(t in self._taken for t in range(token.i, last)):
                    continue
                words = self.proof.words(token.i, last)
                entries = self.gazetteer.lookup(words)
                if not entries or len(words) < 2 or self.proof.demonym(words) or self.proof.barred(token.i, last, words, entries) or self.proof.medium(token.i, last):
                    continue
                behind = p[last].lower if last < len(p) and p[last].sent == token.sent else ""
                in_body = inside is not None and inside.label in (*_BODIES, *_LABELS)
                sure = words.casefold() in known or self.proof.strong(entries) or self.proof.abbreviation(words, entries)
                if is_risky_name(words) and words.casefold() not in known:
                    continue
                if (titled and length == 1 and sure) or (in_body and (sure or (behind in nouns and self.opens(token, inside)))) or (behind in nouns and (sure or self.proof.settled(entries))):
                    yield Toponym(token.i, last, words, "within", True)
                    break

    def tentative(self) -> tuple[Toponym, ...]:
        """After `find`: names of the gazetteer that nothing proves so far and that a relation may prove ("40 miles south of X"), those kept aside included."""
        found: list[Toponym] = []
        past = 0
        for token in self.proof.opening:
            if token.i in self._found and self._found[token.i].aside and not self.goes_on(self._found[token.i]):
                found.append(replace(self._found[token.i], aside=False, label="relation"))
            if token.i < past or token.i in self._taken:
                continue
            item = self.run_from(token.i, 1)
            if item is not None and self.proof.whole(item.first, item.last) and not self.proof.barred(item.first, item.last, item.name, self.gazetteer.lookup(item.name)):
                past = item.last
                found.append(replace(item, label="relation"))
        return tuple(found)

    def goes_on(self, item: Toponym) -> bool:
        """Whether the name of an institution goes on behind a place ("Lowfield Police")."""
        p = self.parse
        if item.last >= len(p) or p[item.last].sent != p[item.first].sent:
            return False
        behind = p[item.last]
        return behind.lower in word_set("institution_nouns") or (self.proof.capital(behind) and not self.proof.shouted(item.first)) or self.parse[item.first].dep == "nsubj"

    def unsettled(self, entries: tuple[GazEntry, ...]) -> bool:
        return entries[0].kind not in ("country", "admin1", "city")

    def articled(self, first: int, last: int, words: str) -> bool:
        """Behind "the", as no person is, and with no institution behind it."""
        before = self.proof.before(first)
        return before is not None and before.lower == "the" and not self.goes_on(Toponym(first, last, words, ""))

    def opens(self, token: Token, inside: NameSpan | None) -> bool:
        """Whether a token is the first of a name, "the" aside."""
        return inside is not None and (token.i == inside.first or (token.i == inside.first + 1 and self.parse[inside.first].lower == "the"))

    def seat(self, item: Toponym) -> Toponym:
        """A capital that speaks or acts stands for its government, not for the town."""
        head = self.parse[item.last - 1]
        if head.dep not in ("nsubj", "agent") or item.aside:
            return item
        above = self.parse.head(head.i)
        if above is None or above.lemma not in word_set("seat_verbs"):
            return item
        return replace(item, aside=True) if any(e.feature == "PPLC" and e.preferred for e in self.gazetteer.lookup(item.name)[:3]) else item

    def may_open(self, at: int) -> bool:
        token = self.parse[at]
        return self.proof.capitals[at] and at not in self._taken and (token.pos in ("PROPN", "NOUN", "ADJ") or self.parse.sentences[token.sent].part == "byline")
