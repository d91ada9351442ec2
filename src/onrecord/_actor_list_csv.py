"""A user's list of actors as rows: plain CSV of ours, or a table in the form of OpenSanctions' targets.simple.csv. What is wrong is named with its line."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import get_args

from onrecord._listed import ActorList, ListedActor, ListFormat
from onrecord._tables import read_table, resource_text, values
from onrecord._text_key import name_key
from onrecord.errors import InputError
from onrecord.model.actor import EntityKind
from onrecord.model.common import Issue, Severity
from onrecord.model.ids import make_id

COLUMNS = ("name", "aliases", "kind", "country", "sector", "office", "from", "to", "id", "note")
MAX_LIST_BYTES = 64_000_000
MAX_LIST_ROWS = 200_000
_LONGEST_NAME = 200
_NEEDED = frozenset({"id", "schema", "name"})
# A state is what its name says, an office is held by somebody: neither is listed as such.
_KINDS = tuple(kind for kind in get_args(EntityKind) if kind not in ("state", "office"))
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_LIST_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


def read_list(path: Path, name: str | None = None) -> ActorList:
    """The list in a file; rows with a fault are left out and become issues. `name` else follows from the file's.

    Raises InputError where the file cannot be read, is no list, or holds no good row.
    """
    return parse_list(_bytes(path), str(path), path.name, name or list_name(path))


def list_name(path: Path) -> str:
    """A list's name from its file's: the stem, other signs than letters, digits, dot, hyphen and underscore made hyphens."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", path.name.removesuffix(path.suffix)).strip("-._")[:64] or "list"


def checked_name(name: str) -> str:
    """The name, where a list may have it. Raises InputError."""
    if not _LIST_NAME.fullmatch(name):
        raise InputError(name, "is no name for a list: letters, digits, dot, hyphen and underscore, 64 at most")
    return name


def parse_list(data: bytes, where: str, source: str, name: str) -> ActorList:
    """The list that the bytes of a file hold. `where` names it in errors, `source` in records."""
    checked_name(name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(where, f"line {line} is no UTF-8 text; save the list as UTF-8 (CSV UTF-8 in spreadsheets)") from error
    reader = _Reader(where, name)
    rows = tuple(reader.rows(text))
    if not rows:
        raise InputError(where, f"it holds no row that can be used{f'; the first fault: {reader.issues[0].message}' if reader.issues else ''}")
    return ActorList(name, source, reader.form, hashlib.sha256(data).hexdigest(), rows, tuple(reader.issues))


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_LIST_BYTES + 1)
    except OSError as error:
        raise InputError(str(path), f"it cannot be read: {error.strerror or error}") from error
    if len(data) > MAX_LIST_BYTES:
        raise InputError(str(path), f"it is larger than {MAX_LIST_BYTES // 1_000_000} MB; split it, or keep the rows that you need")
    return data


class _Fault(Exception):
    """One row cannot be used; the message says why."""


