"""What linking makes of reports, as the commands show it: private persons, retractions, marks."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord import Coder
from onrecord.cli import app
from onrecord.link.marks import mark
from onrecord.run.linking import link, up_to_date
from onrecord.store import open_store
from store_helpers import Coded, add, plain

SPOKEN = "Nine dockers were held in Orlan on Monday, according to Tomas Brennick, a baker. The port was shut. No boat left it for the whole of the day, the ferries to the islands lay at the quay until the evening, and lorries stood before the gates."
# The same words, but here the parser is told who he is.
KNOWN = SPOKEN.replace("Tomas Brennick, a baker", "Interior Minister Tomas Brennick")


def coded(coder: Coder, text: str, publisher: str, day: int) -> Coded:
    made = plain(f"{publisher}-{day}.txt", text, publisher=publisher, published=f"2025-03-{day:02}")
    return replace(made, record=coder.code_received(made.received))


def linked(path: Path, reports: Iterable[Coded]) -> str:
    with open_store(path, create=True) as store:
        add(store, reports)
        link(store)
    return str(path)


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, list(arguments), prog_name="onrecord")
    assert done.exit_code == 0, done.stderr
    return done.stdout


def rows(*arguments: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(run(*arguments, "-f", "csv"))))


@pytest.mark.parametrize("other", [SPOKEN, KNOWN])
def test_an_origin_named_after_a_private_person_shows_no_name_beside_any_copy(other: str, ungated: Coder, tmp_path: Path) -> None:
    """Also beside a copy in which nothing shows that the person is private."""
    reports = [coded(ungated, SPOKEN, "Delta Herald", 5), coded(ungated, other, "Lakes Times", 6)]
    path = linked(tmp_path / "r.db", reports)
    first, second = rows("reports", "--record", path)
    assert (first["origin"], first["story_reports"], first["story_origins"]) == ("a private person (speaker)", "2", "1")
    assert [first[c] for c in ("origins", "origin", "origin_why")] == [second[c] for c in ("origins", "origin", "origin_why")]
    whys = rows("reports", "--record", path, "--origins")
    assert len({(row["origin"], row["rule"], row["grounds"], row["origin_id"]) for row in whys}) == len(whys) / 2 >= 2
    with open_store(path) as store, store.view() as view:
        (origin,) = view.origins()
    assert origin.name == "unknown:Tomas Brennick"
    assert "brennick" not in origin.id.lower()
    for form in ("csv", "json", "table"):
        shown = run("reports", "--record", path, "-f", form) + run("reports", "--record", path, "--origins", "-f", form)
        assert "brennick" not in shown.lower()
    assert "Tomas Brennick (speaker)" in run("reports", "--record", path, "--names", "-f", "csv")


def test_copies_of_one_text_are_masked_alike(ungated: Coder, tmp_path: Path) -> None:
    """Whoever is private in one of them is so in all, under one number, whatever else is told there; a report that is no copy keeps its own mask."""
    tail = " Guards beat Joel Marr, a docker, at the gates."
    reports = [coded(ungated, text + tail, paper, 5) for text, paper in ((SPOKEN, "Delta Herald"), (KNOWN, "Lakes Times"))]
    alone = coded(ungated, "Interior Minister Tomas Brennick said that guards had beaten a docker.", "Orlan Post", 6)
    assert [any(e.private and "Brennick" in e.name for e in one.record.entities) for one in (*reports, alone)] == [True, False, False]
    path = linked(tmp_path / "r.db", [*reports, alone])
    with open_store(path) as store, store.view() as view:
        ids = tuple(sorted(one.id for one in reports))
        assert [view.copies(one.id) for one in (*reports, alone)] == [ids, ids, ()]
    for form in ("csv", "json"):
        shown = json.loads(run("events", "--record", path, "-f", "json")) if form == "json" else rows("events", "--record", path)
        for one in reports:
            mine = str([row for row in shown if row["report"] == one.id]).lower()
            assert "brennick" not in mine
            assert "marr" not in mine
            assert "guards beat a private person (p" in mine
        told = [{row["sentence"] for row in shown if row["report"] == one.id and "Guards beat" in str(row["sentence"])} for one in reports]
        assert told[0] == told[1] != set()
    found = json.loads(run("search", "--record", path, "guards", "docker", "-f", "json"))
    assert {("Brennick" in row["snippet"], row["report"] == alone.id) for row in found} == {(True, True), (False, False)}


def test_a_private_person_has_another_handle_in_each_story(ungated: Coder, tmp_path: Path) -> None:
    other = "Two mills burned in Velm on Sunday, according to Tomas Brennick, a baker. The bridge was shut. Nobody crossed the river before Tuesday, when the water fell."
    path = linked(tmp_path / "r.db", [coded(ungated, SPOKEN, "Delta Herald", 5), coded(ungated, other, "Lakes Times", 20)])
    ids = {row["origins"].split("#")[0] for row in rows("reports", "--record", path)}
    assert len(ids) == 2
    assert all(one.startswith("unknown:private person ") for one in ids)


def test_a_record_linked_by_other_rules_is_not_up_to_date_to_any_command(ungated: Coder, tmp_path: Path) -> None:
    path = linked(tmp_path / "r.db", [coded(ungated, SPOKEN, "Delta Herald", 5)])
    said = "not up to date: `onrecord add` without paths works it out"
    for noted in (mark(), "links-3"):
        with open_store(path) as store:
            with store.writer() as writer:
                writer.mark_linked(noted)
            assert up_to_date(store) == (noted == mark())
        for command in ("reports", "events"):
            done = CliRunner().invoke(app, [command, "--record", path], prog_name="onrecord")
            assert (said in done.stderr) == (noted != mark()), command
    with open_store(path) as store:
        assert link(store) is not None
        assert link(store) is None
    assert json.loads(run("reports", "--record", path, "-f", "json"))[0]["story_origins"] == 1


NEWS = "Guards arrested nine dockers in Orlan on Monday. Rebels shelled the mill on Sunday, the mayor said."


@pytest.mark.parametrize("text", [f"This article has been withdrawn because its source invented it.\n\n{NEWS}", f"{NEWS}\n\nThis story has been retracted."])
def test_a_report_that_retracts_itself_is_listed_as_retracted(text: str, ungated: Coder, tmp_path: Path) -> None:
    one = coded(ungated, text, "Delta Herald", 5)
    path = linked(tmp_path / "r.db", [one])
    (row,) = rows("reports", "--record", path)
    assert (row["withdrawn"], row["withdrawn_by"], row["origin_why"]) == ("all", one.id, "none: retracted")
    assert row["events"] == row["events_withdrawn"] == str(len(one.record.events)) != "0"
    assert "RETRACTED" in run("reports", "--record", path)
    events = rows("events", "--record", path, "--with-withdrawn")
    assert {(e["withdrawn"], e["withdrawn_by"], e["origin_why"]) for e in events} == {("all", one.id, "none: retracted")}
    assert all(e["withdrawn_why"].startswith("retracts: This ") for e in events)
    assert rows("events", "--record", path) == []


@pytest.mark.parametrize("text", ["This article has been withdrawn because its source invented it.", "The Lakes Times has retracted its report headlined “Ferry sunk off Orlan by rebels”."])
def test_a_mere_notice_of_retraction_is_listed_as_one(text: str, ungated: Coder, tmp_path: Path) -> None:
    path = linked(tmp_path / "r.db", [coded(ungated, text, "Delta Herald", 5)])
    (row,) = rows("reports", "--record", path)
    assert (row["withdrawn"], row["origin_why"]) == ("", "none: a notice of retraction")


def test_a_retracting_report_without_events_is_retracted_all_the_same(ungated: Coder, tmp_path: Path) -> None:
    one = coded(ungated, "The sea was calm and grey all week long.\n\nThis story has been retracted.", "Delta Herald", 5)
    assert one.record.events == ()
    (row,) = rows("reports", "--record", linked(tmp_path / "r.db", [one]))
    assert (row["withdrawn"], row["origin_why"]) == ("all", "none: retracted")


def test_a_page_that_was_fetched_again_is_the_same_text(ungated: Coder, tmp_path: Path) -> None:
    """What differs between two fetches of a page is no part of its report."""

    def fetched(number: int, text: str) -> Coded:
        page = f"<html><head><title>Dockers held</title><link rel='canonical' href='https://herald.example/dockers'><meta name='x' content='{number}'></head><body><article><p>{text}</p></article></body></html>"
        made = plain(f"{number}.html", page, publisher="Delta Herald")
        return replace(made, record=ungated.code_received(made.received))

    changed = SPOKEN + " Two of them were let go at night."
    path = linked(tmp_path / "r.db", [fetched(1, SPOKEN), fetched(2, SPOKEN), fetched(3, changed)])
    found = rows("reports", "--record", path)
    assert [row["same_text"] for row in found] == ["False", "True", "False"]
    assert [row["version_of"] for row in found] == ["", "", found[0]["report"]]
