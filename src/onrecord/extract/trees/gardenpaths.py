"""parse: garden paths. A reduced relative that the parser takes for the main verb ("Troops ordered to burn the village were arrested"), and the other way round.
A helper of `reattach`; changes the tree of one sentence in place."""

from __future__ import annotations

from dataclasses import replace

from onrecord import syntax
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

# Marks that open an aside, and those that close it.
_NOMINAL = ("dobj", "nsubjpass", "nsubj", "pobj", "conj")
_FORMS_OF_BE = frozenset({"be", "is", "was", "were", "are", "been", "being", "am", "get", "got", "gets", "getting"})
_ASIDES = {"--": "--", "–": "–", "—": "—", "(": ")", ",": ","}


def main_verb(tokens: list[Token], below: dict[int, list[int]], i: int, last: int) -> None:
    """ "The coalition bombed Mosul.": a past form with a bare name behind it is what the sentence tells, and no reduced relative of a noun without a verb."""
    verb, noun = tokens[i], tokens[tokens[i].head]
    bare = next((tokens[c] for c in below[i] if c > i and tokens[c].dep in ("npadvmod", "dobj", "oprd")), None)
    if noun.pos not in ("NOUN", "PROPN") or noun.i > i or bare is None or any(tokens[c].dep in ("aux", "auxpass") for c in below[i]) or bare.ent in ("DATE", "TIME", "MONEY", "QUANTITY", "PERCENT", "CARDINAL") or tokens[last - 1].text != ".":
        return
    between = tokens[i + 1 : bare.i]
    others = [c for c in below[noun.i] if c > noun.i and c != i and tokens[c].dep not in ("prep", "punct", "appos", "relcl")]
    if any(t.pos in ("ADP", "PUNCT", "SCONJ") for t in between) or others or verb.lemma in word_set("ditransitive_verbs") or bare.pos not in ("NOUN", "PROPN"):
        return
    below[noun.i].remove(i)
    _tell(tokens, below, noun.i, i)
    tokens[bare.i] = replace(bare, dep="dobj")


def _tell(tokens: list[Token], below: dict[int, list[int]], noun: int, i: int) -> None:
    """Makes the past form at `i`, which hangs on nothing any more, what the sentence tells of the noun that was its root; what stands behind the form hangs on it."""
    for c in [c for c in below[noun] if c > i]:
        move(tokens, below, c, i)
    tokens[i] = replace(tokens[i], dep="ROOT", head=i, tag="VBD", pos="VERB")
    tokens[noun] = replace(tokens[noun], dep="nsubj", head=i)
    below[i].append(noun)


def garden_path(tokens: list[Token], below: dict[int, list[int]], i: int, last: int) -> bool:
    """Whether a second finite verb was the sentence's own, and is put right; sentences that end before token `last` with a full stop only."""
    if tokens[i].dep == "acl" and tokens[i].tag in ("VBD", "VBN"):
        return _verb_behind_phrase(tokens, below, i, last)
    if tokens[i].dep not in ("ccomp", "conj") or tokens[i].tag not in ("VBD", "VBN") or tokens[last - 1].text != ".":
        return False
    if _second_finite(tokens, below, i):
        return True
    return not any(tokens[c].dep in ("cc", "punct") and tokens[i].head < c < i for c in below[tokens[i].head]) and _stolen_object(tokens, below, i)


def _verb_behind_phrase(tokens: list[Token], below: dict[int, list[int]], i: int, last: int) -> bool:
    """ "Police and residents with machetes killed nine men.", "Men armed with sticks clashed with police.": a past form with an object is what the sentence tells, and
    describes no machetes."""
    noun = tokens[tokens[i].head]
    prep = tokens[noun.head]
    top = tokens[prep.head]
    if top.dep == "acl" and top.tag == "VBN" and top.head < top.i < prep.i:
        top = tokens[top.head]
    if noun.dep != "pobj" or prep.dep != "prep" or prep.lower != "with" or top.pos not in ("NOUN", "PROPN") or tokens[last - 1].text != ".":
        return False
    while top.dep == "conj" and top.head < top.i:
        top = tokens[top.head]
    taken = any((tokens[c].dep == "dobj" and tokens[c].ent not in ("DATE", "TIME")) or (tokens[c].lower == "with" and tokens[i].lemma in word_set("verbs_of_clashing")) for c in below[i] if c > i)
    if top.head != top.i or top.i > prep.i or not taken or any(tokens[c].dep in ("aux", "auxpass", "agent") for c in below[i]):
        return False
    below[noun.i].remove(i)
    _tell(tokens, below, top.i, i)
    return True


