"""events, second half, grouping: what speaks against a definite noun's taking up a deed that another word told before. A helper of merge.py, no stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from onrecord import numbers, syntax
from onrecord.extract.assembly.means import clash
from onrecord.extract.assembly.mergewords import amounts, named_person, told
from onrecord.extract.assembly.settle import Settled
from onrecord.lexicon.tables import word_set
from onrecord.model.actor import Entity
from onrecord.model.layers import Candidate
from onrecord.model.parse import Parse, Token

_ONE_OF_SOME = word_set("one_of_some")
_WARS = word_set("wars")
# Of what is only thought of, a bare "the attack" can speak on, "the bloody attack of May" not; what was planned or tried can be spoken of as a thing that one knows.
_UNREAL = frozenset({"negated", "hypothetical", "threatened", "proposed"})
_THEIR_DEEDS = frozenset({"murder", "assassination", "slaying", "massacre", "attack", "assault", "raid", "ambush", "bombing", "storming", "siege", "infiltration"})
_FAILED = frozenset({"failed", "negated"})
_WORDS = frozenset({"REQUEST", "REJECT", "ACCUSE", "THREATEN"})
# Acts whose noun names those who take part, or which are told first by those they befell.
_SHARED = frozenset({"ASSAULT", "CONSULT", "AGREE", "COOPERATE"})
_WOUNDING = word_set("verbs_of_wounding")
# Words of what befalls somebody once.
_ONCE = tuple(word_set(name) for name in ("words_of_one_arrest", "words_of_one_release", "words_of_one_abduction", "words_of_one_expulsion", "words_of_one_killing", "words_of_one_execution", "words_of_one_conviction"))
_CONVICTING = word_set("words_of_one_conviction")
DEATHS = word_set("words_of_one_killing") | word_set("nouns_of_one_killing")
_AGAIN = word_set("words_of_doing_again")
_TALKING, _MEETING, _SHOWN = word_set("verbs_of_talking_over"), word_set("verbs_of_meeting"), word_set("what_marchers_show")
_ACCORDS = frozenset({"deal", "agreement", "accord", "truce", "ceasefire", "pact", "treaty", "armistice"})
_CONTENT = frozenset({"of", "for", "by", "to", "against", "from"})
_JUST = 3  # sentences
_PLURALS = ("NNS", "NNPS")


def brings_in(parse: Parse, entities: Mapping[str, Entity], item: Settled, other: Settled) -> bool:
    """Whether the definite noun of `item`, of another word than `other` and sharing nothing with it, tells of a deed of its own."""
    token, label = parse[item.candidate.head], other.status.assertions[0].status
    if label in _UNREAL and item.status.assertions[0].status != label and any(c.dep != "det" for c in parse.children(token.i)):
        return True
    if label in _FAILED and item.status.assertions[0].status != label and (_own(item) - _own(other)):
        return True  # "foiled a plot to bomb the mill ... last week's clash at Dorn": what failed was not somewhere at some time
    if token.tag in _PLURALS and other.candidate.nominal and parse[other.candidate.head].tag not in _PLURALS and other.count is None:
        return True  # "the attacks" are not the one murder
    if item.candidate.type not in _SHARED and told(item.actors):
        return True
    if item.candidate.type in _WORDS and any(c.dep in ("prep", "acl", "ccomp") and (c.dep != "prep" or c.lower in _CONTENT) for c in parse.children(token.i)):
        return True  # "its rejection of the plan", "the request of the union": said here, whatever was asked before
    return _told_of(parse, token.i) or _first_heard(entities, item)


def fell_attacking(parse: Parse, item: Settled, other: Settled) -> bool:
    """ "All the attackers were shot dead. The front claimed the attack": the attack is what they did, not what befell them. Gunmen and militants can be attacked too, but not by
    those who claim it."""
    noun = parse[item.candidate.head]
    if not item.candidate.nominal or other.candidate.nominal or noun.lemma not in _THEIR_DEEDS or told(item.recipients):
        return False
    claimed = any(t.lemma in ("claim", "claimed") for t in (parse[noun.head], parse[parse[noun.head].head], parse[parse[parse[noun.head].head].head]))
    who = word_set("who_attack") | (word_set("who_attack_and_are_attacked") if claimed else frozenset())
    some = [(parse[a.head], syntax.prep_objects(parse, a.head, "of") if parse[a.head].pos in ("NUM", "DET", "PRON") else []) for a in other.candidate.recipients]
    heads = [parse[of[0]] if of else head for head, of in some]  # "killed one of the attackers"
    return bool(heads) and all(t.lemma in who for t in heads)


def _own(item: Settled) -> set[str]:
    """The times and places that the words around the mention give."""
    return {t.time for t in item.times if not t.inferred} | {p.place for p in item.places if not p.inferred}


def likely(item: Settled, other: Settled) -> bool:
    """A bare noun of something real sooner takes up what is told as real."""
    return other.status.assertions[0].status not in _UNREAL or item.status.assertions[0].status in _UNREAL


def another_thing(parse: Parse, item: Settled, other: Settled) -> bool:
    """A war is none of its deeds; and "the worst raid in years" is brought in by what it surpasses, unless it says so of one told before ("It was the worst")."""
    a, b = parse[item.candidate.head], parse[other.candidate.head]
    if a.lemma == b.lemma:
        return False
    if (a.lemma in _WARS) != (b.lemma in _WARS):
        return True
    surpassing = any(c.tag == "JJS" and c.lower not in ("latest", "last", "most", "least") for c in parse.children(a.i))
    return surpassing and a.dep not in ("attr", "appos", "oprd")


def one_of_those(parse: Parse, item: Settled, group: list[Settled]) -> bool:
    """ "Among those arrested was Ana Luz": one of those whom it befell just before, and no other victim; who is accused may be so of something else."""
    token = parse[item.candidate.head]
    just_told = any(abs(parse[o.candidate.head].sent - token.sent) <= _JUST for o in group)
    return just_told and item.candidate.type != "ACCUSE" and token.tag == "VBN" and token.dep == "acl" and parse[token.head].lower == "those" and not item.actors


def named_apart(parse: Parse, item: Settled, other: Settled) -> bool:
    """ "Among those implicated was Ana Luz", far from who was suspected of what: who it befell is named here, and of one of others nothing is said."""
    return parse[parse[item.candidate.head].head].lower == "those" and bool(told(item.recipients)) and not one_of_those(parse, item, [other])


def two_of_some(parse: Parse, entities: Mapping[str, Entity], item: Settled, other: Settled) -> bool:
    """ "accused of robbing a baker ... One baker said that men beat her": each word brings in one of several."""
    if item.title or other.title or parse[item.candidate.head].sent == parse[other.candidate.head].sent:
        return False
    sides = [(told(s.recipients), [parse[a.head] for a in s.candidate.recipients]) for s in (item, other)]
    if any(len(who) != 1 or len(heads) != 1 for who, heads in sides) or sides[0][0] == sides[1][0]:
        return False
    return all(
        entities[next(iter(who))].name.split()[0].casefold() in _ONE_OF_SOME
        or (heads[0].tag == "NN" and any(c.dep in ("det", "nummod") and c.lower in _ONE_OF_SOME for c in parse.children(heads[0].i)))
        for who, heads in sides
    )


def numbered_apart(parse: Parse, item: Settled, other: Settled) -> bool:
    """ "Six bombs exploded ... On Sunday nine bombs exploded ... Another bomb exploded": things of one kind that the two verbs have, in two numbers. A headline may round; one
    sentence may count the dead and the wounded of one deed."""
    if item.title or other.title or parse[item.candidate.head].sent == parse[other.candidate.head].sent:
        return False
    mine, theirs = (_numbered(parse, s.candidate.head) for s in (item, other))
    return any(theirs.get(thing, n) != n for thing, n in mine.items())


def sized_apart(parse: Parse, item: Settled, other: Settled) -> bool:
    """ "Two of its soldiers were killed ... the group killed 16 soldiers": some of somebody's own, told by their number, and far more or fewer elsewhere."""
    a, b = parse[item.candidate.head], parse[other.candidate.head]
    if item.title or other.title or a.sent == b.sent or (a.lemma in _WOUNDING) != (b.lemma in _WOUNDING):
        return False  # "killed six ... The blast also wounded 20": two kinds of victims of one deed
    sizes = [_some_of(parse, s) for s in (item, other)]
    if not any(part for _, part in sizes) or any(n is None for n, _ in sizes):
        return False
    small, large = sorted(n for n, _ in sizes if n is not None)
    return large > 2 * max(1, small)


