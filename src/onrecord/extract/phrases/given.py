"""status: acts that the words around take as given, whatever operator stands over them, and acts that a noun of charging puts as a charge."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from onrecord import syntax
from onrecord.extract.phrases.harmless import unharming
from onrecord.extract.phrases.scope import Operator
from onrecord.lexicon.status import status_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import AGAINST
from onrecord.model.layers import AttributionExtent, Candidate
from onrecord.model.parse import Parse, Token

_OFFERING = frozenset({"like", "want", "wish", "love"})
_DOUBTING = frozenset({"doubt", "denial", "possible", "hearsay", "refusal"})
_MAYBE = ("modal:may", "modal:might", "modal:could")
_HARM = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_SIDES = frozenset({"nsubj", "nsubjpass"})


def given(parse: Parse, candidate: Candidate, operators: Sequence[Operator]) -> list[Operator]:
    """The operators, innermost first, without those that bear on something else than the act, and with the charge that a bare clause is the content of."""
    # "blocked roads": a word of the deed itself says nothing of it.
    operators = [o for o in operators if not (o.rule.startswith("modifier:") and o.signature in ("failure", "prevention", "cancellation") and set(o.cue) <= set(candidate.trigger))]
    away = [o for rule in (_traces, _performed, _part_of, _explained, _counted, _charges, _hurt_none, _entailed, _suspected, _unmentioned, _of_deeds, _related, _taken_part_in) for o in rule(parse, candidate, operators)]
    # What is settled so is told by the words themselves (`overruling.firm`).
    kept = [Operator("factual", o.cue, f"{o.rule}:told") if o in away else o for o in operators]
    if candidate.type == "PROTEST" and candidate.nominal and "strike" not in candidate.modes:
        # "avoid demonstrations": who stays away from them does not undo them.
        kept = [Operator("condition", o.cue, f"{o.rule}:shunned") if o.signature == "avoidance" and parse[o.cue[0]].lemma == "avoid" else o for o in kept]
    if kept and kept[0].rule.startswith("embedding:guilty") and kept[0].signature == "absence" and any(a.lemma == "plead" for a in islice(parse.ancestors(kept[0].cue[0]), 1)):
        kept = [Operator("denial", kept[0].cue, "embedding:plead not guilty"), *kept[1:]]  # "pleaded not guilty to killing him"
    charge, heard = _content_of_charge(parse, candidate.head), _rumoured(parse, candidate.head)
    if heard is not None and all(o.signature not in ("accusation", "hearsay", "denial") for o in kept):
        kept = [*(o for o in kept if heard + 1 not in o.cue), Operator("hearsay", (heard,), f"rumour:{parse[heard].lemma}")]
    charge = charge if charge is not None else _ordered_scheme(parse, candidate.head)
    if charge is not None and all(o.signature not in ("accusation", "hearsay", "denial") for o in kept):
        kept.append(Operator("accusation", (charge,), f"content:{parse[charge].lemma}"))
    return kept if operators or not candidate.nominal else [*kept, *_talked_of(parse, candidate.head)]


def _ordered_scheme(parse: Parse, head: int) -> int | None:
    """ "accused of preparing attacks ordered by the front": the word that accuses; who is said to have ordered what was never done is a part of the charge."""
    token, noun = parse[head], parse[parse[head].head]
    if token.dep != "acl" or token.tag != "VBN" or token.lemma not in word_set("verbs_of_plotting") or any(c.lower in _POINTING for c in parse.children(noun.i)):
        return None
    schemed = False
    for above in islice(parse.ancestors(noun.i), 5):
        schemed = schemed or above.lemma in ("plan", "plot", "prepare", "conspire", "scheme", "attempt")
        if above.lemma in ("accuse", "suspect", "charge", "suspicion", "indict"):
            return above.i if schemed else None
    return None


def _hurt_none(parse: Parse, candidate: Candidate, operators: Sequence[Operator]) -> list[Operator]:
    """ "The strike killed no one", "nobody was hurt in the attack": what is negated is the harm."""
    verb = unharming(parse, candidate.head) if candidate.nominal and candidate.type == "ASSAULT" and operators else None
    if verb is None:
        return []
    clause = set(parse.subtree(verb))
    return [o for o in operators if o.rule.startswith("negation:") and clause.issuperset(o.cue)]


def _suspected(parse: Parse, candidate: Candidate, operators: Sequence[Operator]) -> list[Operator]:
    """ "the suspect in the killing of a judge", "arrests connected to the massacre", "charged in connection with the bombing": who did it is open, not that it was done."""
    if not candidate.nominal or candidate.type not in ("ASSAULT", "COERCE") or not operators or operators[0].signature != "accusation":
        return []
    p = parse
    first = operators[0]
    word = p[first.cue[0]]
    tied = (word.lemma == "suspect" and word.pos == "NOUN") or (word.lemma in ("connect", "link", "relate") and word.tag in ("VBN", "JJ"))
    prep = p.head(syntax.first_conjunct(p, candidate.head))
    joined = prep is not None and prep.dep == "prep" and p[prep.head].lemma == "connection"
    known = _definite(p, candidate.head) or any(c.lower == "of" for c in p.children(candidate.head))
    return list(operators) if known and (tied or joined) and not any(c.lower in ("alleged", "suspected", "a", "an", "any") for c in p.children(candidate.head)) else []


def _related(parse: Parse, candidate: Candidate, operators: Sequence[Operator]) -> list[Operator]:
    """ "whether or not the killing is related to his work", "doubt that any of the attacks are linked": what is open is what they have to do with each other."""
    if not candidate.nominal or candidate.type not in _HARM:
        return []
    p = parse
    noun = p[syntax.first_conjunct(p, candidate.head)]
    prep = p.head(noun.i)
    if noun.dep == "pobj" and prep is not None and prep.lower == "of" and p[prep.head].lower in ("any", "some", "none", "all", "many", "most", "each"):
        noun = p[prep.head]
    elif not _definite(p, candidate.head):
        return []
    verb = p.head(noun.i) if noun.dep in ("nsubj", "nsubjpass") else None
    if verb is None:
        return []
    tied = verb.lemma in word_set("verbs_of_ties") | {"relate", "motivate"} or any(c.dep == "acomp" and c.lower in ("related", "linked", "connected", "unrelated", "tied") for c in p.children(verb.i))
    return list(operators) if tied and not any(set(o.cue) & {candidate.head} for o in operators) else []


def _of_deeds(parse: Parse, candidate: Candidate, operators: Sequence[Operator]) -> list[Operator]:
    """ "Murders fell by half": what becomes of their number; those counted were done."""
    first = operators[0] if operators else None
    if first is None or not candidate.nominal or candidate.type not in _HARM or parse[candidate.head].dep != "nsubj" or parse[candidate.head].head != first.cue[0]:
        return []
    return [first] if first.rule.startswith("embedding:fall/") and parse[candidate.head].tag == "NNS" else []


def _unmentioned(parse: Parse, candidate: Candidate, operators: Sequence[Operator]) -> list[Operator]:
    """ "forgot to mention that guards had fired", "failed to report that they were beaten": what goes unsaid is so all the same."""
    if len(operators) < 2 or operators[0].signature != "report" or operators[1].rule.split("/")[0] not in ("embedding:forget", "embedding:fail", "embedding:neglect", "embedding:omit"):
        return []
    verb = parse[syntax.clause_of(parse, candidate.head)]
    finite = any(t.tag in ("VBD", "VBZ", "VBP") for t in (verb, *syntax.auxiliaries(parse, verb.i)))
    return list(operators[:2]) if finite and parse[operators[0].cue[0]].head == operators[1].cue[0] else []


def _entailed(parse: Parse, candidate: Candidate, operators: Sequence[Operator]) -> list[Operator]:
    """ "The drills entail major deployments": a part of what is there; "the plan entails deploying 300 troops" is of a plan."""
    first = next((o for o in operators if o.rule.startswith("embedding:entail")), None)
    if first is None:
        return []
    subjects = syntax.surface_subject(parse, first.cue[0])
    drafted = any(parse[f.head].lemma in status_lexicon().drafts or parse[f.head].tag in ("PRP", "DT", "WDT") for f in subjects)
    return [] if drafted or not subjects else [first]


def _definite(parse: Parse, head: int) -> bool:
    return any(c.dep == "poss" or (c.dep == "det" and c.lower in _POINTING) for c in parse.children(head))


def _traces(parse: Parse, candidate: Candidate, operators: Sequence[Operator]) -> list[Operator]:
    """ "found with signs of torture", "the body bore marks of a beating": the traces are seen; "signs of a coup" are a guess."""
    if candidate.type != "ASSAULT" or not operators or parse[candidate.head].lemma not in word_set("bodily_cruelties"):
        return []
    first = operators[0]
    trace = parse[first.cue[0]]
    shown = trace.pos == "NOUN" and trace.lemma in word_set("traces") and trace.tag == "NNS" and first.rule.startswith("embedding:")
    absent = any(c.dep == "det" and c.lower in ("no", "any") for c in parse.children(trace.i))
    return [first] if shown and not absent else []


def _performed(parse: Parse, candidate: Candidate, operators: Sequence[Operator]) -> list[Operator]:
    """ "I would like to congratulate the mayor": who says so does it."""
    p = parse
    verb = p[candidate.head]
    above = p.head(verb.i)
    if candidate.nominal or verb.lemma not in word_set("verbs_of_thanks_and_blame") or verb.dep != "xcomp" or above is None or above.lemma not in _OFFERING:
        return []
    aux = syntax.auxiliaries(p, above.i)
    now = above.tag in ("VBP", "VB") and not any(a.lemma == "have" for a in aux) and not any(c.dep == "neg" for c in p.children(above.i))
    first_person = any(c.dep == "nsubj" and c.lower in ("i", "we") for c in p.children(above.i))
    if not now or not first_person or any(c.dep == "mark" and c.lower == "if" for c in p.children(above.i)):
        return []
    words = {above.i, *(a.i for a in aux)}
    return [o for o in operators if words & set(o.cue) or o.rule == "modal:would"]


def _part_of(parse: Parse, candidate: Candidate, operators: Sequence[Operator]) -> list[Operator]:
    """ "the order is part of a wider crackdown": the crackdown is there, and not what was ordered."""
    p = parse
    prep = p.head(candidate.head)
    part = p.head(prep.i) if prep is not None and prep.lower == "of" and p[candidate.head].dep == "pobj" else None
    if part is None or part.dep != "attr" or part.lemma not in word_set("parts_of_a_whole") or not candidate.nominal:
        return []
    subjects = {k for c in p.children(part.head) if c.dep in _SIDES for k in p.subtree(c.i)}
    return [o for o in operators if subjects & set(o.cue)]


def _taken_part_in(parse: Parse, candidate: Candidate, operators: Sequence[Operator]) -> list[Operator]:
    """ "was targeted for his role in the protests": what somebody's role was in took place. Who is accused of a role in it may have had none."""
    p = parse
    prep = p.head(candidate.head)
    if prep is None or prep.lower != "in" or p[candidate.head].dep != "pobj" or not candidate.nominal or not _definite(p, candidate.head):
        return []
    role = p[prep.head]
    if role.lemma not in word_set("involvement_nouns") or not any(c.dep == "poss" for c in p.children(role.i)):
        return []
    own = set(p.subtree(candidate.head))
    return [o for o in operators if not own & set(o.cue) and o.signature not in ("accusation", "hearsay", "denial", "doubt")]


