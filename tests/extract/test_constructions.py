"""Constructions of news English, one a row: what the event is, how it stands, who does it and to whom. All sentences are ours."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.event import Event
from onrecord.model.record import Record


def told(record: Record, trigger: str) -> Event:
    """The one event whose trigger holds that word."""
    found = [e for e in record.events if any(trigger in s.quote.split() for m in e.mentions for s in m.trigger)]
    assert len(found) == 1, [(e.type, [s.quote for m in e.mentions for s in m.trigger]) for e in record.events]
    return found[0]


def names(record: Record, event: Event) -> tuple[str, str]:
    known = {e.id: e.name for e in record.entities}
    return "; ".join(known[p.entity] for p in event.actors), "; ".join(known[p.entity] for p in event.recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "who", "whom"),
    [
        # Who leads an act does it; who backs or brokers one does not.
        ("A US-led raid killed three fighters near Lom.", "killed", "US", "three fighters"),
        ("U.S.-led air strikes hit Varna on Monday.", "strikes", "U.S.", ""),
        ("The French-led operation freed four hostages.", "freed", "French", "four hostages"),
        ("A US-backed offensive killed three fighters near Lom.", "killed", "", "three fighters"),
        # How near somebody came to an act.
        ("Police were on the verge of arresting the rebel leader.", "arresting", "Police", "rebel leader"),
        ("Russia stopped short of expelling the envoys.", "expelling", "Russia", "envoys"),
        ("Lawmakers came within two votes of impeaching the president.", "impeaching", "Lawmakers", "president"),
        # A garden path: the first verb belongs to the noun, the second to the sentence.
        ("A colonel believed to have ordered the massacre was arrested in Lom.", "arrested", "", "colonel"),
        ("Troops ordered to burn the village were arrested on Sunday.", "arrested", "", "Troops"),
        ("Officials said to have approved the raid were suspended.", "suspended", "", "Officials"),
        ("The coalition bombed Varna.", "bombed", "coalition", ""),
        ("Government troops, backed by Russian jets, advanced on Varna.", "advanced", "Government troops", ""),
        # What a preposition of its own brings in is nobody's recipient.
        ("Some 5,000 people marched in Lom on Saturday, according to police.", "marched", "Some 5,000 people", ""),
        ("Some 5,000 people marched to the ministry on Saturday.", "marched", "Some 5,000 people", "ministry"),
        # Whom a purpose tells.
        ("Police used tear gas to disperse protesters in Lom.", "gas", "Police", "protesters"),
        # By his own word it was his.
        ("The Lakes Brigade claimed responsibility for the attack.", "attack", "Lakes Brigade", ""),
        ("No group claimed responsibility for the attack.", "attack", "", ""),
        # Not by the one but by the other.
        ("The village was shelled not by the army but by the rebels.", "shelled", "rebels", ""),
        ("Not the rebels but the army burned the village.", "burned", "army", ""),
        ("The village was shelled by the army and by the rebels.", "shelled", "army", ""),
        ("A hitman contracted to murder the senator was arrested in Lom.", "arrested", "", "hitman"),
        ("The hostages were freed by special forces.", "freed", "special forces", "hostages"),
        # Who ends the deed of others does not do it.
        ("Police broke up a protest in Lom.", "protest", "", ""),
        ("The police put down a riot.", "riot", "", ""),
        ("The junta made no attempt to stop the looting.", "looting", "", ""),
        ("The union ended a strike.", "strike", "union", ""),
        # The two told of just before; nobody where they are three.
        ("Chad and Niger held talks in Lom. Both sides agreed to withdraw troops.", "agreed", "Chad; Niger", ""),
        ("The king met the envoy on Monday. The two signed a treaty.", "signed", "king; envoy", ""),
        ("The king met the envoy and the abbot on Monday. The two signed a treaty.", "signed", "", ""),
        # What somebody calls what the act befell.
        ("Chad bombed what it said was a weapons factory.", "bombed", "Chad", "weapons factory"),
        # Whose the talks or the truce would be.
        ("The president ruled out talks with the rebels.", "talks", "president; rebels", ""),
        ("Chad is considering an attack on Lom.", "attack", "Chad", ""),
        ("The council is considering a request for asylum.", "request", "", ""),
        # Who is charged with it.
        ("Prosecutors charged two men with murdering the mayor.", "murdering", "two men", "mayor"),
        # Those whom one sends are one's own.
        ("The president shelved a plan to deploy troops.", "shelved", "president", ""),
        # What some of them are is not who they are.
        ("The shelling wounded 30 people, five of them children.", "wounded", "", "30 people"),
    ],
)  # fmt: skip
def test_who_does_what_to_whom(text: str, trigger: str, who: str, whom: str, ungated: Coder) -> None:
    record = ungated.code(text)
    assert names(record, told(record, trigger)) == (who, whom)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        # What was not prevented took place.
        ("The police failed to prevent the attack on the mill.", "attack", "occurred"),
        ("The monitors were unable to prevent the massacre.", "massacre", "occurred"),
        ("The army could have prevented the massacre.", "massacre", "occurred"),
        ("Nothing was done to prevent the killings.", "killings", "occurred"),
        ("Guards prevented the attack on the mill.", "attack", "failed"),
        ("The army could prevent a massacre.", "massacre", "hypothetical"),
        ("The army did not stop shelling the town.", "shelling", "ongoing"),
        # Who leaves it open asserts and denies nothing; who does not deny it does not deny it.
        ("The ministry would neither confirm nor deny that its jets had bombed the town.", "bombed", "hypothetical"),
        ("The army did not deny that it had shelled the village.", "shelled", "occurred"),
        ("The army denied that it had shelled the village.", "shelled", "denied"),
        ("Chad declined to rule out sending troops to the border.", "sending", "hypothetical"),
        # Of what somebody was acquitted nobody has proven.
        ("A court acquitted two officers of murdering a student.", "murdering", "alleged"),
        ("A court convicted two officers of murdering a student.", "convicted", "occurred"),
        # An attempt is an attempt, survived or not.
        ("The general survived two attempts on his life.", "attempts", "failed"),
        ("The minister survived an assassination attempt.", "attempt", "failed"),
        # What a body decrees by approving it is done.
        ("The congress approved an amnesty on Friday.", "amnesty", "occurred"),
        ("The congress approved the deployment of troops on Friday.", "deployment", "planned"),
        ("Union leaders say they will call a general strike if the bill passes.", "strike", "threatened"),
        # Those whom what is to come will concern, whoever they may be.
        ("The tent will support women who have been assaulted.", "assaulted", "hypothetical"),
        ("Police met women who have been assaulted.", "assaulted", "occurred"),
        ("The guards will free two clerks who have been beaten.", "beaten", "occurred"),
        # What is avenged took place.
        ("The clan vowed revenge for the killing of its chief.", "killing", "occurred"),
        # An order is no threat.
        ("The commander ordered his men to shell the village.", "shell", "planned"),
        ("The army called off its strike hours before the deadline.", "called", "occurred"),
        ("The attack on the police station was carried out by rebels.", "attack", "occurred"),
        ("Parliament voted to impeach the president.", "impeach", "occurred"),
        # The first to do it did it, where nobody says that he will be.
        ("Deputies held talks in Lom on Tuesday, the first delegation to visit Varna since the war.", "visit", "occurred"),
        ("Rebels will be the first to storm the palace.", "storm", "planned"),
        ("The king on Saturday hosted the premier in Lom for an informal meeting.", "meeting", "occurred"),
    ],
)  # fmt: skip
def test_how_it_stands(text: str, trigger: str, status: str, ungated: Coder) -> None:
    assert told(ungated.code(text), trigger).status == status


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("The army captured Goma on Monday.", ["ASSAULT"]),
        ("Bukavu fell to the rebels on Sunday.", ["ASSAULT"]),
        ("Rebels shelled army positions.", ["ASSAULT"]),
        ("The government's plan was shelled by critics.", []),
        ("A raid by rebels on the village left four dead.", ["ASSAULT"]),
        ("Chadian-backed rebels left the town.", []),
        ("Officials declined to confirm the report.", []),
    ],
)  # fmt: skip
def test_what_is_an_event(text: str, modes: list[str], ungated: Coder) -> None:
    assert [e.type for e in ungated.code(text).events] == modes


def test_who_leaves_it_open_is_on_no_side(ungated: Coder) -> None:
    record = ungated.code("The ministry would neither confirm nor deny that its jets had bombed the town.")
    assert not record.disputes
    assert all(about.stance == "asserts" for a in record.attributions for about in a.about)


def test_two_deeds_of_one_sentence_stay_two(ungated: Coder) -> None:
    record = ungated.code("The army, which shelled the town, denied hitting the hospital.")
    assert [e.status for e in record.events] == ["occurred", "denied"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The bombing killed 27 people, including nine children.", [("killed", 27, ()), ("killed", 9, ("children",))]),
        ("At least 12 civilians, among them four women, were killed.", [("killed", 12, ("civilians",)), ("killed", 4, ("women",))]),
        ("The shelling wounded 30 people, five of them children.", [("injured", 30, ()), ("injured", 5, ("children",))]),
        ("The bombing killed 27 people. Nine children were at school.", [("killed", 27, ())]),
    ],
)  # fmt: skip
def test_a_part_of_a_figure_counts_what_the_whole_counts(text: str, figures: list[tuple[str, int, tuple[str, ...]]], ungated: Coder) -> None:
    assert [(q.kind, q.min, q.of) for q in ungated.code(text).quantities] == figures


@pytest.mark.parametrize(
    ("text", "context", "holds"),
    [
        ("Police used tear gas to disperse marchers in Lom.", "natural_resource", False),
        ("Police seized gas and oil from the depot in Lom.", "natural_resource", True),
        ("Coalition forces bombed the town.", "legislative", False),
    ],
)  # fmt: skip
def test_what_a_longer_term_takes_from_a_shorter_one(text: str, context: str, holds: bool, ungated: Coder) -> None:
    assert (context in {c for e in ungated.code(text).events for c in e.contexts}) is holds


def test_who_counts_the_whole_counts_the_part(ungated: Coder) -> None:
    record = ungated.code("At least eight people were injured, two of them guards, an ambulance crew said.")
    assert [(q.min, len(q.attributions)) for q in record.quantities] == [(8, 1), (2, 1)]
