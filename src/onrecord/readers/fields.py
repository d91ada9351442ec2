"""What a plain text says of itself in its head and tail: title, byline, dateline, publisher, date of publication.

Each fact carries the span it was read from. A fact that is not stated stays None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from onrecord.lexicon import outlets
from onrecord.model.common import Published, Stated
from onrecord.model.span import Span
from onrecord.readers._data import agencies, caption_openers, headline_labels, outlet_words, section_words
from onrecord.readers.dates import Dated, find_written, has_ambiguous_numeric, month_day, parse_any
from onrecord.readers.furniture import is_furniture
from onrecord.readers.letterheads import is_letterhead
from onrecord.readers.lines import Line, lines_of, no_room, wrap_width

FICTIONAL = "FICTIONAL SAMPLE"
_HEAD_LINES = 14
_TAIL_LINES = 6

_U = r"A-ZÀ-ÖØ-ÞŁŚŞŠŽĆČĐĞİ"
_NAME_WORD = rf"(?:[{_U}][\w'’.\-]*|(?:de|del|della|da|dos|du|van|von|der|den|el|al|bin|ibn|bint|la|le|ten|ter)\b)"
_NAME = rf"[{_U}][\w'’.\-]*(?:\s+{_NAME_WORD}){{1,4}}"
_NAMES = rf"{_NAME}(?:(?:,\s+(?:and\s+)?|\s+(?:and|&)\s+){_NAME}){{0,5}}"
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY|Written [Bb]y|Author:|From)\s+(?P<names>{_NAMES})(?P<rest>(?:\s*[,|/•·–—-]\s*|\s+(?:in|for)\s+).{{2,80}})?\s*"
)
_CREDIT = re.compile(rf"\(?(?:[Rr]eporting|[Ww]riting|Written) by (?P<names>{_NAMES})")
_SIGNED = re.compile(rf"(?P<names>{_NAMES})\s*(?:,|\||/|-|–|—)\s*(?P<outlet>[\w .&'’\-]{{2,40}})")
_CAPS_PLACE = rf"[{_U}][{_U}'’.\-]*[{_U}](?:[ /][{_U}][{_U}'’.\-]+){{0,4}}"
_CAP_PLACE = rf"[{_U}][\w'’.\-]+(?:[ /](?:(?:of|de|del|da|do|dos|la|le|les|el|al|sur|upon|the) ){{0,2}}[{_U}][\w'’.\-]+){{0,3}}"
_REGION = rf"(?:,\s*(?:{_CAP_PLACE}\.?|{_CAPS_PLACE})(?=\s*[,(\-–—―:]|\s+[^\x00-\x7f]|\s*$|\s+\())"
_SEPARATOR = r"\s*(?P<sep>(?<=\))\.?\s?[-–—]+|—|–|―|--+|(?<=\s)-(?=\s)|(?<=\))-|:(?=\s)|(?<=\s)[^\x00-\x7f]{1,3}(?=\s))\s*"
_AGENCY = r"(?:\s*\((?P<agency>[^()\n]{2,40})\))"
_LABEL = re.compile(
    r"(?P<label>(?:first )?published(?:\s+(?:on|at))?|publication date|date published|posted(?:\s+(?:on|at))?|date|tx|issued(?:\s+on)?|(?:situation |data |information )?as of)"
    r"\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_BELOW = re.compile(r"\(?dated\)?\s*:?\s+(?=\S)", re.IGNORECASE)
_SIGNED_BY = re.compile(r"\(signed\)\s*:?\s+(?=\S)", re.IGNORECASE)
_LONG_TITLE = 36
_SENTENCE = 8  # words behind a dash from which on they are a sentence and no heading
_FEW_WORDS = 5
_HEADLINE = 20  # words of a headline behind a land and a colon
_FOLDS = 3  # lines of a headline in a narrow column
_INNER_STOP = re.compile(rf"[a-z]{{3,}}[.!][\"”]?\s+[{_U}]")
_OPENING_AGENCY = re.compile(r"\((?P<agency>[A-Z][\w .&-]{1,30})\)\s*(?:--?|–|—)?\s*(?=[A-Z\"“])")
_CAPTION = re.compile(r"(?P<opener>\w+(?: photo)?)(?:\s*:|\s+(?:copyright|caption|highlights)\b)", re.IGNORECASE)
_NOTE = re.compile(r"(?:correction|clarification|editor['’]s note|note to editors|update)\b.{0,40}?[:—–]", re.IGNORECASE)
# "By Ada Lind | Published March 9, 2026", "Update as of 06:00, 12 March 2026", "Issued 8 March 2026. Based on ..."
_DAY_WITHIN = re.compile(r"(?:^|[|•·]\s*)(?:published|posted|issued)(?:\s+on)?:?\s+|^[\w .-]{0,60}\bas of (?:\d{1,2}[:.]\d{2}(?:\s?[A-Z]{2,5})?,?\s+)?", re.IGNORECASE)
_TITLE_LABEL = re.compile(r"(?:title|headline|subject)\s*:\s*", re.IGNORECASE)
_PUBLISHER_LABEL = re.compile(r"(?:publisher|source|publication|outlet)\s*:\s*(?P<value>[^\s].{1,60})", re.IGNORECASE)
_COPYRIGHT = re.compile(
    rf"(?:©|\(c\)|copyright(?:\s*(?:©|\(c\)))?)\s*(?:by\s+)?(?:\d{{4}}(?:\s*[-–]\s*\d{{2,4}})?\s*,?\s*)?(?:by\s+)?(?P<owner>[{_U}][^.|\n©]{{1,60}}?)"
    r"(?:,?\s+\d{4})?\s*(?:[.|,]?\s*all rights reserved.*|[.|].*)?",
    re.IGNORECASE,
)
_ORNAMENTS = "\U0001f4c5\U0001f4c6\U0001f5d3\U0001f550\u23f0\u231a\ufe0f*#_~ "
_DATE_ONLY_WORDS = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:mon|tue|wed|thu|fri|sat|sun)\b|\b(?:at|on|gmt|utc|est|edt|bst|cet|am|pm|a\.m\.|p\.m\.)|\d{1,2}[:.]\d{2}|[\s,.|()\-–—:]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline's parts: value span, the separator after it, agency and full date where given."""

    start: int
    end: int
    separator: tuple[int, int]
    agency: tuple[int, int] | None
    date: Dated | None


