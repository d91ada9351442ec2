"""Sectors that only the bare noun tells, towns of two names, and a town before the province that is called after it."""

import pytest

from onrecord import Coder


@pytest.mark.parametrize(
    ("text", "name", "sectors"),
    [
        ("Inspectors from the Harbour Rights Office were turned away by the militia.", "Inspectors", ()),
        ("River inspectors searched the barge and arrested two men.", "River inspectors", ()),
        ("Police inspectors arrested two men.", "Police inspectors", ("COP",)),
        ("Inspectors arrested two men.", "Inspectors", ("COP",)),
        ("The Roundtable mediator urged the militia to disarm.", "Roundtable mediator", ()),
        ("The Lawyers' Circle condemned the beating.", "Lawyers' Circle", ()),
        ("The Dockers' Circle condemned the beating.", "Dockers' Circle", ("LAB",)),
    ],
)
def test_a_sector_is_asserted_only_where_the_words_tell_it(ungated: Coder, text: str, name: str, sectors: tuple[str, ...]) -> None:
    assert {e.name: e.sectors for e in ungated.code(text).entities}[name] == sectors


@pytest.mark.parametrize(
    ("text", "place", "precision"),
    [
        ("Soldiers shot two herders in Gao, in Mali.", "Gao", "city"),
        ("Soldiers shot two herders in Gao province, in Mali.", "Gao", "admin1"),
        ("Soldiers shot two herders in Oaxaca, in Mexico.", "Oaxaca", "admin1"),
    ],
)
def test_a_town_before_the_province_called_after_it(ungated: Coder, text: str, place: str, precision: str) -> None:
    assert next(p.precision for p in ungated.code(text).places if p.name.startswith(place)) == precision


def test_a_town_of_two_names_is_nobody(ungated: Coder) -> None:
    record = ungated.code("The barge left Richard-Toll on Monday, and gunmen attacked it.")
    assert "Richard-Toll" in {p.name for p in record.places}
    assert "Richard-Toll" not in {e.name for e in record.entities}


def test_where_the_raid_was_is_not_where_somebody_apologised_for_it(ungated: Coder) -> None:
    record = ungated.code("The federation apologised for a raid near Kidal that injured three herders.")
    assert not next(e for e in record.events if e.type == "CONCEDE").places
    there = ungated.code("The federation apologised in Kidal for the raid.")
    assert next(e for e in there.events if e.type == "CONCEDE").places


@pytest.mark.parametrize(
    ("text", "name", "sectors"),
    [
        ("A man who described himself as a militia commander said his fighters had shot nobody.", "man", ()),
        ("A man who sold goats said fighters had shot nobody.", "man", ("CVL",)),
        ("An official in the coalition's supply office said troops had shot nobody.", "official", ()),
    ],
)
def test_whom_no_word_places(ungated: Coder, text: str, name: str, sectors: tuple[str, ...]) -> None:
    assert {e.name: e.sectors for e in ungated.code(text).entities}[name] == sectors


def test_with_whom_a_complaint_is_filed_is_not_whom_it_accuses(ungated: Coder) -> None:
    event = next(e for e in ungated.code("The union filed a complaint against the militia with the ministry.").events if e.type == "ACCUSE")
    record = ungated.code("The union filed a complaint against the militia with the ministry.")
    assert [{e.id: e.name for e in record.entities}[p.entity] for p in event.recipients] == ["militia"]


def test_whose_war_it_is_and_where(ungated: Coder) -> None:
    record = ungated.code("The region is a part of the cartels' war in Colombia.")
    war = next(e for e in record.events if e.type == "ASSAULT")
    assert [{e.id: e.name for e in record.entities}[p.entity] for p in war.actors] == ["cartels"]
    assert war.places


def test_a_campaign_that_has_begun_is_not_planned(ungated: Coder) -> None:
    text = "The colonel said that an all-out persecution campaign against the militia has begun and nine lorries have been seized."
    assert next(e.status for e in ungated.code(text).events if any("persecution" in s.quote for m in e.mentions for s in m.trigger)) == "ongoing"


def test_a_pronoun_behind_a_dated_clause(ungated: Coder) -> None:
    record = ungated.code("On Friday, when Hua Orrel, the spokeswoman, was asked about the raid, she accused the militia.")
    assert any(m.kind == "pronoun" for e in record.entities if "Orrel" in e.name for m in e.mentions)
