"""parse, repairs: asides that tell who a source is or whom it cites: "reported, citing officials, that the army had fired", "According to the observatory, a monitor, 31 people died", "carried by
the news agency SANA that", "One survivor, a student, described". The small parser hangs them on what the source tells, or takes them for it."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.attribution import cues
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_CITING = frozenset({"citing", "quoting"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LETTERS = 3  # of an acronym at the least


def source_asides(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens."""
    for i in range(first, last):
        token = tokens[i]
        if token.lower in _CITING and token.dep == "advcl" and token.head > i:
            _citing(tokens, first, i)
        elif token.tag == "VBG" and token.dep == "advcl" and first + 3 < i and tokens[i - 1].text == ",":
            _outcome_behind(tokens, first, i)
        elif token.lower in ("them", "whom") and token.dep == "pobj" and i - 2 > first:
            _counted_aside(tokens, first, last, i)
        elif token.pos == "VERB" and token.text.isupper() and token.text.isalpha() and len(token.text) >= _LETTERS and not token.cased:
            _acronym(tokens, first, last, i)
        elif token.lower == "according" and i + 1 < last and tokens[i + 1].lower == "to":
            _explained(tokens, i, last)
            _subject_before(tokens, first, last, i)
        elif token.tag == "VBN" and token.dep == "acl" and tokens[token.head].dep == "ROOT":
            _told_behind(tokens, first, last, i)


def _citing(tokens: list[Token], first: int, i: int) -> None:
    """ "The paper reported, citing officials, that the army had fired": the paper cites them, and not the army."""
    told = tokens[tokens[i].head]
    teller = tokens[told.head]
    that = told.dep == "advcl" and any(t.lower == "that" and t.dep == "mark" and t.head == told.i for t in tokens[i : told.i])
    if (told.dep == "ccomp" or that) and first <= teller.i < i and teller.pos == "VERB" and tokens[i - 1].text == ",":
        tokens[i] = replace(tokens[i], head=teller.i)
        tokens[told.i] = replace(told, dep="ccomp")


def _outcome_behind(tokens: list[Token], first: int, i: int) -> None:
    """ "A bomb exploded on Monday, officials said, wounding six": the bomb did, and the officials say so."""
    saying = tokens[tokens[i].head]
    if saying.lemma not in word_set("verbs_of_saying") or saying.tag not in _FINITE or saying.i > i or not _outcome(tokens[i].lemma) or any(t.pos in ("VERB", "NOUN", "PROPN") and t.ent not in ("DATE", "TIME") for t in tokens[saying.i + 1 : i - 1]):
        return
    told = next((t for t in tokens[first : saying.i] if t.head == saying.i and t.dep == "ccomp"), None)
    if told is not None and told.pos in ("VERB", "AUX"):
        tokens[i] = replace(tokens[i], head=told.i)


def _outcome(lemma: str) -> bool:
    """What a deed can lead to: nothing that is said, thought or shown."""
    return lemma in word_set("verbs_of_outcomes") or any(rule.type in ("ASSAULT", "COERCE") for rule in event_lexicon().rules_for("v", lemma))


