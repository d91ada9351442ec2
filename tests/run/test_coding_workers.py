"""The ordered map with the real pipeline in its workers."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.api import Coder
from onrecord.model.codec import to_json
from onrecord.run.processes import Pool, ordered_map


def load_coder() -> Coder:
    return Coder(actor_lists=())


def code_path(coder: Coder, path: Path) -> str:
    return to_json(coder.code_path(path))


@pytest.mark.parametrize("workers", [1, 2])
def test_records_of_workers_are_those_of_this_process_byte_for_byte(workers: int, coder: Coder) -> None:
    paths = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
    pool = Pool(workers=workers, batch=3, preload=("onrecord.run.preload",))
    assert list(ordered_map(paths, load_coder, code_path, pool)) == [(path, to_json(coder.code_path(path))) for path in paths]
