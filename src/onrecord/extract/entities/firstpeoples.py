"""First peoples of the Americas: whether "Indians" and "Indian" tell of them rather than of India. A helper of the mention finder, no stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.actorbook import ActorBook
from onrecord.gazetteer import shared_gazetteer
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

# PLOVER has no sector for them: they are a population, of the state where they live.
_WORDS = frozenset({"indian", "indians"})
_MANY = ("indians",)
_INDIA = "IND"
_AMERICAS = frozenset(code.upper() for code in word_set("states_of_first_peoples"))
# "Indian villages", "Indian leaders" may be theirs, "Indian troops" and "Indian diplomats" are India's.
_THEIRS, _ABROAD = word_set("nouns_of_first_peoples"), word_set("words_of_foreigners_abroad")
_TOWN = 100_000


@dataclass(frozen=True, slots=True)
class FirstPeoples:
    """Reads one parse."""

    parse: Parse
    book: ActorBook

    def meant(self, at: int) -> bool:
        """Whether the word at a token is theirs: "the Saltmarsh Indians", "Indians" in a report of Peru that tells nothing of India."""
        p = self.parse
        if p[at].lower not in _WORDS or not p[at].text[:1].isupper():
            return False
        if self.tribe(at) is not None:
            return True
        return self._fits(p[at]) and self._around()

    def tribe(self, at: int) -> int | None:
        """Where a people's own name stands directly before "Indians"; None where no such name does, but a state's, a town's or a faith's."""
        p = self.parse
        before = p[at - 1] if at and p[at].lower in _MANY and p[at].text[:1].isupper() and p[at - 1].sent == p[at].sent else None
        if before is None or not before.text.isalpha() or not before.text[:1].isupper() or before.dep not in ("compound", "amod", "nmod") or before.head != at:
            return None
        known = self.book.country_of(before.text)
        if known is not None:
            return before.i if known[1] == "people" and (known[0] not in ("", _INDIA) or self._around()) else None
        if self._town(before) is not None or before.ent in ("GPE", "DATE", "ORDINAL") or self._only_opens(before) or before.text.lower().endswith(("ern", "est")) or self.book.role(before.lower) is not None:
            return None
        return before.i

    def _only_opens(self, token: Token) -> bool:
        """ "Young Indians": a word that has its capital from the beginning of the sentence, for all that the report tells."""
        p = self.parse
        return token.i == p.sentences[token.sent].first and not any(t.text == token.text and t.i > p.sentences[t.sent].first for t in p.tokens)

    def _fits(self, token: Token) -> bool:
        """Whether what stands with the word leaves open that they live there: nobody with a visa, no army."""
        p = self.parse
        sentence = p.sentences[token.sent]
        if any(t.lemma.lower() in _ABROAD for t in p.tokens[sentence.first : sentence.last]):
            return False
        if token.lower in _MANY:
            return not any(c.dep in ("compound", "amod", "nmod") and c.text[:1].isupper() and c.i < token.i for c in p.children(token.i))
        above = p.head(token.i)
        if above is None or token.dep not in ("amod", "compound", "nmod"):
            return False
        return above.lemma.lower() in _THEIRS and above.text.islower()

    def _around(self) -> bool:
        """Whether a report tells of states where such peoples live, and of India nowhere."""
        told = set(self._told())
        return bool(told & _AMERICAS) and _INDIA not in told

    def home(self) -> tuple[str, ...]:
        """The one state of which a report tells where such peoples live."""
        told = set(self._told()) & _AMERICAS
        return tuple(told) if len(told) == 1 else ()

    def _told(self) -> Iterator[str]:
        p = self.parse
        for token in p.tokens:
            if not token.text[:1].isupper() or token.lower in _WORDS:
                continue
            for last in (token.i + 1, token.i + 2):
                words = " ".join(t.text for t in p.tokens[token.i : last])
                known = self.book.country_of(words)
                if known is not None and known[0] and known[1] in ("name", "demonym", "capital", "people", "land"):
                    yield known[0]
            if token.ent in ("GPE", "LOC") and (town := self._town(token)) is not None:
                yield town

    def _town(self, token: Token) -> str | None:
        """The country of the largest place of a name, where it is large."""
        places = [e for e in shared_gazetteer().lookup(token.text) if e.population >= _TOWN]
        return max(places, key=lambda e: e.population).country if places else None
