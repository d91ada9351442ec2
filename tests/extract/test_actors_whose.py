"""Whose somebody is by the words beside his name or noun: of a body, of a part of a state, of a state's own society; what a long title is."""

from __future__ import annotations

import pytest
from tests.extract.test_actor_readings import found
from tests.extract.test_actor_words import entity

from onrecord import Coder


@pytest.mark.parametrize(
    ("text", "words", "countries", "sectors"),
    [
        ("Commander Luis Tern of Boko Haram rejected the truce.", "Commander Luis Tern", ("NGA",), ("REB",)),
        ("Capt. Jane Marsh, of the Kenyan police, rejected the claim.", "Capt. Jane Marsh", ("KEN",), ("COP",)),
        ("Olga Heron of the Ugandan navy attacked the rebels.", "Olga Heron", ("UGA",), ("MIL",)),
        ("Jane Marsh from the Harbour Party criticised the law.", "Jane Marsh", (), ("PTY",)),
        # His own words say more than the body.
        ("Bishop Luis Tern of the Ugandan navy criticised the attack.", "Bishop Luis Tern", ("UGA",), ("REL",)),
        # What "of" and "from" tell of the deed is no membership.
        ("Soldiers drove Jane Marsh from the Kenyan parliament.", "Jane Marsh", (), ()),
        ("Police freed Jane Marsh from the Dune Liberation Front.", "Jane Marsh", (), ()),
        ("Rebels attacked Luis Tern near the Kenyan army.", "Luis Tern", (), ()),
    ],
)
def test_who_is_of_a_body(ungated: Coder, text: str, words: str, countries: tuple[str, ...], sectors: tuple[str, ...]) -> None:
    told = entity(ungated, text, words)
    assert (told.countries, told.sectors) == (countries, sectors)


@pytest.mark.parametrize(
    ("text", "words", "countries"),
    [
        ("The Anglican Church of Uganda rejected the law.", "Anglican Church of Uganda", ("UGA",)),
        ("The Red Cross of Chad urged the army to stop.", "Red Cross of Chad", ("TCD",)),
        ("The Red Cross of all bodies rejected the plan.", "Red Cross", ("NGO",)),
        ("The Red Cross in Chad rejected the plan.", "Red Cross", ("NGO",)),
    ],
)
def test_a_states_own_society(ungated: Coder, text: str, words: str, countries: tuple[str, ...]) -> None:
    assert entity(ungated, text, words).countries == countries


@pytest.mark.parametrize(
    ("text", "words", "countries"),
    [
        ("The governor of Marsabit county attacked the rebels.", "governor", ("KEN",)),
        ("The governor of Lagos state rejected the plan.", "governor", ("NGA",)),
        ("The mayor of the northern town of Kiambu rejected the plan.", "mayor", ("KEN",)),
        ("A police chief in Katsina state rejected the claim.", "police chief", ("NGA",)),
        ("The governor of Turkana rejected the plan.", "governor", ("KEN",)),
        # A name that is no place's, a place of no great name, a people.
        ("The secretary of state rejected the plan.", "secretary of state", ()),
        ("The mayor of Oldwell county rejected the plan.", "mayor", ()),
        ("Elders of the Turkana rejected the plan.", "Elders", ()),
        ("Tourists in Lagos state attacked the guide.", "Tourists", ()),
    ],
)
def test_who_is_of_a_part_of_a_state(ungated: Coder, text: str, words: str, countries: tuple[str, ...]) -> None:
    assert entity(ungated, text, words).countries == countries


@pytest.mark.parametrize(
    ("text", "words", "sectors"),
    [
        ("The inspector general of police rejected the claim.", "inspector general of police", ("COP",)),
        ("The deputy inspector-general of police rejected the claim.", "deputy inspector-general of police", ("COP",)),
        ("A senior superintendent of police denied the killing.", "senior superintendent of police", ("COP",)),
        ("The attorney-general of Chad rejected the claim.", "attorney-general", ("GOV",)),
        ("The inspector general of the ministry rejected the claim.", "inspector general", ("GOV",)),
        ("An attorney - general manager of a firm - rejected the claim.", "attorney", ("CVL",)),
    ],
)
def test_a_title_of_several_words_is_one(ungated: Coder, text: str, words: str, sectors: tuple[str, ...]) -> None:
    assert entity(ungated, text, words).sectors == sectors


