"""How large a town may be meant by a name, and whether the words call it a settlement. Shared by those who read names and those who fill the slots of events."""

from __future__ import annotations

from onrecord import syntax
from onrecord.actorbook import ActorBook
from onrecord.gazetteer import shared_gazetteer
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

# Inhabitants from which a name that might be a person's is likelier a town's, where armies fight for it.
LARGE = 30_000

_CONQUERING, _SHELLING = word_set("verbs_of_conquest"), word_set("verbs_of_shelling")
_LOSING = frozenset({"lose", "cede"})
_FALLING = frozenset({"fall"})
# Who seizes and captures people rather than towns.
_TAKERS = word_set("takers_of_persons")
_FORCES = frozenset({"MIL", "REB", "PRM", "SEP"})


def largest_town(name: str) -> int:
    """Inhabitants of the largest town, district or province of that name; 0 where none is known."""
    if not name.isprintable():
        return 0  # a lone surrogate is no name, and nothing that can be looked up
    return max((e.population or 0 for e in shared_gazetteer().lookup(name) if e.kind in ("city", "admin1", "admin2")), default=0)


def whole_name(parse: Parse, head: int) -> str:
    """The name that ends at `head` with the names before it that belong to it: "El Fasher", "Wad Madani"."""
    first = head
    while first and parse[first - 1].pos == "PROPN" and parse[first - 1].dep == "compound" and parse[first - 1].head == head:
        first -= 1
    return " ".join(t.text for t in parse.tokens[first : head + 1])


def called_settlement(parse: Parse, first: int) -> bool:
    """Whether the name at `first` stands behind "the town of", "the Malian village of": a settlement, whoever else is called so."""
    beside = parse[first - 1] if first >= 2 else None
    if beside is not None and beside.dep == "compound" and beside.head >= first and beside.tag == "NN" and beside.lower in word_set("settlements_of_names"):
        return True  # "the eastern city Kassala"
    if first < 3 or parse[first - 1].lower != "of" or parse[first - 2].lower not in word_set("settlements_of_names") or parse[first - 3].sent != parse[first].sent:
        return False
    # "a town of Christians" tells who lives there; "the City of Lowfield" is a body, where capitals tell anything.
    before = parse[first - 3]
    plural = parse[first - 2].lower.endswith("s")
    return (parse[first - 2].text.islower() or parse[first - 1].text.isupper()) and (plural or before.lower not in ("a", "an"))


def fought_over(parse: Parse, head: int) -> bool:
    """Whether the name at `head` is what armed ones take, lose or shell: "Rebels captured Bria", "Bria fell to the rebels", whatever the parser's recogniser takes it for.

    One word alone, that is no listed person's, no known group's and no part of a longer name in the report: of persons news gives more.
    """
    token = parse[head]
    if token.pos != "PROPN" or not token.text[:1].isupper() or not token.text[-1:].islower() or len(token.text) < 4:
        return False
    token = parse[syntax.first_conjunct(parse, head)]
    verb = parse.head(token.i) if token.dep in ("dobj", "nsubjpass", "nsubj") else None
    if verb is None or verb.pos != "VERB" or _longer(parse, head):
        return False
    lemma = verb.lemma.lower()
    if lemma in _CONQUERING or lemma in _SHELLING:
        doers = _doers(parse, verb, passive=token.dep == "nsubjpass") if token.dep != "nsubj" else ()
    elif (lemma in _LOSING and token.dep == "dobj") or (lemma in _FALLING and token.dep == "nsubj"):
        doers = tuple(parse[o] for o in syntax.prep_objects(parse, verb.i, "to"))
    else:
        return False
    return any(_takes_towns(parse, doer, lemma in _SHELLING) for doer in doers) and not _somebody(parse, head)


def bears_site(parse: Parse, head: int) -> bool:
    """ "Goma airport", "Kuje prison", "Saki air base": one word before a site that mostly bears its town's name, and nobody's whom the report or the tables know."""
    token, site = parse[head], parse.head(head)
    if token.pos != "PROPN" or token.dep not in ("compound", "nmod", "amod") or site is None or site.i <= head or site.lower not in word_set("sites_named_after_towns") or not token.text[-1:].islower():
        return False
    named = head > 0 and parse[head - 1].sent == token.sent and parse[head - 1].pos == "PROPN" and parse[head - 1].head in (head, site.i)
    return not named and all(t.text.islower() for t in parse.tokens[head + 1 : site.i]) and not _somebody(parse, head)


def _longer(parse: Parse, head: int) -> bool:
    """Whether words before the name belong to it, or words behind it say that it is a person: "Luka Bria", "Bria, a rebel commander"."""
    for c in parse.children(head):
        hyphened = c.i + 2 == head and parse[c.i + 1].text == "-"  # "Al-Khuwei"
        if c.i < head and c.dep in ("compound", "amod", "det", "poss", "nmod", "nummod") and c.text.isalpha() and not hyphened:
            return True
        if c.dep == "appos" and c.i > head and c.lemma.lower() not in word_set("settlements_of_names") | word_set("settlement_nouns") | word_set("town_words"):
            return True
    return False


def _doers(parse: Parse, verb: Token, *, passive: bool) -> tuple[Token, ...]:
    """Who does what a verb tells: the subject, also of the first verb of a row, or the agent."""
    if passive:
        return tuple(parse[o] for c in parse.children(verb.i) if c.dep == "agent" for o in (g.i for g in parse.children(c.i) if g.dep == "pobj"))
    for at in (verb.i, syntax.first_conjunct(parse, verb.i)):
        if found := tuple(c for c in parse.children(at) if c.dep == "nsubj"):
            own = all(c.lower in ("they", "it", "we") for c in found)
            return (*found, *_tellers(parse, parse[at])) if own else found
    return _tellers(parse, verb) if verb.dep == "xcomp" else ()


