"""actors: where a state's name only tells where something is, how things stand there, or what something is about. A helper of the record's keeper, no stage."""

from __future__ import annotations

from onrecord import syntax
from onrecord.gazetteer import shared_gazetteer
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_WARS = word_set("wars") | word_set("troubles_of_lands")
_STATES, _AFFECTING = word_set("stative_verbs"), word_set("verbs_of_befalling_lands")
_BOUND, _SUBJECTS = word_set("bound_for_places"), word_set("what_one_studies_by") | word_set("people_who_study")
_GROUNDS = word_set("what_lands_have")
_TROOPS = word_set("words_for_troops")
# A state may do these too, where it is told to whom: "the Chad killing of a monk".
_STATE_TOO, _UPON = frozenset({"killing", "shooting", "slaying", "beheading"}), frozenset({"of", "on", "against"})
# Statives in which somebody may well do something: "Chad lost the war", "Chad received the envoy".
_DEEDS = frozenset({"open", "close", "begin", "start", "end", "break", "run", "include", "involve", "receive", "lose", "gain", "get", "go", "come", "fall", "host", "stand", "see"})


def only_told_of(parse: Parse, head: int) -> bool:
    """Whether a state's name stands where something is only told of the land: "Chad has few roads", "Chad is plagued by drought", "share a border with Chad",
    "left for Chad", "an expert on Chad"."""
    token, above = parse[head], parse.head(head)
    if above is None:
        return False
    if token.dep == "nsubj":
        armed = above.lemma == "have" and any(c.dep == "dobj" and c.lemma.lower() in _TROOPS for c in parse.children(above.i))
        return above.lemma.lower() in _STATES - _DEEDS and not armed
    if token.dep in ("nsubjpass", "dobj"):
        return above.lemma.lower() in _AFFECTING
    first = syntax.first_conjunct(parse, head)
    above = parse.head(first)
    if above is None or parse[first].dep != "pobj":
        return False
    over = parse[above.head]
    if above.lower in ("of", "between") and over.lemma.lower() in _GROUNDS:
        return True  # "the borders of Chad and Mali", "its location between Chad and Mali"
    if first != head:
        return False
    if above.lower == "with":
        return over.lemma.lower() == "share"
    if above.lower == "for":
        return over.lemma.lower() in _BOUND
    return above.lower == "on" and over.lemma.lower() in _SUBJECTS


def beside_its_town(parse: Parse, first: int, last: int) -> bool:
    """ "in Mongo, Chad": a state's name behind a comma and a place of it, whatever the parser hangs it on; in a row of places it is one of them."""
    if first < 2 or parse[first - 1].text != "," or not parse[first - 2].text[:1].isupper() or parse[first - 2].sent != parse[first].sent:
        return False
    if last < len(parse) and parse[last].lower in ("and", "or"):
        return False
    words = " ".join(t.text for t in parse.tokens[first:last])
    state = shared_gazetteer().country_by_name(words)
    start = parse.sentences[parse[first].sent].first
    names = (" ".join(t.text for t in parse.tokens[at : first - 1]) for at in range(max(start, first - 4), first - 1) if parse[at].text[:1].isupper())
    return state is not None and any(e.country == state.code and e.kind != "country" for name in names for e in shared_gazetteer().lookup(name))


def only_said_of(parse: Parse, at: int) -> bool:
    """Whether a name or adjective before a deed's noun only says of what kind it is: where a war is fought, where a pact was made ("the Costa Rica accord"), "the front's military drive"."""
    token, above = parse[at], parse.head(at)
    if above is None or land_of_war(parse, at):
        return above is not None
    if token.lower == "military" and token.dep in ("compound", "amod", "nmod") and above.lemma not in word_set("crafts"):  # "a Myanmar military jet" is theirs
        return any(c.i < at and c.dep in ("compound", "amod", "nmod", "poss") and (c.pos == "PROPN" or c.ent == "NORP") for c in parse.children(above.i))
    town = token.dep in ("compound", "nmod") and token.tag == "NNP" and token.ent == "GPE" and above.i == at + 1 and above.lower in word_set("pacts_called_after_places")
    return town and shared_gazetteer().country_by_demonym(token.text.title()) is None


def land_of_war(parse: Parse, at: int) -> bool:
    """ "the Chadian war", "Chadian violence": the adjective tells where it is fought; "the Chadian war on the rebels", "the Chadian-Libyan war" tell who fights."""
    token, above = parse[at], parse.head(at)
    if above is None or token.dep not in ("amod", "compound", "nmod") or above.i <= at or above.lemma.lower() not in _WARS or not token.text[:1].isupper():
        return False
    words = token.text.title() if token.text.isupper() else token.text
    if shared_gazetteer().country_by_demonym(words) is None or shared_gazetteer().country_by_name(words) is not None or any(c.lower in ("on", "against", "with", "between", "by") for c in parse.children(above.i)):
        return False
    beside = (parse[i].text for i in (at - 1, at + 1) if 0 <= i < len(parse))
    return not any(t in ("-", "–", "/") for t in beside) and not any(c.dep == "conj" for c in parse.children(at))


