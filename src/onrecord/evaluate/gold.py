"""Reading annotations: JSON lines, one report a line, as docs/evaluate.md describes. Every fault is named with file, line, place and reason."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NoReturn, TypeVar

from onrecord.errors import InputError
from onrecord.evaluate.annotation import (
    AUTHORITY_KINDS,
    POLES,
    QUESTION_KINDS,
    STATUSES,
    Annotation,
    AssertionMark,
    AuthorityMark,
    DisputeMark,
    EventMark,
    Marks,
    QuestionMark,
    SideMark,
)  # fmt: skip
from onrecord.evaluate.marks import resolve
from onrecord.evaluate.texts import Texts, digest, find_texts

T = TypeVar("T")
PARTS = ("events", "disputes", "questions", "authorities")
_REPORT = ("id", "sha256", "text", "published", "publisher", "fictional", "form", "annotator", "meta", "note", *PARTS)


@dataclass(frozen=True, slots=True)
class Gold:
    """Annotations in the order of the file; `faults` are lines that break the format, `absent` reports whose text was not found."""

    reports: tuple[Annotation, ...]
    faults: tuple[InputError, ...] = ()
    absent: tuple[InputError, ...] = ()


class _Fault(Exception):
    """What is wrong, and where in the line's object."""


def read_gold(path: Path, texts: Path | Texts | None = None) -> Gold:
    """The annotations of a file, with their texts: those in the file, else from `texts`. Raises InputError where a file cannot be read at all."""
    rows, faults = _rows(path)
    if texts is None:
        texts = Texts()
    elif not isinstance(texts, Texts):
        wanted = [row for _, row in rows if row.get("text") is None]
        texts = find_texts(texts, [str(row.get("id")) for row in wanted], [s for row in wanted if isinstance(s := row.get("sha256"), str)])
    reports: list[Annotation] = []
    absent: list[InputError] = []
    seen: dict[str, int] = {}
    for number, row in rows:
        where = f"{path}:{number}"
        try:
            identity = _string(row, "id", "")
            if identity in seen:
                _fault("id", f"{identity!r} stands on line {seen[identity]} already")
            seen[identity] = number
            text = _text_of(row, identity, texts)
            reports.append(_Reading(text).report(row, identity))
        except _Fault as fault:
            faults.append(InputError(where, str(fault)))
        except LookupError as error:
            absent.append(InputError(where, f"report {row['id']!r}: {error.args[0]}"))
    return Gold(tuple(reports), tuple(sorted(faults, key=lambda f: int(f.name.rsplit(":", 1)[1]))), tuple(absent))


def _rows(path: Path) -> tuple[list[tuple[int, dict[str, object]]], list[InputError]]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror or error}") from error
    rows: list[tuple[int, dict[str, object]]] = []
    faults: list[InputError] = []
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8"), object_pairs_hook=_object)
            if not isinstance(row, dict):
                raise _Fault("is no JSON object")
            rows.append((number, row))
        except UnicodeDecodeError as error:
            faults.append(InputError(f"{path}:{number}", f"is no UTF-8 (byte {error.start + 1} of the line)"))
        except _Fault as fault:
            faults.append(InputError(f"{path}:{number}", str(fault)))
        except (ValueError, RecursionError) as error:
            faults.append(InputError(f"{path}:{number}", f"is no JSON: {error}"))
    if not rows and not faults:
        faults.append(InputError(f"{path}:1", "holds no report"))
    return rows, faults


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made: dict[str, object] = {}
    for key, value in pairs:
        if key in made:
            raise _Fault(f"the key {key!r} stands twice in one object")
        made[key] = value
    return made


def _text_of(row: dict[str, object], identity: str, texts: Texts) -> str:
    sha = row.get("sha256")
    if sha is not None and not (isinstance(sha, str) and len(sha) == 64):
        _fault("sha256", "must be 64 hexadecimal digits")
    text = row.get("text")
    if text is None:
        if sha is None and _offsets(row):
            _fault("sha256", "is missing: offsets without the text need it")
        return texts.find(identity, str(sha) if sha else None)
    if not isinstance(text, str):
        _fault("text", "must be a string")
    if sha is not None and digest(text) != sha:
        _fault("sha256", "is not that of the text")
    return text


