"""Coding with the dictionaries of the PETRARCH validation suite over our own syntax. The dictionaries are read here only and never shipped."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from onrecord import Coder, syntax
from onrecord.model.parse import Parse, Token
from onrecord.readers import read_text

_CODE = re.compile(r"\[\s*([^\]]*?)\s*\]")
_BLOCK = re.compile(r"^---\s*(.*?)\s*\[(.*?)\]\s*---")
_PATTERN = re.compile(r"^-\s+(?P<body>.*?)\s*\[(?P<code>[^\]]*)\]")
_TARGETS = ("with", "to", "on", "against", "at", "for", "from", "in", "of", "by", "into", "over", "toward", "between")


@dataclass(frozen=True)
class Pattern:
    """Words before and after the verb, in order; a set of alternatives each."""

    before: tuple[frozenset[str], ...]
    after: tuple[frozenset[str], ...]
    code: str


@dataclass
class PetrDictionaries:
    actors: dict[str, str] = field(default_factory=dict)
    agents: dict[str, str] = field(default_factory=dict)
    verbs: dict[str, tuple[str, list[Pattern]]] = field(default_factory=dict)
    synonyms: dict[str, list[str]] = field(default_factory=dict)
    discards: list[str] = field(default_factory=list)

    @staticmethod
    def load(folder: str | None) -> PetrDictionaries:
        """Read the suite's files from `folder`. Raises ValueError where none is given."""
        if folder is None:
            raise ValueError("petr_unit needs --dictionaries DIR")
        lists = PetrDictionaries()
        base = Path(folder)
        lists._names((base / "PETR.Validate.actors.txt").read_text(encoding="utf-8", errors="replace"), lists.actors)
        lists._names((base / "PETR.Validate.agents.txt").read_text(encoding="utf-8", errors="replace"), lists.agents)
        lists._verbs((base / "PETR.Validate.verbs.2.0.txt").read_text(encoding="utf-8", errors="replace"))
        for line in (base / "PETR.Validate.discards.txt").read_text(encoding="utf-8", errors="replace").splitlines():
            words = line.split("#")[0].strip(" +\t")
            if words:
                lists.discards.append(_plain(words))
        return lists

    def _names(self, body: str, into: dict[str, str]) -> None:
        names: list[str] = []
        for raw in body.splitlines():
            line = raw.split("#")[0].rstrip()
            if not line.strip() or (line.startswith(("<!", "!")) and "[" not in line):
                continue
            code = _CODE.search(line)
            words = _CODE.sub("", line).strip()
            plural = re.search(r"\{(.*?)\}", words)
            words = re.sub(r"\{.*?\}", "", words).strip()
            if words and not words.startswith("+"):
                names = [_plain(words)]
                if plural and plural.group(1).strip():
                    names.append(_plain(plural.group(1)))
            elif words.startswith("+"):
                names.append(_plain(words[1:]))
                into[names[-1]] = into.get(names[0], "")
            if code:
                for name in names:
                    into.setdefault(name, code.group(1).split(" ")[0].strip())

    def _verbs(self, body: str) -> None:
        block, patterns, current = "", [], None
        for raw in body.splitlines():
            line = raw.split("#")[0].rstrip()
            if line.startswith("&"):
                current = line[1:].strip()
                self.synonyms[current] = []
            elif line.startswith("+") and current is not None:
                self.synonyms[current].append(line[1:].strip())
            elif (head := _BLOCK.match(line)) is not None:
                current, block, patterns = None, head.group(2).strip(), []
            elif (found := _PATTERN.match(line)) is not None:
                made = self._pattern(found["body"], found["code"].strip())
                if made is not None:
                    patterns.append(made)
            elif line and not line.startswith("-") and current is None and block is not None:
                forms = re.sub(r"\{(.*?)\}", r" \1", line)
                own = re.search(r"\[(.*?)\]", line)
                for word in re.sub(r"\[.*?\]", "", forms).replace("+", "").lower().split():
                    self.verbs.setdefault(word.strip("_"), (own.group(1) if own else block, patterns))

    def _pattern(self, body: str, code: str) -> Pattern | None:
        if "*" not in body:
            return None
        left, _, right = body.partition("*")
        return Pattern(self._sides(left), self._sides(right), code)

    def _sides(self, text: str) -> tuple[frozenset[str], ...]:
        words = re.sub(r"[{}()$+^%]", " ", text).split()
        made = []
        for word in words:
            options = self.expanded(word[1:].strip("_")) if word.startswith("&") else [word]
            made.append(frozenset(_plain(o) for o in options))
        return tuple(made)

    def expanded(self, name: str, depth: int = 3) -> list[str]:
        found: list[str] = []
        for option in self.synonyms.get(name, ()):
            found += self.expanded(option[1:].strip("_"), depth - 1) if option.startswith("&") and depth else [re.sub(r"[(){}]", "", option)]
        return found

    def code_of(self, words: str) -> str | None:
        """The code of a noun phrase: its longest actor, an agent before or behind it added."""
        text = f" {_plain(words)} "
        actor = _longest(text, self.actors)
        agent = _longest(text.replace(f" {actor[0]}", " ", 1) if actor else text, self.agents)
        if actor and agent and "~" in agent[1]:
            return agent[1].replace("~", actor[1])
        if actor:
            return actor[1]
        return agent[1].replace("~", "---") if agent else None


