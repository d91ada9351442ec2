"""Titles before persons' names: "Defence Minister Gen. X", "deputy police chief X". A helper of the mention finder, no stage."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord import syntax
from onrecord.actorbook import PUBLIC, ActorBook, Role
from onrecord.extract.entities.belonging import Belonging
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_CROWDED = word_set("collective_people")
_DEPUTISING = word_set("deputising_words")
# "ambassador nominee X" is no ambassador.
_UNSEATED = word_set("unseated_words")
_LIKE_NAMES = word_set("trades_that_are_names")
_ADJECTIVAL = frozenset({"criminal", "elite", "military", "public"})
_DEGREES = frozenset({"dr", "mr", "mrs", "ms", "don", "doña", "msgr", "datuk", "dato", "datin", "eng", "ing", "lic", "prof"})
_BRACKET = 7  # tokens of a bracket that holds a post
_PERSONS = frozenset({"person", "office"})


@dataclass(frozen=True, slots=True)
class Titled:
    """The title of a person and its role; tokens where the title and where the bare name begin."""

    title: str | None
    role: Role | None
    first: int
    name: int


@dataclass(frozen=True, slots=True)
class Titles:
    """Reads the titles of one parse."""

    parse: Parse
    book: ActorBook
    belonging: Belonging

    def before(self, first: int, last: int) -> Titled:
        """The titles before or at the start of a person's name [first, last): "Defence Minister Gen. X" is a minister."""
        start, title, role = first, None, None
        while True:
            longest = next((n for n in (5, 4, 3, 2, 1) if self._titles(start - n, start) is not None), 0)
            if not longest and title is None and start and self.parse[start - 1].lower.rstrip(".") in _DEGREES and any(self._titles(start - 1 - n, start - 1) is not None for n in (4, 3, 2, 1)):
                # "Attorney General Dr. | X"
                start -= 1
                continue
            if not longest and title is None and (opening := self._bracket(start)) is not None:
                # "(Air Force commander) | X"
                title, role, start = self.belonging.text(opening + 1, start - 1), next(r for n in range(4, 0, -1) if (r := self._titles(start - 1 - n, start - 1)) is not None), opening
                break
            if not longest:
                break
            found = self._titles(start - longest, start)
            policing = role is not None and found is not None and found.sectors == ("COP",) and role.sectors == ("MIL",) and self.book.rank((title or "").title()) is not None
            # "police commander Colonel X"
            unseated = role is not None and title is not None and title.lower().rsplit(" ", 1)[-1] in _UNSEATED
            if role is None or policing or (not unseated and found is not None and found.kind == "office" and role.kind != "office" and self.belonging.text(start - longest, start).lower() not in _DEPUTISING):
                title, role = self._words(start - longest, start), found
            elif self.belonging.text(start - longest, start).lower() in _DEPUTISING and title is not None:
                # "deputy police chief"
                title = self.belonging.text(start - longest, start) + " " + title
            start -= longest
        name = first
        for n in (3, 2, 1):
            inner = self._titles(first, first + n) if first + n < last else None
            if inner is not None and not (self.parse[first].text == "National" and n == 1):  # "National | Saltmarsh Centre"
                name = first + n
                title, role = (title, role) if role is not None else (self._words(first, name), inner)
                break
        return Titled(title, role, start, name)

    def _bracket(self, start: int) -> int | None:
        """Where a bracket opens that ends right before a name and holds nothing but a post."""
        p = self.parse
        if start < 3 or p[start - 1].text != ")":
            return None
        opening = next((i for i in range(start - 2, max(start - _BRACKET, 0) - 1, -1) if p[i].text == "("), None)
        if opening is None or opening + 1 == start - 1 or any(t.pos not in ("NOUN", "PROPN", "ADJ") for t in p.tokens[opening + 1 : start - 1]):
            return None
        return opening if any(self._titles(at, start - 1) is not None for at in range(opening + 1, start - 1)) else None

    def _words(self, first: int, last: int) -> str:
        """The words of a title; of several who bear it together the one."""
        p = self.parse
        if self._opening_plural(first, last) is not None:
            return self.belonging.text(first, last).removesuffix("s")
        if p[last - 1].tag != "NNS":
            return self.belonging.text(first, last)
        return f"{self.belonging.text(first, last - 1)} {p[last - 1].lemma}".strip()

    def _opening_plural(self, first: int, last: int) -> Role | None:
        """ "Parliamentarians X and Y": the post that a plural tells which opens a sentence, and which the tagger takes for a name there."""
        p = self.parse
        if first < 0 or p[last - 1].tag not in ("NNP", "NNPS") or first != p.sentences[p[first].sent].first or last >= len(p) or not p[last].text[:1].isupper():
            return None
        words = self.belonging.text(first, last)
        role = self.book.role(words.removesuffix("s")) if words.istitle() and words.endswith("s") else None
        return role if role is not None and (role.kind == "office" or (role.kind == "person" and PUBLIC.intersection(role.sectors))) else None

    def _titles(self, first: int, last: int) -> Role | None:
        """The role of a person that the words of tokens [first, last) are a title for."""
        p = self.parse
        # Of "COLONEL X", written small again, the tagger may make a verb, and the parser none.
        small = p[last - 1].cased and p[last - 1].dep == "compound"
        if first < 0 or p[first].sent != p[last].sent or (p[last - 1].pos in syntax.VERBAL and not p[last - 1].text[:1].isupper() and not small):
            # "the ministry accused X" tells no title.
            return None
        words = self.belonging.text(first, last)
        if p[last - 1].tag == "NNS" and p[last - 1].lower != p[last - 1].lemma.lower():
            role = self.book.role(f"{self.belonging.text(first, last - 1)} {p[last - 1].lemma}".strip())
            # "commanders X and Y" are that each, "my children X and Y" bear no title.
            return role if (role is not None and role.kind == "office") or (role is not None and PUBLIC.intersection(role.sectors)) else None
        if (several := self._opening_plural(first, last)) is not None:
            return several
        # "gen", in a text that is all capitals
        role = self.book.role(words) or self.book.rank(words) or (self.book.rank(words.title()) if p[last - 1].cased else None)
        if role is not None and last - first == 1 and words.istitle() and words.lower() in _LIKE_NAMES and p[first].i > p.sentences[p[first].sent].first:
            # "Hunter Doe", "Mason Doe" in the middle of a sentence bear that as a name
            return None
        if role is not None and words.istitle() and words.lower() in _ADJECTIVAL:
            # "Criminal Economy"
            return None
        if role is not None and words.lower().rsplit(" ", 1)[-1] in _CROWDED:
            # "the team X beat"
            return None
        return role if role is not None and role.kind in _PERSONS else None