def maybe_invaded(parse: Parse, noun: int, name: int) -> bool:
    """ "the Panama invasion", "the Mali sanctions", "a Nigeria kidnapping": a country's name before such a noun may be whose deed it is, or upon or in whom it is done;
    an adjective or letters ("the US invasion") are the doer's, and so is a name before a deed that says upon whom ("Canada sanctions on Iran")."""
    token, deed = parse[name], parse[noun].lemma.lower()
    if token.dep not in ("compound", "nmod", "amod") or token.tag not in ("NNP", "NN", "JJ") or "." in token.text or len(token.text) <= 3:
        return False
    if token.tag == "JJ" and (shared_gazetteer().country_by_name(token.text) is None or shared_gazetteer().country_by_demonym(token.text) is not None):
        return False
    if deed in ("invasion", "occupation"):
        return token.dep == "compound" and token.ent == "GPE"
    if noun + 1 < len(parse) and parse[noun + 1].pos in ("NUM", "DET", "ADJ", "NOUN", "PROPN"):
        return False  # "Mali sanctions three banks": a verb taken for a plural
    if token.ent != "GPE" and shared_gazetteer().country_by_name(_in_full(parse, name)) is None:
        return False
    if done_there(parse, noun, name):
        return deed not in _STATE_TOO or not any(c.lower in _UPON for c in parse.children(noun))
    if deed in ("attack", "bombing") and not _only_land(parse, noun, name):
        return False
    return deed in word_set("deeds_called_after_lands") | {"attack", "bombing"} and not any(c.lower in ("of", "on", "against", "with", "between", "by") for c in parse.children(noun))


def called_after(parse: Parse, noun: int, name: int) -> bool:
    """ "the Mali ambush", "the Kenya university attack": the land tells where it was done, as no state does such a deed under its own name."""
    site = any(t.lower in word_set("sites_put_before_deeds") for t in parse.tokens[name + 1 : noun])
    return (site or done_there(parse, noun, name)) and maybe_invaded(parse, noun, name)


def done_there(parse: Parse, noun: int, name: int) -> bool:
    """Whether no state does such a deed under its name: by the noun, or the words before it that tell by whom or with what it was done ("the Mali knife attack", "the
    Chad coup attempt")."""
    parts = [parse[c.i].lower for c in parse.children(noun) if name < c.i < noun and c.dep in ("compound", "amod", "nmod")]
    parts += [parse[g.i].lower for c in parse.children(noun) if c.dep == "compound" for g in parse.children(c.i) if name < g.i < noun]
    deed = parse[noun].lemma.lower()
    tried = deed in ("attempt", "plot", "bid") and not word_set("deeds_of_a_lands_people").isdisjoint(parts)
    return tried or deed in word_set("done_where_they_are_called_after") or not (word_set("means_and_doers_before_deeds") | word_set("fighters_put_before_deeds")).isdisjoint(parts)


def of_a_land(parse: Parse, noun: int, owner: int) -> bool:
    """ "Bangladesh's quota protests", "Iran's unrest", "Haiti's gang killings": where people do so, as no state does it itself; what a state is said to do to somebody
    ("Belarus's kidnapping of a blogger") is its own, but for what only people do ("Chad's uprising against the emir")."""
    if parse[owner].dep != "poss" or not done_there(parse, noun, owner):
        return False
    own = parse[noun].lemma.lower() not in word_set("deeds_of_a_lands_people") and any(c.lower == "of" for c in parse.children(noun))
    return not own and shared_gazetteer().country_by_name(_in_full(parse, owner)) is not None


def land_of_deed(parse: Parse, name: int) -> bool:
    """Whether a name before a deed's noun is the land where people did it: "Haiti's gang killings", "the Belize murder"."""
    noun = parse.head(name)
    return noun is not None and (of_a_land(parse, noun.i, name) or (done_there(parse, noun.i, name) and maybe_invaded(parse, noun.i, name)))


def _in_full(parse: Parse, name: int) -> str:
    """ "Burkina Faso": a name with the words before it that are parts of it."""
    first = min([name, *(c.i for c in parse.children(name) if c.dep == "compound" and c.i < name)])
    return " ".join(t.text for t in parse.tokens[first : name + 1])


def _only_land(parse: Parse, noun: int, name: int) -> bool:
    """ "Mali attack kills 30", "in Kenya church attack": states attack and bomb too, and where a sentence names another land or town, or by what means it was done, the first may be whose deed it is."""
    sites = word_set("sites_put_before_deeds")
    if not all(t.lower in sites or t.ent == parse[name].ent for t in parse.tokens[name + 1 : noun]):
        return False
    own = {name, *parse.subtree(name)}
    sentence = parse.sentences[parse[noun].sent]
    return not any((t.pos == "PROPN" or t.ent in ("NORP", "GPE")) and t.ent not in ("DATE", "TIME") and t.i not in own and t.i not in range(name, noun) for t in parse.tokens[sentence.first : sentence.last])


def sanctioned_land(parse: Parse, noun: int) -> int | None:
    """ "Mali sanctions: what next?", "the Iran sanctions hurt hospitals": whom they are called after, where no preposition says upon whom they are."""
    named = (c.i for c in parse.children(noun) if maybe_invaded(parse, noun, c.i) and shared_gazetteer().country_by_name(c.text) is not None)
    return next(named, None) if parse[noun].lemma.lower() in ("sanction", "embargo") else None
