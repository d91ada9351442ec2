"""What one report says of where its news comes from: credits to agencies and other outlets, reporters on site, the one who speaks. With the words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord._text_key import name_key
from onrecord.lexicon.outlets import Outlet, credit_rules, named_outlet, on_site_rules, outlet_of, outlets_in, speaker_rules
from onrecord.model.actor import Entity
from onrecord.model.attribution import Attribution, Source
from onrecord.model.event import Event
from onrecord.model.record import Record
from onrecord.model.report import Report
from onrecord.model.span import Span, Spans, words_of
from onrecord.readers.fields import match_dateline
from onrecord.readers.lines import lines_of

# person: one who speaks for nobody else, as far as the report tells. body: an organisation, group or document that no word calls official.
SpeakerKind = Literal["official", "witness", "social", "person", "body"]
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n+")
_NAME = re.compile(r"(?<![.!?]\s)(?<!\n)(?<!^)\b[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+)*")
_NUMBER = re.compile(r"\b\d[\d.,]*\b")
_QUOTE = re.compile(r"[“\"]([^“”\"\n]{20,400})[”\"]")
_OPENING = re.compile(r"(?:[A-ZÀ-Þ][^\n()©:]{2,60})?\((?P<agency>[A-Z][\w .&-]{1,30})\)\s*(?P<dash>-{1,2}|–|—|(?=$))")
_QUOTED = re.compile(r"[“\"][^“”\"\n]{1,2000}[”\"]")
_LEAD_SENTENCES, _LEAD_LONGEST, _LEAD_WORDS = 2, 700, 8
_DETAILS_WITHIN = 1_500
_READ = 60_000  # code points of a text that are searched for credits: head and tail of a longer one
# The share of the told words that one speaker must have said for the report to be his.
_SPEAKS = 0.6


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet that the report names as where its news comes from. `wire`: by byline, dateline or notice, else by a sentence that cites it."""

    outlet: Outlet
    wire: bool
    rule: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Speaker:
    """The one source who says all that is told. `statement`: in one public statement, briefing or post. `definite`: known by name, not by role alone
    ("police"). `interested`: a party to what is told. `private`: a private person, or named after one."""

    key: str
    name: str
    kind: SpeakerKind
    statement: bool
    definite: bool
    interested: bool
    spans: Spans
    private: bool = False


@dataclass(frozen=True, slots=True)
class Provenance:
    """All that origins are made from: some 2 kB a report, to be stored or streamed instead of its text.

    `published` is ISO 8601 or None. `credit` is the innermost that the report names for what is told, None where it is the report's own; `wire` the agency whose
    copy it is, also where that copy cites another. `partial`: credits for something else in it. `signed`: a byline that is no agency's. `details`: hashes
    of the names, numbers and quotations it tells, `private` of the names and surnames of private persons.
    """

    report: str
    publisher: Outlet | None
    published: str | None
    url: str | None = None
    credit: Credit | None = None
    wire: Credit | None = None
    partial: tuple[Credit, ...] = ()
    on_site: Spans = ()
    signed: Spans = ()
    speaker: Speaker | None = None
    names: frozenset[int] = frozenset()
    numbers: frozenset[int] = frozenset()
    quotes: frozenset[int] = frozenset()
    private: frozenset[int] = frozenset()


