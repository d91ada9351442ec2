"""status: operators that another operator above them takes back, and what a denial leaves standing."""

from __future__ import annotations

from dataclasses import replace

from onrecord import syntax
from onrecord.extract.factuality.takenback import unreal_condition
from onrecord.extract.phrases.longago import laid_by_announcing
from onrecord.extract.phrases.scope import HAVING_PART, NO_PART, Operator
from onrecord.extract.phrases.supposed import undecided
from onrecord.lexicon.status import StatusLexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import Candidate
from onrecord.model.parse import Parse, Token

_PARLEYS = word_set("parley_nouns")
_GOING_ON = word_set("verbs_of_going_on")
_UNDOING = frozenset({"cancellation", "failure", "prevention", "end", "absence"})
_PREVENTING = word_set("preventing_verbs")
_MISSED = frozenset({"modal:could:perfect", "modal:should:perfect", "modal:might:perfect"})
_TOO_LITTLE = frozenset({"nothing", "little", "enough", "not", "n't"})
_HEARD = frozenset({"hearsay", "accusation", "report", "possible", "proposal", "intention"})
_HELD = frozenset({"intention", "purpose", "proposal", "attempt", "threat"})
_BLAMED = frozenset({"modal:should:perfect", "modal:ought:perfect", "modal:need:perfect"})
_STANDING = word_set("existing_adjectives")
_ASSURING = word_set("assuring_verbs")
_HANGING = frozenset({"condition", "possible", "doubt", "fear", "forecast", "proposal"})
_ANNOUNCING = ("embedding:announce/", "embedding:announcement/")
_PERSUADING = ("embedding:persuade/", "embedding:convince/", "embedding:pressure/")
_PLAIN_DEFINITES = frozenset({"the", "this", "that", "these", "those"})


_YET_TO_COME = frozenset({"threat", "intention", "possible", "future", "wish", "fear", "forecast", "probable"})


