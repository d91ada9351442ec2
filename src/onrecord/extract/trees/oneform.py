"""parse, repairs: words whose form does not tell what they are, read by the words around them: "were killed when shells hit the mill", "Shelling killed nine"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.trees.resumed import counted_people, goes_on, harmed_by_deed, subject_behind_place, subject_within
from onrecord.gazetteer import shared_gazetteer
from onrecord.lexicon.tables import word_set
from onrecord.lexicon.times import calendar_words
from onrecord.model.parse import Token

# "the first accused", "the main accused": who of those on trial.
_AMONG_ACCUSED = word_set("words_before_accused")
_OBJECTS = word_set("object_verbs") | word_set("verbs_of_harm_in_lists")
_GATHERING = word_set("verbs_of_crowds") | word_set("gathering_verbs")
_CLAUSES = frozenset({"advcl", "relcl", "ccomp", "conj"})


def by_neighbours(tokens: list[Token], first: int, last: int) -> None:
    """Give tokens [first, last) the tag that their sentence asks for."""
    deed_opens(tokens, first, last)
    for i in range(first, last):
        token = tokens[i]
        if i == first and token.tag == "NNP" and token.lemma.islower() and token.lower in (f"{token.lemma}s", f"{token.lemma}es") and i + 1 < last and tokens[i + 1].pos != "PROPN":
            tokens[i] = replace(token, tag="NNS", pos="NOUN", ent="")  # "Rebels announced": many, by their lemma, and no name
        elif token.lower == "fire" and token.pos == "NOUN" and token.dep == "pobj" and tokens[token.head].lower in ("by", "from", "under") and i - 1 > token.head and _who_fires(tokens[i - 1]):
            tokens[i] = replace(token, lemma="gunfire")  # "killed by Azerbaijani fire", "wounded by army fire"
        elif token.tag == "VBN" and token.dep == "conj" and i - 2 > first and token.lower in ("wounded", "injured", "missing") and tokens[i - 1].lower in ("and", "or") and tokens[i - 2].lower in ("dead", "killed") and tokens[i - 2].dep in ("pobj", "dobj"):
            tokens[i] = replace(token, pos="NOUN", tag="NNS", head=i - 2)  # "the number of dead and wounded": so many people
            tokens[i - 1] = replace(tokens[i - 1], head=i - 2)
        elif token.tag == "VBP" and token.dep in _CLAUSES and token.lower in word_set("verbs_of_one_form") and told_as_past(tokens, token.head, first, last):
            tokens[i] = replace(token, tag="VBD")
        elif token.tag == "VBP" and token.dep == "ROOT" and token.lower in word_set("verbs_of_one_form") and on_a_day(tokens, first, last):
            tokens[i] = replace(token, tag="VBD")  # "guards beat inmates on Monday"
        elif token.tag == "VBG" and token.dep in ("nsubj", "nsubjpass") and not any(t.head == i and t.dep not in ("amod", "det", "compound", "punct") and not (t.i == i - 1 and t.dep == "nsubj" and t.tag in ("JJ", "NNP", "NNPS")) for t in tokens[first:last] if t.i != i):
            tokens[i] = replace(token, tag="NN", pos="NOUN", lemma=token.lower)
            if i > first and tokens[i - 1].head == i and tokens[i - 1].dep == "nsubj":
                tokens[i - 1] = replace(tokens[i - 1], dep="amod" if tokens[i - 1].tag == "JJ" else "compound")  # "Ukrainian shelling destroyed the dam"
        elif token.tag == "VBG" and token.dep in ("csubj", "nsubj") and token.lower in word_set("gerunds_that_are_deeds") and all(t.dep in ("prep", "amod", "det", "poss", "compound", "punct") for t in tokens[first:last] if t.head == i and t.i != i):
            tokens[i] = replace(token, tag="NN", pos="NOUN", lemma=token.lower, dep="nsubj")  # "Shelling in the city killed two"
        elif token.tag == "VBZ" and token.dep == "ccomp" and token.head < i:
            plural_for_verb(tokens, i, first, last)
        elif token.tag == "VBD" and token.dep in ("advcl", "conj") and token.head < i:
            if token.dep == "conj" and token.lemma in _OBJECTS and befell_too(tokens, i, first, last):
                tokens[i] = replace(token, tag="VBN")
            else:
                subject_behind_after(tokens, i, first, last)
        elif token.lower == "dead" and token.dep == "amod" and i > first and tokens[i - 1].lemma in ("shoot", "leave", "strike") and tokens[i - 1].tag in ("VBD", "VBP", "VBZ", "VB", "VBG") and tokens[token.head].i > i:
            tokens[i] = replace(token, dep="acomp", head=i - 1)  # "shot dead two men"
        elif goes_on(tokens, i, first, last) or (i > first + 3 and token.dep == "ROOT" and subject_behind_place(tokens, i, first, last)) or subject_within(tokens, i, first, last) or counted_people(tokens, i, first, last) or harmed_by_deed(tokens, i, first, last) or (token.tag == "VBN" and token.dep == "advcl" and token.head == i - 1 and state_of_object(tokens, i, first, last)) or (token.dep == "conj" and token.text.istitle() and name_in_row(tokens, i, first, last)):
            continue
        elif token.lower == "march" and token.dep == "npadvmod" and i > first + 1 and tokens[i - 1].head == i and tokens[i - 2].dep == "prt" and tokens[i - 2].head == token.head:
            tokens[i] = replace(token, dep="dobj")  # "called off a march": no month
        elif token.lower == "accused" and token.tag == "VBN" and before_court(tokens, i, first, last):
            tokens[i] = replace(tokens[i], tag="NN", pos="NOUN", lemma="accused")
        elif token.tag == "RB" and token.text.istitle() and named_behind_verb(tokens, i, first, last):
            tokens[i] = replace(token, tag="NNP", pos="PROPN", dep="dobj", lemma=token.text)
        elif token.tag == "VBG" and token.dep == "pcomp" and token.text.istitle() and i - first > 1 and tokens[i - 1].tag == "IN" and tokens[i - 2].text.islower() and not any(t.head == i and t.dep in ("dobj", "nsubj") for t in tokens[first:last]):
            tokens[i] = replace(token, tag="NNP", pos="PROPN", dep="pobj", lemma=token.text, ent=token.ent or "GPE")  # "bombed a village in Sagaing"
            for t in tokens[first:last]:
                if t.head == i and t.dep in ("prep", "npadvmod") and t.i > i:
                    tokens[t.i] = replace(t, head=tokens[tokens[i - 1].head].i)
        elif token.lower in ("outside", "inside") and token.tag == "JJ" and token.dep == "amod" and i > first and tokens[i - 1].lemma in _GATHERING and tokens[token.head].dep == "dobj" and tokens[token.head].head == i - 1:
            tokens[token.head] = replace(tokens[token.head], dep="pobj", head=i)  # "gathered outside parliament"
            tokens[i] = replace(token, tag="IN", pos="ADP", dep="prep", head=i - 1)
        elif token.lower == "having" and token.dep in ("xcomp", "pcomp", "advcl"):
            done_before(tokens, i, first, last)


def on_a_day(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a sentence tells its day by a plain weekday, and by no word for what comes or recurs."""
    words = {t.lower for t in tokens[first:last]}
    return not words.isdisjoint(calendar_words()["weekday"]) and words.isdisjoint(("next", "every", "each", "will", "tomorrow", "usually", "often"))


