"""attributions, transcripts: recorded speech and labelled turns, each its speaker's from the label to the next one.

A label need not stand in a parsed sentence, so that these attributions are made of offsets, not of tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.phrases.told import Range, within
from onrecord.extract.speech.recordings import recordings
from onrecord.extract.speech.turns import BEHIND_LABEL, Turn, turns
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import Attribution, Source
from onrecord.model.common import Derivation
from onrecord.model.ids import span_id
from onrecord.model.layers import ActorLayer, ActorMention, AttributionExtent
from onrecord.model.parse import Parse
from onrecord.model.text import CleanText

# How the rules of these attributions begin.
MARKED = ("cue:turn/", "cue:recording/")
_ANSWERS = frozenset({"a", "answer"})
_QUESTIONS = frozenset({"q", "question"})
_QUESTION = re.compile(r"[^\s.!?][^.!?\n]*\?")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_COLON = re.compile(BEHIND_LABEL)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Marked speech, in clean offsets: the mark, the speaker's name where the text gives one, the words, and whether they only ask. `label`: a label that names
    nobody ("A")."""

    mark: Range
    speaker: Range | None
    words: Range
    rule: str
    asks: bool = False
    label: Range | None = None


def spoken(text: str) -> Iterator[Spoken]:
    """Every recording and every turn of a text. A recording ends where a labelled turn begins."""
    labelled = turns(text)
    said = {t.label for t in labelled}
    for one in recordings(text):
        limit = min((t.label[0] - 1 for t in labelled if one.words[0] <= t.label[0] < one.words[1]), default=one.words[1])
        if one.speaker not in said and text[one.words[0] : limit].strip():
            yield Spoken(one.mark, one.speaker, (one.words[0], one.words[0] + len(text[one.words[0] : limit].rstrip())), "cue:recording/label:marked")
    for turn in labelled:
        if turn.asks and text[slice(*turn.label)].casefold() in _QUESTIONS:
            # A bare "Q:" is the outlet itself: what it tells before it asks is its own word.
            for asked in _QUESTION.finditer(text, *turn.words):
                yield Spoken(_mark(text, turn), None, asked.span(), "cue:turn/label:asked", True)
            continue
        answers = text[slice(*turn.label)].casefold() in _ANSWERS and not turn.opening
        yield Spoken(_mark(text, turn), _who(text, turn), turn.words, "cue:turn/label:asked" if turn.asks else "cue:turn/label:turn", turn.asks, turn.label if answers else None)


def _mark(text: str, turn: Turn) -> Range:
    """The colon, or the bracket that opens the label."""
    colon = _COLON.match(text, turn.label[1])
    return (colon.end() - 1, colon.end()) if colon is not None else (turn.label[0] - 1, turn.label[0])


def _who(text: str, turn: Turn) -> Range | None:
    return turn.label if turn.label[1] - turn.label[0] > 1 and text[slice(*turn.label)].casefold() not in _ANSWERS else None


@dataclass(frozen=True, slots=True)
class Transcriber:
    """Makes the attributions of marked speech."""

    clean: CleanText
    parse: Parse
    actors: ActorLayer
    report: str
    version: str

    def made(self) -> Iterator[tuple[Attribution, AttributionExtent]]:
        said = list(spoken(self.clean.text))
        for ordinal, one in enumerate(said):
            mark = self.clean.spans(*one.mark)
            if not mark:
                continue
            identity = span_id("attribution", self.report, mark, ordinal)
            node = Attribution(
                identity, self.source(one, said), mark, tuple(self.clean.spans(*one.words)), "indirect", None, (),
                {"content": Derivation("attributions", self.version, one.rule)}, 0.9, told=not one.asks,
            )  # fmt: skip
            cue, label = self.tokens(one.mark), self.tokens(named) if (named := one.speaker or one.label) is not None else ()
            own = self.without_asides(one) if one.rule.startswith(MARKED[1]) else (one.words,)
            yield node, AttributionExtent(identity, cue, label, own, "asserts", "asked" if one.asks else "certain")

    def without_asides(self, one: Spoken) -> tuple[Range, ...]:
        """The words of a recording without what stands in brackets: nobody speaks brackets, and who writes it down explains with them."""
        made: list[Range] = []
        start = one.words[0]
        for aside in _ASIDE.finditer(self.clean.text, *one.words):
            made += [(start, aside.start())] if start < aside.start() else []
            start = aside.end()
        made += [(start, one.words[1])] if start < one.words[1] else []
        return tuple(made) or (one.words,)

    def tokens(self, place: Range) -> tuple[int, ...]:
        return tuple(t.i for t in within(self.parse, place) if t.pos != "PUNCT" or place[1] - place[0] == 1)

    def source(self, one: Spoken, said: list[Spoken]) -> Source | None:
        """The speaker: by the label, with the actor whom it names; under a bare "A:" the one person named before the first question."""
        if one.speaker is None:
            person = self.answering(said) if one.rule.endswith(":turn") else None
            if person is None:
                # Nobody is named: whoever answers, under his "A".
                return Source("anonymous", None, self.clean.spans(*one.label)) if one.label is not None else None
            return Source("named", person.entity, self.clean.spans(self.parse[person.first].start, self.parse[person.last - 1].end))
        words = self.clean.text[slice(*one.speaker)]
        if not one.asks and word_set("asking_labels").isdisjoint(words.casefold().split()):
            return Source("named", self.entity(one.speaker, words), self.clean.spans(*one.speaker))
        return Source("anonymous", None, self.clean.spans(*one.speaker))

    def entity(self, label: Range, words: str) -> str | None:
        here = next((self.actors.by_head[t.i].entity for t in within(self.parse, label) if t.i in self.actors.by_head), None)
        if here is not None:
            return here
        wanted = {w.casefold() for w in _WORD.findall(words.split(",")[0])}
        met = [e.id for e in self.actors.entities if e.kind == "person" and wanted <= {w.casefold() for w in _WORD.findall(e.name)}]
        return met[0] if len(met) == 1 else None

    def answering(self, said: list[Spoken]) -> ActorMention | None:
        """The person named before the first question, other than the one to whom he spoke; None where there are several."""
        p, first = self.parse, min(s.mark[0] for s in said)
        people = [m for m in self.actors.mentions if m.kind == "name" and self.actors.by_id[m.entity].kind == "person" and p[m.head].start < first]
        asking = {m.entity for m in people if p[m.head].dep == "pobj" and p[p[m.head].head].lower in ("to", "by", "with")}
        left = [m for m in people if m.entity not in asking]
        return left[0] if len({m.entity for m in left}) == 1 else None
