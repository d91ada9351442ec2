"""Actors as their names and posts tell them: offices of states and of others, firms that the recogniser takes for persons, names cut or joined."""

import pytest

from onrecord import Coder
from onrecord.model.actor import Entity


def entities(coder: Coder, text: str) -> dict[str, Entity]:
    return {e.name: e for e in coder.code(text, published="2024-10-04").entities}


@pytest.mark.parametrize(
    ("text", "name", "offices"),
    [
        ("Chadian leader Omar Tern spoke to reporters.", "Omar Tern", [("leader", "TCD")]),
        ("South Korean leader Omar Tern met the nurses.", "Omar Tern", [("leader", "KOR")]),
        ("Constitutional Democratic Party of Japan leader Omar Tern criticised the budget.", "Omar Tern", [("leader", None)]),
        ("Party chief Ana Varn said Ireland should vote no.", "Ana Varn", []),
        ("Independent socialist Ana Varn won the Irish vote.", "Ana Varn", []),
        ("First Minister Ana Varn of Northern Ireland met the police.", "Ana Varn", [("First Minister", None)]),
        ("Kenyan Defence Minister Omar Tern met the police.", "Omar Tern", [("Defence Minister", "KEN")]),
        ("President Lorn named his nominee Omar Tern for the post.", "Omar Tern", []),
    ],
)
def test_a_leader_is_the_states_where_the_words_say_so(ungated: Coder, text: str, name: str, offices: list[tuple[str, str | None]]) -> None:
    found = entities(ungated, text)[name]
    assert [(o.title, o.country) for o in found.offices] == offices
    assert found.kind == "person"


def test_whom_somebody_names_for_a_post_is_of_no_party_for_that(ungated: Coder) -> None:
    assert entities(ungated, "President Lorn named his nominee Omar Tern for the post.")["Omar Tern"].sectors == ()
    assert entities(ungated, "The socialist candidate Omar Tern met the police.")["Omar Tern"].sectors == ("PTY",)


def test_a_head_of_state_is_of_the_government_whatever_party_word_stands_beside(ungated: Coder) -> None:
    found = entities(ungated, "Socialist Michael D. Higgins, the president of Ireland, spoke to the nurses.")["Michael D. Higgins"]
    assert found.sectors == ("GOV",)


@pytest.mark.parametrize(("text", "name", "kind"), [
    ("Prosecutors said Giraldo y Duque had supplied the gold.", "Giraldo y Duque", "unknown"),
    ("Prosecutors said Omar Giraldo had supplied the gold.", "Omar Giraldo", "person"),
])  # fmt: skip
def test_a_firm_is_no_person(ungated: Coder, text: str, name: str, kind: str) -> None:
    assert entities(ungated, text)[name].kind == kind


def test_two_names_joined_by_and_are_two_where_one_stands_alone_too(ungated: Coder) -> None:
    found = entities(ungated, "Prosecutors charged Clearproc and Spartax with smuggling gold. Spartax denied it. Clearproc paid smugglers.")
    assert {"Clearproc", "Spartax"} <= found.keys()


def test_two_firms_that_a_plural_introduces_are_two(ungated: Coder) -> None:
    found = entities(ungated, "The raids were linked to two gold exporters, Clearproc and Spartax. Police arrested seven executives from Clearproc and Spartax in June.")
    assert {"Clearproc", "Spartax"} <= found.keys()


def test_who_stands_before_others_is_not_one_of_their_name(ungated: Coder) -> None:
    found = entities(ungated, "Varn, and other critics of the law, attacked the court on Monday.")
    assert not any("and other" in name for name in found)


def test_a_name_is_not_cut_inside_a_nickname(ungated: Coder) -> None:
    assert 'Juan Jose "El Azul" Esparraga' in entities(ungated, 'Juan Jose "El Azul" Esparraga was arrested by soldiers.')


