"""parse: whose deed it is, where the small parser hangs a land on the deed, a charge on those who died, or a second deed on what was foiled: "a Chad rebel attack", "said
nine were among the dead and accused the army", "foiled a plot to seize power and arrested nine", "called for a march on Saturday"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.phrases.setphrases import CALLING_TO, GATHERINGS
from onrecord.gazetteer import shared_gazetteer
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_HELPERS = frozenset({"aux", "auxpass"})
_DYING = frozenset({"die", "perish", "drown"})
_STATES_OF_VICTIMS = word_set("states_of_victims")
_UNABLE = _STATES_OF_VICTIMS | word_set("adjectives_of_the_dead_and_jailed")
_FOLLOWING = frozenset({"supporter", "follower", "friend", "colleague", "comrade", "mourner", "parent"})
_DEEP = 4  # arcs of a noun phrase: "a march in the old port"
_MONTHS_AND_DAYS = frozenset({"DATE", "TIME"})


def whose_deed(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens, times the sentence for the few words that open a rule."""
    for i in range(first, last):
        _rebels_of_a_land(tokens, first, last, i)
        _said_of_victims_and_accused(tokens, first, last, i)
        _foiled_and_arrested(tokens, first, last, i)
        _day_of_the_first_deed(tokens, first, last, i)
        _in_the_deed(tokens, first, last, i)
        _day_of_what_is_called(tokens, first, last, i)
        _deed_arranged(tokens, first, i)
        _charged_with_deed(tokens, first, last, i)
        _of_the_living(tokens, first, i)


