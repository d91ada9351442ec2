"""parse: the second of two clauses whose subject the small parser joins to the last noun of the first: "marched against the levy and | police used tear gas"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.attribution import cues
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_OWN = frozenset({"ADJ", "NOUN", "PROPN", "DET", "NUM"})
_SHOOTING = word_set("verbs_of_shooting")
_PEOPLE = ("human", "civilian", "official", "armed", "enforcer", "criminal", "prisoner", "protester", "folk")
_DONE_BY_SOMEBODY = frozenset({"COERCE", "SANCTION", "ACCUSE", "REQUEST", "MOBILIZE"})
_SAYING_THAT = frozenset({"say", "state", "add", "insist", "claim", "allege", "admit", "confirm"})
_OPENING = frozenset({"after", "before", "since", "until", "when", "as", "while", "because", "once", "that"})
_AUXILIARIES = frozenset({"aux", "auxpass"})


def second_clauses(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens, times the sentence for each past form behind a joined noun."""
    for i in range(first, last):
        _responsible(tokens, i)
        _joined_subject(tokens, first, last, i)
        _which_deed(tokens, first, last, i)
        _said_and_did(tokens, first, i)
        _rejects_it(tokens, i, last)
        _did_not_say(tokens, first, i)
        _said_of_two(tokens, first, i)
        _posted_online(tokens, first, last, i)
        _was_and(tokens, first, last, i)
        _told_on(tokens, first, i)
        _counted_too(tokens, first, last, i)
        _is_something_else(tokens, first, i)
        _after_it_befell(tokens, first, i)


def _is_something_else(tokens: list[Token], first: int, i: int) -> None:
    """ "He denies the charges | and his trial is to open in May": the trial is not among what he denies."""
    be, noun = tokens[i], tokens[i - 1]
    above = tokens[be.head]
    if be.lemma != "be" or be.tag not in ("VBZ", "VBD", "VBP") or be.dep != "ccomp" or i <= first + 3 or noun.dep != "conj" or noun.pos not in _NOUNS or above.pos != "VERB":
        return
    other = tokens[noun.head]
    joint = next((t for t in tokens[other.i + 1 : i - 1] if t.dep == "cc" and t.head == other.i), None)
    if other.dep != "dobj" or other.head != above.i or joint is None or any(t.head == i and t.dep in _SUBJECTS for t in tokens[first:i]):
        return
    tokens[noun.i] = replace(noun, dep="nsubj", head=i)
    tokens[i] = replace(be, dep="conj", head=above.i)
    tokens[joint.i] = replace(joint, head=above.i)


def _after_it_befell(tokens: list[Token], first: int, i: int) -> None:
    """ "was suspended in May, after | a key witness, Ana Luz, was shot dead": who stands between is whom it befell."""
    verb = tokens[i]
    joined = verb.dep == "conj" and verb.head < i and not any(t.dep == "cc" and verb.head < t.i < i and t.head == verb.head for t in tokens[verb.head : i])
    prep = next((t for t in reversed(tokens[first:i]) if t.head == (verb.head if joined else i) and t.dep == "prep" and t.lower in ("after", "before", "since")), None)
    if not (joined or verb.dep == "advcl") or prep is None or (joined and prep.i < verb.head) or verb.tag not in ("VBN", "VBD") or any(t.head == i and t.dep in _SUBJECTS for t in tokens[first:i]):
        return
    noun = next((t for t in tokens[prep.i + 1 : i] if t.head == prep.i and t.dep == "pobj"), None)
    first_aux = min((t.i for t in tokens[prep.i : i] if t.head == i and t.dep in _AUXILIARIES), default=i)
    if noun is None or any(t.pos in ("VERB", "ADP") for t in tokens[noun.i + 1 : first_aux]) or first_aux <= noun.i:
        return
    passive = any(t.head == i and t.dep == "auxpass" for t in tokens[prep.i : i])
    if joined and not passive:
        return
    name = next((t for t in tokens[noun.i + 1 : first_aux] if joined and t.head == verb.head and t.pos == "PROPN"), None)
    if name is not None:
        tokens[name.i] = replace(name, dep="appos", head=noun.i)
    tokens[i] = replace(verb, dep="advcl")
    tokens[prep.i] = replace(prep, dep="mark", head=i)
    tokens[noun.i] = replace(noun, dep="nsubjpass" if passive else "nsubj", head=i)


