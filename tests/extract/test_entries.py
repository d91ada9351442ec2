"""Timelines, live blogs, digests and fact-checks: what stands at the head of an entry is told of all of it. Texts by the OnRecord authors."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.extract.trees.entries import entry_heads, list_mark
from onrecord.model.event import Event
from onrecord.model.record import Record


def found(record: Record, trigger: str) -> Event:
    return next(e for e in record.events if any(s.quote == trigger for m in e.mentions for s in m.trigger))


def days(record: Record, trigger: str) -> list[tuple[str, bool]]:
    values = {t.id: t.value for t in record.times}
    return [(values[t.time], t.inferred) for t in found(record, trigger).times if t.basis == "words"]


INLINE = """Timeline: the siege of Barka

The town of Barka has been cut off for two months. These are the main events.

November 3: Rebels attack the mill. The governor leaves for Chad.

January 15: The army sends 400 soldiers to Barka. They shell the mill.

February 2: A truce is signed. It ends a war that had killed 300 people.

March 20: A court is to rule on the arrest of the mayor.
"""
ALONE = """The siege of Barka

The town has been cut off for two months.

January 8

Rebels attacked two posts outside Barka. The army said it would send help.

January 15, 2026

The army sends 400 soldiers to Barka.

Friday, February 20

Shells hit the hospital in Barka.
"""


def test_the_day_at_the_head_of_an_entry_is_that_of_its_deeds(ungated: Coder) -> None:
    record = ungated.code(INLINE, published="2026-03-12")
    assert days(record, "attack") == [("2025-11-03", False)]
    assert days(record, "leaves") == [("2025-11-03", True)]
    assert days(record, "sends") == [("2026-01-15", False)]
    assert days(record, "shell") == [("2026-01-15", True)]


def test_what_was_before_the_entry_is_not_on_its_day(ungated: Coder) -> None:
    record = ungated.code(INLINE, published="2026-03-12")
    assert days(record, "killed") == []
    assert next(t.value for t in record.times if t.spans and t.spans[0].quote == "March 20") == "2026-03-20"


def test_an_entry_in_the_present_tells_what_was_done(ungated: Coder) -> None:
    record = ungated.code(INLINE, published="2026-03-12")
    assert {found(record, word).status for word in ("attack", "leaves", "sends", "shell")} == {"occurred"}
    assert found(record, "siege").status == "occurred"  # the label of the headline plans nothing


def test_days_in_lines_of_their_own(ungated: Coder) -> None:
    record = ungated.code(ALONE, published="2026-03-12")
    assert days(record, "attacked") == [("2026-01-08", False)]
    assert days(record, "sends") == [("2026-01-15", False)]
    assert [day for day, _ in days(record, "hit")] == ["2026-02-20"]
    assert days(record, "send") == []  # said to be done later


def test_no_day_becomes_that_of_the_publication(ungated: Coder) -> None:
    record = ungated.code(INLINE, published="2026-03-12")
    assert all(t.basis == "words" for e in record.events for t in e.times if found(record, "attack") is e or found(record, "shell") is e)


def test_one_day_alone_heads_nothing(ungated: Coder) -> None:
    record = ungated.code("Rebels attacked a mill near Barka.\n\nMarch 3: the day the town will not forget. Soldiers fled.", published="2026-03-12")
    assert days(record, "attacked") == []


LIVE = """Live: strikes on Varna port

16:40
Shells hit the oil terminal in Varna.

15:05
Two people were killed when a drone hit a house, the mayor said.

11:10 - The army says it shot down 14 drones.
"""


def test_an_hour_is_no_part_of_the_sentence(ungated: Coder) -> None:
    record = ungated.code(LIVE, published="2026-03-12")
    assert {found(record, word).status for word in ("hit", "killed", "shot")} == {"occurred"}
    sources = {s.quote for a in record.attributions if a.source is not None for s in a.source.spans}
    assert sources == {"the mayor", "The army"}


DIGEST = """World in brief

NAIROBI — Police fired tear gas at students who were angry about fees.

LA PAZ, Bolivia — Miners blocked two highways on Wednesday to demand the release of their leader, who was arrested last week.

GENEVA — Russia attacked three ports with drones, an envoy told the council.
"""


def test_the_town_of_each_item(ungated: Coder) -> None:
    record = ungated.code(DIGEST, published="2026-03-12")
    names = {p.id: p.name for p in record.places}
    where = {word: [(names[p.place], p.inferred) for p in found(record, word).places] for word in ("fired", "blocked", "arrested", "attacked")}
    assert where == {"fired": [("Nairobi", True)], "blocked": [("La Paz", True)], "arrested": [], "attacked": []}


def test_who_speaks_in_a_transcript_is_no_town() -> None:
    lines = ["KOLAR: Our troops will leave the valley.", "BRAND: The rebels have burned two villages in the valley.", "LA PAZ — Miners blocked two highways on Wednesday."]
    text = "\n".join(lines)
    starts = [0, len(lines[0]) + 1, len(lines[0]) + len(lines[1]) + 2]
    body = [(n, at, at + len(line)) for n, (at, line) in enumerate(zip(starts, lines, strict=True))]
    assert entry_heads(text, body, False) == {}
    assert {n: text[h.start : h.end] for n, h in entry_heads(text, body, True).items()} == {2: "LA PAZ"}


CHECK = """No, this clip does not show a strike on Kesra

