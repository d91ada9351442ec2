"""parse: clauses that the small parser hangs on a noun beside the verb they belong to: what is said "in closing", what somebody was "described as", whom two offices are of,
who was "never charged", who "was wounded" behind those who were killed."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.attribution import cues, source_kinds
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OWN_CLAUSE = word_set("nouns_of_grounds_and_terms")
_APPRAISING = word_set("verbs_of_calling_as")
_UPHOLDING = frozenset({"back", "support", "favour", "favor", "want", "plan", "order", "request", "propose"})
_TELLING = frozenset({"tell", "inform", "assure", "remind", "warn"})
_GETTING = frozenset({"receive", "get", "find", "obtain"})
_PEOPLE = ("human", "official", "military", "criminal", "armed", "enforcer", "civilian", "protester")


def telling_arcs(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens, times the sentence for each candidate."""
    for i in range(first, last):
        token = tokens[i]
        if token.dep in ("acl", "relcl") and token.pos in ("VERB", "AUX"):
            _told_in_passing(tokens, first, last, i)
            _told_to(tokens, first, i)
        elif token.dep == "conj" and token.tag == "VBD":
            _described_as(tokens, first, last, i)
            _wounded_too(tokens, first, last, i)
        elif token.dep == "conj" and token.tag == "VBN":
            _never_charged(tokens, first, last, i)
            _wounded_too(tokens, first, last, i)
        elif token.dep in ("amod", "compound", "nmod") and (token.tag in ("VBD", "VBN") or (token.lower == "suspect" and tokens[i - 1].tag in ("NNS", "NNPS"))) and i > first:
            _without_that(tokens, first, last, i)
        elif token.dep in ("advcl", "xcomp") and token.tag == "VBG":
            _in_a_note(tokens, first, i)
        elif token.dep == "appos" and token.ent == "GPE":
            _row_of_places(tokens, last, i)
        elif token.dep in ("nsubj", "nsubjpass") and token.tag == "NN":
            _calling_and_name(tokens, i, last)
        elif token.dep == "conj" and token.pos == "PROPN":
            _of_two_callings(tokens, first, i)


def _told_to(tokens: list[Token], first: int, i: int) -> None:
    """ "told an inquest | he believed he was about to be stabbed": what the inquest heard is what he told, and nothing that tells which inquest it was."""
    clause = tokens[i]
    noun = tokens[clause.head]
    verb = tokens[noun.head]
    if clause.dep != "relcl" or noun.dep not in ("dobj", "dative") or verb.lemma not in _TELLING or not verb.i < noun.i < i:
        return
    subject = next((t for t in tokens[noun.i + 1 : i] if t.head == i and t.dep in _SUBJECTS), None)
    opened = any(t.lower in ("who", "whom", "which", "that", "whose", "where") for t in tokens[noun.i + 1 : i])
    if subject is not None and not opened and (noun.lemma in word_set("those_who_hear_cases") or subject.pos == "PRON") and tokens[noun.i + 1].i == min(t.i for t in tokens[noun.i + 1 : i + 1]):
        tokens[i] = replace(clause, dep="ccomp", head=verb.i)