def fronted(tokens: list[Token], below: dict[int, list[int]], i: int, first: int, last: int) -> bool:
    """ "In May, some 300 youths, mainly from the port, engaged in scuffles.": behind a date that opens the sentence a past form is what it tells, and describes nobody."""
    verb, noun = tokens[i], tokens[tokens[i].head]
    dated = any(t.ent in ("DATE", "TIME") for t in tokens[first : min(first + 4, noun.i)])
    comma = next((t.i for t in tokens[first : noun.i] if t.text == ","), None)
    if not dated or comma is None or noun.pos not in ("NOUN", "PROPN") or not any(tokens[c].dep in ("prep", "npadvmod") and c < comma for c in below[noun.i]):
        return False
    if tokens[last - 1].text != "." or not verb.lower.endswith("ed") or any(tokens[c].dep in ("agent", "aux", "auxpass") for c in below[i]) or any("obj" in r.recipient for r in event_lexicon().rules_for("v", verb.lemma)):
        return False  # "On Monday, nine people killed in a blast."
    if any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens[first:last]) or not any(tokens[c].dep == "prep" and c == i + 1 for c in below[i]):
        return False
    for c in [c for c in below[noun.i] if (c > i or c < comma) and tokens[c].dep in ("prep", "npadvmod", "punct", "advmod")]:
        move(tokens, below, c, i)
    below[noun.i].remove(i)
    tokens[i] = replace(verb, dep="ROOT", head=i, tag="VBD", pos="VERB")
    tokens[noun.i] = replace(noun, dep="nsubj", head=i)
    below[i].append(noun.i)
    return True


def set_apart(tokens: list[Token], below: dict[int, list[int]], i: int, last: int) -> bool:
    """ "The four clerks killed -- all brothers -- had worked there", "the men arrested, who are twins, were freed": a past form without an object, an aside and
    then the sentence's own verb; whether the form was taken for a verb of its own, and is put right."""
    verb = tokens[i]
    if verb.tag not in ("VBD", "VBN") or verb.lower == verb.lemma or verb.dep not in ("ROOT", "ccomp", "conj", "parataxis") or i + 3 >= last or not event_lexicon().rules_for("v", verb.lemma):
        return False
    noun = tokens[i - 1]
    known = any(tokens[c].dep == "nummod" or (tokens[c].dep == "det" and tokens[c].lower in ("the", "those")) for c in below[noun.i])
    if noun.head != i or noun.dep not in ("nsubj", "nsubjpass") or noun.pos != "NOUN" or not known or any(tokens[c].dep in ("aux", "auxpass", "neg", "cc") for c in below[i]):
        return False
    close = _ASIDES.get(tokens[i + 1].text)
    end = next((t.i for t in tokens[i + 2 : min(i + 14, last - 1)] if t.text == close), None)
    if end is None or tokens[end + 1].tag not in ("VBD", "VBZ", "VBP", "MD"):
        return False
    aside = tokens[i + 2 : end]
    if aside[0].lower not in ("who", "which", "whose", "all", "both", "most") and any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in aside):
        return False  # "the men arrested, police said, were brothers" keeps its reading
    own = tokens[end + 1] if tokens[end + 1].dep not in ("aux", "auxpass") else tokens[tokens[end + 1].head]
    if own.i <= end or own.head not in (own.i, i, verb.head):
        return False
    for c in [c for c in below[own.i] if c <= end and tokens[c].dep in ("nsubj", "nsubjpass") and c > i]:
        move(tokens, below, c, noun.i)
        tokens[c] = replace(tokens[c], dep="appos")
    if own.head == i:
        below[i].remove(own.i)
        tokens[own.i] = replace(own, dep=verb.dep, head=own.i if verb.head == i else verb.head)
        if verb.head != i:
            below[verb.head].append(own.i)
        for c in [c for c in below[i] if c > own.i]:
            move(tokens, below, c, own.i)
    if verb.head != i:
        below[verb.head].remove(i)
    below[i].remove(noun.i)
    for c in [c for c in below[i] if i < c <= end and tokens[c].dep in ("dobj", "npadvmod", "appos", "conj", "oprd")]:
        move(tokens, below, c, noun.i)
        tokens[c] = replace(tokens[c], dep="relcl" if tokens[c].pos in syntax.VERBAL else "appos")
    passive = any(tokens[c].dep == "auxpass" for c in below[own.i])
    tokens[noun.i] = replace(noun, dep="nsubjpass" if passive else "nsubj", head=own.i)
    below[own.i].append(noun.i)
    tokens[i] = replace(verb, dep="acl", head=noun.i, tag="VBN")
    below[noun.i].append(i)
    return True


