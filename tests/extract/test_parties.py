"""Who does it to whom: the parties of single sentences with their countries, and the rule that chose each."""

from __future__ import annotations

from typing import cast

import pytest

from onrecord import Coder
from onrecord.model.actor import likely_countries
from onrecord.model.event import Event
from onrecord.model.layers import ActorLayer
from onrecord.model.record import Record
from onrecord.readers import read_text

Side = set[tuple[str, str]]


def side(record: Record, event: Event, role: str) -> Side:
    """(name, countries) of the parties in a role."""
    by_id = {e.id: e for e in record.entities}
    return {(by_id[p.entity].name, "|".join(by_id[p.entity].countries)) for p in getattr(event, role)}


def dyad(coder: Coder, text: str, kind: str) -> tuple[Side, Side]:
    """Actors and recipients of the first event of a kind."""
    record = coder.code(text)
    event = next((e for e in record.events if (e.deed_type or e.type) == kind), None)
    assert event is not None, [(e.type, e.deed_type) for e in record.events]
    return side(record, event, "actors"), side(record, event, "recipients")


def countries(coder: Coder, text: str, name: str) -> str:
    """The countries of the entity of that name, told or likely."""
    entities = cast(ActorLayer, coder.layers(read_text(text), "actors").layers["actors"]).entities
    found = [e for e in entities if e.name == name]
    assert found, [e.name for e in entities]
    return "|".join(likely_countries(found[0]))


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        # Words of quantity between verb and deed.
        ("Rebels launched a series of attacks on Chadian soldiers.", "ASSAULT", {"Rebels"}, {"Chadian soldiers"}),
        ("Guerrillas carried out a wave of bombings in Chad.", "ASSAULT", {"Guerrillas"}, set()),
        ("Norway announced nearly $30 million in assistance to Chad.", "AID", {"Norway"}, {"Chad"}),
        # Verbs that lead to a deed by a preposition.
        ("Nurses took part in a protest in Lima.", "PROTEST", {"Nurses"}, set()),
        ("Farmers turned out for a protest in Lima.", "PROTEST", {"Farmers"}, set()),
        # What speaks in somebody's stead, what somebody is out for.
        ("The ministry issued a letter condemning Chad.", "ACCUSE", {"ministry"}, {"Chad"}),
        ("Chad sent planes in a bid to bomb the exiles.", "ASSAULT", {"Chad"}, {"exiles"}),
        # Who has it done, who drives out, who holds.
        ("Norway will allow 900 Chadian refugees who have lived in Libya for ten years to return home.", "RETREAT", {"Norway"}, {"900 Chadian refugees"}),
        ("Two Danish monitors were deported from Chad.", "COERCE", {"Chad"}, {"Two Danish monitors"}),
        ("A Danish sailor died of torture in Chadian police custody.", "ASSAULT", {"Chadian police"}, {"Danish sailor"}),
        ("A bomb planted by rebels killed two Danish guards.", "ASSAULT", {"rebels"}, {"two Danish guards"}),
        ("The shelling of a market by the Chadian army killed two exiles.", "ASSAULT", {"Chadian army"}, {"two exiles"}),
        # Coordination.
        ("Four Poles, two Danes, a Swede and a Finn were killed in the raid.", "ASSAULT", set(), {"Four Poles", "two Danes", "Swede", "Finn"}),
        ("The Chadian government and communist rebels signed an accord.", "SUPPORT", {"Chadian government", "communist rebels"}, set()),
        ("The sect threatened to deal heavy blows to Norway and Denmark.", "THREATEN", {"sect"}, {"Norway", "Denmark"}),
        ("Norway and Denmark held joint naval drills.", "COOPERATE", {"Norway", "Denmark"}, set()),
        # Circumstances and things that are no parties.
        ("Lawmakers agreed to resign without returning to Chad.", "AGREE", {"Lawmakers"}, set()),
        ("The council lifted limits on the use of the Danish language.", "CONCEDE", {"council"}, set()),
        ("The ministry accused Harlan Osanti of theft.", "ACCUSE", {"ministry"}, {"Harlan Osanti"}),
        # A pronoun is not the subject of its own verb, nor people where things stand nearer.
        ("Merkel called the Chadian president and urged him to free the monks.", "REQUEST", {"Merkel"}, {"Chadian president"}),
        # Forms of headlines.
        ("Chadian ex-minister sentenced to six years in prison", "SANCTION", set(), {"Chadian ex-minister"}),
        # Names that the parser takes apart or cuts.
        ("Norwegian Prime Minister Harlan al-Tamiri rejected the plan.", "REJECT", {"Harlan al-Tamiri"}, set()),
    ],
)  # fmt: skip
def test_parties(ungated: Coder, text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    found = dyad(ungated, text, kind)
    assert ({n for n, _ in found[0]}, {n for n, _ in found[1]}) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        # Places below the noun, company, the state that the sentence tells of.
        ("Students throughout Chad marched.", "Students", "TCD"),
        ("A newspaper based in Lima was closed.", "newspaper", "PER"),
        ("Refugees fleeing the war in Chad arrived.", "Refugees", "TCD"),
        ("Chadian police and soldiers fired.", "soldiers", "TCD"),
        ("Soldiers loyal to the Chadian president seized a bridge.", "Soldiers", "TCD"),
        ("Chadian police dispersed demonstrators, killing one man.", "one man", "TCD"),
        ("President Harlan broke his promise to the Chadian people.", "Harlan", "TCD"),
        ("Norway's high court ordered the arrest of the senator.", "senator", "NOR"),
        ("Officials from Norway and Denmark met.", "Officials", "NOR|DNK"),
        ("Norwegian and NATO troops landed.", "Norwegian and NATO troops", "NOR|IGO"),
        ("A regional peacekeeping force arrived.", "regional peacekeeping force", "IGO"),
        # What is met abroad tells nothing of those around it, nor do adjectives of several states or of another.
        ("Gunmen attacked the Danish embassy.", "Gunmen", ""),
        ("A tourist in Chad was robbed by gunmen.", "tourist", ""),
        ("Foreign journalists protested in Lima.", "Foreign journalists", ""),
        ("The minister rejected a Danish offer.", "minister", ""),
        ("Rebels killed Chad's ally in Libya.", "Chad's ally", ""),
        ("The Danish embassy in Lima was closed.", "Danish embassy", "DNK"),
        ("Chad spoke. Its army fled.", "Its army", "TCD"),
        # The towns of one name: the one in a country that the text tells of.
        ("Militias in Tripoli fought as shells hit the Lebanese port.", "Militias", "LBN"),
        # Congo is the larger of two.
        ("Congolese rebels fled.", "Congolese rebels", "COD"),
    ],
)  # fmt: skip
def test_countries(ungated: Coder, text: str, name: str, country: str) -> None:
    assert countries(ungated, text, name) == country