@dataclass(frozen=True, slots=True)
class Fields:
    """What the text states of itself; each None where it does not."""

    title: Stated | None = None
    byline: Stated | None = None
    dateline: Stated | None = None
    publisher: Stated | None = None
    published: Published | None = None
    fictional: bool = False
    ambiguous_date: Span | None = None


def _stated(text: str, start: int, end: int, value: str | None = None) -> Stated:
    span = Span.of(text, start, end)
    return Stated(value if value is not None else " ".join(span.quote.split()), "text", (span,))


def fictional_header(text: str) -> tuple[int, int] | None:
    """Where the first lines say that the text is an invented sample: offsets of that line, else None."""
    for line in lines_of(text, limit=4):
        if line.text.startswith(FICTIONAL):
            return line.start, line.end
    return None


def match_dateline(text: str, line: Line) -> Dateline | None:
    """The dateline that opens a line ("GENEVA, March 3 (Agency) - "), None where the line opens with its sentence.

    A place in capitals is enough; one in title case needs a date or an agency after it, or its land and a sentence behind a dash, and so does any place
    in a line that is all capitals.
    """
    day = month_day().pattern
    shouting = line.text.upper() == line.text
    if (bracketed := _bracketed_dateline(line)) is not None:
        return bracketed
    match = re.compile(
        rf"(?P<place>(?:{_CAPS_PLACE}|{_CAP_PLACE}))(?P<regions>{_REGION}{{0,2}}?)"
        rf"(?P<date>,?\s+(?:on\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?i:{day})(?:,?\s+(?:\d{{4}}|'?\d{{2}})(?!\d))?)?{_AGENCY}?{_SEPARATOR}"
        r"(?:\[[A-Z ]{3,30}\]\s*)*(?=[A-ZÀ-Þ0-9\"“‘'«(\[…$€£])",
    ).match(line.text[:200])
    if match is None or (len(line.text) - match.end() < 20 and not _goes_on(text, line)):
        return None
    if match["place"].strip().casefold() in headline_labels():
        return None
    firm = bool(match["date"] or match["agency"])
    capitals = re.fullmatch(_CAPS_PLACE, match["place"]) is not None
    rest = line.text[match.end() :]
    # "Lashio, Myanmar – Jets struck a market on Thursday, residents said.": a town and its land, a dash, and a whole sentence behind it
    told = bool(match["regions"].strip(" ,")) and match["sep"].strip() in ("–", "—", "-", "--") and line.text[match.start("sep") - 1].isspace() and len(rest.split()) >= _SENTENCE and re.search(r"[.!?][\"”’)]*$", rest) is not None and not shouting
    if not firm and not told and (shouting or not capitals or len(match["place"]) < 3):
        return None
    if not firm and match["sep"] != ":" and not _goes_on(text, line) and not re.search(r"[.!?…\"”»][)\]]?$", rest) and len(rest.split()) <= _FEW_WORDS:
        return None  # "LOM WATCH – Civilian Protection Monitor": a masthead
    if not firm and match["sep"].strip() == ":" and not text[: line.start].strip() and not _goes_on(text, line) and not re.search(r"[.!?…\"”»][)\]]?$", rest) and len(rest.split()) <= _HEADLINE:
        return None  # "HERONLAND: Diplomats ordered out": the first line of all, and no sentence with its stop: a headline
    odd = match["sep"][0] > "\x7f" and match["sep"] not in "—–―"
    if (odd and not firm and not told and not match["regions"] and not capitals) or (match["sep"] == ":" and not capitals):
        return None
    agency = (line.start + match.start("agency"), line.start + match.end("agency")) if match["agency"] else None
    end = match.end("agency") + 1 if match["agency"] else match.end("date") if match["date"] else match.end("regions")
    dated = find_written(match["date"]) if match["date"] else None
    return Dateline(line.start, line.start + end, (line.start + end, line.start + match.end("sep")), agency, dated)


