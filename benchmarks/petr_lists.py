"""The dictionaries of the PETRARCH validation suite: actors by date, agents, verbs with their patterns, and how codes combine. Read by the benchmark only and never shipped."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

_CODE = re.compile(r"\[\s*([^\]]*?)\s*\]")
_BLOCK = re.compile(r"^---\s*(.*?)\s*\[(.*?)\]\s*---")
_PATTERN = re.compile(r"^(?:-\s+|(?=\*))(?P<body>.*?)\s*\[(?P<code>[^\]]*)\]")
_ELEMENT = re.compile(r"\{[^}]*\}|\([^)]*\)|\S+")
_DATES = re.compile(r"^(?P<sign>[<>])?\s*(?P<first>\d{6,8})(?:\s*-\s*(?P<last>\d{6,8}))?$")
_MARKS = frozenset("+$^%*")
# What a verb of speaking, wanting, asking or threatening makes of the code of its complement: the CAMEO code of "intend to give aid".
_OF_COMPLEMENT = {
    **{upper + lower: upper + made for upper in ("02", "03", "10") for lower, made in (("06", "1"), ("05", "2"), ("07", "3"), ("083", "4"), ("08", "5"))},
    "0319": "138", "0318": "138", "1319": "138", "1318": "138", "1316": "131",
}  # fmt: skip
_REFUSED = {"080": "124", "081": "1241", "082": "1242", "085": "1244", "086": "1245", "087": "1246", "010": "011", "015": "016"}
_ALONE = ("02", "03", "04", "09", "10", "11", "12", "13", "14", "15", "17")


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: a head word with the words before it, a preposition before it, or a mark (+ $ ^ %)."""

    words: tuple[frozenset[str], ...] = ()
    prep: str = ""
    marks: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    before: tuple[Element, ...]
    after: tuple[Element, ...]
    code: str

    @property
    def size(self) -> int:
        """How much the pattern asks for: the longest that fits is the one that counts."""
        return sum(2 * len(e.words) + 2 * bool(e.prep) + len(e.marks) for e in (*self.before, *self.after))

    def marked(self, mark: str, side: tuple[Element, ...]) -> bool:
        return any(mark in e.marks for e in side)


@dataclass(slots=True)
class Meaning:
    """A verb in one block: the words around its head, its code, and the block's patterns."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    code: str
    patterns: list[Pattern]


@dataclass(frozen=True, slots=True)
class Dated:
    """A code and the days it holds for, both ends included; 0 where an end is open."""

    code: str
    first: int = 0
    last: int = 0

    @property
    def restricted(self) -> bool:
        return bool(self.first or self.last)

    def holds(self, day: int) -> bool:
        return (not self.first or day >= self.first) and (not self.last or day <= self.last)

    @property
    def width(self) -> int:
        return self.last - self.first if self.first and self.last else 10**9


@dataclass
class PetrDictionaries:
    actors: dict[str, list[Dated]] = field(default_factory=dict)
    agents: dict[str, str] = field(default_factory=dict)
    verbs: dict[str, list[Meaning]] = field(default_factory=dict)
    synonyms: dict[str, list[str]] = field(default_factory=dict)
    discards: list[str] = field(default_factory=list)

    @staticmethod
    def load(folder: str | None) -> PetrDictionaries:
        """Read the suite's files from `folder`. Raises ValueError where none is given."""
        if folder is None:
            raise ValueError("petr_unit needs --dictionaries DIR")
        lists, base = PetrDictionaries(), Path(folder)

        def body(name: str) -> list[str]:
            lines = (base / f"PETR.Validate.{name}.txt").read_text(encoding="utf-8", errors="replace").splitlines()
            return [kept for line in lines if (kept := line.split("#")[0].rstrip()).strip() and not kept.lstrip().startswith(("<!", "-->"))]

        lists._read_actors(body("actors"))
        lists._read_agents(body("agents"))
        lists._read_verbs(body("verbs.2.0"))
        lists.discards += [plain(line.lstrip(" +\t")) for line in body("discards")]
        return lists

    def _read_actors(self, lines: list[str]) -> None:
        names: list[str] = []
        for line in lines:
            words = plain(_CODE.sub("", line).split("<!")[0].strip().lstrip("+"))
            if words:
                names = [*names, words] if line.startswith("+") else [words]
                codes = self.actors.get(names[0], []) if line.startswith("+") else []
                self.actors[words] = codes
            found = _CODE.search(line)
            if found and names:
                self.actors[names[0]].append(_dated(found.group(1)))

    def _read_agents(self, lines: list[str]) -> None:
        sets: dict[str, list[str]] = {}
        for line in lines:
            if line.startswith("!") and "=" in line:
                name, _, members = line.partition("=")
                sets[name.strip()] = [m.strip() for m in members.split(",")]
                continue
            code = _CODE.search(line)
            if code is None:
                continue
            words = line[: code.start()].strip()
            irregular = re.search(r"\{(.*?)\}", words)
            words = re.sub(r"\{.*?\}", "", words).strip()
            forms = [words]
            for marker, members in sets.items():
                forms = [f.replace(marker, m) for f in forms for m in (members if marker in f else [""])]
            if irregular is None:
                forms += [_plural(f) for f in forms if f == words]
            elif irregular.group(1).strip():
                forms.append(irregular.group(1).strip())
            for form in forms:
                self.agents.setdefault(plain(form), code.group(1))

    def _read_verbs(self, lines: list[str]) -> None:
        block, patterns, current = "", [], None
        for line in lines:
            if line.startswith("&"):
                current = line[1:].strip().strip("_")
                self.synonyms[current] = []
            elif line.startswith("+") and current is not None:
                self.synonyms[current].append(line[1:].strip())
            elif (head := _BLOCK.match(line)) is not None:
                current, block, patterns = None, head.group(2).strip(), []
            elif (found := _PATTERN.match(line)) is not None:
                patterns.append(self._pattern(found["body"], found["code"].strip()))
            elif current is None and not line.startswith("-"):
                own = _CODE.search(line)
                code = own.group(1) if own else block
                for form in re.sub(r"[{}]", " ", _CODE.sub("", line)).split():
                    self._add_verb(form, code, patterns)

    def _add_verb(self, form: str, code: str, patterns: list[Pattern]) -> None:
        """A form of one word, or of several joined by "_" with "+" before the one that is inflected."""
        words = form.strip("_").split("_")
        at = next((i for i, w in enumerate(words) if w.startswith("+")), 0)
        words = [plain(w.lstrip("+")) for w in words]
        self.verbs.setdefault(words[at], []).append(Meaning(tuple(words[:at]), tuple(words[at + 1 :]), code, patterns))

    def _pattern(self, body: str, code: str) -> Pattern:
        left, _, right = body.partition("*")
        return Pattern(self._elements(left), self._elements(right), code)

    def _elements(self, text: str) -> tuple[Element, ...]:
        made = []
        for part in _ELEMENT.findall(text):
            inner = re.sub(r"[{}()]", " ", part).split()
            prep = plain(inner.pop(0)) if part.startswith("(") and inner and not _MARKS & set(inner[0]) else ""
            marks = "".join(w for w in inner if set(w) <= _MARKS)
            words = tuple(self._options(w) for w in inner if not set(w) <= _MARKS)
            if not part.startswith(("{", "(")) and len(words) == 1 and "_" in part.strip("_"):
                words = tuple(self._options(w) for w in part.strip("_").split("_"))
            made.append(Element(words, prep, marks))
        return tuple(made)

    def _options(self, word: str) -> frozenset[str]:
        return frozenset(plain(o) for o in (self.expanded(word[1:].strip("_")) if word.startswith("&") else [word]))

    def expanded(self, name: str, depth: int = 3) -> list[str]:
        found: list[str] = []
        for option in self.synonyms.get(name, ()):
            found += self.expanded(option[1:].strip("_"), depth - 1) if option.startswith("&") and depth else [re.sub(r"[(){}]", "", option)]
        return found

    def actor_code(self, name: str, day: int) -> str:
        """The code of `name` on `day`: of the restrictions that hold the narrowest, else the one without; "" where it has none that day."""
        held = [d for d in self.actors.get(name, ()) if d.restricted and d.holds(day)]
        open_ = [d for d in self.actors.get(name, ()) if not d.restricted]
        code = min(held, key=lambda d: d.width).code if held else open_[0].code if open_ else ""
        return "" if code == "---" else code.upper()


