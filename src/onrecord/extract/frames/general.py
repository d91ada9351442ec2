"""events, first half: words of deeds that tell of none: a case that a law provides for, a law's or a directorate's name, a contact who is a person, a plea of not guilty."""

from __future__ import annotations

from itertools import islice

from onrecord import syntax
from onrecord.extract.frames.definitions import of_an_explainer
from onrecord.extract.frames.spokenof import only_spoken_of
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import Candidate
from onrecord.model.parse import Parse, Token

_LAWS = word_set("legal_texts") | word_set("texts_of_law")
_ANYBODY = frozenset({"anyone", "anybody", "anything", "whoever", "everyone", "everybody"})
_PROVIDED_FOR = frozenset({"PROTEST", "ASSAULT", "COERCE", "ACCUSE", "SANCTION"})
_CASE = frozenset({"during", "in", "at", "amid"})
_LAID_DOWN = frozenset({"must", "may", "can", "shall", "should", "to"})
_WITH = frozenset({"with", "between"})
_BREACHES = frozenset({"violation", "breach", "infringement", "contravention"})
_STEPS = 8
_DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION", "MOBILIZE"})
_OF_SOMEBODY = frozenset({"CONCEDE", "RETREAT", "REJECT", "THREATEN", "ACCUSE"})


def tells_none(parse: Parse, candidate: Candidate) -> bool:
    """Whether the words of the candidate tell of no deed at all."""
    return (
        _provided_for(parse, candidate)
        or _named_law(parse, candidate)
        or _acquaintance(parse, candidate)
        or _house(parse, candidate)
        or _trade(parse, candidate)
        or _pleaded_not(parse, candidate)
        or _troops(parse, candidate)
        or _anybody_charged(parse, candidate)
        or _laid_down(parse, candidate)
        or _capable(parse, candidate)
        or _standing(parse, candidate)
        or _of_war(parse, candidate)
        or _of_post(parse, candidate)
        or _left_open(parse, candidate)
        or _tied(parse, candidate)
        or _resisted(parse, candidate)
        or _to_strike(parse, candidate)
        or _talked_of(parse, candidate)
        or _so_called(parse, candidate)
        or _at_peace(parse, candidate)
        or _striving(parse, candidate)
        or _pursued(parse, candidate)
        or _held(parse, candidate)
        or _pact_left(parse, candidate)
        or _danger(parse, candidate)
        or _in_league(parse, candidate)
        or _done_by_deed(parse, candidate)
        or _drilled(parse, candidate)
        or _left_so(parse, candidate)
        or _manner(parse, candidate)
        or _branded(parse, candidate)
        or _fallen(parse, candidate)
        or _hardly(parse, candidate)
        or only_spoken_of(parse, candidate)
        or of_an_explainer(parse, candidate)
    )


def _in_league(parse: Parse, candidate: Candidate) -> bool:
    """ "A group allied with the army burned the village", "its allied militias": on whose side somebody stands, and no deed of the day."""
    token = parse[candidate.head]
    return candidate.type == "COOPERATE" and token.lemma in ("ally", "allied", "affiliate", "align") and token.dep in ("acl", "amod") and token.tag in ("VBN", "JJ", "VBD") and parse[token.head].dep != "ROOT"


def _left_open(parse: Parse, candidate: Candidate) -> bool:
    """ "involvement of the rebels is not ruled out", "no party has been ruled out": what is left open nobody has turned down."""
    words = [parse[t].lemma for t in candidate.trigger]
    if candidate.type != "REJECT" or words != ["rule", "out"] or not syntax.is_passive(parse, candidate.head):
        return False
    below = parse.children(candidate.head)
    subject = next((c for c in below if c.dep == "nsubjpass"), None)
    none = subject is not None and any(c.lower in ("no", "neither", "nothing") for c in (subject, *parse.children(subject.i)))
    return none or any(c.dep == "neg" for c in below)


def _to_strike(parse: Parse, candidate: Candidate) -> bool:
    """ "Nurses are to strike on March 26": not on strike yet; the verb itself tells it."""
    words = {parse[t].lemma: parse[t] for t in candidate.trigger}
    return {"be", "on", "strike"} <= set(words) and words["strike"].pos == "VERB"


