"""parse: gerunds, clauses behind "once" and days behind an aim that the small parser hangs on the wrong word, put right where the words themselves tell."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.trees.oneform import hangs_on
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.lexicon.times import calendar_words
from onrecord.model.parse import Token

_SUBJECTS = {"nsubj": "csubj", "nsubjpass": "csubjpass"}
_OWNED = frozenset({"det", "poss", "nummod"})
_OPENERS = frozenset({'"', "“", "‘", "``", ":"})
_SCHEMING = {"planning": "plan", "plotting": "plot", "scheming": "scheme", "conspiring": "conspire", "attempting": "attempt", "preparing": "prepare"}
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def gerund_arcs(tokens: list[Token], first: int, last: int) -> set[int]:
    """Repairs tokens [first, last) in place; the prepositions that now hang on another word. Cost: linear in the tokens, times the sentence's length."""
    moved: set[int] = set()
    for i in range(first, last):
        if tokens[i].lower in _SCHEMING and i > first and _schemed_deed(tokens, first, i):
            continue
        if tokens[i].lower in ("after", "before") and tokens[i].dep == "prep":
            _after_doing(tokens, first, i)
        if tokens[i].tag == "VBG" and tokens[i].dep == "pcomp" and tokens[i - 1].lower == "over" and i + 1 < last and tokens[i + 1].lower == "of" and tokens[i + 1].head == i:
            tokens[i] = replace(tokens[i], tag="NN", pos="NOUN", lemma=tokens[i].lower, dep="pobj")  # "sanctions judges over jailing of activists": not who sanctions them
        if tokens[i].tag == "VBG" and tokens[i].dep in ("prep", "csubj"):
            _describes(tokens, first, last, i)
        if tokens[i].dep in ("amod", "compound") and (tokens[i].tag == "VBG" or _noun_in_ing(tokens, first, i)):
            _gerund(tokens, first, last, i)
        elif tokens[i].tag == "VBG" and tokens[i].dep == "advcl" and tokens[i - 1].text == "," and tokens[i].head < i:
            _outcome_of_the_charge(tokens, first, i)
            _outcome_of_the_last(tokens, first, i)
        elif tokens[i].tag == "VBG" and tokens[i].dep == "conj" and i > first:
            _but_done(tokens, first, i)
        elif tokens[i].tag == "VBG" and tokens[i].dep == "acl" and tokens[i - 1].text == ",":
            _of_the_doer(tokens, first, i)
        elif tokens[i].tag == "VBG" and tokens[i].dep == "advcl":
            _without_comma(tokens, first, last, i)
        elif tokens[i].lower in _SCHEMING and tokens[i].tag == "NN":
            _planning(tokens, first, last, i)
        elif tokens[i].lower == "once" and tokens[i].dep == "advmod":
            _once(tokens, first, last, i)
        elif tokens[i].lower == "on" and tokens[i].dep == "prep" and (_day_of_coming(tokens, first, last, i) or _day_of_ending(tokens, first, last, i) or _day_of_occasion(tokens, first, i) or _day_of_punishment(tokens, first, last, i)):
            moved.add(i)
        elif tokens[i].dep in ("relcl", "acl") and tokens[i].lemma in word_set("verbs_of_imposing") and any(t.head == i and t.dep in _SUBJECTS for t in tokens[first:i]):
            _imposed(tokens, i)
        elif tokens[i].lower == "held" and tokens[i].dep in ("acl", "amod"):
            _pact_held(tokens, first, last, i)
    return moved


