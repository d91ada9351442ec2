"""status: acts that the sentence takes as there, whatever it says of what hangs on them, and acts that it only speaks of in general."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from onrecord import syntax
from onrecord.extract.phrases.scope import Operator
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.status import StatusLexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import AGAINST
from onrecord.model.layers import AttributionExtent, Candidate
from onrecord.model.parse import Parse, Sentence, Token
from onrecord.model.status import Axes

_UNREAL = frozenset({"proposal", "intention", "obligation", "wish", "purpose", "condition", "possible", "forecast", "refusal", "future"})
_HUNG = frozenset({"condition", "possible", "fear", "forecast", "future"})
_COURSE = frozenset({"begin", "continue", "end"})
_POINTING = frozenset({"this", "these", "those", "that"})
_MEASURES = word_set("standing_measures")
_STANCE = word_set("verbs_of_stance") | {"see", "consider", "think"}
_ENDING = word_set("verbs_of_ending_what_is")
_RANKS = word_set("first_and_last") | {"last"}
_SPANS = frozenset({"year", "decade", "century"})
_HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE"})
_COURTS = word_set("courts_that_hear")
_TALKED_OVER = word_set("parley_nouns") | {"discuss", "meeting", "summit"}
_ANSWERED_BEFORE_LAW = word_set("verbs_of_charging") | word_set("verbs_of_charging_with") | word_set("verbs_of_verdicts_and_penalties")
_UNDER_CHARGE = word_set("accused_participles") | {"want", "charge", "seek"}
_CHARGES = frozenset({"charge", "count", "suspicion", "accusation", "allegation"})
_UNHEEDED = word_set("verbs_of_not_heeding")
_ASKED = word_set("what_is_asked_or_threatened")
_WEIGHING = word_set("verbs_of_weighing")
_STOPPING = frozenset({"stop", "cease", "quit", "halt", "end"})
_STEPS = 6
_STANDFIRST = 2  # lines below the title
_GOING_ON = word_set("verbs_of_going_on") | {"extend", "prolong"}
_CHARGES = frozenset({"charge", "count"})
_CONCERN = word_set("words_of_concern")
_RULED = frozenset({"arrest", "detention", "conviction", "sentence", "verdict", "acquittal", "imprisonment", "expulsion", "suspension", "dismissal", "indictment"})
_UNDOING_ACCORDS = word_set("verbs_of_undoing_an_accord")


def presumed(parse: Parse, head: int, operators: Sequence[Operator]) -> bool:
    """Whether the operators over the act at `head`, innermost first, bear on something else than its being there.

    "Proposed a halt to the shelling": it is being shelled. "Should these raids spread", "helped it avoid the sanctions", "the surrender is not seen as a
    surprise": there are raids and sanctions, and there was a surrender.
    """
    if not operators:
        return False
    first, rest = operators[0], operators[1:]
    word = parse[first.cue[0]]
    if _to_be_kept(parse, head):
        return True
    if first.signature == "fear" and word.lemma in _CONCERN and any(c.lower in ("the", "these", "this") for c in parse.children(head)) and not any(c.tag == "MD" for c in parse.sentence_tokens(parse[head].sent)):
        return True  # "expressed concern about the arrests": there were some
    if parse[head].pos not in ("NOUN", "PROPN"):
        # "told the army to stop shelling", "agreed to cease firing": what is to stop is going on.
        ended = first.signature == "end" or (first.signature == "continue" and first.rule.endswith(":negated") and word.lemma in _STOPPING)
        hostile = any(r.type in _HOSTILE for r in event_lexicon().rules_for("v", parse[head].lemma))
        return parse[head].tag == "VBG" and hostile and ended and word.pos == "VERB" and any(o.signature in _UNREAL or o.signature in ("threat", "denial", "doubt") for o in rest)
    several = parse[head].tag in ("NNS", "NNPS") or word.lemma in _ENDING  # "to end a war"; "to stop a riot" may be before there is one
    if first.signature == "end" and rest and any(o.signature in _UNREAL for o in rest) and (word.pos == "NOUN" or several):
        return True
    if word.lemma in _UNHEEDED and parse[head].lemma in _ASKED and parse[head].dep in ("dobj", "nsubjpass"):
        return True  # "their call for a strike was ignored": it was made
    if answered_deed(parse, head):
        return True  # "vowed to retaliate for the strike"
    if first.signature == "proposal" and word.lemma in _WEIGHING and parse[head].dep == "dobj" and parse[head].lemma in event_lexicon().classes["attack_noun"] and any(c.dep == "poss" or (c.dep == "det" and c.lower in ("the", *_POINTING)) for c in parse.children(head)):
        return True  # "will debate the shelling"
    talked_over = parse[head].dep == "dobj" or (word.pos == "NOUN" and parse[head].dep == "pobj" and parse[parse[head].head].head == word.i)
    if first.signature == "proposal" and word.lemma in _TALKED_OVER and talked_over and _done_already(parse, head):
        return True  # "discussed attacks on clinics", "the arrest of a priest", "talks on the coup in Niger"; not "a ban", "the withdrawal"
    if word.lemma == "remain" and any(c.dep in ("acomp", "attr", "oprd") and c.lower in word_set("words_for_unsolved") for c in parse.children(word.i)):
        return True  # "his killing remains unsolved"
    if first.signature == "continue" and first.rule.endswith(":negated") and word.lemma in _ENDING and any(o.signature in _UNREAL for o in rest):
        return True  # "will not lift the ban"
    if first.signature == "cancellation" and word.pos in syntax.VERBAL and parse[head].lemma.lower() in _MEASURES and any(o.signature in _UNREAL for o in rest):
        # "would scrap the tariffs": they are in force; "scrapped the tariffs", "would drop the tariffs that were to apply from May" leave it open
        return not any(c.dep == "relcl" for c in parse.children(head))
    if first.signature == "cancellation" and parse[head].lemma in _RULED and any(o.signature in _UNREAL for o in rest) and any(c.dep == "poss" or c.lower == "the" for c in parse.children(head)):
        return True  # "wanted her arrest cancelled"
    if first.signature == "avoidance" and parse[head].lemma.lower() in _MEASURES:
        return True
    if first.signature == "proposal" and word.lemma in ("support", "back"):
        # "which supports the allegation", "has backed the latest round of sanctions"; "supported sanctions" tells of none that are there
        adopted = _told_of(parse, head) and parse[head].lemma.lower() in _MEASURES and word.tag in ("VBD", "VBN") and not any(a.tag == "MD" for a in syntax.auxiliaries(parse, word.i))
        return adopted or parse[head].lemma in word_set("claim_nouns")
    definite = any(c.dep in ("det", "poss") and c.lower not in ("a", "an", "any", "some", "no") for c in parse.children(head))
    if first.signature == "factual" and word.lemma in ("appeal", "challenge") and word.pos in syntax.VERBAL and definite:
        return True  # "would appeal against the acquittal": he was acquitted
    if word.lemma in word_set("resisting_verbs") and definite and any(c.dep == "aux" and c.lower == "to" for c in parse.children(word.i)):
        return True  # "fired to repel the attacks"
    if first.signature == "continue" and definite and word.lemma in _GOING_ON and not first.rule.endswith(":negated") and rest and any(o.signature in _UNREAL for o in rest):
        return True  # "hopes the talks will continue", "would extend the ban": they are being held, it is in force
    if first.signature == "possible" and word.lemma in ("talk", "speak") and (definite or _of_known(parse, head)):
        return True  # "spoke of the raid", "of the wave of raids"
    if first.signature == "proposal" and word.lemma == "consider" and parse[head].dep in ("oprd", "attr") and parse[head].head == word.i:
        return True  # "is considered a terrorist attack"
    if first.signature == "accusation" and parse[head].lemma in _CHARGES and parse[head].dep == "pobj":
        return True  # "was arrested on fraud charges": they have been brought
    pointed = any(c.dep == "det" and c.lower in _POINTING for c in parse.children(head))
    if first.signature in _COURSE and pointed and any(o.signature in _HUNG for o in rest):
        return True
    ranked = any(c.dep == "amod" and c.lower in _RANKS for c in parse.children(head)) and any(c.dep == "det" and c.lower == "the" for c in parse.children(head))
    if first.signature == "absence" and ranked and parse[head].dep == "attr":
        return True  # "is not the first attack"
    judged = word.lemma in _STANCE and any(c.dep == "prep" and c.lower == "as" for c in parse.children(word.i)) and parse[head].dep in ("nsubjpass", "dobj")
    return judged and first.rule.endswith(":negated") and definite


def _done_already(parse: Parse, head: int) -> bool:
    """Whether a noun for a hostile deed means one that was done, or some that are done again and again."""
    below = parse.children(head)
    if parse[head].tag == "NNS" and not any(c.dep in ("det", "amod") for c in below):
        return parse[head].lemma in event_lexicon().classes["attack_noun"]
    definite = any(c.dep == "poss" or (c.dep == "det" and c.lower in ("the", *_POINTING)) for c in below)
    types = {r.type for r in event_lexicon().rules_for("n", parse[head].lemma) if not r.companions}
    return definite and bool(types) and types <= {"ASSAULT", "COERCE"}


def _of_known(parse: Parse, head: int) -> bool:
    """ "the wave of raids": the noun that the act is told under is known."""
    prep = parse.head(head) if parse[head].dep == "pobj" else None
    over = parse.head(prep.i) if prep is not None and prep.lower == "of" else None
    return over is not None and over.pos == "NOUN" and any(c.dep == "det" and c.lower == "the" for c in parse.children(over.i))


def years_before(parse: Parse, head: int) -> bool:
    """ "two years after police beat marchers", "a decade after the raid": what lies so far back when the rest is told."""
    for at in (parse[head], *islice(parse.ancestors(head), _STEPS)):
        marks = [c for c in parse.children(at.i) if c.dep in ("mark", "advmod") and c.lower == "after" and c.i < at.i]
        marks += [at] if at.dep == "prep" and at.lower == "after" and at.i < head else []
        if any(m.i and parse[m.i - 1].lemma in _SPANS and parse[m.i - 1].sent == m.sent for m in marks):
            return True
        if at.tag in ("VBD", "VBZ", "VBP") and at.dep not in ("ccomp", "xcomp", "conj", "advcl"):
            return False
    return False


def dated_by(parse: Parse, deed: int, act: int) -> bool:
    """ "fought with the raiders soon after the bombing": whether the deed only dates the act, so that it is another one."""
    prep = parse.head(deed) if parse[deed].dep == "pobj" else None
    clause = parse[syntax.clause_of(parse, deed)]
    if parse[deed].pos == "NOUN" and clause.dep == "advcl" and any(c.dep == "mark" and c.lower == "since" for c in parse.children(clause.i)):
        return any(a.i == act for a in parse.ancestors(clause.i))  # "have fired nine rockets since they began their offensive"
    if prep is None or prep.lower not in ("after", "before", "since", "following"):
        return False
    for above in parse.ancestors(prep.i):
        if above.i == act:
            return True
        if above.dep == "conj" and above.pos in syntax.VERBAL and any(c.dep in ("nsubj", "nsubjpass") for c in parse.children(above.i)):
            return False  # "hosted the talks, but after the meeting a paper revealed": what the second clause is dated by
    return False


def likened(parse: Parse, head: int, nominal: bool) -> bool:
    """ "left as if it had been bombed", "ran as though shots had been fired": what something only looks like. A thing that is named as known there is no such."""
    if nominal and any(c.dep in ("det", "poss") and c.lower not in ("a", "an", "any", "some") for c in parse.children(head)):
        return False
    if nominal and _painted(parse, head):
        return True
    verb = parse[syntax.clause_of(parse, head)]
    for at in (verb, *((parse[verb.head],) if verb.dep in ("conj", "xcomp") else ())):
        if any(c.dep in ("mark", "advmod") and c.lower in ("if", "though") and c.i and parse[c.i - 1].lower == "as" and c.i < at.i for c in parse.children(at.i)):
            return True
    return False


def _painted(parse: Parse, head: int) -> bool:
    """ "will try to paint it as an attack": what somebody may call it."""
    prep = parse.head(head)
    verb = parse.head(prep.i) if prep is not None and parse[head].dep == "pobj" and prep.lower == "as" else None
    if verb is None or verb.lemma not in word_set("verbs_of_stance") | word_set("framing_verbs"):
        return False
    aux = syntax.auxiliaries(parse, verb.i)
    without = verb.dep == "pcomp" and parse[verb.head].lower == "without"  # "without its being called a breach"
    return without or any(a.tag == "MD" or a.lower == "to" for a in aux)


def in_general(parse: Parse, head: int) -> bool:
    """ "accepting violence as a fact of life", "wars against terrorism", "the fight against torture": a kind of deed that an attitude is taken to, and no deed."""
    noun = parse[head]
    if any(c.dep == "prep" and c.lower == "per" for c in parse.children(head)):
        return True  # "25 killings per 100,000": a rate
    if noun.tag != "NN" or noun.lemma not in word_set("deeds_in_general") or any(c.dep in ("det", "poss", "nummod", "relcl", "acl") for c in parse.children(head)):
        return False
    if any(c.dep == "prep" for c in parse.children(head)) or any(c.ent in ("GPE", "NORP", "ORG", "DATE") for c in parse.children(head)):
        return False
    above = parse.head(head)
    while above is not None and noun.dep == "conj":
        noun = above
        above = parse.head(noun.i)
    if above is not None and above.dep == "prep":
        above = parse.head(above.i)
    if above is None:
        return False
    finite = above.tag in ("VBD", "VBN") and above.dep != "amod"
    return above.lemma in word_set("attitudes_to_deeds") and not finite


def commented(parse: Parse, lexicon: StatusLexicon, head: int) -> bool:
    """ "Raids on convents are a grave matter": a kind of deed that something is said of, and no deed; "are common there", "are likely" tell of some."""
    noun, verb = parse[head], parse.head(head)
    if noun.tag != "NNS" or noun.dep != "nsubj" or verb is None or verb.lemma != "be" or verb.tag not in ("VBZ", "VBP"):
        return False
    if any(c.dep in ("det", "poss", "nummod", "amod", "relcl", "acl", "conj", "appos") for c in parse.children(head)):
        return False
    if any(parse[i].ent in ("GPE", "LOC", "DATE", "TIME", "NORP") for i in parse.subtree(head)):
        return False
    said = [c for c in parse.children(verb.i) if c.dep in ("attr", "acomp") and c.i > verb.i]
    words = {parse[i].lemma for c in said for i in parse.subtree(c.i)}
    told = any("subj" in e.complements for c in said for kind in ("n", "a") for e in lexicon.embeddings.get((kind, c.lemma), ()))
    return bool(said) and not told and words.isdisjoint(word_set("words_of_frequency")) and not any(parse[i].ent in ("DATE", "TIME", "GPE") for i in parse.subtree(verb.i))


def takes_place(parse: Parse, head: int) -> bool:
    """ "asked that the talks promised to two clans be held with all": a meeting is held, and nobody, whatever the tree makes of it."""
    token, tokens = parse[head], parse.tokens
    if token.tag != "VBN":
        return False
    before = [t for t in tokens[parse.sentences[token.sent].first : head] if _meeting(t)]
    return any(c.dep == "prep" and c.lower == "with" for c in parse.children(head)) and bool(before) and tokens[head - 1].lower == "be" and tokens[head - 2].lower != "to"


def _meeting(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN") and any(r.type == "CONSULT" and not r.companions for r in event_lexicon().rules_for("n", token.lemma.lower()))


def mimed(parse: Parse, head: int) -> bool:
    """ "The drill included attacks on a mock harbour": what is done to a thing that only stands for another."""
    below = [g for c in parse.children(head) for g in ((c,) if c.dep in ("dobj", "nsubjpass") else parse.children(c.i) if c.dep == "prep" else ())]
    return any(c.dep == "amod" and c.lower in word_set("words_for_mock") for g in (parse[head], *below) for c in parse.children(g.i))


def undoing_said(parse: Parse, lexicon: StatusLexicon, head: int, failed: bool) -> bool:
    """Whether a word of the sentence denies, refuses or negates at all; where it `failed`, whether one tells of an attempt, a failure or an end."""
    told = {"denial", "refusal"} | ({"failure", "attempt", "prevention", "cancellation", "absence", "end"} if failed else set())
    for token in parse.sentence_tokens(parse[head].sent):
        if token.dep == "neg" and token.i > token.head and parse[token.head].pos in ("NOUN", "PROPN"):
            continue  # "bandits, not rebels, attacked it"
        if token.lower in lexicon.negators or token.dep == "neg":
            return True
        if token.dep == "prt":
            continue  # "a bomb went off"
        if token.tag in ("JJR", "RBR"):
            continue  # "a shorter flight than that of the launch in May"
        if any(e.signature in told and not e.companions for kind in ("v", "n", "a") for e in lexicon.embeddings.get((kind, token.lemma), ())):
            return True
    return False


def known_by(parse: Parse, head: int) -> bool:
    """ "those detained", "the four clerks killed were brothers": people known by what befell them, which the text takes as known."""
    token = parse[head]
    if token.tag != "VBN" or token.dep != "acl" or any(c.dep in ("aux", "auxpass", "nsubj", "nsubjpass") for c in parse.children(head)):
        return False
    return parse[token.head].lower == "those" or any(c.dep in ("det", "poss") and c.lower not in ("a", "an", "any", "some", "no") for c in parse.children(token.head))


def answered_deed(parse: Parse, head: int) -> bool:
    """ "vowed to retaliate for the strike", "shelled a base in retaliation for it", "revenge for the killing": what is answered was done, and by others."""
    prep = parse.head(syntax.first_conjunct(parse, head))
    above = parse.head(prep.i) if prep is not None and prep.dep == "prep" and prep.lower in ("for", "to", "against") else None
    if prep is not None and prep.lemma == "avenge" and parse[head].dep == "dobj":
        above = prep  # "carried out the raid to avenge the killing of its leader"
    elif above is None or above.lemma not in word_set("words_of_retaliation"):
        return False
    below = [c for c in parse.children(head) if c.i < head]
    told = parse[head].tag not in ("NNS", "NNPS") or any(c.dep in ("det", "poss", "nummod") for c in below)
    return told and not any(c.lower in ("any", "potential", "possible", "future", "further", "new") for c in below)  # "will respond to attacks", "to any attack"


def heard_in_court(parse: Parse, extent: AttributionExtent) -> bool:
    """ "a court has heard that he planned it", "the jury was told": what is put to them, by nobody whom the words name."""
    if extent.source:
        return False
    subjects = [c for t in extent.cue if parse[t].lemma in ("hear", "tell") for c in parse.children(t) if c.dep in ("nsubj", "nsubjpass")]
    return bool(subjects) and all(c.lemma.lower() in _COURTS for c in subjects)


def former_version(parse: Parse, source: Sequence[int]) -> bool:
    """Whether who speaks is a report that is being put right: "an earlier version of this article", "our original story"."""
    return any(
        parse[t].lemma in word_set("report_versions") and any(c.lower in word_set("former_adjectives") for c in parse.children(t))
        for t in source
    )  # fmt: skip


def described(parse: Parse, head: int) -> bool:
    """ "could hamper crimes planned by jailed leaders": people are described by what has befallen them, whatever may come of the rest."""
    token = parse[head]
    noun = parse.head(head)
    if token.tag != "VBN" or token.dep != "amod" or noun is None or noun.tag not in ("NNS", "NN"):
        return False
    classes = event_lexicon().classes
    return any(noun.lemma in classes.get(name, ()) for name in ("human", "criminal", "official", "civilian", "military", "protester", "prisoner", "armed", "striker"))


def undergone(parse: Parse, head: int) -> bool:
    """ "We are not willing to be blackmailed", "I refuse to be threatened", "we will not be bullied": who will not bear a deed does not say whether anybody did it."""
    token = parse[head]
    if token.tag != "VBN" or not any(c.dep == "auxpass" for c in parse.children(head)):
        return False
    above = parse.head(head)
    if token.dep == "xcomp" and above is not None and any(c.dep == "aux" and c.lower == "to" for c in parse.children(head)):
        denied = any(c.dep == "neg" for i in (above.i, above.head) for c in parse.children(i))
        return above.lemma in word_set("refusing_to_bear") or (denied and above.lemma in word_set("willing_words"))
    subject = next((c for c in parse.children(head) if c.dep == "nsubjpass"), None)
    own = subject is not None and subject.lower in ("we", "i")
    return own and any(c.dep == "neg" for c in parse.children(head)) and any(c.dep == "aux" and c.lower in ("will", "wo", "shall") for c in parse.children(head))


def headed(parse: Parse, text: str, head: int) -> bool:
    """Whether the sentence is a headline or one of the lines below it, which end without a full stop and tell in the present what has happened."""
    sentence = parse.sentences[parse[head].sent]
    if sentence.part == "title" or _in_entry(parse, sentence):
        return True
    if len(parse.sentences) == 1 and text[sentence.start : sentence.end].rstrip()[-1:].isalnum() and "\n" not in text[sentence.start : sentence.end].strip():
        return True  # a headline given alone
    below = sentence.i <= _STANDFIRST and any(s.part == "title" for s in parse.sentences[: sentence.i])
    return below and text[sentence.start : sentence.end].rstrip()[-1:].isalnum()


def _in_entry(parse: Parse, sentence: Sentence) -> bool:
    """Whether a sentence of a timeline or a live blog tells in the present tense what was done: "January 8: Rebels attack a post"."""
    if parse.headed(sentence.i, "day") is None and parse.headed(sentence.i, "hour") is None:
        return False
    root = next((t for t in parse.tokens[sentence.first : sentence.last] if t.head == t.i), None)
    return root is not None and (root.tag in ("VBZ", "VBP") or any(c.dep in ("aux", "auxpass") and c.tag in ("VBZ", "VBP") for c in parse.children(root.i)))


def _told_of(parse: Parse, head: int) -> bool:
    """Whether a noun means some that are there: "the latest round of sanctions", "rounds of sanctions"; not "sanctions"."""
    above = parse.head(head)
    counted = parse.head(above.i) if parse[head].dep == "pobj" and above is not None and above.lower == "of" else None
    top = counted if counted is not None else parse[head]
    return any(c.lower in ("the", "these", "those", "all") for c in parse.children(top.i)) or (counted is not None and counted.tag == "NNS")


# Answers to what others say --------------------------------------------------------------------------------------------------


def beyond_claim(parse: Parse, extent: AttributionExtent | None, operators: list[Operator]) -> list[Operator]:
    """ "denied claims by villagers that it had shelled the mill": of what the villagers claim, the denial above their claim is another's."""
    if extent is None or not extent.source or len(extent.cue) != 1 or parse[extent.cue[0]].pos != "NOUN" or extent.source[0] < extent.cue[0]:
        return operators
    above = {t.i for t in parse.ancestors(extent.cue[0])}
    return [o for o in operators if not o.cue or o.cue[0] not in above]


