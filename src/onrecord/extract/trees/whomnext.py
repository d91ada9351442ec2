"""parse: whose the second verb is: of the doers told before a speaker named in passing, of those whom the first befell, of those whom somebody told."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.attribution import cues
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
_SAYING, _HEARERS = word_set("verbs_of_saying"), word_set("who_is_told")
_DONE_TO = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_CLAIMS = word_set("claim_nouns") | word_set("rumour_nouns") | {"report"}


def whom_next(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens, times the sentence for each candidate."""
    for i in range(first, last):
        token = tokens[i]
        if token.dep == "conj" and token.tag == "VBN" and i > first + 2:
            _one_of_so_many(tokens, first, i)
        if token.dep == "conj" and token.tag == "VBD":
            _did_it_too(tokens, first, last, i)
            _said_too(tokens, first, last, i)
        elif token.dep == "acl" and token.tag == "VBN" and token.head < i:
            _announced_that(tokens, first, last, i)
        elif token.tag in ("VBD", "VBN") and i == first + 1:
            _befallen(tokens, first, last, i)
        elif token.dep == "compound" and i > first and tokens[i - 1].lemma == "tell" and (token.pos == "PROPN" or token.lemma.lower() in _HEARERS):
            _told_whom(tokens, first, last, i)
        elif token.dep == "compound" and token.tag == "NNS" and token.lemma.lower() in _CLAIMS and i > first:
            _claims_that(tokens, i)


