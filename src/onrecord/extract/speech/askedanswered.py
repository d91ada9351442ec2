"""attributions: who was asked whether a thing is so and answers no has denied it: "Asked whether police had beaten him, the chief said no", "asked about reports that
jets had hit the camp, she said they were false"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord import syntax
from onrecord.extract.speech.claimed import Claimed
from onrecord.extract.speech.sourcing import Sourcing
from onrecord.lexicon.attribution import cues
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

_ASKING = frozenset({"ask", "question", "quiz", "press"})
_OF = frozenset({"about", "on", "whether", "if"})
_LONGEST = 6  # words of an answer that only denies


def asked_answered(parse: Parse, claims: list[Claimed]) -> Iterator[Claimed]:
    """The claims, with a denial in the place of what only was asked and answered with no. Cost: linear in tokens and claims."""
    denials: dict[int, Claimed] = {}
    for asked in parse.tokens:
        found = _answered(parse, asked)
        speaker = next((c.i for c in parse.children(found[0].i) if c.dep == "nsubj"), None) if found is not None else None
        if found is not None and speaker is not None:
            verb, told = found
            words = sorted(k for k in parse.subtree(told.i) if parse[k].lower not in ("whether", "if", "that") or k > told.i)
            denials[asked.i] = Claimed(cues()["v", "deny"][0], verb.i, (verb.i,), ((parse[words[0]].start, parse[words[-1]].end),), (speaker,), "asked:no", True, 0.7)
    yield from (c for c in claims if denials.keys().isdisjoint((c.at, *c.cue_tokens)))
    yield from denials.values()


def rejected_it(parse: Parse, sourcing: Sourcing, taken: set[int]) -> Iterator[Claimed]:
    """ "takes note of the claim that its jets hit a school, and rejects it": a denial of what the sentence, or the one before, calls a claim. The model knows "denied it"
    alone."""
    for verb in parse.tokens:
        if verb.i in taken or verb.lemma not in word_set("verbs_of_rejecting") or verb.tag not in ("VBD", "VBZ", "VBP") or ("v", verb.lemma) not in cues():
            continue
        it = next((c for c in parse.children(verb.i) if c.dep == "dobj" and c.lower in word_set("pointing_words") and c.i == verb.i + 1), None)
        noun = _claim_before(parse, verb) if it is not None else None
        if it is None or noun is None:
            continue
        inside = [k for k in sorted(parse.subtree(noun.i)) if k < verb.i]
        while parse[inside[-1]].pos in ("PUNCT", "CCONJ"):
            inside.pop()
        content = (parse[inside[0]].start, parse[inside[-1]].end) if noun.sent == verb.sent else (it.start, it.end)
        sources = tuple(f.head for f in syntax.surface_subject(parse, verb.i) if sourcing.may_speak(f.head))
        if sources:
            cue = cues()["v", verb.lemma][0]
            yield Claimed(cue, verb.i, (verb.i,), (content,), sources, f"{cue.rule}:it", True, 0.5)


def _claim_before(parse: Parse, verb: Token) -> Token | None:
    """The noun for something told that stands last before the verb, in its sentence or the one before, with the clause that it tells."""
    sentence = parse.sentences[max(verb.sent - 1, 0)]
    first = sentence.first if sentence.paragraph == parse.sentences[verb.sent].paragraph else parse.sentences[verb.sent].first
    nouns = (t for t in reversed(parse.tokens[first : verb.i]) if t.lemma.lower().removesuffix("s") in word_set("told_things"))
    return next((t for t in nouns if any(c.dep in ("acl", "ccomp", "relcl") and c.i > t.i and any(m.dep == "mark" for m in parse.children(c.i)) for c in parse.children(t.i))), None)


def _answered(parse: Parse, asked: Token) -> tuple[Token, Token] | None:
    """The verb of the answer and the head of what was asked, where the answer is no."""
    verb = parse[asked.head]
    if asked.lemma not in _ASKING or asked.tag != "VBN" or asked.dep not in ("advcl", "acl", "prep") or verb.lemma not in word_set("plain_saying") or any(c.dep == "nsubj" for c in parse.children(asked.i)):
        return None
    told = _asked_clause(parse, asked)
    if told is None:
        return None
    inside = set(parse.subtree(asked.i)) | {verb.i}
    inside |= {k for c in parse.children(verb.i) if c.dep in ("nsubj", "dative", "advmod", "npadvmod") or (c.dep == "dobj" and verb.lemma == "tell") for k in parse.subtree(c.i)}
    sentence = parse.sentences[verb.sent]
    words = [t.lower for t in parse.tokens[sentence.first : sentence.last] if t.i not in inside and any(c.isalnum() for c in t.text)]
    return (verb, told) if _is_no(words) else None


def _asked_clause(parse: Parse, asked: Token) -> Token | None:
    for child in parse.children(asked.i):
        if child.dep in ("ccomp", "advcl") and any(c.dep == "mark" and c.lower in ("whether", "if") for c in parse.children(child.i)):
            return child
        if child.dep == "prep" and child.lower in _OF:
            # "asked about reports that jets had hit the camp"
            for noun in parse.children(child.i):
                if noun.lemma.lower() in word_set("told_things"):
                    return next((c for c in parse.children(noun.i) if c.dep in ("acl", "ccomp")), None)
    return None


def _is_no(words: list[str]) -> bool:
    """ "No", "no, they did not", "it had not", "that was untrue", "absolutely not true"; not "no comment", "he did not know"."""
    if not words or len(words) > _LONGEST:
        return False
    if words[0] in word_set("flat_answers"):
        return len(words) == 1 or words[-1] in ("not", "n't", "n’t", "never")
    last = words[-1]
    if last in ("not", "n't", "n’t"):
        return len(words) <= 4
    untrue = last in word_set("plain_falsehoods") | word_set("adjectives_of_untruth")
    return (untrue and "not" not in words) or (last in word_set("credence_words") and "not" in words)
