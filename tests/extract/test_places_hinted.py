"""Places: what the words around a name tell of it, what only bears a place's name, and whose place it is."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record


def names(record: Record) -> list[str]:
    """The names of the places in text order, relations left out."""
    return [p.name for p in record.places if p.relation is None]


def scenes(record: Record, word: str) -> list[str]:
    """The words of the places of the event with this trigger."""
    places = {p.id: " ".join(s.words for s in p.spans) for p in record.places}
    return [places[x.place] for e in record.events if any(s.words == word for m in e.mentions for s in m.trigger) for x in e.places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Syrian rebels shot two guards on Monday and were driven back toward Manbij, residents said.", "Manbij"),
        ("Sudanese soldiers shot at a convoy bound for Kosti on Monday, police said.", "Kosti"),
        ("In Yemen's second port, Hodeida, guards shot a sailor on Monday.", "Al Ḩudaydah"),
        ("Gunmen killed four guards in Nayori, Zamfara, on Monday, police said.", "Nayori"),
        ("Gunmen killed four guards at Nayori, in the Zamfara region of Nigeria, on Monday.", "Nayori"),
        ("Soldiers shelled the Larabad al-Sharq quarter of Mosul on Monday.", "Larabad al-Sharq"),
        ("Militiamen shot a doctor in the Malian capital on Monday.", "Bamako"),
        ("Militiamen shot a doctor in Kenya's capital on Monday.", "Nairobi"),
        ("Militiamen shot a doctor in the capital of Peru on Monday.", "Lima"),
        ("Police in Uganda shot a student on Monday. Soldiers arrested two more in the capital.", "Kampala"),
    ],
)
def test_a_name_that_the_words_around_make_a_place(coder: Coder, text: str, expected: str) -> None:
    assert expected in names(coder.code(text))


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("Syrian rebels shot two guards on Monday and handed a letter to Maskanah, their commander.", "Maskanah"),
        ("Soldiers shelled the Republican quarter of Mosul on Monday.", "Republican"),
        ("Malian capital fled after soldiers shot a banker on Monday.", "Bamako"),
        ("Militiamen shot a doctor who had raised capital in Kenya on Monday.", "Nairobi"),
        ("Police in Uganda and Kenya shot a student on Monday. Soldiers arrested two more in the capital.", "Kampala"),
        ("Gunmen killed four guards from Nayori, in a rage, on Monday.", "Nayori"),
    ],
)
def test_a_look_alike_is_no_place(coder: Coder, text: str, bad: str) -> None:
    assert bad not in names(coder.code(text))


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked a post on Monday and tore up the Lusaka accords.",
        "A Damascus-backed militia attacked a post on Monday.",
        "The Duke of Cambridge condemned the attack on Monday.",
        "Pirates attacked the tanker Cordoba on Monday.",
        "Georgia, 31, was arrested on Monday after she attacked a guard.",
    ],
)
def test_what_bears_the_name_of_a_place_lies_nowhere(coder: Coder, text: str) -> None:
    assert names(coder.code(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels attacked a post on Monday as talks went on in Lusaka.", "Lusaka"),
        ("A Damascus-based group attacked a post on Monday.", "Damascus"),
        ("The tanker was attacked off Victoria, the capital of the Seychelles, on Monday.", "Victoria"),
        ("In Georgia, 31 women were arrested on Monday after they attacked a guard.", "Georgia"),
    ],
)
def test_and_the_place_itself_does(coder: Coder, text: str, expected: str) -> None:
    assert expected in names(coder.code(text))


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("A guard was shot in Peru, Indiana, on Monday.", "USA"),
        ("A guard was shot in Lebanon, Oregon.", "USA"),
        ("Guards were shot in Lebanon, Oregon and Texas on Monday.", "LBN"),
        ("A guard was shot in Lebanon on Monday.", "LBN"),
    ],
)
def test_a_state_closes_the_name_of_a_town_that_a_country_bears(coder: Coder, text: str, country: str) -> None:
    assert coder.code(text).places[0].countries == (country,)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("A mine killed two engineers some 30 kilometres south-west of Gao on Monday.", "killed", ["some 30 kilometres south-west of Gao"]),
        ("Raiders attacked three hamlets east of Mopti on Monday.", "attacked", ["east of Mopti"]),
        ("Raiders attacked a bus near Mopti hours after the vote.", "attacked", ["near Mopti"]),
        ("Guards shot a prisoner in Mopti prison on Monday.", "shot", ["Mopti"]),
        ("Rebels seized the town of Mopti on Monday.", "seized", ["Mopti"]),
        ("Rebels shot the mayor of Mopti on Monday.", "shot", []),
        ("ACCRA, March 3 - Traders staged a rally here on Monday.", "rally", ["ACCRA"]),
        ('ACCRA, March 3 - "They attacked us here," a trader in Gao said on Monday.', "attacked", []),
    ],
)
def test_whose_place_it_is(coder: Coder, text: str, trigger: str, expected: list[str]) -> None:
    assert scenes(coder.code(text, published="2025-03-05"), trigger) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BEIRUT, March 3 (Reuters) - Soldiers shot a man on Monday.", ["Beirut"]),
        ("ACCRA (AP) - Soldiers shot a man on Monday.", ["Accra"]),
        ("GENEVA, March 3 (Lowfield News) - Soldiers shot a man on Monday.", ["Geneva"]),
        ("SMITH: Good morning. JONES: Soldiers shot a man on Monday.", []),
    ],
)
def test_the_town_of_a_dateline_and_nothing_else_of_it(coder: Coder, text: str, expected: list[str]) -> None:
    record = coder.code(text)
    assert names(record) == expected
    assert not [e for e in record.entities if e.name in ("Reuters", "AP", "Lowfield News")]


@pytest.mark.parametrize(
    ("text", "precision"),
    [("Rebels shot a man in Kherson on Monday.", "city"), ("Rebels shot a man in Kherson Oblast on Monday.", "admin1"), ("Rebels shot a man in Geneva on Monday.", "city")],
)
def test_the_bare_name_is_the_towns_where_the_area_has_a_longer_one(coder: Coder, text: str, precision: str) -> None:
    assert coder.code(text).places[0].precision == precision
