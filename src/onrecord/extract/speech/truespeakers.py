"""attributions, sources: who speaks where the tree gives the verb another's noun: a tool, a body named beside the speaker, nobody at all."""

from __future__ import annotations

from onrecord import syntax
from onrecord.extract.speech.claimed import Claimed
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import ActorLayer
from onrecord.model.parse import Parse, Token

_OF_PEOPLE = ("human", "official", "military", "protester", "enforcer", "armed")
_OPENING = frozenset({'"', "“", "``", "«"})
_BODIES = frozenset({"organisation", "institution", "state"})


def true_speakers(parse: Parse, actors: ActorLayer, at: int, found: list[int]) -> list[int]:
    """The heads that `found` should be for the saying at token `at`; `found` itself where the tree is right."""
    if not found:
        return introduced(parse, actors, at)
    if (users := using(parse, actors, at, found)) is not None:
        return users
    people = [hired(parse, actors, at, h) for h in found]
    return [p if p is not None else h for p, h in zip(people, found, strict=True)]


def using(parse: Parse, actors: ActorLayer, at: int, found: list[int]) -> list[int] | None:
    """ "used the meeting to call for a truce", "keep ships there to tell us who rules": what is used says nothing, who uses it does."""
    p = parse
    verb = p[syntax.first_conjunct(p, at)]
    above = p.head(verb.i)
    if verb.dep != "xcomp" or above is None or above.lemma not in word_set("verbs_of_use") or not any(c.lower == "to" for c in p.children(verb.i)):
        return None
    objects = {h for c in p.children(above.i) if c.dep == "dobj" for h in syntax.conjuncts(p, c.i)}
    if not objects.intersection(found) or all(h in actors.by_head for h in found):
        return None
    return [f.head for f in syntax.surface_subject(p, above.i)]


def hired(parse: Parse, actors: ActorLayer, at: int, head: int) -> int | None:
    """ "drivers hired by firms, who told the paper": a firm is no "who"; the drivers are. None where `head` is right."""
    p = parse
    who = any(c.lower == "who" and c.dep in ("nsubj", "nsubjpass") for c in p.children(at))
    named = actors.by_head.get(head)
    if not who or p[at].dep != "relcl" or p[head].pos != "NOUN" or p[head].dep != "pobj" or _people(p[head]) or (named is not None and actors.by_id[named.entity].kind not in _BODIES):
        return None
    for above in p.ancestors(head):
        if above.pos in ("NOUN", "PROPN"):
            return above.i if _people(above) and above.tag in ("NN", "NNS") else None
    return None


def _people(token: Token) -> bool:
    classes = event_lexicon().classes
    return any(token.lemma in classes.get(name, ()) for name in _OF_PEOPLE)


def introduced(parse: Parse, actors: ActorLayer, at: int) -> list[int]:
    """ "In a talk with the Lom Radio, Ana Orrel, head of the guild, called it nonsense": the name at the end of what opens the sentence, where the verb has no
    subject of its own."""
    p = parse
    verb = p[at]
    sentence = p.sentences[verb.sent]
    if verb.dep not in ("ROOT", "ccomp") or verb.tag not in ("VBD", "VBZ") or at - sentence.first < 4 or p[at - 1].text != "," or p[sentence.first].tag not in ("IN", "VBG"):
        return []
    if any(c.dep in ("nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass") for c in p.children(at)):
        return []
    opening = next((c for c in p.children(at) if c.dep == "prep" and c.i < at), None)
    if opening is None:
        return []
    for k in p.subtree(opening.i):
        person = actors.by_head.get(k)
        if p[k].dep != "appos" or p[k].pos != "PROPN" or person is None or actors.by_id[person.entity].kind != "person" or p[k].i == at - 1:
            continue
        inside = p.subtree(k)
        if p[inside[0] - 1].text == "," and inside[-1] >= at - 2:
            return [k]
    return []


def without_bare_reports(parse: Parse, claims: list[Claimed]) -> list[Claimed]:
    """The claims without the "reported" in "According to the institute, there were nine raids reported in May", and the "statement" in "said in a statement that it had left": the
    institute says it, and nobody besides."""
    made: list[Claimed] = []
    for claim in claims:
        token = parse[claim.at]
        bare = not claim.sources and token.tag == "VBN" and token.dep == "acl" and token.lemma in word_set("verbs_of_recording") and not syntax.agents(parse, token.i)
        if bare and any(c.sources and c.at != claim.at and parse[c.at].sent == token.sent and any(a <= token.start < b for a, b in c.content) for c in claims):
            continue
        if token.pos == "NOUN" and not claim.sources and any(c is not claim and c.sources and parse[token.head].lower in ("in", "on", "via") and parse[token.head].head == c.at and c.content[0][0] == claim.content[0][0] for c in claims if claim.content and c.content):
            continue
        made.append(claim)
    return made


def quoting_doer(parse: Parse, cue: Token) -> list[int]:
    """ "In a statement the bishops "deplored the murder"": the quotation goes on with what its speaker does, who stands before it. None where the cue is no noun."""
    if cue.pos != "NOUN":
        return []
    sentence = parse.sentences[cue.sent]
    mark = next((t.i for t in parse.tokens[sentence.first : sentence.last] if t.text in _OPENING), sentence.last)
    if mark + 1 >= sentence.last or parse[mark + 1].tag not in ("VBD", "VBZ", "VBP"):
        return []
    heads = [f.head for f in syntax.surface_subject(parse, mark + 1)]
    return heads if all(sentence.first <= h < mark and h != cue.i for h in heads) else []
