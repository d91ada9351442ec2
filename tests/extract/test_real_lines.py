"""Lines that a reader of real reports struck out, by class, in sentences of our own; each class with sentences that look alike and mean something else."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record


def found(record: Record, trigger: str) -> list[str]:
    """The status of each event that the word is a trigger of."""
    return [e.status for e in record.events if any(trigger in s.quote for m in e.mentions for s in m.trigger)]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        # A noun's own clause behind the verb: no evidence, and what there is
        ("No evidence has emerged that rebels attacked the port.", "attacked", ["hypothetical"]),
        ("No evidence has surfaced that the army shelled the village.", "shelled", ["hypothetical"]),
        ("So far no evidence has been found that police killed the monk.", "killed", ["hypothetical"]),
        ("Evidence has emerged that rebels attacked the port.", "attacked", ["occurred"]),
        ("Rumours spread that the army had shelled the village.", "shelled", ["alleged"]),
        ("No survivors were found after the army shelled the village.", "shelled", ["occurred"]),
        # A kind of deed that something is said of
        ("Attacks on tax columns are a puzzling business.", "Attacks", []),
        ("Attacks on aid workers are a war crime.", "Attacks", []),
        ("The attacks on convoys are hard to trace.", "attacks", ["ongoing"]),
        ("Massacres in the valley are nothing new.", "Massacres", ["ongoing"]),
        ("Raids on farms are likely.", "Raids", ["hypothetical"]),
        # What is countered, broken or laid on somebody is there
        ("The fleet sailed to counter Gorvian military drills.", "drills", ["occurred"]),
        ("The bank helped the regime break international sanctions.", "sanctions", ["occurred"]),
        ("The army will deploy to counter attacks by rebels.", "attacks", ["hypothetical"]),
        ("The firm is subject to sanctions.", "sanctions", ["occurred"]),
        ("The exiles are subject to deportation.", "deportation", ["hypothetical"]),
        ("The deal is subject to an inquiry by the board.", "inquiry", ["hypothetical"]),
        ("The villages were subjected to shelling.", "shelling", ["occurred"]),
        # A crime that somebody is said to have ordered
        ("He is accused of ordering the killing of a reporter.", "killing", ["occurred"]),
        ("The boss ordered the massacre of nine clerks.", "massacre", ["occurred"]),
        ("The clan wanted to order the murder of a judge.", "murder", ["proposed"]),
        ("The prefect was targeted for assassination.", "assassination", ["planned"]),
        # What is only mimed, or taken for a preparation
        ("The drill included attacks against a mock missile site.", "attacks", []),
        ("The khan regards the drill as a preparation for invasion.", "invasion", []),
        ("Preparations for an assault on the city are well advanced.", "assault", ["planned"]),
        # First steps
        ("The test was a first step in military action on the isle.", "action", ["hypothetical"]),
        ("The arrest was a step in the crackdown on the guild.", "crackdown", ["occurred"]),
        # As real as the main clause
        ("The army will guard the port while negotiating with the rebels.", "negotiating", ["planned"]),
        ("The army shelled the port while negotiating with the rebels.", "negotiating", ["occurred"]),
        # The weights against what the words take as known
        ("The envoy said it was an act that we strongly condemn.", "condemn", ["occurred"]),
    ],
)
def test_status_of_classes_met(text: str, trigger: str, status: list[str], ungated: Coder) -> None:
    assert found(ungated.code(text), trigger) == status


def test_no_evidence_that_has_emerged_is_an_open_question(ungated: Coder) -> None:
    assert [q.kind for q in ungated.code("No proof has surfaced that the militia burned the mill.").questions] == ["no_evidence"]
    assert not ungated.code("Proof has surfaced that the militia burned the mill.").questions


@pytest.mark.parametrize(
    ("text", "number"),
    [
        # Two groups of one country are two; a probe brought in is another
        ("The Halvan Front and the Green Lions fought in the north of Colombia. In the south the Brenn Clan fought the Osk Cartel.", 2),
        ("Prosecutors opened a probe into the port. The bank is part of a probe into a lottery.", 2),
        ("Prosecutors opened a probe into the port. The probe has cost a fortune.", 1),
    ],
)
def test_deeds_that_are_one_or_several(text: str, number: int, ungated: Coder) -> None:
    record = ungated.code(text)
    kinds = [e for e in record.events if any(s.quote in ("fought", "probe", "opened", "opened a probe") for m in e.mentions for s in m.trigger)]
    assert len(kinds) == number


def voices(record: Record, trigger: str) -> set[str | None]:
    """Who asserts the event with that trigger: None is the outlet, "" somebody unnamed."""
    nodes = {a.id: a.source for a in record.attributions}
    event = next(e for e in record.events if any(trigger in s.quote for m in e.mentions for s in m.trigger))
    found = {a.attribution: nodes[a.attribution] if a.attribution else None for a in event.assertions}
    return {None if k is None else " ".join(s.quote for s in v.spans) if v is not None else "" for k, v in found.items()}


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        # A speaker between two commas, whatever the parser hangs on his verb
        ("The raid could, two officials said, lead to the arrest of the leaders.", "arrest", {"two officials"}),
        ("The bank is likely to face scrutiny in Norland, two lawyers say, amid a push by the crown into chips.", "face", {"two lawyers"}),
        ("A deal could also, some brokers say, lead to the arrest of the leaders.", "arrest", {"some brokers"}),
        # One of several people speaks; one of several towns does not
        ("One of the founders told Reuters the army had shelled the port.", "shelled", {"One of the founders"}),
        # What the outlet holds against somebody's words
        ("The mayor said the town was calm even as rebels attacked the port.", "attacked", {None}),
        ("The mayor said rebels attacked the port as people slept.", "attacked", {"The mayor"}),
        # A forgotten closing mark, and the quotation after a speaker's name
        (
            'The two sides met on Monday and argued for hours.\n\n"The army shelled the port at dawn and left, Orrel said.\n\nThe union left the town.',
            "shelled",
            {"Orrel"},
        ),
        (
            'The two sides met on Monday.\n\n"We saw them come ashore at dawn," Orrel said.\n\n"After that the soldiers shelled the port for two hours."\n\nThe union left the town.',
            "shelled",
            {"Orrel"},
        ),
    ],
)
def test_whose_word_of_classes_met(text: str, trigger: str, who: set[str | None], ungated: Coder) -> None:
    assert voices(ungated.code(text), trigger) == who


def test_who_is_told_is_no_part_of_what_is_told(ungated: Coder) -> None:
    record = ungated.code("One of the brewers told AFP the fines themselves were a scandal.")
    assert [" ".join(s.quote for s in a.content) for a in record.attributions] == ["the fines themselves were a scandal"]


def test_an_agency_that_opens_the_text_does_nothing(ungated: Coder) -> None:
    record = ungated.code("Port shelled\n\n(CNN) Northern leader Dov Karst met the union in Lom on Monday and left after an hour.")
    names = {e.id: e.name for e in record.entities}
    assert "CNN" not in {names[a.entity] for e in record.events for a in e.actors}


@pytest.mark.parametrize(
    ("text", "trigger", "background"),
    [
        ("The king promised on Monday that the fleet would stay until it was paid in 2007.", "promised", False),
        ("The premier resisted pressure to resign after papers showed that he bought a firm in 2007.", "resisted", False),
        ("In 2007 the premier resisted pressure to resign.", "resisted", True),
    ],
)
def test_a_year_in_what_is_told_does_not_date_the_telling(text: str, trigger: str, background: bool, ungated: Coder) -> None:
    event = next(e for e in ungated.code(text).events if any(trigger in s.quote for m in e.mentions for s in m.trigger))
    assert event.background is background


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The weavers ask that the talks promised to two clans be held with every clan.", 0),
        ("The suspects are to be held in jail.", 1),
        ("Police said the men who attended the meeting were being held with their leader.", 1),
    ],
)
def test_who_is_held_and_what_is_held(text: str, number: int, ungated: Coder) -> None:
    assert sum("arrest" in e.modes for e in ungated.code(text).events) == number


def test_a_day_is_nothing_that_is_attacked_and_a_name_counts_nothing(ungated: Coder) -> None:
    record = ungated.code("Raiders made attacks on the eve of a Group of Ten congress in Lom.")
    assert not [o.text for e in record.events for o in e.objects]
    assert not [e.count for e in record.events if e.count]
    assert [o.text for e in ungated.code("Rebels carried out attacks on the granary.").events for o in e.objects] == ["the granary"]


def test_what_is_closer_is_not_closed(ungated: Coder) -> None:
    text = (
        "Admiral Dov Karst warned on Sunday that the isle is closer to an atomic war with Norland than it ever was.\n\n"
        "Norland's radio put out a pledge on Saturday that the realm would remain true to its atomic plans."
    )
    assert not ungated.code(text).disputes
