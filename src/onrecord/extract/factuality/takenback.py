"""status: negations that the same clause takes back, so that the act took place: "did not lift it until Monday", "did not leave without burning it", "no one but the army"."""

from __future__ import annotations

from dataclasses import replace

from onrecord import syntax
from onrecord.extract.phrases.scope import Operator, Scope, excepted
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

_NEGATED = frozenset({"absence", "failure", "prohibition", "refusal", "avoidance", "continue"})
_UNTIL = frozenset({"until", "till"})


def taken_back(parse: Parse, walk: Scope, head: int, operators: list[Operator]) -> list[Operator]:
    """The operators with a `factual` one in place of each negation that the clause takes back, or beside a negator that only looks like one."""
    made = [_restored(parse, walk, o) for o in operators]
    if made == operators and not any(o.signature in _NEGATED for o in made) and (cue := _no_negation(parse, walk, head)) is not None:
        made.append(Operator("factual", (cue,), "takenback:seeming"))
    return made


def unreal_condition(parse: Parse, negator: int) -> int | None:
    """The "had" of "Had police not fired, six would be alive", "if soldiers had not shot him, none of it would have happened": what is wished undone was done."""
    verb = parse[parse[negator].head]
    had = next((a for a in syntax.auxiliaries(parse, verb.i) if a.lower == "had"), None)
    main = parse.head(verb.i)
    if had is None or verb.tag != "VBN" or verb.dep != "advcl" or main is None:
        return None
    if not any(c.dep == "mark" and c.lower == "if" for c in parse.children(verb.i)) and min(parse.subtree(verb.i)) != had.i:
        return None
    aux = syntax.auxiliaries(parse, main.i)
    if not any(a.tag == "MD" and a.lower in ("would", "could", "might", "'d", "’d") for a in aux):
        return None
    # "if they had not left by noon, the town would be bombed" is a threat retold; a state that would last now is none.
    perfect = any(a.lemma == "have" for a in aux)
    return had.i if perfect or (main.lemma in word_set("lasting_verbs") and not syntax.is_passive(parse, main.i)) else None


def _restored(parse: Parse, walk: Scope, operator: Operator) -> Operator:
    if operator.signature not in _NEGATED:
        return operator
    token = parse[operator.cue[0]]
    if operator.rule == "negation:without":
        above = parse.head(token.i)
        negated = above is not None and above.pos in syntax.VERBAL and _told_past(parse, above.i) and any(c.dep == "neg" for c in parse.children(above.i))
        return replace(operator, signature="factual", rule="takenback:without") if negated else operator
    if operator.rule.endswith(":negated"):
        verb = token
    elif operator.rule.startswith("negation:") and token.dep == "neg":
        verb = parse[token.head]
    else:
        return operator
    if verb.lemma in word_set("wanting_verbs"):
        return operator  # "did not want to lift the curfew until Monday": the day is that of the lifting
    if verb.pos not in syntax.VERBAL or not any(c.dep == "neg" and c.lower != "never" for c in parse.children(verb.i)) or not (_told_past(parse, verb.i) and _until(parse, verb)):
        return operator
    # "did not lift the curfew until Monday": lifted then, and in force till then. "Did not agree to free them until Monday": agreed then, and no more.
    said = [e.signature for e in walk.lexicon.embeddings.get(("v", verb.lemma), ()) if f"{e.rule}:negated" == operator.rule]
    return replace(operator, signature=said[0] if said else "factual", rule="takenback:until")


def _told_past(parse: Parse, verb: int) -> bool:
    aux = syntax.auxiliaries(parse, verb)
    return any(a.tag == "VBD" for a in aux) and not any(a.tag == "MD" or a.lower == "to" for a in aux)


def _until(parse: Parse, verb: Token) -> bool:
    """Whether the verb's clause says until when, and that time has come: a day, or a clause in the past."""
    below = [*parse.children(verb.i), *(g for c in parse.children(verb.i) if c.dep in ("dobj", "prep", "xcomp") for g in syntax.dependents_within(parse, c.i, 2))]
    for child in below:
        if child.i < verb.i:
            continue
        if child.dep == "prep" and child.lower in _UNTIL and any(c.i > child.i for c in parse.children(child.i)):
            return not any(c.dep == "pobj" and c.lower in ("later", "further") for c in parse.children(child.i))
        if child.dep == "advcl" and any(c.dep in ("mark", "advmod", "prep") and c.lower in _UNTIL for c in parse.children(child.i)):
            aux = syntax.auxiliaries(parse, child.i)
            return not any(a.tag in ("MD", "VBZ", "VBP") for a in aux) and (child.tag == "VBD" or any(a.tag == "VBD" for a in aux))
    return False


def _no_negation(parse: Parse, walk: Scope, head: int) -> int | None:
    """A word in the act's clause that looks like a negator and is none, where the clause tells of the past: "not only", "not until", "nothing but"."""
    if parse[head].pos not in syntax.VERBAL:
        return None
    sentence = parse.sentence_tokens(parse[head].sent)
    if any(a.tag == "MD" for a in syntax.auxiliaries(parse, head)):
        return None
    first = sentence[0]
    if first.lower == "not" and sentence[1:2] and sentence[1].lower == "until" and not any(t.tag == "MD" for t in sentence):
        return first.i
    before = [t.lower for t in sentence if head - 4 < t.i < head]
    if before[-2:] == ["nothing", "but"] and before[:1] in (["did"], ["done"]):
        return head - 1  # "did nothing but shell the town"
    for child in parse.children(head):
        if child.dep in ("nsubj", "nsubjpass", "dobj") and excepted(parse, child) and any(t.lower in word_set("negative_subjects") for t in (child, *parse.children(child.i))):
            return child.i
        if child.dep in ("neg", "preconj", "advmod") and child.lower in ("not", "n't", "n’t") and child.i + 1 < len(parse.tokens) and parse[child.i + 1].lower in ("only", "just", "merely", "simply") and walk.pseudo(child.i):
            return child.i
    return None
