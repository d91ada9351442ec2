"""parse: trees of what is called something, and of nouns of telling that are also verbs: "called the claim nonsense", "called the charge that it had armed them a
lie", "the police account that he fell", "dismissed as false reports that". A helper of `treerepair`; changes the tree of one sentence in place."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from onrecord.extract.trees.gardenpaths import hangs_below, move
from onrecord.lexicon.attribution import cues
from onrecord.lexicon.disputes import verdicts
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import AGAINST
from onrecord.model.parse import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BEFORE_NOUNS = frozenset({"DET", "ADJ", "NUM"})
_AS_WHAT = 9  # tokens behind "as" within which the noun of telling stands
_LONG = 24  # tokens within which a clause that hangs on a noun of telling ends


def calling_trees(tokens: list[Token], first: int, last: int) -> None:
    """Repairs the tree of one sentence, tokens [first, last), in place. Cost: its tokens."""
    below: dict[int, list[int]] = defaultdict(list)
    for i in range(first, last):
        if tokens[i].head != i:
            below[tokens[i].head].append(i)
    for i in range(first, last):
        if (tokens[i].lower == "contradict" and tokens[i].pos == "NOUN") or (tokens[i].tag == "VBP" and tokens[i].dep in ("dep", "ccomp", "conj", "xcomp", "dobj")):
            _after_participle(tokens, below, i)
        if tokens[i].tag == "VBG" and tokens[i].dep == "pcomp" and tokens[i].lemma.lower() in word_set("verbs_that_describe_doers"):
            _describing(tokens, below, i)
        if tokens[i].tag in ("VBD", "VBN") and tokens[i].dep == "amod":
            _verb_before_object(tokens, below, i, first)
            if tokens[i].dep == "amod":
                _verb_before_name(tokens, below, i, first, last)
            if tokens[i].dep == "amod":
                _told_of_noun(tokens, below, i, first)
        if tokens[i].dep == "ccomp" and tokens[i].head > i and _against(tokens[tokens[i].head].lemma):
            _beside_denial(tokens, below, i)
        if tokens[i].lower == "as" and i > first and _against(tokens[i - 1].lemma):
            _dismissed_as(tokens, below, i, last)
    for i in range(first, last):
        if tokens[i].tag == "VBZ" and tokens[i].dep in ("dobj", "pobj") and tokens[i].lemma.lower() in word_set("told_things") and _against(tokens[tokens[i].head].lemma) and not any(tokens[c].dep == "nsubj" for c in below[i]):
            # "dismissed as fake news reports that ...": no object is a verb
            tokens[i] = replace(tokens[i], pos="NOUN", tag="NNS")
            for c in below[i]:
                tokens[c] = replace(tokens[c], dep="acl") if tokens[c].dep == "ccomp" and c > i else tokens[c]
        if tokens[i].pos in ("VERB", "AUX") and tokens[i].lemma.lower() in word_set("told_things"):
            _noun_of_telling(tokens, below, i, first)
        elif tokens[i].dep in ("dobj", "pobj") and tokens[i].pos == "NOUN" and tokens[i].lemma.lower() in word_set("told_things"):
            _told_in_noun(tokens, below, i, last)
    for i in range(first, last):
        if tokens[i].pos == "VERB" and tokens[i].lemma.lower() in word_set("verbs_of_calling"):
            _called(tokens, below, i, last)


def _against(lemma: str) -> bool:
    return any(c.stance in AGAINST for c in cues().get(("v", lemma), ())) or lemma in word_set("verbs_of_calling")


def _after_participle(tokens: list[Token], below: dict[int, list[int]], i: int) -> None:
    """ "Videos posted online contradict the account", "Letters found there appear to show": a verb in the present that nothing joins to the past form before it is the
    sentence's own, and the past form describes its subject. "contradict" is no noun."""
    held = tokens[tokens[i].head]
    subject = next((tokens[c] for c in below[held.i] if tokens[c].dep in ("nsubj", "nsubjpass") and c < held.i), None)
    if held.i > i or held.head != held.i or held.tag not in ("VBD", "VBN") or subject is None or subject.tag != "NNS" or any(tokens[c].dep in ("aux", "auxpass", "neg") for c in below[held.i]):
        return
    between = tokens[held.i + 1 : i]
    if not between or any(t.pos in ("PUNCT", "CCONJ", "SCONJ", "VERB", "AUX") or t.dep in ("nsubj", "nsubjpass", "expl", "dobj") for t in between) or any(tokens[c].dep in ("nsubj", "nsubjpass", "expl", "mark", "aux") for c in below[i]):
        return
    for c in [c for c in below[held.i] if c > i]:
        move(tokens, below, c, i)
    for c in [c for c in below[i] if c < i]:
        move(tokens, below, c, held.i)
        tokens[c] = replace(tokens[c], dep="advmod") if tokens[c].dep == "amod" else tokens[c]
    below[held.i].remove(i)
    below[held.i].remove(subject.i)
    tokens[i] = replace(tokens[i], pos="VERB", tag="VBP", lemma=tokens[i].lower, dep="ROOT", head=i)
    tokens[held.i] = replace(held, dep="acl", head=subject.i, tag="VBN")
    below[subject.i].append(held.i)
    tokens[subject.i] = replace(subject, head=i, dep="nsubj")
    below[i].append(subject.i)


