"""Pseudonyms for private persons in whatever is meant for sharing. The publisher's name and the names of places are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from onrecord.lexicon.tables import word_set
from onrecord.lexicon.times import calendar_words
from onrecord.model.actor import Entity
from onrecord.model.record import Record
from onrecord.model.span import Span

PSEUDONYM = "a private person"
_NUMBERED = re.compile(rf"{PSEUDONYM} \(P\d+\)")
_GOES_ON = re.compile(r"[ -]([A-ZÀ-Þ][\w’'-]+)")


@dataclass(frozen=True, slots=True)
class Mask:
    """Replaces the names of private persons; with no pattern it keeps them. One report's P1, P2 ... follow text order."""

    pattern: re.Pattern[str] | None
    pseudonyms: dict[str, str]

    def text(self, words: str) -> str:
        """The words with pseudonyms for names in any spelling but all small letters, for "will" is no Will."""
        return words if self.pattern is None else self.pattern.sub(self._replaced, words)

    def _replaced(self, match: re.Match[str]) -> str:
        words = match.group()
        hidden = self.pseudonyms.get(_folded(words))
        told = list(takewhile(lambda w: w.islower() and w not in word_set("name_parts"), words.split()))
        if hidden is not None and told and not words.islower():
            # "her brother Bilal": what he is called besides his name stays.
            return f"{' '.join(told)} {hidden[hidden.index('('):]}"
        # What is matched and has no pseudonym is a name that is kept.
        return words if words.islower() else self.pseudonyms.get(_folded(words), words)


def masked_alike(words: str, masks: Iterable[Mask]) -> str:
    """The words under the masks of several reports, the same beside each of them: pseudonyms without their numbers, which are one report's own."""
    for mask in masks:
        words = mask.text(words)
    return _NUMBERED.sub(PSEUDONYM, words)


def mask_for(record: Record, names: bool = False) -> Mask:
    """The mask of one record; with `names` nothing is masked."""
    return Mask(None, {}) if names else mask_for_copies((record,))


def mask_for_copies(records: Iterable[Record]) -> Mask:
    """One mask for all copies of a text: who is private in one of them is so in all, under one number."""
    persons: list[dict[str, str]] = []
    private_in: list[set[int]] = []
    kept: dict[str, str] = {}
    kept_in: dict[str, set[int]] = {}
    for copy, record in enumerate(records):
        names = {" ".join(words.split()) for words in _kept(record)}
        kept |= {_folded(words): words for words in names}
        for words in names:
            kept_in.setdefault(_folded(words), set()).add(copy)
        for forms in _private(record, names):
            at = next((n for n, one in enumerate(persons) if any(" " in key and key in one for key in forms) or one.keys() == forms.keys()), len(persons))
            if at == len(persons):
                persons.append({})
                private_in.append(set())
            persons[at] = {**forms, **persons[at]}
            private_in[at].add(copy)
    # "Interior Minister Joel Marr" is kept in a copy that knows his office, and names him where another does not.
    for forms, inside in zip(persons, private_in, strict=True):
        for key in [k for k, copies in kept_in.items() if k in kept and not copies & inside and any(" " in form and f" {form} " in f" {k} " for form in forms)]:
            del kept[key]
    pseudonyms: dict[str, str] = {}
    forms_of: dict[str, str] = {}
    for number, forms in enumerate(persons, start=1):
        for key, words in forms.items():
            pseudonyms.setdefault(key, f"{PSEUDONYM} (P{number})")
            forms_of.setdefault(key, words)
    if not pseudonyms:
        return Mask(None, {})
    # A kept name is matched as well, so that no part of it is masked: the longer match wins.
    forms_of = {**forms_of, **{key: words for key, words in kept.items() if key not in pseudonyms}}
    alternatives = (r"\s+".join(map(re.escape, words.split())) for words in sorted(forms_of.values(), key=lambda words: (-len(words), words)))
    return Mask(re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)", re.IGNORECASE), pseudonyms)


