"""Grids: one deed in many plain turns, crossed with who denies it and how, or with the noun that takes it up. What must come out follows from the turn alone. All
sentences are ours."""

from __future__ import annotations

from typing import cast

import pytest

from onrecord import Coder
from onrecord.model.parse import Parse
from onrecord.model.record import Record
from onrecord.readers import read_text

# infinitive, past, participle, gerund, noun, what it befell
DEEDS = [
    ("bomb", "bombed", "bombed", "bombing", "bombing", "a school"),
    ("kill", "killed", "killed", "killing", "killing", "nine villagers"),
    ("abduct", "abducted", "abducted", "abducting", "abduction", "two nurses"),
    ("execute", "executed", "executed", "executing", "execution", "six prisoners"),
    ("shell", "shelled", "shelled", "shelling", "shelling", "the port"),
    ("attack", "attacked", "attacked", "attacking", "attack", "a convoy"),
]
CLAIMS = [
    "The army said rebels {past} {what} near Lom on Monday.",
    "Rebels {past} {what} near Lom on Monday, the army said.",
    "The army accused rebels of {ger} {what} near Lom on Monday.",
]
ANSWERS = [
    "The rebels denied it.",
    "The rebels denied the {noun}.",
    "The rebels denied {ger} {what}.",
    "The rebels denied any involvement.",
    "A rebel spokesman said the group had nothing to do with the {noun}.",
    "The rebels said they played no role in the {noun}.",
    "The rebels said they were not responsible for the {noun}.",
    "The rebels said they had no hand in the {noun}.",
    "The rebels said they knew nothing of the {noun}.",
    "The rebels said they did not carry out the {noun}.",
    "A rebel spokesman called the claim a lie.",
    "A rebel spokesman said the army itself had {part} {what}.",
    "A rebel spokesman said the {noun} was the work of bandits.",
    "The rebels said it was carried out by bandits.",
    "But rebel commander Ivo Weil told reporters his men were not involved.",
]


def told(text: str, deed: tuple[str, ...]) -> str:
    return text.format(**dict(zip(("verb", "past", "part", "ger", "noun", "what"), deed, strict=True)))


def code(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2026-03-18")


def deeds(record: Record, *types: str) -> list[tuple[str, set[str], set[str]]]:
    names = {e.id: e.name for e in record.entities}
    return [(e.status, {names[p.entity] for p in e.actors}, {names[p.entity] for p in e.recipients}) for e in record.events if e.type in types]


@pytest.mark.parametrize("deed", DEEDS, ids=lambda d: d[0])
@pytest.mark.parametrize("answer", ANSWERS)
def test_a_charge_that_is_answered_opens_one_dispute(deed: tuple[str, ...], answer: str, ungated: Coder) -> None:
    for claim in CLAIMS:
        record = code(ungated, told(f"{claim} {answer}", deed))
        assert [len({s.stance for s in d.sides}) for d in record.disputes] == [2], claim


@pytest.mark.parametrize("deed", DEEDS, ids=lambda d: d[0])
@pytest.mark.parametrize("answer", ["The rebels denied the {noun}.", "The rebels said they had nothing to do with the {noun}.", "The rebels said they were not responsible for the {noun}.", "The rebels said they were not involved in the {noun}."])
def test_what_is_denied_is_the_deed_just_told(deed: tuple[str, ...], answer: str, ungated: Coder) -> None:
    found = deeds(code(ungated, told(f"{CLAIMS[0]} {answer}", deed)), "ASSAULT")
    assert [(status, actors) for status, actors, _ in found] == [("occurred", {"rebels"})]


@pytest.mark.parametrize("deed", DEEDS, ids=lambda d: d[0])
@pytest.mark.parametrize(
    "behind",
    ["The mayor condemned the {noun}.", "The {noun} lasted two hours.", "The mayor called the {noun} a crime.", "Police said the {noun} took place at dawn.", "It was the second {noun} in a week."],
)
def test_a_noun_takes_up_the_verb_before_it(deed: tuple[str, ...], behind: str, ungated: Coder) -> None:
    assert len(deeds(code(ungated, told(f"Rebels {{past}} {{what}} in Lom on Monday. {behind}", deed)), "ASSAULT")) == 1


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The mayor condemned the rebels' {noun} the villagers.", "occurred"),
        ("The rebels carried out the {noun} the villagers on Monday.", "occurred"),
        ("The rebels are planning the {noun} the villagers.", "planned"),
        ("The mayor fears the {noun} the villagers by the rebels.", "hypothetical"),
        ("The mayor averted the {noun} the villagers by the rebels.", "failed"),
        ("Students marched against the {noun} the villagers by the rebels.", "occurred"),
        ("The mayor resigned after the {noun} the villagers by the rebels.", "occurred"),
        ("The {noun} the villagers by the rebels shocked Lom.", "occurred"),
    ],
)
@pytest.mark.parametrize("noun", ["attack on", "mass shooting of", "flogging of", "missile fire on", "roundup of", "expulsion of", "execution of", "shelling of"])
def test_a_noun_has_its_doer_and_its_victims(text: str, status: str, noun: str, ungated: Coder) -> None:
    found = deeds(code(ungated, text.format(noun=noun)), "ASSAULT", "COERCE", "SANCTION")
    may_be_coming = "marched" in text and noun in ("expulsion of", "roundup of")
    assert [(actors, whom) for _, actors, whom in found] == [({"rebels"}, {"villagers"})]
    assert may_be_coming or found[0][0] == status


