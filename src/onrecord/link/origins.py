"""Independent origins behind many reports of one thing: where its news first entered the public record, as far as the reports tell.

Reports are never counted. Copies of one text, copies of an agency's story, reports that cite another outlet, relays of one speaker's words and outlets of
one owner count once; each merge keeps its reason and the words it rests on. Which reports are of one thing is the caller's to say (`stories`); where
nobody says it, only copies and reports that are credited to one outlet, tell the same names and come within three days are taken to be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from onrecord.link.duplicates import Group
from onrecord.link.provenance import Credit, Provenance
from onrecord.link.unions import Unions
from onrecord.model.span import Spans

OriginKind = Literal["agency", "outlet", "official", "witness", "social", "unknown"]
Rule = Literal["copy", "wire", "cited", "cycle", "speaker", "own_reporter", "owner", "same_details", "outlet", "unknown"]
# Two reports tell the same where they share so many names and that share of the fewer; two unknowns so many more details.
_NAMES, _NAMES_SHARE, _DAYS = 3, 0.5, timedelta(days=3)
# Names of more reports than this say little; they bring no reports together.
_NAME_REPORTS = 200


@dataclass(frozen=True, slots=True)
class Reason:
    """Why `reports` count under one origin: the rule, what it names, and the words it rests on, which stand in `report`. `share` of copies: see `Join`."""

    rule: Rule
    reports: tuple[str, ...]
    names: str | None = None
    report: str | None = None
    spans: Spans = ()
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """One origin of one story. `id` is unique in its story: "agency:reuters", "official:interior ministry", "unknown:harbourgazette".

    `interested`: it speaks for a party to what it tells. `first_published`: the earliest date among `members`, None where none has one.
    """

    story: str
    id: str
    kind: OriginKind
    name: str
    interested: bool
    members: tuple[str, ...]
    first_published: str | None
    reasons: tuple[Reason, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Corroboration:
    """Reports and independent origins of one story, and how many of those are no party's own."""

    story: str
    reports: int
    origins: int
    disinterested: int


def corroboration(origins: Iterable[Origin]) -> tuple[Corroboration, ...]:
    """The counts of each story, by its id."""
    found: dict[str, list[Origin]] = defaultdict(list)
    for origin in origins:
        found[origin.story].append(origin)
    return tuple(
        Corroboration(story, len({m for o in own for m in o.members}), len(own), sum(not o.interested for o in own)) for story, own in sorted(found.items())
    )


def origins(reports: Iterable[Provenance], copies: Iterable[Group] = (), stories: Mapping[str, str] | None = None) -> tuple[Origin, ...]:
    """The origins of reports, by story and id. `copies` are the groups of `duplicates.groups`.

    `stories`: which reports tell of one thing, report id -> story id; a report that it leaves out is a story of its own. Without it see the module. The
    story id is then the least report id. Every report is a member of exactly one origin. The order of the reports does not matter.
    """
    known = {p.report: p for p in reports}
    texts = tuple(g for g in copies if any(m in known for m in g.members))
    of = _stories(known, texts) if stories is None else {r: stories.get(r, r) for r in known}
    found: list[Origin] = []
    members: dict[str, list[Provenance]] = defaultdict(list)
    for identity in sorted(known):
        members[of[identity]].append(known[identity])
    groups_of: dict[str, list[Group]] = defaultdict(list)
    for group in texts:
        for story in {of[m] for m in group.members if m in known}:
            groups_of[story].append(group)
    for story, own in sorted(members.items()):
        found += _Story(story, own, groups_of[story]).origins()
    return tuple(found)


# Which reports tell of one thing ----------------------------------------------------------------------------------------


def _stories(known: Mapping[str, Provenance], copies: Sequence[Group]) -> dict[str, str]:
    """Copies; and texts with a common outlet (published, credited or owned), common names and near days.

    Like pairs do not chain, or an outlet that writes of one place day after day would tell one story without end: the likest are joined first, and two
    groups only where all their texts are of near days and half of their pairs are like.
    """
    texts: Unions[str] = Unions(sorted(known))
    for group in copies:
        inside = [m for m in group.members if m in known]
        for other in inside[1:]:
            texts.join(inside[0], other)
    text_of = {identity: texts.root(identity) for identity in sorted(known)}
    first = _first_days(known, text_of)
    like = _like_texts(known, text_of, first)
    unions: Unions[str] = Unions(sorted(known))
    inside_of: dict[str, list[str]] = {text: [text] for text in text_of.values()}
    for pair in sorted(like, key=lambda p: (-like[p], abs(first[p[0]] - first[p[1]]), p)):
        one, other = sorted(unions.root(text) for text in pair)
        if one == other:
            continue
        pairs = [(min(a, b), max(a, b)) for a in inside_of[one] for b in inside_of[other]]
        if all(abs(first[a] - first[b]) <= _DAYS for a, b in pairs) and 2 * sum(p in like for p in pairs) >= len(pairs):
            unions.join(one, other)
            inside_of[one] += inside_of.pop(other)
    return {identity: unions.root(text) for identity, text in text_of.items()}


