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
    text = "The colonel told the council that the persecution campaign against the militia has begun and nine lorries have been seized."
    assert next(e.status for e in ungated.code(text).events if any("persecution" in s.quote for m in e.mentions for s in m.trigger)) == "ongoing"


def test_a_pronoun_behind_a_dated_clause(ungated: Coder) -> None:
    record = ungated.code("On Friday, when Hua Orrel, the spokeswoman, was asked about the raid, she accused the militia.")
    assert any(m.kind == "pronoun" for e in record.entities if "Orrel" in e.name for m in e.mentions)


def test_the_place_of_the_talks_is_not_that_of_what_was_called_off_after_them(ungated: Coder) -> None:
    record = ungated.code("The coalition considered an operation two years ago but called it off after talks in Nouakchott.")
    where = {words.quote: [p.inferred for p in e.places] for e in record.events for m in e.mentions for words in m.trigger}
    assert where["talks"] == [False]
    assert where["called"] == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The clinic had no record of the man's arrival.", ["no_evidence"]),
        ("The mill said it had no record of any complaint.", []),
        ("The carter had no criminal record, a judge said.", []),
    ],
)
def test_a_missing_record_of_complaints_or_crimes_leaves_nothing_open(ungated: Coder, text: str, kinds: list[str]) -> None:
    assert [q.kind for q in ungated.code(text).questions] == kinds


def test_a_headlines_gangs_of_one_land_are_not_those_of_a_wider_one(ungated: Coder) -> None:
    record = ungated.code("Army attacks Chadian gangs\n\nThe army has fought Central African gangs for years, and burned two of their camps.")
    assert "Chadian gangs" in {e.name for e in record.entities}
    same = ungated.code("Army attacks Chadian gangs\n\nThe army has fought Chadian gangs for years, and burned two of their camps.")
    assert sum("gangs" in e.name for e in same.entities) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Police ran a covert operation in the port.", "MOBILIZE"), ("The army ran a covert operation against the militia.", "ASSAULT"), ("The army began a ground operation in the hills.", "ASSAULT")],
)
def test_covert_operations_are_moves_unless_somebody_is_their_target(ungated: Coder, text: str, kind: str) -> None:
    assert [e.type for e in ungated.code(text).events] == [kind]
