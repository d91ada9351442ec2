"""Quoted marks become offsets, or a reason that helps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.evaluate.marks import resolve

TEXT = "The guild’s men led\nthe mayor out. “He” went; the mayor said the gate – shut – held."


def words(mark: str) -> list[str]:
    return [TEXT[start:end] for start, end in resolve(mark, TEXT)]


def test_words_that_stand_once_are_found_across_line_breaks_and_kinds_of_quotation_mark() -> None:
    assert words("led the mayor out") == ["led\nthe mayor out"]
    assert words('"He" went') == ["“He” went"]
    assert words("The guild's men") == ["The guild’s men"]
    assert words("gate - shut - held") == ["gate – shut – held"]


def test_brackets_mark_pieces_of_what_stands_once() -> None:
    assert words("men [[led]] the mayor [[out]]") == ["led", "out"]
    assert words("went; the [[mayor]]") == ["mayor"]


def test_a_number_picks_one_of_several_whole_words() -> None:
    assert resolve("the mayor#2", TEXT)[0][0] > resolve("the mayor#1", TEXT)[0][0]
    assert words("He") == ["He"], "the He of The is none"


@pytest.mark.parametrize(
    ("mark", "reason"),
    [
        ("the mayor", "stands 2 times"),
        ("the mayor#3", "stands 2 times in the text, not 3"),
        ("the bishop", "has no words"),
        ("[[led", "do not pair"),
        ("led [[]] the", "marks nothing"),
        (" ", "marks nothing"),
        ("guild’s me", "has no words"),
    ],
)
def test_a_mark_that_is_not_one_place_says_why(mark: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        resolve(mark, TEXT)


@given(st.text(min_size=1, max_size=40), st.data())
def test_every_stretch_marked_by_its_own_words_is_found_or_refused(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    try:
        found = resolve(text[start:end], text)
    except ValueError:
        return
    for low, high in found:
        assert 0 <= low < high <= len(text)