def _second_finite(tokens: list[Token], below: dict[int, list[int]], i: int) -> bool:
    """ "Troops ordered to burn the village were arrested.": a second finite verb that nothing joins to the first is the sentence's own, and the first a reduced relative."""
    verb, first = tokens[i], tokens[tokens[i].head]
    subject = next((tokens[c] for c in below[first.i] if tokens[c].dep in ("nsubj", "nsubjpass") and c < first.i), None)
    aux = [c for c in below[i] if tokens[c].dep in ("aux", "auxpass") and tokens[c].tag in ("VBD", "VBZ", "VBP")]
    if subject is None or first.head != first.i or first.tag not in ("VBD", "VBN") or first.lower == first.lemma or not aux or i < first.i:
        return False
    joined = any(tokens[c].dep in ("nsubj", "nsubjpass", "mark", "expl", "csubj", "advmod") and c < i for c in below[i]) or any(tokens[c].dep in ("cc", "aux", "auxpass", "neg", "dobj") for c in below[first.i])
    joined = joined or (first.lemma in word_set("verbs_with_bare_clauses") and not any(tokens[c].dep == "xcomp" for c in below[first.i])) or any(t.dep in ("nsubj", "nsubjpass", "expl", "mark") for t in tokens[first.i : i])
    if joined or subject.pos not in ("NOUN", "PROPN") or any(t.text in (",", ";", ":", "-", "–", "—", '"', "“", "”") for t in tokens[first.i : i]) or first.i + 1 == min(aux):
        return False
    for c in [c for c in below[first.i] if c > i]:
        move(tokens, below, c, i)
    below[first.i].remove(i)
    below[first.i].remove(subject.i)
    tokens[first.i] = replace(first, dep="acl", head=subject.i, tag="VBN")
    below[subject.i].append(first.i)
    tokens[i] = replace(verb, dep="ROOT", head=i)
    below[i].append(subject.i)
    tokens[subject.i] = replace(subject, dep="nsubjpass" if any(tokens[c].dep == "auxpass" for c in aux) else "nsubj", head=i)
    return True


def _stolen_object(tokens: list[Token], below: dict[int, list[int]], i: int) -> bool:
    """ "A colonel believed to have ordered the massacre was arrested.": what the relative clause's verb has for its object is no subject of the sentence's verb; the
    noun that the sentence opens with is."""
    verb, held = tokens[i], tokens[tokens[i].head]
    subject = next((tokens[c] for c in below[i] if tokens[c].dep in ("nsubj", "nsubjpass")), None)
    top = held
    while top.head != top.i:
        top = tokens[top.head]
    inner = tokens[min([subject.i, *below[subject.i]]) - 1] if subject is not None and subject.i else held
    if subject is None or top is inner or not (inner is held or hangs_below(tokens, inner.i, held.i)) or not inner.i < subject.i < i or inner.pos not in syntax.VERBAL or {inner.lemma, verb.lemma} & word_set("verbs_with_bare_clauses"):
        return False
    if not inner.text.isalpha() or subject.pos not in ("NOUN", "PROPN") or not event_lexicon().rules_for("v", inner.lemma):
        return False
    own = any(tokens[c].dep in ("dobj", "mark") and tokens[c].i < i for k in (inner.i, i) for c in below[k])
    aux = [c for c in below[i] if tokens[c].dep in ("aux", "auxpass")]
    start = min([subject.i, *below[subject.i]])
    if own or start != inner.i + 1 or subject.i + 1 != min([i, *aux]) or not (verb.tag == "VBD" or any(tokens[c].tag in ("VBD", "VBZ", "VBP") for c in aux)):
        return False
    noun = top if top.pos in ("NOUN", "PROPN") else next((tokens[c] for c in below[top.i] if tokens[c].dep in ("nsubj", "nsubjpass") and c < top.i), None)
    if noun is None or noun.i > inner.i or (noun is not top and (top.tag not in ("VBD", "VBN") or top.lower == top.lemma)):
        return False
    move(tokens, below, subject.i, inner.i)
    tokens[subject.i] = replace(tokens[subject.i], dep="dobj")
    below[held.i].remove(i)
    for c in [c for c in below[top.i] if c > i]:
        move(tokens, below, c, i)
    if noun is not top:
        below[top.i].remove(noun.i)
        tokens[top.i] = replace(top, dep="acl", head=noun.i, tag="VBN")
        below[noun.i].append(top.i)
    tokens[i] = replace(verb, dep="ROOT", head=i)
    below[i].append(noun.i)
    tokens[noun.i] = replace(tokens[noun.i], dep="nsubjpass" if any(tokens[c].dep == "auxpass" for c in aux) else "nsubj", head=i)
    return True