def _explained(parse: Parse, candidate: Candidate, operators: Sequence[Operator]) -> list[Operator]:
    """ "The killing may be an act of revenge", "might have contributed to his arrest": what is unsure is what it means or what led to it."""
    p = parse
    if not candidate.nominal or candidate.type not in _HARM or not _definite(p, candidate.head):
        return []
    token = p[candidate.head]
    if token.dep == "nsubj" and p[token.head].lemma == "be":
        attr = next((c for c in p.children(token.head) if c.dep == "attr"), None)
        meant = attr is not None and attr.lemma in word_set("what_a_deed_may_be") and not any(c.tag == "JJS" for c in p.children(attr.i))
        return [o for o in operators if o.rule.startswith(_MAYBE) and p[o.cue[0]].head == token.head] if meant else []
    prep = p.head(token.i) if token.dep == "pobj" else None
    verb = p[prep.head] if prep is not None and prep.lower == "to" else p[token.head] if token.dep == "dobj" else None
    if verb is None or verb.lemma not in word_set("verbs_of_bringing_about") or not any(a.lemma == "have" for a in syntax.auxiliaries(p, verb.i)):
        return []
    return [o for o in operators if o.rule.startswith(_MAYBE[:2]) and p[o.cue[0]].head == verb.i]


def _charges(parse: Parse, candidate: Candidate, operators: Sequence[Operator]) -> list[Operator]:
    """ "pleaded not guilty to the charges", "called the allegations false": they are brought, whatever he says of the deed."""
    if candidate.type != "ACCUSE" or not accusing_word(parse, candidate.head):
        return []
    return [o for k, o in enumerate(operators) if o.signature in ("denial", "refusal", "doubt") or (k == 0 and o.rule.startswith("embedding:plead not guilty"))]


