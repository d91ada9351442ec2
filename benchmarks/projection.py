"""The one rule-level projection from the record to the conventions of the 2016 gold of event coding.

That gold annotates one illustrative speech act or deed a sentence, codes what is announced or refused as the announcement or the refusal,
and counts the country where an act takes place as its target where nobody else is. The rules, all of them:

1. The main act only: the one highest in the sentence's tree below the words of who says so, with the acts coordinated with it. An event noun is
   as high as the verb that governs it and tells no event itself ("launched an attack"). An act inside
   a speech act (`content_of`), an act told as background and one without any party beside one with a party are left out.
2. An announced act is the announcement: cooperative types that are planned, offered or merely possible by their own actor are AGREE, hostile
   ones that are planned, threatened or announced under a condition are THREATEN. (The product's own future rule does so for planned ones.)
3. "X said that Y must do it" is a REQUEST by X to Y.
4. What its own actor says he will not do, and an agreement that failed, is REJECT; an attempted hostile act counts as one. What else is
   negated or denied is left out.
5. The place of an act (told, not inferred), or of the act inside a speech act, is its target where no recipient has a country, and its source
   where nobody is said to do it. Where something comes from or passes through is no place of it. Several people of one state who meet
   those of another are one party.
6. Who hosts or receives a visitor is the source (CAMEO 043), as PLOVER has it the visitor.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from onrecord import syntax
from onrecord.model.actor import likely_countries
from onrecord.model.event import Event
from onrecord.model.layers import AttributionLayer, EventLayer
from onrecord.model.parse import Parse
from onrecord.model.record import Record

_CAMEO = {
    "AGREE": "03", "CONSULT": "04", "SUPPORT": "05", "COOPERATE": "06", "AID": "07", "CONCEDE": "08", "RETREAT": "087", "ACCUSE": "11", "REQUEST": "10",
    "REJECT": "12", "THREATEN": "13", "PROTEST": "14", "MOBILIZE": "15", "SANCTION": "16", "COERCE": "17", "ASSAULT": "18",
}  # fmt: skip
_COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE"})
_HOSTILE = frozenset({"SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "PROTEST"})
_HOSTING = ("CONSULT:host/", "CONSULT:receive/", "CONSULT:welcome/", "CONSULT:greet/")
_NOT = frozenset({"negated", "denied", "failed"})


def cameo_root(event_type: str) -> str:
    return _CAMEO[event_type]


def _depths(record: Record, layers: Mapping[str, object]) -> dict[str, tuple[int, int]]:
    """Event id -> (depth in the tree, token) of its highest trigger; words that only say who says so do not count."""
    parse, events = cast("Parse | None", layers.get("parse")), cast("EventLayer | None", layers.get("events"))
    if parse is None or events is None:
        return {}
    attributions = cast(AttributionLayer, layers.get("attributions", AttributionLayer()))
    saying = {i for extent in attributions.extents for i in extent.cue}
    found: dict[str, tuple[int, int]] = {}
    for head, identity in events.at.items():
        verb = syntax.governing_verb(parse, head) if parse[head].pos == "NOUN" else None
        top = verb if verb is not None and verb not in events.at else head
        depth = sum(1 for above in parse.ancestors(top) if above.i not in saying)
        # The parser may hang the sentence's first clause below the one that says it.
        found[identity] = min(found.get(identity, (99, 0)), (depth, head))
    return found


def kept(record: Record, layers: Mapping[str, object]) -> list[Event]:
    """The main act of the sentence and those coordinated with it, in text order."""
    ids = {e.id for e in record.events}
    inner = {e.id for e in record.events if any(r.kind == "content_of" and r.event in ids for r in e.relations)}
    depths = _depths(record, layers)
    candidates = [e for e in record.events if e.id not in inner and projected(record, e) is not None]
    candidates = [e for e in candidates if not e.background] or candidates
    partied = [e for e in candidates if e.actors or e.recipients]
    candidates = partied or candidates
    if not candidates or not depths:
        return candidates
    parse = cast(Parse, layers["parse"])
    main = min(candidates, key=lambda e: (depths[e.id][0] + 2 * (not e.actors), depths[e.id][1]))
    found = []
    for event in candidates:
        head, top = depths[event.id][1], depths[main.id][1]
        if event is main or _coordinated(parse, head, top) or _coordinated(parse, top, head):
            found.append(event)
    return sorted(found, key=lambda e: (e is not main, depths[e.id][1]))


def _coordinated(parse: Parse, i: int, other: int) -> bool:
    at = i
    while parse[at].dep == "conj" and parse[at].head != at:
        at = parse[at].head
        if at == other:
            return True
    return False


def projected(record: Record, event: Event) -> str | None:
    """The type of that gold for an event; None where it has none."""
    kind = event.deed_type or event.type
    lead = event.assertions[0] if event.assertions else None
    if event.type == "SANCTION":
        return "SANCTION" if event.status not in ("negated", "denied") else None
    if event.status == "failed" and kind in _HOSTILE and lead is not None and lead.axes.phase == "attempted":
        return kind
    if event.status in _NOT:
        refused = lead is not None and (lead.axes.time == "future" or kind in ("AGREE", "CONSULT", "CONCEDE"))
        return "REJECT" if refused and event.actors and (event.status != "failed" or kind in ("AGREE", "CONSULT")) else None
    if event.status in ("planned", "hypothetical", "threatened", "proposed"):
        if demanded(record, event):
            return "REQUEST"
        if kind in _COOPERATIVE and event.actors:
            return "AGREE"
        if kind in _HOSTILE and event.actors and event.status != "proposed":
            return "THREATEN"
        return kind
    return "AGREE" if event.type == "CONCEDE" and event.deed_type == "RETREAT" else event.type


def demanded(record: Record, event: Event) -> str | None:
    """The entity that says that another must act, where the record tells it."""
    if event.status != "proposed":
        return None
    nodes = {a.id: a for a in record.attributions}
    own = {p.entity for p in event.actors}
    for assertion in event.assertions:
        node = nodes.get(assertion.attribution or "")
        if node is not None and node.source is not None and node.source.entity and node.source.entity not in own and own:
            return node.source.entity
    return None


def gsr_events(record: Record, layers: Mapping[str, object]) -> list[dict[str, Any]]:
    """Events of one sentence as the scorer reads them."""
    entities = {e.id: e for e in record.entities}
    places = {p.id: p for p in record.places}

    def codes(ids: list[str]) -> list[dict[str, str]]:
        found: list[dict[str, str]] = []
        for identity in ids:
            entity = entities[identity]
            for country in likely_countries(entity) or ("",):
                code = {"code": country, "sector": entity.sectors[0] if entity.sectors else ""}
                if (code["code"] or code["sector"]) and code not in found:
                    found.append(code)
        return found

    def located(event: Event, passing: tuple[str, ...] = ("origin", "route")) -> list[dict[str, str]]:
        inner = [e for e in record.events if any(r.kind == "content_of" and r.event == event.id for r in e.relations)]
        for at in (p for e in (event, *inner) for p in e.places):
            countries = places[at.place].countries
            if len(countries) == 1 and not at.inferred and at.role not in passing:
                return [{"code": countries[0], "sector": ""}]
        return []

    made = []
    for event in kept(record, layers):
        kind = projected(record, event)
        actors, recipients = [p.entity for p in event.actors], [p.entity for p in event.recipients]
        speaker = demanded(record, event)
        if kind == "REQUEST" and speaker is not None:
            actors, recipients = [speaker], actors
        if kind == "CONSULT" and recipients and any(d.rule.startswith(_HOSTING) for d in event.derivation.values()):
            actors, recipients = recipients, actors
        source, target = codes(actors), codes(recipients)
        both = event.reciprocal and len(source) > 1
        if both and len({s["code"] for s in source} - {""}) > 1:
            # Several people of one side are one side.
            source = [s for k, s in enumerate(source) if s["code"] and s["code"] not in {t["code"] for t in source[:k]}]
        if not both and not any(t["code"] for t in target):
            # An end without country says nothing to this gold: the place stands for it, with the sector that is known.
            target = [{"code": p["code"], "sector": target[0]["sector"] if target else ""} for p in located(event)] or target
        if not event.actors and kind in _HOSTILE | {"ACCUSE"}:
            source = located(event, ("origin", "route", "destination"))
        made.append({"event_type": kind, "source": source, "target": target, "reciprocal": both})
    return made


_DEMANDS = ("demand", "insist", "order", "ultimatum", "press", "push", "command", "deadline", "summon", "subpoena", "require", "instruct")
_CHARGES = ("accus", "allegation", "charge", "claim", "criticism", "report", "rumo", "suggestion", "blame")
# The five-class set counts CAMEO 08 (yielding) as material cooperation and reduced relations, by PLOVER's own table of quads, as verbal conflict.
_PENTA = {"CONCEDE": "RETREAT", "SANCTION": "REJECT"}


def penta_class(record: Record, layers: Mapping[str, object]) -> list[dict[str, Any]]:
    """The main event first, in the classes of CAMEO: an appeal without a word of demand (02), the denial of a charge, a claim of
    responsibility and what is only considered (01) are statements."""
    made = []
    for event in kept(record, layers):
        kind = projected(record, event)
        words = " ".join(s.quote.lower() for m in event.mentions for s in m.trigger)
        rules = " ".join(d.rule for a in event.assertions for d in a.derivation.values())
        if "claim responsibility" in rules or ("embedding:consider" in rules and event.status == "proposed"):
            continue
        if kind == "REQUEST" and event.type == "REQUEST" and not any(w in words for w in _DEMANDS):
            continue
        if kind == "REJECT" and event.type == "REJECT" and any(w in _sentence_after(event) for w in _CHARGES):
            continue
        made.append({"event_type": _PENTA.get(kind or "", kind), "source": None, "target": None})
    return made


def _sentence_after(event: Event) -> str:
    """The few words behind the trigger, where what is rejected stands."""
    mention = event.mentions[0]
    if mention.sentence is None or not mention.trigger:
        return ""
    at = mention.trigger[-1].end - mention.sentence.start
    return " ".join(mention.sentence.quote[at:].lower().split()[:5])
