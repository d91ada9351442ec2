"""The table of stages, its wiring check, and the run of one report through it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from onrecord.actorlists import Listing
from onrecord.errors import ConfigurationError
from onrecord.extract.actors import ActorStage
from onrecord.extract.attributions import AttributionStage
from onrecord.extract.authority import AuthorityStage
from onrecord.extract.candidates import CandidateStage
from onrecord.extract.disputes import DisputeStage
from onrecord.extract.events import EventStage
from onrecord.extract.parse import ParseStage
from onrecord.extract.places import PlaceStage
from onrecord.extract.quantities import QuantityStage
from onrecord.extract.questions import QuestionStage
from onrecord.extract.status import StatusStage
from onrecord.extract.times import TimeStage
from onrecord.lexicon.tables import resources_digest
from onrecord.model.common import Issue
from onrecord.model.ids import make_id
from onrecord.model.layers import Added
from onrecord.model.report import Coded
from onrecord.model.text import CleanText
from onrecord.prepare import Clean, Language
from onrecord.prepare.language import coded_as


class Stage(Protocol):
    """A pure step: it reads the layers it requires and returns only the layers it provides."""

    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def requires(self) -> tuple[str, ...]: ...
    @property
    def provides(self) -> tuple[str, ...]: ...
    def run(self, layers: Mapping[str, object]) -> Added: ...


# The way of one report. Each row: the stage, what it answers, how far it has come (plain baselines say so).
def stages(model: str, gate: bool, lists: Listing | None = None) -> tuple[Stage, ...]:
    """The table of stages, in order; `lists` are users' own actors."""
    return (
        Clean(),  # text as it should read, every edit mapped back
        Language(),  # English, or left uncoded
        ParseStage(model, gate),  # sentences, the gate, dependencies, names
        ActorStage(lists=lists or Listing()),  # who: entities with country, sector, office
        PlaceStage(),  # where
        TimeStage(),  # when
        AttributionStage(),  # who says it, in which words, what
        CandidateStage(),  # triggers: PLOVER type, mode, arguments
        StatusStage(),  # did it happen, per assertion
        EventStage(),  # events; baseline: grouping of mentions within the report
        QuantityStage(),  # killed, injured, detained, crowds
        AuthorityStage(),  # on what legal basis
        QuestionStage(),  # what is not known
        DisputeStage(),  # baseline: claims with opposed stances within the report
    )


PREPARE = ("clean", "language")


def supported(layers: Mapping[str, object]) -> bool:
    """Whether the text can be coded: English, or too little Latin text to tell."""
    return coded(layers) == "yes"


def coded(layers: Mapping[str, object]) -> Coded:
    """yes | unsupported_language | empty, from the clean text and its language; yes before they are known."""
    clean = layers.get("clean")
    if not isinstance(clean, CleanText):
        return "yes"
    language = layers.get("language")
    return coded_as(clean.text, language if isinstance(language, str) else None)


def check(stages: Iterable[Stage], given: frozenset[str] = frozenset({"report"})) -> None:
    """Raise ConfigurationError where a stage requires what no earlier stage provides, or two provide the same."""
    known = set(given)
    for stage in stages:
        missing = [layer for layer in stage.requires if layer not in known]
        if missing:
            raise ConfigurationError(f"stage {stage.name!r} requires {', '.join(missing)}, which no earlier stage provides")
        twice = known.intersection(stage.provides)
        if twice:
            raise ConfigurationError(f"stage {stage.name!r} provides {', '.join(sorted(twice))}, which is there already")
        known.update(stage.provides)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The layers of one run and every issue a stage raised; `failed` names the stage that gave up, if one did."""

    layers: Mapping[str, object]
    issues: tuple[Issue, ...]
    failed: str | None = None


def run(stages: Iterable[Stage], layers: Mapping[str, object], report_id: str, stop: str | None = None) -> Outcome:
    """Run the stages in order. A stage that raises on this report becomes an error issue and ends this report only.

    `stop` names a layer after which to stop. ConfigurationError passes through: it concerns every report.
    """
    have = dict(layers)
    issues: list[Issue] = []
    for stage in stages:
        try:
            added = stage.run(have)
        except ConfigurationError:
            raise
        except Exception as error:
            message = f"stage {stage.name} gave up on this report: {type(error).__name__}: {error}"
            issues.append(Issue(make_id("issue", report_id, "stage_failed", stage.name), "stage_failed", "error", message))
            return Outcome(have, tuple(issues), stage.name)
        unexpected = set(added.layers) - set(stage.provides)
        if unexpected:
            raise ConfigurationError(f"stage {stage.name!r} added {', '.join(sorted(unexpected))}, which it does not say it provides")
        have.update(added.layers)
        issues += added.issues
        if stop is not None and stop in added.layers:
            break
    return Outcome(have, tuple(issues))


def digest(stages: Iterable[Stage]) -> str:
    """sha256 over the stages in order (their settings included) and every resource file; 16 hex digits."""
    body = "\n".join(f"{stage!r}" for stage in stages) + resources_digest()
    return hashlib.sha256(body.encode()).hexdigest()[:16]
