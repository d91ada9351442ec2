"""Which column of a table holds which field of a report: guessed from usual names, or given."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from onrecord.readers._data import column_names, missing_cells
from onrecord.readers._types import Context, Found, Mapping, Trouble, error, info, warning

FIELDS = ("text", "title", "url", "publisher", "published", "author", "description", "language")
Row = dict[str, Any]
_LOOK_AHEAD_ROWS = 100
_LOOK_AHEAD_CHARACTERS = 4_000_000
_NESTED = 3
_SHOWN = 40
_SHAPES = 1_000
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d[\d:.+\-Z]*+)?")


def columns_of(rows: Iterable[Row]) -> dict[str, bool]:
    """The names of all columns in first order, those inside objects with a `.`; True where some row holds a text (or a list of them) there."""
    found: dict[str, bool] = {}
    for row in rows:
        for name, value in _flat(row, "", 0):
            found[name] = found.get(name, False) or _is_text(value)
    return found


def _flat(row: Row, prefix: str, depth: int) -> Iterator[tuple[str, Any]]:
    for name, value in row.items():
        if isinstance(value, dict) and value and depth < _NESTED:
            yield from _flat(value, f"{prefix}{name}.", depth + 1)
        else:
            yield f"{prefix}{name}", value


def _is_text(value: Any) -> bool:
    if isinstance(value, str):
        return bool(value) and not value.isspace() and not (len(value) <= 40 and _DATE.fullmatch(value.strip()))  # a column of dates (Parquet) holds no text
    return isinstance(value, list) and any(isinstance(part, str) for part in value[:20])


def cell(row: Row, column: str) -> Any:
    """What stands in a column, None where the row has none of that name; a name of its own wins over one inside an object."""
    if column in row:
        return row[column]
    value: Any = row
    for part in column.split("."):
        if not isinstance(value, dict) or part not in value:
            return _split_otherwise(row, column)
        value = value[part]
    return value


def _split_otherwise(row: Row, column: str) -> Any:
    """A nested name whose parts hold dots themselves."""
    return next((value for name, value in _flat(row, "", 0) if name == column), None)


def guess(columns: dict[str, bool], given: Mapping = ()) -> Mapping:
    """(field, column) for each field that some column holds; given ones first. A text must be one: a column of figures or of nothing is none."""
    chosen = dict(given)
    whole, last = _spelled(columns)
    for field in FIELDS:
        if field in chosen:
            continue
        content = field in ("text", "title")
        for wanted in column_names().get(field, ()):
            named = (*whole.get(wanted, ()), *(last.get(wanted, ()) if content and wanted != "name" else ()))
            fitting = [number for number, name in named if name not in chosen.values() and (columns[name] or not content)]
            if fitting:
                chosen[field] = list(columns)[min(fitting)]
                break
    return tuple((field, chosen[field]) for field in FIELDS if field in chosen)


_Numbered = dict[str, list[tuple[int, str]]]


def _spelled(columns: Iterable[str]) -> tuple[_Numbered, _Numbered]:
    """Columns with their numbers by their names as the list spells them, and those inside objects by the last part of their names."""
    whole: _Numbered = {}
    last: _Numbered = {}
    for number, name in enumerate(columns):
        key = _key(name)
        for form in {key, key.replace("_", "")}:
            whole.setdefault(form, []).append((number, name))
        if "." in key:
            last.setdefault(key.rsplit(".", 1)[-1], []).append((number, name))
    return whole, last


def _key(name: str) -> str:
    """A column's name as the list spells them: "Article Text" and "articleText" are article_text."""
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name)
    return re.sub(r"[^\w.]+", "_", name.strip()).strip("_").lower()


def describe(mapping: Mapping, columns: Iterable[str], used: Mapping = ()) -> str:
    """The mapping in words: "text=body or story, title=headline; not used: id"; `used` are the pairs of rows that lack what the mapping names."""
    instead = {field: [column for other, column in used if other == field and (field, column) not in mapping] for field in FIELDS}
    said = ", ".join(f"{field}={' or '.join([column, *instead[field]])}" for field, column in mapping)
    said += "".join(f", {field}={' or '.join(instead[field])}" for field in FIELDS if instead[field] and field not in dict(mapping))
    used_names = {column for _, column in (*mapping, *used)}
    unused = [name for name in columns if name not in used_names]
    return said + (f"; not used: {_listed(unused)}" if unused else "")


def _listed(names: list[str]) -> str:
    return ", ".join(name[:60] for name in names[:_SHOWN]) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")


def canonical(row: Row) -> bytes:
    """A row as the bytes it is known by: JSON with sorted keys, UTF-8 (lone surrogates pass)."""
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("utf-8", "surrogatepass")


