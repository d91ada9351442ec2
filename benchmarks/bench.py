"""Score every area on the benchmark folder and rewrite the frozen table.

    python benchmarks/bench.py --shared ../shared [--areas geo,police] [--rows 5] [--write]

Labels are stripped before prediction; each area's own scorer in the folder does the counting. With --rows it is a smoke run: nothing is written.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from onrecord import Coder, __version__
from predict import predict
from suites import SUITES, Suite

Row = dict[str, Any]
HERE = Path(__file__).parent


@dataclass
class Result:
    suite: Suite
    cells: list[tuple[str, str, str]]
    rows: int
    words: int
    seconds: float = 0.0
    notes: list[str] = field(default_factory=list)


def read_rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as stream:
        return [json.loads(line) for line in stream if line.strip()]


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def run(suite: Suite, shared: Path, limit: int | None, work: Path) -> Result:
    gold_path = suite.gold(shared, work)
    gold = read_rows(gold_path)[:limit]
    inputs = [suite.strip(row, shared) for row in gold]
    source, answers = work / f"{suite.name}.input.jsonl", work / f"{suite.name}.pred.jsonl"
    write_rows(source, inputs)
    dictionaries = str(shared / "bench/event_coding/petr_dictionaries") if suite.area == "petr_unit" else None
    start = time.perf_counter()
    predict(suite.area, source, answers, dictionaries)
    seconds = time.perf_counter() - start
    cells: list[tuple[str, str, str]] = []
    scored = gold_path
    if limit is not None:
        scored = work / f"{suite.name}.gold.jsonl"
        write_rows(scored, gold)
    for arguments, pick in suite.scores:
        command = [sys.executable, str(shared / "bench" / suite.scorer), *[a.format(gold=scored, pred=answers) for a in arguments]]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            cells.append(("scorer failed", done.stderr.strip().splitlines()[-1][:80] if done.stderr.strip() else "no message", ""))
            continue
        cells += _picked(pick, done.stdout)
    return Result(suite, cells, len(gold), sum(len(str(r.get("text") or r.get("body") or r.get("context") or "").split()) for r in inputs), seconds)


def _picked(pick: Callable[[str], list[tuple[str, str, str]]], output: str) -> list[tuple[str, str, str]]:
    try:
        return pick(output)
    except (KeyError, ValueError, IndexError, StopIteration) as error:
        return [("unreadable score", repr(error)[:60], "")]


def cost(shared: Path) -> str:
    """Coding against a bare parse of the same reports in the same run, as a ratio, gate on."""
    import spacy

    from onrecord.readers import read_text

    texts = [r["text"] for r in read_rows(shared / "corpora/news2016.jsonl")[:40]]
    coder = Coder()
    nlp = spacy.load(coder.model)
    coder.code(texts[0])
    start = time.perf_counter()
    for _ in nlp.pipe(texts, batch_size=16):
        pass
    bare = time.perf_counter() - start
    start = time.perf_counter()
    for text in texts:
        coder.code_received(read_text(text))
    return f"{(time.perf_counter() - start) / bare:.2f}"


# Measures of our own beside the areas: the script, its arguments, what it counts.
OWN = (
    ("unrealised.py", ("--shared", "{shared}"), "acts promised, demanded, refused or threatened that come out as deeds (gsr_dev; peers 20-24%)"),
    ("nonconflict.py", ("--shared", "{shared}"), "false events on news that is not about conflict (our sample)"),
    ("vague.py", ("--shared", "{shared}"), "vague and maritime places (our labelled cases; reach .80 and at most 3 false finds)"),
    ("actors.py", ("--shared", "{shared}"), "actors of real reports (one reader each; reach of a check by reading: 5% wrong, places and actors together)"),
    ("reading.py", ("--shared", "{shared}"), "main text of real pages, bag of words (peer: P 90.4, R 98.7, F1 93.5), and one corpus in five containers"),
    ("conflict_status.py", (), "status on our own sentences kept out of training"),
    ("../training/train_status.py", ("--shared", "{shared}", "--cross-validate", "--kept"), "the disposer over folds: our sentences by label, MEANTIME by document"),
)


def own(shared: Path) -> list[str]:
    """One line a measure, as its script prints it."""
    lines = []
    for script, arguments, meaning in OWN:
        done = subprocess.run([sys.executable, str(HERE / script), *[a.format(shared=shared) for a in arguments]], capture_output=True, text=True, check=False)
        said = [line for line in done.stdout.strip().splitlines() if line] if done.returncode == 0 else [f"failed: {done.stderr.strip().splitlines()[-1:]}"]
        lines.append(f"- {meaning}: {said[-1] if 'train' in script else said[0]}")
    return lines


def table(results: list[Result], ratio: str, measures: list[str]) -> str:
    lines = [
        "# Frozen results (dev)", "",
        f"onrecord {__version__}, pipeline `{Coder().digest}`. Made by `make bench` with the scorers of the benchmark folder; a change shows what it gains and what",
        "it loses. Peers: best figure of existing software or of a simple baseline, on dev unless marked (k) for the half kept back. Areas marked *baseline* are",
        "plain baselines named so in the pipeline's table; their own issues raise them.", "",
        f"Cost: coding a report takes **{ratio}** times a bare spaCy parse of the same text in the same run (40 news reports, gate on).", "",
        "| area | set | metric | ours | peer | rows |", "| --- | --- | --- | --- | --- | --- |",
    ]  # fmt: skip
    for r in results:
        area = f"{r.suite.area} (*baseline*)" if r.suite.baseline else r.suite.area
        lines += [f"| {area} | {r.suite.name} | {metric} | {ours} | {peer} | {r.rows} |" for metric, ours, peer in r.cells]
    lines += ["", "The figures of `factuality dev_meantime` are on events that the shipped weights were trained on; the last line below has them over folds.", "", "## Measures of our own", "", *measures]
    return "\n".join(lines) + "\n"


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--areas", help="comma-separated names of suites or areas")
    parser.add_argument("--rows", type=int)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args(argv)
    if not (arguments.shared / "bench").is_dir():
        print(f"no benchmark folder at {arguments.shared}; give it with --shared", file=sys.stderr)
        return 2
    wanted = set(arguments.areas.split(",")) if arguments.areas else None
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for suite in SUITES:
            if wanted is not None and not wanted & {suite.name, suite.area}:
                continue
            result = run(suite, arguments.shared, arguments.rows, Path(folder))
            results.append(result)
            print(f"{suite.name:24} {result.rows:6} rows {result.seconds:7.1f} s  " + "  ".join(f"{m} {v}" for m, v, _ in result.cells), flush=True)
    if arguments.write and arguments.rows is None and wanted is None:
        (HERE / "frozen.md").write_text(table(results, cost(arguments.shared), own(arguments.shared)), encoding="utf-8")
        print(f"wrote {HERE / 'frozen.md'}")
    return 1 if any(m in ("scorer failed", "unreadable score") for r in results for m, _, _ in r.cells) and arguments.rows is None else 0


if __name__ == "__main__":
    raise SystemExit(main())
