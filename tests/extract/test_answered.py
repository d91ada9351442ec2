"""A denial in words of its own is an assertion about the event that it answers, and changes no status; and answers that deny nothing."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record


def voices(record: Record, trigger: str) -> dict[str, str]:
    """Source words ("" for the outlet) -> status, of the event with this trigger word."""
    event = next(e for e in record.events if any(w.quote == trigger for m in e.mentions for w in m.trigger))
    nodes = {a.id: a for a in record.attributions}
    return {
        "" if a.attribution is None else " ".join(s.quote for s in nodes[a.attribution].source.spans if nodes[a.attribution].source): a.status  # type: ignore[union-attr]
        for a in event.assertions
    }


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The league said troops had shelled the port. The army denied it.", "shelled", {"The league": "occurred", "The army": "denied"}),
        ("The league said troops had shelled the port. The army denied the claim.", "shelled", {"The league": "occurred", "The army": "denied"}),
        ('The mayor said guards had beaten the men. "It never happened," the captain said.', "beaten", {"The mayor": "occurred", "the captain": "denied"}),
        ("The league blames the brigade for shelling the port. The brigade denied it.", "shelling", {"The league": "alleged", "The brigade": "denied"}),
        # Who calls a claim a lie or doubts it has not said what happened.
        ("The league said troops had shelled the port. The army doubted the report.", "shelled", {"The league": "occurred"}),
        # It denies that it knew, not that the port was shelled.
        ("The league said troops had shelled the port. The army praised the league.", "shelled", {"The league": "occurred"}),
    ],
)
def test_who_denies_an_event_stands_with_it(text: str, trigger: str, expected: dict[str, str], ungated: Coder) -> None:
    record = ungated.code(text)
    assert voices(record, trigger) == expected


def test_a_denial_changes_no_status(ungated: Coder) -> None:
    record = ungated.code('The mayor said guards had beaten the men. "It never happened," the captain said.')
    assert [e.status for e in record.events if e.type == "ASSAULT"] == ["occurred"]
    assert len(record.disputes) == 1


def test_what_one_says_never_happened_is_not_taken_from_another(ungated: Coder) -> None:
    """The outlet's own next sentence undoes the plan; a source's does not undo what another source told."""
    assert [e.status for e in ungated.code("Porters were to strike at noon. It never happened.").events] == ["negated"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        # hung on the words that it denies
        ("The mayor said guards had shot two men, a charge the captain rejected.", {"asserts": 1, "rejects": 1}),
        ("The mayor said guards had shot two men, a claim rejected by the captain.", {"asserts": 1, "rejects": 1}),
        ("The mayor said guards had shot two men, which the captain denied.", {"asserts": 1, "denies": 1}),
        ("Guards had shot two men, the mayor said, something the captain has repeatedly denied.", {"asserts": 1, "denies": 1}),
        ("The army says it killed 12 rebels, a figure that the rebels dispute.", {"asserts": 1, "denies": 1}),
        ("The union said guards had shot two men. The claim, which the captain denied, was on every front page.", {"asserts": 1, "denies": 1}),
        ("The militia is accused of shooting two men, a charge it denies.", {"asserts": 1, "denies": 1}),
        # what the outlet told just before
        ("Rebels attacked the village on Monday. The army denied it.", {"asserts": 0, "denies": 1}),
        ("The port was shelled on Monday. The army denied responsibility.", {"asserts": 0, "denies": 1}),
        # passive, or told before what it denies, or of nobody who is named
        ("The minister said two men were shot. The minister's account was contradicted by two witnesses.", {"asserts": 1, "denies": 1}),
        ("Officials insist no civilians were killed. Residents say at least nine died.", {"asserts": 1, "denies": 1}),
        ("The port has always insisted that its dredgers are harmless, but the islands suspect it of sinking two boats.", {"asserts": 1, "denies": 1}),
        ("The ministry rejected suggestions that it had known of the raid.", {"asserts": 0, "rejects": 1}),
        ("Lawyers for the general say the charges are politically motivated.", {"asserts": 0, "rejects": 1}),
        ("The ministry rejected the suggestion that the port close on Sundays.", {}),
        ("The army said no soldier was killed. The league said two clerks were shot.", {}),
        ("The port has always insisted that its dredgers are harmless. The islands suspect two fishermen of sinking boats.", {}),
        # the outlet calls it wrong itself, or whose words these are
        ("A guard wrongfully accused two players of stealing blankets.", {"asserts": 1, "rejects": 0}),
        ("The minister falsely claimed that rebels had shot two men.", {"asserts": 1, "rejects": 0}),
        ("The union said a guard had falsely accused two men of shooting a clerk.", {"asserts": 1, "rejects": 1}),
        ("A guard rightly accused two players of stealing blankets.", {}),
        # look-alikes: those who denied are described; an offer is refused; a deed of others and an involvement that nobody told of; what a denial tells itself
        ("Two men who denied the charge were shot on Monday.", {}),
        ("The envoy made an offer the rebels rejected.", {}),
        ("Rebels attacked the village on Monday. The army denied involvement.", {}),
        ("Rebels attacked the village on Monday. The governor denied that he was ill.", {}),
    ],
)
def test_what_a_short_denial_answers(text: str, sides: dict[str, int], ungated: Coder) -> None:
    disputes = ungated.code(text).disputes
    assert len(disputes) == (1 if sides else 0)
    assert {s.stance: len(s.attributions) for d in disputes for s in d.sides} == sides


def test_another_figure_is_no_denial_of_the_deed(ungated: Coder) -> None:
    record = ungated.code("The army says it killed 12 rebels, a figure that the rebels dispute.")
    assert [a.status for e in record.events if e.type == "ASSAULT" for a in e.assertions] == ["occurred"]


@pytest.mark.parametrize("text", ["Two officials spoke of the raid. One of them said troops had shelled the port.", "Two officials spoke of the raid. One said troops had shelled the port."])
def test_one_of_those_just_named_speaks(text: str, ungated: Coder) -> None:
    assert next(iter(voices(ungated.code(text), "shelled"))).startswith("One")


def test_what_a_threat_waits_for_is_no_threat(ungated: Coder) -> None:
    assert [e.status for e in ungated.code("The army will shell the port unless the guards leave.").events if e.type == "ASSAULT"] == ["threatened"]
    assert [e.status for e in ungated.code("The envoys will meet unless it rains.").events] == ["hypothetical"]
    record = ungated.code("If they attack the port, we will bomb the capital, the minister warned.")
    assert {w.quote: e.status for e in record.events for m in e.mentions for w in m.trigger} == {"attack": "hypothetical", "bomb": "threatened", "warned": "occurred"}