def _describing(tokens: list[Token], below: dict[int, list[int]], i: int) -> None:
    """ "The fires were started by fleeing militants": behind a passive, who fled did it."""
    by = tokens[tokens[i].head]
    doer = next((c for c in below[i] if c == i + 1 and tokens[c].dep == "dobj" and tokens[c].tag == "NNS"), None)
    passive = any(tokens[c].dep == "auxpass" for c in below[by.head])
    if by.lower != "by" or not passive or doer is None or any(tokens[c].dep in ("det", "poss") for c in below[doer]):
        return
    for c in [c for c in below[i] if c != doer]:
        move(tokens, below, c, doer)
    move(tokens, below, doer, by.i)
    move(tokens, below, i, doer)
    tokens[doer] = replace(tokens[doer], dep="pobj")
    tokens[i] = replace(tokens[i], dep="amod", pos="ADJ")
    tokens[by.i] = replace(by, dep="agent")


def _beside_denial(tokens: list[Token], below: dict[int, list[int]], i: int) -> None:
    """ "Gunmen kill nine, army denies cover-up": who denies a thing that is named denies nothing of the clause before it."""
    denial = tokens[tokens[i].head]
    named = any(tokens[c].dep == "dobj" and c > denial.i and tokens[c].pos in ("NOUN", "PROPN") for c in below[denial.i])
    subject = next((c for c in below[denial.i] if tokens[c].dep == "nsubj" and i < c < denial.i), None)
    comma = next((t for t in tokens[i + 1 : denial.i] if t.text == "," and (t.head == denial.i or t.head == i)), None)
    if denial.head != denial.i or not named or subject is None or comma is None or any(t.text in ('"', "”", "''", "’") for t in tokens[i : denial.i]):
        return
    below[denial.i].remove(i)
    tokens[i] = replace(tokens[i], dep="ROOT", head=i)
    tokens[denial.i] = replace(denial, dep="conj", head=i)
    below[i].append(denial.i)


def _verb_before_object(tokens: list[Token], below: dict[int, list[int]], i: int, first: int) -> None:
    """ "The president disavowed versions ...": a past form with a subject of its own, or a word of denial in a sentence without another verb, describes no noun; the noun
    is its object."""
    noun = tokens[tokens[i].head]
    subject = next((c for c in below[i] if tokens[c].dep == "nsubj" and c < i), None)
    if noun.dep == "compound" and noun.head > noun.i and subject is not None:
        noun = tokens[noun.head]
    named = noun.i > i and subject is not None and all(i < t.head <= noun.i and t.dep in ("compound", "amod", "nmod", "det", "nummod", "punct") for t in tokens[i + 1 : noun.i])
    if not (noun.i == i + 1 or named) or noun.head != noun.i or noun.pos not in ("NOUN", "PROPN"):
        return  # "A court sentenced opposition leader Ben Amor": his office and his names stand between
    if subject is None and i > first and tokens[i - 1].head == noun.i and tokens[i - 1].dep in ("amod", "compound", "nmod") and _against(tokens[i].lemma):
        subject = i - 1
        for c in [c for c in below[noun.i] if c < i - 1]:
            move(tokens, below, c, subject)
        below[noun.i].remove(subject)
        tokens[subject] = replace(tokens[subject], dep="nsubj", head=i, pos="NOUN" if tokens[subject].pos == "ADJ" else tokens[subject].pos)
        below[i].append(subject)
    if subject is None:
        return
    below[tokens[i].head].remove(i)
    tokens[i] = replace(tokens[i], dep="ROOT", head=i, tag="VBD", pos="VERB")
    tokens[noun.i] = replace(noun, dep="dobj", head=i)
    below[i].append(noun.i)
    for c in [c for c in below[noun.i] if tokens[c].dep == "punct" or c < i or (named and tokens[c].dep == "prep" and c > noun.i and tokens[c].lower != "of")]:
        move(tokens, below, c, i)


