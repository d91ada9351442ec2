"""Punctuation whose UTF-8 bytes a one-byte charset read and partly lost: one foreign letter (`β`, `в`, `Γ`, `â`) is all that is left.

The table of damaged forms comes from the codecs (charsets.py). What a lone letter stood for is decided by its surroundings, and
whether it is damage at all by the script around it and by the rest of the text: real Greek or Russian words, and letters used
as symbols ("β-blocker", "α and β"), stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from onrecord.lexicon.tables import read_terms, resource
from onrecord.model.text import Edit
from onrecord.prepare.charsets import damage_table, punctuation, script_of

KIND = "mojibake"
Place = Literal["inside", "spaced", "digits", "opening", "closing", "none"]
Verdict = Literal["certain", "likely", "doubtful", "no"]

_REPLACEMENT = "\ufffd"
_NEAR = 40
_RUN = 4
_PARAGRAPH = 3_000
_OPENERS = frozenset("([{—–-/\"“‘'«")
_CLOSERS = frozenset(".,!?…;:)]}—–/\"”’'»%")
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=8)
def _terms(name: str) -> frozenset[str]:
    return read_terms(resource("prepare", f"{name}.txt"))


@lru_cache(maxsize=1)
def _finder() -> re.Pattern[str]:
    table = damage_table()
    forms = "|".join(re.escape(form) for form in sorted(table.forms, key=lambda form: (-len(form), form)))
    leads = "".join(sorted({*table.leads, *(form[0] for form in table.forms), _REPLACEMENT}))
    lone = "".join(sorted({*table.leads, _REPLACEMENT}))
    return re.compile(f"(?=[{re.escape(leads)}])(?:{forms}|[{re.escape(lone)}])")


@dataclass(frozen=True, slots=True)
class Damage:
    """A damaged string at [start, end), what it may stand for, where it stands, and how sure it is damage at all."""

    start: int
    end: int
    stands_for: frozenset[str]
    place: Place
    verdict: Verdict


def form_edits(text: str) -> list[Edit]:
    """The repairs of damaged forms of two or more characters that stand among ASCII, in text order.

    They come before any decoding again, which would take what is left of them for something else; a form that touches
    other damage (text decoded wrongly twice) is left to that decoding.
    """
    return _repairs(text, forms_only=True)


def lossy_edits(text: str) -> list[Edit]:
    """All repairs, in text order. Linear in the text's length."""
    return _repairs(text, forms_only=False)


def _repairs(text: str, forms_only: bool) -> list[Edit]:
    if text.isascii():
        return []
    found = _candidates(text, forms_only)
    return _read(text, _believed(text, found)) if found else []


def _candidates(text: str, forms_only: bool) -> list[Damage]:
    table = damage_table()
    accented = _accented(text)
    runs = [(m.start(), m.end()) for m in _finder().finditer(text)]
    found: list[Damage] = []
    for start, end in runs:
        form = text[start:end]
        lone = len(form) == 1
        if forms_only and (lone or not (text[start - 1 : start] + text[end : end + 1]).isascii()):
            continue
        stands_for = table.leads.get(form) if lone else table.forms.get(form)
        place = _place(text, start, end)
        if place == "none":
            continue
        if form == _REPLACEMENT:
            verdict: Verdict = _verdict_unknown(text, start, end, place)
        elif not lone:
            verdict = _verdict_form(text, start, end, place)
        elif script_of(form) == "LATIN" and _near_script(text, start, end) == "LATIN":
            verdict = _verdict_latin(text, start, end, place, accented)
        else:
            verdict = _verdict_foreign(text, start, end, place)
        if verdict != "no":
            found.append(Damage(start, end, stands_for or frozenset("—’“”"), place, verdict))
    return found


def _outer(text: str, start: int, end: int) -> tuple[int, int]:
    """The borders of a run of the same damaged letter, so that `ββ` is judged by what stands around both."""
    letter, low, high = text[start], max(0, start - _RUN), min(len(text), end + _RUN)
    while start > low and text[start - 1] == letter:
        start -= 1
    while end < high and text[end] == letter:
        end += 1
    return start, end


