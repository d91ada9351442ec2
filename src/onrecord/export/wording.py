"""Wording of the dossier: the smallest clause around some words, the verb a source is given, names said once. Pure functions over words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.forms import surface_forms
from onrecord.lexicon.tables import word_set
from onrecord.model.span import Spans, words_of
from onrecord.numbers import value

LONGEST = 230
_MARKS = re.compile(r"\s*(?:[;—–]|:(?!\d\d)|,(?!\d)|\s-\s|\()\s*|\)\s*")
_SUBORDINATORS = re.compile(
    r"(?<=\s)(?:who|whom|whose|which|that|because|although|though|while|whereas|after|before|when|where|since|unless|until|if|whether|but|so that)(?=\s)", re.IGNORECASE
)  # fmt: skip
_DISTANCE = re.compile(r"(?<!\w)(?:(?:just|only|about|nearly|almost|more than|less than|some)\s+)?(?:an?|\d+|[a-z]+)\s+(?:minute|hour|day|week|fortnight|month|year|decade|centur)\w*\s+$", re.IGNORECASE)
_KEPT = word_set("kept_openers")
_FEWEST = 4
NOT_BEGUN = re.compile(r"\b(?:not|n['’]t) (?:yet |be |been )*(?:imminent|begun|started|under ?way|taken place|been (?:ordered|scheduled|launched))\b", re.IGNORECASE)
LINK = re.compile(r"[.;:]|\b(?:but|although|who|which|while)\b", re.IGNORECASE)  # what parts a trigger from a verb that is not its own
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_BEHIND = r"\s(?:of|from|in|on|at|for|by|with|who|that|near)\s"
_SMALL = word_set("title_small_words")
# A transcript's marks of recorded speech, with the speaker's label behind them: no words of anybody's.
STAGE = re.compile(r"[(\[]\s*(?:begin|end)\s[^()\[\]]{0,30}recording\s*[)\]](?:\s*[(\[][^()\[\]]{2,80}[)\]])?\s*", re.IGNORECASE)


def smallest_clause(text: str, needed: Sequence[tuple[int, int]], told: Sequence[tuple[int, int]] = ()) -> tuple[int, int]:
    """[left, right) in `text`: the stretch between clause boundaries that holds all of `needed` and is no mere fragment of a few words.

    Boundaries are separating punctuation, subordinating words and the ends of what is `told` by somebody; a word that makes the clause conditional or
    temporal stays with it.
    """
    if not needed:
        return 0, len(text)
    start, end = min(a for a, _ in needed), max(b for _, b in needed)
    lefts = [0, *(a for a, _ in told), *(m.end() for m in _MARKS.finditer(text)), *(_opened(text, m) if m.group().lower() in _KEPT else m.end() + 1 for m in _SUBORDINATORS.finditer(text))]
    rights = [len(text), *(b for _, b in told), *(m.start() for m in _MARKS.finditer(text)), *(m.start() - 1 for m in _SUBORDINATORS.finditer(text))]
    for left in sorted({at for at in lefts if at <= start}, reverse=True):
        for right in sorted({at for at in rights if at >= end and at > left}):
            if _complete(text[left:right]) and not (left and right - left < end - start + 12):
                return left, right
    return 0, len(text)


def _opened(text: str, opener: re.Match[str]) -> int:
    """Where a clause begins that a kept word opens: with the distance that is measured to it ("two years | after")."""
    distance = _DISTANCE.search(text, 0, opener.start())
    return distance.start() if distance else opener.start()


def _complete(piece: str) -> bool:
    return len(_WORD.findall(piece)) >= _FEWEST


def tidied(text: str, left: int, right: int) -> tuple[int, int]:
    """The stretch without a conjunction that opens it and separating marks at its ends."""
    opening = re.match(r"[\s,;:]*(?:(?:and|but|or|that)\s+)?", text[left:right]) if left else None
    if opening is not None:
        left += opening.end()
    while right > left and right < len(text) and text[right - 1] in " ,;:—–":
        right -= 1
    return left, right


def window(text: str, start: int, end: int) -> tuple[int, int]:
    """Some words on each side of [start, end), cut at spaces."""
    left = max(0, start - LONGEST // 2)
    right = min(len(text), end + LONGEST // 2)
    if left:
        left = text.find(" ", left) + 1 or left
    if right < len(text):
        right = text.rfind(" ", end, right) if text.rfind(" ", end, right) > end else right
    return left, right


def readable_date(value: str) -> str:
    """A date's TIMEX3 value as a reader knows it: a decade is "1990s" and not "199", a century "1900s" and not "19"; the day alone where its words tell
    the part of it ("Monday evening")."""
    value = re.sub(r"T[A-Z]{2}$", "", value)
    return f"{value}0s" if re.fullmatch(r"\d{3}", value) else f"{value}00s" if re.fullmatch(r"\d{2}", value) else value


def said_by(cue: str) -> str:
    """The label before what a source says: the cue's own words, so that a denial never reads as a statement; "says" for cues that are no verb."""
    words = " ".join(cue.replace("…", " ").split()).strip(" ,:;—–―-\"“”()[]").casefold()
    first = words.split(" ")[0] if words else ""
    if words.endswith("recording"):
        return "recorded"
    return "says" if not first or first in ("according", "per", "by") or (first.endswith("edly") and first == words) else words