def _first_days(known: Mapping[str, Provenance], text_of: Mapping[str, str]) -> dict[str, date]:
    """The day on which each text first appeared, of those that state one: a copy of last week's report is no news of today."""
    first: dict[str, date] = {}
    for identity, text in text_of.items():
        day = _day(known[identity])
        if day is not None:
            first[text] = min(day, first.get(text, day))
    return first


def _like_texts(known: Mapping[str, Provenance], text_of: Mapping[str, str], first: Mapping[str, date]) -> dict[tuple[str, str], float]:
    """Pairs of texts of near days that may tell of one thing, least id first, and the largest share of names that two of their reports have in common."""
    blocks: dict[tuple[str, int], list[str]] = defaultdict(list)
    for identity in text_of:
        report = known[identity]
        for key in _link_keys(report):
            for name in report.names:
                blocks[key, name].append(identity)
    seen: set[tuple[str, str]] = set()
    like: dict[tuple[str, str], float] = {}
    for block in blocks.values():
        if len(block) > _NAME_REPORTS:
            continue
        for k, other in enumerate(block):
            for one in block[:k]:
                a, b = sorted((text_of[one], text_of[other]))
                if a == b or (one, other) in seen or a not in first or b not in first or abs(first[a] - first[b]) > _DAYS:
                    continue
                seen.add((one, other))
                share = _shared(known[one], known[other])
                if share:
                    like[a, b] = max(share, like.get((a, b), 0.0))
    return like


def _link_keys(report: Provenance) -> set[str]:
    keys = {c.outlet.key for c in (report.credit, report.wire) if c is not None}
    if report.publisher is not None:
        keys |= {report.publisher.key, *([f"owner {report.publisher.owner}"] if report.publisher.owner else [])}
    return keys or {"unknown"}


def _shared(one: Provenance, other: Provenance) -> float:
    """The share of the names of the report with fewer that the other has as well; 0 where that is not enough to tell of one thing."""
    shared = len(one.names & other.names)
    share = shared / min(len(one.names), len(other.names)) if shared else 0.0
    return share if shared >= _NAMES and share >= _NAMES_SHARE else 0.0


def _day(report: Provenance) -> date | None:
    try:
        return date.fromisoformat((report.published or "")[:10])
    except ValueError:
        return None


# One story --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Node:
    """An origin before merging: what kind, its key and name."""

    kind: OriginKind
    key: str
    name: str


