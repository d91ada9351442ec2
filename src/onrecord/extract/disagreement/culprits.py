"""disputes, culprits: one deed or harm that two sources lay to two doers or two causes: "claimed the fire", "blamed a broken valve"; "a gas leak caused the blast", "the blast was
caused by a drone"."""

from __future__ import annotations

from onrecord import syntax
from onrecord.extract.disagreement.opposed import Scene
from onrecord.extract.disagreement.statements import Statement
from onrecord.extract.phrases.told import Clause
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.stance import same
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_ANSWERED = word_set("harms_one_answers_for")
_TWO_WORDS = 2  # "rebels did"
_CARRYING_OUT = word_set("verbs_of_perpetrating")
_OF_SOMEBODY = frozenset({"work", "doing", "fault", "result", "handiwork", "consequence", "product"})


def another_culprit(scene: Scene, claim: Statement, told: Clause, answer: Statement, part: Clause) -> str | None:
    """The rule's name where the answer lays to others what the claim tells of some; None where it does not."""
    return (
        _other_culprit(scene, claim, told, answer, part)
        or _laid_to_another(scene, claim, told, answer, part)
        or _caused_otherwise(scene, claim, told, answer, part)
        or _work_of_others(scene, claim, told, answer, part)
        or _for_it(scene, claim, told, answer, part)
    )


def _other_culprit(scene: Scene, claim: Statement, told: Clause, answer: Statement, part: Clause) -> str | None:
    """One deed laid to two: "claimed the fire", "attributes the fire to a broken valve"."""
    if not {claim.lemma, answer.lemma} <= word_set("culprit_verbs") or claim.lemma == answer.lemma == "claim" or told.negative or part.negative:
        return None
    p = scene.parse
    if any(t and p[t].lemma == "blame" and p[t - 1].lemma in ("trade", "exchange", "swap") for s in (claim, answer) for t in s.cue):
        return None  # "trade blame for the attack": neither is told to lay it to anybody but the other
    first, second = accused(scene, claim), accused(scene, answer)
    if {p[k].lemma.lower() for k in first} & {p[k].lemma.lower() for k in second}:
        return None  # "police accused of killing a man" heads "activists accused the police of killing a man in Kisumu"
    culprits = first if claim.lemma in word_set("blaming_verbs") else frozenset[int]()
    mine, other = ({t.lemma.lower() for t in c.words if t.pos in ("NOUN", "PROPN") and t.i not in culprits} - word_set("involvement_nouns") for c in (told, part))
    deed = {k for k in other if any(same(k, m) for m in mine)}
    rest = set(other - deed)
    return "other-culprit" if deed and rest and len(deed) < len(other) and not scene.mentions(told.words, answer) else None


def accused(scene: Scene, statement: Statement) -> frozenset[int]:
    """The words for whom a statement's cue accuses or blames: its object, or the subject of its passive."""
    p = scene.parse
    found: set[int] = set()
    for cue in statement.cue:
        if p[cue].pos not in syntax.VERBAL:
            continue
        below = [c for c in p.children(cue) if c.dep in ("dobj", "nsubjpass")]
        found |= {k for c in below for k in p.subtree(c.i) if p[k].pos in ("NOUN", "PROPN", "ADJ")}
        if not below and p[cue].tag == "VBN" and p[cue].dep in ("acl", "ROOT") and p[cue].head != cue:
            found.add(p[cue].head)  # "police accused of killing a man"
        found |= {c.i for c in p.children(cue) if c.dep == "nsubj" and p[cue].tag == "VBN"}
    return frozenset(found)


def _for_it(scene: Scene, claim: Statement, told: Clause, answer: Statement, part: Clause) -> str | None:
    """ "blamed the rebels for it", "blamed the army for the crime", "said soldiers were behind the attack": one deed laid to two, where one of them takes it up by a general word or leaves it out."""
    first, second = _charge(scene, claim, told), _charge(scene, answer, part)
    if first is None or second is None or told.negative or part.negative or told.modal or part.modal:
        return None
    if any(c.lower in ("also", "too") for t in (*answer.cue, part.head) for c in scene.parse.children(t)):
        return None  # "also blamed the army": beside the first, and not for it
    (mine, deed), (other, again) = first, second
    near = scene.distance(claim, answer) <= 1
    if (deed is None or again is None) and not near:
        return None
    if deed is not None and again is not None and not (_takes_up(scene, again, deed, near) or _takes_up(scene, deed, again, near)):
        return None
    meant = [{m.entity for k in who if (m := scene.actors.by_head.get(k)) is not None} for who in (mine, other)]
    if _words(scene, mine) & _words(scene, other) or meant[0] & meant[1] or not other or scene.mentions([scene.parse[k] for k in other], answer):
        return None
    return "mutual-blame" if scene.mentions([scene.parse[k] for k in mine], answer) else "other-culprit"


