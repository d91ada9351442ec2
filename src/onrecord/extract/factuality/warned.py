"""status: what somebody warns that others will do. A helper of the status stage, no stage."""

from __future__ import annotations

from dataclasses import replace

from onrecord import syntax
from onrecord.actorbook import ActorBook
from onrecord.extract.phrases.scope import Operator
from onrecord.lexicon.events import event_lexicon
from onrecord.model.parse import Parse

_OWN = frozenset({"we", "i", "it", "he", "she", "they", "you"})
_THEIR = frozenset({"our", "my", "its", "his", "her", "their"})


def of_others(parse: Parse, operators: list[Operator], head: int) -> list[Operator]:
    """ "The analyst warned that the rebels would attack": who warns of what others will do threatens nobody; it is feared. A state's forces are its officials' own, and
    what will be done by nobody told ("warned that looters would be shot") is done by who warns."""
    return [replace(o, signature="fear", rule=f"{o.rule}:others") if o.signature == "threat" and o.rule.startswith("embedding:warn/") and _others(parse, o.cue[0], head) else o for o in operators]


def _others(parse: Parse, warning: int, head: int) -> bool:
    verb = syntax.clause_of(parse, head)
    actors = [f.head for f in syntax.logical_subject(parse, verb)]
    who = [f.head for f in syntax.surface_subject(parse, warning)]
    if not actors or not who or verb == warning:
        return False
    return not any(_own(parse, i, who) for i in actors)


def _own(parse: Parse, actor: int, who: list[int]) -> bool:
    token = parse[actor]
    if token.lower in _OWN or any(c.dep == "poss" and c.lower in _THEIR for c in parse.children(actor)) or token.lemma in {parse[i].lemma for i in who}:
        return True
    if _of_another_land(parse, actor, who):
        return False
    classes = event_lexicon().classes
    return token.lemma in classes["enforcer"] and any(parse[i].lemma in classes["official"] or parse[i].lemma in classes["polity"] or parse[i].pos == "PROPN" for i in who)


def _of_another_land(parse: Parse, actor: int, who: list[int]) -> bool:
    """ "Kyiv warned that Russian forces would attack": forces that a land's adjective tells to be no forces of whoever warns."""
    book = ActorBook.load()
    lands = {found[0] for c in parse.children(actor) if c.dep in ("amod", "compound", "nmod") and (found := book.country_of(c.text)) is not None}
    warners = {found[0] for i in who for t in (parse[i], *parse.children(i)) if (found := book.country_of(t.text)) is not None}
    return bool(lands) and bool(warners) and lands.isdisjoint(warners)