def claim_answered(parse: Parse, candidate: Candidate, extent: AttributionExtent) -> bool:
    """ "denied the accusations", "dismissed an allegation by miners": who answers a charge does not deny that it was made."""
    head = parse[candidate.head]
    return candidate.nominal and candidate.type == "ACCUSE" and extent.stance in AGAINST and head.lemma in word_set("claim_nouns") and head.dep in ("dobj", "nsubjpass") and head.head in extent.cue


def overridden(parse: Parse, head: int) -> bool:
    """Whether the word is an objection over which something is done: "to deploy it over objections from the island" takes it as known."""
    prep = parse.head(head) if parse[head].dep == "pobj" else None
    return prep is not None and prep.lower == "over" and parse[head].lemma in word_set("objections")


def promised_not(parse: Parse, head: int, axes: Axes, operators: list[Operator]) -> bool:
    """ "said it would not attack", "ordered them not to fire", "said it was not the time to strike": a deed that is not to be, and no denial of one."""
    told_to = [o.rule.split(":")[0] for o in operators[:2]] == ["negation", "embedding"] and operators[1].signature != "report" and parse[head].tag in ("VB", "VBG")
    told_to = told_to and not any(a.lemma == "have" for a in syntax.auxiliaries(parse, head))
    told_to = told_to or (bool(operators) and operators[0].rule == "purpose:due")
    return axes.polarity == "negative" and (told_to or (axes.time == "future" and any(o.rule.startswith("modal:") for o in operators)))


