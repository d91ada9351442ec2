"""status: what the weights may not overrule, and what they may not make unreal without a word for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from onrecord import syntax
from onrecord.extract.factuality.disposer import Disposed
from onrecord.extract.factuality.operators import Walk
from onrecord.extract.factuality.speechacts import SPEECH_ACTS
from onrecord.extract.factuality.tenses import time_and_again, told_plainly
from onrecord.extract.phrases.scope import Operator
from onrecord.extract.phrases.standing import known_by, undoing_said
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.status import StatusLexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import Candidate
from onrecord.model.parse import Parse
from onrecord.model.status import Status

_KNOWN = frozenset({"the", "this", "these"})
_FREEING = frozenset({"release", "ceasefire", "disarm", "return"})
_WELCOME = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"})
_LATER = word_set("placing_later")
_UNDONE_YET = frozenset({"planned", "proposed", "threatened", "hypothetical", "alleged"})
_AIMED = frozenset({"purpose", "intention", "proposal"})
_TOLD = frozenset({"report", "factual", "background", "probable"})
# Where no word tells of a plan, a denial or a failure, the weights make it one only of what they hold to be a deed no likelier than this; where no word accuses, or
# words were read that leave it a deed, no likelier than the second. Chosen on parts 9, 11, 13 and 17 of our sentences and the annotated reports of development.
# What no word says to be undone ("the fleets held joint exercises") is undone only where a deed is no likelier than the third.
_LIKELY, _BARELY, _UNSAID = 0.4, 0.12, 0.25
# The weights learned from sentences of which few are deeds. In a whole report, from this many sentences on, what no word makes unreal nearly always is one: of what they alone
# made unreal in 56 read reports, 15 of 18 wrongly, however sure they were.
_REPORT = 4
_KNOWN_DEED = 0.05  # what the words take as known ("said during talks") is unreal only below this
_DENYING = frozenset({"denial", "refusal", "absence", "avoidance", "prohibition", "counterfactual", "failure", "prevention", "cancellation"})


# A plan that is charged, by the word that tells the plan.
_SCHEME = re.compile(r"^intention:embedding:(?:plan|plot|prepare|conspire|conspiracy|scheme)/")


def of_a_scheme(label: Status, operators: Iterable[Operator]) -> Status:
    """The label, "planned" for "alleged" where what is alleged is a plan: "accused of plotting to kill the minister"."""
    return "planned" if label == "alleged" and any(_SCHEME.match(f"{o.signature}:{o.rule}") for o in operators) else label


@dataclass(frozen=True, slots=True)
class Binding:
    """Words that no weight outweighs: an operator whose signature, a colon and its rule match `rules` keeps one of `labels` from becoming one of `others`. `which`
    operators must match: any, every one, or the last."""

    rules: re.Pattern[str]
    labels: frozenset[str]
    others: frozenset[str]
    which: Literal["any", "every", "last"] = "any"

    def holds(self, operators: list[Operator], label: Status, other: Status) -> bool:
        if not operators or label not in self.labels or other not in self.others:
            return False
        found = [self.rules.search(f"{o.signature}:{o.rule}") is not None for o in (operators[-1:] if self.which == "last" else operators)]
        return any(found) if self.which == "any" else all(found)


_LABELS = frozenset(get_args(Status))
_DEEDS = frozenset({"occurred", "ongoing"})
# What needs two sides or one's own consent: who rejects it has not done it.
_ACCEPTED = frozenset({"CONCEDE", "CONSULT", "AGREE", "COOPERATE", "RETREAT"})
_UNDONE = frozenset({"denied", "failed", "negated"})
BINDING = (
    Binding(re.compile(r":wording:"), _LABELS, _DEEDS),
    # "saw the fine as an attempt to silence them": what others call an attempt has not failed
    Binding(re.compile(r"^accusation:wording:"), frozenset({"alleged"}), frozenset({"failed"})),
    # "did not lift the curfew until Monday", "no one but the army bombed it", "had police not fired"
    Binding(re.compile(r":takenback:|:counterfactual:not"), _DEEDS, _LABELS - _DEEDS),
    # "the raid, planned for May, would have killed many"
    Binding(re.compile(r"^counterfactual:modal:would$"), _LABELS - _DEEDS, _DEEDS),
    # "officials described a planned raid": what is called planned, alleged or averted is no deed; "recent arrests": over
    Binding(re.compile(r":modifier:"), _LABELS - _DEEDS, _DEEDS),
    Binding(re.compile(r":modifier:(?:recent|latest|last|past)$"), _LABELS, frozenset({"ongoing"}), "every"),
    # "must still be approved by the board": what is required nobody has planned
    Binding(re.compile(r":modal:must"), frozenset({"proposed"}), frozenset({"planned"}), "last"),
    # "governments need to work together": what is needed nobody has planned
    Binding(re.compile(r"^obligation:(?:modal:need|embedding:need/)"), frozenset({"proposed"}), frozenset({"planned"}), "last"),
    # "a panel charged with investigating the raid": its duty, and no accusation
    Binding(re.compile(r"^intention:embedding:charge/"), frozenset({"planned"}), _LABELS),
    # "it is not wrong to say", "it is too early to say": the words are judged outright
    Binding(re.compile(r":words judged:"), _LABELS, _LABELS),
    # "found no evidence that rebels attacked"
    Binding(re.compile(r"^doubt:.*:negated$"), _LABELS, _LABELS - {"negated", "denied"}),
    # "has not said which ships it seized", "did not tell deputies that it had": who does not say it denies nothing
    Binding(re.compile(r"^doubt:embedding:(?:say|tell|specify|disclose|reveal|explain|mention|indicate)/v:\d+:negated$"), frozenset({"hypothetical"}), frozenset({"denied", "negated"})),
    # "did not deny that it had fired", "would neither confirm nor deny"
    Binding(re.compile(r":embedding:(?:(?:deny|denial|confirm)\b.*:negated|confirm or deny:weighed)$"), _LABELS, frozenset({"denied"})),
    # "will strike if the firm does not free them", "may face an attempt to oust him": what may come has not failed
    Binding(re.compile(r":conditional:(?:if|unless|until|should)$|:modal:(?:may|might):plain$"), frozenset({"hypothetical"}), _UNDONE),
    # "threatened to ban it unless work resumed": on what it depends has not come about
    Binding(re.compile(r":conditional:unless$"), frozenset({"hypothetical"}), _DEEDS),
    # "are trying to prevent a dialogue", "is trying to block his extradition": who is still at it has not failed, nor has what is warded off
    Binding(re.compile(r":embedding:(?:prevent|block|stop|avert|thwart|impede|hinder|head off)/v"), frozenset({"hypothetical"}), frozenset({"failed"})),
    Binding(re.compile(r":embedding:(?:try|attempt|seek)/v"), frozenset({"planned", "ongoing"}), frozenset({"failed"})),
    # "said their mission was to kill him": an errand is no deed
    Binding(re.compile(r"^intention:embedding:(?:mission|task|assignment|errand|objective)/n"), frozenset({"planned"}), frozenset({"occurred", "denied", "negated"})),
    # "a source said the minister would resign": nobody proposes it
    Binding(re.compile(r":embedding:say/v"), frozenset({"planned"}), frozenset({"proposed", "threatened"}), "last"),
    # "accused of plotting to kill the minister": what is alleged is the plan
    Binding(_SCHEME, frozenset({"planned"}), frozenset({"alleged"})),
    # "denied that gunmen had tried to kill the mayor"
    Binding(re.compile(r"^denial:"), frozenset({"denied"}), frozenset({"failed"}), "last"),
    # "had to prove that"
    Binding(re.compile(r":occasion$"), frozenset({"hypothetical"}), _DEEDS),
    # "parliament authorised air strikes": what is allowed is not thereby done
    Binding(re.compile(r"^permission:embedding:(?:authori[sz]|permi|licen[cs]e|legali[sz]e|consent|mandate)"), frozenset({"hypothetical"}), _DEEDS),
    # "will try to end the siege by bombing the fort"
    Binding(re.compile(r":modal:(?:will|shall):plain$"), frozenset({"planned", "threatened"}), _DEEDS),
    # "will not leave until they can see the guns handed over"
    Binding(re.compile(r":temporal:until$"), frozenset({"planned"}), _DEEDS, "last"),
    # "held the hill, fending off attacks": who beats an attack back was attacked
    Binding(re.compile(r"^prevention:embedding:(?:repel|repulse|beat back|fight off|fend off|ward off)/"), frozenset({"failed"}), frozenset({"negated", "denied"})),
    # "those who beat their people will answer for it", "must withdraw before any truce takes effect"
    Binding(re.compile(r"^condition:(?:generic:whoever|before:any)$"), frozenset({"hypothetical"}), _LABELS),
    # "will discuss new sanctions": what is to be talked over nobody has planned
    Binding(re.compile(r"^proposal:embedding:(?:discuss|debate|consider|weigh|mull)/v"), frozenset({"proposed"}), frozenset({"planned"})),
    # "arresting me will not stop it": nobody is arrested, and nobody plans, threatens or denies it; "did not say whether it had fired" denies nothing
    Binding(re.compile(r"^condition:subject:"), frozenset({"hypothetical"}), _LABELS),
    Binding(re.compile(r"^doubt:clause:whether$"), frozenset({"hypothetical"}), _UNDONE),
    # "has enough men to attack", "will not work", "are able to shell it": what could be done
    Binding(re.compile(r"^possible:degree:"), frozenset({"hypothetical"}), _DEEDS),
    # "blocked the road to protest against the killing"
    Binding(re.compile(r"^factual:voiced in protest$"), _DEEDS, _LABELS - _DEEDS),
    Binding(re.compile(r"^factual:voiced in protest$"), frozenset({"alleged"}), frozenset({"proposed", "planned", "threatened"})),
    # "must not be arrested for their work": nobody has said whether they are
    Binding(re.compile(r"^obligation:modal:"), frozenset({"hypothetical"}), _UNDONE),
    # "had been near agreement", "the clip does not show soldiers shooting"
    Binding(re.compile(r"^possible:near$|^doubt:embedding:show/v:\d+:negated$"), frozenset({"hypothetical"}), _LABELS),
    # "urged both sides not to shell hospitals": nobody proposes the shelling
    Binding(re.compile(r"^absence:negation:|^avoidance:|^prevention:"), frozenset({"hypothetical"}), frozenset({"proposed", "planned", "threatened", "denied"})),
    # "has not recorded any torture, but said guards had starved them"
    Binding(re.compile(r"^factual:contrast:but$"), _DEEDS, _LABELS - _DEEDS),
    # "in what critics called a coup"
    Binding(re.compile(r"^accusation:wording:"), frozenset({"alleged"}), _UNDONE),
    # "could be the second person extradited"
    Binding(re.compile(r"^possible:singled:modal$"), frozenset({"hypothetical"}), _LABELS),
    # "launched three raids to capture the leader"
    Binding(re.compile(r"^attempt:purpose:to$"), frozenset({"failed"}), _LABELS),
    # "denies it has set a date for a crossing"
    Binding(re.compile(r":arranged:not$"), _LABELS, _LABELS),
)


def firm(parse: Parse, candidate: Candidate, walk: Walk, operators: list[Operator], label: Status) -> bool:
    """Whether what the rules read is settled, so that the weights have to be all but certain to overrule it."""
    # "had no doubt that", "did not deny that": who takes a doubt or denial back affirms, whatever the words look like.
    affirmed = any(o.rule.endswith(":negated") and o.signature in ("report", "factual") for o in operators)
    told = affirmed or any(o.signature == "retold" or o.rule == "attribution:asked" or o.rule.endswith((":told", ":weighed")) for o in operators)
    # "were not able to arrest", "did not take place as arranged": a negated implicative says more than a negation.
    missed = label == "failed" and any(":negated" in o.rule and o.signature in ("failure", "cancellation") for o in operators)
    missed = missed or (bool(operators) and operators[0].rule.endswith(":occasion") and all(o.rule.startswith(("modal:", "embedding:say/")) for o in operators[1:]))
    named = not operators and (parse[candidate.head].dep == "amod" or known_by(parse, candidate.head) or protested_at(parse, candidate))
    return walk.settled or told or missed or named or any(o.rule.startswith(("phase:", "announced:", "decision:")) for o in operators)


def protested_at(parse: Parse, candidate: Candidate) -> bool:
    """ "marched against the shooting of farmers", "protest over the attack on the shrine": violence with whom it befell, which people protest at, was done."""
    prep = parse.head(candidate.head)
    if not candidate.nominal or candidate.type != "ASSAULT" or not candidate.recipients or prep is None or prep.lower not in ("against", "over", "at"):
        return False
    above = parse[prep.head]
    return any(r.type == "PROTEST" for r in event_lexicon().rules_for("v" if above.pos == "VERB" else "n", above.lemma))


def enlisted(parse: Parse, head: int) -> bool:
    """Whether the act is what somebody is hired, paid or sent to do: "paid a herder to burn the mill", "a squad sent to kill him"."""
    token, above = parse[head], parse.head(head)
    if above is None or token.tag != "VB" or not any(c.dep == "aux" and c.lower == "to" for c in parse.children(head)):
        return False
    if above.pos not in syntax.VERBAL and above.dep == "dobj":
        above = parse[above.head]
    return above.lemma in word_set("enlisting_verbs") | word_set("dispatching_verbs")


def barred(candidate: Candidate) -> tuple[Status, ...]:
    """The labels that an act of its type cannot have: nobody is threatened with talks, help or freedom ("vowed to cooperate", "will free them if")."""
    freeing = candidate.type == "CONCEDE" or (candidate.type == "RETREAT" and not _FREEING.isdisjoint(candidate.modes))
    return ("threatened",) if candidate.type in _WELCOME or freeing else ()


def under_plan(parse: Parse, modal: int) -> bool:
    """ "Under the draft plan, troops would burn the yards": what a plan or an accord holds is planned by whoever made it; what a bill or a proposal holds is not."""
    return any(
        c.dep == "pobj" and c.lemma in word_set("plans_and_accords")
        for prep in parse.children(parse[modal].head) if prep.dep == "prep" and prep.lower in ("under", "in") and prep.i < modal
        for c in parse.children(prep.i)
    )  # fmt: skip


def kept(parse: Parse, candidate: Candidate, walk: Walk, operators: list[Operator], title: bool, label: Status, other: Status) -> bool:
    """Whether the weights may not overrule the rules' label: where words bind (`BINDING`), and on what is under way or over, the sentence's own words decide."""
    if any(b.holds(operators, label, other) for b in BINDING) or any(o.rule.startswith("untrue:") for o in operators) or (label in _DEEDS and other in _UNDONE and not operators and _wondered_at(parse, candidate.head)):
        return True
    if label in ("planned", "proposed") and other not in _UNDONE_YET and enlisted(parse, candidate.head) and all(o.signature in _AIMED for o in operators):
        return True  # "hired a gunman to kill the judge": what came of it the sentence does not tell
    if label in ("occurred", "ongoing") and other in _UNDONE_YET and operators and all(o.signature == "begin" and parse[o.cue[0]].tag == "VBD" for o in operators):
        return True  # "began to withdraw"
    if label == "ongoing" and other in _UNDONE_YET and any(o.signature == "begin" and parse[o.cue[0]].tag == "VBN" and any(a.lemma == "have" for a in syntax.auxiliaries(parse, o.cue[0])) for o in operators):
        return True  # "a campaign against them has begun"
    if label == "planned" and other == "proposed" and operators and operators[0].rule == "modal:would" and under_plan(parse, operators[0].cue[0]):
        return True
    if label in _DEEDS and other == "denied" and (candidate.type == "REJECT" or "hunger" in candidate.modes) and {o.signature for o in operators} <= _TOLD:
        return True  # "the guards said she had refused treatment": the refusal is what they assert
    if label == "denied" and other in _UNDONE_YET - {"alleged"}:
        return True  # who denies an act plans, offers or threatens none
    if label == "negated" and other in ("threatened", "planned", "proposed") and any(o.rule.startswith("negation:") for o in operators):
        return True  # "Nobody will be evicted, the mayor promised"
    if label == "hypothetical" and other == "threatened" and operators and operators[0].rule.startswith("embedding:warn/") and all(o.signature != "proposal" for o in operators) and _fears(parse, operators[0].cue[0]):
        return True  # "police warned of attacks on churches"; "the rebels warned of more attacks" threaten them
    if label == "hypothetical" and other == "threatened" and any(o.rule.endswith(":others") for o in operators):
        return True  # "The kingdom warned that the republic would attack": it threatens nobody
    if label == "occurred" and not operators and candidate.type == "AGREE" and candidate.nominal and _in_force(parse, candidate.head):
        return True  # "the accord aims to end the war"
    if label == "hypothetical" and any(o.rule.endswith(":not yet") for o in operators):
        return True  # "said he would veto the bill imposing sanctions"
    if label == "planned" and other in _UNDONE and [o.signature for o in operators][:2] == ["cancellation", "refusal"]:
        return True  # "refused to call off the strike"
    if label == "denied" and other == "negated":
        return True  # whose word it is, is the attribution's business
    if label == "alleged" and any(o.rule.startswith("embedding:hear/") for o in operators):
        return True  # "a court heard": what is put to it is charged, whatever else may be told so
    if label == "occurred" and other in _UNDONE and parse[candidate.head].tag == "VBG" and {o.signature for o in operators} - _TOLD == {"end"} and parse[operators[0].cue[0]].pos == "VERB":
        return True  # "said it had stopped shelling": it did shell
    if label == "occurred" and other in ("negated", "failed") and candidate.nominal and [o.signature for o in operators] == ["end"]:
        # "The union suspended its strike", "the ceasefire expired": what is one's own, or known, and is ended was there.
        return any(c.dep == "poss" or (c.dep == "det" and c.lower in _KNOWN) for c in parse.children(candidate.head))
    if label == "ongoing" and other == "occurred" and not operators and candidate.nominal and parse[candidate.head].lemma in event_lexicon().classes["durative"]:
        # "has taken its campaign to the next level": what takes time and is spoken of in the present goes on.
        return True
    signatures = {o.signature for o in operators}
    if label == "ongoing" and other == "occurred" and not operators and not candidate.nominal and time_and_again(parse, parse[candidate.head]):
        return True
    if label == "ongoing" and other == "occurred" and any(o.signature == "continue" and any(a.tag == "MD" for a in syntax.auxiliaries(parse, o.cue[0])) for o in operators):
        return True  # "will continue to discuss it": not over
    if label == "ongoing" and other == "occurred":
        going = walk.tense_of is None or parse[walk.tense_of].lemma == "be"
        return going and any(o.rule == "modifier:still" for o in operators)
    if other != "ongoing":
        return False
    if not operators and parse[candidate.head].tag in ("VBD", "VBN") and told_plainly(parse, candidate) and not any(a.lemma == "have" for a in syntax.auxiliaries(parse, candidate.head)):
        return True  # "before the judges were fired": over
    above = parse.head(candidate.head)
    if not operators and parse[candidate.head].tag == "VBG" and parse[candidate.head].dep == "advcl" and above is not None and above.tag == "VBN" and any(a.lemma == "have" for a in syntax.auxiliaries(parse, above.i)):
        return True  # "has cracked down on the gang, seizing houses"
    if signatures == {"end"} and parse[operators[-1].cue[0]].tag != "VB":
        return True  # "the evacuation has stopped", "ending a week of strikes"
    if candidate.nominal and not operators and parse[candidate.head].dep == "conj" and any(a.lemma in ("end", "stop", "halt") and a.tag != "VB" for a in parse.ancestors(candidate.head)):
        return True  # "ending a week of marches and strikes"
    if candidate.nominal:
        # "There was shelling", "his refusal has led to": over when it is told. A killing is over in any tense.
        past = walk.tense_of is not None and parse[walk.tense_of].tag == "VBD" and not signatures
        spoken = candidate.type in SPEECH_ACTS and candidate.type != "ACCUSE" and not signatures
        return past or spoken or (not operators and parse[candidate.head].lemma in event_lexicon().classes["punctual"])
    token = parse[candidate.head]
    told = [a for a in syntax.auxiliaries(parse, token.i) if a.lemma == "be"]
    if not operators and token.tag == "VBG" and any(c.dep == "expl" for c in parse.children(token.i)):
        return any(a.tag == "VBD" for a in told)  # "There was shelling", read as a verb
    # A speech act is over when it is told, and a headline's present tense tells what has happened.
    spoken = candidate.type in SPEECH_ACTS and "investigate" not in candidate.modes and token.tag == "VBZ"
    return (title or spoken) and not operators


def _carried_out(parse: Parse, noun: int) -> bool:
    """ "The attack on the station was carried out by rebels": the verb says that it was done."""
    verb = syntax.governing_verb(parse, noun)
    prep = parse.head(noun)
    if verb is None and parse[noun].dep == "pobj" and prep is not None and prep.lower in ("for", "at", "in") and parse[prep.head].lemma in word_set("hosting_verbs"):
        verb = prep.head  # "hosted the premier for a meeting"
        return parse[verb].tag in ("VBD", "VBN") and not any(a.tag == "MD" or a.lower == "to" for a in syntax.auxiliaries(parse, verb))
    if verb is None or parse[verb].tag not in ("VBD", "VBN") or any(a.tag == "MD" or a.lower == "to" for a in syntax.auxiliaries(parse, verb)):
        return False
    return parse[verb].lemma in word_set("verbs_of_carrying_out") or (parse[verb].lemma == "carry" and any(c.dep == "prt" and c.lower == "out" for c in parse.children(verb)))


def unfounded(parse: Parse, lexicon: StatusLexicon, candidate: Candidate, operators: list[Operator], label: Status, disposed: Disposed) -> bool:
    """Whether the weights make something unreal for which no word speaks, without being sure enough of it."""
    if label == "occurred" and not operators and candidate.nominal and disposed.label not in ("occurred", "ongoing") and _carried_out(parse, candidate.head):
        return True
    token, above = parse[candidate.head], parse.head(candidate.head)
    asked = next((a for a in (token, *parse.ancestors(token.i)) if a.dep == "advcl" and a.tag == "VBN" and a.lemma in ("ask", "question")), None)
    if asked is not None and disposed.label in _UNDONE and label in ("hypothetical", "occurred"):
        return True  # "Asked about the raid, he said", "Asked whether they had fired, he would not comment": who asks denies nothing
    if not operators and label == "occurred" and token.tag == "VBD" and disposed.label in ("planned", "proposed", "threatened"):
        return True  # "no time to warn them before rebels attacked": a plain past
    if not operators and label == "occurred" and candidate.type == "ASSAULT" and token.dep == "dobj" and disposed.label in _UNDONE_YET - {"alleged"} and any(c.dep == "det" and c.lower in _KNOWN for c in parse.children(token.i)):
        return True  # "will discuss the shelling"
    if label in _DEEDS and disposed.label not in _DEEDS and {o.signature for o in operators} <= _TOLD | {"begin"} and len(parse.sentences) >= _REPORT:
        return True
    if not operators and label == "occurred" and token.pos == "NOUN" and token.dep == "dobj" and above is not None and _called(parse, token.i, above.i) and disposed.label in _UNDONE_YET - {"alleged"}:
        return True  # "called the expulsion illegal", "described the raid as lawful": who says what a deed is takes it as done
    if not operators and label == "occurred" and disposed.probability < 0.5 and disposed.label == "ongoing":
        return True  # no likelier than all else together
    if not operators and label == "occurred" and token.tag in ("VBZ", "VBP") and candidate.type in SPEECH_ACTS and not syntax.auxiliaries(parse, token.i):
        return disposed.label not in ("ongoing", "threatened", "hypothetical")  # "an act that we condemn": said in being told
    placed = above is not None and token.dep in ("pobj", "pcomp") and (above.lower in _LATER | {"during"} or (above.lower == "for" and parse[above.head].lemma in word_set("verbs_of_punishing")))
    if not operators and label == "occurred" and candidate.nominal and placed and disposed.label != "ongoing" and disposed.real > _KNOWN_DEED:
        return True  # "said during talks with the envoy", "was hanged for a murder"
    if disposed.label in ("denied", "negated") and label not in ("occurred", "ongoing") and not {o.signature for o in operators} & _DENYING and not undoing_said(parse, lexicon, token.i, False):
        return True  # no word of the sentence denies it
    if disposed.label == "denied" and label in _DEEDS and any(o.signature == "factual" for o in operators) and not undoing_said(parse, lexicon, token.i, False):
        return True  # "confirmed reports that it had shelled the town"
    if disposed.label == "denied" and label in _DEEDS and [o.signature for o in operators] == ["report"] and token.dep == "ccomp" and above is not None and above.dep == "conj" and above.i == operators[0].cue[0]:
        return True  # "denied firing and said that rebels had killed him"
    second = token.dep == "conj" and any(c.dep == "mark" and c.lower == "that" for c in parse.children(token.i)) and not any(c.dep == "neg" for c in parse.children(token.i))
    if disposed.label in _UNDONE and label in _DEEDS and second and {o.signature for o in operators} <= _TOLD:
        return True  # "said it had not fired and that it had withdrawn": a clause of its own, which no "not" reaches
    if disposed.label in _DEEDS and label == "denied" and candidate.type in _ACCEPTED and candidate.nominal and [o.rule.split("/")[0] for o in operators] == ["embedding:reject"] and not any(c.lower in _KNOWN or c.dep == "poss" for c in parse.children(token.i)):
        return True  # "on Monday rejected a truce": there is none
    if disposed.label == "denied" and label in _DEEDS and [(o.signature, o.cue[0]) for o in operators] == [("report", token.head)] and token.dep == "ccomp" and not undoing_said(parse, lexicon, token.i, False):
        return True  # "The army said it had taken the town": what is said in so many words is not denied
    if disposed.label == "failed" and label == "planned" and operators and all(o.rule.startswith(("purpose:", "embedding:order/")) for o in operators) and not undoing_said(parse, lexicon, token.i, True):
        return True  # "travelled to the port to negotiate": an aim, and no word tells how it ended
    if disposed.label in ("denied", "failed", "negated") and (label == "hypothetical" or {o.signature for o in operators} <= {"factual"}):
        said = undoing_said(parse, lexicon, candidate.head, disposed.label == "failed")
        return not said and disposed.real > _UNSAID
    if disposed.label not in _UNDONE_YET or label not in ("occurred", "ongoing"):
        return False
    if (operators or label == "ongoing") and {o.signature for o in operators} <= _TOLD:
        return disposed.real > _BARELY  # "says the inquiry is a sham": the words were read and none makes it unreal
    # "The clan's surrender", "Sunday's marches", "after shelling the fort": the words take it as known.
    above = parse.head(first := syntax.first_conjunct(parse, candidate.head))
    known = candidate.nominal and any(c.dep == "poss" for c in parse.children(candidate.head))
    known = known or (above is not None and above.lower in _LATER and parse[first].dep in ("pobj", "pcomp"))
    return not operators and disposed.real > (_BARELY if disposed.label == "alleged" or known else _LIKELY)


def _called(parse: Parse, noun: int, verb: int) -> bool:
    """Whether a definite deed is called something, by a plain past or present: not "would call the strike illegal"."""
    below = parse.children(verb)
    named = any(c.dep in ("oprd", "acomp") or (c.dep == "prep" and c.lower == "as") for c in below)
    definite = any(c.dep in ("det", "poss") and c.lower not in ("a", "an", "any", "some", "no") for c in parse.children(noun))
    return named and definite and parse[verb].lemma in word_set("verbs_of_stance") and not any(a.tag == "MD" or a.lower == "to" for a in syntax.auxiliaries(parse, verb))


def _wondered_at(parse: Parse, verb: int) -> bool:
    """ "It was not clear where he was being held", "it is not known how he was killed": only the where and how of what was are open."""
    token = parse[verb]
    return token.dep == "ccomp" and any(c.i < verb and (c.lower in ("where", "why", "how") or c.tag == "WP") and c.dep in ("advmod", "nsubj", "nsubjpass") for c in parse.children(verb))


def _fears(parse: Parse, warning: int) -> bool:
    """Whether those who warn are no fighters: police, ministers, embassies, analysts, told of by a common noun."""
    classes = event_lexicon().classes
    who = [c for c in parse.children(warning) if c.dep == "nsubj"]
    fighting = (classes["armed"] | classes["criminal"] | classes["military"]) - {"police"}
    return bool(who) and all(c.pos == "NOUN" and not c.ent and c.lemma not in fighting for c in who)


def _in_force(parse: Parse, noun: int) -> bool:
    """ "The accord aims to end the war": the pact that does something is there."""
    token = parse[noun]
    verb = parse.head(noun)
    if token.dep != "nsubj" or verb is None or verb.lemma == "be" or verb.tag not in ("VBZ", "VBP", "VBD") or not any(c.dep == "det" and c.lower in _KNOWN for c in parse.children(noun)):
        return False
    return token.lemma in word_set("accord_nouns") | {"deal"} and not any(a.tag == "MD" for a in syntax.auxiliaries(parse, verb.i))
