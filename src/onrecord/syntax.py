"""Reading a dependency parse: logical subjects and objects, noun phrases, coordination, complements.

Labels are ClearNLP's. Everything takes and returns token indices over the report's parse; nothing here knows events or actors.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.dependents import VERBAL, companions_below, dependents_within, owned
from onrecord.lexicon.forms import irregular_forms
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token
from onrecord.nearer import aim_before, brought_near, nearer_clause, run_on
from onrecord.nouns import NOMINAL, beside, child_of, conjuncts, core_phrase, first_conjunct, modified, noun_phrase, whole
from onrecord.relatives import RELATIVE_TAGS, antecedent, antecedents
from onrecord.sharedvoice import shares_passive

# Noun phrases and what hangs below a word are read next door; callers find the whole of the tree here.
__all__ = ["NOMINAL", "RELATIVE_TAGS", "VERBAL", "antecedent", "beside", "child_of", "companions_below", "conjuncts", "core_phrase", "dependents_within", "first_conjunct", "modified", "noun_phrase", "owned", "whole"]

# "in a bid to": what for.
_PREPOSITIONAL_CONTROL = word_set("prepositional_control")
_CALENDAR = word_set("calendar_names")
_PURSUITS = word_set("pursuits")
# Who describes or backs a plan does not carry it out: "called the law a ploy to", "supports the idea of".
_STANCES = word_set("verbs_of_stance")
# Verbs whose subject has the aim that their object names: "launched an attempt to", not "survived", "foiled" or "uncovered" one.
_OWN_AIMS = word_set("verbs_of_own_aims")
_ENLISTING = word_set("enlisting_verbs")
_SPEAKING = word_set("verbs_of_saying") | word_set("verbs_of_speaking_out") | {"thank", "ask", "invite", "promise", "order"}
_MAKING = word_set("verbs_of_making_claims")
_AIMED = frozenset({"on", "at", "against", "with", "into"})
# "had come": the participle has the form of the infinitive.
_BARE_PARTICIPLES = frozenset({"come", "become", "overcome", "run"})
# "reported shelling near the mill": who tells of a bare gerund or sees it does not do it; who admits or recalls one does.
_OTHERS_DEEDS = word_set("verbs_over_others_deeds")
_SEEING = word_set("verbs_over_participles")
# "used tear gas to disperse them": who wields a means does what it is for.
_WIELDING, _MEANS = word_set("verbs_of_wielding"), word_set("means_wielded")
_BLAMING = word_set("accused_participles")
# "according to police", "thanks to rain", "attacked the town along with a militia": nothing goes to them.
OF_THEIR_OWN = frozenset({"according", "due", "thanks", "owing", "prior", "contrary", "along"})
_WITH_OBJECT = word_set("object_verbs")
_HARMING = word_set("verbs_of_harm_in_lists")


@dataclass(frozen=True, slots=True)
class Found:
    """A filler: its head token, and whether it was inherited from another clause (control, coordination, antecedent)."""

    head: int
    inherited: bool = False


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether the verb's surface subject is its logical object: passives with or without auxiliary, and reduced relatives."""
    token = parse[verb]
    if token.tag not in ("VBN", "VBD"):
        return False
    if child_of(parse, verb, "auxpass", "nsubjpass", "agent", "csubjpass") is not None:
        return True
    if _headline_passive(parse, verb) or _seen_done(parse, verb) or _accused(parse, verb) or shares_passive(parse, verb):
        return True
    if token.dep == "pcomp" and parse[token.head].lower in ("with", "in") and not any(c.dep in ("aux", "dobj") for c in parse.children(verb)):
        return True  # "with 600 women attacked in one night", "resulted in 20 soldiers killed"
    for child in parse.children(verb):
        if child.dep in ("nsubj", "dobj") or (child.dep == "aux" and child.lemma == "have"):
            return False
    if token.dep == "acl" and any(a.pos in VERBAL for a in parse.ancestors(verb)):
        return True  # a reduced relative is no past tense, whatever the tagger takes "is the clerk assassinated" for; "a column of tanks rolled" is none
    if token.tag != "VBN":
        return False
    if token.dep in ("acl", "relcl", "amod", "oprd"):
        return True
    if token.dep == "conj":
        first = parse.head(verb)
        return first is not None and first.pos in VERBAL and is_passive(parse, first.i)
    return token.dep in ("advcl", "ccomp", "ROOT", "xcomp")


