"""From bytes to text: declared charset, byte-order mark, strict UTF-8, detection; says so when unsure, refuses what is no text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from onrecord.errors import InputError
from onrecord.readers.letters import by_letters

MAX_BYTES = 20_000_000
MAX_CHARACTERS = 1_000_000
_SNIFF = 4096
_HTML_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
_DETECT = 200_000

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ\x00", "xz-compressed data"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF media file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"OggS", "an Ogg media file"),
    (b"ID3", "an MP3 file"),
    (b"\x00\x00\x00\x18ftyp", "an MP4 file"),
    (b"\x00\x00\x00\x20ftyp", "an MP4 file"),
    (b"{\\rtf", "an RTF document"),
)
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:\-]{2,40})""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:\-]{2,40})["']""", re.IGNORECASE)
_HEADER_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:\-]{2,40})""", re.IGNORECASE)
# As browsers do: pages that declare Latin-1 or ASCII are written in Windows-1252, whose quotes and dashes Latin-1 lacks.
# Codecs that are no charset of a text, and charsets that write everything in seven bits.
_NO_CHARSETS = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "unicode_escape", "raw_unicode_escape", "charmap", "palmos"})
_SEVEN_BIT = frozenset({"hz", "utf-7", "iso2022_jp", "iso2022_kr"})
_ASCII = bytes(range(0x20, 0x7F))
_SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932"}


@dataclass(frozen=True, slots=True)
class Note:
    """Something to say about the decoding: an issue's code, severity and message, before the report has an id."""

    code: str
    severity: str
    message: str


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of some bytes, the charset that made it, and what was unsure."""

    text: str
    charset: str
    notes: tuple[Note, ...] = ()


def decode(name: str, data: bytes, *, content_type: str | None = None, markup: bool = False, max_bytes: int = MAX_BYTES) -> Decoded:
    """The text of `data`. A byte-order mark wins, then strict UTF-8, then the declared charset, then detection.

    `content_type` is a header such as `text/html; charset=koi8-r`; with `markup` a <meta> or XML declaration counts as well.
    The byte-order mark is no part of the text. Raises InputError where the data are too large or no text.
    """
    decoded = _decoded(name, data, content_type, markup, max_bytes)
    zeros = decoded.text.count("\x00")
    if not zeros:
        return decoded
    said = Note("zero_bytes", "warning", f"the text holds {zeros:,} zero byte(s), which no text has: it may be damaged there")
    return Decoded(decoded.text, decoded.charset, (*decoded.notes, said))


def _decoded(name: str, data: bytes, content_type: str | None, markup: bool, max_bytes: int) -> Decoded:
    if len(data) > max_bytes:
        raise InputError(name, f"holds {len(data):,} bytes; the limit for one report is {max_bytes:,}")
    marked = next(((bom, charset) for bom, charset in _BOMS if data.startswith(bom)), None)
    if marked is None:
        _refuse_binary(name, data)
    if marked:
        return _lenient(data[len(marked[0]) :], _endian(marked[0], marked[1]), "the byte-order mark says")
    declared = _declared(data, content_type, markup)
    wide = _wide_without_mark(data)
    if wide:
        stated = declared is not None and _canonical(wide).startswith(_canonical(declared))
        said = () if stated else (Note("charset_detected", "info", f"{_said(declared)}; read as {wide} by its zero bytes"),)
        return Decoded(data.decode(wide, "replace"), wide, said)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, declared)
    if declared and _canonical(declared) in _SEVEN_BIT:
        return _lenient(data, declared, "it is declared")
    if declared and not text.isascii() and _canonical(declared) != "utf-8":
        return Decoded(text, "utf-8", (Note("charset_detected", "info", f"{_said(declared)}, but all of it is UTF-8 and was read so"),))
    return Decoded(text, "utf-8")


def check_length(name: str, text: str, limit: int = MAX_CHARACTERS) -> None:
    """Raise InputError where one report's text is longer than any news text is."""
    if len(text) > limit:
        raise InputError(name, f"holds {len(text):,} characters of text; the limit for one report is {limit:,}")


def looks_like_markup(data: bytes) -> bool:
    """Whether the first bytes open an HTML page."""
    head = data[:_SNIFF].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<meta ", b"<title")):
        return True
    if head.startswith((b"<?xml", b"<!--", b"<!doctype")):
        return b"<html" in head
    return False


def is_html(name: str, data: bytes, content_type: str | None = None) -> bool:
    """Whether `content_type`, the name's ending or the first bytes say that this is a web page."""
    kind = (content_type or "").split(";")[0].strip().lower()
    if kind in ("text/html", "application/xhtml+xml"):
        return True
    return kind != "text/plain" and (name.lower().endswith(_HTML_SUFFIXES) or looks_like_markup(data))


def _endian(bom: bytes, charset: str) -> str:
    if charset == "utf-8":
        return charset
    return charset + ("-le" if bom in (codecs.BOM_UTF16_LE, codecs.BOM_UTF32_LE) else "-be")


def binary_kind(data: bytes) -> str | None:
    """What some bytes are that are no text ("a PNG image"), None where they may be one."""
    known = next((what for magic, what in _MAGIC if data.startswith(magic)), "a tar archive" if data[257:262] == b"ustar" else None)
    head = data[:_SNIFF]
    if known or not head or _wide_without_mark(data):
        return known
    controls = sum(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in head)
    # Of random bytes 10.5 % are such: a line drawn there would be a throw of a coin. They are hardly ever UTF-8, and a text of another charset has next to none.
    few, share = (8, 0.1) if _is_utf8(head) else (3, 0.03)
    return f"binary data ({controls * 100 // len(head)} % control bytes)" if controls > few and controls > len(head) * share else None


