"""Reading the tab-separated data files: `#` comments, `-` for an empty cell, a fixed number of columns."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from onrecord.errors import ResourceError


def resource(*parts: str) -> Traversable:
    """A file or folder under `onrecord/resources`."""
    at = files("onrecord") / "resources"
    for part in parts:
        at = at / part
    return at


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells by column name ('' where the file says `-`), and where it stands."""

    cells: dict[str, str]
    file: str
    line: int

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def items(self, column: str, separator: str = ",") -> tuple[str, ...]:
        return tuple(part.strip() for part in self.cells[column].split(separator) if part.strip())

    @property
    def where(self) -> str:
        return f"{self.file}:{self.line}"


def read_rows(path: Traversable, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of one table. Raises ResourceError naming file and line where a row has another number of columns."""
    try:
        body = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceError(f"{path.name}: cannot be read: {error}") from error
    for number, line in enumerate(body.split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [("" if cell.strip() == "-" else cell.strip()) for cell in line.rstrip("\r").split("\t")]
        if len(cells) != len(columns):
            raise ResourceError(f"{path.name}:{number}: {len(cells)} columns, expected {len(columns)} ({', '.join(columns)})")
        if cells[0] == columns[0]:
            continue
        yield Row(dict(zip(columns, cells, strict=True)), path.name, number)


def read_terms(path: Traversable) -> frozenset[str]:
    """One lower-case term a line."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return frozenset(line.strip().lower() for line in lines if line.strip() and not line.startswith("#"))


@lru_cache(maxsize=1)
def resources_digest() -> str:
    """sha256 over every resource file's name and bytes, in name order: part of the pipeline's digest."""
    total = hashlib.sha256()

    def add(folder: Traversable, prefix: str) -> None:
        for child in sorted(folder.iterdir(), key=lambda c: c.name):
            name = f"{prefix}/{child.name}"
            if child.is_dir():
                add(child, name)
            elif not child.name.endswith((".pyc", ".py")):
                total.update(name.encode())
                total.update(hashlib.sha256(child.read_bytes()).digest())

    add(resource(), "")
    return total.hexdigest()


@lru_cache(maxsize=1)
def _word_sets() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in read_rows(resource("lexicon", "en", "words.tsv"), ("name", "words")):
        if row["name"] in found:
            raise ResourceError(f"{row.where}: the set {row['name']!r} is there already")  # the later one would hide it
        found[row["name"]] = frozenset(row.items("words"))
    return found


def word_set(name: str) -> frozenset[str]:
    """A named set of resources/lexicon/en/words.tsv. Raises KeyError for an unknown name."""
    return _word_sets()[name]