def test_the_country_of_a_report_is_that_of_its_police(ungated: Coder) -> None:
    text = "Chad's parliament met on Monday. Two men were shot in N'Djamena. Chadian soldiers fled. Police fired at a crowd. The government spoke."
    assert {countries(ungated, text, n) for n in ("Police", "government")} == {"TCD"}
    mixed = text + " Norwegian envoys left. Danish ships came. Norway protested."
    assert countries(ungated, mixed, "Police") == ""


@pytest.mark.parametrize("text", ["He lives in exile.", "They back freedom of movement.", "Storm Ada killed two men.", "The Danish province of Funen Region grew."])
def test_conditions_and_names_of_no_actor(ungated: Coder, text: str) -> None:
    assert not {e.name for e in ungated.code(text).entities} & {"exile", "movement", "Storm Ada", "Funen Region"}


def test_an_acronym_in_brackets_tells_who_an_unlisted_name_is(ungated: Coder) -> None:
    record = ungated.code("The World Health Office (WHO) asked Chad for data.")
    assert [e.name for e in record.entities if "UNO" in e.countries] == ["World Health Organization"]


def test_acts_of_two_states_without_a_host_are_mutual(ungated: Coder) -> None:
    record = ungated.code("Norwegian and Danish negotiators returned to Geneva for talks.")
    event = next(e for e in record.events if e.type == "CONSULT")
    assert event.reciprocal
    assert not event.recipients


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Chad accused Norway of theft.", "slot:subj"),
        ("The ministry spoke. It accused Norway of theft.", "slot:subj, antecedent of the pronoun"),
        ("Chadian tanks shelled the camp.", "inferred: owner of the craft"),
        ("Two monks were expelled from Chad.", "inferred: state left by force"),
    ],
)
def test_every_party_names_its_rule(ungated: Coder, text: str, rule: str) -> None:
    record = ungated.code(text)
    assert record.events[0].actors[0].derivation["entity"].rule == rule


