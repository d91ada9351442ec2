"""Users' own lists of actors: what is read, what is refused and why, how lists are kept, and that they win over ours in a record."""

from __future__ import annotations

import csv
import json
import multiprocessing
import os
import stat
import sys
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

import onrecord
from onrecord import actorlists
from onrecord._actor_list_csv import country_codes, parse_list, sector_codes
from onrecord._listed import Listing
from onrecord.cli import app
from onrecord.errors import ConfigurationError, InputError
from onrecord.export.dossier import page
from onrecord.model.actor import Entity
from onrecord.model.codec import check, record_from_json, to_json
from onrecord.model.record import Record

HEADER = "name,aliases,kind,country,sector,office,from,to,id,note\n"
OURS = (
    HEADER
    + "Red Heron Militia,RHM;Red Herons;Red Heron,armed_group,KEN,REB,,,,rh1,\n"
    + "Amadou Kestrel,Old Fox,person,MLI,GOV,interior minister,2024-02,2025-06-30,,\n"
    + "Amadou Kestrel,,person,MLI,LEG,speaker of parliament,2025-09-01,,,\n"
    + 'Board of Weights,,institution,UGA;KEN,GOV,,,,,"two states, one board"\n'
    + "Lena Tern,,person,NOR,,,,,,\n"
    + "Hezbollah,,organisation,NZL,AGR,,,,,a farmers' club\n"
)
SANCTIONS = (
    '"id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones","emails","program_ids","dataset","first_seen","last_seen","last_change"\n'
    '"NK-1","Organization","Dune Kestrel Movement","DKM;Dune;""Dune; Kestrel"" Group","","ml","","","Reason - 2020-01-01","","","","Demo","2024-01-01","2025-01-01",""\n'
    '"NK-2","Vessel","Blue Tern","","","","","","","","","","Demo","2024-01-01","2025-01-01",""\n'
    '"Q3","Person","Odo Marlin","Ali;Odo B. Marlin","1960","ru","","","","","","","Demo","2024-01-01","2025-01-01",""\n'
    '"Q4","Company","Oldwell Lime Works","","","de;fr","","","","","","","Demo","2024-01-01","2025-01-01",""\n'
    '"Q5","Person","Vladimir Putin","","","ru","","","","","","","Demo","2024-01-01","2025-01-01",""\n'
)


def made(text: str, name: str = "desk") -> actorlists.ActorList:
    return parse_list(text.encode(), f"{name}.csv", f"{name}.csv", name)


@pytest.fixture(scope="module")
def listed() -> onrecord.Coder:
    return onrecord.Coder(gate=False, actor_lists=[made(SANCTIONS, "sanctions"), made(OURS)])


def entity(record: Record, name: str) -> Entity:
    return next(e for e in record.entities if name in e.name)


# Reading ------------------------------------------------------------------------------------------------------------------


def test_a_plain_list_is_read() -> None:
    rows = made("﻿" + OURS).rows
    assert (rows[0].name, rows[0].aliases, rows[0].kind, rows[0].countries, rows[0].sectors) == ("Red Heron Militia", ("RHM", "Red Herons", "Red Heron"), "armed_group", ("KEN",), ("REB",))
    assert (rows[1].office, rows[1].since, rows[1].until) == ("interior minister", "2024-02", "2025-06-30")
    assert rows[0].external_id == "desk:rh1"
    assert rows[3].countries == ("UGA", "KEN")
    assert made("NAME\nRed Heron\n").rows[0].kind == "unknown"


def test_an_opensanctions_list_is_read_with_care() -> None:
    read = made(SANCTIONS, "sanctions")
    movement, marlin, company, _ = read.rows
    assert read.form == "opensanctions"
    assert movement.aliases == ("DKM", "Dune; Kestrel Group")
    assert (movement.kind, movement.countries, movement.sectors, movement.external_id) == ("organisation", ("MLI",), (), "opensanctions:NK-1")
    assert marlin.aliases == ("Odo B. Marlin",)
    assert (company.countries, company.sectors) == ((), ("BUS",))
    assert all(row.since is None for row in read.rows), "when a row was seen in a data set says nothing of an office"
    assert [i.severity for i in read.issues] == ["info"]


