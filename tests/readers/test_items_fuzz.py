"""Whatever is done to a file, reading it raises nothing: there are reports, and troubles that name it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import ROWS, RSS, csv_bytes, jsonl_bytes, page, parquet_bytes, warc_bytes, warc_records, zip_bytes

from onrecord.errors import InputError
from onrecord.readers.feeds import entries
from onrecord.readers.items import Item, Trouble, items, receive

WHOLE = {
    "t.csv": csv_bytes(ROWS * 3),
    "t.jsonl": jsonl_bytes(ROWS * 3),
    "t.json": b"[" + b",".join(jsonl_bytes(ROWS).splitlines()) + b"]",
    "t.jsonl.gz": gzip.compress(jsonl_bytes(ROWS * 3)),
    "t.parquet": parquet_bytes(),
    "c.warc": warc_bytes(False),
    "c.warc.gz": warc_bytes(),
    "one.warc.gz": gzip.compress(b"".join(warc_records())),
    "a.zip": zip_bytes({"a.txt": b"The army took it.", "t.csv": csv_bytes(), "b.html": page()}),
    "f.rss": RSS.encode(),
    "a.txt.gz": gzip.compress(b"The army took the bridge. " * 30),
}


@pytest.fixture(autouse=True)
def in_this_process() -> Iterator[None]:
    """A process for each broken feed would take most of the time; the guard has tests of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("onrecord.readers.feeds.guarded", lambda _, data: entries(data))
        yield


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """A file after some of: bytes changed, a piece cut out, a piece doubled, its end lost, something put in."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        size = draw(st.integers(1, 60))
        what = draw(st.sampled_from(["flip", "cut", "double", "end", "put"]))
        if what == "flip":
            data[at : at + size] = draw(st.binary(min_size=1, max_size=size))
        elif what == "cut":
            del data[at : at + size]
        elif what == "double":
            data[at:at] = data[at : at + size]
        elif what == "end":
            del data[at:]
        else:
            data[at:at] = draw(st.sampled_from([b'"', b"\0", b"\n", b"\xff\xfe", b"<![CDATA[", b"PK\x03\x04", b"\x1f\x8b\x08", b"WARC/1.0\r\n", b"&#x0;", b"{", b"]"]))
    return bytes(data)


@pytest.mark.parametrize("name", WHOLE)
@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_damaged_files_raise_nothing(name: str, data: st.DataObject, tmp_path: Path) -> None:
    path = tmp_path / name
    body = data.draw(damaged(WHOLE[name]))
    path.write_bytes(body)
    found = list(items([path]))
    assert all(f.name.startswith(str(path)) for f in found)
    assert found or not body.strip()
    for item in (f for f in found if isinstance(f, Item)):
        try:
            assert receive(item).report.text_id
        except InputError as error:
            assert error.name == item.name
    for trouble in (f for f in found if isinstance(f, Trouble)):
        assert trouble.message
        assert trouble.code != "failed", trouble
        assert trouble.severity in ("info", "warning", "error")


@pytest.mark.parametrize("name", [n for n in WHOLE if n not in ("t.parquet", "t.json")])
@given(share=st.floats(0.05, 0.98))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_that_is_cut_gives_only_what_it_holds(name: str, share: float, tmp_path: Path) -> None:
    """What stands in a report of the cut file stands in one of the whole file: nothing is invented."""
    path = tmp_path / name
    path.write_bytes(WHOLE[name])
    whole = [receive(i).report.text for i in items([path]) if isinstance(i, Item)]
    path.write_bytes(WHOLE[name][: int(len(WHOLE[name]) * share)])
    for item in items([path]):
        if isinstance(item, Item) and item.cut is None and name not in ("t.csv", "f.rss"):
            assert receive(item).report.text in whole


@given(content=st.binary(max_size=300), name=st.sampled_from([*list(WHOLE), "x", "x.txt", "x.json", "x.tsv"]))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_under_any_name(tmp_path: Path, content: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    for found in items([path]):
        assert getattr(found, "code", "") != "failed", found
        if isinstance(found, Item):
            try:
                receive(found)
            except InputError as error:
                assert error.name == found.name