def _goes_on(text: str, line: Line) -> bool:
    """Whether the next line continues this one: in a narrow column little stands beside a dateline."""
    return not line.terminal and re.match(r"[ \t]*(?:\r\n|\r|\n)[ \t]*[^\W\d_]", text[line.end : line.end + 200]) is not None


def _bracketed_dateline(line: Line) -> Dateline | None:
    """The dateline of a release: "(Geneva) - ", "(New York, March 3, 2024) - "."""
    match = re.match(
        rf"\((?P<words>{_CAP_PLACE}(?:,\s*{_CAP_PLACE})?(?P<date>,\s+(?i:{month_day().pattern})(?:,?\s+\d{{4}})?)?)\)\s*(?P<sep>—|–|―|--+|-)\s*(?=[A-ZÀ-Þ0-9\"“‘'«])", line.text[:200]
    )
    if match is None or len(line.text) - match.end() < 20 or match["words"].isupper():
        return None  # letters in brackets: "(DAS) -- the agency"
    dated = find_written(match["date"]) if match["date"] else None
    return Dateline(line.start + match.start("words"), line.start + match.end("words"), (line.start + match.end("words"), line.start + match.end("sep")), None, dated)


def _is_byline(lines: list[Line], at: int) -> re.Match[str] | None:
    line = lines[at]
    if len(line.text) > 140 or line.words > 20:
        return None
    alone = line.after_blank and (at + 1 >= len(lines) or lines[at + 1].after_blank)
    if not alone and all(near.text.isupper() for near in lines[at : at + 3]):  # in a text of capitals "BY" opens any wrapped line
        return None
    if match := _BYLINE.fullmatch(line.text):
        return match
    signed = _SIGNED.fullmatch(line.text)
    if signed and signed["outlet"].strip().lower() in agencies():
        return signed
    return None


