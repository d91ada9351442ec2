"""attributions, choice: which words of a report do report, and which stretch each of them reports, by the learned model."""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.extract.speech.cue_features import Seer, weighed_as
from onrecord.extract.speech.cue_options import Option, Proposer
from onrecord.extract.speech.cue_rivals import LEAST, Scored, beside, odds
from onrecord.extract.speech.reaches import dating_mark
from onrecord.lexicon.attribution_model import AttributionModel
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import ActorLayer
from onrecord.model.parse import Parse, Token
from onrecord.quotes import Quotation

_SAME = 0.35
_SAYING = word_set("verbs_of_saying")
_MARKS = frozenset({'"', "“", "‘", "«"})
_LABELS = frozenset({":", "—", "–", "―", "--"})


@dataclass(frozen=True, slots=True)
class Choice:
    option: Option
    probability: float


def may_report(parse: Parse, token: Token, lemmas: frozenset[str], weighed: str | None = None) -> bool:
    """Whether a word, or the one as which it is weighed, is on the list of those that ever report, in a position in which they can."""
    if token.pos == "PUNCT":
        return token.text in _LABELS
    if token.dep in ("aux", "auxpass") or parse.sentences[token.sent].part == "byline":
        return False
    if token.lower == "to" and token.i and parse[token.i - 1].lower == "according":
        return False
    return (weighed or f"{token.pos}:{token.lemma.lower()}") in lemmas


def scored(parse: Parse, text: str, actors: ActorLayer, quoted: tuple[Quotation, ...], model: AttributionModel) -> Iterator[Scored]:
    """Every option of every word that passes the first look, where it has a chance at all."""
    proposer, seer = Proposer(parse, text, actors, quoted), Seer(parse, text, actors, quoted, model.lemmas)
    least = odds(LEAST)
    for token in parse.tokens:
        weighed = weighed_as(token.pos, token.lemma.lower(), model.lemmas)
        if not may_report(parse, token, model.lemmas, weighed):
            continue
        own = seer.cue(token)
        word = model.cue.probability(own)
        if word < model.cue_floor:
            continue
        for option in proposer.options(token):
            score = model.content.odds(own + seer.option(option))
            if score >= least:
                yield Scored(option, score, word, weighed)


def chosen(parse: Parse, text: str, actors: ActorLayer, quoted: tuple[Quotation, ...], model: AttributionModel) -> list[Choice]:
    """The best content of each reporting word; of two words that report the same words the surer one. In text order of the cues."""
    options = [s for s in scored(parse, text, actors, quoted, model) if not _denied(parse, s.option.cue)]
    judged = [(s, model.rivals.probability(features)) for s, features in zip(options, beside(parse, options), strict=True)]
    found = [Choice(s.option, p) for s, p in judged if p >= model.floor]
    found += answering(parse, judged, {c.option.cue for c in found}, model.floor)
    found.sort(key=lambda c: (-c.probability, c.option.cue, c.option.content))
    kept: list[Choice] = []
    cues: set[int] = set()
    for choice in found:
        if choice.option.cue in cues or any(shared(choice.option.content, k.option.content) > _SAME and not nested(parse, choice, k) for k in kept):
            continue
        cues.add(choice.option.cue)
        kept.append(choice)
    return sorted((_own_words(parse, c, kept) for c in kept), key=lambda c: (c.option.cue, c.option.content))


def _own_words(parse: Parse, choice: Choice, kept: list[Choice]) -> Choice:
    """ ""They shot them," said Luz. The army rejected it. "Nobody fired," said General Roe": a further quotation that has a speaker of its own is not the first one's."""
    option = choice.option
    if not option.kind.endswith("&") or len(option.content) < 2:
        return choice
    others = [(parse[c.option.cue], a, b) for c in kept if c is not choice for a, b in c.option.content]
    mine = parse[option.cue].sent
    content = (option.content[0], *(r for r in option.content[1:] if not any(a < r[1] and r[0] < b and cue.sent != mine and cue.start > r[0] for cue, a, b in others)))
    return replace(choice, option=replace(option, content=content)) if content != option.content else choice


def _denied(parse: Parse, cue: int) -> bool:
    """ "denies backing the rebels": who denies a deed that is also a word of speech; "denied saying that" is the denial of words."""
    token = parse[cue]
    return token.tag == "VBG" and token.dep in ("xcomp", "ccomp", "pcomp") and parse[token.head].lemma in word_set("denying_verbs") and token.lemma not in _SAYING


def answering(parse: Parse, judged: list[tuple[Scored, float]], known: set[int], floor: float) -> Iterator[Choice]:
    """ "accused the front, which denies the charge": a denial that tells of who is accused says so, however seldom such a clause is marked in what the weights learned from."""
    best: dict[int, tuple[float, Option]] = {}
    for s, p in judged:
        token = parse[s.option.cue]
        if token.i in known or token.dep != "relcl" or token.lemma != "deny" or not s.option.kind.startswith("dobj"):
            continue
        if any(c.dep == "nsubj" and c.tag in ("WP", "WDT") for c in parse.children(token.i)) and p > best.get(token.i, (0.0, s.option))[0]:
            best[token.i] = (p, s.option)
    for _, option in best.values():
        yield Choice(option, floor)


def nested(parse: Parse, one: Choice, other: Choice) -> bool:
    """Whether the words of one tell that the other is said: "the ministry said residents had told it that ..." has two sources and no rivals. Only where the inner
    one is a verb of saying with a speaker of its own and a clause: what is believed, or said by "he", inside what somebody says is that one's."""
    inner, outer = (one, other) if _size(one) < _size(other) else (other, one)
    token = parse[inner.option.cue]
    within = any(a <= token.start and token.end <= b for a, b in outer.option.content)
    if within and parse[outer.option.cue].lemma in word_set("denying_verbs"):
        mark = dating_mark(parse, outer.option.cue, parse.sentences[token.sent].last)
        if mark is not None and mark < token.i:
            return True  # "denied that it had crossed, two days after officials described a raid"
    if not within or any(a <= parse[outer.option.cue].start < b for a, b in inner.option.content) or _quoted(parse, outer):
        return False
    speaker = next((c for c in parse.children(token.i) if c.dep == "nsubj"), None)
    if parse[outer.option.cue].lower == "according":
        # "According to the lawyer, the premier had asked guards to arrest two deputies": the premier's request, on the lawyer's word
        return speaker is not None and speaker.pos in ("NOUN", "PROPN")
    return token.lemma in _SAYING and speaker is not None and speaker.pos in ("NOUN", "PROPN") and (inner.option.kind.startswith("ccomp") or (token.lemma == "claim" and token.dep == "relcl" and inner.option.kind.startswith("xcomp")))


def _quoted(parse: Parse, choice: Choice) -> bool:
    start = choice.option.content[0][0]
    at = bisect.bisect_left(parse.tokens, start, key=lambda t: t.start)
    return at < len(parse) and parse[at].start == start and parse[at].text in _MARKS


def _size(choice: Choice) -> int:
    return sum(b - a for a, b in choice.option.content)


def shared(one: tuple[tuple[int, int], ...], other: tuple[tuple[int, int], ...]) -> float:
    """Characters in both over characters in either."""
    if one[-1][1] <= other[0][0] or other[-1][1] <= one[0][0]:
        return 0.0
    both = sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
    return both / (sum(b - a for a, b in one) + sum(b - a for a, b in other) - both)
