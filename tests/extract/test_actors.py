"""Who is meant: the country and the sectors of the actors of single phrases and sentences."""

from __future__ import annotations

from typing import cast

import pytest

from onrecord import Coder
from onrecord.model.actor import Entity
from onrecord.model.layers import ActorLayer
from onrecord.readers import read_text


def entities(coder: Coder, text: str, published: str | None = None) -> list[Entity]:
    """What the stage finds, whether or not an event of the record needs it."""
    return list(cast(ActorLayer, coder.layers(read_text(text, published=published), "actors").layers["actors"]).entities)


def of(coder: Coder, text: str, words: str, published: str | None = None) -> Entity:
    """The one entity with a mention that reads `words`."""
    found = [e for e in entities(coder, text, published) if any(words in " ".join(s.quote for s in m.spans) for m in e.mentions)]
    assert len({e.id for e in found}) == 1, [(e.name, e.countries, e.sectors) for e in entities(coder, text, published)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "countries", "sectors"),
    [
        ("The Hizbollah (Party of God) group held a rally.", "Hizbollah (Party of God) group", ("LBN",), ("REB", "PTY")),
        ("bin Laden's al-Qaeda terror network", "al-Qaeda terror network", ("IMG",), ("REB",)),
        ("Some 800,000 Iraqi Kurds", "Kurds", ("IRQ",), ()),
        ("Bosnian Serbs", "Serbs", ("BIH",), ()),
        ("Turkish Kurd refugees crossed the river.", "refugees", ("TUR",), ("REF",)),
        ("U.S. and Russian negotiators met in Geneva.", "negotiators", ("USA", "RUS"), ("GOV",)),
        ("Kofi Annan, UN secretary-general, urged calm.", "Kofi Annan", ("UNO",), ()),
        ("A congressional group arrived.", "congressional group", (), ("LEG",)),
        ("Ordinary Norwegians cheered.", "Norwegians", ("NOR",), ("CVL",)),
        ("The former rebels came home.", "former rebels", (), ("REB",)),
        ("A former soldier spoke.", "former soldier", (), ()),
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


def test_a_body_named_for_its_authority_is_no_person(ungated: Coder) -> None:
    found = of(ungated, "Mirela Osanti of the Low Marsh Authority spoke. The authority threatened to close the ferry crossings.", "authority")
    assert (found.name, found.kind) == ("Low Marsh Authority", "organisation")


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


@pytest.mark.parametrize("text", ["A member of the Malian parliament, Sekou Mamoun, spoke.", "Sekou Mamoun, a member of the Malian parliament, spoke."])
def test_apposition_tells_both_ways(ungated: Coder, text: str) -> None:
    entity = of(ungated, text, "Sekou Mamoun")
    assert (entity.countries, entity.sectors) == (("MLI",), ("LEG",))


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


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Crowds filled the square on New Year's Eve.", ("New Year", "Eve")),
        ("The New Year's party at Reed Gate was safe.", ("party", "Gate")),
        ("The Oldwell festivities drew crowds.", ("festivities",)),
        ("The mine is in the municipality of Luis Heron.", ("Heron", "municipality")),
        ("Soldiers were killed in the Sonora municipality of Luis Heron.", ("Heron", "municipality")),
        ("Troops entered the Cerro Alto neighborhood and the village of Omar Tern.", ("Cerro Alto", "Tern")),
        ("Troops left the Narino department on Monday.", ("department", "Narino")),
        ("KHARTOUM - Rebels attacked the town on Monday.", ("KHARTOUM",)),
        ("The pro-Heron camp left on Monday.", ("Heron",)),
        ("The killers were brought to justice on Monday.", ("justice",)),
        ("The court case began near the tourist center.", ("court", "tourist")),
        ("They knew of the movements of border guards.", ("movements",)),
    ],
)
def test_a_place_a_feast_or_a_condition_is_no_actor(ungated: Coder, text: str, nobody: tuple[str, ...]) -> None:
    told = [s.quote for e in entities(ungated, text) for m in e.mentions for s in m.spans]
    assert not [quote for quote in told for words in nobody if words in quote], told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('The army captured Omar Tern, alias "El Garza," on Monday. El Garza denied it.', ("Omar Tern", "El Garza")),
        ("The commander of the band, Luis Heron, also known as The Reed, fled.", ("Luis Heron", "The Reed")),
        ("Ministers met Ada Marsh on Monday. Marsh said talks went well. Ada was tired.", ("Ada Marsh", "Marsh", "Ada")),
        ("One of the country's most wanted smugglers, Luis Heron, was caught.", ("Luis Heron", "the country's most wanted smugglers")),
        ("His ex-wife, Ada Marsh, left the party.", ("Ada Marsh", "His ex-wife")),
    ],
)
def test_a_person_under_two_names_is_one_actor(ungated: Coder, text: str, names: tuple[str, ...]) -> None:
    found = [e for e in entities(ungated, text) if any(m.spans[0].quote in names for m in e.mentions)]
    assert [e.kind for e in found] == ["person"]
    assert {m.spans[0].quote for m in found[0].mentions} >= set(names)


