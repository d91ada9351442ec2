"""authority: the statutes, orders, mandates and doctrines a report rests something on, who invokes or contests them, and for which events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from onrecord.actorbook import ActorBook
from onrecord.extract.legal.invokers import Invokers
from onrecord.extract.legal.papers import Hit, groups, hits, shortened
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import AGAINST
from onrecord.model.common import Derivation
from onrecord.model.ids import span_id
from onrecord.model.layers import ActorLayer, Added, AttributionLayer, EventLayer
from onrecord.model.parse import Parse, Token
from onrecord.model.quantity import Authority
from onrecord.model.report import Report
from onrecord.model.text import CleanText
from onrecord.syntax import VERBAL, logical_subject

_APPOSED = re.compile(r"\s*[,(–—]\s*(?:the|an?|its|their|his|her|known as|called|or)?\s*", re.IGNORECASE)
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_OBJECTS = ("dobj", "ccomp", "xcomp", "advcl", "pcomp")


@dataclass(frozen=True)
class AuthorityStage:
    """Requires clean, parse, actors, attributions and events; provides `authorities`, and `invokers`, the nodes of those who rest an act on one in the outlet's own
    words. Cost: patterns times sentences."""

    name: str = "authority"
    version: str = "4"
    requires: tuple[str, ...] = ("report", "clean", "parse", "actors", "attributions", "events")
    provides: tuple[str, ...] = ("authorities", "invokers")

    def run(self, layers: Mapping[str, object]) -> Added:
        report = cast(Report, layers["report"])
        clean = cast(CleanText, layers["clean"])
        parse = cast(Parse, layers["parse"])
        attributions = cast(AttributionLayer, layers["attributions"])
        events = cast(EventLayer, layers["events"])
        actors = cast(ActorLayer, layers["actors"])
        bodies = _bodies(parse, actors)
        invokers = Invokers(report.id, clean, parse, actors, events, self.version, frozenset(a.id for a in attributions.attributions))
        text = _recased(clean.text, parse)
        found = [hit for sentence in parse.sentences for hit in hits(text, sentence.start, sentence.end) if not _spared(parse, hit)]
        found = [hit for hit in found if not any(start <= hit.start and hit.end <= end for start, end in bodies)]
        made = [_authority(report.id, clean, parse, attributions, events, group, invokers) for group in _apposed(text, groups(text, shortened(text, found)))]
        return Added({"authorities": tuple(made), "invokers": tuple(invokers.made.values())})


def _recased(text: str, parse: Parse) -> str:
    """The text with sentences in capitals written as the parser read them, letter by letter at the same offsets: names of laws are told by their capitals."""
    changed = [t for t in parse.tokens if t.text != text[t.start : t.end] and len(t.text) == t.end - t.start]
    if not changed:
        return text
    parts: list[str] = []
    done = 0
    for token in changed:
        parts += [text[done : token.start], token.text]
        done = token.end
    return "".join((*parts, text[done:]))


def _bodies(parse: Parse, actors: ActorLayer) -> list[tuple[int, int]]:
    """Clean ranges of the names of armed groups ("United Self-Defense Forces"), and of bodies that act or are called a body: a group named "Article 9" that says something is no article."""
    armed = [m for m in actors.mentions if m.kind == "name" and actors.by_id[m.entity].kind in ("armed_group", "criminal_group")]
    names = [m for m in actors.mentions if m.kind == "name" and actors.by_id[m.entity].kind == "organisation" and not (m.last < len(parse) and parse[m.last].lower == "of")]
    book, role = ActorBook.load(), ActorBook.load().role
    acting = (
        m for m in names if ((parse[m.head].dep in ("nsubj", "poss") or parse[parse[m.head].head].dep == "agent") and book.organisation(actors.by_id[m.entity].name) is not None)
        or any((r := role(t.lemma)) is not None and r.kind == "organisation" for t in (parse[parse[m.head].head], *parse.children(m.head)) if "appos" in (t.dep, parse[m.head].dep))
    )  # fmt: skip
    return [(parse[m.first].start, parse[m.last - 1].end) for m in (*armed, *acting)]


def _apposed(text: str, found: Iterable[list[Hit]]) -> list[list[Hit]]:
    """ "Decree 41, the emergency decree": one authority under two names."""
    made: list[list[Hit]] = []
    for group in found:
        first = next((other for other in made if any(_APPOSED.fullmatch(text, hit.end, group[0].start) for hit in other if hit.end <= group[0].start)), None)
        if first is None:
            made.append(list(group))
        else:
            first.extend(group)
    return made


def _authority(
    report: str, clean: CleanText, parse: Parse, attributions: AttributionLayer, events: EventLayer, group: list[Hit], invokers: Invokers
) -> Authority:
    spans = tuple(s for hit in group for s in clean.spans(hit.start, hit.end))
    invoked: list[str] = []
    contested: list[str] = []
    about: list[str] = []
    for hit in group:
        enacted = _enacted(parse, hit)
        for extent in attributions.extents:
            if extent.attribution in holding(attributions, hit) and not (enacted and extent.stance not in AGAINST):
                # Who says that an act breaks a rule holds the rule against it; only who says that it does not hold contests it.
                against = hit.void or extent.stance in AGAINST
                (contested if against else invoked).append(extent.attribution)
        if not enacted and words(attributions, hit) is None:
            invoked += invokers.of(hit)
        about += governed(parse, events, hit, group, words(attributions, hit))
    # The name that says which one it is: with a number, else the longest.
    longest = max(group, key=lambda h: (any(c.isdigit() for c in clean.text[h.start : h.end]), h.end - h.start))
    return Authority(
        span_id("authority", report, spans), " ".join(clean.text[longest.start : longest.end].split()), longest.kind, spans,
        tuple(dict.fromkeys(invoked)), tuple(dict.fromkeys(contested)), tuple(dict.fromkeys(about)),
        {"name": Derivation("authority", invokers.version, longest.rule)}, 0.8,
    )  # fmt: skip


def _spared(parse: Parse, hit: Hit) -> bool:
    """ "a decree letting police read letters without a warrant": what somebody is allowed to do without is what nothing rests on."""
    inside = [t for t in parse.tokens if hit.start <= t.start and t.end <= hit.end]
    own = {t.i for t in inside}
    top = next((t for t in inside if t.head not in own), None)
    without = parse.head(top.i) if top is not None and top.dep == "pobj" else None
    if without is None or without.lower != "without":
        return False
    for at in parse.ancestors(without.i):
        if at.pos in VERBAL:
            above = parse.head(at.i) if at.dep in ("ccomp", "xcomp", "advcl", "acl") else None
            free = any(c.dep == "aux" and c.lower in ("may", "can") for c in parse.children(at.i))
            return free or (above is not None and above.lemma in word_set("letting_verbs"))
    return False


def _enacted(parse: Parse, hit: Hit) -> bool:
    """ "the daily reported that the council had issued a decree": who only tells that another made a law rests nothing on it. The makers are named in the clause."""
    inside = [t for t in parse.tokens if hit.start <= t.start and t.end <= hit.end]
    own = {t.i for t in inside}
    top = next((t for t in inside if t.head not in own), None)
    verb = parse.head(top.i) if top is not None and top.dep in ("dobj", "nsubjpass") else None
    if verb is None or verb.lemma not in word_set("enacting_verbs"):
        return False
    makers = [f.head for f in logical_subject(parse, verb.i)]
    return bool(makers) and all(parse[m].pos != "PRON" for m in makers)


def holding(attributions: AttributionLayer, hit: Hit) -> frozenset[str]:
    """The attributions whose own words name the authority: of nested contents the innermost."""
    around = [(b - a, e) for e in attributions.extents for a, b in e.content if a <= hit.start and hit.end <= b]
    least = min((size for size, _ in around), default=0)
    return frozenset(e.attribution for size, e in around if size == least)


def words(attributions: AttributionLayer, hit: Hit) -> tuple[int, int] | None:
    """The narrowest content, as clean offsets, of what somebody says that holds the authority; None where the outlet itself names it."""
    around = [(a, b) for e in attributions.extents for a, b in e.content if a <= hit.start and hit.end <= b]
    return min(around, key=lambda c: c[1] - c[0], default=None)


def governed(parse: Parse, events: EventLayer, hit: Hit, group: list[Hit], said: tuple[int, int] | None = None) -> list[str]:
    """Events the authority is invoked for: what it allows or forbids where the sentence says so, else the nearest event above it in the tree, else the nearest
    in its sentence or before it in its paragraph; in its sentence none outside of the clause `said` (clean offsets) by who invokes it: "they denied the beating and
    said they acted in self-defence" does not defend the beating. No authority is invoked for itself ("Decree 7, the emergency decree"), by whichever of its
    names in `group`."""
    inside = [t for t in parse.tokens if hit.start <= t.start and t.end <= hit.end]
    if not inside:
        return []
    itself = {t.i for t in parse.tokens for h in group if h.start <= t.start and t.end <= h.end}
    at = {i: e for i, e in events.at.items() if i not in itself}
    if _described(parse, at, inside):
        return []
    # "citing Decree 7": a bare name is said of what stands around it.
    claimed = said is not None and any(said[0] <= t.start < said[1] and t.pos in VERBAL for t in parse.tokens)
    apart = {i for i in at if said is not None and claimed and parse[i].sent == inside[0].sent and not said[0] <= parse[i].start < said[1]}
    at = {i: e for i, e in at.items() if i not in apart}
    above = _above(parse, at, inside)
    if above is not None:
        return [at[above]]
    here = [i for i in at if parse[i].sent == inside[0].sent and not _legal(parse[i])]
    # What others tell of somebody is not what he defends ("they acted in self-defence"); a decree is named for what was told before it.
    if not here and not apart and not (claimed and hit.kind == "doctrine"):
        # "The troops would operate under Decree 7": the event was told just before, in the same paragraph.
        paragraph = parse.sentences[inside[0].sent].paragraph
        here = [i for i in at if i < inside[0].i and parse.sentences[parse[i].sent].paragraph == paragraph]
    return [at[min(here, key=lambda i: abs(i - inside[0].i))]] if here else []


def _above(parse: Parse, at: Mapping[int, str], inside: list[Token]) -> int | None:
    """The event's token that governs the authority in the tree, or that the word of law above it is about."""
    own = {t.i for t in inside}
    top = next((t for t in inside if t.head not in own), inside[0])
    for above in parse.ancestors(top.i):
        if above.i in own:
            continue
        if _legal(above):
            about = _ruled(parse, at, above, own)
            if about is not None:
                return about
        elif above.i in at:
            return above.i
        found = [c.i for c in parse.children(above.i) if c.i in at and not _legal(c)]
        if found:
            return min(found, key=lambda i: abs(i - top.i))
    return next((a.i for a in parse.ancestors(top.i) if a.i in at), None)


