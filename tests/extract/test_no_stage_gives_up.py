"""Sentences on which a stage once gave up: the report keeps its events."""

import pytest

from onrecord import Coder


@pytest.mark.parametrize(
    "text",
    [
        # an inverted clause whose subject stands behind the verb that the parser hung it on
        '"Only after that raid and after warnings were raised by deputies did it appear the army took action," the note stated. Rebels killed two guards.',
        "Only after the strike and after doubts were raised by clerks did it appear the navy took prisoners, the note stated. Rebels killed two guards.",
    ],
)
def test_no_stage_gives_up_on_it(coder: Coder, text: str) -> None:
    record = coder.code(text)
    assert record.issues == ()
    assert any(e.type == "ASSAULT" for e in record.events)
