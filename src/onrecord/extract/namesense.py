"""What a name that was found is by the words around it: a place, a person, another name of somebody named before. A helper of the mention finder, no stage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.actorbook import ActorBook
from onrecord.extract.belonging import Belonging
from onrecord.extract.found import BODIES, Found
from onrecord.gazetteer import shared_gazetteer
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

# "the municipality of X", "the X neighborhood": what such a word names is a place, whatever the recogniser says.
SETTLEMENTS = word_set("settlement_nouns")
_INSIDE = word_set("placing_before_deeds")
# "the mayor of X", "residents of X"
_OF_PLACES = word_set("nouns_of_places")
_SAID_OF = word_set("backing_participles") | word_set("belonging_participles")
# What stands between somebody's name and another one.
_ALIAS = word_set("alias_words")
_LEANING = frozenset({"anti", "pro"})
_QUOTES = "\"“”‘’'«»"
_DASHES = frozenset({"-", "--", "–", "—"})
_UNLISTED = ("name:organisation", "name:capitalised", "name:person", "name:apposed", "place")


@dataclass(frozen=True, slots=True)
class NameSense:
    """Reads names again once all of a report are known."""

    parse: Parse
    book: ActorBook
    belonging: Belonging

    def settle(self, found: dict[int, Found]) -> dict[int, Found]:
        """The names without those that name places, datelines and leanings, persons known as such, and other names tied to the first (`same_as`)."""
        kept = {h: m for h, m in found.items() if not (m.kind == "name" and not m.listed and (self.placed(m) or self.dateline(m) or self.leaning(m) or self.backing(m) or self.label(m)))}
        kept = self._shortened(self._persons(kept))
        for first, last, owner in self._others(kept):
            head = self.belonging.head(first, last)
            words = self.belonging.text(first, last)
            kept = {h: m for h, m in kept.items() if m is owner or not (m.first < last and first < m.last)}
            for h, m in list(kept.items()):
                if m.kind == "name" and m.rule in _UNLISTED and m.name == words:
                    kept[h] = replace(m, entity_kind=owner.entity_kind, countries=(), same_as=owner.first)
            kept[head] = Found(first, last, head, "name", words, owner.entity_kind, rule="name:alias", same_as=owner.first)
        return kept

    def placed(self, m: Found) -> bool:
        """ "the town of X", "X province", "in X" of a place with a person's name: nobody acts under it."""
        p = self.parse
        if m.rule not in _UNLISTED:
            return False
        token, above = p[m.head], p.head(m.head)
        if token.lower in SETTLEMENTS:
            return self.located(token)
        if self.province(token):
            return True
        if above is not None and token.dep in ("compound", "nmod") and above.i == m.last and (above.text in SETTLEMENTS or self.province(above)):
            return True
        if token.dep != "pobj" or above is None:
            return False
        if above.lower == "of":
            owner = p.head(above.i)
            return owner is not None and (owner.lower in SETTLEMENTS or owner.lemma.lower() in _OF_PLACES)
        return above.lower == "in" and m.entity_kind == "person" and not m.title and bool(shared_gazetteer().lookup(m.name))

    def province(self, token: Token) -> bool:
        """ "the Oruro department": what elsewhere is a ministry's word, behind the name of a first-level division."""
        p = self.parse
        if token.lemma.lower() != "department":
            return False
        first = token.i
        while first and p[first - 1].sent == token.sent and p[first - 1].pos == "PROPN" and p[first - 1].text[:1].isupper():
            first -= 1
        return any(e.kind == "admin1" for at in range(first, token.i) for e in shared_gazetteer().lookup(self.belonging.text(at, token.i)))

    def located(self, token: Token) -> bool:
        """Whether a word for a settlement only tells where: "in the municipality"."""
        above = self.parse.head(token.i)
        return token.dep == "pobj" and above is not None and above.lower in _INSIDE and above.lower != "by"

    def dateline(self, m: Found) -> bool:
        """ "KHARTOUM - Rebels ...": where a report was written."""
        p = self.parse
        sentence = p.sentences[p[m.first].sent]
        opens = m.first == sentence.first
        if sentence.part == "byline" and m.entity_kind == "state":
            return True
        return m.rule == "country:capital" and opens and m.last < len(p) and p[m.last].text in _DASHES and p[m.last].start > p[m.last - 1].end

    def leaning(self, m: Found) -> bool:
        """ "the pro-X camp": the name tells whom somebody is for or against."""
        p = self.parse
        own = m.last - m.first > 1 and p[m.first].lower in _LEANING and p[m.first + 1].text == "-"
        return m.rule in _UNLISTED and (own or self.belonging.leaning(m.first) or p[m.first].lower.startswith(tuple(f"{w}-" for w in _LEANING)))

    def backing(self, m: Found) -> bool:
        """ "US-backed rebels", "Kyiv-based monitors": a state that is said of somebody else."""
        p = self.parse
        joined = m.last + 1 < len(p) and p[m.last].text == "-" and p[m.last].start == p[m.last - 1].end
        return m.entity_kind == "state" and joined and p[m.last + 1].lower in _SAID_OF

    def label(self, m: Found) -> bool:
        """ "HOST: ...", "FILE - ...": a word in capitals before a colon or a dash tells what follows."""
        p = self.parse
        behind = p[m.last].text if m.last < len(p) else ""
        return m.rule in _UNLISTED and m.entity_kind != "person" and m.last - m.first == 1 and m.name.isupper() and len(m.name) > 3 and (behind == ":" or behind in _DASHES)

    def _shortened(self, found: dict[int, Found]) -> dict[int, Found]:
        """ "the Herons" after "the Herons of Reed": a body by the first word of its name, where one body of the report begins with it."""
        p = self.parse
        first: dict[str, set[str]] = {}
        at: dict[str, int] = {}
        for m in found.values():
            if m.kind == "name" and m.entity_kind in BODIES and m.last - m.first > 1:
                first.setdefault(p[m.first].lower, set()).add(m.name)
                at[p[m.first].lower] = m.first
        kept = dict(found)
        for h, m in found.items():
            if m.kind == "name" and m.rule in _UNLISTED and not m.sectors and m.last - m.first == 1 and m.first and p[m.first - 1].lower == "the" and len(first.get(p[h].lower, ())) == 1:
                kept[h] = replace(m, entity_kind="organisation", countries=(), sectors=(), same_as=at[p[h].lower])
        return kept

    def _persons(self, found: dict[int, Found]) -> dict[int, Found]:
        """What the recogniser takes for a body here and for a person's full name there, or who is said to be a "who", is a person."""
        p = self.parse
        persons, names = (
            Counter(tuple(m.name.casefold().split()) for m in found.values() if m.kind == "name" and (m.entity_kind == "person" or not person))
            for person in (True, False)
        )
        # Taken for a person as often at least as for anything else.
        full = {words for words, count in persons.items() if len(words) > 1 and 2 * count >= names[words]}
        last = {words[-1] for words in full}
        kept = dict(found)
        for h, m in found.items():
            if m.kind != "name" or m.rule not in ("name:organisation", "name:capitalised") or m.entity_kind not in ("organisation", "unknown") or m.sectors:
                continue
            words = tuple(m.name.casefold().split())
            clause = next((c for c in p.children(h) if c.dep == "relcl"), None)
            who = clause is not None and any(c.lower == "who" for c in p.children(clause.i)) and len(words) > 1
            alias = m.first > 1 and (p[m.first - 1].lower in _ALIAS or (p[m.first - 1].text in _QUOTES and p[m.first - 2].lower in _ALIAS))
            if words in full or alias or self.book.is_person(m.name) or (len(words) == 1 and words[0] in last and p[m.first - 1].lower not in ("the", "a")) or who:
                kept[h] = replace(m, entity_kind="person", countries=(), rule="name:person")
        return kept

    def _others(self, found: dict[int, Found]) -> Iterator[tuple[int, int, Found]]:
        """Other names of somebody: tokens [first, last) and the name they stand behind."""
        p = self.parse
        for m in sorted(found.values(), key=lambda m: m.first):
            if m.kind != "name" or m.entity_kind not in ("person", "unknown", *BODIES) or m.last >= len(p) - 1:
                continue
            at = m.last + 1 if p[m.last].text in (",", "(") else m.last
            begin = self._introduced(at)
            if begin is not None:
                end = self._name_end(begin)
                if end > begin:
                    yield begin, end, m
            elif p[m.last].text == "(" and m.entity_kind in BODIES:
                end = self._name_end(at)
                inside = found.get(self.belonging.head(at, end)) if end > at else None
                if end < len(p) and p[end].text == ")" and inside is not None and inside.rule in _UNLISTED and end - at > 1:
                    yield at, end, m

    def _introduced(self, at: int) -> int | None:
        """Where the other name begins behind "alias", "nicknamed", "also known as"; None where nothing introduces one."""
        p = self.parse
        end = p.sentences[p[at].sent].last
        if p[at].lower.rstrip(".") in _ALIAS:
            at += 1
        else:
            while at < end and p[at].pos == "ADV":
                at += 1
            if at + 2 >= end or p[at].lower != "known" or p[at + 1].lower != "as":
                return None
            at += 2
        while at < end and (p[at].text in _QUOTES or p[at].lower == "the"):
            at += 1
        return at if at < end and p[at].text[:1].isupper() else None

    def _name_end(self, first: int) -> int:
        p = self.parse
        end, last = p.sentences[p[first].sent].last, first
        while last < end and (p[last].text[:1].isupper() or (p[last].pos in ("ADP", "DET") and last + 1 < end and p[last + 1].text[:1].isupper())):
            last += 1
        return last
