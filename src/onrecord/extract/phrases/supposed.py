"""attributions, supposed: whether somebody is told to have said something at all. A condition, an aim or the outlet's own comment is no statement."""

from __future__ import annotations

from onrecord import syntax
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import ActorLayer
from onrecord.model.parse import Parse, Token

_CONFIRMING = frozenset({"confirm", "deny", "rule"})
_CONDITIONS = frozenset({"if", "unless", "whether", "should"})


def unsaid(parse: Parse, token: Token, kind: str, owned: bool) -> bool:
    """Whether the words around make a word of saying a condition, a duty, a comment, a belief without owner or a will. `owned`: it has a source."""
    return conditional(parse, token) or obliged(parse, token) or comment(parse, token) or believed(parse, token, owned) or willed(token, kind)


def conditional(parse: Parse, token: Token) -> bool:
    """ "If the judges argue that the vote is void": nobody is told to have argued it. So with "may argue", "might say"."""
    at = token
    while True:
        below = parse.children(at.i)
        if any(c.dep in ("mark", "advmod", "aux") and c.lower in _CONDITIONS and c.i < at.i and not (c.lower == "should" and not _fronted(parse, c, at)) for c in below):
            return True
        above = parse.head(at.i)
        if at.dep != "conj" or above is None:
            break
        at = above
    aux = syntax.auxiliaries(parse, token.i) if token.pos in syntax.VERBAL else []
    return any(a.lower in ("may", "might") for a in aux) and not any(a.lemma == "have" for a in aux)


def _fronted(parse: Parse, should: Token, verb: Token) -> bool:
    """ "Should the court argue": before its subject."""
    subject = next((c for c in parse.children(verb.i) if c.dep in ("nsubj", "nsubjpass")), None)
    return subject is not None and should.i < subject.i


def aimed_at(parse: Parse, token: Token) -> bool:
    """ "is scheduled to discuss", "asked them to report", "tried to file a report", "met to discuss": what is to be said is not yet said. "Went on to say",
    "was forced to admit", "declined to say" tell of something said."""
    verb = token
    if token.pos in ("NOUN", "PROPN"):
        governing = parse.head(token.i) if token.dep == "dobj" else None
        if governing is None or governing.pos not in syntax.VERBAL:
            return False
        verb = governing
        if any(a.tag == "MD" for a in syntax.auxiliaries(parse, verb.i)):
            return True
    if verb.tag != "VB" or not any(c.dep == "aux" and c.lower == "to" for c in parse.children(verb.i)):
        return False
    above = parse.head(verb.i)
    if above is None or verb.dep not in ("xcomp", "ccomp", "advcl", "acl", "relcl"):
        return False
    if verb.dep == "advcl":
        return above.lemma not in ("go", "come")  # "went on to say"
    passive = above.pos in syntax.VERBAL and syntax.is_passive(parse, above.i)
    return above.lemma in word_set("aiming_verbs_to_say" if not passive else "arranging_verbs_to_say")


def believed(parse: Parse, token: Token, owned: bool) -> bool:
    """ "in the belief that the port was safe", "because of concerns about raids", "have been known to withdraw": without an owner, nobody says it but the outlet."""
    if token.pos == "NOUN":
        return not owned and token.lemma in word_set("nouns_of_belief")
    return not owned and token.lemma == "know" and token.pos in syntax.VERBAL and syntax.is_passive(parse, token.i)


def obliged(parse: Parse, token: Token) -> bool:
    """ "had to prove that force was used": what somebody must show he has not yet shown."""
    above = parse.head(token.i) if token.dep == "xcomp" else None
    return above is not None and above.lemma in ("have", "need") and token.lemma in word_set("proving_verbs")


def willed(token: Token, kind: str) -> bool:
    """ "have no willingness to find a solution": whose will it is says nothing by it."""
    return token.pos == "NOUN" and kind.startswith(("acl", "prep")) and token.lemma in word_set("nouns_of_will")