def _seen_done(parse: Parse, verb: int) -> bool:
    """ "could see smugglers extradited", "wants them freed", "had the post shelled": the participle's subject is what it befalls."""
    token, head = parse[verb], parse.head(verb)
    participle = token.tag == "VBN" or (token.tag == "VBD" and head is not None and ((token.lemma in _WITH_OBJECT and head.tag == "VB") or (token.lemma in _HARMING and head.lemma in ("see", "have"))))
    if not participle or token.dep not in ("ccomp", "xcomp") or head is None or head.lemma not in _SEEING or head.i > verb:
        return False
    return not any(c.dep in ("aux", "mark", "dobj") for c in parse.children(verb)) and any(c.dep == "nsubj" for c in parse.children(verb))


def _accused(parse: Parse, verb: int) -> bool:
    """ "Migrants accused of theft": who is accused of something without a word for whom else is accused; not "an envoy it accused of theft"."""
    token = parse[verb]
    if token.lemma not in _BLAMING or (token.dep == "relcl" and any(c.dep == "nsubj" and c.tag == "PRP" for c in parse.children(verb))) or any(c.dep in ("dobj", "aux", "auxpass") for c in parse.children(verb)):
        return False
    return any(c.dep == "prep" and c.lower in ("of", "in") and c.i > verb for c in parse.children(verb))


def _headline_passive(parse: Parse, verb: int) -> bool:
    """ "Ex-minister sentenced to six years", "Warden killed while on patrol", "Port chief arrested": a form of a verb that always has an object, without one, behind
    its subject at the root."""
    token = parse[verb]
    below = parse.children(verb)
    # "They killed without mercy." is a past; a headline has no stop, and "Gang killed 5" has an object.
    headline = token.lemma in _HARMING and not any(c.text in (".", "!", "?") or c.tag in ("CD", "PRP") or c.dep == "npadvmod" for c in below)
    if (token.lemma not in _WITH_OBJECT and not headline) or token.dep != "ROOT":
        return False
    bare = not any(c.dep in ("dobj", "aux", "ccomp", "xcomp", "dative", "conj", "neg", "oprd", "attr") for c in below)
    return bare and any(c.dep == "nsubj" for c in below) and (headline or any(c.dep == "prep" and c.i > verb for c in below))


def children_of(parse: Parse, i: int, *deps: str) -> list[Token]:
    return [c for c in parse.children(i) if c.dep in deps]


def prep_objects(parse: Parse, i: int, prep: str) -> list[int]:
    """Objects of `prep` under token `i`, also through a chain of prepositions ("from inside the camp") and `agent` for by."""
    found: list[int] = []
    for child in parse.children(i):
        if child.dep in ("prep", "agent", "dative", "prt", "advmod") and child.lower == prep:
            found += [c.i for c in parse.children(child.i) if c.dep in ("pobj", "pcomp")]
            for inner in children_of(parse, child.i, "prep"):
                found += [c.i for c in parse.children(inner.i) if c.dep == "pobj"]
        elif child.dep in ("prep", "prt", "advmod") and child.pos in ("ADP", "ADV") and child.lower not in OF_THEIR_OWN:
            # "out of", "up to", "in to": the preposition asked for hangs on the first one.
            for inner in parse.children(child.i):
                if inner.dep == "prep" and inner.lower == prep:
                    found += [c.i for c in parse.children(inner.i) if c.dep in ("pobj", "pcomp")]
    return found