def test_wires_in_capitals(ungated: Coder) -> None:
    text = (
        "THE LIBRARY IS BURNED AND THE ROOMS WERE RANSACKED BY SOLDIERS FROM A DISTANCE. PRESIDENT BUSH CONDEMNED THE RAID. "
        "THE FARABUNDO MARTI NATIONAL LIBERATION FRONT (FMLN) KILLED TWO GUARDS WHO WORK WITH US IN SAN SALVADOR."
    )
    record = ungated.code(text)
    found = {e.name: e for e in record.entities}
    assert {"soldiers", "Bush", "FMLN", "two guards"} <= set(found)
    assert not {"LIBRARY", "Library", "ROOMS", "Rooms", "DISTANCE", "Distance", "Islamic State", "US"} & set(found)
    assert found["FMLN"].countries == ("SLV",)
    spans = [s for e in record.events for p in (*e.actors, *e.recipients) for s in p.spans]
    assert spans
    assert all(record.report.text[s.start : s.end] == s.quote for s in spans)


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        # A reduced relative is passive whatever the tagger takes it for; an active clause beside it is not.
        ("Rena Malo is the ninth councillor assassinated ahead of the island's council polls.", "ASSAULT", set(), {"Rena Malo"}),
        ("Gunmen assassinated a councillor.", "ASSAULT", {"Gunmen"}, {"councillor"}),
        # Who describes or backs an act does not do it; who vows it does.
        ('The envoy called the law "a ploy to jail the opposition".', "COERCE", set(), {"opposition"}),
        ("The minister described the march as an attempt to overthrow the government.", "COERCE", set(), {"government"}),
        ("The senator backs the idea of sending soldiers to Chad.", "MOBILIZE", set(), set()),
        ("The army made an attempt to overthrow the government.", "COERCE", {"army"}, {"government"}),
        ('The militia threatened to "attack the opposition".', "THREATEN", {"militia"}, set()),
        ("If the brigade crosses, Norway will expel its envoys, the government warned.", "THREATEN", {"government"}, set()),
        # Whose lawyer says so is whom he speaks of.
        ("A docker's lawyer said he was tortured by guards.", "ASSAULT", {"guards"}, {"docker"}),
        ("The mother of General Obed Sandt said he was beaten by guards.", "ASSAULT", {"guards"}, {"Obed Sandt"}),
        ("Jane Doe's husband told reporters that he had attacked the mayor.", "ASSAULT", {"Jane Doe's husband"}, {"mayor"}),
        ("The scandal threw the party into turmoil. The party accused the prosecutor of fraud.", "ACCUSE", {"party"}, {"prosecutor"}),
        # States with a word of their names in common are two.
        ("North Korea test-fired a missile during a drill by South Korea.", "MOBILIZE", {"North Korea"}, set()),
        # Whose revenge: the relative clause tells of the deed behind "for".
        ("The clan called it a revenge attack for army airstrikes last month that left 12 farmers dead.", "ASSAULT", {"clan"}, set()),
        # Behind an opening phrase stands the subject; "whose" owns the subject of its clause.
        ("In the US case against Luis Gomez, Pedro Leonel Rivera, the leader of the gang, named the mayor.", "ACCUSE", set(), {"Luis Gomez"}),
        ("The theft took place under former President Malo Sandt, whose son, Luis Sandt, was sentenced to nine years in US prison for fraud.", "SANCTION", set(), {"Luis Sandt"}),
    ],
)
def test_who_did_it_and_to_whom_is_not_lent_by_a_neighbour(text: str, kind: str, actors: set[str], recipients: set[str], ungated: Coder) -> None:
    record = ungated.code(text)
    event = next(e for e in record.events if (e.deed_type or e.type) == kind)
    by_id = {e.id: e.name for e in record.entities}
    told = [{by_id[p.entity].removeprefix("the ") for p in side if not p.inferred} for side in (event.actors, event.recipients)]
    assert told == [actors, recipients]


def test_a_relative_clause_behind_an_avenged_deed_has_not_the_avengers_for_its_doers(ungated: Coder) -> None:
    record = ungated.code("The clan called it a revenge attack for army airstrikes last month that killed 12 farmers.")
    names = {e.id: e.name for e in record.entities}
    killed = next(e for e in record.events if any(s.quote == "killed" for m in e.mentions for s in m.trigger))
    assert "clan" not in {names[p.entity] for p in killed.actors}


def test_who_is_counted_is_the_party(ungated: Coder) -> None:
    record = ungated.code("Hundreds of nurses were beaten in Gao.")
    event = next(e for e in record.events if e.type == "ASSAULT")
    assert [(p.spans[0].quote, p.inferred) for p in event.recipients] == [("Hundreds of nurses", False)]
    assert event.objects == ()


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Mrs Orla Tennet, head of the Weavers' Institute, was well known. Mrs Tennet was admired, and she was murdered in May.", "Tennet"),
        ("THE PRESIDENT OF THE GUILD SPOKE. MRS TENNET WAS MUCH LIKED, AND SHE WAS MURDERED IN MAY.", "Tennet"),
    ],
)
def test_a_name_behind_a_form_of_address_is_a_person(text: str, to: str, ungated: Coder) -> None:
    record = ungated.code(text)
    event = next(e for e in record.events if e.type == "ASSAULT")
    names = {e.id: e.name for e in record.entities}
    assert [names[p.entity].split()[-1].title() for p in event.recipients] == [to]


def test_a_phrase_that_opens_a_sentence_belongs_to_its_subject(ungated: Coder) -> None:
    record = ungated.code("Kim Orlo met guests. After his war rhetoric of recent weeks, President Obed Sandt struck a softer note.")
    event = next(e for e in record.events if e.type == "THREATEN")
    names = {e.id: e.name for e in record.entities}
    assert [names[p.entity] for p in event.actors] == ["Obed Sandt"]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        # Who a deed is blamed on did it; whom an attack "on" somebody befell stays its victim.
        ("The minister blamed the attack on rebels.", {"rebels"}, set()),
        ("Police pinned the bombing of the school on the militia.", {"militia"}, {"school"}),
        ("The militia carried out an attack on pilgrims.", {"militia"}, {"pilgrims"}),
        ("The minister condemned the attack on pilgrims.", set(), {"pilgrims"}),
    ],
)
def test_whom_a_deed_is_blamed_on(coder: Coder, text: str, actors: set[str], recipients: set[str]) -> None:
    found = dyad(coder, text, "ASSAULT")
    assert {name for name, _ in found[0]} == actors
    assert {name for name, _ in found[1]} == recipients