def _place(text: str, start: int, end: int) -> Place:
    start, end = _outer(text, start, end) if end - start == 1 else (start, end)
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == "-" and end - start == 1 and script_of(text[start]) != "":
        return "none"
    if after == "-" and end - start == 1:
        return "none"
    left_open = not before or before.isspace()
    right_open = not after or after.isspace()
    if left_open and right_open:
        return "none" if not _line_has_words(text, start, end) else "spaced"
    if before.isdigit() and after.isdigit():
        return "digits"
    if before.isalnum() and after.isalnum():
        return "inside"
    if (left_open or before in _OPENERS) and (after.isalnum() or after in "$£€¥“‘'\"¡¿[(…."):
        return "opening"
    if (before.isalnum() or before in _CLOSERS) and (right_open or after in _CLOSERS or not after.isalnum()):
        return "closing"
    return "none"


def _line_has_words(text: str, start: int, end: int) -> bool:
    line = text[max(0, start - 200) : start].rpartition("\n")[2] + text[end : end + 200].partition("\n")[0]
    return _WORD.search(line) is not None


def _near_script(text: str, start: int, end: int) -> str:
    """The script of the nearest letters on both sides, of the same line where it has any; '' where there are none or the sides differ."""
    letter = text[start]
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    own_before, own_after = before.rpartition("\n")[2], after.partition("\n")[0]
    if any(c != letter and script_of(c) for c in own_before + own_after):
        before, after = own_before, own_after
    left = next((script_of(c) for c in reversed(before) if c != letter and script_of(c)), "")
    right = next((script_of(c) for c in after if c != letter and script_of(c)), "")
    return left or right if not left or not right or left == right else ""


def _verdict_form(text: str, start: int, end: int, place: Place) -> Verdict:
    """Several characters make damage certain, but two letters may be a word of their own: not when they touch other words."""
    if _own_script(text, start, end):
        return "no"
    return "no" if place == "spaced" and end - start == 2 and text[start + 1].isalnum() else "certain"


def _own_script(text: str, start: int, end: int) -> bool:
    """Whether a damaged form of several letters stands among words of its own script, where it may be a word."""
    scripts = {script_of(c) for c in text[start:end]} - {""}
    return bool(scripts) and (_near_script(text, start, end) in ("", *(scripts - {"LATIN"})))


def _accented(text: str) -> bool:
    """Whether a text is rich in accented Latin letters, as French, Portuguese, Romanian or Vietnamese are."""
    letters = [c for c in text[:20_000] if c.isalpha()]
    accents = sum(not c.isascii() and script_of(c) == "LATIN" and c not in damage_table().leads for c in letters)
    return accents > 0.006 * max(1, len(letters))


def _words_around(text: str, start: int, end: int) -> tuple[str, str]:
    left = re.search(r"[\w'’.,]+$", text[max(0, start - _NEAR) : start].rstrip())
    right = re.match(r"[\w'’]+", text[end : end + _NEAR].lstrip())
    return (left.group() if left else "", right.group() if right else "")


def _is_contraction(left: str, right: str) -> bool:
    left, right = left.lower(), right.lower()
    return (right == "t" and left in _terms("not_stems")) or (right != "t" and right in _terms("contraction_ends") and len(left) > 0)


def _verdict_unknown(text: str, start: int, end: int, place: Place) -> Verdict:
    """U+FFFD may have been any character: only where nothing else would stand there."""
    left, right = _letters_around(text, start, end)
    if place == "inside":
        return "certain" if _is_contraction(left, right) and len(left) > 1 else "no"
    if place == "spaced":
        return "likely"
    if place in ("opening", "closing"):
        before = text[max(0, start - _PARAGRAPH) : start].rpartition("\n")[2]
        paragraph = before + text[start : end + _PARAGRAPH].partition("\n")[0]
        if place == "closing" and before[-1:].isalnum() and text[end : end + 1].isspace():
            return "no"  # as likely the last letter of a name
        opens = len(re.findall(rf"(?:^|[\s(]){_REPLACEMENT}\w", paragraph))
        closes = len(re.findall(rf"[\w.,!?]{_REPLACEMENT}(?:\W|$)", paragraph))
        return "likely" if opens and closes else "no"
    return "no"


