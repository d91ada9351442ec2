"""status: a deed that one claims and another denies in one breath: "the army denied claims by villagers that it had shelled the mill" holds both their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.extract.phrases.scope import Operator, compose
from onrecord.lexicon.status import StatusLexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import AGAINST
from onrecord.model.common import Derivation
from onrecord.model.event import Assertion
from onrecord.model.layers import AttributionExtent
from onrecord.model.parse import Parse
from onrecord.model.status import Axes

_DENIED = frozenset({"denied", "negated"})


def both_words(
    parse: Parse, lexicon: StatusLexicon, extents: Iterable[AttributionExtent], head: int, denial: Assertion, base: Axes, operators: Sequence[Operator]
) -> tuple[Assertion, ...]:
    """The assertions of a deed that is read as denied: where it stands in somebody's claim, his word first and then the denial by whoever answers the claim; else
    the denial alone."""
    if denial.status not in _DENIED:
        return (denial,)
    token = parse[head]
    holding = [(end - start, e) for e in extents for start, end in e.content if start <= token.start and token.end <= end and head not in e.cue]
    if (untrue := next((o for o in operators if o.rule.startswith("untrue:")), None)) is not None:
        return _untrue(parse, holding, untrue, denial)
    claims = [(size, e) for size, e in holding if e.source and e.stance == "asserts" and len(e.cue) == 1 and parse[e.cue[0]].pos == "NOUN" and parse[e.cue[0]].lemma.lower() in _CLAIMS]
    if not claims:
        made = next((e for _, e in holding if not e.source and e.attribution == denial.attribution and len(e.cue) == 1 and parse[e.cue[0]].lemma.lower() in _CLAIMS), None)
        # "The claim that troops fired is false": nobody is named who made it, and who tells of it denies it.
        return (replace(denial, attribution=None, status="negated"),) if made is not None and len(holding) == 1 else (denial,)
    claim = min(claims, key=lambda c: c[0])[1]
    own = set(claim.cue) | {t.i for start, end in claim.content for t in parse.sentence_tokens(token.sent) if start <= t.start and t.end <= end}
    inside = [o for o in operators if o.cue and set(o.cue) <= own]
    axes = compose(base, inside, lexicon)
    label = lexicon.label(axes, True)
    if label in _DENIED:
        return (denial,)  # "denied claims that nobody had been hurt"
    told = replace(denial, attribution=claim.attribution, status=label, axes=axes, cue=(), derivation={"status": Derivation("status", denial.derivation["status"].version, "claimed")})
    others = [(size, e) for size, e in holding if e is not claim]
    against = [o for o in others if o[1].stance in AGAINST] or others
    outer = min(against, key=lambda o: o[0])[1].attribution if against else None
    return told, replace(denial, attribution=outer, status="denied" if outer is not None else "negated")


def _untrue(parse: Parse, holding: Sequence[tuple[int, AttributionExtent]], untrue: Operator, denial: Assertion) -> tuple[Assertion, ...]:
    """The assertions of what somebody "falsely claimed": his, where the text says who he is, and that it is not so, by who calls it false."""
    claims = [(size, e) for size, e in holding if parse[untrue.cue[0]].head in e.cue]
    if not claims:
        return (denial,)
    outer = min((o for o in holding if o not in claims), key=lambda o: o[0], default=None)
    against = replace(denial, attribution=outer[1].attribution if outer is not None else None, status="denied" if outer is not None else "negated")
    claim = min(claims, key=lambda c: c[0])[1]
    alleged = Axes(certainty="suspected", frame="accusation")
    told = replace(denial, attribution=claim.attribution, status="alleged", axes=alleged, cue=(), derivation={"status": Derivation("status", denial.derivation["status"].version, "claimed")})
    return (told, against) if claim.source else (against,)


_CLAIMS = word_set("claim_nouns") | {"assurance", "assertion", "statement", "version", "account", "contention", "insistence"}
