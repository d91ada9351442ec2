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

from onrecord.gazetteer import GazEntry, Gazetteer, is_risky_name, typed_heads
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import NameSpan, Parse, Token

_LABELS = frozenset({"GPE", "LOC", "FAC"})
_BODIES = frozenset({"ORG", "WORK_OF_ART", "LAW", "PRODUCT", "EVENT", "NORP"})
_PREPOSITIONS = word_set("placing_before_toponyms")
_WHERE = word_set("where_prepositions")
_STRONG_KINDS = frozenset({"country", "sea", "strait", "region", "continent", "desert", "gulf"})
_LONGEST = 4
_LARGE_AREA = 500_000
_LARGE_CITY = 100_000
_MARKS = ("'s", "’s", "'", "’")
_DASHES = frozenset({"-", "--", "–", "—", "―", ":"})
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
    _surnames: frozenset[str] = field(init=False, default=frozenset())
    _found: dict[int, Toponym] = field(init=False, default_factory=dict)
    _taken: set[int] = field(init=False, default_factory=set)

    def find(self) -> tuple[Toponym, ...]:
        """Toponyms in text order, none overlapping."""
        p = self.parse
        self._found, self._taken = {}, set()
        self._spans = {t: n for n in p.names for t in range(n.first, n.last)}
        persons = [n for n in p.names if n.label == "PERSON"]
        self._surnames = frozenset(p[t].lower for n in persons if n.last - n.first > 1 for t in range(n.first, n.last) if p[t].text[:1].isupper()) | frozenset(
            t.lower for t in p.tokens if t.i and p[t.i - 1].lower.rstrip(".") in word_set("forms_of_address")
        )
        for rule in (self.recognised, self.typed_runs, self.typed_lists, self.listed, self.in_lists, self.repeats, self.within):
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
            first, last = self.widened(*self.trimmed(name.first, name.last))
            if first >= last or not any(t.text[:1].isupper() for t in self.parse.tokens[first:last]):
                continue
            words = self.words(first, last)
            entries, typed = self.gazetteer.lookup(words), self.typed(words)
            if name.label == "FAC" and not entries and not typed:
                continue
            if self.demonym(words) or self.parse[last - 1].tag == "JJ" or self.barred(first, last, words, entries):
                continue
            if not entries and not typed and (_ROOTS.search(words) or not (self.placed(first, last) or self.held(last)) or self.personal(first, last)):
                continue
            if entries and not self.great(entries) and self.personal(first, last) and not self.where(first):
                continue
            yield Toponym(first, last, words, name.label)

    def typed_runs(self) -> Iterator[Toponym]:
        """Capitalised words that end in a type word ("Old Mill Road", "Lune River", "Kent County")."""
        p = self.parse
        heads, bodies = typed_heads(), word_set("typed_bodies")
        for token in p.tokens:
            head = heads.get(token.lower.rstrip("."))
            if head is None or token.lower in bodies or not token.text[:1].isupper() or token.i in self._taken or head.position == "before":
                continue
            first = token.i
            while first > p.sentences[token.sent].first and self.capital(p[first - 1]) and token.i - first < 3:
                first -= 1
            behind = p[token.i + 1] if token.i + 1 < len(p) and p[token.i + 1].sent == token.sent else None
            if first == token.i or (behind is not None and behind.text[:1].isupper() and behind.text not in _MARKS and behind.pos == "PROPN"):
                continue
            words = self.words(first, token.i + 1)
            entries = self.gazetteer.lookup(words)
            if entries or token.lower in word_set("typed_surely"):
                yield Toponym(first, token.i + 1, words, "typed")

    def typed_lists(self) -> Iterator[Toponym]:
        """Names joined before a type word in the plural ("Barrow and Jackson counties")."""
        p = self.parse
        plurals = {**{f"{w}s": w for w in ("province", "district", "state", "region", "governorate", "island", "river", "mountain", "village", "town")}, "counties": "county", "cities": "city"}
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
                while at > start and self.capital(p[at - 1]) and last - at < 3:
                    at -= 1
                if at == last:
                    break
                items.append((at, last))
                while at > start and p[at - 1].lower in _LIST_MARKS:
                    joined = joined or p[at - 1].lower in ("and", "or", "&")
                    at -= 1
            if joined and len(items) > 1:
                for first, last in items:
                    name = self.words(first, last)
                    whole = f"{name} {kind}"
                    if first not in self._taken and not self.demonym(name):
                        yield Toponym(first, last, whole if self.gazetteer.lookup(whole) else name, "typed")

    def listed(self) -> Iterator[Toponym]:
        """Names of the gazetteer that the parser missed: strong ones anywhere, others where their surroundings make them places."""
        p = self.parse
        for sentence in p.sentences:
            at = sentence.first
            while at < sentence.last:
                item = self.listed_at(at, sentence.last) if self.may_open(at) else None
                if item is not None:
                    yield item
                at = item.last if item is not None else at + 1

    def listed_at(self, at: int, end: int) -> Toponym | None:
        for last in range(min(at + _LONGEST, end), at, -1):
            if not self.parse[last - 1].text[:1].isupper() or any(t in self._taken for t in range(at, last)) or not self.whole(at, last):
                continue
            words = self.words(at, last)
            entries = self.gazetteer.lookup(words)
            if not entries or len(words) < 3:
                continue
            if self.demonym(words):
                return None
            if self.barred(at, last, words, entries):
                continue
            if self.proven(at, last, words, entries):
                return Toponym(at, last, words, "listed")
        return None

    def proven(self, at: int, last: int, words: str, entries: tuple[GazEntry, ...]) -> bool:
        """Whether a name of the gazetteer is a place here."""
        inside = self._spans.get(at)
        if self.held(last, entries) or self.heads_report(at, last):
            return True
        if inside is not None and inside.label in ("PERSON", *_BODIES):
            return self.where(at) and self.parse[at].dep in ("pobj", "conj") and not is_risky_name(words) and (inside.label != "PERSON" or last - at == 1)
        if is_risky_name(words) or self.personal(at, last):
            return False
        return self.strong(entries) or words.casefold() in self.local or self.placed(at, last) or self.described(last, entries)

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
            if first < 0 or last > len(p) or p[first].sent != p[last - 1].sent or not all(self.capital(p[t]) and t not in self._taken for t in range(first, last)):
                continue
            inside = self._spans.get(first)
            if not self.whole(first, last) or (inside is not None and inside.label == "PERSON" and inside.last - inside.first > 1):
                continue
            words = self.words(first, last)
            if self.gazetteer.lookup(words) and not self.demonym(words) and not self.personal(first, last) and not is_risky_name(words) and len(words) > 2:
                return Toponym(first, last, words, "list")
        return None

    def repeats(self) -> Iterator[Toponym]:
        """Names found once, wherever they stand whole."""
        known = {t.name.casefold() for t in self._found.values() if len(t.name) > 3} | self.local
        p = self.parse
        for token in p.tokens:
            if not self.capital(token) or token.i in self._taken:
                continue
            for length in range(_LONGEST, 0, -1):
                last = token.i + length
                if last > len(p) or p[last - 1].sent != token.sent or self.words(token.i, last).casefold() not in known or any(t in self._taken for t in range(token.i, last)):
                    continue
                inside = self._spans.get(token.i)
                if inside is not None and inside.label in ("PERSON", *_BODIES) and (inside.first, inside.last) != (token.i, last):
                    break
                if self.whole(token.i, last) and not self.personal(token.i, last) and not self.barred(token.i, last, self.words(token.i, last), ()):
                    yield Toponym(token.i, last, self.words(token.i, last), "repeat")
                break

    def within(self) -> Iterator[Toponym]:
        """Places inside the names of organisations and before the words of institutions; kept aside."""
        p = self.parse
        known = {t.name.casefold() for t in self._found.values()} | self.local
        nouns = word_set("institution_nouns")
        for token in p.tokens:
            if not self.capital(token) or token.i in self._taken:
                continue
            inside = self._spans.get(token.i)
            if inside is not None and inside.label == "PERSON":
                continue
            for length in range(_LONGEST, 0, -1):
                last = token.i + length
                if last > len(p) or p[last - 1].sent != token.sent or not self.capital(p[last - 1]) or any(t in self._taken for t in range(token.i, last)):
                    continue
                words = self.words(token.i, last)
                entries = self.gazetteer.lookup(words)
                if not entries or len(words) < 2 or self.demonym(words) or self.barred(token.i, last, words, entries) or self.medium(token.i, last):
                    continue
                behind = p[last].lower if last < len(p) and p[last].sent == token.sent else ""
                in_body = inside is not None and inside.label in (*_BODIES, *_LABELS)
                sure = words.casefold() in known or self.strong(entries)
                if is_risky_name(words) and words.casefold() not in known:
                    continue
                if (in_body and (sure or behind in nouns)) or (behind in nouns and (sure or self.settled(entries))):
                    yield Toponym(token.i, last, words, "within", True)
                    break

    def seat(self, item: Toponym) -> Toponym:
        """A capital that speaks or acts stands for its government, not for the town."""
        head = self.parse[item.last - 1]
        if head.dep not in ("nsubj", "agent") or item.aside:
            return item
        above = self.parse.head(head.i)
        if above is None or above.lemma not in word_set("seat_verbs"):
            return item
        return replace(item, aside=True) if any(e.feature == "PPLC" and e.preferred for e in self.gazetteer.lookup(item.name)[:3]) else item

    # What surroundings and names prove --------------------------------------------------------------------------------

    def strong(self, entries: tuple[GazEntry, ...]) -> bool:
        """Whether a name is so much a place's that it needs no proof: states, seas, great cities by their main name, counties by their full one."""
        first = entries[0]
        if first.kind in _STRONG_KINDS and first.preferred:
            return True
        if first.kind == "country":
            return True
        if any(e.kind == "admin1" and e.preferred and e.population > _LARGE_AREA for e in entries[:3]):
            return True
        return any(e.preferred and ((e.kind == "city" and e.population > _LARGE_CITY) or (e.kind == "admin2" and e.name.endswith((" County", " Parish")))) for e in entries[:3])

    def great(self, entries: tuple[GazEntry, ...]) -> bool:
        return entries[0].kind in _STRONG_KINDS or entries[0].population > _LARGE_AREA

    def settled(self, entries: tuple[GazEntry, ...]) -> bool:
        return any(e.preferred and e.kind in ("city", "admin2") and e.population > 1_000 for e in entries)

    def placed(self, at: int, last: int) -> bool:
        before = self.before(at)
        if before is not None and before.lower in ("the", "nearby", "downtown"):
            before = self.before(before.i) if before.lower == "the" else before
            if before is not None and before.lower in ("nearby", "downtown"):
                return True
        return (
            before is not None and before.lower in _PREPOSITIONS and before.pos == "ADP" and self.parse[last - 1].dep in ("pobj", "conj", "appos", "compound", "poss")
            and self.parse[at].pos == "PROPN"
        )  # fmt: skip

    def where(self, at: int) -> bool:
        before = self.before(at)
        return before is not None and before.lower in _WHERE and before.pos == "ADP"

    def held(self, last: int, entries: tuple[GazEntry, ...] = ()) -> bool:
        """Whether a state or country follows behind a comma and, where the name is known, holds one of its places ("Pandi, Bulacan")."""
        p = self.parse
        if last + 1 >= len(p) or p[last].text != "," or p[last + 1].sent != p[last - 1].sent or not self.capital(p[last + 1]):
            return False
        for length in range(3, 0, -1):
            end = last + 1 + length
            if end > len(p) or p[end - 1].sent != p[last].sent:
                continue
            areas = [e for e in self.gazetteer.lookup(self.words(last + 1, end)) if e.kind in ("admin1", "country") and e.country]
            if not areas:
                continue
            if not entries:
                return True
            return any(e.country == a.country and (a.kind == "country" or a.admin1 == e.admin1) and e.kind not in ("country", "admin1") for a in areas for e in entries)
        return False

    def heads_report(self, at: int, last: int) -> bool:
        """A dateline inside the text: capital letters at the head of a sentence, before a dash."""
        p = self.parse
        behind = p[last] if last < len(p) else None
        return behind is not None and at == p.sentences[p[at].sent].first and behind.text in _DASHES and all(t.text.isupper() for t in p.tokens[at:last])

    def personal(self, first: int, last: int) -> bool:
        """Whether the report knows the name as a person's: part of a full name, behind a form of address, or one who speaks."""
        p = self.parse
        if last - first > 1:
            return False
        if p[first].lower in self._surnames and self.words(first, last).casefold() not in self.local:
            return True
        above = p.head(first)
        return p[first].dep == "nsubj" and above is not None and above.lemma in word_set("speech_of_persons")

    def barred(self, first: int, last: int, words: str, entries: tuple[GazEntry, ...]) -> bool:
        """What is no place whatever the gazetteer has: a disease, a people, an abbreviation that no state or region goes by."""
        p = self.parse
        behind = p[last].lower if last < len(p) and p[last].sent == p[first].sent else ""
        lower = words.casefold()
        if lower in word_set("never_places") or behind in word_set("behind_disease_names"):
            return True
        if last - first == 1 and lower in word_set("peoples_of_continents") and p[first].pos in ("ADJ", "PROPN") and not any(e.kind == "region" for e in entries):
            return True
        short = words.isupper() and " " not in words and len(words.replace(".", "")) <= 4
        return short and bool(entries) and not any(e.kind in ("country", "admin1", "region", "continent") or (e.kind == "city" and e.population > 1_000_000) for e in entries) and not self.heads_report(first, last)

    def medium(self, first: int, last: int) -> bool:
        """Whether the words around belong to the name of a paper, a broadcaster or a journal."""
        p = self.parse
        words = word_set("media_words")
        end = p.sentences[p[first].sent].last
        at = last
        while at < min(end, last + 3) and (self.capital(p[at]) or p[at].text in ("-", "&")):
            if p[at].lower in words:
                return True
            at += 1
        return False

    def described(self, last: int, entries: tuple[GazEntry, ...]) -> bool:
        """A town before a word that towns stand before ("a Lowfield man", "Lowfield-based", "the Lowfield area")."""
        p = self.parse
        if last >= len(p) or p[last].sent != p[last - 1].sent or not self.settled(entries):
            return False
        return p[last].lower in word_set("behind_places") or (p[last].text == "-" and last + 1 < len(p) and p[last + 1].lower == "based")

    def widened(self, first: int, last: int) -> tuple[int, int]:
        """The longest name of the gazetteer around a recognised one ("Guinea" of "Guinea-Bissau")."""
        p = self.parse
        if first >= last:
            return first, last
        sentence = p.sentences[p[first].sent]
        best = first, last
        for start in range(max(sentence.first, first - 4), first + 1):
            for end in range(min(sentence.last, last + 3), last - 1, -1):
                if end - start <= best[1] - best[0] or not (p[start].text[:1].isupper() and p[end - 1].text[:1].isupper()):
                    continue
                if any(t.text == "," or t.pos in ("VERB", "AUX", "CCONJ") for t in p.tokens[start:end]):
                    continue
                if self.gazetteer.lookup(self.words(start, end)):
                    best = start, end
        return best

    def demonym(self, words: str) -> bool:
        return self.gazetteer.country_by_demonym(words) is not None and self.gazetteer.country_by_name(words) is None

    # Words ------------------------------------------------------------------------------------------------------------

    def before(self, at: int) -> Token | None:
        p = self.parse
        return p[at - 1] if at and p[at - 1].sent == p[at].sent else None

    def capital(self, token: Token) -> bool:
        return token.text[:1].isupper() and token.pos in ("PROPN", "NOUN", "ADJ", "VERB", "ADV", "X", "INTJ", "NUM")

    def may_open(self, at: int) -> bool:
        token = self.parse[at]
        return token.text[:1].isupper() and token.pos in ("PROPN", "NOUN", "ADJ") and at not in self._taken

    def whole(self, first: int, last: int) -> bool:
        """Whether the words are a whole name: no capitalised name word stands right before or behind them."""
        p = self.parse
        before, behind = self.before(first), (p[last] if last < len(p) and p[last].sent == p[first].sent else None)
        if before is not None and before.pos == "PROPN" and before.text[:1].isupper() and before.dep == "compound" and before.head in range(first, last):
            return False
        return not (behind is not None and behind.pos == "PROPN" and behind.text[:1].isupper() and p[last - 1].dep == "compound" and p[last - 1].head == behind.i)

    def trimmed(self, first: int, last: int) -> tuple[int, int]:
        p = self.parse
        bearings, openers = word_set("bearing_words"), word_set("typed_openers")
        while first < last and (p[first].lower in ("the", "a", "an") or (p[first].lower in bearings and p[first].text[:1].islower())):
            first += 1
        if last - first > 2 and p[first].lower in openers and p[first + 1].lower == "of":
            first += 2
        while last > first and (p[last - 1].text in _MARKS or p[last - 1].pos in ("PUNCT", "ADP", "CCONJ") or p[last - 1].lower == "coast"):
            last -= 1
        return first, last

    def typed(self, words: str) -> bool:
        parts = words.lower().split()
        return len(parts) > 1 and (parts[-1].rstrip(".") in typed_heads() or parts[0] in typed_heads())

    def words(self, first: int, last: int) -> str:
        return " ".join(self.text[self.parse[first].start : self.parse[last - 1].end].split())
