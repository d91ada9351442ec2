"""Copies of one text among many reports: exact, and near (cut, re-headlined, reordered, damaged, under another site's furniture).

Reports that share shingles are found by joining sorted hashes, never by comparing all with all; what pairs have in common is then counted on their
whole sketches. Shingles that texts of no common origin share (a site's notices, a statement that everybody quotes) are found in the collection itself
and prove nothing. The grouping does not depend on the order in which reports come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from onrecord.link.sketch import Hashes, Sketch, vocabulary_held
from onrecord.link.unions import Unions

CopyKind = Literal["exact", "near"]
# Texts of fewer words are no evidence, not even where they are equal; fewer shingles of its own than this make a text only an exact copy.
_FEWEST_WORDS, _FEWEST_SHINGLES = 8, 12
# The share of the shorter text that the longer one must hold; more is asked where the longer is several times as long.
_COPY, _COPY_IN_LONG, _MUCH_LONGER = 0.65, 0.75, 0.3
# Text cut into small pieces and put together anew keeps few shingles and all its words.
_SHUFFLED, _SHUFFLED_WORDS, _SHUFFLED_LENGTH = 0.3, 0.93, 0.4
# Before common wording is known, texts that share this much count as one when common wording is looked for; it is common from so many texts on.
_LOOSELY, _COMMON = 0.5, 4
# Texts of less than this length of another are parts of it; parts that share less than this with one another are no parts of one text.
_PART, _APART = 0.8, 0.1
# The join: shingles with hashes below this take part; a shingle of many texts pairs each with so many others; pairs need so many shingles.
_SAMPLED, _NEIGHBOURS, _SHARED = 1 << 31, 8, 2
# Pairs of texts with so many sampled shingles must share, by the count of the join, this much of the shorter one's to be compared.
_COUNTED, _LEAST = 40, 0.2
_COMPARED = 12
_RANGES = 16


@dataclass(frozen=True, slots=True)
class Join:
    """Why two reports are copies: `share` of the shorter text's shingles (common wording aside) that the longer one holds, 1.0 for exact copies."""

    one: str
    other: str
    kind: CopyKind
    share: float


@dataclass(frozen=True, slots=True)
class Group:
    """Reports of one text: at least two. `id` is the least of `members`; `joins` connect them all."""

    id: str
    members: tuple[str, ...]
    joins: tuple[Join, ...]


def groups(sketches: Mapping[str, Sketch]) -> tuple[Group, ...]:
    """The groups of copies among reports, by report id, in the order of their ids. Reports without a copy are in none.

    Time grows as n log n. Beside the sketches (2.6 kB for a report of 500 words) it needs about 6 kB a report while it runs.
    """
    texts = _Texts(sketches)
    unions: Unions[int] = Unions(range(len(texts)))
    joined: list[tuple[int, int, float]] = []
    pairs = [(a, b, *texts.shared(a, b)) for a, b in texts.candidates()]
    loose: Unions[int] = Unions(range(len(texts)))
    for a, b, share, ratio in pairs:
        if not loose.joined(a, b) and (share >= _LOOSELY or texts.shuffled(a, b, share, ratio)):
            loose.join(a, b)
    changed = texts.leave_out(texts.common([loose.root(k) for k in range(len(texts))]))
    parts: list[tuple[int, int, float]] = []
    for a, b, share, ratio in pairs:
        if a in changed or b in changed:
            share, ratio = texts.shared(a, b)
        if not texts.copies(a, b, share, ratio):
            continue
        if ratio < _PART:
            parts.append((a, b, share))
        elif unions.join(a, b):
            joined.append((a, b, share))
    for a, b, share in texts.of_one_text(parts, unions):
        if unions.join(a, b):
            joined.append((a, b, share))
    return texts.groups(joined, unions)


