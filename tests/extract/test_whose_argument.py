"""Whose word, who and whom, where and when, how many: an argument goes to the verb that it belongs to. All sentences are ours."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.event import Event
from onrecord.model.record import Record
from onrecord.model.span import words_of


def coded(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2024-05-03")


def event(record: Record, trigger: str) -> Event:
    return next(e for e in record.events if any(s.quote == trigger for m in e.mentions for s in m.trigger))


def names(record: Record, side: tuple) -> list[str]:
    known = {e.id: e.name for e in record.entities}
    return [known[p.entity] for p in side]


def words(record: Record, told: Event) -> list[str]:
    """The sources of an event's assertions; "" for the outlet's own."""
    nodes = {a.id: a for a in record.attributions}
    sources = [nodes[a.attribution].source if a.attribution else None for a in told.assertions]
    return [words_of(s.spans) if s is not None else "" for s in sources]


def figures(record: Record) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(q.kind, q.text, q.of) for q in record.quantities]


# Figures ---------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # of two outcomes at once
        ("Nurses reckoned that 2,000 people were killed or injured since the spring.", [("casualties", "2,000 people", ())]),
        ("The blast left 40 people dead or injured.", [("casualties", "40 people", ())]),
        ("Rebels killed or wounded 60 soldiers.", [("casualties", "60 soldiers", ("combatants",))]),
        ("Some 300 people were killed, wounded or maimed.", [("casualties", "Some 300 people", ())]),
        ("Thirty people were killed or detained during the march.", []),
        ("Police said 300 people were killed, injured or displaced.", []),
        # each with its own
        ("The rebels killed two soldiers or injured three.", [("killed", "two soldiers", ("combatants",)), ("injured", "three", ())]),
        ("At least 12 people were killed and 30 injured in the raid.", [("killed", "12 people", ()), ("injured", "30", ())]),
        # of several kinds of people at once
        ("Twenty police, soldiers, and private guards were killed in May.", [("killed", "Twenty police, soldiers, and private guards", ())]),
        ("Ten soldiers and guerrillas were wounded in the clash.", [("injured", "Ten soldiers and guerrillas", ("combatants",))]),
        ("Five policemen and three soldiers were killed.", [("killed", "Five policemen", ("police",)), ("killed", "three soldiers", ("combatants",))]),
        ("Six soldiers and their driver were killed.", [("killed", "Six soldiers", ("combatants",))]),
        # from how many on a word is used
        ("The study counted massacres, by which it means raids with two or more victims.", []),
        ("The law calls it a massacre when four or more people are killed.", []),
        ("Four or more people were killed in the attack, police said.", [("killed", "Four or more people", ())]),
        ("Police say ten or more people have been killed in the blast.", [("killed", "ten or more people", ())]),
    ],
)
def test_figures_of_what_they_count(text: str, told: list[tuple[str, str, tuple[str, ...]]], ungated: Coder) -> None:
    assert figures(coded(ungated, text)) == told


def test_the_next_deed_has_its_own_number(ungated: Coder) -> None:
    record = coded(ungated, "THE FRONT CLAIMED THAT ITS MEN KILLED 25 GUARDS, WOUNDED 31, AND CAPTURED 22 NEAR LOM.")
    assert [(q.kind, q.text) for q in record.quantities] == [("killed", "25 GUARDS"), ("injured", "31"), ("detained", "22")]
    described = coded(ungated, "The army buried 12 rebels, wounded in an earlier raid.")
    assert not any(q.kind == "injured" and q.min != 12 for q in described.quantities)


def test_figures_of_deeds_told_in_a_row_still_rival_others(ungated: Coder) -> None:
    text = "The army said four guards were killed at El Sauce. The Front said its men killed 25 guards, wounded 31, and captured 22 near El Sauce."
    assert any("rival-figure" in d.derivation["sides"].rule for d in coded(ungated, text).disputes)


# Who and whom ----------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "trigger", "who", "whom"),
    [
        # known by what befell them, with an aside before the sentence's own verb
        ("The four people killed -- all of one clan -- had their boats burned on the quay in Orlo, Radio Sol reported.", "killed", 0, 1),
        ("The two guards wounded, both from Orlo, were taken to a clinic.", "wounded", 0, 1),
        ("The troops attacked -- some on horseback -- and the town fell.", "attacked", 1, 0),
        # of whom a willingness is told
        ("The gang pays men ready to attack the rebels.", "attack", 1, 1),
        ("It is hard to attack the rebels.", "attack", 0, 1),
        # a date that opens the sentence, and what it tells
        ("In May, some 300 youths, mainly from the port, engaged in scuffles with police.", "scuffles", 2, 0),
        ("On Monday, nine clerks, mainly from the port, arrested in a raid.", "arrested", 0, 1),
        # verbs that take nobody
        ("Police warned about rampaging thieves during mass events.", "rampaging", 1, 0),
        ("The guild accused the army of shelling villages.", "shelling", 1, 0),
    ],
)
def test_doers_and_those_it_is_done_to(text: str, trigger: str, who: int, whom: int, ungated: Coder) -> None:
    told = event(coded(ungated, text), trigger)
    assert (len(told.actors), len(told.recipients)) == (who, whom)


def test_whose_willingness(ungated: Coder) -> None:
    record = coded(ungated, "Men ready to attack the rebels gathered in Lom.")
    told = event(record, "attack")
    assert names(record, told.actors) == ["Men"]
    assert names(record, told.recipients) == ["rebels"]
    warned = coded(ungated, "Police warned about rampaging thieves during mass events.")
    assert names(warned, event(warned, "rampaging").actors) == ["thieves"]


# Where and when --------------------------------------------------------------------------------------------------------------------------


def test_the_day_of_what_is_assured_is_not_the_assurances(ungated: Coder) -> None:
    record = coded(ungated, "Colonel Malo gave assurances today that the army will keep a truce on 14 May.")
    times = {t.id: t.spans[0].quote for t in record.times}
    assert [times[t.time] for t in event(record, "assurances").times] == ["today"]
    assert [times[t.time] for t in event(record, "keep").times] == ["14 May"]


def test_where_others_were_killed_is_no_place_of_the_first(ungated: Coder) -> None:
    record = coded(ungated, "The rebels murdered three clerks in Qopo, two in Lagos, and three in Ibadan.")
    places = {p.id: p.name for p in record.places}
    assert not {places[p.place] for p in event(record, "murdered").places} & {"Lagos", "Ibadan"}
    one = coded(ungated, "The rebels murdered three clerks in Lagos and Ibadan.")
    assert {p.name for p in one.places} == {"Lagos", "Ibadan"}
    assert len(event(one, "murdered").places) == 2


@pytest.mark.parametrize(
    ("text", "trigger", "years"),
    [
        ("This is a rise from the 295 killings of guards in 2021, but a drop from the 350 cases in 2020.", "killings", ["2021"]),
        ("This is a rise from the 295 killings of guards, as counted in 2021.", "killings", []),
        ("The guild withdrew from the talks in 2021.", "withdrew", ["2021"]),
    ],
)
def test_the_year_of_what_a_figure_is_set_against(text: str, trigger: str, years: list[str], ungated: Coder) -> None:
    record = coded(ungated, text)
    times = {t.id: t.spans[0].quote for t in record.times}
    assert [times[t.time] for t in event(record, trigger).times if not t.inferred] == years


def test_a_past_deed_is_not_dated_after_the_report(ungated: Coder) -> None:
    record = coded(ungated, "In July this year, some 300 youths, mainly from the port, engaged in scuffles with police.")
    assert [t.value for t in record.times] == ["XXXX-07"]
    assert [t.value for t in coded(ungated, "In July this year, the guild will march against the junta.").times] == ["2024-07"]


# Whose word ------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        # what befell somebody's own is told by the outlet; a witness tells what others did
        ("The bank saw its clerks attacked by rebels on Monday.", "attacked", [""]),
        ("Witnesses saw soldiers shoot two clerks.", "shoot", ["Witnesses"]),
        ("A nurse saw that its guards had shot two clerks.", "shot", ["A nurse"]),
        # the innermost speaker
        ('"Orrel said that the army had attacked the village," the agency reported.', "attacked", ["Orrel"]),
        ("If Orrel said that the army had attacked the village, he lied.", "attacked", [""]),
        # behind a name in quotation marks and its comma
        (
            'The court also told nine of the clerks, Malo among them, to hand one million crowns to a body of notaries called the "Quay Circle," '
            "state-run Al-Nour newspaper reported.",
            "told",
            ["state-run Al-Nour newspaper"],
        ),
        # the name, not what describes it
        ("A march was led by Monsignor Pablo Rivas, auxiliary bishop, who accused the army of bombing a church.", "bombing", ["Monsignor Pablo Rivas"]),
        # who advised warns
        ("Police urged guests to leave gems at home and carry no cash, warning that rebels had attacked the port.", "attacked", ["Police"]),
        # the speaker's own demands
        ('"We ask that the rebels end their murders," Commander Malo said.', "murders", ["Commander Malo"]),
    ],
)
def test_on_whose_word(text: str, trigger: str, sources: list[str], ungated: Coder) -> None:
    record = coded(ungated, text)
    assert words(record, event(record, trigger)) == sources


def test_an_alias_is_no_speaker_of_its_own(ungated: Coder) -> None:
    record = coded(ungated, 'In an interview, Pedro Malo Ruiz, alias "El Toro," told officials that his gang had killed two guards.')
    source = record.attributions[0].source
    assert source is not None
    assert source.kind == "named"
    assert {e.id: e.name for e in record.entities}[source.entity or ""] == "Pedro Malo Ruiz"
    assert record.attributions[0].told


def test_in_a_recording_all_is_the_speakers_but_what_stands_in_brackets(ungated: Coder) -> None:
    record = coded(
        ungated,
        "(BEGIN RECORDING) (MALO) WE ARE ALSO ASKING THAT THE REBELS STOP THEIR MURDERS (THE FRONT KILLED 12 FARMERS IN MAY). THEY MUST LEAVE. (END RECORDING)",
    )
    assert words(record, event(record, "MURDERS")) == ["MALO"]
    assert words(record, event(record, "KILLED")) == [""]


# Authorities -----------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "invoked"),
    [
        ("The council had issued Decree 7 to ban the raids, Radio Sol reported.", {"Decree 7": []}),
        ("The army said it had issued Decree 7 to ban the raids.", {"Decree 7": ["The army"]}),
        ("The minister said the raid was carried out under the Press Act.", {"Press Act": ["The minister"]}),
        ("The paper lets police read letters without a warrant, the owner said.", {}),
        ("Police may search huts without a warrant, the owner said.", {}),
        ("Guards searched the mill without a warrant, the owner said.", {"a warrant": ["the owner"]}),
    ],
)
def test_who_invokes_what(text: str, invoked: dict[str, list[str]], ungated: Coder) -> None:
    record = coded(ungated, text)
    nodes = {a.id: a.source for a in record.attributions}
    assert {a.name: [words_of(s.spans) for i in a.invoked_by if (s := nodes[i]) is not None] for a in record.authorities} == invoked
