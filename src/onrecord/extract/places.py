"""places: toponyms resolved to gazetteer entries by a plain additive score; vague and maritime places as anchor, relation and area."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from onrecord.extract.toponymy.nearness import Anchor, Nearness, Nearnesses
from onrecord.extract.toponymy.outlet import outlet_of
from onrecord.extract.toponymy.placeareas import Ground, common, drawn, rectangle
from onrecord.extract.toponymy.placerank import Ranker, Scored
from onrecord.extract.toponymy.placerows import in_rows
from onrecord.extract.toponymy.setaside import SetAside, far_from_home, strangers
from onrecord.extract.toponymy.toponyms import Recogniser, Toponym
from onrecord.gazetteer import GazEntry, Gazetteer, dump_digest, shared_gazetteer, typed_heads
from onrecord.model.common import Derivation
from onrecord.model.ids import span_id
from onrecord.model.layers import ActorLayer, Added, PlaceLayer, PlaceMention
from onrecord.model.parse import Parse
from onrecord.model.place import Place, PlaceCandidate, PlaceRelation
from onrecord.model.report import Report
from onrecord.model.text import CleanText

_PRECISION = {"country": "country", "admin1": "admin1", "admin2": "admin2", "city": "city"}
_KM = {"country": 300.0, "admin1": 100.0, "admin2": 40.0, "city": 8.0}
_NOWHERES = frozenset({"off_coast", "across"})  # at sea, or in the other country


@dataclass(frozen=True)
class PlaceStage:
    """Requires report, clean, parse and actors (a capital that acts is no place); provides `places`. Cost: one gazetteer look-up a capitalised word group, microseconds each."""

    name: str = "places"
    version: str = "4"
    requires: tuple[str, ...] = ("report", "clean", "parse", "actors")
    provides: tuple[str, ...] = ("places",)
    gazetteer: str = field(default_factory=dump_digest)  # a user's own places decide records, so they are a setting

    def run(self, layers: Mapping[str, object]) -> Added:
        clean = cast(CleanText, layers["clean"])
        parse = cast(Parse, layers["parse"])
        report = cast(Report, layers["report"])
        publisher = report.publisher.value if report.publisher else None
        resolver = Resolver(report.id, clean, parse, shared_gazetteer(), self.version, report.url, publisher)
        local = frozenset(name.casefold() for name in outlet_of(resolver.gazetteer, report.url, publisher).names)
        aside = SetAside(parse, resolver.gazetteer, cast(ActorLayer, layers["actors"]))
        return Added({"places": resolver.layer(Recogniser(parse, clean.text, resolver.gazetteer, local), aside)})


@dataclass(frozen=True, slots=True)
class Resolver:
    report: str
    clean: CleanText
    parse: Parse
    gazetteer: Gazetteer
    version: str
    url: str | None = None
    publisher: str | None = None

    def layer(self, recogniser: Recogniser, apart: SetAside) -> PlaceLayer:
        toponyms = self.proved(recogniser.find(), recogniser.tentative())
        resolved = self.entered(toponyms)
        toponyms = tuple(replace(item, aside=item.aside or apart.named(item, entry)) for item, (_, entry) in zip(toponyms, resolved, strict=True))
        near = Nearnesses(self.parse, self.clean.text, self.gazetteer, toponyms, [entry for _, entry in resolved]).find()
        leading = {n.anchors[0].first: n for n in near}
        anchors = {a.first for n in near for a in n.anchors}
        places: dict[int, list[Place]] = {}
        mentions: list[PlaceMention] = []
        aside: list[tuple[PlaceMention, Place]] = []
        for item, (place, entry) in zip(toponyms, resolved, strict=True):
            mention = PlaceMention(item.first, item.last, self.head(item), place.id)
            if item.aside or (item.first not in anchors and apart.governs(item, entry)):
                aside.append((mention, place))
                continue
            places.setdefault(item.first, []).append(place)
            if item.first not in anchors:
                mentions.append(mention)
        for first, relation in leading.items():
            grounds = [(self.adjectival(a), a) if a.toponym is None else (resolved[a.toponym], a) for a in relation.anchors]
            for (anchor, _), a in grounds:
                if a.toponym is None and all(p.id != anchor.id for p in places.get(a.first, [])):
                    places.setdefault(a.first, []).append(anchor)
            place = self.related(relation, [known for known, _ in grounds])
            places.setdefault(relation.anchors[-1].first, []).append(place)
            lead = relation.anchors[0]
            mentions.append(PlaceMention(first, lead.last, self.topmost(lead, relation), place.id))
        mentions.sort(key=lambda m: m.first)
        return PlaceLayer(tuple(p for _, found in sorted(places.items()) for p in found), tuple(mentions), tuple(aside))

    def proved(self, found: tuple[Toponym, ...], tentative: tuple[Toponym, ...]) -> tuple[Toponym, ...]:
        """The toponyms with those tentative ones that a relation makes places: only places have coasts, borders and outskirts."""
        if not tentative:
            return found
        openings = {item.first for item in tentative}
        both = tuple(sorted((*tentative, *(item for item in found if item.first not in openings)), key=lambda item: item.first))
        known = [next(iter(self.gazetteer.lookup(item.name)), None) for item in both]
        near = Nearnesses(self.parse, self.clean.text, self.gazetteer, both, known).find(frozenset(self.parse[item.first].sent for item in tentative))
        sure = {a.first for n in near if n.proves for a in n.anchors if a.toponym is not None}
        kept = [item for item in both if item.label == "relation" and item.first in sure]
        proved = {item.first for item in kept}
        return tuple(sorted((*kept, *(item for item in found if item.first not in proved)), key=lambda item: item.first))

    def topmost(self, anchor: Anchor, relation: Nearness) -> int:
        """The noun that carries a relation: the name, or what an owner or adjective belongs to ("Mali's north", "the Malian border")."""
        p = self.parse
        inside = range(anchor.first, anchor.last)
        at = next((t for t in reversed(inside) if p[t].head not in inside or p[t].head == t), anchor.last - 1)
        while p[at].dep in ("poss", "compound", "amod", "nmod") and relation.start <= p[p[at].head].start < relation.end and p[at].head != at:
            at = p[at].head
        return at

    def adjectival(self, anchor: Anchor) -> tuple[Place, GazEntry | None]:
        """The country of an adjective that a relation hangs on."""
        country = self.gazetteer.country(anchor.country or "")
        name = country.name if country is not None else ""
        entry = next((e for e in self.gazetteer.lookup(name) if e.kind == "country" and e.country == anchor.country), None)
        place = self.place(Toponym(anchor.first, anchor.last, name, "adjective"), [(0.0, entry)] if entry is not None else [])
        spans = self.clean.spans(anchor.start, anchor.end)  # half a word, in "U.S.-Mexico"
        return replace(place, spans=spans, id=span_id("place", self.report, spans)), entry

    def head(self, item: Toponym) -> int:
        inside = range(item.first, item.last)
        return next((t for t in reversed(inside) if self.parse[t].head not in inside or self.parse[t].head == t), item.last - 1)

    def resolve(self, toponyms: tuple[Toponym, ...]) -> list[Place]:
        """The place of each toponym, with runners-up; names are judged together."""
        return [place for place, _ in self.entered(toponyms)]

    def entered(self, toponyms: tuple[Toponym, ...]) -> list[tuple[Place, GazEntry | None]]:
        """The place of each toponym and its entry in the gazetteer."""
        ranked = in_rows(self.parse, toponyms, Ranker(self.gazetteer, self.parse, self.clean.text, self.url, self.publisher).rank(toponyms))
        best = [scored[0][1] if scored else None for scored in ranked]
        far = far_from_home(best)
        strange = strangers(self.parse, toponyms, best)
        kept = [[] if away or abroad else scored for scored, away, abroad in zip(ranked, far, strange, strict=True)]
        return [(self.place(item, scored), scored[0][1] if scored else None) for item, scored in zip(toponyms, kept, strict=True)]

    def place(self, item: Toponym, ranked: list[Scored]) -> Place:
        spans = self.clean.spans(self.parse[item.first].start, self.parse[item.last - 1].end)
        identity = span_id("place", self.report, spans)
        derivation = {"name": Derivation("places", self.version, f"toponym:{item.label}")}
        if not ranked:
            return Place(identity, spans, item.name, feature=self.typed_feature(item.name), derivation=derivation, confidence=0.4)
        best = ranked[0][1]
        weights = [math.exp(s - ranked[0][0]) for s, _ in ranked[:5]]
        share = weights[0] / sum(weights)
        runners = tuple(
            PlaceCandidate(e.name, round(w / sum(weights), 3), e.geonameid, e.lat, e.lon, e.country, e.admin1)
            for w, (_, e) in zip(weights[1:], ranked[1:5], strict=False)
        )
        area = rectangle(best.area) if best.kind not in ("city", "country", "admin1", "admin2") and best.area else None
        countries = best.countries or ((best.country,) if best.country else ())
        return Place(
            identity, spans, best.name, tuple(countries), best.admin1, best.admin2, best.lat, best.lon, area, best.geonameid, best.feature,
            _PRECISION.get(best.kind, "region"), None, _KM.get(best.kind), runners, derivation, round(share, 3),
        )  # fmt: skip

    def typed_feature(self, name: str) -> str | None:
        parts = name.lower().split()
        head = typed_heads().get(parts[-1]) or typed_heads().get(parts[0])
        return head.feature if head is not None else None

    def other_side(self, near: Nearness, anchors: list[tuple[Place, GazEntry | None]]) -> Ground | None:
        """The one neighbour that a border of a single named state is shared with, as the sentence, the one before or the whole report tells it."""
        if near.kind not in ("border", "across", "near") or len(anchors) != 1 or anchors[0][1] is None or anchors[0][1].kind != "country":
            return None
        own = self.gazetteer.country(anchors[0][1].country or "")
        if own is None or own.area is None:
            return None
        sent = next((t.sent for t in self.parse.tokens if t.start >= near.start), 0)
        # What lies near a state may lie at sea: only its own sentence tells of the land.
        for sentences in ((sent,),) if near.kind == "near" else ((sent,), (sent - 1, sent), tuple(range(len(self.parse.sentences)))):
            told = {c for s in sentences if s >= 0 for c in self.states_told(s)} - {own.code}
            neighbours = [c for c in sorted(told) if (other := self.gazetteer.country(c)) is not None and other.area is not None and common([own.area, other.area], 0.3) is not None]
            if len(neighbours) == 1:
                entry = next((e for e in self.gazetteer.lookup(self.gazetteer.country(neighbours[0]).name) if e.kind == "country" and e.country == neighbours[0]), None)  # type: ignore[union-attr]
                place = self.place(Toponym(0, 1, neighbours[0], "neighbour"), [(0.0, entry)]) if entry is not None else None
                return Ground.of(place, entry, self.gazetteer) if place is not None else None
            if neighbours:
                return None
        return None

    def states_told(self, sent: int) -> set[str]:
        """The states that a sentence names, or whose adjectives stand in it."""
        sentence = self.parse.sentences[sent]
        found: set[str] = set()
        for first in range(sentence.first, sentence.last):
            if not self.parse[first].text[:1].isupper():
                continue
            for last in range(min(first + 3, sentence.last), first, -1):
                words = " ".join(t.text for t in self.parse.tokens[first:last])
                known = self.gazetteer.country_by_name(words) or (self.gazetteer.country_by_demonym(words) if last == first + 1 else None)
                if known is not None:
                    found.add(known.code)
                    break
        return found

    def related(self, near: Nearness, anchors: list[tuple[Place, GazEntry | None]]) -> Place:
        """The place meant by a relation to anchors: an area with its uncertainty, never an anchor's bare centroid."""
        spans = self.clean.spans(near.start, near.end)
        grounds = [Ground.of(place, entry, self.gazetteer) for place, entry in anchors]
        known = [g for g in grounds if g is not None]
        beyond = self.other_side(near, anchors)
        if near.kind == "near" and anchors and all(entry is not None and entry.kind == "country" for _, entry in anchors):
            # "a region near Chad" lies outside of it: in Niger, where the sentence tells of no other neighbour.
            anchors = [(replace(anchors[0][0], countries=(beyond.country,) if beyond is not None and beyond.country else ()), None)]
            beyond = None
        if beyond is not None:
            # "along the Chadian border" in a report of Niger: the border of the two.
            known, grounds = [*known, beyond], [*grounds, beyond]
        # Half an answer is none: what lies between a known and an unknown place lies nowhere.
        box, km = drawn(self.gazetteer, "border" if beyond is not None else near.kind, tuple(known), near.km, near.bearing, near.halfway, near.coast) if len(known) == len(grounds) else (None, None)
        name = " ".join(" ".join(s.words for s in spans).split())
        countries = () if near.kind in _NOWHERES else tuple(dict.fromkeys(c for place, _ in anchors for c in place.countries))
        if beyond is not None and beyond.country and countries:
            countries = (*countries, beyond.country)
        return Place(
            span_id("place", self.report, spans), spans, name, countries, None, None, None, None, box, None, None, "area",
            PlaceRelation(near.kind, tuple(place.id for place, _ in anchors), near.km, near.bearing), km, (),
            {"relation": Derivation("places", self.version, near.rule)}, 0.6,
        )  # fmt: skip
