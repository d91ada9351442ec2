"""Plain baselines for areas that the package does not code yet: document clusters."""

from __future__ import annotations

from functools import lru_cache

from onrecord import Coder
from onrecord.extract.parse import load_model


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
