"""times, tense: whether the clause of a time expression looks ahead, looks back or tells neither."""

from __future__ import annotations

from onrecord import syntax
from onrecord.extract.phrases.setphrases import CALLING_TO, GATHERINGS
from onrecord.extract.temporal.timex import Expression
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Sentence

_VOWING = frozenset({"threaten", "vow", "pledge", "promise"})


def word_before(text: str, sentence: Sentence, item: Expression) -> str:
    words = text[sentence.start : item.start].lower().split()
    return words[-1].strip("(,–-“\"'") if words else ""


def onward(text: str, sentence: Sentence, item: Expression) -> bool:
    """Whether a preposition makes the expression a bound that lies ahead: "until Sunday", "by Friday"."""
    return word_before(text, sentence, item) in word_set("time_bounds_ahead")


def since(text: str, sentence: Sentence, item: Expression) -> bool:
    """Whether a preposition makes the expression a bound that lies behind: "since May", "as of Monday", "from Monday's close"."""
    before = " ".join(text[sentence.start : item.start].lower().split()[-2:])
    return before.endswith(("since", "as of", "from last"))


def clause_verb(parse: Parse, sentence: Sentence, item: Expression) -> int | None:
    """The token of the verb or root of the clause that holds the expression; None where no token lies in it."""
    inside = [t.i for t in parse.tokens[sentence.first : sentence.last] if t.start < item.end and item.start < t.end]
    return syntax.clause_of(parse, inside[0]) if inside else None


def future(parse: Parse, sentence: Sentence, item: Expression) -> bool:
    """Whether the clause of the expression looks ahead: a future modal, an infinitive below a plan, a simple present with a day."""
    if said_ahead(parse, sentence, item) or due_by(parse, sentence, item):
        return True
    at = clause_verb(parse, sentence, item)
    if at is None or syntax.auxiliaries(parse, at):
        return False
    # "the board meets on Wednesday": a simple present with a day is a date to come, but in a headline it tells the past.
    verb = parse[at]
    return verb.tag in ("VBZ", "VBP") and sentence.part != "title" and verb.lemma not in ("be", "have", "say") and not _looked_back_on(parse, sentence, item)


def due_by(parse: Parse, sentence: Sentence, item: Expression) -> bool:
    """Whether the expression bounds what is not yet done: "if the troops do not withdraw before June", "announced withdrawing before June", "called for polls by June"."""
    first = next((t.i for t in parse.tokens[sentence.first : sentence.last] if t.start < item.end and item.start < t.end), sentence.first)
    if first == sentence.first or parse[first - 1].lower not in ("before", "by"):
        return False
    above = parse.head(first - 1)
    if above is None:
        return False
    if above.pos in ("NOUN", "PROPN"):
        return bool(above.lemma.lower() in word_set("things_due_by_a_day"))
    if any(c.dep == "mark" and c.lower in ("if", "unless") for c in parse.children(above.i)):
        return not any(a.lemma == "have" for a in syntax.auxiliaries(parse, above.i))
    return above.tag == "VBG" and above.dep in ("pcomp", "xcomp", "dobj") and not syntax.auxiliaries(parse, above.i)


def entry_ahead(parse: Parse, head: Sentence) -> bool:
    """Whether the first sentence of the entry that `head` heads looks ahead: "March 20: A court is to rule", "... Talks are due to resume"."""
    sentence = next((s for s in parse.sentences[head.i + 1 :] if s.entry == head.i and s.parsed), None)
    if sentence is None:
        return False
    root = next((t for t in parse.tokens[sentence.first : sentence.last] if t.head == t.i), None)
    if root is None:
        return False
    aux = [a.lower for a in syntax.auxiliaries(parse, root.i)]
    to = any(c.dep in ("xcomp", "ccomp") and any(a.lower == "to" for a in syntax.auxiliaries(parse, c.i)) for c in parse.children(root.i))
    planned = any(t.lower in word_set("words_of_what_is_due") for t in (root, *parse.children(root.i)))
    return "will" in aux or "to" in aux or (to and (root.lemma == "be" or planned))


