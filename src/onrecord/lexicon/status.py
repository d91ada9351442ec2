"""Status lexicons: embedding predicates and their signatures, modals, modifiers, negators, and the table of labels."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import get_args

from onrecord.errors import ResourceError
from onrecord.lexicon.tables import read_rows, read_terms, resource
from onrecord.model.status import Axes, Certainty, Frame, Phase, Polarity, Status, TimeAxis

OCCASIONS = ("predicate", "pos", "given", "occasion", "signature", "example", "label")
EMBEDDING = ("predicate", "pos", "complements", "signature", "negated", "example", "label")
SIGNATURES = ("signature", "time", "polarity", "certainty", "phase", "frame")
LABELS = ("time", "polarity", "certainty", "phase", "frame", "attributed", "label")
_AXIS_VALUES = {"time": TimeAxis, "polarity": Polarity, "certainty": Certainty, "phase": Phase, "frame": Frame}
# An outer operator never makes an act surer than an inner one left it.
_CERTAINTY_RANK = {"certain": 0, "probable": 1, "suspected": 2, "possible": 3, "conditional": 4}
_FRAME_RANK = {"none": 0, "intention": 1, "threat": 2, "proposal": 3, "accusation": 4}


@dataclass(frozen=True, slots=True)
class Signature:
    """What an operator does to the axes of the act below it; '' leaves an axis alone, `flip` turns polarity round."""

    name: str
    time: str
    polarity: str
    certainty: str
    phase: str
    frame: str

    def apply(self, axes: Axes) -> Axes:
        """The axes seen from above this operator."""
        changed: dict[str, str] = {}
        if self.polarity == "flip":
            changed["polarity"] = "negative" if axes.polarity == "positive" else "positive"
        elif self.polarity:
            changed["polarity"] = self.polarity
        if self.name == "denial":
            # Who denies a rumour or a charge says plainly that it is not so.
            return replace(axes, polarity="negative" if axes.polarity == "positive" else "positive", certainty="certain", frame="none")
        if self.certainty and axes.certainty != "suspected" and _CERTAINTY_RANK[self.certainty] > _CERTAINTY_RANK[axes.certainty]:
            changed["certainty"] = self.certainty
        if self.frame and _FRAME_RANK[self.frame] > _FRAME_RANK[axes.frame]:
            changed["frame"] = self.frame
        if self.phase and not (axes.phase in ("cancelled",) and self.phase != "complete"):
            changed["phase"] = self.phase
        if self.time:
            changed["time"] = self.time
        if self.polarity == "flip" and changed["polarity"] == "positive":
            # Two negatives meet ("failed to prevent", "did not refuse"): the act below is real again.
            changed["phase"] = "complete"
        return replace(axes, **changed)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Embedding:
    """A predicate that embeds acts: its companions, the complements it takes, its signature plain and under negation."""

    head: str
    companions: tuple[str, ...]
    pos: str
    complements: frozenset[str]
    signature: str
    negated: str
    rule: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """A reading of an embedding predicate that holds on an occasion only (a form of the predicate; `factuality.occasions` tells which); no signature: it embeds nothing then."""

    given: str
    occasion: str
    signature: str


@dataclass(frozen=True, slots=True)
class Modal:
    """A modal in one form (plain | perfect | progressive | passive) and what it does, plain and negated."""

    lemma: str
    form: str
    signature: str
    negated: str
    time: str


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A verb that lends an event noun its tense: where the noun stands, whether its subject acts or suffers."""

    words: tuple[str, ...]
    slot: str
    signature: str
    actor: str
    recipient: str


@dataclass(frozen=True, slots=True)
class LabelRow:
    cells: tuple[frozenset[str], ...]
    label: Status


@dataclass(frozen=True, slots=True)
class Background:
    pattern: re.Pattern[str]
    rule: str


@dataclass(frozen=True, slots=True)
class StatusLexicon:
    signatures: dict[str, Signature]
    embeddings: dict[tuple[str, str], tuple[Embedding, ...]]
    occasions: dict[str, tuple[Occasion, ...]]
    modals: dict[str, tuple[Modal, ...]]
    modifiers: dict[tuple[str, str], str]
    negators: dict[str, str]
    conditionals: dict[str, str]
    background: tuple[Background, ...]
    light: dict[str, tuple[LightVerb, ...]]
    phases: dict[str, str]
    results: frozenset[tuple[str, str]]
    drafts: frozenset[str]
    menacing: frozenset[str]
    topics: frozenset[str]
    labels: tuple[LabelRow, ...]

    def label(self, axes: Axes, attributed: bool) -> Status:
        """The label of an assertion: the first row of the table that its axes match."""
        cells = (axes.time, axes.polarity, axes.certainty, axes.phase, axes.frame, "yes" if attributed else "no")
        for row in self.labels:
            if all("*" in allowed or cell in allowed for cell, allowed in zip(cells, row.cells, strict=True)):
                return row.label
        raise ResourceError(f"labels.tsv: no row for {cells}")


def _signatures() -> dict[str, Signature]:
    made: dict[str, Signature] = {}
    for row in read_rows(resource("lexicon", "en", "status", "signatures.tsv"), SIGNATURES):
        for axis, kind in _AXIS_VALUES.items():
            value = row[axis]
            if value and value != "flip" and value not in get_args(kind):
                raise ResourceError(f"{row.where}: {value!r} is no value of {axis}")
        made[row["signature"]] = Signature(*(row[c] for c in SIGNATURES))
    return made