_CONCLUDING = frozenset({"sign", "agree", "broker", "reach", "announce", "conclude", "negotiate", "mediate"})


def knowing_relative(parse: Parse, verb: Token) -> bool:
    """ "denied that he had paid the gunmen who killed the editor": whoever paid them, they killed him. "accused it of breaching a truce signed in May": it was signed."""
    if verb.dep == "acl" and verb.tag == "VBN" and parse[verb.head].lemma.lower() in word_set("what_may_hold") | word_set("what_is_misused"):
        return parse[verb.head].dep == "dobj" and verb.lemma in _CONCLUDING
    if verb.dep != "relcl" or verb.tag != "VBD" or not any(c.lower == "who" for c in parse.children(verb.i)):
        return False
    noun = parse[verb.head]
    singled = noun.dep in ("attr", "oprd") or parse[noun.head].lower == "as"  # "accused him as the man who gave the order", "denied being the man who"
    return not singled and any(c.lower in ("the", "those") for c in parse.children(noun.i))


def answered_for(parse: Parse, clause: int, head: int) -> set[int]:
    """ "was jailed for a murder in Lom in 2011", "charged a colonel with the murder of a monk in 2016", "arrested a man wanted for burning a mill in 2019": the words
    of what somebody answers for, whose day is not that of the jailing. "was charged with murder in 2016" has its own day."""
    found: set[int] = set()
    held = [c.i for c in parse.children(clause) if c.dep in ("dobj", "nsubjpass")]
    lawful = parse[clause].lemma in _ANSWERED_BEFORE_LAW
    for prep in (c for t in (clause, *held) for c in parse.children(t)):
        if prep.dep == "acl" and prep.i != clause and (prep.lemma in _UNDER_CHARGE):
            found |= set(parse.subtree(prep.i))
        if prep.dep != "prep" or prep.lower not in ("for", "over", *(("of", "with", "on") if lawful else ())):
            continue
        below = set(parse.subtree(prep.i))
        for noun in (c for c in parse.children(prep.i) if c.dep in ("pobj", "pcomp")):
            deed = bool(event_lexicon().rules_for("n", noun.lemma)) and noun.dep == "pobj"
            if prep.lower in ("for", "over"):
                deeper = lawful and (noun.dep == "pcomp" or any(parse[k].pos == "NOUN" and event_lexicon().rules_for("n", parse[k].lemma) for k in below))
                found |= below if deed or deeper else set()
            elif noun.dep == "pcomp" or any(c.dep in ("det", "poss") or (c.dep == "prep" and c.lower == "of") for c in parse.children(noun.i)):
                found |= below if noun.dep == "pcomp" or deed or noun.lemma in _CHARGES else set()
            elif noun.lemma in word_set("involvement_nouns"):
                found |= below  # "charged with involvement in the kidnapping last year of X"
    if lawful and found:
        # "with the murder of a monk | in 2016": the year may hang on the verb.
        behind = next((c for c in parse.children(clause) if c.dep == "prep" and c.i == max(found) + 1 and any(o.ent == "DATE" for o in parse.children(c.i))), None)
        found |= set(parse.subtree(behind.i)) if behind is not None else set()
    return found if head not in found else set()