def _tellers(parse: Parse, verb: Token) -> tuple[Token, ...]:
    """ "The rebels said they had captured Bria", "claimed to have captured Bria": who tells it may be who did it."""
    above = parse.head(verb.i)
    told = above is not None and verb.dep in ("ccomp", "xcomp") and above.lemma in word_set("verbs_of_saying")
    return tuple(c for c in parse.children(above.i) if c.dep == "nsubj") if above is not None and told else ()


def _takes_towns(parse: Parse, doer: Token, shelling: bool) -> bool:
    lemma = doer.lemma.lower()
    if lemma in _TAKERS:
        return False
    if lemma in event_lexicon().classes["armed"] or (shelling and lemma in word_set("crafts") | word_set("weapon_nouns")):
        return True
    body = ActorBook.load().organisation(doer.text) if doer.pos == "PROPN" else None
    return body is not None and (body.sector in _FORCES or body.kind == "armed_group")


def _somebody(parse: Parse, head: int) -> bool:
    """Whether the word is a listed person's or group's, a people's or a state's, or a part of a person's name elsewhere in the report: "Captain Bria", "Luka Bria"."""
    word, book = parse[head].text, ActorBook.load()
    if book.alone(word, None) or book.organisation(word) is not None or book.country_of(word) is not None or word in book.given:
        return True
    if any(n.label == "PERSON" and n.last - n.first > 1 and word in (parse[n.first].text, parse[n.last - 1].text) for n in parse.names):
        return True
    titles = word_set("forms_of_address") | word_set("ranks")
    return any(t.text == word and t.i and parse[t.i - 1].lower.rstrip(".") in titles for t in parse.tokens)


def fought_near(parse: Parse, first: int) -> bool:
    """ "exchanged fire near Phu Lam": two words or more that open no known person's name, behind "near" and a deed of force, tell where it was done, whatever the parser's
    recogniser takes them for. One who is told of elsewhere in the report by that name, or by its last word, is somebody."""
    name = next((n for n in parse.names if n.first == first), None)
    if name is None or name.label not in ("PERSON", "FAC") or name.last - name.first < 2 or not first or parse[first - 1].lower != "near" or parse[first].text in ActorBook.load().given or ActorBook.load().is_person(" ".join(t.text for t in parse.tokens[first : name.last])):
        return False
    prep, last = parse[first - 1], parse[name.last - 1]
    above = parse.head(prep.i)
    if last.head != prep.i or last.dep != "pobj" or above is None or any(not t.text[:1].isupper() for t in parse.tokens[first : name.last]):
        return False
    verb = parse.head(above.i) if above.dep == "nsubj" else None  # "fighting near Phu Lam", "fighting broke out near Phu Lam"
    words = [above, *(() if verb is None else (verb,)), *(c for c in parse.children(above.i) if c.dep in ("nsubj", "dobj"))]
    forceful = any(r.type in ("ASSAULT", "MOBILIZE") for w in words for r in event_lexicon().rules_for("v" if w.pos == "VERB" else "n", w.lemma))
    return forceful and not any(t.text == last.text and t.i not in range(first, name.last) and parse[t.i - 1].lower != "near" for t in parse.tokens if t.i)


def in_row_of_towns(parse: Parse, first: int) -> bool:
    """ "Rebels attacked Santa Luz, San Pablo de Mora and El Carmen": a name in a row of places that armed ones strike or take, another of which is a town's, is a town's too,
    whatever the parser's recogniser takes it for; a listed or titled person's is not, nor one that stands elsewhere."""
    name = next((n for n in parse.names if n.first == first), None)
    last = name.last if name is not None else first + 1
    head = next((t for t in parse.tokens[first:last] if not first <= t.head < last), None)
    if head is None or head.pos != "PROPN" or (first and parse[first - 1].lower.rstrip(".") in word_set("forms_of_address") | word_set("ranks")):
        return False
    book = ActorBook.load()
    words = " ".join(t.text for t in parse.tokens[first:last])
    row = _row(parse, head.i)
    start = parse[row[0]]
    verb = parse.head(start.i)
    if len(row) < 2 or verb is None or verb.pos != "VERB" or start.dep not in ("dobj", "nsubjpass") or book.is_person(words) or parse[first].text in book.given or any(t.dep == "appos" and t.i not in row for t in parse.children(head.i)):
        return False
    if verb.lemma.lower() not in _CONQUERING | _SHELLING | {"attack", "raid", "storm", "occupy", "bomb"} or not any(_takes_towns(parse, d, True) for d in _doers(parse, verb, passive=start.dep == "nsubjpass")):
        return False
    others = [h for h in row if h != head.i and parse[h].pos == "PROPN" and parse[h].ent in ("GPE", "LOC", "FAC")]
    told = any(t.text == parse[last - 1].text and t.i not in range(first, last) for t in parse.tokens)
    return not told and any(largest_town(whole_name(parse, h)) for h in others)


def _row(parse: Parse, head: int) -> list[int]:
    """The names of a row, also where the parser takes the second for another name of the first: "Luz, Mora and Lom"."""
    first = parse[syntax.first_conjunct(parse, head)]
    start = parse[first.head] if first.dep == "appos" and parse[first.head].pos == "PROPN" else first
    found = syntax.conjuncts(parse, start.i)
    for c in parse.children(start.i):
        if c.dep == "appos" and c.pos == "PROPN" and len(more := syntax.conjuncts(parse, c.i)) > 1:
            found = [*found, *more]
    return sorted(set(found))