def _resisted(parse: Parse, candidate: Candidate) -> bool:
    """ "resisted arrest": how somebody behaved; whether he was arrested it does not tell."""
    token = parse[candidate.head]
    verb = parse[token.head]
    return candidate.nominal and candidate.type == "COERCE" and token.dep == "dobj" and verb.lemma == "resist" and not any(c.dep in ("det", "poss") for c in parse.children(token.i))


def _tied(parse: Parse, candidate: Candidate) -> bool:
    """ "a network linked to the gang", "guards who are connected to the cartel": who belongs where; nobody is said to accuse them. "Police linked the man to the theft", "was
    linked to the theft by police" do."""
    p = parse
    head = p[candidate.head]
    if candidate.type != "ACCUSE" or head.lemma not in word_set("verbs_of_ties") or head.tag not in ("VBN", "VBD", "JJ") or any(c.dep == "agent" for c in p.children(head.i)):
        return False
    if head.dep in ("acl", "amod") or (head.dep == "relcl" and syntax.is_passive(p, head.i)):
        return True
    return head.tag != "VBD" and any(a.tag in ("VBZ", "VBP") and a.lemma == "be" for a in syntax.auxiliaries(p, head.i))


def _talked_of(parse: Parse, candidate: Candidate) -> bool:
    """ "talked about a dialogue with the rebels": what is spoken of; with whom, the words do not say."""
    p = parse
    head = p[candidate.head]
    if candidate.type != "CONSULT" or candidate.nominal or head.lemma not in ("talk", "speak"):
        return False
    speakers = [c for c in p.children(head.i) if c.dep == "nsubj"]
    if len(candidate.trigger) > 1 or any(c.tag in ("NNS", "NNPS") or c.lower in ("they", "we") or syntax.conjuncts(p, c.i) != [c.i] for c in speakers):
        return False  # "the two presidents talked about the hostages": with each other
    below = [c.lower for c in p.children(head.i) if c.dep == "prep"]
    return any(w in ("about", "of") for w in below) and not any(w in ("with", "to") for w in below)


def _so_called(parse: Parse, candidate: Candidate) -> bool:
    """ "the so-called commanders", "(as received)": words about words."""
    p = parse
    head = p[candidate.head]
    before = [t.lower for t in p.tokens[max(0, head.i - 2) : head.i]]
    after = p[head.i + 1].text if head.i + 1 < len(p.tokens) else ""
    return (head.lower == "called" and (before[-1:] == ["so"] or before == ["so", "-"]) and head.dep == "amod") or (head.lower in ("received", "published", "printed", "heard") and before == ["(", "as"] and after == ")")


def _bare(parse: Parse, head: int) -> bool:
    """Nothing beside the noun says that one deed is meant: no article, owner, number or party."""
    return not any(c.dep in ("det", "poss", "nummod", "prep", "relcl", "acl", "appos") or c.ent for c in parse.children(head) if c.dep != "conj")


def _provided_for(parse: Parse, candidate: Candidate) -> bool:
    """ "a law to keep ferries running during strikes", "the act compels them to speak in official inquiries": whenever there are any."""
    p = parse
    first = syntax.first_conjunct(p, candidate.head)
    prep = p.head(first)
    if not candidate.nominal or candidate.type not in _PROVIDED_FOR or p[candidate.head].tag != "NNS" or prep is None or p[first].dep != "pobj" or prep.lower not in _CASE:
        return False
    if not (_bare(p, candidate.head) and _bare(p, first)):
        return False
    verb = next((a for a in islice(p.ancestors(prep.i), _STEPS) if a.pos in syntax.VERBAL), None)
    if verb is None or any(p[k].ent in ("DATE", "TIME") for k in p.subtree(verb.i)):
        return False
    aux = {a.lower for a in syntax.auxiliaries(p, verb.i)}
    ruled = (verb.tag == "VBG" and verb.dep == "pcomp") or bool(aux & _LAID_DOWN) or (verb.tag == "VB" and not aux)
    above = (verb, *islice(p.ancestors(verb.i), _STEPS))
    return ruled and any(t.lemma in _LAWS for a in above for t in (a, *p.children(a.i)) if t.pos == "NOUN")


