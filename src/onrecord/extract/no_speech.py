"""attributions, no speech: constructions in which a word that can report reports nothing: "must report to the depot", "according to plan", "claimed forty lives"."""

from __future__ import annotations

from onrecord import syntax
from onrecord.extract.cue_options import Option
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import ActorLayer
from onrecord.model.parse import Parse, Token

_REPLYING = frozenset({"respond", "reply", "answer"})
_PUTTING = frozenset({"raise", "pose", "beg", "leave"})
_FINDING = frozenset({"find", "see", "spot"})
_WAYS_TO_CALL = frozenset({"to", "in", "into", "from", "on"})


def says_nothing(parse: Parse, actors: ActorLayer, option: Option) -> bool:
    """Whether the words around a cue make it a doing, a name or a measure, and no word of anybody."""
    token = parse[option.cue]
    if token.lower == "according":
        return by_measure(parse, token)
    if token.pos == "NOUN":
        return _of_a_market(parse, token, option) or _put_by_a_deed(parse, token)
    if token.pos not in syntax.VERBAL:
        return False
    if token.lemma == "refer" and option.kind.startswith(("dobj", "prep:to")) and {"dobj", "prep"} <= {c.dep for c in parse.children(token.i)}:
        return True  # "referred 497 cases to the ministry"
    if _reports_for_duty(token, option) or _leaves_unanswered(parse, token, option) or _quarrels(parse, token, option) or _takes(parse, token, option):
        return True
    if token.lemma in word_set("verbs_of_sequence") and option.kind.startswith("dobj"):
        return True
    return syntax.is_passive(parse, token.i) and (_found_so(parse, token) or _named(token, option) or _summoned(parse, token) or _questioned(parse, actors, token) or _bidden(parse, token, option))


def _of_a_market(parse: Parse, token: Token, option: Option) -> bool:
    """ "Chinese demand for exotic food", "rising demand for guns": what is bought there; "the demand for his release" is somebody's."""
    if token.lemma != "demand" or token.tag != "NN" or not option.kind.startswith("prep:for"):
        return False
    return not any(c.dep in ("det", "poss", "acl", "relcl") for c in parse.children(token.i))


def _put_by_a_deed(parse: Parse, token: Token) -> bool:
    """ "Police broke up the ring, raising the question of why": what happened raises it, and nobody."""
    verb = parse.head(token.i)
    return token.lemma == "question" and verb is not None and verb.lemma in _PUTTING and verb.tag == "VBG" and verb.dep in ("advcl", "acl") and parse[verb.i - 1].text == ","


def by_measure(parse: Parse, token: Token) -> bool:
    """ "shared out according to need", "went according to plan": a bare measure, which is no source; "according to the plan" may be one."""
    for prep in (c for c in parse.children(token.i) if c.lower == "to"):
        for thing in (c for c in parse.children(prep.i) if c.dep == "pobj"):
            bare = not any(c.dep in ("det", "poss", "acl", "relcl", "amod", "appos") for c in parse.children(thing.i))
            if thing.tag == "NN" and bare and thing.lemma in word_set("measures_to_go_by"):
                return True
    return False


def _reports_for_duty(token: Token, option: Option) -> bool:
    """ "must report to the depot", "reports to the council": where somebody goes or whom he serves; what he tells would be a clause."""
    return token.lemma == "report" and option.kind.startswith("prep:to")


def _leaves_unanswered(parse: Parse, token: Token, option: Option) -> bool:
    """ "responded to requests for comment": what was asked is not what was said."""
    if token.lemma not in _REPLYING or option.anchor < 0 or not option.kind.startswith(("prep:to", "dobj")):
        return False
    return parse[option.anchor].lemma in word_set("requests_to_answer")


def _quarrels(parse: Parse, token: Token, option: Option) -> bool:
    """ "argued over the seats": what the quarrel is about; "argued over whether it had fired" tells of it."""
    return token.lemma == "argue" and option.kind.startswith("prep:over") and option.anchor >= 0 and parse[option.anchor].pos in ("NOUN", "PROPN")


def _takes(parse: Parse, token: Token, option: Option) -> bool:
    """ "The flood claimed sixty lives", "claimed asylum": what is taken or asked for as one's due."""
    return token.lemma == "claim" and option.kind.startswith("dobj") and option.anchor >= 0 and parse[option.anchor].lemma in word_set("things_claimed_not_said")


def _found_so(parse: Parse, token: Token) -> bool:
    """ "were found burning by a patrol", "could be seen from the road": what was come upon. "Were found to have beaten" is a finding."""
    if token.lemma not in _FINDING:
        return False
    below = [c for c in parse.children(token.i) if c.i > token.i]
    for c in below:
        if c.dep in ("oprd", "acomp", "attr", "ccomp", "dobj") or (c.dep == "prep" and c.lower in ("as", "that", "in")):
            return False
        if c.dep == "xcomp" and (c.tag != "VBG" or any(g.lower == "to" for g in parse.children(c.i))):
            return False
    return True


def _named(token: Token, option: Option) -> bool:
    """ "a home known as the Mill": what it is called."""
    return token.lemma == "know" and option.kind.startswith("prep:as")


def _summoned(parse: Parse, token: Token) -> bool:
    """ "were called to barracks", "was called to testify", "called up": whom somebody has come. "Were called heroes" says something of them."""
    if token.lemma != "call":
        return False
    below = [c for c in parse.children(token.i) if c.i > token.i]
    if any(c.dep in ("oprd", "attr", "acomp", "dobj", "ccomp") or (c.dep == "prep" and c.lower in ("for", "as")) for c in below):
        return False
    return any((c.dep == "prep" and c.lower in _WAYS_TO_CALL) or c.dep == "prt" or (c.dep in ("xcomp", "advcl") and c.tag == "VB") for c in below)


def _questioned(parse: Parse, actors: ActorLayer, token: Token) -> bool:
    """ "The clerk was questioned for six hours": a person is asked; an account that is questioned is doubted."""
    if token.lemma != "question":
        return False
    whom = [f.head for f in syntax.logical_object(parse, token.i)]
    return bool(whom) and all(h in actors.by_head and actors.by_id[actors.by_head[h].entity].kind in ("person", "office", "population") for h in whom)


def _bidden(parse: Parse, token: Token, option: Option) -> bool:
    """ "were told to leave by dusk": an order that nobody is told to have given; "were told by the army to leave" is the army's."""
    return token.lemma == "tell" and option.kind.startswith("xcomp") and parse[option.anchor].tag == "VB" and not syntax.agents(parse, token.i)
