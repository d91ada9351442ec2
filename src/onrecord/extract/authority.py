"""authority: the statutes, orders, mandates and doctrines a report names, who invokes or contests them, and for which events."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from onrecord.lexicon.authority import authority_rules, invoking_cues
from onrecord.model.common import Derivation
from onrecord.model.ids import span_id
from onrecord.model.layers import Added, AttributionLayer, EventLayer
from onrecord.model.parse import Parse
from onrecord.model.quantity import Authority
from onrecord.model.report import Report
from onrecord.model.text import CleanText

_NEAR = 60
_APPOSED = re.compile(r"\s*[,(–—]\s*(?:the|an?|its|their|his|her|known as|called|or)?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    kind: str
    rule: str


@dataclass(frozen=True)
class AuthorityStage:
    """Requires clean, parse, attributions and events; provides `authorities`. Cost: patterns times sentences."""

    name: str = "authority"
    version: str = "1"
    requires: tuple[str, ...] = ("report", "clean", "parse", "attributions", "events")
    provides: tuple[str, ...] = ("authorities",)

    def run(self, layers: Mapping[str, object]) -> Added:
        report = cast(Report, layers["report"])
        clean = cast(CleanText, layers["clean"])
        parse = cast(Parse, layers["parse"])
        attributions = cast(AttributionLayer, layers["attributions"])
        events = cast(EventLayer, layers["events"])
        groups: dict[str, list[_Hit]] = {}
        for sentence in parse.sentences:
            last: tuple[int, str] | None = None
            for hit in hits(clean.text, sentence.start, sentence.end):
                name = normal_name(clean.text[hit.start : hit.end])
                if last is not None and _APPOSED.fullmatch(clean.text, last[0], hit.start):
                    # "Decree 41, the emergency decree": one authority under two names.
                    name = last[1]
                groups.setdefault(name, []).append(hit)
                last = (hit.end, name)
        made = [_authority(report.id, clean, parse, attributions, events, group, self.version) for group in groups.values()]
        return Added({"authorities": tuple(made)})


def hits(text: str, start: int, end: int) -> list[_Hit]:
    """The authorities named in text[start:end]; of overlapping ones the longest."""
    found: list[_Hit] = []
    for rule in authority_rules():
        for match in rule.pattern.finditer(text, start, end):
            if match.end("name") > match.start("name"):
                found.append(_Hit(match.start("name"), match.end("name"), rule.kind, rule.rule))
    kept: list[_Hit] = []
    for hit in sorted(found, key=lambda h: (h.start - h.end, h.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda h: h.start)


def normal_name(words: str) -> str:
    return " ".join(words.split()).casefold().removeprefix("the ").removesuffix(" status").removesuffix(" authority")


def _authority(
    report: str, clean: CleanText, parse: Parse, attributions: AttributionLayer, events: EventLayer, group: list[_Hit], version: str
) -> Authority:
    spans = tuple(s for hit in group for s in clean.spans(hit.start, hit.end))
    invoked: list[str] = []
    contested: list[str] = []
    about: list[str] = []
    for hit in group:
        before = clean.text[max(0, hit.start - _NEAR) : hit.start]
        against = any(c.contested and c.pattern.search(before) for c in invoking_cues())
        for extent in attributions.extents:
            if extent.attribution in holding(attributions, hit):
                (contested if against or extent.stance in ("denies", "rejects", "doubts") else invoked).append(extent.attribution)
        about += governed(parse, events, hit, group)
    # The name that says which one it is: with a number, else the longest.
    longest = max(group, key=lambda h: (any(c.isdigit() for c in clean.text[h.start : h.end]), h.end - h.start))
    return Authority(
        span_id("authority", report, spans), " ".join(clean.text[longest.start : longest.end].split()), longest.kind, spans,
        tuple(dict.fromkeys(invoked)), tuple(dict.fromkeys(contested)), tuple(dict.fromkeys(about)),
        {"name": Derivation("authority", version, longest.rule)}, 0.8,
    )  # fmt: skip


def holding(attributions: AttributionLayer, hit: _Hit) -> frozenset[str]:
    """The attributions whose own words name the authority: of nested contents the innermost."""
    around = [(b - a, e) for e in attributions.extents for a, b in e.content if a <= hit.start and hit.end <= b]
    least = min((size for size, _ in around), default=0)
    return frozenset(e.attribution for size, e in around if size == least)


def governed(parse: Parse, events: EventLayer, hit: _Hit, group: list[_Hit]) -> list[str]:
    """Events the authority is invoked for: the nearest event above it in the tree, else the nearest in its sentence or before it in its paragraph. No
    authority is invoked for itself ("Decree 7, the emergency decree"), by whichever of its names in `group`."""
    inside = [t for t in parse.tokens if hit.start <= t.start and t.end <= hit.end]
    if not inside:
        return []
    itself = {t.i for t in parse.tokens for h in group if h.start <= t.start and t.end <= h.end}
    at = {i: e for i, e in events.at.items() if i not in itself}
    for token in inside:
        for above in parse.ancestors(token.i):
            if above.i in at:
                return [at[above.i]]
            found = [c.i for c in parse.children(above.i) if c.i in at]
            if found and above.i not in {t.i for t in inside}:
                return [at[min(found, key=lambda i: abs(i - token.i))]]
    here = [i for i in at if parse[i].sent == inside[0].sent]
    if not here:
        # "The troops would operate under Decree 7": the event was told just before, in the same paragraph.
        paragraph = parse.sentences[inside[0].sent].paragraph
        here = [i for i in at if i < inside[0].i and parse.sentences[parse[i].sent].paragraph == paragraph]
    return [at[min(here, key=lambda i: abs(i - inside[0].i))]] if here else []
