"""parse: arcs that the small parser is known to misplace, put right where the words themselves tell. Each rule is a class of English, not of a text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from onrecord import syntax
from onrecord.actorbook import ActorBook
from onrecord.extract.trees.gardenpaths import (
    apart_behind,
    clause_behind,
    fronted,
    garden_path,
    hangs_below,
    kin_in_row,
    main_verb,
    move,
    name_for_auxiliary,
    people,
    row_of_people,
    said_beside,
    says_too,
    set_apart,
    speakers_in_row,
    unnamed_says,
    verb_in_row,
    year_opening,
)
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import NameSpan, Token

_FINITE_PAST = frozenset({"VBD"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BARE = frozenset({"VB", "VBG"})
_NOMINAL_ARCS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
_OWN = frozenset({"nsubj", "nsubjpass", "expl", "aux", "auxpass", "mark"})


def reattach(tokens: list[Token], first: int, last: int) -> set[int]:
    """Repairs the tree of one sentence, tokens [first, last), in place; the prepositions that now hang on another word. Cost: its tokens times the tree's depth."""
    moved: set[int] = set()
    below: dict[int, list[int]] = defaultdict(list)
    for i in range(first, last):
        if tokens[i].head != i:
            below[tokens[i].head].append(i)
    for i in range(first, last):
        if tokens[i].dep in ("parataxis", "ccomp") and tokens[i].lemma in word_set("verbs_of_saying") and tokens[i].tag in _FINITE:
            moved |= _parenthesis(tokens, below, i, first, last)
    for i in range(first, last):
        token = tokens[i]
        if set_apart(tokens, below, i, last) or name_for_auxiliary(tokens, below, i) or (i > first + 3 and speakers_in_row(tokens, below, i)) or (token.dep == "ccomp" and says_too(tokens, below, i)) or unnamed_says(tokens, below, i, first) or clause_behind(tokens, below, i) or apart_behind(tokens, below, i) or year_opening(tokens, below, i, first) or (token.dep == "appos" and row_of_people(tokens, below, i, last)) or (token.dep in ("appos", "conj") and kin_in_row(tokens, below, i)) or (token.dep == "amod" and token.tag == "VBG" and verb_in_row(tokens, below, i)):
            continue
        if token.dep == "pobj" and token.tag == "VBZ" and not any(tokens[c].dep in _OWN or tokens[c].dep == "dobj" for c in below[i]):  # "loaded with shells": a noun
            tokens[i] = replace(token, pos="NOUN", tag="NNS", lemma=_singular(token))
        elif token.dep == "pobj" and token.tag == "VBG" and any(tokens[c].dep in ("compound", "det", "amod", "poss") for c in below[i]) and not any(tokens[c].dep == "dobj" for c in below[i]):
            # "killed in police firing", "during the shelling": a noun that says its doer before it.
            tokens[i] = replace(token, pos="NOUN", tag="NN", lemma=token.lower)
        elif token.tag == "VBG" and token.dep in ("acl", "advcl") and token.lower in word_set("volleys") and i > first and _fires(tokens, i):
            if token.head != i - 1:
                move(tokens, below, i, i - 1)
            _compound(tokens, below, i)
        elif token.tag in ("VBN", "JJ") and token.dep in _NOMINAL_ARCS and people(tokens, below, i):
            # "the wounded can be taken", "a 19-year-old was shot": people, no event.
            tokens[i] = replace(token, pos="NOUN", tag="NN", lemma="year-old", ent="") if token.lower == "old" else replace(token, pos="NOUN", tag="NNS", lemma=token.lower)
        elif token.dep == "appos" and token.pos == "NOUN" and any(tokens[c].dep == "nsubj" and tokens[c].tag in ("CD", "JJ", "DT") and any(tokens[g].lower == "of" for g in below[c]) for c in below[i]):
            # "30 people, five of them children": what some of them are, a clause without its verb.
            tokens[i] = replace(token, dep="acl")
        elif garden_path(tokens, below, i, last) or (token.dep == "compound" and token.tag == "NN" and token.lower.endswith("ing") and _admitted(tokens, below, i)) or (token.dep == "conj" and (_owners(tokens, below, i) or _next_to_deed(tokens, below, i))) or (token.dep == "appos" and _subject_behind_source(tokens, below, i, first)):
            continue
        elif token.dep == "conj" and not said_beside(tokens, below, i) and not _asked_by_speaker(tokens, below, i) and not _whose(tokens, below, i) and not _subject_behind_opening(tokens, below, i, first) and not _told_too(tokens, below, i):
            _finite_conjunct(tokens, below, i)
        elif token.dep == "ROOT" and token.tag == "JJ" and token.lower.endswith("ed") and any(tokens[c].dep == "nsubj" for c in below[i]) and (verb := _past_of(token)) is not None:
            # "Troops, backed by jets, advanced on the town": a past tense that the tagger takes for an adjective.
            tokens[i] = replace(token, pos="VERB", tag="VBD", lemma=verb)
        elif token.dep == "acl" and token.tag == "VBN" and tokens[token.head].head == token.head:
            if not fronted(tokens, below, i, first, last):
                main_verb(tokens, below, i, last)
        elif (token.tag == "VBG" and (_adviser(tokens, below, i) or _of_such(tokens, below, i))) or (token.tag == "VBN" and _next_deed(tokens, below, i)):
            continue
        elif token.dep in (*_NOMINAL_ARCS, "npadvmod") and token.lemma in word_set("time_spans") and i > first and i + 1 < last and tokens[i + 1].lower in ("before", "after"):
            _hours_before(tokens, below, i)
        elif token.dep == "csubj" and token.tag in ("VBD", "VBN"):
            _reduced_relative(tokens, below, i)
        elif token.dep == "prep" and _verb_preposition(tokens, below, i):
            moved.add(i)
        elif token.dep == "acl" and _told_him(tokens, below, i):
            continue
        elif token.dep == "agent" and any(tokens[c].dep == "nsubj" for c in below[token.head]) and not any(tokens[c].dep in ("auxpass", "nsubjpass") for c in below[token.head]):
            tokens[i] = replace(token, dep="prep")  # "she said by phone": no passive
    return moved


