"""The codebook says what comes out, and what comes out is what its authors hold to be right."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections import Counter
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import pytest

from onrecord import Coder
from onrecord.lexicon.events import TYPES, event_lexicon
from onrecord.model.status import Status

ROOT = Path(__file__).resolve().parents[1]
STATUSES = Status.__args__  # type: ignore[attr-defined]


@lru_cache(maxsize=1)
def codebook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("codebook", ROOT / "scripts" / "codebook.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["codebook"] = module
    spec.loader.exec_module(module)
    return module


@lru_cache(maxsize=1)
def coder() -> Coder:
    return Coder()


@pytest.mark.parametrize("page", [*TYPES, *STATUSES])
def test_what_comes_out_is_what_is_right(page: str) -> None:
    """The answers of examples.tsv were read by people; and an example of a type or status is one, a near miss is none that took place."""
    for row in (e for e in codebook().examples() if e.page == page):
        events = coder().code(row.sentence).events
        assert codebook().answer(events) == row.answer, row.sentence
        if row.shows:
            assert any(page in (e.type, e.status) for e in events), row.sentence
        else:
            assert not any(e.type == page and e.status in ("occurred", "ongoing") for e in events), row.sentence


def test_pages_are_what_the_script_makes() -> None:
    made = codebook().pages()
    for name, text in made.items():
        assert (codebook().FOLDER / name).read_text(encoding="utf-8") == text, f"{name}: run scripts/codebook.py"
    assert {p.name for p in codebook().FOLDER.glob("*.md")} == set(made)


def test_every_type_and_status_has_its_examples() -> None:
    shown = Counter((e.page, e.shows) for e in codebook().examples())
    assert all(shown[(kind, True)] >= 8 and shown[(kind, False)] >= 3 for kind in TYPES)
    assert all(shown[(status, True)] >= 2 for status in STATUSES)


def test_every_mode_of_the_lexicon_is_explained_and_no_other() -> None:
    for kind in TYPES:
        text = (codebook().FOLDER / f"{kind}.md").read_text(encoding="utf-8")
        modes = {m for r in event_lexicon().rules if r.type == kind for m in r.modes}
        assert set(re.findall(r"^\| `([\w-]+)` \|", text, re.MULTILINE)) == modes, kind
