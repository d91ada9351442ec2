"""The Python interface, the wiring of the pipeline, and what holds of every record."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import pytest

import onrecord
from onrecord import Coder, pipeline
from onrecord.errors import ConfigurationError
from onrecord.export.rows import COLUMNS
from onrecord.model.codec import check, to_json
from onrecord.model.layers import Added
from onrecord.model.record import Record
from onrecord.readers import read_text


def test_code_uses_what_is_given() -> None:
    record = onrecord.code("Rebels attacked the town on Monday.", published="2025-03-05", publisher="Northwind Wire")
    assert record.report.published is not None
    assert (record.report.published.value, record.report.published.from_) == ("2025-03-05", "given")
    assert record.report.publisher is not None
    assert record.report.publisher.value == "Northwind Wire"
    assert [t.value for t in record.times] == ["2025-03-03"]


def test_without_a_date_nothing_is_invented() -> None:
    record = onrecord.code("Rebels attacked the town on Monday.")
    assert record.report.published is None
    assert [(t.value, t.earliest, t.latest) for t in record.times] == [("XXXX-WXX-1", None, None)]


def test_rows_make_a_frame(records: dict[str, Record]) -> None:
    frame = pd.DataFrame([row for record in records.values() for row in onrecord.rows(record)])
    assert list(frame.columns) == list(COLUMNS)
    assert len(frame) == sum(len(r.events) for r in records.values()) > 50
    assert frame["fictional"].all()


def test_the_same_input_gives_the_same_bytes(coder: Coder) -> None:
    text = "Police arrested 12 marchers in Gao. The army denied shelling the market."
    assert to_json(coder.code(text)) == to_json(Coder().code(text)) == to_json(coder.code(text))


def test_ids_depend_on_identity_only(coder: Coder) -> None:
    text = "Police arrested 12 marchers. The mayor rejected the plan."
    one, two = coder.code(text), coder.code(text, publisher="Northwind Wire")
    assert one.report.text_id == two.report.text_id
    assert one.report.id != two.report.id
    assert not {e.id for e in one.events} & {e.id for e in two.events}


@dataclass(frozen=True)
class Failing:
    name: str = "failing"
    version: str = "1"
    requires: tuple[str, ...] = ("report",)
    provides: tuple[str, ...] = ("nothing",)

    def run(self, layers: object) -> Added:
        raise ValueError("no such thing")


@dataclass(frozen=True)
class Needy(Failing):
    name: str = "needy"
    requires: tuple[str, ...] = ("moon",)
    provides: tuple[str, ...] = ("tide",)


def test_an_unmet_requirement_stops_the_start() -> None:
    with pytest.raises(ConfigurationError, match="moon"):
        pipeline.check((Needy(),))
    with pytest.raises(ConfigurationError, match="already"):
        pipeline.check((Failing(), Failing()))


def test_a_failing_stage_becomes_an_issue_and_keeps_what_came_before() -> None:
    received = read_text("Rebels attacked the town.")
    outcome = pipeline.run((Failing(),), {"report": received.report}, received.report.id)
    assert outcome.failed == "failing"
    assert [(i.code, i.severity) for i in outcome.issues] == [("stage_failed", "error")]
    assert "report" in outcome.layers


HOSTILE = {
    "empty": "", "blank": " \n\t ", "one letter": "a", "no sentence": "###  ... --- !!!", "quotes": '"' * 500, "brackets": "(((((" * 400, "newlines": "\n" * 5_000,
    "very long word": "a" * 50_000, "controls": "Rebels\x00 attacked\x07 the\x1b[31m town.", "right to left": "هاجم المتمردون القرية عند الفجر وقتلوا ثلاثة مزارعين في السوق.",
    "russian": "Повстанцы напали на деревню на рассвете и убили трёх крестьян.", "surrogate": "Rebels attacked \ud800 the town.", "emoji": "💥💥 Rebels attacked the town 💥",
    "markup": "<script>alert(1)</script> Rebels attacked the town. [bold]x[/bold]", "numbers": "1 2 3 4 5 " * 300,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_gives_a_record_that_holds_its_contract(name: str, coder: Coder) -> None:
    record = coder.code(HOSTILE[name])
    check(record)
    to_json(record).encode("utf-8", "surrogatepass")
    assert not [i for i in record.issues if i.code == "stage_failed"]


def test_other_languages_are_recognised_and_left_uncoded(coder: Coder) -> None:
    for name, language in (("right to left", "ar"), ("russian", "ru")):
        record = coder.code(HOSTILE[name])
        assert (record.report.coded, record.report.language, record.events) == ("unsupported_language", language, ())
    assert coder.code("").report.coded == "empty"
