"""Notices of correction and retraction are no news: what they take back of the report that carries them, and that a retraction has no origin."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.link.corrections import notices
from onrecord.link.noticed import is_news, own_words
from onrecord.model.record import Record


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


@pytest.mark.parametrize("text", ["", "   \n"])
def test_an_empty_report_is_no_news(text: str, coder: Coder) -> None:
    record = coder.code(text, publisher="Delta Herald")
    assert not is_news(record, notices(record.report))
