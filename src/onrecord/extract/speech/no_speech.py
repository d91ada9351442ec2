"""attributions, no speech: constructions in which a word that can report reports nothing: "must report to the depot", "according to plan", "claimed forty lives"."""

from __future__ import annotations

from onrecord import syntax
from onrecord.extract.speech.cue_options import Option
from onrecord.lexicon.attribution import cues
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import ActorLayer
from onrecord.model.parse import Parse, Token

_REPLYING = frozenset({"respond", "reply", "answer"})
_PUTTING = frozenset({"raise", "pose", "beg", "leave"})
_INSTANCING = word_set("verbs_of_being_an_instance")
_FINDING = frozenset({"find", "see", "spot"})
# Classes of nouns for whom and what one may come upon; what an inquiry finds otherwise ("abuse", "no link") it tells.
_SEEN = ("human", "civilian", "folk", "official", "armed", "arrestee", "prisoner", "criminal", "needy", "animal", "vehicle", "vessel", "weapon", "projectile", "drug")
_WAYS_TO_CALL = frozenset({"to", "in", "into", "from", "on"})


def says_nothing(parse: Parse, actors: ActorLayer, option: Option) -> bool:
    """Whether the words around a cue make it a doing, a name or a measure, and no word of anybody."""
    token = parse[option.cue]
    if token.lower == "according":
        return by_measure(parse, token)
    if token.pos == "NOUN":
        return _described(parse, token, option) or _of_a_market(parse, token, option) or _put_by_a_deed(parse, token)
    if token.pos not in syntax.VERBAL:
        return False
    if _summons(parse, token, option) or _looms(parse, token, option) or _exhorts(parse, token) or _blamed(parse, token) or _entitled(parse, token):
        return True
    if token.lemma == "refer" and option.kind.startswith(("dobj", "prep:to")) and {"dobj", "prep"} <= {c.dep for c in parse.children(token.i)}:
        return True  # "referred 497 cases to the ministry"
    if _slogan(parse, token, option) or _charged_with(parse, token) or _disowned(parse, token, option):
        return True
    if _reports_for_duty(token, option) or _leaves_unanswered(parse, token, option) or _quarrels(parse, token, option) or _takes(parse, token, option) or _came_upon(parse, token):
        return True
    if token.lemma in ("dismiss", "reject") and not any(c.dep == "prep" and c.lower == "as" for c in parse.children(token.i)) and _persons(parse, actors, token):
        return True  # "dismissed his minister", "rejected the candidate": no word of anybody
    if token.lemma in ("dismiss", "drop", "withdraw") and any(c.dep in ("dobj", "nsubjpass") and c.lemma in word_set("papers_of_court") for c in parse.children(token.i)) and not any(c.lower == "as" for c in parse.children(token.i)):
        return True  # "dismissed the lawsuit": it is over; "dismissed the suit as absurd" is a view
    if (token.lemma == "deny" and _withheld(parse, token)) or _unable(parse, token):
        return True
    if token.lemma in ("call", "style", "dub", "name") and any(c.lower in ("itself", "themselves", "himself", "herself") for c in parse.children(token.i)):
        return True  # "a gang calling itself the Red Front": its name
    if token.tag == "VBG" and token.dep == "advcl" and token.lemma in _INSTANCING and parse[token.i - 1].text == ",":
        return True  # "recounted life under the cartel, exemplifying how it works": what the outlet makes of it
    if token.lemma in ("learn", "see", "hear", "realise", "realize", "notice") and (token.dep == "advcl" or any(c.dep == "nsubj" and c.lower == "us" for c in (*parse.children(token.i), *parse.children(token.head)))):
        return True  # "left as soon as he learned that", "let us wait and see how many"
    if token.lemma == "go" and option.kind.startswith(("xcomp", "advcl")):
        return True  # "have gone on to commit murders": what they did; "went on to say" has its own word for saying
    if token.lemma == "speak" and option.kind.startswith("prep:for"):
        return True  # "Ana Luz, who speaks for the movement": whose voice she is
    if token.lemma == "name" and option.kind.startswith("dobj") and _given_a_post(parse, actors, token):
        return True  # "named a retired judge to head an inquiry": a post is given
    if token.lemma in word_set("verbs_of_sequence") and option.kind.startswith("dobj"):
        return True
    return _upheld(parse, token) or _so_named(parse, token) or (syntax.is_passive(parse, token.i) and (_found_so(parse, token) or _named(token, option) or _summoned(parse, token) or _questioned(parse, actors, token) or _bidden(parse, token, option)))


