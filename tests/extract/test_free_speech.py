"""On whose word an event stands: speech that runs on, speakers behind the words, and what near a source's words is the outlet's own. Sentences are ours."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.export.dossier import page
from onrecord.model.record import Record
from onrecord.model.span import words_of

OPEN = "the outlet itself or {}: the words leave it open"


def voices(record: Record) -> dict[str, str]:
    """On whose word, by the trigger's words, of every entry of the page."""
    entries = [e for s in page(record, names=True).sections for e in s.entries if "“" in e.tag]
    return {e.tag.rsplit("“", 1)[1].rstrip("”"): v.split(" (")[0] for e in entries for k, v in e.facts if k == "on whose word"}


@pytest.mark.parametrize(
    ("text", "trigger", "voice"),
    [
        # In the same sentence: "and that", the tense of reported speech, "then".
        ("The mayor said that troops had killed two men and that rebels had shelled the port.", "shelled", "The mayor"),
        ("The spokesman said a car had hit the wall, but officers were investigating a bombing.", "bombing", "The spokesman"),
        ("The clerk said rebels burned the mill, but soldiers shelled the port.", "shelled", OPEN.format("The clerk")),
        ("The clerk says that five men were led out, then the captain shot two of them.", "shot", OPEN.format("The clerk")),
        ("The clerk said rebels had burned the mill, but soldiers are shelling the port.", "shelling", "the outlet itself"),
        # In the next: a modal in the tense of reported speech, never plain telling.
        ("The envoy said the army would attack the camp. It would shell the port.", "shell", OPEN.format("The envoy")),
        ("The envoy said the army would attack the camp. Rebels shelled the port on Monday.", "shelled", "the outlet itself"),
        # A speaker behind the words.
        ("Boats can be moved at night, but soldiers shelled the port, Ana Ruiz said.", "shelled", "Ana Ruiz"),
        ("Soldiers shelled the port on Friday, the valley's relief agency said, as the river rose.", "shelled", "the valley's relief agency"),
        ("“We shelled the port,” the valley’s envoy to the league, Ana Ruiz, told reporters.", "shelled", "the valley’s envoy to the league, Ana Ruiz"),
        ("The two gangs, it is believed, have signed a truce.", "signed … truce", "a source that the text does not name"),
        # What is only named is the teller's word too, unless he merely backs it, summons it, or is watched.
        ("Witnesses reported heavy gunfire near the port.", "gunfire", "Witnesses"),
        ("Lakes and Hills have backed a raid on the port.", "raid", "the outlet itself"),
        ("The men can be heard threatening the guard.", "threatening", "the outlet itself"),
        ("The queen condemned the raid, after she called an emergency meeting with her guards.", "emergency … meeting", "the outlet itself"),
        # Comments, descriptions and hearsay of something else.
        ("The general said the valley was calm, ignoring the fact that his troops had killed ten farmers.", "killed", "the outlet itself"),
        ("The films were reportedly leaked by officers investigating the kidnapping of a boy.", "kidnapping", "the outlet itself"),
        ("The captain had to prove that the rebels had attacked the mill.", "attacked", "the outlet itself"),
    ],
)
def test_on_whose_word(text: str, trigger: str, voice: str, ungated: Coder) -> None:
    found = voices(ungated.code(text, published="2025-03-05"))
    assert found.get(trigger) == voice, found


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("At noon the ferry line released a statement:\n\n“We did nothing wrong, and soldiers shelled the port without a warning to us.”", "the ferry line"),
        ("Yoko Naito opposed the plan. “Our soldiers shelled the port last year for no reason at all.”", "Yoko Naito"),
        ("Ana Ruiz said the town was quiet.\n\n“Our soldiers shelled the port last year for no reason at all.”", "Ana Ruiz"),
        ("The town is quiet again.\n\n“Our soldiers shelled the port last year for no reason at all.”", "a source that the text does not name"),
    ],
)
def test_a_quotation_is_never_the_outlets_word(text: str, voice: str, ungated: Coder) -> None:
    assert voices(ungated.code(text, published="2025-03-05"))["shelled"] == voice


def test_what_may_be_the_outlets_is_no_statement_and_takes_no_side(ungated: Coder) -> None:
    record = ungated.code("The guard said rebels had burned the mill. They would attack the port. The rebels denied that they would attack the port.")
    left_open = [a for a in record.attributions if a.or_outlet]
    assert [words_of(a.content) for a in left_open] == ["They would attack the port"]
    assert not any(a.told for a in left_open)
    assert not any(set(s.attributions) & {a.id for a in left_open} for d in record.disputes for s in d.sides)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("In a statement, the league said it was vital that the island keep calm and called on its stewards to attack the rebels.", "the league"),
        ("Chad’s and Mali’s ambassadors to the league said they opposed any raid.", "Chad’s and Mali’s ambassadors to the league"),
        ("According to papers leaked to the Lakes Panel, Ruiz's husband is the director of the mill.", "papers leaked to the Lakes Panel"),
    ],
)
def test_sources_whole_and_their_own(text: str, source: str, ungated: Coder) -> None:
    record = ungated.code(text)
    assert {words_of(a.source.spans) for a in record.attributions if a.source is not None and a.told and a.parent is None} == {source}


def test_acts_that_stand_in_each_others_slots_end_no_report(ungated: Coder) -> None:
    """Two acts may each be the subject of the other; who did them is then nobody, and no endless search."""
    record = ungated.code("The threatening letters promised not to harm the guild in exchange for a boat.")
    assert [i.message for i in record.issues if i.severity == "error"] == []
    assert record.events


@pytest.mark.parametrize("text", ["Rescuers found a boy dead and were killed after a four-day search.", "The army fired a three-stage rocket."])
def test_how_a_thing_is_made_or_how_long_it_took_is_no_figure(text: str, ungated: Coder) -> None:
    assert ungated.code(text).quantities == ()
