"""parse: clauses and agents that the small parser hangs on the wrong word, put right where the words themselves tell. Each rule is a class of English."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AIMED = frozenset({"against", "on", "at", "in", "near"})
_HARMED = word_set("words_for_harm_or_arrest")
_OUTCOMES = word_set("verbs_of_harm") | frozenset({"claim", "leave", "cause"})


def clause_arcs(tokens: list[Token], first: int, last: int) -> set[int]:
    """Repairs tokens [first, last) in place; the prepositions that now hang on another word. Cost: linear in the tokens, times the tree's depth."""
    moved: set[int] = set()
    for i in range(first, last):
        _who_is_from(tokens, first, i)
        _clause_of_time(tokens, i)
        _beside_saying(tokens, i)
        _speaks_on(tokens, first, i)
        _without_warning(tokens, i, last)
        _subject_behind_after(tokens, first, last, i)
        _deed_that_harmed(tokens, i)
        _rates(tokens, i)
        _deed_before_its_object(tokens, first, last, i)
        _calls_of(tokens, first, i)
        _which(tokens, first, i)
        _who_says(tokens, i)
        _hyphen(tokens, first, last, i)
        _and_dead(tokens, first, i)
        _reduced(tokens, first, i)
        _asked_and_said(tokens, first, last, i)
        _and_accused(tokens, first, last, i)
        _officer(tokens, first, last, i)
        _past_behind_noun(tokens, first, last, i)
        _day_of_saying(tokens, i, last)
        _said_too(tokens, first, last, i)
        if _agent_of_naming(tokens, first, i) or _agent_of_deed(tokens, first, i) or _of_deed_dated(tokens, first, i):
            moved.add(i)
    return moved


def _without_warning(tokens: list[Token], i: int, last: int) -> None:
    """ "opened fire without warning on strikers": on whom stands with the deed."""
    prep = tokens[i]
    if prep.lower != "without" or i + 2 >= last or tokens[i + 1].lower not in ("warning", "provocation") or tokens[i + 1].head != i:
        return
    behind = tokens[i + 2]
    if behind.lower in ("on", "at", "into", "upon") and behind.dep == "prep" and behind.head == i + 1:
        tokens[i + 2] = replace(behind, head=prep.head)


def _speaks_on(tokens: list[Token], first: int, i: int) -> None:
    """ "said the strikes killed 17 and vowed to respond": no strike vows anything; who said it did."""
    verb = tokens[i]
    told = tokens[verb.head]
    if verb.dep != "conj" or told.dep != "ccomp" or not told.head < told.i < i or verb.lemma not in word_set("demanding_verbs") | word_set("blaming_verbs") | word_set("judging_verbs") | {"warn", "accuse", "reject"}:
        return
    saying = tokens[told.head]
    subject = next((t for t in tokens[saying.i : told.i] if t.head == told.i and t.dep == "nsubj"), None)
    own = any(t.head == i and t.dep in ("nsubj", "nsubjpass", "aux", "auxpass") for t in tokens[first:i])
    if saying.lemma not in word_set("verbs_of_saying") or (saying.tag != verb.tag and (saying.tag, verb.tag) != ("VBD", "VBN")) or subject is None or own:
        return
    # "said that courts were independent and accused X": of whom it is only said what they are, they do not accuse.
    stands = told.lemma == "be" and verb.lemma in word_set("accusing_verbs") and any(t.head == i and t.dep == "dobj" for t in tokens[i:]) and subject.pos != "PRON"
    if stands or subject.lemma.lower() in event_lexicon().classes["attack_noun"] | word_set("what_deeds_leave") | word_set("crafts"):
        tokens[i] = replace(verb, head=saying.i, tag=saying.tag)
        joint = next((t for t in reversed(tokens[told.i : i]) if t.dep == "cc" and t.head == told.i), None)
        if joint is not None:
            tokens[joint.i] = replace(joint, head=saying.i)


