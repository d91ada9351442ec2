"""Predictions of one area: `predict.py AREA INPUT.jsonl -o PRED.jsonl`. INPUT rows carry inputs only, never labels."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from adapters import ADAPTERS
from onrecord import Coder

# Areas that score every toponym, time or attribution parse every sentence; the others run behind the gate as users do.
UNGATED = {"attribution", "temporal", "geo", "geo_spans", "actors", "factuality", "status", "w5h1"}


def predict(area: str, source: Path, output: Path, dictionaries: str | None = None, limit: int | None = None) -> None:
    """Write one prediction a row of `source`; no label may stand in it. Raises ValueError, naming the line, where a row is no JSON object."""
    rows = list(_rows(source))[:limit]
    coder = Coder(gate=area not in UNGATED)
    with output.open("w", encoding="utf-8") as out:
        for answer in ADAPTERS[area](coder, rows, dictionaries=dictionaries):
            out.write(json.dumps(answer, ensure_ascii=False) + "\n")


def _rows(source: Path) -> Iterator[dict[str, Any]]:
    with source.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                raise ValueError(f"{source}:{number}: no JSON: {error}") from error
            if not isinstance(row, dict):
                raise ValueError(f"{source}:{number}: no JSON object")
            yield row


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("area", choices=sorted(ADAPTERS))
    parser.add_argument("input", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--dictionaries", help="folder of the suite's actor, agent and verb dictionaries (petr_unit)")
    parser.add_argument("--rows", type=int, help="only the first N rows")
    arguments = parser.parse_args(argv)
    if arguments.area == "petr_unit" and arguments.dictionaries is None:
        parser.error("petr_unit needs --dictionaries DIR")
    try:
        predict(arguments.area, arguments.input, arguments.output, arguments.dictionaries, arguments.rows)
    except (OSError, ValueError) as error:
        parser.error(str(error))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