def _date_line(line: Line) -> Dated | None:
    """The full date of a line that says nothing else, or of a labelled one ("Published: 3 March 2024")."""
    if len(line.text) > 90:
        return None
    label = _LABEL.match(line.text)
    body = line.text[label.end() :] if label else line.text
    found = parse_any(body) if label else find_written(body)
    if found is None or found.granularity in ("year", "month"):
        return None
    rest = body[: found.start] + body[found.end :]
    if not label and re.fullmatch(rf"(?:{_CAP_PLACE}|{_CAPS_PLACE})(?:,\s*|\s+[-–—]\s+)", body[: found.start]) and not body[found.end :].strip(" ."):
        return found  # "Lom, 12 March 2026": where and when a paper was signed
    if not label and _DATE_ONLY_WORDS.sub("", rest).strip(_ORNAMENTS):
        # "Thursday, March 12, 2026 | COURTS": beside a day the section of the paper
        parts = [part.strip() for part in re.split(r"[|•·]", body)]
        days = [part for part in parts if (day := find_written(part)) is not None and not _DATE_ONLY_WORDS.sub("", part[: day.start] + part[day.end :])]
        return found if len(parts) == 2 and len(days) == 1 and all(_is_section(part) for part in parts if part not in days) else None
    if label and len(_DATE_ONLY_WORDS.sub("", rest)) > 40:
        return None
    return found


def _date_within(line: Line) -> Dated | None:
    """The day that a line gives behind a label of its own, whatever else it says; a sentence of news has none."""
    label = _DAY_WITHIN.search(line.text[:160])
    if label is None or line.words > 24:
        return None
    found = find_written(line.text[label.end() :])
    return found if found is not None and found.start == 0 and found.granularity not in ("year", "month") else None


def _is_title(lines: list[Line], at: int, width: int | None) -> bool:
    """Whether a line is a headline: short, no sentence's end, with body text after it that is not its continuation."""
    line = lines[at]
    following = lines[at + 1 :]
    # The first line of all that stands apart is a headline even where it is long or of two sentences.
    apart = at == 0 and bool(following) and following[0].after_blank and line.text[-1] not in ".,;:" and line.words <= _LONG_TITLE
    if not following or line.words < 2 or (not apart and (line.words > 22 or len(line.text) > 160)):
        return False
    if line.text[-1] in ".,;:" and not re.search(r"\b(?:[A-Z]\.){2,}$|\.\.\.$", line.text):
        return False
    if not re.match(rf"[\"“‘'«(\[¿¡$€£#]*[{_U}\d]", line.text):
        return False
    nearest = following[0]
    if not nearest.after_blank and (nearest.text[0].islower() or (width is not None and not _parted(lines, at, width))):
        return False
    if line.text.isupper() and all(near.text.isupper() for near in following[:3]) and not nearest.after_blank and not _of_head(lines, at + 1):
        return False
    caption = _CAPTION.match(line.text)
    if caption is not None and caption["opener"].lower() in caption_openers():
        return False
    if (_INNER_STOP.search(line.text) and not apart) or is_furniture(line.text):
        return False
    if width is not None and any(body.words >= 4 and no_room(body, after, width) for body, after in pairwise(following[:8]) if not after.after_blank):
        return True  # lines of a narrow column hold few words
    return any(body.words >= 8 and (body.terminal or body.words > line.words) for body in following[:8])


def _folded_title(lines: list[Line], width: int | None) -> int:
    """How many lines a headline takes that the width has folded: those before the first line of the head that tells outlet, author or day; 0 where it is one line."""
    if width is None or not lines or lines[0].text[:1].islower():
        return 0
    for at in range(1, min(_FOLDS + 1, len(lines) - 1)):
        if lines[at].after_blank or lines[at - 1].terminal:
            return 0
        if _of_head(lines, at):
            return at if at > 1 and all(no_room(a, b, width) for a, b in pairwise(lines[:at])) else 0
    return 0


def _parted(lines: list[Line], at: int, width: int) -> bool:
    """Whether the break behind a line of a wrapped text is the author's: the next word had room, or the next line is of the report's head."""
    following = lines[at + 1]
    return not no_room(lines[at], following, width) or _of_head(lines, at + 1)


def _of_head(lines: list[Line], at: int) -> bool:
    """Whether a line tells outlet, author or day, as the head of a report does."""
    return _is_outlet(lines[at]) or _date_line(lines[at]) is not None or _is_byline(lines, at) is not None


