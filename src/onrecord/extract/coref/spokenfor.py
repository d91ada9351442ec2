"""coreference: of whom those speak who speak for others, or of their kin, and by what means something is said. A helper of the actor stage, no stage."""

from __future__ import annotations

from onrecord import syntax
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

_FOR_OTHERS = word_set("advocates")
_SAYING = word_set("verbs_of_saying")
_CALLING_ON, _ANSWERING = word_set("blaming_verbs") | {"urge", "ask", "tell", "order", "press"}, word_set("verbs_of_denying_a_role") | {"dismiss", "refute", "decline"}
_ANNOUNCING, _OWN_ACTS = _SAYING | {"warn", "announce", "promise", "vow", "pledge", "insist", "threaten"}, word_set("acts_of_ones_own")
_PAPERS = word_set("utterances")
_WHO, _DISCLOSING = frozenset({"identity", "name", "nationality", "death", "whereabouts", "detention", "arrest", "capture"}), frozenset({"confirm", "disclose", "reveal", "release", "publish", "give"})
_SUBJECT = ("nsubj", "nsubjpass")
_MANY = frozenset({"they", "them", "their"})
_PERISHING = frozenset({"die", "vanish", "disappear"})
_OFFERED = word_set("utterances") | {"resignation", "offer", "request", "proposal", "apology", "invitation", "surrender", "demand", "claim", "appeal", "explanation", "petition", "plea", "credential"}
_CHARGED = word_set("blaming_verbs") | {"accuse", "charge", "arrest", "detain", "convict", "sentence", "jail", "free", "release", "acquit", "hold", "try", "suspect", "indict"}
_ADDING, _SPOKE = frozenset({"add", "continue", "conclude", "stress", "go"}), 3  # sentences
_TAKING = frozenset({"accept", "reject", "refuse", "decline", "turn", "receive", "dismiss", "welcome"})


def client(parse: Parse, pronoun: int) -> int | None:
    """Whose lawyer it is in whose words a pronoun stands: "the docker's lawyer said he", where he is the docker."""
    p = parse
    for above in p.ancestors(pronoun):
        for speaker in (t for t in p.children(above.i) if t.dep == "nsubj" and t.lemma.lower() in _FOR_OTHERS and above.lemma in _SAYING and pronoun not in p.subtree(t.i)):
            if p[pronoun].dep == "poss" and p[p[pronoun].head].lemma in ("client", "defendant"):
                return speaker.i  # "her client"
            owned = [t.i for t in p.children(speaker.i) if t.dep == "poss" and t.pos in ("NOUN", "PROPN")]
            return next(iter([*owned, *syntax.prep_objects(p, speaker.i, "of"), *syntax.prep_objects(p, speaker.i, "for")]), None)
    return None


def owner_of_speaker(parse: Parse, pronoun: int) -> int | None:
    """The pronoun that tells whose people speak: "Her husband said she was beaten", "Their lawyers say guards tortured them". Who speaks for others does not speak of
    himself; who is of somebody's kin may, where he acts ("his brother said he saw")."""
    p = parse
    token = p[pronoun]
    verb = p.head(token.i)
    befallen = token.dep in ("nsubjpass", "dobj", "pobj") or (token.dep == "nsubj" and verb is not None and (verb.lemma in _PERISHING or (verb.lemma == "be" and any(c.dep == "attr" and c.pos == "NOUN" for c in p.children(verb.i)))))  # "Their families say they are shepherds"
    for above in p.ancestors(token.i):
        if above.lemma not in _SAYING or above.pos not in syntax.VERBAL:
            continue
        for speaker in (t for t in p.children(above.i) if t.dep == "nsubj" and t.i < token.i and t.pos == "NOUN"):
            owner = next((c for c in p.children(speaker.i) if c.dep == "poss" and c.tag == "PRP$"), None)
            if owner is None and token.lower in _MANY and (several := _several_served(p, speaker)) is not None:
                return several
            if owner is None or (owner.lower == "their") != (token.lower in _MANY) or not (befallen or speaker.lemma.lower() in _FOR_OTHERS):
                return None
            return owner.i
    return None


def _several_served(parse: Parse, speaker: Token) -> int | None:
    """Of how many it is the lawyer or the friend: "the students' lawyer", "a lawyer for the detained students"; None where it is of one, or of nobody told."""
    if speaker.lemma.lower() not in _FOR_OTHERS:
        return None
    owned = [t.i for t in parse.children(speaker.i) if t.dep == "poss" and t.pos == "NOUN"]
    served = [*owned, *syntax.prep_objects(parse, speaker.i, "of"), *syntax.prep_objects(parse, speaker.i, "for")]
    return served[0] if served and parse[served[0]].tag == "NNS" else None


