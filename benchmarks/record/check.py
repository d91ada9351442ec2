"""Check annotations of the record gold against the texts, and turn quoted marks into offsets.

    python benchmarks/record/check.py mine.jsonl --texts benchmarks/record/reports.jsonl              # silent where all is well
    python benchmarks/record/check.py mine.jsonl --texts benchmarks/record/reports.jsonl -o gold.jsonl [--with-text]

`mine` is a file of JSON lines, a file with one JSON object or a list of them, or a folder of such files. Besides the format it checks what the guide asks of our own
gold: all four lists, one assertion a source, no event marked twice. The output holds offsets only, the sha256 of each text and the status that the assertions give the
event; the texts with `--with-text`, for reports that may be published. Exit code 1 where anything is wrong; nothing is written then.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import InputError
from onrecord.evaluate import Annotation, align, read_gold
from onrecord.evaluate.annotation import EventMark, Marks
from onrecord.evaluate.gold import PARTS
from onrecord.evaluate.texts import Texts, digest
from onrecord.model.status import event_status


def objects(path: Path) -> Iterator[tuple[str, dict[str, object]]]:
    """Each annotated report with where it stands. Raises InputError where a file is no JSON."""
    if path.is_dir():
        for file in sorted([*path.glob("*.json"), *path.glob("*.jsonl")]):
            yield from objects(file)
        return
    text = path.read_text(encoding="utf-8-sig")
    pieces = [(f"{path}:{n}", line) for n, line in enumerate(text.split("\n"), start=1) if line.strip()] if path.suffix == ".jsonl" else [(str(path), text)]
    for where, piece in pieces:
        try:
            data = json.loads(piece)
        except ValueError as error:
            raise InputError(where, f"is no JSON: {error}") from error
        for k, item in enumerate(data if isinstance(data, list) else [data]):
            if not isinstance(item, dict):
                raise InputError(where, f"item {k + 1} is no object")
            yield (f"{where}[{k}]" if isinstance(data, list) else where), item


def read(path: Path, texts: Texts | Path | None) -> tuple[list[tuple[str, Annotation]], list[str]]:
    """The annotations with where they stand, and what is wrong, one line each."""
    rows = list(objects(path))
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "all.jsonl"
        lines.write_text("".join(json.dumps(row) + "\n" for _, row in rows), encoding="utf-8")
        gold = read_gold(lines, texts)
    wrong = [f"{rows[int(error.name.rsplit(':', 1)[1]) - 1][0]}: {error.reason}" for error in (*gold.faults, *gold.absent)]
    where = {row.get("id"): at for at, row in rows}
    for at, row in rows:
        wrong += [f"{at}: {part}: is missing (write [] where there is none)" for part in PARTS if part not in row]
    made = [(where[report.id], report) for report in gold.reports]
    for at, report in made:
        wrong += [f"{at}: {line}" for line in doubtful(report)]
    return made, wrong


def doubtful(report: Annotation) -> Iterator[str]:
    """What the format allows and the guide does not."""
    seen: dict[Marks, str] = {}
    for event in report.events or ():
        for mention in event.mentions:
            if mention in seen:
                yield f"events {seen[mention]} and {event.id} both mark {report.words(mention)!r} at {mention[0][0]}"
            seen[mention] = event.id
            if len(report.words(mention).split()) > 5:
                yield f"event {event.id}: {report.words(mention)!r} is long for a mark: one word names the deed"
        named = [a.source for a in event.assertions]
        for k, source in enumerate(named):
            if any(align.source(source, other, report.text) for other in named[:k]):
                yield f"event {event.id}: two assertions of one source ({report.words(source or ()) or 'not named'})"


def spans(marks: Marks) -> list[dict[str, int]]:
    return [{"start": start, "end": end} for start, end in marks]


def status(event: EventMark) -> str:
    """By the rule of the record: the outlet's own, else the strongest that is no denial."""
    given = [(a.source, a.status) for a in event.assertions]
    return event_status([s for who, s in given if who is None], [s for who, s in given if who is not None])  # type: ignore[misc]


def plain(report: Annotation, with_text: bool) -> dict[str, object]:
    """A line of gold, offsets only."""
    row: dict[str, object] = {"id": report.id, "sha256": digest(report.text)}
    row |= {key: value for key, value in (("published", report.published), ("publisher", report.publisher), ("text", report.text if with_text else None)) if value}
    row["events"] = [
        {
            "id": event.id,
            "mentions": [{"trigger": spans(mention)} for mention in event.mentions],
            "status": status(event),
            **({"background": True} if event.background else {}),
            "assertions": [{"source": None if a.source is None else spans(a.source), "status": a.status} for a in event.assertions],
        }
        for event in report.events or ()
    ]
    row["disputes"] = [
        {
            "spans": spans(dispute.spans),
            "events": list(dispute.events),
            "sides": [{"stance": side.stance, "sources": [spans(s) for s in side.sources], "outlet": side.outlet} for side in dispute.sides],
        }
        for dispute in report.disputes or ()
    ]
    row["questions"] = [{"kind": q.kind, "spans": spans(q.spans)} for q in report.questions or ()]
    row["authorities"] = [{"kind": a.kind, "spans": spans(a.spans), "events": list(a.events)} for a in report.authorities or ()]
    return row


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("annotations", type=Path)
    parser.add_argument("--texts", type=Path, help="reports: JSON lines with id and text, or a folder of texts")
    parser.add_argument("-o", "--output", type=Path, help="write the annotations with offsets here")
    parser.add_argument("--with-text", action="store_true", help="put the texts into the output")
    options = parser.parse_args()
    try:
        made, wrong = read(options.annotations, options.texts)
    except (InputError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    for line in wrong:
        print(line, file=sys.stderr)
    if wrong:
        return 1
    if options.output:
        options.output.write_text("".join(json.dumps(plain(report, options.with_text), ensure_ascii=False) + "\n" for _, report in made), encoding="utf-8")
        print(f"{len(made)} reports written to {options.output}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