def denied_attempt(operators: list[Operator]) -> bool:
    """ "denied that gunmen had tried to kill the mayor": denied, attempt and all; nobody says that it failed."""
    return len(operators) > 1 and operators[-1].signature == "denial" and operators[0].signature == "attempt" and not operators[-1].rule.endswith(":negated")


def complained_of(parse: Parse, noun: Token) -> bool:
    """ "his appeal against the verdict", "a challenge to the ban": what a court is asked to undo was done."""
    prep = parse.head(noun.i)
    if noun.tag == "VBN" and noun.dep == "acl" and prep is not None and prep.dep == "pobj" and parse[prep.head].lower in ("of", "by", "from", "for"):
        # "the appeal of three men convicted of the bombing": who asks was convicted, whatever becomes of it
        return parse[parse[prep.head].head].lemma in word_set("complaints_at_law") | word_set("offers_and_demands")
    if noun.dep == "pobj" and prep is not None and prep.lower == "of" and parse[prep.head].lemma in word_set("whole_accounts"):
        return any(c.dep in ("det", "poss") and c.lower in ("the", "this", "that") for c in parse.children(noun.i))  # "could not verify either account of the attack": there was one
    if noun.dep != "pobj" or prep is None or prep.lower not in ("against", "to", "over"):
        return False
    return parse[prep.head].lemma in word_set("complaints_at_law") and any(c.dep in ("det", "poss") and c.lower not in ("a", "an", "any") for c in parse.children(noun.i))


