"""One adapter an area: rows of inputs to rows of predictions, in the formats that the area's scorer documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import lru_cache, partial
from typing import Any, cast

from onrecord import Coder
from onrecord.extract.headline import main_event
from onrecord.link.duplicates import groups
from onrecord.link.sketch import sketch
from onrecord.link.stance import body_stance, headline_stance
from onrecord.model.actor import Entity, likely_countries
from onrecord.model.event import Event
from onrecord.model.layers import ActorLayer, AttributionLayer, Candidate, CandidateStatus, EventLayer, PlaceLayer
from onrecord.model.parse import Parse
from onrecord.model.record import Record
from onrecord.model.text import CleanText
from onrecord.prepare.clean import clean
from onrecord.readers import MAX_CHARACTERS, read_text
from onrecord.readers.dates import parse_iso
from projection import cameo_root, gsr_events, penta_class

Row = dict[str, Any]
MATERIAL_POLICE = {"arrest", "seize", "restrict", "deport"}


def coded(coder: Coder, row: Row, text: str | None = None, title: bool = False, stop: str | None = None) -> tuple[Record, Mapping[str, object]]:
    """The record and the layers of one row; `title` uses the row's title as the report's."""
    from onrecord.api import assemble
    from onrecord.model.record import CoderInfo

    received = read_text(
        (_words(row) if text is None else text)[:MAX_CHARACTERS], published=_day(row.get("date") or row.get("dct") or row.get("published")), publisher=row.get("publisher"),
        url=row.get("url"), title=row.get("title") if title else None,
    )  # fmt: skip
    outcome = coder.layers(received, stop)
    return assemble(received, outcome, CoderInfo("bench", coder.digest)), outcome.layers


def _words(row: Row, key: str = "text") -> str:
    """The text under `key`; rows come with null, or without the key, where there is none."""
    return str(row.get(key) or "")


def _day(value: object) -> str | None:
    """The calendar day that a value opens with; None where it opens with none that the calendar has."""
    match = re.match(r"\d{4}-\d{2}-\d{2}", str(value or ""))
    found = parse_iso(match.group()) if match else None
    return found.value if found else None


# Event coding --------------------------------------------------------------------------------------------------------


def event_coding(coder: Coder, rows: Iterable[Row], **_: object) -> Iterator[Row]:
    for row in rows:
        # The gold writes 2000-01-01 where no date is known (its README): unknown stays unknown.
        record, layers = coded(coder, {k: v for k, v in row.items() if k != "date" or v != "2000-01-01"})
        yield {"id": row["id"], "events": gsr_events(record, layers)}


def cameo_penta(coder: Coder, rows: Iterable[Row], **_: object) -> Iterator[Row]:
    for row in rows:
        record, layers = coded(coder, row)
        yield {"id": row["id"], "events": penta_class(record, layers)}


def petr_unit(coder: Coder, rows: Iterable[Row], *, dictionaries: str | None = None, **_: object) -> Iterator[Row]:
    from petr import PetrDictionaries, petr_events

    lists = PetrDictionaries.load(dictionaries)
    for row in rows:
        yield {"id": row["id"], "events": petr_events(coder, lists, row)}


def police(coder: Coder, rows: Iterable[Row], **_: object) -> Iterator[Row]:
    """kill, arrest, force: deeds told or alleged whose actor is a police or security force; an arrest also where the state makes it or nobody is named, and what
    only such a force does to crowds. The force killed where its act kills, or where its sentence tells of people killed by nobody else."""
    for row in rows:
        record, _layers = coded(coder, row)
        by_id = {e.id: e for e in record.entities}
        labels: set[str] = set()
        told = [e for e in record.events if e.status in ("occurred", "ongoing", "alleged")]
        for event in told:
            sectors = {s for p in event.actors for s in by_id[p.entity].sectors}
            forces = bool({"COP", "MIL", "PRM"} & sectors)
            deed = event.deed_type or event.type
            if deed == "COERCE" and "arrest" in event.modes and (forces or "GOV" in sectors or not event.actors):
                labels.add("arrest")
            if deed == "ASSAULT" and forces:
                labels.add("force")
                if _kills(event, record) or any(_beside(event, other) and not other.actors and _kills(other, record) for other in told):
                    labels.add("kill")
            if deed == "ASSAULT" and "crowd-control" in event.modes:
                labels.add("force")
        yield {"id": row["id"], "labels": sorted(labels)}


_KILLING = {"kill", "killed", "killing", "killings", "kills", "dead", "death", "deaths", "die", "died", "dies", "perished", "fell", "gunned"}


def _kills(event: Event, record: Record) -> bool:
    return (event.deed_type or event.type) == "ASSAULT" and (
        any(q.kind == "killed" and q.event == event.id for q in record.quantities) or any(s.quote.lower() in _KILLING for m in event.mentions for s in m.trigger)
    )


def _beside(one: Event, other: Event) -> bool:
    """Whether two events are told in one sentence."""
    return one.id != other.id and bool({m.sentence for m in one.mentions} & {m.sentence for m in other.mentions} - {None})


# Status ----------------------------------------------------------------------------------------------------------------

_FACTUALITY = {
    "occurred": "occurred", "ongoing": "occurred", "planned": "future", "proposed": "future", "threatened": "future",
    "denied": "negated", "negated": "negated", "failed": "negated", "alleged": "uncertain",
}  # fmt: skip


def factuality(coder: Coder, rows: Iterable[Row], **_: object) -> Iterator[Row]:
    for row in rows:
        tokens = [str(token or "") for token in row.get("tokens") or ()]
        offsets: list[int] = []
        text = ""
        for token in tokens:
            text += " " if text else ""
            offsets.append(len(text))
            text += token
        span = [k for k in row.get("event_token_span") or () if 0 <= k <= len(tokens)]
        if not span or span[0] >= len(tokens):
            yield {"id": row["id"], "status": "occurred", "score": _SCORES["occurred"]}
            continue
        first, last = span[0], span[-1]
        last = max(first, min(last, len(tokens)) - 1) if last > first else first
        given = given_status(coder, {"text": text, "dct": row.get("dct")}, offsets[first], offsets[last] + len(tokens[last]))
        label = _FACTUALITY.get(given.label) or ("conditional" if given.conditional else "uncertain")
        yield {"id": row["id"], "status": label, "score": given.score}


def status(coder: Coder, rows: Iterable[Row], **_: object) -> Iterator[Row]:
    for row in rows:
        event = row.get("event") or {}
        yield given_status(coder, row, event.get("start") or 0, event.get("end") or 0).row(row["id"])


class Given:
    """The status of one given trigger, with what the record knows of it."""

    def __init__(
        self, label: str, background: bool, conditional: bool, score: float, event: Event | None, record: Record, attribution: str | None = None
    ) -> None:
        self.rule = ""
        self.label, self.background, self.conditional, self.score, self.event, self.record = label, background, conditional, score, event, record
        self.attribution = attribution

    def row(self, identity: object) -> Row:
        entities = {e.id: e for e in self.record.entities}
        event = self.event
        actor = next((entities[p.entity].countries[0] for p in event.actors if entities[p.entity].countries), None) if event else None
        recipient = next((entities[p.entity].countries[0] for p in event.recipients if entities[p.entity].countries), None) if event else None
        return {
            "id": identity, "status": self.label, "background": self.background, "plover_type": (event.deed_type or event.type) if event else None,
            "actor_country": actor, "recipient_country": recipient, "source_text": self._source(),
        }  # fmt: skip

    def _source(self) -> str | None:
        """Who asserts the given mention, not whoever else asserts its event; None where the outlet itself speaks there."""
        node = next((a for a in self.record.attributions if a.id == self.attribution), None)
        if node is None or node.source is None or not node.source.spans:
            return None
        return " ".join(s.words for s in node.source.spans)


_SCORES = {"occurred": 2.6, "ongoing": 2.4, "planned": 0.6, "proposed": -0.3, "threatened": -0.2, "hypothetical": -0.6, "alleged": 0.6, "denied": -2.2, "negated": -2.5, "failed": -2.0}


def given_status(coder: Coder, row: Row, start: int, end: int) -> Given:
    """Always an answer: the walk from the given words, whether or not they are a trigger of the lexicon."""
    from onrecord.extract.factuality.speechacts import candidate_at, speech_acts
    from onrecord.extract.status import Judge
    from onrecord.lexicon.status import status_lexicon

    record, layers = coded(coder, row)
    parse, clean = cast("Parse | None", layers.get("parse")), cast("CleanText | None", layers.get("clean"))
    inside = [t for t in parse.tokens if t.start < end and start < t.end and t.text.strip()] if parse is not None else []
    if parse is None or clean is None or not inside:
        # A text that is left uncoded tells nothing of how real its events are: the middle of the scale.
        return Given("occurred", False, False, 0.0, None, record)
    numbers = {t.i for t in inside}
    head = next((t.i for t in inside if t.head not in numbers or t.head == t.i), inside[-1].i)
    candidates = cast("tuple[Candidate, ...]", layers.get("candidates", ()))
    own = candidate_at(candidates, numbers)
    nominal = parse[head].pos in ("NOUN", "PROPN", "PRON")
    candidate = own or Candidate(head, (head,), "", nominal=nominal)
    judge = Judge(
        parse, clean, status_lexicon(), cast(AttributionLayer, layers.get("attributions", AttributionLayer())),
        speech_acts(candidates), "bench",
    )  # fmt: skip
    judged: CandidateStatus = judge.candidate(candidate)
    assertion = judged.assertions[0]
    event = None
    if own is not None:
        at = cast(EventLayer, layers["events"]).at.get(own.head)
        event = next((e for e in record.events if e.id == at), None)
    score = assertion.factuality if assertion.factuality is not None else _SCORES[assertion.status]
    given = Given(assertion.status, judged.background, assertion.axes.certainty == "conditional", score, event, record, assertion.attribution)
    given.rule = assertion.derivation["status"].rule
    return given


# Attribution, time, place, actors ---------------------------------------------------------------------------------------


def attribution(coder: Coder, rows: Iterable[Row], **_: object) -> Iterator[Row]:
    for row in rows:
        record, _layers = coded(coder, row, stop="attributions")
        found = [
            {
                "source": [[s.start, s.end] for s in (a.source.spans if a.source else ())],
                "cue": [[s.start, s.end] for s in a.cue], "content": [[s.start, s.end] for s in a.content],
            }
            for a in record.attributions
            if not a.or_outlet
        ]  # fmt: skip
        yield {"doc_id": row["doc_id"], "attributions": found}


def temporal(coder: Coder, rows: Iterable[Row], **_: object) -> Iterator[Row]:
    for row in rows:
        record, _layers = coded(coder, row, stop="times")
        yield {
            "doc_id": row["doc_id"],
            "timexes": [{"span": [t.spans[0].start, t.spans[-1].end], "text": _words(row)[t.spans[0].start : t.spans[-1].end], "type": t.type, "value": t.value} for t in record.times],
        }


def geo(coder: Coder, rows: Iterable[Row], **_: object) -> Iterator[Row]:
    for row in rows:
        _record, layers = coded(coder, row, stop="places")
        yield {"doc_id": row["doc_id"], "toponyms": _toponyms(layers)}


def _toponyms(layers: Mapping[str, object]) -> list[Row]:
    found: list[Row] = []
    if "places" not in layers:  # an empty text, or one in another language
        return found
    parse, clean, places = cast(Parse, layers["parse"]), cast(CleanText, layers["clean"]), cast(PlaceLayer, layers["places"])
    for mention in places.mentions:
        place = places.by_id[mention.place]
        anchor = places.by_id.get(place.relation.anchors[0]) if place.relation and place.relation.anchors else place
        span = clean.spans(parse[mention.first].start, parse[mention.last - 1].end)[0]
        if anchor is not None:
            found.append({"start": span.start, "end": span.end, "lat": anchor.lat, "lon": anchor.lon, "geonameid": anchor.geonameid})
    # The corpora annotate places inside organisations' names and governments' seats; the record keeps those aside.
    for mention, place in places.aside:
        span = clean.spans(parse[mention.first].start, parse[mention.last - 1].end)[0]
        found.append({"start": span.start, "end": span.end, "lat": place.lat, "lon": place.lon, "geonameid": place.geonameid})
    return found


def geo_spans(coder: Coder, rows: Iterable[Row], **_: object) -> Iterator[Row]:
    """Resolution of given spans with the report's own context."""
    from onrecord.extract.places import Resolver
    from onrecord.extract.toponymy.toponyms import Toponym
    from onrecord.gazetteer import shared_gazetteer

    for row in rows:
        record, layers = coded(coder, row, stop="places")
        if "places" not in layers:
            yield {"doc_id": row["doc_id"], "toponyms": [], "oracle": []}
            continue
        parse, clean = cast(Parse, layers["parse"]), cast(CleanText, layers["clean"])
        report = record.report
        publisher = report.publisher.value if report.publisher else None
        resolver = Resolver(report.id, clean, parse, shared_gazetteer(), "bench", report.url, publisher)
        given: list[tuple[Row, Toponym]] = []
        for span in row.get("spans") or ():
            inside = [t.i for t in parse.tokens if t.start < span["end"] and span["start"] < t.end and t.text.strip()]
            if inside:
                given.append((span, Toponym(inside[0], inside[-1] + 1, _words(span) or _words(row)[span["start"] : span["end"]], "given")))
        oracle = []
        for (span, _), place in zip(given, resolver.resolve(tuple(t for _, t in given)), strict=True):
            oracle.append({"start": span["start"], "end": span["end"], "lat": place.lat, "lon": place.lon, "geonameid": place.geonameid})
        yield {"doc_id": row["doc_id"], "toponyms": _toponyms(layers), "oracle": oracle}