def test_another_name_needs_its_own_introduction(ungated: Coder) -> None:
    """ "the network known as the X front": the name before the noun is not the one that is introduced."""
    found = entities(ungated, "The ex-FARC mafia network called the Luis Heron front left.")
    assert not any("Heron" in m.spans[0].quote for e in found if e.countries == ("COL",) for m in e.mentions)


@pytest.mark.parametrize(
    ("text", "words", "countries", "sectors"),
    [
        ("FARC commander Luis Heron said the talks had failed.", "Luis Heron", ("COL",), ("REB",)),
        ("Chadian army commander Luis Heron said the talks had failed.", "Luis Heron", ("TCD",), ("MIL",)),
        ("The call was made by the international community.", "international community", ("IGO",), ()),
        ("Aid groups warned of hunger.", "Aid groups", ("NGO",), ("SOC",)),
        ("The Attorney General's Office of Kenya accused ten men.", "Attorney General's Office", ("KEN",), ("JUD",)),
        ("A key financial operative was held.", "operative", (), ()),
        ("An army accountant was shot dead on Monday.", "army accountant", (), ("MIL", "BUS")),
        ("A cartel cook was arrested on Monday.", "cartel cook", (), ("CRM", "LAB")),
        ("The ministry's accountant was arrested on Monday.", "The ministry's accountant", (), ("GOV", "BUS")),
        ("A Chadian army doctor was killed on Monday.", "Chadian army doctor", ("TCD",), ("MIL", "MED")),
        ("A bank clerk was killed on Monday.", "bank clerk", (), ("LAB",)),
        ("A school teacher was killed by rebels on Monday.", "school teacher", (), ("EDU",)),
        ("A former police photographer was arrested on Monday.", "former police photographer", (), ()),
    ],
)
def test_whom_a_post_or_a_phrase_serves(ungated: Coder, text: str, words: str, countries: tuple[str, ...], sectors: tuple[str, ...]) -> None:
    entity = of(ungated, text, words)
    assert (entity.countries, entity.sectors) == (countries, sectors)


def test_the_town_of_those_who_act_is_no_government_beside_them(ungated: Coder) -> None:
    found = entities(ungated, "Berlin police arrested six men. Berlin's mayor spoke. Berlin said it would help.")
    # Told of as a town, it stands for no state where it acts either.
    assert not [e for e in found if e.kind == "state"]


def test_a_firm_is_no_person_whatever_is_said_of_it(ungated: Coder) -> None:
    assert of(ungated, "Oldwell Lime, Inc., a contractor, built it.", "Oldwell Lime").kind == "organisation"


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("In March this year, some 1,000 youths marched.", "some 1,000 youths"),
        ("He led one of Venezuela's biggest, most violent gangs.", "Venezuela's biggest, most violent gangs"),
        ('The "whistle-blowers" say so.', "whistle-blowers"),
        ("Political, social, and religious organizations met.", "Political, social, and religious organizations"),
    ],
)
def test_a_noun_has_its_own_words_and_no_others(ungated: Coder, text: str, span: str) -> None:
    assert span in [m.spans[0].quote for e in entities(ungated, text) for m in e.mentions]


def test_a_word_with_a_hyphen_is_one_mention(ungated: Coder) -> None:
    assert [e.name for e in entities(ungated, "It is a conservative non-profit that sues.") if "SOC" in e.sectors] == ["conservative non-profit"]


def test_a_cut_name_is_read_whole(ungated: Coder) -> None:
    assert of(ungated, "Nicaragua's Attorney General's Office is suing ten men.", "Office").countries == ("NIC",)
    assert of(ungated, "Nicaragua's Attorney General's Office is suing ten men.", "Office").name == "Attorney General's Office"


@pytest.mark.parametrize("text", ['Guadalupe Heron Medina, alias "La Cris," was held.', "Angela Merkel spoke at the AFP hall."])
def test_other_names_and_listed_names_are_persons(ungated: Coder, text: str) -> None:
    assert {e.kind for e in entities(ungated, text) for m in e.mentions if m.spans[0].quote in ("La Cris", "Angela Merkel")} == {"person"}


def test_a_town_behind_a_preposition_is_nobody(ungated: Coder) -> None:
    assert not any("Durango" in m.spans[0].quote for e in entities(ungated, "Municipal police in Durango fled.") for m in e.mentions)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Lom's Civil Police Chief Marta Piral said that two officers had been held.", "Marta Piral", "person"),
        ("Last week, the Norwegian government, which has warned the gangs, expelled two envoys.", "Norwegian government", "institution"),
    ],
)
def test_names_begin_behind_their_title_and_their_time(text: str, name: str, kind: str, ungated: Coder) -> None:
    assert (name, kind) in [(e.name, e.kind) for e in ungated.code(text).entities]


def test_a_time_set_off_is_no_part_of_who_acts(ungated: Coder) -> None:
    record = ungated.code("Last week, the Norwegian government, which has warned the gangs of Lom, expelled two envoys.")
    spans = [" ".join(s.quote for s in p.spans) for e in record.events for p in e.actors]
    assert spans
    assert not any(s.startswith("Last week") for s in spans)