def accusing_word(parse: Parse, head: int) -> bool:
    """Whether the word names an accusation that is brought: "the allegations", "a story alleging that"; not "made no accusation"."""
    token = parse[head]
    case = token.lemma.lower() in ("case", "indictment") and any(c.lower == "against" for c in parse.children(head))
    if token.pos == "NOUN" and (token.lemma.lower() in word_set("accusations") or case):
        return not any(c.dep == "det" and c.lower in ("no", "any") for c in parse.children(head))
    return token.tag == "VBG" and token.dep == "acl" and token.lemma == "allege" and parse[token.head].lemma.lower() in word_set("told_things") | word_set("reporting_nouns")


def _talked_of(parse: Parse, head: int) -> list[Operator]:
    """ "the war and ceasefire negotiations", of which the parser makes three of a kind: what the noun behind says of the act that it has before it."""
    p = parse
    after = p[head + 1] if head + 1 < len(p) else None
    if after is None or p[head].tag != "NN" or p[head].dep != "conj" or after.dep != "conj" or after.tag not in ("NN", "NNS") or after.head != p[head].head:
        return []
    entry = next((e for e in status_lexicon().embeddings.get(("n", after.lemma), ()) if "comp" in e.complements), None)
    return [Operator(entry.signature, (after.i,), f"{entry.rule}:beside")] if entry is not None else []


