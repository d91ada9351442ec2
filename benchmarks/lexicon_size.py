"""What each further thousand event rules gains: the lexicon cut to 1,000, 2,000 ... rules, on text that it was not written from.

    python benchmarks/lexicon_size.py --shared ../shared [--step 1000] [--seeds 3] [--order random|written] [--articles 60]

Whole predicates stay or go (all rules of a word and its companions). `random` draws them in a seeded order and gives the mean over the seeds; `written` takes each
type's file from the top, in proportion, as the rules were written from the general to the special. Prints type and quad F1 on gsr_dev, macro-F1 (none is statement) on
the first 500 rows of cameo_penta, and events in 1,000 words of a seeded sample of news. Everything below the candidates (parse, actors, attributions) is made once, with
the whole lexicon and without the gate.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from onrecord import Coder, pipeline
from onrecord.api import assemble
from onrecord.extract import candidates as candidate_stage
from onrecord.lexicon.events import EventLexicon, EventRule, event_lexicon
from onrecord.model.record import CoderInfo, Record
from onrecord.model.report import Received
from onrecord.readers import read_text
from projection import gsr_events, penta_class

Row = dict[str, Any]
PENTA_ROWS = 500


class Corpus:
    """Texts parsed once; `records` codes them with some lexicon."""

    def __init__(self, coder: Coder, rows: Iterable[Row]) -> None:
        self.coder = coder
        self.rows = list(rows)
        self.read: list[tuple[Received, Mapping[str, object]]] = []
        for row in self.rows:
            received = read_text(str(row.get("text") or ""))
            self.read.append((received, coder.layers(received, stop="attributions").layers))
        names = [s.name for s in coder.stages]
        self.rest = coder.stages[names.index(candidate_stage.CandidateStage().name) :]

    def records(self, lexicon: EventLexicon) -> list[tuple[Record, Mapping[str, object]]]:
        made = []
        whole = candidate_stage.event_lexicon
        candidate_stage.event_lexicon = lambda: lexicon  # type: ignore[assignment]
        try:
            for received, layers in self.read:
                outcome = pipeline.run(self.rest, layers, received.report.id, "events") if "attributions" in layers else pipeline.Outcome(layers, ())
                made.append((assemble(received, outcome, CoderInfo("bench", "")), outcome.layers))
        finally:
            candidate_stage.event_lexicon = whole
        return made


def predicates(order: str, seed: int) -> list[list[EventRule]]:
    """The rules of each predicate (word, companions, part of speech, type) in the order in which they are taken."""
    groups: dict[tuple[str, ...], list[EventRule]] = {}
    for rule in event_lexicon().rules:
        groups.setdefault((rule.type, rule.pos, rule.head, *rule.companions), []).append(rule)
    if order == "random":
        made = list(groups.values())
        random.Random(seed).shuffle(made)
        return made
    places: dict[str, list[list[EventRule]]] = {}
    for key, group in groups.items():
        places.setdefault(key[0], []).append(group)
    ranked = [((at + 0.5) / len(of_type), kind, group) for kind, of_type in places.items() for at, group in enumerate(of_type)]
    return [group for _, _, group in sorted(ranked, key=lambda r: r[:2])]


def cut(groups: list[list[EventRule]], size: int) -> EventLexicon:
    """The whole lexicon's index with only the first predicates, until `size` rules are reached."""
    kept: set[str] = set()
    for group in groups:
        if len(kept) >= size:
            break
        kept.update(r.id for r in group)
    full = event_lexicon()
    index = {key: rules for key, of_key in full.index.items() if (rules := tuple(r for r in of_key if r.id in kept))}
    return EventLexicon(tuple(r for r in full.rules if r.id in kept), index, full.classes)


def scored(shared: Path, gold: Path, predictions: list[Row], *options: str) -> Any:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(json.dumps(p) + "\n" for p in predictions)
        out.flush()
        command = [sys.executable, str(shared / "bench/event_coding/score.py"), str(gold), out.name, "--json", *options]
        return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--step", type=int, default=1000)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--order", choices=("random", "written"), default="random")
    parser.add_argument("--articles", type=int, default=60)
    arguments = parser.parse_args()
    coder = Coder(gate=False)
    bench = arguments.shared / "bench/event_coding"
    gsr_rows = _rows(bench / "gsr_dev.jsonl")
    penta_rows = _rows(bench / "cameo_penta_train.jsonl")[:PENTA_ROWS]
    news_rows = random.Random(20261126).sample(_rows(arguments.shared / "corpora/news2016.jsonl"), arguments.articles)
    gsr, penta, news = (Corpus(coder, rows) for rows in (gsr_rows, penta_rows, news_rows))
    words = sum(len(str(r["text"]).split()) for r in news_rows)
    whole = len(event_lexicon().rules)
    seeds = range(arguments.seeds if arguments.order == "random" else 1)
    print(f"| rules ({arguments.order}) | gsr type F1 | gsr quad F1 | penta macro-F1 | events / 1,000 words |\n| --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        penta_gold = Path(folder) / "penta.jsonl"
        penta_gold.write_text("".join(json.dumps(r) + "\n" for r in penta_rows), encoding="utf-8")
        for size in [*range(arguments.step, whole, arguments.step), whole]:
            cells = []
            for seed in seeds if size < whole else range(1):
                lexicon = cut(predicates(arguments.order, seed), size)
                found = scored(arguments.shared, bench / "gsr_dev.jsonl", [{"id": r["id"], "events": gsr_events(*c)} for r, c in zip(gsr_rows, gsr.records(lexicon), strict=True)])
                classes = [{"id": r["id"], "events": penta_class(*c)} for r, c in zip(penta_rows, penta.records(lexicon), strict=True)]
                five = scored(arguments.shared, penta_gold, classes, "--penta", "--none-is-statement")
                events = sum(len(record.events) for record, _ in news.records(lexicon))
                cells.append((_f1(found, "event_type"), _f1(found, "quad"), 100 * five["macro_f1"], 1000 * events / words))
            means = [sum(column) / len(cells) for column in zip(*cells, strict=True)]
            print(f"| {size:,} | " + " | ".join(f"{m:.1f}" for m in means) + " |", flush=True)
    return 0


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as stream:
        return [json.loads(line) for line in stream if line.strip()]


def _f1(found: Any, name: str) -> float:
    """A metric's F1 in per cent, as the scorer's JSON has it."""
    return 100 * float(found["metrics"][name]["f1"])


if __name__ == "__main__":
    raise SystemExit(main())
