"""Parts of lines that belong to the page: what a gallery, a credit or a counter puts before or behind the report's own words. The rules are data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.errors import ResourceError
from onrecord.lexicon.tables import read_rows, resource, word_set
from onrecord.model.text import Edit
from onrecord.readers._data import agencies
from onrecord.readers.lines import Line

KIND = "boilerplate"
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class PartRule:
    """One rule of line_parts.tsv; `pattern` may hold `{title}`, `{credit}` and `{agency}`."""

    name: str
    where: str
    needs: str
    pattern: str
    example: str
    counter: str

    def compiled(self, title: str) -> re.Pattern[str]:
        credit = "(?:" + "|".join(re.escape(w) for w in sorted(word_set("photo_credits"), key=lambda w: (-len(w), w))) + ")"
        agency = "(?:" + "|".join(re.escape(w) for w in sorted(agencies(), key=lambda w: (-len(w), w))) + ")"
        return _compiled(self.pattern.replace("{title}", re.escape(title)).replace("{credit}", credit).replace("{agency}", agency), self.where)


@lru_cache(maxsize=64)
def _compiled(pattern: str, where: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern})$" if where == "end" else pattern)


@lru_cache(maxsize=1)
def part_rules() -> tuple[PartRule, ...]:
    """The rules in file order. Raises ResourceError naming the line where a pattern does not compile."""
    rules = []
    for row in read_rows(resource("prepare", "line_parts.tsv"), ("name", "where", "needs", "pattern", "example", "counter")):
        rule = PartRule(row["name"], row["where"], row["needs"], row["pattern"], row["example"], row["counter"])
        try:
            rule.compiled("x")
        except re.error as error:
            raise ResourceError(f"{row.where}: pattern does not compile: {error}") from error
        rules.append(rule)
    return tuple(rules)


def part_edits(lines: list[Line], title: str) -> list[Edit]:
    """Removals of parts of lines, in text order. The headline's own line is left alone."""
    edits: list[Edit] = []
    for rule in part_rules():
        if "{title}" in rule.pattern and not title:
            continue
        pattern = rule.compiled(title)
        found: list[tuple[Edit, bool]] = []
        for line in lines:
            if rule.where == "inside":
                found += [(Edit(line.start + m.start(), line.start + m.end(), "", KIND, rule.name), True) for m in pattern.finditer(line.text)]
                continue
            if len(line.text) > _LONGEST or line.text.strip() == title:
                continue
            match = pattern.match(line.text) if rule.where == "start" else pattern.search(line.text)
            if match is not None and 0 < match.end() - match.start() < len(line.text):
                caption = line.text.rstrip("\"”’')")[-1:] not in (".", "!", "?")
                found.append((Edit(line.start + match.start(), line.start + match.end(), "", KIND, rule.name), caption))
        edits += [edit for edit, caption in found if not rule.needs or caption or len(found) > 1]
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept
