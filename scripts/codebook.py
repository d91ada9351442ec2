"""Make docs/codebook/ from its words (types.toml), its sentences (examples.tsv), the lexicon and what the coder says; `--check` says whether it still stands there.

    python scripts/codebook.py [--check | --answers]

`--answers` prints the sentences with the answers that come out now, in the form of examples.tsv: read every changed line before it replaces the old one.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from onrecord import Coder
from onrecord.lexicon.events import TYPES, EventRule, event_lexicon
from onrecord.model.event import Event, Participant
from onrecord.model.record import Record
from onrecord.model.status import Status

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "codebook"
MADE = "Made by `scripts/codebook.py` from `types.toml`, `examples.tsv` and the lexicon; a test keeps them equal."
FORMS = (("v", False, "verbs"), ("v", True, "verbs with companions"), ("n", False, "nouns"), ("n", True, "nouns with companions"), ("a", False, "adjectives"))
SHOWN = {"verbs": 8, "verbs with companions": 6, "nouns": 6, "nouns with companions": 3, "adjectives": 3}
STATUSES: dict[str, str] = {
    "occurred": "it took place",
    "ongoing": "it is under way as the text is published",
    "planned": "its own actor intends, prepares, has ordered or announced it; it has not begun",
    "proposed": "somebody asks for it, weighs it or puts it forward; nobody is bound to it",
    "threatened": "its actor announces it as harm, or under a condition",
    "hypothetical": "possible, conditional, feared or forecast, and nobody's plan",
    "alleged": "an accusation or a suspicion",
    "denied": "a source says that it did not, does not or will not happen, and nobody in the text says that it did",
    "negated": "the text itself says that it did not happen",
    "failed": "attempted and thwarted, or called off",
}


@dataclass(frozen=True)
class Example:
    """A sentence of `page` (a type, or a status); `shows` is whether it is one of these or a near miss; `answer` is what must come out."""

    page: str
    shows: bool
    sentence: str
    answer: str


def examples() -> list[Example]:
    rows = [line.split("\t") for line in (FOLDER / "examples.tsv").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [Example(page, kind == "is", sentence, answer) for page, kind, sentence, answer in rows]


def answer(events: Iterable[Event]) -> str:
    """`TYPE:modes:status` of every event, in text order; `TYPE(DEED)` where the future rule gave another type; `-` where there is none."""
    parts = (f"{_type(e)}:{'+'.join(e.modes) or '-'}:{e.status}" for e in events)
    return "; ".join(parts) or "-"


def _type(event: Event) -> str:
    return f"{event.type}({event.deed_type})" if event.deed_type else event.type


def _parties(record: Record, sides: Sequence[Participant]) -> str:
    names = {e.id: e.name for e in record.entities}
    told = (" ".join(s.quote for s in p.spans) or names[p.entity] for p in sides)
    return ", ".join(f"({words})" if p.inferred else words for words, p in zip(told, sides, strict=True))


def coded_rows(coder: Coder, rows: Iterable[Example]) -> list[str]:
    """The table of some sentences with the coder's output, an event a line of the cell."""
    lines = ["| sentence | type · mode · status | actor | recipient or thing |", "| --- | --- | --- | --- |"]
    for row in rows:
        record = coder.code(row.sentence)
        cells: list[tuple[str, str, str]] = []
        for e in record.events:
            label = f"**{_type(e)}**" if row.page in (e.type, e.status) else _type(e)
            whom = _parties(record, e.recipients) or ", ".join(o.text for o in e.objects)
            cells.append((" · ".join([label, *e.modes, e.status]), _parties(record, e.actors) or "–", whom or "–"))
        cells = cells or [("no event", "–", "–")]
        lines.append("| " + " | ".join([row.sentence, *("<br>".join(column) for column in zip(*cells, strict=True))]) + " |")
    return lines


def triggers(rules: Sequence[EventRule]) -> list[str]:
    """The families of a type's rules: how many of each construction, and the first of each in the file, which goes from the general to the special."""
    lines = [f"{len(rules):,} rules for {len({(r.head, r.companions, r.pos) for r in rules}):,} predicates.", "", "| construction | rules | such as (actor > recipient) |", "| --- | --- | --- |"]
    for pos, several, name in FORMS:
        family = [r for r in rules if r.pos == pos and (bool(r.companions) == several or pos == "a")]
        if not family:
            continue
        shown: dict[str, str] = {}
        for r in family:
            shown.setdefault(_words(r), f"*{_words(r)}* ({_frame(r)})")
        lines.append(f"| {name} | {len(family)} | {'; '.join(list(shown.values())[: SHOWN[name]])} |")
    held = sum(bool(r.where) for r in rules)
    return [*lines, "", f"{held} of them say what must or must not fill a slot; `src/onrecord/resources/lexicon/en/events/{rules[0].type}.tsv` has them all, each with an example."]


def _words(rule: EventRule) -> str:
    return rule.id.partition(":")[2].rpartition("/")[0]


def _frame(rule: EventRule) -> str:
    if rule.reciprocal:
        return " & ".join(rule.actor) + (f" > {', '.join(rule.recipient)}" if rule.recipient else "")
    return f"{', '.join(rule.actor) or '–'} > {', '.join(rule.recipient) or '–'}"


