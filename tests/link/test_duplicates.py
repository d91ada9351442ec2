"""Copies of one text: what the grouping does not depend on, common wording, round-ups, long texts, other scripts, real pages."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.link.duplicates import groups
from onrecord.link.sketch import KEPT, Sketch, sketch, vocabulary_held, words_of

WORDS = [a + b + c for a in ("bar", "lin", "tor", "mes", "kal", "dun", "ver", "sol") for b in ("a", "e", "i", "o", "u") for c in ("n", "r", "st", "m", "lk", "p", "d", "x")]


def report(seed: int, words: int = 120) -> str:
    """Invented words in sentences of eight: no two seeds share a run of five."""
    made = random.Random(seed)
    said = [made.choice(WORDS) for _ in range(words)]
    return ". ".join(" ".join(said[k : k + 8]).capitalize() for k in range(0, words, 8)) + "."


def members(texts: dict[str, str]) -> set[tuple[str, ...]]:
    return {g.members for g in groups({k: sketch(t) for k, t in texts.items()})}


def family(seed: int) -> list[str]:
    """One text, cut, reordered, misspelt."""
    text = report(seed)
    lines = text.split(". ")
    return [text, ". ".join(lines[:9]), ". ".join([*lines[8:], *lines[:8]]), text.replace("bara", "braa")]


NOTICE = report(999, 60)
texts = st.lists(
    st.builds(lambda seed, k, notice: family(seed)[k] + (f"\n{NOTICE}" if notice else ""), st.integers(1, 6), st.integers(0, 3), st.booleans()), min_size=1, max_size=12
)  # fmt: skip


@settings(max_examples=60)
@given(texts, st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(found: list[str], made: random.Random) -> None:
    ids = [f"r{k}" for k in range(len(found))]
    sketches = dict(zip(ids, map(sketch, found), strict=True))
    shuffled = list(sketches.items())
    made.shuffle(shuffled)
    assert groups(dict(shuffled)) == groups(sketches)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(1, 5), st.integers(0, 3)), min_size=1, max_size=10), st.tuples(st.integers(1, 5), st.integers(0, 3)))
def test_another_report_parts_no_copies(found: list[tuple[int, int]], more: tuple[int, int]) -> None:
    before = {f"r{k}": family(seed)[kind] for k, (seed, kind) in enumerate(found)}
    after = members({**before, "new": family(more[0])[more[1]]})
    for group in members(before):
        assert any(set(group) <= set(larger) for larger in after)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(1, 5), st.integers(0, 3)), min_size=1, max_size=12))
def test_unlike_texts_are_never_joined_and_joins_connect_their_group(found: list[tuple[int, int]]) -> None:
    ids = {f"r{k}": seed for k, (seed, _) in enumerate(found)}
    for group in groups({f"r{k}": sketch(family(seed)[kind]) for k, (seed, kind) in enumerate(found)}):
        assert len({ids[m] for m in group.members}) == 1
        reached = {group.members[0]}
        for _ in group.joins:
            reached |= {i for j in group.joins if {j.one, j.other} & reached for i in (j.one, j.other)}
        assert reached == set(group.members)
        assert group.id == group.members[0]


def test_what_unlike_pages_share_is_no_evidence() -> None:
    pages = {f"p{k}": report(k, 40) + "\n" + NOTICE for k in range(5)}
    assert members(pages) == set()
    assert members({**pages, "copy": report(2, 40)}) == {("copy", "p2")}


def test_many_cut_copies_of_one_text_stay_together() -> None:
    lines = report(1, 400).split(". ")
    cut = {f"c{k:02}": ". ".join(lines[: 20 + k]) for k in range(30)}
    assert members(cut) == {tuple(sorted(cut))}


def test_more_copies_than_a_shingle_pairs_directly() -> None:
    copies = {f"c{k:03}": report(1).replace("bara", "bara" if k % 2 else "braa") + f" {report(k + 50, 8)}" for k in range(300)}
    others = {f"o{k:03}": report(k + 2000) for k in range(100)}
    assert members({**copies, **others}) == {tuple(sorted(copies))}


def test_a_round_up_joins_its_longest_report_and_makes_no_two_stories_one() -> None:
    assert members({"a": report(1, 100), "b": report(2, 80), "all": report(1, 100) + report(2, 80) + report(3, 100)}) == {("a", "all")}


def test_parts_of_one_text_that_share_some_of_it_stay_together() -> None:
    lines = report(1, 400).split(". ")
    assert members({"all": ". ".join(lines), "head": ". ".join(lines[:18]), "middle": ". ".join(lines[12:30])}) == {("all", "head", "middle")}


def test_the_same_words_in_another_order_are_a_copy() -> None:
    words = report(1, 200).split()
    pieces = [words[k : k + 7] for k in range(0, 200, 7)]
    random.Random(5).shuffle(pieces)
    assert members({"a": " ".join(words), "b": " ".join(w for p in pieces for w in p)}) == {("a", "b")}


def test_stubs_and_empty_texts_are_no_copies() -> None:
    assert members({"a": "", "b": "", "c": "Video is not available here", "d": "Video is not available here", "e": "...", "f": "..."}) == set()


def test_short_texts_are_copies_only_when_equal() -> None:
    flash = "An explosion was heard near the port of Orlan tonight."
    assert members({"a": flash, "b": flash.upper(), "c": flash.replace("tonight", "this morning")}) == {("a", "b")}


def test_long_texts_are_sampled_and_still_found() -> None:
    long = report(1, 6_000)
    made = sketch(long)
    assert len(made.hashes) == KEPT
    assert len(made.to_bytes()) < 5_000
    assert members({"long": long, "half": long[: len(long) // 2], "brief": long[:1_500], "other": report(2, 6_000)}) == {("brief", "half", "long")}


@pytest.mark.parametrize("text", ["Рабочие порта вышли на площадь и потребовали освободить девять человек, сообщил профсоюз. " * 3, "港口工人昨天走上广场要求释放九名同事工会说警方拒绝谈判" * 2])
def test_other_scripts(text: str) -> None:
    assert members({"a": text, "b": text + " 2025", "c": text[::-1]}) == {("a", "b")}


def test_a_sketch_survives_its_bytes_and_broken_bytes_are_refused() -> None:
    made = sketch(report(1))
    assert Sketch.from_bytes(made.to_bytes()) == made
    whole = made.to_bytes()
    flipped = [whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :] for at in (3, 30, 60, len(whole) - 1)]
    for broken in (b"", whole[:30], whole[:-2], b"\xff" * 60, *flipped):
        with pytest.raises(ValueError, match="no sketch"):
            Sketch.from_bytes(broken)


@given(st.text(max_size=300))
def test_any_text_has_a_sketch_and_words_with_offsets(text: str) -> None:
    made = sketch(text)
    assert Sketch.from_bytes(made.to_bytes()) == made
    assert vocabulary_held(made, made) == (1.0 if made.words else 0.0)
    for word in words_of(text):
        assert len(word.text) == word.end - word.start
        assert text[word.start : word.end].lower()[:1] == word.text[:1] or not text[word.start : word.end].isascii()


@pytest.mark.shared
@pytest.mark.parametrize(("corpus", "sizes"), [("news2016", [2, 2, 2, 3, 3]), ("insightcrime", [2, 2, 2]), ("muc4", [2])])
def test_on_real_pages_only_what_was_read_and_found_to_be_copies_is_joined(shared: Path, corpus: str, sizes: list[int]) -> None:
    from onrecord.prepare.clean import clean
    from onrecord.readers import read_text

    with (shared / "corpora" / f"{corpus}.jsonl").open(encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    found = groups({row["id"]: sketch(clean(read_text(row["text"], title=row.get("title")).report)[0].text) for row in rows})
    clusters = {row["id"]: row.get("cluster") for row in rows}
    assert sorted(len(g.members) for g in found) == sizes
    assert all(len({clusters[m] for m in g.members}) == 1 for g in found)
