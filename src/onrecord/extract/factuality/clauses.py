"""status: what the build of a sentence says of an event: headline infinitives, imperatives, questions, ultimatums, inverted conditions."""

from __future__ import annotations

from onrecord import syntax
from onrecord.extract.phrases.scope import Operator
from onrecord.lexicon.status import StatusLexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CREDENCE = word_set("credence_words")
_OPENERS = frozenset({'"', "“", "”", "'", "‘", "’", ":", "—", "–", "-", "(", "...", "…"})
_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "advcl", "parataxis", "dep", "csubj"})


def opening(parse: Parse, trigger: int) -> list[Operator]:
    """What holds of the trigger's own clause before anything above it: an arranged or a demanded act."""
    token = parse[trigger]
    first = parse.sentences[token.sent].first
    before = parse.tokens[first : token.i]
    if before and before[-1].lower == "to" and _headline(parse, token, before):
        return [Operator("intention", (before[-1].i,), "headline:to")]
    if imperative(parse, token):
        return [Operator("proposal", (trigger,), "imperative")]
    whoever = next((c for c in parse.children(trigger) if c.dep == "nsubj" and c.lower in ("whoever", "whosoever")), None)
    if whoever is not None and token.tag in ("VBZ", "VBP"):
        return [Operator("condition", (whoever.i,), "generic:whoever")]
    if len(before) > 1 and before[-1].lower == "but" and before[-2].lower in ("everything", "anything", "all") and token.tag in ("VB", "VBP", "NN"):
        # "did everything but shoot", "anything but a victory"
        return [Operator("absence", (before[-1].i,), "negation:but")]
    return []


def _headline(parse: Parse, token: Token, before: tuple[Token, ...]) -> bool:
    """ "Bakers to down tools over levy", "Panel to probe crash, chairman decides": no finite verb stands before the infinitive, and the noun
    before it is its own subject, not the subject of a later verb ("an attempt to flee ended")."""
    if any(t.tag in _FINITE or t.tag == "VB" for t in before) or not any(t.pos in ("NOUN", "PROPN") for t in before[:-1]):
        return False
    if before[0].dep == "prep" and before[0].lower in ("for", "in"):
        return False
    head = parse.head(token.i)
    if head is None or token.dep in ("ROOT", "ccomp", "dep", "parataxis"):
        return True
    return token.dep in ("acl", "relcl", "advcl") and parse.head(head.i) is None and head.pos in ("NOUN", "PROPN")


def imperative(parse: Parse, token: Token) -> bool:
    """A base form without subject or auxiliary at the head of a sentence or a quotation, or coordinated with one."""
    if token.tag not in ("VB", "VBP") or token.pos not in syntax.VERBAL or token.dep not in _CLAUSES:
        return False
    if any(c.dep in ("nsubj", "nsubjpass", "expl", "mark") or (c.dep == "aux" and c.lower not in ("do", "let")) for c in parse.children(token.i)):
        return False
    first = parse.sentences[token.sent].first
    start = min((c.i for c in parse.children(token.i) if c.i < token.i and c.dep in ("neg", "aux", "advmod", "intj")), default=token.i)
    if start == first or parse[start - 1].text in _OPENERS:
        return True
    head = parse.head(token.i)
    return token.dep == "conj" and head is not None and head.tag == token.tag and imperative(parse, head)