def _named_law(parse: Parse, candidate: Candidate) -> bool:
    """ "under an emergency powers law": what the law is called; who invokes or imposes one takes such powers."""
    p = parse
    law = next((p[t] for t in candidate.trigger if p[t].lemma in _LAWS), None)
    if law is None or not any(p[t].lower == "emergency" for t in candidate.trigger) or not any(c.dep == "compound" and c.lemma in ("power", "measure", "provision") for c in p.children(law.i)):
        return False
    return not (law.dep in ("dobj", "nsubjpass") and p[law.head].lemma in word_set("verbs_of_invoking"))


def _acquaintance(parse: Parse, candidate: Candidate) -> bool:
    """ "a police contact", "his contacts in the navy": people; "contacts with the navy" are talks."""
    p = parse
    token = p[candidate.head]
    if not candidate.nominal or candidate.type != "CONSULT" or len(candidate.trigger) > 1 or token.lemma != "contact":
        return False
    below = p.children(token.i)
    if any(c.dep == "prep" and c.lower in _WITH for c in below):
        return False
    owned = token.tag == "NNS" and any(c.dep == "poss" for c in below)
    return owned or (any(c.dep == "compound" and c.lower not in ("level", "party") for c in below) and (token.tag == "NNS" or any(c.dep == "det" for c in below)))


def _house(parse: Parse, candidate: Candidate) -> bool:
    """ "POLICE AND INVESTIGATIONS DIRECTORATE": part of a body's name, whatever tree the parser made of its capitals."""
    p = parse
    after = p[candidate.head + 1] if candidate.head + 1 < len(p) else None
    if after is None or not candidate.nominal or candidate.type != "ACCUSE" or after.sent != p[candidate.head].sent or after.i in candidate.trigger:
        return False
    return after.lower in word_set("bodies_that_look_into")


def _trade(parse: Parse, candidate: Candidate) -> bool:
    """ "the industry of kidnapping", "the scourge of torture": a trade or an evil as such."""
    p = parse
    token, prep = p[candidate.head], p.head(candidate.head)
    if not candidate.nominal or candidate.type not in ("ASSAULT", "COERCE") or prep is None or token.dep not in ("pobj", "pcomp") or prep.lower != "of" or prep.head == prep.i:
        return False
    return token.tag in ("NN", "VBG") and p[prep.head].lemma in word_set("trades_and_evils") and _bare(p, token.i)


def _pleaded_not(parse: Parse, candidate: Candidate) -> bool:
    """ "pleaded not guilty"."""
    return any(parse[t].lower == "guilty" and t and parse[t - 1].lower == "not" for t in candidate.trigger) and parse[candidate.head].lemma in ("plead", "plea")


def _troops(parse: Parse, candidate: Candidate) -> bool:
    """ "reserved for the use of the armed forces": forces are people, and not what is used on them."""
    return candidate.type == "ASSAULT" and parse[candidate.head].lemma == "use" and any(parse[t].lower == "forces" for t in candidate.trigger)


def _anybody_charged(parse: Parse, candidate: Candidate) -> bool:
    """ "anyone suspected of theft", "in any way that is suspected of being unlawful": whoever or whatever that may be."""
    p = parse
    if candidate.nominal or candidate.type != "ACCUSE" or not syntax.is_passive(p, candidate.head) or syntax.agents(p, candidate.head):
        return False
    first = p[syntax.first_conjunct(p, candidate.head)]
    whose = next((c for c in p.children(first.i) if c.dep in ("nsubj", "nsubjpass")), None)
    if first.dep in ("relcl", "acl") and (whose is None or whose.lower in ("who", "that", "which")):
        whose = p[first.head]
    return whose is not None and (whose.lower in _ANYBODY or _any(p, whose))


def _any(parse: Parse, noun: Token) -> bool:
    return noun.pos == "NOUN" and any(c.dep == "det" and c.lower in ("any", "every") for c in parse.children(noun.i))