@pytest.mark.parametrize(
    ("text", "words", "sectors"),
    [
        ("Joe Tern, an actor turned opposition senator, attacked the plan.", "Joe Tern", ("LEG", "OPP")),
        ("Jane Marsh, the judge turned minister, rejected the plan.", "Jane Marsh", ("GOV",)),
        ("The soldier turned rebel attacked the town.", "soldier turned rebel", ("REB",)),
        ("The warlord-turned-politician Abdi Tern rejected the plan.", "politician Abdi Tern", ("PTY",)),
        ("Guerrilla-turned-senator Luis Tern rejected the plan.", "senator Luis Tern", ("LEG",)),
        # What somebody turned is another's.
        ("The soldier turned police away from the town.", "soldier", ("MIL",)),
        ("The governor turned the mayor away from the talks.", "governor", ("GOV",)),
        ("Rebels turned villagers back.", "Rebels", ("REB",)),
    ],
)
def test_what_somebody_turned_into(ungated: Coder, text: str, words: str, sectors: tuple[str, ...]) -> None:
    assert entity(ungated, text, words).sectors == sectors


@pytest.mark.parametrize(
    ("text", "words", "name", "sectors"),
    [
        ("The cartel boss known as El Zorro was shot dead.", "El Zorro", "El Zorro", ("CRM",)),
        ("A lieutenant known as \"El Zorro\" attacked the village.", "El Zorro", "El Zorro", ("MIL",)),
        ("The gang leader nicknamed the Fox was arrested.", "gang leader", "Fox", ("CRM",)),
        ("The mafia boss known as \"the Baker\", Luigi Tern, was arrested.", "Luigi Tern", "Luigi Tern", ("CRM",)),
        # A quality, a place, a thing that somebody names.
        ("The officer known as a reformer was arrested.", "officer", "officer", ("COP",)),
        ("A minister known to Congress was arrested.", "minister", "minister", ("GOV",)),
        ("The soldier nicknamed his gun Betsy and attacked the village.", "soldier", "soldier", ("MIL",)),
    ],
)
def test_a_noun_is_called_by_the_name_that_it_is_known_by(ungated: Coder, text: str, words: str, name: str, sectors: tuple[str, ...]) -> None:
    told = entity(ungated, text, words)
    assert (told.name, told.sectors) == (name, sectors)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A spokesman for the coast guard, Houcem Eddine Tern, rejected the claim.", {"Houcem Eddine Tern"}),
        ("The reporters, Reuters' Jane Doe, and a guard fled the attack.", {"Reuters", "Jane Doe"}),
    ],
)
def test_a_given_name_taken_for_a_body(ungated: Coder, text: str, names: set[str]) -> None:
    assert names <= {e.name for e in found(ungated, text)}


@pytest.mark.parametrize(
    ("text", "words", "sectors"),
    [
        ("Israeli forces attacked the camp.", "Israeli forces", ("MIL",)),
        ("Ukraine's forces attacked the bridge.", "Ukraine's forces", ("MIL",)),
        ("US and Iraqi forces attacked the bridge.", "US and Iraqi forces", ("MIL",)),
        ("South Korean forces attacked the ship.", "South Korean forces", ("MIL",)),
        # A people without a state, a leaning, a side, politics.
        ("Kurdish forces attacked the camp.", "Kurdish forces", ()),
        ("Russian-backed forces attacked the bridge.", "Russian-backed forces", ()),
        ("Pro-Russian forces attacked the bridge.", "Pro-Russian forces", ()),
        ("Chad's political forces met the rebels.", "Chad's political forces", ()),
        ("Syrian government forces attacked the bridge.", "Syrian government forces", ("COP", "MIL")),
    ],
)
def test_the_forces_of_a_state_alone(ungated: Coder, text: str, words: str, sectors: tuple[str, ...]) -> None:
    assert entity(ungated, text, words).sectors == sectors


@pytest.mark.parametrize(
    ("text", "words", "countries", "sectors"),
    [
        ("Fighters belonging to Hezbollah attacked the town.", "Fighters", ("LBN",), ("REB", "PTY")),
        ("Workers affiliated to the UGTT attacked the plan.", "Workers", ("TUN",), ("LAB",)),
        ("Members of the FARC attacked the town.", "Members", ("COL",), ("REB",)),
        # Whom a body harms or offends is of another side, who is affiliated with fighters from anywhere.
        ("Militants affiliated with Boko Haram attacked the town.", "Militants", (), ("REB",)),
        ("Victims of Boko Haram criticised the plan.", "Victims", (), ("CVL",)),
        ("Opponents of Hamas attacked the plan.", "Opponents", (), ()),
        ("Gunmen affiliated with no group attacked the town.", "Gunmen", (), ("UAF",)),
    ],
)
def test_who_belongs_to_a_body(ungated: Coder, text: str, words: str, countries: tuple[str, ...], sectors: tuple[str, ...]) -> None:
    told = entity(ungated, text, words)
    assert (told.countries, told.sectors) == (countries, sectors)