def provenance(record: Record, told: Spans = ()) -> Provenance:
    """The provenance of a report, or of what the sentences `told` tell (spans of `report.text`): of an event, those of its mentions.

    Without `told` the report stands for what it opens with: its first two sentences. A credit elsewhere is partial.
    """
    report = record.report
    text = report.text
    scope = _sentences(text, told) if told else _lead(report)
    own = _publisher(report)
    wire = next(iter(_wire_credits(report)), None)
    # In a report as a whole only its first sentence cites for all of it; what the second cites is often a detail.
    cited, partial = _citations(text, scope if told else scope[:1], {o.key for o in (own, wire.outlet if wire else None) if o is not None})
    # A notice that the whole is another's counts as a wire credit; a citation in what is told is nearer to the news than the agency that passes it on.
    notice = next((c for c in cited if c.wire), None)
    inner = next((c for c in cited if not c.wire), None)
    wire = wire or notice
    speaker, quoted = _speaker(record, scope)
    if quoted is not None and inner is None and quoted.outlet.key not in {o.key for o in (own, wire.outlet if wire else None) if o is not None}:
        inner = quoted
    if wire is not None and own is not None and wire.outlet.key == own.key:
        wire = None
    head = text[: scope[-1][1] if scope else 0] if not told else " ".join(text[a:b] for a, b in scope)
    return Provenance(
        report=report.id,
        publisher=own,
        published=report.published.value if report.published else None,
        url=report.url,
        credit=inner or wire,
        wire=wire,
        partial=tuple(partial),
        on_site=_on_site(text, own),
        signed=_signed(report),
        speaker=speaker,
        names=hashes(name_key(m) for m in _NAME.findall(text[:_DETAILS_WITHIN]) if len(m) > 2),
        numbers=hashes(m.strip(".,") for m in _NUMBER.findall(head)),
        quotes=hashes(name_key(m) for m in _QUOTE.findall(text[:_READ]) if len(m.split()) >= 5),
        private=hashes(form for e in record.entities if e.private for form in (name_key(e.name), name_key(e.name).rpartition(" ")[2])),
    )


def hashes(found: Iterable[str]) -> frozenset[int]:
    """Hashes of names as provenances keep them: 48 bits, the same everywhere."""
    return frozenset(int.from_bytes(hashlib.blake2b(w.encode("utf-8", "surrogatepass"), digest_size=6).digest(), "big") for w in found if w)


def _publisher(report: Report) -> Outlet | None:
    if report.publisher is not None:
        return outlet_of(report.publisher.value)
    return outlet_of(report.url) if report.url and "://" in report.url else None