def _told_him(tokens: list[Token], below: dict[int, list[int]], i: int) -> bool:
    """ "told deputies that the rebels had no guns": what they were told, no description of them."""
    noun = tokens[tokens[i].head]
    verb = tokens[noun.head]
    own = [tokens[c] for c in below[i]]
    if noun.dep not in ("dobj", "dative") or noun.i > i or verb.lemma not in word_set("verbs_of_informing") or noun.lemma in word_set("told_things"):
        return False
    if not any(t.lower == "that" and t.dep == "mark" for t in own) or not any(t.dep in ("nsubj", "nsubjpass", "expl") for t in own) or any(tokens[c].dep == "ccomp" for c in below[verb.i]):
        return False
    move(tokens, below, i, verb.i)
    tokens[i] = replace(tokens[i], dep="ccomp")
    return True


def _of_such(tokens: list[Token], below: dict[int, list[int]], i: int) -> bool:
    """ "warned of marauding gangs": behind a preposition a verb that takes nobody has the bare noun behind it for its doer, not for whom it is done to."""
    verb = tokens[i]
    noun = next((tokens[c] for c in below[i] if tokens[c].dep == "dobj" and tokens[c].tag == "NNS"), None)
    rules = event_lexicon().rules_for("v", verb.lemma)
    if verb.dep != "pcomp" or noun is None or not rules or any("obj" in (*r.actor, *r.recipient) for r in rules) or any(t.tag not in ("JJ", "NN", "NNS") for t in tokens[i + 1 : noun.i]):
        return False
    if any(c.slot == "obj" and not c.negated for r in rules for c in r.where):
        return False
    tokens[noun.i] = replace(noun, dep="nsubj")
    return True


