"""attributions: who signs a headline behind its dash or colon says it: "Army massacred 220 villagers – HRW", "12 killed in market attack: medics"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.claimed import Claimed
from onrecord.extract.sourcing import Sourcing
from onrecord.lexicon.attribution import cues
from onrecord.model.parse import Parse, Sentence

_MARKS = frozenset({":", "-", "--", "–", "—"})


def signed_lines(parse: Parse, sourcing: Sourcing, claims: list[Claimed]) -> Iterator[Claimed]:
    """One claim for each headline that the parse has cut at who signs it. Cost: linear in the tokens of sentences without a closing mark."""
    for sentence in parse.sentences:
        mark = _mark(parse, sentence)
        if mark is None:
            continue
        tail = range(mark + 1, sentence.last)
        head = next((k for k in reversed(tail) if parse[k].pos in ("NOUN", "PROPN", "ADJ", "VERB")), None)
        first = next((t.i for t in parse.tokens[sentence.first : mark] if not _topic(parse, t.i, mark)), None)
        if head is None or first is None or _paper(sourcing, head) or any(parse[c.at].sent == sentence.i and c.told and c.sources and c.content[0][0] <= parse[first].start for c in claims):
            continue
        yield Claimed(cues()["v", "say"][0], mark, (mark,), ((parse[first].start, parse[mark - 1].end),), (head,), "signed:line", True, 0.6)


def _paper(sourcing: Sourcing, head: int) -> bool:
    """Whether the name is that of the paper, which many pages put behind their titles; "state media" is a source."""
    mention = sourcing.actors.by_head.get(head)
    return mention is not None and mention.kind == "name" and sourcing.parse[head].text[:1].isupper() and sourcing.actors.by_id[mention.entity].sectors == ("JRN",)


def _mark(parse: Parse, sentence: Sentence) -> int | None:
    """The dash or colon that opens what was read apart at the sentence's end."""
    tokens = parse.tokens[sentence.first : sentence.last]
    mark = next((t for t in reversed(tokens) if t.text in _MARKS), None)
    if mark is None or mark.i + 1 >= sentence.last or mark.i - sentence.first < 3:
        return None
    behind = parse.tokens[mark.i : sentence.last]
    return mark.i if any(t.dep == "meta" for t in behind) and not any(t.dep == "ROOT" for t in behind) else None


def _topic(parse: Parse, at: int, mark: int) -> bool:
    """Whether a token belongs to the land that opens the headline, its colon included."""
    token = parse[at]
    while token.dep != "meta" and token.head != token.i:
        token = parse[token.head]
    return token.dep == "meta" and token.i < mark