def _given_a_post(parse: Parse, actors: ActorLayer, token: Token) -> bool:
    """ "named a retired judge to head an inquiry", "named Ana Luz to lead it": somebody and what he is to do."""
    below = parse.children(token.i)
    somebody = [c for c in below if c.dep in ("dobj", "nsubj") and c.i > token.i and c.i in actors.by_head]
    to_do = [c for c in (*below, *(d for s in somebody for d in parse.children(s.i))) if c.tag == "VB" and c.dep in ("xcomp", "ccomp", "advcl", "relcl", "acl")]
    return bool(somebody) and any(any(d.lower == "to" and d.dep == "aux" for d in parse.children(c.i)) for c in to_do)


def _withheld(parse: Parse, token: Token) -> bool:
    """ "denied the ships access", "denied to the people all hope": withholds, and says nothing."""
    after = parse[token.i + 1] if token.i + 1 < len(parse) else token
    given = after.lower == "to" and after.head == token.i and after.dep in ("prep", "dative")
    return any(c.dep in ("dobj", "nsubjpass") and (c.lemma in word_set("things_denied") or (given and c.i > after.i)) for c in parse.children(token.i))


def _unable(parse: Parse, token: Token) -> bool:
    """ "was unable to confirm the figures", "was not able to say how many had died": nothing is said."""
    able = parse[token.head]
    return token.dep in ("xcomp", "ccomp") and (able.lower == "unable" or (able.lower == "able" and any(c.dep == "neg" for c in parse.children(able.head))))


def _slogan(parse: Parse, token: Token, option: Option) -> bool:
    """ "carried placards that read: Comrade, we swear": who speaks behind a colon says nothing of what stands before it."""
    own = any(c.dep == "nsubj" and c.lower in ("we", "i") for c in parse.children(token.i))
    return own and 0 <= option.anchor < token.i and any(t.text == ":" and t.i < option.anchor for t in parse.sentence_tokens(token.sent))


def _charged_with(parse: Parse, token: Token) -> bool:
    """ "acquitted him of ordering the raid", "is suspected of inciting the crowd": what he is said to have done, and no word of his that is told."""
    above = parse.head(token.head)
    if token.tag != "VBG" or token.dep != "pcomp" or above is None or token.lemma not in word_set("verbs_of_command") | word_set("verbs_of_willing"):
        return False
    return above.lemma in word_set("charging_verbs") | word_set("accused_participles") | word_set("clearing_verbs")


def _disowned(parse: Parse, token: Token, option: Option) -> bool:
    """ "The militia did not claim the attack": it says nothing of it."""
    if token.lemma != "claim" or not option.kind.startswith("dobj") or not any(c.dep == "neg" for c in parse.children(token.i)):
        return False
    return any(c.dep == "dobj" and event_lexicon().rules_for("n", c.lemma) for c in parse.children(token.i))


def _upheld(parse: Parse, token: Token) -> bool:
    """ "gangs which are backed by politicians", "checks backed by a bank": whom or what somebody keeps going; what is told or proposed he speaks for."""
    if token.lemma not in ("back", "support") or not syntax.is_passive(parse, token.i):
        return False
    objects = [parse[syntax.antecedent(parse, f.head)] for f in syntax.logical_object(parse, token.i)]
    objects = [parse[o] for t in objects for o in (syntax.prep_objects(parse, t.i, "of") or [t.i])]
    objects = [parse[syntax.antecedent(parse, o.i)] for o in objects]
    classes = event_lexicon().classes
    return bool(objects) and all(any(o.lemma in classes[c] for c in (*_SEEN, "collective", "money")) for o in objects)


def brings_about(parse: Parse, token: Token, option: Option, listed: bool) -> bool:
    """ "The gap in the law allows smugglers to escape arrest", "making it a prize", "was seeking to take the port", "in rejecting a truce": a doing tells of what
    comes of it on nobody's word."""
    if token.tag == "VBG" and token.dep == "pcomp" and option.kind.startswith("dobj") and parse[token.head].lower in ("in", "by"):
        return True
    if option.kind.startswith("xcomp"):
        return token.lemma in word_set("verbs_of_trying")
    if listed or not option.kind.startswith("ccomp") or option.anchor < 0 or token.lemma not in word_set("verbs_of_making_so"):
        return False
    anchor = parse[option.anchor]
    marks = [c for c in parse.children(anchor.i) if c.dep in ("mark", "aux", "auxpass")]
    return not any(c.lower == "that" or c.tag in ("MD", "VBD", "VBZ", "VBP") for c in marks) and anchor.tag not in ("VBD", "VBZ", "VBP")