def _joined_subject(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "rallied against the law and troops opened fire", "stormed the church and security forces killed four": a past form with an object and no subject, right behind
    a noun that "and" joins to one of the clause before it, has that noun for its subject."""
    verb, noun = tokens[i], tokens[i - 1]
    if verb.tag != "VBD" or verb.pos != "VERB" or verb.dep not in ("conj", "advcl", "ccomp") or i - 1 <= first or noun.pos not in _NOUNS:
        return
    start = i - 1
    while start > first and tokens[start - 1].pos in _OWN and tokens[start - 1].lower != "and":
        start -= 1
    joint = start - 1
    if joint <= first + 1 or tokens[joint].lower != "and" or tokens[joint - 1].pos not in _NOUNS:
        return
    below = [t for t in tokens[first:last] if t.head == i and t.i != i]
    before, above = tokens[joint - 1], tokens[verb.head]
    if above.i >= before.i or above.pos != "VERB" or any(t.dep in _AUXILIARIES for t in below) or any(t.dep in _SUBJECTS and t.i != before.i for t in below) or not any(_takes(verb, t) for t in below):
        return
    if any(t.dep in ("mark", "advmod") and t.i < before.i and t.lower in _OPENING for t in below):
        return  # "fled after Chad and Mali bombed it": both did
    whose = [t for t in tokens[first : before.i] if t.head == above.i and t.dep in _SUBJECTS]
    # The noun hangs on the one before it, or takes it and the "and" for its own words.
    tied = (noun.dep == "conj" and _led_to(tokens, noun, before)) or (noun.dep in ("dobj", "pobj") and joint in {t.i for t in tokens[start - 1 : i] if _under(tokens, t, noun.i)})
    if not whose or not tied:
        return
    if before.head in (noun.i, i):
        # "stormed the church | and", "hit a convoy | and"
        above_object = above.i if noun.dep != "pobj" else noun.head
        tokens[before.i] = replace(before, dep="dobj" if noun.dep != "pobj" else "pobj", head=above_object)
        for t in tokens[above.i + 1 : before.i]:
            if t.head == noun.i and t.dep in ("det", "amod", "compound", "poss", "nummod"):
                tokens[t.i] = replace(t, head=before.i)
    tokens[joint] = replace(tokens[joint], dep="cc", head=above.i)
    for t in tokens[start : noun.i]:
        if t.head < start or t.dep == "conj":
            tokens[t.i] = replace(t, dep="compound", head=noun.i)
    tokens[noun.i] = replace(noun, dep="nsubj", head=i)
    tokens[i] = replace(verb, dep="conj", head=above.i)


def _responsible(tokens: list[Token], i: int) -> None:
    """ "claimed responsibility for the bombing and police arrested three": what is claimed arrests nobody."""
    noun, verb = tokens[i], tokens[i - 1]
    if noun.lower == "responsibility" and noun.dep in _SUBJECTS and noun.head > i and tokens[noun.head].tag == "VBD" and verb.pos == "VERB" and tokens[noun.head].head == verb.i:
        tokens[i] = replace(noun, dep="dobj", head=verb.i)


def _counted_too(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "Doctors said that 31 herders had been killed, 12 wounded, | and five abducted", "three had died, and seven were wounded": a bare number goes on with the count that is
    told, and is no word of the outlet's."""
    verb, saying = tokens[i], tokens[tokens[i].head]
    if verb.dep not in ("conj", "ccomp", "dep", "advcl") or verb.tag not in ("VBN", "VBD", "VBP", "VBZ") or saying.i >= i or not any("that" in c.patterns for c in cues().get(("v", saying.lemma), ())):
        return
    told = next((t for t in tokens[saying.i + 1 : i] if t.head == saying.i and t.dep == "ccomp" and t.tag in ("VBN", "VBD", "VBP", "VBZ")), None)
    subject = next((t for t in tokens[first:i] if t.head == i and t.dep in ("nsubj", "nsubjpass")), None)
    if told is None or subject is None or not told.i < subject.i or not (subject.tag == "CD" or subject.lower in ("others", "dozens", "scores", "hundreds")):
        return
    if not any(t.tag == "CD" and (t.head == told.i or tokens[t.head].head == told.i) for t in tokens[saying.i + 1 : i] if t.i < subject.i):
        return
    tokens[i] = replace(verb, dep="conj", head=told.i)
    for t in tokens[told.i + 1 : i]:
        if t.head == saying.i and t.dep in ("cc", "punct"):
            tokens[t.i] = replace(t, head=told.i)


def _told_on(tokens: list[Token], first: int, i: int) -> None:
    """ "The army said Chadian troops had been digging a trench and opened fire when its men came near": who did harm is who had been at it, and not who says so."""
    verb = tokens[i]
    saying = tokens[verb.head]
    told = next((t for t in tokens[saying.i : i] if t.head == saying.i and t.dep == "ccomp"), None) if verb.dep == "conj" and saying.lemma in _SAYING_THAT and saying.tag == "VBD" else None
    if told is None or verb.tag != "VBD" or any(t.head == i and t.dep in (*_SUBJECTS, *_AUXILIARIES) for t in tokens[first:i]):
        return
    joint = next((t for t in tokens[told.i : i] if t.head == saying.i and t.dep == "cc" and t.lower == "and"), None)
    before = any(t.head == told.i and t.dep == "aux" and t.lower == "had" for t in tokens[saying.i : told.i])
    doer = next((t for t in tokens[saying.i : told.i] if t.head == told.i and t.dep == "nsubj"), None)
    harm = any(r.type == "ASSAULT" for r in event_lexicon().rules_for("v", verb.lemma))
    if joint is None or tokens[joint.i - 1].text == "," or not before or doer is None or not _people(doer) or not harm:
        return
    tokens[i] = replace(verb, head=told.i)
    tokens[joint.i] = replace(joint, head=told.i)


def _was_and(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "The terminal was closed and bomb experts searched it": what it was belongs to "was", and the noun behind "and" is the subject of a clause of its own."""
    noun, was = tokens[tokens[i].head], tokens[i - 1]
    verb = tokens[noun.head]
    if tokens[i].dep != "amod" or i == first or tokens[i].tag not in ("JJ", "VBN") or was.lower not in ("was", "were") or was.head != was.i or noun.dep != "nsubj" or verb.head != was.i or verb.tag != "VBD":
        return
    joint = next((t for t in tokens[i + 1 : noun.i] if t.head == i and t.dep == "cc"), None)
    if joint is None or joint.i != i + 1 or joint.lower != "and" or not any(t.head == was.i and t.dep in _SUBJECTS and t.i < was.i for t in tokens[first : was.i]):
        return
    for t in tokens[joint.i + 1 : noun.i]:
        if t.head == i:
            tokens[t.i] = replace(t, head=noun.i, dep="compound")
    tokens[i] = replace(tokens[i], dep="acomp", head=was.i)
    tokens[joint.i] = replace(joint, head=was.i)
    tokens[verb.i] = replace(verb, dep="conj")


def _which_deed(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "A bombing killed 11 soldiers, which the ministry blames on rebels": no people are "which"; what is blamed on somebody is the deed."""
    verb = tokens[i]
    people = tokens[verb.head]
    if verb.dep != "relcl" or people.dep != "dobj" or people.i > i or not _people(people):
        return
    which = next((t for t in tokens[people.i : i] if t.head == i and t.tag == "WDT" and t.lower == "which"), None)
    deed = next((t for t in tokens[first : people.i] if t.head == people.head and t.dep == "nsubj"), None)
    if which is not None and deed is not None and tokens[which.i - 1].text == "," and event_lexicon().rules_for("n", deed.lemma):
        tokens[i] = replace(verb, head=deed.i)


def _people(noun: Token) -> bool:
    return any(noun.lemma in event_lexicon().classes[c] for c in _PEOPLE)


def _takes(verb: Token, below: Token) -> bool:
    """An object, or on whom somebody fires: what a participle that tells of a noun seldom has."""
    return below.i > verb.i and (below.dep == "dobj" or (verb.lemma in _SHOOTING and below.dep == "prep" and below.lower in ("on", "at", "into")))


def _led_to(tokens: list[Token], noun: Token, before: Token) -> bool:
    """Whether a noun is joined to the one before it, over other nouns of a row."""
    at = noun
    while at.dep == "conj" and at.head < at.i:
        at = tokens[at.head]
        if at.i == before.i:
            return True
    return False


def _under(tokens: list[Token], token: Token, top: int) -> bool:
    at = token
    while at.head != at.i:
        if at.head == top:
            return True
        at = tokens[at.head]
    return False


def _said_and_did(tokens: list[Token], first: int, i: int) -> None:
    """ "The junta said the report was baseless and expelled its author": no report expels anybody; whoever says it does."""
    verb = tokens[i]
    told = tokens[verb.head]
    said = tokens[told.head]
    if verb.dep != "conj" or verb.tag not in ("VBD", "VBN") or told.i >= i or told.lemma != "be" or told.dep != "ccomp" or said.tag != "VBD" or said.i >= told.i or said.lemma not in word_set("verbs_of_saying"):
        return
    below = [t for t in tokens[first : i + 12] if t.head == i and t.i != i]
    subject = next((t for t in tokens[said.i : told.i] if t.head == told.i and t.dep == "nsubj"), None)
    if subject is None or subject.pos != "NOUN" or _people(subject) or any(subject.lemma in event_lexicon().classes[c] for c in ("institution", "collective", "military", "public", "critic")):
        return
    if tokens[i - 1].lower != "and" or any(t.dep in (*_SUBJECTS, *_AUXILIARIES, "agent") for t in below) or not any(t.dep == "dobj" for t in below):
        return
    if any(r.type in _DONE_BY_SOMEBODY for r in event_lexicon().rules_for("v", verb.lemma) if not r.companions):
        tokens[i] = replace(verb, head=said.i, tag="VBD")


def _did_not_say(tokens: list[Token], first: int, i: int) -> None:
    """ "said two people were hurt but did not say who", "has said a vote will be held but has refused to set a date": those hurt, and a vote, keep nothing back; who speaks
    does."""
    verb = tokens[i]
    told = tokens[verb.head]
    said = tokens[told.head]
    if verb.dep != "conj" or verb.pos != "VERB" or told.dep != "ccomp" or not first <= said.i < told.i < i or said.lemma not in word_set("verbs_of_saying"):
        return
    below = [t for t in tokens[told.i : i] if t.head == i]
    joint = next((t for t in reversed(tokens[told.i : i]) if t.dep == "cc"), None)
    if joint is None or joint.lower != "but" or joint.head != told.i or any(t.dep in _SUBJECTS for t in below) or any(t.tag == "MD" or t.dep == "auxpass" for t in below):
        return
    silent = any(t.dep == "neg" for t in below) and verb.lemma in word_set("verbs_of_telling_more")
    subject = next((t for t in tokens[said.i : told.i] if t.head == told.i and t.dep in _SUBJECTS), None)
    if not silent and verb.lemma not in word_set("declining_verbs"):
        return
    mute = subject is not None and subject.pos == "NOUN" and not _people(subject) and not any(subject.lemma in event_lexicon().classes[c] for c in ("institution", "collective", "military", "public", "critic"))
    undergone = subject is not None and (subject.dep in ("nsubjpass", "expl") or told.lemma in word_set("verbs_of_undergoing") | {"die"})
    if mute or (undergone and silent):
        for t in tokens[first:i]:
            if t.i == joint.i or (t.text == "," and t.i == joint.i - 1):
                tokens[t.i] = replace(t, head=said.i)
        tokens[i] = replace(verb, head=said.i)


def _said_of_two(tokens: list[Token], first: int, i: int) -> None:
    """ "said | soldiers and fighters withdrew": people are not what is said; both withdrew."""
    verb = tokens[i]
    said = tokens[verb.head]
    if verb.dep != "conj" or verb.tag not in ("VBD", "VBZ", "VBP") or not first <= said.i < i or said.lemma not in _SAYING_THAT:
        return
    other = next((t for t in tokens[said.i : i] if t.head == i and t.dep in ("nsubj", "nsubjpass")), None)
    noun = next((t for t in tokens[said.i : i] if t.head == said.i and t.dep == "dobj"), None)
    joint = next((t for t in tokens[said.i : i] if t.head == said.i and t.dep == "cc"), None)
    if other is None or noun is None or joint is None or joint.lower != "and" or joint.i != noun.i + 1 or not _people(noun) or any(t.text == "," for t in tokens[said.i : i]):
        return
    if any(t.head not in range(joint.i, i + 1) for t in tokens[joint.i + 1 : i]):
        return
    tokens[i] = replace(verb, dep="ccomp")
    tokens[noun.i] = replace(noun, dep=other.dep, head=i)
    tokens[other.i] = replace(other, dep="conj", head=noun.i)
    tokens[joint.i] = replace(joint, head=noun.i)


def _rejects_it(tokens: list[Token], i: int, last: int) -> None:
    """ "noted the claim that its men had fired and rejected it": what the claim tells rejects nothing; whoever notes it does."""
    verb = tokens[i]
    if verb.dep != "conj" or verb.pos != "VERB" or verb.head >= i or i + 1 >= last or verb.lemma not in word_set("verbs_of_rejecting") or tokens[i + 1].lower not in word_set("pointing_words") or tokens[i + 1].dep != "dobj":
        return
    told = tokens[verb.head]
    noun = tokens[told.head]
    if told.dep not in ("acl", "ccomp", "relcl") or noun.i >= told.i or noun.lemma.lower().removesuffix("s") not in word_set("told_things"):
        return
    above = tokens[noun.head]
    while above.pos not in ("VERB", "AUX") and above.head != above.i:
        above = tokens[above.head]
    if above.pos in ("VERB", "AUX") and above.i < noun.i:
        tokens[i] = replace(verb, head=above.i)


def _posted_online(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "A video shared online shows soldiers firing", "Footage posted online appeared to show": where it was posted tells of the film; what it shows is the clause."""
    if tokens[i].lower != "online" or i - 2 < first or i + 1 >= last:
        return
    film, posted, verb = tokens[i - 2], tokens[i - 1], tokens[i + 1]
    if verb.tag == "VBN" and verb.lemma in word_set("verbs_of_films") and verb.dep == "amod" and verb.head > verb.i and posted.head == posted.i:
        # "posted | online showed rebels executing men": what is shown is no word of the rebels
        tokens[verb.head] = replace(tokens[verb.head], dep="dobj", head=verb.i)
        verb = replace(verb, tag="VBD", dep="", head=posted.i)
    if film.pos != "NOUN" or posted.tag not in ("VBN", "VBD") or posted.lemma not in word_set("verbs_of_posting") or verb.tag not in ("VBD", "VBZ", "VBP"):
        return
    if posted.dep in ("acl", "relcl") and posted.head == film.i and film.head == verb.i:
        return
    role, above = (verb.dep, verb.head) if verb.head not in (posted.i, film.i, i, verb.i) else ("ROOT", verb.i) if posted.head == posted.i or verb.head == verb.i else (posted.dep, posted.head)
    if above in (film.i, posted.i, i):
        return
    tokens[verb.i] = replace(verb, pos="VERB", dep=role, head=above)
    tokens[posted.i] = replace(posted, pos="VERB", tag="VBN", dep="acl", head=film.i)
    tokens[i] = replace(tokens[i], pos="ADV", tag="RB", dep="advmod", head=posted.i)
    tokens[film.i] = replace(film, dep="nsubj", head=verb.i)
    for t in tokens[first:last]:
        if t.head in (posted.i, i) and t.i not in (i, posted.i, verb.i):
            tokens[t.i] = replace(t, head=verb.i if t.i > verb.i or t.pos == "PUNCT" else film.i)
