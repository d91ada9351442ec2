"""An event's own words on the page: the smallest clause of its sentence that holds its trigger, its parties and what decides its status."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.export.page_parts import Piece
from onrecord.export.privacy import Mask
from onrecord.export.wording import LONGEST, STAGE, cut, smallest_clause, spaced, tidied, window
from onrecord.model.event import Event
from onrecord.model.record import Record
from onrecord.model.span import Span, Spans

_WHOLE = 110  # a sentence up to this long stands whole where its heading cannot contradict it


@dataclass(frozen=True)
class ClauseWords:
    """The clauses of one record's events; private persons' names masked."""

    record: Record
    mask: Mask

    def clause(self, sentence: Span | None, trigger: Spans, event: Event, more: tuple[tuple[int, int], ...] = ()) -> tuple[Piece, ...]:
        """The smallest clause that holds the trigger, its parties and what decides its status; a short sentence whole where the outlet tells it as done."""
        if sentence is None:
            return tuple(Piece(self.mask.text(s.words), True) for s in trigger)
        text = sentence.words
        marks = self.positions(sentence, trigger)
        if not marks:
            return (Piece(self.mask.text(cut(text)),),)
        start, end = marks[0][0], marks[-1][1]
        left, right = text.rfind("; ", 0, start) + 2 if "; " in text[:start] else 0, text.find("; ", end) if "; " in text[end:] else len(text)
        if more or len(text) > _WHOLE or event.status not in ("occurred", "ongoing", "planned"):
            told = self.told(sentence)
            left, right = smallest_clause(text, [*marks, *(more or self.companions(sentence, marks, event))], told)
            if right - left > LONGEST:
                left, right = smallest_clause(text, marks, told)
        if right - left > LONGEST:
            left, right = window(text, start, end)
        first = max((m.end() for m in STAGE.finditer(text, 0, start)), default=0)
        last = min((m.start() for m in STAGE.finditer(text, end)), default=len(text))
        left, right = tidied(text, max(left, first), min(right, last))
        pieces: list[Piece] = [Piece("… ")] if left > first else []
        at = left
        for a, b in marks:
            pieces += [Piece(self.mask.text(spaced(text[at:a]))), Piece(self.mask.text(text[a:b]), True)]
            at = b
        pieces.append(Piece(self.mask.text(spaced(text[at:right]).rstrip()) + (" …" if right < len(text[:last].rstrip()) - 1 else "")))
        return tuple(p for p in pieces if p.text)

    def told(self, sentence: Span) -> list[tuple[int, int]]:
        """What somebody is said to have said in this sentence, as offsets in its wording; nothing where cleaning changed it."""
        if sentence.words != sentence.quote:
            return []
        spans = [s for a in self.record.attributions for s in a.content if sentence.start <= s.start and s.end <= sentence.end]
        return [(s.start - sentence.start, s.end - sentence.start) for s in spans]

    def companions(self, sentence: Span, marks: list[tuple[int, int]], event: Event) -> list[tuple[int, int]]:
        """Where in the sentence the event's own parties, and the words that decide its status, stand."""
        spans = [s for p in (*event.actors, *event.recipients) if not p.inferred for s in p.spans] + [s for o in event.objects for s in o.spans]
        reporting = {s for a in self.record.attributions for s in a.cue} if event.status in ("occurred", "ongoing", "planned") else set()
        own = [s for a in event.assertions if a.status == event.status for s in a.cue if s not in reporting]
        if event.status in ("occurred", "ongoing") and all(a.attribution is None for a in event.assertions):
            # What only stands in somebody's words, and the outlet itself takes for granted: not without those who say them.
            inside = [a for a in self.record.attributions if any(not c.quote.startswith("to ") and c.start <= sentence.start + marks[0][0] and sentence.start + marks[-1][1] <= c.end for c in a.content)]
            own += [s for a in inside if a.source is not None for s in (*a.source.spans, *a.cue)]
        found: list[tuple[int, int]] = []
        for span in dict.fromkeys(spans + own):
            found += self.positions(sentence, (span,))
        return [f for f in found if abs(f[0] - marks[0][0]) <= LONGEST]

    def positions(self, sentence: Span, trigger: Spans) -> list[tuple[int, int]]:
        """Where the trigger's words stand in the sentence's repaired wording."""
        found: list[tuple[int, int]] = []
        text = sentence.words
        at = 0
        for span in trigger:
            if not sentence.start <= span.start < sentence.end:
                continue
            guess = span.start - sentence.start
            near = [m.start() for m in re.finditer(re.escape(span.words), text) if m.start() >= at]
            if near:
                best = min(near, key=lambda n: abs(n - guess))
                found.append((best, best + len(span.words)))
                at = best + len(span.words)
        return found