def said_beside(tokens: list[Token], below: dict[int, list[int]], i: int) -> bool:
    """ "denied that it had met them and said they were late": the second verb of saying is the speaker's, beside the first. So is who asks, behind a mere "was"
    ("denied that there was fuel and demanded the boat"), and who accuses behind words that are quoted ("said his men "had no part in it" and accused the army")."""
    verb, inner = tokens[i], tokens[tokens[i].head]
    above = tokens[inner.head]
    blames = verb.lemma in word_set("accusing_verbs") and any(tokens[c].dep == "dobj" for c in below[i])  # "said four had been hurt and blamed outsiders"
    if blames and verb.tag == "VBN" and any(tokens[c].dep == "auxpass" for c in below[inner.i]):
        verb = tokens[i] = replace(verb, tag="VBD")
    if inner.dep != "ccomp" or above.tag != verb.tag or not above.i < inner.i < i or verb.tag not in ("VBD", "VBZ", "VBP"):
        return False
    if any(tokens[c].dep in ("nsubj", "nsubjpass", "expl", "aux", "auxpass", "mark") for c in below[i]):
        return False
    helped = any(tokens[c].dep in ("aux", "auxpass") for c in below[inner.i])
    says = verb.lemma in word_set("verbs_of_saying")
    asks = verb.lemma in word_set("demanding_verbs")
    quoted = (says or asks or verb.lemma in word_set("accusing_verbs")) and above.lemma in word_set("verbs_of_saying") and _quoted_between(tokens, above.i, i)
    if not (((says or blames) and helped) or (asks and inner.lemma == "be" and not helped) or quoted):
        return False
    move(tokens, below, i, above.i)
    for c in [c for c in below[inner.i] if tokens[c].dep == "cc" and inner.i < c < i]:
        move(tokens, below, c, above.i)
    return True


def _quoted_between(tokens: list[Token], first: int, last: int) -> bool:
    """Whether words in quotation marks end right before the conjunction that stands before token `last`."""
    marks = [t for t in tokens[first + 1 : last] if t.text in ('"', "“", "”", "''", "``")]
    return len(marks) == 2 and last - marks[1].i <= 3


def clause_behind(tokens: list[Token], below: dict[int, list[int]], i: int) -> bool:
    """ "charged with murder after a 19-year-old was stabbed": a finite verb right behind what "after" is said to govern has it for its subject."""
    verb = tokens[i]
    if verb.tag not in ("VBD", "VBN", "VBZ", "VBP") or verb.dep not in ("conj", "ccomp", "parataxis", "advcl") or any(tokens[c].dep in ("nsubj", "nsubjpass", "expl", "mark", "cc") for c in below[i]):
        return False
    start = min((c for c in below[i] if tokens[c].dep in ("aux", "auxpass") and c < i), default=i)
    prep = next((tokens[c] for c in below[verb.head] if tokens[c].dep == "prep" and tokens[c].lower in ("after", "before", "until", "since") and verb.head < c < i), None)
    noun = next((tokens[c] for c in below[prep.i] if tokens[c].dep == "pobj"), None) if prep is not None else None
    if prep is None or noun is None or (noun.ent in ("DATE", "TIME") and noun.pos != "ADJ") or _last(below, noun.i) != start - 1 or any(tokens[c].dep == "cc" and prep.i < c < i for c in below[verb.head]):
        return False
    passive = any(tokens[c].dep == "auxpass" for c in below[i])
    move(tokens, below, noun.i, i)
    tokens[noun.i] = replace(tokens[noun.i], dep="nsubjpass" if passive else "nsubj")
    move(tokens, below, prep.i, i)
    tokens[prep.i] = replace(tokens[prep.i], dep="mark", pos="SCONJ")
    tokens[i] = replace(tokens[i], dep="advcl")
    return True


