"""Traces: what linking keeps of a record comes back as it was, and says all that the record says to it."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.link.noticed import own_words
from onrecord.link.notices import notices
from onrecord.link.provenance import provenance
from onrecord.link.traces import Trace, kind, trace

TEXTS = (
    "ORLAN (Reuters) - Nine dockers were held, the Lakes Times said. “We saw the vans leave the port that night,” said Anna Roe.",
    "Guards shelled the mill in Orlan on Monday.\n\nCorrection: An earlier version of this article said that soldiers arrested nine dockers.",
    "The Harbour Gazette has retracted its report headlined “Ferry sunk off Orlan by rebels”.",
    "The interior ministry said in a statement that nine dockers had been held in Orlan \ud83d on Monday.",
    "",
)


@pytest.mark.parametrize("text", TEXTS)
def test_a_trace_comes_back_from_its_bytes(text: str, ungated: Coder) -> None:
    record = ungated.code(text, publisher="Delta Herald", published="2025-03-04")
    made = trace(record)
    assert Trace.from_bytes(made.to_bytes()) == made
    assert made.notices == notices(record.report)
    assert made.own == own_words(record, made.notices)
    assert made.provenance in (None, provenance(record))
    assert (made.provenance is None) == (not text or "retracted its report" in text)
    assert made.to_bytes() == trace(record).to_bytes()


@pytest.mark.parametrize("data", [b"", b"x", b"\x78\x9c\x03\x00\x00\x00\x00\x01", Trace(None).to_bytes()[:-2]])
def test_what_is_no_trace_is_said(data: bytes) -> None:
    with pytest.raises(ValueError, match="no trace"):
        Trace.from_bytes(data)


def test_the_kind_changes_with_the_resource_files(monkeypatch: pytest.MonkeyPatch) -> None:
    before = kind()
    kind.cache_clear()
    monkeypatch.setattr("onrecord.link.traces.resources_digest", lambda: "0" * 64)
    try:
        assert kind() != before
    finally:
        kind.cache_clear()