def _plain(words: str) -> str:
    return " ".join(words.replace("_", " ").replace("-", " ").replace("'", " ").replace("’", " ").lower().split())


def _longest(text: str, names: dict[str, str]) -> tuple[str, str] | None:
    found = [(name, code) for name, code in names.items() if name and f" {name}" in text]
    return max(found, key=lambda f: len(f[0])) if found else None


def petr_events(coder: Coder, lists: PetrDictionaries, row: dict[str, Any]) -> list[dict[str, Any]]:
    """The events of one record of the suite."""
    text = str(row.get("text") or "")
    outcome = Coder(model=coder.model, gate=False).layers(read_text(text), stop="parse")
    parse = cast("Parse | None", outcome.layers.get("parse"))
    if parse is None or any(f" {d} " in f" {_plain(text)} " for d in lists.discards):
        return []
    made: list[dict[str, Any]] = []
    for token in parse.tokens:
        if token.pos not in syntax.VERBAL or token.dep in ("aux", "auxpass"):
            continue
        entry = lists.verbs.get(token.lemma) or lists.verbs.get(token.lower)
        if entry is None:
            continue
        code = _coded(parse, token, entry)
        if not code or code == "---":
            continue
        sources = _codes(parse, lists, [f.head for f in syntax.logical_subject(parse, token.i)])
        targets = next((codes for group in _targets(parse, token) if (codes := _real(_codes(parse, lists, group)))), [])
        sources = _real(sources)
        parts = code.split(":")
        for source in sources or ["---"]:
            for target in targets or ["---"]:
                if source == target or "---" in (source, target):
                    continue
                made.append({"source": source, "target": target, "cameo": parts[0]})
                if len(parts) > 1 and parts[1]:
                    made.append({"source": target, "target": source, "cameo": parts[1]})
        if not targets and len(sources) > 1:
            made += [{"source": a, "target": b, "cameo": parts[0]} for a in sources for b in sources if a != b]
    return [e for k, e in enumerate(made) if e not in made[:k]]


def _coded(parse: Parse, verb: Token, entry: tuple[str, list[Pattern]]) -> str:
    below = [t for i in parse.subtree(verb.i) if (t := parse[i]).i != verb.i]
    after = [f"{_plain(t.text)}|{t.lemma}" for t in below if t.i > verb.i]
    before = [f"{_plain(t.text)}|{t.lemma}" for t in below if t.i < verb.i]
    best: tuple[int, str] | None = None
    for pattern in entry[1]:
        if _in_order(pattern.after, after) and _in_order(pattern.before, before):
            size = len(pattern.after) + len(pattern.before)
            if best is None or size > best[0]:
                best = (size, pattern.code)
    return best[1] if best is not None else entry[0]


def _in_order(wanted: tuple[frozenset[str], ...], words: list[str]) -> bool:
    at = 0
    for options in wanted:
        while at < len(words) and not any(_same(o, words[at : at + 4]) for o in options):
            at += 1
        if at == len(words):
            return False
        at += 1
    return True


def _same(option: str, words: list[str]) -> bool:
    parts = option.split()
    return len(parts) <= len(words) and all(w.split("|")[0].startswith(p) or w.split("|")[1] == p for p, w in zip(parts, words, strict=False))


def _targets(parse: Parse, verb: Token) -> list[list[int]]:
    """Groups of heads that may be the target, the likelier first: objects, prepositional objects, those of a complement clause."""
    objects = [f.head for f in syntax.logical_object(parse, verb.i)]
    groups = [objects]
    for prep in _TARGETS:
        groups += [[h for o in syntax.prep_objects(parse, place, prep) for h in syntax.conjuncts(parse, o)] for place in [verb.i, *objects[:1]]]
    for child in parse.children(verb.i):
        if child.dep in ("xcomp", "ccomp", "advcl"):
            groups.append([f.head for f in syntax.logical_object(parse, child.i)])
            groups += [[h for o in syntax.prep_objects(parse, child.i, p) for h in syntax.conjuncts(parse, o)] for p in _TARGETS]
    groups.append([i for i in parse.subtree(verb.i) if i > verb.i and parse[i].dep in ("pobj", "dobj", "poss", "appos")])
    return groups


def _real(codes: list[str]) -> list[str]:
    """Codes of actors; bare agents ("soldiers" of nobody) count only where there is nobody else."""
    return [c for c in codes if not c.startswith("---")] or []


def _codes(parse: Parse, lists: PetrDictionaries, heads: list[int]) -> list[str]:
    found: list[str] = []
    for head in heads:
        first, last = syntax.noun_phrase(parse, head)
        words = " ".join(t.text for t in parse.tokens[first:last])
        code = lists.code_of(words)
        if code and code not in found:
            found.append(code)
    return found
