"""events, first half: sentences of explainers and of what is taught, which speak of kinds of deeds and tell of none: "What is an amnesty?", "Impeachment is a process in which
lawmakers charge an official", "learn how to interview victims". A part of `general`, no stage."""

from __future__ import annotations

from onrecord import syntax
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import Candidate
from onrecord.model.parse import Parse, Token

_TEACHING = word_set("verbs_of_teaching")
_COURSES = word_set("nouns_of_courses")
_SOMEBODYS = frozenset({"GPE", "NORP", "PERSON", "ORG", "FAC", "LOC", "DATE", "TIME", "EVENT"})
_DEFINING = frozenset({"be", "mean"})
_OPEN = frozenset({"a", "an"})
_LONGEST_QUESTION = 9  # tokens of "What is a no-confidence vote?"


def of_an_explainer(parse: Parse, candidate: Candidate) -> bool:
    """Whether the candidate stands in a definition, a question that asks for one, or in what somebody is taught to do."""
    return _defined(parse, candidate) or _taught(parse, candidate) or _of_a_kind(parse, candidate)


def _defined(parse: Parse, candidate: Candidate) -> bool:
    """ "Extradition is the surrender of a suspect by one state to another": no name, no day, a bare or indefinite subject and what it is, in the present."""
    sentence = parse.sentences[parse[candidate.head].sent]
    tokens = parse.tokens[sentence.first : sentence.last]
    root = next((t for t in tokens if t.dep == "ROOT"), None)
    if root is None or root.lemma not in _DEFINING or root.tag not in ("VBZ", "VBP") or any(t.ent in _SOMEBODYS for t in tokens):
        return False
    below = parse.children(root.i)
    subject = next((c for c in below if c.dep == "nsubj" and c.pos in ("NOUN", "PROPN")), None)
    if subject is None or any(c.dep in ("neg", "aux") for c in below) or any(c.dep in ("poss", "prep", "relcl", "acl", "nummod", "appos") or (c.dep == "det" and c.lower not in (*_OPEN, "no")) for c in parse.children(subject.i)):
        return False
    if tokens[0].lower == "what" and tokens[-1].text == "?":
        return len(tokens) <= _LONGEST_QUESTION
    if subject.i > root.i or not _known_word(parse, subject):
        return False
    said = next((c for c in below if c.dep == ("attr" if root.lemma == "be" else "dobj") and c.pos == "NOUN"), None)
    if said is None or not (said.tag == "NNS" or any(c.dep == "det" for c in parse.children(said.i))):
        return False
    return any(c.dep in ("relcl", "acl") or (c.dep == "prep" and c.lower in ("of", "by", "to", "in")) for c in parse.children(said.i))


def _of_a_kind(parse: Parse, candidate: Candidate) -> bool:
    """ "Attacks on peacekeepers are violations of international law": what all such deeds are."""
    noun, verb = parse[candidate.head], parse[parse[candidate.head].head]
    if not candidate.nominal or noun.dep != "attr" or noun.tag != "NNS" or verb.lemma != "be" or verb.tag != "VBP" or any(c.dep in ("det", "poss", "nummod") for c in parse.children(noun.i)):
        return False
    subject = next((c for c in parse.children(verb.i) if c.dep == "nsubj"), None)
    return subject is not None and subject.tag == "NNS" and not any(c.dep in ("det", "poss", "nummod") for c in parse.children(subject.i))


def _known_word(parse: Parse, noun: Token) -> bool:
    """A common noun, or a word for a deed whatever the tagger takes it for at the head of a sentence ("Impeachment"); a bare name ("Hamas is a group") is none."""
    if noun.tag in ("NN", "NNS") and (noun.text[:1].islower() or any(c.dep == "det" for c in parse.children(noun.i))):
        return True
    lemma = noun.lemma.lower()
    return bool(event_lexicon().rules_for("n", lemma) or event_lexicon().rules_for("n", lemma.removesuffix("s"))) or lemma in word_set("deeds_in_general")


def _taught(parse: Parse, candidate: Candidate) -> bool:
    """ "teaches police to arrest suspects", "Officers learn how to interview victims and collect evidence", "are trained to storm buildings": a skill. "Had been trained to
    attack the port" is somebody's plan."""
    at = parse[candidate.head]
    if candidate.nominal and any(parse[k].ent in _SOMEBODYS for k in parse.subtree(at.i)):
        return False
    if candidate.nominal and any(c.dep in ("det", "poss", "nummod") and c.lower not in _OPEN for c in parse.children(at.i)):
        return False
    for above in parse.ancestors(at.i):
        if above.lemma in _TEACHING and above.pos in syntax.VERBAL and at.dep in ("xcomp", "ccomp", "advcl", "acl") and _infinitive(parse, at):
            return _habitual(parse, above)
        if above.pos in syntax.VERBAL and above.dep in ("ccomp", "relcl", "parataxis") and above.tag not in ("VB", "VBP"):
            return False
        at = above
    return False


def _infinitive(parse: Parse, verb: Token) -> bool:
    return verb.tag in ("VB", "VBP") and any(c.lower in ("to", "how") for c in parse.children(verb.i))


def _habitual(parse: Parse, verb: Token) -> bool:
    aux = syntax.auxiliaries(parse, verb.i)
    present = verb.tag in ("VBZ", "VBP") or any(a.tag in ("VBZ", "VBP") and a.lemma == "be" for a in aux)
    course = any(parse[f.head].lemma.lower() in _COURSES for f in syntax.surface_subject(parse, verb.i))
    return present or course or verb.lemma in ("learn", "teach")