def _surface_subject(parse: Parse, verb: int) -> list[Found]:
    """The verb's own subject; the parser may hang it on the auxiliary ("Peru was - heavily and unjustly - criticized")."""
    for place in (verb, *(a.i for a in auxiliaries(parse, verb))):
        subjects = [child.i for child in parse.children(place) if child.dep in ("nsubj", "nsubjpass")]
        if len(subjects) > 1 and any(token.text == ":" for token in parse.tokens[subjects[0] : subjects[1]]):
            del subjects[0]  # a label: "Correction: the ministry said"
        if len(subjects) > 1 and any(c.lower == "not" for c in parse.children(subjects[0])) and any(c.lower == "but" for c in parse.children(subjects[0])):
            del subjects[0]  # "Not the rebels but the army burned it"
        if len(subjects) > 1 and subjects[0] < verb < subjects[-1] and parse[verb].lemma in word_set("verbs_with_hearers"):
            del subjects[-1]  # "Ana Orrel, a teacher, told Lake News"
        if len(subjects) > 1 and (run_on(parse, subjects[0], subjects[1]) or _addressed_or_told(parse, verb, subjects[0], subjects[1])):
            del subjects[0]  # "After raids by 'northern men', vigils were held"
        if subjects:
            return [Found(a) for h in conjuncts(parse, subjects[0]) for a in antecedents(parse, h)]
    return []


def _addressed_or_told(parse: Parse, verb: int, first: int, second: int) -> bool:
    """ "Mr Orrel, the guild had said it would go": the first is spoken to. "The dead man is Ivo Weil, keeper of the port, said Ana Orrel": he is told of."""
    if second < verb:
        return parse[first].pos == "PROPN" and (parse[first + 1].text == "," or any(t.text == ")" for t in parse.tokens[first + 1 : second]))
    behind = parse[verb - 1].text == "," and parse[verb].tag in ("VBD", "VBZ") and parse[verb].lemma in word_set("verbs_of_saying") - word_set("verbs_with_hearers")
    return first < verb and behind and parse[second].pos in ("PROPN", "NOUN")


# Verbs whose object is not the one who does the infinitive: "promised her to go".
# "promised the king to go", "entered the valley to train recruits": who goes and who trains is the subject.
_LODGING = frozenset({"lodge", "protest", "complain", "convey", "deliver", "express", "register", "hand", "object", "condemn", "denounce"})
_ASKED_OF_OTHERS = frozenset({"call", "appeal", "demand", "request", "plea"})
_SUBJECT_CONTROL = frozenset({"promise", "vote", "threaten", "vow", "pledge", "swear", "enter", "leave", "cross", "reach", "visit", "invade", "storm"})


def stranded_conjunct(parse: Parse, verb: int) -> int | None:
    """The verb that `verb` really stands beside, where the parser coordinated it with that verb's complement.

    "She denied that they had met and said it was late": "said" has the form of "denied", not of "had met". "He said rebels had burned the mill and killed
    nine men": what may be either form goes on with what he said, unless it is a second word of the speaker's.
    """
    token, first = parse[verb], parse.head(verb)
    if token.dep != "conj" or first is None or first.dep not in ("ccomp", "advcl") or token.tag not in ("VBD", "VBZ", "VBP"):
        return None
    above = parse.head(first.i)
    if first.dep == "advcl":
        # "The raids killed five, after guards fled, and set off a march": behind a second comma the first subject goes on.
        beside = above is not None and above.i < first.i and above.tag == token.tag and child_of(parse, verb, "nsubj", "nsubjpass") is None
        marked = child_of(parse, first.i, "mark") is not None and parse[max(verb - 1, 0)].dep == "cc" and verb > 1 and parse[verb - 2].text == ","
        return above.i if above is not None and beside and marked else None
    if above is None or above.tag != token.tag or child_of(parse, verb, "nsubj", "nsubjpass", "aux", "auxpass", "mark") is not None:
        return None
    if child_of(parse, first.i, "aux", "auxpass") is None or above.i > first.i:
        return None
    return None if _goes_on(parse, token, first) else above.i