def _described(parse: Parse, at: Mapping[int, str], inside: list[Token]) -> bool:
    """ "the office, which may search cells under the port charter, opened an inquiry", "families brought out under a truce": the rule is of what describes somebody,
    and no ground of what else is told."""
    own = {t.i for t in inside}
    top = next((t for t in inside if t.head not in own), inside[0])
    for token in (top, *parse.ancestors(top.i)):
        if token.i in at:
            return False
        if token.dep in ("relcl", "acl") and token.pos in VERBAL and not any(c.lower == "to" and c.dep == "aux" for c in parse.children(token.i)):
            noun = parse[token.head]
            # "troops acting under the charter would burn the huts": the ground of what they do.
            doing = noun.dep in _SUBJECTS and noun.head in at
            return not doing and noun.i not in at and noun.i not in own and not any(i in at for i in parse.subtree(token.i))
    return False


def _legal(token: Token) -> bool:
    return token.lemma.lower() in word_set("words_of_law")


def _ruled(parse: Parse, at: Mapping[int, str], verb: Token, own: set[int]) -> int | None:
    """What a word of law is about: its object where the authority is its subject ("the Act forbids raids"), its subject where the deed is ("raids break the Act",
    "raids are banned under the Act")."""
    parts = parse.children(verb.i)
    rules = any(c.dep in _SUBJECTS and own & {c.i, *parse.subtree(c.i)} for c in parts)
    for wanted in (_OBJECTS, _SUBJECTS) if rules else (_SUBJECTS, _OBJECTS):
        for part in parts:
            if part.dep in wanted:
                held = sorted(i for i in (part.i, *parse.subtree(part.i)) if i in at and i not in own)
                if held:
                    return part.i if part.i in at else held[0]
    return None