def revised(parse: Parse, operators: list[Operator]) -> list[Operator]:
    """The operators without those that the sentence itself takes back; innermost first, as they came."""
    made = list(operators)
    if (left := next((k for k, o in enumerate(made) if o.rule.startswith("embedding:") and undecided(parse, o.cue)), None)) is not None:
        # "would neither confirm nor deny that": what stands above only tells whose silence it is.
        made = [*made[:left], Operator("doubt", made[left].cue, "embedding:confirm or deny:weighed")]
    made = _not_prevented(parse, made)
    won = next((k for k, o in enumerate(made[:-1]) if o.rule.startswith(_PERSUADING) and made[k + 1].signature in ("intention", "purpose", "attempt", "proposal")), None)
    if won is not None:
        made[won] = replace(made[won], signature="proposal")  # "an effort to persuade the junta to stand down": what others are to do, and have not planned
    out = next((k for k, o in enumerate(made[:-1]) if o.signature == "refusal" and parse[o.cue[0]].lemma in ("rule", "exclude") and made[k + 1].signature == "refusal"), None)
    if out is not None:
        # "declined to rule out sending troops": left open, and planned by nobody.
        made = [*made[:out], Operator("possible", made[out].cue, "embedding:rule out:weighed"), *made[out + 2 :]]
    going_on = [o for o in made if o.signature == "continue" and parse[o.cue[0]].lemma in _GOING_ON]
    if going_on:
        # "will continue to shell": the shelling is under way, only its going on is to come.
        at = made.index(going_on[0])
        made = [o for k, o in enumerate(made) if k < at or not o.rule.startswith(("modal:will", "modal:would"))]
    parley = next((k for k, o in enumerate(made) if o.signature == "proposal" and parse[o.cue[0]].pos == "NOUN" and parse[o.cue[0]].lemma in _PARLEYS), None)
    if parley is not None:
        # "talks on a swap were called off": the talks were; the swap stays what was talked of.
        made = [o for k, o in enumerate(made) if k <= parley or o.signature not in _UNDOING]
    # "the talks meant to bring a truce ended": what was to come of them did not. Of "a request to lift the ban" the ban stands.
    held = [o.cue[0] for o in made if o.signature in _HELD]
    made = [replace(o, signature="cancellation") if o.signature == "end" and any(a.i == o.cue[0] for h in held for a in parse.ancestors(h)) else o for o in made]
    negated = [o for o in made if o.signature == "absence"]
    rest = [o for o in made if o.signature not in ("absence", "condition")]
    if len(negated) == 1 and not rest and (unreal := _past_condition(parse, negated[0])) is not None:
        # "Had the road not been mined, he would have come": it was.
        made = [Operator("retold", (unreal,), "counterfactual:not")]
    if made and made[0].signature == "absence" and parse[made[0].cue[0]].lemma == "need":
        # "the navy felt there was no need to shoot": who decides finds none, and does not guess.
        made = [o for o in made if o.signature != "probable"]
    if negated and any(o.rule in _BLAMED for o in made):
        # "should never have bombed it": it did.
        made = [replace(o, signature="retold") if o.rule in _BLAMED else o for o in made if o not in negated]
    if made and made[0].rule.startswith("modifier:") and parse[made[0].cue[0]].lower in _STANDING and parse[made[0].cue[0]].dep == "amod":
        # "if the latest raid is any guide", "the current siege may spread": what is called so is there, whatever is said to hang on it.
        made = [o for o in made if o.signature not in _HANGING]
    if any(o.signature == "probable" and o.rule.startswith("modifier:") for o in made) and any(o.rule.startswith("modal:will") for o in made):
        # "will surely be condemned": somebody's guess at what will come, nobody's plan.
        made = [replace(o, signature="forecast") if o.rule.startswith("modal:will") and o.signature == "intention" else o for o in made]
    if made and made[0].signature == "intention" and made[0].rule.startswith("modifier:") and _of_past(parse, parse[made[0].cue[0]].head):
        made = made[1:]  # "it was a planned attack": it took place
    made = _unsettled(parse, made)
    offer = next((k for k, o in enumerate(made) if o.signature in ("intention", "proposal") and parse[o.cue[0]].pos == "NOUN"), None)
    if offer is not None:
        # "dismissed the offer to hold talks": the offer is turned down; that they were held nobody denies.
        made = [replace(o, signature="refusal") if k > offer and o.signature == "denial" and parse[o.cue[0]].lemma == "dismiss" else o for k, o in enumerate(made)]
    # "do not want to be blamed": what one would not have happen; nobody says that it will not.
    made = [replace(o, signature="possible") if o.rule.endswith(":negated") and _unwished(parse, o.cue[0]) else o for o in made]
    # "had to prove that the guards had fired": proven or not.
    made = [replace(o, signature="possible") if o.signature == "factual" and _to_be_proven(parse, o.cue[0]) else o for o in made]
    lost = next((k for k, o in enumerate(made) if o.signature in _UNDOING), None)
    if lost is not None and any(parse[o.cue[0]].lemma in _ASSURING for o in made[lost + 1 :]) and any(o.signature in ("purpose", "intention", "proposal") for o in made[lost + 1 :]):
        # "steps to ensure that it does not happen again": an aim, no denial.
        made.append(Operator("possible", made[lost].cue, "assured:not"))
    if any(o.signature == "factual" and parse[o.cue[0]].tag in ("VBD", "VBN") for o in made):
        # "led to his eventual arrest": late, as seen from then.
        made = [o for o in made if not (o.rule.startswith("modifier:") and o.signature in ("possible", "future"))]
    return made


def _not_prevented(parse: Parse, made: list[Operator]) -> list[Operator]:
    """ "failed to prevent the attack", "could not stop the bombing", "did nothing to prevent the killings": it took place."""
    at = next((k for k, o in enumerate(made) if o.rule.startswith("embedding:") and parse[o.cue[0]].lemma in _PREVENTING and parse[o.cue[0]].pos in syntax.VERBAL), None)
    if at is None or any(o.rule.startswith(("modal:will", "modal:can:", "modal:may", "modal:might:plain", "modal:would", "modal:must", "modal:should:plain")) for o in made[at:]):
        return made
    verb = parse[made[at].cue[0]]
    above = parse.head(verb.i)
    coming = any(a.lower in ("will", "wo", "'ll") for t in (verb, *parse.ancestors(verb.i)) if t.pos in syntax.VERBAL for a in syntax.auxiliaries(parse, t.i))
    if coming or any(c.dep in ("xcomp", "ccomp") and c.tag == "VBG" and not any(g.dep in ("nsubj", "poss") for g in parse.children(c.i)) for c in parse.children(verb.i)):
        return made  # "did not stop shelling the town": it went on
    left = next((k for k, o in enumerate(made) if k > at and o.signature in ("failure", "absence")), None)
    idle = above is not None and above.lemma == "do" and verb.dep in ("advcl", "xcomp") and any(t.lower in _TOO_LITTLE for t in syntax.dependents_within(parse, above.i, 2) if t.i < verb.i)
    if made[at].rule.endswith(":negated"):
        left = at
    # "could have prevented the massacre": it was not prevented.
    left = left if left is not None else next((k for k, o in enumerate(made) if k > at and o.rule in _MISSED), None)
    if left is None and not idle:
        return made
    gone = range(at, (left if left is not None else at) + 1)
    kept = [o for k, o in enumerate(made) if k not in gone and not (k > at and (o.rule.startswith("modal:could") or (idle and o.rule.startswith("purpose:"))))]
    return [*kept[:at], Operator("retold", (verb.i,), f"reversal:{verb.lemma}:told"), *kept[at:]]


