"""Texts for annotations that come without: a folder of files, a file of JSON lines with `id` and `text`, or a single text."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.errors import InputError
from onrecord.readers import read_path


def digest(text: str) -> str:
    """The sha256 of a text in UTF-8, as annotations give it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Texts:
    """Texts by their sha256 and by the id or file name (without its ending) they stand under."""

    by_digest: dict[str, str] = field(default_factory=dict)
    by_id: dict[str, str] = field(default_factory=dict)

    def find(self, identity: str, sha256: str | None) -> str:
        """The text of a report. Raises LookupError with a plain reason where there is none, or only another one."""
        if sha256 is not None and sha256 in self.by_digest:
            return self.by_digest[sha256]
        text = self.by_id.get(identity)
        if text is None:
            raise LookupError("its text is not among the texts given")
        if sha256 is not None and digest(text) != sha256:
            raise LookupError("the text given under its id is another one than was annotated (sha256 differs)")
        return text


def find_texts(path: Path, ids: Iterable[str], digests: Iterable[str]) -> Texts:
    """The wanted texts below `path`; others are read and let go. Raises InputError where `path` cannot be read.

    A file's text is its UTF-8 as it stands; a file named by a wanted id whose UTF-8 is not the wanted text is read as `onrecord code` reads it.
    """
    if not path.exists():
        raise InputError(str(path), "there is no such file or folder")
    wanted, shas = frozenset(ids), frozenset(digests)
    texts = Texts()
    for file in [path] if path.is_file() else sorted(f for f in path.rglob("*") if f.is_file() and not f.name.startswith(".")):
        for identity, text in _rows(file) if file.suffix == ".jsonl" else _text(file, wanted, shas):
            sha = digest(text)
            if sha in shas:
                texts.by_digest[sha] = text
            if identity in wanted:
                texts.by_id.setdefault(identity, text)
    return texts


def _rows(file: Path) -> Iterator[tuple[str, str]]:
    try:
        with file.open(encoding="utf-8-sig", newline="\n") as lines:
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                try:
                    row = json.loads(line)
                except (ValueError, RecursionError) as error:
                    raise InputError(f"{file}:{number}", f"is no JSON: {error}") from error
                if isinstance(row, dict) and isinstance(row.get("text"), str):
                    yield str(row.get("id", "")), row["text"]
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(file), f"cannot be read: {error}") from error


def _text(file: Path, wanted: frozenset[str], shas: frozenset[str]) -> Iterator[tuple[str, str]]:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise InputError(str(file), f"cannot be read: {error.strerror or error}") from error
    if hashlib.sha256(data).hexdigest() in shas or file.stem not in wanted:
        try:
            yield file.stem, data.decode("utf-8")
        except UnicodeDecodeError:
            return
    else:
        yield file.stem, read_path(file).report.text