def _rebels_of_a_land(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "A Chad paramilitary drone attack", "a Chadian rebel raid": the land is that of the fighters, who do it; they are people, and no sort of raid."""
    word = tokens[i]
    deed = tokens[word.head]
    if word.lower not in word_set("fighters_put_before_deeds") or word.dep not in ("amod", "compound", "nmod") or not i < deed.i < i + 4 or i == first:
        return
    land = tokens[i - 1]
    if land.head != deed.i or land.dep not in ("nmod", "amod", "compound") or not land.text[:1].isupper() or not _land(land) or not event_lexicon().rules_for("n", deed.lemma):
        return
    if any(t.head == i and t.i != i for t in tokens[first:last]):
        return
    tokens[i] = replace(word, tag="NN", pos="NOUN", dep="compound", lemma=word.lower)
    tokens[land.i] = replace(land, head=i, dep="amod" if land.ent == "NORP" else "compound")


def _of_the_living(tokens: list[Token], first: int, i: int) -> None:
    """ "relatives of dead miners who tried to storm the offices", "supporters of the jailed mayor who marched": the dead and the jailed do neither."""
    verb = tokens[i]
    noun = tokens[verb.head]
    if verb.dep != "relcl" or noun.dep != "pobj" or not first < noun.i < i or not any(t.head == i and t.dep == "nsubj" and t.lower in ("who", "that") for t in tokens[noun.i : i]):
        return
    of, those = tokens[noun.head], tokens[tokens[noun.head].head]
    still = any(t.head == noun.i and t.dep == "amod" and t.lower in _UNABLE for t in tokens[of.i : noun.i])
    if still and of.lower == "of" and those.i < of.i and those.lemma in word_set("kin") | _FOLLOWING:
        tokens[i] = replace(verb, head=those.i)


def _land(word: Token) -> bool:
    return word.ent in ("GPE", "NORP", "LOC") or shared_gazetteer().country_by_demonym(word.text) is not None or shared_gazetteer().country_by_name(word.text) is not None


def _said_of_victims_and_accused(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "said 11 children were among the dead and accused the militia", "said two guards died and blamed rebels", "said nine were held and condemned the raid": those whom
    something befell accuse nobody; who said so does."""
    verb = tokens[i]
    told = tokens[verb.head]
    saying = tokens[told.head]
    if verb.dep != "conj" or told.dep != "ccomp" or not saying.i < told.i < i or saying.lemma not in word_set("verbs_of_saying") or verb.tag not in (saying.tag, "VBN"):
        return
    if verb.lemma not in word_set("demanding_verbs") | word_set("blaming_verbs") | word_set("judging_verbs") | {"reject", "warn"}:
        return
    below = [t for t in tokens[first:last] if t.head == i and t.i != i]
    if any(t.dep in _SUBJECTS or t.dep in _HELPERS or t.dep == "mark" for t in below) or not any(t.i > i and t.dep in ("dobj", "prep", "ccomp") for t in below):
        return
    passive = any(t.head == told.i and t.dep == "auxpass" for t in tokens[first:i])
    if verb.tag == "VBN" and not (passive and any(t.i > i and t.dep == "dobj" for t in below)):
        return  # "were held and charged with theft"
    if not (passive or told.lemma in _DYING or _among_victims(tokens, told, i)):
        return
    tokens[i] = replace(verb, tag=saying.tag, head=saying.i)
    for t in tokens[told.i : i]:
        if t.dep == "cc" and t.head == told.i:
            tokens[t.i] = replace(t, head=saying.i)


def _among_victims(tokens: list[Token], told: Token, end: int) -> bool:
    """ "were among the dead", "were missing"."""
    if told.lemma != "be":
        return False
    below = [t for t in tokens[told.i : end] if t.head == told.i and t.i != told.i]
    among = (t for t in tokens[told.i : end] if t.dep == "pobj" and tokens[t.head].head == told.i and tokens[t.head].lower == "among")
    return any(t.dep in ("acomp", "attr") and t.lower in _STATES_OF_VICTIMS for t in below) or any(t.lower in _STATES_OF_VICTIMS for t in among)


def _foiled_and_arrested(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "had thwarted an attempt to overthrow them and arrested 11 officers": a form that no infinitive has goes on with the verb above it: they were arrested."""
    verb, inner = tokens[i], tokens[tokens[i].head]
    if verb.dep != "conj" or verb.tag not in ("VBN", "VBD") or inner.tag != "VB" or not inner.head < inner.i < i or verb.lower == verb.lemma:
        return
    below = [t for t in tokens[first:last] if t.head == i and t.i != i]
    if not any(t.dep == "dobj" and t.i > i for t in below) or any(t.dep in _SUBJECTS or t.dep in _HELPERS for t in below):
        return
    if any(t.head == inner.i and (t.tag == "MD" or t.dep == "auxpass" or t.lower in ("be", "get", "have")) for t in tokens[first : inner.i]) or not any(t.head == inner.i and t.lower == "to" for t in tokens[first : inner.i]):
        return
    at = inner
    while at.head != at.i:
        at = tokens[at.head]
        had = at.tag == "VBN" and any(t.head == at.i and t.dep == "aux" and t.lemma == "have" for t in tokens[first : at.i])
        if at.i < inner.i and at.pos == "VERB" and (had or (at.tag == "VBD" and not any(t.head == at.i and t.dep in _HELPERS for t in tokens[first : at.i]))):
            break
    else:
        return
    tokens[i] = replace(verb, tag=at.tag, head=at.i)
    for t in tokens[inner.i : i]:
        if t.dep == "cc" and t.head == inner.i:
            tokens[t.i] = replace(t, head=at.i)


def _day_of_the_first_deed(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "A priest abducted in the town of Lom in January was freed": what stands before "was", and behind a participle that tells of the priest, is told with the participle."""
    prep, verb = tokens[i], tokens[tokens[i].head]
    if prep.dep != "prep" or verb.pos != "VERB" or verb.i < i or i + 1 >= last:
        return
    dated = any(t.head == i and t.dep == "pobj" and t.ent in _MONTHS_AND_DAYS for t in tokens[i + 1 : verb.i])
    subject = next((t for t in tokens[first:i] if t.head == verb.i and t.dep in ("nsubj", "nsubjpass")), None)
    if not dated or subject is None or any(t.head == verb.i and t.i < i and t.i > subject.i for t in tokens[first:i]):
        return
    told = next((t for t in tokens[subject.i : i] if t.head == subject.i and t.dep == "acl" and t.tag == "VBN"), None)
    if told is not None and not any(t.text == "," for t in tokens[told.i : i + 1]):
        tokens[i] = replace(prep, head=told.i)


def _in_the_deed(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "lost an arm in shelling", "died in fighting": without an object the word is a noun, and whom it befell did not do it."""
    deed, prep = tokens[i], tokens[tokens[i].head]
    if deed.tag != "VBG" or deed.dep != "pcomp" or prep.lower not in ("in", "during", "amid") or prep.i != i - 1 or not event_lexicon().rules_for("n", deed.lower):
        return
    if any(t.head == i and t.i != i and t.dep not in ("prep", "punct", "npadvmod") for t in tokens[first:last]):
        return
    tokens[i] = replace(deed, tag="NN", pos="NOUN", lemma=deed.lower, dep="pobj")


def _day_of_what_is_called(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "called for nationwide protests on Saturday", "announced a march in Lagos for Saturday": the day behind what people are called to is when it shall be."""
    prep, verb = tokens[i], tokens[tokens[i].head]
    if prep.dep != "prep" or prep.lower not in ("on", "for") or verb.i >= i or verb.lemma not in CALLING_TO or i + 1 >= last or tokens[i + 1].ent != "DATE":
        return
    called = next((t for t in reversed(tokens[verb.i + 1 : i]) if t.lemma in GATHERINGS and t.pos == "NOUN" and t.dep in ("pobj", "dobj")), None)
    if called is None or not (called.head == verb.i or (tokens[called.head].head == verb.i and tokens[called.head].lower == "for")):
        return
    if any(t.head == called.i and (t.dep == "poss" or t.lower in ("the", "this", "that", "these")) for t in tokens[verb.i + 1 : called.i]):
        return
    inside = {called.i}
    for _ in range(_DEEP):
        inside |= {t.i for t in tokens[called.i + 1 : i] if t.head in inside}
    if all(t.i in inside for t in tokens[called.i : i]):
        tokens[i] = replace(prep, head=called.i)


def _deed_arranged(tokens: list[Token], first: int, i: int) -> None:
    """ "a deployment of troops | planned for Monday", "the execution of three men scheduled for May": what is planned is the deed, and nobody who takes part in it."""
    word, who = tokens[i], tokens[tokens[i].head]
    prep = tokens[who.head]
    deed = tokens[prep.head]
    if word.lower not in word_set("arranging_participles") or word.dep != "acl" or who.dep not in ("pobj", "conj") or not first <= deed.i < prep.i < who.i < i:
        return
    if who.dep == "pobj" and prep.dep == "prep" and prep.lower in ("of", "between", "by", "with", "on", "against") and deed.pos == "NOUN" and event_lexicon().rules_for("n", deed.lemma) and (_people(who) or not event_lexicon().rules_for("n", who.lemma)):
        tokens[i] = replace(word, head=deed.i)


def _people(noun: Token) -> bool:
    return any(noun.lemma in event_lexicon().classes[c] for c in ("human", "civilian", "official", "armed", "enforcer", "criminal", "prisoner", "protester", "folk"))


def _charged_with_deed(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "accused herders | of the killing | of a teacher": they are charged with the killing, and the teacher is who was killed; "accused members of the council of treason"."""
    of = tokens[i]
    verb, deed = tokens[of.head], tokens[i - 1]
    if of.lower != "of" or of.dep != "prep" or i - 2 <= first or verb.lemma not in word_set("verbs_of_charging_with") | {"clear"} or verb.i > i or deed.dep != "pobj":
        return
    before = tokens[deed.head]
    whom = next((t for t in tokens[i + 1 : last] if t.head == i and t.dep == "pobj"), None)
    hurtful = any(r.type in ("ASSAULT", "COERCE") for r in event_lexicon().rules_for("n", deed.lemma))
    if whom is None or before.lower != "of" or not hurtful or tokens[before.head].head != verb.i or event_lexicon().rules_for("n", whom.lemma):
        return
    tokens[before.i] = replace(before, head=verb.i)
    tokens[i] = replace(of, head=deed.i)
