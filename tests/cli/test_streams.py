"""Streams and files as they are on a bad day: closed, full, in the way, unreadable, read by somebody who goes away. Never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = [str(ROOT / "samples" / name) for name in ("c4-undated-brief.txt", "b3-correction.txt")]
FULL = Path("/dev/full")
posix = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
full = pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")


def shell(line: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a shell line in which $OR stands for the command; python is unbuffered or not as the environment says."""
    variables = {**os.environ, "OR": f"{sys.executable} -m onrecord", "SAMPLE": SAMPLES[0], "SECOND": SAMPLES[1], **env}
    return subprocess.run(["bash", "-c", line], env=variables, capture_output=True, text=True, timeout=300, check=False, cwd=ROOT)


@posix
def test_a_closed_standard_input_is_an_input_that_cannot_be_read() -> None:
    done = shell("$OR code - --format jsonl <&-")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "onrecord: standard input: cannot be read: it is closed\n")


@full
@pytest.mark.parametrize(("command", "unbuffered"), [("code $SAMPLE", ""), ("code -f json $SAMPLE $SECOND", "1"), ("schema", ""), ("--help", "")])
def test_a_full_disk_is_one_line_and_exit_4(command: str, unbuffered: str) -> None:
    done = shell(f"$OR {command} > /dev/full", PYTHONUNBUFFERED=unbuffered)
    assert done.returncode == 4
    assert done.stderr == "onrecord: standard output cannot be written: No space left on device\n"


@posix
def test_a_closed_standard_output_is_one_line_and_exit_4_unless_nothing_goes_there(tmp_path: Path) -> None:
    done = shell("$OR code $SAMPLE >&-")
    assert (done.returncode, done.stderr) == (4, "onrecord: standard output cannot be written: it is closed\n")
    out = tmp_path / "records.jsonl"
    done = shell(f"$OR code -f jsonl -o {out} $SAMPLE >&-")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(out.read_text(encoding="utf-8"))["schema"] == "onrecord/1"


@posix
@pytest.mark.parametrize("error", ["2>&-", "2>/dev/full"])
def test_a_broken_standard_error_changes_neither_data_nor_exit_code(error: str) -> None:
    if error.endswith("full") and not FULL.exists():
        pytest.skip("needs a device that is always full")
    done = shell(f"$OR code -f jsonl --names nowhere.txt $SAMPLE {error}")
    assert done.returncode == 1
    assert [json.loads(line)["schema"] for line in done.stdout.splitlines()] == ["onrecord/1"]
    assert shell(f"$OR code --no-such-option {error}").returncode == 2


@posix
@pytest.mark.parametrize(("command", "reader"), [("code $SAMPLE $SECOND $SAMPLE", "head -c 1"), ("code -f csv $SAMPLE", "true"), ("schema", "head -c 1"), ("--help", "true")])
def test_a_reader_that_goes_away_ends_the_run_quietly(command: str, reader: str) -> None:
    done = shell(f"$OR {command} | {reader} > /dev/null; echo ${{PIPESTATUS[0]}}")
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_an_output_that_can_never_be_written_is_wrong_use_before_anything_is_coded(tmp_path: Path) -> None:
    for target, reason in ((tmp_path, "is a folder"), (tmp_path / "none" / "x", "cannot be written"), (Path(SAMPLES[0]) / "x", "cannot be written")):
        # The input does not exist: were it opened first, exit code and message would be others.
        done = subprocess.run(
            [sys.executable, "-m", "onrecord", "code", "nowhere.txt", "-o", str(target)], capture_output=True, text=True, timeout=300, check=False, cwd=ROOT
        )  # fmt: skip
        assert done.returncode == 2
        assert done.stderr.startswith(f"onrecord: {target}: {reason}")
        assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@posix
def test_devices_and_links_are_not_replaced_and_permissions_stay(tmp_path: Path) -> None:
    kept, link = tmp_path / "kept.csv", tmp_path / "link.csv"
    kept.write_text("old", encoding="utf-8")
    kept.chmod(0o640)
    link.symlink_to(kept)
    done = shell(f"umask 027; $OR code -f csv -o {link} $SAMPLE && $OR code -f csv -o {tmp_path}/new.csv $SAMPLE && $OR code -f csv -o /dev/null $SAMPLE; echo $?")
    assert (done.stdout, done.stderr) == ("0\n", "")
    assert link.is_symlink()
    assert kept.read_text(encoding="utf-8").startswith("report,")
    assert [oct(p.stat().st_mode & 0o777) for p in (kept, tmp_path / "new.csv")] == ["0o640", "0o640"]
    assert Path("/dev/null").is_char_device()


@full
def test_an_output_file_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    done = shell("$OR code -f csv -o /dev/full $SAMPLE")
    assert (done.returncode, done.stderr) == (4, "onrecord: /dev/full cannot be written: No space left on device\n")


@posix
def test_a_cache_that_cannot_be_used_is_exit_3_and_names_the_folder(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    done = shell(f"$OR code $SAMPLE -o {tmp_path}/out.txt", ONRECORD_CACHE=str(blocked / "cache"))
    assert done.returncode == 3
    assert str(blocked) in done.stderr
    assert "ONRECORD_CACHE" in done.stderr
    assert done.stderr.count("\n") == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file"]
    if os.geteuid() != 0:  # nothing is unreadable to root
        locked = tmp_path / "locked"
        locked.mkdir(mode=0)
        assert shell("$OR code $SAMPLE", ONRECORD_CACHE=str(locked)).returncode == 3


def test_a_model_that_is_not_installed_is_exit_3() -> None:
    for model in ("no_such_pipeline", "typer", str(ROOT / "samples")):
        done = subprocess.run([sys.executable, "-m", "onrecord", "code", "--model", model, *SAMPLES], capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 3, model
        assert "parsing model" in done.stderr
        assert done.stdout == ""
