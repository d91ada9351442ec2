"""A GeoNames dump of the user's own: an excerpt written by us in that format, whole, broken, partial, old, and built twice at once."""

from __future__ import annotations

import multiprocessing
import sqlite3
import stat
import sys
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord import _gazetteer_build as build
from onrecord.cli import app
from onrecord.errors import ConfigurationError, InputError
from onrecord.extract.places import PlaceStage
from onrecord.gazetteer import Dump, build_from_dump, dump_digest, open_gazetteer


def line(number: int, name: str, feature: str, lat: float, lon: float, *, country: str = "ML", admin1: str = "", admin2: str = "", people: int = 0, names: str = "") -> str:
    """One line of allCountries.txt: 19 columns."""
    cells = [number, name, name, names, lat, lon, feature[0], feature[1:], country, "", admin1, admin2, "", "", people, "", "", "Africa/Bamako", "2024-01-01"]
    return "\t".join(map(str, cells)) + "\n"


PLACES = (
    line(9001, "Republic of Mali", "APCLI", 17, -4, admin1="00", people=20_000_000),
    line(9002, "Sahelia", "AADM1", 16, -3, admin1="07", people=400_000),
    line(9003, "Cercle de Birana", "AADM2", 16.2, -3.1, admin1="07", admin2="071", people=40_000),
    line(9004, "Birana", "PPPLA2", 16.25, -3.05, admin1="07", admin2="071", people=12_000, names="Birana-Ville,Бирана,brn,Biranna"),
    line(9005, "Birana", "PPPL", 12.1, -8.2, admin1="02", people=300),
    line(9006, "Lac Doumbe", "HLK", 15.9, -3.3, admin1="07"),
    line(9007, "Camp Kestrel", "SINSM", 16.3, -3.0, admin1="07"),
)


def zipped(path: Path, member: str, text: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member, text)
    return path


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "dump"
    folder.mkdir()
    places = zipped(folder / "allCountries.zip", "allCountries.txt", "".join(PLACES))
    names = zipped(folder / "alternateNamesV2.zip", "alternateNamesV2.txt", "1\t9004\ten\tOldwell\t1\t\t\t\t\t\n2\t9004\tlink\thttps://example.org\t\t\t\t\t\t\n3\t77\ten\tNowhere\t\t\t\t\t\t\n")
    first, second = folder / "admin1CodesASCII.txt", folder / "admin2Codes.txt"
    first.write_text("ML.07\tSahelia Region\tSahelia Region\t9002\n", encoding="utf-8")
    second.write_text("ML.07.071\tBirana Cercle\tBirana Cercle\t9003\n", encoding="utf-8")
    return [second, names, places, first]


def test_a_dump_is_built_and_used_from_then_on(files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache"
    monkeypatch.setenv("ONRECORD_CACHE", str(cache))
    assert dump_digest() == ""
    before = repr(PlaceStage())
    said: list[str] = []
    path = build_from_dump(Dump.of(files), said.append)
    assert said[-1].endswith("GeoNames, CC BY 4.0")
    assert sorted(p.name for p in cache.iterdir()) == ["gazetteer.lock", "geonames.sqlite"]
    opened = open_gazetteer(said.append)
    assert opened.path == path
    assert opened.meta("licence") == "GeoNames, CC BY 4.0"
    town, hamlet = (entry for entry in opened.lookup("Birana") if entry.kind == "city")
    assert (town.geonameid, town.country, town.admin1, town.admin2) == (9004, "MLI", "Sahelia Region", "Birana Cercle")
    assert (hamlet.geonameid, hamlet.admin1) == (9005, None)
    assert [e.geonameid for e in opened.lookup("Oldwell")] == [9004]
    assert [e.geonameid for e in opened.lookup("Biranna")] == [9004]
    assert opened.lookup("brn") == opened.lookup("Nowhere") == opened.lookup("Бирана") == ()
    assert opened.lookup("Lac Doumbe")[0].kind == "lake"
    assert opened.lookup("Camp Kestrel")[0].kind == "base"
    assert [e.kind for e in opened.lookup("Gulf of Aden")] == ["sea"]  # our own tables stand beside the dump
    assert [(e.kind, e.country) for e in opened.lookup("Mali")] == [("country", "MLI")]
    assert repr(PlaceStage()) != before  # other places, other records: the pipeline's digest says so


def test_subdivisions_name_themselves_where_no_code_table_is_given(files: list[Path], tmp_path: Path) -> None:
    build_from_dump(Dump(files[2]), cache=tmp_path)
    town = next(e for e in open_gazetteer(cache=tmp_path).lookup("Birana") if e.geonameid == 9004)
    assert (town.admin1, town.admin2) == ("Sahelia", "Cercle de Birana")


def test_plain_text_and_any_order_of_files(files: list[Path], tmp_path: Path) -> None:
    plain = tmp_path / "ML.txt"
    plain.write_text("".join(PLACES), encoding="utf-8")
    dump = Dump.of([files[1], plain])
    assert (dump.places, dump.alternate_names, dump.admin1_codes) == (plain, files[1], None)
    with pytest.raises(InputError, match="two files of one kind"):
        Dump.of([plain, files[2]])
    with pytest.raises(InputError, match="dump of places is needed"):
        Dump.of([files[0]])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "holds no place"),
        ("a\tb\tc\n", "line 1 has 3 columns, expected 19"),
        (PLACES[0] + PLACES[1][:30], "line 2 has"),
        (PLACES[1].replace("\t16\t", "\tnorth\t"), "line 1 has no number"),
        (PLACES[3] + PLACES[3], "stands in it twice"),
    ],
)
def test_a_broken_dump_is_said_plainly_and_leaves_what_was_in_use(files: list[Path], tmp_path: Path, text: str, reason: str) -> None:
    cache = tmp_path / "cache"
    whole = build_from_dump(Dump.of(files), cache=cache).read_bytes()
    bad = tmp_path / "bad.txt"
    bad.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=reason):
        build_from_dump(Dump(bad), cache=cache)
    assert (cache / "geonames.sqlite").read_bytes() == whole
    assert not list(cache.glob("*.building"))


