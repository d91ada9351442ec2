"""Turns of plain reports: what is only discussed, unknown to who is asked, a condition; victims told by their age; denials of something else; figures that are none.
By the OnRecord authors."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.event import Event
from onrecord.model.record import Record
from onrecord.model.span import words_of


def coded(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2026-03-12")


def event_of(record: Record, trigger: str) -> Event:
    return next(e for e in record.events if any(words_of(m.trigger) == trigger for m in e.mentions))


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The ministers will discuss new sanctions on Karvel on Monday.", "sanctions", "proposed"),
        ("The leaders discussed a prisoner swap at the summit.", "prisoner … swap", "proposed"),
        ("The envoys discussed the bombing of a clinic.", "bombing", "occurred"),
        ("The envoys discussed attacks on aid workers.", "attacks", "occurred"),
        ("The police said that they were not aware of cars being burned.", "burned", "denied"),
        ("The army said it was not aware of any civilians being killed.", "killed", "denied"),
        ("Residents were not aware of the killing of the mayor.", "killing", "occurred"),
        ("The hostages must be freed before any talks begin, the army said.", "talks", "hypothetical"),
        ("Those who beat their own people will answer to God, the bishop said.", "beat", "hypothetical"),
        ("The owner denied that there was any fuel on board and demanded the release of the crew.", "release", "proposed"),
        ("The militia did not claim the attack on the post.", "attack", "occurred"),
        ("Anyone who killed an officer would face trial, the minister said.", "killed", "hypothetical"),
        ("They kept beating my brother, said Nadia Osei, a trader.", "beating", "occurred"),
        ("Chad has suspended the deportation of Sudanese refugees until the end of May.", "deportation", "failed"),
        ("The minister said Kenya would not be bullied into releasing the prisoners.", "releasing", "negated"),
    ],
)
def test_status(ungated: Coder, text: str, trigger: str, status: str) -> None:
    assert event_of(coded(ungated, text), trigger).status == status


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Editor killed covering clashes in Podor", "killed", [], ["Editor"]),
        ("Two men have been charged with murder after a 19-year-old was stabbed on Sunday.", "stabbed", [], ["19-year-old"]),
        ("Four police were suspended after a 30-year-old died in custody.", "died", [], ["30-year-old"]),
        ("Protests broke out after police shot a 17-year-old in Podor.", "shot", ["police"], ["17-year-old"]),
        ("The company said four guards had been hurt and blamed outside agitators.", "blamed", ["company"], ["outside agitators"]),
        ("The West African bloc Ecowas condemned the coup.", "condemned", ["ECOWAS"], []),
        ("A spokesman for the guild said his men \"had nothing to do with it\" and accused the army of burning shops.", "accused", ["spokesman"], ["army"]),
    ],
)
def test_who_and_whom(ungated: Coder, text: str, trigger: str, actors: list[str], recipients: list[str]) -> None:
    record = coded(ungated, text)
    event = event_of(record, trigger)
    called = {e.id: e.name for e in record.entities}
    assert ([called[p.entity] for p in event.actors], [called[p.entity] for p in event.recipients]) == (actors, recipients)


def test_an_age_is_no_duration(ungated: Coder) -> None:
    record = coded(ungated, "A man was arrested after a 12-year-old was shot in Podor.")
    assert not any(t.role == "during" for e in record.events for t in e.times)


def test_who_is_cleared_of_ordering_it_does_not_say_it(ungated: Coder) -> None:
    record = coded(ungated, "A court acquitted the former minister of ordering the police to shoot at marchers.")
    assert all(a.source is None or "minister" not in words_of(a.source.spans) for a in record.attributions)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The army seized two boats on Monday, a spokesman said. The owner denied that the boats carried arms.", False),
        ("Soldiers shelled the market on Monday, residents said. The army denied that the market was a base.", False),
        ("A frigate was sent to the scene. The militia denied involvement.", False),
        ("A tanker was boarded on Monday and a frigate was sent to the scene. The militia denied involvement.", True),
        ("Police arrested four men on Monday. The minister denied arresting anyone.", True),
        ("Gunmen killed twelve men on Monday. The militia denied killing civilians in Kavel in May.", False),
    ],
)
def test_what_a_denial_is_of(ungated: Coder, text: str, denied: bool) -> None:
    first = coded(ungated, text).events[0]
    assert any(a.status == "denied" for a in first.assertions) is denied


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("The army stormed the town, which the rebels seized in 2024.", False),
        ("Gunmen killed a priest in Lodra on Sunday, the fourth such murder since 2020.", False),
        ("Tomas Rezek, who was mayor from 2019 to 2023, was arrested on Thursday.", False),
        ("In 2019 rebels killed ten people in the town.", True),
    ],
)
def test_an_old_year_beside_the_deed(ungated: Coder, text: str, background: bool) -> None:
    assert coded(ungated, text).events[0].background is background


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Three soldiers died in an ambush on Tuesday, the defence ministry said, the heaviest loss in months.", "the defence ministry"),
        ("Gunmen attacked a village on Monday, killing 12 farmers, two witnesses and a local official said, in one of the worst assaults this year.", "two witnesses"),
    ],
)
def test_who_said_it(ungated: Coder, text: str, speaker: str) -> None:
    record = coded(ungated, text)
    told = {a.id: words_of(a.source.spans) for a in record.attributions if a.source is not None}
    assert speaker in [told.get(a.attribution or "") for a in record.events[0].assertions]


def test_it_said_at_the_end_is_who_spoke_before(ungated: Coder) -> None:
    record = coded(ungated, "The Lom army said rebels opened fire on Monday. One ranger was killed, it said.")
    called = {e.id: e.name for e in record.entities}
    last = record.attributions[-1].source
    assert last is not None
    assert called.get(last.entity or "") == "Lom army"


def test_the_owner_of_a_craft_parts_two_deeds(ungated: Coder) -> None:
    text = "The army accused the rebels on Monday of shelling a hospital. The rebels said the hospital had been hit by an army helicopter."
    record = coded(ungated, text)
    assert {words_of(e.mentions[0].trigger) for e in record.events} == {"accused", "shelling", "hit"}


def test_what_has_occurred_has_no_day_to_come(ungated: Coder) -> None:
    record = coded(ungated, "The union has called for a general strike on Friday.")
    days = {t.id: t.value for t in record.times}
    assert [days[t.time] for t in event_of(record, "called … for").times if t.basis == "words"] == []


def claims(record: Record) -> list[str]:
    by_id = {c.id: c for c in record.claims}
    return [words_of(by_id[d.claim].spans) for d in record.disputes]


def test_a_report_called_false_is_the_one_told_of(ungated: Coder) -> None:
    text = (
        "A rights group said in a report on Monday that soldiers tortured 31 men. One of them, Ali, was beaten for a week, his brother said. "
        "The army returned the body without explanation, he said. The government called the report a fabrication."
    )
    assert claims(coded(ungated, text)) == ["soldiers tortured 31 men"]


def test_a_claim_is_what_was_said_last(ungated: Coder) -> None:
    text = "The general said that one of the guards fired into the air. The league said the palace had staged the incident. An official dismissed the claim as absurd."
    assert claims(coded(ungated, text)) == ["the palace had staged the incident"]


@pytest.mark.parametrize(
    ("text", "disputes"),
    [
        ("The army said 12 rebels were killed. The rebels said they had killed 30 soldiers.", 0),
        ("Organisers said 30,000 people marched; police put the number at 4,000. Police arrested 47 people, a spokesman said.", 1),
        ("The police said 12 people had been detained, a lawyers' group put it at 60.", 1),
    ],
)
def test_rival_figures(ungated: Coder, text: str, disputes: int) -> None:
    assert len(coded(ungated, text).disputes) == disputes


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Had the raid begun, at least 40,000 people would have fled, the agency estimated.", []),
        ("The report is based on interviews with 31 former detainees.", []),
        ("The rebels spoke of 30 martyrs.", ["killed"]),
        ("None of the 30 passengers was injured.", []),
        ("Some 40,000 people fled the raid, the agency said.", ["displaced"]),
    ],
)
def test_figures(ungated: Coder, text: str, figures: list[str]) -> None:
    assert [q.kind for q in coded(ungated, text).quantities] == figures


def test_an_age_before_a_name_is_nobody_else(ungated: Coder) -> None:
    assert [e.name for e in coded(ungated, "The 39-year-old Pizarro was killed on Monday.").entities] == ["Pizarro"]
    assert not coded(ungated, "The 50-year-old embargo makes it hard.").entities


def test_a_slogan_speaks_of_nothing_before_its_colon(ungated: Coder) -> None:
    text = "The thousands who attended the funeral carried placards with slogans that read: Commander, we continue forward, and Comrade, we are for peace, we swear."
    assert not any(a.source is not None and words_of(a.source.spans) == "we" for a in coded(ungated, text).attributions)


def test_what_is_called_off_may_have_been_due(ungated: Coder) -> None:
    record = coded(ungated, "Chad suspended the eviction of the herders.")
    assert event_of(record, "eviction").status == "failed"
    assert event_of(coded(ungated, "The alliance suspended the air strikes on Friday."), "air … strikes").status == "occurred"
