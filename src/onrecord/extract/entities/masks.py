"""Tokens that belong to no actor's name: feasts, photo credits, stage directions, languages, disguises. A helper of the mention finder, no stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from onrecord import syntax
from onrecord.actorbook import ActorBook
from onrecord.extract.entities.belonging import Belonging
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_FEASTS = word_set("feasts")
_FEAST_LONGEST = max(len(f.split()) for f in _FEASTS) + 2
_CREDITS = word_set("photo_credits")
_CREDIT_SIGNS = word_set("photo_credit_signs")
_CREDIT_ROLES = word_set("credit_roles")
_PRESS = word_set("press_name_ends") | {"images"}
_STAGE = word_set("stage_directions")
_DISGUISING = word_set("disguising_verbs")
_LANGUAGE_VERBS = word_set("language_verbs")
_LANGUAGE_NOUNS = word_set("language_nouns")
_BRACKET_LONGEST = 14
_POINTED, _POINTED_LONGEST = frozenset({"and", "of", "the", "in", "on", "for", "'s"}), 12


@dataclass(frozen=True)
class Masks:
    """Reads one parse."""

    parse: Parse
    book: ActorBook
    belonging: Belonging

    @cached_property
    def masked(self) -> frozenset[int]:
        """Tokens that no mention may hold."""
        return frozenset(i for source in (self._feasts, self._pointers, self._credits, self._credits_behind, self._brackets, self._languages) for i in source())

    def _feasts(self) -> Iterator[int]:
        """ "New Year's Eve", "Ramadan" """
        p = self.parse
        for sentence in p.sentences:
            for first in range(sentence.first, sentence.last):
                if not p[first].text[:1].isupper():
                    continue
                for last in range(min(first + _FEAST_LONGEST, sentence.last), first, -1):
                    if self.belonging.text(first, last).lower().replace("’", "'") in _FEASTS:
                        yield from range(first, last)
                        break

    def _pointers(self) -> Iterator[int]:
        """ "SEE ALSO: Chad News and Profiles": the name of another piece behind a cue in capitals."""
        p = self.parse
        for token in p.tokens[:-2]:
            words = self.belonging.text(token.i, token.i + 2)
            colon = next((i for i in (token.i + 2, token.i + 3) if i < len(p) and p[i].text == ":"), 0)
            if words not in ("SEE ALSO", "READ MORE", "READ ALSO", "MORE ON") or not colon:
                continue
            at = colon + 1
            while at < len(p) and (p[at].text[:1].isupper() or p[at].lower in _POINTED) and at - colon < _POINTED_LONGEST:
                at += 1
            yield from range(token.i, at)

    def _credits(self) -> Iterator[int]:
        """The agency before a caption: "AFP Rescuers at work", where no verb is its own."""
        p = self.parse
        for sentence in p.sentences:
            first = sentence.first
            last = next((first + n for n in (3, 2, 1) if first + n < sentence.last and self.belonging.text(first, first + n) in _CREDITS), first)
            if last > first and last + 1 < sentence.last and p[last].text in ("-", "–") and p[last + 1].lower in _CREDIT_ROLES:
                # "Agency - Contributor | The caption"
                yield from range(first, last + 2)
                continue
            row = self._row(first, sentence.last)
            if row > max(last, first) and row < sentence.last and p[row].text[:1].isupper() and p[row].pos not in ("AUX", "VERB"):
                # "AP:Associated Press | The caption", "Handout - Getty | The caption"
                yield from range(first, row)
                continue
            slash = next((i for i in range(first + 1, min(first + 6, sentence.last - 1)) if p[i].text == "/"), first)
            if slash > first and p[slash + 1].text in _CREDITS and all(t.text[:1].isupper() or t.text == "-" for t in p.tokens[first:slash]):
                # "Jane Doe / Agency | The caption"
                yield from range(first, slash + 2)
                continue
            if sentence.last - last < 2 or last == first:
                continue
            behind = p[last]
            if behind.text[:1].isupper() and behind.pos not in ("AUX", "VERB") and self.book.organisation(self.belonging.text(first, last + 1)) is None:
                yield from range(first, last)

    def _row(self, first: int, end: int) -> int:
        """Where a row of two agencies or an agency and what it did, parted by a sign, ends at the head of a caption; its beginning where there is none."""
        p = self.parse
        at, parts, agencies = first, 0, 0
        while at < end:
            size = next((n for n in (3, 2, 1) if at + n <= end and self.belonging.text(at, at + n) in _CREDITS), 0)
            if not size and p[at].lower not in _CREDIT_ROLES:
                return first
            at, parts, agencies = at + (size or 1), parts + 1, agencies + bool(size)
            if at >= end or not (p[at].text in (":", "-", "–", "/") or p[at].lower == "or"):
                break
            at += 1
        return at if parts > 1 and agencies else first

    def _credits_behind(self) -> Iterator[int]:
        """Whose a picture is: the name behind "©", the agency at the end of a caption in a row of captions."""
        p = self.parse
        for token in p.tokens:
            # "© Jane Doe" took the picture.
            if "©" in token.text:
                at = token.i
                while at < len(p) and at - token.i < 4 and p[at].sent == token.sent and (at == token.i or p[at].text[:1].isupper()):
                    yield at
                    at += 1
        for token in p.tokens[1:]:
            # A row of captions: "Exampletown, Chad AP 2/29 Sampleville, Chad Reuters"
            after = p[token.i + 1] if token.i + 1 < len(p) and p[token.i + 1].sent == token.sent else None
            left = p[token.i - 1]
            if token.text in _CREDITS and left.pos == "PROPN" and left.sent == token.sent and token.dep != "nsubj" and (after is None or after.text[:1].isdigit()):
                yield token.i

    def _brackets(self) -> Iterator[int]:
        """ "(Jane Doe/AP via Wire)", "(SOUNDBITE OF SONG)", "(Associated Press)" """
        p = self.parse
        for token in p.tokens:
            if token.text not in ("(", "["):
                continue
            end = next((i for i in range(token.i + 1, min(len(p), token.i + _BRACKET_LONGEST)) if p[i].text in (")", "]")), 0)
            inner = p.tokens[token.i + 1 : end]
            if not inner:
                continue
            words = {t.lower for t in inner}
            before, slash, whose = self.belonging.text(token.i + 1, end).rpartition("/")
            paper = self.book.organisation(whose) or self.book.organisation(whose.removeprefix("The "))
            if slash and before and ((paper is not None and paper.sector == "JRN") or whose.rpartition(" ")[2].lower() in _PRESS):
                # "(Jane Doe/The Saltmarsh Herald)"
                yield from (t.i for t in inner)
                continue
            # A hyphen, a slash or a blank parts the words of a credit.
            agency = any(t.text in _CREDITS for t in inner) or self.belonging.text(token.i + 1, end) in _CREDITS
            if inner[0].lower in _STAGE or (agency and (words & _CREDIT_SIGNS or self.belonging.text(token.i + 1, end) in _CREDITS)):
                yield from (t.i for t in inner)

    def _languages(self) -> Iterator[int]:
        """ "spoke German", "in English", "an English name" """
        p = self.parse
        for token in p.tokens:
            if not token.text[:1].isupper() or token.tag in ("NNS", "NNPS"):
                continue
            known = self.book.country_of(token.text)
            if known is None or known[1] not in ("demonym", "people"):
                continue
            above = p.head(token.i)
            if above is None:
                continue
            spoken = token.dep in ("dobj", "npadvmod", "advmod", "oprd", "attr", "acomp") and above.lemma in _LANGUAGE_VERBS
            owner = p.head(above.i) if above.dep == "prep" and above.lower == "of" else None
            if token.dep == "pobj" and owner is not None and owner.lemma in _LANGUAGE_NOUNS:
                # "the language of the Guarani"
                yield token.i
                continue
            written = token.dep == "pobj" and above.lower in ("in", "into", "from") and not any(c.i < token.i for c in p.children(token.i))
            called = token.dep in ("amod", "compound") and above.lemma in _LANGUAGE_NOUNS
            if spoken or written or called:
                yield token.i

    @cached_property
    def disguises(self) -> frozenset[int]:
        """Heads of what somebody only poses as: "posing as policemen", "passed themselves off as a film crew"."""
        p = self.parse
        found: set[int] = set()
        for token in p.tokens:
            if token.lower != "as" or token.dep != "prep":
                continue
            above = p.head(token.i)
            while above is not None and above.pos == "ADP" and above.dep in ("prep", "prt"):
                above = p.head(above.i)
            if above is not None and above.lemma in _DISGUISING:
                found |= {j for c in p.children(token.i) if c.dep == "pobj" for j in syntax.conjuncts(p, c.i)}
        return frozenset(found)