class _Story:
    """The reports of one story and what their origins are."""

    def __init__(self, story: str, reports: Sequence[Provenance], copies: Sequence[Group]) -> None:
        self.story = story
        self.reports = {p.report: p for p in reports}
        self.reasons: dict[str, list[Reason]] = defaultdict(list)
        self.text: Unions[str] = Unions(sorted(self.reports))
        for group in copies:
            inside = [m for m in group.members if m in self.reports]
            for other in inside[1:]:
                self.text.join(inside[0], other)
        for group in copies:
            inside = sorted(m for m in group.members if m in self.reports)
            if len(inside) > 1:
                share = min((j.share for j in group.joins), default=1.0)
                self.reasons[self.text.root(inside[0])].append(Reason("copy", tuple(inside), share=share))
        self.bundles: dict[str, list[Provenance]] = defaultdict(list)
        for identity in sorted(self.reports):
            self.bundles[self.text.root(identity)].append(self.reports[identity])

    def origins(self) -> list[Origin]:
        targets = self._cited()
        nodes: dict[str, _Node] = {}
        for root, bundle in self.bundles.items():
            nodes[root], reasons = self._node(bundle, targets)
            self.reasons[root] += reasons
        # A newsroom that tells of its own account in one report is the same newsroom in its others.
        named = {n.key: n for n in nodes.values() if n.kind in ("outlet", "agency")}
        nodes = {root: named.get(n.key, n) if n.kind == "unknown" else n for root, n in nodes.items()}
        merged: Unions[str] = Unions(sorted(self.bundles))
        by_node: dict[tuple[OriginKind, str], str] = {}
        for root in sorted(nodes):
            key = (nodes[root].kind, nodes[root].key)
            if key in by_node:
                merged.join(by_node[key], root)
            by_node.setdefault(key, root)
        self._merge_owners(nodes, merged)
        self._merge_details(nodes, merged)
        found: dict[str, list[str]] = defaultdict(list)
        for root in sorted(self.bundles):
            found[merged.root(root)].append(root)
        return sorted((self._origin(roots, nodes) for roots in found.values()), key=lambda o: o.id)

    # Citations ----------------------------------------------------------------------------------------------------------

    def _cited(self) -> dict[str, tuple[str, Credit | None]]:
        """For each outlet that is cited or publishes here: the outlet at the end of its chain of citations, and the credit of the cycle it ended in.

        An outlet that tells the story of its own account in any report passes nothing on.
        """
        edges: dict[str, dict[str, Credit]] = defaultdict(dict)
        own_account: set[str] = set()
        for bundle in self.bundles.values():
            start, credit = _start(bundle), _credit(bundle)
            if start is None:
                continue
            # Who prints an agency's copy passes the agency's news on.
            wire = _first_credit(bundle, wire=True)
            for printed in bundle if wire is not None else ():
                if wire is not None and printed.publisher is not None and printed.publisher.key != start:
                    edges[printed.publisher.key].setdefault(start, wire[1])
            if credit is None or _seen(bundle) or credit[1].outlet.key == start:
                own_account.add(start)
            else:
                edges[start].setdefault(credit[1].outlet.key, credit[1])
        ends: dict[str, tuple[str, Credit | None]] = {}
        for outlet in sorted({*edges, *own_account, *(k for found in edges.values() for k in found)}):
            ends[outlet] = self._follow(outlet, edges, own_account)
        return ends

    def _follow(self, outlet: str, edges: Mapping[str, Mapping[str, Credit]], own_account: set[str]) -> tuple[str, Credit | None]:
        path = [outlet]
        while path[-1] not in own_account and edges.get(path[-1]):
            following = min(edges[path[-1]])
            if following in path:
                cycle = path[path.index(following) :]
                earliest = min(cycle, key=lambda k: (self._first(k), k))
                return earliest, edges[path[-1]][following]
            path.append(following)
        return path[-1], None

    def _first(self, outlet: str) -> str:
        """When an outlet first published here; an outlet without a dated report comes last."""
        return min((p.published for p in self.reports.values() if p.published and _start([p]) == outlet), default="9999")

    def _node(self, bundle: Sequence[Provenance], targets: Mapping[str, tuple[str, Credit | None]]) -> tuple[_Node, list[Reason]]:
        """The origin of reports of one text, and the reasons for it."""
        ids = tuple(p.report for p in bundle)
        seen = _seen(bundle)
        wire = _first_credit(bundle, wire=True)
        credit = _credit(bundle)
        if seen is not None and seen.publisher is not None and wire is None:
            return _Node("outlet", seen.publisher.key, seen.publisher.name), [Reason("own_reporter", ids, seen.publisher.name, seen.report, seen.on_site)]
        if credit is not None and not credit[1].wire:
            return self._cited_node(credit[0], credit[1], ids, targets)
        speaker = next((p for p in bundle if p.speaker is not None and (p.speaker.statement or p.speaker.definite)), None)
        if speaker is not None and speaker.speaker is not None:
            said = speaker.speaker
            kind: OriginKind = "witness" if said.kind == "witness" else "social" if said.kind == "social" else "official"
            return _Node(kind, said.key, said.name), [Reason("speaker", ids, said.name, speaker.report, said.spans)]
        if wire is not None:
            return self._cited_node(wire[0], wire[1], ids, targets)
        first = min(bundle, key=lambda p: (p.published or "9999", p.report))
        named = first if first.publisher is not None else next((p for p in bundle if p.publisher is not None), None)
        if named is None or named.publisher is None:
            return _Node("unknown", first.report, "unknown"), [Reason("unknown", ids)]
        if named.publisher.kind == "agency":
            return _Node("agency", named.publisher.key, named.publisher.name), [Reason("outlet", ids, named.publisher.name)]
        signed = next((p for p in bundle if p.signed), None)
        if signed is not None and signed.publisher is not None:
            return _Node("outlet", signed.publisher.key, signed.publisher.name), [Reason("outlet", ids, signed.publisher.name, signed.report, signed.signed)]
        if named.publisher.key in {c.outlet.key for p in self.reports.values() for c in (p.credit,) if c is not None and not c.wire}:
            return _Node("outlet", named.publisher.key, named.publisher.name), [Reason("outlet", ids, named.publisher.name)]
        return _Node("unknown", named.publisher.key, named.publisher.name), [Reason("unknown", ids, named.publisher.name)]

    def _cited_node(
        self, report: str, credit: Credit, ids: tuple[str, ...], targets: Mapping[str, tuple[str, Credit | None]]
    ) -> tuple[_Node, list[Reason]]:
        rule: Rule = "wire" if credit.wire else "cited"
        reasons = [Reason(rule, ids, credit.outlet.name, report, credit.spans)]
        end, cycle = targets.get(credit.outlet.key, (credit.outlet.key, None))
        if cycle is not None:
            reasons.append(Reason("cycle", ids, end))
        if end == credit.outlet.key:
            return _Node(credit.outlet.kind, end, credit.outlet.name), reasons
        outlets = {o.key: o for p in self.reports.values() for o in (p.publisher, *(c.outlet for c in (p.credit, p.wire) if c is not None)) if o is not None}
        reasons += [Reason("cited", ids, outlets[end].name)] if end in outlets and cycle is None else []
        innermost = outlets.get(end, credit.outlet)
        return _Node(innermost.kind, innermost.key, innermost.name), reasons

    # Owners and unknowns ------------------------------------------------------------------------------------------------

    def _merge_owners(self, nodes: Mapping[str, _Node], merged: Unions[str]) -> None:
        """Outlets of one owner count once, unless both had their own reporters on site."""
        owners: dict[str, list[str]] = defaultdict(list)
        for root in sorted(nodes):
            if nodes[root].kind not in ("outlet", "unknown"):
                continue
            outlet = next((p.publisher for p in self.bundles[root] if p.publisher is not None and p.publisher.key == nodes[root].key), None)
            if outlet is not None and outlet.owner:
                owners[outlet.owner].append(root)
        for owner, roots in owners.items():
            for k, other in enumerate(roots):
                for one in roots[:k]:
                    if nodes[one].key != nodes[other].key and not (_seen(self.bundles[one]) and _seen(self.bundles[other])) and merged.join(one, other):
                        self.reasons[other].append(Reason("owner", (self.bundles[one][0].report, self.bundles[other][0].report), owner))

    def _merge_details(self, nodes: Mapping[str, _Node], merged: Unions[str]) -> None:
        """Reports of unknown provenance that tell the same numbers, names and a same quotation count once."""
        unknown = [root for root in sorted(nodes) if nodes[root].kind == "unknown"]
        for k, other in enumerate(unknown):
            for one in unknown[:k]:
                if not merged.joined(one, other) and _same_details(self.bundles[one][0], self.bundles[other][0]):
                    merged.join(one, other)
                    self.reasons[other].append(Reason("same_details", (self.bundles[one][0].report, self.bundles[other][0].report)))

    def _origin(self, roots: Sequence[str], nodes: Mapping[str, _Node]) -> Origin:
        bundles = [p for root in roots for p in self.bundles[root]]
        # The origin is named after the one that its first report has.
        first = min(roots, key=lambda r: (min((p.published for p in self.bundles[r] if p.published), default="9999"), r))
        node = nodes[first]
        interested = node.kind in ("official", "social", "witness") and all(p.speaker is None or p.speaker.interested for p in bundles) and any(p.speaker for p in bundles)
        key = f"{node.kind}:{node.key}"
        reasons = sorted((r for root in roots for r in self.reasons[root]), key=lambda r: (r.rule, r.reports, r.names or ""))
        dates = [p.published for p in bundles if p.published]
        return Origin(self.story, key, node.kind, node.name, interested, tuple(sorted(p.report for p in bundles)), min(dates, default=None), tuple(reasons))


