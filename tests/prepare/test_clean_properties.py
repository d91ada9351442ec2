"""Properties of cleaning: spans carry their quotes, edits replay, the result is stable, edits compose."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.text import CleanText, Edit, replay
from onrecord.prepare import clean
from onrecord.prepare.compose import compose, tidy
from onrecord.readers import read_text

FRAGMENTS = [
    "The army attacked the village of Bren at dawn on Sunday.",
    "Officials don\u03b2t agree \u03b2 or so they say.",
    "\u03b2We will not wait,\u03b2 the general said.",
    "It wasn\u00e2\u20ac\u2122t planned.",
    "Share this article on Facebook",
    "Advertisement",
    "By Jane Doe",
    "BREN, March 3 (Delta News) - Rebels took the bridge on Monday, officials said.",
    "FICTIONAL SAMPLE - written by the authors of OnRecord.",
    "Residents of two villages fled to the river before the first shells fell.",
    "Residents of two villages fled to the river before the first shells fell on 3 May.",
    "\u0421\u043b\u043e\u0432\u043e \u0432 \u0434\u043e\u043c\u0435.",
    "zero\u200bwidth and soft\u00adhyphen",
    "\x00\x07",
    "a &amp; b",
    "\t  two  spaces\u00a0here ",
    "© 2031 Delta News. All rights reserved.",
]
JOINTS = st.sampled_from(["\n", "\r\n", "\n\n", " ", "\n\t\t\n\t", "\u2028"])
TEXTS = st.lists(st.tuples(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=20)), JOINTS), max_size=12).map(
    lambda parts: "".join(fragment + joint for fragment, joint in parts)
)


def _clean(text: str) -> CleanText:
    return clean(read_text(text).report)[0]


@given(TEXTS)
def test_replaying_the_edits_gives_the_clean_text(text: str) -> None:
    result = _clean(text)
    assert result.raw == text
    assert replay(text, result.edits) == result.text
    assert list(result.edits) == sorted(result.edits)
    assert all(edit.start < edit.end and text[edit.start : edit.end] != edit.replacement for edit in result.edits)


@given(TEXTS, st.data())
def test_any_clean_range_maps_to_raw_quotes(text: str, data: st.DataObject) -> None:
    result = _clean(text)
    if not result.text:
        return
    start = data.draw(st.integers(0, len(result.text) - 1))
    end = data.draw(st.integers(start + 1, len(result.text)))
    spans = result.spans(start, end)
    assert spans
    for span in spans:
        assert text[span.start : span.end] == span.quote
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    wording = "".join("".join(span.words.split()) for span in spans)
    assert wording == "".join(result.text[start:end].split())


@given(TEXTS)
def test_unedited_text_keeps_its_offsets(text: str) -> None:
    result = _clean(text)
    edited = {at for edit in result.edits for at in range(edit.start, edit.end)}
    for at, character in enumerate(text):
        if at not in edited:
            assert result.text[result.clean_offset(at)] == character
            assert result.clean_range(at, at + 1) is not None


# The header of a sample is taken out once and is then gone, so it has a test of its own below.
REPORTED = [fragment for fragment in FRAGMENTS if not fragment.startswith("FICTIONAL")]


def test_the_header_of_a_sample_is_no_part_of_its_text() -> None:
    header = "FICTIONAL SAMPLE - written by the authors of OnRecord."
    for text in (f"{header}\nThe army left.", f"Title of it\n{header}\nThe army left.", f"{header}\n{header}\nThe army left."):
        result = _clean(text)
        assert header not in result.text
        assert "The army left." in result.text
        assert ("Title of it" in result.text) == ("Title of it" in text)


@given(st.lists(st.sampled_from(REPORTED), max_size=8).map("\n".join))
def test_cleaning_is_stable(text: str) -> None:
    """Of a report that states nothing of itself: what moves to the head when other lines go may be read as its dateline the next time."""
    once = _clean_unstated(text)
    twice = _clean_unstated(once)
    assert "".join(twice.split()) == "".join(once.split())


def _clean_unstated(text: str) -> str:
    return clean(replace(read_text(text).report, title=None, byline=None, dateline=None))[0].text


@st.composite
def edits_over(draw: st.DrawFn, text: str) -> tuple[Edit, ...]:
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    made = [
        Edit(start, end, draw(st.text(alphabet="xyz", max_size=3)), "test", "t")
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    return tidy(text, made)


@given(st.text(alphabet="abcde ", min_size=1, max_size=40), st.data())
def test_composed_edits_do_what_both_lists_do(raw: str, data: st.DataObject) -> None:
    first = data.draw(edits_over(raw))
    middle = replay(raw, first)
    second = data.draw(edits_over(middle)) if middle else ()
    both = compose(raw, first, middle, second)
    assert replay(raw, both) == replay(middle, second)
    assert all(edit.start < edit.end for edit in both)