def _charge(scene: Scene, statement: Statement, clause: Clause) -> tuple[frozenset[int], Token | None] | None:
    """The words for who is said to have done a deed, and the word for the deed; that None where it is left out."""
    p = scene.parse
    if statement.lemma in ("blame", "accuse"):
        who = accused(scene, statement)
        preps = [t for t in (*(p[t] for t in statement.cue), *clause.words) if t.dep == "prep" and t.lower in ("for", "of", "over") and (t.head in who or t.head in statement.cue)]
        for_what = next((c for t in preps for c in p.children(t.i) if c.dep in ("pobj", "pcomp")), None)
        if statement.lemma == "accuse" and for_what is None:
            return None
        return (who - frozenset(p.subtree(for_what.i)), for_what) if for_what is not None else (who, None)
    subject, head = scene.subject(clause), p[clause.head]
    if head.lemma != "be" or subject is None or subject.pos not in ("NOUN", "PROPN"):
        return None
    by = next((c for c in p.children(head.i) if c.lower in ("responsible", "culpable", "behind")), None)
    deed = next((g for c in (by, *p.children(by.i)) if c.lower in ("for", "behind") for g in p.children(c.i) if g.dep == "pobj"), None) if by is not None else None
    return (frozenset(p.subtree(subject.i)), deed) if deed is not None else None


def _takes_up(scene: Scene, word: Token, deed: Token, near: bool) -> bool:
    """Whether a word is a general one for what another names or takes up too: "it", "the crime" of "the killing of six priests"."""
    classes = event_lexicon().classes
    violent = deed.i in scene.types or deed.lemma.lower() in classes["attack_noun"] | {"crime"} or (deed.pos == "PRON" and deed.lower in ("it", "this", "that"))
    if word.pos == "PRON":
        return word.lower in ("it", "this", "that") and (violent or near)
    pointed = any(c.lower in ("the", "this", "that", "these", "those") for c in scene.parse.children(word.i)) and not any(c.dep == "prep" for c in scene.parse.children(word.i))
    return violent and pointed and word.lemma.lower() in classes["attack_noun"] | classes["generic_event"] | {"crime"}


def _laid_to_another(scene: Scene, claim: Statement, told: Clause, answer: Statement, part: Clause) -> str | None:
    """Just after a deed was told of some, another says that others did it: "rebels burned the mill", "the army was behind it", "soldiers did it"."""
    p = scene.parse
    doer, other = scene.subject(told), scene.subject(part)
    if told.negative or part.negative or part.modal or scene.distance(claim, answer) > 1 or doer is None or other is None or not scene.kinds(told) or other.pos not in ("NOUN", "PROPN"):
        return None
    if p[told.head].dep == "nsubjpass" or doer.lemma.lower() == other.lemma.lower() or doer.pos not in ("NOUN", "PROPN") or told.head not in scene.types:
        return None
    mine, theirs = scene.actors.by_head.get(doer.i), scene.actors.by_head.get(other.i)
    if mine is not None and theirs is not None and mine.entity == theirs.entity:
        return None
    below = p.children(part.head)
    head = p[part.head]
    did = head.lemma == "do" and (any(c.dep == "dobj" and c.lower in ("it", "this", "that") for c in below) or len(part.words) <= _TWO_WORDS)
    blamed = [c for c in below if c.dep == "acomp" and c.lower in ("responsible", "culpable")]
    behind = head.lemma == "be" and (any(c.lower == "behind" for c in below) or any(not _for_something_else(scene, c.i) for c in blamed))
    carried = head.lemma == "carry" and any(c.lower == "out" for c in below) and any(c.dep == "dobj" and c.lower in ("it", "this", "that") for c in below)
    return "other-culprit" if did or behind or carried or _brought_about(scene, part, other) else None


