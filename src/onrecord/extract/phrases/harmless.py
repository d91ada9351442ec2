"""events, first half: deeds that hurt nobody. "The attack caused no casualties", "nobody was hurt in the shelling": what is negated is the harm; the deed took place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord import syntax
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import Candidate
from onrecord.model.parse import Parse, Token

_NOBODY = frozenset({"nobody", "none", "no-one", "neither"})
_AMID = ("in", "by", "during", "from", "after", "with")
_BRINGING = word_set("verbs_of_bringing_harm_about")
_VICTIMS = ("dobj", "nsubjpass", "attr", "oprd", "nsubj", "dative")


def told_as_done(parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without those that only say that a deed harmed nobody: another word tells of the deed; where none does, the noun for it stands in their stead."""
    own = {t for c in candidates for t in c.trigger}
    kept = []
    for candidate in candidates:
        deed = _harmless(parse, parse[candidate.head], candidate.trigger) if candidate.type == "ASSAULT" and not candidate.nominal else None
        if deed is None:
            kept.append(candidate)
        elif deed not in own and parse[deed].pos in ("NOUN", "PROPN"):
            own.add(deed)
            kept.append(replace(candidate, head=deed, trigger=(deed,), actors=(), recipients=(), objects=(), nominal=True, rule=f"{candidate.rule}:harmless"))
        # Else the deed has a candidate of its own.
    return kept


def unharming(parse: Parse, deed: int) -> int | None:
    """The verb of the harm that a deed's noun is said not to have done: "the strike killed no one". Cost: the height of the tree."""
    return next((v.i for v in parse.ancestors(deed) if v.pos in syntax.VERBAL and _harmless(parse, v, ()) == deed), None)


def _harmless(parse: Parse, verb: Token, trigger: Sequence[int]) -> int | None:
    """The word for the deed that harmed nobody; None where harm is done, or where who did none is a person."""
    if verb.pos not in syntax.VERBAL or not _negated(parse, verb, trigger):
        return None
    if verb.lemma not in word_set("verbs_of_harm") and verb.lemma not in _BRINGING:
        return None
    for found in syntax.surface_subject(parse, verb.i):
        noun = _named(parse, found.head)
        if _deed(parse, noun):
            return noun
    above = parse.head(verb.i)
    if verb.tag == "VBG" and verb.dep == "advcl" and above is not None and above.pos in syntax.VERBAL and verb.lemma in _BRINGING:
        return above.i if any(r.type == "ASSAULT" for r in event_lexicon().rules_for("v", above.lemma)) else None
    if syntax.is_passive(parse, verb.i):
        return next((o for prep in _AMID for o in syntax.prep_objects(parse, verb.i, prep) if _deed(parse, o)), None)
    return None


def _named(parse: Parse, i: int) -> int:
    """The noun that a subject stands for; a clause that hangs on a date or a place belongs to what was done then or there: "a raid in May, which hurt nobody"."""
    i = syntax.antecedent(parse, i)
    if _deed(parse, i) or parse[i].dep != "pobj":
        return i
    before = [t for t in parse.tokens[parse.sentences[parse[i].sent].first : i] if _deed(parse, t.i)]
    verbs = [t for t in parse.tokens[before[-1].i : i] if t.pos == "VERB"] if before else []
    return before[-1].i if before and not verbs else i


def _deed(parse: Parse, i: int) -> bool:
    token = parse[i]
    return token.pos in ("NOUN", "PROPN") and (token.lemma.lower() in event_lexicon().classes["attack_noun"] or token.lower in ("strike", "strikes"))


def _negated(parse: Parse, verb: Token, trigger: Sequence[int]) -> bool:
    """ "did not hurt anybody", "hurt nobody", "caused no casualties", "left no one dead"."""
    if any(c.dep == "neg" for c in parse.children(verb.i)):
        return True
    harmed = [c for c in parse.children(verb.i) if c.dep in _VICTIMS]
    harmed += [parse[t] for t in trigger if t != verb.i]
    harmed += [c for h in harmed if h.dep in ("ccomp", "xcomp", "oprd") for c in parse.children(h.i) if c.dep in _VICTIMS]
    return any(h.lower in _NOBODY or any(c.lower == "no" and c.dep in ("det", "neg") for c in parse.children(h.i)) for h in harmed)
