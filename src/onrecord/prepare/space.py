"""White space and invisible characters: what hinders parsing goes, hard-wrapped lines are joined. Nothing visible is lost."""

from __future__ import annotations

import re
import unicodedata

from onrecord.model.text import Edit
from onrecord.readers.fields import match_dateline
from onrecord.readers.furniture import is_furniture
from onrecord.readers.lines import Line, lines_of, no_room, runs_on, wrap_width

KIND = "space"
_HEAD = 5  # lines in which a headline ends

_BREAKS = re.compile(r"\r\n|\r|\n?[\x0b\x0c]\n?|[\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    r"(?:\x1b\[[0-9;?]*[A-Za-z])+|"  # a terminal's colours, whole
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # controls that are no line break
    "\xad\u200b\u2060-\u2064\ufeff"  # soft hyphen, zero width
    "\u200e\u200f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]+"  # direction marks, annotation
)
_JOINERS = re.compile(r"[\u200c\u200d]+")
_SPACES = re.compile(r"[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
# "a report of the*Coastal Office": what is left of a link or of emphasis, not a letter left out ("f*ck").
_STAR = re.compile(r"(?<=[a-z])\*(?=[A-Z][a-z])|(?<=[a-z][,;:])\*(?=[A-Za-z])")
_DATELINE = re.compile(r"[A-ZÀ-ÖØ-Þ]{3}[^a-zß-ÿ]*(?:$|[,( ])")
_WORD = re.compile(r"[^\W\d_]+")


def invisible_edits(text: str) -> list[Edit]:
    """Line ends become one newline; controls, zero-width characters, soft hyphens and direction marks go."""
    edits = [Edit(m.start(), m.end(), "\n", KIND, "line_end") for m in _BREAKS.finditer(text)]
    taken = {edit.start for edit in edits}
    edits += [Edit(m.start(), m.end(), "", KIND, "invisible") for m in _INVISIBLE.finditer(text) if m.start() not in taken]
    for match in _JOINERS.finditer(text):
        # Joiners shape Arabic, Persian and Indic words and emoji; between Latin letters they are debris.
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if all(not near or near.isascii() or unicodedata.name(near, "").startswith("LATIN") for near in (before, after)):
            edits.append(Edit(match.start(), match.end(), "", KIND, "joiner"))
    return sorted(edits)


def spacing_edits(text: str) -> list[Edit]:
    """Runs of blanks become one space, as does a star that glues two words; blanks at the start and end of a line go."""
    edits: list[Edit] = [Edit(m.start(), m.end(), " ", KIND, "star") for m in _STAR.finditer(text)]
    for match in _SPACES.finditer(text):
        edge = match.start() == 0 or match.end() == len(text) or text[match.start() - 1] == "\n" or text[match.end()] == "\n"
        wanted = "" if edge else " "
        if match.group() != wanted:
            edits.append(Edit(match.start(), match.end(), wanted, KIND, "blanks"))
    return edits


def unwrap_edits(text: str, title: str = "") -> list[Edit]:
    """Line breaks that only a fixed width made become spaces; a paragraph's own break (blank line, indent, short line, headline) stays."""
    lines = lines_of(text)
    width = wrap_width(lines)
    words: frozenset[str] | None = None
    edits: list[Edit] = []
    for at in range(len(lines) - 1):
        line, following = lines[at], lines[at + 1]
        if following.after_blank or line.text == title or (at < _HEAD and title.endswith(f" {line.text}")) or not _continues(text, lines, at, width):
            continue
        joint = " "
        if line.text.endswith("-") and len(line.text) > 1 and line.text[-2].isalpha():
            if words is None:
                words = frozenset(word.lower() for word in _WORD.findall(text))
            joint = "-"
            if _whole(line.text, following.text) in words:
                joint = ""
            edits.append(Edit(line.end - 1, following.start, joint, KIND, "hyphen"))
            continue
        edits.append(Edit(line.end, following.start, joint, KIND, "unwrap"))
    return edits


def _continues(text: str, lines: list[Line], at: int, width: int | None) -> bool:
    line, following = lines[at], lines[at + 1]
    if width is None:
        return runs_on(line, following)  # too few lines to tell a width: the sentence tells
    if is_furniture(line.text) or is_furniture(following.text) or match_dateline(text, following) is not None:
        return False  # a share button, or the opening of a report, continues nothing
    if _indent(text, following) >= 2 and _indent(text, following) > _indent(text, line):
        return False
    if no_room(line, following, width) or (at and _after_dateline(lines[at - 1], line, following, width)):
        return True
    # A short line still runs on where its sentence does.
    return not line.terminal and (following.text[0].islower() or (line.text.isupper() and following.text.isupper()))


def _after_dateline(dateline: Line, line: Line, following: Line, width: int) -> bool:
    """Whether a line is short because its dateline was set apart from it: together they leave no room."""
    if line.after_blank or line.terminal or _DATELINE.match(dateline.text) is None:
        return False
    whole = Line(dateline.start, line.end, f"{dateline.text} - {line.text}", dateline.after_blank)
    return len(whole.text) <= width + 3 and no_room(whole, following, width)


def _indent(text: str, line: Line) -> int:
    begin = text.rfind("\n", 0, line.start) + 1
    return line.start - begin


def _whole(line: str, following: str) -> str:
    """The word that a hyphen at the line's end may have parted, lower case."""
    left, right = re.search(r"[^\W\d_]+(?=-$)", line), _WORD.match(following)
    return (left.group() + right.group()).lower() if left and right else ""
