"""status: what the form of an event's own verb, or of the verb that an event noun borrows its tense from, says of time and phase."""

from __future__ import annotations

from dataclasses import replace

from onrecord import syntax
from onrecord.extract.phrases.scope import Operator, dated_ahead
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.lexicon.times import calendar_words
from onrecord.model.layers import Candidate
from onrecord.model.parse import Parse, Token
from onrecord.model.status import Axes

VERBAL_TYPES = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_STAYING = frozenset({"be", "remain", "stay"})
_COMING_WITH = word_set("words_of_coming_with")
_OFTEN = word_set("frequency_adverbs") | word_set("persistence_adverbs")


def base_axes(parse: Parse, candidate: Candidate, tense_of: int | None, title: bool) -> Axes:
    """The axes from morphology alone: of the event verb, or of the verb that an event noun borrows its tense from."""
    if candidate.nominal and any(c.dep == "poss" and c.ent == "DATE" and c.lower not in ("today", "tomorrow") for c in parse.children(candidate.head)):
        return Axes()  # "Saturday's marches are an example"
    if candidate.nominal and _goes_on(parse, candidate.head):
        return Axes(time="present", phase="under_way")
    verb = candidate.head if not candidate.nominal else tense_of
    if verb is None:
        return Axes()
    token = parse[verb]
    aux = syntax.auxiliaries(parse, verb)
    lemmas = {a.lemma for a in aux}
    if candidate.nominal and token.lemma == "come" and token.tag in ("VBZ", "VBP") and any(t.lower in _COMING_WITH for c in parse.children(verb) for t in (c, *parse.children(c.i))):
        return Axes()  # "The arrest comes a week after the raid"
    momentary = candidate.nominal and parse[candidate.head].tag == "NN" and parse[candidate.head].lemma in event_lexicon().classes["punctual"] and any(c.lower == "the" for c in parse.children(candidate.head))
    if momentary and token.tag in ("VBZ", "VBP") and not aux:
        return Axes()  # "The murder of the judge is the third this year", "they have a suspect in the murder"
    if candidate.nominal and token.lemma == "be":
        return Axes(time="present", phase="under_way") if token.tag in ("VBZ", "VBP") else Axes()
    to = any(a.lower == "to" for a in aux)
    headline = title or (token.dep == "ROOT" and token.tag in ("VB", "VBN") and bool(syntax.child_of(parse, verb, "nsubj", "nsubjpass")))
    if to and headline and token.dep in ("ROOT", "ccomp", "conj", "acl", "xcomp"):
        return Axes(time="future", phase="not_begun", frame="intention")
    be = [a for a in aux if a.lemma == "be"]
    if token.lemma in _STAYING and not candidate.nominal and _until_now(parse, token):
        return Axes(time="present", phase="under_way")
    if token.tag == "VBG" and be:
        present = any(a.tag in ("VBZ", "VBP") for a in aux)
        return Axes(time="present", phase="under_way") if present else Axes()
    if token.tag == "VBN" and any(a.lower == "being" for a in be) and any(a.tag in ("VBZ", "VBP") for a in aux):
        return Axes(time="present", phase="under_way")  # "is being investigated"
    finite = [t for t in (token, *aux) if t.tag in ("VBZ", "VBP", "MD", "VBD")]
    if finite and all(t.tag in ("VBZ", "VBP") for t in finite) and "have" not in lemmas and not title and dated_ahead(parse, verb):
        return Axes(time="future", phase="not_begun", frame="intention")
    if not candidate.nominal and token.tag in ("VBZ", "VBP", "VBG") and not title and not aux and time_and_again(parse, token):
        return Axes(time="present", phase="under_way")
    if token.tag in ("VBZ", "VBP") and not title and "have" not in lemmas and candidate.type and candidate.type not in VERBAL_TYPES:
        return Axes(time="present", phase="under_way")
    if _headline_noun(parse, token):
        return Axes()
    if token.tag == "VBG" and not aux and token.dep == "ROOT" and not candidate.nominal:
        return Axes(time="present", phase="under_way")
    if (
        be
        and token.tag == "VBN"
        and any(a.tag in ("VBZ", "VBP") for a in be)
        and not lemmas & {"have", "get"}
        and not title
        and candidate.type and candidate.type not in VERBAL_TYPES
    ):
        return Axes(time="present", phase="under_way")
    return Axes()


def _until_now(parse: Parse, verb: Token) -> bool:
    """ "have been on strike since Monday", "has been under siege for nine days": a state that has lasted up to now."""
    if not any(a.lemma == "have" and a.tag in ("VBZ", "VBP") for a in syntax.auxiliaries(parse, verb.i)):
        return False
    below = [c for c in parse.children(verb.i) if c.dep == "prep"] + [g for c in parse.children(verb.i) for g in parse.children(c.i) if g.dep == "prep"]
    return any(c.lower == "since" or (c.lower == "for" and any(parse[o].ent == "DATE" or parse[o].lemma in word_set("units") for o in syntax.prep_objects(parse, c.head, "for"))) for c in below)


