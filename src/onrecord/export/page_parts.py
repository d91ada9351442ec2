"""What a page is made of, whoever shows it: pieces of words, entries, sections. Plain data, so that terminal and browser show the same."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words; `strong` where they are the trigger of an event."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the page: its words, the labelled facts below it, and how deep it is indented."""

    words: tuple[Piece, ...]
    facts: tuple[tuple[str, str], ...] = ()
    tag: str = ""
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """The page: a title, header facts, notes on the text as received, and sections in order, empty ones left out."""

    title: str
    fictional: bool
    header: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    sections: tuple[Section, ...]


def plain_words(entry: Entry) -> str:
    """An entry's words without what only shows where they were cut."""
    return "".join(p.text for p in entry.words).strip(" ….")