def _lead(report: Report) -> list[tuple[int, int]]:
    """Offsets of the first two sentences of the body; headline, byline and furniture of the head aside."""
    return _opening(report, _LEAD_WORDS) or _opening(report, _LEAD_WORDS // 2)


def _opening(report: Report, fewest: int) -> list[tuple[int, int]]:
    """The first two sentences that stand on lines of at least so many words."""
    text = report.text
    stated = {s.start for part in (report.title, report.byline) if part is not None for s in part.spans}
    found: list[tuple[int, int]] = []
    for line in lines_of(text, limit=40):
        if line.start in stated or line.words < fewest or (report.title is not None and line.text == report.title.value):
            continue
        at = line.start
        for piece in [*_SENTENCE_END.finditer(text, line.start, line.end), None]:
            end = piece.start() if piece is not None else line.end
            found.append((at, min(end, at + _LEAD_LONGEST)))
            if len(found) >= _LEAD_SENTENCES:
                return found
            at = piece.end() if piece is not None else end
    return found


def _sentences(text: str, told: Spans) -> list[tuple[int, int]]:
    """The sentences in which spans stand, in text order."""
    found = set()
    for span in told:
        start = max((m.end() for m in _SENTENCE_END.finditer(text, max(0, span.start - 1_000), span.start)), default=max(0, span.start - 1_000))
        after = _SENTENCE_END.search(text, span.end, min(len(text), span.end + 1_000))
        found.add((start, after.start() if after else min(len(text), span.end + 1_000)))
    return sorted(found)


# Wire credits -----------------------------------------------------------------------------------------------------------


def _wire_credits(report: Report) -> Iterator[Credit]:
    """Agencies named by the byline, by the dateline."""
    text = report.text
    if report.byline is not None:
        for part in re.split(r"\s*(?:,|\||/|;| and | in | for | with )\s*", report.byline.value):
            found = named_outlet(part)
            if found is not None and found[0].kind == "agency" and found[1] >= len(part.strip()) - 1:
                yield Credit(found[0], True, "byline", report.byline.spans)
    for line in lines_of(text, limit=40):
        dateline = match_dateline(text, line)
        if dateline is not None and dateline.agency is not None:
            found = named_outlet(text[slice(*dateline.agency)])
            if found is not None and found[0].kind == "agency":
                yield Credit(found[0], True, "dateline", (Span.of(text, dateline.start, dateline.separator[0]),))
        opening = _OPENING.match(line.text)
        if opening is not None and (opening["dash"] or line.words <= 4):
            found = named_outlet(opening["agency"])
            if found is not None and found[0].kind == "agency" and found[1] == len(opening["agency"]):
                yield Credit(found[0], True, "dateline", (Span.of(text, line.start + opening.start("agency"), line.start + opening.end("agency")),))
        elif line.words <= 4 and (found := named_outlet(line.text)) is not None and found[0].kind == "agency" and found[1] >= len(line.text) - 1:
            yield Credit(found[0], True, "byline", (Span.of(text, line.start, line.end),))


# Citations --------------------------------------------------------------------------------------------------------------


def _windows(text: str) -> Iterator[tuple[int, str]]:
    if len(text) <= _READ:
        yield 0, text
    else:
        yield 0, text[: _READ // 2]
        yield len(text) - _READ // 2, text[-_READ // 2 :]


def _citations(text: str, scope: Sequence[tuple[int, int]], own: set[str]) -> tuple[list[Credit], list[Credit]]:
    """Credits for what is told, the innermost outlet first, and credits for anything else."""
    decisive: list[tuple[int, Credit]] = []
    partial: list[tuple[int, Credit]] = []
    for rule in credit_rules():
        for shift, part in _windows(text):
            for outlet, start, end in outlets_in(rule, part):
                if outlet is None or outlet.key in own:
                    continue
                start, end = start + shift, end + shift
                words = Span.of(text, start + len(text[start:end]) - len(text[start:end].lstrip()), start + len(text[start:end].rstrip()))
                notice = rule.weight == "whole" and not rule.name.startswith(("first", "was_first", "outlet_first"))
                credit = Credit(outlet, notice, rule.name, (words,))
                told = any(start < b and a < end for a, b in scope)
                (decisive if rule.weight == "whole" or (rule.weight == "lead" and told) else partial).append((start, credit))
    # "A, citing B, which quoted C": the last named in one sentence is the innermost; a first report counts before what others told.
    decisive.sort(key=lambda found: (not found[1].rule.startswith(("first", "was_first", "outlet_first")), -_sentence_number(scope, found[0]), found[0]))
    inner: list[Credit] = []
    for start, credit in decisive:
        if inner and not inner[-1].wire and not credit.wire and _sentence_number(scope, start) == _sentence_number(scope, inner[-1].spans[0].start):
            if credit.rule in ("citing", "reported_by", "told", "interview", "according") and not inner[-1].rule.startswith(("first", "was_first", "outlet_first")):
                inner.insert(0, credit)
            continue
        inner.append(credit)
    kept = {c.spans for c in inner}
    partial += [(s, c) for s, c in decisive if c.spans not in kept]
    return inner, [c for _, c in sorted(partial, key=lambda found: (found[0], found[1].rule))]


def _sentence_number(scope: Sequence[tuple[int, int]], at: int) -> int:
    return next((-k for k, (a, b) in enumerate(scope) if a <= at < b), -len(scope))


def _on_site(text: str, own: Outlet | None) -> Spans:
    """Words by which the report's own outlet says that its people were there."""
    found: list[Span] = []
    for rule in on_site_rules():
        for shift, part in _windows(text):
            quoted = [m.span() for m in _QUOTED.finditer(part)]
            for outlet, start, end in outlets_in(rule, part):
                if any(a < start < b for a, b in quoted):
                    continue  # "our team", says a coach
                if outlet is None or (own is not None and outlet.key == own.key):
                    found.append(Span.of(text, start + shift, end + shift))
    return tuple(sorted(set(found)))


def _signed(report: Report) -> Spans:
    if report.byline is None or named_outlet(report.byline.value) is not None:
        return ()
    if re.search(r"\b(?:staff|agenc(?:y|ies)|wires?|newsroom|desk|editors?|correspondents?|admin)\b", report.byline.value, re.IGNORECASE):
        return ()
    return report.byline.spans


# The one who speaks -----------------------------------------------------------------------------------------------------


def _speaker(record: Record, scope: Sequence[tuple[int, int]]) -> tuple[Speaker | None, Credit | None]:
    """The one source who says nearly all of what is told; None where several do, or the outlet itself. Where that is another outlet known by name ("according
    to Radio Orlan"), it is no speaker but cited."""
    text, entities = record.report.text, {e.id: e for e in record.entities}
    said: dict[str, list[tuple[Attribution, int]]] = {}
    total = sum(b - a for a, b in scope)
    for node in record.attributions:
        covered = sum(max(0, min(s.end, b) - max(s.start, a)) for s in node.content for a, b in scope)
        if not covered or not node.told or node.parent is not None or node.source is None or not node.source.spans:
            continue
        said.setdefault(_speaker_key(node, entities), []).append((node, covered))
    if len(said) != 1 or not total:
        return None, None
    (key, found), *_ = said.items()
    words = sum(covered for _, covered in found)
    words += sum(s.end - s.start for node, _ in found for s in (*(node.source.spans if node.source is not None else ()), *node.cue))
    source = found[0][0].source
    if words < _SPEAKS * total or not key or source is None:
        return None, None
    entity = entities.get(source.entity or "")
    name = words_of(source.spans)
    definite = source.kind == "named" or bool(entity is not None and entity.countries) or any(word[:1].isupper() for word in name.split()[1:])
    if entity is not None and entity.kind != "person" and "JRN" in entity.sectors:
        outlet = outlet_of(entity.name[4:] if entity.name.casefold().startswith("the ") else entity.name) if definite else None
        return None, None if outlet is None else Credit(outlet, False, "according", source.spans)
    sentences = " ".join(text[a:b] for a, b in scope)
    public = {rule.kind for rule in speaker_rules() if rule.kind in ("post", "communique") and rule.pattern.search(sentences)}
    private = any(e.private and (e is entity or _named_in(e, source.spans) or _part_of(entity.name if entity is not None else name, e.name)) for e in record.entities)
    kind = _speaker_kind(source, name, None if private and entity is not None and not entity.private else entity, public)
    return Speaker(key, _readable(name, entity), kind, bool(public), definite, _interested(entity, record.events), source.spans, private), None


def _speaker_kind(source: Source, name: str, entity: Entity | None, public: set[str]) -> SpeakerKind:
    """What a speaker's words and standing make him. A person is official by office, by a sector of the state, or by what the report calls him; a name alone is none.

    `entity` is None where it is not told for certain who he is.
    """
    kinds = {rule.kind for rule in speaker_rules() if rule.kind not in ("post", "communique") and rule.pattern.search(name)}
    for known in ("witness", "social"):
        if known in kinds:
            return "witness" if known == "witness" else "social"
    state = entity is not None and (any(not office.former for office in entity.offices) or bool({"GOV", "MIL", "COP", "JUD", "LEG"} & set(entity.sectors)))
    if "official" in kinds or state:
        return "official"
    if entity.kind == "person" if entity is not None else source.kind == "named":
        return "social" if "post" in public else "person"
    return "body"


def _part_of(name: str, whole: str) -> bool:
    """Whether a name is a shorter form of another one: "Harris" of "Joel Harris", whom the story tells of, and no office-holder of that surname."""
    words = set(name_key(name).split())
    return bool(words) and words <= set(name_key(whole).split())


def _named_in(entity: Entity, spans: Spans) -> bool:
    return any(m.kind == "name" and any(a.start < b.end and b.start < a.end for a in m.spans for b in spans) for m in entity.mentions)


def _speaker_key(node: Attribution, entities: dict[str, Entity]) -> str:
    """One name a speaker in all reports; without a resolved entity, or with one known by role alone, that of the words."""
    if node.source is None:
        return ""
    entity = entities.get(node.source.entity or "")
    key = name_key(entity.name if entity is not None else words_of(node.source.spans))
    key = key[4:] if key.startswith("the ") else key
    return f"{key}@{entity.countries[0]}" if entity is not None and entity.countries else key


def _readable(words: str, entity: Entity | None) -> str:
    """The speaker's name without an article, with the country he stands for, which the words alone do not tell."""
    name = entity.name if entity is not None else words
    name = name[4:] if name.casefold().startswith("the ") else name
    return f"{name}, {entity.countries[0]}" if entity is not None and entity.countries else name


def _interested(entity: Entity | None, events: Sequence[Event]) -> bool:
    """Whether the speaker is a party to an event of the report, or speaks for the state or force that is."""
    if entity is None:
        return False
    return any(p.entity == entity.id or p.entity in entity.members for e in events for p in (*e.actors, *e.recipients))