def closing(parse: Parse, lexicon: StatusLexicon, trigger: int, inner: list[Operator]) -> list[Operator]:
    """What holds of the whole sentence around the trigger, outermost last."""
    found: list[Operator] = []
    verb = parse[syntax.clause_of(parse, trigger)]
    sentence = parse.sentence_tokens(verb.sent)
    inverted = _inverted(parse, verb)
    if inverted is not None and not _under_way(parse, trigger, verb):
        found.append(Operator("condition", (inverted.i,), f"inversion:{inverted.lower}"))
    elif _asked(parse, verb, sentence):
        found.append(Operator("doubt", (sentence[-1].i,), "question"))
    if not any(o.signature in ("condition", "doubt", "counterfactual") for o in (*inner, *found)):
        word = _protasis(parse, trigger)
        if word is not None:
            found.append(Operator("condition", (word.i,), f"protasis:{word.lower}"))
    credence = _credence(parse, verb)
    if credence is not None:
        found = [o for o in found if o.signature != "condition"] + [Operator("hearsay", (credence,), "conditional:credence")]
    in_case = _in_case(parse, verb)
    if in_case is not None:
        found.append(Operator("condition", (in_case,), "conditional:in case"))
    ultimatum = _ultimatum(parse, verb, sentence)
    if ultimatum is not None:
        found.append(Operator("threat", (ultimatum.i,), "ultimatum"))
    aside = _aside(parse, lexicon, verb)
    if aside is not None and not any(o.signature in ("accusation", "hearsay") for o in inner):
        found.append(aside)
    return found


def _under_way(parse: Parse, trigger: int, verb: Token) -> bool:
    """ "Should the inquiry into the mayor lead to a trial": there is one, whatever it leads to."""
    definite = any(c.lower in ("the", "this", "these") or c.dep == "poss" for c in parse.children(trigger))
    return parse[trigger].dep == "nsubj" and parse[trigger].pos == "NOUN" and definite and verb.lemma in word_set("outcome_verbs")


def under_way(parse: Parse, trigger: int) -> bool:
    """ "Should the talks fail, the union will strike": they are held, whatever comes of them."""
    verb = parse[syntax.clause_of(parse, trigger)]
    return _inverted(parse, verb) is not None and _under_way(parse, trigger, verb)


def _inverted(parse: Parse, verb: Token) -> Token | None:
    """ "Should the truce lapse, fighting could return", "Were the court to side": both clauses hang in the air."""
    clauses = [verb, *(c for c in parse.children(verb.i) if c.dep == "advcl")]
    above = parse.head(verb.i)
    if above is not None and verb.dep in ("xcomp", "advcl"):
        clauses.append(above)
    for clause in clauses:
        inside = [clause, *parse.children(clause.i)]
        head = min((t for t in inside if t.dep not in ("punct", "cc")), key=lambda t: t.i, default=None)
        subject = next((t for t in parse.children(clause.i) if t.dep in ("nsubj", "nsubjpass")), None)
        sentence = parse.sentence_tokens(verb.sent)
        asked = bool(sentence) and sentence[-1].text == "?"
        if head is not None and subject is not None and head.i < subject.i and head.lower in ("should", "were", "had") and not asked and clause.dep != "ROOT":
            return head
    return None


def _credence(parse: Parse, verb: Token) -> int | None:
    """ "If the widow is right, they strangled him", "if the report is to be believed": told as true on somebody's word."""
    if verb.tag not in ("VBD", "VBN"):
        return None
    for clause in parse.children(verb.i):
        if clause.dep == "advcl" and any(c.dep == "mark" and c.lower == "if" for c in parse.children(clause.i)) and clause.tag in ("VBZ", "VBP"):
            words = [c.lower for c in parse.children(clause.i) if c.dep in ("acomp", "xcomp", "attr")]
            if clause.lemma == "be" and any(w in _CREDENCE for w in words):
                return clause.i
    return None


def _protasis(parse: Parse, trigger: int) -> Token | None:
    """ "If the army attacks, ...": the words between "if" and the next comma hang in the air even where the tree lost them."""
    token = parse[trigger]
    first = parse.sentences[token.sent].first
    for i in range(trigger - 1, first - 1, -1):
        at = parse[i]
        if at.text in (",", ";", ":", "—", "–") or at.lower in ("that", "but"):
            return None
        if at.lower in ("if", "unless", "should") and (i == first or parse[i - 1].text in (",", ";", "—", "–") or parse[i - 1].lower in ("and", "but", "or", "that", "said", "what")):
            return at if at.lower != "should" else None
    return None


