"""Deeds of a general kind, states, names and figures of speech, which are no events, and their neighbours, which are."""

from __future__ import annotations

import pytest

from onrecord import Coder


def kinds(coder: Coder, text: str) -> list[tuple[str, str]]:
    """Type and status of the report's events."""
    return [(e.type, e.status) for e in coder.code(text, published="2025-03-05").events]


@pytest.mark.parametrize(
    "text",
    [
        # what a rule says of whoever does something
        "Those convicted of running a kidnapping ring will now get a minimum sentence of 30 years.",
        "Anyone found guilty of burning a church faces life in prison.",
        "People convicted of murder can be hanged under the new code.",
        "Those found guilty of sending a child to steal now face ten years in jail.",
        # what a law is about
        "The statute formally defines contract murder in the penal code.",
        "The new law criminalizes kidnapping for ransom.",
        "The council passed a law against lynching.",
        "The bill provides for the death penalty for kidnapping.",
        "Kidnapping is punishable by death in the emirate.",
        "The killing of a police officer is punished with life in prison.",
        "The crime carries a prison sentence of six years.",
        # whom a service is for
        "Organisers set up a shelter for women who have been beaten or raped.",
        "A hotline for people who have been threatened was opened.",
        "The charity runs a refuge for women fleeing abuse.",
        "The city will set up a quiet zone for girls who feel threatened.",
        "Women can seek help in a tent by the gate.",
        # kinds of crime that something is meant to stop
        "The governor said the decree was vital for fighting crimes such as extortion, theft and contract killings.",
        # states and figures of speech
        "The maimed fighters sat by the door.",
        "The clans are about to comply with agreements.",
        "Lawmakers who allege health reasons are excused.",
        "Reasons for their cheer include more freedom of the press to criticise the government.",
        "The boy, five, was fell into a dry well in the village.",
        "The institute put the emirate into its index, providing a useful monitor of its progress.",
        # a danger that somebody is told of
        "Agents have for years warned of violence that crosses the river.",
    ],
)  # fmt: skip
def test_what_is_of_a_kind_is_no_event(coder: Coder, text: str) -> None:
    # "said", "talks" and whom a decree is made by are not looked for here.
    assert [k for k, s in kinds(coder, text) if s not in ("hypothetical", "proposed") and k not in ("CONSULT",)] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two men convicted of the market bombing face 20 years in prison.", "SANCTION"),
        ("Those convicted of the raid on the mint will be sentenced in May.", "SANCTION"),
        ("The men convicted of murder were hanged on Friday.", "SANCTION"),
        ("Those arrested face up to ten years in jail.", "COERCE"),
        ("Anyone who was arrested on Monday has been freed.", "COERCE"),
        ("The killing of the priest was punished with a fine.", "ASSAULT"),
        ("The bombing of the mosque is a crime, the mayor said.", "ASSAULT"),
        ("The council passed a resolution against the bombing of Kelm.", "ASSAULT"),
        ("The court outlawed the party.", "COERCE"),
        ("Police said a person is being held over the stabbing.", "COERCE"),
        ("A shelter for women who were raped by soldiers in Kelm was built.", "ASSAULT"),
        ("Organisers set up a shelter for the women who have been beaten by guards.", "ASSAULT"),
        ("The camp shelters families who fled the fighting in Kelm.", "SANCTION"),
        ("Attacks such as the bombing of the mosque have alarmed residents.", "ASSAULT"),
        ("The militia committed crimes such as murder and kidnapping.", "ASSAULT"),
        ("The association of mothers of two murdered students marched in Lom.", "ASSAULT"),
        ("The soldiers were maimed by a mine.", "ASSAULT"),
        ("He felt the police had threatened him.", "THREATEN"),
        ("The governor's letter is an endorsement of the strike.", "SUPPORT"),
        ("The union used its freedom to criticise the government.", "ACCUSE"),
        ("The bloc imposed sanctions on the emirate, but they will not work.", "SANCTION"),
        ("Women asked for help at the consulate in Lom.", "REQUEST"),
        ("Women can seek help from the governor.", "REQUEST"),
        ("Whoever kills a judge will be hanged.", "ASSAULT"),
        ("Lawyers allege that guards beat two clerks.", "ACCUSE"),
        ("Rockets fell near the port.", "ASSAULT"),
        ("The kingdom warned of retaliation.", "THREATEN"),
        ("Agents warned the gang of retaliation.", "THREATEN"),
        ("The republic provided monitors to the peace mission.", "AID"),
    ],
)
def test_what_is_told_stays(coder: Coder, text: str, kind: str) -> None:
    assert kind in [k for k, _ in kinds(coder, text)]


