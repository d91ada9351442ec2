"""What tests share: one coder a session, the gazetteer in a cache of its own, the benchmark folder where it is present."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Coder
from onrecord.model.record import Record

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = sorted((ROOT / "samples").glob("*.txt")) + sorted((ROOT / "samples").glob("*.html"))


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder()


@pytest.fixture(scope="session")
def ungated() -> Coder:
    return Coder(gate=False)


@pytest.fixture(scope="session")
def records(coder: Coder) -> dict[str, Record]:
    """The records of all sample reports by file name."""
    return {path.name: coder.code_path(path) for path in SAMPLES}


@pytest.fixture
def shared() -> Iterator[Path]:
    """The benchmark folder beside the project; the test is skipped, saying so, where it is absent."""
    folder = Path(os.environ.get("ONRECORD_SHARED", ROOT.parent / "shared"))
    if not (folder / "bench").is_dir():
        pytest.skip(f"no benchmark folder at {folder}")
    return folder