def type_page(coder: Coder, kind: str, words: dict[str, Any], rows: Sequence[Example]) -> str:
    rules = [r for r in event_lexicon().rules if r.type == kind]
    modes = Counter(m for r in rules for m in r.modes)
    lines = [f"# {kind}", "", MADE, "", f"*{words['quad']}*. {words['definition']}", ""]
    if "modes" in words:
        lines += ["## Modes", "", "| mode | tells | rules that set it |", "| --- | --- | --- |"]
        lines += [f"| `{mode}` | {tells} | {modes[mode]} |" for mode, tells in words["modes"].items()]
        lines += ["", "An event has the modes that its word or its parties tell, and none where they tell none.", ""]
    lines += ["## What triggers it", "", *triggers(rules), "", "## How ties are broken", "", *(f"- {t}" for t in words["ties"]), ""]
    lines += ["## What it is not", "", *(f"- {n}" for n in words["not"]), "", "## Examples", "", *coded_rows(coder, [r for r in rows if r.shows]), ""]
    lines += ["Near misses:", "", *coded_rows(coder, [r for r in rows if not r.shows]), ""]
    return "\n".join(lines)


def index(coder: Coder, words: dict[str, Any], rows: Sequence[Example]) -> str:
    rules = Counter(r.type for r in event_lexicon().rules)
    lines = [
        "# Codebook", "", MADE, "",
        "How OnRecord codes events: one page a PLOVER type, and below the ten statuses. All sentences are invented; what stands beside them is what comes out. Parties in",
        "brackets are inferred from the words around. Types, modes and the rules between them follow PLOVER (Open Event Data Alliance, CC BY-SA 4.0;",
        "[notice](../../src/onrecord/resources/ontology/plover/NOTICE.md)); so do these pages.", "",
        "## Types", "", "| type | class | rules | in short |", "| --- | --- | --- | --- |",
    ]  # fmt: skip
    lines += [f"| [{kind}]({kind}.md) | {words[kind]['quad']} | {rules[kind]} | {words[kind]['definition'].split('.')[0].split(':')[0]} |" for kind in TYPES]
    lines += [
        "", "## Ties between rules", "",
        "One word proposes at most one event. Where several rules hold of it, that rule wins which names more words with it (*hold talks* before *hold*); then the one that says",
        "more of its slots, where what the sentence leaves open does not count; then the one more of whose slots are filled; then the type earlier in the table above. Where two",
        "triggers share words, the longer stays.", "",
        "In the tables of rules the slots are those of the sentence: `subj`, `obj` and `iobj` as the active voice has them, `comp` a noun before the trigger (*rebel attack*), `poss` who",
        "owns it, else the preposition that leads to the filler; `>` parts who acts from who receives, `&` joins parties to whom it is mutual. The first slot that is filled counts.", "",
        "## The future rule", "",
        "An act that is planned by its own actor, and that no word of speech presents, changes its type, and `deed_type` keeps the act: CONSULT, SUPPORT, COOPERATE and AID become",
        "AGREE; RETREAT becomes CONCEDE; ASSAULT, COERCE and SANCTION become THREATEN where their actor himself announces them against somebody. All else keeps its type.", "",
        "## Speech acts", "",
        "Promising, demanding, refusing, accusing and threatening are events that occurred. What is promised, demanded, refused, alleged or threatened is a second event with its own",
        "status, tied to the first as `content_of`.", "",
        "## Statuses", "",
    ]  # fmt: skip
    for status, tells in STATUSES.items():
        lines += [f"### {status}", "", tells[0].upper() + tells[1:] + ".", "", *coded_rows(coder, [r for r in rows if r.page == status]), ""]
    lines += ["A status belongs to each assertion, that is to an event as one source presents it; the event's own is the outlet's, else the strongest that is no denial.", ""]
    return "\n".join(lines)


def pages() -> dict[str, str]:
    """File name to text."""
    coder, rows = Coder(), examples()
    words = tomllib.loads((FOLDER / "types.toml").read_text(encoding="utf-8"))
    assert set(words) == set(TYPES), "types.toml lacks a type"
    assert set(STATUSES) == set(get_args(Status)), "STATUSES lacks a status"
    made = {f"{kind}.md": type_page(coder, kind, words[kind], [r for r in rows if r.page == kind]) for kind in TYPES}
    return {"README.md": index(coder, words, rows), **made}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 where a page says something else")
    parser.add_argument("--answers", action="store_true", help="print examples.tsv with the answers that come out now")
    arguments = parser.parse_args()
    if arguments.answers:
        coder = Coder()
        for e in examples():
            print(e.page, "is" if e.shows else "not", e.sentence, answer(coder.code(e.sentence).events), sep="\t")
        return 0
    stale = []
    for name, text in pages().items():
        path = FOLDER / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if not arguments.check:
                path.write_text(text, encoding="utf-8")
    if stale:
        print(("stale: " if arguments.check else "wrote ") + ", ".join(stale))
    return 1 if stale and arguments.check else 0


if __name__ == "__main__":
    raise SystemExit(main())