@pytest.mark.parametrize(
    ("text", "words", "sectors"),
    [
        ("Two Russian officers were killed by artillery near the bridge.", "Two Russian officers", ()),
        ("Two Russian officers arrested a man.", "Two Russian officers", ("COP",)),
        ("A Quranic teacher was killed.", "Quranic teacher", ("REL",)),
        ("A mathematics teacher was killed.", "mathematics teacher", ("EDU",)),
        ("The night watchman was killed.", "night watchman", ()),
    ],
)
def test_words_of_two_trades(ungated: Coder, text: str, words: str, sectors: tuple[str, ...]) -> None:
    assert entity(ungated, text, words).sectors == sectors


def test_what_somebody_is_said_to_be_is_no_people(ungated: Coder) -> None:
    assert "Tigrayan" not in {e.name for e in found(ungated, "The bishop, who is himself Tigrayan, rejected the plan.")}
    assert "Tigrayans" in {e.name for e in found(ungated, "The Tigrayans rejected the plan.")}


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("A Chinese state-owned firm, Heron Bridge Engineering, criticised the plan.", "Heron Bridge Engineering", "organisation"),
        ("The Dune Front, a rebel group, attacked the town.", "Dune Front", "armed_group"),
        # Another's kind, and what a party was.
        ("The Oldwell Party attacked the militia's plan.", "Oldwell Party", "organisation"),
        ("The Harbour Party, once a rebel group, criticised the plan.", "Harbour Party", "organisation"),
    ],
)
def test_a_noun_beside_tells_the_kind_of_a_name(ungated: Coder, text: str, words: str, kind: str) -> None:
    assert entity(ungated, text, words).kind == kind


@pytest.mark.parametrize(
    ("text", "words", "sectors"),
    [
        ("The commander-in-chief attacked the rebels.", "commander-in-chief", ("MIL",)),
        ("The commander in chief of the navy attacked the rebels.", "commander in chief", ("MIL",)),
        ("The editor-in-chief criticised the law.", "editor-in-chief", ("JRN",)),
        ("The commander in Chad attacked the rebels.", "commander", ("MIL",)),
    ],
)
def test_a_post_in_three_parts_is_one(ungated: Coder, text: str, words: str, sectors: tuple[str, ...]) -> None:
    assert entity(ungated, text, words).sectors == sectors


def test_a_town_whose_name_ends_in_a_title_holds_no_office(ungated: Coder) -> None:
    assert [(e.name, e.countries) for e in found(ungated, "Port-au-Prince rejected the plan.")] == [("Port-au-Prince", ("HTI",))]
    assert "Port-au-Prince" not in {e.name for e in found(ungated, "Rebels attacked Port-au-Prince.")}
    assert "Bourg-la-Reine" not in {e.name for e in found(ungated, "Rebels attacked Bourg-la-Reine.")}
    assert entity(ungated, "Crown-Prince Luis Tern attacked the rebels.", "Prince Luis Tern").sectors == ("GOV",)


@pytest.mark.parametrize(
    ("text", "words", "name", "kind", "sectors"),
    [
        ("A group calling itself the Red Dune Front attacked the town.", "group", "Red Dune Front", "organisation", ()),
        ("Gunmen who call themselves the Dune Avengers attacked the town.", "Gunmen", "Dune Avengers", "armed_group", ("UAF",)),
        ("A militia known as Red Dune attacked the town.", "militia", "Red Dune", "armed_group", ("UAF",)),
        ("Soldiers calling themselves the Committee for the Salvation of Oldwell (CSO) attacked the palace.", "Soldiers", "Committee for the Salvation of Oldwell", "organisation", ("MIL",)),
        # What somebody says that he is, what he asks for, a person's own name.
        ("Rebels calling themselves patriots attacked the town.", "Rebels", "Rebels", "person", ("REB",)),
        ("Students who call themselves Chadians criticised the law.", "Students", "Students", "person", ("EDU",)),
        ("A group calling on Chad to leave attacked the town.", "group", "group", "organisation", ()),
    ],
)
def test_a_body_is_called_by_the_name_that_it_gives_itself(ungated: Coder, text: str, words: str, name: str, kind: str, sectors: tuple[str, ...]) -> None:
    told = entity(ungated, text, words)
    assert (told.name, told.kind, told.sectors) == (name, kind, sectors)


