"""Plain baselines for areas that the package does not code yet: document clusters, shingle containment."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import lru_cache

from onrecord import Coder
from onrecord.extract.parse import load_model

_WORD = re.compile(r"[a-z0-9]+")


def words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def cluster_documents(texts: list[str], threshold: float) -> list[int]:
    """TF-IDF vectors, average linkage over cosine similarity, cut at `threshold`."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from sklearn.feature_extraction.text import TfidfVectorizer

    if len(texts) < 2:
        return [0] * len(texts)
    try:
        matrix = TfidfVectorizer(sublinear_tf=True, stop_words="english", min_df=1).fit_transform(texts)
    except ValueError:  # not one word beside stop words: nothing says that any two belong together
        return list(range(len(texts)))
    similarity = (matrix @ matrix.T).toarray()
    distance = [max(0.0, 1.0 - similarity[i, j]) for i in range(len(texts)) for j in range(i + 1, len(texts))]
    return [int(c) for c in fcluster(linkage(distance, "average"), 1.0 - threshold, "distance")]


@lru_cache(maxsize=100_000)
def _lemma(model: str, phrase: str) -> str:
    doc = load_model(model)(phrase)
    return next((t.lemma_.lower() for t in doc if t.head == t), phrase.lower())


def head_lemma(coder: Coder, phrase: str) -> str:
    return _lemma(coder.model, phrase)


def duplicate_groups(texts: list[str], threshold: float) -> list[int]:
    """Single linkage over containment of five-word shingles; an inverted index keeps it near linear for real collections."""
    shingles = [{hash(tuple(w[i : i + 5])) for i in range(max(1, len(w) - 4))} if w else set() for w in map(words, texts)]
    index: dict[int, list[int]] = {}
    for k, own in enumerate(shingles):
        for s in own:
            index.setdefault(s, []).append(k)
    parent = list(range(len(texts)))

    def root(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    for k, own in enumerate(shingles):
        shared = Counter(other for s in own for other in index[s] if other < k)
        for other, count in shared.items():
            if count / max(1, min(len(own), len(shingles[other]))) >= threshold and math.isfinite(count):
                parent[root(k)] = root(other)
    return [root(k) for k in range(len(texts))]