def _goes_on(parse: Parse, verb: Token, first: Token) -> bool:
    """Whether a verb that may be a past tense or a participle shares the "had" of the verb before it: it takes an object where that one does, and says nothing."""
    forms = irregular_forms().get(verb.lemma)
    either = verb.lower.endswith("ed") or (forms == (verb.lower,) and verb.lemma not in _BARE_PARTICIPLES)
    below = parse.children(verb.i)
    if not either or verb.lemma in _SPEAKING or any(c.dep == "ccomp" for c in below) or child_of(parse, first.i, "aux", "auxpass") is None:
        return False
    if verb.i > 1 and parse[verb.i - 1].dep == "cc" and parse[verb.i - 2].text == ",":
        return False
    passive = child_of(parse, first.i, "auxpass") is not None
    object_too = any(c.dep == "dobj" or (not passive and c.dep == "prep" and c.lower in _AIMED) for c in below)
    return any(c.lemma == "have" for c in parse.children(first.i)) and passive != object_too


def surface_subject(parse: Parse, verb: int, depth: int = 6) -> list[Found]:
    """The verb's surface subject, own or understood: control, coordination, relatives, participles, gerunds."""
    own = _surface_subject(parse, verb)
    if own or depth == 0:
        return own
    token = parse[verb]
    head = parse.head(verb)
    if head is None or (token.dep == "conj" and child_of(parse, verb, "expl") is not None):
        return []  # "The guild has grown, and there are reports": nobody's
    if token.dep in ("relcl", "acl") and head.pos in NOMINAL:
        if token.dep == "acl" and child_of(parse, verb, "aux") is not None and parse[verb].tag == "VB":
            if head.dep == "dobj" and parse[head.head].lemma in _ENLISTING and head.ent not in ("MONEY", "CARDINAL"):
                return [Found(h, True) for h in conjuncts(parse, head.i)]  # "paid a killer to murder him"
            if head.lemma in _ASKED_OF_OTHERS and token.lemma not in word_set("verbs_of_crowds") | {"boycott", "talk", "negotiate", "meet"}:
                return []  # "rejected calls by senators to expel the envoy": who calls for it is not who is to do it
            return _inherited(noun_agent(parse, head.i, depth - 1, True) or _pursuer(parse, head.i, depth - 1))
        return [Found(h, True) for h in conjuncts(parse, head.i)]
    if token.dep == "conj" and (beside := stranded_conjunct(parse, verb)) is not None:
        return _inherited(surface_subject(parse, beside, depth - 1))
    if token.dep == "conj" and head.pos in VERBAL:
        return _inherited(surface_subject(parse, head.i, depth - 1))
    if token.dep == "pcomp":
        above = parse.head(head.i)
        if above is None:
            return []
        if above.pos in VERBAL:
            return _inherited(_controller(parse, above.i, head.lower in ("of", "from", "for", "into", "with"), depth))
        if (verge := brought_near(parse, above.i)) is not None:
            return _inherited(surface_subject(parse, verge, depth - 1))
        return _inherited(noun_agent(parse, above.i, depth - 1, True))
    if token.dep == "ccomp" and token.tag not in ("VB", "VBG"):
        return []
    if token.dep == "advcl" and token.tag == "VBG" and head.pos in VERBAL and is_passive(parse, head.i):
        # "was attacked by raiders, killing 12": the agent's deed, not the victim's; "was shot while leaving": the subject's own.
        by = agents(parse, head.i)
        if child_of(parse, verb, "mark", "advmod") is None and token.i > head.i:
            if by:
                return [Found(h, True) for a in by for h in conjuncts(parse, a)]
            if token.lemma in _HARMING and parse[verb - 1].text == ",":
                return []  # "The embassy was bombed, killing 12": the deed did, and nobody who is told
    if token.dep in ("xcomp", "ccomp") and token.tag == "VBG" and head.lemma in _OTHERS_DEEDS and child_of(parse, head.i, "dobj") is None and not is_passive(parse, head.i):
        return []
    if token.dep == "advcl" and (aim := aim_before(parse, verb)) is not None:
        return _inherited(noun_agent(parse, aim, depth - 1, True))
    if token.dep == "advcl" and (nearer := nearer_clause(parse, verb)) is not None:
        return _inherited(surface_subject(parse, nearer, depth - 1))
    if token.dep == "xcomp" and head.lemma == "summon" and token.lemma in _LODGING:
        return _inherited(surface_subject(parse, head.i, depth - 1))  # "summoned the envoy to lodge a protest"
    if token.dep in ("xcomp", "ccomp", "advcl", "conj") and head.pos in VERBAL:
        return _inherited(_controller(parse, head.i, token.dep in ("xcomp", "ccomp") or (head.lemma in _ENLISTING and _infinitive(parse, verb)), depth, token.dep != "conj" and _infinitive(parse, verb)))
    if token.dep in ("xcomp", "ccomp") and head.pos in ("ADJ", "NOUN"):
        above = parse.head(head.i)
        if above is not None and above.pos in NOMINAL and head.dep == "amod" and head.i > above.i:
            return [Found(h, True) for h in conjuncts(parse, above.i)]  # "men willing to fight"
        return _inherited(surface_subject(parse, above.i, depth - 1)) if above is not None and above.pos in VERBAL else []
    return []


