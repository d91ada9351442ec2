"""Names that their surroundings make a person's, and second names: labels of speakers, aliases, nicknames, names in brackets. A helper of the
mention finder, no stage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from onrecord.actorbook import ActorBook
from onrecord.extract.entities.belonging import Belonging
from onrecord.extract.entities.found import BODIES, Found
from onrecord.extract.entities.rolenouns import RoleNouns
from onrecord.extract.entities.unlisted import alike
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_ALIAS = word_set("alias_cues")
_SURE_ALIAS = word_set("sure_alias_cues")
_POLITE = word_set("polite_words")
_ARTICLES = frozenset({"al", "el", "ul", "as", "ash", "ad", "an", "ar", "at", "az"})  # of Arabic names
_LABELLED = word_set("speaker_roles")
_GIVEN_PEOPLES = word_set("given_names_like_peoples")
_COMPANY_ENDS = word_set("company_ends")
_COMPANY_FORMS = word_set("company_openers")
_NAME_PARTS = word_set("name_parts")
_REAL = "real name"  # what stands behind it is a person's, whatever stands before
_SAID_OF_OTHERS = frozenset({"call", "dub", "nickname"})
_NICKNAMING = frozenset({"know", "nickname", "dub"})
_OPENING = frozenset({'"', "“", "‘", "'", "``", "«", "("})
_CLOSING_MARKS = frozenset({'"', "”", "’", "'", "''", "»"})
_BETWEEN = frozenset({"-", "–", "—", ",", "de", "del", "la", "of", "the", "para", "do", "da", "y", "e", "et"})
_LABEL_LONGEST, _NAME_LONGEST = 9, 6


@dataclass(frozen=True)
class PersonNames:
    """Reads one report."""

    parse: Parse
    book: ActorBook
    belonging: Belonging
    roles: RoleNouns

    def find(self, taken: set[int]) -> Iterator[Found]:
        """Persons' names and their aliases, in text order."""
        yield from self._speakers()
        yield from self._aliases(taken)
        yield from self._bynames(taken)
        yield from self._honoured(taken)
        yield from self._peoples(taken)
        yield from self._companies(taken)

    # Speakers' labels ----------------------------------------------------------------------------------------------------

    @cached_property
    def labels(self) -> dict[int, tuple[int, int]]:
        """Where a line opens with the label of who speaks ("JANE DOE, HOST:", "DOE:"): tokens of the name, and behind the colon; by first token."""
        p = self.parse
        found: dict[int, tuple[int, int]] = {}
        for sentence in p.sentences:
            first = sentence.first
            if first >= sentence.last or not (p[first].text.isupper() and p[first].text.isalpha() and len(p[first].text) > 1) or p[first].cased:
                continue
            colon = next((i for i in range(first + 1, min(first + _LABEL_LONGEST, sentence.last)) if p[i].text == ":"), 0)
            if not colon or any(t.text != t.text.upper() for t in p.tokens[first:colon]):
                continue
            end = next((i for i in range(first, colon) if p[i].text in (",", "(")), colon)
            found[first] = (end, colon + 1)
        return found

    @cached_property
    def label_tokens(self) -> frozenset[int]:
        """All tokens of labels."""
        return frozenset(i for first, (_, last) in self.labels.items() for i in range(first, last))

    def _speakers(self) -> Iterator[Found]:
        p = self.parse
        last_words = Counter(p[end - 1].text for end, _ in self.labels.values())
        seen = {p[n.last - 1].text.upper() for n in p.names if n.label == "PERSON"}
        for first, (end, last) in self.labels.items():
            named = any(t.lower in _LABELLED for t in p.tokens[end:last])
            listed = any(self.book.country_of(p[i].text.capitalize()) is not None for i in range(first, end))
            again = last_words[p[end - 1].text] > 1 and p[end - 1].text in seen
            if listed or end - first > 4 or not (named or again):
                continue
            # "MINISTER KOLAR:", "FOREIGN MINISTER ADA KOLAR:"
            role = next((r for k in range(end - 1, first, -1) if (r := self.book.role(self.belonging.text(first, k))) is not None), None)
            start = first + len(role.name.split()) if role is not None else first
            words = self.belonging.text(start, end).title()
            sectors, title = (role.sectors, role.name) if role is not None else ((), None)
            yield Found(start, end, end - 1, "name", words, "person", sectors=sectors, title=title, rule="name:speaker")

    # Aliases -------------------------------------------------------------------------------------------------------------

    def _aliases(self, taken: set[int]) -> Iterator[Found]:
        """ "Jane Doe, alias "La Flaca"", "Jane Doe, also known as Flaca" """
        p = self.parse
        for at, last in self._cues():
            start = last
            while start < len(p) and start - last < 2 and p[start].text in _OPENING:
                start += 1
            end = self._name_from(start)
            if end - start > 1 and self.belonging.book.role(p[start].lower) is not None:
                start += 1  # "known as Commander Aurelio": later he may be "Aurelio"
            if end > start and self._no_other_name(at) and taken.isdisjoint(range(at, end)):
                close = end + (start > last and end < len(p) and p[end].text in _CLOSING_MARKS)
                yield Found(at, close, self.belonging.head(at, end), "name", self.belonging.text(start, end), "person", rule="name:alias")
                continue
            before = at
            if before > 2 and p[before - 1].lemma == "be" and p[before - 2].lower == "who":
                before -= 2  # "Lopez, who is also known as"
            while before and (p[before - 1].text in (",", "(", '"', "”", "''", "“", "``") or (len(p[before - 1].text) == 1 and before > 1 and p[before - 2].text in _OPENING)):
                before -= 1
            first = self._name_before(before)
            if first == before and before and p[before - 1].text in self._families:
                first = before - 1  # "Doe, who is also known as", named in full before
            if end == start or first == before or p[start].sent != p[at].sent or (p[at].lemma in _SAID_OF_OTHERS and before == at and not self._passively(at)):
                continue  # "Doe called Roe a liar": two people
            sure = self.belonging.text(at, last).lower() in _SURE_ALIAS
            # What a user lists is found already: the other name is tied to it, or it to the other name.
            found, known = taken.issuperset(range(first, before)), taken.issuperset(range(start, end))
            if (not found and not taken.isdisjoint(range(first, before))) or not (sure or first == before - 1 or any(t.ent == "PERSON" for t in (*p.tokens[first:before], *(p.tokens[start:end] if _REAL in self.belonging.text(at, last).lower() else ())))):
                continue
            head = self.belonging.head(first, before)
            if not found:
                same = self.belonging.head(start, end) if known else -1
                yield Found(first, before, head, "name", self.belonging.text(first, before), "person", rule="name:aliased", same=same)
            if taken.isdisjoint(range(start, end)):
                yield Found(start, end, self.belonging.head(start, end), "name", self.belonging.text(start, end), "person", rule="name:alias", same=head)
            yield from self._further(end, head, taken)

    def _no_other_name(self, at: int) -> bool:
        """ "Police arrested alias "Cobra" ", "soldiers killed alias Pablo": somebody of whom the text has no other name; not "under the alias Cobra", nor "his partner, alias Pablo"."""
        p = self.parse
        before = p[at - 1] if at > p.sentences[p[at].sent].first else None
        return p[at].lower == "alias" and (before is None or before.pos in ("VERB", "ADP", "SCONJ", "CCONJ", "AUX") or before.lower in ("that", "dead"))

    def _passively(self, at: int) -> bool:
        """ "a smuggler called X", "Doe is called X": what somebody is called, and not what he calls another."""
        token = self.parse[at]
        return token.dep in ("acl", "amod") or any(c.dep == "auxpass" for c in self.parse.children(at)) or (at > 0 and self.parse[at - 1].lower in ("also", "so", "commonly", "better", "sometimes", "often"))

    @cached_property
    def _families(self) -> frozenset[str]:
        """The last words of the full names that the report has of persons."""
        return frozenset(t.text for n in self.parse.names if n.label == "PERSON" and n.last - n.first > 1 and (t := self.parse[n.last - 1]).text.istitle())

    def _bynames(self, taken: set[int]) -> Iterator[Found]:
        """ "a gang leader known as El Zorro", "the boss nicknamed "the Fox", Jane Doe,": by what name a noun for one person is known; of whoever has
        another name beside, that one is said to be the same."""
        p = self.parse
        for token in p.tokens:
            noun = p.head(token.i)
            if token.lemma not in _NICKNAMING or token.dep != "acl" or noun is None or noun.i > token.i or noun.tag not in ("NN", "NNP"):
                continue
            role = self.roles.role_at(noun.i)
            start = token.i + 1
            if role is None or role.kind not in ("person", "office") or start >= len(p) or (token.lemma == "know") != (p[start].lower == "as"):
                continue
            start += token.lemma == "know"
            while start < len(p) and (p[start].text in _OPENING or p[start].lower == "the"):
                start += 1
            end = self._name_from(start) if start < len(p) and p[start].text[:1].isupper() and p[start].sent == token.sent else start
            if end == start or not taken.isdisjoint(range(start, end)) or any(t.ent == "PERSON" for t in p.tokens[start:end]) or p[end - 1].pos not in ("PROPN", "NOUN", "ADJ", "X"):
                continue
            other = next((c.i for c in p.children(noun.i) if c.dep == "appos" and c.pos == "PROPN" and c.i > end), -1)
            yield Found(start, end, self.belonging.head(start, end), "name", self.belonging.text(start, end), "person", rule="name:alias", same=other)

    def _further(self, end: int, head: int, taken: set[int]) -> Iterator[Found]:
        """More aliases of the one: "alias "La Flaca" or "La Seca"."""
        p = self.parse
        at = end
        while at < len(p) and p[at].text in ('"', "”", "''", ",", "’"):
            at += 1
        if at + 2 >= len(p) or p[at].lower not in ("or", "and") or p[at + 1].text not in _OPENING or not p[at + 2].text[:1].isupper():
            return
        last = self._name_from(at + 2)
        if taken.isdisjoint(range(at + 2, last)):
            yield Found(at + 2, last, self.belonging.head(at + 2, last), "name", self.belonging.text(at + 2, last), "person", rule="name:alias", same=head)

    def _cues(self) -> Iterator[tuple[int, int]]:
        p = self.parse
        for token in p.tokens:
            for last in range(token.i + 6, token.i, -1):
                if last <= len(p) and self.belonging.text(token.i, last).lower() in _ALIAS:
                    yield token.i, last
                    break

    def _name_from(self, start: int) -> int:
        p = self.parse
        end = start
        if start + 1 < len(p) and p[start].lower in _NAME_PARTS and p[start + 1].text[:1].isupper():
            end += 1
        while end < len(p) and p[end].sent == p[start].sent and end - start < _NAME_LONGEST and (p[end].text[:1].isupper() or (end > start and p[end].lower in _NAME_PARTS)):
            end += 1
        return end

    def _name_before(self, end: int) -> int:
        """Where the run of two to six capitalised words before a token begins; the token itself where it is no name of a person's form."""
        p = self.parse
        first = end
        while first and end - first < _NAME_LONGEST and p[first - 1].sent == p[end].sent and (p[first - 1].text[:1].isupper() or p[first - 1].lower in _NAME_PARTS):
            if p[first - 1].text.isupper() and not p[first - 1].cased and len(p[first - 1].text) > 2:
                break
            if p[first - 1].pos not in ("PROPN", "NOUN", "ADJ", "X", "ADP", "DET"):
                break
            first -= 1
        while first < end and (p[first].text.islower() or self.roles.role_at(first) is not None or (first + 2 < end and self.book.country_of(p[first].text) is not None)):
            first += 1
        if end - first < 2 or self.book.organisation(self.belonging.text(first, end)) is not None or self.roles.role_at(end - 1) is not None:
            return end
        return first

    def _honoured(self, taken: set[int]) -> Iterator[Found]:
        """ "Mrs. Doe", "Dr Jane Doe": whoever bears a polite word is a person, and the word no part of the name."""
        p = self.parse
        for token in p.tokens:
            # In capitals "MISS" and "SIR" are words as well.
            loud = token.text.isupper() and token.lower != "miss" and (token.lower.rstrip(".") in word_set("civil_address") or (len(token.text) > 3 and token.text.title() in _POLITE))
            if not (token.text in _POLITE or loud) or token.i in taken:
                continue
            first = token.i + 1
            joined = first + 2 < len(p) and p[first].text in _ARTICLES and p[first + 1].text == "-" and p[first + 2].text[:1].isupper()  # "Mr al-Heron"
            end = self._name_from(first + 2) if joined else self._name_from(first) if first < len(p) and p[first].text[:1].isupper() else first
            while end > first and (p[end - 1].lower in _NAME_PARTS or p[end - 1].pos not in ("PROPN", "NOUN", "X", "ADJ") or p[end - 1].ent in ("GPE", "DATE")):
                end -= 1
            if end == first or p[first].sent != token.sent or not taken.isdisjoint(range(first, end)) or len(p[first].text.rstrip(".")) < 2:
                continue
            if self.roles.role_at(end - 1) is not None and end - first == 1:
                # "Mr. President"
                continue
            titled = self.roles.title_before(first, end)
            if titled.role is not None and titled.first < token.i and titled.name == first and taken.isdisjoint(range(titled.first, token.i)):
                # "Attorney General Dr. Jane Doe"
                before = self.belonging.before(titled.first)
                yield Found(titled.first, end, self.belonging.head(first, end), "name", self.belonging.text(first, end), "person", before, titled.role.sectors, titled.title, rule="name:honoured")
                continue
            yield Found(first, end, self.belonging.head(first, end), "name", self.belonging.text(first, end), "person", rule="name:honoured")

    # First names like peoples', firms ---------------------------------------------------------------------------------------

    def _peoples(self, taken: set[int]) -> Iterator[Found]:
        """ "German Ortega Luz": a given name that is spelt like a people's, at the head of a name of three words or more."""
        p = self.parse
        for name in p.names:
            first, last = name.first, name.last
            if name.label not in ("PERSON", "ORG") or last - first < 2 or p[first].text not in _GIVEN_PEOPLES or not taken.isdisjoint(range(first, last)):
                continue
            if first and p[first - 1].pos == "DET":
                continue
            if last - first == 2 and name.label != "PERSON":
                continue
            words = self.belonging.text(first, last)
            inner = p.tokens[first:last]
            if any(not t.text[:1].isupper() or t.pos not in ("PROPN", "ADJ") for t in inner) or self.book.organisation(words) is not None:
                continue
            if any(self.roles.role_at(t.i) is not None or t.lower in _COMPANY_ENDS for t in inner) or self.book.organisation(self.belonging.text(first + 1, last)) is not None:
                continue
            if name.label == "ORG" and any(self.book.roles.get(t.lower) for t in inner):
                continue
            yield self._with_title(first, last, taken)
        for token in p.tokens:
            last = self._name_from(token.i)
            known = last - token.i > 2 or (last - token.i == 2 and self._known_surname(token.i + 1))
            if token.text in _GIVEN_PEOPLES and known and not any(t.ent for t in p.tokens[token.i + 1 : last]) and self._plain_run(token.i, last, taken):
                yield self._with_title(token.i, last, taken)

    def _with_title(self, first: int, last: int, taken: set[int]) -> Found:
        """A person's name with the title before it: "President Milan Doe"."""
        titled = self.roles.title_before(first, last)
        found = Found(first, last, self.belonging.head(first, last), "name", self.belonging.text(first, last), "person", rule="name:person")
        if titled.role is None or not titled.first < first == titled.name or not taken.isdisjoint(range(titled.first, first)):
            return found
        return replace(found, first=titled.first, countries=self.belonging.before(titled.first), sectors=titled.role.sectors, title=titled.title)

    @cached_property
    def _subjects(self) -> dict[str, list[int]]:
        """Word -> the tokens where it is a subject."""
        found: dict[str, list[int]] = {}
        for token in self.parse.tokens:
            if token.dep == "nsubj":
                found.setdefault(token.text, []).append(token.i)
        return found

    def _known_surname(self, at: int) -> bool:
        """Whether a word that could be a family name acts alone elsewhere, or closes a person's name: "Israel Osanti ... Osanti said"."""
        p = self.parse
        word = p[at].text
        alone = any(i != at and not (i and p[i - 1].dep == "compound" and p[i - 1].head == i) for i in self._subjects.get(word, ()))
        return alone or any(n.label == "PERSON" and n.last - n.first > 1 and p[n.last - 1].text == word for n in p.names)

    def _plain_run(self, first: int, last: int, taken: set[int]) -> bool:
        """Whether capitalised words hang together as one noun phrase in which no word is a role's, a firm's or a listed name."""
        p = self.parse
        if not taken.isdisjoint(range(first, last)) or (first and p[first - 1].pos == "DET"):
            return False
        if any(p[i].dep != "compound" or p[i].head != last - 1 for i in range(first, last - 1)) or p[last - 1].pos != "PROPN":
            return False
        return not any(self.roles.role_at(i) is not None or p[i].lower in _COMPANY_ENDS or self.book.organisation(p[i].text) is not None for i in range(first, last))

    def _companies(self, taken: set[int]) -> Iterator[Found]:
        """ "Saltmarsh, Inc.", "Northwind Ltd": what follows the name makes it a firm's."""
        p = self.parse
        for token in p.tokens:
            if token.lower not in _COMPANY_ENDS or not token.text[:1].isupper() or token.i in taken:
                continue
            end = token.i - 1 if token.i and p[token.i - 1].text == "," else token.i
            first = end
            while first and p[first - 1].sent == token.sent and (p[first - 1].text[:1].isupper() or p[first - 1].text == "&") and first - 1 not in taken:
                first -= 1
            while end > first and p[end - 1].text == "&":
                end -= 1
            if first > 1 and p[first - 1].lower == "of" and self.book.organisation(self.belonging.text(first - 2, end)) is not None:
                continue  # "Bank of Heronland Corp."
            if first == end or not any(t.text[:1].isupper() for t in p.tokens[first:end]) or self.book.organisation(self.belonging.text(first, end)) is not None:
                continue
            yield Found(first, token.i + 1, self.belonging.head(first, token.i + 1), "name", self.belonging.text(first, token.i + 1), "organisation", (), ("BUS",), rule="name:company")
        for token in p.tokens:
            last = token.i + 1
            while token.text.isupper() and token.lower in _COMPANY_FORMS and last < len(p) and p[last].sent == token.sent and p[last].text.istitle() and p[last].pos == "PROPN" and last not in taken:
                last += 1
            if last > token.i + 2 and token.i not in taken:
                # "PT Sinar Jaya"
                yield Found(token.i, last, self.belonging.head(token.i, last), "name", self.belonging.text(token.i, last), "organisation", (), ("BUS",), rule="name:company")

    # Names in brackets -----------------------------------------------------------------------------------------------------

    def bracketed(self, found: dict[int, Found]) -> dict[int, Found]:
        """A name in brackets directly behind the name of a body is its other name: "Fuerza Parda (Brown Force)"."""
        p = self.parse
        ends = {m.last: m for m in found.values() if m.kind == "name" and m.entity_kind in (*BODIES, "unknown")}
        made = dict(found)
        for head, m in found.items():
            opening = next((i for i in range(m.first - 1, max(m.first - 8, -1), -1) if p[i].text == "("), -1)
            before = self._body_before(opening, m.first, ends) if opening > 0 else None
            if m.kind != "name" or m.listed or before is None or opening < 0 or m.last >= len(p) or p[m.last].text != ")":
                continue
            if m.entity_kind not in (*BODIES, "unknown", "person") or (m.organisation is not None and before.organisation is not None):
                continue
            short = self.belonging.text(m.first, m.last).isupper() and opening == m.first - 1
            if short and m.organisation is not None and before.organisation is None and alike(before.name, m.organisation):
                # "the Organisation of Example States (OES)", which is listed under its short name
                made[before.head] = replace(before, same=head)
            if short or p[m.head].ent in ("GPE", "LOC"):
                continue
            made[head] = Found(m.first, m.last, m.head, m.kind, m.name, before.entity_kind, m.countries, m.sectors, None, m.former, m.organisation, m.rule, same=before.head)
        return made

    def nicknamed(self, found: dict[int, Found]) -> dict[int, Found]:
        """ "Jane Doe "La Flaca" is": a name between quotation marks directly behind a person's is another name of hers."""
        p = self.parse
        ends = {m.last: m for m in found.values() if m.kind == "name" and m.entity_kind == "person" and " " in m.name}
        made = dict(found)
        for head, m in found.items():
            quote = next((i for i in range(m.first + 1, m.last - 1) if p[i].text in _OPENING - {"("}), 0)
            if m.entity_kind == "person" and m.kind == "name" and quote and m.last < len(p) and p[m.last].text in _CLOSING_MARKS and not any(t.text in _CLOSING_MARKS for t in p.tokens[quote + 1 : m.last]):
                if m.last + 1 < len(p) and p[m.last + 1].text[:1].isupper():
                    # 'Jane "La Flaca" | Doe'
                    continue
                # The recogniser took a name and half of what is between quotation marks for one.
                own, other = self.belonging.head(m.first, quote), self.belonging.head(quote + 1, m.last)
                del made[head]
                made[own] = replace(m, last=quote, head=own, name=self.belonging.text(m.first, quote))
                made[other] = Found(quote + 1, m.last, other, "name", self.belonging.text(quote + 1, m.last), "person", rule="name:alias", same=own)
                continue
            person = ends.get(m.first - 1) if m.first and p[m.first - 1].text in _OPENING - {"("} else None
            closed = m.last < len(p) and p[m.last].text in _CLOSING_MARKS
            if person is not None and closed and m.kind == "name" and not m.listed and m.organisation is None and m.same < 0:
                made[head] = Found(m.first, m.last, m.head, "name", m.name, "person", rule="name:alias", same=person.head)
        return made

    def _body_before(self, opening: int, first: int, ends: dict[int, Found]) -> Found | None:
        """The body whose name stands before a bracket that holds nothing but capitalised words up to a token; "'s" may stand between."""
        p = self.parse
        if not all(t.text[:1].isupper() or t.lower in _BETWEEN for t in p.tokens[opening + 1 : first]):
            return None
        return ends.get(opening) or (ends.get(opening - 1) if p[opening - 1].tag == "POS" else None)