_ROUND = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}


def _some_of(parse: Parse, item: Settled) -> tuple[int | None, bool]:
    """How many the words say it befell, and whether these are some of more ("two of its soldiers")."""
    for argument in item.candidate.recipients:
        token = parse[argument.head]
        above = parse.head(parse[argument.head].head) if token.dep == "pobj" and parse[token.head].lower == "of" else None
        counted = token if token.pos == "NUM" else above if above is not None and above.pos == "NUM" else None
        if counted is not None:
            return numbers.value([counted.lower]), True
        if token.tag == "NNS" and token.lemma in _ROUND and any(c.lower == "of" for c in parse.children(token.i)):
            return 2 * _ROUND[token.lemma], True  # "has killed thousands of civilians": more than those of one day
        told_by = next((c for c in parse.children(token.i) if c.dep == "nummod"), None)
        if told_by is not None:
            return numbers.value([told_by.lower]), False
    return None, False


def _numbered(parse: Parse, verb: int) -> dict[str, int]:
    """The numbers of the things that a verb has as subject or object; another one counts as 1."""
    found: dict[str, int] = {}
    for noun in parse.children(verb):
        if noun.dep in ("nsubj", "nsubjpass", "dobj") and noun.tag in ("NN", "NNS") and parse[verb].pos in syntax.VERBAL:
            sizes = [1 if c.lower == "another" else numbers.value([c.lower]) for c in parse.children(noun.i) if c.dep == "nummod" or c.lower == "another"]
            if len(sizes) == 1 and sizes[0] is not None:
                found[noun.lemma] = sizes[0]
    return found


