"""Hard-wrapped lines are joined, paragraphs are not; invisible characters go."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.prepare import clean
from onrecord.readers import read_text

PARAGRAPHS = (
    "The army said on Monday that its units had taken two bridges in the northern valley after a night of shelling, and that the road "
    "to the port was open again for the first time since the rebels closed it in the spring of last year.",
    "Residents of the port said they had seen no soldiers. They had heard aircraft before dawn and counted eleven explosions near the "
    "fuel depot, where a fire was still burning at noon, and many had left for the hills with what they could carry.",
)


def _clean(text: str) -> str:
    return clean(read_text(text).report)[0].text


@given(st.integers(34, 90), st.booleans(), st.booleans())
def test_wrapped_paragraphs_are_joined(width: int, capitals: bool, indented: bool) -> None:
    paragraphs = [p.upper() for p in PARAGRAPHS] if capitals else list(PARAGRAPHS)
    indent = "   " if indented else ""
    wrapped = "\n\n".join(textwrap.fill(p, width, initial_indent=indent, break_on_hyphens=False) for p in paragraphs)
    assert [line for line in _clean(wrapped).split("\n") if line] == paragraphs


@given(st.integers(34, 90), st.sampled_from(["Lom Herald", "By Ada Lind", ""]))
def test_the_head_of_a_wrapped_report_stays_apart(width: int, second: str) -> None:
    head = ["Army takes bridges in north", *([second] if second else []), "Published: 9 March 2026"]
    wrapped = "\n".join(head) + "\n\n" + "\n\n".join(textwrap.fill(p, width, break_on_hyphens=False) for p in (f"LOM, March 9 - {PARAGRAPHS[0]}", PARAGRAPHS[1]))
    received = read_text(wrapped).report
    assert received.title is not None
    assert received.title.value == head[0]
    assert received.dateline is not None
    assert received.dateline.value == "LOM, March 9"
    assert (received.publisher.value if received.publisher else "") == ("Lom Herald" if second == "Lom Herald" else "")
    lines = [line for line in _clean(wrapped).split("\n") if line]
    assert lines[0] == head[0]
    assert lines[-2:] == list(PARAGRAPHS)


@given(st.integers(34, 46), st.sampled_from(["Lom Herald", "By Ada Lind", "Published: 9 March 2026"]))
def test_a_headline_that_the_width_folds_is_one(width: int, second: str) -> None:
    headline = "Army says its units took two bridges as rebels deny losing the northern valley"
    head = [textwrap.fill(headline, width, break_on_hyphens=False), second]
    wrapped = "\n".join(head) + "\n\n" + "\n\n".join(textwrap.fill(p, width, break_on_hyphens=False) for p in PARAGRAPHS)
    received = read_text(wrapped).report
    assert received.title is not None
    assert received.title.value == headline
    assert next(line for line in _clean(wrapped).split("\n") if line) == headline


def test_a_few_short_lines_run_on_where_the_sentence_does() -> None:
    text = "Rebels seize post\n\nLOM - Rebels took the post at the\nbridge by the port on\nTuesday, the mayor said. Nobody has been\narrested.\nThe army sent two boats."
    assert _clean(text).split("\n")[-2:] == ["Rebels took the post at the bridge by the port on Tuesday, the mayor said. Nobody has been arrested.", "The army sent two boats."]


def test_a_list_is_not_joined() -> None:
    text = "The dead, by district:\n\nLom: 12\nKavel: 4\nthe port: 9\n\nWhat is wanted\n- bread for the camp\n- an end to arrests"
    assert _clean(text) == text


def test_a_line_that_lost_its_break_does_not_hide_the_wrapping() -> None:
    paragraphs = [textwrap.fill(p, 60, break_on_hyphens=False).split("\n") for p in PARAGRAPHS]
    first = [" ".join(paragraphs[0][:2])[:80].rsplit(" ", 1)[0]]
    rest = textwrap.fill(PARAGRAPHS[0].removeprefix(first[0]).strip(), 60, break_on_hyphens=False).split("\n")
    wrapped = "\n\n".join("\n".join(lines) for lines in ([*first, *rest], paragraphs[1], paragraphs[1]))
    assert len(first[0]) > 66
    assert "\n" not in _clean(wrapped).split("\n\n")[0]


def test_lines_that_are_paragraphs_stay() -> None:
    text = "\n".join(["The army took the bridge.", "A spokesman denied that anyone was killed in the raid on the port.", *PARAGRAPHS])
    assert _clean(text) == text


def test_hyphen_at_a_line_end() -> None:
    lines = [
        "The army and the government said that the talks on the northern govern-",
        "ment seats had ended and that both would send their envoys to the valley-",
        "side town before the end of the month, as they had said in a statement,",
        "which was read on Monday by the head of the army, who was not there when",
        "the men left for the river.",
    ]
    result = _clean("\n".join(lines))
    assert "northern government seats" in result  # the whole word stands elsewhere in the text
    assert "the valley-side town" in result


def test_invisible_characters_go_and_spans_stay_true() -> None:
    raw = "The ar\u00admy\u200b took\x00 the\u00a0bridge\u2028At dawn.\r\nIt left."
    result, _ = clean(read_text(raw).report)
    assert result.text == "The army took the bridge\nAt dawn.\nIt left."
    (span,) = result.spans(4, 8)
    assert span.quote == "ar\u00admy"
    assert span.words == "army"


def test_a_terminals_colours_go_whole() -> None:
    result, _ = clean(read_text("\x1b[31;1mRebels attacked\x1b[0m the town.").report)
    assert result.text == "Rebels attacked the town."


def test_joiners_in_other_scripts_stay() -> None:
    persian = "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    assert _clean(f"He said {persian} twice.") == f"He said {persian} twice."


def test_furniture_and_datelines_are_not_joined_to_the_line_before() -> None:
    """Lines of like length look wrapped by hand; a button and a dateline are none the less lines of their own."""
    dateline = "BREN, March 3 (Delta News) - Rebels took the bridge on Monday, officials said."
    first = "Residents of two villages fled to the river before the first shells fell on 3 May."
    last = "The army attacked the village of Bren at dawn on Sunday."
    assert _clean(f"{first}\nShare this article on Facebook\n{dateline}\n{dateline}\n{last}").splitlines()[:2] == [first, dateline]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("A paper of the*Coastal Office blamed storms.", "A paper of the Coastal Office blamed storms."),
        ("He was f*cking angry with A*star and the *Herald*.", "He was f*cking angry with A*star and the *Herald*."),
    ],
)
def test_a_star_that_glues_two_words_is_a_blank(text: str, cleaned: str) -> None:
    assert _clean(text) == cleaned