def _for_something_else(scene: Scene, responsible: int) -> bool:
    """ "were responsible for the meals": for what is no deed, and takes none up."""
    p, deeds = scene.parse, event_lexicon().classes
    things = [p[o] for o in syntax.prep_objects(p, responsible, "for")]
    return any(t.pos in ("NOUN", "PROPN") for t in things) and not any(t.i in scene.types or t.lemma in _ANSWERED or any(t.lemma in deeds[c] for c in ("attack_noun", "generic_event", "incident", "calamity")) for t in things)


def _work_of_others(scene: Scene, claim: Statement, told: Clause, answer: Statement, part: Clause) -> str | None:
    """ "Rebels bombed a school", then "the bombing was the work of bandits", "it was carried out by bandits", "bandits had bombed it": one deed, told of others."""
    p = scene.parse
    deed = told.head if told.head in scene.types else next((t.i for t in told.words if t.i in scene.types and t.dep in ("pcomp", "pobj", "xcomp")), None)
    if told.negative or part.negative or told.modal or part.modal or scene.distance(claim, answer) > 1 or deed is None:
        return None
    first = (_doers(scene, told) if deed == told.head else frozenset()) or frozenset(k for k in accused(scene, claim) if p[k].dep in ("dobj", "nsubjpass", "conj"))
    other = _doers(scene, part, p[deed])
    if not first or not other or scene.mentions([p[k] for k in other], answer):
        return None
    names = _words(scene, first), _words(scene, other)
    meant = [{m.entity for k in who if (m := scene.actors.by_head.get(k)) is not None} for who in (first, other)]
    return "other-culprit" if all(names) and not names[0] & names[1] and not meant[0] & meant[1] else None


def _doers(scene: Scene, clause: Clause, deed: Token | None = None) -> frozenset[int]:
    """The words for who does what a clause tells; with a `deed` only where the clause tells that very deed, by its noun, its verb or "it"."""
    p = scene.parse
    head, subject = p[clause.head], scene.subject(clause)
    if subject is None:
        return frozenset()
    objects = [c for c in p.children(head.i) if c.dep == "dobj"]
    passive = subject.dep == "nsubjpass" or syntax.is_passive(p, head.i)
    again = deed is None or _that_deed(scene, [subject] if passive or head.lemma == "be" else objects, deed) or same(head.lemma.lower(), deed.lemma.lower())
    doing = deed is None or head.lemma in _CARRYING_OUT or same(head.lemma.lower(), deed.lemma.lower())
    if head.lemma == "be" and deed is not None:
        return frozenset(k for g in _whose_work(scene, head) for k in p.subtree(g.i)) if again else frozenset()
    if not again or not doing:
        return frozenset()
    inside = {t.i for t in clause.words}
    who = [a for a in syntax.agents(p, head.i) if a in inside] if passive else [subject.i]
    arms = event_lexicon().classes["weapon"] | event_lexicon().classes["projectile"]
    return frozenset(k for w in who if p[w].lemma.lower() not in arms for k in p.subtree(w))  # "the bombs had hit the town": no other culprit than whose jets they fell from


def _whose_work(scene: Scene, head: Token) -> list[Token]:
    """ "was the work of bandits", "was their doing": who stands behind "of"."""
    p = scene.parse
    return [g for c in p.children(head.i) if c.dep == "attr" and c.lemma.lower() in _OF_SOMEBODY for a in p.children(c.i) if a.lower == "of" for g in p.children(a.i)]


def _that_deed(scene: Scene, words: list[Token], deed: Token) -> bool:
    """Whether one of the words is "it", or the noun of the deed with an article that points."""
    told = deed.lemma.lower()
    general = event_lexicon().classes["attack_noun"] | {"crime"}
    pointed = (t for t in words if t.pos == "NOUN" and any(c.lower in ("the", "this", "that", "these", "those") for c in scene.parse.children(t.i)))
    return any(t.lower in ("it", "this", "that") for t in words) or any(same(t.lemma.lower(), told) or t.lemma.lower() in general for t in pointed)