def counted_alike(parse: Parse, entities: Mapping[str, Entity], item: Settled, other: Settled) -> bool:
    """ "Eleven killed in Lom" in a headline, "11 people were killed" below it; "Gunmen abduct four aid workers", "kidnapped four employees of a charity"; "38 villagers killed", "killing 38 people"."""
    for title, body in ((item, other), (other, item)):
        if not title.title:
            continue
        sizes = {numbers.value([parse[a.head].lower]) for a in title.candidate.recipients} - {None}
        if set(title.candidate.modes) & set(body.candidate.modes) or parse[title.candidate.head].lemma == parse[body.candidate.head].lemma:
            sizes |= {n for e in told(title.recipients) for n in amounts(entities[e].name)}
        if sizes & {n for e in told(body.recipients) for n in amounts(entities[e].name)}:
            return True
    return False


def other_amount(item: Settled, other: Settled) -> bool:
    """ "seized more than 100 kilos of tea", "170 kilos of tea seized in May": one thing in two amounts."""
    sizes = [{o.text.casefold().split(" of ")[-1]: amounts(o.text) for o in s.objects} for s in (item, other)]
    return any(mine and theirs and mine.isdisjoint(theirs) for thing, mine in sizes[0].items() if (theirs := sizes[1].get(thing)))


def another_kind(parse: Parse, item: Settled, other: Settled) -> bool:
    """ "Rebels burned a school. They also burned a mill": a thing that is brought in is no body that the same verb of another sentence has."""
    p = parse
    a, b = p[item.candidate.head], p[other.candidate.head]
    if item.title or other.title or a.sent == b.sent or a.lemma != b.lemma or item.candidate.nominal or other.candidate.nominal or told(item.recipients) or not told(other.recipients) or other.objects:
        return False
    return bool(item.objects) and all(o.text.casefold().startswith(("a ", "an ", "another ")) for o in item.objects)