def _private(record: Record, kept: set[str]) -> Iterator[dict[str, str]]:
    """The forms of each private person's name that are masked, by their folded spelling, in the order of the record."""
    folded = {_folded(words) for words in kept}
    public = {_folded(words).split()[-1] for e in record.entities if e.kind == "person" and not e.private for words, _ in _mentions(e) if words.strip()}
    elsewhere = {_folded(words) for words in _named_otherwise(record)}
    for entity in record.entities:
        if not entity.private or _within(entity.name, folded) or _addressed(entity.name) in public or _tail(record, entity):
            continue
        whole = _whole_names(record, entity)
        parts = {part for form in whole for part in form.split() if len(part) > 2 and part[:1].isupper() and part.casefold() not in word_set("bodies_in_names")}
        own = {entity.name, *(form for form, _ in _mentions(entity))}
        runs = {" ".join(form.split()[a:b]) for form in own for a in range(len(form.split())) for b in range(a + 2, len(form.split()) + 1)}
        made: dict[str, str] = {}
        for words in sorted(whole | {run for run in runs if run[:1].isupper() and run.split()[-1][:1].isupper()} | {part for part in parts if _folded(part) not in elsewhere}):
            made.setdefault(_folded(words), words)
        yield made


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _kept(record: Record) -> Iterator[str]:
    """Names that are never masked: the publisher's, what credits a wire in the dateline, places, bodies and public persons of several words."""
    report = record.report
    if report.publisher is not None:
        yield report.publisher.value
        yield from (span.words for span in report.publisher.spans)
    if report.dateline is not None:
        yield from re.findall(r"\(([^()]+)\)", report.dateline.value)
    private = {_folded(e.name) for e in record.entities if e.private}
    for place in record.places:
        yield from (name for name in (place.name, *(s.words for s in place.spans)) if len(name.split()) > 1 and _folded(name) not in private)
    for entity in record.entities:
        # "Joel Marr", the mayor, beside Anna Marr, his wife: a public name is kept whole, and a body's too.
        if not entity.private:
            yield from (name for name, _ in _mentions(entity) if len(name.split()) > 1 and _folded(name) not in private and name[:1].isupper())


def _within(name: str, kept: set[str]) -> bool:
    """Whether a name is a kept one, with or without its article."""
    bare = _folded(name).removeprefix("the ")
    return any(bare == words.removeprefix("the ") for words in kept)


def _addressed(name: str) -> str:
    """The surname behind a bare form of address ("Mr Okello"), folded; nothing for any other name."""
    words = _folded(name).replace(".", "").split()
    return words[1] if len(words) == 2 and words[0] in word_set("civil_address") else ""


def _tail(record: Record, entity: Entity) -> bool:
    """Whether the name goes on from a public person's where the parser cut one in two: "General Hector" + "Okello"."""
    text = record.report.text
    ends = {span.end for e in record.entities if e.kind == "person" and not e.private for words, span in _mentions(e) if words[:1].isupper()}
    return any(span.start and text[span.start - 1].isspace() and len(text[: span.start].rstrip()) in ends for _, span in _mentions(entity))


def _named_otherwise(record: Record) -> Iterator[str]:
    """Names of places and states, and the parts of public persons' names: a part of a private person's name that is also one of them says nothing of the person
    when it stands alone."""
    for place in record.places:
        yield place.name
        yield from (span.words for span in place.spans)
    for entity in record.entities:
        if entity.kind == "state":
            yield from (name for name, _ in _mentions(entity))
        elif entity.kind == "person" and not entity.private:
            yield from (part for name, _ in _mentions(entity) for part in name.split() if part[:1].isupper())


def _whole_names(record: Record, entity: Entity) -> set[str]:
    """The name, every written form of it, and each with what stands right before it where the parser cut a name in two ("Sofia" + "Maren")."""
    whole = {entity.name}
    ends: dict[int, list[Span]] = {}
    for other in record.entities:
        if other.id != entity.id:
            for _, span in _mentions(other):
                ends.setdefault(span.end, []).append(span)
    for place in record.places:
        for span in place.spans:
            ends.setdefault(span.end, []).append(span)
    text = record.report.text
    places = {(span.start, span.end) for place in record.places for span in place.spans}
    for words, span in _mentions(entity):
        if (span.start, span.end) in places and words != entity.name:
            continue
        whole.add(words)
        titled = record.report.title is not None and any(s.start <= span.start < s.end for s in record.report.title.spans)
        shouted = words.isupper() and text[span.end : span.end + 3].isupper()  # in capitals any word might be a name's end
        if not titled and not shouted and (longer := _GOES_ON.match(text, span.end)) and longer.group(1).lower() not in calendar_words()["weekday"]:
            # "Alvar Monte Real" where the parser saw "Alvar Monte": what stands directly behind in capitals is the name's end.
            whole.add(f"{words} {longer.group(1)}")
        gap = len(text[: span.start]) - len(text[: span.start].rstrip())
        for before in ends.get(span.start - gap, ()) if gap else ():
            if before.words[:1].isupper():
                whole.add(f"{before.words} {words}")
    return {words for words in whole if words.strip()}


def _mentions(entity: Entity) -> Iterable[tuple[str, Span]]:
    """The words of each mention by name, and its first span."""
    for mention in entity.mentions:
        if mention.kind == "name" and mention.spans:
            yield " ".join(s.words for s in mention.spans), mention.spans[0]