def _adviser(tokens: list[Token], below: dict[int, list[int]], i: int) -> bool:
    """ "urged guests to leave gems at home and carry no cash, warning of thieves": behind the comma speaks who urged, not who is to leave."""
    if tokens[i].dep != "advcl" or tokens[i - 1].text != "," or tokens[i].lemma not in word_set("advising_participles") or any(tokens[c].dep in ("nsubj", "mark", "aux") for c in below[i]):
        return False
    at = tokens[tokens[i].head]
    while at.dep == "conj":
        at = tokens[at.head]
    above = tokens[at.head]
    asked = at.tag == "VB" and at.dep in ("ccomp", "xcomp") and any(tokens[c].lower == "to" and tokens[c].dep == "aux" for c in below[at.i])
    if not asked or above.i > at.i or above.lemma not in word_set("advising_verbs") or not (above.tag in _FINITE or any(tokens[c].dep == "aux" for c in below[above.i])):
        return False
    move(tokens, below, i, above.i)
    return True


def _next_deed(tokens: list[Token], below: dict[int, list[int]], i: int) -> bool:
    """ "killed 25 guards, wounded 30, and seized a boat": with a bare number of its own behind it the past form is the next deed of whoever did the first, and tells of
    others than the noun before it."""
    verb = tokens[i]
    hung = tokens[verb.head]
    # The parser hangs it on the noun, or as an aside on the verb.
    noun = hung if verb.dep == "acl" else next((tokens[c] for c in below[hung.i] if tokens[c].dep == "dobj" and c < i), hung)
    above = hung if verb.dep == "advcl" else tokens[noun.head]
    number = next((tokens[c] for c in below[i] if c == i + 1 and tokens[c].tag == "CD" and tokens[c].dep in ("npadvmod", "dobj", "oprd", "advmod")), None)
    if verb.dep not in ("acl", "advcl") or number is None or tokens[i - 1].text != "," or noun.dep != "dobj" or any(tokens[c].dep in ("mark", "nsubj", "aux") for c in below[i]):
        return False
    if not (above.tag == "VBD" or any(tokens[c].lemma == "have" and tokens[c].dep == "aux" for c in below[above.i])):
        return False
    if not verb.lower.endswith("ed") or number.ent in ("DATE", "TIME", "MONEY", "PERCENT"):
        return False
    move(tokens, below, i, above.i)
    tokens[i] = replace(verb, dep="conj", head=above.i, tag=above.tag)
    tokens[number.i] = replace(tokens[number.i], dep="dobj")
    return True


def _parenthesis(tokens: list[Token], below: dict[int, list[int]], i: int, first: int, last: int) -> set[int]:
    """ "A deal could also, some brokers say, help them", "It will be looked into, lawyers say, amid a row": what stands outside the two commas belongs to the sentence."""
    subject = next((c for c in below[i] if tokens[c].dep == "nsubj" and c < i and all(tokens[k].pos not in ("PUNCT", *syntax.VERBAL) for k in range(c, i))), None)
    if subject is None or i + 2 >= last or tokens[i + 1].text != ",":
        return set()
    comma = next((k for k in range(subject, first, -1) if tokens[k].text == ","), None)
    if comma is None or any(tokens[k].pos in syntax.VERBAL for k in range(comma, subject)):
        return set()
    above = tokens[i].head
    if comma < above < i + 1:
        return set()
    taken = any(tokens[c].dep in ("nsubj", "nsubjpass") for c in below[above])
    outside = [c for c in below[i] if (c < comma or c > i + 1) and tokens[c].dep in ("nsubj", "nsubjpass", "aux", "auxpass", "advmod", "neg", "prep", "npadvmod", "advcl")]
    outside = [c for c in outside if not (taken and tokens[c].dep in ("nsubj", "nsubjpass")) and (c > i or tokens[c].dep != "advcl")]
    for c in outside:
        move(tokens, below, c, above)
    return {c for c in outside if tokens[c].dep == "prep"}


def _admitted(tokens: list[Token], below: dict[int, list[int]], i: int) -> bool:
    """ "admitted bombing Mosul": a deed and the place it was done to, where the parser sees a place of that kind."""
    place = tokens[tokens[i].head]
    verb = tokens[place.head]
    stems = (tokens[i].lower[:-3], f"{tokens[i].lower[:-3]}e", tokens[i].lower[:-4])
    deed = next((stem for stem in stems if event_lexicon().rules_for("v", stem)), None)
    if deed is None or verb.i != i - 1 or place.dep != "dobj" or place.pos != "PROPN" or verb.lemma not in word_set("verbs_taking_deeds") or not tokens[i].text.islower():
        return False
    below[verb.i].remove(place.i)
    below[place.i].remove(i)
    tokens[i] = replace(tokens[i], pos="VERB", tag="VBG", lemma=deed, dep="xcomp", head=verb.i)
    below[verb.i].append(i)
    tokens[place.i] = replace(place, head=i)
    below[i].append(place.i)
    return True