def speaks_of_owner(parse: Parse, speaker: int) -> bool:
    """ "his lawyer said", "her family says": who tells what befell those whose people they are, as a possessive pronoun says, is seldom whom "he" means."""
    p = parse
    verb = p.head(speaker)
    tells = verb is not None and verb.lemma in _SAYING and p[speaker].dep == "nsubj"
    return tells and (p[speaker].lemma.lower() in _FOR_OTHERS or p[speaker].lemma.lower() in word_set("kin_who_speak")) and any(c.dep == "poss" and c.tag == "PRP$" for c in p.children(speaker))


def channel(parse: Parse, token: Token) -> bool:
    """ "on Telegram", "in a post on X", "on its website": by what means something is said."""
    by = parse[token.head].lower in ("on", "in", "via", "through")
    return by and (token.text in word_set("platforms") or token.text == "X" or bool({token.lemma.lower(), token.lower} & (word_set("media_of_saying") | word_set("channels_of_saying"))))


def told_of(parse: Parse, pronoun: int, people: list[list[int]]) -> int | None:
    """ "The minister said Oslo would not extradite the activist. Egypt accuses her": the place in `people` (heads of each one's mentions, the likeliest first) of the one
    person of whom the likeliest spoke, where the pronoun tells whom something befalls and not who goes on."""
    p = parse
    token = p[pronoun]
    if token.dep not in ("dobj", "nsubjpass") or len(people) < 2:
        return None
    near = [max((h for h in heads if h < pronoun and p[h].sent < token.sent), default=-1) for heads in people]
    verb = p.head(near[0]) if near[0] >= 0 else None
    if verb is None or p[near[0]].dep != "nsubj" or verb.lemma not in _SAYING:
        return None
    said = {i for c in p.children(verb.i) if c.dep == "ccomp" for i in p.subtree(c.i)}
    inside = [k for k, h in enumerate(near) if k and h in said]
    return inside[0] if len(inside) == 1 else None


def bracketed(parse: Parse, first: int, last: int) -> bool:
    """ "(DOE) We hope": who speaks, in brackets."""
    return first > 0 and last < len(parse) and parse[first - 1].text == "(" and parse[last].text == ")"


def answered(parse: Parse, pronoun: int) -> int | None:
    """The object of the sentence before that accuses or asks somebody, for the pronoun that then denies or refuses: "Chad accused Niger of raids. It denied it", "The
    governor accused the senator. She rejected the charge": whoever accuses denies nothing."""
    p = parse
    token, verb = p[pronoun], p.head(pronoun)
    if token.dep != "nsubj" or verb is None or verb.head != verb.i or verb.lemma not in _ANSWERING or not token.sent or any(c.dep == "neg" for c in p.children(verb.i)):
        return None
    before = p.sentences[token.sent - 1]
    if before.paragraph != p.sentences[token.sent].paragraph or any(t.pos in syntax.NOMINAL and t.dep == "nsubj" for t in p.tokens[p.sentences[token.sent].first : pronoun]):
        return None
    root = next((t for t in p.tokens[before.first : before.last] if t.head == t.i), None)
    if root is None or root.lemma not in _CALLING_ON or syntax.is_passive(p, root.i) or not any(c.dep == "nsubj" for c in p.children(root.i)):
        return None
    whom = [c.i for c in p.children(root.i) if c.dep in ("dobj", "dative")]
    whom = whom or [c.i for v in p.children(root.i) if v.dep in ("ccomp", "xcomp") and v.tag == "VB" for c in p.children(v.i) if c.dep == "nsubj"]
    return whom[0] if len(whom) == 1 and len(syntax.conjuncts(p, whom[0])) == 1 else None


def of_both_accounts(parse: Parse, pronoun: int, actors: set[int]) -> int | None:
    """ "The minister said two men had been held, but a prosecutor said they had been freed": the subject, several people, of what the one said, for "they" in what the other says of them; None where another
    of the tokens `actors` stands there."""
    p = parse
    token, verb = p[pronoun], p.head(pronoun)
    saying = p.head(verb.i) if verb is not None and verb.dep == "ccomp" and token.dep in _SUBJECT else None
    # The parser may begin a new sentence at "but".
    first = None if saying is None else p.head(saying.i) if saying.dep == "conj" else next((t for t in reversed(p.tokens[p.sentences[token.sent].first : saying.i]) if t.head == t.i and t.pos == "VERB"), None)
    if saying is None or first is None or not any(c.dep == "nsubj" and c.tag not in ("NNS", "NNPS") for c in p.children(saying.i)):
        return None
    told = [c for c in p.children(first.i) if c.dep == "ccomp" and c.i < saying.i]
    several = [t.i for t in p.tokens[first.i : saying.i] if t.i in actors and t.tag in ("NNS", "NNPS") and t.dep in (*_SUBJECT, "dobj", "pobj")]
    subject = next((s for c in told for s in p.children(c.i) if s.dep in _SUBJECT), None)
    return subject.i if subject is not None and several == [subject.i] else None


