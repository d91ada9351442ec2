"""The word lists the readers share, read once."""

from __future__ import annotations

from functools import lru_cache

from onrecord.lexicon.tables import read_rows, read_terms, resource


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Month numbers by lower-case name or abbreviation."""
    return {row["name"]: int(row["number"]) for row in read_rows(resource("prepare", "months.tsv"), ("name", "number"))}


@lru_cache(maxsize=1)
def agencies() -> frozenset[str]:
    return read_terms(resource("prepare", "agencies.txt"))


@lru_cache(maxsize=1)
def outlet_words() -> frozenset[str]:
    return read_terms(resource("prepare", "outlet_words.txt"))


@lru_cache(maxsize=1)
def section_words() -> frozenset[str]:
    return read_terms(resource("prepare", "section_words.txt"))


@lru_cache(maxsize=1)
def portfolios() -> frozenset[str]:
    return read_terms(resource("prepare", "portfolios.txt"))


@lru_cache(maxsize=1)
def caption_openers() -> frozenset[str]:
    return read_terms(resource("prepare", "caption_openers.txt"))


@lru_cache(maxsize=1)
def article_types() -> frozenset[str]:
    return read_terms(resource("prepare", "article_types.txt"))


@lru_cache(maxsize=1)
def meta_fields() -> dict[str, tuple[str, ...]]:
    """For each field of a report the keys of <meta> elements that state it, best first."""
    found: dict[str, list[str]] = {}
    for row in read_rows(resource("prepare", "meta_fields.tsv"), ("field", "key")):
        found.setdefault(row["field"], []).append(row["key"])
    return {field: tuple(keys) for field, keys in found.items()}


@lru_cache(maxsize=1)
def headline_labels() -> frozenset[str]:
    return read_terms(resource("prepare", "headline_labels.txt"))


@lru_cache(maxsize=1)
def inline_tags() -> frozenset[str]:
    return read_terms(resource("prepare", "inline_tags.txt"))


@lru_cache(maxsize=1)
def unseen_tags() -> frozenset[str]:
    return read_terms(resource("prepare", "unseen_tags.txt"))


@lru_cache(maxsize=1)
def column_names() -> dict[str, tuple[str, ...]]:
    """For each field of a report the names of table columns that hold it, best first."""
    found: dict[str, list[str]] = {}
    for row in read_rows(resource("prepare", "columns.tsv"), ("field", "name")):
        found.setdefault(row["field"], []).append(row["name"])
    return {field: tuple(names) for field, names in found.items()}


@lru_cache(maxsize=1)
def missing_cells() -> frozenset[str]:
    return read_terms(resource("prepare", "missing_cells.txt"))


@lru_cache(maxsize=1)
def file_endings() -> dict[str, tuple[str, str]]:
    """By the ending of a file's name: how it is read, and what it is in words."""
    return {row["ending"]: (row["form"], row["what"]) for row in read_rows(resource("prepare", "file_endings.tsv"), ("ending", "form", "what"))}


@lru_cache(maxsize=1)
def popup_classes() -> frozenset[str]:
    return read_terms(resource("prepare", "popup_classes.txt"))
