"""Classes of lines that readers of pages judged wrong: what was beaten back, held, caught up in, judged by the outlet, done beside a "despite"."""

import pytest

from onrecord import Coder
from onrecord.model.event import Event
from onrecord.model.record import Record


def _event(record: Record, word: str) -> Event:
    return next(e for e in record.events if any(w.quote.lower() == word for m in e.mentions for w in m.trigger))


def _who(record: Record, side: str, word: str) -> set[str]:
    names = {e.id: e.name for e in record.entities}
    return {names[p.entity] for p in getattr(_event(record, word), side)}


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Rebels held the hill, fending off fierce government attacks.", "attacks", "failed"),
        ("Rebels held the hill after repelling an attack by troops.", "attack", "failed"),
        ("The garrison was fending off an attack on the hill.", "attack", "failed"),
        # An aim is none of it.
        ("Troops manned the fort to ward off an attack by rebels.", "attack", "hypothetical"),
        ("Vigils have been held in Gao.", "vigils", "occurred"),
        ("A boycott is being held in Gao.", "boycott", "ongoing"),
        ("He suggested states with some influence on Chad hold talks with Niger.", "talks", "proposed"),
        ("He suggested that the two states held talks in May.", "talks", "occurred"),
    ],
)
def test_status(text: str, word: str, status: str, ungated: Coder) -> None:
    assert _event(ungated.code(text), word).status == status


def test_the_nearer_of_two_subjects_is_the_verbs(ungated: Coder) -> None:
    record = ungated.code("After reports that the raids were the work of 'mostly young men from the north', vigils have been held all over Chad.")
    assert not [e for e in record.events if e.type == "COERCE"]
    assert _event(record, "vigils").type == "PROTEST"
    assert _who(ungated.code("The herders, three of them were held by police."), "recipients", "held") == {"herders"}


def test_who_is_caught_up_in_something_is_not_arrested(ungated: Coder) -> None:
    assert not [e for e in ungated.code("Nine smugglers were caught up in the campaign.").events if e.type == "COERCE"]
    assert [e.modes for e in ungated.code("Police caught nine smugglers near the river.").events] == [("arrest",)]


@pytest.mark.parametrize(
    ("text", "sourced"),
    [
        ("It is clear that the rebels attacked the town.", False),
        ("It became clear on Monday that the rebels had attacked the town.", False),
        ("It is alleged that the rebels attacked the town.", True),
        ("The mayor was clear that the rebels attacked the town.", True),
    ],
)
def test_a_judgement_of_nobody_is_the_outlets(text: str, sourced: bool, ungated: Coder) -> None:
    assert [a.attribution is not None for a in _event(ungated.code(text), "attacked").assertions] == [sourced]


def test_a_man_who_bombs_flies_nothing(ungated: Coder) -> None:
    assert "aerial" not in _event(ungated.code("A suicide bomber rammed a lorry into a wall, killing four civilians."), "killing").modes
    assert _event(ungated.code("Bombers from the air base hit a depot."), "hit").modes == ("aerial",)


def test_information_is_a_paper(ungated: Coder) -> None:
    record = ungated.code("At least 48 clerks were arrested, according to information on the ministry's website.")
    assert [a.source.kind for a in record.attributions if a.source is not None] == ["document"]


def test_what_a_paper_leaves_out_is_no_open_question(ungated: Coder) -> None:
    assert ungated.code("The editorial did not mention any of the claims.").questions == ()
    assert [q.kind for q in ungated.code("The statement did not mention who had paid.").questions] == ["undisclosed"]


def test_a_headline_is_what_the_lead_tells(ungated: Coder) -> None:
    text = "Carnival assaults trouble Gao\n\nPolice in Gao are investigating nine assaults. The mayor said police would stop assaults like those in the square from happening again."
    record = ungated.code(text)
    unreal = [e for e in record.events if e.type == "ASSAULT" and e.status in ("hypothetical", "negated")]
    assert all(len(e.mentions) == 1 for e in unreal)