def _told_of(parse: Parse, noun: int) -> bool:
    """ "the havoc caused by a bomb", "the murder of a grocer": who did it or whom it befell comes new with the noun."""
    for c in parse.children(noun):
        by = [g for g in parse.children(c.i) if g.dep == "agent"] if c.dep == "acl" else [c] if c.dep == "prep" and c.lower in ("of", "by") else []
        for prep in by:
            for o in parse.children(prep.i):
                if o.dep == "pobj" and o.tag == "NN" and any(d.dep == "det" and d.lower in ("a", "an", "another") for d in parse.children(o.i)):
                    return True
    return False


def _first_heard(entities: Mapping[str, Entity], item: Settled) -> bool:
    """ "the killing of Bor Haddi", of whom the report has not spoken before."""
    here = min(s.start for s in item.trigger)
    for e in told(item.recipients):
        entity = entities[e]
        first = min((s.start for m in entity.mentions for s in m.spans), default=here)
        if entity.kind == "person" and any(m.kind == "name" for m in entity.mentions) and first > here:
            return True
    return False


def entries_apart(parse: Parse, item: Settled, other: Settled) -> bool:
    """Whether verbs tell them below two days of a timeline: "January 8: Rebels shell the mill", "January 15: The army shells it"."""
    if item.candidate.nominal or other.candidate.nominal:
        return False
    mine, theirs = (parse.headed(parse[s.candidate.head].sent, "day") for s in (item, other))
    return mine is not None and theirs is not None and mine is not theirs


def known_by_deed(parse: Parse, entities: Mapping[str, Entity], item: Settled, other: Settled) -> bool:
    """ "Gunmen kidnapped six villagers. The kidnapped villagers were taken away", "seized a truck of rifles ... The confiscated rifles": by the participle before its noun, whom or
    what it befell is known from the deed told before."""
    token = parse[item.candidate.head]
    noun = parse[token.head]
    if item.candidate.nominal or token.dep != "amod" or token.tag not in ("VBN", "VBD", "JJ") or noun.i <= token.i or item.title or item.candidate.type != other.candidate.type or other.candidate.head > token.i:
        return False
    pointed = any(c.dep in ("det", "poss") and c.lower not in ("a", "an", "some", "any", "no") for c in parse.children(noun.i)) or (noun.tag == "NNS" and noun.dep == "nsubj" and not any(c.dep in ("nummod", "det") for c in parse.children(noun.i)))
    if not pointed or any(c.dep == "nummod" for c in parse.children(noun.i)) or _own(item) or clash(set(item.candidate.modes), set(other.candidate.modes)):
        return False
    before = {w.casefold().rstrip("s") for o in other.objects for w in o.text.split()} | {w.casefold().rstrip("s") for e in told(other.recipients) for w in entities[e].name.split()}
    named = any(m.kind == "name" for e in told(item.recipients) for m in entities[e].mentions)
    return not named and (noun.lemma.lower().rstrip("s") in before or (bool(before) and noun.lemma.lower() in word_set("nouns_for_anything_seized") and bool(other.objects)))


def as_retold(parse: Parse, entities: Mapping[str, Entity], item: Settled, members: list[Settled]) -> Settled:
    """The item as it joins what was told: "the first murder of an official", "the kidnapped villagers" bring in no other victims and no other things."""
    again = any((one_by_copula(parse, item.candidate, m.candidate) and m.recipients) or known_by_deed(parse, entities, item, m) for m in members)
    return replace(item, recipients=(), objects=()) if again else item