def test_a_partial_or_foreign_zip_is_said_plainly(files: list[Path], tmp_path: Path) -> None:
    data = files[2].read_bytes()
    partial = tmp_path / "allCountries.zip"
    partial.write_bytes(data[: len(data) // 2])
    with pytest.raises(InputError, match="broken or partial"):
        build_from_dump(Dump(partial), cache=tmp_path / "cache")
    damaged = bytearray(data)
    damaged[len(data) // 3] ^= 0xFF
    partial.write_bytes(bytes(damaged))
    with pytest.raises(InputError, match=r"broken or partial|UTF-8|columns"):
        build_from_dump(Dump(partial), cache=tmp_path / "cache")
    with pytest.raises(InputError, match="holds 0 tables"):
        build_from_dump(Dump(zipped(tmp_path / "x.zip", "picture.png", "x")), cache=tmp_path / "cache")
    with pytest.raises(InputError, match="cannot be read: No such file"):
        build_from_dump(Dump(tmp_path / "missing.zip"), cache=tmp_path / "cache")
    assert not (tmp_path / "cache" / "geonames.sqlite").exists()


def test_broken_side_tables_are_said_plainly(files: list[Path], tmp_path: Path) -> None:
    codes = tmp_path / "admin1CodesASCII.txt"
    codes.write_text("ML.07\tSahelia\n", encoding="utf-8")
    with pytest.raises(InputError, match="2 columns, expected 4"):
        build_from_dump(Dump(files[2], admin1_codes=codes), cache=tmp_path)
    names = tmp_path / "alternateNamesV2.txt"
    names.write_text("1\tx\n", encoding="utf-8")
    with pytest.raises(InputError, match="no alternate name"):
        build_from_dump(Dump(files[2], alternate_names=names), cache=tmp_path)


def test_an_old_or_broken_gazetteer_of_a_dump_is_not_used_and_not_deleted(files: list[Path], tmp_path: Path) -> None:
    path = build_from_dump(Dump.of(files), cache=tmp_path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meta SET value = 'before' WHERE key = 'tables'")
    connection.commit()
    with pytest.raises(ConfigurationError, match="another version of OnRecord"):
        open_gazetteer(cache=tmp_path)
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    with pytest.raises(ConfigurationError, match="onrecord gazetteer build"):
        open_gazetteer(cache=tmp_path)
    path.write_bytes(b"not a database" * 100)
    with pytest.raises(ConfigurationError, match="cannot be used"):
        open_gazetteer(cache=tmp_path)
    assert path.exists()


def test_what_a_killed_build_left_is_cleared_and_never_used(files: list[Path], tmp_path: Path) -> None:
    left = tmp_path / "geonamesabc.building"
    left.write_bytes(b"half")
    build_from_dump(Dump.of(files), cache=tmp_path)
    assert not left.exists()


def test_a_cache_that_cannot_be_written_is_said_plainly(files: list[Path], tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(ConfigurationError, match="ONRECORD_CACHE"):
        build_from_dump(Dump.of(files), cache=blocked / "cache")


def _build(folder: str, files: list[str]) -> None:
    build.build_from_dump(Dump.of([Path(f) for f in files]), cache=Path(folder))


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_two_builders_at_once_leave_one_whole_file(files: list[Path], tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    workers = [context.Process(target=_build, args=(str(tmp_path / "cache"), [str(f) for f in files])) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0]
    assert len(open_gazetteer(cache=tmp_path / "cache").lookup("Birana")) == 2


def test_the_command_builds_finds_and_tells(files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_CACHE", str(tmp_path / "cache"))
    runner = CliRunner()
    built = runner.invoke(app, ["gazetteer", "build", *map(str, files)])
    assert built.exit_code == 0, built.output
    assert built.stdout.strip().endswith("geonames.sqlite")
    found = runner.invoke(app, ["gazetteer", "find", "oldwell"])
    assert "Birana (city)" in found.stdout
    assert found.stdout.rstrip().endswith("Places: GeoNames, CC BY 4.0")
    assert '"licence": "GeoNames, CC BY 4.0"' in runner.invoke(app, ["gazetteer", "find", "--json", "Birana"]).stdout
    assert runner.invoke(app, ["gazetteer", "find", "Zzyzxopolis"]).exit_code == 1
    told = runner.invoke(app, ["gazetteer", "info"]).stdout
    assert "allCountries.zip" in told
    assert "GeoNames, CC BY 4.0" in told
    broken = tmp_path / "allCountries.txt"
    broken.write_text("a\tb\n", encoding="utf-8")
    refused = runner.invoke(app, ["gazetteer", "build", str(broken)])
    assert refused.exit_code == 1
    assert "expected 19" in refused.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of another kind")
def test_the_cache_is_the_users_alone(files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which places somebody looks for is theirs alone; a folder that was there keeps its permissions."""
    (tmp_path / "shared").mkdir(mode=0o755)
    cache = tmp_path / "shared" / "deep" / "cache"
    monkeypatch.setenv("ONRECORD_CACHE", str(cache))
    build_from_dump(Dump.of(files), lambda _line: None)
    assert [stat.S_IMODE(p.stat().st_mode) for p in (cache.parent.parent, cache.parent, cache)] == [0o755, 0o700, 0o700]
    assert {stat.S_IMODE(p.stat().st_mode) for p in cache.iterdir()} == {0o600}
