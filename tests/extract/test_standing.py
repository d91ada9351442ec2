"""Acts that a sentence takes as there, only supposes or only likens to, and their neighbours, which keep their readings."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.export.dossier import page
from onrecord.model.event import Event
from onrecord.model.record import Record


def of(record: Record, trigger: str) -> Event | None:
    return next((e for e in record.events if any(s.quote.startswith(trigger) for m in e.mentions for s in m.trigger)), None)


def status(coder: Coder, text: str, trigger: str) -> str | None:
    event = of(coder.code(text, published="2025-03-05"), trigger)
    return event.status if event is not None else None


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        # there, whatever hangs on it
        ("The envoy proposed to free two pilots in return for a halt to the joint patrols off Orlan.", "joint", "occurred"),
        ("A trading house may be helping the emirate avoid sanctions.", "sanctions", "occurred"),
        ("Few elders look on the clan's surrender as a wonder.", "surrender", "occurred"),
        ("Should these army exercises grow into a war, the herders would flee.", "exercises", "occurred"),
        ("It isn't the first attack on the ferry.", "attack", "occurred"),
        ("Guards fired their rifles to repel the raiders' attacks on the mill.", "attacks", "occurred"),
        ("Monitors say a new government crackdown on smugglers could be having an effect.", "crackdown", "occurred"),
        ("The smuggler reportedly left the port, prompting an investigation by prosecutors.", "investigation", "occurred"),
        ("It was a prepared attack on the base, the captain said.", "attack", "occurred"),
        ("The bishop said the worst is that gunmen, without any shame, kill farm women.", "kill", "occurred"),
        ("Sunday's marches by dockers in Gao are one example.", "marches", "occurred"),
        ("Similar attacks on the ferry are being investigated by prosecutors.", "attacks", "occurred"),
        ("Prosecutors say the mayor is being investigated for graft.", "investigated", "ongoing"),
        ("Both powers have backed successive rounds of sanctions on the emirate.", "sanctions", "occurred"),
        ("The emirate has shrugged off ten years of sanctions and keeps on with its canal.", "sanctions", "occurred"),
        ("The curfew in Lom has been lifted.", "curfew", "occurred"),
        ("The ceasefire expired at midnight on Monday.", "ceasefire", "occurred"),
        ("A state of siege has been decreed in the mining towns.", "state", "occurred"),
        ("The junta decreed a curfew in Lom on Monday.", "decreed", "occurred"),
        ("The king decreed the release of ninety prisoners.", "release", "planned"),
        ("After shelling the mill, the clan asked for a truce.", "shelling", "occurred"),
        ("From the tower I can hear loud shooting by the mill.", "shooting", "occurred"),
        # supposed
        ("Two beds are kept for possible victims of sexual assault.", "sexual", "hypothetical"),
        ("A nurse may be called by anybody after being assaulted by soldiers.", "assaulted", "hypothetical"),
        ("The law said that prosecutors had to prove that the guards made threats against the clerk.", "made", "hypothetical"),
        ("The stewards keep away because they do not wish to be held liable for the fire.", "held", "hypothetical"),
        ("Police doubled their efforts to not only punish but also prevent attacks on the shrine.", "attacks", "hypothetical"),
        ("The bank may be one more victim of a data breach, its clerk said.", "data", "hypothetical"),
        ("The gangs appear bold enough to attack judges in daylight.", "attack", "hypothetical"),
        ("The walls are for defence against attack, the mayor said.", "attack", "hypothetical"),
        ("Coastguards hold the barge on suspicion that it carried rifles to the rebels, in violation of the embargo.", "violation", "alleged"),
        ("The general faced a host of charges, including spying and conspiring with foreign groups.", "conspiring", "alleged"),
        # asked for, chosen for, never
        ("The mayor called for the raiders to be brought to justice.", "to", "proposed"),
        ("They belong to a unit chosen by the council to attack rebels in the hills.", "attack", "planned"),
        ("The firm has not once in forty years been charged with fraud by prosecutors.", "charged", "negated"),
        # what stands is not what is told: these keep their readings
        ("The rebels may attack the town.", "attack", "hypothetical"),
        ("Guards prevented an attack on the shrine.", "attack", "failed"),
        ("The union suspended its strike at the port.", "strike", "occurred"),
        ("There was no attack on the shrine.", "attack", "negated"),
    ],
)  # fmt: skip
def test_what_is_told_of_the_act(text: str, trigger: str, told: str, ungated: Coder) -> None:
    assert status(ungated, text, trigger) == told


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The mill was left as if it had been bombed.", "bombed"),
        ("The reeve's friends will paint the audit as a personal attack on him.", "personal"),
        ("Critics say the plan comes close to accepting violence as a fact of life.", "violence"),
        ("The murder rate is far above the republic's 25 killings per 100,000 people.", "killings"),
        ("Three new clerks are to battle corruption in the ministry.", "battle"),
        ("Guards may use the ford without that being defined as a violation.", "violation"),
        ("The swing bridge was closed overnight as a precaution.", "closed"),
        ("The militia's raid drove out families occupying the land by the river.", "occupying"),
    ],
)
def test_what_is_no_act(text: str, trigger: str, ungated: Coder) -> None:
    assert of(ungated.code(text, published="2025-03-05"), trigger) is None


def test_a_clause_of_as_if_may_name_what_is_known(ungated: Coder) -> None:
    assert status(ungated, "The captain acted as if the airstrike on the mill had killed nobody.", "airstrike") is not None


def test_years_after(ungated: Coder) -> None:
    text = "The festival came two years after dozens of women reported being robbed by soldiers in the square."
    event = of(ungated.code(text, published="2025-03-05"), "robbed")
    assert event is not None
    assert event.background
    near = of(ungated.code("The festival came two days after dozens of women reported being robbed by soldiers in the square.", published="2025-03-05"), "robbed")
    assert near is not None
    assert not near.background


def test_those_it_befell_with_a_participle(ungated: Coder) -> None:
    record = ungated.code("The fair closed in tears, with about 90 women attacked in Gao.", published="2025-03-05")
    event = of(record, "attacked")
    assert event is not None
    assert not event.actors
    assert len(event.recipients) == 1


def test_two_rulers_are_not_one_overthrow(ungated: Coder) -> None:
    text = "The 2031 revolt toppled President Obed Sandt. General Mara Ibis led President Kesi Orlo's overthrow in 2033."
    record = ungated.code(text, published="2037-12-30")
    first, second = of(record, "toppled"), of(record, "overthrow")
    assert first is not None
    assert second is not None
    assert first.id != second.id


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The ministry released images of an Oct. 19 meeting.", set()),
        ("The militia released 19 monks on Friday.", {"released"}),
    ],
)
def test_numbers_that_count_nobody(text: str, kinds: set[str], ungated: Coder) -> None:
    assert {q.kind for q in ungated.code(text, published="2025-03-05").quantities} == kinds


def test_a_day_is_no_count(ungated: Coder) -> None:
    event = of(ungated.code("The 2 September attack on the mill killed a clerk.", published="2025-09-05"), "attack")
    assert event is not None
    assert event.count is None


def test_a_ban_stands_once_on_the_page(ungated: Coder) -> None:
    record = ungated.code("The government has banned all demonstrations in the capital. The army did not attack the town on Sunday.", published="2025-03-05")
    event = of(record, "demonstrations")
    assert event is not None
    assert event.status == "negated"
    shown = {s.title: ["".join(p.text for p in e.words) for e in s.entries] for s in page(record).sections}
    assert any("banned" in w for w in shown["What happened"])
    assert all("attack" in w for w in shown["What did not happen"])


def test_a_line_below_the_title_is_told_as_done(ungated: Coder) -> None:
    text = "Four killed in raid on consulate\n\nMilitants ram car into wall of consulate in Gao\n\nThe raid took place on Thursday, officials said."
    assert status(ungated, text, "ram") == "occurred"


def test_who_names_an_agreement_does_not_make_it(ungated: Coder) -> None:
    event = of(ungated.code("A Chadian minister called the agreement a first brick in the wall.", published="2025-03-05"), "agreement")
    assert event is not None
    assert not event.actors