def _letters_around(text: str, start: int, end: int) -> tuple[str, str]:
    """The letters that touch a damaged string on both sides, up to the next occurrence of the same letter."""
    left = re.search(r"[^\W\d_]+$", text[max(0, start - _NEAR) : start])
    right = re.match(r"[^\W\d_]+", text[end : end + _NEAR])
    letter = text[start]
    return (left.group().rpartition(letter)[2] if left else "", right.group().partition(letter)[0] if right else "")


def _verdict_latin(text: str, start: int, end: int, place: Place, accented: bool) -> Verdict:
    """An accented Latin letter among Latin words: a real letter far more often than damage."""
    left, right = _letters_around(text, start, end)
    if place == "inside":
        if not left.isascii() or not _is_contraction(left, right):
            return "no"
        if right.lower() == "t":
            return "certain"
        return "no" if accented else "doubtful" if len(left) < 3 else "likely"
    if place == "spaced":
        # A capital alone may open an address ("Ô roi").
        return "no" if accented else "doubtful" if text[start].isupper() else "likely"
    if place == "opening":
        return "likely" if right[:1].isupper() and text[start].islower() and not accented else "no" if accented else "doubtful"
    if place == "closing":
        before = text[start - 1 : start]
        return "likely" if not before.isalnum() else "no" if accented else "doubtful"
    return "doubtful"


def _verdict_foreign(text: str, start: int, end: int, place: Place) -> Verdict:
    """A letter of another script than the words around it."""
    script = script_of(text[start])
    near = _near_script(text, start, end)
    if not near or near == script:
        return "no"
    left, right = _letters_around(text, start, end)
    if place == "inside":
        if _is_contraction(left, right) and not (left.isupper() and len(right) > 0 and right.islower()):
            return "certain"
        return "doubtful" if left.isupper() or not left or not right else "likely"
    if place == "spaced":
        return _verdict_spaced(text, start, end)
    if place == "opening":
        return "doubtful" if len(right) > 1 and (right[:3].isupper() or right[1:].isupper()) else "likely"
    if place == "closing":
        return "doubtful" if left and (left.isupper() or len(left) == 1) else "likely"
    return "likely" if place == "digits" else "no"


def _verdict_spaced(text: str, start: int, end: int) -> Verdict:
    around = text[max(0, start - 3) : start].strip()[-1:] + text[end : end + 3].strip()[:1]
    if any(c in "=<>≤≥≈±×+*/∝∈" for c in around):
        return "no"
    left, right = _words_around(text, start, end)
    if right.lower() in _terms("symbol_after") or left.lower().strip(".") in _terms("symbol_before"):
        return "doubtful"
    return "likely"


def _believed(text: str, found: list[Damage]) -> list[Damage]:
    """What is repaired, the whole text considered: one certain or two likely cases of a letter carry its doubtful ones."""
    kept: list[Damage] = []
    for letter in dict.fromkeys(text[damage.start] for damage in found):
        mine = [damage for damage in found if text[damage.start] == letter]
        symbols = letter != _REPLACEMENT and _symbols(text, letter)
        certain = any(damage.verdict == "certain" for damage in mine)
        likely = sum(damage.verdict == "likely" for damage in mine)
        for damage in mine:
            sure = damage.verdict == "certain" or (damage.verdict == "likely" and (certain or likely > 2 or not symbols))
            if sure or (damage.verdict == "doubtful" and letter != _REPLACEMENT and (certain or (likely >= 2 and not symbols))):
                kept.append(damage)
    return sorted(kept, key=lambda damage: damage.start)


def _symbols(text: str, letter: str) -> bool:
    """Whether other letters of the same foreign script stand alone too, or this one with a hyphen: a text that uses symbols."""
    script = script_of(letter)
    if script in ("LATIN", ""):
        return False
    leads = damage_table().leads
    for match in re.finditer(r"(?<![^\W\d_])[^\W\d_a-zA-Z](?![^\W\d_])", text[:100_000]):
        other = match.group()
        hyphen = text[match.start() - 1 : match.start()] == "-" or text[match.end() : match.end() + 1] == "-"
        if script_of(other) == script and (other not in leads or (hyphen and other == letter)):
            return True
    return re.search(rf"{letter}-[A-Za-z]|[A-Za-z]-{letter}", text) is not None