def _counted_aside(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "killing at least 22 people, 20 of them children, witnesses and a rebel group said": how many of those were children; the witnesses say so."""
    some = tokens[tokens[tokens[i].head].head]
    saying = tokens[some.head]
    if some.pos not in ("NUM", "ADJ") or some.dep != "nsubj" or saying.lemma not in word_set("verbs_of_saying") or saying.i < i or some.i - 2 <= first or tokens[some.i - 1].text != ",":
        return
    kind = tokens[i + 1]
    told = next((t for t in tokens[i + 2 : saying.i] if t.head == kind.i and t.dep == "conj" and t.pos in _NOUNS), None)
    people = tokens[some.i - 2]
    if kind.head != some.i or kind.dep != "conj" or kind.tag not in ("NNS", "NN") or told is None or tokens[i + 2].text != "," or people.pos not in _NOUNS:
        return
    tokens[some.i] = replace(some, dep="appos", head=people.i)
    tokens[kind.i] = replace(kind, dep="appos")
    tokens[told.i] = replace(told, dep="nsubj", head=saying.i)
    for t in tokens[i + 2 : saying.i]:
        if t.head == kind.i and t.dep == "punct":
            tokens[t.i] = replace(t, head=saying.i)


def _acronym(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "the state news agency SANA that it had retaken the village": no verb."""
    noun, above = tokens[i - 1] if i > first else tokens[i], tokens[tokens[i].head]
    if noun.tag != "NN" or above.i == i or above.pos != "VERB" or above.i > i:
        return
    for t in tokens[first:last]:
        if t.head == i and t.i != i:
            tokens[t.i] = replace(t, head=above.i) if t.i > i else replace(t, head=noun.i)
    tokens[i] = replace(tokens[i], pos="PROPN", tag="NNP", dep="appos", head=noun.i, lemma=tokens[i].text)


def _explained(tokens: list[Token], i: int, last: int) -> None:
    """ "According to the observatory, a Britain-based monitor, 31 people were killed": what stands between the commas tells who that is."""
    source = next((t for t in tokens[i + 2 : min(i + 10, last)] if t.head == i + 1 and t.dep == "pobj"), None)
    if source is None:
        return
    comma = next((k for k in range(source.i + 1, min(source.i + 8, last)) if tokens[k].text == ","), None)
    if comma is None or comma + 2 >= last or tokens[comma + 1].tag != "DT" or any(t.pos == "VERB" for t in tokens[source.i + 1 : comma]):
        return
    close = next((k for k in range(comma + 2, min(comma + 14, last)) if tokens[k].text == ","), None)
    inside = tokens[comma + 1 : close] if close is not None else []
    if close is None or any(t.tag in _FINITE or t.tag == "MD" for t in inside):
        return
    noun = next((t for t in inside if t.pos in _NOUNS and not comma < t.head < close), None)
    if noun is None or noun.head == source.i or not any(t.dep in _SUBJECTS and (noun.dep not in _SUBJECTS or t.head == noun.head) for t in tokens[close:last]):
        return  # "According to the mayor, the guards, nine of them, fled": they did
    tokens[noun.i] = replace(noun, dep="appos", head=source.i)


def _told_behind(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "One survivor, a student of 19, described being beaten": the verb behind the aside is the sentence's."""
    verb, noun = tokens[i], tokens[tokens[i].head]
    below = [t for t in tokens[first:last] if t.head == i and t.i != i]
    aside = next((t for t in tokens[noun.i + 1 : i] if t.dep == "appos" and t.head == noun.i), None)
    if noun.pos not in _NOUNS or aside is None or tokens[i - 1].text != "," or verb.lemma not in word_set("verbs_of_telling_what_befell") | word_set("verbs_of_saying"):
        return
    if any(t.dep in ("aux", "auxpass", "agent", *_SUBJECTS) for t in below) or not any(t.dep in ("dobj", "ccomp", "xcomp") for t in below):
        return
    tokens[i] = replace(verb, tag="VBD", dep="ROOT", head=i)
    tokens[noun.i] = replace(noun, dep="nsubj", head=i)
    for t in tokens[i:last]:
        if t.head == noun.i and t.i != i:
            tokens[t.i] = replace(t, head=i)


def _subject_before(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "The president said the rebels, according to the army, | had attacked": nobody says rebels; they are who attacked."""
    noun = next((t for t in reversed(tokens[first : i - 1]) if t.dep == "dobj"), None) if tokens[i - 1].text == "," else None
    if noun is None or noun.pos not in _NOUNS or not any("that" in c.patterns for c in cues().get(("v", tokens[noun.head].lemma), ())) or tokens[noun.head].lemma in word_set("verbs_of_informing"):
        return
    if any(t.pos in ("VERB", "AUX") or t.text == "," for t in tokens[noun.i + 1 : i - 1]):
        return
    close = next((k for k in range(i + 2, min(i + 14, last - 1)) if tokens[k].text == ","), None)
    clause = next((t for t in tokens[close:last] if t.head == noun.head and t.dep == "ccomp"), None) if close is not None else None
    if close is None or clause is None or any(t.head == clause.i and t.dep in _SUBJECTS for t in tokens[first:last]):
        return
    finite = tokens[close + 1]
    if finite.i == clause.i or (finite.head == clause.i and finite.dep in ("aux", "auxpass", "neg", "advmod")):
        tokens[noun.i] = replace(noun, dep="nsubjpass" if any(t.head == clause.i and t.dep == "auxpass" for t in tokens[close : clause.i]) else "nsubj", head=clause.i)
