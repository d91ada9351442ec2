"""`onrecord code` on containers of every kind: names, columns, what is left out, exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CSV = b"story,headline,day\nRebels attacked the town of Goma on Monday.,Town attacked,2016-04-23\nBroken row\n\"Police arrested ten men, officials said.\",Ten arrested,2016-04-24\n"


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "onrecord", "code", *arguments], input=stdin, capture_output=True, timeout=300, check=False, cwd=ROOT)


def test_a_folder_with_a_table_and_an_archive(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "t.csv").write_bytes(CSV)
    (folder / ".hidden").write_bytes(b"x")
    with zipfile.ZipFile(folder / "z.zip", "w") as archive:
        archive.writestr("a.html", "<html><title>Bridge taken</title><p>The army seized the bridge on Tuesday.</p></html>")
    done = run("-f", "jsonl", "--column", "published=day", str(folder), str(tmp_path / "none.txt"))
    said = done.stderr.decode()
    assert done.returncode == 1
    records = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [r["report"]["title"]["value"] for r in records] == ["Town attacked", "Ten arrested", "Bridge taken"]
    assert records[0]["report"]["published"] == {"value": "2016-04-23", "granularity": "day", "from": "metadata"}
    assert f"onrecord: {folder}/t.csv: text=story, title=headline, published=day\n" in said
    assert f"onrecord: {folder}/t.csv:3: has 1 column, the header 3\n" in said
    assert f"onrecord: {folder}/.hidden: is hidden" in said
    assert f"onrecord: {tmp_path}/none.txt: cannot be read: No such file or directory\n" in said


def test_json_lines_on_standard_input_and_a_limit() -> None:
    lines = b"".join(json.dumps({"text": f"Rebels attacked the town on Monday, {n} people said."}).encode() + b"\n" for n in range(5))
    done = run("-f", "json", "--limit", "2", "-", stdin=lines)
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)) == 2
    one = run("-f", "json", "--input", "text", "-", stdin=b"Rebels attacked the town.")
    assert json.loads(one.stdout)["schema"] == "onrecord/1"


def test_wrong_columns_and_forms_are_wrong_use(tmp_path: Path) -> None:
    for arguments in (("--column", "text"), ("--column", "body=x"), ("--input", "pdf"), ("--limit", "0")):
        done = run(*arguments, "-", stdin=b"x")
        assert done.returncode == 2, arguments
        assert done.stdout == b""
