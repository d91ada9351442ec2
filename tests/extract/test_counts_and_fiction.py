"""Who is counted and for what; accidents and stories, which are nobody's deed; words that only look like one. All sentences are ours."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record


def kinds(record: Record) -> list[str]:
    return [e.type for e in record.events]


@pytest.mark.parametrize(
    "text",
    [
        "Flowers were laid for those killed in the hotel collapse.",
        "Seven masons were killed when a scaffold collapsed.",
        "Eleven people were killed when a footbridge collapsed in Sarn.",
        "Two cooks were killed after a crane fell on their tent.",
        "Five welders were killed when their lift plunged down a mine shaft.",
        "Six soldiers were killed when their truck overturned.",
        "Wildfires killed five beekeepers in the hills.",
        "A gas explosion killed four tenants.",
        "Four clerks were injured in a boiler explosion at a mill.",
        "A heart attack killed the premier.",
        "Floods displaced thousands of farmers.",
        "Cyclone Idra killed 30 people and displaced thousands.",
        "An avalanche killed nine climbers.",
    ],
)
def test_a_mishap_is_nobodys_deed(text: str, ungated: Coder) -> None:
    assert kinds(ungated.code(text)) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A gas attack killed nine villagers.", "ASSAULT"),
        ("An explosion killed three clerks after gunmen attacked the depot.", "ASSAULT"),
        ("A bomb explosion killed three cooks.", "ASSAULT"),
        ("Twenty people were killed when a block collapsed after shells hit it.", "ASSAULT"),
        ("Ten people were killed when a dam collapsed after an air strike.", "ASSAULT"),
        ("Six people were killed when rebels blew up a footbridge.", "ASSAULT"),
        ("Three guards were killed when their truck hit a mine.", "ASSAULT"),
        ("Six pilots were killed when their helicopter was shot down.", "ASSAULT"),
        ("Dozens of people were killed after the ceasefire collapsed.", "ASSAULT"),
        ("Nine people were killed in the collapse of the regime.", "ASSAULT"),
        ("Gunmen killed five people during the flood.", "ASSAULT"),
        ("Attackers killed the crew when the ferry sank.", "ASSAULT"),
        ("Shelling set a wildfire that killed two cooks.", "ASSAULT"),
        ("Fighting displaced thousands of farmers.", "SANCTION"),
        ("The floods and rebel attacks displaced thousands of farmers.", "SANCTION"),
    ],
)
def test_a_deed_beside_a_mishap_stays(text: str, kind: str, ungated: Coder) -> None:
    assert kind in kinds(ungated.code(text))


@pytest.mark.parametrize(
    "text",
    [
        "In the film, troops massacre a village.",
        "The film shows troops burning a village.",
        "In the play, a mob lynches the mayor.",
        "The series follows a smuggler who assassinates a president.",
        "The novel tells how rebels storm a castle.",
        "In the novel, the army burned the capital.",
        "The thriller tells of a general who bombs his own capital.",
        "In the musical, the queen orders the killing of her rival.",
    ],
)
def test_a_story_is_nobodys_deed(text: str, ungated: Coder) -> None:
    assert kinds(ungated.code(text)) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A film crew was attacked in Tripoli.", "ASSAULT"),
        ("The documentary shows troops burning a village.", "ASSAULT"),
        ("In the video, troops burn a village.", "ASSAULT"),
        ("The film shows real footage of troops burning a village.", "ASSAULT"),
        ("The film was leaked by a guard. The film shows troops burning a village.", "ASSAULT"),
        ("The government banned the film after protesters attacked cinemas.", "ASSAULT"),
        ("The film shows a raid on a village and was banned by the censors.", "COERCE"),
        ("The film, which follows a gang that robs banks, was banned in Egypt.", "COERCE"),
        ("In a series of raids, troops killed nine rebels.", "ASSAULT"),
        ("The novel's author was shot dead by a gunman.", "ASSAULT"),
        ("The show goes on while rebels attack the city.", "ASSAULT"),
        ("Hamas shows a film of troops shooting a boy.", "ASSAULT"),
    ],
)
def test_a_deed_beside_a_work_stays(text: str, kind: str, ungated: Coder) -> None:
    assert kind in kinds(ungated.code(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The judge heard of the massacre of 60 villagers.", [("killed", 60)]),
        ("The massacre of 60 villagers, including 20 children, was recalled.", [("killed", 60), ("killed", 20)]),
        ("The killing of three aid workers shocked the town.", [("killed", 3)]),
        ("The execution of five prisoners was condemned.", [("killed", 5)]),
        ("The abduction of 30 pupils shocked the town.", [("abducted", 30)]),
        ("Police caught a man who had shot four people.", [("casualties", 4)]),
        ("A man shot and killed four people.", [("killed", 4)]),
        ("Four clerks were shot dead.", [("killed", 4)]),
        ("Two thousand miners went on strike.", [("participants", 2000)]),
        ("Hundreds of nurses walked off the job in Lagos.", [("participants", 200)]),
        ("Three hundred soldiers mutinied.", [("participants", 300)]),
        ("Forty people were killed and more than 2,000 people displaced.", [("killed", 40), ("displaced", 2000)]),
        # Look-alikes.
        ("The massacre of 1994 is remembered.", []),
        ("The killing of two birds drew protests.", []),
        ("He shot three arrows.", []),
        ("The crew shot four films.", []),
        ("Rebels shot down two planes.", []),
        ("A man shot at four people.", []),
        ("Hundreds of nurses walked off with prizes.", []),
        ("Ten soldiers deserted.", [("soldiers", 10)]),
    ],
)
def test_what_is_counted(text: str, told: list[tuple[str, int]], ungated: Coder) -> None:
    assert [(q.kind, q.min) for q in ungated.code(text).quantities] == told


def parties(record: Record, kind: str) -> list[tuple[list[str], list[str]]]:
    names = {e.id: e.name for e in record.entities}
    return [([names[a.entity] for a in e.actors if not a.inferred], [names[a.entity] for a in e.recipients if not a.inferred]) for e in record.events if e.type == kind]


def test_a_gapped_passive_befalls_its_subject(ungated: Coder) -> None:
    assert parties(ungated.code("Forty people were killed and 2,000 villagers displaced."), "SANCTION") == [([], ["2,000 villagers"])]
    # With an object of its own, or a verb that needs none, it is no passive.
    assert parties(ungated.code("Two men were killed and the army withdrew."), "RETREAT") == [(["army"], [])]
    assert parties(ungated.code("Nine people were killed and police arrested two men."), "COERCE") == [(["police"], ["two men"])]


def test_whom_police_find_dead(ungated: Coder) -> None:
    for text in ("Rebels denied killing the mayor, whom police found dead.", "Police found the mayor dead after the shooting."):
        assert [w for _, w in parties(ungated.code(text), "ASSAULT")] == [["mayor"]]
    assert [w for _, w in parties(ungated.code("Two nuns were found dead after the attack."), "ASSAULT")] == [["Two nuns"]]


@pytest.mark.parametrize(
    ("text", "kinds_told"),
    [
        ("Lawmakers shot down the proposed tax.", ["REJECT"]),
        ("Voters shot down the levy.", ["REJECT"]),
        ("The army shot down the drone.", ["ASSAULT"]),
        ("A gunman shot down the tax collector.", ["ASSAULT"]),
        ("The army shot down a rocket.", ["ASSAULT"]),
    ],
)
def test_what_is_shot_down(text: str, kinds_told: list[str], ungated: Coder) -> None:
    assert kinds(ungated.code(text)) == kinds_told


def test_own_troops_on_alert_are_nobodys_target(ungated: Coder) -> None:
    assert parties(ungated.code("Serbia put its troops on high alert."), "MOBILIZE") == [(["Serbia"], [])]
    assert parties(ungated.code("The general posted troops against the rebels."), "MOBILIZE") != [(["general"], ["troops"])]
