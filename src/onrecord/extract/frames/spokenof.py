"""events, first half: deeds that the words speak of and do not tell: what a treaty covers, pickets who are people, a burned car in which somebody is found, a war that
nobody wants, an inquiry that is quoted. A part of `general`, no stage."""

from __future__ import annotations

from itertools import islice

from onrecord import syntax
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import Candidate
from onrecord.model.parse import Parse, Token

_TEXTS = word_set("legal_texts") | word_set("texts_of_law") | word_set("texts_that_cover_cases")
_COVERING = word_set("verbs_of_covering_cases")
_ON_PEOPLE = word_set("done_to_people") | word_set("deeds_always_done_to") | word_set("verbs_of_harm_in_lists")
_FORCE = frozenset({"ASSAULT", "COERCE"})
_FOUND = word_set("verbs_of_finding_somebody")
_BESIDE = frozenset({"in", "inside", "near", "beside", "under", "from", "behind"})
_DENYING = word_set("denying_verbs") | word_set("plain_denials") | {"contest", "challenge"}
_NAMING = word_set("verbs_of_branding") | {"term", "deem", "consider", "declare", "find"}
_ASKING, _PROVEN = frozenset({"question", "interview", "poll", "survey"}), frozenset({"true", "correct", "proven", "proved", "confirmed", "accurate", "substantiated", "right", "founded"})
_SHARES = frozenset({"percent", "percentage", "proportion", "share", "majority", "minority"})
_WANTING = frozenset({"want", "seek", "desire"})


def only_spoken_of(parse: Parse, candidate: Candidate) -> bool:
    """Whether the words of the candidate name a case, people or a state of things, and no deed."""
    if _sources_asked(parse, candidate) or _if_so(parse, candidate) or _one_in_many(parse, candidate) or _by_force(parse, candidate) or _or_so_called(parse, candidate):
        return True
    return _covered(parse, candidate) or _on_the_line(parse, candidate) or _found_in(parse, candidate) or _unwanted(parse, candidate) or _quoted_from(parse, candidate) or _denied_aside(parse, candidate) or _act_called_so(parse, candidate) or _pictured(parse, candidate)


def _quoted_from(parse: Parse, candidate: Candidate) -> bool:
    """ "according to the league's investigation": what is quoted from, and no news of an inquiry."""
    noun = parse[candidate.head]
    prep = parse[noun.head]
    return candidate.nominal and candidate.type == "ACCUSE" and "investigate" in candidate.modes and noun.dep == "pobj" and prep.lower == "to" and parse[prep.head].lower == "according"


def _denied_aside(parse: Parse, candidate: Candidate) -> bool:
    """ "accused the army of shooting at them, an allegation it rejected": the word for what was just told, and no second charge."""
    noun = parse[candidate.head]
    return candidate.nominal and candidate.type == "ACCUSE" and len(candidate.trigger) == 1 and noun.dep == "npadvmod" and any(c.dep == "relcl" and c.lemma in _DENYING for c in parse.children(noun.i))


def _pictured(parse: Parse, candidate: Candidate) -> bool:
    """ "published a photograph of a burnt-out truck": what state a thing in a picture is in, and no deed that is told."""
    token = parse[candidate.head]
    thing = parse[token.head]
    prep = parse[thing.head]
    if candidate.nominal or token.dep != "amod" or thing.dep != "pobj" or prep.lower != "of":
        return False
    return parse[prep.head].lemma.lower() in word_set("films_and_photographs")


def _act_called_so(parse: Parse, candidate: Candidate) -> bool:
    """ "The seizure was an act of war", "termed the shelling an act of aggression": what a deed, or one that may come, is said to be; "committed an act of terrorism"
    tells of one."""
    act = next((t for t in (parse[candidate.head], *islice(parse.ancestors(candidate.head), 2)) if t.lemma == "act" and t.pos == "NOUN"), None)
    if act is None or not candidate.nominal or candidate.type != "ASSAULT" or not any(c.lower == "of" for c in parse.children(act.i)):
        return False
    above = parse[act.head]
    if act.dep in ("attr", "oprd", "appos") or (act.dep == "dobj" and above.lemma in _NAMING):
        return True
    return act.dep == "pobj" and above.lower == "as"


