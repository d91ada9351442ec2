"""Who is meant: the country and the sectors of the actors of single phrases and sentences."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.actor import Entity


def entities(coder: Coder, text: str, published: str | None = None) -> list[Entity]:
    return list(coder.code(text, published=published).entities)


def of(coder: Coder, text: str, words: str, published: str | None = None) -> Entity:
    """The one entity with a mention that reads `words`."""
    found = [e for e in entities(coder, text, published) if any(words in " ".join(s.quote for s in m.spans) for m in e.mentions)]
    assert len({e.id for e in found}) == 1, [(e.name, e.countries, e.sectors) for e in entities(coder, text, published)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "countries", "sectors"),
    [
        ("The pro-Iranian Hizbollah (Party of God) group held a rally.", "Hizbollah (Party of God) group", ("LBN",), ("REB", "PTY")),
        ("Osama bin Laden's al-Qaeda terror network", "al-Qaeda terror network", ("IMG",), ("REB",)),
        ("Some 800,000 Iraqi Kurds", "Kurds", ("IRQ",), ()),
        ("Bosnian Serbs", "Serbs", ("BIH",), ()),
        ("Turkish Kurd refugees crossed the river.", "refugees", ("TUR",), ("REF",)),
        ("U.S. and Russian negotiators met in Geneva.", "negotiators", ("USA", "RUS"), ("GOV",)),
        ("Kofi Annan, UN secretary-general, urged calm.", "Kofi Annan", ("UNO",), ()),
        ("A congressional group arrived.", "congressional group", (), ("LEG",)),
        ("Ordinary Norwegians cheered.", "Norwegians", ("NOR",), ("CVL",)),
        ("The former rebels came home.", "former rebels", (), ("REB",)),
        ("A former soldier spoke.", "former soldier", (), ("ELI",)),
        ("The wife of the president spoke.", "wife", (), ("ELI",)),
        ("The wife of the baker spoke.", "wife", (), ("CVL",)),
        ("ISIS militants in Syria withdrew.", "militants", ("IMG",), ("REB",)),
        ("Retired General Idris Osanti spoke.", "Idris Osanti", (), ("ELI",)),
        ("The generals of Chad met.", "generals", ("TCD",), ("MIL",)),
        ("Chadian Defence Minister Gen. Idris Osanti spoke.", "Idris Osanti", ("TCD",), ("GOV",)),
        ("Norwegian Foreign Minister Anne-Marie Le Gall spoke.", "Le Gall", ("NOR",), ("GOV",)),
        ("Idris Osanti, the minister of defence of Chad, spoke.", "Idris Osanti", ("TCD",), ("GOV",)),
        ("Chad's Defense Department is new.", "Defense Department", ("TCD",), ("GOV",)),
        ("The government of Chadian President Idris Osanti is old.", "government", ("TCD",), ("GOV",)),
        ("Hamas leader Idris Osanti spoke.", "Idris Osanti", ("PSE",), ("REB", "PTY")),
        ("The Chadian Labour Party met.", "Labour Party", ("TCD",), ("PTY",)),
        ("Ethnic Hungarians in Romania voted.", "Hungarians", ("ROU",), ()),
        ("Ministry of Health of Chad", "Ministry of Health", ("TCD",), ("GOV",)),
        ("Sydney", "Sydney", ("AUS",), ("CVL",)),
    ],
)
def test_phrases(ungated: Coder, text: str, words: str, countries: tuple[str, ...], sectors: tuple[str, ...]) -> None:
    entity = of(ungated, text, words)
    assert (entity.countries, entity.sectors) == (countries, sectors)


@pytest.mark.parametrize("text", ["The Assad regime is old.", "The Kenyatta government is old.", "Merkel's cabinet is old.", "The Trump administration is new."])
def test_who_leads_a_government_tells_its_country(ungated: Coder, text: str) -> None:
    country = {"Assad": "SYR", "Kenyatta": "KEN", "Merkel": "DEU", "Trump": "USA"}[next(n for n in ("Assad", "Kenyatta", "Merkel", "Trump") if n in text)]
    bodies = [e for e in entities(ungated, text) if "GOV" in e.sectors]
    assert [(e.countries, e.kind) for e in bodies] == [((country,), "institution")]


def test_a_leader_is_no_actor_beside_his_government(ungated: Coder) -> None:
    assert len(entities(ungated, "The Assad regime is old.")) == 1


def test_headline_makes_no_organisation(ungated: Coder) -> None:
    found = entities(ungated, "US Eyes New Mission")
    assert [e.name for e in found if e.kind == "organisation"] == []
    assert [e.countries for e in found if e.name == "US"] == [("USA",)]


def test_a_capital_that_opens_the_sentence_is_no_name(ungated: Coder) -> None:
    assert [e.kind for e in entities(ungated, "Congressional group") if e.name == "Congressional"] == []


@pytest.mark.parametrize("text", ["opposition newspaper La Prensa", "The opposition newspaper La Prensa praised the plan."])
def test_a_newspaper_and_its_name_are_one_actor(ungated: Coder, text: str) -> None:
    assert [(e.name, e.sectors[:1]) for e in entities(ungated, text)] == [("La Prensa", ("JRN",))]


def test_a_person_behind_a_body_noun_stays_a_person(ungated: Coder) -> None:
    assert of(ungated, "The army General Idris Osanti left.", "Idris Osanti").kind == "person"


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Leaders of the Azadliq (Freedom) opposition coalition met.", "Leaders", "OPP"),
        ("Officials of the opposition party met.", "Officials", "OPP"),
        ("Members of Hamas met.", "Members", "REB"),
        ("Supporters of Hamas met.", "Supporters", "REB"),
        ("Officials of the Dutch foreign ministry met.", "Officials", "GOV"),
        ("Supporters of the president met.", "Supporters", "CVL"),
    ],
)
def test_bare_posts_take_the_sector_of_whom_they_serve(ungated: Coder, text: str, words: str, wanted: str) -> None:
    assert wanted in of(ungated, text, words).sectors


def test_members_take_the_country_of_their_body(ungated: Coder) -> None:
    assert of(ungated, "Members of Hamas met.", "Members").countries == ("PSE",)


@pytest.mark.parametrize("text", ["A member of the Syrian parliament, Mohammed Mamoun, spoke.", "Mohammed Mamoun, a member of the Syrian parliament, spoke."])
def test_apposition_tells_both_ways(ungated: Coder, text: str) -> None:
    entity = of(ungated, text, "Mohammed Mamoun")
    assert (entity.countries, entity.sectors) == (("SYR",), ("LEG",))


def test_an_acronym_in_brackets_is_the_same_body_throughout(ungated: Coder) -> None:
    entity = of(ungated, "The Sahel Rescue Front (SRF) held a rally. The SRF was large.", "SRF")
    assert entity.name == "Sahel Rescue Front"
    assert len(entity.mentions) == 3


def test_what_an_apposition_says_of_a_body_is_no_second_actor(ungated: Coder) -> None:
    text = "Fatah, the Palestinian party, and Hamas met."
    assert [e.name for e in entities(ungated, text)] == ["Fatah", "Hamas"]


def test_names_that_sound_alike(ungated: Coder) -> None:
    assert of(ungated, "Qassim-Jomart Tokayev", "Tokayev").countries == of(ungated, "Kassym-Jomart Tokayev", "Tokayev").countries == ("KAZ",)


def test_a_lone_surname_of_a_head_of_state(ungated: Coder) -> None:
    later = of(ungated, "Trump spoke.", "Trump", "2022-04-01")
    assert (later.countries, later.sectors) == (("USA",), ("ELI",))
    assert [e.countries for e in entities(ungated, "Trump spoke.", "2012-04-01") if e.countries] == []


def test_a_surname_that_is_also_a_word_needs_its_title(ungated: Coder) -> None:
    assert [e.countries for e in entities(ungated, "May spoke.", "2018-04-01") if e.countries] == []


def test_a_listed_name_inside_a_longer_one_is_another_person(ungated: Coder) -> None:
    assert of(ungated, "Minister Juan Carlos Osanti spoke.", "Osanti").countries == ()


def test_a_lone_surname_is_who_the_report_says(ungated: Coder) -> None:
    assert of(ungated, "Ellen Trump, a baker, spoke. Trump smiled.", "Ellen Trump").countries == ()


def test_a_gate_is_no_person(ungated: Coder) -> None:
    record = ungated.code("Organisers of the party at the Marlowe Gate are setting up a tent. Police guard the Marlowe Gate.")
    assert not [e.name for e in record.entities if e.kind == "person" and "Gate" in e.name]


def test_a_relative_is_a_private_person_and_no_statesman_of_that_name(ungated: Coder) -> None:
    record = ungated.code('"My goats are dead," said Hadia Tamsir, a seamstress in Gao. Her brother Bilal was killed beside the scales, she said.')
    bilal = next(e for e in record.entities if "Bilal" in e.name)
    assert bilal.private
    assert not bilal.countries
    assert not bilal.offices
