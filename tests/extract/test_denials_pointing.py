"""Denials that point at what they answer: a report, a charge, an accusation told in the passive; and what is no such denial."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record
from onrecord.model.span import words_of


def disputes(record: Record) -> list[tuple[str, str, str]]:
    """(claim, who asserts, who opposes) of each dispute, in the report's words."""
    nodes = {a.id: words_of(a.source.spans) if a.source else "-" for a in record.attributions}
    claims = {c.id: words_of(c.spans) for c in record.claims}
    found = []
    for dispute in record.disputes:
        for_, against = [], []
        for side in dispute.sides:
            (for_ if side.stance in ("asserts", "supports") else against).extend(nodes[a] for a in side.attributions)
        found.append((claims[dispute.claim], ", ".join(for_), ", ".join(against)))
    return found


@pytest.mark.parametrize(
    ("text", "claim", "asserts", "against"),
    [
        # the holder stands in the denial itself
        ("Varda denies any links with the murder of Lom's deputy mayor last week, an allegation made by the Lom river guard.", "any links with the murder", "river guard", "Varda"),
        # an accusation in the passive
        ("The Heron Band has been accused of burning the mill. Its leader, Anton Weiss, denied involvement in the fire.", "burning the mill", "", "Weiss"),
        ("The Heron guild has been accused by farmers of burning the mill. The guild denied involvement in the fire.", "burning the mill", "", "guild"),
        # the denial is passive, or stands beside the main verb
        ("Traders agree that the dismissal was prompted by the shelling. These statements were denied by Mayor Orsk who insisted that it was a routine matter.", "the dismissal was prompted", "Traders", "Orsk"),
        ("Prosecutors accused Solt of theft. After denying the charge, she said she would sue.", "theft", "Prosecutors", "she"),
        ("Prosecutors accused Anton Weiss of theft in May. His spokeswoman said any claims of theft are flatly denied by Mr. Weiss.", "theft", "Prosecutors", "spokeswoman"),
        # what the report reported of the denier, not what was said last
        (
            "A Lom report said that Chinese ships had carried coal to Varda. The weather service said the sea was calm. China denied the reports on Friday.",
            "Chinese ships had carried coal", "report", "China",
        ),
        ("Police said the guild had plotted to poison the bishops. The guild said that the story was made up.", "plotted to poison", "Police", "guild"),
    ],
)  # fmt: skip
def test_a_denial_finds_what_it_answers(ungated: Coder, text: str, claim: str, asserts: str, against: str) -> None:
    found = disputes(ungated.code(text))
    assert any(claim in c and asserts in a and against in d for c, a, d in found), found


def test_a_denial_told_again_opens_no_second_dispute(ungated: Coder) -> None:
    text = (
        "Colonel Anton Dessa, commander of the fort, refuted the charge of the Lom league that his fort has secret cells. According to a deserter, the cells are run "
        "by his captains. Colonel Dessa denied that any cells have existed in his fort."
    )
    assert len(disputes(ungated.code(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The Orsk government repeated its rejection of the sanctions that Gao imposed in May.",  # not wanted, and imposed all the same
        "The mayor opened the hall after rejecting the proposal.",
        "The court, denying the motion, said the law was clear.",
        "The new bridge was made up of four spans, the builder said.",
    ],
)
def test_no_denial_of_a_claim(ungated: Coder, text: str) -> None:
    assert not disputes(ungated.code(text))


@pytest.mark.parametrize(
    ("text", "disputes"),
    [
        ("The hospital said two of the wounded had died. The army insisted that no civilians had been hit.", 0),
        ("Counsel said she would ask for leave to appeal. The government rejected that account.", 0),
        ("A rebel said the offensive would free the town. Diplomats maintain that the army had expected the offensive.", 0),
        ("Two elders said that a ransom had been dropped by air. The government insisted that no ransom had been paid.", 1),
    ],
)
def test_who_insists_may_speak_of_another_thing(ungated: Coder, text: str, disputes: int) -> None:
    assert len(ungated.code(text, published="2026-03-12").disputes) == disputes


def test_accusations_are_answered_by_the_deed(ungated: Coder) -> None:
    text = "The committee said guards had starved prisoners. It said it had interviewed 14 inmates. The government rejected the accusations."
    record = ungated.code(text, published="2026-03-12")
    claims = {c.id: " ".join(s.quote for s in c.spans) for c in record.claims}
    assert [claims[d.claim] for d in record.disputes] == ["guards had starved prisoners"]