def name_for_auxiliary(tokens: list[Token], below: dict[int, list[int]], i: int) -> bool:
    """ "The bloc Ecowas condemned the coup": a name that the tagger takes for a form of "be" is the subject's."""
    token = tokens[i]
    verb = tokens[token.head]
    noun = next((tokens[c] for c in below[verb.i] if tokens[c].dep == "nsubjpass"), None)
    if token.dep != "auxpass" or not token.text[:1].isupper() or token.text.isupper() or token.lower in _FORMS_OF_BE or noun is None or noun.i != i - 1:
        return False
    move(tokens, below, i, noun.i)
    tokens[i] = replace(token, dep="appos", pos="PROPN", tag="NNP", lemma=token.text)
    tokens[noun.i] = replace(noun, dep="nsubj")
    tokens[verb.i] = replace(verb, tag="VBD")
    return True


def speakers_in_row(tokens: list[Token], below: dict[int, list[int]], i: int) -> bool:
    """ "tried to storm the office, hospital staff and local officials said": who stand between the last comma and a verb of saying without a subject have said it."""
    verb = tokens[i]
    if verb.lemma not in word_set("verbs_of_saying") or verb.tag not in ("VBD", "VBZ", "VBP") or any(tokens[c].dep in ("nsubj", "nsubjpass", "expl", "aux", "auxpass") and c < i for c in below[i]):
        return False
    last = tokens[i - 1]
    first = tokens[last.head]
    if last.dep != "conj" or first.dep not in ("conj", "appos") or not any(tokens[c].dep == "cc" and first.i < c < last.i for c in below[first.i]):
        return False
    start = min([first.i, *(c for c in below[first.i] if c < first.i)])
    classes = event_lexicon().classes
    somebody = any(t.pos == "PROPN" or any(t.lemma.lower() in classes[c] for c in ("human", "civilian", "official", "folk", "voice")) for t in (first, last))
    if tokens[start - 1].text != "," or not first.head < start or not somebody:
        return False
    move(tokens, below, first.i, i)
    tokens[first.i] = replace(tokens[first.i], dep="nsubj")
    return True


def apart_behind(tokens: list[Token], below: dict[int, list[int]], i: int) -> bool:
    """ "Three soldiers died, the ministry said, the heaviest loss in months": what stands behind a comma after such an insertion is no object of "said"."""
    thing = tokens[i]
    verb = tokens[thing.head]
    if thing.dep != "dobj" or verb.lemma not in word_set("verbs_of_saying") or thing.i < verb.i or tokens[verb.i + 1].text != ",":
        return False
    told = next((tokens[c] for c in below[verb.i] if tokens[c].dep == "ccomp" and c < verb.i), None)
    if told is None or not any(tokens[c].dep in ("nsubj", "nsubjpass") and told.i < c < verb.i for c in below[verb.i]):
        return False
    move(tokens, below, thing.i, told.i)
    tokens[thing.i] = replace(tokens[thing.i], dep="npadvmod")
    return True


def people(tokens: list[Token], below: dict[int, list[int]], i: int) -> bool:
    """Whether an adjective or a participle stands for people: "the wounded", "a 19-year-old"."""
    kinds = {tokens[c].dep for c in below[i]}
    if tokens[i].lower == "old":
        behind = tokens[i + 1].pos if i + 1 < len(tokens) and tokens[i + 1].sent == tokens[i].sent else ""
        return i > 3 and tokens[i - 2].lower == "year" and any(tokens[c].dep == "det" for c in below[i]) and behind not in ("NOUN", "PROPN", "ADJ")  # "the 50-year-old embargo"
    return tokens[i].lower.endswith(("ed", "en")) and kinds <= {"det", "amod", "nummod", "prep", "punct", "advmod", "cc", "conj"} and any(tokens[c].lower == "the" for c in below[i])


def _last(below: dict[int, list[int]], i: int) -> int:
    """The last token of what hangs on token `i`."""
    return max([i, *(_last(below, c) for c in below[i])])


