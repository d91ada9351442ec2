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
        ("The clip does not show soldiers shooting worshippers.", "shooting", "hypothetical"),
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
    ("day", "sectors", "kind"),
    [("2015-05-05", ("REB",), "armed_group"), ("2025-05-05", ("GOV",), "institution"), (None, ("REB",), "armed_group")],
)
def test_a_body_is_what_it_was_on_the_day(ungated: Coder, day: str | None, sectors: tuple[str, ...], kind: str) -> None:
    entity = next(e for e in ungated.code("The Taliban attacked a village.", published=day).entities if e.name == "Taliban")
    assert (entity.sectors, entity.kind) == (sectors, kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The army blamed the RSF for the attack.", "Rapid Support Forces"),
        ("Reporters Without Borders (RSF) spoke on Monday. RSF called for his release.", "Reporters Without Borders"),
    ],
)
def test_letters_are_those_of_the_name_before_them(ungated: Coder, text: str, name: str) -> None:
    named = {e.name for e in ungated.code(text, published="2026-03-12").entities}
    assert name in named
    assert len(named & {"Rapid Support Forces", "Reporters Without Borders"}) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Nine passengers are still missing after Monday's attack on a ferry.", "2026-03-09"),
        ("Police foiled an attempt to smuggle missiles across the border on Sunday.", "2026-03-08"),
        ("Rebels tried to seize the airport on Sunday.", "2026-03-08"),
        ("The two sides will meet after Sunday's vote.", "2026-03-15"),
        ("The minister will try to reach the town on Sunday.", "2026-03-15"),
    ],
)
def test_days_that_the_text_looks_back_on(ungated: Coder, text: str, day: str) -> None:
    assert [t.value for t in ungated.code(text, published="2026-03-12").times if t.spans[0].quote in ("Monday", "Sunday")] == [day]


def test_a_second_blast_lasts_no_second(ungated: Coder) -> None:
    assert not any(t.type == "DURATION" for t in ungated.code("Two others died in a second blast.", published="2026-03-12").times)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("One of the wounded later died in hospital.", [("killed", 1)]),
        ("One of the wounded was flown to hospital.", [("injured", 1)]),
        ("Police seized 40 rifles, 12 pistols and six grenades.", [("weapons", 40), ("weapons", 12), ("weapons", 6)]),
    ],
)
def test_counts_of_the_dead_and_of_arms(ungated: Coder, text: str, counted: list[tuple[str, int]]) -> None:
    assert [(q.kind, q.min) for q in ungated.code(text, published="2026-03-12").quantities] == counted


@pytest.mark.parametrize(
    ("text", "disputes"),
    [
        ("The hospital said two of the wounded had died. The army insisted that no civilians had been hit.", 0),
        ("Two elders said that a ransom had been dropped by air. The government insisted that no ransom had been paid.", 1),
    ],
)
def test_who_insists_may_speak_of_another_thing(ungated: Coder, text: str, disputes: int) -> None:
    assert len(ungated.code(text, published="2026-03-12").disputes) == disputes


def test_accusations_are_answered_by_the_deed(ungated: Coder) -> None:
    text = "The committee said guards had starved prisoners. It said it had interviewed 14 inmates. The government rejected the accusations."
    record = ungated.code(text, published="2026-03-12")
    claims = {c.id: " ".join(s.quote for s in c.spans) for c in record.claims}
    assert [claims[d.claim] for d in record.disputes] == ["guards had starved prisoners"]


def test_whom_somebody_accuses_in_a_clause_without_a_relative(ungated: Coder) -> None:
    record = ungated.code("Canberra expelled an envoy it accused of ordering an arson attack.", published="2026-03-12")
    names = {e.id: e.name for e in record.entities}
    ordering = next(e for e in record.events if any(s.quote == "ordering" for m in e.mentions for s in m.trigger))
    assert [names[a.entity] for a in ordering.actors] == ["envoy"]


def test_a_row_of_nouns_is_no_verb(ungated: Coder) -> None:
    record = ungated.code("Slovak ministers on Monday imposed travel bans and asset freezes on 14 Chadian officials.", published="2026-03-12")
    assert [(e.type, e.status) for e in record.events] == [("SANCTION", "occurred")]
    assert not record.attributions


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("The envoy urged Congo to return to talks, two days after the shelling of a base in North Kivu killed three soldiers.", "killed", set()),
        ("An organiser was detained overnight and freed on bail.", "freed", set()),
        ("The envoy left after the vote and criticised the army.", "criticised", {("envoy", "slot:subj, shared with another clause")}),
    ],
)
def test_whose_deed_stands_in_a_clause_beside(ungated: Coder, text: str, trigger: str, who: set[tuple[str, str]]) -> None:
    assert doers(ungated, text, trigger) == who


def test_a_participle_behind_having_is_its_verb(ungated: Coder) -> None:
    record = ungated.code("Al-Shabaab denied having targeted civilians.", published="2026-03-12")
    assert [(e.type, e.status, [" ".join(s.quote for s in p.spans) for p in e.recipients]) for e in record.events] == [("ASSAULT", "denied", ["civilians"])]
