"""The one rule-level projection from the record to the conventions of the 2016 gold of event coding.

That gold annotates one illustrative act a sentence and counts the country where an act takes place as its target where nobody else is. Five rules, no more:
1. An act inside a speech act (`content_of`) is left out: the gold codes the outer act only.
2. An announced retreat (CONCEDE with `deed_type` RETREAT) is AGREE: in 2016 the promise was coded, not the concession.
3. What the text or a source says did not happen (negated, denied) is left out.
4. The place of an event (told, not inferred) is its target where no recipient has a country.
5. Where some event of the sentence has a coded party, events without any are left out: a CAMEO event has a source or a target.
"""

from __future__ import annotations

from typing import Any

from onrecord.model.event import Event
from onrecord.model.record import Record

QUAD_ORDER = ("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "AID", "COOPERATE", "RETREAT", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN")
_CAMEO = {
    "AGREE": "03", "CONSULT": "04", "SUPPORT": "05", "COOPERATE": "06", "AID": "07", "CONCEDE": "08", "RETREAT": "087", "ACCUSE": "11", "REQUEST": "10",
    "REJECT": "12", "THREATEN": "13", "PROTEST": "14", "MOBILIZE": "15", "SANCTION": "16", "COERCE": "17", "ASSAULT": "18",
}  # fmt: skip


def cameo_root(event_type: str) -> str:
    return _CAMEO[event_type]


def kept(record: Record) -> list[Event]:
    ids = {e.id for e in record.events}
    inner = {e.id for e in record.events if any(r.kind == "content_of" and r.event in ids for r in e.relations)}
    return [e for e in record.events if e.id not in inner and e.status not in ("negated", "denied")]


def gsr_events(record: Record) -> list[dict[str, Any]]:
    """Events of one sentence as the scorer reads them."""
    entities = {e.id: e for e in record.entities}

    def codes(ids: list[str]) -> list[dict[str, str]]:
        found: list[dict[str, str]] = []
        for identity in ids:
            entity = entities[identity]
            for country in entity.countries or ("",):
                code = {"code": country, "sector": entity.sectors[0] if entity.sectors else ""}
                if (code["code"] or code["sector"]) and code not in found:
                    found.append(code)
        return found

    places = {p.id: p for p in record.places}

    def located(event: Event) -> list[dict[str, str]]:
        for at in event.places:
            countries = places[at.place].countries
            if len(countries) == 1 and not at.inferred:
                return [{"code": countries[0], "sector": ""}]
        return []

    made = []
    for event in kept(record):
        kind = "AGREE" if event.type == "CONCEDE" and event.deed_type == "RETREAT" else event.type
        source, target = codes([p.entity for p in event.actors]), codes([p.entity for p in event.recipients])
        both = event.reciprocal and len(source) > 1
        if not both and not any(t["code"] for t in target):
            # An end without country says nothing to this gold: the place stands for it, with the sector that is known.
            target = [{"code": p["code"], "sector": target[0]["sector"] if target else ""} for p in located(event)] or target
        made.append({"event_type": kind, "source": source, "target": target, "reciprocal": both})
    partied = [e for e in made if e["source"] or e["target"]]
    return partied or made


def penta_class(record: Record) -> list[dict[str, Any]]:
    """The main event first: the one highest in the first sentence's tree that is no mere content, else the first."""
    events = sorted(kept(record), key=lambda e: e.mentions[0].trigger[0].start if e.mentions[0].trigger else 0)
    return [{"event_type": e.type, "source": None, "target": None} for e in events]
