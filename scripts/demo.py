"""Put the sample reports on record in out/onrecord.db, write their records to out/samples.jsonl, print one dossier, and say how to go on: what `make demo` runs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from onrecord import Coder
from onrecord.cli.page import Renderer
from onrecord.export.dossier import page
from onrecord.gazetteer import open_gazetteer
from onrecord.model.codec import to_json
from onrecord.run.add import Job, Tally, add
from onrecord.run.processes import Pool
from onrecord.store import open_store

ROOT = Path(__file__).resolve().parents[1]
SHOWN = "a6-brief.txt"
COMMAND = ".venv/bin/onrecord"


def main() -> int:
    os.chdir(ROOT)  # names on record are relative to it
    samples = sorted([*(ROOT / "samples").glob("*.txt"), *(ROOT / "samples").glob("*.html")])
    open_gazetteer(_say).close()
    _say(f"coding {len(samples)} sample reports")
    coder = Coder()
    out = ROOT / "out" / "samples.jsonl"
    out.parent.mkdir(exist_ok=True)
    for old in out.parent.glob("onrecord.db*"):
        old.unlink()
    with open_store(out.parent / "onrecord.db", create=True) as store:
        tally = add(store, [path.relative_to(ROOT) for path in samples], Job(coder.digest, lambda: coder, Pool(workers=0), batch=1, progress=_progress))
        with store.view() as view:
            events = sum(row.events for row in view.reports())
            shown = next(row.id for row in view.reports() if row.names[0].endswith(SHOWN))
            with out.open("w", encoding="utf-8", newline="\n") as stream:
                for record in view.records():
                    stream.write(to_json(record) + "\n")
                    if record.report.id == shown:
                        dossier = page(record)
    Renderer(sys.stdout, None, sys.stdout.isatty()).show(dossier)
    origins = len(tally.links.origins) if tally.links is not None else 0
    print(f"All {len(samples)} sample reports ({events} events, {origins} independent origins) are on record in out/onrecord.db, their records also in out/samples.jsonl.")
    print(f"Their events:     {COMMAND} events --record out/onrecord.db        (also: reports, search WORDS, issues)")
    print(f"A longer page:    {COMMAND} code samples/a1-planned-operation.txt")
    print(f"Your own record:  {COMMAND} add FOLDER        (text, HTML, JSONL, CSV, Parquet, WARC, feeds, ZIP)")
    print(f"Your own report:  {COMMAND} code FILE        (other formats and options: {COMMAND} code --help)")
    return 0


def _progress(tally: Tally, name: str) -> None:
    _say(f"[{tally.seen}] {name}")


def _say(line: str) -> None:
    print(f"demo: {line}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