@pytest.mark.parametrize(
    "text",
    [
        "Mexico killings linked to cartel war",
        "South Sudan killings condemned by bishops",
        "Kenya terror attack kills 12",
        "Somalia suicide bombing claimed by al-Shabaab",
        "Brazil knife attack wounds three",
        "Karachi shooting kills two",
        "The Peru prison mutiny left nine dead.",
        "Myanmar's uprising against the junta has entered its third year.",
        "Bolivia's coup attempt failed on Wednesday.",
        "Iraqi violence killed 500 people in May.",
    ],
)
def test_the_land_where_people_did_it_is_no_doer(text: str, ungated: Coder) -> None:
    lands = {"Mexico", "South Sudan", "Kenya", "Somalia", "Brazil", "Karachi", "Peru", "Myanmar", "Bolivia", "Iraq", "Iraqi"}
    found = deeds(code(ungated, text), "ASSAULT", "COERCE", "PROTEST")
    assert found
    assert all(actors.isdisjoint(lands) for _, actors, _ in found)


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Belarus's kidnapping of a blogger drew condemnation.", "Belarus"),
        ("Egypt's mass executions drew condemnation.", "Egypt"),
        ("Iran's execution of a dissident drew condemnation.", "Iran"),
        ("Israel's bombing of the school was condemned by Jordan.", "Israel"),
    ],
)
def test_a_state_does_what_it_is_said_to_do_to_somebody(text: str, doer: str, ungated: Coder) -> None:
    assert doer in {a for _, actors, _ in deeds(code(ungated, text), "ASSAULT") for a in actors}


def test_there_was_no_strike_is_no_strike_of_workers(ungated: Coder) -> None:
    assert deeds(code(ungated, "There was no air strike on the village, the mayor said."), "PROTEST") == []


