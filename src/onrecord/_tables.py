"""Reading the tab-separated tables among the resources: one place that knows the format and reports file and line when it is broken.

A table is UTF-8. Lines that open with ``#`` are comments; the last comment before the first row names the columns (``#code<TAB>name``).
A cell that holds several values separates them with ``|``.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from onrecord.errors import ResourceError


def resource_text(path: str) -> str:
    """The text of a resource, `path` relative to the resources folder. Raises ResourceError where it is missing."""
    try:
        return files("onrecord").joinpath("resources", *path.split("/")).read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError) as error:
        raise ResourceError(f"resource {path} cannot be read: {error}") from error


def read_table(path: str, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Rows of the table at `path` as column -> cell. Raises ResourceError unless its header names exactly `columns`."""
    header: tuple[str, ...] | None = None
    comment = ""
    for number, line in enumerate(resource_text(path).splitlines(), start=1):
        if not line.strip():
            continue
        if line.startswith("#"):
            comment = line[1:]
            continue
        if header is None:
            header = tuple(comment.split("\t"))
            if header != columns:
                raise ResourceError(f"{path}: the header names {header}, expected {columns}")
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise ResourceError(f"{path} line {number}: {len(cells)} cells, expected {len(columns)}")
        cells += [""] * (len(columns) - len(cells))
        yield dict(zip(columns, (cell.strip() for cell in cells), strict=True))


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell, separated by ``|``; empty ones dropped."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
