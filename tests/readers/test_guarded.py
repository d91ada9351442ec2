"""Pages made to take for ever: the limit holds, the text is kept, and it is said."""

from __future__ import annotations

import time

import pytest

from onrecord.errors import InputError
from onrecord.readers import guarded, read_bytes
from onrecord.readers.markup import hostile, parse, tangled, whole_text

SENTENCE = "The army took the bridge at dawn, officials said on Tuesday."


@pytest.mark.parametrize(
    "body",
    ["<!--" * 60_000, "<a href='" * 60_000, "<![CDATA[" * 60_000, '<p title="' * 60_000, "<script>" * 60_000, "<" * 200_000, "&#x" * 60_000, "<p a=\"'" * 60_000],
)
def test_all_text_is_found_in_linear_time_whatever_the_shape(body: str) -> None:
    begin = time.process_time()
    text = whole_text(f"<html><p>{SENTENCE}</p>{body}")
    assert time.process_time() - begin < 5
    assert text.startswith(SENTENCE)


def test_whole_text_is_what_a_browser_shows() -> None:
    page = """<html><head><title>t</title><style>p > a {}</style></head><body><p title="a > b">One <b>two</b>.</p><!-- no <p>note</p> --><script>if (a < b) { "</p>" }</script>
    <div>Three &amp; four<br/>five</div><![CDATA[six]]>"""
    assert whole_text(page) == "One two.\nThree & four\nfive\nsix"


def test_a_page_that_takes_too_long_is_ended_and_its_text_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    page = f"<html><body><p>{SENTENCE}</p>" + "<article>" * 150 + "<time>noon</time>" * 12_000
    assert not hostile(page)
    parsed = parse("a.html", page)
    assert parsed is not None
    assert tangled(parsed)
    monkeypatch.setattr(guarded, "WALL_SECONDS", 0.2)
    received = read_bytes("a.html", page.encode())
    assert received.report.text.startswith(SENTENCE)
    assert [issue.code for issue in received.issues] == ["main_text_unsure"]
    assert "could not be taken apart within" in received.issues[0].message


def test_a_large_page_gives_the_same_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    page = f"<html><head><title>Bridge taken - The Delta News</title><meta property='article:published_time' content='2024-03-05'></head><body><article><p>{SENTENCE}</p><p>{SENTENCE[:-1]} again.</p></article></body></html>"
    plain = read_bytes("a.html", page.encode(), url="https://example.org/a")
    monkeypatch.setattr("onrecord.readers.html.hostile", lambda _: True)
    assert read_bytes("a.html", page.encode(), url="https://example.org/a") == plain


def test_too_many_elements_are_refused_by_name() -> None:
    with pytest.raises(InputError, match=r"many\.html: holds more than 200,000 HTML elements"):
        read_bytes("many.html", b"<html><body>" + b"<i>a</i>" * 210_000)