def test_a_province_of_a_double_name_is_no_person(ungated: Coder) -> None:
    assert {e.name for e in found(ungated, "He fled to Jalal-Abad after talks with Luis Tern.")} == {"Luis Tern"}
    assert "Jean-Paul Tern" in {e.name for e in found(ungated, "He fled to Jean-Paul Tern after the attack.")}


@pytest.mark.parametrize(
    ("text", "words", "sectors"),
    [
        ("Luis Tern, a businessman and governor of Lagos, criticised the law.", "Luis Tern", ("GOV",)),
        ("Jane Marsh, a teacher and senator, criticised the law.", "Jane Marsh", ("LEG",)),
        # A post that is over, another's post.
        ("Jane Marsh, a teacher and former senator, criticised the law.", "Jane Marsh", ("EDU",)),
        ("Jane Marsh, a teacher, and the senator criticised the law.", "Jane Marsh", ("EDU",)),
    ],
)
def test_a_post_says_more_than_a_trade(ungated: Coder, text: str, words: str, sectors: tuple[str, ...]) -> None:
    assert entity(ungated, text, words).sectors == sectors


def test_whoever_left_a_body_of_many_states_is_of_it_no_more(ungated: Coder) -> None:
    text = "Mohamed ElBaradei criticised the attack."
    assert entity(ungated, text, "Mohamed ElBaradei", "2005-03-07").countries == ("UNO",)
    assert entity(ungated, text, "Mohamed ElBaradei", "2012-03-07").countries == ()


def test_what_the_text_says_of_a_former_office_holder_stands(ungated: Coder) -> None:
    assert "OPP" in entity(ungated, "Mohamed ElBaradei, the opposition figure, criticised the army.", "Mohamed ElBaradei", "2012-03-07").sectors


@pytest.mark.parametrize(
    ("text", "words", "countries"),
    [
        ("A Turkmen brigade attacked the Syrian army.", "Turkmen brigade", ()),
        ("Turkmen rebels attacked the Iraqi army.", "Turkmen rebels", ()),
        ("Iraqi Turkmen fighters attacked the town.", "Iraqi Turkmen fighters", ("IRQ",)),
        ("Turkmen border guards killed an Afghan smuggler.", "Turkmen border guards", ("TKM",)),
        ("Turkmen officials criticised Syria in Ashgabat.", "Turkmen officials", ("TKM",)),
    ],
)
def test_a_people_that_lives_elsewhere_too(ungated: Coder, text: str, words: str, countries: tuple[str, ...]) -> None:
    assert entity(ungated, text, words).countries == countries


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chad lead the group on goal difference, with Niger second.", set()),
        ("Chad beat Niger 2-1 in the semi-final.", set()),
        # What a state does in the news of sport, a body called a league, a sentence beside.
        ("Chad rejected criticism of the World Cup.", {"Chad"}),
        ("Chad joined the Arab League.", {"Chad", "Arab League"}),
        ("Chad rejected the plan. The tournament goes on.", {"Chad"}),
    ],
)
def test_a_states_team_is_no_actor(ungated: Coder, text: str, names: set[str]) -> None:
    assert {e.name for e in ungated.code(text, published="2017-03-07").entities if e.kind != "unknown"} == names


def test_letters_that_the_report_spells_are_its_own(ungated: Coder) -> None:
    record = ungated.code("The Rapid Support Forces shelled the mill on Friday. The RSF blamed the army for the shelling.")
    assert [e.name for e in record.entities if any(m.spans[0].quote == "RSF" for m in e.mentions)] == ["Rapid Support Forces"]
    listed = ungated.code("Reporters Without Borders (RSF) said guards had shot a printer. RSF asked for his release.")
    assert {e.name for e in listed.entities if any(m.spans[0].quote == "RSF" for m in e.mentions)} == {"Reporters Without Borders"}


def test_a_word_of_a_name_is_no_role(ungated: Coder) -> None:
    record = ungated.code("The European Union's trade chief, Ana Luz, condemned the arrest of nine men.")
    assert [(e.countries, e.sectors) for e in record.entities if e.name == "Ana Luz"] == [(("EUR",), ())]
