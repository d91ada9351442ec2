"""Reading a dependency parse where the parser's attachments are unusual; sentences are our own."""

from __future__ import annotations

from typing import cast

import pytest

from onrecord import Coder, syntax
from onrecord.model.parse import Parse
from onrecord.readers import read_text


def parsed(coder: Coder, text: str) -> Parse:
    return cast(Parse, coder.layers(read_text(text), stop="parse").layers["parse"])


@pytest.mark.parametrize(
    ("text", "verb", "victim"),
    [
        ("Peru was heavily and unjustly criticized over its dispute with Chile.", "criticized", "Peru"),
        ("The village was twice and heavily shelled by rebels.", "shelled", "village"),
        ("The minister was attacked on Monday.", "attacked", "minister"),
    ],
)
def test_a_subject_hung_on_the_auxiliary_is_still_the_passive_one(ungated: Coder, text: str, verb: str, victim: str) -> None:
    parse = parsed(ungated, text)
    at = next(t.i for t in parse.tokens if t.text == verb)
    assert syntax.is_passive(parse, at)
    assert [parse[f.head].text for f in syntax.logical_object(parse, at)] == [victim]


def test_an_active_perfect_is_not_passive(ungated: Coder) -> None:
    parse = parsed(ungated, "Rebels have shelled the village.")
    at = next(t.i for t in parse.tokens if t.text == "shelled")
    assert not syntax.is_passive(parse, at)
    assert [parse[f.head].text for f in syntax.logical_subject(parse, at)] == ["Rebels"]