@pytest.mark.parametrize(
    ("text", "kind", "never"),
    [
        ("A captured cartel commander said so.", "COERCE", "ASSAULT"),
        ("The captured rebels were shown on television.", "COERCE", "ASSAULT"),
            ("The captured pilots were shown on television.", "ASSAULT", "COERCE"),
        ("The rebels have fired two surface-to-air missiles since March.", "ASSAULT", "MOBILIZE"),
        ("North Korea fired two missiles into the sea.", "MOBILIZE", "ASSAULT"),
        ("The court acquitted two bankers. It also ordered nine of the defendants to pay a fine.", "SANCTION", "REQUEST"),
        ("The court ordered the ministry to release the files.", "REQUEST", "SANCTION"),
        ("The colonel promised to wipe out the rebels.", "THREATEN", "AID"),
        ("The mayor conspired with the cartel.", "COOPERATE", "AID"),
        ("The kingdom buys arms abroad and ships them to the army of Sarria.", "AID", "COOPERATE"),
        ("The kingdom flew tents and rifles to the flooded republic.", "AID", "COOPERATE"),
    ],
)
def test_of_what_type_an_act_is(coder: Coder, text: str, kind: str, never: str) -> None:
    found = [k for k, _ in kinds(coder, text)]
    assert kind in found
    assert never not in found


@pytest.mark.parametrize(
    "text",
    [
        "The Zetas buy weapons in Dallas and fly them to El Paso.",
        "They are buying rifles in the port and flying them to the valley, the agent said.",
        "The colonel promised to wipe out poverty.",
        "The president vowed to wipe out the oligarchs in his first year.",
    ],
)
def test_what_has_no_such_type(coder: Coder, text: str) -> None:
    assert {k for k, _ in kinds(coder, text)}.isdisjoint({"COOPERATE", "AID", "THREATEN"})


def test_the_cases_of_a_rule_are_no_inquiry(coder: Coder) -> None:
    rule = "The decree allows officers to open letters when it is necessary for tax inquiries."
    assert "ACCUSE" not in [k for k, _ in kinds(coder, rule)]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The four clerks killed -- all of them brothers -- had worked in Lom.", "four clerks"),
        ("The three nurses abducted (all from Lom) have been freed.", "three nurses"),
        ("The men arrested, who are twins, were freed.", "men"),
        ("The clerk killed -- a mother of three -- had worked at the port.", "clerk"),
    ],
)
def test_a_participle_before_an_aside_tells_what_befell_its_noun(coder: Coder, text: str, whom: str) -> None:
    record = coder.code(text)
    names = {e.id: e.name for e in record.entities}
    event = next(e for e in record.events if e.type in ("ASSAULT", "COERCE"))
    assert ([names[p.entity] for p in event.actors], [names[p.entity] for p in event.recipients]) == ([], [whom])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The rebels attacked -- and killed -- a priest.", "rebels"),
        ("Guards killed, by one count, sixty men.", "Guards"),
        ("The army attacked, witnesses said, and burned the mill.", "army"),
    ],
)
def test_a_verb_before_an_aside_keeps_its_subject(coder: Coder, text: str, who: str) -> None:
    record = coder.code(text)
    names = {e.id: e.name for e in record.entities}
    assert who in [names[p.entity] for e in record.events for p in e.actors]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A shell fell on a school.", "occurred"),
        ("A shell that fell on the school killed two clerks.", "occurred"),
        ("The motion to censure the mayor fell by two votes.", "failed"),
    ],
)
def test_a_shell_that_fell_has_not_failed(coder: Coder, text: str, told: str) -> None:
    assert {s for _, s in kinds(coder, text)} == {told}


def test_what_only_dates_an_attack_is_another(coder: Coder) -> None:
    record = coder.code("The rebels have fired two missiles since they opened their offensive in Lom on 11 May 2024.")
    assert len([e for e in record.events if e.type == "ASSAULT"]) == 2


def test_a_noun_behind_the_clause_is_the_deed_of_the_clause(coder: Coder) -> None:
    record = coder.code("The emirate saw one of its mills attacked last week by the Reeds clan, in a raid believed to be revenge.")
    assert len([e for e in record.events if e.type == "ASSAULT"]) == 1
    record = coder.code("The envoy saw two soldiers attacked by the Reeds clan, in a war that has lasted six years.")
    assert len([e for e in record.events if e.type == "ASSAULT"]) == 2


def test_practices_to_be_given_up_are_no_deeds() -> None:
    def triggers(text: str) -> list[str]:
        return [s.quote for e in Coder().code(text).events for m in e.mentions for s in m.trigger]

    assert "kidnapping" not in triggers("The rebel leader said that his men must give up practices like kidnapping.")
    assert "kidnapping" in triggers("The gang committed crimes such as kidnapping and extortion.")


def test_the_worst_hit_parts_are_not_hit_by_anybody() -> None:
    def types(text: str) -> list[str]:
        return [e.type for e in Coder().code(text).events]

    assert "ASSAULT" not in types("The plan shows a wish to tackle smuggling in one of the worst hit parts of the country.")
    assert "ASSAULT" in types("Rebels hit the port with rockets on Monday.")
