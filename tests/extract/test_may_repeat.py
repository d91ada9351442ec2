"""Which event may be an earlier one told again: named where no word says so and nothing speaks against it, and left unnamed where something does."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from onrecord import Coder
from onrecord.errors import RecordError
from onrecord.export.dossier import page
from onrecord.model.codec import check, to_json
from onrecord.model.record import Record


def code(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2026-03-12")


def pairs(record: Record) -> list[tuple[str, str]]:
    """Triggers of each event that may repeat another, and of that other."""
    events = {e.id: e for e in record.events}
    words = {e.id: " ".join(s.words for s in e.mentions[0].trigger) for e in record.events}
    return [(words[e.id], words[events[e.may_repeat].id]) for e in record.events if e.may_repeat is not None]


@pytest.mark.parametrize(
    ("text", "again", "first"),
    [
        ("Coastguard stops boat off Sfax\n\nTunisian coastguards intercepted a boat carrying 92 people off Sfax early on Thursday, officials said.", "stops", "intercepted"),
        ("Rebels captured the village of Lom on Monday. Six farmers fled. The seizure of the village opens the road to Dorn.", "seizure", "captured"),
        ("Four officers and a photographer were injured by rioters in Lom. The photographer, Ivo Marsh, said he had been struck in the face.", "struck", "injured"),
        ("Gunmen killed four people in a bar in Lom on Sunday. “They killed my son in that bar,” a woman said.", "killed", "killed"),
    ],
)
def test_what_may_be_one_deed_is_named(text: str, again: str, first: str, ungated: Coder) -> None:
    record = code(ungated, text)
    assert pairs(record) == [(again, first)]


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested Ivo Marsh in Lom on Sunday. In 2019 police arrested Marsh for theft.",
        "The mayor of Lom was shot dead on Sunday. In January, the mayor of Dorn was gunned down.",
        "The army shelled Lom on Sunday. On Monday it shelled Lom again.",
        "The army shelled Lom on Sunday. It had shelled Lom in January.",
        "The minister met union leaders on Tuesday. He met the bishops on Wednesday.",
        "The minister met union leaders on Tuesday. He will meet them again on Friday.",
        "A court on Tuesday jailed a former minister for nine years. The court fined his driver 3,000 euros.",
        "Unknown men burned a school in Lom on Sunday. In a village nearby, they burned a mill.",
        "France accused Mali of expelling its envoy. Mali accused France of spying.",
        "Thousands marched in Lom on Sunday against the tax. Hundreds marched in Dorn.",
        "Gunmen killed four people in a bar in Lom on Sunday. “They killed my son in 2019,” a woman said.",
        "Soldiers detained four people in Lom on Sunday. “They killed my son,” a woman said.",
        "Gunmen shot dead a judge in Dorn on Sunday. A soldier was killed.",
        "Gunmen shot dead a judge in Dorn on Sunday. A second judge was wounded.",
        "Rebels clashed with soldiers near Lom on Sunday. A second soldier was killed.",
        "Rebels ambushed a convoy near Lom on Sunday. Twenty-one attackers were killed in a counter-attack.",
        "Coastguards intercepted a boat off Sfax on Thursday. A third boat was seized.",
        "Rebels seized the town of Lom on Sunday. They captured the town of Dorn.",
        "Rebels seize town of Lom\n\nRebels captured the town of Dorn on Monday, residents said.",
        "Protesters burned a police car in Lom on Sunday. Protesters stoned a bank.",
        "Police beat Ivo Marsh, a student, at a rally in Lom on Sunday. “They killed my son,” a woman said.",
    ],
)
def test_two_deeds_are_not(text: str, ungated: Coder) -> None:
    record = code(ungated, text)
    assert len(record.events) > 1
    assert pairs(record) == []


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("The murder of gang leader Marlon Vane, who was gunned down outside his home two days earlier, led to reprisals.", 2),
        ("Police said the killing of Ana Ruiz was not political. Ruiz was shot dead in Lima on Monday.", 2),
        ("Romania's former minister Liviu Stan was convicted of bribery on Tuesday. Stan, 61, was found guilty of corruption by the tribunal.", 2),
    ],
)
def test_who_was_killed_or_convicted_once_is_one_event(text: str, mentions: int, ungated: Coder) -> None:
    (event,) = code(ungated, text).events
    assert len(event.mentions) == mentions


@pytest.mark.parametrize("name", ["Ruiz", "Luz", "Marsh", "Batish", "Moyo"])
def test_a_family_name_that_opens_a_sentence_is_whose_it_is(name: str, ungated: Coder) -> None:
    record = code(ungated, f"Police said the killing of Ana {name} was not political. {name} was shot dead in Lima on Monday.")
    people = [e for e in record.entities if e.kind == "person"]
    assert [e.name for e in people] == [f"Ana {name}"]
    assert {p.entity for e in record.events for p in e.recipients} == {people[0].id}


def test_the_page_puts_it_below_the_deed_with_a_perhaps(coder: Coder) -> None:
    text = "Coastguard stops boat off Sfax\n\nTunisian coastguards intercepted a boat carrying 92 people off Sfax early on Thursday, officials said. Police arrested two men in Sfax."
    record = code(coder, text)
    entries = [e for s in page(record).sections if s.title == "What happened" for e in s.entries]
    assert [(e.indent, ("perhaps", "the same as above, told again") in e.facts) for e in entries] == [(0, False), (1, True), (0, False)]
    assert "intercepted" in "".join(p.text for p in entries[0].words)


def test_the_record_keeps_it_and_loses_no_event(ungated: Coder) -> None:
    record = code(ungated, "Coastguard stops boat off Sfax\n\nTunisian coastguards intercepted a boat carrying 92 people off Sfax early on Thursday, officials said.")
    plain = json.loads(to_json(record))["events"]
    assert [e.get("may_repeat") in (None, plain[1]["id"]) for e in plain] == [True, True]
    assert plain[0]["may_repeat"] == plain[1]["id"]


def test_one_sides_telling_of_a_massacre_may_be_it(ungated: Coder) -> None:
    record = code(ungated, "At least 38 villagers killed in Lom\n\nGunmen stormed a village near Lom on Sunday, killing at least 38 people, witnesses said. The army said rebels killed the villagers after they refused to pay.")
    assert pairs(record) == [("killed", "killed")]
    told = next(e for e in record.events if e.may_repeat is None and e.type == "ASSAULT")
    names = {e.id: e.name for e in record.entities}
    assert [names[p.entity] for p in told.actors] == ["Gunmen"]


def test_casualty_lines_of_one_wording_stand_each_below_its_own_clash(ungated: Coder) -> None:
    record = code(ungated, "Rebels clashed with soldiers near Lom on Sunday. A soldier was killed. Rebels clashed with police near Dorn on Monday. A soldier was killed.")
    entries = [(e.indent, "".join(p.text for p in e.words)) for s in page(record).sections if s.title == "What happened" for e in s.entries]
    assert [indent for indent, _ in entries] == [0, 1, 0, 1]
    assert entries[1] == entries[3]


def test_one_of_another_status_stands_under_its_own_heading_and_says_which_it_may_be(ungated: Coder) -> None:
    record = code(ungated, "The talks with the union leaders failed, a union leader said. The meeting with the union leaders was held in Lom.")
    (entry,) = (e for s in page(record).sections if s.title == "What happened" for e in s.entries)
    assert entry.facts[0] == ("perhaps", "the same as “The talks with the union leaders failed, a union leader said.”, told again")
    assert any(s.title.startswith("Attempted") for s in page(record).sections)


def test_a_deed_told_four_times_leads_to_the_first_telling(ungated: Coder) -> None:
    record = code(ungated, "Nine people were detained in Lom on Sunday, a lawyer said. Twelve people were detained, the governor's office said. Police said fifteen were detained.")
    assert len(record.events) == 3
    assert {e.may_repeat for e in record.events[1:]} == {record.events[0].id}


@pytest.mark.parametrize("wrong", ["itself", "a circle", "no event"])
def test_a_record_in_which_it_leads_nowhere_is_refused(wrong: str, ungated: Coder) -> None:
    record = code(ungated, "Rebels clashed with soldiers near Lom on Sunday. A soldier was killed.")
    first, second = record.events
    aim = {"itself": second.id, "a circle": second.id, "no event": record.entities[0].id}[wrong]
    events = (replace(first, may_repeat=aim), second) if wrong != "itself" else (first, replace(second, may_repeat=aim))
    check(record)
    with pytest.raises(RecordError, match="may repeat"):
        check(replace(record, events=events))
