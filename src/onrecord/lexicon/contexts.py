"""Terms that tell a PLOVER context."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from onrecord.lexicon.tables import read_rows, resource
from onrecord.model.parse import Parse

_ENOUGH = 3.0
_MOST = 5


@dataclass(frozen=True, slots=True)
class ContextTagger:
    """Weighted terms by their first lemma: (lemmas, context, weight)."""

    terms: dict[str, tuple[tuple[tuple[str, ...], str, float], ...]]

    def tags(self, parse: Parse, sentences: Iterable[int]) -> tuple[str, ...]:
        """Contexts whose terms in these sentences weigh enough together, heaviest first, at most five."""
        weight: dict[str, float] = {}
        seen: set[tuple[tuple[str, ...], str]] = set()
        for sentence in sentences:
            tokens = parse.sentence_tokens(sentence)
            lemmas = [t.lemma for t in tokens]
            for at, lemma in enumerate(lemmas):
                for words, context, value in self.terms.get(lemma, ()):
                    if tuple(lemmas[at : at + len(words)]) == words and (words, context) not in seen:
                        seen.add((words, context))
                        weight[context] = weight.get(context, 0.0) + value
        strong = [(value, context) for context, value in weight.items() if value >= _ENOUGH]
        return tuple(context for _, context in sorted(strong, key=lambda x: (-x[0], x[1]))[:_MOST])


@lru_cache(maxsize=1)
def context_tagger() -> ContextTagger:
    made: dict[str, list[tuple[tuple[str, ...], str, float]]] = {}
    for row in read_rows(resource("lexicon", "en", "contexts", "contexts.tsv"), ("context", "term", "weight")):
        words = tuple(row["term"].lower().split())
        made.setdefault(words[0], []).append((words, row["context"], float(row["weight"])))
    return ContextTagger({key: tuple(group) for key, group in made.items()})