def _read(text: str, damages: list[Damage]) -> list[Edit]:
    """The edits: quotes are paired within a paragraph."""
    edits: list[Edit] = []
    open_quotes: list[str] = []
    for at, damage in enumerate(damages):
        if at == 0 or "\n" in text[damages[at - 1].end : damage.start]:
            open_quotes = []
        follow = damages[at - 1].end == damage.start if at else False
        wording, rule = _wording(text, damages, at, open_quotes, follow)
        edits.append(Edit(damage.start, damage.end, wording, KIND, f"lossy_{rule}"))
    return edits


def _wording(text: str, damages: list[Damage], at: int, open_quotes: list[str], follow: bool) -> tuple[str, str]:
    damage = damages[at]
    roles = {punctuation().get(c, "mark") for c in damage.stands_for}
    if len(damage.stands_for) == 1 or roles == {"mark"}:
        only = min(damage.stands_for)
        _note_quote(only, open_quotes)
        return only, {"mark": "mark", "dash": "dash"}.get(punctuation()[only], "quote")
    if roles == {"dash"}:
        return _dash(damage), "dash"
    left, right = _letters_around(text, damage.start, damage.end)
    if damage.place == "digits":
        return "–", "dash"
    if damage.place == "spaced":
        return ("", "dash") if follow else (_dash(damage), "dash")
    if damage.place == "inside":
        if roles <= {"single", "mark"} or (roles & {"single"} and _apostrophe_inside(left, right)):
            return "’", "apostrophe"
        return _dash(damage), "dash"
    if damage.place == "opening":
        return _opening(text, damage, right, open_quotes)
    return _closing(text, damages, at, left, open_quotes)


def _note_quote(mark: str, open_quotes: list[str]) -> None:
    if mark in "“‘":
        open_quotes.append(mark)
    elif mark == "”" and open_quotes:
        open_quotes.pop()


def _dash(damage: Damage) -> str:
    return next((c for c in "—–" if c in damage.stands_for), "-")


def _apostrophe_inside(left: str, right: str) -> bool:
    """Whether two parts of letters form one word with an apostrophe, rather than two words with a dash between."""
    whole = f"{left}'{right}".lower()
    if whole in _terms("apostrophe_words") or _is_contraction(left, right):
        return True
    if left.lower() in _terms("elision_starts") and (right[:1].isupper() or len(left) > 1 or len(right) > 3):
        return True
    # Transliterated names ("Ka’fer"): a short syllable in front or behind that is no English word.
    name = left[:1].isupper() and right[:1].islower() and min(len(left), len(right)) <= 2
    return name and right.lower() not in _terms("function_words")


def _opening(text: str, damage: Damage, right: str, open_quotes: list[str]) -> tuple[str, str]:
    decade = re.match(r"\d0s\b", text[damage.end : damage.end + 4])
    if decade or f"'{right.lower()}" in _terms("apostrophe_words"):
        return "’", "apostrophe"
    mark = "‘" if open_quotes and open_quotes[-1] == "“" else "“"
    open_quotes.append(mark)
    return mark, "quote"


def _closing(text: str, damages: list[Damage], at: int, left: str, open_quotes: list[str]) -> tuple[str, str]:
    damage = damages[at]
    after = text[damage.end : damage.end + 2]
    possessive = left[-1:].lower() == "s" and after[:1].isspace() and after[1:2].isalnum()
    if possessive and (not open_quotes or _closes_later(text, damages, at)):
        return "’", "apostrophe"
    if open_quotes:
        return ("”" if open_quotes.pop() == "“" else "’"), "quote"
    if left.lower().endswith("in") and len(left) > 3 and after[:1].isspace():
        return "’", "apostrophe"
    if left and after[:1].isspace() and after[1:2].isalnum() and _dash(damage) != "-":
        return _dash(damage), "dash"
    return "”", "quote"


def _closes_later(text: str, damages: list[Damage], at: int) -> bool:
    """Whether, in the same paragraph, the next quotation mark among the damages closes rather than opens."""
    stop = text.find("\n", damages[at].end, damages[at].end + _PARAGRAPH)
    stop = min(len(text), damages[at].end + _PARAGRAPH) if stop < 0 else stop
    for later in damages[at + 1 : at + 60]:
        if later.start >= stop or later.place == "opening":
            return False
        if later.place == "closing":
            return True
    return False