@dataclass
class _Reader:
    where: str
    name: str
    form: ListFormat = "onrecord"
    issues: list[Issue] = field(default_factory=list)

    def rows(self, text: str) -> Iterator[ListedActor]:
        table = self._lines(text)
        _, cells = next(table, (1, []))
        header = [cell.strip().casefold() for cell in cells]
        self._check(header)
        seen: dict[tuple[str, ...], tuple[int, ListedActor]] = {}
        for count, (line, cells) in enumerate(table, start=1):
            if count > MAX_LIST_ROWS:
                raise InputError(self.where, f"it holds more than {MAX_LIST_ROWS:,} rows; split it, or keep the rows that you need")
            if not any(cell.strip() for cell in cells):
                continue
            try:
                if len(cells) > len(header):
                    raise _Fault(f"{len(cells)} cells, the header has {len(header)}; a name with a comma stands in quotation marks")
                row = self._row(line, dict(zip(header, (c.strip() for c in cells), strict=False)))
                if row is not None and self._new(row, seen):
                    yield row
            except _Fault as fault:
                self._say("list_row_left_out", "error", line, str(fault))

    def _lines(self, text: str) -> Iterator[tuple[int, list[str]]]:
        """Rows with the line of the file on which each begins; a quoted cell may run over several."""
        table = csv.reader(io.StringIO(text, newline=""), strict=True)
        begun = 1
        try:
            for cells in table:
                yield begun, cells
                begun = table.line_num + 1
        except csv.Error as error:
            raise InputError(self.where, f"line {begun} is no CSV: {error}") from error

    def _check(self, header: list[str]) -> None:
        if not any(header):
            raise InputError(self.where, f"it has no header row; the columns of a list are {','.join(COLUMNS)}, of which only name is needed")
        twice = sorted({cell for cell in header if header.count(cell) > 1})
        if twice:
            raise InputError(self.where, f"the header names the column {twice[0]!r} twice")
        if set(header) >= _NEEDED and "schema" in header:
            self.form = "opensanctions"
            return
        unknown = [cell for cell in header if cell not in COLUMNS]
        if unknown or "name" not in header:
            reason = f"the header has an unknown column {unknown[0]!r}" if unknown else "the header lacks the column 'name'"
            raise InputError(self.where, f"{reason}; the columns of a list are {','.join(COLUMNS)} (or those of OpenSanctions' targets.simple.csv)")

    def _row(self, line: int, cells: dict[str, str]) -> ListedActor | None:
        return self._opensanctions(line, cells) if self.form == "opensanctions" else self._plain(line, cells)

    def _plain(self, line: int, cells: dict[str, str]) -> ListedActor:
        kind = cells.get("kind") or "unknown"
        if kind not in _KINDS:
            raise _Fault(f"unknown kind {kind!r}; known are {', '.join(_KINDS)}")
        countries, sectors = _split(cells.get("country", "")), _split(cells.get("sector", ""))
        for code in countries:
            if code not in country_codes():
                raise _Fault(f"unknown country {code!r}; ISO 3166 alpha-3 (KEN, not KE or Kenya) or PLOVER's codes (UNO, IGO ...) are known")
        for code in sectors:
            if code not in sector_codes():
                raise _Fault(f"unknown sector {code!r}; PLOVER's are {', '.join(sorted(sector_codes()))}")
        since, until = (_day(cells.get(column, ""), column) for column in ("from", "to"))
        if since and until and since > until + "-99-99"[: 10 - len(until)]:
            raise _Fault(f"it begins ({since}) after it ends ({until})")
        aliases = tuple(_name(alias, "alias") for alias in _split(cells.get("aliases", "")))
        identity = f"{self.name}:{cells['id']}" if cells.get("id") else None
        return ListedActor(
            line, _name(cells.get("name", ""), "name"), kind, aliases, countries, sectors, cells.get("office") or None, since, until, identity,  # type: ignore[arg-type]
            bool(cells.get("office")), cells.get("note", ""),
        )  # fmt: skip

    def _opensanctions(self, line: int, cells: dict[str, str]) -> ListedActor | None:
        told = _terms().get(("schema", cells.get("schema", "")))
        if told is None:
            raise _Fault(f"unknown schema {cells.get('schema', '')!r}")
        if told["kind"] == "thing":
            self._say("list_row_no_actor", "info", line, f"a {cells['schema']} is no actor")
            return None
        topics = [_terms()["topic", topic] for topic in _quoted(cells.get("topics", "")) if ("topic", topic) in _terms()]
        sectors = {s for term in topics for s in values(term["sectors"])} or set(values(told["sectors"]))
        codes = {term["code"] for term in topics if term["code"]}
        countries = codes or {code for two in _quoted(cells.get("countries", "")) if (code := self._country(line, two))}
        name = _name(cells.get("name", ""), "name")
        # Lists of this kind hold many weak aliases ("Ali"): one word names somebody only as the main name, or in capitals.
        aliases = tuple(a for a in _quoted(cells.get("aliases", "")) if name_key(a) and len(a) <= _LONGEST_NAME and (" " in name_key(a) or (a.isupper() and len(a) > 2)))
        return ListedActor(
            line, name, told["kind"], aliases,  # type: ignore[arg-type]
            # Several countries are those that somebody has to do with, not those for which they act.
            tuple(countries) if len(countries) == 1 else (), tuple(sectors) if len(sectors) == 1 else (), None, None, None,
            f"opensanctions:{cells['id']}" if cells.get("id") else None, any(term["public"] for term in topics),
        )  # fmt: skip

    def _country(self, line: int, two: str) -> str | None:
        """The alpha-3 code of a country or, as in "gb-sct", of a part of one."""
        known = _alpha3().get(two.partition("-")[0].upper())
        if known is None:
            self._say("list_country_unknown", "warning", line, f"unknown country {two!r}; the row is used without it")
        return known

    def _new(self, row: ListedActor, seen: dict[tuple[str, ...], tuple[int, ListedActor]]) -> bool:
        """Whether no earlier row says the same; one that says something else of the same name, office and time contradicts it."""
        key = (name_key(row.name), row.external_id or "", row.office or "", row.since or "", row.until or "", row.kind if row.external_id else "")
        line, other = seen.setdefault(key, (row.line, row))
        if other is row:
            return True
        same = (other.kind, other.countries, other.sectors) == (row.kind, row.countries, row.sectors)
        raise _Fault(f"it repeats line {line}" if same else f"it contradicts line {line}: the same name, office and time with another kind, country or sector")

    def _say(self, code: str, severity: Severity, line: int, reason: str) -> None:
        message = f"{self.where} line {line}: {reason}"
        self.issues.append(Issue(make_id("issue", self.name, code, line, reason), code, severity, message))


