"""The sentences of our own are sound: triggers stand where they say, nothing stands twice, no sentence is another with its slots refilled."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from onrecord.model.status import LABELS

FOLDER = Path(__file__).parents[2] / "benchmarks" / "conflict"


def rows(name: str) -> list[dict[str, Any]]:
    with (FOLDER / name).open(encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


TRAIN, SEALED, OPENED, PASSAGES = (rows(f"{name}.jsonl") for name in ("train", "sealed", "opened", "passages"))
FRESH = [r for name in ("fresh", "varied1", "varied2") for r in rows(f"{name}.jsonl")]


@pytest.mark.parametrize("name", ["train.jsonl", "sealed.jsonl", "opened.jsonl", "fresh.jsonl", "varied1.jsonl", "varied2.jsonl", "passages.jsonl"])
def test_triggers_and_labels(name: str) -> None:
    for row in rows(name):
        event = row["event"]
        assert row["text"][event["start"] : event["end"]] == event["text"], row["id"]
        assert row["status"] in LABELS
        assert isinstance(row["background"], bool)


def test_every_label_is_well_filled() -> None:
    assert min(Counter(r["status"] for r in SEALED).values()) >= 15
    assert min(Counter(r["status"] for r in TRAIN).values()) >= 200


def test_a_passage_is_wholly_in_one_part() -> None:
    assert len({(r["text"], r["part"]) for r in PASSAGES}) == len({r["text"] for r in PASSAGES})


def grams(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return frozenset(tuple(words[i : i + 4]) for i in range(len(words) - 3))


def test_no_two_sentences_share_their_wording() -> None:
    passages = {r["text"]: r for r in PASSAGES}  # a passage has a row for each of its events
    assert len({(r["text"], r["event"]["start"]) for r in PASSAGES}) == len(PASSAGES)
    everything = [*TRAIN, *SEALED, *OPENED, *FRESH, *passages.values()]
    assert len({r["text"] for r in everything}) == len({r["id"] for r in everything}) == len(everything)
    by_gram: dict[tuple[str, ...], list[int]] = defaultdict(list)
    own = [grams(r["text"]) for r in everything]
    for i, found in enumerate(own):
        for gram in found:
            by_gram[gram].append(i)
    shared: Counter[tuple[int, int]] = Counter()
    for members in by_gram.values():
        for a in members:
            for b in members:
                if a < b:
                    shared[a, b] += 1
    worst = [(everything[a]["id"], everything[b]["id"]) for (a, b), n in shared.items() if n > 0.6 * min(len(own[a]), len(own[b])) and min(len(own[a]), len(own[b])) > 3]
    assert not worst