def to_come(parse: Parse, token: Token) -> bool:
    """ "will discuss the ban", "would present the plan": of the thing that is named nothing is said yet."""
    return token.pos in syntax.VERBAL and any(a.lower in ("will", "would", "can", "could", "should", "must") for a in syntax.auxiliaries(parse, token.i))


def comment(parse: Parse, token: Token) -> bool:
    """ "..., highlighting the ways in which banks are used": a participle hung on the sentence by a comma comments on what it tells. So do "showing", "reflecting"."""
    if token.tag != "VBG" or token.dep not in ("advcl", "acl") or token.lemma not in word_set("commenting_verbs"):
        return False
    before = parse[token.i - 1] if token.i else None
    if before is not None and before.pos == "ADV" and token.i > 1:
        before = parse[token.i - 2]
    return before is not None and before.text in (",", "—", "–", "--")


def expletive(parse: Parse, actors: ActorLayer, token: Token, sources: list[int]) -> bool:
    """ "it bears saying that", "it appears that": nobody but the outlet says it, whomever the pronoun was taken for."""
    spoke = token.lemma in word_set("verbs_of_saying") and token.tag in ("VBD", "VBN") and not any(c.dep == "auxpass" for c in parse.children(token.i))  # "It said rebels had fled": a body of the text before
    empty = [h for h in sources if not (spoke and parse[h].lower == "it") and parse[h].lower in ("it", "this", "that") and (h not in actors.by_head or (token.lemma in word_set("impersonal_verbs") and parse[h].lower == "it"))]
    return len(empty) == len(sources) and (bool(sources) or judged(parse, token))


def judged(parse: Parse, token: Token) -> bool:
    """ "It is clear that", "it comes as no surprise that": a judgement of whoever speaks, in the outlet's own text the outlet's; nobody else is its source.
    Of "it is alleged that", "it is the general belief that" somebody is, whoever it be."""
    if not (token.pos == "ADJ" and not token.lower.endswith("ed")) and token.lemma not in word_set("nouns_of_judgement"):
        return False
    verb = next((a for a in parse.ancestors(token.i) if a.pos in ("VERB", "AUX")), None)
    if verb is None or verb.lemma not in word_set("copular_verbs_of_judgement") or any(a.pos in ("NOUN", "PROPN") for a in parse.ancestors(token.i) if verb.i < a.i < token.i):
        return False
    return any(c.dep in ("nsubj", "expl") and c.lower == "it" for c in parse.children(verb.i))


def in_question(token: Token, heads: list[int], parse: Parse) -> bool:
    """Whether reporters do no more than ask: "asked by reporters to comment"."""
    return token.lemma in ("ask", "press", "question", "quiz", "grill") and bool(heads) and all(parse[h].lemma.lower() in word_set("asking_labels") for h in heads)


def undecided(parse: Parse, cue: tuple[int, ...]) -> bool:
    """ "would neither confirm nor deny that", "declined to confirm or deny": who leaves both open asserts and denies nothing."""
    for i in cue:
        token = parse[i]
        pair = [t for t in (parse[token.head], *parse.children(i)) if (token.dep == "conj" and t.i == token.head) or t.dep == "conj"]
        if token.lemma not in _CONFIRMING or not any(t.lemma in _CONFIRMING and t.lemma != token.lemma for t in pair):
            continue
        first = parse[token.head] if token.dep == "conj" else token
        near = (*parse.children(first.i), *(g for c in parse.children(first.i) if c.dep == "aux" for g in parse.children(c.i)))
        above = parse.head(first.i)
        declined = first.dep in ("xcomp", "ccomp") and above is not None and above.lemma in word_set("declining_verbs")
        return declined or any(c.dep == "neg" or c.lower in ("neither", "never") for c in near)
    return False


def took_back(parse: Parse, cue: tuple[int, ...]) -> bool:
    """ "did not deny that it had shelled the town": who does not deny it is no party against it."""
    return any(
        parse[i].lemma == "deny" and any(c.dep == "neg" for c in (*parse.children(i), *(g for a in syntax.auxiliaries(parse, i) for g in parse.children(a.i))))
        for i in cue
    )  # fmt: skip
