"""Bad input: an issue or an error that names the input, never a crash or a hang."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.prepare import clean
from onrecord.readers import read_bytes, read_path, read_text


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", b"... !!! ---", b"12 34 56.7", "١٢٣ ½ ²".encode()])
def test_nothing_to_code_is_an_issue(data: bytes) -> None:
    received = read_bytes("empty.txt", data)
    assert received.report.coded == "empty"
    assert [issue.code for issue in received.issues] == ["empty_text"]
    assert clean(received.report)[0].raw == received.report.text


@pytest.mark.parametrize("data", [b"", b"   ", b"<html></html>", b"<html><body><script>var a = 1;</script></body></html>"])
def test_an_empty_page_is_an_issue(data: bytes) -> None:
    received = read_bytes("empty.html", data)
    assert received.report.coded == "empty"
    assert "empty_text" in [issue.code for issue in received.issues]


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.txt: cannot be read"):
        read_path(tmp_path / "none.txt")
    with pytest.raises(InputError, match="folder"):
        read_path(tmp_path)


def test_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    with pytest.raises(InputError, match="50,000,000 bytes"):
        read_path(path)
    with pytest.raises(InputError, match="limit"):
        read_bytes("x.txt", b"a" * 101, max_bytes=100)


def test_one_endless_line_is_refused() -> None:
    with pytest.raises(InputError, match="characters"):
        read_bytes("line.txt", b"word " * 300_000)


@pytest.mark.parametrize("unit", ["word ", "\u03b2", " \u03b2 a", "\n", "\u201c", "The army took the town. ", "\u00e2\u20ac\u2122s ", "ab-\n", "By Jane Doe "])
def test_long_texts_take_linear_time(unit: str) -> None:
    text = unit * (150_000 // len(unit))
    begin = time.process_time()
    clean(read_text(text).report)
    assert time.process_time() - begin < 15


def test_a_given_date_must_be_one() -> None:
    with pytest.raises(InputError, match="not a date"):
        read_text("The army took the bridge.", published="yesterday")
    with pytest.raises(InputError, match="not a date"):
        read_text("The army took the bridge.", published="2031-02-30")


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html"]))
def test_any_bytes_give_a_report_or_a_named_error(data: bytes, name: str) -> None:
    try:
        received = read_bytes(name, data)
    except InputError as error:
        assert error.name == name
        return
    text, _ = clean(received.report)
    assert text.raw == received.report.text


@given(st.text(max_size=300))
def test_a_str_is_taken_as_it_is(text: str) -> None:
    report = read_text(text).report
    assert report.text == text
    for stated in (report.title, report.byline, report.dateline, report.publisher):
        for span in stated.spans if stated else ():
            span.check(text)


SENTENCE = "The army took the bridge on Monday, officials said."
AFTER = "The rebels left the town on Tuesday."


@pytest.mark.parametrize("levels", [10, 255, 256, 1_000, 2_000])
def test_a_deep_page_is_read_as_any_other(levels: int) -> None:
    page = f"<html><body>{'<div>' * levels}<p>{SENTENCE}</p>{'</div>' * levels}<p>{AFTER}</p></body></html>"
    received = read_bytes("deep.html", page.encode())
    assert received.report.text == f"{SENTENCE}\n{AFTER}"
    assert received.issues == ()


@pytest.mark.parametrize("tag", ["div", "font", "blockquote"])
def test_a_page_deeper_than_any_parser_goes_keeps_all_its_text_and_says_so(tag: str) -> None:
    """Unclosed elements nest as well; a script's body and the head are no text."""
    head = "<head><title>Bridge taken</title><script>var x = 1;</script></head>"
    page = f"<html>{head}<body><script>if (a < b) c();</script>{f'<{tag}>' * 5_000}<p>{SENTENCE}</p>{f'</{tag}>' * 4_000}<p>{AFTER}</p></body></html>"
    received = read_bytes("deep.html", page.encode())
    assert received.report.text == f"Bridge taken\n\n{SENTENCE}\n{AFTER}"
    assert [issue.code for issue in received.issues] == ["main_text_unsure"]
    assert "all of its text was taken" in received.issues[0].message


def test_a_huge_paragraph_is_kept_up_to_the_limit_and_refused_by_name_above_it() -> None:
    text = "The army took the bridge. " * (900_000 // 26)
    page = f"<html><body><p>{SENTENCE}</p><p>{{}}</p><p>{AFTER}</p></body></html>"
    received = read_bytes("huge.html", page.format(text).encode())
    assert received.report.text == f"{SENTENCE}\n{text.strip()}\n{AFTER}"
    assert received.issues == ()
    for times in (3, 20):
        with pytest.raises(InputError, match=r"huge\.html: holds [\d,]+ characters of text; the limit for one report is 1,000,000"):
            read_bytes("huge.html", page.format(text * times).encode()[:19_000_000])


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>{0}</p>", "{0}"),
        ("{0}", "{0}"),
        ("<html><body>{0}<br>{1}", "{0}\n{1}"),
        ("<!doctype html><title>Bridge</title><p>{0}", "Bridge\n\n{0}"),
        ("<div><section><span>{0}</span></section></div><p>{1}</p>", "{0}\n{1}"),
    ],
)
def test_scraps_of_pages_keep_their_text(page: str, text: str) -> None:
    received = read_bytes("scrap.html", page.format(SENTENCE, AFTER).encode())
    assert received.report.text == text.format(SENTENCE, AFTER)


def test_where_the_main_text_is_not_found_all_of_it_is_taken_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.readers.html.bare_extraction", lambda *_, **__: None)
    menu = "<ul><li>Home</li></ul>"
    received = read_bytes("a.html", f"<body>{menu}<div>{SENTENCE} {AFTER}</div></body>".encode())
    assert received.report.text == f"Home\n{SENTENCE} {AFTER}"
    assert "all of its text was taken" in received.issues[0].message
    received = read_bytes("a.html", f"<body>{menu}<p>{SENTENCE}</p><p>{AFTER}</p><div>&copy;</div></body>".encode())
    assert received.report.text == f"Home\n{SENTENCE}\n{AFTER}"
    assert "its paragraphs were taken" in received.issues[0].message
    assert [i.code for i in read_bytes("a.html", b"<body><div></div></body>").issues] == ["empty_text"]


def test_a_path_that_no_system_takes_is_an_input_error() -> None:
    for path in ("a\0b", "x" * 5_000):
        with pytest.raises(InputError, match="cannot be read"):
            read_path(path)