def _is_utf8(head: bytes) -> bool:
    """Whether the first bytes of something are UTF-8, a sequence that is cut off at their end aside."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _refuse_binary(name: str, data: bytes) -> None:
    what = binary_kind(data)
    if what:
        raise InputError(name, f"is {what}, not a text")


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: zero bytes stand at every second (or all but every fourth) place of mostly ASCII text."""
    head = data[: _SNIFF - _SNIFF % 4]
    if len(head) < 8 or b"\x00" not in head:
        return None
    if len(head) % 4 == 0 and len(data) % 4 == 0:
        quads = len(head) // 4
        zeros = [head[k::4].count(0) / quads for k in range(4)]
        if min(zeros[1:]) > 0.8 and zeros[0] < 0.1:
            return "utf-32-le"
        if min(zeros[:3]) > 0.8 and zeros[3] < 0.1:
            return "utf-32-be"
    pairs = len(head) // 2
    even, odd = head[0::2].count(0) / pairs, head[1::2].count(0) / pairs
    if odd > 0.6 and even < 0.1:
        return "utf-16-le"
    if even > 0.6 and odd < 0.1:
        return "utf-16-be"
    return None


def _declared(data: bytes, content_type: str | None, markup: bool) -> str | None:
    if content_type and (match := _HEADER_CHARSET.search(content_type)):
        return match[1]
    if markup:
        found = _XML_CHARSET.search(data[:_SNIFF]) or _META_CHARSET.search(data[: _SNIFF * 4])
        if found:
            return found[1].decode("ascii")
    return None


def _said(declared: str | None) -> str:
    """What is declared, as a message opens with it."""
    return "no charset is declared" if declared is None else f"declared as {declared}"


def _canonical(charset: str) -> str:
    """The codec's name; any spelling that begins with UTF-8 is UTF-8."""
    if re.match(r"utf-?8", charset, re.IGNORECASE):
        return "utf-8"
    try:
        return codecs.lookup(charset).name
    except LookupError:
        return charset.lower()


def _decodes_text(charset: str, data: bytes) -> bool:
    """Whether a charset of that name can have made these bytes: known, a charset at all, and one that writes ASCII as ASCII, or else fits without a flaw."""
    name = _canonical(charset)
    if name in _NO_CHARSETS or name in _SEVEN_BIT:
        return False
    try:
        "".encode(charset)  # refuses codecs between bytes, such as base64
        if _ASCII.decode(charset) == _ASCII.decode("ascii"):
            return True
        return any(c.isalpha() for c in data.decode(charset)) and name.startswith(("utf-16", "utf-32"))
    except (LookupError, UnicodeError):
        return False


def _not_utf8(data: bytes, declared: str | None) -> Decoded:
    """Bytes that are no strict UTF-8: by declaration where that works, else damaged UTF-8, else detection."""
    if declared and _canonical(declared) != "utf-8" and _decodes_text(declared, data):
        return _lenient(data, _SUPERSETS.get(_canonical(declared), declared), _said(declared))
    notes: tuple[Note, ...] = ()
    if declared and _canonical(declared) != "utf-8":
        notes = (Note("charset_unknown", "warning", f"the declared charset {declared!r} is not known, or cannot be the one of these bytes"),)
    if _mostly_utf8(data):
        decoded = _lenient(data, "utf-8", "nearly all of it is UTF-8")
        return Decoded(decoded.text, decoded.charset, (*notes, *decoded.notes))
    return _detect(data, declared, notes)


def _mostly_utf8(data: bytes) -> bool:
    """Whether non-ASCII bytes mostly form valid UTF-8 sequences, so that only a few bytes are broken."""
    text = data[:_DETECT].decode("utf-8", "replace")
    broken = text.count("�")
    good = sum(character > "\x7f" for character in text) - broken
    return good > broken  # by chance, bytes of another charset hardly ever form such sequences


def _detect(data: bytes, declared: str | None, notes: tuple[Note, ...]) -> Decoded:
    """By its signs and letters where the text is in Latin letters, else by the detector's count of letters."""
    if _only_punctuation(data):
        charset: str | None = "cp1252"
    else:
        charset = by_letters(data[:_DETECT]) or getattr(from_bytes(data[:_DETECT]).best(), "encoding", None)
    if charset is None:
        decoded = _lenient(data, "utf-8", "no charset fits")
        return Decoded(decoded.text, decoded.charset, (*notes, *decoded.notes))
    if charset in ("ascii", "latin_1", "utf_8"):
        charset = "cp1252"
    decoded = _lenient(data, charset, "detected")
    said = Note("charset_detected", "warning", f"{_said(declared)}{', but' if declared else ' and'} the bytes are not UTF-8; read as {charset} by detection")
    if notes:  # the declaration was found wanting: one note that says both is enough
        said = Note("charset_detected", "warning", f"the bytes are not UTF-8; read as {charset} by detection")
    return Decoded(decoded.text, decoded.charset, (*notes, said, *decoded.notes))


def _only_punctuation(data: bytes) -> bool:
    """Whether all high bytes are Windows-1252 quotes, dashes, dots or spaces: too little for detection, and nearly always that charset."""
    high = {byte for byte in data[:_DETECT] if byte > 127}
    return high <= {0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xA0, 0xA3, 0xA9, 0xAB, 0xBB}


def _lenient(data: bytes, charset: str, why: str) -> Decoded:
    try:
        return Decoded(data.decode(charset), charset)
    except (UnicodeDecodeError, UnicodeError):
        text = data.decode(charset, "replace")
    count = text.count("�")
    message = f"{count} byte sequence(s) could not be read as {charset} ({why}) and stand as U+FFFD"
    return Decoded(text, charset, (Note("bytes_replaced", "warning", message),))