def actors(coder: Coder, rows: Iterable[Row], **_: object) -> Iterator[Row]:
    """Country and sector of the mention, coded where it stands in its context, else alone."""
    for row in rows:
        context, mention = _words(row, "context"), _words(row, "mention")
        text = context if mention and mention in context else mention
        record, layers = coded(coder, {"text": text, "date": _written_day(row.get("date"))}, stop="actors")
        yield {"id": row["id"], **_coded_actor(record, layers, text.find(mention), mention)}


def _written_day(value: object) -> str | None:
    """The day of a date that some rows write out ("1 January 2018", "October 1, 2021")."""
    words = re.sub(r"[,.]", " ", str(value or "")).split()
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d %Y"):
        try:
            return datetime.strptime(" ".join(words), form).date().isoformat()
        except ValueError:
            continue
    return None


# The record has PLOVER's code for Kosovo, the set the one that ISO leaves to users.
_SET_CODES = {"KOS": "XKX"}


def _coded_actor(record: Record, layers: Mapping[str, object], start: int, mention: str) -> Row:
    layer = cast("ActorLayer | None", layers.get("actors"))
    best: tuple[int, Entity] | None = None
    for entity in layer.entities if layer is not None else ():
        for m in entity.mentions:
            overlap = sum(max(0, min(s.end, start + len(mention)) - max(s.start, start)) for s in m.spans)
            if overlap and (best is None or overlap > best[0]):
                best = (overlap, entity)
    if best is None:
        return {"country": "", "code_1": ""}
    entity = best[1]
    country = next(iter(likely_countries(entity)), "")
    return {"country": _SET_CODES.get(country, country), "code_1": entity.sectors[0] if entity.sectors else "", "code_2": entity.sectors[1] if len(entity.sectors) > 1 else ""}


