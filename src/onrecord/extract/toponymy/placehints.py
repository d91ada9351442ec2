"""places, recognition: what the words around a name that the parser took for a person, a body or nothing tell of where it lies. A helper, no stage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.extract.toponymy.placeproof import Proof
from onrecord.gazetteer import GazEntry, is_risky_name
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_AREAS = frozenset({"admin1", "country", "region", "sea", "strait", "continent"})
_SPOTS, _BOUND = word_set("prepositions_of_spots"), word_set("bound_for_places")
_MOVING = word_set("words_of_ways")
_LANDS, _TOWNS = word_set("lands_things_lie_on"), word_set("town_words") | {"capital", "stronghold", "seaport"}
_QUARTERS = word_set("quarters_of_towns")
_COMPASS = word_set("compass_words")
_ENGLISH = word_set("english_local_press")
_ENDS = frozenset({",", ".", ")", ";", "'s", "’s", "-", "–", "—"})
_SETTLED, _LONGEST, _SHORTEST = 1_000, 4, 4
_AT_CAPITALS = frozenset({"in", "to", "from", "near", "outside", "around", "into", "inside"})


@dataclass(frozen=True, slots=True)
class PlaceHints:
    """Questions about tokens [first, last) of one report."""

    proof: Proof

    def lies(self, first: int, last: int) -> bool:
        """Whether the words behind a comma say where it lies: "at Varna, in the northern Dune region", "to Varna, on the coast"."""
        p = self.proof.parse
        end = p.sentences[p[first].sent].last
        if last + 2 >= end or p[last].text != "," or p[last + 1].lower not in ("in", "on", "off", "near", "along"):
            return False
        at = last + 2
        while at < end and at < last + 5 and (p[at].lower in ("the", "its") or (p[at].text.islower() and (p[at].tag == "JJ" or p[at].lower in _COMPASS))):
            at += 1
        if at >= end:
            return False
        if p[last + 1].lower != "in" and p[at].lower in _LANDS:
            return True
        return any(e.kind in _AREAS and e.preferred for e in self.run(at, end)[1])

    def run(self, at: int, end: int) -> tuple[int, tuple[GazEntry, ...]]:
        """The longest name of the gazetteer in capitals from `at`: where it ends, and its entries."""
        p = self.proof.parse
        for last in range(min(at + _LONGEST, end), at, -1):
            if p[at].text[:1].isupper() and p[last - 1].text[:1].isupper() and (entries := self.proof.gazetteer.lookup(self.proof.words(at, last))):
                return last, entries
        return at, ()

    def called_town(self, first: int, last: int) -> bool:
        """ "the second port, Varna, a smaller crowd": what a noun for towns is explained by between two commas."""
        p = self.proof.parse
        if first < 3 or last >= len(p) or p[first - 1].text != "," or p[first - 2].sent != p[first].sent or p[last].text not in _ENDS:
            return False
        return p[first - 2].text.islower() and p[first - 2].lower in _TOWNS

    def typed_behind(self, first: int, last: int) -> tuple[GazEntry, ...]:
        """The entries of a name with the small type word behind it ("Zamzam camp", "South Gondar zone")."""
        p = self.proof.parse
        if last >= len(p) or p[last].sent != p[first].sent or not p[last].text.islower() or p[last].pos not in ("NOUN", "PROPN"):
            return ()
        if last + 1 < len(p) and p[last + 1].lower in word_set("behind_no_subdivision"):
            return ()  # "a San Salvador department store"
        return self.proof.gazetteer.lookup(self.proof.words(first, last + 1))

    def told(self, names: Iterable[str]) -> frozenset[str]:
        """The countries that the report tells of: those of the names found, of its adjectives and of capitals, whatever these stand for."""
        gazetteer, p = self.proof.gazetteer, self.proof.parse
        found = {e.country for name in names for e in gazetteer.lookup(name)[:2] if e.preferred}
        found |= {c.code for t in self.proof.opening if (c := gazetteer.country_by_demonym(t.text)) is not None}
        found |= {e.country for n in p.names for e in gazetteer.lookup(self.proof.words(n.first, n.last))[:3] if e.preferred and (e.feature == "PPLC" or e.kind == "country")}
        return frozenset(country for country in found if country)

    def stated(self, first: int, last: int) -> bool:
        """Whether a name that the gazetteer lacks stands behind a preposition of place and before the area that holds it: "at Birana, in the Dune region"."""
        before = self.proof.before(first)
        if before is None or before.lower == "from" or not self.proof.certainly_placed(first) or self.proof.parse[first].pos != "PROPN":
            return False
        if not (self.proof.held(last) or self.lies(first, last)):
            return False
        words = self.proof.words(first, last)
        return not (self.proof.gazetteer.lookup(words) or any(c.isdigit() for c in words) or self.proof.shouted(first) or self.proof.personal(first, last) or self.proof.barred(first, last, words, ()))

    def holder(self, last: int, name: str, unknown: bool) -> tuple[int, int] | None:
        """The province behind the comma that follows a place of it, or one that the gazetteer lacks."""
        p = self.proof.parse
        if last + 1 >= len(p) or p[last].text != "," or p[last + 1].sent != p[last].sent:
            return None
        end, areas = self.run(last + 1, p.sentences[p[last].sent].last)
        if not areas or areas[0].kind != "admin1" or not areas[0].preferred or is_risky_name(self.proof.words(last + 1, end)):
            return None
        return (last + 1, end) if unknown or self.proof.held(last, self.proof.gazetteer.lookup(name)) else None

    def capital(self, token: Token, told: frozenset[str]) -> tuple[int, str] | None:
        """ "the Malian capital", "Mali's capital", "the capital of Mali", and in a report of one country "in the capital": where its words begin, and its name."""
        p, gazetteer = self.proof.parse, self.proof.gazetteer
        if token.text != "capital" or token.pos != "NOUN" or token.dep in ("compound", "amod", "nmod") or token.i < 2:
            return None
        sentence = p.sentences[token.sent]
        first, code = token.i, None
        before, above = p[first - 1], p[first - 2]
        if before.text[:1].isupper() and first - 1 > sentence.first:
            start = first - 2 if above.text[:1].isupper() and first - 2 > sentence.first else first - 1
            known = gazetteer.country_by_demonym(self.proof.words(start, first))
            if known is not None and start > sentence.first and p[start - 1].lower == "the":
                first, code = start, known.code
        elif before.text in ("'s", "’s"):
            owners = (gazetteer.country_by_name(self.proof.words(at, first - 1)) for at in range(max(sentence.first, first - 4), first - 1))
            code = next((c.code for c in owners if c is not None), None)
        elif before.lower == "the" and token.i + 1 < sentence.last and p[token.i + 1].lower == "of":
            entries = self.run(token.i + 2, sentence.last)[1]
            code = entries[0].country if entries and entries[0].kind == "country" else None
        elif before.lower == "the" and above.pos == "ADP" and above.lower in _AT_CAPITALS and len(told) == 1:
            code = next(iter(told))
        town = gazetteer.capital_of(code) if code else None
        behind = p[token.i + 1] if token.i + 1 < sentence.last else None
        if town is None or (behind is not None and behind.text[:1].isupper()) or self.names(town, sentence.first, sentence.last):
            return None
        return first, town.name

    def names(self, town: GazEntry, first: int, last: int) -> bool:
        """Whether some words of tokens [first, last) are a name of the town."""
        gazetteer = self.proof.gazetteer
        starts = (t.i for t in self.proof.parse.tokens[first:last] if t.text[:1].isupper())
        return any(e.geonameid == town.geonameid for at in starts for end in range(at + 1, min(at + _LONGEST + 2, last) + 1) for e in gazetteer.lookup(self.proof.words(at, end))[:6])

    def of_country(self, first: int, last: int, told: frozenset[str]) -> bool:
        """Whether a name that the parser took for a person's or a body's is a town of a country that the report tells of, behind a word that only spots follow.

        Where towns are called like families ("at Hamilton"), that proves nothing.
        """
        if first >= last or not self.proof.whole(first, last):
            return False
        words = self.proof.words(first, last)
        entries = self.proof.gazetteer.lookup(words)
        town = any(e.kind in ("city", "admin2") and e.preferred and e.population > _SETTLED and e.country in told and e.country not in _ENGLISH for e in entries)
        if not town or len(words) < _SHORTEST or is_risky_name(words) or self.proof.personal(first, last) or self.proof.barred(first, last, words, entries):
            return False
        return self.spotted(first, last) or self.proof.acted_on(first, last, entries)

    def spotted(self, first: int, last: int) -> bool:
        """Whether the name stands behind "at", "off", "toward", behind "to" and "from" of a way, behind "for" of a departure."""
        p = self.proof.parse
        before = self.proof.before(first)
        if before is None or before.pos != "ADP" or p[last - 1].dep not in ("pobj", "conj"):
            return False
        if before.lower in _SPOTS:
            return True
        above = p[before.head].lemma.lower()
        return (before.lower in ("to", "from") and above in _MOVING) or (before.lower == "for" and above in _BOUND)

    def quarter(self, token: Token) -> tuple[int, int] | None:
        """The unknown name that "the ... quarter" or "the ... district" gives to a part of a town."""
        p = self.proof.parse
        if token.lower not in _QUARTERS or not token.text.islower() or token.dep == "compound":
            return None
        first = token.i
        begin = p.sentences[token.sent].first
        while first > begin and token.i - first < _LONGEST + 2 and (self.proof.capital(p[first - 1]) or p[first - 1].text in ("-", "al", "el", "de", "la", "del", "da", "do")):
            first -= 1
        if first == token.i or not self.proof.capital(p[first]) or not self.proof.capital(p[token.i - 1]) or p[first - 1 if first else 0].lower != "the":
            return None
        words = self.proof.words(first, token.i)
        known = self.proof.demonym(words) or self.proof.personal(first, token.i) or any(p[t].tag in ("JJ", "NNPS") for t in range(first, token.i))
        return None if known or self.proof.gazetteer.lookup(words) or self.proof.shouted(first) else (first, token.i)