def test_topics_tell_a_sector_only_where_they_agree() -> None:
    text = "id,schema,name,countries,topics\n1,Person,Ada Marsh,ke,role.judge\n2,Person,Bo Marsh,ke,role.pep;sanction\n3,Person,Cy Marsh,ke,role.judge;mil\n4,PublicBody,Dry Lake Treaty Office,ke;ug,gov.igo\n5,Organization,E Marsh Party,ke,crime.terror\n"
    rows = made(text).rows
    assert [(r.sectors, r.countries, r.public) for r in rows] == [
        (("JUD",), ("KEN",), True), ((), ("KEN",), True), ((), ("KEN",), True), ((), ("IGO",), False), ((), ("KEN",), False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Red Heron,,armed_group,Kenya,,,,,,", "unknown country 'Kenya'"),
        ("Red Heron,,armed_group,KEN,FARM,,,,,", "unknown sector 'FARM'"),
        ("Red Heron,,bird,KEN,,,,,,", "unknown kind 'bird'"),
        ("Red Heron,,,KEN,GOV,chief,2024-02-30,,,", "from '2024-02-30' is no date"),
        ("Red Heron,,,KEN,GOV,chief,05/06/2024,,,", "from '05/06/2024' is no date"),
        ("Red Heron,,,KEN,GOV,chief,2024-05-02,2024-05-01,,", "it begins (2024-05-02) after it ends (2024-05-01)"),
        (",,person,KEN,,,,,,", "the name is empty"),
        ("--,,person,KEN,,,,,,", "has no letter or digit"),
        ("Red\x07Heron,,person,KEN,,,,,,", "holds control characters"),
        (f"{'x' * 201},,person,KEN,,,,,,", "longer than 200"),
        ("Red Heron, of the marsh,,person,KEN,,,,,,,,", "13 cells, the header has 10"),
        ("Good One,,person,KEN,,,,,,", "it repeats line 2"),
        ("Good One,,person,UGA,,,,,,", "it contradicts line 2"),
    ],
)  # fmt: skip
def test_a_row_with_a_fault_is_named_and_the_others_go_on(row: str, reason: str) -> None:
    read = made(HEADER + "Good One,,person,KEN,,,,,,\n" + row + "\nLast One,,person,KEN,,,,,,\n")
    assert [r.name for r in read.rows] == ["Good One", "Last One"]
    (issue,) = read.issues
    assert issue.message.startswith("desk.csv line 3: ")
    assert reason in issue.message


def test_a_cell_over_several_lines_counts_them() -> None:
    read = made(HEADER + '"Good\nOne",,person,KEN,,,,,,\nBad One,,person,XXX,,,,,,\n')
    assert read.rows[0].name == "Good One"
    assert "line 4" in read.issues[0].message


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no header row"),
        (b"name,hat\nx,y\n", "unknown column 'hat'"),
        (b"kind,country\nperson,KEN\n", "lacks the column 'name'"),
        (b"name,name\nx,y\n", "twice"),
        (b"name\nGood\nR\xe9d\n", "line 3 is no UTF-8"),
        ("name\nGood\n".encode("utf-16"), "no UTF-8"),
        (b'name\n"Good"x\n', "line 2 is no CSV"),
        (b"name\n", "no row that can be used"),
        (b"name,country\nGood,XXX\n", "the first fault: desk.csv line 2: unknown country"),
    ],
)
def test_a_file_that_is_no_list_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match="desk") as caught:
        parse_list(data, "desk.csv", "desk.csv", "desk")
    assert reason in caught.value.reason


def test_a_huge_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord._actor_list_csv.MAX_LIST_BYTES", 20)
    path = tmp_path / "desk.csv"
    path.write_text(OURS, encoding="utf-8")
    with pytest.raises(InputError, match="larger than"):
        actorlists.read_list(path)
    monkeypatch.setattr("onrecord._actor_list_csv.MAX_LIST_ROWS", 2)
    with pytest.raises(InputError, match="more than 2 rows"):
        made(OURS)


def test_codes_are_those_of_the_tables() -> None:
    assert {"KEN", "KOS", "UNO", "IGO"} <= country_codes()
    assert {"GOV", "REB", "ELI"} <= sector_codes()


# Dates --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "standing"),
    [("2023-12-31", "unknown"), ("2024-02-15", "unknown"), ("2024-02-29", "unknown"), ("2024-03-01", "holding"), ("2025-06-30", "holding"), ("2025-07-01", "former")],
)
def test_a_row_holds_from_its_first_sure_day_to_its_last(day: str, standing: str) -> None:
    assert made(OURS).rows[1].standing(date.fromisoformat(day)) == standing


