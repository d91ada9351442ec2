"""disputes, first shots: two sides that tell who began it: "Cambodia said Thai troops attacked first. Thailand said Cambodian soldiers opened fire first", "Pakistan said
Indian troops fired without provocation. India said its soldiers only returned fire"."""

from __future__ import annotations

from onrecord.extract.disagreement.opposed import Scene
from onrecord.extract.disagreement.statements import Statement
from onrecord.extract.phrases.told import Clause
from onrecord.lexicon.tables import word_set
from onrecord.syntax import noun_phrase

_BEGINNING = frozenset({"start", "begin", "strike", "attack", "provoke"})
_NEAR = 1  # sentences apart


def first_shots(scene: Scene, claim: Statement, told: Clause, answer: Statement, part: Clause) -> str | None:
    """The rule's name where both clauses tell who began the shooting, and not the same; None where they do not."""
    if told.negative or part.negative or told.modal or part.modal or scene.distance(claim, answer) > _NEAR:
        return None
    if not began(scene, told):
        # "Orlan said Sool's forces opened fire": "Sool said Orlan's troops had shelled it first"
        return "first-shots" if began(scene, part) and scene.types.get(told.head) == "ASSAULT" and scene.deed_of(told, answer, forces=True) and scene.deed_of(part, claim, forces=True) else None
    if began(scene, part):
        sides = [_side(scene, c) for c in (told, part)]
        return "first-shots" if all(sides) and not sides[0] & sides[1] else None
    return "first-shots" if answered_fire(scene, part) and (_own(scene, part) or scene.mentions(told.words, answer)) else None


def began(scene: Scene, clause: Clause) -> bool:
    """Whether somebody shot or attacked first, or unprovoked."""
    p = scene.parse
    head = p[clause.head]
    if scene.types.get(head.i) != "ASSAULT" and head.lemma.lower() not in _BEGINNING | word_set("verbs_of_shooting"):
        return False
    below = [p[k] for k in p.subtree(head.i)]
    first = any(t.lower == "first" and t.dep == "advmod" and t.head == head.i for t in below)
    return first or any(t.lower == "provocation" and p[t.head].lower == "without" for t in below)


def answered_fire(scene: Scene, clause: Clause) -> bool:
    """ "only returned fire", "had responded to fire from the mosque", "came under fire"."""
    p = scene.parse
    head = p[clause.head]
    fire = any(p[k].lemma.lower() in ("fire", "gunfire", "attack", "shelling") for k in p.subtree(head.i))
    return head.lemma.lower() == "retaliate" or (fire and head.lemma.lower() in ("return", "respond", "come"))


def _own(scene: Scene, clause: Clause) -> bool:
    """ "its soldiers", "they": who answers tells of his own side; a witness who saw officers return fire bears out that others began."""
    subject = scene.subject(clause)
    return subject is not None and (subject.pos == "PRON" or any(c.dep == "poss" and c.lower in ("its", "their", "our", "his") for c in scene.parse.children(subject.i)))


def _side(scene: Scene, clause: Clause) -> frozenset[str]:
    subject = scene.subject(clause)
    if subject is None or subject.pos == "PRON":
        return frozenset()
    return frozenset(t.lemma.lower() for t in scene.parse.tokens[slice(*noun_phrase(scene.parse, subject.i))] if t.pos in ("NOUN", "PROPN", "ADJ")) - word_set("forces_that_fire")