def _unsettled(parse: Parse, operators: list[Operator]) -> list[Operator]:
    """ "denies it has set a date for a crossing", "said no timetable had been fixed for the march": that the day or the choice is open neither plans the act nor denies it."""
    dated = next((k for k, o in enumerate(operators) if any(_arranging(parse, t) for t in o.cue)), None)
    over = operators[dated:] if dated is not None else []
    undone = next((o for o in over if o.signature in ("denial", "absence")), None)
    if dated is None or undone is None or not {o.signature for o in over} <= {"intention", "denial", "absence", "report"}:
        return operators
    said = [o for o in over if o.signature == "report"]
    if undone.signature == "absence" and not said:
        return operators
    return [*operators[:dated], Operator("possible", undone.cue, "arranged:not"), *said]


def _arranging(parse: Parse, at: int) -> bool:
    """Whether a word is a date or timetable, or the verb that one is the object of: "no date has been set"."""
    nouns = word_set("arranging_nouns")
    return (parse[at].pos == "NOUN" and parse[at].lemma in nouns) or any(c.dep in ("dobj", "nsubjpass") and c.lemma in nouns for c in parse.children(at))


def _of_past(parse: Parse, noun: int) -> bool:
    verb = parse.head(noun)
    return parse[noun].dep == "attr" and verb is not None and verb.lemma == "be" and verb.tag == "VBD" and not any(c.dep in ("aux", "neg") for c in parse.children(verb.i))


def _unwished(parse: Parse, verb: int) -> bool:
    return parse[verb].lemma in ("want", "wish", "like", "desire") and any(c.dep == "xcomp" and syntax.is_passive(parse, c.i) for c in parse.children(verb))


def _to_be_proven(parse: Parse, verb: int) -> bool:
    """Whether it is a verb of proof that somebody has or seeks to bring: "had to prove", "must show", "tried to establish"."""
    token = parse[verb]
    if token.lemma not in word_set("proving_verbs") or token.pos not in syntax.VERBAL:
        return False
    aux = syntax.auxiliaries(parse, verb)
    above = parse.head(verb)
    sought = any(a.lower == "to" for a in aux) and token.dep in ("xcomp", "ccomp") and above is not None and above.lemma in word_set("verbs_before_proof")
    return sought or any(a.tag == "MD" and a.lower in ("must", "should", "would", "could", "can", "might", "may") for a in aux)


def _past_condition(parse: Parse, negation: Operator) -> int | None:
    """The "had" of a clause that opens its sentence and says what would have been otherwise, where the operator negates that clause."""
    negator = negation.cue[0]
    verb = parse[negator].head
    if (had := unreal_condition(parse, negator)) is not None:
        return had
    first = parse.sentences[parse[negator].sent].first
    rest = parse.sentence_tokens(parse[negator].sent)
    perfect = any(t.tag == "MD" and parse[t.head].tag == "VBN" and any(c.lemma == "have" for c in parse.children(t.head)) for t in rest if t.i > verb)
    return first if parse[first].lower == "had" and perfect and first < negator < verb else None


def not_yet_refused(operators: list[Operator]) -> list[Operator]:
    """ "threatened to veto the aid package", "said he would reject a truce": while nobody has refused it, it may still come."""
    at = next((k for k, o in enumerate(operators) if o.signature in ("refusal", "prevention") and o.rule.startswith("embedding:")), None)
    if at is None or not any(o.signature in _YET_TO_COME for o in operators[at + 1 :]):
        return operators
    return [*operators[:at], replace(operators[at], signature="possible", rule=f"{operators[at].rule}:not yet")]