def name_in_row(tokens: list[Token], i: int, first: int, last: int) -> bool:
    """ "Roman Berg, 33, and Egor Holm, 39, were arrested": a given name that the tagger takes for a verb, in a row with a name."""
    above, family = tokens[tokens[i].head], tokens[i + 1] if i + 1 < last else tokens[i]
    if tokens[i].tag not in ("VB", "VBP", "NN") or above.tag != "NNP" or tokens[i - 1].lower != "and" or family.tag != "NNP" or family.head != i or any(t.head == i and t.i not in (i, family.i) and t.dep != "punct" for t in tokens[first:last]):
        return False
    tokens[family.i] = replace(family, dep="conj", head=above.i)
    tokens[i] = replace(tokens[i], dep="compound", head=family.i, tag="NNP", pos="PROPN", lemma=tokens[i].text)
    return True


def state_of_object(tokens: list[Token], i: int, first: int, last: int) -> bool:
    """ "arrested impeached President X": what the verb's object has become, right before it; no clause of its own."""
    noun = next((t for t in tokens[i + 1 : min(i + 9, last)] if t.head == i - 1 and t.dep == "dobj"), None)
    if noun is None or any(t.head == i for t in tokens[first:last] if t.i != i) or any(not i < t.head <= noun.i for t in tokens[i + 1 : noun.i]):
        return False
    tokens[i] = replace(tokens[i], dep="amod", head=noun.i)
    return True