def _gerund(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "Arresting strikers will not end it", "Fearing arrest, the bishop fled": a gerund and its object at the head of a sentence, taken for an adjective and its noun."""
    gerund, noun = tokens[i], tokens[tokens[i].head]
    opens = i == first or tokens[i - 1].text in _OPENERS
    if not opens and _behind_preposition(tokens, i, noun):
        tokens[i] = replace(gerund, dep="pcomp", head=i - 1, pos="VERB")
        tokens[noun.i] = replace(noun, dep="dobj", head=i)
        return
    if not opens or noun.i <= i or noun.pos not in ("NOUN", "PROPN") or any(t.head == noun.i and t.dep in _OWNED for t in tokens[i:noun.i]):
        return
    verb = tokens[noun.head]
    if verb.i <= noun.i or verb.pos not in ("VERB", "AUX"):
        return
    if noun.dep in _SUBJECTS and noun.tag in ("NNS", "NNPS") and _object_of(tokens, first, last, gerund, noun, verb):
        tokens[i] = replace(gerund, dep=_SUBJECTS[noun.dep], head=verb.i, pos="VERB")
        tokens[noun.i] = replace(noun, dep="dobj", head=i)
        return
    comma = noun.i + 1 < last and tokens[noun.i + 1].text == ","
    subject = any(t.head == verb.i and t.dep in _SUBJECTS and t.i > noun.i for t in tokens[first:last])
    if comma and subject and noun.dep in ("dep", "npadvmod", "advcl", "nsubj", "ccomp"):
        tokens[i] = replace(gerund, dep="advcl", head=verb.i, pos="VERB")
        tokens[noun.i] = replace(noun, dep="dobj", head=i)


def _behind_preposition(tokens: list[Token], i: int, noun: Token) -> bool:
    """ "will concentrate on arresting smugglers", "devoted a year to jailing critics": whom they arrest; police who arrest are no smugglers."""
    prep = tokens[i - 1]
    applied = prep.dep == "prep" and prep.lower in ("on", "to") and tokens[prep.head].lemma in word_set("verbs_of_applying_oneself")
    return applied and tokens[i].tag == "VBG" and tokens[i].lemma in word_set("deeds_always_done_to") and noun.i == i + 1 and noun.dep == "pobj" and noun.head == prep.i and noun.tag in ("NNS", "NNPS")


def _without_comma(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "Jailing editors does not silence the truth": with no comma behind it, what opens the sentence is its subject, and the noun the gerund's object."""
    gerund, verb = tokens[i], tokens[tokens[i].head]
    noun = next((t for t in tokens[i + 1 : last] if t.head == verb.i and t.dep in _SUBJECTS), None)
    opens = i == first or tokens[i - 1].text in _OPENERS
    if not opens or noun is None or verb.i < noun.i or any(t.text == "," for t in tokens[i : verb.i]) or any(t.head == i and t.i > i for t in tokens[i + 1 : verb.i]):
        return
    if any(t.pos not in ("NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM", "ADP") and t.dep not in ("aux", "auxpass", "neg", "advmod", "compound") for t in tokens[i + 1 : verb.i]):
        return
    if _finite_form(tokens[first:last], verb) not in ("VBZ", "MD"):
        return  # "Using drones rebels attacked the base": a comma left out
    tokens[i] = replace(gerund, dep=_SUBJECTS[noun.dep], pos="VERB")
    tokens[noun.i] = replace(noun, dep="dobj", head=i)


def _outcome_of_the_charge(tokens: list[Token], first: int, i: int) -> None:
    """ "accused the crew of ramming a boat, injuring two men": whom it hurt is a part of what they are accused of; no accusation hurts anybody. "Sparking an outcry"
    may be of either."""
    gerund, verb = tokens[i], tokens[tokens[i].head]
    if verb.lemma not in word_set("accusing_verbs") or verb.i < first or gerund.lemma not in word_set("verbs_of_harm"):
        return
    deed = next((t for t in reversed(tokens[verb.i : i]) if t.tag == "VBG" and t.dep == "pcomp" and tokens[t.head].head == verb.i), None)
    if deed is not None and not any(t.text in ("and", "but") and t.head == verb.i for t in tokens[deed.i : i]):
        tokens[i] = replace(gerund, head=deed.i)


def _outcome_of_the_last(tokens: list[Token], first: int, i: int) -> None:
    """ "It is the first deal since May, when talks ended after rebels attacked villages, killing 80": no deal killed anybody; the attack told last did."""
    gerund, main = tokens[i], tokens[tokens[i].head]
    if main.lemma not in ("be", "come", "follow", "claim", "accept", "deny") or gerund.lemma not in word_set("verbs_of_harm") | {"leave", "drive", "displace"} or main.i < first:
        return
    deed = next((t for t in reversed(tokens[main.i + 1 : i - 1]) if t.pos == "VERB" and t.tag in ("VBD", "VBZ", "VBP") and t.dep in ("advcl", "relcl", "ccomp")), None)
    if deed is not None and any(r.type == "ASSAULT" for r in event_lexicon().rules_for("v", deed.lemma)) and hangs_on(tokens, deed.i, main.i):
        tokens[i] = replace(gerund, head=deed.i)
        return
    claimed = next((t for t in tokens[main.i : i] if t.head == main.i and t.lower in ("responsibility", "involvement")), None)
    told = next((t for t in tokens[claimed.i : i] if t.dep == "pobj" and tokens[t.head].head == claimed.i), None) if claimed is not None else None
    if told is not None and event_lexicon().rules_for("n", told.lemma):
        tokens[i] = replace(gerund, dep="acl", head=told.i)  # "claimed responsibility for a bombing, killing 26"


def _noun_in_ing(tokens: list[Token], first: int, i: int) -> bool:
    """Whether what was taken for a noun is a gerund that often opens a sentence ("Fearing arrest, he fled"); it is put right."""
    token = tokens[i]
    if i != first or token.tag not in ("NN", "NNP") or not token.lower.endswith("ing"):
        return False
    stem = token.lower.removesuffix("ing")
    lemma = next((w for w in (stem, f"{stem}e") if w in word_set("verbs_opening_sentences")), None)
    noun = tokens[token.head]
    if lemma is None or noun.i != i + 1 or noun.i + 1 >= len(tokens) or tokens[noun.i + 1].text != ",":
        return False
    tokens[i] = replace(token, tag="VBG", lemma=lemma)
    return True


def _object_of(tokens: list[Token], first: int, last: int, gerund: Token, noun: Token, verb: Token) -> bool:
    """Whether the plural behind the gerund is what the deed is done to: the verb is in the singular, or the deed one that is always done to somebody. "Arresting officers",
    "bombing raids" do it, or are it."""
    lexicon = event_lexicon()
    if noun.lemma in word_set("nouns_behind_deeds") or any(not r.companions for r in lexicon.rules_for("n", noun.lemma)):
        return False
    if _finite_form(tokens[first:last], verb) == "VBZ":
        return True
    return gerund.lemma in word_set("deeds_always_done_to")


def _finite_form(tokens: list[Token], verb: Token) -> str:
    """The tag of the first finite form of a verb with its auxiliaries."""
    return next((t.tag for t in tokens if t.tag in _FINITE and (t.i == verb.i or (t.head == verb.i and t.dep in ("aux", "auxpass")))), "")


def _once(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "will withdraw once the rebels have left": "once" opens the clause behind it; it does not say how often what stands before it is done."""
    verb = tokens[tokens[i].head]
    clause = next((t for t in tokens[i + 1 : last] if t.head == verb.i and t.dep in ("ccomp", "advcl", "dep") and t.pos in ("VERB", "AUX")), None)
    if verb.i > i or clause is None or any(t.head == clause.i and t.dep == "mark" for t in tokens[first:last]):
        return
    subject = next((t for t in tokens[i + 1 : clause.i] if t.head == clause.i and t.dep in _SUBJECTS), None)
    if subject is None or any(t.text == "," or t.tag in _FINITE for t in tokens[i + 1 : subject.i]):
        return
    start = subject.i
    while start > i + 1 and hangs_on(tokens, start - 1, subject.i):
        start -= 1
    if start != i + 1:
        return
    tokens[i] = replace(tokens[i], dep="mark", head=clause.i)
    tokens[clause.i] = replace(clause, dep="advcl")


def _day_of_coming(tokens: list[Token], first: int, last: int, i: int) -> bool:
    """ "fired tear gas to disperse the crowd on Sunday": the day that stands behind an aim carried out there and then is the day of what was done for it. "Came to
    observe the vote on Sunday" keeps it."""
    day = next((t for t in tokens[i + 1 : min(i + 3, last)] if t.head == i and t.dep == "pobj"), None)
    aim = tokens[tokens[i].head]
    if aim.pos in ("NOUN", "PROPN") and aim.dep in ("dobj", "pobj") and aim.i < i:
        above = tokens[aim.head]
        aim = tokens[above.head] if above.dep == "prep" else above
    if day is None or day.lower not in calendar_words()["weekday"] or aim.tag != "VB" or aim.lemma not in word_set("aims_there_and_then") or aim.dep not in ("advcl", "xcomp"):
        return False
    verb = tokens[aim.head]
    if verb.tag not in ("VBD", "VBN") or verb.i > aim.i or verb.lemma not in word_set("deeds_with_an_aim") or not any(t.head == aim.i and t.lower == "to" for t in tokens[verb.i : aim.i]):
        return False
    beside = [t for t in tokens[first:last] if t.ent in ("DATE", "TIME") and t.i != day.i]
    if beside or any(t.head == day.i for t in tokens[day.i + 1 : last]) or any(t.head == verb.i and (t.tag == "MD" or t.lower == "to") for t in tokens[first:verb.i]):
        return False
    tokens[i] = replace(tokens[i], head=verb.i)
    return True


def _day_of_ending(tokens: list[Token], first: int, last: int, i: int) -> bool:
    """ "ended a ten-day strike on Monday", "lifted the ban on Friday": the day is that of the ending; "called off a strike on Monday" may be of either."""
    day = next((t for t in tokens[i + 1 : min(i + 3, last)] if t.head == i and t.dep == "pobj"), None)
    noun = tokens[tokens[i].head]
    verb = tokens[noun.head]
    if day is None or day.lower not in calendar_words()["weekday"] or noun.dep != "dobj" or verb.tag not in ("VBD", "VBN") or verb.lemma not in word_set("verbs_of_ending_what_is"):
        return False
    if any(t.head == day.i for t in tokens[day.i + 1 : last]) or any(t.ent in ("DATE", "TIME") and t.head == verb.i for t in tokens[first:last]):
        return False
    tokens[i] = replace(tokens[i], head=verb.i)
    return True


def _day_of_occasion(tokens: list[Token], first: int, i: int) -> bool:
    """ "accused of detaining lawmakers during his declaration of martial law on 3 December": the day behind the occasion of what is alleged is that of the occasion."""
    day = tokens[i]
    during = next((t for t in reversed(tokens[first:i]) if t.lower == "during" and t.dep == "prep" and t.head == day.head), None)
    occasion = next((t for t in tokens[during.i + 1 : i] if t.head == during.i and t.dep == "pobj"), None) if during is not None else None
    if occasion is None or not any(t.head == occasion.i and t.dep == "poss" for t in tokens[first:i]):
        return False
    at = tokens[day.head]
    while at.head != at.i and at.lemma not in ("accuse", "charge", "suspect"):
        at = tokens[at.head]
    if at.lemma in ("accuse", "charge", "suspect") and not any(t.pos == "VERB" or t.text == "," for t in tokens[occasion.i : i]):
        tokens[i] = replace(day, head=occasion.i)
        return True
    return False


def _day_of_punishment(tokens: list[Token], first: int, last: int, i: int) -> bool:
    """ "executed 11 men convicted of spying on Monday": the weekday behind is that of what is told, and not of an older verdict."""
    day, verdict = next((t for t in tokens[i + 1 : min(i + 3, last)] if t.head == i and t.dep == "pobj"), None), tokens[tokens[i].head]
    noun = tokens[verdict.head]
    verb = tokens[noun.head]
    if day is None or day.lower not in calendar_words()["weekday"] or verdict.lemma not in ("convict", "accuse", "suspect") or verdict.dep != "acl" or noun.dep not in ("dobj", "nsubjpass") or verb.tag not in ("VBD", "VBN"):
        return False
    if any(t.head == day.i for t in tokens[day.i + 1 : last]) or any(t.ent in ("DATE", "TIME") and t.head == verb.i for t in tokens[first:last]):
        return False
    tokens[i] = replace(tokens[i], head=verb.i)
    return True


def _pact_held(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "The truce between the two clans held on Sunday": what held is the truce, where the sentence has no other verb; nobody is held."""
    held = tokens[i]
    root = tokens[held.head]
    while root.head != root.i and root.dep in ("pobj", "conj", "prep"):
        root = tokens[root.head]
    if root.head != root.i or root.i > i or root.lemma.lower() not in word_set("what_may_hold") or any(t.tag in _FINITE and t.i != i for t in tokens[first:last]):
        return
    if any(t.head == i and t.dep in ("agent", "aux", "auxpass") for t in tokens[first:last]):
        return
    for t in tokens[i + 1 : last]:
        if t.head == root.i:
            tokens[t.i] = replace(t, head=i)
    tokens[i] = replace(held, tag="VBD", pos="VERB", dep="ROOT", head=i)
    tokens[root.i] = replace(root, dep="nsubj", head=i)


def _imposed(tokens: list[Token], i: int) -> None:
    """ "lifted a ban on rallies that it had imposed in 2021": what is imposed is the ban."""
    noun = tokens[tokens[i].head]
    prep = tokens[noun.head]
    measure = tokens[prep.head] if tokens[prep.head].pos == "NOUN" else tokens[max(prep.i - 1, 0)]  # "lifted a ban | on rallies"
    if noun.dep == "pobj" and prep.lower in ("on", "against", "of") and prep.dep == "prep" and measure.pos == "NOUN" and measure.lemma in word_set("standing_measures") and noun.lemma not in word_set("standing_measures"):
        tokens[i] = replace(tokens[i], head=measure.i, dep="relcl")


def _schemed_deed(tokens: list[Token], first: int, i: int) -> bool:
    """ "had confessed to planning attacks on mills", "convicted of plotting raids": a gerund and what was planned, taken for a compound or a noun with an object."""
    gerund, prep, noun = tokens[i], tokens[i - 1], tokens[tokens[i].head]
    above = tokens[prep.head]
    told = above.lemma in word_set("verbs_of_charging_with") or above.lemma in word_set("verbs_of_owning_up") or above.lower == "guilty"
    if prep.dep != "prep" or prep.lower not in ("to", "of", "with", "for") or not told:
        return False
    verb = replace(gerund, tag="VBG", pos="VERB", lemma=_SCHEMING[gerund.lower], dep="pcomp", head=prep.i)
    if gerund.dep == "pcomp":
        if gerund.tag != "NN" or not any(t.head == i and t.dep == "dobj" for t in tokens[i : i + 6]):
            return False
        tokens[i] = verb
        return True
    if gerund.dep not in ("compound", "amod") or noun.dep != "pobj" or noun.head != prep.i or noun.tag != "NNS" or not event_lexicon().rules_for("n", noun.lemma):
        return False
    tokens[i] = verb
    tokens[noun.i] = replace(noun, dep="dobj", head=i)
    return True


def _after_doing(tokens: list[Token], first: int, i: int) -> None:
    """ "called off protests planned for Monday after reaching a deal": who calls them off reached it; nothing is planned after it."""
    participle = tokens[tokens[i].head]
    noun = tokens[participle.head]
    verb = tokens[noun.head]
    if participle.dep != "acl" or participle.tag != "VBN" or noun.dep != "dobj" or not verb.i < noun.i < participle.i < i or verb.pos != "VERB" or tokens[i - 1].text == ",":
        return
    gerund = next((t for t in tokens[i + 1 : i + 4] if t.head == i and t.dep == "pcomp" and t.tag == "VBG"), None)
    if gerund is not None and any(t.head == verb.i and t.dep == "nsubj" for t in tokens[first : verb.i]):
        tokens[i] = replace(tokens[i], head=verb.i)


def _planning(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "charged with planning to bomb a church": a gerund and what was planned, taken for a noun and an aim of the charge."""
    if tokens[i].dep not in ("pobj", "pcomp") or i + 2 >= last or tokens[i + 1].lower != "to" or tokens[i + 2].tag != "VB" or any(t.head == i for t in tokens[first:i]):
        return
    verb = tokens[i + 2]
    if verb.dep not in ("advcl", "xcomp", "acl", "relcl", "ccomp") or verb.i == tokens[i].head:
        return
    tokens[i] = replace(tokens[i], tag="VBG", pos="VERB", lemma=_SCHEMING[tokens[i].lower], dep="pcomp")
    tokens[verb.i] = replace(verb, dep="xcomp", head=i)


def _describes(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "On Sunday evening an army patrol | searching for captives | was ambushed": the gerund tells of the patrol, which is the subject of what follows."""
    noun = tokens[i - 1]
    if i - 1 <= first or noun.head != i or noun.dep not in ("nsubj", "nsubjpass") or noun.pos not in ("NOUN", "PROPN"):
        return
    verb = next((t for t in tokens[i + 1 : last] if t.tag in _FINITE), None)
    main = tokens[verb.head] if verb is not None and verb.dep in ("aux", "auxpass") else verb
    if main is None or verb is None or any(t.head == main.i and t.dep in _SUBJECTS for t in tokens[first:last]) or any(t.text == "," for t in tokens[i : verb.i]):
        return
    passive = any(t.head == main.i and t.dep == "auxpass" for t in tokens[i : main.i])
    tokens[noun.i] = replace(noun, dep="nsubjpass" if passive else "nsubj", head=main.i)
    tokens[i] = replace(tokens[i], dep="acl", head=noun.i, pos="VERB")


def _of_the_doer(tokens: list[Token], first: int, i: int) -> None:
    """ "Police retook the jail after a 16-hour standoff, | firing tear gas", "cracked down on one of its largest gangs, the Red Front, | seizing houses": no standoff fires, and no
    gang seizes what was taken from it; the police do."""
    noun = tokens[tokens[i].head]
    aside = any(t.dep == "appos" and t.head == noun.i for t in tokens[noun.i : i])
    prep = tokens[noun.head]
    while noun.dep == "pobj" and prep.lower == "of" and tokens[prep.head].dep == "pobj":
        noun = tokens[prep.head]
        prep = tokens[noun.head]
    verb = tokens[prep.head]
    told = verb.tag in _FINITE or any(t.head == verb.i and t.dep == "aux" and t.lemma == "have" for t in tokens[first : verb.i])
    against = aside and prep.lower in ("on", "against") and any(r.type in ("ASSAULT", "COERCE", "MOBILIZE") for r in event_lexicon().rules_for("v", verb.lemma))
    if noun.dep != "pobj" or not (against or prep.lower in ("after", "during", "following")) or verb.pos != "VERB" or not told or verb.i < first or not verb.i < prep.i < noun.i < i:
        return
    over = verb if any(t.head == verb.i and t.dep == "nsubj" for t in tokens[first : verb.i]) or verb.dep != "conj" else tokens[verb.head]
    subject = next((t for t in tokens[first : verb.i] if t.head == over.i and t.dep == "nsubj" and t.pos in ("NOUN", "PROPN")), None)
    if subject is not None and event_lexicon().rules_for("v", tokens[i].lemma) and (against or not any(t.text == "," for t in tokens[verb.i : i - 1])):
        tokens[i] = replace(tokens[i], dep="advcl", head=verb.i)


def _but_done(tokens: list[Token], first: int, i: int) -> None:
    """ "was attacked without causing casualties | but damaging a truck": what follows "but" was done."""
    spared = tokens[tokens[i].head]
    without = tokens[spared.head]
    joint = next((t for t in tokens[spared.i : i] if t.lower == "but" and t.head in (spared.i, i)), None)
    if joint is None or spared.dep != "pcomp" or without.lower != "without" or without.head < first or not without.i < spared.i < i:
        return
    tokens[i] = replace(tokens[i], dep="advcl", head=without.head)
    tokens[joint.i] = replace(joint, head=without.head)
