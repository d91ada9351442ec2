"""Whose a notice is: another outlet's that the report only quotes takes nothing back of the report; the report's own still does."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.link.corrections import asserted, corrections, issued
from onrecord.link.noticed import is_news, own_words
from onrecord.link.notices import Notice, notices
from onrecord.readers import read_text

OTHERS = [
    "The Lakes Times has taken its story back. “This article has been retracted because its source invented it,” the Lakes Times wrote.",
    "“This article has been withdrawn,” the Lakes Times said in an editor's note.",
    '"This story was retracted," the Lakes Times wrote on Tuesday.',
    "“This story was retracted,” wrote the Lakes Times.",
    "The Lakes Times had told of a raid. This article has been retracted, it said in an editor's note.",
    "The Lakes Times wrote:\n\nThis article has been withdrawn because its source invented it.",
    "The Lakes Times wrote:\n\n> This article has been withdrawn because its source invented it.",
    "Readers of the Lakes Times found a line above the text.\n\n> This article has been withdrawn because its source invented it.",
    "An earlier version of this article said that nine dockers had been held, the Lakes Times said in an editor's note on Tuesday.",
    "The Lakes Times reported on Monday that rebels shelled the mill. The newspaper has retracted the story.",
    "The Lakes Times said that this article has been withdrawn.",
    "A note to readers in the Lakes Times reads: “This report was removed after complaints.”",
    "It was the Lakes Times' report. An earlier version of the story said that nine dockers were held.",
    "“An earlier version of this article said that guards arrested nine dockers in Orlan,” wrote the Lakes Times.",
    "“This article has been retracted,” said the paper, which is the Lakes Times. The Lakes Times stands in Orlan.",
    "“This article has been retracted,” the Lakes Times wrote, as the Delta Herald has learned.",
    "The Delta Herald wrote on Monday that the Lakes Times had put a note on its page: “This article has been retracted.”",
    "“This article has been retracted,” the Lakes Times told the Delta Herald.",
    "The Lakes Times put this above its page:\n\nEditor's note: This article has been retracted.",
]
OWN = [
    "This article has been withdrawn because its source invented it.",
    "Editor's note: This article has been retracted.",
    "Editor's note:\n\nThis article has been retracted.",
    "“This article has been withdrawn,” the Delta Herald said in an editor's note.",
    "“This article has been retracted,” the Delta Herald wrote after the Lakes Times said that it was false.",
    "The Delta Herald wrote:\n\n> This article has been withdrawn.",
    "We have retracted this story, we said in an editor's note on Tuesday.",
    "The BBC said nine had died; an earlier version of this article gave eight.",
    "An earlier version of this article misquoted what the mayor told the BBC.",
    "Correction: Nine dockers were held, the Lakes Times said. An earlier version of this article said ten.",
    "The mayor told the Lakes Times of it. An earlier version of this article said the mayor had resigned; he said he would.",
    "The editors have retracted this story.",
    "Guards held nine men, the BBC reported.\n\nThe editors have retracted this story.",
    "Guards held nine men, the BBC reported.\n\nThis story has been retracted.",
    "This story has been corrected after the Lakes Times said that it was wrong.",
    "“This article has been retracted.”",
]


def found(text: str) -> tuple[Notice, ...]:
    return notices(read_text(text, publisher="Delta Herald").report)


@pytest.mark.parametrize("text", OTHERS)
def test_another_outlets_notice_is_not_the_reports_own(text: str) -> None:
    assert {(n.about, n.outlet) for n in found(text)} == {("named", "lakestimes")}


@pytest.mark.parametrize("text", OWN)
def test_the_reports_own_notice_is_its_own(text: str) -> None:
    assert [n.about for n in found(text)] == ["own"]


def test_who_is_not_named_is_not_guessed() -> None:
    (notice,) = found("“This article has been retracted,” the paper said on Tuesday. Nobody in town reads it.")
    assert (notice.about, notice.outlet) == ("named", "")


def test_the_words_of_somebody_who_was_wrong_are_no_notice() -> None:
    assert found("The paper said it had been wrong to report that rebels shelled the mill. The Lakes Times had told of it on Sunday.") == ()


NEWS = "Guards arrested nine dockers in Orlan on Monday. Rebels shelled the mill on Sunday, the mayor said."
TOLD = "{}\n\nThe Lakes Times took back a report of its own. “This article has been withdrawn because its source invented it,” the Lakes Times wrote."


def test_a_quoted_retraction_takes_nothing_back_of_the_report_or_its_earlier_version(ungated: Coder) -> None:
    first, later = (ungated.code(text, publisher="Delta Herald", published=f"2025-03-0{day}", url="https://delta.example/a") for day, text in ((4, NEWS), (5, TOLD.format(NEWS))))
    own = notices(later.report)
    views = [issued(r.report, k) for k, r in enumerate((first, later))]
    made, notes = corrections(views, own, {first.report.id: asserted(first)})
    assert made == ()
    assert [(n.by, n.kind, n.why) for n in notes] == [(later.report.id, "retracts", "no_report")]
    assert is_news(later, own)
    gone = {w.event for one in own_words(later, own) for w in one.withdrawn}
    left = {span.quote for event in later.events if event.id not in gone for mention in event.mentions for span in mention.trigger}
    assert {"arrested", "shelled"} <= left


def test_a_quoted_retraction_finds_the_report_it_names(ungated: Coder) -> None:
    first = ungated.code(NEWS, publisher="Lakes Times", published="2025-03-04", title="Guards hold nine dockers in Orlan")
    text = "The Lakes Times took back its report headlined “Guards hold nine dockers in Orlan”. “This article has been withdrawn,” the Lakes Times wrote."
    later = ungated.code(text, publisher="Delta Herald", published="2025-03-05")
    ours = ungated.code(NEWS, publisher="Delta Herald", published="2025-03-04", title="Guards hold nine dockers in Orlan")
    views = [issued(r.report, k) for k, r in enumerate((first, ours, later))]
    made, notes = corrections(views, notices(later.report), {r.report.id: asserted(r) for r in (first, ours)})
    assert [(c.of, c.kind, c.rule) for c in made] == [(first.report.id, "retracts", "named")]
    assert notes == ()