def _publisher_of_tail(text: str, lines: list[Line]) -> Stated | None:
    for line in lines[-_TAIL_LINES:]:
        if len(line.text) > 200:
            continue
        match = _COPYRIGHT.fullmatch(line.text)
        if match and line.words <= 16 and not match["owner"].lower().startswith(("all rights", "the author")):
            return _stated(text, line.start + match.start("owner"), line.start + len(line.text[: match.end("owner")].rstrip(" ,")))
    return None


def outlet_tail(title: str) -> tuple[int, int] | None:
    """Where a headline ends in its outlet's name (" - The Harbour Gazette", " | Delta News"): offsets of the name, else None."""
    match = re.search(rf"\s(?:[|–—-])\s(?P<outlet>(?:The\s+)?[{_U}0-9][\w.&'’-]*(?:\s+[{_U}0-9&][\w.&'’-]*){{0,4}})$", title)
    if match is None or match.start() < 12:
        return None
    words = re.findall(r"[\w]+", match["outlet"].lower())
    return (match.start("outlet"), match.end("outlet")) if any(word in outlet_words() for word in words) else None


def _is_outlet(line: Line) -> bool:
    """Whether a line is an outlet's name and nothing else ("Saltmarsh Herald"): few words with capitals, the last an outlet's word, one of its own among them."""
    if not 1 <= line.words <= 5 or line.terminal or re.fullmatch(rf"(?:The\s+)?[{_U}0-9][\w.&'’-]*(?:\s+(?:[{_U}0-9&][\w.&'’-]*|of|and))*", line.text) is None:
        return False
    words = re.findall(r"[\w'’]+", line.text.lower())
    if line.text.lower() in agencies() or outlets.listed(line.text):
        return True
    rhythm = next((w for w in words if w != "the"), "") in ("daily", "morning", "evening", "sunday", "weekly") and len(words) > 1
    return rhythm or (words[-1] in outlet_words() and any(word not in outlet_words() and word not in section_words() for word in words))


def _publisher_of_title(text: str, title: Stated | None) -> Stated | None:
    found = outlet_tail(title.spans[0].quote) if title is not None else None
    if title is None or found is None:
        return None
    start = title.spans[0].start
    return _stated(text, start + found[0], start + found[1])


@dataclass(slots=True)
class _Head:
    """Facts collected while reading the head line by line. `credit` is who is credited with the report: its publisher only where no outlet is named."""

    title: Stated | None = None
    byline: Stated | None = None
    dateline: Stated | None = None
    publisher: Stated | None = None
    credit: Stated | None = None
    published: Published | None = None
    ambiguous: Span | None = None


def _publisher_from(text: str, head: _Head, line: Line, dateline: Dateline) -> None:
    head.dateline = _stated(text, dateline.start, dateline.end)
    if dateline.agency and not any(c.isdigit() for c in text[slice(*dateline.agency)]):
        head.credit = _stated(text, *dateline.agency)
    if dateline.date and head.published is None:
        head.published = Published(dateline.date.value, dateline.date.granularity, "text")


