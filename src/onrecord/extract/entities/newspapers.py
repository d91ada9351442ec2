"""Papers and programmes that no table lists, by how a report cites them: "reported Milenio Pardo.", "La Duna reported", "the TV news programme Faro Claro".
A helper of the mention finder, no stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.actorbook import ActorBook
from onrecord.extract.entities.belonging import Belonging
from onrecord.extract.entities.found import BODIES, Found
from onrecord.extract.entities.rolenouns import RoleNouns
from onrecord.lexicon.tables import word_set
from onrecord.lexicon.times import calendar_words
from onrecord.model.parse import Parse, Token

_ARTICLES = word_set("articles_of_papers")
_PAPERS = word_set("names_of_papers")
_CLOSING = frozenset({",", '"', "”", "''", "’"})
_BEHIND = frozenset({".", ",", ";", "on", "in", "last", "this", "yesterday", "today", "earlier", "late", "at", ")", "(", "and", "citing", "quoting"})
_PROGRAMMES, _AIRED = word_set("programmes_and_sites"), word_set("words_before_programmes")
_LONGEST = 4


@dataclass(frozen=True)
class Newspapers:
    parse: Parse
    book: ActorBook
    belonging: Belonging
    roles: RoleNouns

    def find(self, taken: set[int]) -> Iterator[Found]:
        """Each mention of a name that the report somewhere cites as it does papers and programmes alone."""
        p = self.parse
        told: dict[tuple[str, ...], tuple[str, ...]] = {}
        for token in p.tokens:
            for first, last in (self._inverted(token), self._articled(token), self._apposed(token), self._called(token)):
                if last > first and self._unlisted(first, last):
                    told.setdefault(tuple(t.text for t in p.tokens[first:last]), self._countries(first))
            if token.lower in _ARTICLES and (last := self._known_name(token.i)) > token.i and not (self.book.organisation(self.belonging.text(token.i, last)) or self.book.is_person(self.belonging.text(token.i, last))):
                told.setdefault(tuple(t.text for t in p.tokens[token.i : last]), ())
        for words, countries in told.items():
            for token in p.tokens:
                last = token.i + len(words)
                if token.text == words[0] and last <= len(p) and tuple(t.text for t in p.tokens[token.i : last]) == words and taken.isdisjoint(range(token.i, last)) and self._whole(token.i, last) and not self._announced(token.i):
                    yield Found(token.i, last, self._head(token.i, last), "name", self.belonging.text(token.i, last), "organisation", countries, ("JRN",), rule="name:apposed")

    def _known_name(self, first: int) -> int:
        """ "La Prensa", "El Nacional": where a name ends that papers alone bear, an article and a word of the trade; `first` where there is none."""
        p = self.parse
        named = first + 1 < len(p) and p[first].text[:1].isupper() and p[first + 1].text[:1].isupper() and p[first + 1].lower in _PAPERS and p[first + 1].sent == p[first].sent
        alone = first + 2 >= len(p) or not p[first + 2].text[:1].isupper() or p[first + 2].pos != "PROPN"
        return first + 2 if named and alone else first

    def _inverted(self, verb: Token) -> tuple[int, int]:
        """ "..., reported Milenio Pardo." """
        p, first = self.parse, verb.i + 1
        if verb.lower not in ("reported", "reports") or verb.i < 2 or p[verb.i - 1].text not in _CLOSING or p[verb.i - 1].sent != verb.sent or first >= len(p):
            return 0, 0
        last = self._run(first)
        closed = last >= p.sentences[verb.sent].last or p[last].lower in _BEHIND or p[last].lower in calendar_words()["weekday"]
        called = any(len(t.text) > 1 and t.text.isupper() and not t.cased for t in p.tokens[first + 1 : last])  # "Faro TVN": no person's name ends so
        person = p[first].ent == "PERSON" and last - first > 1 and p[first].lower not in _ARTICLES and not called
        return (first, last) if closed and not person else (0, 0)

    def _articled(self, verb: Token) -> tuple[int, int]:
        """ "La Duna reported", "Duna 21 reports" """
        p, first = self.parse, verb.i
        if verb.lower not in ("reported", "reports", "published", "publishes") or verb.pos != "VERB":
            return 0, 0
        while first > p.sentences[verb.sent].first and verb.i - first < _LONGEST and (p[first - 1].text[:1].isupper() or (first == verb.i and p[first - 1].text.isdigit())):
            first -= 1
        opened = first < verb.i and p[first].lower in _ARTICLES and p[first].text.istitle()
        named = verb.i - first == 2 and p[verb.i - 1].text.isdigit()
        return (first, verb.i) if verb.i - first > 1 and (opened or named) else (0, 0)

    def _apposed(self, noun: Token) -> tuple[int, int]:
        """ "the TV news programme Faro Claro", "the website Faro Claro" """
        p, first = self.parse, noun.i + 1
        if noun.lower not in _PROGRAMMES or noun.pos != "NOUN" or first >= len(p) or p[first].sent != noun.sent:
            return 0, 0
        if not noun.lower.endswith("site") and p[noun.i - 1 if noun.i else 0].lower not in _AIRED:
            return 0, 0
        if noun.lower.endswith("site") and any(t.lower in word_set("sites_of_no_press") or t.lower.endswith("ing") for t in p.tokens[max(p.sentences[noun.sent].first, noun.i - 3) : noun.i]):
            return 0, 0
        last = self._run(first)
        if last == first or self.roles.role_at(last - 1) is not None:
            return 0, 0
        head = p[self._head(first, last)]
        named = head.head == noun.i or noun.head == head.i
        return (first, last) if named else (0, 0)

    def _called(self, noun: Token) -> tuple[int, int]:
        """ "investigative newspaper Faro": so named wherever else the report cites it."""
        p, first = self.parse, noun.i + 1
        if noun.tag != "NN" or not noun.text.islower() or first >= len(p) or p[first].sent != noun.sent or p[first].pos != "PROPN":
            return 0, 0
        role, last = self.roles.role_at(noun.i), self._run(first)
        if role is None or role.kind not in BODIES or role.sectors[:1] != ("JRN",) or last == first:
            return 0, 0
        head = p[self._head(first, last)]
        return (first, last) if head.head == noun.i or noun.head == head.i else (0, 0)

    def _run(self, first: int) -> int:
        """Where a run of up to four words of a name ends, a number behind it included: "Duna 21"."""
        p, last = self.parse, first
        while last < len(p) and last - first < _LONGEST and p[last].sent == p[first].sent and p[last].text[:1].isupper() and p[last].pos != "PRON" and p[last].lower not in calendar_words()["weekday"]:
            last += 1
        if last > first and last < len(p) and p[last].text.isdigit() and len(p[last].text) < 4 and p[last].sent == p[first].sent:
            last += 1
        return last

    def _unlisted(self, first: int, last: int) -> bool:
        p = self.parse
        words = self.belonging.text(first, last)
        if self.book.organisation(words) is not None or self.book.is_person(words) or p[first].text in self.book.given or self.book.country_of(words) is not None or p[first].cased:
            return False
        if self.book.alone(words, None) or any((role := self.roles.role_at(i)) is not None and role.kind in (*BODIES, "person", "office") for i in range(first, last)):
            return False
        return not any(n.label == "PERSON" and n.last - n.first > 1 and (n.last - n.first > last - first) and words in self.belonging.text(n.first, n.last) for n in p.names)

    def _announced(self, first: int) -> bool:
        """ "the Chadian newspaper | Faro Pardo": what stands behind the word for what it is is read with that word, and has its country."""
        p = self.parse
        role = self.roles.role_at(first - 1) if first and p[first - 1].pos == "NOUN" and p[first - 1].text.islower() and p[first].ent != "PERSON" else None
        return role is not None and role.kind in BODIES

    def _countries(self, first: int) -> tuple[str, ...]:
        known = self.book.country_of(self.parse[first].text)
        return (known[0],) if known is not None and known[0] and known[1] in ("name", "demonym") else ()

    def _whole(self, first: int, last: int) -> bool:
        p = self.parse
        inside = (first and p[first - 1].sent == p[first].sent and p[first - 1].text[:1].isupper() and p[first - 1].dep == "compound") or (last < len(p) and p[last].sent == p[first].sent and p[last].text[:1].isupper() and p[last].pos == "PROPN")
        return not inside

    def _head(self, first: int, last: int) -> int:
        return self.belonging.head(first, last)
