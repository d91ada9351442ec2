"""Deeds that are only spoken of beside those that were done, and plain deeds of gangs, gunmen and strikers; each turn beside its neighbours that read as they did."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(actor_lists=())


def code(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2026-03-18")


def told(coder: Coder, text: str) -> list[tuple[str, str]]:
    return [(e.type, e.status) for e in code(coder, text).events]


def days(record: Record) -> list[str]:
    known = {t.id: t.value for t in record.times}
    return [known[t.time] for e in record.events for t in e.times if t.basis == "words" and t.role == "at"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said the treaty extends to attacks on supply vessels.",
        "The law punishes attacks on officials.",
        "The president said the defence treaty applied to an attack on the islands.",
        "Three pickets were injured when a lorry drove through the line.",
        "A man was found dead in a burned car on Monday night.",
        "Neither side wants a war, analysts say.",
        "The minister said his country does not want war.",
        "The shipping line sent two tankers to the port of Haifa.",
        "The collapse of a concrete canopy at the railway station killed 16 people.",
    ],
)
def test_what_tells_of_no_deed(coder: Coder, text: str) -> None:
    assert told(coder, text) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The tribunal's mandate covers the killings of 1994.", [("ASSAULT", "occurred")]),
        ("The union held pickets outside three mills.", [("PROTEST", "occurred")]),
        ("Police beat two pickets.", [("ASSAULT", "occurred")]),
        ("Gunmen left a burned car behind.", [("ASSAULT", "occurred")]),
        ("The navy sent three vessels to the strait.", [("MOBILIZE", "occurred")]),
        ("Those who refused to pay had their vans burned.", [("ASSAULT", "occurred")]),
        ("Rioters burned cars in the suburb.", [("PROTEST", "occurred")]),
        ("The militia captured a police station on Monday.", [("ASSAULT", "occurred")]),
        ("Leaders vowed to keep the highway closed.", [("THREATEN", "occurred")]),
        ("The governor vowed to keep the road open.", [("AGREE", "occurred")]),
        ("The minister said the incident must not derail the peace process.", [("CONSULT", "occurred")]),
        ("The photographer captured a church at dusk.", []),
        ("The envoy said the attack must not derail the talks.", [("ASSAULT", "occurred"), ("CONSULT", "occurred")]),
        ("The minister accused foreign embassies of financing the riots.", [("ACCUSE", "occurred"), ("AID", "alleged"), ("PROTEST", "occurred")]),
        ("The minister accused the opposition of orchestrating the riots.", [("ACCUSE", "occurred"), ("PROTEST", "alleged")]),
        ("The attack derailed the talks.", [("ASSAULT", "occurred")]),
        ("Ms Orrego said she knew nothing of it and condemned the blast.", [("ACCUSE", "occurred")]),
        ("The army attacked nobody and withdrew on Monday.", [("ASSAULT", "negated"), ("RETREAT", "occurred")]),
    ],
)
def test_spoken_of_or_done(coder: Coder, text: str, kinds: list[tuple[str, str]]) -> None:
    assert told(coder, text) == kinds


@pytest.mark.parametrize(
    ("text", "kind", "when"),
    [
        ("Britain on Monday announced sanctions on two companies.", ("SANCTION", "occurred"), ["2026-03-16"]),
        ("Canada announced the expulsion of three diplomats on Monday.", ("SANCTION", "occurred"), ["2026-03-16"]),
        ("The bloc announced plans for sanctions on two banks.", ("SANCTION", "planned"), []),
        ("The republic announced tariffs on steel.", ("SANCTION", "planned"), []),
    ],
)
def test_sanctions_are_laid_on_by_announcing_them(coder: Coder, text: str, kind: tuple[str, str], when: list[str]) -> None:
    record = code(coder, text)
    assert [(e.type, e.status) for e in record.events] == [kind]
    assert days(record) == when


@pytest.mark.parametrize(
    "text", ["Police fired tear gas and rubber bullets at protesters on Tuesday.", "Officers used batons, tear gas and water cannon against the marchers."]
)
def test_what_is_used_in_one_breath_is_one_act(coder: Coder, text: str) -> None:
    assert told(coder, text) == [("ASSAULT", "occurred")]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The army warned that it would fire on any vehicle that crosses the line.", [("ASSAULT", "threatened")]),
        ("Villagers said they would block the railway on Monday.", [("PROTEST", "planned")]),
        ("The union said members would block the avenue on Thursday.", [("PROTEST", "planned")]),
        ("Bandits took 30 pupils into the forest on Friday.", [("ASSAULT", "occurred")]),
        ("The rebels took the wounded into the hills.", []),
        ("A man on a bicycle fired three times at the judge.", [("ASSAULT", "occurred")]),
        ("The manager said strikers had slashed his tyres.", [("PROTEST", "occurred")]),
        ("Vandals slashed the tyres of ten cars.", [("ASSAULT", "occurred")]),
        ("Gangsters burned the vans of traders.", [("ASSAULT", "occurred")]),
        ("The court ordered the seizure of two apartments.", [("COERCE", "planned")]),
    ],
)
def test_plain_deeds_are_found(coder: Coder, text: str, kinds: list[tuple[str, str]]) -> None:
    assert told(coder, text) == kinds