def _asked(parse: Parse, verb: Token, sentence: tuple[Token, ...]) -> bool:
    """A yes-or-no question, whoever is said to ask it: its auxiliary stands before its subject. "Why did they fire?" takes the firing as known."""
    mark = next((t for t in sentence if t.i > verb.i and t.text in ("?", "”", '"', ";")), None)
    if mark is None or (mark.text != "?" and sentence[-1].text != "?"):
        return False
    first = next((t for t in sentence if t.pos != "PUNCT"), verb)
    if first.lower in ("did", "does", "do") and (verb.i == first.i or (verb.dep == "ROOT" and verb.pos not in syntax.VERBAL)):
        return True  # "Did police fire on the crowd?", the verb taken for a noun
    subject = next((c for c in parse.children(verb.i) if c.dep in ("nsubj", "nsubjpass")), None)
    auxiliaries = [c for c in parse.children(verb.i) if c.dep in ("aux", "auxpass")]
    known = any((c.lower in ("why", "when", "where") or (c.lower == "how" and subject is not None and c.head == verb.i and _presumed(parse, subject))) and c.i < verb.i for c in parse.children(verb.i)) and all(a.lemma in ("do", "be", "have") for a in auxiliaries)
    return subject is not None and bool(auxiliaries) and auxiliaries[0].i < subject.i and not known


def _presumed(parse: Parse, subject: Token) -> bool:
    """ "How did Sudan's war start?", "How was the plot foiled?": a definite subject is taken as known; "How could it win?" has a modal."""
    return subject.pos == "NOUN" and any(c.dep == "poss" or c.lower in ("the", "this", "that") for c in parse.children(subject.i))


def _in_case(parse: Parse, verb: Token) -> int | None:
    """ "in case the bloc closes its market", "provided that they agree", "supposing they attack"."""
    first = min(parse.subtree(verb.i))
    start = parse.sentences[verb.sent].first
    words = [t.lower for t in parse.tokens[max(start, first - 2) : first]]
    if words == ["in", "case"]:
        return first - 1
    head = parse[first]
    if verb.dep in ("acl", "ccomp", "advcl", "pcomp") and not (head.i == verb.i and any(c.dep == "dobj" for c in parse.children(verb.i))) and head.lower in ("provided", "providing", "supposing", "assuming"):
        return first
    above = parse.head(verb.i)
    return above.i if above is not None and above.lower in ("supposing", "assuming", "imagine", "suppose") and verb.dep == "ccomp" else None


def _ultimatum(parse: Parse, verb: Token, sentence: tuple[Token, ...]) -> Token | None:
    """ "Leave, or we will shoot", "One more arrest and we break off relations": an act tied to a demand by "or" or "and"."""
    if not sentence or (verb.tag in ("VBD", "VBN", "VBG") and not any(c.tag == "MD" for c in parse.children(verb.i))):
        return None
    subject = next((c for c in parse.children(verb.i) if c.dep in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return None
    at = min(parse.subtree(subject.i)) - 1
    if at <= sentence[0].i or parse[at].lower not in ("or", "and"):
        return None
    opener = next((t for t in sentence if t.text not in _OPENERS and t.pos != "PUNCT"), sentence[0])
    demanded = opener.tag in ("VB", "VBP") and opener.i < at and opener.dep != "aux"
    tipping = any(t.lower in ("more", "further", "another") for t in sentence if t.i < min(at, sentence[0].i + 5)) and parse[at].lower == "and"
    return parse[at] if demanded or tipping else None


def _aside(parse: Parse, lexicon: StatusLexicon, verb: Token) -> Operator | None:
    """ "The guards, his lawyers allege, beat him": the accusation stands beside the clause."""
    for child in parse.children(verb.i):
        if child.dep in ("parataxis", "ccomp") and child.pos in syntax.VERBAL:
            for entry in lexicon.embeddings.get(("v", child.lemma), ()):
                if entry.signature in ("accusation", "hearsay") and "that" in entry.complements and not entry.companions and child.dep == "parataxis":
                    return Operator(entry.signature, (child.i,), f"aside:{entry.rule}")
    return None