def part_denied(parse: Parse, lexicon: StatusLexicon, head: int, operators: list[Operator], cue: tuple[int, ...]) -> bool:
    """ "denied ordering the killings", "denied any role in the bombing": a denial of a part, knowledge or blame. The deed itself is told as known by the article
    before it; a denial of the deed ("denied the attack", "denied planning an attack", "denied reports of the attack") leaves nothing standing."""
    if any(o.signature in _HEARD and not _ordering(parse, lexicon, o) for o in operators):
        return False
    below = parse.children(head)
    told = any(c.dep == "relcl" and c.tag in ("VBD", "VBZ") and any(g.lower in ("that", "which") and g.dep == "nsubj" for g in parse.children(c.i)) for c in below)
    if not any(c.dep == "det" and (c.lower in _PLAIN_DEFINITES or (c.lower in ("a", "an") and told)) for c in below):
        return False  # "denied any part in an attack" may deny that there was one; "in an ambush that killed seven" does not
    above = parse.head(head)
    hung = above
    while above is not None and above.i not in cue and above.pos in ("ADP", "SCONJ"):
        above = parse.head(above.i)
    if above is not None and above.i in cue:
        # "denied any part | in the attack": the preposition may hang on the verb.
        return hung is not above and any(c.dep == "dobj" and c.i < head for c in parse.children(above.i))
    return above is not None and any(a.i in cue for a in parse.ancestors(above.i))


def disowned(parse: Parse, head: int, operators: list[Operator]) -> bool:
    """ "was not involved in the bombing", "had nothing to do with the raid": a known deed ("the", "that") in which somebody had no part."""
    definite = any(c.dep == "det" and c.lower in _PLAIN_DEFINITES for c in parse.children(head))
    rule = operators[0].rule if operators else ""
    return definite and (rule.startswith(NO_PART) or (rule.startswith(HAVING_PART) and rule.endswith(":negated")))


def _ordering(parse: Parse, lexicon: StatusLexicon, operator: Operator) -> bool:
    """Whether the operator is what the source denies to have done about the deed: "ordering", "planning", "supporting" it."""
    token = parse[operator.cue[0]]
    return operator.signature in ("intention", "proposal") and token.pos in syntax.VERBAL and token.tag == "VBG"


def announced_as_done(parse: Parse, candidate: Candidate, operators: list[Operator]) -> list[Operator]:
    """ "The navy announced the arrest of a smuggler": force of which it is told whom it befell has been used; "announced sanctions on two firms": laid on by the word itself.
    "Announced the withdrawal of troops", "announced a curfew", "announced plans for sanctions": a plan."""
    noun = parse[candidate.head]
    if _laid_on(parse, candidate, operators):
        return [replace(operators[0], signature="report"), *operators[1:]]
    used = candidate.type == "ASSAULT" or not {"arrest", "seize"}.isdisjoint(candidate.modes)
    told = candidate.nominal and used and noun.tag == "NN" and any(c.dep == "prep" and c.lower == "of" for c in parse.children(noun.i)) and any(c.dep == "det" and c.lower == "the" for c in parse.children(noun.i))
    told = told or (used and candidate.nominal and _befallen(parse, noun, operators))
    if not told or not operators or not operators[0].rule.startswith(_ANNOUNCING) or parse[operators[0].cue[0]].tag not in ("VBD", "VBN", "VBZ"):
        return operators
    return [replace(operators[0], signature="report"), *operators[1:]]


def _befallen(parse: Parse, noun: Token, operators: list[Operator]) -> bool:
    """ "The attack was announced by the band on its channel", "the killing was announced by the governor": one deed of force, whose news is given out."""
    verb = parse[noun.head]
    said = noun.dep == "nsubjpass" and noun.tag == "NN" and bool(operators) and verb.i in operators[0].cue
    return said and any(c.dep == "det" and c.lower == "the" for c in parse.children(noun.i)) and not any(c.tag == "MD" for c in parse.children(verb.i)) and any(c.dep == "agent" for c in parse.children(verb.i))


def _laid_on(parse: Parse, candidate: Candidate, operators: list[Operator]) -> bool:
    """Whether a measure is told as announced, so that nothing above leaves the announcing open."""
    if not operators or not operators[0].rule.startswith(_ANNOUNCING) or any(o.signature != "report" for o in operators[1:]) or candidate.type != "SANCTION" or not candidate.nominal:
        return False
    return parse[operators[0].cue[0]].tag in ("VBD", "VBN", "VBZ") and any(laid_by_announcing(parse, t) for t in candidate.trigger)
