"""Names of places that are no places of the record, and small towns that lie nowhere rather than abroad."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.extract.toponymy.setaside import far_from_home
from onrecord.gazetteer import shared_gazetteer


def places(coder: Coder, text: str) -> list[str]:
    return [place.spans[0].quote for place in coder.code(text, published="2017-03-07").places]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ankara closes dam gates.\n\nFarmers in Syria complained on Monday.", "Ankara"),
        ("Nairobi and Kampala proposed a joint patrol to Ethiopia.", "Kampala"),
        ("Ministers of Chad held talks with Khartoum on Monday.", "Khartoum"),
        ("Kenya imposed new sanctions against Khartoum on Monday.", "Khartoum"),
        ("Niamey's grain policy angered farmers in Nigeria.", "Niamey"),
        ("The ambassador to Niamey met farmers of Nigeria.", "Niamey"),
        ("Ministers of Kenya feared a threat from Khartoum on Monday.", "Khartoum"),
        ("Khartoum said farmers of Kenya would be paid.", "Khartoum"),
        ("He told the Oldwell Republic that farmers would be paid.", "Oldwell Republic"),
        ("The figures come from Nestoga. The statistical agency, Nestoga, counts farmers.", "Nestoga"),
        ("The melting of the Pine Island glacier worried farmers in Kenya.", "Pine Island"),
        ("The army accused Jane Montoya of fraud. The kidnapping of Montoya worried farmers in Kenya.", "Montoya"),
        ("The Kigali Convention was signed by nine states.", "Kigali"),
        ("The Niger Papers, a leak of bank files, named a minister.", "Niger"),
        ("The Central Bank of Kenya raised its rates on Monday.", "Kenya"),
        ("The pact was signed in Febuary this year, the army said.", "Febuary"),
    ],
)
def test_no_place_of_the_record(ungated: Coder, text: str, left: str) -> None:
    assert left not in places(ungated, text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Rebels shelled Khartoum on Monday.", "Khartoum"),
        ("A bomb went off in Ankara on Monday.", "Ankara"),
        ("Khartoum's airport was closed on Monday.", "Khartoum"),
        ("The minister flew to Kampala from Nairobi.", "Kampala"),
        ("Soldiers left Sudan in February.", "Sudan"),
        ("Streets in Khartoum were closed. On Monday Khartoum saw its worst flood in years, the army said.", "Khartoum"),
        ("Gunmen attacked a camp near Nairobi on Monday.", "Nairobi"),
    ],
)
def test_a_town_where_something_happens_stays(ungated: Coder, text: str, kept: str) -> None:
    assert any(kept in quote for quote in places(ungated, text))


def test_a_hyphen_parts_two_states(ungated: Coder) -> None:
    found = ungated.code("Joint US-South Sudan patrols began on Monday.").places
    assert [(p.spans[0].quote, p.countries) for p in found] == [("US", ("USA",)), ("South Sudan", ("SSD",))]


def test_a_small_town_lies_in_no_other_state_than_the_only_one_told_of() -> None:
    gazetteer = shared_gazetteer()
    kenya = next(e for e in gazetteer.lookup("Kenya") if e.kind == "country")
    small = next(e for e in gazetteer.lookup("Ocosingo") if e.kind == "city" and e.population < 50_000)
    great = next(e for e in gazetteer.lookup("Berlin") if e.country == "DEU" and e.population > 1_000_000)
    assert far_from_home([kenya, kenya, small, great]) == (False, False, True, False)
    assert far_from_home([kenya, small]) == (False, False)
    assert far_from_home([kenya, kenya, small, next(e for e in gazetteer.lookup("Mexico") if e.kind == "country")]) == (False, False, False, False)
