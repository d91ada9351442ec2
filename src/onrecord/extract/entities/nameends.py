"""Where names of bodies end that were cut at a small word: "Heron | and Partners", "Jornal | do Brejo", "Office to Find | and Return Lost Herds". A helper of
the mention finder."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.extract.entities.belonging import Belonging
from onrecord.extract.entities.found import BODIES, Found
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_LINKS = word_set("foreign_name_links")  # no words of English
_PARTNERS = word_set("partners_of_firms")
_PURPOSES = word_set("words_in_names_of_purpose")
_PAPERS = word_set("papers_with_numbers")
_RULES = ("name:apposed", "name:capitalised", "name:organisation", "name:company")
_LONGEST = 12  # words of a name with a purpose


@dataclass(frozen=True)
class NameEnds:
    """Reads the names of one parse."""

    parse: Parse
    belonging: Belonging

    def settle(self, found: dict[int, Found]) -> dict[int, Found]:
        """The mentions, names that were cut put together again, and what was taken for a mention inside them left out."""
        made = dict(found)
        for head, m in found.items():
            if m.kind != "name" or m.entity_kind not in (*BODIES, "unknown") or m.rule not in _RULES or m.organisation is not None or made.get(head) is not m:
                continue
            last = self._end(m)
            if self.parse[m.last - 1].text == "No" and self.parse[m.first].lower in _PAPERS:
                made.pop(head)  # "Decree No. 12"
                continue
            if last == m.last:
                continue
            inside = [o for o in made.values() if o is not m and m.last <= o.first < last]
            if any(o.last > last or o.organisation is not None for o in inside):
                continue
            made = {h: o for h, o in made.items() if o not in inside and o is not m}
            whole = replace(m, last=last, head=self.belonging.head(m.first, last), name=self.belonging.text(m.first, last))
            made[whole.head] = whole
        return made

    def _end(self, m: Found) -> int:
        at = self._partners(m)
        at = at if at > m.last else self._numbered(m.last)
        at = at if at > m.last else self._foreign(m.last)
        return at if at > m.last else self._purpose(m)

    def _word(self, at: int, sent: int) -> str:
        """The word at a token of a sentence, empty beyond it."""
        p = self.parse
        return p[at].text if at < len(p) and p[at].sent == sent else ""

    def _titled(self, at: int, sent: int) -> bool:
        word = self._word(at, sent)
        return word[:1].isupper() and (word.istitle() or word.isupper()) and word.isalpha()

    def _partners(self, m: Found) -> int:
        """ "Heron and Sons", "Heron & Dune", "Heron, Dune & Marsh": the token behind the whole name of a firm."""
        sent = self.parse[m.head].sent
        at = m.last
        if self._word(at, sent) == "," and self._titled(at + 1, sent) and self._word(at + 2, sent) == "&" and self._titled(at + 3, sent):
            return at + 4
        if self._word(at, sent) == "&" and self._titled(at + 1, sent):
            return at + 2
        partner = self._word(at + 1, sent)
        return at + 2 if self._word(at, sent) == "and" and partner.istitle() and partner.lower() in _PARTNERS else at

    def _numbered(self, at: int) -> int:
        """ "Dockers' Union No. 1", which the parser reads in three pieces."""
        sent = self.parse[at - 1].sent
        return at + 2 if self._word(at - 1, sent) == "No" and self._word(at, sent) == "." and self._word(at + 1, sent).isdigit() else at

    def _foreign(self, at: int) -> int:
        """ "Gansos y Competencias", "Jornal do Brejo"."""
        sent = self.parse[at - 1].sent
        while self._word(at, sent) in _LINKS and self._titled(at + 1, sent):
            at += 2
        return at

    def _purpose(self, m: Found) -> int:
        """ "the Office to Find and Return Lost Herds": what stands in capitals behind a name that ends in what a body is there to do."""
        p = self.parse
        sent, at = p[m.head].sent, m.last
        if not any(p[i].lower == "to" and p[i + 1].text.istitle() for i in range(m.first + 1, m.last - 1)) or self._word(at, sent) != "and":
            return at
        while at - m.first < _LONGEST:
            if self._titled(at, sent):
                at += 1
            elif self._word(at, sent) in _PURPOSES and self._titled(at + 1, sent):
                at += 2
            else:
                break
        return at