def _controller(parse: Parse, verb: int, object_controls: bool, depth: int, infinitive: bool = False) -> list[Found]:
    """Who does the act below `verb`: its object where object control holds and there is one, else its subject."""
    if infinitive and parse[verb].lemma == "use" and is_passive(parse, verb):
        # "the port was used as a base to attack": by whom is not told.
        return [Found(h) for a in agents(parse, verb) for h in conjuncts(parse, a)]
    if object_controls and parse[verb].lemma not in _SUBJECT_CONTROL:
        obj = child_of(parse, verb, "dobj", "dative")
        if obj is not None and obj.pos in NOMINAL and not (infinitive and parse[verb].lemma in _WIELDING and obj.lemma.lower() in _MEANS):
            return [Found(a) for h in conjuncts(parse, obj.i) for a in antecedents(parse, h)]
        if obj is None and parse[verb].lemma in _BLAMING and parse[verb].dep == "relcl" and _surface_subject(parse, verb) and not _subject_is_relative(parse, verb) and not is_passive(parse, verb):
            return [Found(parse[verb].head, True)]  # "an envoy it accused of ordering the fire"
    asked = [o for c in parse.children(verb) if f"{parse[verb].lemma} {c.lower}" in _PREPOSITIONAL_CONTROL for o in prep_objects(parse, verb, c.lower)]
    asked = [o for o in asked if parse[o].ent not in ("DATE", "TIME") and parse[o].lower not in _CALENDAR]
    if asked and infinitive:
        # "called on them to go": those called on go.
        return [Found(antecedent(parse, h)) for o in asked for h in conjuncts(parse, o)]
    return surface_subject(parse, verb, depth - 1)


def _inherited(found: list[Found]) -> list[Found]:
    return [Found(f.head, True) for f in found]


def noun_agent(parse: Parse, noun: int, depth: int = 4, aim: bool = False) -> list[Found]:
    """Who a nominal like "plan" or "attack" belongs to: possessor, "by" phrase, or the subject of the verb it is the object of; of an `aim` only where that
    verb tells that the aim is the subject's own ("launched", not "foiled")."""
    owner = child_of(parse, noun, "poss")
    if owner is not None:
        return [Found(h) for h in conjuncts(parse, owner.i)]
    by = prep_objects(parse, noun, "by")
    # "claims made by a teacher"
    by = by or [a for c in parse.children(noun) if c.dep == "acl" and c.lemma in _MAKING for a in agents(parse, c.i)]
    if by:
        return [Found(h) for b in by for h in conjuncts(parse, b)]
    return light_subject(parse, noun, depth, aim)


def light_subject(parse: Parse, noun: int, depth: int = 4, aim: bool = False) -> list[Found]:
    """The subject of the verb that `noun` is the object of ("rebels carried out an attack"); see `noun_agent`."""
    verb = governing_verb(parse, noun)
    if verb is None or depth == 0 or (parse[verb].lemma not in _OWN_AIMS if aim else parse[verb].lemma in _STANCES):
        return []
    if is_passive(parse, verb):
        return [Found(h) for a in agents(parse, verb) for h in conjuncts(parse, a)]
    return surface_subject(parse, verb, depth - 1)


