"""Who says that a deed is his, and what is done only if or when something else is. Sentences by the OnRecord authors."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.export.dossier import page


def doers(coder: Coder, text: str, trigger: str) -> set[tuple[str, str]]:
    record = coder.code(text, published="2026-03-12")
    names = {e.id: e.name for e in record.entities}
    return {
        (names[a.entity], a.derivation["entity"].rule.removeprefix("inferred: "))
        for e in record.events if any(s.quote == trigger for m in e.mentions for s in m.trigger)
        for a in e.actors
    }  # fmt: skip


def statuses(coder: Coder, text: str) -> dict[str, str]:
    record = coder.code(text, published="2026-03-12")
    return {m.trigger[0].quote: e.status for e in record.events for m in e.mentions if m.trigger}


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("A car bomb killed 12 people in Mogadishu on Monday. Al-Shabaab claimed responsibility for the attack.", "attack", ("al-Shabab", "who claims it")),
        ("A car bomb killed 12 people in Mogadishu on Monday. Al-Shabaab said it was behind the attack.", "attack", ("al-Shabab", "who is behind it")),
        ("A car bomb killed 12 people in Mogadishu on Monday. Police said al-Shabaab carried out the attack.", "attack", ("al-Shabab", "slot:subj")),
        ("Gunmen raided a village in Mali on Monday. Ansaru claimed the raid in a leaflet.", "raided", ("Ansaru", "who claims it")),
        ("A train was hijacked in Mali on Monday. Ansaru claimed the train hijacking.", "hijacking", ("Ansaru", "who claims it")),
        ("A mine hit a convoy on Monday. Ansaru claimed credit for the attack on the convoy.", "attack", ("Ansaru", "who claims it")),
    ],
)
def test_who_claims_a_deed_is_told_to_have_done_it(ungated: Coder, text: str, trigger: str, who: tuple[str, str]) -> None:
    assert who in doers(ungated, text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("No group has claimed the bombing.", "bombing"),
        ("Nobody claimed responsibility for the attack.", "attack"),
        ("The trader claimed an attack on his shop.", "attack"),
        ("A car bomb killed 12 people on Monday. Police said they did not know who was behind the attack.", "attack"),
        ("A car bomb killed 12 people on Monday. Ansaru was not behind the attack, police said.", "attack"),
    ],
)
def test_nobody_else_has_done_it(ungated: Coder, text: str, trigger: str) -> None:
    assert not {rule for _, rule in doers(ungated, text, trigger)} & {"who claims it", "who is behind it"}


def test_a_claim_joins_the_deed_and_its_word(ungated: Coder) -> None:
    record = ungated.code("Gunmen raided a village in Mali on Monday. Ansaru claimed the raid.", published="2026-03-12")
    event = next(e for e in record.events if e.type == "ASSAULT")
    assert len(event.mentions) == 2
    assert [a.attribution is None for a in event.assertions] == [True, False]
    lines = "\n".join(f"{k}: {v}" for s in page(record).sections for e in s.entries for k, v in e.facts)
    assert "who: Gunmen, Ansaru (claims it)" in lines


def test_all_who_say_it_assert_it(ungated: Coder) -> None:
    record = ungated.code("The bus was burned by protesters, according to a priest and two residents.", published="2026-03-12")
    assert len(record.events[0].assertions) == 2


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The general said no captive would be freed before the troops withdraw from the town.", "withdraw", "hypothetical"),
        ("The general said no captive would be freed until the army withdrew from the town.", "withdrew", "hypothetical"),
        ("We will keep up the blockade until they release our men, the leader said.", "release", "hypothetical"),
        ("They fought until the army withdrew from the town.", "withdrew", "occurred"),
        ("The strike will last until the two sides sign a deal on Friday.", "sign", "planned"),
        ("The mission had not observed any shelling, but said soldiers had beaten detainees.", "beaten", "occurred"),
        ("The group has not recorded any torture, but said guards had starved prisoners.", "starved", "occurred"),
        ("The UN urged both sides not to shell hospitals.", "shell", "hypothetical"),
        ("The talks were to have begun on Monday in Geneva.", "talks", "negated"),
        ("The talks were to begin on Monday in Geneva.", "talks", "planned"),
        ("The rebels and the government had been near agreement on a ceasefire.", "agreement", "hypothetical"),
        ("The clip does not show soldiers shooting worshippers.", "shooting", "negated"),
        ("The arrest comes a week after the raid.", "arrest", "occurred"),
        ("A vote is expected at a meeting of ministers in Brussels next week.", "meeting", "planned"),
    ],
)
def test_what_waits_for_something_else(ungated: Coder, text: str, trigger: str, status: str) -> None:
    assert statuses(ungated, text)[trigger] == status


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("A source, who asked not to be named, said soldiers had burned the village.", "asked"),
        ("The disputed election was held in May.", "disputed"),
    ],
)
def test_no_deed_at_all(ungated: Coder, text: str, absent: str) -> None:
    assert absent not in statuses(ungated, text)


def test_a_refusal_is_told_as_what_will_not_be(ungated: Coder) -> None:
    def said(text: str) -> str:
        record = ungated.code(text, published="2026-03-12")
        return "\n".join(v for s in page(record).sections for e in s.entries for _, v in e.facts)

    assert "(says it will not happen)" in said("The general said no captive would be freed.")
    assert "(says it did not happen)" in said("The rebels said they had not attacked the town.")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A Ukrainian jet bombed a bridge on Tuesday.", "Ukrainian jet"),
        ("Gunmen from the Fano militia attacked a bus on Monday.", "Gunmen from the Fano militia"),
    ],
)
def test_whose_men_and_whose_jet_stand_on_the_page(ungated: Coder, text: str, who: str) -> None:
    facts = [f for s in page(ungated.code(text, published="2026-03-12")).sections for e in s.entries for f in e.facts]
    assert ("who", who) in facts


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("The envoy urged Congo to return to talks, two days after the shelling of a base in North Kivu killed three soldiers.", "killed", set()),
        ("An organiser was detained overnight and freed on bail.", "freed", set()),
        ("Doctors called for a truce after shelling of a market in Kadugli killed 12 people.", "killed", set()),
        ("Rights workers called on Monday for an inquiry after two strikes on a market killed nine people.", "killed", set()),
        ("The envoy left after the vote and criticised the army.", "criticised", {("envoy", "slot:subj, shared with another clause")}),
    ],
)
def test_whose_deed_stands_in_a_clause_beside(ungated: Coder, text: str, trigger: str, who: set[tuple[str, str]]) -> None:
    assert doers(ungated, text, trigger) == who