def _owners(tokens: list[Token], below: dict[int, list[int]], i: int) -> bool:
    """ "The guild's and the city's envoys said": what both own is the subject, and the first owner hangs on it."""
    noun, first = tokens[i], tokens[tokens[i].head]
    if noun.pos not in ("NOUN", "PROPN") or first.dep not in _NOMINAL_ARCS or not any(tokens[c].dep == "poss" for c in below[i]):
        return False
    case = [c for c in below[first.i] if tokens[c].dep == "case"]
    if not case or not any(tokens[c].dep == "cc" for c in below[first.i]) or first.head == first.i:
        return False
    second = next(c for c in below[i] if tokens[c].dep == "poss")
    for c in [c for c in below[first.i] if tokens[c].dep in ("relcl", "prep", "appos", "punct") and c > i]:
        move(tokens, below, c, i)
    dep, head = first.dep, first.head
    below[head].remove(first.i)
    below[head].append(i)
    below[first.i].remove(i)
    tokens[i] = replace(noun, dep=dep, head=head)
    below[i].append(first.i)
    tokens[first.i] = replace(first, dep="poss", head=i)
    below[i].remove(second)
    below[first.i].append(second)
    tokens[second] = replace(tokens[second], dep="conj", head=first.i)
    return True


def _next_to_deed(tokens: list[Token], below: dict[int, list[int]], i: int) -> bool:
    """ "demanded the arrest of two guards and the dismissal of the chief", "inquiries into clerks and the creation of a court": what is joined is the two deeds; the
    people of the first are no deed."""
    second, people = tokens[i], tokens[tokens[i].head]
    prep = tokens[people.head]
    first = tokens[prep.head] if tokens[prep.head].pos not in syntax.VERBAL or tokens[prep.i - 1].head != prep.head else tokens[prep.i - 1]
    making = word_set("nouns_of_setting_up")
    if second.pos != "NOUN" or people.dep != "pobj" or people.pos not in ("NOUN", "PROPN") or prep.dep != "prep" or first.pos != "NOUN" or not any(tokens[c].lower == "of" for c in below[i]):
        return False
    parted = any(tokens[c].dep in ("cc", "punct") and tokens[c].lower not in ("and", "or") and c < i for c in below[people.i])
    if parted or _deed(people) or people.lemma in making or any(tokens[c].dep == "conj" and c != i for c in below[people.i]) or not any(tokens[c].dep == "cc" for c in below[people.i]):
        return False
    alike = prep.lower == "of" and all(any(tokens[c].dep == "det" and tokens[c].lower == "the" for c in below[n.i]) for n in (first, second)) and (_deed(first) or first.lemma in making) and (_deed(second) or second.lemma in making)
    if not alike and not (_deed(first) and second.lemma in making and ActorBook.load().role(people.lemma) is not None):
        return False
    for c in [c for c in below[people.i] if tokens[c].dep == "cc" and c < i]:
        move(tokens, below, c, first.i)
    move(tokens, below, i, first.i)
    return True


def _deed(noun: Token) -> bool:
    return noun.pos == "NOUN" and any(r.head == noun.lemma and not r.companions for r in event_lexicon().rules_for("n", noun.lemma))


def _fires(tokens: list[Token], i: int) -> bool:
    """Whether the word before is a force and the participle its own: "people killed in the police firing" hangs it on the people."""
    force = tokens[i - 1]
    return force.lemma in word_set("forces_that_fire") and ((tokens[i].dep == "acl" and tokens[i].head == force.i) or force.dep == "pobj")