def _laid_down(parse: Parse, candidate: Candidate) -> bool:
    """ "Under the press law, the minister may suspend a newspaper": what a law lets anybody in a post do to anybody, on no day."""
    p = parse
    verb = p[candidate.head]
    if candidate.nominal or verb.tag != "VB" or not any(a.lower in ("may", "can", "must", "shall") for a in syntax.auxiliaries(p, verb.i)):
        return False
    law = any(o for o in syntax.prep_objects(p, verb.i, "under") if p[o].lemma.lower() in _LAWS)
    things = [c for c in p.children(verb.i) if c.dep == "dobj"]
    anybody = bool(things) and all(_indefinite(p, t) for t in things)
    dated = any(p[k].ent == "DATE" and p[k].tag in ("NNP", "NNPS") for k in p.subtree(verb.i))
    return law and anybody and not dated and not any(c.dep == "nsubj" and c.ent in ("PERSON", "GPE", "NORP", "ORG") for c in p.children(verb.i))


def _indefinite(parse: Parse, noun: Token) -> bool:
    """ "a newspaper", "suspects": with no name, owner or number, and nothing that tells which."""
    own = parse.children(noun.i)
    if noun.ent or any(c.ent or c.dep in ("poss", "nummod", "relcl") for c in own):
        return False
    determiners = {c.lower for c in own if c.dep == "det"}
    return bool(determiners & {"a", "an", "any"}) or (noun.tag == "NNS" and not determiners)


def _capable(parse: Parse, candidate: Candidate) -> bool:
    """ "The cutter can fire forty rounds a minute": what a weapon or a vessel is able to do."""
    p = parse
    verb = p[candidate.head]
    if candidate.nominal or candidate.type not in ("ASSAULT", "COERCE") or verb.tag != "VB":
        return False
    first = p[syntax.first_conjunct(p, verb.i)]
    able = any(a.lower == "can" for t in (verb, first) for a in syntax.auxiliaries(p, t.i)) and not any(c.dep == "neg" or c.lower in ("now", "still", "longer") for c in p.children(first.i))
    subject = next((c for c in p.children(first.i) if c.dep == "nsubj"), None)
    classes = event_lexicon().classes
    return able and subject is not None and any(subject.lemma in classes.get(name, ()) for name in ("weapon", "vessel", "vehicle", "aircraft"))


def _standing(parse: Parse, candidate: Candidate) -> bool:
    """ "displaced persons and students marched", "arms from the occupied base": what somebody or something is by now. "900 displaced families", "the newly occupied
    base" tell of the deed as well."""
    token = parse[candidate.head]
    if token.dep != "amod" or "/v:" not in candidate.rule or token.lower not in word_set("participles_of_standing") or any(c.dep in ("advmod", "agent", "prep") for c in parse.children(token.i)):
        return False
    return not any(c.dep == "nummod" for c in parse.children(token.head))


def _of_war(parse: Parse, candidate: Candidate) -> bool:
    """ "prisoners of war", "the spoils of war": a sort of prisoners and spoils."""
    token, prep = parse[candidate.head], parse.head(candidate.head)
    return token.lemma.lower() == "war" and prep is not None and prep.lower == "of" and not any(True for _ in parse.children(token.i)) and parse[prep.head].lemma.lower() in word_set("nouns_before_of_war")


def _of_post(parse: Parse, candidate: Candidate) -> bool:
    """ "the director of investigations at the ministry", "head of investigations": the post's name; "the head of the investigation" leads one."""
    token, prep = parse[candidate.head], parse.head(candidate.head)
    if not candidate.nominal or token.dep != "pobj" or prep is None or prep.lower not in ("of", "for") or not prep.head < prep.i:
        return False
    post = parse[prep.head]
    return post.lemma.lower() in word_set("nouns_of_posts") and post.pos in ("NOUN", "PROPN") and all(c.dep not in ("det", "poss", "prep") or c.lower in ("at", "in", "for", "with") for c in parse.children(token.i))


def _at_peace(parse: Parse, candidate: Candidate) -> bool:
    """ "the highest rate for countries not at war": none is told of."""
    head = parse[candidate.head]
    if not candidate.nominal or head.lemma != "war" or head.dep != "pobj" or parse[head.head].lower != "at":
        return False
    above = parse.head(head.head)
    return above is not None and above.pos in ("NOUN", "PRON") and any(t.lower in ("not", "never") for t in parse.tokens[above.i : head.i])