def _beside_saying(tokens: list[Token], i: int) -> None:
    """ "denied that its men had fired, as the league called for an inquiry", "said it had paid nobody, responding to a report": what others did meanwhile, or what he
    answers, stands beside the word of saying and is no part of what he says."""
    clause = tokens[i]
    told = tokens[clause.head]
    if clause.dep != "advcl" or told.i > i or told.dep != "ccomp" or tokens[told.head].head == told.i:
        return
    saying = tokens[told.head]
    if saying.lemma not in word_set("verbs_of_saying") | {"deny", "dispute"} or saying.tag not in ("VBD", "VBZ", "VBP") or saying.i > told.i:
        return
    opener = next((t for t in tokens[told.i + 1 : i + 1] if t.i == i or (t.head == i and t.dep in ("mark", "advmod", "nsubj"))), clause)
    # "while the ministry speaks of 22": another's word, comma or none
    other = opener.lower in ("while", "although", "though", "whereas") and clause.tag in ("VBD", "VBZ", "VBP") and clause.lemma in word_set("verbs_of_saying") | {"speak", "insist", "deny"}
    if tokens[opener.i - 1].text != "," and not other:
        return
    subject = next((t for t in tokens[opener.i : i] if t.head == i and t.dep in ("nsubj", "nsubjpass")), None)
    meanwhile = opener.lower == "as" and clause.tag == "VBD" and subject is not None and subject.pos in ("NOUN", "PROPN") and saying.tag == "VBD"
    answering = clause.tag == "VBG" and opener.i == i and clause.lemma in word_set("participles_of_answering")
    other = other and subject is not None and subject.pos in ("NOUN", "PROPN")
    if other or (saying.tag != "VBP" and (meanwhile or answering)):
        tokens[i] = replace(clause, head=saying.i)


def _clause_of_time(tokens: list[Token], i: int) -> None:
    """ "We had nothing to do with it," she said, after the minister blamed it": what "after" opens is said by nobody in particular, and no content of "said"."""
    mark = tokens[i]
    if mark.dep != "mark" or mark.lower not in ("after", "before", "because", "although", "unless", "until"):
        return
    clause = tokens[mark.head]
    if clause.dep == "ccomp" and clause.head < mark.i < clause.i and any(t.head == clause.head and t.dep in ("ccomp", "dobj") for t in tokens[max(0, clause.head - 60) : mark.i] if t.i != clause.i):
        tokens[clause.i] = replace(clause, dep="advcl")


def _who_is_from(tokens: list[Token], first: int, i: int) -> None:
    """ "deported a model from Mali convicted of smuggling": the participle tells of the model, neither of her land nor of whoever deports her."""
    verb = tokens[i]
    if verb.tag != "VBN" or verb.dep not in ("advcl", "acl", "xcomp", "ccomp") or i - first < 3 or any(t.head == i and (t.dep in _SUBJECTS or t.dep in ("aux", "auxpass", "mark")) for t in tokens[first:i]):
        return
    land = tokens[i - 1]
    prep = tokens[land.head]
    if land.dep != "pobj" or land.pos != "PROPN" or land.ent == "DATE" or prep.lower not in ("from", "in") or prep.i <= first:
        return
    noun = tokens[prep.i - 1]
    if noun.pos == "NOUN" and noun.dep in ("dobj", "nsubj", "nsubjpass") and verb.head in (land.i, noun.head) and verb.head < i:
        tokens[i] = replace(verb, dep="acl", head=noun.i)


