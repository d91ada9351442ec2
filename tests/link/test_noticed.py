"""Notices of correction and retraction are no news: what they take back of the report that carries them, and that a retraction has no origin."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.link.noticed import is_news, own_words
from onrecord.link.notices import notices
from onrecord.model.record import Record
from onrecord.model.span import words_of


def told(record: Record) -> list[str]:
    """Trigger words of events that are left."""
    gone = {w.event for one in own_words(record, notices(record.report)) for w in one.withdrawn}
    return [span.quote for event in record.events if event.id not in gone for mention in event.mentions for span in mention.trigger]


def test_words_quoted_as_wrong_are_taken_back_where_they_are_quoted(ungated: Coder) -> None:
    text = "Guards shelled the mill in Orlan on Monday.\n\nCorrection: An earlier version of this article said that soldiers arrested nine dockers."
    record = ungated.code(text, publisher="Harbour Gazette", published="2025-03-04")
    assert "arrested" in [span.quote for event in record.events for mention in event.mentions for span in mention.trigger]
    assert "shelled" in told(record)
    assert "arrested" not in told(record)
    assert is_news(record, notices(record.report))


@pytest.mark.parametrize("text", ['The Harbour Gazette has retracted its report headlined "Ferry sunk off Orlan by rebels".', "The Harbour Gazette has retracted its report headlined “Guards hold nine dockers in Orlan”, it said on Tuesday."])
def test_a_retraction_is_no_news(text: str, ungated: Coder) -> None:
    record = ungated.code(text, publisher="Delta Herald", published="2025-03-04")
    found = notices(record.report)
    assert [n.kind for n in found] == ["retracts"]
    assert not is_news(record, found)
    assert told(record) == []


def test_a_retraction_at_the_end_of_news_leaves_the_news(ungated: Coder) -> None:
    news = "Guards shelled the mill in Orlan on Monday. Rebels attacked the port of Velm on Sunday, and soldiers arrested nine dockers there after a long night of clashes, the mayor said."
    record = ungated.code(f"{news}\n\nThe Harbour Gazette has retracted its report headlined “Ferry lost off Orlan”.", publisher="Delta Herald", published="2025-03-04")
    found = notices(record.report)
    assert [n.kind for n in found] == ["retracts"]
    assert is_news(record, found)
    assert {"shelled", "attacked", "arrested"} <= set(told(record))


@pytest.mark.parametrize(
    ("notice", "left"),
    [
        ("The Lakes Times has retracted its article “Ferry sunk off Orlan by rebels”. The article said that rebels killed forty people.", set()),
        ("The Lakes Times has retracted its article “Ferry sunk off Orlan by rebels”. It had wrongly said that rebels killed forty people. Soldiers bombed a market. We apologise to readers.", set()),
        ("The Lakes Times has retracted its article “Ferry sunk off Orlan by rebels”. Rebels attacked the port of Velm on Sunday.", {"attacked"}),
        ("The Lakes Times has retracted its article “Ferry sunk off Orlan by rebels”. The article said that rebels killed forty people. Guards shelled the mill on Sunday.", {"shelled"}),
    ],
)
def test_a_retraction_tells_no_news_as_far_as_it_speaks_of_the_report(notice: str, left: set[str], ungated: Coder) -> None:
    record = ungated.code(notice, publisher="Delta Herald", published="2025-03-04")
    coded = {span.quote for event in record.events for mention in event.mentions for span in mention.trigger}
    assert coded > left
    assert set(told(record)) == left


NEWS = "Guards arrested nine dockers in Orlan on Monday. Rebels shelled the mill on Sunday, the mayor said."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("This article has been withdrawn because its source invented it.\n\n{}", None),
        ("Guards hold nine dockers in Orlan\n\nThis article has been withdrawn because its source invented it.\n\n{}", None),
        ("{}\n\nThis story has been retracted.", None),
        ("{} This article has been withdrawn because its source invented it.", None),
        ("{}", "WITHDRAWN: Guards hold nine dockers in Orlan"),
    ],
)
def test_a_report_that_retracts_itself_asserts_nothing(text: str, title: str | None, ungated: Coder) -> None:
    record = ungated.code(text.format(NEWS), publisher="Delta Herald", published="2025-03-04", title=title)
    assert len(record.events) >= 2
    assert told(record) == []
    assert not is_news(record, notices(record.report))


@pytest.mark.parametrize(
    "text",
    [
        "The ministry published its report on Monday. This report was withdrawn on Tuesday.\n\n{}",
        "{} The ministry published its report on Monday. This report was withdrawn on Tuesday.",
        "A first paper tells of the port and its quays.\n\nThis report was withdrawn by the ministry on Tuesday.\n\n{}",
    ],
)
def test_news_of_a_withdrawn_report_stays_news(text: str, ungated: Coder) -> None:
    record = ungated.code(text.format(NEWS), publisher="Delta Herald", published="2025-03-04")
    assert {"arrested", "shelled"} <= set(told(record))
    assert is_news(record, notices(record.report))


@pytest.mark.parametrize(
    ("notice", "gone"),
    [
        ("CORRECTION: An earlier version said the army bombed the market.", "bombed"),
        ("Editor's note: This story was amended to remove a reference to an attack on Gao.", "attack"),
    ],
)
def test_words_that_a_correction_takes_out_are_taken_back(notice: str, gone: str, ungated: Coder) -> None:
    record = ungated.code(f"{NEWS}\n\n{notice}", publisher="Delta Herald", published="2025-03-04")
    assert gone in [span.quote for event in record.events for mention in event.mentions for span in mention.trigger]
    assert set(told(record)) == {"arrested", "shelled"}


@pytest.mark.parametrize("label", ["Correction", "Clarification", "CORRECTION", "Update"])
def test_the_label_of_a_notice_is_no_source(label: str, ungated: Coder) -> None:
    record = ungated.code(f"{NEWS}\n\n{label}: An earlier version of this article said that soldiers shelled a school.", publisher="Delta Herald")
    sources = {words_of(node.source.spans) for node in record.attributions if node.source is not None}
    assert not {source for source in sources if label in source}
    assert "the mayor" in sources


@pytest.mark.parametrize("text", ["", "   \n"])
def test_an_empty_report_is_no_news(text: str, coder: Coder) -> None:
    record = coder.code(text, publisher="Delta Herald")
    assert not is_news(record, notices(record.report))