@pytest.mark.parametrize(("text", "status"), [("The militia was not involved in the bombing of the mill.", "occurred"), ("The militia said it had nothing to do with any bombing.", "denied")])
def test_who_had_no_part_in_a_known_deed_leaves_it_standing(text: str, status: str, ungated: Coder) -> None:
    assert [s for s, _, _ in deeds(code(ungated, text), "ASSAULT")] == [status]


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("Brazil knife attack wounds three", "attack", "wounds"),
        ("Karachi stabbing kills two", "stabbing", "kills"),
        ("Karachi shooting kills two", "shooting", "kills"),
        ("Iran's execution of a dissident drew condemnation.", "execution", "drew"),
        ("Chad's killing of the monk sparked outrage.", "killing", "sparked"),
        ("The coastal police estimate around 9,000 crates of rifles were sold.", "police", "estimate"),
        ("A truck loaded with heavy guns shelled downtown Lom.", "truck", "shelled"),
    ],
)
def test_a_sentence_has_its_verb_and_its_subject(text: str, subject: str, verb: str, ungated: Coder) -> None:
    parse = cast(Parse, ungated.layers(read_text(text), "parse").layers["parse"])
    assert (subject, "nsubj", verb) in {(t.text, t.dep, parse[t.head].text) for t in parse.tokens}


@pytest.mark.parametrize("claim", ["The militia was accused of burning the mill.", "The militia is believed to be behind the raid.", "The militia is suspected of burning the mill.", "The militia allegedly burned the mill.", "The militia is said to have burned the mill."])
@pytest.mark.parametrize("answer", ["It denies this.", "The militia denies it.", "Its leader disputes this."])
def test_what_nobody_is_named_for_is_denied_too(claim: str, answer: str, ungated: Coder) -> None:
    record = code(ungated, f"{claim} {answer}")
    assert [len({s.stance for s in d.sides}) for d in record.disputes] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "Doctors reported that 31 herders have been killed, 12 wounded, and five abducted since the market reopened.",
        "The navy acknowledged that three sailors had died, and seven were wounded in the ambush.",
        "The ministry said nine people were killed, 12 were wounded and three were missing.",
    ],
)
def test_a_count_goes_on_with_who_tells_it(text: str, ungated: Coder) -> None:
    assert all(a.attribution is not None for e in code(ungated, text).events for a in e.assertions)


@pytest.mark.parametrize("verb", ["emphasised", "recognised", "underlined", "specified", "notified reporters", "whispered", "retorted"])
def test_every_listed_verb_of_telling_tells(verb: str, ungated: Coder) -> None:
    record = code(ungated, f"The minister {verb} that rebels had attacked the town of Lom.")
    assert [s.quote for a in record.attributions if a.source is not None for s in a.source.spans] == ["The minister"]


@pytest.mark.parametrize(("text", "status"), [("Prison guards beat inmates with batons on Monday.", "occurred"), ("Prison guards beat inmates with batons tomorrow.", "planned")])
def test_a_verb_of_one_form_on_a_day_is_past(text: str, status: str, ungated: Coder) -> None:
    assert [s for s, _, _ in deeds(code(ungated, text), "ASSAULT")] == [status]


def test_a_subject_behind_a_place_is_no_other_name_of_it(ungated: Coder) -> None:
    found = deeds(code(ungated, "As talks resumed in Geneva, the rebel leader Ivo Weil rejected a ceasefire."), "REJECT")
    assert [actors for _, actors, _ in found] == [{"Ivo Weil"}]


def test_who_may_not_speak_denies_nothing(ungated: Coder) -> None:
    record = code(ungated, "The army said it had seized rifles from the rebels. A rebel spokesman said they were not authorised to brief reporters.")
    assert record.disputes == ()


@pytest.mark.parametrize(
    ("text", "status", "whom"),
    [
        ("The army will focus its efforts on shelling the rebels.", "planned", {"rebels"}),
        ("The police will concentrate on arresting smugglers.", "planned", {"smugglers"}),
        ("The police devoted the year to arresting smugglers.", "occurred", {"smugglers"}),
        ("The army focused its efforts on shelling the rebels last year.", "occurred", {"rebels"}),
    ],
)
def test_what_one_applies_oneself_to_is_as_real_as_that(text: str, status: str, whom: set[str], ungated: Coder) -> None:
    assert [(s, recipients) for s, _, recipients in deeds(code(ungated, text), "ASSAULT", "COERCE")] == [(status, whom)]