def plain(words: str) -> str:
    """Lower case, one space between words; "_", "-" and apostrophes part words, a full stop at a word's end does not count."""
    return " ".join(kept for w in re.sub(r"[_\-'’]", " ", words).lower().split() if (kept := w.rstrip(".")))


def combined(actor: str, agents: list[str]) -> str:
    """An actor with its agents, in front or behind; a sector the code has already is not written twice."""
    code = actor
    for agent in agents:
        added = agent.replace("~", "").strip()
        if any(code[i : i + len(added)] == added for i in range(0, len(code), 3)):
            continue
        code = added + code if agent.strip().endswith("~") else code + added
    return code


def negated(code: str) -> str:
    """The code of a deed said not to be done: of disapproval and of force their opposites, of co-operation its refusal."""
    head = code[:2]
    if head in ("11", "17", "18", "19"):
        return "057" if head == "17" else "050"
    if head == "06":
        return "121" + code[2:].replace("0", "")
    return _REFUSED.get(code[:3], code)


def joined(upper: str, lower: str) -> str:
    """The code of a verb and its complement verb: a plain statement adds nothing, an intention or a demand takes up what is meant."""
    if upper in ("", "---") or (upper.startswith("01") and lower not in ("", "---")):
        return lower
    if lower in ("", "---") or lower.startswith("01") or ":" in upper + lower:
        return upper if lower in ("", "---") or lower.startswith("01") else lower
    if upper[:2] in ("02", "03", "10", "13") and not lower.startswith(_ALONE):
        key = upper[:2] + ("083" if lower.startswith("083") else lower[:2])
        made = _OF_COMPLEMENT.get(key)
        if made is not None:
            return made + (lower[2:].lstrip("0")[:1] if lower[:2] in ("06", "07") else "")
    return lower


def _dated(text: str) -> Dated:
    code, _, rest = text.strip().partition(" ")
    found = _DATES.match(rest.strip())
    if found is None:
        return Dated(code)
    first, last = _day(found["first"]), _day(found["last"] or "")
    if found["sign"] == "<":
        return Dated(code, 0, first)
    return Dated(code, first, last)


def _day(digits: str) -> int:
    """The day as a number whose order is that of days; two-digit years are of the last century from 30 on."""
    if len(digits) == 6:
        digits = ("19" if digits >= "30" else "20") + digits
    return int(digits) if digits else 0


def _plural(name: str) -> str:
    if re.search(r"[^AEIOU]Y$", name):
        return name[:-1] + "IES"
    return name + ("ES" if re.search(r"(S|X|Z|CH|SH)$", name) else "S")
