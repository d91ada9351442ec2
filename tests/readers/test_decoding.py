"""Charsets: declared, marked, strict UTF-8, detected; an issue where unsure; no text is an error naming the input."""

from __future__ import annotations

import pytest

from onrecord.errors import InputError
from onrecord.readers import read_bytes
from onrecord.readers.decoding import Decoded, decode

TEXT = "The envoy said it wasn’t “over” – and José García agreed in Zürich."
RUSSIAN = (
    "Армия атаковала деревню на рассвете, и повстанцы отступили к реке, сообщили власти. Мэр города сказал, что мост закрыт, "
    "а жители ушли в горы. Представитель министерства отказался отвечать на вопросы журналистов о числе погибших."
)


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_unicode_encodings_come_back(charset: str) -> None:
    text = TEXT if charset != "utf-8-sig" else TEXT
    decoded = decode("in", text.encode(charset))
    assert decoded.text == text


def test_a_byte_order_mark_is_no_text_and_no_doubt() -> None:
    decoded = decode("in", b"\xff\xfe" + TEXT.encode("utf-16-le"))
    assert decoded.text == TEXT
    assert decoded.notes == ()


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "iso-8859-5"])
def test_declared_charset_in_the_header(charset: str) -> None:
    decoded = decode("in", RUSSIAN.encode(charset), content_type=f"text/plain; charset={charset}")
    assert decoded.text == RUSSIAN
    assert decoded.notes == ()


@pytest.mark.parametrize(
    "head",
    ['<meta charset="windows-1252">', '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'],
)
def test_declared_charset_in_the_page(head: str) -> None:
    page = f"<html><head>{head}</head><body><p>{TEXT}</p></body></html>".encode("windows-1252")
    assert TEXT in decode("in", page, markup=True).text


def test_xml_declaration() -> None:
    page = b'<?xml version="1.0" encoding="iso-8859-2"?><html><body>' + "Łódź".encode("iso-8859-2") + b"</body></html>"
    assert "Łódź" in decode("in", page, markup=True).text


def test_latin_1_is_read_as_browsers_do() -> None:
    decoded = decode("in", TEXT.encode("cp1252"), content_type="text/plain; charset=ISO-8859-1")
    assert decoded.text == TEXT


def test_detection_says_that_it_is_unsure() -> None:
    decoded = decode("in", TEXT.encode("cp1252"))
    assert decoded.text == TEXT
    assert [note.code for note in decoded.notes] == ["charset_detected"]
    russian = decode("in", (RUSSIAN * 3).encode("windows-1251"))
    assert russian.text == RUSSIAN * 3
    assert "charset_detected" in [note.code for note in russian.notes]


def test_the_declaration_is_told_as_it_stands() -> None:
    page = f'<html><head><meta charset="utf-8"></head><body><p>{TEXT}</p></body></html>'.encode("cp1252")
    (note,) = decode("in", page, markup=True).notes
    assert note.message == "declared as utf-8, but the bytes are not UTF-8; read as cp1252 by detection"
    (note,) = decode("in", TEXT.encode("cp1252")).notes
    assert note.message == "no charset is declared and the bytes are not UTF-8; read as cp1252 by detection"
    (note,) = decode("in", TEXT.encode(), content_type="text/plain; charset=windows-1251").notes
    assert (note.severity, note.message) == ("info", "declared as windows-1251, but all of it is UTF-8 and was read so")
    assert decode("in", b"The army left.", content_type="text/plain; charset=windows-1251").notes == ()
    (note,) = decode("in", TEXT.encode("utf-16-le"), content_type="text/plain; charset=windows-1251").notes
    assert note.message.startswith("declared as windows-1251; read as utf-16-le")
    assert decode("in", TEXT.encode("utf-16-le"), content_type="text/plain; charset=utf-16").notes == ()


@pytest.mark.parametrize(
    "declared",
    ["undefined", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "rot13", "base64", "charmap", "utf-16", "utf-7", "hz", "cp037", "martian-7"],
)
def test_a_declared_charset_that_cannot_be_is_told_and_not_used(declared: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body><p>{TEXT}</p></body></html>'.encode("cp1252")
    decoded = decode("in", page, markup=True)
    assert TEXT in decoded.text
    assert [note.code for note in decoded.notes] == ["charset_unknown", "charset_detected"]
    assert declared in decoded.notes[0].message


@pytest.mark.parametrize("declared", ["utf-8-sig", "utf8mb4", "UTF8"])
def test_other_spellings_of_utf8(declared: str) -> None:
    assert decode("in", TEXT.encode(), content_type=f"text/plain; charset={declared}") == Decoded(TEXT, "utf-8")


def test_an_unknown_declared_charset_is_told() -> None:
    decoded = decode("in", TEXT.encode("cp1252"), content_type="text/plain; charset=martian-7")
    assert decoded.text == TEXT
    assert "charset_unknown" in [note.code for note in decoded.notes]


def test_damaged_utf8_keeps_its_good_part_and_says_so() -> None:
    data = TEXT.encode() + b" The \xff\xfe end."
    received = read_bytes("a.txt", data)
    assert received.report.text.startswith(TEXT)
    assert "\ufffd" in received.report.text
    assert [issue.code for issue in received.issues] == ["bytes_replaced"]
    assert received.issues[0].severity == "warning"


def test_a_few_zero_bytes_are_text() -> None:
    received = read_bytes("a.txt", b"The army took\x00 the bridge on Monday, officials said.")
    assert "\x00" in received.report.text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 x", "PDF"),
        (b"PK\x03\x04" + bytes(50), "ZIP"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG"),
        (b"\x1f\x8b\x08" + bytes(50), "gzip"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x01\x02\x03\x04" * 500, "binary"),
    ],
)
def test_no_text_is_refused_by_name(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        read_bytes("folder/thing.txt", data)
    assert caught.value.name == "folder/thing.txt"
    assert "folder/thing.txt" in str(caught.value)


def test_zero_bytes_in_a_text_are_said() -> None:
    decoded = decode("a.txt", b"Rebels attacked Goma on Monday.\x00 The army denied it, and so did the mayor.")
    assert [note.code for note in decoded.notes] == ["zero_bytes"]
    assert decoded.text.count("\x00") == 1
    assert not decode("a.txt", b"Rebels attacked Goma on Monday.").notes
    assert "zero_bytes" not in [note.code for note in decode("a.txt", "Rebels attacked Goma on Monday.".encode("utf-16-le")).notes]
