"""The benchmark suites: which gold, which inputs (labels stripped), which scorer, which numbers of it, and the peers' numbers."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Cells = list[tuple[str, str, str]]
Pick = Callable[[str], Cells]


@dataclass(frozen=True)
class Suite:
    """One gold set. `keys` are the inputs kept of a row; `scores` are scorer arguments and the numbers picked from what it prints."""

    name: str
    area: str
    path: str
    scorer: str
    keys: tuple[str, ...]
    scores: tuple[tuple[tuple[str, ...], Pick], ...]
    baseline: bool = False
    special: Callable[[Row, Path], Row] | None = None

    def gold(self, shared: Path, work: Path) -> Path:
        if self.path == "made:duplicates":
            subprocess.run([sys.executable, str(shared / "bench/duplicates/make.py"), "--out", str(work / "dup")], check=True, capture_output=True)
            with (work / "dup" / "docs.jsonl").open(encoding="utf-8") as stream:
                _DOCS.update({row["id"]: row for row in map(json.loads, stream)})
            return work / "dup" / "gold.jsonl"
        if self.path == "made:news2016":
            made = work / "news2016.jsonl"
            with (shared / "corpora/news2016.jsonl").open(encoding="utf-8") as stream, made.open("w", encoding="utf-8") as out:
                out.writelines(json.dumps({"doc_id": row["id"], **row}) + "\n" for row in map(json.loads, stream))
            return made
        return shared / self.path

    def strip(self, row: Row, shared: Path) -> Row:
        """The row's inputs only."""
        if self.special is not None:
            row = self.special(row, shared)
        return {key: row[key] for key in self.keys if key in row}


def table_row(name: str, label: str, peer: str) -> Callable[[str], Cells]:
    """A metric of the event scorer's text table: P R F1 in columns."""

    def pick(output: str) -> Cells:
        line = next(line for line in output.splitlines() if line.startswith(name + " "))
        return [(label, line.split()[3], peer)]

    return pick


def several(*picks: Pick) -> Pick:
    return lambda output: [cell for pick in picks for cell in pick(output)]


def at(*path: str, label: str, peer: str, scale: float = 1.0) -> Pick:
    """A number of JSON output by its path."""

    def pick(output: str) -> Cells:
        value: Any = json.loads(output)
        for key in path:
            value = value[key]
        return [(label, f"{float(value) * scale:.1f}" if abs(float(value) * scale) >= 1 else f"{float(value) * scale:.3f}", peer)]

    return pick


def as_said(key: str, label: str, peer: str) -> Pick:
    """A text of JSON output by its key ("0/5674")."""
    return lambda output: [(label, str(json.loads(output)[key]), peer)]


def penta(label: str, peer_accuracy: str, peer_f1: str) -> Pick:
    return several(
        at("accuracy", label=f"accuracy{label}", peer=peer_accuracy, scale=100), at("macro_f1", label=f"macro F1{label}", peer=peer_f1, scale=100)
    )  # fmt: skip


@lru_cache(maxsize=2)
def _bodies(shared: Path) -> dict[int, str]:
    with (shared / "bench/stance/fnc_bodies_dev.jsonl").open(encoding="utf-8") as stream:
        return {row["body_id"]: row["body"] for row in map(json.loads, stream)}


# The made documents by id: the duplicates' gold names them, their texts stand in a file of their own.
_DOCS: dict[str, Row] = {}


def _document(row: Row, shared: Path) -> Row:
    return _DOCS[row["id"]]


def _fnc(row: Row, shared: Path) -> Row:
    return {**row, "body": _bodies(shared)[row["body_id"]]}


def _spans(row: Row, shared: Path) -> Row:
    return {**row, "spans": [{k: t[k] for k in ("start", "end", "text")} for t in row["toponyms"]]}


def _mentions(row: Row, shared: Path) -> Row:
    return {**row, "events": [{k: e[k] for k in ("id", "start", "end", "text", "spans") if k in e} for e in row["events"]]}


