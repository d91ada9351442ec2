"""The dictionary coder of the benchmark on small dictionaries of our own: every part of the format, with invented actors."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from onrecord import Coder

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from petr import PetrDictionaries, petr_events  # noqa: E402
from petr_lists import combined, joined, negated  # noqa: E402

ACTORS = """<!-- invented -->
NORTHLAND [NRL]
+NORTHERN_ISLES
SOUTHLAND [SOL]
EASTLAND [EAL]  # a comment
MARA_VOSS [NRL]
\t[NRLGOV 20100101-20141231]
\t[NRLELI >20150101]
\t[NRLSPY 20120101-20120201]
OLD_LEAGUE
\t[OLG <911231]
"""
AGENTS = """!PERSON! = MAN, WOMAN
MINISTER [~GOV]
FOREIGN_MINISTER [~GOVFRM]
SOLDIER [~MIL]
GOOSE {GEESE} [~GSE]
POLICE {} [ ~COP]
CHARITY [NGO~]
CONGRESS!PERSON! [~LEG]
"""
VERBS = """&TALKS
+NEGOTIATION
+PEACE_TALKS
--- CONDEMN [111] ---
CONDEMN
--- LEAVE [012] ---
LEAVE
--- LEFT [040:040] ---
LEFT
--- MEET [040:040] ---
MEET {MET MEETING}
--- AGREE [050] ---
AGREE
- % * [050]
- * (TO &TALKS) [037:037]
--- BREAK [120] ---
BREAK {BROKE BROKEN}
+BREAK_DOWN {+BROKE_DOWN}
- * (OFF) [195]
--- SEND [070] ---
SEND
- * {NEW MONEY} [0331]
- * LETTER (TO ^) (WITH +) [017]
--- RECEIVE [033] ---
RECEIVE
- + * MONEY $ [071]
--- WANT [020] ---
WANT
--- HELP [070] ---
HELP
--- SAY [010] ---
SAY {SAID}
"""


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> PetrDictionaries:
    folder = tmp_path_factory.mktemp("lists")
    for name, body in (("actors", ACTORS), ("agents", AGENTS), ("verbs.2.0", VERBS), ("discards", "+WORLD CUP  # sport\n")):
        (folder / f"PETR.Validate.{name}.txt").write_text(body, encoding="utf-8")
    return PetrDictionaries.load(str(folder))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Northland condemned Southland.", {"NRL>SOL:111"}),
        ("Southland was condemned by soldiers from Northland.", {"NRLMIL>SOL:111"}),
        ("The ministers of Northland and Southland condemned Eastland.", {"NRLGOV>EAL:111", "SOLGOV>EAL:111"}),
        ("Northland police and soldiers condemned Southland and Eastland.", {"NRLCOP>SOL:111", "NRLMIL>SOL:111", "NRLCOP>EAL:111", "NRLMIL>EAL:111"}),
        ("Northland did not condemn Southland.", {"NRL>SOL:050"}),
        ("Northland condemned an attack by Southland.", {"NRL>SOL:111"}),
        ("The foreign minister of Northland left for Southland.", {"NRLGOVFRM>SOL:040", "SOL>NRLGOVFRM:040"}),
        ("Northland and Southland agreed that the war should end.", {"NRL>SOL:050", "SOL>NRL:050"}),
        ("Northland agreed to peace talks with Southland.", {"NRL>SOL:037", "SOL>NRL:037"}),
        ("Northland has broken off relations with Southland.", {"NRL>SOL:195"}),
        ("Northland sent new money to Southland.", {"NRL>SOL:0331"}),
        ("Northland sent a letter to Eastland with Southland.", {"NRL>SOL:017"}),
        ("Northland received money from Southland.", {"SOL>NRL:071"}),
        ("Eastland said that it wants to help Southland.", {"EAL>SOL:023"}),
        ("Eastland said on Monday that Northland had condemned Southland.", {"NRL>SOL:111"}),
        ("Northland condemned the World Cup in Southland.", set()),
    ],
)
def test_sentences(ungated: Coder, lists: PetrDictionaries, text: str, expected: set[str]) -> None:
    events = petr_events(ungated, lists, {"text": text, "date": "20160101"})
    assert {f"{e['source']}>{e['target']}:{e['cameo']}" for e in events} == expected


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [("mara voss", 20050101, "NRL"), ("mara voss", 20130101, "NRLGOV"), ("mara voss", 20120115, "NRLSPY"), ("mara voss", 20141231, "NRLGOV"),
     ("mara voss", 20160101, "NRLELI"), ("old league", 19900101, "OLG"), ("old league", 20000101, ""), ("northern isles", 20000101, "NRL")],
)  # fmt: skip
def test_codes_hold_for_their_dates(lists: PetrDictionaries, name: str, day: int, code: str) -> None:
    assert lists.actor_code(name, day) == code


def test_agents_have_their_plurals(lists: PetrDictionaries) -> None:
    assert {"geese", "ministers", "charities", "congresswoman"} <= set(lists.agents)
    assert not {"polices", "gooses"} & set(lists.agents)


def test_codes_combine() -> None:
    assert [combined("NRLGOV", ["~GOV"]), combined("NRL", ["NGO~"]), combined("GMWGOV", ["~WGO"])] == ["NRLGOV", "NGONRL", "GMWGOVWGO"]
    assert [joined("010", "190"), joined("020", "071"), joined("030", "---"), joined("020", "190")] == ["190", "0231", "030", "190"]
    assert [negated("110"), negated("061"), negated("010"), negated("040")] == ["050", "1211", "011", "040"]
