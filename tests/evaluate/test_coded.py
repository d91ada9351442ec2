"""A record as an annotation."""

from __future__ import annotations

from onrecord.evaluate import annotation_of, compare
from onrecord.model.record import Record


def test_every_sample_agrees_with_itself_and_its_marks_stand_in_the_text(records: dict[str, Record]) -> None:
    for name, record in records.items():
        made = annotation_of(record)
        assert made.text == record.report.text
        comparison = compare(made, made)
        assert comparison.differences == (), name
        for event in made.events or ():
            assert sum(a.source is None for a in event.assertions) <= 1, name
            for mention in event.mentions:
                assert made.words(mention).strip()


def test_sources_disputes_questions_and_authorities_come_over(records: dict[str, Record]) -> None:
    made = annotation_of(records["a6-brief.txt"], "brief")
    assert made.id == "brief"
    named = {made.words(a.source[:1]) for e in made.events or () for a in e.assertions if a.source}
    assert any("residents" in words for words in named)
    assert made.questions
    assert made.disputes
    (against,) = [s for s in made.disputes[0].sides if s.stance == "denies"]
    assert any("Red Heron" in made.words(source) for source in against.sources)
    assert annotation_of(records["a1-planned-operation.txt"]).authorities