def _embeddings(known: dict[str, Signature]) -> dict[tuple[str, str], tuple[Embedding, ...]]:
    made: dict[tuple[str, str], list[Embedding]] = {}
    for row in read_rows(resource("lexicon", "en", "status", "embedding.tsv"), EMBEDDING):
        words = row["predicate"].lower().split()
        for name in (row["signature"], row["negated"]):
            if name and name not in known:
                raise ResourceError(f"{row.where}: no signature {name!r}")
        entry = Embedding(
            words[0], tuple(words[1:]), row["pos"], frozenset(row.items("complements")), row["signature"], row["negated"],
            f"embedding:{row['predicate']}/{row['pos']}:{row.line}",
        )  # fmt: skip
        made.setdefault((entry.pos, entry.head), []).append(entry)
    return {key: tuple(sorted(group, key=lambda e: -len(e.companions))) for key, group in made.items()}


def _occasions(known: dict[str, Signature]) -> dict[str, tuple[Occasion, ...]]:
    """"predicate/pos" -> its readings on occasions."""
    made: dict[str, list[Occasion]] = {}
    for row in read_rows(resource("lexicon", "en", "status", "occasions.tsv"), OCCASIONS):
        if row["signature"] and row["signature"] not in known:
            raise ResourceError(f"{row.where}: no signature {row['signature']!r}")
        made.setdefault(f"{row['predicate']}/{row['pos']}", []).append(Occasion(row["given"], row["occasion"], row["signature"]))
    return {key: tuple(group) for key, group in made.items()}


def _labels() -> tuple[LabelRow, ...]:
    made: list[LabelRow] = []
    for row in read_rows(resource("lexicon", "en", "status", "labels.tsv"), LABELS):
        label = row["label"]
        if label not in get_args(Status):
            raise ResourceError(f"{row.where}: no status {label!r}")
        made.append(LabelRow(tuple(frozenset(row[c].split("|")) for c in LABELS[:-1]), label))  # type: ignore[arg-type]
    return tuple(made)


def _modals() -> dict[str, tuple[Modal, ...]]:
    columns = ("modal", "form", "negated", "signature", "negated_signature", "time", "example", "label")
    made: dict[str, list[Modal]] = {}
    for row in read_rows(resource("lexicon", "en", "status", "modals.tsv"), columns):
        modal = Modal(row["modal"].lower(), row["form"], row["signature"], row["negated_signature"], row["time"])
        made.setdefault(modal.lemma, []).append(modal)
    return {key: tuple(group) for key, group in made.items()}


def _column_map(name: str, columns: tuple[str, ...], key: str, value: str) -> dict[str, str]:
    return {row[key].lower(): row[value] for row in read_rows(resource("lexicon", "en", "status", name), columns)}


def _modifiers() -> dict[tuple[str, str], str]:
    """(word, a for adjectives or v for adverbs) -> signature; (word, '') is the reading of a word listed under one part of speech only."""
    made: dict[tuple[str, str], str] = {}
    for row in read_rows(resource("lexicon", "en", "status", "modifiers.tsv"), ("word", "pos", "signature", "example", "label")):
        word, kind = row["word"].lower(), "v" if row["pos"].startswith("r") else "a"
        made[(word, kind)] = row["signature"]
        made.setdefault((word, ""), row["signature"])
    return made


def _light() -> dict[str, tuple[LightVerb, ...]]:
    columns = ("verb", "noun_slot", "signature", "example", "actor", "recipient")
    made: dict[str, list[LightVerb]] = {}
    for row in read_rows(resource("lexicon", "en", "status", "light_verbs.tsv"), columns):
        words = tuple(row["verb"].lower().split())
        made.setdefault(words[0], []).append(LightVerb(words, row["noun_slot"], row["signature"], row["actor"], row["recipient"]))
    return {key: tuple(sorted(group, key=lambda v: -len(v.words))) for key, group in made.items()}


def _background() -> tuple[Background, ...]:
    rows = read_rows(resource("lexicon", "en", "status", "background.tsv"), ("pattern", "example", "counter"))
    return tuple(Background(re.compile(row["pattern"], re.IGNORECASE), f"background:{row.line}") for row in rows)


@lru_cache(maxsize=1)
def status_lexicon() -> StatusLexicon:
    """The lists shipped with the package. Raises ResourceError naming file and line where one is malformed."""
    known = _signatures()
    return StatusLexicon(
        signatures=known,
        embeddings=_embeddings(known),
        occasions=_occasions(known),
        modals=_modals(),
        modifiers=_modifiers(),
        negators=_column_map("negation.tsv", ("word", "pos", "scope", "example"), "word", "scope"),
        conditionals=_column_map("conditionals.tsv", ("marker", "reading", "example"), "marker", "reading"),
        background=_background(),
        light=_light(),
        phases=_column_map("phase.tsv", ("word", "pos", "phase", "example"), "word", "phase"),
        results=frozenset((row["verb"], row["reading"]) for row in read_rows(resource("lexicon", "en", "status", "infinitives.tsv"), ("verb", "reading", "example"))),
        drafts=read_terms(resource("lexicon", "en", "status", "drafts.txt")),
        menacing=read_terms(resource("lexicon", "en", "status", "menacing.txt")),
        topics=read_terms(resource("lexicon", "en", "status", "topics.txt")),
        labels=_labels(),
    )
