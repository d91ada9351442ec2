"""Where a text names laws, orders, treaties and doctrines, and which of these names are authorities: something is rested on them or held against them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.lexicon.authority import authority_joint, authority_rules, invoking_cues

# A cue further away than this belongs to another clause (code points).
_NEAR = 60
_LETTERS = 3  # capitals of a name; fewer stand for too many things
_BLANK = re.compile(r"\s*[“\"‘'(]?\s*")


@dataclass(frozen=True, slots=True)
class Hit:
    """An authority named at clean offsets [start, end). `relation` is the cue's: invoked | contested | news | '' where no cue stands by it; `void`: the words
    behind it say that it does not hold."""

    start: int
    end: int
    kind: str
    rule: str
    ground: str = "alone"
    relation: str = ""
    grounded: bool = True
    void: bool = False


def hits(text: str, start: int, end: int) -> list[Hit]:
    """The authorities named in text[start:end]; of overlapping ones the longest. Names of papers that are merely news are left out."""
    found: list[Hit] = []
    begins = _behind_cues(text, start, end)
    for rule in authority_rules():
        if rule.ground in ("held", "against"):
            matches: Iterable[re.Match[str]] = [m for at in begins if (m := rule.pattern.match(text, at, end)) is not None]
        else:
            matches = rule.pattern.finditer(text, start, end)
        for match in matches:
            if match.end("name") > match.start("name"):
                hit = Hit(match.start("name"), match.end("name"), rule.kind, rule.rule, rule.ground)
                found.append(_judged(text, start, end, hit))
    found.sort(key=lambda h: (h.start, -h.end))
    named = _longest(_joined(text, found))
    return [hit for hit in named if hit.grounded]


def _behind_cues(text: str, start: int, end: int) -> list[int]:
    """Where a name right behind a cue may begin, with its article before without it: names of common words begin there ("violated | the firm's rules") and not one
    word earlier."""
    begins: list[int] = []
    for cue in invoking_cues():
        if cue.side in ("before", "next") and cue.relation != "news":
            for said in cue.pattern.finditer(text, start, end):
                begins += [m.end() for m in (_BLANK.match(text, said.end(), end), authority_joint("GAP").match(text, said.end(), end)) if m is not None]
    return list(dict.fromkeys(begins))


def _judged(text: str, start: int, end: int, hit: Hit) -> Hit:
    """The hit with the relation that its cues give it, and whether that is enough for its kind of name."""
    before, at_once = _before(text, start, hit)
    after = _after(text, end, hit)
    relation = before
    if after == "contested" or before in ("", "news"):
        relation = after or before
    enough = {
        "alone": True,
        "quiet": relation != "news",
        "ground": relation in ("invoked", "contested"),
        "held": at_once and before in ("invoked", "contested"),
        "against": at_once and before == "contested",
    }[hit.ground]
    return replace(hit, relation=relation, grounded=enough, void=after == "contested")


def _before(text: str, start: int, hit: Hit) -> tuple[str, bool]:
    """The relation of the nearest cue before the hit, of equally near ones the longest; and whether it stands right before."""
    since = max(start, hit.start - _NEAR)
    since = max([since, *(text.rfind(mark, since, hit.start) + 1 for mark in ";\n")])
    while since > start and text[since - 1].isalnum() and text[since].isalnum():
        since += 1  # no cue begins within a word
    gap = authority_joint("GAP")
    best: tuple[tuple[int, int], str] | None = None
    for cue in invoking_cues():
        if cue.side in ("after", "then"):
            continue
        for match in cue.pattern.finditer(text, since, hit.start):
            if cue.side == "next" and not gap.fullmatch(text, match.end(), hit.start):
                continue
            rank = (match.end(), match.end() - match.start())
            if best is None or rank > best[0]:
                best = (rank, cue.relation)
    if best is None:
        return "", False
    return best[1], gap.fullmatch(text, best[0][0], hit.start) is not None


def _after(text: str, end: int, hit: Hit) -> str:
    """The relation of the first cue behind the hit; a contesting one goes first, since it says that the other does not hold."""
    until = min(end, hit.end + _NEAR)
    until = min([until, *(at for mark in ";\n" if (at := text.find(mark, hit.end, until)) >= 0)])
    at_once = authority_joint("THEN").match(text, hit.end, until)
    found = {cue.relation for cue in invoking_cues() if cue.side == "after" and cue.pattern.search(text, hit.end, until)}
    if at_once is not None:
        found |= {cue.relation for cue in invoking_cues() if cue.side == "then" and cue.pattern.match(text, at_once.end(), until)}
    return "contested" if "contested" in found else "invoked" if found else ""


def _joined(text: str, found: Iterable[Hit]) -> list[Hit]:
    """One cue governs several names: "rests on Article 5 and on the doctrine of pursuit". A name in a row with a grounded one is grounded."""
    made: list[Hit] = []
    joint = authority_joint("AND")
    for hit in found:
        if not hit.grounded and hit.ground in ("ground", "quiet") and hit.relation != "news":
            leads = [other for other in made if other.grounded and other.end <= hit.start and other.relation in ("invoked", "contested")]
            lead = next((other for other in leads if joint.fullmatch(text, other.end, hit.start)), None)
            if lead is not None:
                hit = replace(hit, relation=lead.relation, grounded=True)
        made.append(hit)
    return made


def shortened(text: str, found: Iterable[Hit]) -> list[Hit]:
    """ "the Harbour Safety Act ... the HSA": the hits, and each place that tells a law or treaty by the first letters of its name, with or without small words."""
    made = list(found)
    for hit in [h for h in made if h.kind in ("statute", "treaty")]:
        short = _capitals(text[hit.start : hit.end])
        if len(short) < _LETTERS:
            continue
        for match in re.finditer(rf"\b{re.escape(short)}\b", text):
            if match.start() > hit.start and all(match.end() <= o.start or o.end <= match.start() for o in made):
                made.append(replace(hit, start=match.start(), end=match.end(), relation="", void=False))
    return sorted(made, key=lambda h: h.start)


def _longest(found: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda h: (not h.grounded, h.start - h.end, h.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda h: h.start)


def normal_name(words: str) -> str:
    """The name that two mentions of one authority share: without article, case and what hangs on it."""
    return " ".join(words.split()).casefold().removeprefix("the ").removesuffix(" status").removesuffix(" authority")


def groups(text: str, found: Iterable[Hit]) -> list[list[Hit]]:
    """Mentions of one authority together: by name, a part told again without its paper ("Annex B"), a paper told short ("the Act")."""
    names: dict[str, list[Hit]] = {}
    for hit in found:
        names.setdefault(normal_name(text[hit.start : hit.end]), []).append(hit)
    for short in sorted(names, key=len):
        longer = [name for name in names if name != short and (_told_short(short, name) or _first_letters(text, names[short], names[name]))]
        if len(longer) == 1:
            names[longer[0]] = sorted([*names[longer[0]], *names.pop(short)], key=lambda h: h.start)
    return sorted(names.values(), key=lambda group: group[0].start)


def _first_letters(text: str, short: list[Hit], long: list[Hit]) -> bool:
    """Whether the one is told by the capitals of the other's name: "HSA" for "Harbour Safety Act"."""
    letters = text[short[0].start : short[0].end]
    return letters.isalpha() and letters.isupper() and letters == _capitals(text[long[0].start : long[0].end])


def _capitals(name: str) -> str:
    """The capitals that a name's words begin with, without "The"."""
    return "".join(w[0] for w in name.split() if w[0].isupper() and w.lower() != "the")


def _told_short(short: str, name: str) -> bool:
    if any(c.isdigit() for c in short) or len(short.split()) == 2:
        return name.startswith((f"{short} of ", f"{short} status", f"{short} authority"))
    words = [word for word in name.split() if not any(c.isdigit() for c in word) and word != "of"]
    return " " not in short and bool(words) and words[-1] == short and " of the " not in name
