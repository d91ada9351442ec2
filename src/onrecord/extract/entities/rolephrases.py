"""Where the phrase of a role noun begins, and which role ends at a word. A helper of the finder of role nouns, no stage."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord import syntax
from onrecord.actorbook import PUBLIC, ActorBook, Role
from onrecord.extract.entities.belonging import Belonging
from onrecord.extract.entities.found import BODIES, Found
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

# Ranks that stand alone for an officer; a captain or a major is often something else.
_RANKED = word_set("ranks")
_POLICE, _SOLDIERLY = word_set("police_words"), word_set("soldierly_words")
# Words that may open what the parser takes for a phrase and tell nothing of whom it names.
_OUTSIDE = frozenset({"and", "or", "only", "even", "just", "also"})
_CALENDAR = word_set("calendar_names")
_STACKED = frozenset({"ADJ", "NUM", "VERB"})
_BREAKS = frozenset({",", ";", ":", "(", ")", "[", "]", "—", "–"})
_CLOSING = frozenset({'"', "”", "’", "''"})
_QUOTES = frozenset("\"“”‘’'")
# What is last or annual is the deed, not those who do it.
_OF_DEEDS = word_set("modifiers_of_deeds")
_GOVERNING = frozenset({"authority", "official", "leader", "government", "institution"})
_PHOTO = word_set("photo_nouns")
_PRIVATE = word_set("private_words")
_COMBATING = word_set("verbs_of_combating")
# An academy's, of soldiers or of police.
_TRAINEES = frozenset({"cadet", "trainee", "commander"})
_PUBLIC_BODIES = frozenset({"GOV", "MIL", "LEG", "JUD", "COP"})
# "of striking workers": participles that tell which ones.
_ATTRIBUTIVE = word_set("participles_that_tell_which")
# Ranks of the elite: "a retired general" is of it, a retired sergeant not.
GENERALS = frozenset({"general", "admiral", "marshal", "brigadier"})
# Whoever sat in these is of the elite afterwards, by whatever noun: "former members of the parliament".
_POLITICAL = frozenset({"GOV", "LEG", "JUD"})


@dataclass(frozen=True, slots=True)
class RolePhrases:
    """Reads one parse."""

    parse: Parse
    book: ActorBook
    belonging: Belonging

    def role_at(self, head: int) -> Role | None:
        """The longest role that ends at a token, "secretary-general" and "attorney general" among them."""
        p = self.parse
        joined = self._joined(head)
        if joined is not None:
            return joined
        for length in (5, 4, 3, 2, 1):
            start = head - length + 1
            if start < 0 or p[start].sent != p[head].sent:
                continue
            if length > 1 and p[start].ent == "ORG" and p[head].ent != "ORG" and p[start].text.istitle() and start and p[start - 1].ent == "ORG":
                # "European Union | official"
                continue
            if length > 1 and start and p[start].tag in ("VBG", "VBN", "JJ", "NN") and p[start].lower.endswith("ing") and p[start - 1].text == "-" and p[start - 1].end == p[start].start:
                # "high-ranking | member"
                continue
            before = self.belonging.text(start, head)
            gap = " " if start < head and p[head].start > p[head - 1].end else ""
            # The tagger takes a plural that opens a sentence for a name.
            opening = p[head].tag in ("NNP", "NNPS") and head == p.sentences[p[head].sent].first
            for last in (p[head].lemma, p[head].lower, *([p[head].lower.removesuffix("s")] if opening else [])):
                role = self.book.role(f"{before}{gap}{last}")
                if last == "pm" and not before and (p[head].text != "PM" or (head and p[head - 1].text[-1:].isdigit())):
                    # "11pm" is an hour.
                    role = None
                if role is None and last == "department":
                    # What the one calls a department is a ministry elsewhere.
                    role = self.book.role(f"{before}{gap}ministry")
                if role is not None:
                    return role
        if p[head].pos == "NOUN" and p[head].tag in ("NN", "NNS") and p[head].lemma.lower() in _RANKED and not (head and p[head - 1].pos == "NOUN" and self.book.role(p[head - 1].lower)):
            return self.book.rank(p[head].lemma.capitalize())
        return None

    def _joined(self, head: int) -> Role | None:
        """The role of a word in parts whose first a token is: "attorney-general", "commander-in-chief"."""
        p = self.parse
        if head + 4 < len(p) and p[head + 1].text == p[head + 3].text == "-" and p[head].end == p[head + 1].start and p[head + 4].sent == p[head].sent:
            role = self.book.role(f"{p[head].lower}-{p[head + 2].lower}-{p[head + 4].lemma}")
            if role is not None:
                return role
        if head + 2 >= len(p) or p[head + 1].text != "-" or p[head].end < p[head + 1].start or p[head + 2].sent != p[head].sent:
            return None
        return self.book.role(f"{p[head].lower}-{p[head + 2].lemma}")

    def _opening(self, first: int, head: int) -> int:
        """Where the phrase of a noun really begins: behind a comma, a bracket or a quoted noun that the parser drew in, behind the words of a
        caption ("file photo | visitors", "launch | State media"); with the beginning of a word in two parts ("non-profit")."""
        p = self.parse
        if p[head].lemma == "year-old":
            return max(head - 4, p.sentences[p[head].sent].first)  # "19-year-old"
        at = first
        for token in p.tokens[first:head]:
            behind = p[token.i + 1]
            if token.pos == "NOUN" and token.text.islower() and behind.i < head and behind.tag == "JJ" and (known := self.book.country_of(behind.text)) is not None and known[1] == "demonym" and behind.text[:1].isupper():
                # "the lack of control | Chadian authorities have"
                at = token.i + 1
                continue
            joined = token.lower in ("and", "or") and token.i > first and (self._rows(token.i) or (p[token.i - 1].pos == "NOUN" and self.role_at(token.i - 1) is not None) or behind.pos in ("NUM", "DET") or behind.lower == "other")
            joined = joined or (token.lower in ("result", "whole", "rule", "consequence") and token.i > 1 and p[token.i - 2].lower in ("as", "on") and p[token.i - 1].lower == "a")  # "as a result | rival gangs"
            if joined or token.i in self.belonging.ignored or (token.text in _BREAKS and not self._rowed(token.i, first)) or (token.text in _CLOSING and token.i > first and p[token.i - 1].pos == "NOUN") or (token.lower in _PHOTO and (token.dep in ("nmod", "compound") and any(t.ent == "DATE" for t in p.tokens[first : token.i]))) or (token.pos == "NOUN" and token.text.islower() and behind.text.istitle() and behind.tag in ("NN", "NNS", "NNP") and p[head].text.islower()):
                at = token.i + 1
        if at < head and p[at].lower in _CALENDAR and p[at].dep != "compound":
            while at < head and (p[at].lower in _CALENDAR or p[at].lower in ("and", "or", "to")):
                at += 1
        elif at < head and p[at].lower in _CALENDAR and any(t.lower in ("and", "or") for t in p.tokens[at:head]):
            # "in spring | authorities seized"
            at = next((t.i + 1 for t in reversed(p.tokens[at:head]) if t.lower in _CALENDAR), at)
        while at < head and p[at].pos == "PUNCT" and not self._closed(at, head):
            at += 1
        opened = at > 0 and p[at - 1].text in _QUOTES and p[at - 1].sent == p[at].sent
        closing = next((t.i for t in p.tokens[at + 1 : head] if t.text in _QUOTES), head)
        if opened and closing < head:
            # "hooked" | girls
            at = closing + 1
        quote = next((t.i for t in p.tokens[at + 1 : head] if t.text in _QUOTES and t.tag != "POS"), head)
        if quote < head and not self._closed(quote, head):
            # so-called "shell | companies"
            at = quote + 1
        if at > 1 and p[at - 1].text == "-" and p[at - 1].end == p[at].start and p[at - 2].end == p[at - 1].start and p[at - 2].sent == p[at].sent:
            at -= 2
        return self._begun(at, head)

    def _begun(self, at: int, head: int) -> int:
        """Where a phrase begins behind small words and years that are none of it ("and | jail officials", "in 2014 | one dealer"), or with the front of a
        number that a blank has cut: "1, | 600 officers"."""
        p = self.parse
        while at < head and (p[at].lower in _OUTSIDE or (p[at].text.isdigit() and len(p[at].text) == 4 and p[at + 1].pos in ("NUM", "DET") and at + 1 < head)):
            at += 1
        if at + 1 < head and at == p.sentences[p[at].sent].first and p[at].text.endswith("ing") and self.book.country_of(p[at + 1].text) is not None:
            # "Citing | Chad's police"
            at += 1
        if at + 1 < head and at and p[at - 1].lemma == "tell" and self.book.organisation(p[at].text) is not None:
            # "told CNN | X's opponents were angry"
            at += 1
        if at < head and at and p[at - 1].lower == "to" and p[at].lower in _COMBATING:
            at += 1  # "an approach to combat | gangs"
        while at < head and self._doing(at, head):
            # "by extorting | victims", ", challenging | journalists to", "of killing and kidnapping | drivers"
            at += 2 if p[at + 1].lower in ("and", "or") and at + 2 < head else 1
        if at + 2 <= head and p[at].lower == "most" and p[at + 1].lower == "part":
            # "For the most part | rebel units"
            at += 2
        if at > 1 and len(p[at].text) == 3 and p[at].text.isdigit() and p[at - 1].text == "," and p[at - 2].text.isdigit() and len(p[at - 2].text) < 4 and p[at - 2].sent == p[at].sent:
            at -= 2
        if at < head and p[head].tag == "NNS" and head + 1 < len(p) and p[head + 1].tag == "POS" and p[at].lower in _OF_DEEDS:
            at += 1  # "the last | teachers' strike"
        return at

    def _doing(self, at: int, head: int) -> bool:
        """Whether a participle that opens a phrase without an article is a verb whose object the parser took for its noun, behind a preposition, a comma
        or another such verb."""
        p = self.parse
        if p[at].tag != "VBG" or p[at].dep not in ("amod", "nmod") or not at or p[at - 1].sent != p[at].sent or p[at].lower in _ATTRIBUTIVE or p[at + 1].text == "-":
            return False
        role = self.role_at(head)
        if any(c.dep == "det" and c.i < at for i in (at, head) for c in p.children(i)) or (role is not None and role.name.startswith(f"{p[at].lower} ")):
            return False
        return p[at - 1].pos in ("ADP", "SCONJ") or p[at - 1].text == "," or (p[at - 1].lower in ("and", "or") and at > 1 and p[at - 2].tag == "VBG")

    def _rows(self, at: int) -> bool:
        """ "X and | European groups": a name that is no state's before "and", an adjective of a country or a small word behind."""
        p = self.parse
        left, right = p[at - 1], p[at + 1]
        known = self.book.country_of(right.text)
        return left.pos == "PROPN" and self.book.country_of(left.text) is None and self.role_at(left.i) is None and (right.text.islower() or (known is not None and known[1] in ("demonym", "region")))

    def _closed(self, first: int, head: int) -> bool:
        """Whether a quotation mark that opens the words is closed within them: "so-called" groups."""
        p = self.parse
        return p[first].text in _QUOTES and any(t.text in _QUOTES for t in p.tokens[first + 1 : head + 1])

    def _rowed(self, at: int, first: int) -> bool:
        """Whether a comma stands between words that all tell of the noun: "its biggest, most violent gangs"."""
        p = self.parse
        if p[at].text == "," and at > first and self.book.country_of(p[at - 1].text) is not None and self.book.country_of(p[at + 1].text) is not None:
            # "Colombian, Spanish and Dutch authorities"
            return True
        return p[at].text == "," and at > first and p[at - 1].pos in _STACKED and p[at + 1].pos in (*_STACKED, "ADV", "CCONJ")

    def former(self, head: int) -> bool:
        """Whether the words before a role noun say that it is over: "the former minister", "ex-president"; of "current and former officers" some are."""
        if any(c.lower in ("current", "serving", "active", "present") and c.i < head for c in syntax.dependents_within(self.parse, head, 2)):
            return False
        return any(
            self.book.modifiers.get(c.lower, ("", ""))[0] == "former" for c in syntax.dependents_within(self.parse, head, 2) if c.i < head
        ) or (head >= 2 and self.parse[head - 1].text == "-" and self.parse[head - 2].lower == "ex")

    @staticmethod
    def past(sectors: tuple[str, ...], kind: str = "office") -> tuple[str, ...]:
        """The sectors of somebody who is no longer what told them: of the elite after a public office, unknown after service without one ("former
        soldiers"), else as before; "former manager" tells none."""
        if kind != "office" and not _POLITICAL.intersection(sectors):
            return () if PUBLIC.intersection(sectors) else sectors
        return ("ELI",) if PUBLIC.intersection(sectors) else sectors

    def _both(self, head: int) -> tuple[str, ...]:
        """The sectors of those who govern and are of two sorts by their words, "civil and military authorities"; else none."""
        words = {t.lower for t in syntax.dependents_within(self.parse, head, 2) if t.i < head}
        if "military" not in words or not words & {"civil", "civilian", "political"} or not words & {"and", "or"}:
            return ()
        return ("GOV", "MIL") if self.parse[head].lemma.lower() in _GOVERNING else ()

    def _of_police(self) -> bool:
        """Whether a report tells of police and of no soldiers."""
        words = {t.lemma.lower() for t in self.parse.tokens}
        return bool(words & _POLICE) and not words & _SOLDIERLY

    def _of_soldiers(self) -> bool:
        """Whether a report tells of soldiers and of no police, so that its officers are hardly policemen."""
        words = {t.lemma.lower() for t in self.parse.tokens}
        return bool(words & _SOLDIERLY) and not words & _POLICE

    def _and_abroad(self, first: int, head: int) -> bool:
        """ "Chadian and foreign | reporters" """
        p = self.parse
        return any(p[i].lower in ("and", "or") and p[i + 1].lower in ("foreign", "international", "other") and self.belonging.ending(i - 1) for i in range(first + 1, head - 1))

    def _of_body(self, head: int, owner: Found | None) -> bool:
        """Whether the side of a body or a state is told of, by a name or a noun."""
        if owner is not None and (owner.entity_kind in BODIES or owner.entity_kind == "state"):
            return True
        p = self.parse
        owners = [c.i for c in p.children(head) if c.dep == "poss"] + syntax.prep_objects(p, head, "of")
        return any((r := self.role_at(o)) is not None and r.kind in BODIES for o in owners)

    def _of_others(self, head: int, role: Role) -> bool:
        """Guards of a firm are no state's, and cadets are of the police where a report tells of no soldiers."""
        guards = set(role.sectors) == {"COP", "MIL"} and self._guards(head)
        return guards or (role.sectors == ("MIL",) and self.parse[head].lemma.lower() in _TRAINEES and self._of_police())

    def _guards(self, head: int) -> bool:
        """ "private security personnel", "the university's security force": whose guards they are, where that is no state."""
        p = self.parse
        below = [c for c in syntax.dependents_within(p, head, 2) if c.i < head and c.dep in ("amod", "compound", "nmod", "poss")]
        owners = [r for c in below if (r := self.role_at(c.i)) is not None]
        return any(c.lower in _PRIVATE for c in below) or any(r.kind == "organisation" and r.sectors and not _PUBLIC_BODIES.intersection(r.sectors) for r in owners)