def _told_of_noun(tokens: list[Token], below: dict[int, list[int]], i: int, first: int) -> None:
    """ "The staff said the depot supplied fuel to troops": a past form with a noun of its own before it is what was said, and the noun behind it its object."""
    verb, noun, before = tokens[i], tokens[tokens[i].head], tokens[i - 1] if i > first else tokens[i]
    saying = tokens[noun.head]
    if noun.dep != "dobj" or saying.lemma not in word_set("verbs_of_saying") or saying.tag not in _FINITE or saying.i > i or before.head != i or before.pos not in ("NOUN", "PROPN") or not event_lexicon().rules_for("v", verb.lemma):
        return
    if any(t.text in (",", ";", '"', "“") for t in tokens[saying.i : noun.i]) or before.dep not in ("advmod", "npadvmod", "compound", "nsubj", "nmod"):
        return
    for c in [c for c in below[noun.i] if c < i]:
        below[noun.i].remove(c)
        below[before.i].append(c)
        tokens[c] = replace(tokens[c], head=before.i)
    below[saying.i].remove(noun.i)
    tokens[i] = replace(verb, dep="ccomp", head=saying.i, tag="VBD", pos="VERB")
    below[saying.i].append(i)
    tokens[before.i] = replace(before, dep="nsubj")
    tokens[noun.i] = replace(noun, dep="dobj", head=i)
    below[i].append(noun.i)
    for c in [c for c in below[noun.i] if tokens[c].dep == "prep" and c > noun.i and tokens[c].lower in ("to", "on", "at", "from", "with")]:
        move(tokens, below, c, i)


def _verb_before_name(tokens: list[Token], below: dict[int, list[int]], i: int, first: int, last: int) -> None:
    """ "A judge in Ankara jailed newspaper editor Murat Kaya for six years.": no second name of the judge without a comma before it; the past form is what the sentence,
    which has no other verb, tells of the judge, and the name is its object."""
    name = tokens[i]
    while name.dep in ("amod", "compound", "nmod") and name.head > name.i:
        name = tokens[name.head]
    subject = tokens[name.head]
    if name.dep != "appos" or subject.head != subject.i or subject.pos not in ("NOUN", "PROPN") or not subject.i < i or tokens[last - 1].text != "." or not event_lexicon().rules_for("v", tokens[i].lemma):
        return
    if any(t.text in (",", ";", ":", "-", "–", "—", "(") for t in tokens[subject.i : name.i]) or any(t.tag in _FINITE for t in tokens[first:last]) or not all(i <= t.head <= name.i for t in tokens[i : name.i]):
        return
    below[tokens[i].head].remove(i)
    below[subject.i].remove(name.i)
    for c in [c for c in below[subject.i] if c > i]:
        move(tokens, below, c, i)
    tokens[i] = replace(tokens[i], dep="ROOT", head=i, tag="VBD", pos="VERB")
    tokens[name.i] = replace(name, dep="dobj", head=i)
    tokens[subject.i] = replace(subject, dep="nsubj", head=i)
    below[i] += [name.i, subject.i]


