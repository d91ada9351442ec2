"""Independent origins behind many reports of one thing: where its news first entered the public record, as far as the reports tell.

Reports are never counted. Copies of one text, copies of an agency's story, reports that cite another outlet, relays of one speaker's words and outlets of
one owner count once; each merge keeps its reason and the words it rests on. Which reports are of one thing is the caller's to say (`stories`); where
nobody says it, only copies and reports that are credited to one outlet, tell the same names and come within three days are taken to be.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from onrecord.link.duplicates import Group
from onrecord.link.provenance import Credit, Provenance, Speaker, SpeakerKind, hashes
from onrecord.link.stories import NAMES, NAMES_SHARE
from onrecord.link.stories import stories as stories_of
from onrecord.link.unions import Unions
from onrecord.model.span import Spans

OriginKind = Literal["agency", "outlet", "official", "witness", "social", "unknown"]
Rule = Literal["copy", "wire", "cited", "cycle", "speaker", "own_reporter", "owner", "same_details", "outlet", "unknown"]
# The kind of origin that a speaker makes. Who speaks for nobody else is no official; what else he is, is not known.
_KINDS: dict[SpeakerKind, OriginKind] = {"official": "official", "body": "official", "witness": "witness", "social": "social", "person": "unknown"}
# What the ids of origins say in place of a private person's name.
PRIVATE = "private person"


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
    """One origin of one story. `id` is unique in its story: "agency:reuters", "official:interior ministry", "unknown:harbourgazette", and of a person who
    speaks for nobody else "unknown:speaker ana ruiz". The id of a private person's tells no name ("witness:private person 5f0c..."): see `is_private`.

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


def is_private(origin_id: str) -> bool:
    """Whether the id is that of an origin named after a private person, whose name lists are not to show."""
    return origin_id.partition(":")[2].startswith(f"{PRIVATE} ")


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
    of = stories_of(known, texts) if stories is None else {r: stories.get(r, r) for r in known}
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


# One story --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Node:
    """An origin before merging: what kind, its key and name."""

    kind: OriginKind
    key: str
    name: str
    speaks: bool = False


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
        # Whom one report shows to be private is private in all of the story, and in all copies of one text whoever speaks there.
        self.private: set[str] = set()
        for bundle in self.bundles.values():
            speakers = {p.speaker.key: p.speaker.private for p in bundle if p.speaker is not None}
            known = frozenset().union(*(p.private for p in bundle))
            if any(speakers.values()) or any(hashes([key.partition("@")[0]]) & known for key in speakers):
                self.private |= speakers.keys()

    def origins(self) -> list[Origin]:
        targets = self._cited()
        nodes: dict[str, _Node] = {}
        for root, bundle in self.bundles.items():
            nodes[root], reasons = self._node(bundle, targets)
            self.reasons[root] += reasons
        # A newsroom that tells of its own account in one report is the same newsroom in its others.
        named = {n.key: n for n in nodes.values() if n.kind in ("outlet", "agency")}
        nodes = {root: named.get(n.key, n) if n.kind == "unknown" and not n.speaks else n for root, n in nodes.items()}
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
            return _Node(_KINDS[said.kind], self._speaker_key(said), said.name, True), [Reason("speaker", ids, said.name, speaker.report, said.spans)]
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

    def _speaker_key(self, said: Speaker) -> str:
        """A speaker's key in ids of origins. A private person's tells no name, and is another in each story, so that nobody is followed through a record by it."""
        if said.key in self.private:
            return f"{PRIVATE} {hashlib.blake2b(f'{self.story} {said.key}'.encode('utf-8', 'surrogatepass'), digest_size=6).hexdigest()}"
        return f"speaker {said.key}" if said.kind == "person" else said.key

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
            if nodes[root].kind not in ("outlet", "unknown") or nodes[root].speaks:
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
        unknown = [root for root in sorted(nodes) if nodes[root].kind == "unknown" and not nodes[root].speaks]
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
        interested = node.speaks and all(p.speaker is None or p.speaker.interested for p in bundles) and any(p.speaker for p in bundles)
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
    return same_numbers and bool(one.quotes & other.quotes) and names >= NAMES and names >= NAMES_SHARE * max(len(one.names), len(other.names))
