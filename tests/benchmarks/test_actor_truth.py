"""The measure of actors in real reports: what counts as a fault, on sentences of our own, and the file's form."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from onrecord import Coder

HERE = Path(__file__).resolve().parents[2] / "benchmarks"
sys.path.insert(0, str(HERE))

from actors import Truth  # noqa: E402

TEXT = "Rebels of the Saltmarsh Front killed two teachers in Oldwell. The front denied it. Luis Heron, the mayor, said that he had warned the army."


@pytest.fixture(scope="module")
def record():
    return Coder().code(TEXT)


def _row(record, *, change=None):
    """The truth as the record has it, each entity an actor of its own; `change` alters one of the rows."""
    rows = [
        {
            "n": k, "kinds": [e.kind], "countries": list(e.countries), "sectors": list(e.sectors),
            "mentions": [[m.spans[0].start, m.spans[0].end] for m in e.mentions],
        }
        for k, e in enumerate(record.entities)
    ]  # fmt: skip
    row = {"report": "own", "actors": rows, "no_actor": [], "doubtful": [], "cut": [], "several": []}
    if change is not None:
        change(row, {e.name: rows[k] for k, e in enumerate(record.entities)})
    return row


def _faults(record, change=None):
    return {e.name: fault for e, fault in Truth(_row(record, change=change)).faults(record.entities)}


def test_no_fault_where_all_agrees(record):
    found = _faults(record)
    assert {"Saltmarsh Front", "Luis Heron", "two teachers"} <= set(found)
    assert set(found.values()) == {None}


def _nobody(row, named):
    row["no_actor"] = named["two teachers"]["mentions"]
    named["two teachers"]["mentions"] = []


def _split(row, named):
    named["Saltmarsh Front"]["mentions"] += named["two teachers"]["mentions"]
    named["two teachers"]["mentions"] = []


def _arguable(row, named):
    named["two teachers"]["may_be"] = [named["Luis Heron"]["n"]]
    taken = named["Luis Heron"]["mentions"].pop()
    named["two teachers"]["mentions"].append(taken)


def _another(row, named):
    taken = named["Luis Heron"]["mentions"].pop()
    named["two teachers"]["mentions"].append(taken)


def _cut(row, named):
    row["cut"] = named["two teachers"]["mentions"]


@pytest.mark.parametrize(
    ("change", "name", "fault"),
    [
        (_nobody, "two teachers", "nobody"),
        (_split, "two teachers", "twice"),
        (_another, "Luis Heron", "another's"),
        (_arguable, "Luis Heron", None),
        (_cut, "two teachers", "cut"),
        (lambda row, named: named["two teachers"].update(kinds=["state"]), "two teachers", "kind"),
        (lambda row, named: named["two teachers"].update(sectors=["MIL"]), "two teachers", "sector"),
        (lambda row, named: named["two teachers"].update(sectors=["EDU", "CVL"]), "two teachers", None),
    ],
)
def test_faults(record, change, name, fault):
    found = _faults(record, change)
    assert found[name] == fault
    assert {other: f for other, f in found.items() if other != name and f is not None} == {}


def test_a_country_that_the_truth_does_not_have_is_false():
    record = Coder().code("Chadian police arrested two teachers on Monday.")
    row = _row(record, change=lambda row, named: named["Chadian police"].update(countries=["NER"]))
    assert {e.name: f for e, f in Truth(row).faults(record.entities)}["Chadian police"] == "country"


def test_what_is_doubtful_or_not_labelled_is_not_counted(record):
    row = _row(record)
    row["doubtful"] = row["actors"][0]["mentions"]
    row["actors"][0]["mentions"] = []
    row["actors"][1]["mentions"] = []
    assert len(list(Truth(row).faults(record.entities))) == len(record.entities) - 2


def test_the_file_is_whole():
    """Every row has a known part, places in order and each in one list only, and actors that exist; no word of any text."""
    seen = set()
    for line in (HERE / "actors/mentions.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert row["report"] not in seen
        seen.add(row["report"])
        assert row["part"] in ("read", "unread")
        assert len(row["sha256"]) == 64
        numbers = {a["n"] for a in row["actors"]}
        places = [tuple(p) for a in row["actors"] for p in (*a["mentions"], *a.get("unsure", ()))]
        places += [tuple(p) for key in ("no_actor", "doubtful") for p in row[key]] + [(s, e) for s, e, _ in row["several"]]
        assert len(places) == len(set(places))
        assert all(0 <= start < end for start, end in places)
        assert {n for a in row["actors"] for n in a.get("may_be", ())} <= numbers
        assert {n for _, _, several in row["several"] for n in several} <= numbers
    assert len(seen) > 100