def _open_noun(parse: Parse, noun: Token) -> bool:
    """ "attacks on vessels", "an armed attack", "any attack": no one deed, told by no article, owner, number, day or clause."""
    below = parse.children(noun.i)
    if any(c.dep in ("poss", "nummod", "relcl", "acl") or (c.dep == "det" and c.lower not in ("a", "an", "any", "all", "every")) for c in below):
        return False
    return not any(parse[k].ent in ("DATE", "TIME") for k in parse.subtree(noun.i))


def _covered(parse: Parse, candidate: Candidate) -> bool:
    """ "The treaty extends to attacks on vessels", "the mandate covers killings of civilians": which cases a text is for, whether there ever is one."""
    noun = parse[candidate.head]
    if not candidate.nominal or candidate.type not in _FORCE or not _open_noun(parse, noun):
        return False
    above = parse.head(syntax.first_conjunct(parse, noun.i))
    verb = parse.head(above.i) if above is not None and above.dep == "prep" else above
    if verb is None or verb.lemma not in _COVERING or verb.tag not in ("VBZ", "VBP", "VB", "VBG", "VBD"):
        return False
    return any(parse[f.head].lemma.lower() in _TEXTS for f in syntax.surface_subject(parse, verb.i))


def _on_the_line(parse: Parse, candidate: Candidate) -> bool:
    """ "Three pickets were injured", "police beat two pickets": who stands on a picket line."""
    noun = parse[candidate.head]
    if candidate.type != "PROTEST" or len(candidate.trigger) > 1 or noun.lemma.lower() != "picket" or not candidate.nominal:
        return False
    first = parse[syntax.first_conjunct(parse, noun.i)]
    return first.dep in ("dobj", "nsubjpass") and parse[first.head].lemma in _ON_PEOPLE


def _found_in(parse: Parse, candidate: Candidate) -> bool:
    """ "was found dead in a burned car", "bodies found near a bombed house": what the place looks like; the news is who was found there."""
    token = parse[candidate.head]
    place = parse[token.head]
    if candidate.nominal or candidate.type not in ("ASSAULT", "PROTEST") or token.dep != "amod" or token.tag != "VBN" or place.dep != "pobj" or place.tag != "NN":
        return False
    prep = parse[place.head]
    return prep.lower in _BESIDE and any(a.lemma in _FOUND for a in islice(parse.ancestors(prep.i), 2))


def _unwanted(parse: Parse, candidate: Candidate) -> bool:
    """ "Neither side wants a war", "denied that it wanted war": a wish that nobody has; no deed is denied."""
    noun = parse[candidate.head]
    verb = parse[noun.head]
    if not candidate.nominal or candidate.type != "ASSAULT" or noun.dep != "dobj" or verb.lemma not in _WANTING or not _open_noun(parse, noun):
        return False
    subject = [parse[f.head] for f in syntax.surface_subject(parse, verb.i)]
    nobody = any(t.lower in ("no", "neither", "nobody", "none") for s in subject for t in (s, *parse.children(s.i)))
    denied = any(a.lemma == "deny" for a in islice(parse.ancestors(verb.i), 2))
    return nobody or denied or any(c.dep == "neg" for t in (verb, *syntax.auxiliaries(parse, verb.i)) for c in parse.children(t.i))