def meant_by_counsel(parse: Parse, pronoun: int, actors: set[int]) -> int | None:
    """ "Weil has a week to appeal. Lawyer Ana Luz said he would go on hunger strike": the subject of the sentence before, of whom a lawyer who is not told to be another's speaks; one of `actors`."""
    p = parse
    token = p[pronoun]
    verb = p.head(pronoun)
    saying = p.head(verb.i) if verb is not None and verb.dep == "ccomp" and token.dep in _SUBJECT else None
    speaker = next((c for c in p.children(saying.i) if c.dep == "nsubj" and c.i < pronoun), None) if saying is not None and saying.lemma in _SAYING else None
    if speaker is None or not token.sent:
        return None
    words = [speaker, *(c for c in p.children(speaker.i) if c.dep in ("compound", "appos"))]
    if speaker.lemma.lower() == "general" or not any(t.lemma.lower() in ("lawyer", "attorney", "counsel", "barrister") for t in words) or any(c.dep in ("poss", "prep") for w in words for c in p.children(w.i)):
        return None
    before = p.sentences[token.sent - 1]
    subject = next((t for t in p.tokens[before.first : before.last] if t.dep in _SUBJECT and p[t.head].head == t.head), None)
    return subject.i if subject is not None and subject.i in actors and subject.tag in ("NN", "NNP") else None


def gives_account(parse: Parse, verb: int) -> bool:
    """ "The union gave a different account": tells something, though no verb of saying stands there."""
    return parse[verb].lemma in ("give", "offer", "present") and any(c.dep == "dobj" and c.lemma.lower() in word_set("told_things") for c in parse.children(verb))


def told_of_behind(parse: Parse, at: int) -> bool:
    """ "Unlike their neighbours, Chadians": a possessive in a phrase that opens a sentence may be that of the subject behind it."""
    p = parse
    if p[at].dep != "poss":
        return False
    first = p.sentences[p[at].sent].first
    root = next((t for t in p.ancestors(at) if t.head == t.i), None)
    opens = any(t.dep == "prep" and t.i == first for t in p.ancestors(at))
    return opens and root is not None and any(c.dep in _SUBJECT and c.i > at and c.pos in syntax.NOMINAL for c in p.children(root.i))


def offered_by_another(parse: Parse, at: int) -> bool:
    """ "The president accepted his resignation": what somebody accepts or turns down another has offered or asked for. "The minister would not confirm her identity":
    who that is is no news of one's own."""
    token, owned = parse[at], parse[parse[at].head]
    if token.dep == "poss" and owned.dep in ("dobj", "nsubjpass") and owned.lemma in _WHO and parse[owned.head].lemma in _DISCLOSING:
        return True
    return token.dep == "poss" and owned.dep in ("dobj", "nsubjpass") and owned.lemma in _OFFERED and parse[owned.head].lemma in _TAKING


def speaks_for_government(parse: Parse, subject: int, pronoun: int) -> bool:
    """ "Mali's government has expelled an envoy, the foreign ministry said. It accused him": a ministry that spoke of its government goes on."""
    token, verb = parse[pronoun], parse[parse[pronoun].head]
    going_on = token.lower == "it" and token.dep == "nsubj" and verb.lemma in _SAYING | _CALLING_ON | {"warn", "demand", "call"}
    return going_on and parse[subject].lemma.lower() == "ministry"


def brought_up(parse: Parse, speaker: Token, verb: Token) -> frozenset[int]:
    """ "A teenager who asked for pay was shot, he told them": whom somebody's words bring up for the first time is not who says them."""
    if verb.lemma not in _SAYING or speaker.i > verb.i + 1:
        return frozenset()
    told = [c for c in parse.children(verb.i) if c.dep in ("ccomp", "parataxis") and c.i < speaker.i]
    return frozenset(t.i for c in told for t in parse.tokens[min(parse.subtree(c.i)) : speaker.i] if t.dep in _SUBJECT and any((d.dep == "det" and d.lower in ("a", "an", "another")) or d.dep == "nummod" for d in parse.children(t.i)))


def of_a_lawyer(parse: Parse, title: str | None, lawyer: int, pronoun: int) -> bool:
    """ "My client is innocent," lawyer Omar Sesay told reporters. Prosecutors accused him": whom others charge, hold or free is not the lawyer who spoke for him."""
    spoke = parse[lawyer].dep == "nsubj" and parse[parse[lawyer].head].lemma in _SAYING
    token = parse[pronoun]
    verb = parse[token.head]
    whom = token.dep in ("dobj", "nsubjpass") and verb.lemma in _CHARGED
    return spoke and whom and (title or "").lower().rpartition(" ")[2] in _FOR_OTHERS