def _dismissed_as(tokens: list[Token], below: dict[int, list[int]], at: int, last: int) -> None:
    """ "dismissed as fake news reports that its plane had crossed the line": what is dismissed stands behind what it is called."""
    verb = tokens[at - 1]
    noun = next((t for t in tokens[at + 2 : min(at + _AS_WHAT, last)] if t.lemma.lower() in word_set("told_things")), None)
    if noun is None or noun.i + 1 >= last or tokens[noun.i + 1].lower not in ("that", "of", "by", "in", "from") or any(t.tag in _FINITE and t is not noun for t in tokens[at + 1 : noun.i]) or any(t.text in (",", ";", ".") for t in tokens[at + 1 : noun.i]):
        return
    subject = tokens[verb.head] if verb.dep == "acl" and tokens[verb.head].dep == "nsubj" else None
    if noun.pos == "VERB" and noun.head == noun.i and noun.i in (verb.head, subject.head if subject is not None else -1):
        below[verb.head].remove(verb.i)
        tokens[verb.i] = verb = replace(verb, dep="ROOT", head=verb.i, tag="VBD", pos="VERB")
        if subject is not None:
            move(tokens, below, subject.i, verb.i)
        tokens[noun.i] = replace(noun, pos="NOUN", tag="NNS", dep="dobj", head=verb.i)
        below[verb.i].append(noun.i)
        for c in list(below[noun.i]):
            if tokens[c].dep == "ccomp" and c > noun.i:
                tokens[c] = replace(tokens[c], dep="acl")
            elif tokens[c].dep == "punct" and c > noun.i:
                move(tokens, below, c, verb.i)
    elif noun.pos == "NOUN" and noun.dep in ("pobj", "dep", "appos", "conj", "oprd", "npadvmod") and noun.head != verb.i and hangs_below(tokens, noun.i, verb.i):
        judged = next((t for t in reversed(tokens[at + 1 : noun.i]) if t.lemma.lower() in verdicts() or t.pos == "NOUN"), None)
        if judged is None:
            return
        for c in [c for c in below[noun.i] if c <= judged.i]:
            move(tokens, below, c, at if c == judged.i else judged.i)
        if judged.head != at:
            move(tokens, below, judged.i, at)
        tokens[judged.i] = replace(tokens[judged.i], dep="pobj")
        move(tokens, below, noun.i, verb.i)
        tokens[noun.i] = replace(tokens[noun.i], dep="dobj")


def _noun_of_telling(tokens: list[Token], below: dict[int, list[int]], i: int, first: int) -> None:
    """ "do not believe the police account that he fell", "contradicting witness accounts that ten died": behind a determiner and a noun, or a noun that no other verb
    governs, and before "that" the word is a noun, and what follows is told in it."""
    word = tokens[i]
    mark = next((tokens[c] for c in (i + 1,) if c < len(tokens) and tokens[c].lower == "that"), None)
    owner = tokens[i - 1] if i > first else None
    if mark is None or owner is None or word.tag not in ("VBP", "VBZ", "VB", "NN", "NNS") or owner.pos not in ("NOUN", "PROPN", "ADJ") or owner.head != i:
        return
    above = word.head
    if above == i or above > i or tokens[above].pos not in ("VERB", "AUX", "ADP") or word.dep not in ("ccomp", "dobj", "pobj", "xcomp", "pcomp"):
        return
    if word.dep == "ccomp" and not any(tokens[c].dep in ("det", "poss") for c in below[owner.i]):
        return  # "said police claim that"
    content = next((tokens[c] for c in below[i] if c > i and hangs_below(tokens, mark.i, c)), None)
    if content is None or any(tokens[c].dep in ("aux", "neg", "dobj", "advmod") for c in below[i]):
        return
    for c in [c for c in below[owner.i] if c < owner.i and tokens[c].dep in ("det", "poss")]:
        move(tokens, below, c, i)
    tokens[owner.i] = replace(owner, dep="amod" if owner.pos == "ADJ" else "compound")
    plural = word.tag in ("VBZ", "NNS")
    tokens[i] = replace(word, pos="NOUN", tag="NNS" if plural else "NN", dep="pobj" if tokens[above].pos == "ADP" else "dobj")
    tokens[content.i] = replace(content, dep="acl")


