"""The gazetteer as users get it: really built, in a cache of its own, from the installed packages."""

from __future__ import annotations

import json
import multiprocessing
import os
import sqlite3
import sys
import time
from pathlib import Path

import pytest

from onrecord import _gazetteer_build as build
from onrecord._tables import read_table, values
from onrecord._text_key import key_variants, name_key
from onrecord.errors import ConfigurationError, ResourceError
from onrecord.gazetteer import Gazetteer, countries, is_risky_name, km_between, not_places, open_gazetteer, typed_heads

SECONDS_TO_BUILD = 60


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def gazetteer(cache: Path) -> Gazetteer:
    lines: list[str] = []
    started = time.process_time()  # of this process: the tests share the machine
    opened = open_gazetteer(lines.append, cache)
    assert time.process_time() - started < SECONDS_TO_BUILD
    assert "building" in lines[0]
    assert lines[-1].startswith("gazetteer: done")
    return opened


def test_build_leaves_one_whole_file_and_is_not_repeated(gazetteer: Gazetteer, cache: Path) -> None:
    lines: list[str] = []
    again = open_gazetteer(lines.append, cache)
    assert lines == []
    assert again.path == gazetteer.path
    assert sorted(p.suffix for p in cache.iterdir()) == [".lock", ".sqlite"]


def test_holds_the_whole_world(gazetteer: Gazetteer) -> None:
    counts = gazetteer.counts()
    assert counts["city"] > 200_000
    assert counts["admin1"] > 3_000
    assert counts["admin2"] > 40_000
    assert counts["country"] == len(countries())
    assert counts["continent"] == 7
    assert counts["names"] > 500_000


@pytest.mark.parametrize(
    ("name", "kind", "country", "lat", "lon", "km"),
    [
        ("Bamako", "city", "MLI", 12.65, -8.0, 15),
        ("bogota", "city", "COL", 4.65, -74.1, 20),
        ("Kiev", "city", "UKR", 50.45, 30.52, 15),
        ("Hodeidah", "city", "YEM", 14.8, 42.95, 15),
        ("Deir al-Zor", "city", "SYR", 35.34, 40.14, 15),
        ("St. Petersburg", "city", "RUS", 59.94, 30.31, 15),
        ("Sinaloa", "admin1", "MEX", 25.0, -107.5, 120),
        ("Aleppo province", "admin1", "SYR", 36.2, 37.6, 80),
        ("Rakhine State", "admin1", "MMR", 19.8, 93.8, 120),
        ("Calif.", "admin1", "USA", 37.0, -119.5, 200),
        ("Harris County", "admin2", "USA", 29.8, -95.4, 40),
        ("DRC", "country", "COD", -2.5, 24.0, 600),
        ("Gulf of Aden", "sea", None, 12.5, 47.0, 300),
        ("Gaza Strip", "region", "PSE", 31.4, 34.4, 20),
        ("Europe", "continent", None, 48.7, 9.1, 1500),
    ],
)
def test_lookup_finds_the_place_news_means(
    gazetteer: Gazetteer, name: str, kind: str, country: str | None, lat: float, lon: float, km: float
) -> None:
    found = [entry for entry in gazetteer.lookup(name) if entry.kind == kind and entry.country == country]
    assert found, gazetteer.lookup(name)[:5]
    first = found[0]
    assert first.lat is not None
    assert first.lon is not None
    assert km_between(first.lat, first.lon, lat, lon) <= km


def test_candidates_come_biggest_first_and_keep_their_admin_areas(gazetteer: Gazetteer) -> None:
    cities = [entry for entry in gazetteer.lookup("Springfield") if entry.kind == "city"]
    assert len(cities) > 10
    assert [c.population for c in cities] == sorted((c.population for c in cities), reverse=True)
    assert {"Missouri", "Illinois", "Massachusetts"} <= {c.admin1 for c in cities}
    assert any(c.admin2 == "Greene County" for c in cities)


def test_both_readings_of_an_ambiguous_name_are_there(gazetteer: Gazetteer) -> None:
    kinds = {(entry.kind, entry.country) for entry in gazetteer.lookup("Georgia")}
    assert {("country", "GEO"), ("admin1", "USA")} <= kinds


def test_unknown_and_empty_names_find_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Zzyzxopolis") == ()
    assert gazetteer.lookup("") == ()
    assert gazetteer.lookup("'-.") == ()
    assert gazetteer.lookup("'; DROP TABLE places; --") == ()


def test_main_names_are_told_from_other_names(gazetteer: Gazetteer) -> None:
    kyiv = {entry.geonameid: entry for name in ("Kyiv",) for entry in gazetteer.lookup(name) if entry.kind == "city"}
    kiev = {entry.geonameid: entry for entry in gazetteer.lookup("Kiev") if entry.kind == "city"}
    (number,) = kyiv.keys() & kiev.keys()
    assert number is not None
    assert kyiv[number].preferred
    assert not kiev[number].preferred


