"""questions: what the text itself says is not known, and what it is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from onrecord.extract.phrases.spelledout import spelled_out
from onrecord.lexicon.attribution import anonymity_rules
from onrecord.lexicon.questions import QuestionRule, question_rules
from onrecord.model.common import Derivation
from onrecord.model.ids import span_id
from onrecord.model.layers import Added, AttributionLayer, EventLayer
from onrecord.model.parse import Parse, Sentence
from onrecord.model.question import Question
from onrecord.model.report import Report
from onrecord.model.text import CleanText


@dataclass(frozen=True)
class QuestionStage:
    """Requires clean, parse, attributions and events; provides `questions`. Cost: patterns times sentences."""

    name: str = "questions"
    version: str = "1"
    requires: tuple[str, ...] = ("report", "clean", "parse", "attributions", "events")
    provides: tuple[str, ...] = ("questions",)

    def run(self, layers: Mapping[str, object]) -> Added:
        report = cast(Report, layers["report"])
        clean = cast(CleanText, layers["clean"])
        parse = cast(Parse, layers["parse"])
        attributions = cast(AttributionLayer, layers["attributions"])
        events = cast(EventLayer, layers["events"])
        found: list[Question] = []
        for sentence in parse.sentences:
            if sentence.part == "byline":
                continue
            for rule, start, end, cue in asked(clean.text, sentence, parse):
                spans = clean.spans(start, end)
                found.append(
                    Question(
                        span_id("question", report.id, clean.spans(*cue), len([q for q in found if q.spans == spans])),
                        rule.kind,
                        spans,
                        _attribution(attributions, cue),
                        _about(parse, events, sentence, start, end),
                        {"kind": Derivation("questions", self.version, rule.rule)},
                        0.8,
                    )  # fmt: skip
                )
        return Added({"questions": tuple(found)})


def asked(text: str, sentence: Sentence, parse: Parse) -> list[tuple[QuestionRule, int, int, tuple[int, int]]]:
    """(rule, start, end, cue range) of the open questions of a sentence; of overlapping cues the longest, one of a kind."""
    found: list[tuple[QuestionRule, int, int, tuple[int, int]]] = []
    verbs = frozenset(t.start for t in parse.tokens[sentence.first : sentence.last] if t.pos in ("VERB", "AUX"))
    words, at = spelled_out(text, sentence.start, sentence.end)
    for rule in question_rules():
        match = rule.pattern.search(words)
        if match is None or match.end("cue") <= match.start("cue"):
            continue
        cue = at[match.start("cue")], at[match.end("cue")]
        if rule.kind == "undisclosed" and any(a.kind == "anonymity" and a.pattern.search(text, max(sentence.start, cue[0] - 90), cue[0]) for a in anonymity_rules()):
            # "who asked not to be named because the text has not been published": why a source stays unnamed.
            continue
        if (rule.kind == "no_evidence" and _UNTIL.search(text[sentence.start : cue[0]])) or (rule.kind == "undisclosed" and _IF.search(text[sentence.start : cue[0]])):
            continue
        start, end = extent(text, sentence, rule.about, cue, at[match.end()], verbs)
        if start >= end:
            continue
        found.append((rule, start, end, cue))
    kept: list[tuple[QuestionRule, int, int, tuple[int, int]]] = []
    for item in sorted(found, key=lambda f: (f[3][0] - f[3][1], f[3][0])):
        apart = all(item[3][1] <= other[3][0] or other[3][1] <= item[3][0] for other in kept)
        if apart and all(item[0].kind != other[0].kind for other in kept) and all(item[2] <= other[1] or other[2] <= item[1] for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda f: f[3])


# "Until this study there had been no evidence": now there is. "ten years if the information is classified": what a law provides for.
_UNTIL = re.compile(r"\buntil (?:now|then|recently|(?:this|that|the|last) [^.;,]{1,40}),?\s*$", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|unless) [^.;,?]{1,60}$", re.IGNORECASE)

_JOINTS = re.compile(
    r"\s*(?:[;:—–(]|\s-\s|,\s+(?:and|but|or|while|though|although|so)\s+)\s*|(?<=\S)\s+(?:but|although|while)\s+|\)\s*"
    # "would not say who fired and did not return calls": two things that were not answered.
    r"|\s+(?:and|or)\s+(?=(?:also\s+)?(?:(?:did|has|have|had|does|do|could|would|will|is|are|was|were)(?:\s+not|n['’]t)|declined|refused)\b)",
    re.IGNORECASE,
)
_SUBJECTLESS = re.compile(r"(?:is|are|was|were|has|have|had|remains?|remained|becomes?|became|seems?|seemed|could|can|cannot|did|does|do|would|declined|refused)\b", re.IGNORECASE)

# "has not released the names": what follows is what is not told. "the gold was paid for, or meant for, a mine": the comma parts nothing.
_OBJECT = re.compile(r"\s+(?:the|a|an|any|all|its|his|her|their|how|who|what|where|when|why|whether|which)\b", re.IGNORECASE)
# "he argued that there was no proof of it": who says it is no part of what is not known.
_SAID_THAT = re.compile(
    r"\b(?:said|says|saying|argue[sd]|arguing|claimed|claiming|add(?:s|ed|ing)|stated|stating|note[sd]|noting|insist(?:s|ed|ing)|admit(?:s|ted|ting)|reported|acknowledge[sd]|acknowledging|"
    r"warn(?:s|ed|ing)|explain(?:s|ed|ing)|stressed|stressing|concede[sd]|conceding|point(?:s|ed|ing)? out|declare[sd]|declaring|told [^.;,]{1,40}?) that\s+",
    re.IGNORECASE,
)
_OPENER = re.compile(r"(?:while|although|though)\s+(?=\w)", re.IGNORECASE)
_HANGING = re.compile(r"\b(?:through|from|by|for|of|in|to|with|at|on|into)$", re.IGNORECASE)


def extent(text: str, sentence: Sentence, about: str, cue: tuple[int, int], matched: int, verbs: frozenset[int]) -> tuple[int, int]:
    """The question's words: the clause of its cue, from the cue on or up to it where the rule says so; a verb never stands without its subject."""
    left, right = sentence.start, sentence.end
    for joint in _JOINTS.finditer(text, sentence.start, sentence.end):
        if joint.end() <= cue[0]:
            left = joint.end() if joint.end() not in verbs else left
        elif joint.start() >= max(cue[1], matched) and not _HANGING.search(text, left, joint.start()):
            right = joint.start()
            break
    left = max([left, *(said.end() for said in _SAID_THAT.finditer(text, left, cue[0]))])
    start, end = left, right
    if about == "after" and not _SUBJECTLESS.match(text, cue[0], cue[1]):
        start = cue[0]
    elif about == "before" and not _OBJECT.match(text, max(cue[1], matched), right):
        end = max(cue[1], matched)
    opener = _OPENER.match(text, start, end)
    if opener is not None:
        # "While the guards have not published the list, officials said": the comma ends what is not told.
        comma = text.find(", ", max(cue[1], matched), end)
        start, end = opener.end(), comma if comma > 0 else end
    while end > start and text[end - 1] in " .;,":
        end -= 1
    return start, end


def _attribution(attributions: AttributionLayer, cue: tuple[int, int]) -> str | None:
    holding = [(b - a, e.attribution) for e in attributions.extents for a, b in e.content if a <= cue[0] and cue[1] <= b]
    return min(holding)[1] if holding else None


def _about(parse: Parse, events: EventLayer, sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    """Events mentioned in the question's words, else the last event before them in the same paragraph."""
    inside = [events.at[t.i] for t in parse.tokens[sentence.first : sentence.last] if t.i in events.at and start <= t.start < end]
    if inside:
        return tuple(dict.fromkeys(inside))
    before = [i for i in events.at if i < sentence.first and parse.sentences[parse[i].sent].paragraph == sentence.paragraph]
    return (events.at[max(before)],) if before else ()