def _start(bundle: Sequence[Provenance]) -> str | None:
    """The outlet whose text it is: the agency whose copy it is, else the earliest publisher."""
    wire = _first_credit(bundle, wire=True)
    if wire is not None:
        return wire[1].outlet.key
    named = [p for p in bundle if p.publisher is not None]
    first = min(named, key=lambda p: (p.published or "9999", p.report), default=None)
    return first.publisher.key if first is not None and first.publisher is not None else None


def _credit(bundle: Sequence[Provenance]) -> tuple[str, Credit] | None:
    """The first citation of another outlet for what is told, with the report that has it; a wire credit where there is none."""
    return _first_credit(bundle, wire=False) or _first_credit(bundle, wire=True)


def _first_credit(bundle: Sequence[Provenance], wire: bool) -> tuple[str, Credit] | None:
    # A reprint may have lost the credit that another copy of the same text still has.
    for report in sorted(bundle, key=lambda p: (p.published or "9999", p.report)):
        credit = report.wire if wire else report.credit
        if credit is not None and credit.wire == wire:
            return report.report, credit
    return None


def _seen(bundle: Sequence[Provenance]) -> Provenance | None:
    return next((p for p in bundle if p.on_site), None)


def _same_details(one: Provenance, other: Provenance) -> bool:
    names = len(one.names & other.names)
    same_numbers = bool(one.numbers) and one.numbers == other.numbers
    return same_numbers and bool(one.quotes & other.quotes) and names >= _NAMES and names >= _NAMES_SHARE * max(len(one.names), len(other.names))