def _did_it_too(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "Gunmen attacked a bus, police said, | and kidnapped 12": the gunmen, and still on the word of the police."""
    verb, saying = tokens[i], tokens[tokens[i].head]
    if saying.i >= i or saying.lemma not in _SAYING or saying.tag not in ("VBD", "VBZ") or cues().get(("v", verb.lemma)) or tokens[i - 1].lower not in ("and", "then", "also"):
        return
    joint = tokens[i - 1] if tokens[i - 1].lower == "and" else tokens[i - 2]
    told = next((t for t in tokens[first : saying.i] if t.head == saying.i and t.dep == "ccomp"), None)
    if told is None or joint.lower != "and" or tokens[joint.i - 1].text != "," or any(t.head == i and t.dep in (*_SUBJECTS, *_AUXILIARIES) for t in tokens[first:last]):
        return
    if not any(r.type in _FORCE for r in event_lexicon().rules_for("v", verb.lemma)):
        return
    tokens[i] = replace(verb, head=told.i)
    tokens[joint.i] = replace(joint, dep="cc", head=told.i)


def _said_too(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "The state said the police are in charge | and pointed out that": by its tense the second verb goes with "said", and not with what is said."""
    verb, told = tokens[i], tokens[tokens[i].head]
    saying = tokens[told.head]
    if told.dep != "ccomp" or not saying.i < told.i < i or saying.tag != "VBD" or not all(any("that" in c.patterns for c in cues().get(("v", t.lemma), ())) for t in (saying, verb)):
        return
    below = [t for t in tokens[first:last] if t.head in (i, told.i)]
    finite = told if told.tag in ("VBD", "VBZ", "VBP") else next((t for t in below if t.head == told.i and t.dep in _AUXILIARIES), told)
    if not any(t.head == i and t.dep == "ccomp" for t in below) or any(t.head == i and t.dep in (*_SUBJECTS, *_AUXILIARIES) for t in below) or (finite.tag == "VBD" and finite.lower != "had"):
        return
    joint = next((t for t in below if t.head == told.i and t.dep == "cc" and told.i < t.i < i), None)
    tokens[i] = replace(verb, head=saying.i)
    if joint is not None:
        tokens[joint.i] = replace(joint, head=saying.i)


def _announced_that(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "A group of officers announced on Sunday that they had toppled the president, | suspended the constitution": who announces something tells it, and nobody is announced that."""
    verb, whom = tokens[i], tokens[tokens[i].head]
    main = tokens[whom.head]
    told = next((t for t in tokens[i + 1 : last] if t.head == i and t.dep == "ccomp"), None)
    if told is None or verb.lemma in word_set("verbs_of_informing") or not any("that" in c.patterns for c in cues().get(("v", verb.lemma), ())) or any(t.head == i and t.dep in (*_AUXILIARIES, "agent") for t in tokens[first:last]):
        return
    group = tokens[tokens[whom.head].head] if whom.dep == "pobj" else whom
    whom = group if group.dep == "ROOT" else whom
    if whom.dep == "ROOT" and tokens[last - 1].text == "." and any(t.head == told.i and t.dep == "mark" for t in tokens[i : told.i]):
        tokens[i] = replace(verb, tag="VBD", dep="ROOT", head=i)
        tokens[whom.i] = replace(whom, dep="nsubj", head=i)
        tokens[last - 1] = replace(tokens[last - 1], head=i)
        return
    if whom.dep not in ("nsubj", "nsubjpass") or main.i < told.i or main.tag not in ("VBD", "VBN") or not any(t.head == told.i and t.dep == "mark" and t.lower == "that" for t in tokens[i : told.i]) or tokens[main.i - 1].text != ",":
        return
    had = any(t.head == told.i and t.dep == "aux" and t.lower == "had" for t in tokens[i : told.i])
    tokens[i] = replace(verb, tag="VBD", dep=main.dep, head=i if main.head == main.i else main.head)
    tokens[whom.i] = replace(whom, dep="nsubj", head=i)
    tokens[main.i] = replace(main, dep="conj", head=told.i if had else i, tag="VBN" if had else main.tag)


def _befallen(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "Students kidnapped last month | were released": they were kidnapped, and kidnapped nobody."""
    verb, whom = tokens[i], tokens[first]
    if whom.tag != "NNS" or whom.head != i or whom.dep not in ("nsubj", "nsubjpass") or cues().get(("v", verb.lemma)) or not any(r.type in _DONE_TO for r in event_lexicon().rules_for("v", verb.lemma)):
        return
    below = [t for t in tokens[first:last] if t.head == i and t.i != i]
    if any(t.dep in (*_AUXILIARIES, "dobj", "xcomp", "ccomp") for t in below):
        return
    main = tokens[verb.head] if verb.dep in ("ccomp", "csubj", "csubjpass") else next((t for t in below if t.dep in ("advcl", "conj", "dep") and t.tag in ("VBD", "VBZ", "VBP") and t.i > i + 1), None)
    if main is None or main.i <= i or main.pos not in ("VERB", "AUX") or any(t.text in (",", "and", "but", "or") for t in tokens[i + 1 : main.i]) or any(t.head == main.i and (t.dep in _SUBJECTS or t.dep == "mark") and t.i != i for t in tokens[i + 1 : main.i]):
        return
    passive = any(t.head == main.i and t.dep == "auxpass" for t in tokens[i : main.i])
    if verb.head == i or verb.dep == "ROOT":
        tokens[main.i] = replace(main, dep="ROOT", head=main.i)
        for t in below:
            if t.i > main.i:
                tokens[t.i] = replace(t, head=main.i)
    tokens[i] = replace(verb, tag="VBN", pos="VERB", dep="acl", head=whom.i)
    tokens[whom.i] = replace(whom, dep="nsubjpass" if passive else "nsubj", head=main.i)


def _told_whom(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "told AFP | gunmen had kidnapped two nuns": who was told, and what."""
    telling, noun = tokens[i - 1], tokens[tokens[i].head]
    clause = tokens[noun.head]
    if noun.i <= i or noun.dep not in ("nsubj", "nsubjpass") or clause.i <= noun.i or clause.pos not in ("VERB", "AUX") or any(t.dep == "det" and t.head == noun.i for t in tokens[i : noun.i]):
        return
    start = i
    tokens[i] = replace(tokens[i], dep="dobj", head=telling.i)
    for t in tokens[first:start]:
        if t.head == noun.i and t.i < i:
            tokens[t.i] = replace(t, head=i)


def _claims_that(tokens: list[Token], i: int) -> None:
    """ "confirmed reports | rebels had attacked the camp": what the reports say, and no rebels of reports."""
    noun, verb = tokens[tokens[i].head], tokens[i - 1]
    clause = tokens[noun.head]
    if noun.i != i + 1 or noun.dep not in ("nsubj", "nsubjpass") or clause.dep != "ccomp" or clause.head != verb.i or verb.pos != "VERB" or clause.i <= noun.i:
        return
    tokens[i] = replace(tokens[i], dep="dobj", head=verb.i)
    tokens[clause.i] = replace(clause, dep="acl", head=i)


def _one_of_so_many(tokens: list[Token], first: int, i: int) -> None:
    """ "killed the mayor on Sunday, | the third leader slain this year": he is the third, and slays nobody."""
    verb, above = tokens[i], tokens[tokens[i].head]
    who = next((t for t in tokens[first:i] if t.head == i and t.dep == "nsubj"), None)
    counted = who is not None and any(t.head == who.i and (t.ent == "ORDINAL" or t.lower in ("latest", "first", "second", "third")) for t in tokens[above.i : who.i])
    begin = min((t.i for t in tokens[above.i : i] if who is not None and t.head == who.i), default=i)
    whom = next((t for t in tokens[above.i : begin] if t.head == above.i and t.dep in ("dobj", "nsubjpass")), None) or next((t for t in tokens[first : above.i] if t.head == above.i and t.dep == "nsubjpass"), None)
    if who is None or not counted or whom is None or tokens[begin - 1].text != "," or any(t.head == i and t.dep in _AUXILIARIES for t in tokens[first:i]):
        return
    tokens[who.i] = replace(who, dep="appos", head=whom.i)
    tokens[i] = replace(verb, dep="acl", head=who.i)