# "Two men died, which the army denies": what the army says is told by the words before.
RELATIVES = frozenset({"which", "that", "what"})


def in_words(cue: Spans, content: Spans, longest: int = 110) -> str:
    """What a source does to a claim, in its own words: the cue and what follows it ("denied opening fire"); of a quotation before its cue only the
    quotation; nothing where neither says anything."""
    told = words_of(content)
    if told.casefold() in RELATIVES:
        return ""
    if not told:
        return cut(words_of(cue), longest)
    if cue and cue[0].start < content[0].start and words_of(cue).strip(" ,:;—–-"):
        told = f"{' '.join(words_of(cue).replace('…', ' ').split())} {told}"
    return cut(told, longest).strip("\"“” ,;")


def accuses(cue: Spans) -> bool:
    """Whether the cue's words are those of an accusation, without which its object tells no claim: "blamed | smugglers"."""
    words = set(words_of(cue).casefold().split())
    return any(words & surface_forms(lemma) for lemma in word_set("accusing_verbs"))


def sized(low: int | None, high: int | None, words: str) -> str:
    """The bounds of a figure in words: "4", "4 to 6", "at least 4", "up to 6"; "more than 300" where the words of the text have 300 and the least is one more."""
    if low is None or high is None:
        said = [n for w in words.replace(",", "").casefold().split() if (n := value([w])) is not None]
        return f"up to {high}" if low is None else f"more than {low - 1}" if low - 1 in said and low not in said else f"at least {low}"
    return f"{low}" if low == high else f"{low} to {high}"


def once(names: Iterable[str], things: Iterable[str] = ()) -> list[str]:
    """Parties, then things, without those that say the same or less than another.

    "boats" beside "suspected boats", "Guards" beside "Guards of the Quays": the same head with fewer words. "Iran" beside "Iran's navy" stays; a party named
    within a thing ("the US" beside "interference from the US") goes.
    """
    parties = list(dict.fromkeys(n for n in names if n))
    given = parties + [t for t in dict.fromkeys(things) if t and t not in parties]
    kept: list[str] = []
    for n, name in enumerate(given):
        words, head = _content(name), _head(name)
        for m, other in enumerate(given):
            theirs = _content(other)
            less = words < theirs or (words == theirs and m < n)
            if m != n and less and (head == _head(other) or (n < len(parties) <= m)):
                break
        else:
            kept.append(name)
    return kept


def bodies(thing: str) -> bool:
    """Whether the words name people or bodies that somebody can address, though no actor of the record: "both countries", "member states"."""
    words = _WORD.findall(re.split(_BEHIND, thing.casefold())[0])
    if not words:
        return False
    classes = event_lexicon().classes
    people = any(form in classes.get(name, ()) for name in ("human", "folk") for form in (words[-1], words[-1].removesuffix("s")))
    return people or words[-1] in word_set("bodies_addressed")


def _head(name: str) -> str:
    words = _WORD.findall(re.split(_BEHIND, name.casefold())[0])
    return words[-1].rstrip("s") if words else name


def _content(name: str) -> frozenset[str]:
    return frozenset(w.casefold().rstrip("s") for w in re.split(r"[\s\-]+", name) for w in _WORD.findall(w) if w.casefold() not in _SMALL) or frozenset({name})


def cut(text: str, longest: int = LONGEST) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"


def spaced(text: str) -> str:
    """White space folded, what stood at the ends kept as one space."""
    body = " ".join(text.split())
    if not body:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + body + (" " if text[-1].isspace() else "")
