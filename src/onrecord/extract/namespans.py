"""The recogniser's names as they stand: what it joins and the text does not is parted, what it cuts within quotation marks is whole. A helper of the
mention finder, no stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.actorbook import ActorBook
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import NameSpan, Parse

_OPENING, _CLOSING = frozenset({'"', "“", "``", "«"}), frozenset({'"', "”", "''", "»"})
_ENDS = word_set("ends_of_bodies_names") | word_set("company_ends") | word_set("common_body_words")
_PARTNERS = frozenset({"partners", "sons", "associates", "brothers", "co", "daughters"})
_LONGEST = 3  # words of one name of two that are joined


@dataclass(frozen=True, slots=True)
class NameSpans:
    """Reads the names of one parse."""

    parse: Parse
    book: ActorBook

    def all(self) -> Iterator[NameSpan]:
        """Every name in text order, parted or made whole."""
        names = [self._cut(self._closed(n)) if n.label in ("PERSON", "ORG") else n for n in self.parse.names]
        parts = {n: self._parts(n) for n in names if n.label in ("PERSON", "ORG")}
        # What is two once is two wherever it stands.
        two = {self._words(n) for n, found in parts.items() if found and (self._several(n) or any(self._elsewhere(self._words(f), n) for f in found))}
        for name in names:
            if self._words(name) in two and name in parts:
                yield from parts[name]
            else:
                yield name

    def _words(self, name: NameSpan) -> tuple[str, ...]:
        return tuple(t.text for t in self.parse.tokens[name.first : name.last])

    def _closed(self, name: NameSpan) -> NameSpan:
        """ 'Jane "La Flaca | " Doe': a person's name that the recogniser ends between quotation marks goes on behind them."""
        p = self.parse
        marks = [t.text for t in p.tokens[name.first : name.last] if t.text in _OPENING | _CLOSING]
        if name.label != "PERSON" or len(marks) != 1 or marks[0] not in _OPENING or p[name.first].text in _OPENING or name.last + 1 >= len(p) or p[name.last].text not in _CLOSING:
            return name
        last = name.last + 1
        while last < len(p) and p[last].sent == p[name.first].sent and p[last].pos == "PROPN" and p[last].text.istitle() and last - name.last <= _LONGEST:
            last += 1
        return NameSpan(name.first, last, name.label) if last > name.last + 1 else name

    def _cut(self, name: NameSpan) -> NameSpan:
        """ "Dune | , and other critics", "President | ’s Order": a name ends where a list or what somebody owns begins."""
        p = self.parse
        for t in p.tokens[name.first + 1 : name.last - 1]:
            behind = p[t.i + 1]
            if t.text == "," and behind.lower in ("and", "or") and t.i + 2 < len(p) and p[t.i + 2].text.islower() and not p[t.i + 2].cased:
                return NameSpan(name.first, t.i, name.label)
        if name.label == "PERSON" and name.last - name.first > 2 and p[name.first + 1].text in ("'s", "’s") and self.book.role(p[name.first].lower) is not None:
            return NameSpan(name.first, name.first + 1, name.label)
        return name

    def _parts(self, name: NameSpan) -> tuple[NameSpan, ...]:
        """ "Heron" and "Dune" of "Heron and Dune", which is two where the report names one of them elsewhere or calls them several; none of what can be one only."""
        p = self.parse
        joint = [t.i for t in p.tokens[name.first : name.last] if t.lower == "and"]
        if len(joint) != 1 or not self._plain(name.first, joint[0]) or not self._plain(joint[0] + 1, name.last) or self.book.organisation(" ".join(self._words(name))) is not None:
            return ()
        parts = (NameSpan(name.first, joint[0], name.label), NameSpan(joint[0] + 1, name.last, name.label))
        return () if self._words(parts[0]) == self._words(parts[1]) else parts

    def _plain(self, first: int, last: int) -> bool:
        """One to three names that tell of no body."""
        p = self.parse
        return 0 < last - first <= _LONGEST and all(
            t.pos == "PROPN" and t.text[:1].isupper() and t.lower not in _ENDS and t.lower not in _PARTNERS and self.book.role(t.lower) is None for t in p.tokens[first:last]
        )

    def _several(self, name: NameSpan) -> bool:
        """ "two exporters, | Heron and Dune": a plural that the names are in apposition to."""
        p = self.parse
        start = name.first - 1
        if start > 0 and p[start].text in (",", ":", "(", "-", "–", "—"):
            start -= 1
        before = p[start] if start >= 0 and p[start].sent == p[name.first].sent else None
        if before is None or before.tag != "NNS" or not before.text.islower() or self.book.role(before.lemma) is None:
            return False
        inside = [t for t in p.tokens[name.first : name.last] if t.dep == "appos" and t.head == before.i]
        told = any(c.dep == "nummod" and c.lower in ("two", "2") for c in p.children(before.i)) or any(c.lower == "both" for c in p.children(before.i))
        return told or bool(inside)

    def _elsewhere(self, words: tuple[str, ...], name: NameSpan) -> bool:
        """Whether the report names somebody by these words, or by them as a family name, outside of the name."""
        p = self.parse
        for other in p.names:
            if other.label not in ("PERSON", "ORG") or (other.first < name.last and name.first < other.last):
                continue
            own = tuple(t.text for t in p.tokens[other.first : other.last])
            if own == words or (other.label == "PERSON" and len(words) == 1 and own[-1:] == words):
                return True
        return False