def _brought_about(scene: Scene, part: Clause, subject: Token) -> bool:
    """ "had set the fire", "fired the shells", "the fire was an accident": what was just told of, laid to others or to chance."""
    p = scene.parse
    deeds = event_lexicon().classes["attack_noun"] | word_set("what_deeds_leave")
    pointed = [c for c in p.children(part.head) if c.lemma.lower() in deeds and any(d.lower in ("the", "that", "those") for d in p.children(c.i))]
    if any(c.dep == "dobj" for c in pointed):
        return p[part.head].lemma in word_set("verbs_of_bringing_about_harm")
    chance = {c.lemma.lower() for c in p.children(part.head) if c.dep in ("attr", "acomp")} & {"accident", "accidental"}
    return bool(chance) and any(c.i == subject.i for c in pointed) and p[part.head].lemma == "be"


def _caused_otherwise(scene: Scene, claim: Statement, told: Clause, answer: Statement, part: Clause) -> str | None:
    """ "A gas leak caused the blast", "the blast was caused by a drone"; "the bombing was the work of one band", "the council blamed Gao": another cause of the same harm, right
    behind."""
    if told.negative or part.negative or told.modal or part.modal or scene.distance(claim, answer) > 1:
        return None
    one = cause_and_effect(scene, told)
    if one is None:
        return None
    if answer.lemma in word_set("blaming_verbs"):
        culprit = accused(scene, answer) or frozenset(t.i for t in part.words if t.pos in ("NOUN", "PROPN"))
        named = [t for t in part.words if t.i not in culprit and t.pos == "NOUN"]
        apart = culprit and not _words(scene, culprit) & _words(scene, one[0]) and not scene.mentions([scene.parse[k] for k in culprit], answer)
        return "other-culprit" if apart and answer.lemma == "blame" and (not named or any(same(t.lemma.lower(), one[1].lemma.lower()) for t in named)) else None
    other = cause_and_effect(scene, part)
    if other is None or not _one_harm(scene, one[1], other[1]):
        return None
    causes = _words(scene, one[0]), _words(scene, other[0])
    return "other-cause" if all(causes) and not any(same(a, b) for a in causes[0] for b in causes[1]) else None


def cause_and_effect(scene: Scene, clause: Clause) -> tuple[frozenset[int], Token] | None:
    """The words for what a clause says to have caused a harm, and the harm: "a leak caused the blast", "the fire was started by guards", "was the work of a band"."""
    p = scene.parse
    head, subject = p[clause.head], scene.subject(clause)
    if subject is None:
        return None
    inside = {t.i for t in clause.words}
    causing = head.lemma in word_set("verbs_of_causing") | word_set("verbs_of_bringing_about_harm")
    if subject.dep == "nsubjpass" or syntax.is_passive(p, head.i):
        agents = [a for a in syntax.agents(p, head.i) if a in inside]
        return (frozenset(k for a in agents for k in p.subtree(a)), subject) if causing and agents else None
    effect = next((c for c in p.children(head.i) if c.dep == "dobj" and c.i in inside), None)
    if causing and effect is not None and effect.pos in ("NOUN", "PRON"):
        return frozenset(p.subtree(subject.i)), effect
    of = _whose_work(scene, head)
    due = [g for c in p.children(head.i) if c.lower in ("due", "down") for a in (c, *p.children(c.i)) if a.lower == "to" for g in p.children(a.i)]
    came = [g for c in p.children(head.i) if c.dep == "prep" and c.lower == "from" and head.lemma in ("result", "stem", "arise") for g in p.children(c.i)]
    causes = [g for g in (*of, *due, *came) if g.i in inside]
    return (frozenset(k for g in causes for k in p.subtree(g.i)), subject) if causes else None


def _one_harm(scene: Scene, first: Token, second: Token) -> bool:
    """Whether two words name one harm: the same noun, "it", or two words for violence or fire with an article that points."""
    if second.lower in ("it", "they", "this", "that"):
        return first.pos == "NOUN"
    if first.pos != "NOUN" or second.pos != "NOUN":
        return False
    if same(first.lemma.lower(), second.lemma.lower()):
        return True
    harms = event_lexicon().classes["attack_noun"] | word_set("what_deeds_leave") | {"crash", "outbreak", "collapse"}
    pointed = any(c.lower in ("the", "that", "those") for c in scene.parse.children(second.i))
    return pointed and {first.lemma.lower(), second.lemma.lower()} <= harms


def _words(scene: Scene, at: frozenset[int]) -> frozenset[str]:
    return frozenset(scene.parse[k].lemma.lower() for k in at if scene.parse[k].pos in ("NOUN", "PROPN"))
