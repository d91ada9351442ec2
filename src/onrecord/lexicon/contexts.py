"""What tells a PLOVER context: terms, and who does what to whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from onrecord.lexicon.tables import read_rows, resource
from onrecord.model.parse import Parse

_ENOUGH = 3.0
_MOST = 5
# What the rest of the paragraph and the title say counts half: they tell what a report is about, not what each of its events is about.
_AROUND = 0.5
# Terms of this name tell no context and keep shorter ones from telling theirs: "tear gas" is no natural resource.
NO_CONTEXT = "none"
_NAMED_PLACES = frozenset({"GPE", "LOC"})
PARTY_COLUMNS = ("context", "types", "modes", "parties", "example", "counter")


@dataclass(frozen=True, slots=True)
class ContextTagger:
    """Weighted terms by their first lemma: (lemmas, context, weight)."""

    terms: dict[str, tuple[tuple[tuple[str, ...], str, float], ...]]

    def tags(
        self, parse: Parse, sentences: Iterable[int], around: Iterable[int] = (), parties: frozenset[int] = frozenset(), aside: frozenset[int] = frozenset()
    ) -> tuple[str, ...]:
        """Contexts whose terms weigh enough together, heaviest first, at most five.

        `sentences` are those of the event; terms in the sentences `around` weigh half and only add to what the event's own tell. A term of weight 2
        within `parties`, tokens that name who acts and who receives, weighs one more: "Muslim hackers" are a group, "a Muslim quarter" is a place.
        Tokens `aside` tell nothing: who says so ("his lawyer said") is not what the event is about.
        """
        own, beyond = self._found(parse, sentences, aside), self._found(parse, around, aside)
        weight: dict[str, float] = {}
        for (_, context), (value, tokens) in own.items():
            weight[context] = weight.get(context, 0.0) + value + (value == 2 and not parties.isdisjoint(tokens))
        for (words, context), (value, _) in beyond.items():
            if context in weight and (words, context) not in own:
                weight[context] += _AROUND * value
        strong = [(value, context) for context, value in weight.items() if value >= _ENOUGH]
        return tuple(context for _, context in sorted(strong, key=lambda x: (-x[0], x[1]))[:_MOST])

    def _found(self, parse: Parse, sentences: Iterable[int], aside: frozenset[int]) -> dict[tuple[tuple[str, ...], str], tuple[float, range]]:
        """Terms of these sentences, each once, with the tokens where they first stand. Of terms of one context that share words the longest counts
        ("prime minister" is not a minister besides), and none that is only part of a place's name ("Ivory Coast")."""
        found: dict[tuple[tuple[str, ...], str], tuple[float, range]] = {}
        for sentence in sentences:
            tokens = parse.sentence_tokens(sentence)
            lemmas = [t.lemma for t in tokens]
            here = [
                (words, context, value, range(at, at + len(words)))
                for at, lemma in enumerate(lemmas)
                for words, context, value in self.terms.get(lemma, ())
                if tuple(lemmas[at : at + len(words)]) == words
            ]
            taken: dict[str, set[int]] = {}
            other = {i: len(words) for words, context, _, at in here if context == NO_CONTEXT for i in at}
            for words, context, value, at in sorted(here, key=lambda h: (-len(h[0]), h[3].start)):
                if context == NO_CONTEXT or any(other.get(i, 0) > len(words) for i in at):
                    continue
                first = tokens[at.start].i
                if taken.setdefault(context, set()).isdisjoint(at) and aside.isdisjoint(range(first, first + len(at))) and not _inside_place(parse, first, len(at)):
                    taken[context].update(at)
                    found.setdefault((words, context), (value, range(first, first + len(at))))
        return found


def _inside_place(parse: Parse, first: int, length: int) -> bool:
    """Whether the tokens are only part of a longer name of a place."""
    if parse[first].ent not in _NAMED_PLACES or any(not parse[i].text[:1].isupper() for i in range(first, first + length)):
        return False
    beside = [i for i in (first - 1, first + length) if 0 <= i < len(parse) and parse[i].sent == parse[first].sent]
    return any(parse[i].ent in _NAMED_PLACES and parse[i].text[:1].isupper() for i in beside)


@dataclass(frozen=True, slots=True)
class PartyRule:
    """`context` holds for events of `types` (empty: any) with one of `modes` (empty: any) whose parties are as `parties` says ('' any)."""

    context: str
    types: frozenset[str]
    modes: frozenset[str]
    parties: str
    example: str
    counter: str


@lru_cache(maxsize=1)
def context_tagger() -> ContextTagger:
    made: dict[str, list[tuple[tuple[str, ...], str, float]]] = {}
    for row in read_rows(resource("lexicon", "en", "contexts", "contexts.tsv"), ("context", "term", "weight")):
        words = tuple(row["term"].lower().split())
        made.setdefault(words[0], []).append((words, row["context"], float(row["weight"])))
    return ContextTagger({key: tuple(group) for key, group in made.items()})


@lru_cache(maxsize=1)
def party_rules() -> tuple[PartyRule, ...]:
    def names(cell: tuple[str, ...]) -> frozenset[str]:
        return frozenset(name for name in cell if name != "*")

    return tuple(
        PartyRule(row["context"], names(row.items("types")), names(row.items("modes")), row["parties"].replace("*", ""), row["example"], row["counter"])
        for row in read_rows(resource("lexicon", "en", "contexts", "parties.tsv"), PARTY_COLUMNS)
    )
