"""parse: arcs that decide who did what to whom, put right where the words themselves tell: rows by "along with", guises, suspects, "whom", agents behind a speaker.

Each rule is a class of English, as in `clausearcs` next door.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.forms import irregular_forms
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_JOINING = frozenset({"along", "together"})
_ARTICLES = frozenset({"det", "poss", "nummod", "amod", "compound", "nmod", "case", "appos", "prep", "relcl", "acl"})
_BEFORE_DEEDS = frozenset({"against", "after", "over", "for", "at", "following", "despite", "amid", "since", "before", "to"})
_DONE_BY = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "PROTEST", "THREATEN", "MOBILIZE"})
_CLOCK = re.compile(r"^\d{1,2}[:.]\d{2}(?:am|pm|h)?$|^\d{1,2}(?:am|pm)$")
_PEOPLE = ("human", "civilian", "official", "armed", "enforcer", "criminal", "prisoner", "protester", "folk")


@lru_cache(maxsize=1)
def _pasts() -> dict[str, str]:
    """Past forms that can be nothing else, and their lemmas: "retook", "overran", "withdrew"; not "left" or "shot"."""
    made = {forms[0]: lemma for lemma, forms in irregular_forms().items() if len(forms) > 1 and forms[0] not in forms[1:] and len(forms[0]) > 4}
    return {form: lemma for form, lemma in made.items() if form not in irregular_forms() and not event_lexicon().rules_for("n", form)}


def party_arcs(tokens: list[Token], first: int, last: int) -> set[int]:
    """Repairs tokens [first, last) in place; the prepositions that now hang on another word. Cost: linear in the tokens, times the sentence for the few words that open a rule."""
    moved: set[int] = set()
    _clock(tokens, first, last)
    for i in range(first, last):
        _had_it_done(tokens, first, last, i)
        _lost_past(tokens, first, last, i)
        _past_form(tokens, first, last, i)
        _row_of_names(tokens, first, last, i)
        _row_of_numbers(tokens, first, last, i)
        _cleft_with_not(tokens, first, last, i)
        _along_with(tokens, first, last, i)
        _as_well_as(tokens, first, last, i)
        _supposed_to_be(tokens, first, last, i)
        _in_the_guise_of(tokens, first, last, i)
        _whom(tokens, first, last, i)
        _wounded(tokens, first, i)
        _non_grata(tokens, first, last, i)
        if _accused_by_of(tokens, i) or _agent_behind_speaker(tokens, first, last, i) or _agent_of_object(tokens, first, last, i):
            moved.add(i)
    return moved


def _below(tokens: list[Token], first: int, last: int, i: int) -> list[Token]:
    return [t for t in tokens[first:last] if t.head == i and t.i != i]


def _people(noun: Token) -> bool:
    return any(noun.lemma in event_lexicon().classes[c] for c in _PEOPLE)


def _along_with(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "The mayor, along with six councillors, was held", "France, together with Spain, sent troops": a second party, as behind "as well as". Behind an object without
    commas only people stand beside people: rebels "attacked the town together with a militia"."""
    opening, prep = tokens[i], tokens[min(i + 1, last - 1)]
    if opening.lower not in _JOINING or prep.lower != "with" or i - first < 1:
        return
    other = next((t for t in tokens[i + 2 : last] if t.head == prep.i and t.dep == "pobj"), None)
    apart = tokens[i - 1].text == ","
    if other is not None and not apart and (subject := _befallen(tokens, first, i)) is not None and (_people(other) or other.pos == "PROPN"):
        # "The mayor was held along with six councillors"
        _join(tokens, opening, prep, other, subject)
        return
    noun = tokens[i - 2] if apart and i - 2 >= first else tokens[i - 1]
    while noun.dep in ("pobj", "prep", "compound", "appos") and noun.head >= first and noun.head < i and noun.dep != "dobj":
        if noun.dep == "pobj" and tokens[noun.head].dep != "prep":
            break
        noun = tokens[noun.head]
    if other is None or other.pos not in _NOUNS or noun.pos not in _NOUNS or noun.i >= i or other.ent in ("DATE", "TIME"):
        return
    verb = tokens[noun.head]
    if verb.pos not in ("VERB", "AUX"):
        return
    if noun.dep in _SUBJECTS:
        # Between two commas before the verb.
        closed = apart and noun.i < i < verb.i and any(t.text == "," for t in tokens[other.i + 1 : verb.i])
        if not closed:
            return
    elif noun.dep == "dobj":
        if not (_people(noun) and _people(other)) or opening.lower != "along":
            return
    else:
        return
    _join(tokens, opening, prep, other, noun)