def going_on(parse: Parse, pronoun: int) -> int | None:
    """Who speaks on: the agent of a clause that "when he said" hangs on ("a plan backed by Roe when he said"), or, of "he added", who spoke in the sentences before where
    the last one only tells who was with him."""
    p = parse
    token = p[pronoun]
    verb = p[token.head]
    if token.dep != "nsubj" or verb.lemma not in word_set("verbs_of_saying") | {"go", "continue"}:
        return None
    if verb.dep == "advcl" and any(c.lower in ("when", "as", "while") and c.dep in ("advmod", "mark") for c in p.children(verb.i)):
        above = p[verb.head]
        agents = syntax.agents(p, above.i) if above.pos in syntax.VERBAL and above.i < verb.i else []
        return agents[0] if len(agents) == 1 else None
    if verb.lemma in word_set("verbs_of_saying") and any(c.dep == "ccomp" and c.i < token.i for c in p.children(verb.i)):
        return _spoke_over(p, token)
    if verb.lemma not in _ADDING or verb.dep != "ROOT":
        return None
    for back in range(1, _SPOKE + 1):
        if token.sent - back < 0:
            return None
        words = p.sentence_tokens(token.sent - back)
        spoke = [t for t in words if t.dep == "nsubj" and p[t.head].lemma in word_set("verbs_of_saying") and p[t.head].tag in ("VBD", "VBZ") and p[t.head].dep in ("ROOT", "conj", "parataxis")]
        if spoke:
            return spoke[-1].i if back > 1 else None
        if back == 1 and not any(t.lower in ("him", "her") and t.dep in ("dobj", "pobj", "dative") for t in words):
            return None  # "The bishop condemned it. He added": the bishop
    return None


def _spoke_over(parse: Parse, pronoun: Token) -> int | None:
    """ "Ten were hit, prosecutor Ana Luz said. His wife was wounded. A guard killed one of them, she said": who spoke last, over a sentence that brings in nobody by name."""
    before = parse.sentence_tokens(pronoun.sent - 1) if pronoun.sent >= 2 else ()
    own = parse.sentence_tokens(pronoun.sent)
    if any(t.ent == "PERSON" or t.lemma in word_set("verbs_of_saying") for t in before) or any(t.ent == "PERSON" for t in own if t.i < pronoun.i):
        return None
    words = parse.sentence_tokens(pronoun.sent - 2) if pronoun.sent >= 2 else ()
    spoke = [t for t in words if t.dep == "nsubj" and parse[t.head].lemma in word_set("verbs_of_saying") and parse[t.head].tag in ("VBD", "VBZ") and parse[t.head].dep in ("ROOT", "conj", "parataxis")]
    return spoke[-1].i if spoke and spoke[-1].ent == "PERSON" else None


def own_act(parse: Parse, at: int, subject: int) -> bool:
    """ "condemned the strike and said it would send a ship": of what is announced with "would" the subject of both verbs is the doer, where a thing does no such deed."""
    token = parse[at]
    act = parse.head(at)
    if act is None or token.dep != "nsubj" or act.dep != "ccomp" or act.lemma not in _OWN_ACTS or not any(c.tag == "MD" and c.lower in ("would", "will", "'ll") for c in parse.children(act.i)):
        return False
    said = parse[act.head]
    return said.lemma in _ANNOUNCING and any(f.head == subject for f in syntax.surface_subject(parse, said.i))


def of_the_paper(parse: Parse, at: int) -> int | None:
    """ "according to an army statement. It said": whose the paper is that was quoted right before, or the body that was."""
    token = parse[at]
    verb = parse.head(at)
    if token.lower != "it" or token.dep != "nsubj" or verb is None or verb.lemma not in _SAYING or verb.dep != "ROOT" or not token.sent:
        return None
    before = parse.sentences[token.sent - 1]
    cited = [o for t in parse.tokens[before.first : before.last] if t.lower == "according" for o in syntax.prep_objects(parse, t.i, "to")]
    if len(cited) != 1:
        return None
    if parse[cited[0]].lemma.lower() not in _PAPERS:
        return cited[0] if parse[cited[0]].tag in ("NN", "NNP") else None
    whose = [c.i for c in parse.children(cited[0]) if c.dep in ("compound", "poss", "nmod") and c.pos in ("NOUN", "PROPN")] + [o for w in ("by", "from", "of") for o in syntax.prep_objects(parse, cited[0], w)]
    return whose[0] if len(whose) == 1 else None