def _pursuer(parse: Parse, noun: int, depth: int) -> list[Found]:
    """Who pursues what a noun of purpose tells: "the army sent planes in a bid to bomb"."""
    prep = parse.head(noun)
    above = parse.head(prep.i) if prep is not None and prep.dep == "prep" and prep.lower in ("in", "as") else None
    if above is None or above.pos not in VERBAL or parse[noun].lemma not in _PURSUITS or depth <= 0 or above.lemma in _STANCES:
        return []
    return surface_subject(parse, above.i, depth - 1) if not is_passive(parse, above.i) else [Found(a) for a in agents(parse, above.i)]


def governing_verb(parse: Parse, noun: int) -> int | None:
    """The verb that `noun` is object or passive subject of, through coordination and words of quantity ("a series of"); None otherwise."""
    at = whole(parse, noun)
    token = parse[at]
    head = parse.head(at)
    if head is not None and head.pos in VERBAL and token.dep in ("dobj", "nsubjpass", "attr", "oprd"):
        return head.i
    return None


def agents(parse: Parse, verb: int) -> list[int]:
    """Heads of the by-phrase of a passive."""
    found: list[int] = []
    behind = any(c.dep == "agent" and c.i > verb for c in parse.children(verb))
    for by in parse.children(verb):
        # "In a note (in full) by the ministry, the park is threatened by fires": the doer stands behind the verb.
        if by.dep in ("agent", "prep") and by.lower == "by" and not (behind and by.i < verb):
            cleared = any(c.dep == "neg" or c.lower == "not" for c in parse.children(by.i)) or parse[by.i - 1].lower == "not"
            # "not by the army but by the rebels": the second one.
            preps = [c for c in parse.children(by.i) if c.dep == "conj" and c.lower == "by"] if cleared else [by]
            found += [c.i for prep in preps for c in parse.children(prep.i) if c.dep == "pobj"]
    return found


def logical_subject(parse: Parse, verb: int) -> list[Found]:
    """Who does what the verb says, whatever its voice."""
    if is_passive(parse, verb):
        return [Found(h) for a in agents(parse, verb) for h in conjuncts(parse, a)]
    return surface_subject(parse, verb)


def logical_object(parse: Parse, verb: int) -> list[Found]:
    """Whom or what the verb's act befalls, whatever its voice."""
    if is_passive(parse, verb):
        direct = child_of(parse, verb, "dobj", "oprd")
        found = surface_subject(parse, verb)
        if found:
            return found
        return [Found(h) for h in conjuncts(parse, direct.i)] if direct is not None else []
    for child in parse.children(verb):
        if child.dep == "dobj":
            return [Found(a) for h in conjuncts(parse, child.i) for a in antecedents(parse, h)]
    for child in parse.children(verb):
        if child.dep == "dative" and child.pos in NOMINAL:
            return [Found(h) for h in conjuncts(parse, child.i)]
    token = parse[verb]
    head = parse.head(verb)
    if token.dep == "relcl" and head is not None and _surface_subject(parse, verb) and not _subject_is_relative(parse, verb):
        return [Found(head.i, True)]
    shared = _shared_object(parse, verb)
    if shared is not None:
        return [Found(h, True) for h in conjuncts(parse, shared)]
    if token.dep == "xcomp" and head is not None and head.pos == "ADJ":
        return []
    if (called := _called_so(parse, verb)) is not None:
        return [Found(called)]
    for child in parse.children(verb):
        if child.dep in ("ccomp", "xcomp") and child.pos in NOMINAL and child.pos != "ADJ":
            return [Found(child.i)]
        if child.dep == "ccomp" and child.pos == "ADJ" and token.lemma in ("find", "declare", "deem", "judge") and (so := child_of(parse, child.i, "nsubj")) is not None:
            return [Found(h) for h in conjuncts(parse, so.i)]  # "found the colonel guilty"
        if child.dep == "ccomp" and child.tag == "VB" and child_of(parse, child.i, "mark") is None and not any(c.tag == "MD" for c in parse.children(child.i)):
            # "let the hostages go", "allowed the monitors to enter"; not "he would go, the council warned"
            subject = child_of(parse, child.i, "nsubj", "nsubjpass")
            if subject is not None:
                return [Found(h) for h in conjuncts(parse, subject.i)]
    return []


