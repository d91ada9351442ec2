"""Processor time and memory of grouping copies among 1,000 to 50,000 made reports, in one run: `duplicates_cost.py [--sizes 1000,10000,50000]`.

Reports are invented words by Zipf's law; one in three is a cut, damaged or shuffled copy of an earlier one, every tenth stands under one of five sites'
notices. Growth as n log n means that the last column stays about level.
"""

from __future__ import annotations

import argparse
import math
import random
import resource
import time
from itertools import accumulate

from onrecord.link.duplicates import groups
from onrecord.link.sketch import Sketch, sketch

_SYLLABLES = ("ba", "li", "tor", "mes", "ka", "dun", "ver", "so", "ni", "pra", "gel", "umo", "sta", "fi", "rok")


def reports(count: int, seed: int = 1) -> tuple[dict[str, Sketch], int]:
    """Sketches of made reports by id, and the number of pairs of a text and its copy."""
    made = random.Random(seed)
    words = ["".join(made.choices(_SYLLABLES, k=made.randint(1, 4))) for _ in range(30_000)]
    weights = list(accumulate(1 / (k + 3) for k in range(len(words))))
    notices = [" ".join(made.choices(words, cum_weights=weights, k=90)) for _ in range(5)]
    originals: list[list[str]] = []
    found: dict[str, Sketch] = {}
    copies = 0
    for k in range(count):
        if originals and k % 3 == 2:
            text = list(made.choice(originals))
            copies += 1
            kind = k % 4
            if kind == 0:
                text = text[: max(80, int(len(text) * made.uniform(0.4, 0.9)))]
            elif kind == 1:
                text = [w + "x" if made.random() < 0.015 else w for w in text]
            elif kind == 2:
                pieces = [text[i : i + 60] for i in range(0, len(text), 60)]
                made.shuffle(pieces)
                text = [w for p in pieces for w in p]
        else:
            text = made.choices(words, cum_weights=weights, k=made.randint(120, 900))
            originals.append(text)
            if len(originals) > 3_000:
                originals.pop(0)
        body = " ".join(text)
        found[f"r{k:06}"] = sketch(f"{body}\n{notices[k % 5]}" if k % 10 == 0 else body)
    return found, copies


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000,10000,50000")
    sizes = [int(part) for part in parser.parse_args(argv).sizes.split(",")]
    print("| reports | sketch s | bytes a sketch | grouping s | peak MB | copies | in a group | s per million n log n |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for size in sizes:
        start = time.process_time()
        sketches, copies = reports(size)
        between = time.process_time()
        found = groups(sketches)
        taken = time.process_time() - between
        weight = sum(len(s.to_bytes()) for s in sketches.values()) / size
        joined = sum(len(g.members) - 1 for g in found)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"| {size:,} | {between - start:.1f} | {weight:,.0f} | {taken:.2f} | {peak:,.0f} | {copies:,} | {joined:,} | {taken / (size * math.log2(size)) * 1e6:.2f} |", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
