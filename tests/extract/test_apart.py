"""Which mentions are one actor, which are none, and names that are a part of longer ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord import Coder
from onrecord.extract.assembly.engaged import also_places
from onrecord.model.actor import Entity, EntityMention
from onrecord.model.common import Derivation
from onrecord.model.place import Place
from onrecord.model.span import Span


def entities(coder: Coder, text: str, day: str = "2017-03-07") -> list[Entity]:
    return list(coder.code(text, published=day).entities)


def quotes(entity: Entity) -> list[str]:
    return [" ".join(s.quote for s in m.spans) for m in entity.mentions]


def of(found: list[Entity], quote: str) -> list[Entity]:
    return [e for e in found if quote in quotes(e)]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The Kenyan newspaper Daily Nation reported that a dam had burst.", "KEN"),
        ("A yacht was flown in from France, the police said.", "FRA"),
        ("Papers were sold everywhere from Kenya to Sweden, the police said.", "SWE"),
        ("Lowfield, Kenya (Reuters) - The police arrested two men on Monday.", "KEN"),
    ],
)
def test_a_state_that_does_nothing_is_no_actor(ungated: Coder, text: str, state: str) -> None:
    assert not [e for e in entities(ungated, text) if e.kind == "state" and e.countries == (state,)]


@pytest.mark.parametrize("text", ["Kenya accused Sudan of arming rebels.", "Ministers held talks with Sudan.", "The rebels attacked Sudan."])
def test_a_state_that_acts_or_is_dealt_with_is_one(ungated: Coder, text: str) -> None:
    assert [e for e in entities(ungated, text) if e.kind == "state" and e.countries == ("SDN",)]


def test_people_here_are_not_people_there(ungated: Coder) -> None:
    found = entities(ungated, "Rebels killed civilians in Goma on Monday. On Friday the army arrested civilians in Kampala.")
    assert len(of(found, "civilians")) == 2


def test_the_people_told_of_before_are_the_same(ungated: Coder) -> None:
    found = entities(ungated, "Rebels kidnapped civilians on Monday. The army freed the civilians on Friday.")
    assert len(of(found, "civilians")) == 1


def test_the_same_words_are_one_actor(ungated: Coder) -> None:
    found = entities(ungated, "The report blamed regional warlords. A judge said that regional warlords had burned the farms.")
    assert len(of(found, "regional warlords")) == 1


def test_the_holder_of_a_post_is_known_by_the_tables(ungated: Coder) -> None:
    found = entities(ungated, "Germany's chancellor told reporters on Monday that the dam was safe. Angela Merkel thanked the engineers.")
    assert [quotes(e) for e in of(found, "Angela Merkel")] == [["Germany's chancellor", "Angela Merkel"]]


def test_a_bare_regime_is_the_state_of_the_sentence(ungated: Coder) -> None:
    found = entities(ungated, "Sudan threatened the envoys after they had condemned the regime's raids.")
    assert of(found, "regime") == of(found, "Sudan")


def test_her_husband_is_the_one_named_before(ungated: Coder) -> None:
    found = entities(ungated, "Lena Heron's husband, Marco Tern, owns a mill. Heron said that her husband had paid the fine.")
    assert len(of(found, "Marco Tern")) == 1
    assert any("husband" in q for q in quotes(of(found, "Marco Tern")[0])[1:])


@pytest.mark.parametrize(
    ("text", "name", "sectors"),
    [
        ("NHK Television said on Monday that the harbour was closed.", "NHK Television", ("JRN",)),
        ("The Uganda Monitor reported that thousands marched.", "Uganda Monitor", ("JRN",)),
    ],
)
def test_an_outlets_name_is_whole(ungated: Coder, text: str, name: str, sectors: tuple[str, ...]) -> None:
    found = of(entities(ungated, text), name)
    assert [(e.kind, e.sectors, e.private) for e in found] == [("organisation", sectors, False)]


def test_a_national_body_is_not_the_world_s(ungated: Coder) -> None:
    found = entities(ungated, "The Kenyan president convened a National Security Council meeting. Kenya closed its ports.")
    assert not [e for e in found if e.countries == ("UNO",)]


def test_forces_of_another_place_are_not_japan_s(ungated: Coder) -> None:
    text = "He spoke for the General Council of Oaxaca Self-Defense Forces. Mexico agreed. The Oaxaca Self-Defense Forces patrolled the roads."
    assert not [e for e in entities(ungated, text) if "JPN" in e.countries]


def test_the_sea_of_a_state_is_not_the_state(ungated: Coder) -> None:
    found = entities(ungated, "South Korea fired two rockets into the Sea of Japan.")
    assert not of(found, "Japan")


def test_a_town_abroad_makes_nobody_its_states(ungated: Coder) -> None:
    text = "Kenya sent police on Monday. Kenya's minister promised roads. Residents of Santa Elena blocked the road. Kenya regretted it."
    assert [e.countries for e in of(entities(ungated, text), "Residents")] in ([()], [("KEN",)])


def test_a_firm_called_so_is_the_named_one(ungated: Coder) -> None:
    found = entities(ungated, "Police accused a Kenyan firm called Heron Marsh Partners that sells yachts.")
    assert len([e for e in found if "BUS" in e.sectors or "Heron" in e.name]) == 1


def test_two_firms_are_neither_of_them(ungated: Coder) -> None:
    found = entities(ungated, "Tern directs Heron Mills Ltd. and Marsh Mills Ltd., the two firms that own the dams. The firms denied it.")
    assert all("two firms" not in quotes(e) for e in of(found, "Marsh Mills Ltd.") + of(found, "Heron Mills Ltd."))


def test_who_is_named_beside_an_office_holder_is_not_private(ungated: Coder) -> None:
    text = "Two current cabinet members, Angela Merkel and Lena Heron, visited the dam on Monday."
    assert [e.private for e in of(entities(ungated, text), "Lena Heron")] == [False]


def test_other_words_or_a_number_are_other_people(ungated: Coder) -> None:
    found = entities(ungated, "The report blamed regional warlords. A judge said that five regional warlords had burned the farms.")
    assert len([e for e in found if any("warlords" in q for q in quotes(e))]) == 2


def test_a_site_that_is_a_place_is_no_actor() -> None:
    here, there = (Span(4, 15, "Heron Marsh"),), (Span(40, 51, "Heron Marsh"),)
    actor = Entity("e1", "Heron Marsh", "unknown", mentions=(EntityMention(here, "name"),), derivation={"mentions": Derivation("actors", "2", "name:capitalised")})
    twice = replace(actor, id="e2", mentions=(EntityMention(here, "name"), EntityMention(there, "name")))
    known = replace(actor, id="e3", sectors=("BUS",))
    assert also_places((actor, twice, known), (Place("p1", here, "Heron Marsh"),)) == {"e1"}
