"""What others deny, rumours, states that last, what somebody came to do, what a law or a weapon is able to, and words of aid and posts that tell of no act."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.event import Event
from onrecord.model.record import Record


def named(record: Record, trigger: str) -> Event:
    return next(e for e in record.events if any(s.quote == trigger for m in e.mentions for s in m.trigger))


def types(record: Record) -> list[str]:
    return sorted(e.type for e in record.events)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The army has denied accusations by the rebels that its soldiers shot nine men.", "accusations", "occurred"),
        ("The army has denied accusations by the rebels that its soldiers shot nine men.", "shot", "alleged"),
        ("The mayor dismissed an accusation by miners that guards beat two men.", "accusation", "occurred"),
        ("The army denied that its soldiers shot nine men.", "shot", "denied"),
        ("The army denied shelling the mill.", "shelling", "denied"),
        ("Rumours swept Lom on Monday that the general had been arrested by guards.", "arrested", "alleged"),
        ("Gossip spread through the port that guards had shot two men.", "shot", "alleged"),
        ("Rumours swept Lom on Monday, and guards shot two men.", "shot", "occurred"),
        ("Dockers have been on strike since Monday over pensions.", "strike", "ongoing"),
        ("Dockers had been on strike since Monday when the port closed.", "strike", "occurred"),
        ("Dockers were on strike on Monday.", "strike", "occurred"),
        ("Villagers were told that soldiers were coming to attack the camp.", "attack", "planned"),
        ("Soldiers came to attack the camp.", "attack", "occurred"),
        ("Pakistan asked Kabul to hand over two militants.", "hand", "proposed"),
        ("The army ordered its men to pull out of the town of Lom by Sunday.", "pull", "planned"),
        ("Rwanda will cut off aid to Uganda if the trial goes ahead, the ambassador warned.", "warned", "occurred"),
    ],
)
def test_status(text: str, trigger: str, status: str, ungated: Coder) -> None:
    assert named(ungated.code(text), trigger).status == status


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Guards attacked an aid convoy near Lom.", ["ASSAULT"]),
        ("Rwanda sent an aid convoy to Lom.", ["AID"]),
        ("The rebels seized two men at a checkpoint near Lom.", ["ASSAULT"]),
        ("The army set up a checkpoint near Lom.", ["MOBILIZE"]),
        ("A boiler blew up at the mill.", []),
        ("Saboteurs blew up a boiler at the mill.", ["ASSAULT"]),
        ("A digger struck a device from the second world war.", []),
        ("Rwanda gave Uganda two generators and nine tonnes of rice.", ["AID"]),
        ("The ship can fire forty rounds a minute.", []),
        ("Rebels can shell the port from the hill.", ["ASSAULT"]),
        ("Under the press law, the minister may suspend a newspaper for ninety days.", []),
        ("Under the press law, the minister suspended a newspaper.", ["COERCE"]),
    ],
)
def test_what_tells_of_an_act(text: str, found: list[str], ungated: Coder) -> None:
    assert types(ungated.code(text)) == found


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Talks on the dam were under way late on Sunday between Rwanda and Uganda.", {"Rwanda", "Uganda"}),
        ("Fighting broke out on Monday between the army and rebels.", {"army", "rebels"}),
    ],
)
def test_between_whom(text: str, actors: set[str], ungated: Coder) -> None:
    record = ungated.code(text)
    names = {e.id: e.name for e in record.entities}
    assert {names[a.entity] for a in record.events[0].actors} == actors


def test_between_two_days_there_is_nobody(ungated: Coder) -> None:
    assert all(not e.actors for e in ungated.code("Talks on the dam went on between Monday and Thursday.").events)