def _met(hashes: Hashes, texts: npt.NDArray[np.uint64], size: np.uint64) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Pairs of texts, as one number each, that stand near each other under one shingle. Each weighs what it stands for: where a shingle has more
    texts than neighbours are paired, a pair that is met stands for those of its kind that are not. And how rare the shingle is: what few texts share
    says more."""
    starts = np.flatnonzero(np.append(True, hashes[1:] != hashes[:-1])) if len(hashes) else np.array([], dtype=np.int64)
    lengths = np.diff(np.append(starts, len(hashes)))
    length = np.repeat(lengths, lengths).astype(np.float64)
    weight = np.maximum(1.0, (length - 1) / (2 * _NEIGHBOURS))
    pairs, weights, rare = [], [], []
    for k in range(1, _NEIGHBOURS + 1):
        met = np.flatnonzero(hashes[:-k] == hashes[k:])
        one, other = texts[met], texts[met + k]
        pairs.append(np.minimum(one, other) * size + np.maximum(one, other))
        weights.append(weight[met])
        rare.append(1.0 / length[met])
    return np.concatenate(pairs), np.concatenate(weights), np.concatenate(rare)


def _rank(values: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """How many equal values stand before each."""
    order = np.argsort(values, kind="stable")
    new = np.append(True, values[order][1:] != values[order][:-1]) if len(values) else np.array([], dtype=bool)
    starts = np.flatnonzero(new)
    rank = np.empty(len(values), dtype=np.int64)
    rank[order] = np.arange(len(values)) - np.repeat(starts, np.diff(np.append(starts, len(values))))
    return rank


class _Texts:
    """Distinct texts in the order of their digests, each with the ids of the reports that carry it."""

    def __init__(self, sketches: Mapping[str, Sketch]) -> None:
        same: dict[bytes, list[str]] = defaultdict(list)
        for identity, made in sketches.items():
            if made.words >= _FEWEST_WORDS:
                same[made.digest].append(identity)
        self.reports = [sorted(same[digest]) for digest in sorted(same)]
        self.sketches = [sketches[ids[0]] for ids in self.reports]
        self.hashes: list[Hashes] = [s.hashes for s in self.sketches]

    def __len__(self) -> int:
        return len(self.reports)

    # The join -----------------------------------------------------------------------------------------------------------

    def _ranges(self, limit: int) -> Iterator[tuple[npt.NDArray[np.uint32], npt.NDArray[np.int64]]]:
        """All hashes below `limit`, range by range, each with its text: so that no more than one range of them is held at a time."""
        step = limit // _RANGES
        bounds = np.array([k * step for k in range(_RANGES)], dtype=np.uint64)
        cuts = [np.append(np.searchsorted(h, bounds), np.searchsorted(h, limit)) for h in self.hashes]
        for k in range(_RANGES):
            pieces = [h[c[k] : c[k + 1]] for h, c in zip(self.hashes, cuts, strict=True)]
            if pieces:
                yield np.concatenate(pieces), np.repeat(np.arange(len(pieces)), [len(p) for p in pieces])

    def candidates(self) -> list[tuple[int, int]]:
        """Pairs of texts that share shingles of the sample, those that look most alike first."""
        codes = np.array([int.from_bytes(s.digest[:4], "little") for s in self.sketches], dtype=np.uint64)
        size = np.uint64(len(self))
        found, counts = np.array([], dtype=np.uint64), np.array([], dtype=np.int64)
        weighed, rarity = np.array([], dtype=np.float64), np.array([], dtype=np.float64)
        for hashes, texts in self._ranges(_SAMPLED):
            # A shingle's texts stand in an order of its own, so that a shingle of thousands pairs each text with others than the next shingle does.
            mixed = (codes[texts] * np.uint64(0x9E3779B1) ^ hashes * np.uint64(0x85EBCA77)) % np.uint64(0xFFFFFFFB)
            order = np.lexsort((texts, mixed, hashes))
            pairs, weights, rare = _met(hashes[order], texts[order].astype(np.uint64), size)
            joined, inverse = np.unique(np.concatenate((found, pairs)), return_inverse=True)
            ones = np.ones(len(pairs))
            counts = np.bincount(inverse, weights=np.concatenate((counts, ones)), minlength=len(joined)).astype(np.int64)
            weighed = np.bincount(inverse, weights=np.concatenate((weighed, weights)), minlength=len(joined)).astype(np.float64)
            rarity = np.bincount(inverse, weights=np.concatenate((rarity, rare)), minlength=len(joined)).astype(np.float64)
            found = joined
        sampled = np.array([np.searchsorted(h, _SAMPLED) for h in self.hashes], dtype=np.int64)
        limits = np.array([s.limit for s in self.sketches], dtype=np.int64)
        one, other = (found // size).astype(np.int64), (found % size).astype(np.int64)
        shorter = np.minimum(sampled[one], sampled[other])
        # Texts of different sampling are compared by less than the sample; nothing is left out for them on its count.
        sure = (shorter >= _COUNTED) & (np.minimum(limits[one], limits[other]) >= _SAMPLED)
        enough = (counts >= _SHARED) & (~sure | (weighed >= _LEAST * shorter))
        order = np.lexsort((found[enough], -rarity[enough]))
        one, other = one[enough][order], other[enough][order]
        # Each text is compared with those it shares the rarest wording with: enough to reach every copy through others, and no more under one notice.
        kept = (_rank(one) < _COMPARED) | (_rank(other) < _COMPARED)
        return [(int(a), int(b)) for a, b in zip(one[kept], other[kept], strict=True)]

    # Common wording -----------------------------------------------------------------------------------------------------

    def common(self, component: list[int]) -> Hashes:
        """The shingles that stand in several components of texts, sorted."""
        of = np.array(component, dtype=np.uint64)
        found: list[Hashes] = []
        for hashes, texts in self._ranges(1 << 32):
            held = np.sort((hashes.astype(np.uint64) << np.uint64(32)) | of[texts])
            held = held[np.append(held[1:] != held[:-1], True)] >> np.uint64(32) if len(held) else held
            # Sorted: a value that stands again so many places on stands in so many components.
            values = held[: len(held) - _COMMON + 1][held[_COMMON - 1 :] == held[: len(held) - _COMMON + 1]] if len(held) >= _COMMON else held[:0]
            found.append(np.unique(values).astype(np.uint32))
        return np.concatenate(found) if found else np.array([], dtype=np.uint32)

    def leave_out(self, common: Hashes) -> set[int]:
        """Take the common wording out of what texts are compared by; the texts that had some."""
        changed: set[int] = set()
        if not len(common):
            return changed
        for k, hashes in enumerate(self.hashes):
            at = np.minimum(np.searchsorted(common, hashes), len(common) - 1)
            own = hashes[common[at] != hashes]
            if len(own) < len(hashes):
                self.hashes[k] = own
                changed.add(k)
        return changed

    # Comparing ----------------------------------------------------------------------------------------------------------

    def shared(self, a: int, b: int) -> tuple[float, float]:
        """The share of the shorter text that the longer one holds, and the shorter one's length as a share of the longer one's."""
        one, other = self.hashes[a], self.hashes[b]
        limits = self.sketches[a].limit, self.sketches[b].limit
        if limits[0] != limits[1]:
            limit = min(limits)
            one, other = one[: np.searchsorted(one, limit)], other[: np.searchsorted(other, limit)]
        shorter, longer = sorted((len(one), len(other)))
        if shorter < _FEWEST_SHINGLES:
            return 0.0, 0.0
        both = np.sort(np.concatenate((one, other)), kind="stable")
        return int((both[1:] == both[:-1]).sum()) / shorter, shorter / longer

    def copies(self, a: int, b: int, share: float, ratio: float) -> bool:
        return share >= (_COPY if ratio >= _MUCH_LONGER else _COPY_IN_LONG) or self.shuffled(a, b, share, ratio)

    def shuffled(self, a: int, b: int, share: float, ratio: float) -> bool:
        """Whether the texts are the same words in another order."""
        if share < _SHUFFLED or ratio < _SHUFFLED_LENGTH:
            return False
        return vocabulary_held(self.sketches[a], self.sketches[b]) >= _SHUFFLED_WORDS

    # Parts --------------------------------------------------------------------------------------------------------------

    def of_one_text(self, parts: list[tuple[int, int, float]], whole: Unions[int]) -> list[tuple[int, int, float]]:
        """Of pairs of a long text and a part of it those that make no two texts one: of parts that share no text, a long text goes with the longest."""
        held: dict[int, set[int]] = defaultdict(set)
        directed = []
        for a, b, share in parts:
            part, long = (a, b) if self._length(a) <= self._length(b) else (b, a)
            directed.append((part, long, share))
            held[whole.root(long)].add(part)
        kept = {long: self._one_class(sorted(found), whole) for long, found in held.items()}
        return [(part, long, share) for part, long, share in directed if part in kept[whole.root(long)]]

    def _length(self, k: int) -> int:
        """About how many shingles a text has, of which it may have kept fewer."""
        return len(self.hashes[k]) * (1 << 32) // max(1, self.sketches[k].limit)

    def _one_class(self, parts: list[int], whole: Unions[int]) -> set[int]:
        """The parts that hang together, by text they share or as copies, with the longest of them."""
        linked: Unions[int] = Unions(parts)
        for i, one in enumerate(parts):
            for other in parts[:i]:
                if not linked.joined(one, other) and (whole.joined(one, other) or self.shared(one, other)[0] >= _APART):
                    linked.join(one, other)
        longest = max(parts, key=lambda k: (self._length(k), k))
        return {k for k in parts if linked.joined(k, longest)}

    # What comes of it ---------------------------------------------------------------------------------------------------

    def groups(self, joined: Iterable[tuple[int, int, float]], unions: Unions[int]) -> tuple[Group, ...]:
        joins: dict[int, list[Join]] = defaultdict(list)
        for ids, root in zip(self.reports, map(unions.root, range(len(self))), strict=True):
            joins[root] += [Join(ids[0], other, "exact", 1.0) for other in ids[1:]]
        for a, b, share in joined:
            one, other = sorted((self.reports[a][0], self.reports[b][0]))
            joins[unions.root(a)].append(Join(one, other, "near", round(share, 3)))
        members: dict[int, list[str]] = defaultdict(list)
        for k, ids in enumerate(self.reports):
            members[unions.root(k)] += ids
        found = [Group(min(ids), tuple(sorted(ids)), tuple(sorted(joins[root], key=lambda j: (j.one, j.other)))) for root, ids in members.items() if len(ids) > 1]
        return tuple(sorted(found, key=lambda g: g.id))
