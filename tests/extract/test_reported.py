"""Events that rest on the publication date only: what news tells without a day was so on the day of publication or before it; an unknown stays unknown."""

import pytest

from onrecord import Coder
from onrecord.export.dossier import page
from onrecord.export.rows import rows
from onrecord.model.codec import record_from_json, to_json
from onrecord.model.record import Record
from onrecord.model.span import words_of

_DAY = "2026-03-04"


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def told(record: Record) -> dict[str, list[tuple[str, str | None, str | None, bool]]]:
    times = {t.id: t for t in record.times}
    return {e.mentions[0].trigger[0].quote: [(times[t.time].value, times[t.time].earliest, times[t.time].latest, t.inferred) for t in e.times] for e in record.events}


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Rebels attacked the village of Lom, killing four traders.", "attacked"),
        ("Police said they had arrested two men in the harbour.", "arrested"),
        ("Troops are shelling the town of Lom.", "shelling"),
        ("The union has condemned the raid.", "condemned"),
        ("The minister threatened to expel the envoy.", "threatened"),
        ("Rebels attack port of Lom\n\nNobody slept in the town.", "attack"),
    ],
)
def test_news_without_a_day_is_dated_by_its_publication_and_says_so(text: str, verb: str, coder: Coder) -> None:
    assert told(coder.code(text, published=_DAY))[verb] == [(_DAY, None, _DAY, True)]
    assert told(coder.code(text))[verb] == []


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Rebels will attack the village of Lom.", "attack"),
        ("The minister threatened to expel the envoy.", "expel"),
        ("The army denied that it had shelled the port.", "shelled"),
        ("Rebels had attacked the village of Lom.", "attacked"),
        ("The two men, who were arrested in Chad, are fishermen.", "arrested"),
        ("On Monday rebels took the harbour. They killed four traders.", "killed"),
        ("Residents fear that the army could attack the village.", "attack"),
        ("Rebels did not attack the village.", "attack"),
    ],
)
def test_what_is_no_news_of_the_day_has_no_day_by_it(text: str, verb: str, coder: Coder) -> None:
    assert all(not inferred for *_, inferred in told(coder.code(text, published=_DAY))[verb])


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("In 2011 rebels took the harbour. They killed four traders.", "2011"),
        ("In May 2011, unrest broke out in the harbour. A bus was set alight and rebels killed four traders.", "2011-05"),
        ("In 2011 rebels took the harbour. They killed four traders on Monday.", None),
        ("In 2011 he founded the union.\n\nRebels killed four traders.", None),
    ],
)
def test_what_goes_on_with_an_earlier_year_was_in_that_year(text: str, year: str | None, coder: Coder) -> None:
    record = coder.code(text, published=_DAY)
    values = {t.id: t.value for t in record.times}
    killing = next(e for e in record.events if any("killed" in s.words for m in e.mentions for s in m.trigger))
    times = [(values[t.time], t.inferred) for t in killing.times]
    assert (times == [(year, True)] and killing.background) if year is not None else ("2011" not in str(times) and not killing.background)


def test_an_own_day_is_kept_and_a_month_of_publication_dates_nothing(coder: Coder) -> None:
    assert told(coder.code("Rebels attacked the village on Monday.", published=_DAY))["attacked"] == [("2026-03-02", "2026-03-02", "2026-03-02", False)]
    assert told(coder.code("Rebels attacked the village.", published="2026-03"))["attacked"] == []


def test_a_chronicle_is_dated_by_nothing_but_its_own_words(coder: Coder) -> None:
    text = "In May 1904 rebels took Lom. In June 1904 the army came. In July 1904 it left. In March 1905 there was peace.\n\nThe rebels attacked the harbour."
    assert told(coder.code(text, published=_DAY))["attacked"] == []


def test_the_time_stands_in_the_record_once_and_comes_back(coder: Coder) -> None:
    record = coder.code("Rebels attacked Lom. Police arrested two men.", published=_DAY)
    assert [(words_of(t.spans), t.anchor, t.derivation["value"].rule) for t in record.times] == [("attacked", "published", "publication")]
    assert {(t.time, t.basis) for e in record.events for t in e.times} == {(record.times[0].id, "publication")}
    assert record_from_json(to_json(record)) == record
    # Where nothing rests on it, it is no time of the record.
    assert [words_of(t.spans) for t in coder.code("Rebels attacked Lom on Monday.", published=_DAY).times] == ["Monday"]


def test_a_date_line_is_the_words_of_the_day(coder: Coder) -> None:
    record = coder.code("Fishermen held in Lom\nMarch 4, 2026\nPolice arrested two fishermen in the harbour of Lom.", published=_DAY)
    assert [(t.value, words_of(t.spans)) for t in record.times] == [(_DAY, "March 4, 2026")]
    assert told(record)["held"] == [(_DAY, _DAY, _DAY, True)]
    assert rows(record)[0]["time_inferred"]
    assert rows(record)[0]["earliest"] is None
    assert rows(record)[0]["time_words"] is None


def test_tables_and_pages_say_that_it_is_inferred(coder: Coder) -> None:
    record = coder.code("Rebels attacked Lom. On Monday police arrested two men.", published=_DAY)
    table = {row["trigger"]: (row["earliest"], row["latest"], row["time_words"], row["time_inferred"]) for row in rows(record)}
    assert table == {"attacked": (None, _DAY, None, True), "arrested": ("2026-03-02", "2026-03-02", "Monday", False)}
    assert any(name == "Days" for name, _ in page(record).header)
    assert not any(name == "Days" for name, _ in page(coder.code("Rebels attacked Lom on Monday.", published=_DAY)).header)