def _counted(parse: Parse, candidate: Candidate, operators: Sequence[Operator]) -> list[Operator]:
    """ "disputed the number of arrests": how many there were, and not that there were any."""
    count = counted(parse, candidate.head)
    return [o for o in operators if o.signature in _DOUBTING and count is not None and count.head in o.cue] if candidate.nominal else []


def counted(parse: Parse, head: int) -> Token | None:
    """The word for a count that the deeds stand under, where somebody weighs the count: "questioned the number of arrests"."""
    p = parse
    first = p[syntax.first_conjunct(p, head)]
    prep = p.head(first.i) if first.dep == "pobj" else None
    count = p.head(prep.i) if prep is not None and prep.lower == "of" else None
    if count is None or count.lemma not in word_set("count_nouns_of_deeds") or count.dep not in ("dobj", "nsubjpass"):
        return None
    return None if any(c.dep == "det" and c.lower in ("any", "no") for c in p.children(count.i)) else count


def _content_of_charge(parse: Parse, head: int) -> int | None:
    """The noun of "accusations they had caved in", "claims the clerk took bribes": a clause without "that" is what is claimed. In "claims he made", "charges they
    faced" the noun is what the verb wants."""
    p = parse
    verb = p[syntax.clause_of(p, head)]
    noun = p.head(verb.i)
    if noun is None or verb.dep not in ("relcl", "acl", "ccomp") or noun.pos != "NOUN" or noun.lemma not in word_set("nouns_of_charging") or verb.i < noun.i:
        return None
    if verb.dep == "relcl" and verb.lemma in word_set("denying_verbs") | word_set("plain_denials"):
        return None  # "an allegation the firm rejects"
    subject = next((c for c in p.children(verb.i) if c.dep in _SIDES), None)
    if subject is None or subject.i < noun.i or subject.lower in ("that", "which", "who") or any(c.dep == "mark" for c in p.children(verb.i)):
        return None
    if any(t.tag in ("WDT", "WP", "WRB", "WP$") or t.text in (",", "(", "—", "–") for t in p.tokens[noun.i + 1 : subject.i]):
        return None
    return noun.i if _whole(p, verb) else None


