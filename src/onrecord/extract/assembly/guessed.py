"""Which names only the tagger takes for somebody: no table, no title, no word of theirs tells of a body or a person, and in nothing that the record tells do
they take part. "The Kingpin List", "Plan Harbour", a saint, a province that a quotation opens with: such a name is no actor of the record."""

from __future__ import annotations

from itertools import pairwise

from onrecord._text_key import name_key
from onrecord.actorbook import ActorBook
from onrecord.lexicon.tables import word_set
from onrecord.model.actor import Entity
from onrecord.model.layers import ActorLayer
from onrecord.model.parse import Parse

_BODIES = word_set("words_that_name_bodies") | word_set("body_nouns") | word_set("ends_of_bodies_names") | word_set("bodies_in_names")
_BEFORE_WHOM = frozenset({"of", "for", "on", "against", "in"})
_SAINTS = word_set("words_for_saints")
_TAGGED = frozenset({"name:organisation", "name:capitalised"})


def only_guessed(parse: Parse, actors: ActorLayer) -> frozenset[str]:
    """Ids of entities for which nothing but the tagger speaks; whether they take part in something is the caller's to see. Cost: linear in the mentions."""
    book = ActorBook.load()
    body = any(s.part == "body" for s in parse.sentences)
    told = {m.entity for m in actors.mentions if parse.sentences[parse[m.head].sent].part == "body"}
    # "Heron Marsh had supplied the gold": who does something is somebody, whether or not the record has the deed.
    doing = {m.entity for m in actors.mentions if _does(parse, m.head)}
    single = {m.entity for m in actors.mentions if m.kind == "name" and m.last - m.first > 1}
    families = {e.name.split()[-1] for e in actors.entities if e.kind == "person" and " " in e.name}
    loose: set[str] = set()
    for entity in actors.entities:
        rule = entity.derivation["mentions"].rule.split("+")[0] if "mentions" in entity.derivation else ""
        if entity.offices or entity.external_ids or any(c.offices for c in entity.candidates):
            continue
        headline = body and entity.id not in told and rule.startswith("name:")
        words = [w.strip(".,'’").lower() for w in entity.name.split()]
        kin = " " in entity.name and (entity.name.split()[-1] in families or entity.name.split()[0].title() in book.given)
        if (entity.id in doing or (kin and rule in _TAGGED)) and not _scheme(words):
            continue
        if (rule in _TAGGED and _no_body(entity)) or (rule == "name:person" and _no_person(entity, book, entity.id in single)) or (headline and not entity.sectors):
            loose.add(entity.id)
    return frozenset(loose)


def _does(parse: Parse, head: int) -> bool:
    token, above = parse[head], parse.head(head)
    if above is None or above.i == head:
        return False
    return (token.dep == "nsubj" and above.pos == "VERB") or (token.dep == "pobj" and above.dep == "agent")  # "published by the Heron Dialogue"


def _no_body(entity: Entity) -> bool:
    """Whether no word of the name tells of a body, and the text does not say what it is: "Kingpin List", "INCSR"; a firm that is named again and again stands."""
    words = [w.strip(".,'’").lower() for w in entity.name.split()]
    named = sum(m.kind == "name" for m in entity.mentions)
    scheme = _scheme(words)
    if any(m.kind == "nominal" for m in entity.mentions) or (len(words) == 1 and named > 1 and not entity.name.isupper()) or (named > 3 and not scheme):
        return False
    if entity.sectors or entity.countries:
        # What gave it a sector may be a word that only describes: "Asset Seizure Regime".
        return len(words) > 1 and scheme
    heads = {words[-1], words[-1].removesuffix("s"), *words[: words[0] in word_set("foreign_body_words")], *(a for a, b in pairwise(words) if b in _BEFORE_WHOM)}
    return heads.isdisjoint(_BODIES)


def _no_person(entity: Entity, book: ActorBook, longer: bool) -> bool:
    """Whether one word alone, of no known given name, is all that is told: "Holguin", "InSight"; or the name is a saint's or a list's."""
    words = entity.name.split()
    if words[0].lower().strip(".") in _SAINTS or _scheme([w.lower() for w in words]):
        return True
    return len(words) == 1 and not longer and words[0].title() not in book.given and not book.holders.get(name_key(words[0])) and not entity.sectors and not any(m.kind == "nominal" for m in entity.mentions)


def _scheme(words: list[str]) -> bool:
    """ "Kingpin List", "Plan Harbour": what is drawn up, and draws up nothing."""
    return words[-1] in word_set("ends_of_schemes_names") or (len(words) > 1 and words[0] in word_set("openings_of_schemes_names"))
