"""What strict readers of fresh wires found: whose row it is, who was hurt, who is meant by a post, what is only named. Texts by OnRecord."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.event import Event
from onrecord.model.record import Record


def code(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2026-03-12")


def names(record: Record, event: Event) -> tuple[list[str], list[str]]:
    """Doers and victims of an event, by name; those who are only inferred left out."""
    known = {e.id: e.name for e in record.entities}
    doers, victims = ([known[p.entity] for p in parties if not p.inferred] for parties in (event.actors, event.recipients))
    return doers, victims


def told(coder: Coder, text: str) -> list[tuple[str, str, list[str], list[str]]]:
    """Type, status, doers and victims of each event."""
    record = code(coder, text)
    return [(e.type, e.status, *names(record, e)) for e in record.events]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Washington froze the assets of a judge, two businessmen and five companies on Monday.", ("SANCTION", "occurred", ["Washington"], ["judge", "two businessmen", "five companies"])),
        ("Three gunmen were killed, Heron said, and four soldiers wounded.", ("ASSAULT", "occurred", [], ["Three gunmen", "four soldiers"])),
        ("The ministry said one of its servicemen was killed on Monday.", ("ASSAULT", "occurred", [], ["its servicemen"])),
        ("Six armed individuals took away a teacher from the school in Lom.", ("ASSAULT", "occurred", ["Six armed individuals"], ["teacher"])),
        ("It said that on the contrary Chadian units had shelled its positions.", ("ASSAULT", "occurred", ["Chadian units"], [])),
        ("Rebels want the release of two leaders.", ("RETREAT", "proposed", [], ["two leaders"])),
        ("Copper miners down tools; union leader arrested", ("PROTEST", "occurred", ["Copper miners"], [])),
        ("She threatened to revoke the union's registration unless work resumed by Monday.", ("CONCEDE", "hypothetical", [], [])),
        ("The junta decreed a three-month suspension of the Rally for Chadian Renewal.", ("COERCE", "occurred", ["junta"], ["Rally for Chadian Renewal"])),
    ],
)
def test_who_did_what_to_whom(ungated: Coder, text: str, event: tuple[str, str, list[str], list[str]]) -> None:
    assert event in told(ungated, text)


def test_those_who_were_locked_in_did_not_burn_anybody(ungated: Coder) -> None:
    found = told(ungated, "He was convicted of the killing of 43 villagers, who were taken from their homes in June, locked in a barn and burned alive or shot as they fled.")
    assert all(not doers for kind, _, doers, _ in found if kind == "ASSAULT")
    assert ("ASSAULT", "occurred", [], ["43 villagers"]) in found


def test_a_truck_that_was_set_alight(ungated: Coder) -> None:
    found = told(ungated, "Young men burned tyres on the highway and a truck was set alight.")
    assert all("Young men" not in victims for _, _, _, victims in found)


@pytest.mark.parametrize("text", ["A website published a photograph of a burnt-out truck.", "State television showed images of destroyed tanks."])
def test_what_a_picture_shows_is_no_deed(ungated: Coder, text: str) -> None:
    assert not told(ungated, text)


@pytest.mark.parametrize(
    "text",
    [
        "The foreign minister was arrested on Monday, police said. Foreign Minister Keshav Weil denies fraud.",
        "Nepal's foreign minister was arrested on Monday. Foreign Minister Keshav Weil denies fraud.",
        "The army chief was dismissed on Monday. General Keshav Weil, the army chief, denies plotting.",
    ],
)
def test_a_post_and_the_name_of_its_holder_are_one(ungated: Coder, text: str) -> None:
    assert [e.name for e in code(ungated, text).entities if e.kind in ("person", "office")] == ["Keshav Weil"]


@pytest.mark.parametrize(
    "text",
    [
        "Russia's Foreign Minister Ivo Heron met the foreign minister of China on Monday.",
        "Israel's Defence Minister Ivo Heron warned Iran. The defence minister in Tehran rejected it.",
        "The former police chief was arrested. Police chief Ivo Heron said he took bribes.",
    ],
)
def test_posts_of_two_are_two(ungated: Coder, text: str) -> None:
    assert len([e for e in code(ungated, text).entities if e.kind in ("person", "office")]) == 2


@pytest.mark.parametrize(("name", "pronoun", "means"), [("Grace Heron", "he", False), ("Grace Heron", "she", True), ("Boniface Heron", "she", False), ("Milica Heronić", "he", False)])
def test_he_is_no_woman(ungated: Coder, name: str, pronoun: str, means: bool) -> None:
    record = code(ungated, f"Police commissioner {name} said {pronoun} would be charged.")
    assert (pronoun in [m.spans[0].quote for e in record.entities for m in e.mentions]) is means


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Kestrel Observatory for Human Rights said five men were armed.", "Kestrel Observatory for Human Rights", "organisation"),
        ("Army spokesman Lieutenant-Colonel Mamadi Heron said seven soldiers were killed.", "Mamadi Heron", "person"),
        ("Sisters Perpetua Heron, 63, and Marivic Dune, 39, were freed.", "Perpetua Heron", "person"),
        ("The house belonged to Nayef al-Heron, a trader. Mr al-Heron was sentenced to 20 years.", "Nayef al-Heron", "person"),
        ("The nephew runs Tuwa Kesheng, one of 11 recruitment agencies whose offices were searched.", "Tuwa Kesheng", "organisation"),
    ],
)
def test_names(ungated: Coder, text: str, name: str, kind: str) -> None:
    found = {e.name: e.kind for e in code(ungated, text).entities}
    assert found.get(name, kind) == kind
    assert not [n for n in found if n != name and n.split()[-1] == name.split()[-1]]


@pytest.mark.parametrize("text", ["A bomb exploded in Tuwa Kesheng.", "The jets hit a house in Umm al-Heron.", "Soldiers searched cars on the Fidel Castro road."])
def test_where_it_was_is_nobody(ungated: Coder, text: str) -> None:
    assert not [e.name for e in code(ungated, text).entities if e.name.split()[-1] in ("Kesheng", "al-Heron", "Castro")]


def test_who_neither_confirms_nor_denies_denies_nothing(ungated: Coder) -> None:
    assert not code(ungated, "Residents said the army shelled the town. Chad neither confirmed nor denied it.").disputes


@pytest.mark.parametrize(("text", "least", "most"), [("A doctor put the dead at 19 or more.", 19, None), ("Police detained 30 or more marchers.", 30, None), ("A doctor put the dead at 19.", 19, 19)])
def test_open_ends_of_figures(ungated: Coder, text: str, least: int, most: int | None) -> None:
    assert [(q.min, q.max) for q in code(ungated, text).quantities] == [(least, most)]


def test_a_day_that_is_to_come(ungated: Coder) -> None:
    record = code(ungated, "Congress is to debate extending the state of emergency on Tuesday.")
    assert [t.value for t in record.times] == ["2026-03-17"]


def test_a_headline_behind_a_land_is_no_dateline(ungated: Coder) -> None:
    record = code(ungated, "HERONLAND: Diplomats ordered out after visit to prison\n\nTwo diplomats were told to leave on Monday, three sources said. The ministry did not comment.")
    assert record.report.title is not None
    assert record.report.dateline is None


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("A court jailed editor Levent Weil on Monday. Weil has seven days to appeal. Lawyer Jan Dune said he would begin a hunger strike.", "Levent Weil"),
        ("A court met on Monday. Attorney General Jan Dune said he had sent a letter.", "Jan Dune"),
    ],
)
def test_counsel_speaks_of_the_client(ungated: Coder, text: str, whose: str) -> None:
    assert [e.name for e in code(ungated, text).entities if any(m.spans[0].quote == "he" for m in e.mentions)] == [whose]


@pytest.mark.parametrize("text", ["All but three had been freed by evening.", "The mining concession of Heron Gold covers two valleys."])
def test_no_count_and_no_concession(ungated: Coder, text: str) -> None:
    record = code(ungated, text)
    assert not record.quantities
    assert not [e for e in record.events if e.type == "CONCEDE"]


def test_left_dead_and_wounded(ungated: Coder) -> None:
    assert told(ungated, "A clash left one civilian dead and four servicemen wounded.") == [("ASSAULT", "occurred", [], ["one civilian", "four servicemen"])]


def test_two_of_a_headline_are_not_one(ungated: Coder) -> None:
    text = (
        "Police colonel among nine held in the killing of activist\n\nLOM, March 3 (Reuters) - Authorities arrested nine people on Wednesday, including an active-duty police colonel, in connection with the slaying of an activist.\n\n"
        "Ana Feliz Heron, 39, was shot five times in January. Her brother was wounded.\n\nCol. Ivo Dune, accused of supplying the weapon, was taken from his home. Feliz had fought a quarry."
    )
    heron = next(e for e in code(ungated, text).entities if e.name.endswith("Feliz Heron"))
    assert not [m.spans[0].quote for m in heron.mentions if "colonel" in m.spans[0].quote]