def _rumoured(parse: Parse, head: int) -> int | None:
    """The noun of "theories suggesting he had been murdered", "rumours claiming that the queen fled": what only such words tell is hearsay, however plainly."""
    behind = parse[head + 1] if head + 1 < len(parse) else parse[head]
    if parse[head].pos in ("NOUN", "PROPN") and behind.lower.removesuffix("s") in word_set("nouns_of_rumours") and behind.sent == parse[head].sent:
        return behind.i  # "amid coup rumours"
    for verb in (parse[head], *parse.ancestors(head)):
        before = parse[verb.i - 1] if verb.i else verb
        if verb.tag == "VBG" and verb.lemma in word_set("verbs_of_rumours") and before.lemma in word_set("nouns_of_rumours"):
            return before.i
    return None


def _whole(parse: Parse, verb: Token) -> bool:
    """Whether nothing that the verb wants is missing, so that the noun before it cannot be its object."""
    p = parse
    if verb.lemma == "be" or syntax.is_passive(p, verb.i) or any(c.dep in ("dobj", "ccomp", "xcomp", "prt", "acomp", "attr") for c in p.children(verb.i)):
        stranded = [c for c in p.children(verb.i) if c.dep == "prep" and not p.children(c.i)]
        return not stranded
    return verb.lemma not in word_set("objects_of_claims")


def sworn(parse: Parse, extent: AttributionExtent) -> bool:
    """ "agreed to free the crew after the rebels burned the port": who agrees, promises or refuses to act tells of his act only."""
    return any(parse[t].lemma in word_set("undertaking_verbs") and parse[t].pos in syntax.VERBAL for t in extent.cue)


def known_for_fact(parse: Parse, extent: AttributionExtent) -> bool:
    """ "The smugglers know that the army burned the port": that it did so is the teller's word, and nothing that the smugglers say. "We know that ..." is a claim,
    and so is what somebody may know or is asked about."""
    verbs = [t for t in extent.cue if parse[t].lemma in word_set("verbs_of_knowing") and parse[t].pos == "VERB"]
    if len(verbs) != 1 or extent.stance != "asserts" or any(parse[t].lower in ("i", "we", "you", "who", "everyone", "everybody", "nobody") for t in extent.source):
        return False
    below = parse.children(verbs[0])
    told = next((c for c in below if c.dep == "ccomp"), None)
    if told is None or any(c.tag == "MD" or (c.dep == "mark" and c.lower in ("if", "unless")) for c in below):
        return False
    opening = [t for t in parse.tokens[verbs[0] + 1 : told.i + 1] if t.head == told.i or t.dep == "mark" or t.i == verbs[0] + 1]
    return not any(t.lower in ("whether", "if") or t.tag in ("WP", "WRB", "WDT") for t in opening)