def _subject_behind_after(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "after gunmen this morning fired a rocket": what the parser takes for the preposition's object is the subject of the verb behind it."""
    prep = tokens[i]
    if prep.lower not in ("after", "before", "since", "until") or prep.dep != "prep":
        return
    noun = next((t for t in tokens[i + 1 : last] if t.head == i and t.dep == "pobj"), None)
    if noun is None or noun.pos not in ("NOUN", "PROPN"):
        return
    at = noun.i + 1
    while at < last and (tokens[at].ent in ("DATE", "TIME") or tokens[at].pos == "ADV"):
        at += 1
    if at >= last or at == noun.i + 1 or tokens[at].tag != "VBD" or tokens[at].head >= i or tokens[at].dep not in ("advcl", "ccomp", "conj", "dep"):
        return
    below = [t for t in tokens[first:last] if t.head == at]
    if any(t.dep in _SUBJECTS for t in below) or not any(t.dep == "dobj" for t in below):
        return
    tokens[noun.i] = replace(noun, dep="nsubj", head=at)
    tokens[at] = replace(tokens[at], dep="advcl", head=prep.head)
    tokens[i] = replace(prep, dep="mark", head=at)


def _deed_that_harmed(tokens: list[Token], i: int) -> None:
    """ "the attacks on a guild and on a school, which killed nine": what killed is the deed, not what it was aimed at."""
    verb = tokens[i]
    if verb.dep != "relcl" or verb.lemma not in _OUTCOMES or not any(t.head == i and t.lower in ("which", "that") and t.dep == "nsubj" for t in tokens[verb.head : i]):
        return
    noun = tokens[verb.head]
    while noun.dep == "conj":
        noun = tokens[noun.head]
    prep = tokens[noun.head]
    if noun.dep != "pobj" or prep.lower not in _AIMED or prep.head == prep.i:
        return
    deed = tokens[prep.head]
    if deed.pos == "NOUN" and _assault(deed):
        tokens[i] = replace(verb, head=deed.i)


def _rates(tokens: list[Token], i: int) -> None:
    """ "Kidnapping rates have fallen", "a trend in murder rates": the deed's word only says of what the rates are."""
    noun = tokens[i]
    verb = tokens[noun.head]
    if noun.lemma.lower() not in word_set("statistic_nouns") or noun.dep != "dobj" or verb.i != i - 1 or not verb.lower.endswith("ing"):
        return
    role = {"pcomp": "pobj", "csubj": "nsubj"}.get(verb.dep, verb.dep)
    role = "nsubj" if role in ("advcl", "ccomp") and verb.head > i else role
    tokens[i] = replace(noun, dep=role, head=i if verb.head == verb.i else verb.head)
    tokens[verb.i] = replace(verb, dep="compound", head=i, pos="NOUN", tag="NN", lemma=verb.lower)
    for k in range(i + 1, min(i + 8, len(tokens))):
        if tokens[k].head == verb.i:
            tokens[k] = replace(tokens[k], head=i)


def _said_too(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "denied that the gangs exist and added that they were gone": who denied adds; those of whom he speaks say nothing."""
    verb = tokens[i]
    inner = tokens[verb.head]
    outer = tokens[inner.head]
    if verb.dep != "conj" or verb.tag != "VBD" or inner.dep != "ccomp" or outer.i >= inner.i or not (verb.lemma == "add" or (verb.lemma in word_set("verbs_of_saying") and inner.tag in ("VBZ", "VBP"))):
        return
    told = any(t.head == i and t.dep == "ccomp" and any(m.head == t.i and m.lower == "that" and m.dep == "mark" for m in tokens[i + 1 : t.i]) for t in tokens[i + 1 : last])
    if told and outer.tag in ("VBD", "VBZ") and not any(t.head == i and t.dep in _SUBJECTS for t in tokens[first:i]):
        tokens[i] = replace(verb, head=outer.i)
        for k in range(inner.i + 1, i):
            if tokens[k].dep == "cc" and tokens[k].head == inner.i:
                tokens[k] = replace(tokens[k], head=outer.i)


def _deed_before_its_object(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "denied beating students", "accused of harbouring rebels": the participle that the parser hangs on the noun behind it is what was denied or charged."""
    verb = tokens[i]
    if verb.tag != "VBG" or verb.dep != "amod" or i == first or verb.head <= i or verb.lower in word_set("participles_that_tell_which"):
        return
    above, noun = tokens[i - 1], tokens[verb.head]
    while noun.dep in ("compound", "nmod") and noun.head > noun.i:
        noun = tokens[noun.head]
    if not event_lexicon().rules_for("v", verb.lemma) or any(t.dep in ("det", "poss", "nummod") and t.head == noun.i and t.i < i for t in tokens[first:i]):
        return
    direct = above.lemma in word_set("verbs_with_gerunds") and above.pos == "VERB" and noun.dep == "dobj" and noun.head == above.i
    charged = above.lower in ("of", "for", "with", "from") and above.dep == "prep" and tokens[above.head].lemma in word_set("verbs_of_charging_with") and noun.dep == "pobj" and noun.head == above.i
    if direct or charged:
        tokens[i] = replace(verb, dep="xcomp" if direct else "pcomp", head=above.i)
        tokens[noun.i] = replace(noun, dep="dobj", head=i)


def _day_of_saying(tokens: list[Token], i: int, last: int) -> None:
    """ "The army said on Tuesday it had fired on Monday": a day right behind a word of saying, and before the subject of what is said, is that of saying it."""
    day, verb = tokens[i], tokens[i - 1] if i else tokens[i]
    told = tokens[day.head]
    if verb.pos != "VERB" or verb.lemma not in word_set("verbs_of_saying") or told.dep != "ccomp" or told.head != verb.i or told.i <= i:
        return
    bare = day.dep == "npadvmod" and day.ent == "DATE"
    noun = i + 1 < last and tokens[i + 1].ent == "DATE" and tokens[i + 1].head == i and tokens[i + 1].dep == "pobj"
    if not bare and not (day.dep == "prep" and day.lower == "on" and noun):
        return
    behind = i + 1 if bare else i + 2
    if behind < told.i and tokens[behind].text != "," and any(t.head == told.i and t.dep in _SUBJECTS and t.i >= behind for t in tokens[behind : told.i]):
        tokens[i] = replace(day, head=verb.i)


def _past_behind_noun(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "Air strikes on rebel camps killed 30, the army said": a past with an object, which the parser makes a participle of the camps, is what the strikes did."""
    verb = tokens[i]
    if verb.tag != "VBD" or verb.dep not in ("acl", "relcl") or any(t.head == i and t.dep in (*_SUBJECTS, "aux", "auxpass", "mark") for t in tokens[first:last]):
        return
    noun = tokens[verb.head]
    prep = tokens[noun.head]
    deed = tokens[prep.head]
    if noun.dep != "pobj" or prep.dep != "prep" or deed.pos != "NOUN" or not _assault(deed) or deed.dep not in ("ccomp", "ROOT", "parataxis") or not any(t.head == i and t.dep == "dobj" for t in tokens[i + 1 : last]):
        return
    if any(t.tag in ("VBD", "VBZ", "VBP") and t.head == deed.i for t in tokens[first:last]):
        return
    tokens[i] = replace(verb, dep=deed.dep, head=i if deed.head == deed.i else deed.head)
    tokens[deed.i] = replace(deed, dep="nsubj", head=i)


def _officer(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "The general seized power": an officer, and no adjective of the power."""
    word = tokens[i]
    if word.lower not in ("general", "private", "major") or word.tag != "JJ" or i == first or i + 2 >= last or tokens[i - 1].lower not in ("the", "a", "this", "that"):
        return
    verb = tokens[i + 1]
    noun = tokens[verb.head]
    if verb.tag != "VBD" or verb.dep != "amod" or word.head != noun.i or noun.i <= verb.i:
        return
    tokens[i] = replace(word, pos="NOUN", tag="NN", lemma=word.lower, dep="nsubj", head=verb.i)
    tokens[i - 1] = replace(tokens[i - 1], head=i)
    tokens[verb.i] = replace(verb, dep=noun.dep, head=verb.i if noun.head == noun.i else noun.head)
    tokens[noun.i] = replace(noun, dep="dobj", head=verb.i)


def _and_accused(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "denied the claim and accused rebels of lying": a second verb, which the parser makes a participle of the noun behind it, in a row with the first one's object."""
    word = tokens[i]
    if word.tag != "VBN" or word.dep != "amod" or word.head != i + 1 or i - first < 3 or tokens[i - 1].dep != "cc" or word.lemma not in word_set("verbs_of_address"):
        return
    noun = tokens[word.head]
    other = tokens[noun.head]
    if noun.dep != "conj" or other.dep not in ("dobj", "pobj") or other.i > i:
        return
    above = other
    while above.head != above.i and not (above.pos == "VERB" and any(t.head == above.i and t.dep in _SUBJECTS and t.pos in ("NOUN", "PROPN") for t in tokens[first : above.i])):
        above = tokens[above.head]
    if above.pos != "VERB" or above.tag not in ("VBD", "VBZ", "VBN"):
        return
    tokens[i] = replace(word, tag="VBD", dep="conj", head=above.i)
    tokens[i - 1] = replace(tokens[i - 1], head=above.i)
    tokens[noun.i] = replace(noun, dep="dobj", head=i)
    for k in range(noun.i + 1, last):
        if tokens[k].head == noun.i and tokens[k].dep == "prep" and tokens[k].lower in ("of", "for", "to", "against", "over"):
            tokens[k] = replace(tokens[k], head=i)


def _reduced(tokens: list[Token], first: int, i: int) -> None:
    """ "Soldiers deployed in the town are accused": the soldiers are, whom the participle only tells of."""
    word = tokens[i]
    if word.pos != "VERB" or word.tag not in ("VBD", "VBN") or word.dep not in _SUBJECTS or word.head <= i or tokens[word.head].pos not in ("VERB", "AUX"):
        return
    nouns = [t for t in tokens[first:i] if t.head == i and t.dep in _SUBJECTS and t.pos in ("NOUN", "PROPN")]
    if len(nouns) == 1 and not any(t.head == i and t.dep in ("aux", "auxpass", "mark", "dobj") for t in tokens[first : word.head]):
        tokens[nouns[0].i] = replace(nouns[0], dep=word.dep, head=word.head)
        tokens[i] = replace(word, tag="VBN", dep="acl", head=nouns[0].i)


def _asked_and_said(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "Most of the residents interviewed said": of two past forms side by side the first only tells which people; the second is what they did."""
    asked, said = tokens[i], tokens[min(i + 1, last - 1)]
    if asked.tag not in ("VBD", "VBN") or said.lemma not in word_set("verbs_of_saying") or said.tag not in ("VBD", "VBP", "VBZ"):
        return
    below = [t for t in tokens[first:i] if t.head == i]
    subject = next((t for t in below if t.dep == "nsubj"), None)
    if subject is None or any(t.dep in ("aux", "auxpass", "mark", "neg", "cc") for t in below) or any(t.head == said.i and t.dep in _SUBJECTS for t in tokens[first:i]):
        return
    if asked.head == said.i and asked.dep in ("ccomp", "parataxis", "csubj", "advcl"):
        top = said
    elif said.head == i and said.dep in ("ccomp", "conj", "parataxis"):
        top = replace(said, dep=asked.dep, head=said.i if asked.head == i else asked.head)
        for t in tokens[said.i + 1 : last]:
            if t.head == i:
                tokens[t.i] = replace(t, head=said.i)
    else:
        return
    which = next((t for t in tokens[subject.i : i] if t.dep == "pobj" and t.tag in ("NNS", "NNPS", "DT") and tokens[t.head].head == subject.i), subject)
    tokens[said.i] = top
    tokens[subject.i] = replace(subject, head=said.i)
    tokens[i] = replace(asked, tag="VBN", dep="acl", head=which.i)


def _calls_of(tokens: list[Token], first: int, i: int) -> None:
    """ "rejected US calls for elections": a noun in the plural that the parser takes for a verb, behind one that takes no clause."""
    word = tokens[i]
    above = tokens[word.head]
    if word.tag != "VBZ" or word.dep != "ccomp" or word.lower not in word_set("plurals_like_verbs") or above.lemma not in word_set("verbs_without_clauses") or not above.i < i:
        return
    below = [t for t in tokens[first:i] if t.head == i]
    if len(below) != 1 or below[0].dep != "nsubj" or below[0].i != i - 1 or any(t.text == "," for t in tokens[above.i : i]):
        return
    tokens[i] = replace(word, dep="dobj", pos="NOUN", tag="NNS")
    tokens[i - 1] = replace(below[0], dep="compound")


def _hyphen(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "The vice-president, Ada Lind, said": a hyphen between two nouns that the parser takes for a word."""
    mark = tokens[i]
    if mark.text != "-" or mark.pos == "PUNCT" or not first < i < last - 1:
        return
    left, right = tokens[i - 1], tokens[i + 1]
    if left.end != mark.start or mark.end != right.start or left.pos not in ("NOUN", "ADJ", "PROPN") or right.pos not in ("NOUN", "PROPN"):
        return
    over, dep = (left.head, left.dep) if right.head in (i, left.i) else (right.head, right.dep)
    for t in tokens[first:i]:
        if t.head in (left.i, i) and t.i != left.i:
            tokens[t.i] = replace(t, head=right.i)
    tokens[left.i] = replace(left, dep="compound", head=right.i)
    tokens[i] = replace(mark, pos="PUNCT", tag="HYPH", dep="punct", head=right.i)
    tokens[right.i] = replace(right, dep=dep, head=right.i if over in (left.i, i) else over)


def _which(tokens: list[Token], first: int, i: int) -> None:
    """ "say the men were tortured, which the police deny": a clause behind a comma and "which" is no complement."""
    verb = tokens[i]
    if verb.dep != "ccomp" or verb.pos != "VERB" or verb.head >= i:
        return
    which = next((t for t in tokens[verb.head + 1 : i] if t.lower == "which" and t.head == i and t.dep in ("dobj", "nsubj", "nsubjpass")), None)
    if which is not None and which.i > first and tokens[which.i - 1].text == ",":
        tokens[i] = replace(verb, dep="relcl")


def _who_says(tokens: list[Token], i: int) -> None:
    """ "blamed the bombing on the band, which said it was not involved": who says it is the last named, and no deed."""
    verb = tokens[i]
    if verb.dep != "relcl" or verb.lemma not in word_set("verbs_of_saying") or i < 3:
        return
    which = next((t for t in tokens[verb.head + 1 : i] if t.lower in ("which", "who") and t.head == i and t.dep == "nsubj"), None)
    if which is None or tokens[which.i - 1].text != ",":
        return
    near, deed = tokens[which.i - 2], tokens[verb.head]
    if near.i != deed.i and near.dep == "pobj" and near.pos in ("NOUN", "PROPN") and tokens[near.head].head in (deed.i, deed.head) and any(r.head == deed.lemma for r in event_lexicon().rules_for("n", deed.lemma)):
        tokens[i] = replace(verb, head=near.i)


def _and_dead(tokens: list[Token], first: int, i: int) -> None:
    """ "resulted in 40 rebels and 12 soldiers killed": the last of a row is no subject of a clause; all of them were killed."""
    verb = tokens[i]
    if verb.tag != "VBN" or verb.lemma not in _HARMED or verb.dep not in ("advcl", "ccomp", "conj", "acl") or i - first < 4:
        return
    noun = next((t for t in reversed(tokens[first:i]) if t.head == i), None)
    if noun is None or noun.dep != "nsubj" or any(t.head == i and t.dep in ("aux", "auxpass", "dobj", "mark") for t in tokens[first:i]):
        return
    start = min((t.i for t in tokens[first:i] if t.head == noun.i), default=noun.i)
    if start <= first or tokens[start - 1].lower != "and":
        return
    row = tokens[tokens[start - 1].head]
    if row.i >= start or row.dep not in ("pobj", "dobj"):
        return
    tokens[noun.i] = replace(noun, dep="conj", head=row.i)
    tokens[i] = replace(verb, dep="acl", head=row.i)


def _agent_of_naming(tokens: list[Token], first: int, i: int) -> bool:
    """ "was called a traitor by the minister": who calls him so, not whose traitor he is."""
    prep = tokens[i]
    name = tokens[prep.head]
    verb = tokens[name.head]
    if prep.lower != "by" or prep.dep != "prep" or name.dep != "oprd" or verb.tag != "VBN" or not any(t.head == verb.i and t.dep == "auxpass" for t in tokens[first : verb.i]):
        return False
    tokens[i] = replace(prep, dep="agent", head=verb.i)
    return True


def _agent_of_deed(tokens: list[Token], first: int, i: int) -> bool:
    """ "his rejection of the invasion of the isle by marines": the agent belongs to the nearest deed that it may have done."""
    prep = tokens[i]
    if prep.lower != "by" or prep.dep not in ("prep", "agent") or i - first < 3 or tokens[prep.head].pos != "NOUN":
        return False
    noun = tokens[i - 1]
    while noun.dep in ("conj", "pobj") and noun.head > prep.head:
        if noun.pos == "NOUN" and _assault(noun):
            tokens[i] = replace(prep, head=noun.i)
            return True
        noun = tokens[noun.head] if noun.dep == "conj" else tokens[tokens[noun.head].head]
    return False


def _of_deed_dated(tokens: list[Token], first: int, i: int) -> bool:
    """ "were put on guard after the murder on Monday of four clerks": the day between a noun and its "of" is the noun's."""
    prep = tokens[i]
    if prep.lower != "of" or prep.dep != "prep" or tokens[prep.head].pos not in ("VERB", "AUX") or i - first < 3 or tokens[i - 1].ent not in ("DATE", "TIME"):
        return False
    start = i - 1
    while start > first and tokens[start - 1].ent in ("DATE", "TIME"):
        start -= 1
    noun = tokens[start - 1]
    led = noun.lower in ("on", "in", "at")
    noun = tokens[start - 2] if led and start - 2 >= first else noun
    if noun.pos != "NOUN" or prep.head > noun.i:
        return False
    tokens[i] = replace(prep, head=noun.i)
    for k in range(start - 1 if led else start, i):
        if tokens[k].head == prep.head:
            tokens[k] = replace(tokens[k], head=noun.i)
    return True


def _assault(token: Token) -> bool:
    return any(r.type == "ASSAULT" for r in event_lexicon().rules_for("n", token.lemma))