def _compound(tokens: list[Token], below: dict[int, list[int]], i: int) -> None:
    """ "a probe into the police firing", "deaths due to army shelling": the noun only says whose firing it was."""
    force = tokens[i - 1]
    for c in [c for c in below[force.i] if c != i]:
        move(tokens, below, c, i)
    below[force.i].remove(i)
    if force.head == force.i:
        tokens[i] = replace(tokens[i], pos="NOUN", tag="NN", lemma=tokens[i].lower, dep=force.dep, head=i)
    else:
        below[force.head].remove(force.i)
        below[force.head].append(i)
        tokens[i] = replace(tokens[i], pos="NOUN", tag="NN", lemma=tokens[i].lower, dep=force.dep, head=force.head)
    below[i].append(force.i)
    tokens[force.i] = replace(force, dep="compound", head=i)


def _singular(token: Token) -> str:
    return token.lemma if token.lower.startswith(token.lemma) else token.lower.removesuffix("s")


def _finite_conjunct(tokens: list[Token], below: dict[int, list[int]], i: int) -> None:
    """ "called on them to show restraint and offered to host talks": a past tense is no conjunct of an infinitive but of the verb above it."""
    token = tokens[i]
    head = tokens[token.head]
    mixed = head.tag in ("VBZ", "VBP") and head.dep in ("relcl", "acl")
    mixed = mixed or _subjunctive(tokens, below, head)
    if token.tag not in _FINITE_PAST or token.lower == token.lemma or not (head.tag in _BARE or mixed) or any(tokens[c].dep in _OWN for c in below[i]):
        return
    if any(tokens[c].tag == "MD" for c in below[head.i]) or tokens[i].head > i:
        return
    at = head
    while at.head != at.i:
        at = tokens[at.head]
        nobody = at.dep == "ccomp" and any(tokens[c].lower in ("it", "there") and tokens[c].dep in ("nsubj", "expl") for c in below[at.i])
        if nobody or _subjunctive(tokens, below, at):
            continue
        if at.pos in syntax.VERBAL and at.tag in _FINITE and at.i < i:
            if at.tag == token.tag or (at.tag in ("VBZ", "VBP") and token.tag == "VBD"):
                move(tokens, below, i, at.i)
                for c in [c for c in below[head.i] if tokens[c].dep == "cc" and tokens[c].i < i and tokens[c].i > head.i]:
                    move(tokens, below, c, at.i)
            return


def _past_of(token: Token) -> str | None:
    """The verb of which an "-ed" form is the past, where it is one that tells events."""
    stems = (token.lower[:-1], token.lower[:-2], token.lower[:-3])
    return next((stem for stem in stems if event_lexicon().rules_for("v", stem)), None)


def _hours_before(tokens: list[Token], below: dict[int, list[int]], i: int) -> None:
    """ "called off its strike hours before the deadline": how long before is told apart, and the noun before it is what the verb takes."""
    noun, hours = tokens[i - 1], tokens[i]
    if noun.pos != "NOUN" or noun.head != i or noun.dep != "compound" or hours.tag != "NNS":
        return
    dep, verb = hours.dep, hours.head
    if dep == "npadvmod":
        # Hung on "before": the noun is the object of the verb above, where that has none.
        dep, verb = "dobj", tokens[verb].head if tokens[verb].dep in ("prep", "mark") else verb
        if tokens[verb].pos not in syntax.VERBAL or verb > noun.i or any(tokens[c].dep == "dobj" for c in below[verb]):
            return
    for c in [c for c in below[i] if c < noun.i]:
        move(tokens, below, c, noun.i)
    below[i].remove(noun.i)
    below[hours.head].remove(i)
    below[verb].append(noun.i)
    tokens[noun.i] = replace(noun, dep=dep, head=verb)
    tokens[i] = replace(hours, dep="npadvmod", head=verb)
    below[verb].append(i)


def _reduced_relative(tokens: list[Token], below: dict[int, list[int]], i: int) -> None:
    """ "After the raid, cooks taken to Lom under guard have begun to talk": a past form without "that" is no subject; the noun before it is, and it tells of that noun."""
    noun = next((tokens[c] for c in below[i] if tokens[c].dep in ("nsubj", "nsubjpass") and c < i), None)
    main = tokens[tokens[i].head]
    if noun is None or main.i < i or any(tokens[c].dep in ("mark", "aux", "auxpass", "dobj") or tokens[c].tag.startswith("W") for c in below[i]) or any(tokens[c].dep in ("nsubj", "nsubjpass") for c in below[main.i]):
        return
    for c in [c for c in below[i] if c < i]:
        move(tokens, below, c, main.i)
    tokens[noun.i] = replace(tokens[noun.i], dep="nsubjpass" if any(tokens[c].dep == "auxpass" for c in below[main.i]) else "nsubj")
    move(tokens, below, i, noun.i)
    tokens[i] = replace(tokens[i], dep="acl", tag="VBN")