def _to_be_kept(parse: Parse, head: int) -> bool:
    """ "The attack must not derail the peace process", "must not be allowed to wreck the talks", "planted it to wreck the talks": what is not to be undone, or is meant to be,
    is there, and so is what must not undo it."""
    noun, verb = parse[head], parse[parse[head].head]
    if noun.pos not in ("NOUN", "PROPN") or not any(c.dep == "poss" or (c.dep == "det" and c.lower in ("the", *_POINTING)) for c in parse.children(head)):
        return False
    clause = parse[verb.head] if verb.dep == "xcomp" else verb  # "must not be allowed to"
    undoing = verb if verb.lemma in _UNDOING_ACCORDS else next((c for c in parse.children(clause.i) if c.dep == "xcomp" and c.lemma in _UNDOING_ACCORDS), None)
    if undoing is None or noun.dep not in ("dobj", "nsubjpass", "nsubj") or (noun.dep == "dobj" and verb is not undoing):
        return False
    if noun.dep == "dobj" and undoing is verb and verb.tag == "VB" and any(a.lower == "to" for a in syntax.auxiliaries(parse, verb.i)) and verb.dep in ("advcl", "acl", "xcomp"):
        return True
    kept = any(c.dep == "neg" for t in (clause, *syntax.auxiliaries(parse, clause.i)) for c in (t, *parse.children(t.i)))
    return kept and any(a.lower in ("must", "should", "can", "shall") for a in syntax.auxiliaries(parse, clause.i))
