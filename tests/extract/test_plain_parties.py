"""Who did what to whom in plain reports: rows and their relative clauses, who stops a deed, guises and suspects, agents told late, deeds called after a land, another
one of a sort. Each mended turn stands beside neighbours that mean something else. By the OnRecord authors."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.event import Event
from onrecord.model.record import Record
from onrecord.model.span import words_of


def coded(coder: Coder, text: str, title: str | None = None) -> Record:
    return coder.code(text, title=title, published="2026-03-12")


def event_of(record: Record, trigger: str) -> Event:
    return next(e for e in record.events if any(words_of(m.trigger) == trigger for m in e.mentions))


def names(record: Record, ids: tuple[str, ...]) -> list[str]:
    known = {e.id: e.name for e in record.entities}
    return [known[i] for i in ids]


def actors(record: Record, trigger: str) -> list[str]:
    return names(record, tuple(p.entity for p in event_of(record, trigger).actors))


def recipients(record: Record, trigger: str) -> list[str]:
    return names(record, tuple(p.entity for p in event_of(record, trigger).recipients))


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        # second parties
        ("France, along with Spain, imposed sanctions on two banks.", "imposed … sanctions", ["France", "Spain"]),
        ("The rebels, together with local militias, attacked the barracks.", "attacked", ["rebels", "local militias"]),
        ("The army as well as the police fired on the crowd.", "fired", ["army", "police"]),
        ("The EU, UN and US condemned the coup.", "condemned", ["European Union", "United Nations", "US"]),
        ("Its rivals, Chad and Mali, condemned the coup.", "condemned", ["Its rivals"]),
        # relative clauses behind a row
        ("Chad, Mali and Niger, which left the bloc last year, expelled the envoy.", "left", ["Chad", "Mali", "Niger"]),
        ("Hamas and Islamic Jihad, which both signed the deal, released two hostages.", "signed … deal", ["Hamas", "Palestinian Islamic Jihad"]),
        ("The army and the Desert Front, which has attacked the town twice, signed a truce.", "attacked", ["Desert Front"]),
        ("Police arrested Ali Hassan and Omar Said, who attacked the barracks.", "attacked", ["Omar Said"]),
        # clefts
        ("It was rebels, not the army, who burned the village.", "burned", ["rebels"]),
        ("It was not the army but the rebels who burned the village.", "burned", ["rebels"]),
        # guises and suspects
        ("Masked men dressed as police abducted a trader.", "abducted", ["Masked men"]),
        ("Gunmen suspected to be herders killed 20 people.", "killed", ["Gunmen"]),
        ("The army, supported by Russian air strikes, retook the town.", "retook", ["army"]),
        # agents told late, or hung on another word
        ("Four miners were killed in Zacatecas, the prosecutor said, by members of a rival gang.", "killed", ["members"]),
        ("Villagers foiled an attack on the school in Bama by gunmen.", "attack", ["gunmen"]),
        ("Peacekeepers repelled an assault on their base by militiamen.", "assault", ["militiamen"]),
        ("Ivo Weil was held for nine days by soldiers.", "held", ["soldiers"]),
        ("Hundreds crossed the river after fighting between soldiers and militiamen.", "fighting", ["soldiers", "militiamen"]),
        ("A Chadian army helicopter bombed fishermen on Lake Chad.", "bombed", ["Chadian army"]),
        ("14:05 Police have cordoned off the square.", "cordoned … off", ["Police"]),
        # a place named before them is no part of their name
        ("In raids in five Spanish provinces police arrested ten smugglers.", "arrested", ["police"]),
        ("In two southern districts soldiers detained nine students.", "detained", ["soldiers"]),
        ("In one northern town police arrested two reporters.", "arrested", ["police"]),
        ("Across the southern provinces rebels burned three schools.", "burned", ["rebels"]),
        ("Riot police arrested two reporters.", "arrested", ["Riot police"]),
        ("Village guards arrested two reporters.", "arrested", ["Village guards"]),
        # who has it done
        ("The governor had the editor arrested.", "arrested", ["governor"]),
        ("The police had arrested the editor.", "arrested", ["police"]),
        ("The general had the mayor's brother shot, a court heard.", "shot", ["general"]),
        # who stops it, and who stops his own
        ("A federal judge halted the deportations of 40 Haitians on Tuesday.", "deportations", []),
        ("The mayor suspended the eviction of squatters from the old tannery.", "eviction", []),
        ("The high court stopped the police deployment to Haiti.", "deployment", []),
        ("A court overturned the ban on the party.", "ban", []),
        ("A judge blocked an order that barred people from seeking asylum.", "barred", []),
        ("Pakistan suspended the deportation of Afghans.", "deportation", ["Pakistan"]),
        ("The court suspended the expulsion of the bishop by the interior ministry.", "expulsion", ["interior ministry"]),
        ("The court banned the march.", "banned", ["court"]),
        # deeds called after a land
        ("The Iran sanctions hurt hospitals.", "sanctions", []),
        ("The US sanctions hurt hospitals.", "sanctions", ["US"]),
        ("The Nigeria kidnapping shocked the world.", "kidnapping", []),
        ("Police beatings were filmed.", "beatings", ["Police"]),
    ],
)
def test_who_did_it(ungated: Coder, text: str, trigger: str, doers: list[str]) -> None:
    assert actors(coded(ungated, text), trigger) == doers


@pytest.mark.parametrize(
    ("text", "trigger", "whom"),
    [
        ("Two officers, along with a driver, were kidnapped in Basra.", "kidnapped", ["Two officers", "driver"]),
        ("Police arrested the mayor along with six councillors.", "arrested", ["mayor", "six councillors"]),
        ("The mayor was arrested along with six councillors.", "arrested", ["mayor", "six councillors"]),
        ("He was arrested along with his brother.", "arrested", ["his brother"]),
        ("Rebels attacked the town along with a militia.", "attacked", []),
        ("Poland declared three Chadian diplomats persona non grata.", "declared … persona … non … grata", ["three Chadian diplomats"]),
        ("Three Chadian diplomats were declared persona non grata by Moldova.", "declared … persona … non … grata", ["Three Chadian diplomats"]),
        ("The officer, whom witnesses accused of torturing prisoners, was freed.", "accused", ["officer"]),
        ("A woman whom police accuse of killing a banker was arrested.", "accuse", ["woman"]),
        ("Teachers were accused by the ministry of inciting pupils.", "accused", ["Teachers"]),
        ("The governor had the editor arrested.", "arrested", ["editor"]),
        ("Victims of torture by the secret police testified in Accra.", "torture", ["Victims"]),
        ("Torture victims sued the state.", "Torture", ["Torture victims"]),
        ("The priest's beating was denied by the prison.", "beating", ["priest"]),
        ("The army's beating of the boys was filmed.", "beating", ["boys"]),
        ("The boy's stabbing was condemned by the mayor.", "condemned", []),
        ("The judge's dismissal by the president was condemned by lawyers.", "condemned", ["president"]),
        ("On the orders of the governor, police cleared the square.", "cleared", []),
        ("The Supreme Court blocked the government from deporting four men to Eritrea.", "blocked", ["government"]),
        ("The Iran sanctions hurt hospitals.", "sanctions", ["Iran"]),
        ("The gang handed over 12 hostages.", "handed … over", ["12 hostages"]),
    ],
)
def test_whom_it_befell(ungated: Coder, text: str, trigger: str, whom: list[str]) -> None:
    assert recipients(coded(ungated, text), trigger) == whom


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("The clinic received 15 wounded on Sunday.", []),
        ("Ambulances brought 12 wounded to the clinic.", []),
        ("The raid left 15 wounded.", ["left … wounded"]),
        ("Settlers in the occupied Golan Heights burned a car.", ["burned"]),
        ("Troops occupied the parliament building in Bissau.", ["occupied"]),
        ("A group allied with al-Qaeda attacked the base.", ["attacked"]),
        ("I locked up at seven and went home.", []),
        ("The regime locked up hundreds of union members.", ["locked … up"]),
    ],
)
def test_deeds(ungated: Coder, text: str, triggers: list[str]) -> None:
    assert [words_of(e.mentions[0].trigger) for e in coded(ungated, text).events] == triggers


def test_another_one_is_somebody_else(ungated: Coder) -> None:
    record = coded(ungated, "A police officer was stabbed by a man. The man was shot by another police officer.")
    assert event_of(record, "shot").actors[0].entity != event_of(record, "stabbed").recipients[0].entity
    record = coded(ungated, "A soldier was killed by another soldier at a base in Aden.")
    killing = event_of(record, "killed")
    assert len(killing.actors) == len(killing.recipients) == 1
    assert killing.actors[0].entity != killing.recipients[0].entity


def test_handed_over_is_no_more_than(ungated: Coder) -> None:
    bounds = {q.text: (q.min, q.max) for text in ("The gang handed over 12 hostages.", "Rebels killed over 40 soldiers.") for q in coded(ungated, text).quantities}
    assert bounds == {"12 hostages": (12, 12), "40 soldiers": (41, None)}


def test_clock_before_a_subject_is_a_time(ungated: Coder) -> None:
    record = coded(ungated, "14:20 Officers are dragging protesters away.")
    assert actors(record, "dragging … away") == ["Officers"]
    assert event_of(record, "dragging … away").times


def test_councils_of_other_bodies(ungated: Coder) -> None:
    assert actors(coded(ungated, "The African Union's Peace and Security Council condemned the coup."), "condemned") == ["African Union Peace and Security Council"]
    assert actors(coded(ungated, "The Security Council condemned the coup."), "condemned") == ["UN Security Council"]


def test_firms_of_two_words_are_no_persons(ungated: Coder) -> None:
    kinds = {e.name: e.kind for text in ("Harbour Crate closed its depot in Leeds after the attack.", "Peter Stone accused the mayor of theft.") for e in coded(ungated, text).entities}
    assert kinds["Harbour Crate"] != "person"
    assert kinds["Peter Stone"] == "person"


@pytest.mark.parametrize(
    ("text", "trigger", "held"),
    [
        ("Gunmen held several nurses hostage for a week.", "held … hostage", ["several nurses"]),
        ("Gunmen are holding dozens of workers hostage.", "holding … hostage", ["workers"]),
        ("Rebels took the two envoys hostage on Monday.", "took … hostage", ["two envoys"]),
    ],
)
def test_whom_they_hold_hostage(coder: Coder, text: str, trigger: str, held: list[str]) -> None:
    assert recipients(coded(coder, text), trigger) == held
