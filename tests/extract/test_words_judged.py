"""What an adjective says of words: "it is fair to say that", "it would be wrong to say that", "no truth in claims that"."""

import pytest

from onrecord import Coder


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It is fair to say that the guards shot the herders.", "occurred"),
        ("It would be wrong to say that the guards shot the herders.", "denied"),
        ("It is not wrong to say that the guards shot the herders.", "occurred"),
        ("It is too early to say that the guards shot the herders.", "hypothetical"),
        ("The mayor is to say on Friday that guards will free the herders.", "planned"),
        ("There is no truth in claims that guards shot the herders, he said.", "denied"),
    ],
)
def test_words_that_are_judged(ungated: Coder, text: str, status: str) -> None:
    assert [e.status for e in ungated.code(text).events if e.type in ("ASSAULT", "CONCEDE")][:1] == [status]