# Linking: plain baselines until its own issue; stance; the main event; duplicates -----------------------------------------------------


def linking(coder: Coder, rows: Iterable[Row], **_: object) -> Iterator[Row]:
    """Baseline: same head lemma within a TF-IDF cluster of documents."""
    from baselines import cluster_documents, head_lemma

    rows = list(rows)
    clusters = cluster_documents([_words(r) for r in rows], 0.25)
    for row, cluster in zip(rows, clusters, strict=True):
        for event in row.get("events") or ():
            words = event.get("text") or _words(row)[event["start"] : event["end"]]
            yield {"id": event["id"], "chain_id": f"{cluster}:{head_lemma(coder, words)}"}


def linking_docs(coder: Coder, rows: Iterable[Row], **_: object) -> Iterator[Row]:
    from baselines import cluster_documents

    rows = list(rows)
    texts = [f"{_words(r, 'title')}\n{_words(r)}" for r in rows]
    for row, cluster in zip(rows, cluster_documents(texts, 0.20), strict=True):
        yield {"doc_id": row["doc_id"], "cluster": str(cluster)}


# A doubt ("was it a hoax?") is against. Rows with a headline pair claims only with headlines about them: one that shares no word tells it otherwise.
_STANCE = {"asserts": "for", "denies": "against", "doubts": "against", "discusses": "observing", "unrelated": "unrelated"}


