"""Full text, the one place where the two databases differ: FTS5 on SQLite, tsvector on PostgreSQL.

Whatever a user types is words: it is cut into words and quoted phrases here, and each goes to the database as a value of its own, so that nothing in it is
taken for an operator. Both look for English stems, accents and case aside; all words must be there.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, column, func, literal, literal_column, select, table, text
from sqlalchemy.types import Float, Text

from onrecord.store import tables as t

_PARTS = re.compile(r'"([^"]*)"?|(\S+)')
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
# Unicode noncharacters, which no text has, around what was found.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_MOST_PARTS = 64
_WORDS_SHOWN = 32


@dataclass(frozen=True, slots=True)
class Found:
    """A report's row number, and a piece of its text with half-open offsets of the words found."""

    seq: int
    snippet: str
    marks: tuple[tuple[int, int], ...]


def parts(words: str) -> tuple[str, ...]:
    """The words and quoted phrases of what somebody typed, each as its words between single blanks; at most 64 of them count."""
    found: list[str] = []
    for phrase, word in _PARTS.findall(words.translate(_QUOTES)):
        plain = "".join(c for c in unicodedata.normalize("NFKD", phrase or word) if not unicodedata.combining(c))
        made = " ".join("".join(c if c.isalnum() else " " for c in plain).split())
        if made:
            found.append(made)
    return tuple(dict.fromkeys(found))[:_MOST_PARTS]


def find(connection: Connection, dialect: str, words: str, within: Select[tuple[int]], limit: int) -> list[Found]:
    """The best reports among those that `within` selects by row number, best first; those of one rank in the order they arrived."""
    wanted = parts(words)
    if not wanted:
        return []
    return (_postgresql if dialect == "postgresql" else _sqlite)(connection, wanted, within, limit)


def _sqlite(connection: Connection, wanted: tuple[str, ...], within: Select[tuple[int]], limit: int) -> list[Found]:
    index = table("report_words", column("rowid"))
    match = text("report_words MATCH :words").bindparams(bindparam("words", " AND ".join(f'"{part}"' for part in wanted)))
    # bm25 weighs a word of the title four times; the less the better.
    rank = literal_column("bm25(report_words, 4.0, 1.0)", Float)
    snippet = func.snippet(literal_column("report_words"), 1, _OPEN, _CLOSE, " … ", _WORDS_SHOWN, type_=Text)
    query = select(index.c.rowid, snippet.label("piece")).select_from(index).where(match, index.c.rowid.in_(within)).order_by(rank, index.c.rowid).limit(limit)
    return [_found(int(row[0]), row[1]) for row in connection.execute(query)]


def _postgresql(connection: Connection, wanted: tuple[str, ...], within: Select[tuple[int]], limit: int) -> list[Found]:
    index = table("report_words", column("report"), column("words"))
    english: ColumnElement[Any] = literal_column("'pg_catalog.english'::regconfig")
    query: ColumnElement[Any] = func.phraseto_tsquery(english, literal(wanted[0]))
    for part in wanted[1:]:
        query = query.op("&&")(func.phraseto_tsquery(english, literal(part)))
    best = (
        select(index.c.report, func.ts_rank_cd(index.c.words, query).label("rank"))
        .where(index.c.words.op("@@")(query), index.c.report.in_(within))
        .order_by(literal_column("rank").desc(), index.c.report)
        .limit(limit)
        .subquery()
    )
    options = f"StartSel={_OPEN}, StopSel={_CLOSE}, MaxWords={_WORDS_SHOWN}, MinWords={_WORDS_SHOWN // 2}, MaxFragments=2, FragmentDelimiter= … "
    piece = func.ts_headline(english, t.reports.c.text, query, options, type_=Text)
    shown = select(best.c.report, piece).join(t.reports, t.reports.c.seq == best.c.report).order_by(best.c.rank.desc(), best.c.report)
    return [_found(int(row[0]), row[1]) for row in connection.execute(shown)]


def _found(seq: int, piece: str | None) -> Found:
    made: list[str] = []
    marks: list[tuple[int, int]] = []
    at, start = 0, None
    for token in re.split(f"([{_OPEN}{_CLOSE}])", re.sub(r"\s+", " ", piece or "").strip()):
        if token == _OPEN:
            start = at
        elif token == _CLOSE:
            if start is not None and start < at:
                marks.append((start, at))
            start = None
        else:
            made.append(token)
            at += len(token)
    return Found(seq, "".join(made), tuple(marks))


def agrees(connection: Connection, dialect: str) -> bool:
    """Whether the index holds exactly the words of the stored titles and texts. On SQLite that asks for a connection that may write, though it changes nothing."""
    if dialect == "postgresql":
        index = table("report_words", column("report"), column("words"))
        right = func.onrecord_words(t.reports.c.title, t.reports.c.text)
        wrong = select(func.count()).select_from(t.reports.outerjoin(index, index.c.report == t.reports.c.seq)).where(index.c.words.is_distinct_from(right))
        return connection.execute(wrong).scalar() == 0
    try:
        connection.exec_driver_sql("INSERT INTO report_words(report_words, rank) VALUES ('integrity-check', 1)")
    except Exception as error:
        # SQLITE_CORRUPT_VTAB says that it does not; anything else is another matter.
        if getattr(getattr(error, "orig", None), "sqlite_errorcode", 0) & 0xFF == 11:
            return False
        raise
    return True