def _called_so(parse: Parse, verb: int) -> int | None:
    """ "bombed what it said was a factory", "raided what they called a lab": the noun by which somebody calls what the act befell."""
    clause = next((c for c in parse.children(verb) if c.dep == "ccomp" and c.i > verb), None)
    if clause is None or verb + 1 >= len(parse) or parse[verb + 1].lower != "what" or verb + 1 not in parse.subtree(clause.i):
        return None
    return next((t for t in parse.subtree(clause.i) if parse[t].dep in ("attr", "oprd") and parse[t].pos in ("NOUN", "PROPN") and t > verb + 1), None)


def _subject_is_relative(parse: Parse, verb: int) -> bool:
    subject = child_of(parse, verb, "nsubj", "nsubjpass")
    return subject is not None and (subject.tag in RELATIVE_TAGS or subject.lower == "that")


def _shared_object(parse: Parse, verb: int) -> int | None:
    """ "raided and burned the village", "detained, beat and tortured three teachers": the object stands at the last verb only."""
    for child in parse.children(verb):
        # A participle behind a comma with another joined to it goes on with the row, whatever the parser hangs it by.
        listed = child.dep == "advcl" and child.tag in ("VBN", "VBD") and {c.dep for c in parse.children(child.i)} == {"cc", "conj"} and parse[child.i - 1].text == ","
        if (child.dep == "conj" or listed) and child.pos == "VERB" and 0 < child.i - verb <= 3:
            obj = child_of(parse, child.i, "dobj")
            if obj is not None and not is_passive(parse, child.i):
                return obj.i
            if obj is None and not is_passive(parse, child.i) and (last := _shared_object(parse, child.i)) is not None:
                return last
    return None


def clause_of(parse: Parse, i: int) -> int:
    """The verb (or root) of the smallest clause that holds token `i`."""
    if parse[i].pos in VERBAL and parse[i].dep not in ("aux", "auxpass", "amod", "compound"):
        return i
    for above in parse.ancestors(i):
        if above.pos in VERBAL and above.dep not in ("aux", "auxpass", "amod", "compound"):
            return above.i
        if above.head == above.i:
            return above.i
    return i


def auxiliaries(parse: Parse, verb: int) -> list[Token]:
    return [c for c in parse.children(verb) if c.dep in ("aux", "auxpass")]


def complement_verbs(parse: Parse, i: int) -> list[int]:
    """Heads of the clauses that `i` takes as complement: "urged them to go", "called on them to go", "the order to go", with their conjuncts."""
    found: list[int] = []
    for child in parse.children(i):
        if child.pos in VERBAL and (child.dep in ("xcomp", "ccomp") or (child.dep in ("advcl", "acl", "relcl") and _infinitive(parse, child.i))):
            found.append(child.i)
        elif child.dep in ("prep", "agent", "prt"):
            found += [g.i for g in parse.children(child.i) if g.dep == "pcomp"]
            found += [v for g in parse.children(child.i) if g.dep == "pobj" for v in _infinitives_of(parse, g.i)]
        elif child.dep in ("dobj", "nsubjpass", "dative"):
            found += _infinitives_of(parse, child.i)
    return [v for f in found for v in (f, *(c.i for c in parse.children(f) if c.dep == "conj" and c.pos in VERBAL))]


def _infinitive(parse: Parse, verb: int) -> bool:
    return any(c.dep == "aux" and c.lower == "to" for c in parse.children(verb))


def _infinitives_of(parse: Parse, noun: int) -> list[int]:
    return [c.i for c in parse.children(noun) if c.dep in ("acl", "relcl") and c.pos in VERBAL and _infinitive(parse, c.i)]