def _striving(parse: Parse, candidate: Candidate) -> bool:
    """ "I will fight to get my farm back", "they fought to stay in the league": an effort, and no fight with anybody. "Fought to retake the town" is one."""
    head = parse[candidate.head]
    if candidate.nominal or head.lemma != "fight" or candidate.recipients or candidate.objects:
        return False
    below = parse.children(head.i)
    if any(c.dep == "dobj" or (c.dep == "prep" and c.lower in ("with", "against", "in", "at", "near", "around")) for c in below):
        return False
    return any(c.dep in ("xcomp", "advcl") and c.tag == "VB" and c.i > head.i and c.lemma in word_set("what_is_striven_for") for c in below)


def _pursued(parse: Parse, candidate: Candidate) -> bool:
    """ "was targeted by the United States for his role in the trade": by measures of some kind; which, the words do not say."""
    head = parse[candidate.head]
    if candidate.type != "ASSAULT" or candidate.nominal or head.lemma != "target" or not syntax.is_passive(parse, head.i):
        return False
    if any(parse[a.head].lemma.lower() in event_lexicon().classes["armed"] for a in candidate.actors):
        return False  # "was targeted by gunmen for his role": shot at
    return any(parse[o].lemma in word_set("involvement_nouns") | {"role", "part", "tie"} for o in syntax.prep_objects(parse, head.i, "for"))


def _held(parse: Parse, candidate: Candidate) -> bool:
    """ "carried only tear gas", "armed with tear gas": what they have; that they used it is not told."""
    if not candidate.nominal or "crowd-control" not in candidate.modes or len({parse[t].pos for t in candidate.trigger} & {"VERB"}):
        return False
    gas = candidate.trigger[-1]
    first = parse[syntax.first_conjunct(parse, max(candidate.head, gas))]
    above = parse.head(first.i)
    verb = parse.head(above.i) if above is not None and above.dep == "prep" and above.lower == "with" else above
    return verb is not None and verb.lemma in word_set("verbs_of_having_arms") and first.dep in ("dobj", "pobj")


def _pact_left(parse: Parse, candidate: Candidate) -> bool:
    """ "withdrew from a global agreement", "pulled out of the deal": there is one, and nobody makes it here."""
    token, prep = parse[candidate.head], parse.head(candidate.head)
    if candidate.type != "AGREE" or not candidate.nominal or len(candidate.trigger) > 1 or token.dep != "pobj" or prep is None or prep.lower not in ("from", "of"):
        return False
    return any(t.lemma in ("withdraw", "pull", "exit", "withdrawal", "exclude", "back") for t in islice(parse.ancestors(prep.i), 2))


def _danger(parse: Parse, candidate: Candidate) -> bool:
    """ "the gangs threatening the country": a danger to it; nobody has uttered a threat. "Gunmen threatening to kill him" have."""
    head = parse[candidate.head]
    if candidate.type != "THREATEN" or len(candidate.trigger) > 1 or head.tag != "VBG" or head.dep not in ("acl", "amod"):
        return False
    below = parse.children(head.i)
    states = [c for c in below if c.dep == "dobj" and (c.ent in ("GPE", "LOC") or c.lemma in ("country", "region", "peace", "stability", "security", "nation", "state"))]
    return bool(states) and not any(c.dep in ("xcomp", "ccomp") or (c.dep == "prep" and c.lower == "with") for c in below)


def _done_by_deed(parse: Parse, candidate: Candidate) -> bool:
    """ "Arresting him will not stop the strike", "banning it would violate the charter": what a deed brings about; nobody yields, refuses or threatens anything."""
    if candidate.nominal or candidate.type not in _OF_SOMEBODY:
        return False
    return any(c.dep in ("csubj", "csubjpass") and c.tag in ("VBG", "VB") for c in parse.children(candidate.head))


def _drilled(parse: Parse, candidate: Candidate) -> bool:
    """ "held air-raid drills", "bomb shelters", "hijacking exercises": what is only practised or provided for; "a drill" is what was held."""
    p = parse
    last = p[max(candidate.trigger)]
    above = p.head(last.i)
    if not candidate.nominal or candidate.type not in ("ASSAULT", "COERCE") or above is None or above.i in candidate.trigger:
        return False
    return last.dep in ("compound", "amod", "nmod") and above.i in (last.i + 1, last.i + 2) and above.lemma in word_set("what_is_held_ready")