def _join(tokens: list[Token], opening: Token, prep: Token, other: Token, noun: Token) -> None:
    tokens[other.i] = replace(other, dep="conj", head=noun.i)
    tokens[opening.i] = replace(opening, dep="advmod", head=prep.i)
    tokens[prep.i] = replace(prep, dep="cc", head=noun.i)


def _befallen(tokens: list[Token], first: int, i: int) -> Token | None:
    """The person whom the passive verb just before "along with" befell."""
    verb = next((t for t in reversed(tokens[first:i]) if t.pos in ("VERB", "AUX")), None)
    if verb is None or verb.tag != "VBN" or any(t.pos in _NOUNS and t.head == verb.i and t.dep != "nsubjpass" for t in tokens[verb.i : i]):
        return None
    subject = next((t for t in tokens[first : verb.i] if t.head == verb.i and t.dep == "nsubjpass"), None)
    return subject if subject is not None and (subject.pos == "PROPN" or subject.tag == "PRP" or _people(subject)) else None


def _as_well_as(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "The army as well as the police fired on the crowd": one subject in two parts, no army that the police fired."""
    if tokens[i].lower != "as" or i - first < 3 or tokens[i - 1].lower != "well" or tokens[i - 2].lower != "as":
        return
    noun = tokens[i - 3]
    other = next((t for t in tokens[i + 1 : last] if t.dep in _SUBJECTS and tokens[t.head].head == noun.i and tokens[t.head].dep == "relcl"), None)
    if other is None or noun.pos not in _NOUNS or noun.dep not in ("ROOT", "ccomp") or any(t.tag in ("WDT", "WP") for t in tokens[i:other.i]):
        return
    verb = tokens[other.head]
    if verb.tag not in (*_FINITE, "VBN"):
        return
    tokens[verb.i] = replace(verb, dep=noun.dep, head=verb.i if noun.head == noun.i else noun.head)
    for t in _below(tokens, first, last, noun.i):
        if t.i > verb.i:
            tokens[t.i] = replace(t, head=verb.i)
    tokens[noun.i] = replace(noun, dep=other.dep, head=verb.i)
    tokens[other.i] = replace(other, dep="conj", head=noun.i)


def _supposed_to_be(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "Gunmen suspected to be herders killed nine", "a man believed to be a guard fired": the participle tells who they may be, and the finite verb behind is what they did."""
    told = tokens[i]
    if told.tag not in ("VBN", "VBD") or told.dep not in ("ROOT", "ccomp") or told.lower not in word_set("participles_of_supposing"):
        return
    below = _below(tokens, first, last, i)
    noun = next((t for t in below if t.dep in _SUBJECTS and t.i < i), None)
    being = next((t for t in below if t.dep == "xcomp" and t.lemma == "be" and t.i > i), None)
    if noun is None or being is None or any(t.dep in ("aux", "auxpass") for t in below) or tokens[i - 1].text == ",":
        return
    verb = next((t for t in tokens[being.i + 1 : last] if t.tag in ("VBD", "VBN") and t.head in (i, being.i) and t.dep in ("ccomp", "xcomp", "advcl", "conj", "dep")), None)
    if verb is None or any(t.head == verb.i and t.dep in (*_SUBJECTS, "aux", "auxpass", "mark") for t in tokens[first:last]):
        return
    _take_over(tokens, first, last, told, verb, noun)
    tokens[i] = replace(told, tag="VBN", dep="acl", head=noun.i)
    tokens[being.i] = replace(tokens[being.i], dep="xcomp", head=i)


def _take_over(tokens: list[Token], first: int, last: int, old: Token, verb: Token, noun: Token) -> None:
    """Has `verb` stand where `old` stood, with `noun` for its subject and what hung on `old` behind it."""
    tokens[verb.i] = replace(verb, tag="VBD", pos="VERB", dep=old.dep, head=verb.i if old.head == old.i else old.head)
    tokens[noun.i] = replace(noun, dep="nsubj", head=verb.i)
    for t in _below(tokens, first, last, old.i):
        if t.i > verb.i or (t.text == "," and t.i < noun.i):
            tokens[t.i] = replace(t, head=verb.i)


def _in_the_guise_of(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "Men dressed as police abducted a trader": whose clothes they wore is told, and they did it."""
    guise = tokens[i]
    if guise.dep not in ("acl", "ROOT", "amod") or guise.lower not in word_set("participles_of_guise") or i + 2 >= last or tokens[i + 1].lower not in ("as", "like"):
        return
    mark = tokens[i + 1]
    verb = tokens[mark.head]
    worn = next((t for t in tokens[i + 2 : last] if t.head == verb.i and t.dep in _SUBJECTS), None)
    noun = tokens[guise.head] if guise.dep != "ROOT" else next((t for t in tokens[first:i] if t.head == i and t.dep in _SUBJECTS), None)
    if noun is None or worn is None or verb.tag not in (*_FINITE, "VBN") or verb.i < worn.i or noun.i > i or mark.dep not in ("mark", "advmod", "prep"):
        return
    top = noun if guise.dep != "ROOT" else guise
    if top.dep not in ("ROOT", "ccomp") or verb.dep not in ("advcl", "ccomp"):
        return
    _take_over(tokens, first, last, top, verb, noun)
    tokens[i] = replace(guise, tag="VBN", dep="acl", head=noun.i)
    tokens[mark.i] = replace(mark, dep="prep", head=i)
    tokens[worn.i] = replace(worn, dep="pobj", head=mark.i)


def _whom(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "the officer, whom witnesses accused of torture", "a man whom police accuse of fraud": the noun behind "whom" is who does it, whatever tag its verb was given."""
    if tokens[i].lower != "whom" or i - first < 1 or i + 2 >= last or tokens[i - 1].tag == "IN":
        return
    noun = tokens[i - 2] if tokens[i - 1].text == "," else tokens[i - 1]
    if noun.pos not in _NOUNS or noun.i < first:
        return
    at = i + 1
    while at < last and tokens[at].dep in ("det", "amod", "poss", "case", "nummod") and tokens[at].pos not in ("VERB", "PUNCT"):
        at += 1
    # The last noun before the first word that can be a verb of accusing.
    verb = next((t for t in tokens[at + 1 : min(at + 5, last)] if _accusing(t)), None)
    if verb is None or any(t.pos in ("PUNCT", "VERB", "ADP") for t in tokens[at : verb.i]):
        return
    doer = tokens[verb.i - 1]
    if doer.pos not in _NOUNS or (tokens[i].head == verb.i and verb.dep == "relcl" and doer.head == verb.i and doer.dep == "nsubj"):
        return
    lemma = next(w for w in word_set("accused_participles") | {"blame", "charge"} if verb.lower.startswith(w.removesuffix("e")))
    old = verb if verb.dep in _SUBJECTS else None
    for t in tokens[i + 1 : verb.i]:
        if t.i != doer.i and t.head in (verb.i, noun.i):
            tokens[t.i] = replace(t, head=doer.i)
    if old is not None:
        # "a woman whom police accuse ... was held": the parser has lost whose verb the last one is.
        tokens[noun.i] = replace(noun, dep=old.dep, head=old.head) if noun.head in (verb.i, noun.i) or noun.dep in (*_SUBJECTS, "ROOT") else noun
    tokens[doer.i] = replace(doer, dep="nsubj", head=verb.i)
    tokens[i] = replace(tokens[i], dep="dobj", head=verb.i)
    tokens[verb.i] = replace(verb, pos="VERB", tag="VBD" if verb.lower.endswith("ed") else "VBZ" if verb.lower.endswith("s") else "VBP", lemma=lemma, dep="relcl", head=noun.i)


def _accusing(token: Token) -> bool:
    stems = [w.removesuffix("e") for w in word_set("accused_participles") | {"blame", "charge"}]
    return token.text.islower() and any(token.lower in (f"{s}e", f"{s}es", f"{s}ed", s, f"{s}s") for s in stems)


def _wounded(tokens: list[Token], first: int, i: int) -> None:
    """ "The clinic received 15 wounded", "Ambulances brought 12 wounded": people who were hurt, and whoever took them in hurt nobody and was not hurt."""
    token = tokens[i]
    if token.lower not in ("wounded", "injured") or i - first < 2 or tokens[i - 1].tag != "CD":
        return
    number = tokens[i - 1]
    verb = tokens[number.head] if number.dep == "dobj" else tokens[token.head]
    if number.dep not in ("dobj", "nummod") or verb.lemma not in word_set("verbs_of_taking_people_in") or verb.i > number.i or token.pos == "NOUN":
        return
    if any(t.head == i and t.dep in ("dobj", "agent", "aux", "auxpass") for t in tokens[first : i + 8] if t.sent == token.sent):
        return
    tokens[number.i] = replace(number, dep="nummod", head=i)
    tokens[i] = replace(token, pos="NOUN", tag="NNS", lemma=token.lower, dep="dobj", head=verb.i)
    for t in tokens[i + 1 : i + 12]:
        if t.sent == token.sent and t.head == i and t.dep in ("prep", "punct", "advmod"):
            tokens[t.i] = replace(t, head=verb.i)


def _non_grata(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "declared three envoys persona non grata", "were declared persona non grata by the kingdom": what they were declared, of whom, and by whom."""
    if tokens[i].lower not in ("persona", "personae", "personas") or i + 2 >= last or tokens[i + 1].lower != "non" or tokens[i + 2].lower not in ("grata", "gratae", "gratas"):
        return
    verb = next((t for t in reversed(tokens[first:i]) if t.lemma in word_set("verbs_of_declaring_so")), None)
    if verb is None:
        return
    passive = any(t.head == verb.i and t.dep in ("auxpass", "nsubjpass") for t in tokens[first:i])
    whom = next((t for t in reversed(tokens[verb.i + 1 : i]) if t.pos in (*_NOUNS, "PRON") and t.head in (i, i + 2, verb.i) and t.dep in (*_SUBJECTS, "dobj", "dative", "compound", "poss")), None)
    if whom is None and not passive:
        return
    if whom is not None and not passive:
        tokens[whom.i] = replace(whom, dep="dobj", head=verb.i)
    for t in tokens[first:last]:
        if t.head in (i, i + 1, i + 2) and t.i not in (i, i + 1, i + 2):
            agent = t.lower == "by" and t.dep in ("prep", "agent") and passive
            tokens[t.i] = replace(t, head=verb.i if t.i > i else whom.i if whom is not None and t.i != whom.i else verb.i, dep="agent" if agent else t.dep)
    tokens[i] = replace(tokens[i], pos="NOUN", tag="NN", lemma="persona", dep="oprd", head=verb.i)
    for k in (i + 1, i + 2):
        tokens[k] = replace(tokens[k], pos="X", tag="FW", dep="amod", head=i)


def _accused_by_of(tokens: list[Token], i: int) -> bool:
    """ "were accused by residents of looting": what they are accused of, not what the residents are of. Behind "of" stands a deed: "by members of the council" has none."""
    prep = tokens[i]
    noun = tokens[prep.head]
    above = tokens[noun.head]
    if prep.dep != "prep" or noun.dep != "pobj" or above.dep != "agent" or f"{tokens[above.head].lemma} {prep.lower}" not in word_set("verb_prepositions"):
        return False
    verb = tokens[above.head]
    below = [t for t in tokens[i + 1 :] if t.head == i and t.sent == prep.sent]
    deed = next((t for t in below if t.dep == "pcomp" or (t.dep == "pobj" and any(not r.companions for r in event_lexicon().rules_for("n", t.lemma)))), None)
    if deed is None or any(t.head == verb.i and t.lower == prep.lower and t.dep == "prep" for t in tokens[verb.i : i]):
        return False
    tokens[i] = replace(prep, head=verb.i)
    return True


def _agent_behind_speaker(tokens: list[Token], first: int, last: int, i: int) -> bool:
    """ "Four miners were killed, the prosecutor said, by members of a gang": behind the speaker between two commas goes on who did it."""
    prep = tokens[i]
    if prep.lower != "by" or prep.dep not in ("prep", "agent") or i - first < 4 or tokens[i - 1].text != ",":
        return False
    saying = tokens[prep.head]
    if saying.lemma not in word_set("verbs_of_saying") or saying.tag not in _FINITE or saying.i != i - 2 or not any(t.head == i and t.dep == "pobj" for t in tokens[i:last]):
        return False
    told = next((t for t in tokens[first : saying.i] if t.head == saying.i and t.dep == "ccomp"), None)
    comma = told is not None and any(t.text == "," for t in tokens[told.i : saying.i])
    if told is None or not comma or any(t.head == told.i and t.dep == "agent" for t in tokens[first:last]) or not any(t.head == told.i and t.dep in ("auxpass", "nsubjpass") for t in tokens[first : told.i]):
        return False
    tokens[i] = replace(prep, dep="agent", head=told.i)
    return True


def _agent_of_object(tokens: list[Token], first: int, last: int, i: int) -> bool:
    """ "Peacekeepers repelled an assault on their base by militiamen", "marched against the shooting of farmers by soldiers": a verb that is no passive has no agent; the
    deed that it takes, or stands behind its preposition, has."""
    prep = tokens[i]
    verb = tokens[prep.head]
    if prep.lower != "by" or prep.dep not in ("prep", "agent") or verb.pos != "VERB" or verb.i > i or tokens[i - 1].text == ",":
        return False
    below = _below(tokens, first, last, verb.i)
    deed = next((t for t in below if t.dep == "dobj" and verb.i < t.i < i), None)
    behind = (t for t in tokens[verb.i + 1 : i] if t.dep == "pobj" and t.pos == "NOUN" and tokens[t.head].head == verb.i and tokens[t.head].lower in _BEFORE_DEEDS)
    deed = deed or next((t for t in behind if any(c.head == t.i and c.dep == "prep" for c in tokens[t.i + 1 : i])), None)
    doer = next((t for t in tokens[i + 1 : last] if t.head == i and t.dep == "pobj"), None)
    if deed is None or doer is None or any(t.dep in ("auxpass", "nsubjpass") for t in below) or any(t.head == deed.i and t.dep == "poss" for t in tokens[first:last]):
        return False
    acts = _people(doer) or doer.ent in ("ORG", "NORP") or doer.lemma in event_lexicon().classes["collective"]
    if not acts or doer.ent in ("DATE", "TIME") or not _has_doers(tokens, first, deed):
        return False
    tokens[i] = replace(prep, dep="prep", head=deed.i)
    return True


def _has_doers(tokens: list[Token], first: int, deed: Token) -> bool:
    """Whether a noun tells of what somebody does to others, itself or with the nouns before it: "an assault", "the court challenge"."""
    before = {t.lemma for t in tokens[first : deed.i] if t.head == deed.i and t.dep in ("compound", "amod")}
    return any(r.type in _DONE_BY and set(r.companions) <= before for r in event_lexicon().rules_for("n", deed.lemma))


def _clock(tokens: list[Token], first: int, last: int) -> None:
    """ "14:05 Police have cordoned off the square": when, and no name of the police."""
    clock = tokens[first]
    if last - first < 3 or not _CLOCK.match(clock.lower) or clock.dep not in ("nummod", "compound", "amod", "nmod"):
        return
    noun = tokens[clock.head]
    if noun.pos not in _NOUNS or noun.dep not in _SUBJECTS:
        return
    tokens[first] = replace(clock, dep="npadvmod", head=noun.head)
    if tokens[first + 1].lower in ("gmt", "utc", "bst", "est", "cet") and tokens[first + 1].head == noun.i:
        tokens[first + 1] = replace(tokens[first + 1], dep="npadvmod", head=noun.head)


def _had_it_done(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "The governor had the editor arrested", "had the mayor's brother shot": who has it done, whom it befell, and no deed of the one upon the other."""
    had = tokens[i]
    if had.lemma != "have" or had.tag not in ("VBD", "VBZ", "VBP", "VB") or i + 2 >= last:
        return
    if had.dep == "aux":
        verb = tokens[had.head]
        subjects = [t for t in tokens[first : verb.i] if t.head == verb.i and t.dep == "nsubj"]
        if verb.tag != "VBN" or len(subjects) != 2 or not subjects[0].i < i < subjects[1].i or any(t.head == verb.i and t.dep == "dobj" for t in tokens[verb.i : last]):
            return
        tokens[i] = replace(had, pos="VERB", dep=verb.dep, head=i if verb.head == verb.i else verb.head)
        tokens[subjects[0].i] = replace(subjects[0], head=i)
        for t in _below(tokens, first, last, verb.i):
            if t.i < i or t.dep == "punct":
                tokens[t.i] = replace(t, head=i)
        tokens[verb.i] = replace(verb, dep="ccomp", head=i)
        return
    done = next((t for t in tokens[i + 1 : last] if t.head == i and t.dep == "dobj"), None)
    if done is None or not any(t.head == done.i and t.dep in _SUBJECTS and i < t.i < done.i for t in tokens[i:last]) or done.lower not in _PARTICIPLES:
        return
    tokens[done.i] = replace(done, pos="VERB", tag="VBN", lemma=_PARTICIPLES[done.lower], dep="ccomp")


# Participles of harm that the tagger takes for nouns.
_PARTICIPLES = {"shot": "shoot", "hanged": "hang", "killed": "kill", "beaten": "beat", "arrested": "arrest", "murdered": "murder", "detained": "detain", "jailed": "jail"}


def _lost_past(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "An army helicopter bombed fishermen on the lake.": a sentence without another verb, whose past tense the parser hangs on what it befell."""
    verb = tokens[i]
    if verb.tag != "VBN" or verb.dep != "amod" or tokens[last - 1].text != "." or i <= first:
        return
    whom, noun = tokens[verb.head], tokens[i - 1]
    if whom.i < i or whom.dep not in ("appos", "dobj", "conj") or whom.head != noun.i or noun.dep != "ROOT" or noun.pos not in _NOUNS or any(t.i != i and t.pos in ("VERB", "AUX") and t.dep not in ("amod", "acl", "relcl") for t in tokens[first:last]):
        return
    if not any("subj" in r.actor for r in event_lexicon().rules_for("v", verb.lemma)):
        return
    tokens[i] = replace(verb, pos="VERB", tag="VBD", dep="ROOT", head=i)
    tokens[noun.i] = replace(noun, dep="nsubj", head=i)
    tokens[whom.i] = replace(whom, dep="dobj", head=i)
    for t in tokens[i + 1 : last]:
        if t.head in (noun.i, whom.i) and t.i > whom.i and t.dep in ("prep", "punct"):
            tokens[t.i] = replace(t, head=i)


def _past_form(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "The army, backed by jets, retook the town", "the army retook Wad": a form that is nobody's infinitive and no noun is a past tense."""
    token = tokens[i]
    if token.tag not in ("VB", "VBP", "NN") or token.dep != "ROOT" or (lemma := _pasts().get(token.lower)) is None or not token.text.islower():
        return
    below = _below(tokens, first, last, i)
    if token.tag != "NN":
        if not any(t.dep in ("aux", "auxpass") for t in below):
            tokens[i] = replace(token, tag="VBD", lemma=lemma)
        return
    noun = tokens[i - 1]
    if i <= first or noun.head != i or noun.dep != "compound" or noun.pos not in _NOUNS:
        return
    tokens[i] = replace(token, pos="VERB", tag="VBD", lemma=lemma)
    for t in below:
        if t.i < noun.i and t.dep in ("det", "amod", "compound", "poss", "nummod"):
            tokens[t.i] = replace(t, head=noun.i)
        elif t.i > i and t.dep == "appos" and not any(c.dep == "dobj" for c in below):
            tokens[t.i] = replace(t, dep="dobj")
    tokens[noun.i] = replace(noun, dep="nsubj")


def _row_of_numbers(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "killed five Spaniards, three Colombians and a Peruvian": with another number behind a mere comma it is others who are told of."""
    noun, above = tokens[i], tokens[tokens[i].head]
    if noun.dep != "appos" or noun.pos not in _NOUNS or above.pos not in _NOUNS or above.i >= i:
        return
    numbers = [next((t for t in tokens[first:last] if t.head == n.i and t.dep == "nummod" and t.i < n.i), None) for n in (above, noun)]
    if numbers[0] is None or numbers[1] is None or numbers[0].lower == numbers[1].lower or numbers[1].i < above.i:
        return
    goes_on = any(t.dep == "conj" and t.head == i for t in tokens[first:last])  # "12 soldiers, four officers among them" are no row
    if goes_on and [t.text for t in tokens[above.i + 1 : numbers[1].i]] == [","] and not any(t.dep == "appos" and t.head == above.i and t.i != i for t in tokens[first:last]):
        tokens[i] = replace(noun, dep="conj")


def _row_of_names(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "The EU, UN and US condemned the coup": three names in a row, none of which is another's; "its rivals, Chad and Mali," are two."""
    second = tokens[i]
    head = tokens[second.head]
    if second.dep != "appos" or second.pos != "PROPN" or head.pos != "PROPN" or head.i > i or head.ent in ("DATE", "TIME") or second.ent == "DATE" or head.dep not in (*_SUBJECTS, "dobj", "pobj"):
        return
    below = _below(tokens, first, last, i)
    third = next((t for t in below if t.dep == "conj" and t.pos == "PROPN" and t.i > i), None)
    if third is None or not any(t.dep == "cc" and t.lower == "and" for t in below) or any(t.dep in ("relcl", "acl", "appos") for t in (*below, *_below(tokens, first, last, third.i))):
        return
    commas = [t.i for t in tokens[head.i : i] if t.text == ","]
    groups = {"ORG", "GPE", "NORP", ""}
    if len(commas) != 1 or not {head.ent, second.ent, third.ent} <= groups or {head.ent, second.ent, third.ent} == {""}:
        return
    end = third.i + 1
    if (end < last and tokens[end].text == ",") or any(t.dep == "det" and t.head in (i, third.i) and t.lower not in ("the",) for t in tokens[first:last]):
        return
    tokens[i] = replace(second, dep="conj")


def _cleft_with_not(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "It was rebels, not the army, who burned the village": what is told behind "who" is told of the first."""
    verb = tokens[i]
    if verb.dep != "relcl" or verb.head >= i:
        return
    other = tokens[verb.head]
    noun = tokens[other.head]
    if other.dep not in ("appos", "conj") or noun.pos not in _NOUNS or noun.i > other.i:
        return
    between = [t for t in tokens[noun.i + 1 : other.i] if t.dep not in ("det", "amod", "compound", "poss", "case", "nummod")]
    if [t.lower for t in between] not in ([",", "not"], [",", "and", "not"], [",", "rather", "than"]) or not any(t.tag in ("WP", "WDT") for t in tokens[other.i + 1 : i]):
        return
    tokens[i] = replace(verb, head=noun.i)
