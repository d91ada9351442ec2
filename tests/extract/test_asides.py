"""Words that look like acts and are none: grounds of anonymity, names of laws, people called by what befell them."""

import pytest

from onrecord import Coder


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The aides, who were not authorised to discuss military plans, said training had begun.", "discuss"),
        ("Two clerks, who asked not to be named because they were not allowed to speak to reporters, said training had begun.", "allowed"),
        ("The pilots observed the law of armed conflict, the major said.", "conflict"),
        ("The sides agreed to a ceasefire so that the wounded can be taken to Gao.", "wounded"),
        ("The brokers lived on sanction-breaking oil sales.", "sanction"),
        ("The bloc has ratified the convention against torture.", "torture"),
    ],
)
def test_no_event(text: str, word: str, ungated: Coder) -> None:
    record = ungated.code(text)
    assert not [e.type for e in record.events if any(word in s.quote for m in e.mentions for s in m.trigger)]


def test_the_same_words_as_acts(ungated: Coder) -> None:
    record = ungated.code("The ministers discussed the armed conflict. Guards wounded a herder.")
    assert {s.quote for e in record.events for m in e.mentions for s in m.trigger} >= {"discussed", "wounded"}
