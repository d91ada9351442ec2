"""Pages: main text and title, what the page states of itself, nothing from the clock or a copyright year."""

from __future__ import annotations

import json

import pytest

from onrecord.readers import read_bytes

PARAGRAPHS = [
    "Rebels took the bridge over the northern river on Monday, a spokesman for the governor said, and the road to the port was closed.",
    "Residents of two villages fled to the hills before the first shells fell. Nobody could say who had fired first, aid workers said.",
    "The army denied that it had left the town. Talks will go on next week, the envoy told reporters after a meeting in the capital.",
]
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Delta News", "datePublished": "1999-01-01"},
        {
            "@type": "NewsArticle",
            "headline": "Rebels Take Bridge",
            "datePublished": "2031-03-03T10:15:00+02:00",
            "dateModified": "2031-03-05T10:15:00+02:00",
            "author": [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Person", "name": "John Roe"}],
            "publisher": {"@type": "Organization", "name": "Delta News"},
        },
    ],
}


def page(head: str = "", lead: str = "", tail: str = "") -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    nav = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav>"
    article = f"<article><h1>Rebels Take Bridge</h1>{lead}{body}</article>"
    footer = f"<footer><p>© 2014 Delta News</p>{tail}</footer>"
    return f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{nav}{article}{footer}</body></html>".encode()


def test_linked_data() -> None:
    head = f"<title>Rebels Take Bridge - Delta News</title><script type='application/ld+json'>{json.dumps(LINKED)}</script>"
    received = read_bytes("page.html", page(head))
    report = received.report
    assert received.issues == ()
    assert report.reader == "html/2"
    assert report.text == "\n".join(["Rebels Take Bridge", *PARAGRAPHS])  # the body opens with its headline
    assert report.title is not None
    assert (report.title.value, report.title.from_, report.title.spans[0].quote) == ("Rebels Take Bridge", "metadata", "Rebels Take Bridge")
    assert report.byline is not None
    assert (report.byline.value, report.byline.from_) == ("Jane Doe and John Roe", "metadata")
    assert report.publisher is not None
    assert report.publisher.value == "Delta News"
    assert report.published is not None
    assert (report.published.value, report.published.granularity, report.published.from_) == ("2031-03-03T10:15+02:00", "minute", "metadata")


def test_meta_elements() -> None:
    head = (
        "<title>Rebels Take Bridge | World | Delta News</title><meta property='og:title' content='Rebels Take Bridge'>"
        "<meta name='author' content='By Jane Doe'><meta property='og:site_name' content='Delta News'>"
        "<meta property='article:published_time' content='2031-03-03T10:15:00Z'><link rel='canonical' href='https://example.org/bridge'>"
    )
    report = read_bytes("page.html", page(head)).report
    assert report.title is not None
    assert report.title.value == "Rebels Take Bridge"
    assert report.byline is not None
    assert report.byline.value == "Jane Doe"
    assert report.published is not None
    assert report.published.value == "2031-03-03T10:15Z"
    assert report.url == "https://example.org/bridge"


@pytest.mark.parametrize(
    ("lead", "value", "origin"),
    [
        ("<time datetime='2031-03-03T10:15:00Z'>3 March</time>", "2031-03-03T10:15Z", "metadata"),
        ("<p class='published-date'>Published 3 March 2031</p>", "2031-03-03", "text"),
        ("<span class='timestamp'>March 3, 2031</span>", "2031-03-03", "text"),
    ],
)
def test_dated_elements(lead: str, value: str, origin: str) -> None:
    report = read_bytes("page.html", page(lead=lead)).report
    assert report.published is not None
    assert (report.published.value, report.published.from_) == (value, origin)


@pytest.mark.parametrize(
    ("head", "lead", "tail"),
    [
        ("", "", ""),
        ("", "", "<p class='date'>Copyright 3 March 2031</p>"),
        ("<meta property='article:modified_time' content='2031-03-05'>", "", ""),
        ("", "<p class='date'>Updated 3 March 2031</p>", ""),
        ("<meta name='date' content='03/04/2031'>", "", ""),
    ],
)
def test_no_date_is_invented(head: str, lead: str, tail: str) -> None:
    assert read_bytes("page.html", page(head, lead, tail)).report.published is None


def test_date_in_the_address() -> None:
    report = read_bytes("page.html", page(), url="https://example.org/2031/03/03/bridge.html").report
    assert report.published is not None
    assert (report.published.value, report.published.granularity, report.published.from_) == ("2031-03-03", "day", "metadata")
    assert read_bytes("page.html", page(), url="https://example.org/archive/203103031234").report.published is None


def test_given_values_win() -> None:
    head = "<meta property='article:published_time' content='2031-03-03'><meta property='og:site_name' content='Delta News'>"
    report = read_bytes("page.html", page(head), published="2031-03-09", publisher="The Harbour Gazette").report
    assert report.published is not None
    assert (report.published.value, report.published.from_) == ("2031-03-09", "given")
    assert report.publisher is not None
    assert report.publisher.from_ == "given"


def test_title_that_opens_the_body_is_not_added_again() -> None:
    report = read_bytes("page.html", page("<title>Rebels Take Bridge</title>")).report
    assert report.text.count("Rebels Take Bridge") == 1


def test_a_page_is_known_by_content_type_name_or_content() -> None:
    assert read_bytes("x", page()).report.reader == "html/2"
    assert read_bytes("x", b"<p>The army took the bridge.</p>", content_type="text/html").report.reader == "html/2"
    assert read_bytes("x.HTM", b"<p>The army took the bridge.</p>").report.reader == "html/2"
    assert read_bytes("x.txt", b"The <b> sign on the bridge was burnt.").report.reader == "plain/1"


def test_fictional_page_is_marked() -> None:
    body = page(lead="<p>FICTIONAL SAMPLE - written by the authors; no real events.</p>")
    assert read_bytes("page.html", body).report.fictional
    assert not read_bytes("page.html", page()).report.fictional


def test_broken_linked_data_is_passed_over() -> None:
    head = "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", </script><script type='application/ld+json'>[[[[1]]]]</script>"
    report = read_bytes("page.html", page(head)).report
    assert report.title is not None
    assert report.title.value == "Rebels Take Bridge"


def test_an_address_with_a_bad_bracket_has_no_date_and_loses_nothing() -> None:
    report = read_bytes("page.html", page("<link rel='canonical' href='http://[damaged/2026/03/12/bridge'>")).report
    assert report.published is None
    assert PARAGRAPHS[0] in report.text