def one_by_copula(parse: Parse, one: Candidate, other: Candidate) -> bool:
    """ "The killing of the mayor is the first murder of an official": by "is", the one noun says what the other's deed is."""
    if not one.nominal or not other.nominal or one.type != other.type:
        return False
    for said, subject in ((one, other), (other, one)):
        noun = parse[said.head]
        ranked = any(c.tag == "JJS" or c.ent == "ORDINAL" or c.lower in ("first", "latest", "last") or any(g.tag == "RBS" for g in parse.children(c.i)) for c in parse.children(noun.i))
        if noun.dep == "attr" and ranked and parse[noun.head].lemma == "be" and parse[subject.head].dep == "nsubj" and parse[subject.head].head == noun.head:
            return True
    return False


def coordinated(parse: Parse, item: Settled, other: Settled) -> bool:
    """ "his visits to three states and a meeting with the khan": two nouns joined by "and" are two deeds."""
    a, b = item.candidate, other.candidate
    joined = parse[a.head].head == b.head or parse[b.head].head == a.head
    return a.nominal and b.nominal and joined and "conj" in (parse[a.head].dep, parse[b.head].dep)


def befell_once(parse: Parse, entities: Mapping[str, Entity], item: Settled, other: Settled, near: bool) -> bool:
    """ "Police arrested Ana Luz on Tuesday. She was detained at her home": what befalls somebody once is one deed by whichever of its words it is told, where nothing says that
    it was done again or had been done before; of people without a name only where the two are `near`."""
    a, b = parse[item.candidate.head], parse[other.candidate.head]
    nominal = item.candidate.nominal or other.candidate.nominal
    if a.lemma == b.lemma or not any({a.lemma, b.lemma} <= words for words in ((DEATHS,) if nominal else _ONCE)):
        return False
    repeated = any(c.lower in _AGAIN or c.lower in ("before", "times", "previously", "earlier") or (c.dep == "aux" and c.lemma == "have" and c.tag == "VBD" and not _reported(parse, t)) for t in (a, b) for c in parse.children(t.i))
    whom, theirs = told(item.recipients), told(other.recipients)
    named = {e for e in whom & theirs if named_person(entities[e])}
    if nominal or a.sent == b.sent:
        return bool(named) and named == whom == theirs  # "the murder of Ana Luz, who was gunned down two days earlier": she died once
    sentenced = {a.lemma, b.lemma} <= _CONVICTING and any(not t.inferred for t in item.times)  # "was convicted in May ... He was sentenced in December"
    return bool((whom and whom == theirs) if near else (named and named in (whom, theirs))) and not repeated and not sentenced


def _reported(parse: Parse, verb: Token) -> bool:
    """Whether a "had" is only that of what was said: "said officers had taken him away"."""
    return verb.dep == "ccomp" and parse[verb.head].tag == "VBD" and parse[verb.head].lemma in word_set("verbs_of_saying")


def of_one_meeting(parse: Parse, item: Settled, other: Settled) -> bool:
    """ "The ministers met in Cairo. They discussed the dam": what those who met talked of there, told by the same people right behind, is no second meeting."""
    a, b = parse[item.candidate.head], parse[other.candidate.head]
    if item.candidate.type != "CONSULT" or other.candidate.type != "CONSULT" or a.lemma not in _TALKING or item.candidate.nominal or not 0 < a.sent - b.sent <= 1:
        return False
    who, met = told(item.actors), told(other.actors)
    met_or_held = b.lemma in _MEETING or any(parse[t].lemma in ("talk", "talks", "meeting") for t in other.candidate.trigger)
    return met_or_held and bool(who) and who == met and not _own(item)


def of_one_march(parse: Parse, item: Settled, other: Settled) -> bool:
    """ "Hundreds marched in Lima. They shouted slogans": what those who march shout and carry, told right behind, is their march."""
    a, b = parse[item.candidate.head], parse[other.candidate.head]
    if item.candidate.type != "PROTEST" or other.candidate.type != "PROTEST" or set(item.candidate.modes) != set(other.candidate.modes) or not 0 <= a.sent - b.sent <= 2:
        return False
    shown = any(parse[t].lemma in _SHOWN for t in item.candidate.trigger)
    who, marched = told(item.actors), told(other.actors)
    pointing = any(parse[h.head].tag == "NNS" and any(c.lower in ("the", "these") for c in parse.children(h.head)) for h in item.candidate.actors)
    return shown and not _own(item) and (who == marched if who and marched else pointing or any(parse[h.head].lower == "they" for h in item.candidate.actors))