def year_opening(tokens: list[Token], below: dict[int, list[int]], i: int, first: int) -> bool:
    """ "In 2011 rebels took the harbour": the year is what "In" takes, and no number of rebels."""
    year, prep = tokens[i], tokens[i - 1]
    if i != first + 1 or year.dep != "nummod" or year.head != i + 1 or not (year.text.isdigit() and len(year.text) == 4 and year.text[:2] in ("18", "19", "20")):
        return False
    if prep.lower not in ("in", "by", "since") or any(tokens[c].dep in ("pobj", "pcomp") for c in below[prep.i]) or tokens[i + 1].dep not in ("nsubj", "nsubjpass"):
        return False
    move(tokens, below, i, prep.i)
    tokens[i] = replace(tokens[i], dep="pobj", ent="DATE")
    return True


def row_of_people(tokens: list[Token], below: dict[int, list[int]], i: int, last: int) -> bool:
    """ "arrested the mayor, the priest and two teachers", "met the governor, the mayor, and the police chief": three in a row, and nobody who is said to be another;
    each has a word of its own before it, and the row ends its clause. Behind a second comma "the mayor, a former priest, and" may tell of one: it takes one
    article in both."""
    noun, above = tokens[i], tokens[tokens[i].head]
    if above.pos != "NOUN" or above.dep not in _NOMINAL or not above.i < i or noun.pos != "NOUN":
        return False

    def opened(k: int) -> bool:
        return any(tokens[c].dep in ("det", "nummod", "poss") and c < k for c in below[k])

    def article(k: int) -> str:
        return next((tokens[c].lower.removesuffix("n") for c in below[k] if tokens[c].dep == "det" and c < k), "")

    joint = [c for c in below[i] if tokens[c].dep == "conj" and c > i]
    over = i
    if not joint and above.dep != "conj" and article(above.i) == article(i) != "":
        # The parser hangs the third on the first.
        joint, over = [c for c in below[above.i] if tokens[c].dep == "conj" and c > i and not any(tokens[g].dep == "poss" for g in below[c])], above.i
        if noun.lemma in word_set("kin") or above.lemma in word_set("words_for_anybody"):
            return False  # "a teacher, a mother of two, and a nurse", "a man, a suspected rebel, and"
    if len(joint) != 1 or not any(tokens[c].dep == "cc" and tokens[c].lower == "and" and c > i for c in below[over]) or not all(opened(k) for k in (above.i, i, joint[0])):
        return False
    commas = [k for k in range(above.i, i) if tokens[k].text == ","]
    end = 1 + max(k for k in range(joint[0], last) if k == joint[0] or hangs_below(tokens, k, joint[0]))
    several = any(tokens[c].dep == "nummod" for c in below[joint[0]])  # one mayor is no "priest and two nurses", whatever follows
    if len(commas) != 1 or (end < last and tokens[end].text == "," and not several) or any(tokens[c].dep in ("relcl", "acl") for c in below[i]):
        return False
    tokens[i] = replace(noun, dep="conj")
    return True


def kin_in_row(tokens: list[Token], below: dict[int, list[int]], i: int) -> bool:
    """ "killed a teacher, Luis Heron, his wife Ana and their son": kin who are told with somebody, and no other name of his. The last of the row has a word of
    its own before it: "Heron, his brother and partner" is one man."""
    noun, above = tokens[i], tokens[tokens[i].head]
    if not any(tokens[c].lemma in word_set("kin") | word_set("retinue") for c in (i, *below[i]) if c == i or tokens[c].dep == "compound") or above.pos != "PROPN" or not above.i < i or not any(tokens[c].tag == "PRP$" and c < i for c in below[i]):
        return False
    own = [i, *(c for c in below[i] if tokens[c].dep == "appos")]  # "his wife Mara": the row may hang on her name
    # "identified Heron, his son, and 15 others": the parser may hang the last on the name.
    last = next((c for k in (*own, above.i) for c in below[k] if tokens[c].dep == "conj" and c > i and (k != above.i or [t.lower for t in tokens[i + 1 : i + 3]] == [",", "and"])), None)
    if noun.dep == "conj":
        # "killed the judge, Nadia Orel, and her sons": they are no second name of the judge.
        if above.dep != "appos" or tokens[above.head].tag != "NN":
            return False
    elif last is None or not any(tokens[c].lower == "and" for c in below[tokens[last].head]) or not any(tokens[c].dep in ("det", "poss", "nummod") and c < last for c in below[last]):
        return False
    if above.dep in ("npadvmod", "appos"):
        # The name behind "a teacher," is the teacher's.
        first = next((c for c in range(above.i - 1, -1, -1) if tokens[c].dep not in ("compound", "punct")), above.i)
        called = tokens[above.head] if above.dep == "appos" else tokens[first]
        if called.pos != "NOUN" or called.dep not in _NOMINAL or (above.dep == "npadvmod" and called.head != above.head):
            return False
        if above.dep == "npadvmod":
            move(tokens, below, above.i, called.i)
            tokens[above.i] = replace(tokens[above.i], dep="appos")
        above = called
    if above.dep not in _NOMINAL:
        return False
    if last is not None:
        move(tokens, below, last, i)
    move(tokens, below, i, above.i)
    tokens[i] = replace(tokens[i], dep="conj")
    return True