def judges_claim(parse: Parse, token: Token) -> bool:
    """ "called the allegation baseless": who says what he thinks of what another said does not say it again."""
    if token.lemma not in word_set("verbs_of_calling") | word_set("branding_verbs") or token.pos not in syntax.VERBAL:
        return False
    noun = next((t for t in parse.tokens[token.i + 1 : token.i + 5] if t.sent == token.sent and t.pos in ("NOUN", "PROPN")), None)
    return noun is not None and noun.lemma.lower() in word_set("accusations") and all(t.pos in ("DET", "PRON", "ADJ") for t in parse.tokens[token.i + 1 : noun.i])


def gives_figure(parse: Parse, token: Token) -> bool:
    """ "put the dead at nine", "raised the death toll to nine": whether the verb gives a figure."""
    if token.lemma in word_set("counting_verbs"):
        return True
    harmed = word_set("counted_at_once") & (word_set("dead_words") | {"wounded", "injured", "missing"})
    told = (parse[k] for c in parse.children(token.i) if c.dep == "dobj" for k in parse.subtree(c.i))
    return token.lemma in word_set("verbs_of_updating_figures") and any({t.lemma.lower(), t.lower} & harmed for t in told)


def places_only(parse: Parse, token: Token) -> bool:
    """ "placed a bomb, which left nine dead": who puts a figure at something puts it "at" a number."""
    if token.lemma not in word_set("placing_verbs"):
        return False
    at = [k for k in parse.subtree(token.i) if parse[k].lower == "at" and k > token.i]
    return not any(c.dep == "pobj" and (c.tag == "CD" or any(g.dep == "nummod" for g in parse.children(c.i))) for k in at for c in parse.children(k))


def _summons(parse: Parse, token: Token, option: Option) -> bool:
    """ "called an emergency meeting", "called a strike": brings it about, and says nothing of it."""
    if token.lemma != "call" or not option.kind.startswith("dobj"):
        return False
    below = parse.children(token.i)
    thing = next((c for c in below if c.dep == "dobj"), None)
    return thing is not None and thing.lemma in word_set("things_summoned") and not any(c.dep in ("oprd", "attr", "acomp", "ccomp") for c in below)


def _looms(parse: Parse, token: Token, option: Option) -> bool:
    """ "The valley threatens to overtake the coast": what may come about, and no threat that anybody utters."""
    return token.lemma == "threaten" and token.tag in ("VBZ", "VBP", "VBG") and option.kind.startswith("xcomp") and parse[option.anchor].lemma in word_set("what_may_come_about")


def _described(parse: Parse, token: Token, option: Option) -> bool:
    """ "the good faith needed to find a way": a participle that describes a noun which is no word for saying."""
    if not option.kind.startswith("acl") or option.anchor < 0 or ("n", token.lemma) in cues():
        return False
    anchor = parse[option.anchor]
    return anchor.tag == "VBN" and not any(c.dep in ("mark", "nsubj", "nsubjpass", "aux", "auxpass") for c in parse.children(anchor.i))


def _exhorts(parse: Parse, token: Token) -> bool:
    """ "Let us recall that", "let's call them": whoever writes it calls on all; no "us" is told to have spoken."""
    above = parse.head(token.i)
    own = [c for c in parse.children(token.i) if c.dep == "nsubj"]
    return token.tag == "VB" and above is not None and above.lemma == "let" and above.i < token.i and any(c.lower in ("us", "'s", "’s") for c in own)


def _blamed(parse: Parse, token: Token) -> bool:
    """ "The ports are to blame for it": who is at fault, and not who says so."""
    above = parse.head(token.i)
    return token.lemma == "blame" and token.tag == "VB" and token.dep == "xcomp" and above is not None and above.lemma == "be"


