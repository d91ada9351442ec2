"""Slow: long, cut and broken reports through the whole pipeline. Every record holds its contract and no stage gives up."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import Coder
from onrecord.errors import InputError
from onrecord.export.dossier import page
from onrecord.export.rows import csv_text, rows
from onrecord.model.codec import check, record_from_json, to_json
from onrecord.model.record import Record
from onrecord.readers import MAX_CHARACTERS, read_bytes

pytestmark = pytest.mark.slow
SAMPLES = sorted((Path(__file__).resolve().parents[1] / "samples").glob("*.[th]*"))
SENTENCES = [line for path in SAMPLES for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def sound(record: Record) -> None:
    """The record holds its contract, comes back from its JSON, and can be shown in every form."""
    check(record)
    text = to_json(record)
    assert to_json(record_from_json(text)) == text
    assert not [i for i in record.issues if i.code == "stage_failed"], record.issues
    page(record)
    csv_text(rows(record, names=False))


@given(st.lists(st.one_of(st.sampled_from(SENTENCES), st.text(max_size=80)), max_size=6).map("\n".join))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_text_gives_a_sound_record(coder: Coder, text: str) -> None:
    sound(coder.code(text, published="2025-03-05"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.name)
def test_samples_cut_and_broken_anywhere(path: Path, coder: Coder) -> None:
    data, dice = path.read_bytes(), random.Random(path.name)
    for _ in range(12):
        broken = bytearray(data[: dice.randrange(len(data))])
        for _ in range(dice.randrange(20) if broken else 0):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        try:
            received = read_bytes(path.name, bytes(broken))
        except InputError as error:
            assert error.name == path.name
            continue
        sound(coder.code_received(received))


@pytest.mark.parametrize("charset", ["cp1252", "cp1250", "mac_roman", "utf-16", "utf-32-be", "gb18030", "koi8-r"])
def test_samples_in_other_charsets(charset: str, coder: Coder) -> None:
    for path in SAMPLES[:4]:
        sound(coder.code_received(read_bytes(path.name, path.read_text(encoding="utf-8").encode(charset, "replace"))))


def test_a_text_of_nearly_the_longest_length_is_coded_in_minutes(coder: Coder) -> None:
    dice, parts, size = random.Random(1), list[str](), 0
    while size < MAX_CHARACTERS * 0.9:
        words = dice.choice(SENTENCES).split()
        dice.shuffle(words)
        parts.append(f"On day {len(parts)} the rebels attacked town {len(parts)}, officials said. {' '.join(words)}.")
        size += len(parts[-1]) + 2
    begin = time.perf_counter()
    record = coder.code("\n\n".join(parts))
    assert time.perf_counter() - begin < 900
    check(record)
    assert not [i for i in record.issues if i.code == "stage_failed"]
    assert len(record.events) > 1_000