def _sources_asked(parse: Parse, candidate: Candidate) -> bool:
    """ "Diplomats who were questioned said", "analysts polled by the paper say": by reporters; nobody looks into them."""
    token = parse[candidate.head]
    noun = parse[token.head]
    if candidate.nominal or candidate.type != "ACCUSE" or token.lemma not in _ASKING or token.tag != "VBN" or token.dep not in ("relcl", "acl") or noun.lemma.lower() not in word_set("who_are_asked_by_reporters"):
        return False
    return noun.dep == "nsubj" and parse[noun.head].lemma in word_set("verbs_of_saying")


def _if_so(parse: Parse, candidate: Candidate) -> bool:
    """ "If these allegations are true": they were made, and told before; only what they say is open."""
    noun = parse[candidate.head]
    verb = parse[noun.head]
    if not candidate.nominal or candidate.type != "ACCUSE" or noun.dep != "nsubj" or not any(c.dep == "det" and c.lower in ("the", "these", "this", "those") for c in parse.children(noun.i)):
        return False
    below = parse.children(verb.i)
    proven = verb.lower in _PROVEN or any(c.dep in ("acomp", "attr") and c.lower in _PROVEN for c in below)
    return proven and any(c.dep == "mark" and c.lower in ("if", "whether", "unless") for c in below)


def _one_in_many(parse: Parse, candidate: Candidate) -> bool:
    """ "Only 40 percent of those detained end up in court": a rate, and no arrest."""
    token = parse[candidate.head]
    if candidate.nominal or token.tag != "VBN":
        return False
    subject = next((c for c in parse.children(token.i) if c.dep == "nsubjpass"), None)
    if subject is not None and (subject.ent == "PERCENT" or subject.lemma.lower() in _SHARES):
        return any(a.tag in ("VBZ", "VBP") and a.lemma == "be" for a in syntax.auxiliaries(parse, token.i))  # "Less than five percent of cases are prosecuted"
    if candidate.type not in _FORCE or token.dep not in ("acl", "amod"):
        return False
    group = parse[token.head] if parse[token.head].dep == "pobj" else parse[parse[token.head].head]
    of = parse[group.head]
    share = parse[of.head]
    return group.dep == "pobj" and of.lower == "of" and (share.ent == "PERCENT" or share.lemma.lower() in _SHARES) and not any(parse[k].ent == "DATE" for k in parse.subtree(share.i))


def _by_force(parse: Parse, candidate: Candidate) -> bool:
    """ "Rebels launched an offensive to protest price rises", "gunmen hijacked a bus to protest his arrest": what moves those who bear arms; no march."""
    token = parse[candidate.head]
    verb = parse[token.head]
    if candidate.nominal or candidate.type != "PROTEST" or token.lemma != "protest" or token.tag != "VB" or token.dep not in ("advcl", "xcomp"):
        return False
    below = parse.children(verb.i)
    violent = _harms(verb) or any(c.dep in ("dobj", "nsubjpass") and _harms(c) for c in below)
    doers = [parse[f.head] for f in syntax.logical_subject(parse, verb.i)] + [c for c in below if c.dep == "nsubjpass"]
    return violent and any(t.lemma.lower() in event_lexicon().classes["armed"] | event_lexicon().classes["criminal"] or (t.dep == "nsubjpass" and _harms(t)) for t in doers)


def _harms(token: Token) -> bool:
    """Whether a verb or a noun can be a deed of violence."""
    return any(r.type == "ASSAULT" for r in event_lexicon().rules_for("v" if token.pos == "VERB" else "n", token.lemma.lower()))


def _or_so_called(parse: Parse, candidate: Candidate) -> bool:
    """ "lost 31 men in raids or combat": two words for what it was, told as one."""
    noun = parse[candidate.head]
    first = parse[noun.head]
    if not candidate.nominal or noun.dep != "conj" or any(c.dep != "conj" for c in parse.children(noun.i)) or not any(c.dep == "cc" and c.lower == "or" for c in parse.children(first.i)):
        return False
    return any(r.type == candidate.type for r in event_lexicon().rules_for("n", first.lemma.lower())) and not any(c.dep == "det" for c in parse.children(first.i))