def said_ahead(parse: Parse, sentence: Sentence, item: Expression) -> bool:
    """Whether the clause says that it looks ahead: a future modal, an infinitive below a plan, a present progressive."""
    at = clause_verb(parse, sentence, item)
    if at is None:
        return False
    verb = parse[at]
    while verb.tag == "VBG" and verb.dep == "pcomp" and parse[verb.head].lower in ("by", "with") and not syntax.auxiliaries(parse, verb.i):
        verb = parse[syntax.clause_of(parse, verb.head)]  # "would respond by suspending imports from Friday"
    while verb.tag == "VBG" and verb.dep in ("xcomp", "ccomp") and parse[verb.head].pos == "VERB" and parse[verb.head].i < verb.i and not syntax.auxiliaries(parse, verb.i):
        verb = parse[verb.head]  # "is to debate extending the curfew on Tuesday"
    at = verb.i
    if verb.lemma in word_set("announcing_verbs") and _opens(parse, sentence, item):
        # "called a strike from Wednesday", "set elections for May"
        return True
    called = {c.lemma for c in parse.children(at) if c.dep == "dobj"} | {parse[o].lemma for o in syntax.prep_objects(parse, at, "for")}
    if verb.lemma == "call" and called & word_set("things_summoned") and any(a.tag in ("VBZ", "VBP") and a.lemma == "have" for a in syntax.auxiliaries(parse, at)):
        return True  # "has called for a strike on Friday": of what has been done no day is told
    if _summoned(parse, sentence, item):
        return True
    if verb.lemma in _VOWING and any(c.dep == "dobj" and c.end <= item.start for c in parse.children(at)) and _before(parse, sentence, item) in ("in", "from", "for"):
        return True  # "threatened further walkouts in January"
    if verb.lemma in word_set("verbs_of_putting_off") and _before(parse, sentence, item) in ("until", "till", "to"):
        return True  # "were put off until June"
    aux = syntax.auxiliaries(parse, verb.i)
    if _weighed(parse, verb.i, item) or _due(parse, verb.i, item):
        return True
    if any(a.lower in ("will", "wo", "'ll", "’ll", "shall") for a in aux):
        return True
    if any(a.tag == "MD" for a in aux):
        return not any(a.lemma == "have" for a in aux)
    if any(a.lower == "to" for a in aux):
        return not any(t.lemma in word_set("verbs_of_done_infinitives") for t in parse.ancestors(verb.i)) and not _tried(parse, verb.i, item)
    return any(a.tag in ("VBZ", "VBP") and a.lemma == "be" for a in aux) and verb.tag == "VBG" and not _looked_back_on(parse, sentence, item)


def _weighed(parse: Parse, at: int, item: Expression) -> bool:
    """Whether the expression stands behind what somebody is or was just then planning or weighing: "was considering sending a ship in April", "was planning to kill a
    rival, Ana Orrel, in May"; "considered sending one in April" leaves open which of the two was in April."""
    verb = parse[at]
    above = parse.head(at) if verb.tag == "VBG" and verb.dep in ("xcomp", "ccomp", "dobj", "pcomp") and verb.lemma not in word_set("verbs_of_weighing_plans") else verb
    if above is None or above.tag != "VBG" or above.lemma not in word_set("verbs_of_weighing_plans") or not any(a.lemma == "be" for a in syntax.auxiliaries(parse, above.i)):
        return False
    planned = [c for c in parse.children(above.i) if c.i > above.i and (c.dep in ("xcomp", "ccomp") or (c.dep == "dobj" and c.tag == "VBG"))]
    return any(c.start < item.start for c in planned)


def _due(parse: Parse, at: int, item: Expression) -> bool:
    """Whether the expression stands behind what is now said to be due: "A march is planned in Quito on Saturday", "Talks are due on Monday", "is being organised for May"."""
    verb = parse[at]
    be = [verb] if verb.lemma == "be" else [a for a in syntax.auxiliaries(parse, at) if a.lemma == "be" and a.lower != "been"]
    due = verb if verb.tag == "VBN" else next((c for c in parse.children(at) if c.dep in ("acomp", "oprd", "attr") and c.i > at), verb)
    if verb.tag == "VBN" and verb.dep == "acl" and verb.lower in word_set("words_of_what_is_due") and verb.end <= item.start:
        above = parse[syntax.clause_of(parse, verb.head)]
        return any(a.tag == "MD" for a in syntax.auxiliaries(parse, above.i))  # "Protests planned on Saturday will go ahead"
    named = due.lower in word_set("words_of_what_is_due") or (due.lemma in word_set("verbs_of_organising") and any(b.lower == "being" for b in be))
    return named and due.end <= item.start and any(b.tag in ("VBZ", "VBP") for b in be)


def _summoned(parse: Parse, sentence: Sentence, item: Expression) -> bool:
    """Whether the expression dates what people are called to: "called for protests on Saturday", "announced a march in Lagos for Saturday"; the day of "the strike" may be past."""
    first = next((t for t in parse.tokens[sentence.first : sentence.last] if t.start < item.end and item.start < t.end), None)
    while first is not None and first.ent == "DATE" and first.dep in ("compound", "amod", "nmod", "det", "nummod"):
        first = parse.head(first.i)
    prep = parse.head(first.i) if first is not None and first.dep == "pobj" else None
    noun = parse.head(prep.i) if prep is not None and prep.lower in ("on", "for") else None
    if noun is None or noun.pos != "NOUN" or noun.lemma not in GATHERINGS or any(c.dep == "poss" or c.lower in ("the", "this", "that", "these") for c in parse.children(noun.i)):
        return False
    above = parse.head(noun.i)
    verb = parse.head(above.i) if above is not None and above.lower == "for" and noun.dep == "pobj" else above
    return verb is not None and verb.lemma in CALLING_TO and verb.pos in syntax.VERBAL


