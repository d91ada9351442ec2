"""The actor tables: whom a name means, on which day, and which names need a title."""

from __future__ import annotations

import re
from datetime import date

import pytest

from onrecord import Coder
from onrecord._tables import read_table
from onrecord.actorbook import ActorBook, titled

BOOK = ActorBook.load()


@pytest.mark.parametrize(
    ("name", "title", "code"),
    [
        ("Bush", "President", "USA"), ("Ban", "Secretary-General", "UNO"),
        ("Major", "Prime Minister", "GBR"), ("Rice", "Secretary of State", "USA"), ("Mubarak", "President", "EGY"), ("Bush", "Judge", None),
    ],
)  # fmt: skip
def test_a_surname_with_its_title_tells_the_state_served(name: str, title: str, code: str | None) -> None:
    assert BOOK.served(name, title) == code


def test_nobody_is_meant_before_the_office_began() -> None:
    # A namesake became prime minister of another state in 2020.
    assert BOOK.served("Brown", "Prime Minister", date(2012, 3, 5)) == "GBR"
    assert BOOK.served("Brown", "Prime Minister") is None


def test_one_office_in_two_wordings() -> None:
    assert titled("premier", "Prime Minister")
    assert titled("defense secretary", "Secretary of Defence")
    assert not titled("vice president", "President")


@pytest.mark.parametrize("name", ["Bush", "Ban", "Major", "May", "Brown", "Rice", "Powell", "Mohammed"])
def test_plain_names_alone_mean_nobody(name: str) -> None:
    assert BOOK.needs_title(name)
    assert not BOOK.alone(name, date(2007, 7, 1))


def test_no_number_and_no_given_name_is_a_surname() -> None:
    assert not BOOK.office_holders("II", None)
    assert not BOOK.office_holders("Il", None)


def test_an_undated_office_is_held_on_no_day() -> None:
    for name in ("Erich Honecker", "Tassos Papadopoulos", "Ratko Mladic"):
        held = BOOK.office_holders(name, date(1990, 1, 1))
        assert held
        assert all(h.status != "holding" for h in held if h.since is None)


def test_an_office_without_an_end_is_held_on_no_day() -> None:
    endless = {h.name for group in BOOK.holders.values() for h in group if h.since and not h.until and not h.known_to}
    assert endless
    assert all(h.status == "unknown" for name in endless for h in BOOK.office_holders(name, date(2025, 1, 1)) if h.last_seen is None)


@pytest.mark.parametrize(("name", "day", "title"), [("Angela Merkel", "2016-05-04", "chancellor"), ("Putin", "2014-05-06", "president"), ("Nawaz Sharif", "2015-05-05", "prime minister")])
def test_one_term_in_two_tables_is_one_office(name: str, day: str, title: str) -> None:
    held = [h for h in BOOK.office_holders(name, date.fromisoformat(day)) if h.status == "holding"]
    assert [h.title.casefold().startswith(title) for h in held] == [True]


def test_the_table_is_large_and_its_rows_are_told_apart() -> None:
    rows = list(read_table("actors/figures_historic.tsv", ("name", "aliases", "code", "sectors", "title", "kind", "since", "until", "known_to")))
    assert len({row["name"] for row in rows}) > 700
    assert len({tuple(row.values()) for row in rows}) == len(rows)
    day = re.compile(r"\d{4}-\d\d-\d\d")
    assert not [row for row in rows for end in ("since", "until", "known_to") if row[end] and not day.fullmatch(row[end])]


@pytest.mark.parametrize(
    ("text", "day", "name", "countries", "offices"),
    [
        ("President Bush spoke to reporters on Monday.", "1996-03-05", "Bush", ("USA",), 1),
        ("Prime Minister Brown met the nurses on Monday.", "2012-03-05", "Brown", ("GBR",), 1),
        ("The police arrested Brown on Monday.", "2008-03-04", "Brown", (), 0),
        ("Ian Smith told the court on Monday that he was ill.", "2008-03-04", "Ian Smith", (), 0),
        ("Prime Minister Ian Smith told reporters on Monday that talks had failed.", "1976-03-02", "Ian Smith", ("ZWE",), 2),
        ("Colonel Mengistu left the palace on Monday.", "2009-03-03", "Mengistu", ("ETH",), 1),
        ("King Fahd met reporters on Monday.", "2009-03-03", "Fahd", ("SAU",), 1),
        ("Hosni Mubarak told reporters on Monday that talks had failed.", "1994-03-08", "Hosni Mubarak", ("EGY",), 1),
        ("Secretary-General Ban urged both sides on Monday to talk.", "2014-03-04", "Ban", ("UNO",), 2),
        ("Ratko Mladic spoke to reporters on Monday.", "1994-03-07", "Ratko Mladic", ("BIH",), 0),
    ],
)  # fmt: skip
def test_countries_of_surnames_and_undated_people(ungated: Coder, text: str, day: str, name: str, countries: tuple[str, ...], offices: int) -> None:
    entity = next(e for e in ungated.code(text, published=day).entities if name in e.name)
    assert (entity.countries, len(entity.offices)) == (countries, offices)
