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


@pytest.mark.parametrize(
    ("text", "status", "open_questions"),
    [
        ("The ministry has not said which ships it seized in Aden.", "hypothetical", ["undisclosed"]),
        ("The army has not said how many villages it burned.", "occurred", ["undisclosed"]),
        ("The army said it had not burned the villages.", "denied", []),
    ],
)
def test_who_does_not_say_denies_nothing(ungated: Coder, text: str, status: str, open_questions: list[str]) -> None:
    record = ungated.code(text)
    assert [e.status for e in record.events] == [status]
    assert [q.kind for q in record.questions] == open_questions