def _entitled(parse: Parse, token: Token) -> bool:
    """ "have no right to say who rules", "not enough evidence to suggest that": what may or could be said is not said."""
    noun = parse.head(token.i)
    if token.tag != "VB" or token.dep not in ("acl", "relcl") or noun is None or noun.lemma not in word_set("grounds_to_say"):
        return False
    if token.lemma in word_set("verbs_of_holding_true"):
        return False  # "has reason to believe that": he does believe it
    return any(c.lower == "to" for c in parse.children(token.i)) and not any(c.dep in ("nsubj", "nsubjpass") for c in parse.children(token.i))


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
            if thing.lemma in word_set("legal_texts") | word_set("parts_of_laws") and token.i > parse.sentences[token.sent].first and any(v.pos == "VERB" and v.lemma in word_set("verbs_of_address") for v in parse.ancestors(token.i)):
                return True  # "we ask the council to use all means, according to article 9, to free them": by what rule, of him who asks
            if thing.lemma in word_set("measures_in_any_words") and any(c.lower == "of" for c in parse.children(thing.i)):
                return True  # "terms that differ according to the type of goods"
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
    """ "argued over the seats", "argued with the clerks": what the quarrel is about, and with whom; "argued over whether it had fired" tells of it."""
    return token.lemma == "argue" and option.kind.startswith(("prep:over", "prep:with")) and option.anchor >= 0 and parse[option.anchor].pos in ("NOUN", "PROPN")


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


def _came_upon(parse: Parse, token: Token) -> bool:
    """ "authorities found three bodies", "found her in a hostel": whom or what somebody comes upon; "found that", "found him guilty" tell something."""
    if token.lemma != "find" or token.tag not in ("VBD", "VBZ", "VBP", "VB", "VBN", "VBG"):
        return False
    below = [c for c in parse.children(token.i) if c.i > token.i]
    if token.tag == "VBN" and any(c.dep == "auxpass" for c in parse.children(token.i)) and any(c.tag == "VBN" and c.dep in ("oprd", "xcomp", "acomp", "ccomp", "advcl") and c.i == token.i + 1 for c in below):
        return True  # "was found burned out", "were found shot"
    found = next((c for c in below if c.dep == "dobj"), None)
    return found is not None and _in_sight(found) and not any(c.dep in ("oprd", "acomp") or (c.dep in ("ccomp", "xcomp") and c.i < found.i + 2) for c in below)


def _in_sight(token: Token) -> bool:
    classes = event_lexicon().classes
    known = token.lemma.lower() in word_set("things_come_upon") or any(token.lemma in classes[name] for name in _SEEN)
    return known or (token.tag == "PRP" and token.lower != "it")


def _so_named(parse: Parse, token: Token) -> bool:
    """ "bosses called "pranes" tax the inmates", "a party, labelled the Big Mill, went on": what somebody or something is called; "called them "thieves"", "was called a thief by
    the judge" say something."""
    below = parse.children(token.i)
    if token.lemma in word_set("verbs_that_give_names") and token.tag in ("VBP", "VBZ") and token.dep == "relcl" and any(c.dep == "nsubj" and c.tag == "PRP" for c in below):
        return True  # "groups they call "wagons" "
    if token.lemma not in word_set("verbs_that_give_names") or token.tag not in ("VBN", "VBD"):
        return False
    if any(c.dep in ("aux", "auxpass") for c in below) or any(parse[k].lower == "by" for k in parse.subtree(token.i) if k > token.i):
        return False
    if token.dep == "relcl" and any(c.dep == "nsubj" and c.tag not in ("WDT", "WP") for c in below):
        return False  # "a duet that the singer once called "ghoulish" """
    named = [c for c in below if c.i > token.i and c.dep in ("dobj", "oprd", "attr", "ccomp")]
    if token.dep == "acl" or token.tag == "VBN":
        return bool(named)
    return (bool(named) and all(c.dep == "oprd" for c in named)) or (token.lemma != "call" and len(named) == 1 and named[0].pos == "PROPN")


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
    return token.lemma == "question" and _persons(parse, actors, token)


def _persons(parse: Parse, actors: ActorLayer, token: Token) -> bool:
    """Whether all whom the verb takes are persons."""
    whom = [f.head for f in syntax.logical_object(parse, token.i)]
    return bool(whom) and all(h in actors.by_head and actors.by_id[actors.by_head[h].entity].kind in ("person", "office", "population") for h in whom)


def _bidden(parse: Parse, token: Token, option: Option) -> bool:
    """ "were told to leave by dusk": an order that nobody is told to have given; "were told by the army to leave" is the army's."""
    return token.lemma == "tell" and option.kind.startswith("xcomp") and parse[option.anchor].tag == "VB" and not syntax.agents(parse, token.i)
