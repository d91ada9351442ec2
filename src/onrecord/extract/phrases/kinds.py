"""events, first half: deeds that a sentence names as a kind of deed: what a law defines or punishes, whom a refuge is for, what somebody is warned of."""

from __future__ import annotations

from itertools import islice

from onrecord import syntax
from onrecord.extract.phrases.setphrases import of_another_sense
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import Candidate
from onrecord.model.parse import Parse, Token

_ANYBODY = frozenset({"anyone", "anybody", "whoever"})
_PEOPLE = word_set("people_under_a_law")
_PENALTIES = word_set("penalty_nouns")
_LAWS = word_set("legal_texts") | word_set("texts_of_law")
_CASES = frozenset({"when", "if", "where", "whenever", "unless"})
_PRESENT = frozenset({"VBZ", "VBP"})
_NAMED = frozenset({"GPE", "NORP", "ORG", "PERSON", "FAC", "LOC", "EVENT"})
_UNLAWFUL = frozenset({"crime", "offence", "offense", "felony", "illegal", "unlawful", "punishable"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_LONGEST = 14
_STEPS = 8


def of_a_kind(parse: Parse, candidate: Candidate) -> bool:
    """Whether the candidate is no deed of anybody, but one that may be done or is done by anybody: no event of the report."""
    head = candidate.head
    return (
        _under_penalty(parse, head)
        or _in_a_law(parse, candidate)
        or _case_of_a_rule(parse, candidate)
        or _served(parse, head)
        or _banned(parse, candidate)
        or _among_kinds(parse, candidate)
        or _condition(parse, candidate)
        or _to_be_kept(parse, candidate)
        or of_another_sense(parse, head)
        or _worked_on(parse, candidate)
        or (candidate.type == "ACCUSE" and not candidate.nominal and entrusted(parse, candidate.head))
    )


# Rules and laws ---------------------------------------------------------------------------------------------------------


def _banned(parse: Parse, candidate: Candidate) -> bool:
    """ "a law banning protests", "defied a ban on rallies": what may not be held; whether any was, is not told. "Banned the protest" is of one."""
    p = parse
    token, above = p[candidate.head], p.head(candidate.head)
    if candidate.type != "PROTEST" or not candidate.nominal or token.tag != "NNS" or above is None:
        return False
    if any(c.dep in ("det", "poss", "nummod", "relcl", "acl") for c in p.children(token.i)) or any(p[k].ent in ("DATE", "TIME") for k in p.subtree(token.i)):
        return False
    if token.dep in ("dobj", "nsubjpass"):
        return above.lemma in word_set("banning_words")
    # "revoked the ban | on protests": the preposition may hang on the verb.
    return token.dep == "pobj" and above.lower in ("on", "against", "of") and any(p[k].lemma in word_set("banning_words") for k in (above.head, above.i - 1))


def _under_penalty(parse: Parse, head: int) -> bool:
    """ "Those convicted of arson will face at least ten years", "anyone caught looting will be shot": a rule for whoever does it, with what it does to him."""
    p = parse
    sentence = p.sentences[p[head].sent]
    for token in p.tokens[sentence.first : min(head + 1, sentence.last)]:
        told = _whoever(p, token)
        # By the order of the words: the parser takes "found" for the sentence's verb.
        finite = next((t for t in p.tokens[told + 1 : sentence.last] if t.tag == "MD" or (t.tag in _PRESENT and t.pos in syntax.VERBAL)), None) if told else None
        verb = finite if finite is None or finite.dep not in ("aux", "auxpass") else p[finite.head]
        if told is None or finite is None or verb is None or not _punishes(p, verb):
            continue
        between = p.tokens[token.i + 1 : finite.i]
        if any(t.ent == "DATE" for t in between) or (token.lower not in _ANYBODY and any(_known(p, t) for t in between)):
            continue  # "anyone arrested on Monday", "those convicted of the raid"
        if token.i <= head <= verb.i or (p[head].lemma in _PENALTIES and any(a.i == verb.i for a in p.ancestors(head))):
            return True
    return False


def _punishes(parse: Parse, verb: Token) -> bool:
    """A verb in the present or with a modal that says what somebody gets for a deed."""
    p = parse
    aux = syntax.auxiliaries(p, verb.i)
    ahead = any(a.tag == "MD" for a in aux)
    if not ahead and verb.tag not in _PRESENT and not any(a.tag in _PRESENT for a in aux):
        return False
    if any(c.dep == "prep" and c.lower in ("on", "at") and any(o.ent in ("DATE", "TIME") for o in p.children(c.i)) for c in p.children(verb.i)):
        return False  # "will be hanged on Friday"
    if verb.lemma in word_set("verbs_of_getting_a_penalty"):
        below = syntax.dependents_within(p, verb.i, 3)
        return any(t.lemma in _PENALTIES for t in below)
    return verb.lemma in word_set("verbs_of_punishing") and any(a.dep == "auxpass" for a in aux)


def _whoever(parse: Parse, noun: Token) -> int | None:
    """The participle of "anyone caught", "those convicted of arson", "a person who is found guilty of treason"; None where the noun means people who are known."""
    p = parse
    anybody = noun.lower in _ANYBODY
    if not anybody and noun.lower != "those":
        if noun.pos != "NOUN" or noun.lemma not in _PEOPLE:
            return None
        some = not any(c.dep in ("nummod", "poss") or (c.dep == "det" and c.lower not in ("a", "an", "any")) for c in p.children(noun.i))
        if not some:
            return None
    after = [t for t in p.tokens[noun.i + 1 : noun.i + 5] if t.sent == noun.sent]
    told = next((t for t in after if t.lower not in ("who", "is", "are", "has", "have", "been")), None)
    if told is None or told.tag not in ("VBN", "VBD"):
        return None  # "whoever kills a judge" tells of a deed that may be done
    if anybody:
        return told.i
    rest = [t.lower for t in p.tokens[told.i + 1 : told.i + 3]]
    of = "of" in rest or "for" in rest  # "those convicted face ten years": the ones on trial
    return told.i if of and (told.lemma == "convict" or (told.lemma == "find" and rest[0] == "guilty")) else None


def _known(parse: Parse, token: Token) -> bool:
    """A word that points to one deed, one place or one party."""
    pointing = token.lower in _POINTING and token.dep == "det" and parse[token.head].lemma not in word_set("what_a_law_names")
    return pointing or token.tag == "PRP$" or token.ent in _NAMED


def _in_a_law(parse: Parse, candidate: Candidate) -> bool:
    """ "a decree that defines contract killing", "kidnapping is punishable by death", "a crime carrying a sentence of six years", "a law against lynching"."""
    p = parse
    token, above = p[candidate.head], p.head(candidate.head)
    if above is None:
        return False
    first = token
    while first.dep == "conj" and p[first.head].pos in ("NOUN", "PROPN"):
        first = p[first.head]
    above = p[first.head]
    if token.lemma in _PENALTIES and candidate.nominal and first.dep == "dobj" and above.lemma == "carry" and not any(c.dep == "prt" for c in p.children(above.i)):
        return True
    rule = {t.lemma: t for t in (above, *p.ancestors(above.i))}.get("make")
    if token.tag == "VB" and rule is not None and rule.tag != "VBD" and any(t.lemma in _UNLAWFUL for t in p.tokens[rule.i : token.i]):
        return True  # "the law makes it a crime to insult the king"
    if token.tag == "VBG" and above.lemma in ("punish", "ban", "forbid", "prohibit", "outlaw") and above.tag == "VBZ" and any(c.dep == "nsubj" and c.lemma.lower() in _LAWS for c in p.children(above.i)):
        return True  # "the law punishes insulting the king"
    deed = candidate.nominal or (token.tag == "VBG" and first.dep in ("pcomp", "dobj", "nsubj", "ccomp", "xcomp", "csubj", "pobj"))
    if not deed or not _bare(p, candidate.head):
        return False
    if first.dep in ("dobj", "ccomp", "xcomp") and above.lemma in word_set("verbs_of_defining_crimes"):
        return True
    if first.dep in ("nsubj", "nsubjpass", "csubj") and _is_a_crime(p, above):
        return True
    if above.dep != "prep" or first.dep not in ("pobj", "pcomp"):
        return False
    text = _governor(p, above)
    if above.lower in ("against", "on") and text.lemma in _LAWS and candidate.type in ("ASSAULT", "COERCE", "PROTEST"):
        return True
    if above.lower != "for" or text.lemma not in _PENALTIES:
        return False
    verb = p[syntax.clause_of(p, text.i)]
    return verb.lemma in word_set("verbs_of_setting_penalties") and not any(c.dep in ("nummod", "poss") for c in p.children(text.i))


def _is_a_crime(parse: Parse, verb: Token) -> bool:
    """ "is punishable by death", "is punished with a fine", "is a crime", "carries a sentence", told as a rule is: in the present."""
    p = parse
    aux = syntax.auxiliaries(p, verb.i)
    if not (verb.tag in _PRESENT or any(a.tag in _PRESENT for a in aux)) or any(a.tag == "VBN" for a in aux):
        return False
    below = [c for c in p.children(verb.i) if c.i > verb.i]
    if verb.lemma == "carry":
        return any(c.dep == "dobj" and c.lemma in _PENALTIES for c in below)
    if verb.lemma == "be":
        return any((c.dep == "acomp" and c.lemma in ("punishable", "illegal", "unlawful")) or (c.dep == "attr" and c.lemma in ("crime", "offence", "offense", "felony", "misdemeanour", "misdemeanor")) for c in below)
    return verb.lemma in ("punish", "outlaw", "criminalise", "criminalize") and verb.tag == "VBN"


def _bare(parse: Parse, head: int) -> bool:
    """ "kidnapping for ransom", "the killing of a policeman": nothing says that one deed is meant."""
    p = parse
    own = [c for c in p.children(head) if c.dep in ("det", "poss", "nummod")]
    below = [t for t in (p[i] for i in p.subtree(head)) if t.i != head]
    if any(t.ent in _NAMED or t.ent in ("DATE", "TIME") or t.tag == "PRP$" for t in below):
        return False
    some = any(c.dep == "prep" and c.lower == "of" and any(o.tag == "NNS" or any(d.lower in ("a", "an", "any") for d in p.children(o.i)) for o in p.children(c.i)) for c in p.children(head))
    return all(c.dep == "det" and (c.lower in ("a", "an", "any") or (c.lower == "the" and some)) for c in own) and not any(t.dep == "det" and t.lower in _POINTING and t not in own for t in below)


def _case_of_a_rule(parse: Parse, candidate: Candidate) -> bool:
    """ "may search homes when it is needed for an inquiry", "may tap phones if the person is being investigated": the cases in which a rule lets somebody act."""
    p = parse
    head = candidate.head
    if candidate.nominal:
        prep = p.head(head) if p[head].dep == "pobj" else None
        need = _governor(p, prep) if prep is not None and prep.lower in ("for", "to") else None
        if need is None or need.lemma not in word_set("words_of_need") or any(c.dep in ("det", "poss") for c in p.children(head)):
            return False
        clause = p[syntax.clause_of(p, need.i)]
        return any(c.dep in ("advmod", "mark") and c.lower in _CASES for c in p.children(clause.i)) and (clause.tag in _PRESENT)
    aux = syntax.auxiliaries(p, head)
    subject = next((c for c in p.children(head) if c.dep in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.lemma not in ("person", "suspect", "individual", "subject") or subject.tag != "NN" or not any(a.tag == "VBZ" for a in aux) or candidate.type not in ("ACCUSE", "COERCE", "SANCTION"):
        return False
    if any(c.dep not in ("det",) for c in p.children(subject.i)):
        return False
    before = p.tokens[p.sentences[p[head].sent].first : subject.i]
    allowing = any(t.lemma in word_set("permitting_words") for t in before)
    return allowing and any(t.lower in _CASES for t in before)


# Whom something is for ------------------------------------------------------------------------------------------------------


def _served(parse: Parse, head: int) -> bool:
    """ "a refuge for women who have been beaten", "a hotline for people fleeing abuse": whoever comes, and nobody of whom the report tells."""
    p = parse
    for at in (p[head], *islice(p.ancestors(head), _STEPS)):
        people = p[at.head] if at.dep in ("relcl", "acl") else next((c for c in p.children(at.i) if c.dep == "nsubj" and c.i < at.i), at) if at.dep == "pcomp" else at
        if people is at:
            continue
        prep = p.head(at.i) if at.dep == "pcomp" else p.head(syntax.first_conjunct(p, people.i))
        if prep is None or prep.dep != "prep" or prep.lower != "for" or _governor(p, prep).lemma not in word_set("services_for_people"):
            return False
        if people.tag != "NNS" or people.lemma not in _PEOPLE or any(c.dep in ("det", "poss", "nummod") for c in p.children(people.i)):
            return False
        inside = [p[i] for i in p.subtree(at.i)]
        past = any(t.tag == "VBD" for t in (at, *syntax.auxiliaries(p, at.i)))
        return not past and not any(_known(p, t) or t.ent == "DATE" for t in inside)
    return False


def _worked_on(parse: Parse, candidate: Candidate) -> bool:
    """ "a journalist who reported on land grabs", "a lawyer who investigated torture": the sort of deed that somebody works on, not one that the report tells. "who
    investigated the killing of a monk" tells one."""
    p = parse
    noun = p[candidate.head]
    if not candidate.nominal or noun.pos != "NOUN" or not (noun.tag == "NNS" or noun.lemma.lower() in word_set("deeds_in_general")):
        return False
    first = p[syntax.first_conjunct(p, noun.i)]
    verb = p.head(first.i)
    if verb is not None and verb.dep == "prep" and verb.lower in ("on", "about", "into", "against"):
        verb = p.head(verb.i)
    if verb is None or first.dep not in ("dobj", "pobj") or verb.dep != "relcl" or verb.lemma not in word_set("verbs_of_working_on_a_subject") or verb.i > first.i:
        return False
    who = next((c for c in p.children(verb.i) if c.dep == "nsubj"), None)
    if who is None or who.lower != "who" or any(p[k].ent in _NAMED or p[k].ent in ("DATE", "TIME") for k in p.subtree(noun.i)):
        return False
    return not any(c.dep in ("det", "poss", "nummod", "relcl", "acl", "prep") for c in p.children(noun.i))


def _governor(parse: Parse, prep: Token) -> Token:
    """The noun or adjective that a preposition belongs to, also where the parser hangs it on the verb: "passed a law against", "is needed for"."""
    above, before = parse[prep.head], parse[prep.i - 1]
    if above.pos in syntax.VERBAL:
        things = [c for c in parse.children(above.i) if c.dep in ("dobj", "nsubjpass", "acomp", "attr") and c.i < prep.i]
        return before if before in things else things[-1] if things else above
    return above


# Kinds and names ------------------------------------------------------------------------------------------------------------


def _row_start(parse: Parse, head: int) -> int:
    """The first token of the row of nouns, adjectives and participles that the token stands in: "extortion, theft and hired killings"."""
    p = parse
    first = p.sentences[p[head].sent].first
    at = head
    while at > first and head - at < _LONGEST:
        before = p[at - 1]
        participle = before.tag in ("VBN", "VBD", "VBG") and before.lower.endswith(("ed", "ing")) and before.lower != "including"
        if not (before.pos in ("NOUN", "PROPN", "ADJ") or participle or before.lower in (",", "and", "or", "-", '"', "“", "”")) or before.lower == "such":
            break
        at -= 1
    return at


def _among_kinds(parse: Parse, candidate: Candidate) -> bool:
    """ "to fight crimes such as extortion and contract killings", "must stop crimes including kidnapping": kinds of crime that something is meant to stop."""
    p = parse
    head = candidate.head
    if not candidate.nominal or any(c.dep in ("det", "poss", "nummod") for c in p.children(head)) or any(c.dep == "prep" for c in p.children(head)):
        return False
    start = _row_start(p, head)
    if start < 2 or p[start - 1].lower not in ("as", "like", "including") or (p[start - 1].lower == "as" and p[start - 2].lower != "such") or p[start - 1].sent != p[head].sent:
        return False
    practice = p[start - 2 - (p[start - 1].lower == "as")].lemma in word_set("nouns_of_practices")
    for above in islice(p.ancestors(start - 1), _STEPS):
        if above.pos in syntax.VERBAL:
            # "must give up practices like kidnapping"; who "committed crimes such as extortion" did them
            unreal = any(a.tag == "MD" or a.lower == "to" for a in syntax.auxiliaries(p, above.i))
            return (practice and unreal) or (above.lemma in word_set("attitudes_to_deeds") | word_set("verbs_against_crime") and above.tag not in ("VBD", "VBN"))
    return False


# States, figures of speech ----------------------------------------------------------------------------------------------------


def _condition(parse: Parse, candidate: Candidate) -> bool:
    """ "the maimed fighters", "feel threatened", "thieves on the rampage": what people are or feel, and no deed that is told."""
    p = parse
    token, above = p[candidate.head], p.head(candidate.head)
    if token.dep == "amod" and token.tag in ("VBN", "JJ") and token.lemma in word_set("lasting_harm"):
        return True
    if token.dep == "amod" and token.tag in ("VBN", "VBD", "JJ") and token.i and p[token.i - 1].tag in ("JJS", "RBS"):
        return True  # "the worst hit areas"
    if token.dep == "amod" and token.tag in ("VBN", "VBD", "JJ") and token.lemma in word_set("standing_rules") and not candidate.nominal and "/a:" not in candidate.rule:
        return True  # "prohibited goods": what a rule makes of them, whenever that was
    if candidate.nominal or above is None:
        return False
    own = any(c.dep in ("nsubj", "nsubjpass", "aux") for c in p.children(token.i))  # "felt that guards had threatened him"
    if token.tag in ("VBN", "JJ", "VBD") and not own and ((token.dep in ("acomp", "oprd", "xcomp", "ccomp", "advcl") and above.lemma == "feel") or any(c.dep == "auxpass" and c.lemma == "feel" for c in p.children(token.i))):
        return True
    if token.tag == "VBG" and token.lemma in word_set("verbs_without_objects"):
        prep = above if token.dep == "pcomp" else p.head(above.i) if token.dep == "amod" else None
        nouns = [c for c in p.children(token.i) if c.dep == "dobj" and c.i == token.i + 1] if token.dep == "pcomp" else [above]
        return prep is not None and prep.dep == "prep" and p[prep.head].lemma in ("warn", "beware", "wary", "warning") and bool(nouns) and not any(c.dep in ("det", "poss", "nummod") for n in nouns for c in p.children(n.i))
    return False


def _to_be_kept(parse: Parse, candidate: Candidate) -> bool:
    """ "are about to comply with agreements": there are such, and who will keep them makes none."""
    p = parse
    noun = p[candidate.head]
    above = p[noun.head]
    verb = p[above.head] if noun.dep == "pobj" else above
    return candidate.nominal and candidate.type in ("AGREE", "SUPPORT") and noun.tag in ("NNS", "NNPS") and verb.lemma in word_set("verbs_of_keeping_one_s_word") and noun.dep in ("pobj", "dobj")


def entrusted(parse: Parse, at: int) -> bool:
    """ "a task force charged with eradicating coca", "troops charged with carrying out patrols": whose duty it is; nobody accuses them."""
    p = parse
    verb = p[at]
    if verb.lemma != "charge" or verb.pos not in syntax.VERBAL or not syntax.is_passive(p, at) or syntax.agents(p, at):
        return False
    duty = next((g for c in p.children(verb.i) if c.dep == "prep" and c.lower == "with" for g in p.children(c.i) if g.dep == "pcomp" and g.tag == "VBG"), None)
    if duty is None:
        return False
    whose = [p[f.head] for f in syntax.logical_object(p, verb.i)]
    if whose and all(t.lemma in word_set("bodies_with_duties") for t in whose):
        return True
    return duty.lemma in word_set("verbs_of_duty") and any(c.dep == "dobj" and c.lemma in word_set("duty_nouns") for c in p.children(duty.i))
