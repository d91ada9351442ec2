"""What a plain text states of itself; what it does not state stays unknown; given values win."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.model.ids import digest_bytes, report_id
from onrecord.readers import read_bytes, read_path, read_text
from onrecord.readers.dates import find_written, parse_any, parse_iso
from onrecord.readers.fields import read_fields

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))["cases"]
BODY = "The rebels took the bridge on Monday, a spokesman for the governor said."


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_fields(case: dict[str, Any]) -> None:
    report = read_text(case["text"]).report
    for field in ("title", "byline", "dateline", "publisher"):
        stated = getattr(report, field)
        assert (stated.value if stated else None) == case[field], field
        if stated:
            assert stated.from_ == "text"
            for span in stated.spans:
                span.check(case["text"])
    assert (report.published.value if report.published else None) == case["published"]


SAMPLE_PUBLISHERS = {
    "a1-planned-operation.txt": "Northwind Wire", "a2-wire-copy.txt": "Saltmarsh Herald", "a3-denial.txt": "Harbour Post", "a4-damaged.txt": None,
    "a5-called-off.txt": "Harbour Post", "a6-brief.txt": "Northwind Wire", "b1-airstrike-first-report.txt": "Meridian Dispatch", "b2-airstrike-denial.txt": "Meridian Dispatch",
    "b3-correction.txt": "Meridian Dispatch", "b4-airstrike-background.html": "Meridian Dispatch", "b5-witnesses.txt": "Meridian Dispatch",
    "c1-protest-arrests.txt": "Quayside News", "c2-protest-talks.txt": "Quayside News", "c3-agreement.txt": "Quayside News", "c4-undated-brief.txt": None,
    "c5-weekend-on-the-bay.txt": "Quayside News",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(SAMPLE_PUBLISHERS))
def test_publishers_of_the_samples(name: str) -> None:
    publisher = read_path(Path(__file__).resolve().parents[2] / "samples" / name).report.publisher
    assert (publisher.value if publisher else None) == SAMPLE_PUBLISHERS[name]


def test_an_ambiguous_date_is_told() -> None:
    received = read_text(f"Rebels Take Bridge\n03/04/2031\n\n{BODY}")
    assert [issue.code for issue in received.issues] == ["ambiguous_date"]
    assert received.issues[0].spans[0].quote == "03/04/2031"


def test_given_values_win_and_make_the_id() -> None:
    text = f"Rebels Take Bridge\nPublished: 3 March 2031\n\n{BODY}"
    bare = read_text(text).report
    given = read_text(text, published="2031-03-05", publisher="The Harbour Gazette", url="https://example.org/a", title="Bridge taken").report
    assert given.published is not None
    assert (given.published.value, given.published.from_) == ("2031-03-05", "given")
    assert given.publisher is not None
    assert (given.publisher.value, given.publisher.from_) == ("The Harbour Gazette", "given")
    assert given.title is not None
    assert (given.title.value, given.title.from_, given.title.spans) == ("Bridge taken", "given", ())
    assert given.text == text
    assert bare.text_id == given.text_id == digest_bytes(text.encode())
    assert bare.id == report_id(bare.text_id, None, None, None)
    assert given.id == report_id(bare.text_id, "https://example.org/a", "The Harbour Gazette", "2031-03-05")


def test_a_given_title_that_opens_the_text_has_its_span() -> None:
    report = read_text(f"Rebels Take Bridge\n\n{BODY}", title="Rebels Take Bridge").report
    assert report.title is not None
    assert report.title.from_ == "given"
    assert [span.quote for span in report.title.spans] == ["Rebels Take Bridge"]


def test_text_and_bytes_have_the_same_id() -> None:
    assert read_text(BODY).report.id == read_bytes("a.txt", BODY.encode()).report.id


@pytest.mark.parametrize(
    ("text", "value", "granularity"),
    [
        ("2031", "2031", "year"),
        ("2031-03", "2031-03", "month"),
        ("2031-03-03", "2031-03-03", "day"),
        ("20310303", "2031-03-03", "day"),
        ("2031-03-03T10:15:20.5Z", "2031-03-03T10:15Z", "minute"),
        ("2031-03-03 10:15 +0200", "2031-03-03T10:15+02:00", "minute"),
        ("3 March 2031", "2031-03-03", "day"),
        ("March 3rd, 2031", "2031-03-03", "day"),
        ("Mon, 03 Mar 2031 10:15:00 GMT", "2031-03-03T10:15Z", "minute"),
        ("Sept. 9, 2031 4:05 p.m. UTC", "2031-09-09T16:05Z", "minute"),
        ("25/12/2031", "2031-12-25", "day"),
        ("12/25/2031", "2031-12-25", "day"),
        ("04.04.2031", "2031-04-04", "day"),
    ],
)
def test_dates(text: str, value: str, granularity: str) -> None:
    found = parse_any(text)
    assert found is not None
    assert (found.value, found.granularity) == (value, granularity)


@pytest.mark.parametrize("text", ["", "soon", "31 February 2031", "2031-13-01", "03/04/2031", "March 3", "12 Jan 90", "May", "2031-03-03T25:00"])
def test_no_dates(text: str) -> None:
    assert parse_iso(text) is None
    assert find_written(text) is None


@pytest.mark.parametrize(
    ("text", "published", "title"),
    [
        ("(Nairobi, March 11, 2026) – The Dune Front attacked a camp near Lom on March 8, the league said today.", "2026-03-11", None),
        ("JOINT COMMUNIQUE\n\nLom, 12 March 2026\n\nThe ministers of Chad and Mali met in Lom and agreed to reopen the border at Sela.", "2026-03-12", "JOINT COMMUNIQUE"),
        ("Flash update on Kivara State\n\nAs of 12 March 2026\n\nAn air strike hit the main market in Tamba town and killed 17 people.", "2026-03-12", "Flash update on Kivara State"),
        ("Operational update as of 06:00, 12 March 2026\n\nOur defenders repelled nine attacks near Sela and Tamba over the past day.", "2026-03-12", None),
        ("FOR IMMEDIATE RELEASE\n12 March 2026\n\nLeague calls for release of teachers\n\nThe authorities should release 14 teachers who were arrested.", "2026-03-12", "League calls for release of teachers"),
        ("CORRECTION (March 10, 2026): It was two, not seven.\n\nTwo killed on bus in Lom\n\nBy Ada Lind | Published March 9, 2026 | Updated March 10, 2026\n\nGunmen opened fire on a passenger bus near Lom on Sunday night.", "2026-03-09", "Two killed on bus in Lom"),
        ("From: The Harbour Letter <news@harbour.example>\nSubject: A grenade in Lom and a march that is off\nDate: Wed, 11 Mar 2026 07:00 +0100\n\nA hand grenade exploded outside the office in Lom.", "2026-03-11", "A grenade in Lom and a march that is off"),
    ],
)
def test_heads_of_releases_updates_letters_and_corrected_reports(text: str, published: str, title: str | None) -> None:
    found = read_fields(text)
    assert found.published is not None
    assert found.published.value[:10] == published
    assert (found.title.value if found.title is not None else None) == title


@pytest.mark.parametrize("text", ["(DAS) -- THE AGENCY THAT ADVISES THE PRESIDENT SAYS THAT NINE WERE HELD.", "PRESENTER: Now to the north, where officials say that insurgents attacked a village."])
def test_letters_and_speakers_are_no_datelines(text: str) -> None:
    assert read_fields(text).dateline is None


def test_section_lines_letterheads_mastheads_and_marks_beside_a_day() -> None:
    """The day of a section line is the paper's; a state's letterhead says who issues it, and a masthead is no dateline."""
    report = read_text(f"THE SALTMARSH COURIER\nThursday, March 12, 2026 | COURTS\n\nTwo jailed over mill fire\n\nBy Ada Lind\n\n{BODY} {BODY}").report
    assert (report.published.value if report.published else None, report.title.value if report.title else None) == ("2026-03-12", "Two jailed over mill fire")
    report = read_text(f"MINISTRY OF FISHERIES OF THE REPUBLIC OF CHAD\n\nMinister opens talks on the lake\n\nLom, 12 March 2026\n\n{BODY} {BODY}").report
    assert (report.publisher.value if report.publisher else None) == "MINISTRY OF FISHERIES OF THE REPUBLIC OF CHAD"
    assert (report.title.value if report.title else None) == "Minister opens talks on the lake"
    report = read_text(f"LAKE WATCH – Civilian Protection Monitor\n\n{BODY} {BODY}").report
    assert report.dateline is None
    report = read_text(f"\U0001f5d3 4 March 2026\n\n{BODY} {BODY}").report
    assert (report.published.value if report.published else None) == "2026-03-04"


@pytest.mark.parametrize("line", ["STATE OF EMERGENCY DECLARED IN LOM", "MINISTRY OF DEFENCE DENIES RAID ON LOM", "GOVERNMENT OF CHAD RESIGNS", "OFFICE OF THE GOVERNOR STORMED BY REBELS", "3 March 2026 | Rebels attack"])
def test_a_headline_in_capitals_or_beside_a_day_is_no_letterhead(line: str) -> None:
    report = read_text(f"{line}\n\n{BODY} {BODY}").report
    assert (report.title.value if report.title else None, report.publisher) == (line, None)


@pytest.mark.parametrize("line", ["MINISTRY OF DEFENCE", "REPUBLIC OF CHAD - MINISTRY OF HEALTH", "MINISTRY OF FOREIGN AFFAIRS, CHAD", "FEDERAL MINISTRY OF WOMEN'S AFFAIRS", "THE GOVERNMENT OF THE REPUBLIC OF KENYA"])
def test_letterheads_name_who_issues_a_paper(line: str) -> None:
    report = read_text(f"{line}\n\nMinister opens talks on the lake\n\n{BODY} {BODY}").report
    assert (report.title.value if report.title else None, report.publisher.value if report.publisher else None) == ("Minister opens talks on the lake", line)