def before_court(tokens: list[Token], at: int, first: int, last: int) -> bool:
    """ "The two accused were remanded", "both accused denied the charges": who is accused, before the verb whose subject he is; his article or number hangs on him then."""
    token, words = tokens[at], ("the", "both", "neither", "either", "each", "every", "another", "an")
    named = tokens[at - 1].lower in words or tokens[at - 1].tag == "CD" or (at > first + 1 and tokens[at - 1].lower in _AMONG_ACCUSED and tokens[at - 2].lower in ("the", "a", "another"))
    ends = at + 1 < last and (tokens[at + 1].tag in ("VBD", "VBZ", "VBP", "MD") or tokens[at + 1].text in (",", ".", ")") or (tokens[at + 1].tag == "VBN" and tokens[at + 1].dep == "ROOT"))
    if at == first or not named or not ends or any(t.head == at and t.dep in ("dobj", "prep", "aux", "auxpass", "agent") for t in tokens[first:last]):
        return False
    above = tokens[at - 1]
    if token.dep == "acl" and token.head == above.i:
        tokens[at] = replace(token, dep=above.dep, head=above.head)
        for t in tokens[first:at]:
            if t.head == above.i and t.i != above.i:
                tokens[t.i] = replace(t, head=at)
        tokens[above.i] = replace(above, dep="nummod" if above.tag == "CD" else "det", head=at)
    elif above.head == at and above.dep == "nsubj":
        tokens[above.i] = replace(above, dep="det")
    return tokens[at].dep in ("nsubj", "nsubjpass", "pobj", "dobj")


def deed_opens(tokens: list[Token], first: int, last: int) -> None:
    """ "Shelling hit Kherson and Nikopol": a gerund that opens the sentence right before a verb in the past is what that verb tells of."""
    if last - first < 3:
        return
    deed, verb = tokens[first], tokens[first + 1]
    if deed.tag != "VBG" or verb.tag not in ("VBD", "VBZ") or verb.lemma in ("be", "have", "do") or (deed.head != verb.i and verb.head != deed.i) or deed.dep not in ("ROOT", "aux", "advcl", "csubj", "nsubj"):
        return
    top = verb.i if deed.dep == "ROOT" else verb.head
    dep = "ROOT" if deed.dep == "ROOT" else verb.dep
    for t in tokens[first:last]:
        if t.head == deed.i and t.i not in (deed.i, verb.i):
            tokens[t.i] = replace(t, head=verb.i)
    tokens[verb.i] = replace(verb, dep=dep, head=top)
    tokens[deed.i] = replace(deed, tag="NN", pos="NOUN", lemma=deed.lower, dep="nsubj", head=verb.i)


def named_behind_verb(tokens: list[Token], at: int, first: int, last: int) -> bool:
    """ "Soldiers surrounded Bakhmut": a capitalised word right behind a small verb without an object is the name of one, and no adverb."""
    token, before = tokens[at], tokens[at - 1]
    if at == first or token.head != before.i or len(token.text) < 4 or not before.text.islower() or before.tag not in ("VBD", "VBN", "VBZ", "VBP", "VB", "VBG"):
        return False
    return not any(t.head == before.i and t.dep == "dobj" and t.i != at for t in tokens[first:last])


def plural_for_verb(tokens: list[Token], verb: int, first: int, last: int) -> None:
    """ "imposed travel bans and asset freezes on nine ministers": no verb in the singular has two subjects joined by "and"; the word is a noun of the row."""
    beside, above = tokens[verb - 1], tokens[tokens[verb].head]
    subject = next((t for t in tokens[first:verb] if t.head == verb and t.dep == "nsubj"), None)
    joined = subject is not None and beside.dep == "conj" and beside.head == subject.i and beside.tag == "NN" and tokens[verb - 2].lower == "and"
    if not joined or subject is None or subject.tag != "NNS" or above.i > subject.i or any(t.head == verb and t.dep in ("dobj", "aux", "mark") for t in tokens[first:last]):
        return
    if above.tag not in ("VBD", "VBN", "VBZ", "VBP", "VB", "VBG") or any(t.head == above.i and t.dep == "dobj" for t in tokens[first:last]):
        return
    tokens[subject.i] = replace(subject, dep="dobj", head=above.i)
    tokens[beside.i] = replace(beside, dep="compound", head=verb)
    for t in tokens[first:last]:
        if t.head == verb and t.i not in (verb, subject.i, beside.i):
            tokens[t.i] = replace(t, head=above.i)
    tokens[verb] = replace(tokens[verb], tag="NNS", pos="NOUN", dep="conj", head=subject.i)


