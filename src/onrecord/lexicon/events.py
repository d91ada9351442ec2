"""The event lexicon: predicates with companions, frames and constraints, one file a PLOVER type."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from onrecord.errors import ResourceError
from onrecord.lexicon.tables import Row, read_rows, read_terms, resource

COLUMNS = ("predicate", "pos", "modes", "frame", "where", "contexts", "example", "counter")
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Constraint:
    """`slot` must (or, `negated`, must not) be filled by one of `values`: lemmas and `@class` names; `*` is any filler.

    Slots beside those of frames: `clause` (kind of the clausal complement), `clause.verb`, `clause.obj`, `content` (what is asked, refused or
    threatened, as verb or noun), `near` (in the sentence; negated: in the trigger's own clause), `anywhere` (in the sentence either way), `report` (in the
    whole report: for rules of few words, since it is looked for token by token),
    `mod`, `head` (the noun that a nominal trigger modifies), `prt`, `named` (what somebody or something is called).

    `told` (written `==`): also the subject of a passive must be there, where `=` leaves open what the passive leaves out.
    """

    slot: str
    negated: bool
    values: frozenset[str]
    told: bool = False

    @property
    def classes(self) -> tuple[str, ...]:
        return tuple(sorted(value[1:] for value in self.values if value.startswith("@")))


@dataclass(frozen=True, slots=True)
class EventRule:
    """One sense of one predicate. `actor` and `recipient` are frame slots in order of preference; `file:line` names it."""

    id: str
    type: str
    head: str
    companions: tuple[str, ...]
    pos: str
    modes: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    reciprocal: bool
    where: tuple[Constraint, ...]
    contexts: tuple[str, ...]
    example: str
    counter: str

    @property
    def specificity(self) -> tuple[int, int]:
        positive = sum(not c.negated for c in self.where)
        return (len(self.companions), positive * 2 + len(self.where))


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """Rules by (part of speech, head lemma), most specific first, and the noun classes that constraints name."""

    rules: tuple[EventRule, ...]
    index: dict[tuple[str, str], tuple[EventRule, ...]]
    classes: dict[str, frozenset[str]]

    def rules_for(self, pos: str, lemma: str) -> tuple[EventRule, ...]:
        return self.index.get((pos, lemma), ())


def _slots(side: str) -> tuple[str, ...]:
    return tuple(s.strip() for s in side.replace("&", "|").split("|") if s.strip() and s.strip() != "-")


def parse_frame(frame: str) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """`A>B` gives (A slots, B slots, False); `A&B` (all slots, (), True)."""
    if ">" in frame:
        left, _, right = frame.partition(">")
        return _slots(left), _slots(right), "&" in left
    return _slots(frame), (), "&" in frame


def parse_where(text: str, where: str) -> tuple[Constraint, ...]:
    made: list[Constraint] = []
    for part in text.split():
        slot, mark, values = part.partition("!=") if "!=" in part else part.partition("=")
        if not mark or not slot or not values:
            raise ResourceError(f"{where}: cannot read the constraint {part!r}")
        told = mark == "=" and values.startswith("=")
        values = values.removeprefix("=") if told else values
        made.append(Constraint(slot, mark == "!=", frozenset(v.lower() for v in values.split("|") if v), told))
    return tuple(made)


def _rule(row: Row, kind: str) -> EventRule:
    # The parser splits at hyphens: "sit-in" is two tokens.
    words = row["predicate"].lower().replace("-", " ").split()
    if row["pos"] == "v" and "-" in row["predicate"].split()[0]:
        words = words[1:2] + words[:1] + words[2:]
    if not words or row["pos"] not in ("v", "n", "a"):
        raise ResourceError(f"{row.where}: predicate or part of speech is missing")
    actor, recipient, reciprocal = parse_frame(row["frame"])
    return EventRule(
        f"{kind}:{row['predicate']}/{row['pos']}:{row.line}", kind, words[0], tuple(words[1:]), row["pos"], row.items("modes"), actor, recipient,
        reciprocal, parse_where(row["where"], row.where), row.items("contexts"), row["example"], row["counter"],
    )  # fmt: skip


@lru_cache(maxsize=1)
def event_lexicon() -> EventLexicon:
    """The lexicon shipped with the package. Raises ResourceError naming file and line where it is malformed."""
    folder = resource("lexicon", "en", "events")
    rules: list[EventRule] = []
    for kind in TYPES:
        rules += [_rule(row, kind) for row in read_rows(folder / f"{kind}.tsv", COLUMNS)]
    index: dict[tuple[str, str], list[EventRule]] = {}
    for rule in rules:
        # A nominal of several words is headed by its last ("hunger strike") or its first ("call for restraint"): the tree decides.
        heads = {rule.head} if rule.pos == "v" else {rule.head, *rule.companions}
        for head in heads:
            index.setdefault((rule.pos, head), []).append(rule)
    classes = {path.name[:-4]: read_terms(path) for path in resource("lexicon", "en", "classes").iterdir() if path.name.endswith(".txt")}
    for rule in rules:
        for constraint in rule.where:
            missing = [c for c in constraint.classes if c not in classes and c not in BUILTIN_CLASSES]
            if missing:
                raise ResourceError(f"{rule.id}: no noun class {missing[0]!r}")
    ordered = {key: tuple(sorted(group, key=lambda r: r.specificity, reverse=True)) for key, group in index.items()}
    return EventLexicon(tuple(rules), ordered, classes)


BUILTIN_CLASSES = frozenset({"person", "org", "state", "place", "number"})