def _headline_noun(parse: Parse, token: Token) -> bool:
    """ "Two held over embassy stabbing": a noun below a preposition at the end of a line, taken for the verb."""
    last = [t for t in parse.sentence_tokens(token.sent) if t.pos != "PUNCT"]
    if token.tag != "VBG" or token.dep != "ROOT" or not last or last[-1].i != token.i:
        return False
    before = [t for t in last if token.i - 4 < t.i < token.i]
    return any(t.dep == "prep" and t.lower in ("over", "after", "following", "for", "in") and parse[t.head].tag in ("VBD", "VBN") for t in before)


def told_plainly(parse: Parse, candidate: Candidate) -> bool:
    """Whether the trigger is a verb in a finite past tense: "struck", "has struck", "were struck"."""
    if candidate.nominal:
        return False
    aux = syntax.auxiliaries(parse, candidate.head)
    tags = {a.tag for a in aux}
    if parse[candidate.head].tag == "VBD":
        return not aux
    if parse[candidate.head].tag == "VBG" and not aux:
        return _beside_a_deed(parse, candidate.head)
    return parse[candidate.head].tag == "VBN" and bool(tags & {"VBD", "VBZ", "VBP"}) and not tags & {"MD", "TO", "VBG"}


def _beside_a_deed(parse: Parse, verb: int) -> bool:
    """ "stormed the granary, killing two watchmen": a participle without a mark beside a finite past tense tells what was done there and then."""
    at = parse[verb]
    while at.dep == "conj" and at.tag == "VBG" and at.head != at.i:
        at = parse[at.head]
    if at.dep != "advcl" or at.tag != "VBG" or any(c.dep == "mark" for c in parse.children(at.i)):
        return False
    above = parse[at.head]
    return above.tag == "VBD" and above.i < at.i and not any(c.dep == "neg" for c in parse.children(above.i)) and not syntax.auxiliaries(parse, above.i)


def dated(parse: Parse, verb: int) -> bool:
    """Whether a day or hour stands below the verb."""
    words = calendar_words()
    return any(parse[i].lower in words["weekday"] or parse[i].lower in ("tomorrow", "tonight", "next", "soon") or parse[i].ent in ("DATE", "TIME") for i in parse.subtree(verb))


def time_and_again(parse: Parse, verb: Token) -> bool:
    """ "repeatedly defies the ban", "rob migrants, sometimes beating them": what is done often in the present."""
    if not any(c.dep == "advmod" and c.lower in _OFTEN for c in parse.children(verb.i)):
        return False
    above = parse.head(verb.i)
    return verb.tag != "VBG" or (verb.dep == "advcl" and above is not None and above.tag in ("VBZ", "VBP"))


def _goes_on(parse: Parse, noun: int) -> bool:
    """Whether an act that takes time is the subject or object of a present or present perfect verb: "has stepped up its campaign"."""
    if parse[noun].lemma not in event_lexicon().classes.get("durative", frozenset()):
        return False
    verb = syntax.governing_verb(parse, noun)
    if verb is None:
        head = parse.head(noun)
        verb = head.i if head is not None and parse[noun].dep == "nsubj" and head.pos in syntax.VERBAL else None
    if verb is None:
        return False
    aux = syntax.auxiliaries(parse, verb)
    return parse[verb].tag in ("VBZ", "VBP") or any(a.tag in ("VBZ", "VBP") and a.lemma == "have" for a in aux)


def still_trying(parse: Parse, base: Axes, operators: list[Operator], title: bool) -> Axes:
    """ "is trying to seize the port", "attempts to block": who still tries has not failed; a headline's present tells what was tried. "Tried to" keeps its past."""
    verb = next((parse[o.cue[0]] for o in operators if o.signature == "attempt" and o.cue and parse[o.cue[0]].pos in syntax.VERBAL), None)
    if verb is None or title or base.time != "past":
        return base
    aux = syntax.auxiliaries(parse, verb.i)
    simple = verb.tag in ("VBZ", "VBP") and not aux
    going = verb.tag == "VBG" and any(a.lemma == "be" and a.tag in ("VBZ", "VBP", "VBN") for a in aux) and not any(a.tag in ("VBD", "MD") for a in aux)
    return replace(base, time="present") if simple or going else base


def done_before(parse: Parse, i: int) -> bool:
    """ "appear in recent weeks to have left": what hangs on the verb was done before; nobody appears anywhere to do it."""
    return any(c.dep in ("xcomp", "advcl", "ccomp") and any(a.lemma == "have" for a in syntax.auxiliaries(parse, c.i)) for c in parse.children(i))


def under_preparation(parse: Parse, verb: Token) -> bool:
    """ "is organising a march", "a march is being organised": what is prepared has not begun."""
    below = syntax.auxiliaries(parse, verb.i) if verb.lemma in word_set("verbs_of_organising") else []
    return any(a.lemma == "be" and a.lower != "been" for a in below) and (verb.tag == "VBG" or any(a.lower == "being" for a in below))