def signed_accord(parse: Parse, item: Settled, other: Settled) -> bool:
    """ "The two sides agreed to a truce. The deal was signed in Geneva": the definite accord, by whom it was signed is not told, is the one agreed on before."""
    verb, before = parse[item.candidate.head], other.candidate
    if item.candidate.type != "SUPPORT" or item.candidate.nominal or verb.lemma != "sign" or told(item.actors) or before.type not in ("AGREE", "RETREAT") or before.head > verb.i:
        return False
    accord = syntax.child_of(parse, verb.i, "nsubjpass")
    known = accord is not None and accord.lemma in _ACCORDS and any(c.lower in ("the", "this") for c in parse.children(accord.i))
    agreed = any(parse[t].lemma in _ACCORDS | {"agree"} for t in before.trigger)
    return known and agreed and other.status.assertions[0].status in ("occurred", "ongoing")


def of_a_kind(parse: Parse, item: Settled, other: Settled) -> bool:
    """ "Such acts solve nothing, and attacks only confuse people": a bare plural speaks of a kind of deed, not of the one attack told before."""
    noun = parse[item.candidate.head]
    if noun.tag not in ("NNS", "NNPS") or item.title or other.title or parse[other.candidate.head].tag in ("NNS", "NNPS"):
        return False
    return not any(c.dep in ("det", "poss", "nummod") for c in parse.children(noun.i))


def by_its_doer(parse: Parse, entities: Mapping[str, Entity], item: Settled, other: Settled) -> bool:
    """ "A man was shot by an officer. The officer who opened fire was suspended": a clause that tells which officer is meant tells of the deed told before."""
    verb = parse[item.candidate.head]
    noun = parse[verb.head]
    if item.candidate.nominal or verb.dep != "relcl" or item.candidate.type != "ASSAULT" or other.candidate.type != "ASSAULT" or other.candidate.head > verb.i or item.title or other.title or other.status.background:
        return False
    who = any(c.lower in ("who", "that") and c.dep == "nsubj" and parse[c.i - 1].text != "," for c in parse.children(verb.i))
    known = noun.pos == "NOUN" and noun.dep in ("nsubj", "nsubjpass", "dobj", "pobj") and any(c.lower == "the" for c in parse.children(noun.i))
    if not who or not known or verb.sent == parse[other.candidate.head].sent or _own(item) or other.status.assertions[0].status not in ("occurred", "ongoing") or clash(set(item.candidate.modes), set(other.candidate.modes)):
        return False
    whom, theirs = told(item.recipients), told(other.recipients)
    mine, doers = told(item.actors), told(other.actors)
    alike = not doers or bool(mine & doers) or any(set(entities[a].sectors) & set(entities[b].sectors) & {"COP", "MIL"} for a in mine for b in doers) or any(entities[a].name.split()[-1].casefold() == entities[b].name.split()[-1].casefold() for a in mine for b in doers)
    return alike and not (whom - theirs) and (bool(doers) or bool(theirs))


def anew(parse: Parse, item: Settled) -> bool:
    """ "In a second attack, six were killed", "has been arrested three times": by its own words another deed than the one told before, or several."""
    token, below = parse[item.candidate.head], parse.children(item.candidate.head)
    if item.candidate.nominal:
        return any(c.lower in ("a", "another") and c.dep == "det" for c in below) and any(c.lower in ("second", "third", "another", "separate", "further") for c in below)
    had = any(c.dep == "aux" and c.lower == "had" for c in below) and any(c.lower in ("before", "previously", "earlier", "already", "twice") for c in below)  # "had been detained before the vote"
    return had or (token.tag == "VBN" and any(c.lower == "times" and c.dep == "npadvmod" for c in below))