def verb_in_row(tokens: list[Token], below: dict[int, list[int]], i: int) -> bool:
    """ "is executing priests, and massacring labour leaders": a noun that goes on with a verb is what the participle before it takes."""
    noun, above = tokens[tokens[i].head], tokens[tokens[tokens[i].head].head]
    if noun.dep != "conj" or noun.i <= i or above.tag != "VBG" or not any(tokens[c].dep == "dobj" and c < i for c in below[above.i]):
        return False
    if tokens[i - 1].dep != "cc" or tokens[i - 1].head != above.i or not event_lexicon().rules_for("v", tokens[i].lemma):
        return False
    move(tokens, below, i, above.i)
    tokens[i] = replace(tokens[i], dep="conj", pos="VERB")
    move(tokens, below, noun.i, i)
    tokens[noun.i] = replace(tokens[noun.i], dep="dobj")
    return True


def unnamed_says(tokens: list[Token], below: dict[int, list[int]], i: int, first: int) -> bool:
    """ "An official who asked not to be named said rebels had fled": the verb behind "named" is what the official does."""
    verb, before = tokens[i], tokens[i - 1] if i > first else tokens[i]
    if verb.lemma not in word_set("verbs_of_saying") or verb.tag not in ("VBD", "VBN") or before.lower not in ("named", "identified", "quoted") or not hangs_below(tokens, i, before.i):
        return False
    noun = next((t for t in tokens[first:i] if t.head == t.i and t.dep == "ROOT" and t.pos in ("NOUN", "PROPN")), None)
    if noun is None or not any(tokens[c].dep == "relcl" and tokens[c].i < i for c in below[noun.i]):
        return False
    below[verb.head].remove(i)
    tokens[i] = replace(verb, dep="ROOT", head=i, tag="VBD", pos="VERB")
    tokens[noun.i] = replace(noun, dep="nsubj", head=i)
    below[i].append(noun.i)
    for c in [c for c in below[noun.i] if c > i]:
        move(tokens, below, c, i)
    return True


def says_too(tokens: list[Token], below: dict[int, list[int]], i: int) -> bool:
    """ "The mayor said the army had left and the guards said they were tired": two speakers, the second no part of what the first said."""
    verb, above = tokens[i], tokens[tokens[i].head]
    words = word_set("verbs_of_saying")
    first = next((c for c in below[above.i] if tokens[c].dep == "ccomp" and above.i < c < i), None)
    if verb.lemma not in words or above.lemma not in words or verb.tag != above.tag or first is None:
        return False
    subject = next((c for c in below[i] if tokens[c].dep == "nsubj"), None)
    joint = next((c for c in below[first] if tokens[c].dep == "cc" and first < c < i), None)
    if subject is None or joint is None or tokens[subject].pos not in ("NOUN", "PROPN"):
        return False
    tokens[i] = replace(verb, dep="conj")
    move(tokens, below, joint, above.i)
    return True


def hangs_below(tokens: list[Token], i: int, top: int) -> bool:
    at = i
    while tokens[at].head != at:
        at = tokens[at].head
        if at == top:
            return True
        if tokens[at].pos in syntax.VERBAL:
            return False
    return False


def move(tokens: list[Token], below: dict[int, list[int]], i: int, head: int) -> None:
    below[tokens[i].head].remove(i)
    below[head].append(i)
    tokens[i] = replace(tokens[i], head=head)
