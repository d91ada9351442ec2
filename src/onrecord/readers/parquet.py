"""Parquet, batch by batch: whatever its columns' types, a row becomes plain JSON values."""

from __future__ import annotations

import base64
import io
import math
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from onrecord.errors import InputError
from onrecord.model.ids import digest_bytes
from onrecord.readers._types import Context, Found, Trouble, error
from onrecord.readers.columns import Row, table_items
from onrecord.readers.decoding import decode
from onrecord.readers.guarded import guarded

_BATCH, _BATCH_BYTES = 64, 32_000_000
_BINARY = 100_000
_MARK = b"PAR1"
_CONTENTS_BYTES = 256_000_000  # beyond it the library is asked directly


def read_parquet(name: str, file: BinaryIO, context: Context) -> Iterator[Found]:
    """The rows of a Parquet file that can be sought in. A row is named by its number, from 1."""
    yield from table_items(name, _rows(name, file, context), context)


def walked(footer: bytes) -> dict[str, Any]:
    """The number of row groups in a table of contents, each of whose columns was looked at. Raises InputError where it is none; may end the process where it is damaged."""
    try:
        contents = pq.read_metadata(io.BytesIO(footer))
        for group in range(contents.num_row_groups):
            for column in range(contents.row_group(group).num_columns):
                contents.row_group(group).column(column)
    except (pa.ArrowException, OSError, ValueError, MemoryError, OverflowError) as failure:
        raise InputError("", _said(failure)) from failure
    return {"groups": contents.num_row_groups}


def _contents(file: BinaryIO) -> bytes:
    """A file of the table of contents alone (https://parquet.apache.org/docs/file-format/): it stands before its length and the mark at the end."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - 8))
    tail = file.read(8)
    length = int.from_bytes(tail[:4], "little")
    start = size - 8 - length
    if tail[4:] != _MARK or start < len(_MARK) or length > _CONTENTS_BYTES:
        file.seek(0)
        return b""
    file.seek(start)
    footer = file.read(length)
    file.seek(0)
    return _MARK + footer + tail


def _rows(name: str, file: BinaryIO, context: Context) -> Iterator[tuple[str, Row] | Trouble]:
    try:
        if contents := _contents(file):
            guarded("parquet", contents)
    except InputError as failure:
        yield error(name, "unreadable", f"is no Parquet file that can be read: its table of contents is damaged ({failure.reason})")
        return
    try:
        table = pq.ParquetFile(file, memory_map=False, pre_buffer=False)
        groups, total = table.num_row_groups, table.metadata.num_rows
    except (pa.ArrowException, OSError, ValueError, MemoryError, OverflowError) as failure:
        yield error(name, "unreadable", f"is no Parquet file that can be read: {_said(failure)}")
        return
    if total == 0:
        yield error(name, "empty", "holds no rows")
        return
    number = 0
    for group in range(groups):
        first = number
        try:
            size, batch_size = table.metadata.row_group(group).num_rows, _batch_size(table.metadata.row_group(group), context)
            if batch_size is None:
                yield error(name, "too_large", f"rows {first + 1} to {first + size} unfold to more than {context.limits.ratio:,} times their size, as only a decompression bomb does; they were left out")
                number = first + size
                continue
            for batch in table.iter_batches(batch_size=batch_size, row_groups=[group], use_threads=False):
                for row in _plain_rows(batch):
                    number += 1
                    where = f"{name}:{number}"
                    yield (where, row) if isinstance(row, dict) else error(where, "unreadable_row", row)
        except (pa.ArrowException, OSError, ValueError, MemoryError, OverflowError, NotImplementedError) as failure:
            yield error(name, "unreadable", f"rows {number + 1} to {first + size} cannot be read: {_said(failure)}")
            number = first + size


def _batch_size(group: pq.RowGroupMetaData, context: Context) -> int | None:
    """How many rows may be read together, None where the group is a bomb.

    One value may stand in a column once and in every row again: no value is larger than its column, and nothing smaller bounds it.
    """
    columns = [group.column(at) for at in range(group.num_columns)]
    unfolded, packed = sum(column.total_uncompressed_size for column in columns), sum(column.total_compressed_size for column in columns)
    if unfolded > context.limits.ratio_from and unfolded > context.limits.ratio * max(packed, 1):
        return None
    largest = max((column.total_uncompressed_size for column in columns), default=1)
    return max(1, min(_BATCH, _BATCH_BYTES // max(largest, 1)))


def _said(failure: BaseException) -> str:
    return (str(failure).split("\n", 1)[0] or type(failure).__name__)[:300]


def _plain_rows(batch: pa.RecordBatch) -> Iterator[Row | str]:
    names = _names(batch.schema.names)
    columns = [_plain_column(batch.column(at)) for at in range(batch.num_columns)]
    for at in range(batch.num_rows):
        try:
            yield {name: plain(column[at]) for name, column in zip(names, columns, strict=True)}
        except RecursionError:
            yield "is nested too deeply"


def _names(given: list[str]) -> list[str]:
    names: dict[str, None] = {}
    for name in given:
        names[name if name not in names else f"{name} ({len(names) + 1})"] = None
    return list(names)


def _plain_column(column: pa.Array) -> list[Any]:
    """The column's values; those of a type or a size that Python's dates cannot hold as Arrow writes them."""
    try:
        if pa.types.is_timestamp(column.type) and column.type.unit == "ns":
            column = column.cast(pa.timestamp("us", column.type.tz), safe=False)
        return list(column.to_pylist())
    except (ValueError, OverflowError, TypeError, KeyError, LookupError, pa.ArrowException, UnicodeDecodeError):
        return [_scalar(value) for value in column]


def _scalar(value: pa.Scalar) -> Any:
    try:
        return value.as_py()
    except (ValueError, OverflowError, TypeError, KeyError, LookupError, pa.ArrowException, UnicodeDecodeError):
        pass
    try:
        return bytes(value.as_buffer()) if hasattr(value, "as_buffer") else str(value.cast(pa.string()).as_py())
    except (ValueError, TypeError, pa.ArrowException):
        return None


def plain(value: Any, depth: int = 0) -> Any:
    """A value as JSON has it: dates in ISO 8601, bytes as text where they are one, figures that are none as null."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, bytes):
        return _binary(value)
    if isinstance(value, dict):
        return {str(key): plain(inner, depth + 1) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner, depth + 1) for inner in value]
    if isinstance(value, (Decimal, timedelta)):
        return str(value)
    return str(value)


def _binary(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return decode("", value).text
    except InputError:
        if len(value) > _BINARY:
            return f"sha256:{digest_bytes(value)} ({len(value):,} bytes)"
        return f"base64:{base64.b64encode(value).decode('ascii')}"
