"""Rows for the trainers: features of the rules and the words for one marked trigger in a sentence."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, cast

from onrecord import Coder
from onrecord.extract.factuality.speechacts import candidate_at, speech_acts
from onrecord.extract.status import Judge
from onrecord.lexicon.status import status_lexicon
from onrecord.model.layers import AttributionLayer, Candidate
from onrecord.model.parse import Parse
from onrecord.model.text import CleanText
from onrecord.readers import read_text

Row = dict[str, Any]


def read_rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as stream:
        return [json.loads(line) for line in stream if line.strip()]


def marked(row: Row) -> tuple[str, int, int]:
    """(text, start, end) of a row of ours or of a row of tokens with an event span."""
    if "event" in row:
        return row["text"], row["event"]["start"], row["event"]["end"]
    tokens: list[str] = row["tokens"]
    offsets: list[int] = []
    at = 0
    for token in tokens:
        offsets.append(at)
        at += len(token) + 1
    first, last = row["event_token_span"][0], row["event_token_span"][-1]
    last = max(first, min(last, len(tokens)) - 1) if last > first else first
    return " ".join(tokens), offsets[first], offsets[last] + len(tokens[last])


def featured(rows: Iterable[Row]) -> Iterator[tuple[Row, list[str]]]:
    """Each row with its features; rows of one text are coded once. Rows whose trigger no parse holds are left out."""
    coder = Coder(gate=False)
    by_text: dict[str, list[tuple[Row, int, int]]] = defaultdict(list)
    for row in rows:
        text, start, end = marked(row)
        by_text[text].append((row, start, end))
    for text, group in by_text.items():
        layers = coder.layers(read_text(text), stop="candidates").layers
        if "parse" not in layers:
            continue
        parse, clean = cast(Parse, layers["parse"]), cast(CleanText, layers["clean"])
        candidates = cast("tuple[Candidate, ...]", layers.get("candidates", ()))
        attributions = cast(AttributionLayer, layers.get("attributions", AttributionLayer()))
        judge = Judge(parse, clean, status_lexicon(), attributions, speech_acts(candidates), "training", None, None)
        for row, start, end in group:
            inside = [t for t in parse.tokens if t.start < end and start < t.end and t.text.strip()]
            if not inside:
                continue
            numbers = {t.i for t in inside}
            head = next((t.i for t in inside if t.head not in numbers or t.head == t.i), inside[-1].i)
            own = candidate_at(candidates, numbers)
            candidate = own or Candidate(head, (head,), "", nominal=parse[head].pos in ("NOUN", "PROPN", "PRON"))
            yield row, judge.evidence(candidate)[0]
