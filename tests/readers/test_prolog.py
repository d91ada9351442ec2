"""What an XML document says before its first element, and how long it takes to find out."""

from __future__ import annotations

import random
import time

import pytest

from onrecord.readers.feeds import looks_like_feed
from onrecord.readers.prolog import Prolog, prolog
from onrecord.readers.rows import receive_row


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (b'<?xml version="1.0"?>\n<rss version="2.0">', Prolog(None, b"rss")),
        (b"\xef\xbb\xbf \n<FEED>", Prolog(None, b"feed")),
        (b"<rdf:RDF\nxmlns='x'>", Prolog(None, b"rdf:rdf")),
        (b'<!-- <!DOCTYPE a [<!ENTITY b "c">]> --><rss>', Prolog(None, b"rss")),
        (b'<!DOCTYPE rss PUBLIC "-//x [>" "y.dtd" [<!-- ]> <!ENTITY --><!ATTLIST a b CDATA "]>">]><rss>', Prolog(b"rss", b"rss")),
        (b'<!doctype lines [ <!Entity a "b"> ]>\n<lines>', Prolog(b"lines", b"lines", True)),
        (b'<!DOCTYPE l [<!ENTITY a "endless', Prolog(b"l", None, True)),
        (b"<!DOCTYPE html><html>", Prolog(b"html", b"html")),
        (b'<!DOCTYPE [<!ENTITY a "b">]><x>', Prolog(b"", b"x", True)),
        (b"<!DOCTYPE", Prolog(b"")),
        (b"<!-- endless", Prolog()),
        (b"The army took <rss>", Prolog()),
        (b"<", Prolog()),
        (b"", Prolog()),
    ],
)
@pytest.mark.parametrize("charset", [None, "utf-16", "utf-16-be", "utf-32"])
def test_the_prolog_in_any_charset(head: bytes, found: Prolog, charset: str | None) -> None:
    data = head if charset is None else head.removeprefix(b"\xef\xbb\xbf").decode().encode(charset)
    if charset is None or found != Prolog():
        assert prolog(data) == found
    assert looks_like_feed(data) == (found.root in (b"rss", b"feed", b"rdf:rdf") or (found.entities and found.doctype != b"html"))


@pytest.mark.parametrize("piece", [b"<!-- -->", b"<?a?>", b"<!DOCTYPE a [", b'"', b"[", b"<!ENTITY ", b"<!--", b" \n", b"-->", b'<!DOCTYPE a "x" '])
def test_nothing_makes_it_try_for_long(piece: bytes) -> None:
    begin = time.process_time()
    for opening in (b"", b"<!DOCTYPE a [", b"<?xml?>"):
        assert prolog((opening + piece * 9_000)[:65_536] + b"<x").root in (None, b"x")
    assert time.process_time() - begin < 2


def test_any_bytes_have_a_prolog() -> None:
    chance = random.Random(11)
    pieces = [b"<!--", b"-->", b"<?", b"?>", b"<!DOCTYPE", b"a", b"[", b"]", b">", b"<", b'"', b"'", b" ", b"<!ENTITY", b"\x00", b"\xff\xfe"]
    for _ in range(3_000):
        data = b"".join(chance.choices(pieces, k=chance.randrange(20)))
        assert isinstance(prolog(data), Prolog)


def test_a_list_of_names_that_is_none_is_read_in_time() -> None:
    begin = time.process_time()
    names = "[" + "'Ana Lopez'    " * 200 + "x"
    row = ('{"text": "The army took it.", "by": "' + names + '"}').encode()
    assert receive_row("r:1", row, (("text", "text"), ("author", "by"))).report.text == "The army took it."
    assert time.process_time() - begin < 5