def test_an_office_without_dates_is_sure_on_no_day() -> None:
    row = made(HEADER + "Bo Marsh,,person,KEN,GOV,mayor,,,,\n").rows[0]
    assert not row.holds_office(date(2025, 1, 1))
    assert row.sectors_on(date(2025, 1, 1)) == ("GOV",)


# Names --------------------------------------------------------------------------------------------------------------------


def test_the_last_list_wins_and_a_main_name_goes_before_an_alias() -> None:
    first, last = made("name,country\nRed Heron,KEN\n", "first"), made("name,aliases,country\nGrey Heron,Red Heron,UGA\nBlue Heron,Grey Heron,MLI\n", "last")
    assert [(n, r.name) for n, r in Listing((first, last)).lookup("red heron")] == [("last", "Grey Heron")]
    assert [(n, r.name) for n, r in Listing((last, first)).lookup("red heron")] == [("first", "Red Heron")]
    assert [r.name for _, r in Listing((last,)).lookup("Grey Heron")] == ["Grey Heron"]


def test_short_capitals_match_capitals_only() -> None:
    listing = Listing((made(OURS),))
    assert listing.lookup("RHM")
    assert not listing.lookup("Rhm")


# Records ------------------------------------------------------------------------------------------------------------------


def test_a_listed_group_is_one_actor_under_all_its_names(listed: onrecord.Coder) -> None:
    record = listed.code("The Red Heron Militia said it would fight on. RHM leader Abdi Noor spoke in Garissa. Red Heron fighters left.", published="2025-03-04")
    group = entity(record, "Red Heron Militia")
    assert (group.kind, group.countries, group.sectors, group.external_ids) == ("armed_group", ("KEN",), ("REB",), ("desk:rh1",))
    assert {"RHM", "Red Heron fighters"} <= {m.spans[0].quote for m in group.mentions}
    assert group.derivation["sectors"].rule == "list:desk:2"


@pytest.mark.parametrize(
    ("text", "day", "sectors", "offices"),
    [
        ("Amadou Kestrel met reporters on Monday.", "2025-03-04", ("GOV",), [("interior minister", False)]),
        ("Old Fox met reporters on Monday.", "2025-03-04", ("GOV",), [("interior minister", False)]),
        ("Amadou Kestrel met reporters on Monday.", "2025-08-05", ("ELI",), []),
        ("Amadou Kestrel met reporters on Monday.", "2026-03-03", ("LEG",), [("speaker of parliament", False)]),
        ("Amadou Kestrel met reporters on Monday.", "2014-03-04", (), []),
        ("Amadou Kestrel met reporters on Monday.", None, (), []),
        ("Former minister Amadou Kestrel met reporters on Monday.", "2025-03-04", ("ELI",), [("former minister", True)]),
    ],
)  # fmt: skip
def test_an_office_is_asserted_within_its_dates_only(listed: onrecord.Coder, text: str, day: str | None, sectors: tuple[str, ...], offices: list[tuple[str, bool]]) -> None:
    person = listed.code(text, published=day).entities[0]
    assert person.countries == ("MLI",)
    assert person.sectors == sectors
    assert [(o.title.casefold(), o.former) for o in person.offices] == offices
    assert not person.private


def test_a_list_wins_over_our_tables(listed: onrecord.Coder, ungated: onrecord.Coder) -> None:
    text = "Hezbollah said on Monday that the harvest was good."
    ours, theirs = entity(ungated.code(text), "Hezbollah"), entity(listed.code(text), "Hezbollah")
    assert ours.countries == ("LBN",)
    assert (theirs.countries, theirs.sectors, theirs.kind) == (("NZL",), ("AGR",), "organisation")


def test_what_a_list_leaves_open_is_filled_from_our_tables_where_they_agree(listed: onrecord.Coder) -> None:
    person = entity(listed.code("Vladimir Putin met reporters on Monday.", published="2019-03-05"), "Putin")
    assert (person.countries, person.sectors, person.external_ids) == (("RUS",), ("GOV",), ("opensanctions:Q5",))
    assert [o.source for o in person.offices] == ["factbook"]


