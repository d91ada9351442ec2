"""The act that was promised, demanded, refused or threatened must not come out as a deed: `unrealised.py --shared FOLDER [--show]`.

Reads the unprojected record. For rows of the 2016 gold that code a promise, demand, refusal or threat, `unrealised/gsr_dev.jsonl` lists by id and offsets the words of the act inside it
(committed before tuning; no text). Counts the rows in which such an act comes out itself as an occurred or ongoing material event, and, as coverage, the rows with any event at those words
or at the words of the gold's own event. A second figure counts any occurred or ongoing material event of the sentence, other true deeds included.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

from onrecord import Coder
from onrecord.model.event import Event
from onrecord.readers import read_text

MATERIAL = frozenset({"COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
HERE = Path(__file__).parent


def at_words(event: Event, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether one of the event's triggers shares a character with one of the spans."""
    wanted = list(spans)
    return any(s.start < end and start < s.end for m in event.mentions for s in m.trigger for start, end in wanted)


def deed(event: Event) -> bool:
    return event.type in MATERIAL and event.status in ("occurred", "ongoing")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--show", action="store_true", help="print the ids of the rows that fail")
    arguments = parser.parse_args()
    with (HERE / "unrealised/gsr_dev.jsonl").open(encoding="utf-8") as stream:
        inner = {row["id"]: [tuple(s) for s in row["complement"]] for row in map(json.loads, stream)}
    coder = Coder()
    wrong: list[str] = []
    covered = whole = total = 0
    with (arguments.shared / "bench/event_coding/gsr_dev.jsonl").open(encoding="utf-8") as stream:
        for row in map(json.loads, stream):
            if row["id"] not in inner:
                continue
            total += 1
            text = row["text"]
            gold = [(text.find(w), text.find(w) + len(w)) for e in row["events"] for w in (e.get("event_text") or "").split() if len(w) > 2 and text.find(w) >= 0]
            record = coder.code_received(read_text(text, published=row.get("date")))
            covered += any(at_words(e, [*inner[row["id"]], *gold]) for e in record.events)
            whole += any(deed(e) for e in record.events)
            if any(deed(e) and at_words(e, inner[row["id"]]) for e in record.events):
                wrong.append(row["id"])
    print(f"{total} rows: {100 * len(wrong) / total:.1f}% give the act itself as a deed, coverage {100 * covered / total:.1f}%; any deed in the sentence: {100 * whole / total:.1f}%")
    if arguments.show:
        print("\n".join(wrong))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