def table_items(name: str, rows: Iterator[tuple[str, Row] | Trouble], context: Context) -> Iterator[Found]:
    """Items for the rows of one table, each (its name, the row); the columns are guessed from the first of them and told."""
    held: list[tuple[str, Row] | Trouble] = []
    size = count = 0
    for found in rows:
        held.append(found)
        if not isinstance(found, Trouble):
            count += 1
            size += sum(len(value) for value in found[1].values() if isinstance(value, str))
        if count >= _LOOK_AHEAD_ROWS or size > _LOOK_AHEAD_CHARACTERS:
            break
    if count == 0:
        yield from (found for found in held if isinstance(found, Trouble))
        if not held:
            yield warning(name, "empty", "holds no rows")
        return
    shown = [found[1] for found in held if not isinstance(found, Trouble)]
    columns = columns_of(shown)
    absent = [column for _, column in context.options.columns if column not in columns]
    if absent:
        yield error(name, "no_such_column", f"has no column {absent[0]!r}; its columns are {_listed(list(columns))}")
        return
    mapping = guess(columns, context.options.columns)
    if not {"text", "description"} & {field for field, _ in mapping}:
        yield error(name, "no_text_column", f"has no column that is known to hold the text; its columns are {_listed(list(columns))}; name it as text=COLUMN")
        return
    shapes = _Shapes(mapping, context)
    used = {pair: None for row in shown for pair in shapes.mapping(row)}
    yield info(name, "columns", describe(mapping, columns, tuple(used)))
    told = {*mapping, *used}
    for found in chain(iter(held), rows):
        if isinstance(found, Trouble):
            yield found
            continue
        own = shapes.mapping(found[1])
        fresh = [pair for pair in own if pair not in told]
        told.update(fresh)
        if fresh:
            yield info(found[0], "columns", f"here and below also {describe(tuple(fresh), ())}, where {', '.join(dict(mapping).get(field, field) for field, _ in fresh)} holds nothing")
        yield _item(*found, own, context)


class _Shapes:
    """The mapping of each row: the table's; for a row of another shape, where it holds its text or title in another column, that column. What the user gave stays."""

    def __init__(self, table: Mapping, context: Context) -> None:
        self.table, self.by_field, self.given = table, dict(table), dict(context.options.columns)
        self.known: dict[tuple[tuple[str, ...], tuple[str, ...]], Mapping] = {}

    def mapping(self, row: Row) -> Mapping:
        lacking = tuple(field for field in ("text", "title") if field not in self.given and not _holds(row, self.by_field.get(field)))
        if not lacking:
            return self.table
        filled = tuple(name for name, value in _flat(row, "", 0) if _is_text(value) and not _says_nothing(value))
        shape = (lacking, filled)
        if shape not in self.known:
            if len(self.known) >= _SHAPES:
                self.known.clear()
            self.known[shape] = self._other(row, lacking, filled)
        return self.known[shape]

    def _other(self, row: Row, lacking: tuple[str, ...], filled: tuple[str, ...]) -> Mapping:
        own = dict(guess(dict.fromkeys(filled, True), tuple((field, column) for field, column in self.table if field not in lacking)))
        if not self.given and not any(_holds(row, self.by_field.get(field)) for field in ("text", "title", "description")) and "text" in own:
            return guess(columns_of([row]))
        chosen = {**self.by_field, **{field: own[field] for field in lacking if field in own}}
        return tuple((field, chosen[field]) for field in FIELDS if field in chosen)


def _holds(row: Row, column: str | None) -> bool:
    value = None if column is None else cell(row, column)
    return _is_text(value) and not _says_nothing(value)


def _says_nothing(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= 200 and value.strip().lower() in missing_cells()


def _item(name: str, row: Row, mapping: Mapping, context: Context) -> Found:
    content = [cell(row, column) for field, column in mapping if field in ("text", "title", "description")]
    if not any(_is_text(value) for value in content):
        return error(name, "empty_row", "holds neither text nor title")
    size = sum(len(value) for value in row.values() if isinstance(value, str))
    if size > context.limits.row:
        return error(name, "too_large", f"holds more than {size:,} bytes; the limit for one report is {context.limits.row:,}")
    try:
        data = canonical(row)
    except (ValueError, TypeError, RecursionError) as failure:
        return error(name, "unreadable_row", f"cannot be written as JSON: {failure}")
    if len(data) > context.limits.row:
        return error(name, "too_large", f"holds {len(data):,} bytes; the limit for one report is {context.limits.row:,}")
    return context.item(name, data, "row", mapping=mapping)