def test_sorts_told_apart_by_a_word_are_two(ungated: Coder) -> None:
    record = ungated.code("Three conservative judges rejected the order. The three liberal judges backed the order.")
    judges = [e for e in record.entities if e.name.endswith("judges")]
    assert all(len(e.mentions) == 1 for e in judges)


def test_a_mans_lieutenants_are_no_soldiers(ungated: Coder) -> None:
    assert entities(ungated, "Police arrested three Zambar lieutenants on Monday.")["three Zambar lieutenants"].sectors == ()
    assert entities(ungated, "Police arrested three Chadian lieutenants on Monday.")["three Chadian lieutenants"].sectors == ("MIL",)


def test_a_trade_that_is_a_name_is_no_title_within_a_sentence(ungated: Coder) -> None:
    found = entities(ungated, "They asked for a probe of Omar Tern and Hunter Tern. Police refused.")
    assert {"Omar Tern", "Hunter Tern"} <= found.keys()
    assert entities(ungated, "They met farmer Omar Tern and the police.")["Omar Tern"].sectors == ("AGR",)


def test_what_tells_no_calling_tells_no_sector(ungated: Coder) -> None:
    assert entities(ungated, "The judges heard the witness, Alexander Varn, on Monday.")["Alexander Varn"].sectors == ()
    assert entities(ungated, "Police arrested three witnesses on Monday.")["three witnesses"].sectors == ("CVL",)


def test_whom_somebody_was_sent_to_is_no_part_of_his_name(ungated: Coder) -> None:
    assert "Kurt Varn" in entities(ungated, "The special envoy to Ukraine Kurt Varn met the president.")


def test_a_top_lieutenant_is_no_soldier_where_none_are_told_of(ungated: Coder) -> None:
    text = "Javier Varn, a top lieutenant of the gang, was shot by police on Monday."
    assert entities(ungated, text)["Javier Varn"].sectors != ("MIL",)
    assert entities(ungated, "Javier Varn, a lieutenant, and two soldiers were shot by rebels.")["Javier Varn"].sectors == ("MIL",)


@pytest.mark.parametrize(("text", "place", "there"), [
    ("Colombian police arrested two leaders of the criminal group Los Rastrojos on Monday. The Rastrojos shot a judge.", "Rastrojos", False),
    ("Two officials met at the White House on Monday and praised the army.", "White House", False),
    ("Two men were shot by police in White House, Tennessee, on Monday.", "White House", True),
])  # fmt: skip
def test_a_body_whose_name_a_small_town_bears_is_no_place(ungated: Coder, text: str, place: str, there: bool) -> None:
    record = ungated.code(text, published="2024-10-04")
    words = {record.report.text[s.start : s.end] for p in record.places for s in p.spans}
    assert any(place in w for w in words) == there


@pytest.mark.parametrize(
    ("day", "sectors", "kind"),
    [("2015-05-05", ("REB",), "armed_group"), ("2025-05-05", ("GOV",), "institution"), (None, ("REB",), "armed_group")],
)
def test_a_body_is_what_it_was_on_the_day(ungated: Coder, day: str | None, sectors: tuple[str, ...], kind: str) -> None:
    entity = next(e for e in ungated.code("The Taliban attacked a village.", published=day).entities if e.name == "Taliban")
    assert (entity.sectors, entity.kind) == (sectors, kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The army blamed the RSF for the attack.", "Rapid Support Forces"),
        # Not the end of a longer name: the National Front is another party.
        ("THE MARSH COAST NATIONAL FRONT (RSF) LEFT. THE RSF SHELLED A TOWN.", "Rapid Support Forces"),
        ("Reporters Without Borders (RSF) spoke on Monday. RSF called for his release.", "Reporters Without Borders"),
    ],
)
def test_letters_are_those_of_the_name_before_them(ungated: Coder, text: str, name: str) -> None:
    named = {e.name for e in ungated.code(text, published="2026-03-12").entities}
    assert name in named
    assert len(named & {"Rapid Support Forces", "Reporters Without Borders"}) == 1
