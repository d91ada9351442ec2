"""Who is who in real reports: `actors.py --shared FOLDER [--part read|unread] [--show]`.

Codes the reports of `actors/mentions.jsonl` (the true actor of every mention that the record had, by place in the text; no text) and counts the actors of the record with a false
field, by the first fault of: nobody (all its mentions are no actor), another's (a mention of somebody else, a pronoun that means nothing), twice (an earlier actor is the same), perhaps (`may_be`
names somebody else), cut (its only words mislead), kind, country, sector. A blank is never a fault; nor is what the reader held to be arguable, nor an actor told twice that names the other in
`may_be` ("hinted": how many those are). Reports whose text is not there are left out. `part`: whether the reports were read
for mending, or scored only.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from corpora import texts
from onrecord import Coder
from onrecord.model.actor import Entity

GOLD = Path(__file__).parent / "actors/mentions.jsonl"
FAULTS = ("nobody", "another's", "twice", "perhaps", "cut", "kind", "country", "sector")
# Kinds that a reader would not call false where another of the row is right: bodies of a state, groups told of as people.
CLOSE = {
    "organisation": {"institution"}, "institution": {"organisation", "office"}, "office": {"institution", "person", "state"}, "state": {"institution"},
    "person": {"population", "office", "armed_group", "criminal_group"}, "population": {"person"},
}  # fmt: skip
Place = tuple[int, int]
Row = Mapping[str, Any]


@dataclass
class Truth:
    """The true actors of one report: whom each place in the text means, and how sure the reader was."""

    row: Row
    firm: dict[Place, int] = field(default_factory=dict)
    likely: dict[Place, int] = field(default_factory=dict)
    several: dict[Place, set[int]] = field(default_factory=dict)
    nobody: set[Place] = field(default_factory=set)
    open: set[Place] = field(default_factory=set)
    arguable: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    ends: dict[int, Place] = field(default_factory=dict)
    starts: dict[int, Place] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for actor in self.row["actors"]:
            self.firm |= {tuple(p): actor["n"] for p in actor["mentions"]}
            self.likely |= {tuple(p): actor["n"] for p in actor.get("unsure", ())}
            for other in actor.get("may_be", ()):
                self.arguable[actor["n"]].add(other)
                self.arguable[other].add(actor["n"])
        self.several = {(start, end): set(actors) for start, end, actors in self.row.get("several", ())}
        self.nobody = {tuple(p) for p in self.row.get("no_actor", ())}
        self.open = {tuple(p) for p in self.row.get("doubtful", ())}
        for place in sorted((*self.firm, *self.likely, *self.several, *self.nobody, *self.open)):
            self.ends.setdefault(place[1], place)
            self.starts.setdefault(place[0], place)

    def place(self, start: int, end: int) -> Place | None:
        """The labelled place that a mention is: the very same, or one that ends or begins with it."""
        known = (start, end) in self.firm or (start, end) in self.likely or (start, end) in self.several or (start, end) in self.nobody or (start, end) in self.open
        return (start, end) if known else self.ends.get(end) or self.starts.get(start)

    def main(self, entity: Entity) -> int | None:
        """The true actor of most of the labelled mentions."""
        places = [p for m in entity.mentions if (p := self.place(m.spans[0].start, m.spans[0].end)) is not None and p not in self.open]
        votes = Counter(n for p in places if (n := self.firm.get(p, self.likely.get(p))) is not None)
        return votes.most_common(1)[0][0] if votes else None

    def faults(self, entities: tuple[Entity, ...]) -> Iterator[tuple[Entity, str | None]]:
        """Each actor whose mentions are labelled, with its first fault; "hinted" is none."""
        actors = {a["n"]: a for a in self.row["actors"]}
        known = {e.id: self.main(e) for e in entities}
        seen: set[int] = set()
        for entity in entities:
            places = [p for m in entity.mentions if (p := self.place(m.spans[0].start, m.spans[0].end)) is not None and p not in self.open]
            if not places:
                continue
            main = known[entity.id]
            fault = self._fault(entity, places, main, seen, actors)
            aim = known.get(entity.may_be or "")
            if fault == "twice" and aim == main:
                fault = "hinted"
            elif fault is None and None not in (aim, main) and aim not in {main, *self.arguable[main or 0]}:
                fault = "perhaps"
            if main is not None and fault not in ("twice", "hinted"):
                seen.add(main)
            yield entity, fault

    def _fault(self, entity: Entity, places: list[Place], main: int | None, seen: set[int], actors: Mapping[int, Row]) -> str | None:
        if all(p in self.nobody for p in places):
            return "nobody"
        if any(p in self.nobody for p in places) and entity.kind != "state":
            return "another's"
        if main is None:
            return None
        others = any(n not in {main, *self.arguable[main]} for p in places if (n := self.firm.get(p)) is not None)
        if others or any(p in self.several and main not in self.several[p] for p in places):
            return "another's"
        if main in seen and any(self.firm.get(p) == main for p in places):
            return "twice"
        if len(places) == 1 and list(places[0]) in [list(c) for c in self.row.get("cut", ())]:
            return "cut"
        right = actors[main]
        if entity.kind != "unknown" and right["kinds"] and not ({entity.kind} | CLOSE.get(entity.kind, set())) & set(right["kinds"]):
            return "kind"
        if set(entity.countries) - set(right["countries"]):
            return "country"
        return "sector" if set(entity.sectors) - {"UNK"} - set(right["sectors"]) else None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--part", choices=("read", "unread"))
    parser.add_argument("--show", action="store_true", help="print each faulty actor by report, place and fault")
    arguments = parser.parse_args()
    known = texts(arguments.shared)
    coder = Coder()
    counts: Counter[str | None] = Counter()
    reports = 0
    with GOLD.open(encoding="utf-8") as stream:
        for row in map(json.loads, stream):
            text, published = known.get(row["report"], ("", None))
            record = coder.code(text, published=published) if text and (arguments.part in (None, row["part"])) else None
            if record is None or hashlib.sha256(record.report.text.encode()).hexdigest() != row["sha256"]:
                continue
            reports += 1
            for entity, fault in Truth(row).faults(record.entities):
                counts[fault] += 1
                if fault not in (None, "hinted") and arguments.show:
                    span = entity.mentions[0].spans[0]
                    print(f"  {row['report']} {span.start}-{span.end}: {fault}")
    total = sum(counts.values())
    wrong = total - counts[None] - counts["hinted"]
    print(f"{reports} reports, {total} actors: {100 * wrong / max(1, total):.1f}% with a false field ({', '.join(f'{f} {counts[f]}' for f in FAULTS)}; hinted {counts['hinted']})")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