def _told_in_passing(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "reports in closing | that rebels attacked", "stated in no uncertain terms | that": the clause is what is said. A reason or a condition has a clause of its own."""
    clause, noun = tokens[i], tokens[tokens[i].head]
    prep = tokens[noun.head]
    if noun.dep != "pobj" or prep.dep != "prep" or prep.lower not in ("in", "at", "on", "via", "during", "with", "by") or noun.lemma.lower() in _OWN_CLAUSE or noun.i >= i:
        return
    verb = tokens[prep.head]
    if verb.pos != "VERB" or verb.i > prep.i or not any("that" in c.patterns for c in cues().get(("v", verb.lemma), ())):
        return
    that = next((t for t in tokens[noun.i + 1 : i] if t.head == i and t.lower == "that"), None)
    if that is None or that.i != noun.i + 1 or any(t.head == verb.i and t.dep in ("ccomp", "dobj", "xcomp") for t in tokens[first:last]):
        return
    subject = next((t for t in tokens[that.i + 1 : i] if t.head == i and t.dep in _SUBJECTS), None)
    gap = that.dep == "dobj" and not any(t.head == i and t.dep in ("dobj", "acomp", "attr", "ccomp", "xcomp", "auxpass") for t in tokens[first:last] if t.i != that.i)
    if subject is None or gap:
        return  # "in a statement that the ministry released"
    tokens[i] = replace(clause, dep="ccomp", head=verb.i)
    tokens[that.i] = replace(that, dep="mark", tag="IN", pos="SCONJ")


def _in_a_note(tokens: list[Token], first: int, i: int) -> None:
    """ "received a note on Monday warning him": the note warns, and not who gets it."""
    verb = tokens[i]
    if not cues().get(("v", verb.lemma)) or verb.head >= i:
        return
    for t in reversed(tokens[max(first, i - 10) : i]):
        if t.text in (",", ";", ":", "(", ")", "—", "–") or (t.pos in ("VERB", "AUX") and t.dep not in ("acl", "relcl")):
            return
        if t.tag == "NN" and t.dep in ("dobj", "pobj") and source_kinds().get(t.lemma.lower()) == "document":
            above = tokens[t.head]
            if (above.lemma not in _GETTING) if t.dep == "dobj" else above.lower not in ("of", "from"):
                return  # "sent a letter to the mission ordering it to leave": who sends it orders
            tokens[i] = replace(verb, dep="acl", head=t.i)
            return


def _without_that(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "The minister confirmed | rebels had attacked the town": no rebels are confirmed; the minister says what they did."""
    verb, noun = tokens[i], tokens[tokens[i].head]
    if noun.i <= i or noun.pos not in ("NOUN", "PROPN") or not any("that" in c.patterns for c in cues().get(("v", verb.lemma), ())) or verb.lemma in _UPHOLDING:
        return
    deed = tokens[noun.head]
    if noun.dep == "appos" and deed.i < i:
        deed = tokens[deed.head]
    below = [t for t in tokens[first:last] if t.head == deed.i and t.i != deed.i]
    finite = deed.tag in _FINITE or any(t.dep in _AUXILIARIES and t.tag in _FINITE for t in below)
    if deed.i <= noun.i or deed.pos not in ("VERB", "AUX") or not finite or any(t.pos in ("VERB", "AUX") or t.text == "," for t in tokens[i + 1 : noun.i]):
        return
    start = i - 1
    while start > first and tokens[start - 1].pos in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "PART", "ADP") and tokens[start - 1].text != ",":
        start -= 1
    speaker = next((t for t in tokens[start:i] if t.pos in ("NOUN", "PROPN", "PRON") and not start <= t.head < i), None)
    opens = start == first or tokens[start - 1].text in (",", "“", '"', ":") or tokens[start - 1].lower in ("and", "but", "that")
    if speaker is None or not opens or speaker.head not in (noun.i, deed.i, i) or any(t.dep == "det" and t.head == noun.i for t in tokens[i:noun.i]):
        return
    tokens[i] = replace(verb, pos="VERB", tag="VBP" if verb.lower == "suspect" else "VBD", lemma="suspect" if verb.lower == "suspect" else verb.lemma, dep=deed.dep, head=deed.head if deed.head != deed.i else i)
    tokens[deed.i] = replace(deed, dep="ccomp", head=i)
    tokens[noun.i] = replace(noun, dep="nsubjpass" if any(t.dep == "auxpass" for t in below) else "nsubj", head=deed.i)
    tokens[speaker.i] = replace(speaker, dep="nsubj", head=i)
    for t in tokens[first:last]:
        if t.i in (i, deed.i, noun.i, speaker.i):
            continue
        if t.i < i and t.head in (noun.i, deed.i):
            tokens[t.i] = replace(t, head=speaker.i if start <= t.i else i)
        elif t.head == deed.i and t.pos == "PUNCT" and t.i > deed.i and t.i == last - 1:
            tokens[t.i] = replace(t, head=i)