CLAIM: A clip shows jets bombing a hospital in Kesra on March 5, 2026.

{verdict}

The clip was filmed in 2019.
"""


@pytest.mark.parametrize(
    ("verdict", "stance"),
    [
        ("VERDICT: False. It shows a bakery in Lom.", "rejects"),
        ("Our rating: Fake", "rejects"),
        ("VERDICT: Mostly false. It shows a bakery in Lom.", "doubts"),
        ("VERDICT: Misleading. It shows a bakery in Lom.", "doubts"),
        ("VERDICT: True. It shows the hospital.", None),
        ("It shows a bakery in Lom.", None),
    ],
)
def test_the_verdict_opposes_the_claim(coder: Coder, verdict: str, stance: str | None) -> None:
    record = coder.code(CHECK.format(verdict=verdict), published="2026-03-12")
    assert found(record, "bombing").status == "alleged"
    told = [{(s.stance, s.outlet) for s in d.sides} for d in record.disputes]
    assert told == ([{("asserts", False), (stance, True)}] if stance else [])


BRIEF = """Sahel: the week in brief

Burkina Faso: Militants attacked a military post in Djibo on 3 March. The army claimed to have killed 40 militants.

Mali: The army killed 14 civilians on 4 March. Police did not comment.

Niger: Gunmen killed nine villagers near Tillaberi on 6 March.
"""


def test_each_state_of_a_brief_has_its_own_army_and_place(ungated: Coder) -> None:
    record = ungated.code(BRIEF, published="2026-03-12")
    names = {p.id: p.name for p in record.places}
    armies = [e.countries for e in record.entities if e.name == "army"]
    assert armies == [("BFA",), ("MLI",)]
    where = [[(names[p.place], p.inferred) for p in e.places] for e in record.events if e.type == "ASSAULT"]
    assert where == [[("Djibo", False)], [("Burkina Faso", True)], [("Mali", True)], [("near Tillaberi", False)]]


def test_one_state_heads_no_brief(ungated: Coder) -> None:
    record = ungated.code("Mali: The army killed 14 civilians on 4 March.\n\nThe government denied it.", published="2026-03-12")
    assert [p.places for p in record.events if p.type == "ASSAULT"] == [()]


LISTED = """The ministers of France and Mali met in Lom on Monday and agreed:

1. to exchange prisoners, beginning with the 40 wounded;
2. to release a bishop.

They called for calm.
"""


def test_what_leads_in_a_list_tells_of_its_items(ungated: Coder) -> None:
    record = ungated.code(LISTED, published="2026-03-12")
    assert {found(record, word).status for word in ("exchange", "release")} == {"planned"}
    assert not any(s.quote == "wounded" for e in record.events for m in e.mentions for s in m.trigger)


def test_risks_and_outlooks_speak_not(ungated: Coder) -> None:
    text = "BRIEF\n\nKENYA\nRisk: MEDIUM\n• 3 March: Herders raided Lokori.\nOutlook: Calm.\n\nHAITI\nRisk: HIGH\n• 4 March: A gang attacked the police post in Cabaret.\nOutlook: Worse.\n"
    record = ungated.code(text, published="2026-03-12")
    assert record.attributions == ()
    assert days(record, "attacked") == [("2026-03-04", False)]


def test_a_label_is_no_deed_and_staying_away_undoes_none(ungated: Coder) -> None:
    record = ungated.code("Security Alert: Demonstrations in Nairobi\n\nOpposition parties have called for protests on Thursday.\n\nAvoid large crowds and demonstrations.", published="2026-03-12")
    assert "MOBILIZE" not in {e.type for e in record.events}
    assert "negated" not in {e.status for e in record.events}


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("• At least 43 were killed", "At"),
        ("- Rebels fled", "Rebels"),
        ("1. to exchange prisoners", "to"),
        ("(a) to exchange prisoners", "to"),
        ("\U0001f534 Two killed in Varna", "Two"),
        ("5 March was quiet", "5"),
        ("A. Smith spoke", "A."),
        ("-5 degrees", "-5"),
    ],
)
def test_marks_of_items(text: str, begins: str) -> None:
    assert text[list_mark(text, 0, len(text)) :].split()[0] == begins


def test_a_list_of_incidents_gives_each_its_place_and_day(ungated: Coder) -> None:
    text = (
        "Saltmarsh Watch\nReporting period: 2-8 March 2026\n\nKilled: 3 | Injured: 6 | Abducted: 2\n\nINCIDENTS\n\n"
        "• Tibú, Norte de Santander – 2 March: Two gunmen shot dead a teacher outside her home.\n\n"
        "• Tumaco, Nariño – 4 March: Rebels abducted two nurses from a boat. One was freed on 6 March.\n\n"
        "• Arauquita, Arauca – 5 March: Police arrested nine dockers."
    )
    record = ungated.code(text)
    places, times = {p.id: p.name for p in record.places}, {t.id: t.value for t in record.times}
    told = [(e.type, [places[p.place] for p in e.places], [times[t.time] for t in e.times]) for e in record.events]
    assert told == [
        ("ASSAULT", ["Tibú"], ["2026-03-02"]),
        ("ASSAULT", ["Tumaco"], ["2026-03-04"]),
        ("RETREAT", [], ["2026-03-06"]),
        ("COERCE", ["Arauquita"], ["2026-03-05"]),
    ]