def test_being_listed_makes_nobody_public(listed: onrecord.Coder) -> None:
    assert entity(listed.code("Lena Tern met reporters on Monday."), "Lena Tern").private


@pytest.mark.parametrize("text", ["Ahmed Odo Marlin-Smith met reporters.", "The Red Heronry burned.", "A red heron militia was seen.", "Old foxes met reporters."])
def test_a_piece_of_another_word_or_name_is_not_meant(listed: onrecord.Coder, text: str) -> None:
    assert not [e.name for e in listed.code(text).entities for d in e.derivation.values() if d.rule.startswith("list:")]


def test_the_record_says_by_which_lists_it_was_coded(listed: onrecord.Coder, ungated: onrecord.Coder) -> None:
    record = listed.code("The Red Heron Militia attacked a post in Garissa on Monday.", published="2025-03-04")
    assert [(one.name, one.source, one.actors) for one in record.coder.actor_lists] == [("sanctions", "sanctions.csv", 4), ("desk", "desk.csv", 6)]
    assert listed.digest != ungated.digest
    assert onrecord.Coder(gate=False, actor_lists=[made(OURS), made(SANCTIONS, "sanctions")]).digest != listed.digest
    assert onrecord.Coder(gate=False, actor_lists=[]).digest == ungated.digest
    assert onrecord.rows(record)[0]["actor_lists"] == "sanctions; desk"
    assert ("Actors", "by the reader's own lists too: sanctions, desk") in page(record).header
    check(record)
    assert record_from_json(to_json(record)) == record


# Keeping ------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ONRECORD_CONFIG", str(tmp_path / "config" / "onrecord"))
    path = tmp_path / "desk.csv"
    path.write_text(OURS, encoding="utf-8")
    return path


def test_a_list_is_kept_for_the_user_alone_and_used(desk: Path, tmp_path: Path) -> None:
    added = actorlists.add(desk)
    assert actorlists.stored() == (added,)
    folder = tmp_path / "config" / "onrecord" / "actors"
    if sys.platform != "win32":
        assert {stat.S_IMODE(path.stat().st_mode) for path in (folder, folder.parent, folder.parent.parent)} == {0o700}
        assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert [one.name for one in onrecord.Coder().actor_lists or ()] == ["desk"]
    with pytest.raises(InputError, match="already"):
        actorlists.add(desk)
    assert actorlists.add(desk, replace=True) == added
    assert actorlists.remove("desk")
    assert not actorlists.remove("desk")
    assert actorlists.stored() == ()