def test_names_of_other_scripts_and_airport_codes_are_left_out(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Бамако") == ()
    assert not [entry for entry in gazetteer.lookup("BKO") if entry.country == "MLI"]


def test_provinces_of_our_table_do_not_double_those_of_geonames(gazetteer: Gazetteer) -> None:
    for row in read_table("gazetteer/regions.tsv", ("name", "aliases", "kind", "feature", "countries", "bbox", "note")):
        if row["kind"] == "admin1":
            found = [entry for entry in gazetteer.lookup(row["name"]) if entry.kind == "admin1" and entry.country == row["countries"]]
            assert len(found) == 1, row["name"]


def test_every_region_is_found_by_each_of_its_names_inside_its_box(gazetteer: Gazetteer) -> None:
    rows = list(read_table("gazetteer/regions.tsv", ("name", "aliases", "kind", "feature", "countries", "bbox", "note")))
    assert len(rows) >= 150
    for row in rows:
        for name in (row["name"], *values(row["aliases"])):
            hits = [entry for entry in gazetteer.lookup(name) if entry.kind == row["kind"]]
            assert hits, name
        west, south, east, north = (float(part) for part in row["bbox"].split(","))
        assert -180 <= west <= 180
        assert -180 <= east <= 180
        assert -90 <= south < north <= 90
        assert set(values(row["countries"])) <= set(countries()), row["name"]


def test_every_alias_of_ours_lands_on_its_place(gazetteer: Gazetteer) -> None:
    for row in read_table("gazetteer/aliases.tsv", ("kind", "country", "name", "aliases")):
        for alias in values(row["aliases"]):
            hits = [e for e in gazetteer.lookup(alias) if e.kind == row["kind"] and e.country == row["country"]]
            assert hits, (alias, row["name"])


def test_countries_are_found_by_name_abbreviation_and_people(gazetteer: Gazetteer) -> None:
    assert [gazetteer.country_by_name(n).code for n in ("US", "U.S.", "UK", "DRC", "UAE", "Burma", "Türkiye")] == [  # type: ignore[union-attr]
        "USA", "USA", "GBR", "COD", "ARE", "MMR", "TUR",
    ]
    assert gazetteer.country_by_name("us") is None
    assert gazetteer.country_by_name("Malian") is None
    assert [gazetteer.country_by_demonym(w).code for w in ("Malian", "Ivorians", "Dutch", "Kosovar", "Filipinos")] == [  # type: ignore[union-attr]
        "MLI", "CIV", "NLD", "KOS", "PHL",
    ]
    assert gazetteer.country_by_demonym("Ruritanian") is None


def test_nearly_every_capital_is_a_city_of_its_own_country(gazetteer: Gazetteer) -> None:
    sovereign = [code for code, entry in countries().items() if entry.capitals and not entry.sovereign]
    missing = [code for code in sovereign if gazetteer.capital_of(code) is None]
    assert len(missing) <= len(sovereign) * 0.03, missing
    paris = gazetteer.capital_of("FRA")
    assert paris is not None
    assert paris.population > 1_000_000
    assert paris.feature == "PPLC"
    assert gazetteer.capital_of("XXX") is None


def test_only_one_city_of_a_name_is_the_capital(gazetteer: Gazetteer) -> None:
    marked = [e for e in gazetteer.lookup("Washington") if e.country == "USA" and e.feature == "PPLC"]
    assert [e.admin1 for e in marked] == ["District of Columbia"]


def test_states_have_a_position_and_no_two_words_for_one_people() -> None:
    table = countries()
    assert all(entry.lat is not None and entry.lon is not None for entry in table.values())
    assert all(entry.area is not None for entry in table.values() if entry.sovereign is None and entry.code not in ("KIR",))
    assert all(entry.sovereign in table for entry in table.values() if entry.sovereign)
    seen: dict[str, set[str]] = {}
    for entry in table.values():
        for name in (entry.name, *entry.names):
            seen.setdefault(name_key(name), set()).add(entry.code)
    assert {name: codes for name, codes in seen.items() if len(codes) > 1} == {}


def test_keys_fold_case_accents_and_marks() -> None:
    assert name_key("Côte d’Ivoire") == name_key("Cote dIvoire") == "cote divoire"
    assert name_key("Guinea-Bissau") == "guinea bissau"
    assert name_key("Łódź") == "lodz"
    assert name_key("U.S.") == "us"
    assert key_variants("St. Louis") == ("st louis", "saint louis")
    assert key_variants("the Gambia") == ("the gambia", "gambia")
    assert key_variants(" . ") == ()


def test_risky_names_hold_words_and_not_the_great_cities() -> None:
    for word in ("Nice", "Reading", "Mobile", "Of", "Man", "Police", "Bush", "Obama", "August", "Justice"):
        assert is_risky_name(word), word
    for place in ("Paris", "Kabul", "Mexico", "Sydney", "Lima", "Chad", "Jordan", "Texas", "Goma"):
        assert not is_risky_name(place), place
    assert len(not_places()) > 1_000


def test_typed_heads_say_what_and_how_exactly() -> None:
    heads = typed_heads()
    assert heads["river"].feature == "STM"
    assert heads["river"].km > heads["bridge"].km
    assert heads["refugee camp"].kind == "camp"
    assert heads["mount"].position == "before"
    assert all(head.km > 0 for head in heads.values())


def test_an_unwritable_cache_is_said_plainly(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(ConfigurationError, match="ONRECORD_CACHE"):
        open_gazetteer(cache=blocked / "cache")


def test_an_unreadable_cache_is_said_plainly(gazetteer: Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> bool:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:  # root may read everything, so the refusal is made
        patch.setattr(Path, "exists", refuse)
        with pytest.raises(ConfigurationError, match="ONRECORD_CACHE"):
            open_gazetteer(cache=tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr("onrecord.gazetteer.os.access", lambda *_: False)
        (tmp_path / gazetteer.path.name).write_bytes(b"no database" * 100)
        with pytest.raises(ConfigurationError, match="may not be read"):
            open_gazetteer(cache=tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        with pytest.raises(ConfigurationError, match="Permission denied"):
            open_gazetteer(cache=tmp_path)


def test_no_home_folder_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("ONRECORD_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    with pytest.raises(ConfigurationError, match="ONRECORD_CACHE"):
        build.cache_folder()


def test_a_failed_build_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, digest: str, say: object) -> None:
        path.write_bytes(b"half a file")
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(build, "_write", full)
    with pytest.raises(ConfigurationError, match="disk is full"):
        build.ensure_built(cache=tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["gazetteer.lock"]


def test_a_broken_file_is_built_again(gazetteer: Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / gazetteer.path.name
    broken.write_bytes(b"not a database, though it has the right name" * 100)
    whole = gazetteer.path.read_bytes()
    monkeypatch.setattr(build, "_write", lambda path, digest, say: path.write_bytes(whole))
    mended = open_gazetteer(cache=tmp_path)
    assert mended.lookup("Bamako") == gazetteer.lookup("Bamako")


def _build_slowly(folder: str, log: str) -> None:
    def write(path: Path, digest: str, say: object) -> None:
        with open(log, "a", encoding="utf-8") as handle:
            handle.write("built\n")
        time.sleep(0.4)
        path.write_bytes(b"whole")

    build._write = write  # type: ignore[assignment]
    build.ensure_built(cache=Path(folder))


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_two_builders_at_once_build_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    log = tmp_path / "log"
    workers = [context.Process(target=_build_slowly, args=(str(tmp_path / "cache"), str(log))) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(30)
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    assert log.read_text() == "built\n"


def test_cache_folder_follows_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_CACHE", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert build.cache_folder() == tmp_path / "own"
    monkeypatch.delenv("ONRECORD_CACHE")
    assert build.cache_folder() == tmp_path / "xdg" / "onrecord"


def test_lookup_works_after_a_fork_and_from_threads(gazetteer: Gazetteer) -> None:
    from concurrent.futures import ThreadPoolExecutor

    names = ["Bamako", "Quito", "Lagos", "Osaka", "Perth", "Minsk"] * 20
    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(gazetteer.lookup, names))
    read, write = os.pipe()
    if (child := os.fork()) == 0:
        hits = gazetteer.lookup("Ouagadougou")
        os.write(write, json.dumps([hits[0].country, len(hits)]).encode())
        os._exit(0)
    os.waitpid(child, 0)
    assert json.loads(os.read(read, 100))[0] == "BFA"
    os.close(read)
    os.close(write)


def test_lookups_are_quick(gazetteer: Gazetteer) -> None:
    names = [f"{name}{suffix}" for name in ("San Jose", "Springfield", "Aleppo", "Kabul", "Nowhere") for suffix in ("", " City", " X")]
    started = time.perf_counter()
    for name in names:
        gazetteer._query(name)
    assert (time.perf_counter() - started) / len(names) < 0.005


def test_a_table_with_another_header_is_refused() -> None:
    with pytest.raises(ResourceError, match="header"):
        list(read_table("gazetteer/typed.tsv", ("word", "kind")))
    with pytest.raises(ResourceError, match="cannot be read"):
        list(read_table("gazetteer/missing.tsv", ("word",)))
