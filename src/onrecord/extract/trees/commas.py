"""parse: a second reading of sentences in which the first lost who acts, with the comma that their writer left out.

"On 27 March rebel units shelled the town": the parser glues the day to the rebels and finds nobody who shells; with a comma behind the day it reads the sentence as any reader does.
"Soldiers in a truck fired on protesters": it takes the truck for what was fired, and reads the sentence with the phrase between commas. Nothing is changed where the first reading knows who acts,
nor where the second does not find it either.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.actorbook import ActorBook
from onrecord.lexicon.forms import irregular_forms
from onrecord.lexicon.tables import word_set

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

_OPENERS = frozenset({"in", "on", "at", "near", "outside", "since", "during"})
_VERBS = frozenset({"VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "MD"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "ADV"})
_CALENDAR = word_set("calendar_names") | word_set("months_and_words") | word_set("parts_of_day") | word_set("units_of_counting")
_PLACED = word_set("typed_openers") | word_set("compass_words") | {"capital"}
_ONWARD = frozenset({"in", "on", "at", "near", "of", "from", "outside", "around", "between", "along", "across"})
_YEAR = re.compile(r"1[89]\d\d|20\d\d")
_MARKS = frozenset({",", ";", ":", "(", "--", "–", "—", '"', "“"})
# Past forms that look like nouns or participles; not those that are nouns or other words more often.
_BARE_PASTS = frozenset(forms[0] for forms in irregular_forms().values() if not forms[0].endswith(("ed", "men", "ies"))) - word_set("pasts_that_are_other_words")
# "one of the men", "hundreds of": the noun behind is the one.
_WHOLE = frozenset({"of"})
_NOUN = 5  # words within which the noun at the head of a sentence stands
# Words within which the opening phrase ends.
_REACH = 10
# Words below which a line is no sentence.
_FEWEST = 5


class _Try(NamedTuple):
    """The tokens before which a comma is put, and the token of the noun that must act then; None where any noun behind a comma may."""

    places: tuple[int, ...]
    noun: int | None = None


def read_again(nlp: Language, docs: list[Doc]) -> list[Doc]:
    """The same documents, those that lost their subject read a second time. Cost: a parse of each of these, once for each place where the comma may stand, and once with both."""
    tried = [(n, t) for n, doc in enumerate(docs) for t in _tries(doc)]
    if not tried:
        return docs
    better = list(docs)
    for (n, t), read in zip(tried, nlp.pipe(_with_commas(docs[n], t.places) for n, t in tried), strict=True):
        commas = [at + k for k, at in enumerate(t.places)]
        found = all(_finds_who(read, at) for at in commas) if t.noun is None else _tells(read, t.noun, commas[-1])
        if found and better[n] is docs[n]:
            better[n] = _without(read, commas)
    return better


def _tries(doc: Doc) -> list[_Try]:
    """Before which tokens a comma may be missing; none where the sentence knows who acts."""
    if aside := _phrase_behind_subject(doc):
        return [aside]
    if len(doc) < _FEWEST or (doc[0].lower_ not in _OPENERS and not (doc[0].tag_ == "RB" and doc[1].lower_ in _OPENERS)):
        return []
    root = next(t for t in doc if t.head.i == t.i)
    if _knows_who(root):
        return []
    found = [t.i for t in doc[2:] if t.tag_ == "VBD" and t.dep_ in ("amod", "compound") and t.head.i > t.i and t.nbor(-1).text != ","][:1]
    at = _end_of_opening(doc)
    found += [at] if at and (at < root.i or root.tag_ not in _VERBS) else []
    return [_Try((at,)) for at in found] + ([_Try(tuple(sorted(found)))] if len(found) > 1 else [])


def _phrase_behind_subject(doc: Doc) -> _Try | None:
    """Where a phrase begins and ends that parts the noun at the head of a sentence from a past form: "Two men | on a motorcycle | opened fire"; None where the sentence knows who acts."""
    start = next((t.i for t in doc[1:_NOUN] if t.tag_ == "IN" and t.dep_ == "prep"), 0)
    if len(doc) < _FEWEST or not start or doc[start - 1].tag_ not in ("NNS", "NN") or any(t.tag_ in (*_VERBS, "WDT", "WP") or t.text == "," for t in doc[:start]) or doc[start].lower_ in _WHOLE:
        return None
    noun, root = doc[start - 1], next(t for t in doc if t.head.i == t.i)
    told = any(t.dep_ in ("nsubj", "nsubjpass") and t.head.i == root.i and t.i > start for t in doc)
    lost = root.i == noun.i or (noun.head.i == root.i and told and noun.dep_ in ("nsubj", "nsubjpass", "dep", "npadvmod")) or (noun.dep_ == "nsubj" and noun.head.tag_ == "JJ")
    if not lost and not (noun.dep_ == "nsubj" and noun.head.lower_ in _BARE_PASTS and noun.head.tag_ not in _VERBS):
        return None
    end = next((t.i for t in doc[start + 2 : start + _REACH] if t.lower_ in _BARE_PASTS or (t.tag_ in ("VBN", "VBD") and t.dep_ in ("acl", "amod", "compound", "nmod") and t.text[-2:] == "ed")), 0)
    if not end or end + 1 >= len(doc) or doc[end].nbor(-1).pos_ not in _NOUNS or any(t.text in _MARKS for t in doc[start:end]) or doc[end + 1].lower_ == "by":
        return None
    return _Try((start, end), noun.i)


def _knows_who(root: SpacyToken) -> bool:
    """Whether a clause has a verb and who acts in it; a clause that only says that something is ("Among them was") has its subject behind."""
    subject = next((c for c in root.children if c.dep_ in _SUBJECTS), None)
    glued = subject is not None and subject.pos_ == "NOUN" and subject.left_edge.i < subject.i and subject.left_edge.lower_ in _CALENDAR and subject.left_edge.i in (1, 2)
    return (root.tag_ in _VERBS and subject is not None and not glued) or root.lemma_ == "be"  # "Tuesday night rebel units"


def _has_subject(verb: SpacyToken) -> bool:
    return any(c.dep_ in _SUBJECTS and c.i < verb.i for c in verb.children)


def _end_of_opening(doc: Doc) -> int:
    """Behind the day or place that opens a sentence: "Late on Monday | government", "In northern Mali | rebels", "At dawn | masked"; 0 where no end is seen, or a comma stands there."""
    said = False
    for token in doc[1:_REACH]:
        word, before = token.lower_, token.nbor(-1)
        dated = word in _CALENDAR or (token.like_num and (before.lower_ in _CALENDAR or token.nbor(1).lower_ in _CALENDAR or _YEAR.fullmatch(token.text) is not None))
        if token.text in (",", ":", ";") or token.tag_ in ("CC", "POS", "TO") or word in ("a", "an", "this", "that") or (token.tag_ in _FINITE and said and not dated):
            return 0
        if word in _ONWARD and token.tag_ in ("IN", "RB"):
            said = False
        elif said and token.text[0].isupper() and not dated and (before.lower_ in _CALENDAR or before.text.isdigit() or _of_people(token.text)):
            return token.i  # "On Monday | Syrian troops"
        elif dated or token.text[0].isupper() or word in _PLACED:
            said = said or word not in word_set("compass_words")
        elif word in ("the", "last", "next", "late", "early"):
            if said or _YEAR.fullmatch(token.nbor(1).text):
                return 0  # "On Monday the rebels": no comma is missed there; "the 2008 start"
        elif said:
            return token.i
        elif before.lower_ in _OPENERS and token.i == 1 and token.tag_ == "NN":
            said = True  # "In retaliation | government soldiers"
        else:
            return 0
    return 0


def _of_people(word: str) -> bool:
    land = ActorBook.load().country_of(word)
    return land is not None and land[1] == "people"


def _with_commas(doc: Doc, places: tuple[int, ...]) -> Doc:
    """The words of a document with a comma before each of these tokens, in the place of the space, so that no offset moves."""
    from spacy.tokens import Doc as New

    words: list[str] = []
    spaces: list[bool] = []
    for token in doc:
        if token.i in places:
            spaces[-1] = False
            words.append(",")
            spaces.append(False)
        words.append(token.text)
        spaces.append(bool(token.whitespace_))
    return New(doc.vocab, words=words, spaces=spaces)


def _finds_who(doc: Doc, at: int) -> bool:
    """Whether a finite verb behind the comma at token `at` has its subject right there now, and nothing hangs on the comma; or the verb right behind it has one before it."""
    if any(True for _ in doc[at].children):
        return False
    behind = doc[at + 1]
    if behind.tag_ in _FINITE and _has_subject(behind) and behind.dep_ not in ("amod", "compound"):
        return True
    return any(
        c.dep_ in ("nsubj", "nsubjpass") and c.left_edge.i == at + 1 and c.pos_ in _NOUNS
        for t in doc[at + 1 :]
        if t.tag_ in (*_FINITE, "VBN", "VBG") and t.dep_ in ("ROOT", "ccomp", "conj")
        for c in t.children
    )


def _tells(doc: Doc, noun: int, at: int) -> bool:
    """Whether the past form behind the comma at token `at` is told of the noun now; nothing hangs on the comma."""
    verb = doc[at + 1]
    told = doc[noun].head.i == verb.i and doc[noun].dep_ == "nsubj"
    return told and verb.tag_ in ("VBD", "VBN") and verb.dep_ in ("ROOT", "ccomp") and not any(c.dep_ in ("aux", "auxpass", "agent") for c in verb.children) and not any(True for _ in doc[at].children)


def _without(doc: Doc, commas: list[int]) -> Doc:
    """The reading of a document without these tokens, commas that stand in the place of a space."""
    from spacy.tokens import Doc as New

    kept = [t for t in doc if t.i not in commas]
    places = {t.i: n for n, t in enumerate(kept)}
    return New(
        doc.vocab, words=[t.text for t in kept], spaces=[bool(t.whitespace_) or t.i + 1 in commas for t in kept], tags=["VBD" if t.tag_ == "VBN" and t.i - 1 in commas else t.tag_ for t in kept], pos=[t.pos_ for t in kept],
        lemmas=[t.lemma_ for t in kept], heads=[places[t.head.i] for t in kept], deps=[t.dep_ for t in kept], ents=[f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in kept],
    )  # fmt: skip