def _left_so(parse: Parse, candidate: Candidate) -> bool:
    """ "herders and farmers clashed, leaving 12 dead": what became of them is told of the clash, and is no second deed."""
    token = parse[candidate.head]
    return token.dep == "oprd" and token.lower in word_set("states_of_victims") and parse[token.head].lemma == "leave" and len(candidate.trigger) == 1


def _manner(parse: Parse, candidate: Candidate) -> bool:
    """ "quit in protest at the raid", "was recalled for consultations": why somebody goes, and no march and no talks."""
    token = parse[candidate.head]
    prep = parse[token.head]
    if not candidate.nominal or token.dep != "pobj" or (prep.lower, token.lemma) not in (("in", "protest"), ("for", "consultation")) or any(c.dep in ("det", "poss") for c in parse.children(token.i)):
        return False
    return any(a.lemma in word_set("ways_of_leaving_a_post") for a in islice(parse.ancestors(prep.i), 2))


def _branded(parse: Parse, candidate: Candidate) -> bool:
    """ "called the killings murder", "branded the raid an act of aggression": what somebody calls a deed is no second one; "called it a capitulation" judges."""
    token = parse[candidate.head]
    if token.dep == "pobj" and parse[token.head].lower == "of" and parse[parse[token.head].head].lemma == "act":
        token = parse[parse[token.head].head]  # "an act of war"
    above = parse[token.head]
    if not candidate.nominal or candidate.type not in ("ASSAULT", "COERCE", "REJECT"):
        return False
    if candidate.type == "REJECT" and token.dep == "pobj" and above.lower == "in" and token.lemma in _BREACHES and not any(c.dep in ("det", "amod", "poss") for c in parse.children(token.i)):
        done = event_lexicon().rules_for("v", parse[above.head].lemma) if parse[above.head].pos == "VERB" else ()
        return any(r.type == "ASSAULT" and not r.companions for r in done)  # "bombed it, in violation of the truce"; not "carried rifles to them"
    if token.dep == "pobj" and above.lower == "as":
        verb = parse[above.head]
        judged = next((c for c in parse.children(verb.i) if c.dep in ("dobj", "nsubjpass")), None)
        return verb.lemma in word_set("verbs_of_judging_as") and judged is not None and judged.pos == "NOUN" and judged.i != token.i
    if token.dep == "attr" and token.lemma in _BREACHES and any(c.lower == "a" for c in parse.children(token.i)):
        return any(c.dep == "nsubj" and c.pos == "NOUN" for c in parse.children(above.i))  # "the strike was a violation of its sovereignty"
    if token.dep not in ("oprd", "ccomp") or above.lemma not in word_set("verbs_of_branding"):
        return False
    beside = (*(c for c in parse.children(token.head) if c.dep in ("dobj", "nsubjpass")), *(c for c in parse.children(token.i) if c.dep == "nsubj"))
    return any(c.pos == "NOUN" for c in beside)  # of "it" this may be all that is told


def _fallen(parse: Parse, candidate: Candidate) -> bool:
    """ "falling debris set a tank on fire", "wreckage of a drone damaged a house": what falls down does no deed beside that by which it was shot down or sent."""
    subject = next((c for c in parse.children(candidate.head) if c.dep == "nsubj"), None)
    return candidate.type == "ASSAULT" and subject is not None and subject.lemma in ("debris", "wreckage", "rubble") and "destroy" in candidate.modes


def _hardly(parse: Parse, candidate: Candidate) -> bool:
    """ "was poorly patrolled", "faced less scrutiny": of how little of it there was."""
    p, token = parse, parse[candidate.head]
    little = any(c.dep == "advmod" and c.lower in word_set("adverbs_of_lack") for c in p.children(token.i)) and not candidate.nominal and candidate.type == "MOBILIZE"
    nouns = [p[t] for t in candidate.trigger if p[t].pos == "NOUN"]
    return little or (candidate.type == "ACCUSE" and any(c.lower in ("less", "little", "scant") and c.dep in ("amod", "advmod") for n in nouns for c in p.children(n.i)))
