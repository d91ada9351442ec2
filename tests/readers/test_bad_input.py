"""Bad input: an issue or an error that names the input, never a crash or a hang."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.prepare import clean
from onrecord.readers import read_bytes, read_path, read_text


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", b"... !!! ---"])
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
    begin = time.perf_counter()
    clean(read_text(text).report)
    assert time.perf_counter() - begin < 15


def test_a_given_date_must_be_one() -> None:
    with pytest.raises(InputError, match="not a date"):
        read_text("The army took the bridge.", published="yesterday")
    with pytest.raises(InputError, match="not a date"):
        read_text("The army took the bridge.", published="2031-02-30")


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html"]))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_a_report_or_a_named_error(data: bytes, name: str) -> None:
    try:
        received = read_bytes(name, data)
    except InputError as error:
        assert error.name == name
        return
    text, _ = clean(received.report)
    assert text.raw == received.report.text


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_a_str_is_taken_as_it_is(text: str) -> None:
    report = read_text(text).report
    assert report.text == text
    for stated in (report.title, report.byline, report.dateline, report.publisher):
        for span in stated.spans if stated else ():
            span.check(text)


def test_deeply_nested_page() -> None:
    page = b"<html><body>" + b"<div>" * 5_000 + b"<p>The army took the bridge on Monday, officials said.</p>" + b"</div>" * 5_000
    received = read_bytes("deep.html", page)
    assert "army took the bridge" in received.report.text or received.issues