def _told_in_noun(tokens: list[Token], below: dict[int, list[int]], i: int, last: int) -> None:
    """ "questioned the army account that the boy was armed": what "that" opens right behind the noun is told in it."""
    if i + 1 >= last or tokens[i + 1].lower != "that" or tokens[i].head > i:
        return
    above = tokens[i].head
    while tokens[above].pos not in ("VERB", "AUX") and tokens[above].head != above:
        above = tokens[above].head
    content = next((c for c in below[above] if c > i and tokens[c].dep == "ccomp" and hangs_below(tokens, i + 1, c)), None)
    spoken = content is not None and any(tokens[c].dep == "ccomp" and c < above for c in below[above])  # "These are lies, he said of accusations that ..."
    doubted = tokens[i].dep == "dobj" and (_against(tokens[above].lemma) or tokens[above].lemma in ("believe", "accept"))  # who confirms reports says it himself
    if content is not None and (doubted or tokens[above].lemma.lower() == "be" or spoken):
        move(tokens, below, content, i)
        tokens[content] = replace(tokens[content], dep="acl")


def _called(tokens: list[Token], below: dict[int, list[int]], i: int, last: int) -> None:
    verb = tokens[i]
    at = i + 1
    while at < last and tokens[at].pos in _BEFORE_NOUNS:
        at += 1
    noun = tokens[at] if at < last else None
    if noun is None or noun.lemma.lower() not in word_set("told_things") or at == i + 1:
        return
    if noun.dep in ("compound", "amod", "nmod") and noun.head > at:
        _split(tokens, below, verb, noun)
    elif noun.dep in ("nsubj", "compound") and noun.head == at + 1 and tokens[at + 1].pos == "VERB" and tokens[at + 1].head == i and tokens[at + 1].lemma.lower() in verdicts():
        _lies(tokens, below, verb, noun)
    elif noun.head == i and noun.dep in ("dobj", "nsubj") and at + 1 < last and tokens[at + 1].lower == "that":
        _behind_clause(tokens, below, verb, noun, last)


def _split(tokens: list[Token], below: dict[int, list[int]], verb: Token, noun: Token) -> None:
    """ "called the claim nonsense": two things beside one another, no compound."""
    judged = tokens[noun.head]
    if judged.head != verb.i or judged.lemma.lower() not in verdicts() or judged.dep not in ("dobj", "oprd", "ccomp", "attr", "npadvmod") or verb.tag == "VBN":
        return
    for c in [c for c in below[judged.i] if c < noun.i and tokens[c].dep in ("det", "amod", "poss", "nummod")]:
        move(tokens, below, c, noun.i)
    move(tokens, below, noun.i, verb.i)
    tokens[noun.i] = replace(tokens[noun.i], dep="dobj", pos="NOUN")
    tokens[judged.i] = replace(judged, dep="oprd")


def _lies(tokens: list[Token], below: dict[int, list[int]], verb: Token, noun: Token) -> None:
    """ "branded the reports lies": what the reports are called, nothing that they do."""
    judged = tokens[noun.head]
    for c in [c for c in below[judged.i] if c > judged.i]:
        move(tokens, below, c, verb.i)
    move(tokens, below, noun.i, verb.i)
    tokens[noun.i] = replace(tokens[noun.i], dep="dobj")
    tokens[judged.i] = replace(judged, dep="oprd", pos="NOUN", tag="NNS" if judged.tag == "VBZ" else "NN")


def _behind_clause(tokens: list[Token], below: dict[int, list[int]], verb: Token, noun: Token, last: int) -> None:
    """ "called the allegation that it had armed the rebels a complete fabrication": the clause is the noun's, and the last thing in it what the noun is called."""
    content = next((tokens[c] for c in (*below[verb.i], *below[noun.i]) if c > noun.i and hangs_below(tokens, noun.i + 1, c) and tokens[c].pos in ("VERB", "AUX")), None)
    if content is None or content.i - noun.i > _LONG:
        return
    judged = next((t for t in tokens[content.i + 1 : last] if t.lemma.lower() in verdicts() and t.pos in ("NOUN", "ADJ", "PROPN") and t.dep not in ("amod", "compound", "pobj")), None)
    if judged is None or not (hangs_below(tokens, judged.i, content.i) or judged.head in (verb.i, noun.i)):
        return
    if content.head == verb.i:
        move(tokens, below, content.i, noun.i)
        tokens[content.i] = replace(tokens[content.i], dep="acl")
    if judged.head != verb.i:
        move(tokens, below, judged.i, verb.i)
    tokens[judged.i] = replace(tokens[judged.i], dep="oprd")