def told_aside(parse: Parse, extent: AttributionExtent, head: int) -> bool:
    """ "demanded the release of the teacher, who was seized on Monday", "condemned the raid, in which nine died": what a relative clause behind a comma tells of a thing that
    is only demanded, judged or denied is the teller's word. What a source says in words of its own ("said the man, who was ill, had died") stays the source's."""
    if extent.stance in AGAINST and accusing_word(parse, head):
        return True  # "denied the allegations": they were made
    if _in_apposition(parse, extent, head):
        return True
    verbs = [t for t in extent.cue if parse[t].pos == "VERB"]
    named = any(parse[t].lemma in word_set("demanding_verbs") | word_set("judging_verbs") for t in verbs) or (extent.stance in AGAINST and bool(verbs))
    if not named:
        return False
    at = parse[head]
    while at.head != at.i:
        if at.dep == "relcl" and (at.tag in ("VBD", "VBZ", "VBP") or any(c.dep in ("aux", "auxpass") and c.tag in ("VBD", "VBZ", "VBP") for c in parse.children(at.i))):
            opener = next((t for t in parse.tokens[parse[at.head].i + 1 : at.i] if (t.lower in ("who", "whom", "whose", "which", "where", "when") or (t.lower == "that" and t.dep == "nsubj" and extent.stance in AGAINST)) and (t.head == at.i or parse[t.head].head == at.i)), None)
            before = opener.i - 1 if opener is not None else 0
            if opener is not None and parse[before].pos == "ADP":
                before -= 1
            inside = any(start <= parse[at.head].start < end for start, end in extent.content)
            apart = parse[before].text == "," or extent.stance in AGAINST  # "denied beating three men who were arrested last week": they were
            if opener is not None and apart and inside and not any(parse[t].head == at.head or parse[t].i >= at.i for t in extent.cue):
                return True
        at = parse[at.head]
        if at.i in extent.cue:
            return False
    return False


def _in_apposition(parse: Parse, extent: AttributionExtent, head: int) -> bool:
    """ "blamed the Red Front, an armed group that quit an accord in 2019": who that is the teller adds, outside of quotation marks."""
    at = parse[head]
    while at.head != at.i and at.i not in extent.cue:
        above = parse[at.head]
        if at.dep in ("relcl", "acl") and above.dep == "appos" and above.pos == "NOUN" and parse[above.head].pos == "PROPN":
            opening = min(c.i for c in (above, *parse.children(above.i)))
            inside = any(start <= parse[above.head].start < end for start, end in extent.content)
            quotes = sum(t.text in ('"', "“", "”", "``", "''") for t in parse.tokens[parse.sentences[above.sent].first : above.i])
            return inside and parse[opening - 1].text == "," and quotes % 2 == 0
        at = above
    return False


def told_aside_by(parse: Parse, cue: int) -> bool:
    """Whether a word of saying stands with its own speaker in a relative clause behind a comma: "the two men, whom the army says are spies"."""
    if parse[cue].dep != "relcl":
        return False
    opened = any(t.lower in ("who", "whom", "which") and parse[t.i - 1].text == "," for k in parse.subtree(cue) if k < cue and k for t in (parse[k],))
    return opened and any(c.dep == "nsubj" and c.pos in ("NOUN", "PROPN") for c in parse.children(cue))


def without_claim_of_it(parse: Parse, candidate: Candidate, operators: list[Operator]) -> list[Operator]:
    """ "in an attack claimed by the front": that there was one nobody doubts; whose it was the claim says."""
    if not candidate.nominal:
        return operators
    claims = {c.i for c in parse.children(candidate.head) if c.dep in ("acl", "relcl") and c.lemma == "claim"}
    return [o for o in operators if not (len(o.cue) == 1 and o.cue[0] in claims)]
