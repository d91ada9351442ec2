"""Words of ties that accuse nobody, talk of deeds, attempts that go on, and what goes on under a hope or a plan."""

from __future__ import annotations

import pytest

from onrecord import Coder


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Police dismantled a network linked to the Tarsen gang.", False),
        ("Ten men connected to the Ulmo cartel were seized at Lom.", False),
        ("A customs clerk who has been tied to smuggling fled the island.", False),
        ("Villagers say the guards are linked to the Tarsen gang.", False),
        ("Prosecutors linked the mayor to the killing of a judge.", True),
        ("The mayor was linked to the killing by prosecutors.", True),
        ("The general has been linked to the massacre at Lom.", True),
    ],
)
def test_ties_are_no_accusation(text: str, told: bool) -> None:
    assert any(e.type == "ACCUSE" for e in Coder(gate=False).code(text).events) == told


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("The so-called commanders slept in Gao.", "CONSULT", False),
        ("The envoy also talked of a dialogue with the rebels.", "CONSULT", False),
        ("The two ministers spoke by telephone about the hostages in Gao.", "CONSULT", True),
        ("The minister talked with the rebels about a ceasefire.", "CONSULT", True),
    ],
)
def test_words_about_deeds(text: str, kind: str, told: bool) -> None:
    assert any(e.type == kind and e.status == "occurred" for e in Coder(gate=False).code(text).events) == told


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The army is trying to block phone signals in the prisons.", "COERCE", "planned"),
        ("The army tried to block phone signals in the prisons.", "COERCE", "failed"),
        ("The envoy said he hoped the talks between the guild and the rebels would continue.", "CONSULT", "occurred"),
        ("The mayor told clerks that the ban will be extended.", "COERCE", "occurred"),
        ("The mayor wants to extend a ban.", "COERCE", "proposed"),
        ("This is considered a terrorist attack.", "ASSAULT", "occurred"),
        ("The council is considering an attack on the port.", "ASSAULT", "proposed"),
        ("Officers arrested a driver on fraud charges in Lom.", "ACCUSE", "occurred"),
        ("The bishop spoke of an amnesty for the rebels.", "CONCEDE", "hypothetical"),
        ("The envoy talked about the wave of killings that shook Lom.", "ASSAULT", "occurred"),
        ("The president spoke of the killing of three boys.", "ASSAULT", "occurred"),
    ],
)
def test_status(text: str, kind: str, status: str) -> None:
    assert {e.status for e in Coder(gate=False).code(text).events if e.type == kind} == {status}
