"""Whose deed it is: the aim of who has it, the deed of who does it and not of who sees, foils, tells or demands it."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.export.dossier import page


def who(text: str, trigger: str, coder: Coder) -> str:
    """What the page tells of who did it, of the one event with that trigger; empty where it tells nobody."""
    found = [e for s in page(coder.code(text)).sections for e in s.entries if any(p.strong and trigger in p.text for p in e.words) and "·" in e.tag]
    assert len(found) == 1, found
    return "; ".join(v for k, v in found[0].facts if k == "who")


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        # Whose an aim is: of who has it, not of who foils, survives, uncovers, blocks or tells of it.
        ("Rebels launched an attempt to seize the port of Lom.", "seize", "Rebels"),
        ("The army abandoned plans to shell the town.", "shell", "The army"),
        ("Police foiled a plot to bomb the bridge.", "bomb", ""),
        ("Police stopped a plot by students to bomb the bridge.", "bomb", ""),
        ("Rebels hatched a plot to bomb the bridge.", "bomb", "Rebels"),
        ("Troops repelled an attempt to seize the port of Lom.", "seize", ""),
        ("The mayor survived an attempt to kill him.", "kill", ""),
        ("The newspaper described a scheme to expel the envoys.", "expel", ""),
        # A bare gerund is the deed of who admits it, and of somebody else where it is seen or reported.
        ("Residents of Aleppo reported shelling near the mill.", "shelling", ""),
        ("Soldiers admitted shooting the boy.", "shooting", "Soldiers"),
        ("The men can be heard threatening the guard.", "threatening", "The men"),
        # Under attack from somebody; from a place nobody is told.
        ("The convoy came under attack from rebels.", "came", "rebels"),
        ("A patrol came under heavy fire from gunmen in Lom.", "came", "gunmen"),
        ("The port came under rocket fire from the hills of Lom.", "came", ""),
        # Who calls for an inquiry does not hold it.
        ("The council condemned the attack and called for an independent inquiry.", "inquiry", ""),
        ("The council opened an independent inquiry into the attack.", "inquiry", "The council"),
    ],
)
def test_whose_deed_it_is(text: str, trigger: str, words: str, ungated: Coder) -> None:
    assert who(text, trigger, ungated) == words


def test_a_defence_bears_on_no_deed_told_by_others(ungated: Coder) -> None:
    denied = ungated.code("VARNA - The guards beat four men. The port denied that its guards had beaten anyone and said they had used force only in self-defence.")
    assert [(a.name, a.events) for a in denied.authorities] == [("self-defence", ())]
    told = ungated.code("VARNA - The navy said it had sunk the ferry in self-defence.")
    assert [[e.type for e in told.events if e.id in a.events] for a in told.authorities] == [["ASSAULT"]]
