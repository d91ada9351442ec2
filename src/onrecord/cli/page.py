"""The dossier page on a terminal, with rich. Nothing of a report's text can steer the terminal: control characters are taken out."""

from __future__ import annotations

import unicodedata
from typing import IO

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from onrecord.export.page_parts import Dossier, Entry, Section

_WIDEST = 100
_KEEP = frozenset({"\n"})


def safe(text: str) -> str:
    """The text without control, format and surrogate characters, so that it cannot move a cursor or reorder a line."""
    return "".join(c if c in _KEEP or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co") else " " for c in text)


def safe_line(text: str) -> str:
    """A name or a message in one line: line breaks are spaces, bytes of a file's name that are no UTF-8 escapes ("caf\\udce9.txt")."""
    return " ".join(safe(text.encode("utf-8", "backslashreplace").decode("utf-8")).splitlines())


class Renderer:
    """Prints dossiers to a stream; `colour` off gives plain text."""

    def __init__(self, out: IO[str], width: int | None, colour: bool) -> None:
        self.console = Console(
            file=out, width=width or None, no_color=not colour, force_terminal=colour or None, color_system="standard" if colour else None, highlight=False,
            soft_wrap=False, legacy_windows=False,
        )  # fmt: skip
        self.width = width or min(_WIDEST, self.console.width)
        self.console.width = self.width

    def show(self, dossier: Dossier) -> None:
        say = self.console.print
        say()
        if dossier.fictional:
            say(Text(" FICTIONAL - a sample by the OnRecord authors; all in it is invented ", style="reverse"))
            say()
        say(Text(safe(dossier.title), style="bold"))
        for label, value in dossier.header:
            say(_fact(label, value, 0))
        for note in dossier.notes:
            say(_fact("Text", note, 0))
        for section in dossier.sections:
            self._section(section)
        say()

    def _section(self, section: Section) -> None:
        self.console.print()
        self.console.print(Rule(Text(safe(section.title), style="bold"), align="left", characters="─", style="dim"))
        for entry in section.entries:
            self._entry(entry)

    def _entry(self, entry: Entry) -> None:
        line = Text()
        for piece in entry.words:
            line.append(safe(piece.text), style="bold" if piece.strong else "")
        lead = 2 + 4 * entry.indent
        bullet = "↳ " if entry.indent else "• "
        body = Text(bullet, style="dim") + line
        self.console.print(Padding(_hang(body, self.width - lead), (0, 0, 0, lead)))
        for label, value in entry.facts:
            self.console.print(Padding(_fact(label, value, 0), (0, 0, 0, lead + 2)))
        if entry.tag:
            self.console.print(Padding(Text(safe(entry.tag), style="dim"), (0, 0, 0, lead + 2)))


def _fact(label: str, value: str, indent: int) -> Text:
    return Text(" " * indent) + Text(f"{safe(label)}: ", style="cyan") + Text(safe(value))


def _hang(text: Text, width: int) -> Text:
    """Wrapped with the second and further lines under the words, not under the bullet."""
    console = Console(width=max(20, width - 2), file=None)
    lines = text.wrap(console, max(20, width - 2))
    made = Text()
    for number, line in enumerate(lines):
        line.rstrip()
        made.append("\n  " if number else "")
        made.append_text(line)
    return made