def _read_head(text: str, lines: list[Line], width: int | None) -> _Head:
    head = _Head()
    passed = False  # a line of unknown kind went by: what follows is no headline
    folded = _folded_title(lines, width)
    if folded:
        words = text[lines[0].start : lines[folded - 1].end]
        head.title = _stated(text, lines[0].start, lines[folded - 1].end, " ".join(re.sub(r"(?<=\w)-\s+", "-", words).split()))
    for at, line in enumerate(lines[:_HEAD_LINES]):
        if at < folded:
            continue
        if dateline := match_dateline(text, line):
            _publisher_from(text, head, line, dateline)
            break
        opening = _OPENING_AGENCY.match(line.text)
        if opening and opening["agency"].lower() in agencies() and line.words > 8:
            head.credit = _stated(text, line.start + opening.start("agency"), line.start + opening.end("agency"))
            break
        if byline := _is_byline(lines, at):
            head.byline = head.byline or _stated(text, line.start + byline.start("names"), line.start + byline.end("names"))
            if head.published is None and (found := _date_within(line)) is not None:
                head.published = Published(found.value, found.granularity, "text")
            outlet = byline.groupdict().get("outlet")
            if outlet:
                head.credit = _stated(text, line.start + byline.start("outlet"), line.start + byline.end("outlet"))
            continue
        if _NOTE.match(line.text):
            continue  # what is put right stands above the report
        if found := _date_line(line) or _date_within(line):
            head.published = head.published or Published(found.value, found.granularity, "text")
            continue
        if _is_ambiguous_date(line):
            head.ambiguous = Span.of(text, line.start, line.end)
            continue
        if match := _PUBLISHER_LABEL.fullmatch(line.text):
            head.publisher = head.publisher or _stated(text, line.start + match.start("value"), line.start + match.end("value"))
            continue
        if is_furniture(line.text):
            continue
        if head.title is None and is_letterhead(line.text):
            head.publisher = head.publisher or _stated(text, line.start, line.end)  # a paper of state names who issues it
            continue
        # "The Lantern": between headline and day a name with its article is the outlet's.
        named = head.title is not None and line.words <= 4 and line.text.istitle() and line.text.startswith("The ") and at + 1 < len(lines) and _date_line(lines[at + 1]) is not None
        if (named or _is_outlet(line)) and (head.title is not None or (at + 1 < len(lines) and _is_title(lines, at + 1, width))):
            head.publisher = head.publisher or _stated(text, line.start, line.end)
            continue
        if head.title is None and not passed and _is_title(lines, at, width):
            label = _TITLE_LABEL.match(line.text)
            head.title = _stated(text, line.start + (label.end() if label else 0), line.end)
            continue
        if line.words > 12 or line.terminal:
            break
        passed = True
    return head


def _is_section(words: str) -> bool:
    """ "COURTS", "World News": what stands beside the day on a page; "Rebels attack" is a headline."""
    return words.isalpha() or all(word in section_words() or word in outlet_words() for word in words.lower().split())


def _is_ambiguous_date(line: Line) -> bool:
    if len(line.text) >= 60 or not has_ambiguous_numeric(line.text):
        return False
    return not _DATE_ONLY_WORDS.sub("", re.sub(r"[\d/]", "", _LABEL.sub("", line.text)))


def _reporting_credit(text: str, lines: list[Line]) -> Stated | None:
    for line in lines[-_TAIL_LINES:]:
        if len(line.text) < 300 and (match := _CREDIT.match(line.text)):
            return _stated(text, line.start + match.start("names"), line.start + match.end("names"))
    return None


def _dated_below(lines: list[Line]) -> Published | None:
    """The day that stands below a signed text: "(Dated) 12 January 1990, San Salvador", "(Signed) Dockers' Union, 1 August 1989"."""
    for line in lines[-_TAIL_LINES:]:
        label = _BELOW.match(line.text) if len(line.text) <= 90 else None
        found = find_written(line.text[label.end() :]) if label else None
        if label is not None and found is not None and found.start == 0 and found.granularity not in ("year", "month"):
            return Published(found.value, found.granularity, "text")
        signed = find_written(line.text) if len(line.text) <= 90 and _SIGNED_BY.match(line.text) else None
        if signed is not None and signed.granularity not in ("year", "month") and not line.text[signed.end :].strip(" ."):
            return Published(signed.value, signed.granularity, "text")
    return None


def read_fields(text: str) -> Fields:
    """What a plain text states of itself. Linear in the text's length; only head and tail are examined closely."""
    header = fictional_header(text)
    lines = lines_of(text, limit=400)
    width = wrap_width(lines)
    content = [line for line in lines if header is None or line.start != header[0]]
    head = _read_head(text, content, width)
    tail = content if len(lines) < 400 else lines_of(text[-5_000:])
    offset = 0 if len(lines) < 400 else len(text) - min(len(text), 5_000)
    tail = [Line(line.start + offset, line.end + offset, line.text, line.after_blank) for line in tail[-_TAIL_LINES:]]
    published = head.published or _dated_below(tail)
    return Fields(
        title=head.title,
        byline=head.byline or _reporting_credit(text, tail),
        dateline=head.dateline,
        publisher=head.publisher or _publisher_of_title(text, head.title) or _publisher_of_tail(text, tail) or head.credit,
        published=published,
        fictional=header is not None,
        ambiguous_date=head.ambiguous if published is None else None,
    )
