"""Where persons' names begin and end that the parser's recogniser cut: given names, second family names behind "y" and "de", ranks and peoples drawn in.
A helper of the mention finder."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.entities.found import BODIES
from onrecord.extract.entities.namereading import COMMON_WORDS, NameReading
from onrecord.lexicon.tables import word_set

_POLITE = word_set("polite_words")
BETWEEN_FAMILIES = frozenset({"y", "de", "del", "da", "dos"})
_QUOTES = frozenset({'"', "“", "”", "``", "''"})
# What opens a nickname, and what closes it then.
_OPENING = {'"': ('"',), "“": ("”",), "``": ("''",), "'": ("'",), "‘": ("’",)}
_NICKNAME, _WORDS = 6, 3  # tokens from the opening mark to the closing one, words of a name on either side
_FAMILY_ARTICLES = frozenset({"la", "las", "los"})
# "the supplier X": a trade that firms have as well as persons.
_TRADES = word_set("trades_of_firms_too")
_HEADS = word_set("heads_of_bodies_only") | {"commander"}
_OF_PLACES = word_set("nouns_of_places")
# Who speaks for somebody, or advises him, stands before a person's whole name.
_SPEAKERS = ("spokes", "adviser", "advisor", "aide", "lawyer", "member")
# Words with which what a post is of may end: "chief of mission", "minister for maritime affairs".
_POST_ENDS = word_set("ends_of_posts")


@dataclass(frozen=True)
class FullNames(NameReading):
    """Reads the names of one parse."""

    def _behind_people(self, first: int, last: int) -> int:
        """Where a person's name begins behind a people's adjective or a force and a rank: "Chadians | Jane Doe Roe", "Gendarmerie General | Jane Doe"."""
        p = self.parse
        known = self.book.country_of(p[first].text)
        if last - first > 2 and known is not None and known[1] == "demonym" and p[first].text.endswith("s") and p[first].text not in self.book.given and all(self._given(i) for i in range(first + 1, last)):
            return first + 1
        rank = next((i for i in range(first + 1, last - 1) if self.book.rank(p[i].text) is not None), None)
        if rank is not None and 1 < last - rank - 1 < 4 and all(self._given(i) for i in range(rank + 1, last)) and (role := self.roles.role_at(rank - 1)) is not None and role.kind in BODIES:
            return rank + 1
        return first

    def _behind_post(self, first: int, last: int, label: str) -> int:
        """Where a person's name begins that the recogniser took together with what his post is of: "the ambassador to the UN | Jane Doe", "Chief of Mission | Jane
        Doe", "the chairman of Heron | Jane Doe"."""
        p = self.parse
        if label == "ORG" and last - first == 3 and self._given(first + 1) and self._given(first + 2) and self._sent_to(first):
            return first + 1
        at = first - 2 if first > 1 and p[first - 1].lower == "the" else first - 1
        if at < 1 or p[at].lower not in ("of", "for") or p[at].sent != p[first].sent:
            return first
        # "Speaker of the House" is one post
        role = self.roles.role_at(at - 1) or next((r for i in range(first + 1, last) if (r := self.book.role(self.text(at - 1, i))) is not None), None)
        if role is None or not (role.kind == "office" or role.name.rsplit(" ", 1)[-1] in _HEADS) or role.name.startswith(_SPEAKERS):
            return first
        if p[first].text.title() in self.book.given or self.book.organisation(self.text(first, last)) is not None or (last < len(p) and p[last].pos in ("NOUN", "PROPN") and p[last].sent == p[first].sent):
            return first
        for size in (3, 2):
            bare = last - size
            if bare <= first or not all(self._given(i) for i in range(bare, last)) or any(p[i].lower in _POST_ENDS for i in range(bare, last)):
                continue
            of_place = role.name in _OF_PLACES and self.belonging.place_country(self.text(first, bare)) is not None
            if p[bare].text.title() in self.book.given or p[bare - 1].lower in _POST_ENDS or of_place:
                return bare
        return first

    def _sent_to(self, first: int) -> bool:
        """ "the ambassador to the UN | Jane Doe", "the special envoy to Chad | Jane Doe" """
        p = self.parse
        if self.book.organisation(p[first].text) is not None and p[first - 1].lower == "the":
            return p[first - 2].lower == "to"
        known = self.book.country_of(p[first].text)
        return known is not None and known[1] not in ("demonym", "people") and p[first - 1].lower in ("to", "for") and self.roles.role_at(first - 2) is not None

    def _states_noun(self, first: int, last: int, head: int) -> bool:
        """ "the Palestinian party", "THE CHADIAN MILLIONAIRE": a role noun behind a state's adjective, no name."""
        role = self.roles.role_at(head)
        someone = last - first > 1 and role is not None and role.kind in ("person", "office")
        return (self.parse[head].text.islower() or someone) and all(self.belonging.ending(i) for i in range(first, last - 1))

    def _given(self, at: int) -> bool:
        """Whether a word may be a part of a person's name."""
        token = self.parse[at]
        return token.text[:1].isupper() and not token.text.isupper() and token.lower not in COMMON_WORDS and self.roles.role_at(at) is None and self.book.country_of(token.text) is None

    def _opened(self, first: int, last: int, taken: set[int]) -> int:
        """Where a person's name begins of which the recogniser left out a given name."""
        p = self.parse
        while (
            first < last and first - 1 >= p.sentences[p[first].sent].first and first - 1 not in taken and (not p[first - 1].ent or self._between_commas(first - 1, last)) and p[first - 1].pos == "PROPN"
            and p[first - 1].dep == "compound" and first <= p[first - 1].head < last and p[first - 1].text[:1].isupper() and not p[first - 1].text.isupper()
            and self.roles.role_at(first - 1) is None and self.book.country_of(p[first - 1].text) is None and self.book.rank(p[first - 1].text) is None
            and self.belonging.place_country(p[first - 1].text) is None and p[first - 1].lower not in _POST_ENDS
        ):  # fmt: skip
            first -= 1
        before = p[first - 1] if first and p[first - 1].sent == p[first].sent else p[first]
        inner = before.dep == "compound" and first <= before.head < last
        written = before.text.istitle() or (before.cased and before.text.islower())
        if first - 1 not in taken and written and before.i < first and before.text.title() in self.book.given and (inner or (before.cased and p[first].text.title() in self.book.given)):
            # "Elmer | Jane Heron", of whose given names the recogniser took one for a town's or a word
            first -= 1
        while first - 2 >= p.sentences[p[first].sent].first and p[first - 1].lower in ("y", "e") and p[first - 2].text[:1].isupper() and first - 2 not in taken and self._given(first - 2):
            # "Jane Dune y | Heron"
            first -= 2
            while first - 1 >= p.sentences[p[first].sent].first and first - 1 not in taken and p[first - 1].pos == "PROPN" and self._given(first - 1) and self.book.rank(p[first - 1].text) is None and p[first - 1].text not in _POLITE:
                first -= 1
        return first

    def _between_commas(self, first: int, last: int) -> bool:
        """ ", Houssem | Jane Doe,": a word that the recogniser took for a body by itself, where commas part the whole from the rest."""
        p = self.parse
        if p[first].ent != "ORG" or not p[first].text.istitle() or first < 2 or last >= len(p) or self.book.organisation(p[first].text) is not None:
            return False
        return p[first - 1].text == "," and p[last].text in (",", ")", ".") and p[first - 1].sent == p[first].sent

    def _given_apart(self, first: int, last: int) -> bool:
        """Whether a name of one word is the given name of the person's name behind it: ", Houssem | Jane Doe,"."""
        p = self.parse
        behind = next((n for n in p.names if n.first == last and n.label == "PERSON"), None)
        return behind is not None and last - first == 1 and p[first].dep == "compound" and last <= p[first].head < behind.last and self._between_commas(first, behind.last)

    def _whole_name(self, last: int) -> int:
        """Where a person's name ends that the recogniser cut before its family name."""
        p = self.parse
        if last + 1 < len(p) and p[last].text == "-" and p[last - 1].end == p[last].start and p[last].end == p[last + 1].start and p[last + 1].text.isalpha():
            # "Kim Jong-il", cut before the hyphen
            last += 2
        further = next((n for n in p.names if n.first == last and n.label == "PERSON" and p[last].sent == p[last - 1].sent), None)
        if further is not None and p[last - 1].ent == "PERSON" and self.unlisted.plain(p[last].sent) and p[last - 1].end + 1 == p[last].start and self.roles.role_at(last) is None and self.book.rank(p[last].text) is None:
            # "Jane Dune | Lima Heron", which the recogniser took for two
            last = further.last
        while last < len(p) and p[last - 1].dep == "compound" and p[last - 1].head >= last and p[last].pos == "PROPN" and p[last].text[:1].isupper() and self._goes_on(last):
            last += 1
        while last < len(p) and p[last].cased and p[last].text.islower() and p[last].lower not in BETWEEN_FAMILIES and p[last].sent == p[last - 1].sent and p[last - 1].dep == "compound" and 0 <= p[last - 1].head - last < 2 and p[p[last - 1].head].pos == "PROPN" and self._small(last):
            # In capitals "JANE HERON DUNE", of which the casing took a name for a word
            last += 1
        return self._second_family(last)

    def _nicknamed(self, first: int, last: int) -> int:
        """Where a name ends that the recogniser cut inside a nickname: "Juan "El Garzo | " Heron"."""
        p = self.parse
        opening = next((t for t in p.tokens[first:last] if t.text in _QUOTES), None)
        if opening is None or any(t.text in _QUOTES for t in p.tokens[opening.i + 1 : last]):
            return last
        closing = next((i for i in range(last, min(last + 3, len(p))) if p[i].text in _QUOTES and p[i].sent == opening.sent), None)
        if closing is None:
            return last
        end = closing + 1
        while end < len(p) and p[end].sent == opening.sent and p[end].pos == "PROPN" and p[end].text[:1].isupper() and p[end - 1].end + 1 == p[end].start and end - closing < 4:
            end += 1
        return end if end > closing + 1 else last

    def _around_nickname(self, opening: int) -> tuple[int, int]:
        """The name around a nickname whose quotation mark opens at a token; nothing where no given name stands right before it or no family name right behind."""
        p = self.parse
        none = (opening, opening)
        if p[opening].text not in _OPENING:
            return none
        sentence = p.sentences[p[opening].sent]
        marks = _OPENING[p[opening].text]
        closing = next((i for i in range(opening + 2, min(opening + _NICKNAME, sentence.last)) if p[i].text in marks), None)
        if closing is None or p[opening].end != p[opening + 1].start or p[closing - 1].end != p[closing].start or not p[opening + 1].text[:1].isupper():
            return none
        first, last = opening, closing + 1
        while first > sentence.first and opening - first < _WORDS and self._nameable(first - 1) and p[first - 1].end + 1 == p[first].start:
            first -= 1
        known = any(t.text.title() in self.book.given for t in p.tokens[first:opening])
        while last < sentence.last and last - closing <= _WORDS and (self._nameable(last) or (known and p[last].pos == "PROPN" and p[last].text.istitle())) and p[last - 1].end + 1 == p[last].start:
            last += 1
        called = known or any(t.ent == "PERSON" for t in (*p.tokens[first:opening], *p.tokens[closing + 1 : last]))
        inner = all(t.text[:1].isupper() or t.lower in BETWEEN_FAMILIES for t in p.tokens[opening + 1 : closing])
        # "Andry "Bola" Ruiz", whose given name no table has: the family name is the head of it all.
        above = first
        while above <= closing and p[above].dep in ("compound", "nmod"):
            above = p[above].head
        bound = closing < above < last
        return (first, last) if first < opening and last > closing + 1 and inner and (called or bound) else none

    def _nameable(self, at: int) -> bool:
        token = self.parse[at]
        return (token.pos == "PROPN" or token.text.title() in self.book.given) and token.text[:1].isalpha() and self._given(at) and self.book.rank(token.text) is None and self.book.organisation(token.text) is None

    def _alone(self, first: int, last: int) -> int:
        """Where a name ends before others who were taken into it: "Doe | , and other critics"."""
        p = self.parse
        cut = next((i for i in range(first + 1, last) if p[i].lower in ("and", "or") and i + 1 < last and p[i + 1].lower in ("other", "others", "several", "his", "her", "their")), None)
        return last if cut is None else cut - 1 if p[cut - 1].text == "," else cut

    def _small(self, at: int) -> bool:
        """Whether a word that the casing of a text in capitals wrote small may be a part of a person's name."""
        token = self.parse[at]
        return token.pos in ("NOUN", "PROPN", "X") and token.tag in ("NN", "NNP") and token.text.isalpha() and self.roles.role_at(at) is None and (token.dep == "compound" or token.pos == "PROPN")

    def _second_family(self, last: int) -> int:
        """Where a name goes on behind "y", "de", "de la": "Jane Dune | y Dune", "Jane Heron | de Marsh"."""
        p = self.parse
        while last + 1 < len(p) and p[last].sent == p[last - 1].sent and (p[last].lower in BETWEEN_FAMILIES or (p[last].text == "do" and p[last + 1].ent == "PERSON" and p[last + 1].text.istitle())):
            at = last + 1
            while at + 1 < len(p) and p[at].lower in _FAMILY_ARTICLES:
                at += 1
            if not p[at].text.istitle() or p[at].sent != p[last].sent or (p[last].lower != "y" and self.book.country_of(p[at].text) is not None):
                return last
            last = at + 1
            while last < len(p) and p[last].pos == "PROPN" and p[last].text.istitle() and p[last].ent == "PERSON" and p[last].sent == p[last - 1].sent and p[last - 1].end + 1 == p[last].start:
                last += 1
        return last

    def _goes_on(self, at: int) -> bool:
        """Whether a capitalised word directly behind a person's name may be a part of it."""
        token = self.parse[at]
        if token.ent == "PERSON" and not self.parse[at - 1].ent and self.parse[at - 1].head == at and self.parse[at - 1].end + 1 == token.start:
            # "Jane Omar Heron | Dune", of which the recogniser left out a word in the middle
            return self.roles.role_at(at) is None and self.book.rank(token.text) is None
        return not token.ent or (token.ent == "ORG" and self.parse[at - 1].head != at and self.book.organisation(token.text) is None and self.roles.role_at(at) is None) or (
            token.ent == "ORG" and self.parse[at - 1].ent == "PERSON" and self.parse[at - 1].head == at and self.roles.role_at(at) is None and self.book.organisation(token.text) is None
        )

    def _firm_or_person(self, first: int, last: int, title: str | None) -> str:
        """Kind of a name that the recogniser takes for a person's: "Heron & Dune", "the exporter Heron y Dune" are firms, "Heron y Dune" and "the supplier Kestrel" may be."""
        p = self.parse
        words = p.tokens[first:last]
        trade = title is not None and title.lower().rsplit(" ", 1)[-1] in _TRADES
        known = words[0].text.title() in self.book.given or (title is not None and not trade)
        joint = next((t for t in words[1:-1] if t.lower in ("y", "&")), None)
        if known or words[0].lower.rstrip(".") in _POLITE or (joint is None and not trade):
            return "person"
        if joint is not None and len(words) > 3 and joint.text != "&":
            # "Esteban Heron y Dune" is a person's full name.
            return "person"
        return "organisation" if joint is not None and (trade or joint.text == "&") else "unknown"
