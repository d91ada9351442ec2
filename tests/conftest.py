"""What tests share: one coder a session, records of the samples, the benchmark folder where it is present, how long properties are tried."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings

from onrecord import Coder
from onrecord.model.record import Record
from postgres_server import NoServer, new_schema, running
from store_helpers import TEXTS, Coded, plain

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = sorted((ROOT / "samples").glob("*.txt")) + sorted((ROOT / "samples").glob("*.html"))


# `make torture` tries each property fifty times as long.
settings.register_profile("default", max_examples=200, deadline=None)
settings.register_profile("torture", max_examples=10_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Properties are marked as such, so that they can be chosen."""
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker(pytest.mark.property)


@pytest.fixture(scope="session", autouse=True)
def no_lists_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Lists of actors that the user of this machine keeps decide no test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ONRECORD_CONFIG", str(tmp_path_factory.mktemp("config")))
        yield


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder()


@pytest.fixture(scope="session")
def ungated() -> Coder:
    return Coder(gate=False)


@pytest.fixture(scope="session")
def records(coder: Coder) -> dict[str, Record]:
    """The records of all sample reports by file name."""
    return {path.name: coder.code_path(path) for path in SAMPLES}


@pytest.fixture(scope="session")
def coded(coder: Coder) -> tuple[Coded, ...]:
    """Reports invented for the tests of the store, in all the forms it takes."""
    made = [plain(name, text, publisher=publisher, published=published) for name, publisher, published, text in TEXTS]
    return tuple(replace(one, record=coder.code_received(one.received)) for one in made)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server without a database's name; the test is skipped, saying so, where there is no PostgreSQL to start."""
    try:
        with running() as address:
            yield address
    except NoServer as error:
        pytest.skip(str(error))


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new record can be made: in turn a file, and a new schema of PostgreSQL."""
    return str(tmp_path / "record.db") if request.param == "sqlite" else new_schema(request.getfixturevalue("postgres"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The benchmark folder beside the project; the test is skipped, saying so, where it is absent."""
    folder = Path(os.environ.get("ONRECORD_SHARED", ROOT.parent / "shared"))
    if not (folder / "bench").is_dir():
        pytest.skip(f"no benchmark folder at {folder}")
    return folder


@pytest.fixture(scope="session")
def shared_sample(shared: Path) -> Path:
    """The real report in that folder."""
    path = shared / "samples" / "us-mexico-operation.txt"
    if not path.is_file():
        pytest.skip(f"no real report at {path}")
    return path
