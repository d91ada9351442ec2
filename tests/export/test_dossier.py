"""The page must be true: whose verb, which clause, whom once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord import Coder
from onrecord.export.dossier import page
from onrecord.export.page_parts import Dossier, Entry
from onrecord.export.wording import once, said_by, smallest_clause
from onrecord.model.common import Issue


def section(dossier: Dossier, title: str) -> tuple[Entry, ...]:
    return next((s.entries for s in dossier.sections if s.title == title), ())


def words(entry: Entry) -> str:
    return "".join(p.text for p in entry.words)


def shown(coder: Coder, text: str) -> Dossier:
    return page(coder.code(text, published="2025-03-05"), names=True)


@pytest.mark.parametrize(
    ("text", "label", "content"),
    [
        ("The army denied that it had shelled the port.", "denied", "it had shelled the port"),
        ("The council rejected the proposal to open the border on Monday.", "rejected", "the proposal"),
        ("The ministry accused the rebels of burning the school.", "accused", "the rebels of burning the school"),
        ("Two monitors doubted that the convoy had been attacked.", "doubted", "the convoy had been attacked"),
        ("The colonel declined to say how many troops would stay.", "declined to say", "how many troops would stay"),
        ("The guards threatened to shell the port.", "threatened", "to shell the port"),
    ],
)
def test_a_source_is_given_its_own_verb(text: str, label: str, content: str, ungated: Coder) -> None:
    facts = [(k, v) for e in section(shown(ungated, text), "Who says so") for k, v in e.facts]
    assert any(f"{k} {v}".startswith(label) and content in v for k, v in facts), facts
    assert all(k != "says" for k, _ in facts)


def test_cues_that_are_no_verbs_say_says() -> None:
    assert said_by("According to") == said_by("reportedly") == said_by("") == "says"
    assert said_by("has … denied") == "has denied"


def test_the_line_is_the_clause_of_the_event() -> None:
    text = "The officials, who spoke on condition of anonymity because they were not authorised to discuss military plans, said training had begun."
    at = text.index("discuss")
    left, right = smallest_clause(text, [(text.index("not"), text.index("not") + 3), (at, at + 7)])
    assert text[left:right] == "they were not authorised to discuss military plans"


def test_what_is_planned_and_not_begun_stands_under_what_did_not_happen(ungated: Coder) -> None:
    text = "The army plans to send troops to the valley. A deployment of troops to the valley is not imminent, the ministry said."
    entries = section(shown(ungated, text), "What did not happen")
    assert any("not imminent" in words(e) and "not begun" in e.tag for e in entries), entries


def test_parties_are_named_once() -> None:
    assert once(["suspected drug boats", "suspected drug-smuggling boats"]) == ["suspected drug-smuggling boats"]
    assert once(["Guards", "Guards of the Quays Authority"]) == ["Guards of the Quays Authority"]
    assert once(["Iran", "Iran's navy"]) == ["Iran", "Iran's navy"]
    assert once(["US"], ["any form of interference from the US"]) == ["any form of interference from the US"]


def test_no_entry_stands_twice_in_a_section(records: dict[str, object]) -> None:
    for name, record in records.items():
        for part in page(record).sections:  # type: ignore[arg-type]
            assert len(part.entries) == len(set(part.entries)), (name, part.title)


def test_a_state_that_speaks_is_not_the_first_person(coder: Coder) -> None:
    record = coder.code("Two barges were sunk off Orlan on Monday. Lawyers say that the lack of evidence for US claims about the barges makes the sinking hard to defend.")
    disputed = next(s for s in page(record).sections if s.title == "Disputed")
    assert ("asserts", "US") in disputed.entries[0].facts


def test_a_relative_is_no_quotation(ungated: Coder) -> None:
    shown = page(ungated.code("Two men were killed in the raid on Gao, which the army denies."))
    facts = [fact for section in shown.sections for entry in section.entries for fact in entry.facts]
    assert ("denies", "the army") in facts
    assert not any("which" in value for _, value in facts)


def test_one_brought_in_by_a_noun_stands_with_his_name(coder: Coder) -> None:
    record = coder.code("A priest was kidnapped in Kaduna on Tuesday. Father Emmanuel Bako was seized by gunmen at his parish, the diocese said.", published="2026-03-18")
    facts = [f for s in page(record, names=True).sections for e in s.entries for f in e.facts]
    assert ("to whom", "A priest (Emmanuel Bako)") in facts


def test_a_page_on_which_a_stage_failed_does_not_say_that_there_is_nothing(coder: Coder) -> None:
    record = replace(coder.code("The choir sang in the old hall on Sunday."), events=())
    assert "".join(p.text for p in section(page(record), "What happened")[0].words) == "No political or conflict event was found in this text."
    failed = replace(record, issues=(Issue("issue-1", "stage_failed", "error", "stage record_events gave up on this report"),))
    assert words(section(page(failed), "What happened")[0]).startswith("Not known:")
    assert "gave up" in words(section(page(failed), "Issues")[0])
