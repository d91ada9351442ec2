"""Code the sample reports, write their records to out/samples.jsonl, print one dossier, and say how to go on: what `make demo` runs."""

from __future__ import annotations

import sys
from pathlib import Path

from onrecord import Coder
from onrecord.cli.page import Renderer
from onrecord.export.dossier import page
from onrecord.gazetteer import open_gazetteer
from onrecord.model.codec import to_json

ROOT = Path(__file__).resolve().parents[1]
SHOWN = "a6-brief.txt"
COMMAND = ".venv/bin/onrecord"


def main() -> int:
    samples = sorted([*(ROOT / "samples").glob("*.txt"), *(ROOT / "samples").glob("*.html")])
    open_gazetteer(_say).close()
    _say(f"coding {len(samples)} sample reports")
    coder = Coder()
    out = ROOT / "out" / "samples.jsonl"
    out.parent.mkdir(exist_ok=True)
    events = 0
    with out.open("w", encoding="utf-8", newline="\n") as stream:
        for number, path in enumerate(samples, start=1):
            record = coder.code_path(path)
            stream.write(to_json(record) + "\n")
            events += len(record.events)
            _say(f"[{number}/{len(samples)}] {path.name}: {len(record.events)} events")
            if path.name == SHOWN:
                dossier = page(record)
    Renderer(sys.stdout, None, sys.stdout.isatty()).show(dossier)
    print(f"The records of all {len(samples)} sample reports ({events} events) are in out/samples.jsonl.")
    print(f"A longer page:    {COMMAND} code samples/a1-planned-operation.txt")
    print(f"Your own report:  {COMMAND} code FILE        (other formats and options: {COMMAND} code --help)")
    return 0


def _say(line: str) -> None:
    print(f"demo: {line}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