def test_the_order_of_lists_is_that_of_adding(desk: Path) -> None:
    for name in ("b", "a", "c"):
        actorlists.add(desk, name)
    actorlists.add(desk, "b", replace=True)
    assert [one.name for one in actorlists.stored()] == ["a", "c", "b"]


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "other"])
def test_a_damaged_list_ends_coding_with_a_clear_error(desk: Path, tmp_path: Path, damage: str) -> None:
    actorlists.add(desk)
    path = tmp_path / "config" / "onrecord" / "actors" / "desk.json"
    whole = path.read_text(encoding="utf-8")
    broken = {"cut": whole[: len(whole) // 2], "changed": whole.replace("KEN", "UGA"), "empty": "", "other": json.dumps({**json.loads(whole), "form": "onrecord-actors/9"})}
    path.write_text(broken[damage], encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"desk.json cannot be used.*actors remove desk"):
        onrecord.Coder()
    assert onrecord.Coder(actor_lists=[]).actor_lists == ()
    actorlists.add(desk, replace=True)
    assert len(actorlists.stored()) == 1


def _add(folder: str, path: str, name: str) -> None:
    os.environ["ONRECORD_CONFIG"] = folder
    actorlists.add(Path(path), name)


def test_lists_added_at_once_are_all_kept(desk: Path) -> None:
    folder = os.environ["ONRECORD_CONFIG"]
    context = multiprocessing.get_context("spawn")
    running = [context.Process(target=_add, args=(folder, str(desk), f"list{k}")) for k in range(4)]
    for process in running:
        process.start()
    for process in running:
        process.join(60)
    assert [p.exitcode for p in running] == [0] * 4
    assert {one.name for one in actorlists.stored()} == {f"list{k}" for k in range(4)}
    orders = [json.loads(p.read_text(encoding="utf-8"))["order"] for p in (Path(folder) / "actors").glob("*.json")]
    assert sorted(orders) == [1, 2, 3, 4]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_said(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir(mode=0o500)
    with pytest.raises(ConfigurationError, match="ONRECORD_CONFIG"):
        actorlists.add(desk)


def test_a_file_in_the_way_of_the_folder_is_said(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="cannot be kept"):
        actorlists.add(desk)


@pytest.mark.parametrize("name", ["../desk", "", "a/b", ".hidden", "x" * 65])
def test_a_name_that_leaves_the_folder_is_refused(desk: Path, name: str) -> None:
    with pytest.raises(InputError):
        actorlists.remove(name)
    if name:
        with pytest.raises(InputError):
            actorlists.add(desk, name)


# The command --------------------------------------------------------------------------------------------------------------


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["actors", *arguments])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def test_the_command_adds_lists_finds_and_removes(desk: Path) -> None:
    assert run("add", str(desk)) == (0, "desk: 6 actors\n", "")
    code, _, said = run("add", str(desk))
    assert (code, "--replace" in said) == (2, True)
    assert run("list")[1].startswith("desk  6 actors  onrecord  from desk.csv")
    assert json.loads(run("list", "--json")[1])[0]["actors"] == 6
    code, out, _ = run("find", "RHM")
    assert (code, out) == (0, "Red Heron Militia (armed_group)  KEN  REB  always  list:desk:2  list desk (desk.csv, line 2)\n")
    found = json.loads(run("find", "amadou kestrel", "--on", "2025-03-04", "--json")[1])["readings"]
    assert [(r["office"], r["standing"], r["sectors"]) for r in found] == [("interior minister", "holding", ["GOV"]), ("speaker of parliament", "unknown", [])]
    first, second = run("find", "Hezbollah")[1].splitlines()
    assert first.startswith("Hezbollah (organisation)  NZL")
    assert "organisation:Hezbollah" in second
    assert run("find", "Zzyzx Heron")[0] == 1
    assert run("find", "Hezbollah", "--on", "Monday")[0] == 2
    assert run("remove", "desk")[0] == 0
    assert run("remove", "desk")[0] == 1


def test_the_command_names_rows_left_out(desk: Path, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(HEADER + "Good One,,person,KEN,,,,,,\nBad One,,person,XXX,,,,,,\n", encoding="utf-8")
    code, out, said = run("add", str(path))
    assert (code, out) == (1, "bad: 1 actors (1 rows left out)\n")
    assert "bad.csv line 3: unknown country 'XXX'" in said
    assert run("add", str(tmp_path / "missing.csv"))[0] == 1


def test_a_list_of_tens_of_thousands_is_read_in_seconds(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["name", "aliases", "kind", "country"])
        writer.writerows([f"Marsh Heron {k}", f"Heron {k};Tern {k}", "organisation", "KEN"] for k in range(20_000))
    listing = Listing((actorlists.read_list(path),))
    assert [r.line for _, r in listing.lookup("Tern 19999")] == [20_001]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('The army captured Lena Tern, alias "El Garza," on Monday. El Garza denied it.', {"Lena Tern", "El Garza"}),
        ("The army captured Omar Reed, also known as Lena Tern, on Monday.", {"Omar Reed", "Lena Tern"}),
        ("The army captured Lena Tern on New Year's Eve.", {"Lena Tern"}),
    ],
)
def test_a_listed_name_and_another_that_the_text_ties_to_it_are_one(listed: onrecord.Coder, text: str, names: set[str]) -> None:
    found = [e for e in listed.code(text).entities if any(m.spans[0].quote in names for m in e.mentions)]
    assert [(e.kind, e.countries) for e in found] == [("person", ("NOR",))]
    assert {m.spans[0].quote for m in found[0].mentions} >= names
    assert (found[0].derivation["countries"].rule or "").startswith("list:desk:")


def test_a_listed_name_keeps_the_words_of_a_feast_but_is_no_photo_credit() -> None:
    own = onrecord.Coder(gate=False, actor_lists=[made("name,kind,country\nNew Year Movement,organisation,MLI\nReuters,organisation,NZL\n")])
    assert entity(own.code("The New Year Movement denounced the vote."), "New Year").countries == ("MLI",)
    assert not [e for e in own.code("Soldiers patrol Oldwell (Jane Doe/Reuters).").entities if e.name == "Reuters"]