def stance(coder: Coder, rows: Iterable[Row], **_: object) -> Iterator[Row]:
    claims, bodies = lru_cache(1_000)(partial(coder.reading, headline=True)), lru_cache(1_000)(coder.reading)
    for row in rows:
        claim, body = claims(_words(row, "claim")), row.get("body")
        verdict = headline_stance(claim, claims(_words(row, "headline"))) if body is None else body_stance(claim, bodies(body))
        yield {"id": row["id"], "stance": "for" if body is None and verdict.stance == "unrelated" else _STANCE[verdict.stance]}


def w5h1(coder: Coder, rows: Iterable[Row], **_: object) -> Iterator[Row]:
    """The main event; the row's title and standfirst stand above its text as they do on the page."""
    for row in rows:
        text = "\n\n".join(part for part in (_words(row, "title"), _words(row, "description"), _words(row)) if part)
        _record, layers = coded(coder, {**row, "text": text}, stop="times")
        found = main_event(layers)
        answers = {name: [answer.words] for name, answer in (("who", found.who), ("what", found.what), ("when", found.when), ("where", found.where)) if answer}
        yield {"id": row["id"], "answers": answers, "when_day": found.day}


def duplicates(coder: Coder, rows: Iterable[Row], **_: object) -> Iterator[Row]:
    """Groups of copies by the reports' clean texts; nothing is parsed."""
    rows = list(rows)
    received = (read_text(_words(row)[:MAX_CHARACTERS], title=row.get("title") or None) for row in rows)
    sketches = {str(row["id"]): sketch(clean(r.report)[0].text) for row, r in zip(rows, received, strict=True)}
    group_of = {member: group.id for group in groups(sketches) for member in group.members}
    for row in rows:
        yield {"id": row["id"], "group": group_of.get(str(row["id"]), str(row["id"]))}


ADAPTERS: dict[str, Callable[..., Iterator[Row]]] = {
    f.__name__: f
    for f in (event_coding, cameo_penta, petr_unit, police, status, factuality, attribution, temporal, geo, geo_spans, actors, linking, linking_docs, stance, w5h1, duplicates)
}
__all__ = ["ADAPTERS", "cameo_root"]
