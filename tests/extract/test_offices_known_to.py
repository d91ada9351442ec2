"""What is known of the end of an office: the day of a table is the last on which somebody is seen in it, and no end."""

from datetime import date

from onrecord.actorbook import ActorBook
from onrecord.api import Coder
from onrecord.nameclues import readings


def test_the_day_of_a_table_is_no_end_of_an_office(ungated: Coder) -> None:
    record = ungated.code("Emmanuel Macron spoke to reporters on Monday.", published="2024-03-05")
    (office,) = next(e.offices for e in record.entities if e.name == "Emmanuel Macron")
    assert (office.since, office.until, office.former) == ("2017-05-14", None, False)
    over = ungated.code("Angela Merkel spoke to reporters on Monday.", published="2019-03-05")
    (office,) = next(e.offices for e in over.entities if e.name == "Angela Merkel")
    assert office.until == "2021-12-08"


def test_readings_tell_an_end_from_the_last_day_seen() -> None:
    book, on = ActorBook.load(), date(2024, 5, 5)
    seen, *earlier = readings(book, "Emmanuel Macron", on)
    assert seen.until is None
    assert seen.known_to is not None
    assert all(r.until is not None for r in earlier)  # the ministries before
    over, *_ = readings(book, "Angela Merkel", on)
    assert (over.until, over.known_to) == ("2021-12-08", None)


def test_a_plural_is_read_as_its_noun() -> None:
    book = ActorBook.load()
    assert [r.rule for r in readings(book, "rebels", None)] == ["role:rebel"]
    assert [r.rule for r in readings(book, "armies", None)] == ["role:army"]
    assert readings(book, "kestrels", None) == ()
