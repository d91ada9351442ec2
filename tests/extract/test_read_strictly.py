"""Classes that strict readings of whole pages listed: deeds that are none, whose word it is, how long, what is denied, who is nobody's private person."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.export.dossier import page
from onrecord.model.event import Event
from onrecord.model.record import Record


def code(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2026-03-12")


def trigger(event: Event) -> str:
    return " ".join(s.words for s in event.mentions[0].trigger)


def names(record: Record) -> dict[str, str]:
    return {e.id: e.name for e in record.entities}


def speakers(record: Record) -> set[str]:
    known = names(record)
    return {known.get(a.source.entity or "", "?") if a.source is not None else "nobody" for a in record.attributions}


@pytest.mark.parametrize(
    "text",
    [
        "An underground explosion at a coal mine in northern Turkey left 23 people dead on Sunday, officials said.",
        "Relatives of dead miners sang in Lom, four days after an underground explosion killed 23.",
        "Four workers had been killed by a gas leak at the plant.",
        "A gas explosion destroyed a block of flats in Lom on Sunday, killing six people.",
        "A blast at a fireworks factory killed nine workers in Lom on Monday.",
        "A methane blast killed 12 miners in Lom.",
        "The accord has curbed decades of bloodshed in the south.",
        "Mr Doe had been discharged from a hospital's mental health unit two days before.",
        "Some of the guards spent their bounty on gamblers.",
        "Officials said they could not receive the deportees safely.",
    ],
)
def test_what_is_nobodys_deed(text: str, ungated: Coder) -> None:
    assert [(e.type, trigger(e)) for e in code(ungated, text).events if e.type not in ("AGREE",)] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A bomb exploded at a coal mine in Lom, killing two guards.", "exploded"),
        ("An explosion killed four people at an oil refinery in Lom on Sunday. Rebels claimed responsibility.", "killed"),
        ("An explosion killed four people in a market in Lom on Sunday.", "explosion"),
        ("A mine explosion killed three soldiers near Lom.", "explosion"),
    ],
)
def test_what_was_set_off_is(text: str, told: str, ungated: Coder) -> None:
    assert told in [trigger(e) for e in code(ungated, text).events if e.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "word", "spans"),
    [
        ("Officers seized computers and three years of notebooks.", "seized", []),
        ("He promised to raise deportations to 15,000 a week.", "deportations", []),
        ("Guards beat him with cables and kept him in a cell for 14 months.", "beat", []),
        ("The raid left 44 commandos dead and stalled the talks for years.", "raid", []),
        ("Gunmen killed nine people and wounded four in two hours.", "killed", ["PT2H"]),
        ("Soldiers shelled Lom and besieged it for three weeks.", "besieged", ["P3W"]),
    ],
)
def test_how_long_is_of_what_lasted(text: str, word: str, spans: list[str], ungated: Coder) -> None:
    record = code(ungated, text)
    value = {t.id: t.value for t in record.times if t.type == "DURATION"}
    assert [[value[t.time] for t in e.times if t.time in value] for e in record.events if word in trigger(e)] == [spans]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Operation Vulture in January showed that joint patrols may find some success.", set()),
        ("The government's poor record suggests the kidnappings are unlikely to end.", set()),
        ("Mayors have recounted life under the cartel, exemplifying how corruption works.", {"Mayors"}),
        ("Police in Lom raided a landing strip, thought to be linked to planes carrying drugs.", set()),
        ("Two of his guards (former officers, according to the newspaper El Faro) were killed in the attack.", {"El Faro"}),
        ("A ministry report showed that 40 people had been killed.", {"?"}),
        ("A drone struck a market on Tuesday, killing at least 17 people, including six children, three residents and a local elected official said.", {"three residents", "local elected official"}),
        ("A constable who shot a father of two has told an inquest he believed he was about to be stabbed.", {"constable"}),
    ],
)
def test_who_can_say_anything(text: str, who: set[str], ungated: Coder) -> None:
    assert speakers(code(ungated, text)) == who


@pytest.mark.parametrize(
    ("text", "word", "own"),
    [
        ("The prefect blamed the Popular Front, an armed group that attacked Lom in May.", "attacked", True),
        ("Army intelligence warned that the Popular Front, a faction that attacked Lom in May, could carry out bombings.", "attacked", True),
        ("“The Red Front, an armed group that attacked Lom, has lied,” the ministry said.", "attacked", False),
        ("The ministry said the man, a guard who was shot by rebels, had died.", "shot", False),
        ("Two of his guards (former officers, according to the newspaper El Faro) were killed in the attack.", "killed", True),
    ],
)
def test_who_adds_who_that_is(text: str, word: str, own: bool, ungated: Coder) -> None:
    event = next(e for e in code(ungated, text).events if trigger(e) == word)
    assert [a.attribution is None for a in event.assertions] == [own]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The rebels said they were suspending the surrender of their weapons.", "failed"),
        ("The rebels halted the disarmament of 1,200 fighters.", "failed"),
        ("A ceremony in which 1,200 fighters were to hand over their rifles has been put off indefinitely.", "failed"),
        ("The rebels put off the surrender of their weapons until June.", "planned"),
        ("The rebels surrendered their weapons.", "occurred"),
    ],
)
def test_arms_that_are_not_given_up(text: str, label: str, ungated: Coder) -> None:
    assert [e.status for e in code(ungated, text).events if "RETREAT" in (e.type, e.deed_type)] == [label]


@pytest.mark.parametrize(
    ("text", "kinds", "who"),
    [
        ("Police used water cannon to disperse relatives of dead miners who tried to storm the offices.", ["ASSAULT", "ASSAULT"], ["Police", "relatives"]),
        ("Police fired tear gas to break up the march.", ["ASSAULT", "PROTEST"], ["Police"]),
        ("Supporters of the jailed mayor who marched on Sunday were beaten.", ["COERCE", "PROTEST", "ASSAULT"], ["Supporters"]),
    ],
)
def test_one_act_upon_a_crowd(text: str, kinds: list[str], who: list[str], ungated: Coder) -> None:
    record = code(ungated, text)
    assert [e.type for e in record.events] == kinds
    assert [names(record)[p.entity] for e in record.events for p in e.actors if not p.inferred] == who


def test_a_crowd_is_whom_the_gas_was_used_on(ungated: Coder) -> None:
    record = code(ungated, "Police used tear gas to disperse students in Lom.")
    (event,) = record.events
    assert [names(record)[p.entity] for p in event.recipients if not p.inferred] == ["students"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A delegation of notables is due to meet the governor on Saturday to demand access to the site.", "AGREE"),
        ("The state met the demands of the striking nurses.", "CONCEDE"),
        ("Police officers held the owner of a hotel hostage.", "ASSAULT"),
        ("The militants handed over the soldiers to the Red Cross.", "RETREAT"),
    ],
)
def test_what_kind_of_deed_it_is(text: str, kind: str, ungated: Coder) -> None:
    assert kind in [e.type for e in code(ungated, text).events]


def test_who_is_handed_to_a_court_is_not_released(ungated: Coder) -> None:
    record = code(ungated, "One officer and seven soldiers were handed over to a military court.")
    assert "RETREAT" not in [e.type for e in record.events]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("A lawyers' collective, Derechos Sin Frontera, filed a petition on Monday.", "Derechos Sin Frontera", "organisation"),
        ("Nino Beridze, who writes for the online publication Mtis Ambavi, was arrested on Friday.", "Mtis Ambavi", "organisation"),
        ("A radio station, Voz Libre, was burned down in Lima.", "Voz Libre", "organisation"),
        ("The NGO Tierra Digna said soldiers had beaten detainees.", "Tierra Digna", "organisation"),
        ("Peace adviser Corazon Lagman-Ty appealed to the rebels.", "Corazon Lagman-Ty", "person"),
        ("The prefect of Vakaga, Leopold Ngaro-Bida, blamed the Red Front.", "Leopold Ngaro-Bida", "person"),
    ],
)
def test_bodies_and_persons(text: str, name: str, kind: str, ungated: Coder) -> None:
    assert {e.name: e.kind for e in code(ungated, text).entities}[name] == kind


def test_where_residents_live_is_no_person(ungated: Coder) -> None:
    record = code(ungated, "Residents of Upper St Barb's reported gunfire. Police said no one was hurt.")
    assert not any(e.private for e in record.entities)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("A bomb killed nine people in the Red Sea port of Hodeidah.", ["Hodeidah"]),
        ("Around 600 people marched in the Black Sea city of Zonguldak.", ["Zonguldak"]),
        ("Marchers blocked the Pan-American Highway.", ["Pan-American Highway"]),
    ],
)
def test_the_place_and_no_piece_of_its_name(text: str, town: list[str], ungated: Coder) -> None:
    record = code(ungated, text)
    words = {p.id: p.spans[0].words for p in record.places}
    assert [words[q.place] for q in record.events[0].places] == town


def test_that_attack_is_the_one_told_last(ungated: Coder) -> None:
    record = code(ungated, "A drone hit a market on Tuesday. “No civilian was hit,” a colonel said. In March last year a strike on a wedding in Mopti killed at least 13 people, rights groups said. The army denied responsibility for that attack.")
    (wedding,) = [e for e in record.events if any(names(record)[p.entity] == "at least 13 people" for p in e.recipients)]
    assert {a.status for a in wedding.assertions} == {"occurred", "denied"}


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Immigration agents deported 3,400 people last week, the government said. The director denied that his agents had beaten or extorted anyone.", []),
        ("A trader said there were no fighters there. An official put the number of wounded at 29.", []),
        ("Police said rebels burned the mill. A minister said the cooks were responsible for the meals.", []),
        ("Police said rebels burned the mill. A minister said the army was responsible for the fire.", ["other-culprit"]),
    ],
)
def test_what_answers_what(text: str, rules: list[str], ungated: Coder) -> None:
    assert [d.derivation["sides"].rule for d in code(ungated, text).disputes] == rules


def test_a_rejected_account_is_what_was_told_and_not_to_whom(ungated: Coder) -> None:
    record = code(ungated, "His widow told reporters at his burial that officers dragged him out and shot him. Police rejected her account.")
    (dispute,) = record.disputes
    claim = next(c for c in record.claims if c.id == dispute.claim)
    assert "officers dragged him out" in " ".join(s.words for s in claim.spans)


def test_a_petition_and_what_it_asks_are_one(ungated: Coder) -> None:
    record = code(ungated, "A union filed a petition at the court on Monday, asking it to halt the removals.")
    assert [e.type for e in record.events].count("REQUEST") == 1


def test_both_verbs_of_an_old_war_are_of_long_ago(ungated: Coder) -> None:
    record = code(ungated, "Five days of combat in July 2024 killed dozens of people and displaced some 300,000.")
    assert {e.background for e in record.events} == {True}


def test_what_a_truce_dates_is_not_the_fighting(ungated: Coder) -> None:
    record = code(ungated, "Troops exchanged fire on Sunday. The fighting was the most serious violation of a truce signed in 2024.")
    assault = [e for e in record.events if e.type == "ASSAULT"]
    assert [(e.background, len(e.mentions)) for e in assault] == [(False, 3)]


def test_a_ranked_noun_has_its_rank_and_no_span(ungated: Coder) -> None:
    record = code(ungated, "Police shot a man dead in Cairns on Sunday. It was the fourth fatal police shooting in north Queensland in three years.")
    (event,) = record.events
    assert not any(t.type == "DURATION" for t in record.times if t.id in {x.time for x in event.times})
    assert [names(record)[p.entity].casefold() for p in event.actors] == ["police"]


def test_a_passive_cue_reads_as_its_speaker_used_it(coder: Coder) -> None:
    record = code(coder, "Police shot a man dead in Lom on Sunday. The commission has been asked by the family to review the finding of the police.")
    labels = {label for s in page(record, names=True).sections if s.title == "Who says so" for e in s.entries for label, _ in e.facts}
    assert "asked" in labels
    assert "has been asked" not in labels


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("They mourn our brothers, the priests brutally murdered in Lom.", "our brothers"),
        ("The rebels request the immediate release of labour leaders, activists, and detained political prisoners.", "detained political prisoners"),
    ],
)
def test_whom_it_befell_did_nothing(text: str, whom: str, ungated: Coder) -> None:
    record = code(ungated, text)
    event = next(e for e in record.events if e.type in ("ASSAULT", "COERCE"))
    assert [names(record)[p.entity] for p in event.recipients] == [whom]
    assert event.actors == ()


@pytest.mark.parametrize("text", ["LET US WAIT AND SEE HOW MANY GOVERNMENTS WILL SUPPORT THAT ARMY.", "The officer left the embassy as soon as he learned that he was not wanted."])
def test_who_waits_or_learns_says_nothing(text: str, ungated: Coder) -> None:
    assert code(ungated, text).attributions == ()


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed nine people in Gao in an attack claimed by the Red Front.",
        "A bomb killed nine people in Gao in an attack that was claimed by the Red Front.",
        "A bomb killed nine people in Gao in an attack that the Red Front claimed.",
    ],
)
def test_who_claims_an_attack_did_it_by_his_claim(text: str, ungated: Coder) -> None:
    record = code(ungated, text)
    (event,) = record.events
    assert [names(record)[p.entity] for p in event.actors] == ["Red Front"]
    assert {a.status for a in event.assertions} == {"occurred"}


def test_nobody_claims_what_no_group_claims(ungated: Coder) -> None:
    (event,) = code(ungated, "A bomb killed nine people in Gao in an attack claimed by no group.").events
    assert event.actors == ()


def test_what_was_agreed_and_not_done(ungated: Coder) -> None:
    record = code(ungated, "Under the deal, the rebels agreed to pull their fighters out of the town and the military pledged to halt air raids. Neither has happened.")
    assert [e.status for e in record.events if e.type == "AGREE"] == ["occurred", "occurred"]
    assert {e.status for e in record.events if e.type == "RETREAT"} == {"negated"}
    assert {a.attribution for e in record.events for a in e.assertions} == {None}


def test_who_spoke_just_before_speaks_on(ungated: Coder) -> None:
    record = code(ungated, "Hospital director Fadumo Nur said three of the wounded, among them a girl of 11, were in a critical condition. She said the hospital had run out of blood.")
    assert speakers(record) == {"Fadumo Nur"}


def test_those_who_say_it_at_the_end(ungated: Coder) -> None:
    record = code(ungated, "Armed men boarded a tanker off Benin and abducted six of its crew, the navy and the ship's manager said Thursday.")
    assert speakers(record) == {"navy", "the ship's manager"}
    assert all(a.attribution is not None for e in record.events for a in e.assertions)


def test_a_town_and_its_land_before_a_dash_are_a_dateline(ungated: Coder) -> None:
    record = code(ungated, "Jets strike market in Lashio\n\nLashio, Myanmar – Fighter jets struck a market on Thursday, killing nine people, residents said.")
    assert record.report.dateline is not None
    assert [names(record)[p.entity] for p in record.events[0].actors] == ["Fighter jets"]


@pytest.mark.parametrize("text", ["Clashes broke out between protesters and riot police.", "He was shot while fleeing a petrol station without paying."])
def test_riot_police_and_fleeing_from_a_bill(text: str, ungated: Coder) -> None:
    assert [trigger(e) for e in code(ungated, text).events if trigger(e) in ("riot", "fleeing")] == []


def test_those_killed_in_a_headline_kill_nobody(ungated: Coder) -> None:
    record = code(ungated, "Three of family killed as shells hit Uri village\n\nThe village lies near the border, officials said on Wednesday.")
    assert [[names(record)[p.entity] for p in e.actors] for e in record.events if "killed" in trigger(e)] == [[]]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("In July 2023, Chad ordered 45 envoys to leave. Mali retaliated by barring its officials.", "barring"),
        ("In June 2022, more than 300 people were killed in Lom; survivors blamed the militia.", "blamed"),
        ("It was the worst shelling since the four-day conflict of May 2024, when shells killed a woman and damaged scores of houses.", "killed"),
        ("The military seized power in February 2021, deposing the elected government.", "deposing"),
    ],
)
def test_what_goes_on_with_an_earlier_year(text: str, word: str, ungated: Coder) -> None:
    record = code(ungated, f"Police arrested two men in Lom on Sunday.\n\n{text}")
    told = [e for e in record.events if any(word in " ".join(s.words for s in m.trigger) for m in e.mentions)]
    assert [e.background for e in told] == [True]
    assert not record.events[0].background


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Former Guatemalan colonel convicted over 1982 massacre of villagers\n\nA court has ruled on the case.", "Former Guatemalan colonel"),
        ("Peru governor impeached over bridge contracts\n\nLawmakers met on Friday.", "Peru governor"),
        ("The trial was twice suspended, most recently in May, after a key witness, Tomás Chitic, was shot dead outside his home.", "Tomás Chitic"),
        ("The trial was twice suspended, most recently in May, after a key witness, Ana Luz, was shot dead outside her home.", "Ana Luz"),
    ],
)
def test_whom_it_befell_in_headlines_and_behind_after(text: str, whom: str, ungated: Coder) -> None:
    record = code(ungated, text)
    event = next(e for e in record.events if e.type in ("SANCTION", "ASSAULT"))
    assert [names(record)[p.entity] for p in event.recipients] == [whom]
    assert not [p for p in event.actors if names(record)[p.entity] == whom]


def test_what_stands_beside_what_is_denied(ungated: Coder) -> None:
    record = code(ungated, "He denies the charges and his trial is to open in February.")
    assert [" ".join(s.words for s in a.content) for a in record.attributions] == ["the charges"]
    assert [(trigger(e), e.status) for e in record.events] == [("trial", "planned")]


@pytest.mark.parametrize("text", ["A UN-backed truth commission concluded that the state had lied.", "Trucks carrying food for 30,000 displaced people arrived in Lom."])
def test_epithets_are_no_deeds(text: str, ungated: Coder) -> None:
    assert [trigger(e) for e in code(ungated, text).events if trigger(e) in ("backed", "truth commission", "displaced")] == []