def subject_behind_after(tokens: list[Token], verb: int, first: int, last: int) -> None:
    """ "two days after the shelling of a post killed three", "called for a truce after strikes on a market killed nine": what "after" opens is a clause, and what
    stands between the two its subject."""
    below = [t for t in tokens[first:last] if t.head == verb and t.i != verb]
    mark = next((t for t in reversed(tokens[first:verb]) if t.lower in ("after", "before", "since")), None)
    if mark is None or mark.dep != "prep" or not any(t.dep == "dobj" for t in below) or any(t.dep in ("nsubj", "nsubjpass", "aux", "auxpass", "mark") for t in below):
        return
    noun = next((t for t in tokens[mark.i : verb] if t.head == mark.i and t.dep in ("pobj", "pcomp")), None)
    between = range(mark.i + 1, verb)
    # Nothing but the noun with its own words lies between: no comma, no "and", no other verb.
    if noun is None or noun.tag not in ("NN", "NNS", "NNP", "VBG") or not all(hangs_on(tokens, k, noun.i) for k in between) or tokens[verb - 1].pos == "PUNCT":
        return
    if noun.tag == "VBG" and any(t.head == noun.i and t.dep in ("dobj", "nsubj") for t in tokens[first:last]):
        return
    noun = replace(noun, tag="NN", pos="NOUN", lemma=noun.lower) if noun.tag == "VBG" else noun
    tokens[noun.i] = replace(noun, dep="nsubj", head=verb)
    tokens[mark.i] = replace(mark, dep="mark", head=verb)
    tokens[verb] = replace(tokens[verb], dep="advcl")


def hangs_on(tokens: list[Token], at: int, top: int) -> bool:
    """Whether token `at` is `top` or hangs on it."""
    for _ in range(len(tokens)):
        if at == top:
            return True
        if tokens[at].head == at:
            return False
        at = tokens[at].head
    return False


def befell_too(tokens: list[Token], verb: int, first: int, last: int) -> bool:
    """ "was detained overnight and freed on bail": a verb that always has an object, without one, shares the passive of the one before it."""
    above = tokens[tokens[verb].head]
    passive = above.tag == "VBN" and any(t.head == above.i and t.dep == "auxpass" for t in tokens[first:last])
    return passive and not any(t.head == verb and t.dep in ("nsubj", "nsubjpass", "dobj", "ccomp", "xcomp", "aux", "prt", "dative", "attr", "oprd") for t in tokens[first:last])


def done_before(tokens: list[Token], having: int, first: int, last: int) -> None:
    """ "denied having targeted civilians": the participle behind "having" is its verb, not an adjective of what follows."""
    verb = tokens[having + 1] if having + 1 < last else None
    if verb is None or verb.tag != "VBN" or verb.dep != "amod" or tokens[verb.head].head != having or tokens[verb.head].dep != "dobj":
        return
    noun = tokens[verb.head]
    tokens[verb.i] = replace(verb, pos="VERB", dep=tokens[having].dep, head=tokens[having].head)
    tokens[noun.i] = replace(noun, head=verb.i)
    for t in tokens[first:last]:
        if t.head == having and t.i not in (having, verb.i, noun.i):
            tokens[t.i] = replace(t, head=verb.i)
    tokens[having] = replace(tokens[having], dep="aux", head=verb.i, pos="AUX")


def told_as_past(tokens: list[Token], verb: int, first: int, last: int) -> bool:
    """Whether the clause of a verb is told in the past: by its own form or by its auxiliary, with no modal."""
    helpers = {t.tag for t in tokens[first:last] if t.head == verb and t.dep in ("aux", "auxpass")}
    if "MD" in helpers or "TO" in helpers:
        return False
    return tokens[verb].tag == "VBD" or (tokens[verb].tag in ("VBN", "VBG") and "VBD" in helpers)


def _who_fires(word: Token) -> bool:
    return word.ent in ("NORP", "GPE", "ORG") or word.lower in word_set("fighters_put_before_deeds") | {"enemy", "hostile", "sniper", "tank", "rifle", "police", "army"} or shared_gazetteer().country_by_demonym(word.text) is not None
