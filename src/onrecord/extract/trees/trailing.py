"""parse: who says it at a sentence's end, where the parser hangs the speaker on the last noun of what is said: "crossed and killed five men, the prefect, Ana Luz,
reported", "have sunk a barge, state radio reports"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.actorbook import ActorBook
from onrecord.extract.trees.oneform import hangs_on
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_QUOTES = frozenset({'"', "“", "”", "''", "``", "’"})
_SINCE = ("after", "when", "before", "following", "during")
_FAR = 24  # ... within which it stands where the speaker follows it
_REACH = 8  # tokens from the sentence's end within which the verb of saying stands


def speaker_behind(tokens: list[Token], first: int, last: int) -> bool:
    """Repairs the tree of one sentence, tokens [first, last), in place; whether there was anything to repair. Cost: linear in its tokens."""
    end = last
    while end > first and not any(c.isalnum() for c in tokens[end - 1].text):
        end -= 1
    if end - first < 6:
        return False
    if _alleging(tokens, first, end):
        return True
    meanwhile = next((i for i in range(first + 4, end - 3) if tokens[i].lemma.lower() in word_set("verbs_of_saying") and tokens[i].tag in _FINITE and tokens[i + 1].text == "," and tokens[i + 2].lower in ("as", "while", *_SINCE)), None)
    if meanwhile is not None and _bare_participle(tokens, meanwhile, first, meanwhile + 1):
        deed = next(t for t in tokens[first:meanwhile] if t.head == meanwhile and t.dep == "ccomp")
        for t in tokens[meanwhile + 1 : end]:
            if t.head == meanwhile and tokens[meanwhile + 2].lower in _SINCE and t.dep in ("advcl", "prep"):
                tokens[t.i] = replace(t, head=deed.i)  # "after gunmen stormed it": of the deed, not of the saying
        return True
    inverted = [i for i in range(max(first + 4, end - _FAR), end - 1) if tokens[i].lemma.lower() in word_set("verbs_of_saying") and tokens[i].tag in _FINITE and tokens[i - 1].text == ","]
    if any(_inverted(tokens, i, first, end) for i in inverted):
        return True
    saying = [i for i in range(max(first + 4, end - _REACH), end) if tokens[i].lemma.lower() in word_set("verbs_of_saying") and tokens[i].tag in _FINITE]
    return any(rule(tokens, i, first, end) for i in saying for rule in (_deed_for_description, _bare_participle, _among_them, _while_told, _no_relative, _no_subject, _run_in, _object_run_in, _two_subjects, _two_told, _spliced)) or _noun_for_verb(tokens, end - 1, first)


def _deed_for_description(tokens: list[Token], i: int, first: int, end: int) -> bool:
    """ "Fighters executed 22 civilians in the town, the Rights Monitor said today": the parser takes the deed for a description of who would have said it."""
    subject = next((t for t in tokens[first:i] if t.head == i and t.dep == "nsubj"), None)
    deed = next((t for t in tokens[subject.i + 1 : i] if t.head == subject.i and t.dep == "acl" and t.tag in ("VBN", "VBD")), None) if subject is not None else None
    if subject is None or deed is None or tokens[i].head != i or deed.i != subject.i + 1:
        return False
    comma = next((t.i for t in reversed(tokens[deed.i : i]) if t.text == ","), None)
    held = next((t for t in tokens[deed.i + 1 : i] if t.head == deed.i and t.dep == "dobj"), None)
    speaker = next((t for t in tokens[(comma or i) + 1 : i] if t.dep == "appos"), None)
    if comma is None or held is None or held.i > comma or speaker is None or speaker.i != i - 1 or any(t.text == "," for t in tokens[first:comma]):
        return False
    if any(t.i > comma and not hangs_on(tokens, t.i, speaker.i) for t in tokens[comma + 1 : i]):
        return False
    tokens[deed.i] = replace(deed, dep="ccomp", head=i, tag="VBD")
    tokens[subject.i] = replace(subject, head=deed.i)
    tokens[speaker.i] = replace(speaker, dep="nsubj", head=i)
    return True


def _bare_participle(tokens: list[Token], i: int, first: int, end: int) -> bool:
    """ "Woman executed despite appeals, activists say", "Armed bands recruiting children, watchdog warns": a headline needs no "was" or "are" to tell a deed, and who
    says so stands behind the comma."""
    speaker = next((t for t in reversed(tokens[first:i]) if t.head == i and t.dep == "nsubj"), None)
    if i != end - 1 or tokens[i].head != i or speaker is None:
        return False
    begin = min(t.i for t in tokens[first:i] if hangs_on(tokens, t.i, speaker.i))
    if tokens[begin - 1].text != "," or any(t.head == i and t.dep == "ccomp" for t in tokens[first:i]):
        return False
    noun = next((t for t in tokens[first : begin - 1] if (t.head == i and t.dep in ("nsubj", "nsubjpass", "dep", "npadvmod") and t.pos in ("NOUN", "PROPN")) or (t.pos == "NUM" and t.head in (i, t.i))), None)
    deed = next((t for t in tokens[noun.i + 1 : begin - 1] if t.head == noun.i and t.dep == "acl" and t.tag in ("VBN", "VBG")), None) if noun is not None else None
    if noun is None or deed is None or deed.i != noun.i + 1:
        return False
    tokens[deed.i] = replace(deed, dep="ccomp", head=i)
    tokens[noun.i] = replace(noun, dep="nsubjpass" if deed.tag == "VBN" else "nsubj", head=deed.i)
    return True


def _among_them(tokens: list[Token], i: int, first: int, end: int) -> bool:
    """ "Among those held was Ana Luz, a former judge, the prosecutor's office said": the name behind "was" is what it tells of, and who says so stands behind the last comma."""
    was = next((t for t in tokens[first:i] if t.head == i and t.dep in ("ccomp", "advcl") and t.lemma == "be"), None)
    if tokens[i].dep != "ROOT" or was is None or not any(t.head == was.i and t.dep == "prep" and t.lower == "among" and t.i < was.i for t in tokens[first : was.i]):
        return False
    name = next((t for t in tokens[was.i + 1 : i] if t.head == i and t.dep == "nsubj"), None)
    if name is None or any(t.head == was.i and t.dep in ("nsubj", "attr") for t in tokens[was.i : i]) or any(t.text == "," for t in tokens[was.i : name.i]):
        return False
    comma = next((k for k in range(i - 1, name.i, -1) if tokens[k].text == ","), None)
    speaker = next((t for t in tokens[comma + 1 : i] if t.head <= comma and t.pos in ("NOUN", "PROPN")), None) if comma is not None else None
    if speaker is None or any(not hangs_on(tokens, k, speaker.i) for k in range((comma or 0) + 1, i)):
        return False
    tokens[name.i] = replace(name, dep="nsubj", head=was.i)
    tokens[speaker.i] = replace(speaker, dep="nsubj", head=i)
    return True


def _while_told(tokens: list[Token], i: int, first: int, end: int) -> bool:
    """ "Troops opened fire as the crowd came near, police say": both clauses are what police say; the parser leaves the first one by itself."""
    told = next((t for t in tokens[first:i] if t.head == i and t.dep == "ccomp"), None)
    if tokens[i].head != i or told is None or i != end - 1:
        return False
    main = next((t for t in tokens[first : told.i] if t.head == t.i and t.tag in _FINITE and any(c.head == t.i and c.dep == "nsubj" for c in tokens[first : t.i])), None)
    mark = next((t for t in tokens[main.i + 1 : told.i] if t.head == main.i and t.lower in ("as", "after", "while", "when")), None) if main is not None else None
    if main is None or mark is None or not any(c.head == told.i and c.dep in ("nsubj", "nsubjpass") and c.i > mark.i for c in tokens[mark.i : told.i]):
        return False
    tokens[main.i] = replace(main, dep="ccomp", head=i)
    tokens[told.i] = replace(told, dep="advcl", head=main.i)
    tokens[mark.i] = replace(mark, dep="mark", head=told.i)
    return True


def _no_relative(tokens: list[Token], i: int, first: int, end: int) -> bool:
    """ "Among those freed was Abu Omar, a commander, the ministry announced": behind a comma no clause describes a name without "who" or "whom"."""
    verb, root = tokens[i], next((t for t in tokens[first:i] if t.head == t.i and t.pos in ("VERB", "AUX")), None)
    if verb.dep != "relcl" or root is None or tokens[verb.head].pos != "PROPN":
        return False
    own = [t for t in tokens[first:end] if t.head == i and t.i != i]
    subject = next((t for t in own if t.dep == "nsubj" and t.i < i), None)
    if subject is None or subject.pos not in ("NOUN", "PROPN") or any(t.dep in ("ccomp", "xcomp", "aux", "neg", "advcl", "prep") or (t.dep == "dobj" and verb.lemma != "tell") for t in own):
        return False
    phrase = [t.i for t in tokens[first:i] if hangs_on(tokens, t.i, subject.i)]
    if tokens[phrase[0] - 1].text != "," or any(tokens[k].tag in ("WP", "WDT", "WP$") for k in range(phrase[0], i)) or any(k not in phrase for k in range(phrase[0], i)):
        return False
    if any(any(c.isalnum() for c in t.text) and not hangs_on(tokens, t.i, i) for t in tokens[i + 1 : end]):
        return False
    tokens[i] = replace(verb, dep="ROOT", head=i)
    tokens[root.i] = replace(root, dep="ccomp", head=i)
    return True


def _no_subject(tokens: list[Token], i: int, first: int, end: int) -> bool:
    """ "..., the prefect, Ana Luz, reported": the verb has before it what is said, and no subject."""
    below = [t for t in tokens[first:i] if t.head == i]
    said = [t.i for t in below if t.dep == "ccomp"]
    root = tokens[tokens[i].head]
    spliced = tokens[i].dep in ("conj", "parataxis") and root.dep == "ROOT" and root.i < i and not any(t.dep == "cc" and t.head == root.i for t in tokens[root.i : i])
    if spliced:
        said = [root.i]
    names = [t for t in below if t.dep == "nsubj" and t.pos == "PROPN" and t.i > first and said and t.i > said[-1]]
    if not (spliced or tokens[i].dep == "ROOT") or not said or any(t.dep in ("nsubj", "nsubjpass", "expl", "aux", "auxpass") and t not in names for t in below):
        return False
    for noun in tokens[said[-1] + 1 : i]:
        titled = noun.pos == "NOUN" and _person(noun) and any(t.head == noun.i and t.dep in ("det", "poss") for t in tokens[first:i])
        # "after mediation by clan elders, police in the county said": no "and" makes a row of them
        several = noun.dep == "conj" and noun.tag in ("NNS", "NN") and noun.lemma.lower() in word_set("those_who_tell") and not any(t.dep == "cc" for t in tokens[noun.head : noun.i])
        if noun.dep not in ("appos", "conj" if titled or several else "") or noun.pos not in ("NOUN", "PROPN"):
            continue
        phrase = [t.i for t in tokens[first:i] if hangs_on(tokens, t.i, noun.i)]
        begin = phrase[0]
        if names and not titled:
            continue
        phrase += [t.i for t in tokens[first:i] if names and hangs_on(tokens, t.i, names[0].i)]
        apart = noun.head < begin - 1 and (tokens[begin - 1].text == "," or tokens[begin - 1].text in _QUOTES)
        if apart and all(k in phrase or not any(c.isalnum() for c in tokens[k].text) for k in range(begin, i)):
            tokens[noun.i] = replace(noun, dep="nsubj", head=i)
            for name in names:
                # "..., the prefect, | Ana Luz, reported"
                tokens[name.i] = replace(name, dep="appos", head=noun.i)
            if spliced:
                tokens[i] = replace(tokens[i], dep="ROOT", head=i)
                tokens[root.i] = replace(root, dep="ccomp", head=i)
            return True
    return False


def _person(noun: Token) -> bool:
    """Whether the noun is a post or calling: "the prefect"; "a town in the south, the daily reported" names a town."""
    role = ActorBook.load().role(noun.lemma.lower())
    return role is not None and role.kind in ("person", "office")


def _run_in(tokens: list[Token], i: int, first: int, end: int) -> bool:
    """ "..., in the square, widows said": the parser runs the speaker in with the noun before the comma."""
    below = [t for t in tokens[first:i] if t.head == i]
    speaker, comma, noun = tokens[i - 1], tokens[i - 2], tokens[i - 3]
    if tokens[i].dep != "ROOT" or not any(t.dep == "ccomp" for t in below) or any(t.dep in ("nsubj", "nsubjpass", "expl", "aux", "auxpass") for t in below):
        return False
    if comma.text != "," or speaker.tag not in ("NNS", "NNP", "NNPS") or speaker.dep not in ("pobj", "dobj") or noun.head != speaker.i or noun.dep not in ("amod", "compound", "nmod"):
        return False
    for t in tokens[first : i - 3]:
        if t.head == speaker.i:
            tokens[t.i] = replace(t, head=noun.i)
    tokens[noun.i] = replace(noun, pos="NOUN" if noun.pos == "ADJ" else noun.pos, tag="NN" if noun.pos == "ADJ" else noun.tag, dep=speaker.dep, head=speaker.head)
    tokens[speaker.i] = replace(speaker, dep="nsubj", head=i)
    tokens[comma.i] = replace(comma, head=i)
    return True


def _two_told(tokens: list[Token], i: int, first: int, end: int) -> bool:
    """ "Nine men were arrested, and soldiers shot two dockers, police said": both clauses are what police said."""
    told = [t for t in tokens[first:i] if t.head == i and t.dep == "ccomp"]
    if tokens[i].dep != "ROOT" or len(told) < 2 or not all(any(t.head == c.i and t.dep in ("nsubj", "nsubjpass") for t in tokens[first:i]) for c in told):
        return False
    for later in told[1:]:
        tokens[later.i] = replace(later, dep="conj", head=told[0].i)
    return True


def _inverted(tokens: list[Token], i: int, first: int, end: int) -> bool:
    """ "Nine trucks were seized, reported La Gaceta.": what the parser takes for the object of the last verb is who reports."""
    verb = tokens[i]
    speaker = next((t for t in tokens[i + 1 : end] if t.head == i and t.dep in ("dobj", "nsubj", "attr", "oprd")), None)
    if speaker is None or (speaker.dep == "nsubj" and verb.dep != "conj") or not (speaker.pos == "PROPN" or _person(speaker)) or any(not hangs_on(tokens, k, speaker.i) for k in range(i + 1, end) if any(c.isalnum() for c in tokens[k].text)):
        return False
    if any(t.tag in _FINITE for t in tokens[i + 1 : end]) or any(t.head == i and t.dep in ("aux", "auxpass", "neg", "cc") for t in tokens[first:end]):
        return False
    below = [t for t in tokens[first:i] if t.head == i and t.i != i]
    told = tokens[verb.head] if verb.dep == "conj" else next((t for t in below if t.dep in ("advcl", "ccomp")), None)
    if told is None or told.i > i or (verb.dep != "conj" and (verb.dep != "ROOT" or any(t.dep in ("nsubj", "nsubjpass", "expl") for t in below))):
        return False
    if told.tag not in _FINITE and not any(t.head == told.i and t.dep in ("aux", "auxpass") for t in tokens[first:i]):
        return False
    if verb.dep == "conj" and (told.dep != "ROOT" or not any(t.head == told.i and t.dep in ("nsubj", "nsubjpass", "expl") for t in tokens[first:i])):
        return False
    tokens[i] = replace(verb, dep="ROOT", head=i)
    tokens[told.i] = replace(told, dep="ccomp", head=i)
    tokens[speaker.i] = replace(speaker, dep="nsubj")
    for t in below:
        if t.dep in ("nsubj", "nsubjpass"):
            tokens[t.i] = replace(t, dep="dep", head=told.i)
    return True


def _object_run_in(tokens: list[Token], i: int, first: int, end: int) -> bool:
    """ "It hit only guards, the chief, Danu Petar, said": the parser takes for the speaker what the verb before takes."""
    below = [t for t in tokens[first:i] if t.head == i]
    said = next((t for t in below if t.dep == "ccomp"), None)
    noun = next((t for t in below if t.dep == "nsubj"), None)
    if tokens[i].dep != "ROOT" or said is None or noun is None or noun.i < said.i or any(t.head == said.i and t.dep in ("dobj", "attr", "acomp", "ccomp", "xcomp") for t in tokens[first:end]):
        return False
    if said.tag not in _FINITE or any(t.text == "," for t in tokens[said.i : noun.i]):
        return False
    speaker = next((t for t in tokens[noun.i + 1 : i] if t.head == noun.i and t.dep == "appos" and tokens[_begins(tokens, t.i, noun.i) - 1].text == ","), None)
    if speaker is None:
        return False
    tokens[noun.i] = replace(noun, dep="dobj", head=said.i)
    tokens[speaker.i] = replace(speaker, dep="nsubj", head=i)
    return True


def _two_subjects(tokens: list[Token], i: int, first: int, end: int) -> bool:
    """ "“A lie, from first to last,” said Ana Luz": what is quoted is no second speaker."""
    subjects = [t for t in tokens[first:end] if t.head == i and t.dep == "nsubj"]
    if len(subjects) != 2 or not subjects[0].i < i < subjects[1].i or tokens[i - 1].text not in _QUOTES:
        return False
    tokens[subjects[0].i] = replace(subjects[0], dep="ccomp")
    return True


def _alleging(tokens: list[Token], first: int, end: int) -> bool:
    """ "Police allege that he sold maps": a verb that the tagger takes for a noun with another before it."""
    for t in tokens[first + 1 : end - 2]:
        if t.lower == "allege" and t.tag in ("NN", "NNP") and tokens[t.i - 1].head == t.i and tokens[t.i - 1].dep in ("compound", "amod", "nmod") and any(c.head == t.i and c.dep in ("ccomp", "acl", "relcl") for c in tokens[t.i + 1 : end]):
            for c in tokens[first:end]:
                if c.head == t.i and c.i != t.i:
                    dep = "nsubj" if c.i == t.i - 1 else "ccomp" if c.i > t.i and c.dep in ("acl", "relcl") else c.dep
                    tokens[c.i] = replace(c, dep=dep, head=t.i - 1 if c.i < t.i - 1 and c.dep in ("det", "amod", "compound", "poss") else t.i)
            tokens[t.i] = replace(t, pos="VERB", tag="VBP", lemma="allege")
            return True
    return False


def _begins(tokens: list[Token], top: int, first: int) -> int:
    """The first token of a phrase, from `first` on."""
    return next(t.i for t in tokens[first : top + 1] if t.i > first and hangs_on(tokens, t.i, top))


def _spliced(tokens: list[Token], i: int, first: int, end: int) -> bool:
    """ "The shell came from the ridge, the governor, Danu Petar, told reporters": no second deed beside the first, which is what the governor told."""
    verb, root = tokens[i], tokens[tokens[i].head]
    own = [t for t in tokens[first:end] if t.head == i and t.i != i]
    subject = next((t for t in own if t.dep == "nsubj" and t.i < i), None)
    if verb.dep != "conj" or root.dep != "ROOT" or root.i > i or subject is None or subject.pos not in ("NOUN", "PROPN"):
        return False
    if any(t.dep == "cc" and t.head == root.i for t in tokens[root.i : i]) or any(t.dep in ("ccomp", "xcomp", "advcl", "cc", "neg") or (t.dep == "dobj" and verb.lemma != "tell") for t in own):
        return False
    phrase = [t.i for t in tokens[first:i] if hangs_on(tokens, t.i, subject.i)]
    if tokens[phrase[0] - 1].text != "," or any(k not in phrase and any(c.isalnum() for c in tokens[k].text) for k in range(phrase[0], i)):
        return False
    tokens[i] = replace(verb, dep="ROOT", head=i)
    tokens[root.i] = replace(root, dep="ccomp", head=i)
    return True


def _noun_for_verb(tokens: list[Token], i: int, first: int) -> bool:
    """ "..., state radio reports": the last word is the verb, and what stands before it speaks."""
    verb, before = tokens[i], tokens[i - 1]
    if verb.dep == "ROOT" and verb.tag == "NNS" and before.lemma.lower() in word_set("media_nouns") and any(t.head == i and t.dep == "ccomp" for t in tokens[first:i]):
        tokens[before.i] = replace(before, dep="nsubj")
        for t in tokens[first : before.i]:
            if t.head == i and t.dep in ("compound", "amod", "det", "poss"):
                tokens[t.i] = replace(t, head=before.i)
        tokens[i] = replace(verb, pos="VERB", tag="VBZ", lemma=verb.lower[:-1])
        return True
    if verb.dep != "appos" or verb.tag != "NNS" or verb.lower not in ("reports", "says") or before.dep != "compound" or before.head != i or before.lemma.lower() not in word_set("media_nouns"):
        return False
    phrase = [t.i for t in tokens[first:i] if hangs_on(tokens, t.i, i)]
    root = next((t for t in tokens[first:i] if t.head == t.i and (t.tag in _FINITE or any(c.head == t.i and c.dep == "aux" for c in tokens[first:i]))), None)
    if root is None or tokens[phrase[0] - 1].text != ",":
        return False
    for k in phrase:
        if tokens[k].head == i and k != before.i:
            tokens[k] = replace(tokens[k], head=before.i)
    tokens[before.i] = replace(before, dep="nsubj")
    tokens[i] = replace(verb, pos="VERB", tag="VBZ", lemma=verb.lower[:-1], dep="ROOT", head=i)
    tokens[root.i] = replace(root, dep="ccomp", head=i)
    return True
