"""Pattern tables: every pattern matches its own example and not its counter-example; every table loads."""

from __future__ import annotations

import re

import pytest

from onrecord.extract.legal.papers import hits
from onrecord.lexicon.attribution import CUES, anonymity_rules, cues, source_kinds
from onrecord.lexicon.authority import AUTHORITIES, PIECES, authority_pieces, authority_rules, invoking_cues
from onrecord.lexicon.authority import CUES as AUTHORITY_CUES
from onrecord.lexicon.contexts import context_tagger
from onrecord.lexicon.disputes import announcements, doubt_rules
from onrecord.lexicon.forms import surface_forms
from onrecord.lexicon.questions import COLUMNS, question_rules
from onrecord.lexicon.status import status_lexicon
from onrecord.lexicon.tables import Row, read_rows, resource

TABLES = {
    "questions/questions.tsv": (COLUMNS, re.IGNORECASE),
    "disputes/doubts.tsv": (("pattern", "kind", "example", "counter"), re.IGNORECASE),
    "disputes/announcements.tsv": (("pattern", "example", "counter"), re.IGNORECASE),
    "status/background.tsv": (("pattern", "example", "counter"), re.IGNORECASE),
}


def table(name: str) -> list[Row]:
    return list(read_rows(resource("lexicon", "en", *name.split("/")), TABLES[name][0]))


@pytest.mark.parametrize("name", TABLES)
def test_patterns_match_their_examples_only(name: str) -> None:
    flags = TABLES[name][1]
    rows = table(name)
    assert rows
    for row in rows:
        pattern = re.compile(row["pattern"], flags)
        assert pattern.search(row["example"]), f"{row.where} does not match its example"
        if row["counter"]:
            assert not pattern.search(row["counter"]), f"{row.where} matches its counter-example"


def test_cues_of_authorities_match_their_examples_only() -> None:
    for row, cue in zip(read_rows(resource("lexicon", "en", "authority", "invoking.tsv"), AUTHORITY_CUES), invoking_cues(), strict=True):
        assert cue.pattern.search(row["example"]), f"{row.where} does not match its example"
        assert not cue.pattern.search(row["counter"]), f"{row.where} matches its counter-example"
    for row in read_rows(resource("lexicon", "en", "authority", "pieces.tsv"), PIECES):
        assert re.fullmatch(authority_pieces()[row["name"]], row["example"].strip("'")), row.where


def test_every_authority_of_the_table_is_one_in_its_example_only() -> None:
    """With its ground: what the row asks for beyond the name stands in its example, and the name or the ground is absent from its counter-example."""
    for row, rule in zip(read_rows(resource("lexicon", "en", "authority", "authority.tsv"), AUTHORITIES), authority_rules(), strict=True):
        example, counter = row["example"], row["counter"]
        assert rule.rule in {hit.rule for hit in hits(example, 0, len(example))}, f"{row.where}: {example}"
        assert not any(hit.rule == rule.rule for hit in hits(counter, 0, len(counter))), f"{row.where}: {counter}"


def test_anonymity_patterns_match_their_examples() -> None:
    for row in read_rows(resource("lexicon", "en", "attribution", "anonymity.tsv"), ("pattern", "kind", "example")):
        assert re.search(row["pattern"], row["example"], re.IGNORECASE), row.where


def test_sizes() -> None:
    assert sum(len(group) for group in cues().values()) >= 400
    assert len(question_rules()) >= 40
    assert len(authority_rules()) >= 35
    assert len(invoking_cues()) >= 30
    assert len(anonymity_rules()) >= 25
    assert len(source_kinds()) >= 300
    assert len(doubt_rules()) >= 8
    assert len(status_lexicon().embeddings) >= 500
    assert sum(len(g) for g in context_tagger().terms.values()) >= 1_000


def test_patterns_answer_hostile_text_in_time() -> None:
    """No pattern may backtrack without end: 20,000 characters of near-matches through every one of them."""
    import time

    hostile = ["no " * 6_000, "claims about " * 1_500, "a" * 20_000, "the lack of evidence " * 900, "Act of " * 2_800, '"' * 20_000]
    for text in hostile:
        for rule in (*question_rules(), *authority_rules(), *doubt_rules(), *announcements()):
            start = time.perf_counter()
            rule.pattern.search(text[:2_000])
            assert time.perf_counter() - start < 2.0, rule.rule


def test_cue_examples_hold_their_cue() -> None:
    missing = []
    for row in read_rows(resource("lexicon", "en", "attribution", "cues.tsv"), CUES):
        words = set(re.findall(r"[a-z-]+", row["example"].lower()))
        if not surface_forms(row["cue"].split()[0].lower()) & words:
            missing.append((row.where, row["example"]))
    assert not missing