def _asked_by_speaker(tokens: list[Token], below: dict[int, list[int]], i: int) -> bool:
    """ "The guild said the ban broke the law and asked the court to lift it": no ban asks; who said the one did the other."""
    verb, first = tokens[i], tokens[tokens[i].head]
    if verb.tag not in _FINITE or first.dep != "ccomp" or first.tag != verb.tag or verb.lemma not in word_set("verbs_of_asking_somebody") or any(tokens[c].dep in _OWN for c in below[i]):
        return False
    saying = tokens[first.head]
    subject = next((tokens[c] for c in below[first.i] if tokens[c].dep in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.pos != "NOUN" or not event_lexicon().rules_for("n", subject.lemma) or saying.tag != verb.tag or saying.i > first.i:
        return False
    move(tokens, below, i, saying.i)
    for c in [c for c in below[first.i] if tokens[c].dep == "cc" and first.i < c < i]:
        move(tokens, below, c, saying.i)
    return True


def _told_too(tokens: list[Token], below: dict[int, list[int]], i: int) -> bool:
    """ "adding that the guild trades with both banks but does not obey them": what is finite goes with the clause that is told, not with the participle that tells it."""
    verb, teller = tokens[i], tokens[tokens[i].head]
    finite = verb.tag in _FINITE or (verb.tag == "VB" and any(tokens[c].dep == "aux" and tokens[c].tag in (*_FINITE, "MD") for c in below[i]))
    if teller.tag != "VBG" or not finite or any(tokens[c].dep in ("nsubj", "nsubjpass", "expl") for c in below[i]) or any(tokens[c].dep == "aux" for c in below[teller.i]):
        return False
    told = next((c for c in reversed(below[teller.i]) if teller.i < c < i and tokens[c].dep == "ccomp" and any(tokens[g].dep in ("nsubj", "nsubjpass", "mark") for g in below[c])), None)
    if told is None:
        return False
    move(tokens, below, i, told)
    for c in [c for c in below[teller.i] if tokens[c].dep == "cc" and told < c < i]:
        move(tokens, below, c, told)
    return True


def _subjunctive(tokens: list[Token], below: dict[int, list[int]], verb: Token) -> bool:
    """ "said it was vital that the island take steps and called on": what the parser takes for a present, of one who would have "takes"."""
    return verb.tag == "VBP" and verb.lower == verb.lemma and any(tokens[c].dep == "nsubj" and tokens[c].tag in ("NN", "NNP") for c in below[verb.i])


def _whose(tokens: list[Token], below: dict[int, list[int]], i: int) -> bool:
    """ "under the governor, whose son, Malo, was jailed": the verb is the relative clause's, and what "whose" owns its subject."""
    verb = tokens[i]
    if verb.pos not in syntax.VERBAL or any(tokens[c].dep == "cc" for c in below[verb.head]) or any(tokens[c].dep in ("nsubj", "nsubjpass") for c in below[i]):
        return False
    owned = next((t.head for t in reversed(tokens[verb.head + 1 : i]) if t.tag == "WP$" and tokens[t.head].dep == "appos"), None)
    if owned is None or any(t.pos in syntax.VERBAL and t.dep not in ("aux", "auxpass") for t in tokens[owned:i]):
        return False
    owner = tokens[owned].head
    move(tokens, below, owned, i)
    tokens[owned] = replace(tokens[owned], dep="nsubjpass" if any(tokens[c].dep == "auxpass" for c in below[i]) else "nsubj")
    move(tokens, below, i, owner)
    tokens[i] = replace(tokens[i], dep="relcl")
    return True


def _subject_behind_opening(tokens: list[Token], below: dict[int, list[int]], i: int, first: int) -> bool:
    """ "In the case against Malo, Rena Sool, a broker, named the mayor": behind the comma stands the subject, no second object of the preposition."""
    noun = tokens[i]
    above = tokens[noun.head]
    if noun.pos not in ("NOUN", "PROPN") or above.dep != "pobj" or any(tokens[c].dep == "cc" for k in (i, above.i) for c in below[k]):
        return False
    opening = above
    while opening.dep in ("pobj", "prep"):
        opening = tokens[opening.head] if opening.dep == "pobj" or tokens[opening.head].pos not in syntax.VERBAL else opening
        if opening.dep == "prep" and tokens[opening.head].pos in syntax.VERBAL:
            break
    verb = tokens[opening.head]
    if opening.i != first or verb.pos not in syntax.VERBAL or verb.i < i or verb.tag == "VBG" or any(tokens[c].dep in ("nsubj", "nsubjpass", "expl", "csubj") for c in below[verb.i]):
        return False
    move(tokens, below, i, verb.i)
    tokens[i] = replace(tokens[i], dep="nsubjpass" if any(tokens[c].dep == "auxpass" for c in below[verb.i]) else "nsubj")
    return True


def _subject_behind_source(tokens: list[Token], below: dict[int, list[int]], i: int, first: int) -> bool:
    """ "According to papers leaked to the Lakes Panel, the owner's brother is the director": behind the comma stands the subject of a verb that has none, no other
    name of who is told before it."""
    if tokens[first].lower != "according" or (tokens[i - 1].text != "," and not any(t.text == "," for t in tokens[tokens[i].head + 1 : i])):
        return False
    verb = tokens[tokens[first].head]
    if verb.pos not in syntax.VERBAL or verb.i < i or any(tokens[c].dep in ("nsubj", "nsubjpass", "expl", "csubj") for c in below[verb.i]):
        return False
    at = tokens[i]
    while at.head != at.i and at.i != first:
        at = tokens[at.head]
    aux = [c for c in below[verb.i] if tokens[c].dep in ("aux", "auxpass")]
    if at.i != first or not (verb.tag in _FINITE or aux):
        return False
    move(tokens, below, i, verb.i)
    tokens[i] = replace(tokens[i], dep="nsubjpass" if any(tokens[c].dep == "auxpass" for c in aux) else "nsubj")
    return True


def _verb_preposition(tokens: list[Token], below: dict[int, list[int]], i: int) -> bool:
    """ "accused the bloc of a massacre", "blamed rebels for the blast": the verb's own preposition, not the object's."""
    noun = tokens[tokens[i].head]
    if noun.pos not in syntax.NOMINAL or (noun.pos == "PROPN" and any(tokens[c].pos == "PROPN" for c in below[i])):
        # "Movement for the Liberation of X" is one name.
        return False
    top = noun
    while top.dep in ("conj", "appos") or (top.dep == "pobj" and tokens[top.head].dep == "prep" and tokens[tokens[top.head].head].pos in syntax.NOMINAL):
        top = tokens[top.head] if top.dep != "pobj" else tokens[tokens[top.head].head]
    verb = tokens[top.head]
    if top.dep not in ("dobj", "nsubjpass") or verb.pos not in syntax.VERBAL or f"{verb.lemma} {tokens[i].lower}" not in word_set("verb_prepositions"):
        return False
    if top.dep == "nsubjpass" or verb.i > i:
        return False
    if any(tokens[c].lower == tokens[i].lower for c in below[verb.i]):
        return False
    # Of several, the last one is the verb's: "accused the head of the union of theft".
    later = [k for k in range(i + 1, len(tokens)) if tokens[k].sent == tokens[i].sent and tokens[k].dep == "prep" and tokens[k].lower == tokens[i].lower]
    inside = [k for k in later if hangs_below(tokens, k, top.i)]
    if inside:
        return False
    move(tokens, below, i, verb.i)
    return True


def cut_name(name: NameSpan, moved: set[int]) -> NameSpan:
    """A recognised name without the verb's own preposition and what follows: "the federation | of a massacre" behind "accused"."""
    return NameSpan(name.first, next((i for i in range(name.first + 1, name.last) if i in moved), name.last), name.label)
