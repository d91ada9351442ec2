"""Figures over many compared reports, with intervals from resampling whole reports.

F1 is over all reports together: twice what was found over what gold and the other hold. `status` is the mean F1 of the statuses that the gold of the paired assertions
holds; `status_kappa` Cohen's kappa over the same pairs; `coverage` the share of gold assertions that were paired. An interval holds the middle 95 per cent of the figure over
resampled sets of reports (the same draws every time), and is left out where fewer than two reports carry it. A figure of nothing is None, not 0.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.evaluate.annotation import STATUSES
from onrecord.evaluate.compare import Comparison

MEASURES = ("disputes", "dispute_sides", "questions", "questions_any_kind", "authorities", "authorities_any_kind", "events", "attribution", "assertions")
RESAMPLES = 1000
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure between 0 and 1 (kappa: -1 and 1), its interval, and what it counts; None where there is nothing to divide by."""

    value: float | None
    low: float | None
    high: float | None
    gold: int
    other: int
    found: int


@dataclass(frozen=True, slots=True)
class Scores:
    """`figures` by measure; `statuses` the figure of each status that occurs; `confusion` (gold, other, how often) of paired assertions."""

    reports: int
    figures: dict[str, Figure]
    statuses: dict[str, Figure]
    confusion: tuple[tuple[str, str, int], ...]


def score(comparisons: Sequence[Comparison], resamples: int = RESAMPLES) -> Scores:
    """The figures over some reports; `resamples` draws of as many reports for the intervals, none where it is 0."""
    draws = _draws(len(comparisons), resamples)
    figures: dict[str, Figure] = {}
    for measure in MEASURES:
        counts = np.array([c.counts.get(measure, (0, 0, 0)) for c in comparisons], dtype=np.float64).reshape(-1, 3)
        figures[measure] = _figure(counts, _f1, draws, _whole(counts.sum(axis=0)))
    matrix = np.array([_matrix(c) for c in comparisons], dtype=np.float64).reshape(-1, len(STATUSES) ** 2)
    total = matrix.sum(axis=0).reshape(len(STATUSES), -1)
    pairs = int(total.sum())
    held = np.array([bool(row.sum()) for row in total])
    right = int(np.trace(total))
    figures["status"] = _figure(matrix, lambda sums: _macro(sums, held), draws, (right, pairs, pairs))
    figures["status_kappa"] = _figure(matrix, _kappa, draws, (right, pairs, pairs))
    asserted = np.array([(len(c.statuses), c.assertions) for c in comparisons], dtype=np.float64).reshape(-1, 2)
    figures["coverage"] = _figure(asserted, _share, draws, (pairs, int(asserted[:, 1].sum()), pairs))
    statuses = {
        label: _figure(matrix, lambda sums, k=k: _label_f1(sums)[:, k], draws, (int(total[k, k]), int(total[k].sum()), int(total[:, k].sum())))  # type: ignore[misc]
        for k, label in enumerate(STATUSES)
        if total[k].sum() or total[:, k].sum()
    }
    confusion = tuple((a, b, int(total[i, j])) for i, a in enumerate(STATUSES) for j, b in enumerate(STATUSES) if total[i, j])
    return Scores(len(comparisons), figures, statuses, confusion)


def _draws(reports: int, resamples: int) -> Numbers:
    """How often each report is drawn, one draw a row; the first row is the set itself."""
    once = np.ones((1, reports))
    if reports < 2 or resamples < 1:
        return once
    drawn = np.random.default_rng(20).multinomial(reports, np.full(reports, 1 / reports), size=resamples)
    return np.vstack([once, drawn.astype(np.float64)])


def _figure(rows: Numbers, of: Callable[[Numbers], Numbers], draws: Numbers, counted: tuple[int, int, int]) -> Figure:
    found, gold, other = counted
    values = of(draws @ rows)
    value = None if np.isnan(values[0]) else round(float(values[0]), 4)
    carrying = int((rows.sum(axis=1) > 0).sum())
    drawn = values[1:][~np.isnan(values[1:])]
    if value is None or carrying < 2 or not drawn.size:
        return Figure(value, None, None, gold, other, found)
    low, high = np.percentile(drawn, [2.5, 97.5])
    return Figure(value, round(float(low), 4), round(float(high), 4), gold, other, found)


def _divide(above: Numbers, below: Numbers) -> Numbers:
    """Division with nothing (NaN) where there is nothing to divide by."""
    return np.divide(above, below, out=np.full_like(above, np.nan), where=below > 0)


def _f1(sums: Numbers) -> Numbers:
    return _divide(2 * sums[:, 0], sums[:, 1] + sums[:, 2])


def _share(sums: Numbers) -> Numbers:
    return _divide(sums[:, 0], sums[:, 1])


def _matrix(comparison: Comparison) -> Numbers:
    """Gold statuses down, the other's across, one row of numbers. A status that this version does not know counts as a wrong one."""
    made = np.zeros((len(STATUSES), len(STATUSES)))
    for gold, other in comparison.statuses:
        column = STATUSES.index(other) if other in STATUSES else (STATUSES.index(gold) + 1) % len(STATUSES)
        made[STATUSES.index(gold), column] += 1
    return made.reshape(-1)


def _square(sums: Numbers) -> Numbers:
    return sums.reshape(-1, len(STATUSES), len(STATUSES))


def _label_f1(sums: Numbers) -> Numbers:
    square = _square(sums)
    right = np.diagonal(square, axis1=1, axis2=2)
    return _divide(2 * right, square.sum(axis=2) + square.sum(axis=1))


def _macro(sums: Numbers, held: NDArray[np.bool_]) -> Numbers:
    """The mean F1 over the labels that the whole gold holds; in a draw without one of them, over the others."""
    gold = _square(sums).sum(axis=2)
    counted = (gold > 0) & held
    values = np.where(counted, np.nan_to_num(_label_f1(sums)), 0.0)
    return _divide(values.sum(axis=1), counted.sum(axis=1).astype(np.float64))


def _kappa(sums: Numbers) -> Numbers:
    """Cohen's kappa; nothing where both give one and the same status to all."""
    square = _square(sums)
    total = square.sum(axis=(1, 2))
    seen = _divide(np.trace(square, axis1=1, axis2=2), total)
    chance = _divide((square.sum(axis=2) * square.sum(axis=1)).sum(axis=1), total**2)
    return _divide(seen - chance, 1 - chance)


def _whole(sums: Numbers) -> tuple[int, int, int]:
    return int(sums[0]), int(sums[1]), int(sums[2])