def _offsets(value: object) -> bool:
    if isinstance(value, dict):
        return "start" in value or any(map(_offsets, value.values()))
    return isinstance(value, list) and any(map(_offsets, value))


def _fault(at: str, reason: str) -> NoReturn:
    raise _Fault(f"{at}: {reason}" if at else reason)


def _string(row: dict[str, object], key: str, at: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value:
        _fault(_join(at, key), "is missing" if value is None else "must be a string that is not empty")
    return value


def _join(at: str, key: str) -> str:
    return f"{at}.{key}" if at else key


def _known(row: dict[str, object], at: str, keys: Iterable[str]) -> None:
    allowed = (*keys, "note")
    for key in row:
        if key not in allowed:
            _fault(_join(at, key), f"is no key of the format here ({', '.join(sorted(set(allowed)))})")


def _label(row: dict[str, object], key: str, at: str, labels: Iterable[str]) -> str:
    value = _string(row, key, at)
    if value not in labels:
        _fault(_join(at, key), f"{value!r} is none of {', '.join(labels)}")
    return value


def _flag(row: dict[str, object], key: str, at: str) -> bool:
    value = row.get(key, False)
    if not isinstance(value, bool):
        _fault(_join(at, key), "must be true or false")
    return value


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads one line's object against its text."""

    text: str

    def report(self, row: dict[str, object], identity: str) -> Annotation:
        _known(row, "", _REPORT)
        parts = {part: None if row.get(part) is None else row[part] for part in PARTS}
        if all(part is None for part in parts.values()):
            _fault("", f"has none of {', '.join(PARTS)}")
        events = self.all(parts["events"], "events", self.event)
        ids = [event.id for event in events or ()]
        if len(ids) != len(set(ids)):
            _fault("events", f"the id {next(i for i in ids if ids.count(i) > 1)!r} stands twice")
        disputes = self.all(parts["disputes"], "disputes", self.dispute)
        authorities = self.all(parts["authorities"], "authorities", self.authority)
        for name, named in (("disputes", [d.events for d in disputes or ()]), ("authorities", [a.events for a in authorities or ()])):
            for k, wanted in enumerate(named):
                unknown = next((i for i in wanted if i not in ids), None)
                if unknown is not None:
                    _fault(f"{name}[{k}].events", f"no event has the id {unknown!r}")
        return Annotation(
            identity, self.text,
            _string(row, "published", "") if row.get("published") is not None else None,
            _string(row, "publisher", "") if row.get("publisher") is not None else None,
            events, disputes, self.all(parts["questions"], "questions", self.question), authorities,
        )  # fmt: skip

    def all(self, value: object, at: str, read: Callable[[dict[str, object], str], T]) -> tuple[T, ...] | None:
        return None if value is None else tuple(read(_dict(item, f"{at}[{k}]"), f"{at}[{k}]") for k, item in enumerate(_list(value, at)))

    def event(self, row: dict[str, object], at: str) -> EventMark:
        _known(row, at, ("id", "mentions", "assertions", "status", "background"))
        mentions = tuple(self.mention(item, f"{at}.mentions[{k}]") for k, item in enumerate(_list(row.get("mentions"), _join(at, "mentions"))))
        if not mentions:
            _fault(_join(at, "mentions"), "is empty: an event stands somewhere")
        assertions = self.all(row.get("assertions"), _join(at, "assertions"), self.assertion)
        if not assertions:
            _fault(_join(at, "assertions"), "is missing or empty: somebody, or the outlet, presents the event")
        if sum(a.source is None for a in assertions) > 1:
            _fault(_join(at, "assertions"), "has the outlet twice")
        if row.get("status") is not None:
            _label(row, "status", at, STATUSES)
        return EventMark(_string(row, "id", at), mentions, assertions, _flag(row, "background", at))

    def mention(self, value: object, at: str) -> Marks:
        if isinstance(value, dict) and "trigger" in value:
            _known(value, at, ("trigger",))
            return self.marks(value["trigger"], _join(at, "trigger"))
        return self.marks(value, at)

    def assertion(self, row: dict[str, object], at: str) -> AssertionMark:
        _known(row, at, ("source", "status"))
        if "source" not in row:
            _fault(_join(at, "source"), "is missing (null is the outlet, [] a source that is not named)")
        source = None if row["source"] is None else self.marks(row["source"], _join(at, "source"), empty=True)
        return AssertionMark(source, _label(row, "status", at, STATUSES))

    def dispute(self, row: dict[str, object], at: str) -> DisputeMark:
        _known(row, at, ("spans", "events", "sides"))
        spans = self.marks(row.get("spans", []), _join(at, "spans"), empty=True)
        events = _strings(row.get("events", []), _join(at, "events"))
        if not spans and not events:
            _fault(at, "has neither spans nor events: what is disputed?")
        sides = self.all(row.get("sides"), _join(at, "sides"), self.side) or ()
        if {POLES[side.stance] for side in sides} != {"for", "against"}:
            _fault(_join(at, "sides"), "has no opposed stances (asserts or supports against denies, doubts or rejects)")
        return DisputeMark(spans, events, sides)

    def side(self, row: dict[str, object], at: str) -> SideMark:
        _known(row, at, ("stance", "sources", "outlet"))
        given = _list(row.get("sources", []), _join(at, "sources"))
        sources = tuple(self.marks(item, f"{at}.sources[{k}]", empty=True) for k, item in enumerate(given))
        return SideMark(_label(row, "stance", at, tuple(POLES)), sources, _flag(row, "outlet", at))

    def question(self, row: dict[str, object], at: str) -> QuestionMark:
        _known(row, at, ("id", "kind", "spans"))
        return QuestionMark(_label(row, "kind", at, QUESTION_KINDS), self.marks(row.get("spans"), _join(at, "spans")))

    def authority(self, row: dict[str, object], at: str) -> AuthorityMark:
        _known(row, at, ("id", "kind", "spans", "events"))
        spans = self.marks(row.get("spans"), _join(at, "spans"))
        return AuthorityMark(_label(row, "kind", at, AUTHORITY_KINDS), spans, _strings(row.get("events", []), _join(at, "events")))

    def marks(self, value: object, at: str, empty: bool = False) -> Marks:
        """One thing's offsets from a mark, a span, or a list of either."""
        items = value if isinstance(value, list) else [] if value is None else [value]
        found = sorted({pair for k, item in enumerate(items) for pair in self.mark(item, f"{at}[{k}]" if isinstance(value, list) else at)})
        if not found and not empty:
            _fault(at, "marks nothing")
        for (_, end), (start, _) in pairwise(found):
            if start < end:
                _fault(at, f"its spans overlap at {start}")
        return tuple(found)

    def mark(self, value: object, at: str) -> Marks:
        if isinstance(value, str):
            try:
                return resolve(value, self.text)
            except ValueError as error:
                _fault(at, str(error))
        if not isinstance(value, dict):
            _fault(at, "must be quoted words or a span with start and end")
        _known(value, at, ("start", "end", "quote", "clean"))
        start, end = value.get("start"), value.get("end")
        if not isinstance(start, int) or not isinstance(end, int) or isinstance(start, bool) or isinstance(end, bool):
            _fault(at, "start and end must be whole numbers")
        if not 0 <= start < end <= len(self.text):
            _fault(at, f"{start}:{end} lies outside the text of {len(self.text)} code points" if start < end else f"{start}:{end} is empty or runs backwards")
        if value.get("quote", self.text[start:end]) != self.text[start:end]:
            _fault(at, f"the text has {self.text[start:end]!r} at {start}:{end}, not the quote")
        return ((start, end),)


def _dict(value: object, at: str) -> dict[str, object]:
    if not isinstance(value, dict):
        _fault(at, "must be an object")
    return value


def _list(value: object, at: str) -> list[object]:
    if not isinstance(value, list):
        _fault(at, "is missing" if value is None else "must be a list")
    return value


def _strings(value: object, at: str) -> tuple[str, ...]:
    items = _list(value, at)
    if not all(isinstance(item, str) for item in items):
        _fault(at, "must be a list of ids")
    return tuple(str(item) for item in items)