def _name(words: str, what: str) -> str:
    words = " ".join(words.split())
    if not name_key(words):
        raise _Fault(f"the {what} is empty" if not words else f"the {what} {words!r} has no letter or digit")
    if len(words) > _LONGEST_NAME:
        raise _Fault(f"the {what} is longer than {_LONGEST_NAME} characters")
    if not words.isprintable():
        raise _Fault(f"the {what} {words!r} holds control characters")
    return words


def _day(cell: str, column: str) -> str | None:
    if not cell:
        return None
    if _DAY.fullmatch(cell):
        try:
            date.fromisoformat(cell + "-01-01"[len(cell) - 4 :])
            return cell
        except ValueError:
            pass
    raise _Fault(f"{column} {cell!r} is no date: ISO 8601 is read (2024-05-31, 2024-05 or 2024)")


def _split(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in cell.split(";") if part.strip()))


def _quoted(cell: str) -> tuple[str, ...]:
    """Values separated by semicolons; one that holds a semicolon stands in quotation marks."""
    return tuple(dict.fromkeys(" ".join(part.split()) for part in next(csv.reader([cell], delimiter=";"), []) if part.strip()))


@lru_cache(maxsize=1)
def country_codes() -> frozenset[str]:
    """ISO 3166 alpha-3 and PLOVER's codes of international actors."""
    columns = ("code", "name", "names", "adjectives", "people", "capitals", "sovereign", "lat", "lon", "bbox")
    return frozenset({row["code"] for row in read_table("actors/countries.tsv", columns)} | {row["code"] for row in read_table("actors/codes.tsv", ("code", "meaning", "words"))})


@lru_cache(maxsize=1)
def sector_codes() -> frozenset[str]:
    """PLOVER's sectors."""
    return frozenset(json.loads(resource_text("ontology/plover/plover.json"))["sectors"])


@lru_cache(maxsize=1)
def _terms() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["what"], row["word"]): row for row in read_table("actors/opensanctions.tsv", ("what", "word", "kind", "sectors", "code", "public"))}


@lru_cache(maxsize=1)
def _alpha3() -> dict[str, str]:
    from onrecord._gazetteer_rows import alpha3_by_two

    return {**{two: three for two, three in alpha3_by_two().items() if three in country_codes()}, "EU": "EUR"}