def _described_as(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "The dam was opened in 2011 and described as a wonder": what it is said to be, by nobody who is told; the dam describes nothing."""
    verb, before = tokens[i], tokens[tokens[i].head]
    if verb.lemma not in _APPRAISING or before.tag != "VBN" or before.i >= i:
        return
    below = [t for t in tokens[first:last] if t.head == i]
    if any(t.dep in (*_SUBJECTS, *_AUXILIARIES, "dobj", "ccomp") for t in below) or not any(t.lower == "as" for t in below):
        return
    if any(t.head == before.i and t.dep == "auxpass" for t in tokens[first : before.i]):
        tokens[i] = replace(verb, tag="VBN")


def _never_charged(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "covered the case of a nurse who has been held twice, but never charged": whom it did not befall is who was held, not who describes her."""
    verb, above = tokens[i], tokens[tokens[i].head]
    if above.i >= i or above.tag not in ("VBD", "VBZ", "VBP") or any(t.head == i and t.dep in (*_SUBJECTS, *_AUXILIARIES, "dobj") for t in tokens[first:last]):
        return
    if not any(t.head == i and t.dep == "neg" for t in tokens[above.i : i]) or any(t.head == above.i and t.dep == "auxpass" for t in tokens[first : above.i]):
        return
    befallen = next((t for t in reversed(tokens[above.i + 1 : i]) if t.tag == "VBN" and t.dep in ("relcl", "ccomp", "conj") and any(c.head == t.i and c.dep == "auxpass" for c in tokens[above.i : t.i])), None)
    if befallen is None:
        return
    tokens[i] = replace(verb, head=befallen.i)
    for t in tokens[befallen.i + 1 : i]:
        if t.head == above.i and t.dep in ("cc", "punct"):
            tokens[t.i] = replace(t, head=befallen.i)


def _wounded_too(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "in which Ana Luz was killed and | Ivo Weil, an editor, was wounded": who stands before the second verb is whom it tells of, whatever the parser joins the name to."""
    verb = tokens[i]
    aux = next((t for t in tokens[first:i] if t.head == i and t.dep in _AUXILIARIES), None)
    if aux is None or aux.i - 1 <= first or any(t.head == i and t.dep in _SUBJECTS for t in tokens[first:last]):
        return
    name = next((t for t in reversed(tokens[first : aux.i]) if t.dep == "conj" and t.pos in ("PROPN", "NOUN")), None)
    if name is None or name.head >= name.i or any(t.pos in ("VERB", "AUX") for t in tokens[name.i + 1 : aux.i]):
        return
    start = min(t.i for t in tokens[first : name.i + 1] if t.i == name.i or t.head == name.i)
    joint = tokens[start - 1]
    earlier = [t for t in tokens[first : joint.i] if t.pos == "VERB" and t.tag in ("VBN", "VBD") and t.i > tokens[name.head].i]
    if joint.lower != "and" or not earlier or tokens[aux.i - 1].head not in {name.i, *(t.i for t in tokens[name.i : aux.i])}:
        return
    passive = verb.tag == "VBN" and any(t.head == i and t.dep == "auxpass" for t in tokens[first:i])
    tokens[name.i] = replace(name, dep="nsubjpass" if passive else "nsubj", head=i)
    tokens[i] = replace(verb, head=earlier[-1].i)
    if joint.head == tokens[name.i].head or joint.head < joint.i:
        tokens[joint.i] = replace(joint, dep="cc", head=earlier[-1].i)


def _of_two_callings(tokens: list[Token], first: int, i: int) -> None:
    """ "Former navy officer and convicted thief Luis Moreno": two callings of one man, told without articles."""
    name, calling = tokens[i], tokens[tokens[i].head]
    if calling.tag != "NN" or calling.i >= i or not _people(calling) or any(t.head == calling.i and t.dep in ("det", "poss", "nummod") for t in tokens[first:i]):
        return
    own = [t for t in tokens[calling.i + 1 : i] if t.head == i]
    second = next((t for t in own if t.dep == "compound" and t.tag == "NN" and t.text.islower() and _people(t)), None)
    joint = tokens[calling.i + 1]
    if second is None or joint.lower != "and" or any(t.dep in ("det", "poss", "nummod") for t in own) or any(t.pos not in ("NOUN", "ADJ", "PROPN", "VERB") for t in tokens[joint.i + 1 : i]):
        return
    if name.ent not in ("PERSON", "") or tokens[i - 1].pos != "PROPN":
        return
    tokens[i] = replace(name, dep=calling.dep, head=calling.head if calling.head != calling.i else i)
    for t in tokens[i + 1 :]:
        if t.head == calling.i and t.i > i:
            tokens[t.i] = replace(t, head=i)
    tokens[calling.i] = replace(calling, dep="compound", head=i)
    tokens[joint.i] = replace(joint, head=calling.i)


def _row_of_places(tokens: list[Token], last: int, i: int) -> None:
    """ "attacked Mora, Luz, Tacuba and Lom": four of a row; the second is no other name of the first."""
    head = tokens[tokens[i].head]
    behind = [t for t in tokens[i + 1 : min(last, i + 12)] if t.head == i and t.dep == "conj" and t.pos == "PROPN" and t.ent in ("GPE", "LOC", "FAC", "ORG", "PERSON")]
    start = min((t.i for t in tokens[head.i : i] if t.head == i), default=i)
    if head.pos == "PROPN" and head.i < i and head.dep in ("dobj", "nsubjpass") and tokens[start - 1].text == "," and start - 2 == head.i and any(t.ent in ("GPE", "LOC") for t in behind):
        tokens[i] = replace(tokens[i], dep="conj")


def _calling_and_name(tokens: list[Token], i: int, last: int) -> None:
    """ "the deserter Ivo Castel | was killed": one subject, and not two."""
    end = i + 1
    while end < last and tokens[end].pos == "PROPN":
        end += 1
    name = tokens[end - 1]
    if end == i + 1 or name.dep not in ("nsubj", "nsubjpass") or name.head != tokens[i].head or name.ent not in ("PERSON", "ORG", "") or not _people(tokens[i]):
        return
    tokens[i] = replace(tokens[i], dep="compound", head=name.i)
    for t in tokens[max(0, i - 4) : i]:
        if t.head == i and t.dep in ("det", "amod", "compound", "poss"):
            tokens[t.i] = replace(t, head=name.i)


def _people(token: Token) -> bool:
    classes = event_lexicon().classes
    return any(token.lemma.lower() in classes.get(name, ()) for name in _PEOPLE)
