"""attributions, rivals: how a stretch stands beside the others that were scored with it. Training and coding share this.

A word and its content are scored alone first. What that cannot see is told here: how much better the word's other stretches score, whether another word
scores better on the same stretch, whether a surer content stands around this one.
"""

from __future__ import annotations

import math
from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.speech.cue_options import Option
from onrecord.model.parse import Parse

# Below this chance a stretch is neither looked at again nor anybody's rival.
LEAST = 0.02
_NOTHING = -12.0
_SCORES = (-3.5, -3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3, 4)
_LEADS = (-6, -4, -3, -2, -1.5, -1, -0.6, -0.3, -0.01, 0.01, 0.3, 0.6, 1, 1.5, 2, 3, 4, 6)
_LENGTHS = (2, 3, 4, 6, 9, 13, 19, 28, 42)
_SAME, _TWIN = 0.5, 0.8


@dataclass(frozen=True, slots=True)
class Scored:
    """An option with the log odds of the first model; `word` is the chance that its cue reports anything, `lemma` the cue as "POS:lemma"."""

    option: Option
    score: float
    word: float
    lemma: str


def beside(parse: Parse, scored: Sequence[Scored]) -> list[list[str]]:
    """Features of each option that the others give it, in the order given. Cost: pairs within a sentence and its neighbours."""
    own: dict[int, list[float]] = defaultdict(list)
    near: dict[int, list[int]] = defaultdict(list)
    for n, s in enumerate(scored):
        own[s.option.cue].append(s.score)
        near[parse[s.option.cue].sent].append(n)
    for scores in own.values():
        scores.sort(reverse=True)
    found: list[list[str]] = []
    for n, s in enumerate(scored):
        sentence = parse[s.option.cue].sent
        around = [scored[k] for k in (*near.get(sentence - 1, ()), *near[sentence], *near.get(sentence + 1, ())) if k != n]
        found.append(_features(s, own[s.option.cue], around, sentence))
    return found


def _features(s: Scored, own: list[float], around: list[Scored], sentence: int) -> list[str]:
    same = part = other = twin = _NOTHING
    start, end = s.option.content[0][0], s.option.content[-1][1]
    for r in around:
        a, b = r.option.content[0][0], r.option.content[-1][1]
        both = min(b, end) - max(a, start)
        either = max(b, end) - min(a, start)
        if r.option.cue == s.option.cue:
            if both > _TWIN * either:
                twin = max(twin, r.score)
            continue
        other = max(other, r.score)
        if both > _SAME * either:
            same = max(same, r.score)
        elif both > 0:
            part = max(part, r.score)
    first = s.score == own[0]
    rank = min(own.index(s.score), 4)
    rest = (own[1] if len(own) > 1 else _NOTHING) if first else own[0]
    kind = s.option.kind.rstrip("&").split(":")[0].split("+")[0].split("-")[0].split(">")[0]
    z, lead, rival = bisect(_SCORES, s.score), bisect(_LEADS, s.score - own[0]), bisect(_LEADS, s.score - same)
    best, inner, nearby, alike = bisect(_SCORES, rest), bisect(_SCORES, part), bisect(_SCORES, other), bisect(_SCORES, twin)
    size = bisect(_LENGTHS, (end - start) / 6)
    return [
        f"z={z}", f"rank={rank}", f"lead={lead}", f"z+lead={z}+{lead}", f"best={best}+{first}", f"same={bisect(_SCORES, same)}", f"rival={rival}", f"z+rival={z}+{rival}",
        f"part={inner}", f"z+part={z}+{inner}", f"near={nearby}", f"z+near={z}+{nearby}", f"twin={alike}", f"z+twin={z}+{alike}", f"lead+rival={lead}+{rival}",
        f"k+z={kind}+{z}", f"k+rank={kind}+{rank}", f"k+part={kind}+{inner}", f"k+rival={kind}+{rival}", f"k+lead={kind}+{lead}", f"l+rank={s.lemma}+{rank}",
        f"sent={min(sentence, 6)}", f"l+sent={s.lemma}+{min(sentence, 3)}", f"size={size}", f"n={min(len(own), 12)}", f"word={bisect(_SCORES, odds(s.word))}", f"lead+best={lead}+{best}+{first}",
    ]  # fmt: skip


def odds(p: float) -> float:
    """The logarithm of the odds of a chance."""
    return math.log(max(p, 1e-6) / max(1 - p, 1e-6))