def _tried(parse: Parse, at: int, item: Expression) -> bool:
    """Whether the infinitive at `at` tells what was tried and told as past: "tried to seize the port on Sunday", "foiled an attempt to smuggle arms on Sunday"; "tried
    to delay Sunday's vote" leaves the day open."""
    above = parse.head(at)
    owned = any(t.dep == "poss" and t.start < item.end and item.start < t.end for t in parse.sentence_tokens(parse[at].sent))
    if above is None or above.lemma not in word_set("words_of_trying") or owned:
        return False
    verb = above if above.pos in syntax.VERBAL else next((t for t in parse.ancestors(above.i) if t.pos in syntax.VERBAL), None)
    if verb is None or any(t.tag == "MD" or t.lower == "to" for t in syntax.auxiliaries(parse, verb.i)):
        return False
    return verb.tag == "VBD" or any(a.tag == "VBD" or a.lemma == "have" for a in syntax.auxiliaries(parse, verb.i))


def _looked_back_on(parse: Parse, sentence: Sentence, item: Expression) -> bool:
    """Whether the expression dates an occasion that what is told as present comes after: "are still missing after Sunday's blast"."""
    first = next((t for t in parse.tokens[sentence.first : sentence.last] if t.start < item.end and item.start < t.end), None)
    noun = parse.head(first.i) if first is not None and first.dep == "poss" else None
    above = parse.head(noun.i) if noun is not None and noun.dep in ("pobj", "pcomp") else None
    return above is not None and above.lower in word_set("words_of_looking_back")


def _before(parse: Parse, sentence: Sentence, item: Expression) -> str:
    """The word that stands before the expression, lower case; nothing where it opens the sentence."""
    first = next((t.i for t in parse.tokens[sentence.first : sentence.last] if t.start < item.end and item.start < t.end), sentence.first)
    return parse[first - 1].lower if first > sentence.first else ""


def _opens(parse: Parse, sentence: Sentence, item: Expression) -> bool:
    """Whether the expression stands behind a word that lets something begin or be set for then."""
    return _before(parse, sentence, item) in word_set("time_starters")


def past(parse: Parse, sentence: Sentence, item: Expression) -> bool:
    """Whether the clause of the expression tells the past: a past tense, or a perfect, without a modal."""
    at = clause_verb(parse, sentence, item)
    if at is None:
        return False
    verb = parse[at]
    aux = syntax.auxiliaries(parse, verb.i)
    if any(a.tag == "MD" or a.lower == "to" for a in aux):
        return False
    return verb.tag == "VBD" or any(a.tag == "VBD" or a.lemma == "have" for a in aux) or (verb.tag == "VBN" and not aux)


def habit(parse: Parse, sentence: Sentence, item: Expression) -> bool:
    """Whether the clause tells what is so every day: "a curfew runs from 6 p.m."."""
    at = clause_verb(parse, sentence, item)
    return at is not None and parse[at].tag in ("VBZ", "VBP") and sentence.part != "title" and not syntax.auxiliaries(parse, at)


def before_the_past(parse: Parse, sentence: Sentence, item: Expression) -> bool:
    """Whether the clause steps back behind what is told: "the previous day the envoy had left"."""
    at = clause_verb(parse, sentence, item)
    return at is not None and any(a.lemma == "have" and a.tag == "VBD" for a in syntax.auxiliaries(parse, at))


def looks_back(parse: Parse, sentence: Sentence, item: Expression) -> bool:
    """Whether the nearest finite verb above the expression tells the past: "pilots reported being fired at during the feast"."""
    inside = [t.i for t in parse.tokens[sentence.first : sentence.last] if t.start < item.end and item.start < t.end]
    if not inside:
        return False
    for at in (parse[inside[0]], *parse.ancestors(inside[0])):
        aux = syntax.auxiliaries(parse, at.i)
        if at.pos not in syntax.VERBAL or (at.tag not in ("VBD", "VBZ", "VBP") and not any(a.tag in ("VBD", "VBZ", "VBP", "MD") for a in aux)):
            if any(a.lower == "to" for a in aux):
                return False
            continue
        if any(a.tag == "MD" for a in aux):
            return False
        return at.tag == "VBD" or any(a.tag == "VBD" or a.lemma == "have" for a in aux)
    return False
