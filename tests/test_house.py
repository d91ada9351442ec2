"""What holds of the whole tree: sizes, no machine's paths, samples marked, resources accounted for."""

from __future__ import annotations

import ast
import hashlib
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
FICTIONAL = "FICTIONAL SAMPLE - written by the OnRecord authors; people, groups and events are invented."


def tracked() -> list[Path]:
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in done.stdout.splitlines()]


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.name)
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 450
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno <= 70, node.name


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.name)
def test_word_lists_are_data(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.List, ast.Set, ast.Tuple)):
            words = [e for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
            assert len(words) <= 40, f"{path.name}:{node.lineno} holds a list of {len(words)} strings"


def test_no_path_of_a_machine_stands_in_the_tree() -> None:
    for path in tracked():
        if path.suffix in {".py", ".md", ".toml", ".sh", ".txt", ".tsv", ".cff", ""} and path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not re.search(r"(?<![\w.])/(?:home|Users|root|work)/\w", text), path


def test_samples_say_that_they_are_fictional() -> None:
    samples = [*(ROOT / "samples").glob("*.txt"), *(ROOT / "samples").glob("*.html")]
    assert len(samples) >= 10
    for sample in samples:
        text = sample.read_text(encoding="utf-8")
        assert FICTIONAL in text, sample.name
        assert text.startswith(FICTIONAL) or 'name="onrecord-fictional"' in text, sample.name


def test_every_resource_has_a_source_and_its_digest_holds() -> None:
    folder = ROOT / "src" / "onrecord" / "resources"
    sources = tomllib.loads((folder / "SOURCES.toml").read_text(encoding="utf-8"))["source"]
    paths = [s["path"] for s in sources]
    for source in sources:
        if "sha256" in source:
            assert hashlib.sha256((folder / source["path"]).read_bytes()).hexdigest() == source["sha256"], source["path"]
    for file in folder.rglob("*"):
        name = file.relative_to(folder).as_posix()
        if file.is_file() and name not in ("SOURCES.toml",) and not name.endswith(".md"):
            assert any(name == p or name.startswith(f"{p}/") for p in paths), name
