"""Whether a listed name stands for what the table has under it, or is a part of another name. A helper of the mention finder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord import syntax
from onrecord.actorbook import Organisation
from onrecord.extract.entities.found import Found
from onrecord.extract.entities.namereading import BEYOND, COMMON_WORDS
from onrecord.extract.entities.recognised import RecognisedNames
from onrecord.gazetteer import shared_gazetteer
from onrecord.lexicon.tables import word_set

_PRESS = word_set("press_name_ends")
_WATERS = word_set("waters")
_NAMESAKES = word_set("bodies_called_after_people")
_LIKE_PEOPLES = word_set("given_names_like_peoples")
_CALLINGS = word_set("plain_callings")
_LETTERS, _FULL = 5, 4  # of capital letters, of words of a name
# A report of fighters may tell of a group from anywhere.
_FIGHTING = word_set("fighters") | word_set("words_of_violence")
_REPORT_SENTENCES = 3
# Times that a report tells of other states, from which a house that each of them has is theirs.
_OTHERS = 2
# Sentences up to which one of them that tells of another country is enough.
_SHORT = 3
_DETERMINERS = frozenset({"no", "any", "such", "more", "very", "most"})
# States whose bodies a report names without their state: "the FBI".
_EVERYWHERE = frozenset({"USA", "GBR"})
# What bodies set up under their own name.
_FOUNDED = frozenset({"foundation", "institute", "trust", "fund"})
_ARTICLES = word_set("name_articles")
_PARTED_ARTICLES = frozenset({"al", "el"})  # "as", "an" before a name are English words
# "the Social Democrats", "the Free Democrats": what makes another party of a listed one's name.
_LEANINGS = word_set("leanings_before_parties")


@dataclass(frozen=True)
class KnownNames(RecognisedNames):
    """Reads the listed names of one parse."""

    def nicknamed_names(self, taken: set[int]) -> Iterator[Found]:
        """ "Ismael "El Garzo" Heron": one person, whichever of the three the tables list."""
        for token in self.parse.tokens:
            first, last = self._around_nickname(token.i)
            if first < last and taken.isdisjoint(range(first, last)):
                yield self._person(first, last, self.head(first, last), self.text(first, last))

    def introduced_names(self, taken: set[int]) -> Iterator[Found]:
        """ "Shopkeeper Imran Heron, 39, said": two or three words with capitals behind the calling of a plain person, whatever the recogniser makes of them."""
        p = self.parse
        for token in p.tokens:
            if token.lemma.lower() not in _CALLINGS or token.tag not in ("NN", "NNP") or token.dep != "compound" or not self.unlisted.plain(token.sent):
                continue
            first = last = token.i + 1
            while last < p.sentences[token.sent].last and last - first < _FULL and p[last].pos == "PROPN" and p[last].text.istitle() and p[last].text.isalpha() and self.roles.role_at(last) is None:
                last += 1
            ends = last < len(p) and (p[last].text in (",", "(") or p[last].pos in syntax.VERBAL)
            if ends and last - first > 1 and p[last - 1].i >= token.head >= first and taken.isdisjoint(range(first, last)):
                yield self._person(first, last, self.head(first, last), self.text(first, last))

    def _of_no_state(self, at: int, code: str) -> bool:
        """Whether a report tells of a state by nothing but a word that closes a person's name in it: no adjective, nothing said to be in it."""
        p = self.parse
        word = p[at].text
        for token in p.tokens:
            if token.text != word and token.text[:1].isupper() and self.belonging.ending(token.i) == code:
                return False
            if token.text == word and token.dep == "pobj" and p[token.head].lower in ("in", "from", "to", "into", "across", "throughout"):
                return False
        return True

    def _joined(self, at: int) -> bool:
        """ "ABCD-EFG": letters behind a hyphen are the half of another body's name."""
        p = self.parse
        if at < 2 or not p[at].text.isupper() or p[at - 1].text != "-" or p[at - 1].start != p[at - 2].end or p[at - 1].end != p[at].start:
            return False
        before, agency = p[at - 2], self.book.organisation(p[at].text)
        if len(before.text) < 2 or before.text.isupper():
            return len(before.text) > 1
        # In a text that is all capitals the first half may be taken for a word.
        return bool(before.cased) and before.pos == "PROPN" and agency is not None and agency.sector == "JRN" and self.book.country_of(before.text) is None

    def _letters_of_another(self, at: int, organisation: Organisation) -> bool:
        """Capital letters that name a body of a state of which a report tells nothing: some other body's. "NO SWIFT PUNISHMENT" names none either."""
        p = self.parse
        token = p[at]
        if not token.text.isupper() or len(token.text) > _LETTERS:
            return False
        if at and p[at - 1].sent == token.sent and p[at - 1].lower in _DETERMINERS:
            return True
        if len(p.sentences) >= _REPORT_SENTENCES and organisation.country is not None and organisation.country not in BEYOND and organisation.country not in self.belonging.states and self.unlisted.lettered(token.text, organisation):
            return True
        if len(p.sentences) < _REPORT_SENTENCES or organisation.country is None or organisation.country in BEYOND or organisation.sector == "JRN" or organisation.country in _EVERYWHERE:
            return False
        fighting = organisation.kind in ("armed_group", "criminal_group") and any(t.lemma.lower() in _FIGHTING for t in p.tokens)
        if token.text in self.unlisted.defined or fighting:
            return False
        return not any(organisation.country in self.belonging.told_in(s.i) | self.belonging.towns_in(s.i) for s in p.sentences)

    def _house_of_another(self, last: int, organisation: Organisation) -> bool:
        """Whether a house that other states have as well is listed for one of which a report of others tells nothing: "the Joint Chiefs of Staff"."""
        country = organisation.country
        if country is None or country in BEYOND or (self.parse[last - 1].text.isupper() and not self.parse[last - 1].cased):
            return False
        told = self.belonging.states or Counter(code for s in self.parse.sentences for code in self.belonging.told_in(s.i))
        least = _OTHERS if len(self.parse.sentences) > _SHORT else 1
        return sum(told.values()) >= least and country not in told and not any(country in self.belonging.towns_in(s.i) for s in self.parse.sentences)

    def _of_any_land(self, first: int, last: int) -> bool:
        """Whether the words of a listed name are such as any state's bodies bear: "Labour Party", "National Security Council"."""
        return last - first > 1 and all(t.lower in word_set("generic_body_words") for t in self.parse.tokens[first:last] if t.text[:1].isalpha())

    def _family_follows(self, last: int) -> bool:
        """ "Juan Carlos | Heron": a listed name of given names only that opens a longer one; of "Jane Heron | Dune" a second family name is left out."""
        p = self.parse
        if not self.book.needs_title(p[last - 1].text):
            return False
        if last >= len(p) or p[last - 1].dep != "compound" or p[last - 1].head < last or not p[last].text.istitle() or p[last].pos != "PROPN":
            return False
        return any(n.label == "PERSON" and n.first < last < n.last for n in p.names)

    def _called_after(self, last: int) -> bool:
        """ "the Jane Dune | Center": a house or a body that bears somebody's name."""
        p = self.parse
        if last >= len(p) or p[last].sent != p[last - 1].sent or not p[last].text.istitle() or not self.unlisted.plain(p[last].sent):
            return False
        return p[last].lower in _NAMESAKES and p[last].pos == "PROPN"

    def _own_foundation(self, first: int, last: int) -> bool:
        """ "the Heron Press | Foundation": a body that another one's name opens, as the recogniser has it."""
        p = self.parse
        if last >= len(p) or not p[last].text.istitle() or p[last].lower not in _FOUNDED or p[last].pos != "PROPN" or not self.unlisted.plain(p[last].sent):
            return False
        return any(n.label == "ORG" and n.first <= first and last < n.last for n in p.names)

    def _ends_longer(self, at: int, organisation: Organisation) -> bool:
        """Whether a listed name of what every state may have ends another body's: "National | Security Council", "Saltmarsh | Defence Forces"."""
        p = self.parse
        if not at or p[at - 1].sent != p[at].sent or not p[at - 1].text.istitle() or p[at - 1].i == p.sentences[p[at].sent].first or p[at - 1].cased:
            return False
        before = p[at - 1]
        if organisation.sector == "PTY" and before.lower in _LEANINGS and self.unlisted.plain(p[at].sent):
            return True  # "the Social | Democrats"
        if before.lower in COMMON_WORDS and before.pos in ("PROPN", "ADJ"):
            return organisation.kind == "institution"
        if organisation.sector not in ("MIL", "PTY") or organisation.country in BEYOND or before.pos != "PROPN" or before.dep not in ("compound", "nmod") or before.head < at:
            return False
        known = self.book.country_of(before.text)
        return known[0] != organisation.country if known is not None else self.roles.role_at(before.i) is None

    def _opens_longer(self, last: int, organisation: Organisation) -> bool:
        """ "the Patriotic Front | for Renewal", "the National Front | of Chad": a party or band of fighters that a listed name opens, and no listed one."""
        p = self.parse
        if organisation.sector == "PTY" and last < len(p) and p[last].lower in word_set("offices_behind_fields") and p[last - 1].dep in ("compound", "nmod", "amod"):
            return True  # "Labour | Minister Jane Doe"
        if organisation.sector not in ("PTY", "REB") or last + 1 >= len(p) or p[last].lower not in ("for", "of") or p[last].sent != p[last - 1].sent or p[last].head != last - 1 or not self.unlisted.plain(p[last].sent):
            return False
        named = p[last + 1]
        if named.pos != "PROPN" or not named.text.istitle() or not (named.dep == "pobj" or (named.dep == "compound" and p[named.head].text.istitle())):
            return False
        if p[last].lower == "for":
            return named.ent not in ("GPE", "DATE") and self.book.country_of(named.text) is None
        known = self.book.country_of(named.text)
        return known is not None and known[0] is not None and known[0] != organisation.country

    def _press_word(self, last: int, organisation: Organisation) -> int:
        """1 where a word of the press goes on with a listed outlet's name: "ABC | Television"."""
        p = self.parse
        if organisation.sector == "JRN" and last < len(p) and p[last].sent == p[last - 1].sent and p[last - 1].dep == "compound" and p[last - 1].head == last:
            known = self.book.country_of(p[last].text)
            if known is not None and known[1] == "name" and p[last].text[:1].isupper() and p[last].pos == "PROPN":
                # "ABC Chad"
                return 1
        if organisation.sector != "JRN" or last >= len(p) or p[last].sent != p[last - 1].sent or p[last].lower not in _PRESS:
            return 0
        return int(p[last].text.istitle() and p[last].pos == "PROPN" and self.unlisted.plain(p[last].sent) and p[last - 1].end + 1 == p[last].start)

    def _paper(self, first: int, last: int) -> bool:
        """ "the Chad Monitor": a state's name that opens an outlet's."""
        p = self.parse
        if last >= len(p) or p[last].sent != p[first].sent or p[last].lower not in _PRESS or not p[last].text.istitle() or p[last].pos != "PROPN":
            return False
        goes_on = last + 1 < len(p) and p[last + 1].text[:1].isupper() and p[last + 1].pos == "PROPN"
        return not goes_on and self.unlisted.plain(p[first].sent) and p[last - 1].end + 1 == p[last].start

    def _sea_of(self, at: int) -> bool:
        """ "the Sea of | Chad": the state's name is the water's."""
        p = self.parse
        start = at - 1 if at and p[at - 1].lower == "the" else at
        return start > 1 and p[start - 1].lower == "of" and p[start - 2].text.istitle() and p[start - 2].lower in _WATERS

    def _sea_ahead(self, last: int) -> bool:
        """ "the | Persian Gulf War": the adjective is the water's, where the gazetteer has that water."""
        p = self.parse
        if last >= len(p) or p[last].sent != p[last - 1].sent or p[last].lower not in _WATERS or not (p[last].text[:1].isupper() or p[last].cased):
            return False
        return any(e.kind in ("sea", "strait", "gulf") for e in shared_gazetteer().lookup(self.text(last - 1, last + 1)))

    def _given_name(self, at: int) -> bool:
        """Whether what could be an acronym opens a person's name in a text that is all capitals: "ANA MARSHWIND"; or a firm's name closes one: "Jane | Dunesson"."""
        p = self.parse
        if at and p[at - 1].pos == "PROPN" and p[at - 1].head == at and p[at - 1].text in self.book.given and p[at].text.istitle():
            return True
        after = p[at + 1] if at + 1 < len(p) else None
        if after is None or not p[at].cased or not p[at].text.isupper() or p[at].head != after.i or p[at].dep != "compound":
            return False
        return after.pos == "PROPN" and after.text.istitle() and self.roles.role_at(after.i) is None and self.book.country_of(after.text) is None

    def _like_a_people(self, at: int) -> bool:
        """ "the commentator | German Heron", "Judge | Israel Heron": a given name that is an adjective of a state as well, right between what one person is and another name."""
        p = self.parse
        if not at or at + 1 >= len(p) or p[at + 1].sent != p[at - 1].sent or p[at].text.title() not in _LIKE_PEOPLES or p[at - 1].tag not in ("NN", "NNP"):
            return False
        role = self.roles.role_at(at - 1)
        return role is not None and role.kind in ("person", "office") and p[at + 1].pos == "PROPN" and p[at + 1].text.istitle() and self.roles.role_at(at + 1) is None and self.book.country_of(p[at + 1].text) is None

    def _article(self, at: int) -> bool:
        """ "al-Qaeda", "el-Sisi", "al Shabaab": a name may open with a small article."""
        p = self.parse
        if p[at].text in _PARTED_ARTICLES and at + 1 < len(p) and p[at + 1].text.istitle() and p[at + 1].pos == "PROPN":
            return True
        return p[at].text in _ARTICLES and at + 2 < len(p) and p[at + 1].text == "-" and p[at + 2].text[:1].isupper()