TEXT = ("id", "text", "date")
EVENT = "event_coding/score.py"
GOLD_PRED = ("{gold}", "{pred}")
JSON = ("{gold}", "{pred}", "--json")

SUITES: tuple[Suite, ...] = (
    Suite("gsr_dev", "event_coding", "bench/event_coding/gsr_dev.jsonl", EVENT, TEXT, ((GOLD_PRED, several(
        table_row("event_type", "type F1", "49.8"), table_row("quad", "quad F1", "63.7"), table_row("dyad_country", "country dyad F1", "56.9"),
        table_row("type+dyad_country", "type+dyad F1", "36.3"))),)),
    Suite("petr_unit_dev", "petr_unit", "bench/event_coding/petr_unit_dev.jsonl", EVENT, TEXT, (((*GOLD_PRED, "--exclude-flagged"), several(
        table_row("cameo_exact", "CAMEO exact F1", "88.0"), table_row("dyad_country", "dyad F1", "83.4"), table_row("type+dyad_country", "type+dyad F1", "80.0"))),)),
    Suite("cameo_penta_train", "cameo_penta", "bench/event_coding/cameo_penta_train.jsonl", EVENT, TEXT, (
        ((*GOLD_PRED, "--penta", "--none-is-statement"), penta(", none is statement", "-", "-")), ((*GOLD_PRED, "--penta"), penta("", "51.4", "56.7")))),
    Suite("police_dev", "police", "bench/police/police_dev.jsonl", "police/score.py", TEXT, ((GOLD_PRED, several(
        at("kill", "F1", label="kill F1", peer="66.1", scale=100), at("arrest", "F1", label="arrest F1", peer="69.7", scale=100),
        at("force", "F1", label="force F1", peer="68.3", scale=100), at("macro_F1", label="macro F1", peer="68.0", scale=100),
        at("false_alarms_per_1000", label="false alarms per 1,000", peer="6.7"))),)),
    Suite("attribution dev", "attribution", "bench/attribution/dev_dev.jsonl", "attribution/score.py", ("doc_id", "text", "title", "publisher", "date"), ((JSON, several(
        at("content", "token", "F1", label="content token F1", peer="84.2 (k)"), at("AR", "iou50", "F1", label="AR iou50 F1", peer="66.1 (k)"),
        at("AR", "full", "F1", label="AR full F1", peer="52.5 (k)"), at("source_end_to_end_head", "F1", label="source head F1", peer="66.8 (k)"),
        at("recall_by_form", "indirect", "iou50", label="indirect recall iou50", peer="-"))),)),
    Suite("factuality dev_meantime", "factuality", "bench/factuality/dev_meantime.jsonl", "factuality/score.py", ("id", "tokens", "event_token_span", "sentence", "doc", "dct"),
        ((JSON, several(at("status", "accuracy", label="status accuracy", peer="87.7"), at("status", "macroF1", label="status macro F1", peer="45.1"))),)),
    Suite("factuality dev_uds_ih2", "factuality", "bench/factuality/dev_uds_ih2.jsonl", "factuality/score.py", ("id", "tokens", "event_token_span", "sentence", "doc", "dct"),
        ((JSON, several(at("r", label="Pearson r", peer="0.738"), at("3way", "macroF1", label="3-way macro F1", peer="62"))),)),
    Suite("temporal dev_meantime", "temporal", "bench/temporal/dev_meantime.jsonl", "temporal/score.py", ("doc_id", "dct", "text"), ((JSON, several(
        at("strict", "F1", label="strict F1", peer="81.9 (k)"), at("value", "F1", label="value F1", peer="73.1 (k)"))),)),
    Suite("temporal dev_wikiwars", "temporal", "bench/temporal/dev_wikiwars.jsonl", "temporal/score.py", ("doc_id", "dct", "text"), ((JSON, several(
        at("strict", "F1", label="strict F1", peer="85.4 (k)"), at("value", "F1", label="value F1", peer="77.8 (k)"),
        at("relative_dates", "value_recall", label="relative dates, recall by value", peer="63.4 (k)"))),)),
    Suite("geo dev", "geo_spans", "bench/geo/dev.jsonl", "geo/score.py", ("doc_id", "text", "title", "url", "domain", "date", "spans"), tuple(
        ((*JSON, "--corpus", corpus), several(
            at(corpus, "recognition_names_overlap", "f1", label=f"{corpus} recognition F1", peer=peers[0], scale=scale),
            at(corpus, "resolution_gold_spans_names", "acc161", label=f"{corpus} gold spans within 161 km", peer=peers[1], scale=scale),
            at(corpus, "e2e_names@161", "f1", label=f"{corpus} end to end F1", peer=peers[2], scale=scale)))
        for corpus, peers, scale in (("GeoVirus", ("89.3", "87.8", "83.0"), 100.0), ("LGL", ("77.8", "77.7", "65.3"), 100.0))), special=_spans),
    Suite("actors dev", "actors", "bench/actors/ngec_cases_dev.jsonl", "actors/score.py", ("id", "mention", "context", "date"), ((JSON, several(
        at("country", "accuracy", label="country", peer="57.3"), at("code_1", "accuracy", label="sector", peer="48.8"), at("both", "accuracy", label="both", peer="37.6"))),)),
    Suite("linking ecb_dev", "linking", "bench/linking/ecb_dev.jsonl", "linking/score.py", ("doc_id", "text", "url", "sentences", "events"),
        ((("events", "{gold}", "{pred}"), at("CoNLL", label="CoNLL F1", peer="74.2", scale=100)),), True, _mentions),
    Suite("news2016 clusters", "linking_docs", "made:news2016", "linking/score.py", ("doc_id", "text", "title", "published"),
        ((("docs", "{gold}", "{pred}", "--key", "cluster"), at("B3", "F1", label="B3 F1", peer="93.3", scale=100)),), True),
    Suite("emergent_dev", "stance", "bench/stance/emergent_dev.jsonl", "stance/score.py", ("id", "claim", "headline"), ((GOLD_PRED, several(
        at("macro_F1", label="macro F1", peer="76.3", scale=100), at("against", "F1", label="against F1", peer="76.1", scale=100))),)),
    Suite("emergent_article_dev", "stance", "bench/stance/emergent_article_dev.jsonl", "stance/score.py", ("id", "claim", "headline"),
        ((GOLD_PRED, at("macro_F1", label="macro F1", peer="66.5", scale=100)),)),
    Suite("fnc_dev", "stance", "bench/stance/fnc_dev.jsonl", "stance/score.py", ("id", "claim", "body"), ((GOLD_PRED, several(
        at("macro_F1", label="macro F1", peer="37.1", scale=100), at("against", "F1", label="against F1", peer="14.8", scale=100))),), False, _fnc),
    Suite("w5h1 gold_dev", "w5h1", "bench/w5h1/gold_dev.jsonl", "w5h1/score.py", ("id", "title", "description", "text", "url", "publisher", "published"), ((GOLD_PRED, several(
        at("who", "relaxed", label="who relaxed", peer="46.3", scale=100), at("when", "relaxed", label="when relaxed", peer="50.0", scale=100),
        at("where", "relaxed", label="where relaxed", peer="60.0", scale=100))),)),
    Suite("duplicates", "duplicates", "made:duplicates", "duplicates/score.py", ("id", "publisher", "published", "title", "text"), ((GOLD_PRED, several(
        at("pair", "F1", label="pair F1", peer="99.0 containment, 85.2 MinHash", scale=100), at("B3", "F1", label="B3 F1", peer="99.3", scale=100),
        as_said("same_story_merged", label="same story wrongly merged", peer="0 (kept back: 50)"))),), False, _document),
)  # fmt: skip
