"""status: every candidate's assertions, each with its five axes and label, and who makes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import cast

from onrecord import syntax
from onrecord.extract.factuality.contradicted import both_words
from onrecord.extract.factuality.disposer import Disposed, Disposer
from onrecord.extract.factuality.evidence import evidence
from onrecord.extract.factuality.operators import Walk
from onrecord.extract.factuality.overruling import barred, firm, kept, of_a_scheme, unfounded
from onrecord.extract.factuality.revisions import announced_as_done, disowned, not_yet_refused, part_denied, revised
from onrecord.extract.factuality.speechacts import speech_acts
from onrecord.extract.factuality.takenback import taken_back
from onrecord.extract.factuality.tenses import base_axes, dated, still_trying, told_plainly, under_preparation
from onrecord.extract.factuality.warned import of_others
from onrecord.extract.factuality.wordings import NEXT, told_beside
from onrecord.extract.phrases.given import accusing_word, counted, given, known_for_fact, sworn, told_aside, without_claim_of_it
from onrecord.extract.phrases.longago import done_away_with, of_old
from onrecord.extract.phrases.scope import Operator, compose, confidence
from onrecord.extract.phrases.standing import (
    beyond_claim,
    claim_answered,
    complained_of,
    denied_attempt,
    described,
    former_version,
    headed,
    heard_in_court,
    knowing_relative,
    known_by,
    overridden,
    presumed,
    promised_not,
)  # fmt: skip
from onrecord.extract.speech.no_speech import judges_claim
from onrecord.lexicon.status import StatusLexicon, status_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.lexicon.weights import Regressor, factuality_weights, status_weights
from onrecord.model.attribution import AGAINST
from onrecord.model.common import Derivation
from onrecord.model.event import Assertion
from onrecord.model.layers import Added, AttributionExtent, AttributionLayer, Candidate, CandidateStatus
from onrecord.model.parse import Parse
from onrecord.model.report import Report
from onrecord.model.span import Spans
from onrecord.model.status import Axes, Status
from onrecord.model.text import CleanText
from onrecord.timevalue import publication_day

_PAYING = frozenset({"finance", "fund", "bankroll", "sponsor"})
# What is announced under a condition is an offer where it is one of these, else a threat.
_FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE"})
_TOPICS = word_set("topic_prepositions")
_DATING = word_set("dating_marks")
_CONDEMNING = word_set("turning_away_words")
_TURNING_DOWN = word_set("turning_down_verbs")
_UNSURE = word_set("unsure_adjectives")
_INDEFINITE = frozenset({"a", "an", "any", "some", "no", "another"})
_CHARGING = word_set("doubtful_sources")
_REPORT, _SURE_IN_REPORT = 4, 0.9
_DENYING = frozenset({"denial"})
_ATTEMPTS = frozenset({"attempt", "attempted", "bid"})
_COMMANDS = word_set("verbs_of_command")
_OWNING_UP = word_set("verbs_of_owning_up")
_APPROVING = frozenset({"approve", "adopt", "pass", "decree", "enact"})
_ORDERING = frozenset({"proposal", "obligation", "permission", "intention"})


@dataclass(frozen=True)
class StatusStage:
    """Requires candidates and attributions; provides `statuses`, one for each candidate. Cost: linear in candidates times tree depth."""

    name: str = "status"
    version: str = "1"
    requires: tuple[str, ...] = ("report", "clean", "parse", "candidates", "attributions")
    provides: tuple[str, ...] = ("statuses",)

    def run(self, layers: Mapping[str, object]) -> Added:
        parse = cast(Parse, layers["parse"])
        candidates = cast(tuple[Candidate, ...], layers["candidates"])
        attributions = cast(AttributionLayer, layers["attributions"])
        clean = cast(CleanText, layers["clean"])
        judge = Judge(parse, clean, status_lexicon(), attributions, speech_acts(candidates), self.version, published=publication_day(cast(Report, layers["report"])))
        return Added({"statuses": tuple(judge.candidate(c) for c in candidates)})


@dataclass(frozen=True, slots=True)
class Judge:
    """What is needed to judge one candidate after another of the same report."""

    parse: Parse
    clean: CleanText
    lexicon: StatusLexicon
    attributions: AttributionLayer
    speech_acts: Mapping[int, str]
    version: str
    disposer: Disposer | None = field(default_factory=lambda: Disposer(status_weights(), status_weights().thresholds))
    factuality: Regressor | None = field(default_factory=factuality_weights)
    published: date | None = None

    def candidate(self, candidate: Candidate) -> CandidateStatus:
        return self.weighed(candidate)[0]

    def weighed(self, candidate: Candidate) -> tuple[CandidateStatus, list[str]]:
        """The candidate's status, and the features that the disposer weighed."""
        walk = Walk(self.parse, self.lexicon, self.speech_acts)
        walk.go(self.top(candidate))
        title = headed(self.parse, self.clean.text, candidate.head)
        extent = self.covering(candidate.head)
        if extent is not None and (extent.stance in AGAINST or extent.certainty == "suspected" or sworn(self.parse, extent)) and self.circumstance(candidate.head, extent):
            extent = None
        self.take_as_known(candidate, walk)
        base = base_axes(self.parse, candidate, walk.tense_of, title)
        operators = without_claim_of_it(self.parse, candidate, beyond_claim(self.parse, extent, not_yet_refused(announced_as_done(self.parse, candidate, taken_back(self.parse, walk, candidate.head, revised(self.parse, given(self.parse, candidate, of_others(self.parse, walk.operators, candidate.head))))))))
        if barred(candidate):
            # "welcomes the plan as long as they keep to it": a condition, and no ultimatum
            operators = [replace(o, signature="condition") if o.rule == "ultimatum" else o for o in operators]
        called = self.called(candidate)
        if called is not None:
            operators.insert(0, called)
        if extent is not None and candidate.nominal and walk.settled and self.taken_as_known(walk, extent):
            extent = None  # "accused it of sales in breach of the sanctions": these are alleged by nobody
        if extent is not None and (set(extent.cue) & set(walk.unsaid) or (former_version(self.parse, extent.source) and known_by(self.parse, candidate.head))):
            extent = None  # "an earlier version said that the clerks killed were brothers": what is taken back is who they were, not that they were killed
        if extent is not None and (self.only_named(candidate, extent) or (walk.settled and candidate.nominal and extent.certainty == "suspected")):
            operators = [o for o in operators if not set(o.cue) & set(extent.cue)]
            extent = None
        if extent is not None and (inquiry := self.inquired_into(candidate, extent)) is not None:
            operators, extent = [o for o in operators if inquiry < min(o.cue) <= max(o.cue) <= candidate.head], None
        if extent is not None:
            operators = [replace(o, signature="condition") if o.signature == "counterfactual" and o.rule == "modal:would" else o for o in operators]  # "would have killed hundreds, he said": a guess
        stance_rule = self.by_stance(candidate.head, extent, operators)
        if extent is not None and candidate.nominal and overridden(self.parse, self.top(candidate)) and not self.quoted(candidate.head, extent):
            extent, stance_rule = None, None
        extent = None if extent is not None and candidate.nominal and self.taken_as_known(walk, extent) else extent
        if stance_rule is not None:
            operators.append(stance_rule)
        if any(o.rule == "modal:will:plain" for o in operators):
            operators = [o for o in operators if o.signature != "hearsay" or not all(self.parse[t].pos == "ADV" for t in o.cue)]  # "will reportedly meet"
        operators += [] if candidate.type == "ACCUSE" and accusing_word(self.parse, candidate.head) else told_beside(self.parse, self.clean, candidate.head, operators)
        if extent is not None and any(o.rule.endswith(NEXT) for o in operators) and any(self.parse[t].lemma in word_set("undertaking_verbs") for t in extent.cue):
            extent = None  # "pledged to halt the raids. It has not": that it has not is the outlet's word
        menace = self.menace(candidate, operators, extent)
        operators = operators if menace is None else [o for o in operators if o.signature not in ("condition", "possible", "fear")] + [menace]
        axes = compose(still_trying(self.parse, base, operators, title), operators, self.lexicon)
        denied = any(o.signature in _DENYING for o in operators)
        declined = {"refusal", "proposal"} <= {o.signature for o in operators} and not denied  # "rejected a request to lift the ban": who turns it down does not deny it
        attributed = (extent is not None and not declined and not promised_not(self.parse, candidate.head, axes, operators)) or denied
        label = "denied" if denied_attempt(operators) else of_a_scheme(self.lexicon.label(axes, attributed), operators)
        rule = " < ".join(o.rule for o in operators) or f"tense:{axes.time}:{axes.phase}"
        background = any(o.signature == "background" for o in operators) or of_old(self.parse, self.clean.text, self.lexicon, candidate.head, self.published) or done_away_with(self.parse, candidate)
        features = evidence(
            self.parse, candidate.head, candidate.nominal, candidate.type, operators, axes, label, extent is not None, background and axes.time == "past",
            self.lexicon,
        )
        sure = confidence(operators)
        ended = any(o.signature in ("end", "cancellation") for o in operators) and label in ("occurred", "failed")
        if self.disposer is not None and not declined:
            disposed = self.disposed(self.disposer, candidate, walk, operators, title, (label, axes, attributed), features)
            if disposed.overruled:
                rule = f"weights:status over {label} ({rule})"
            label, axes, sure = disposed.label, disposed.axes, disposed.probability
        cue = extent.cue if extent is not None else tuple(t for o in operators if o.signature in _DENYING for t in o.cue)
        apart = disowned(self.parse, candidate.head, operators)
        standing = candidate.nominal and label == "denied" and (apart or part_denied(self.parse, self.lexicon, candidate.head, operators, cue))
        factuality = round(self.factuality.value(features), 3) if self.factuality is not None else None
        assertion = Assertion(
            extent.attribution if extent is not None else None, label, axes, self.cues(operators),
            {"status": Derivation("status", self.version, rule)}, sure, factuality,
        )  # fmt: skip
        known = (replace(assertion, attribution=None, status="occurred", axes=Axes(), derivation={"status": Derivation("status", self.version, "denied:part")}),)
        told = both_words(self.parse, self.lexicon, self.attributions.extents, candidate.head, assertion, base, operators)
        told = () if apart and standing and extent is None else told  # that somebody had no part in it, the outlet tells of him and not of the deed
        return CandidateStatus(candidate.head, (*told, *(known if standing else ())), background and (axes.time == "past" or label == "failed"), walk.content_of, ended), features

    def take_as_known(self, candidate: Candidate, walk: Walk) -> None:
        """Clears the walk's operators where the words take the deed as known."""
        if candidate.type == "ASSAULT" and walk.operators and self.parse[walk.operators[0].cue[0]].lemma in _CONDEMNING and walk.definite(self.top(candidate)):
            # "expressed its rejection of these attacks": violence is turned away from, not declined; it took place.
            walk.operators, walk.settled = [], True
        if presumed(self.parse, self.top(candidate), walk.operators) or (len(walk.operators) == 1 and self.enacted(candidate, walk.operators[0])):
            walk.operators, walk.settled, walk.tense_of = [], True, None
        if described(self.parse, candidate.head) and all(o.signature in ("possible", "condition", "forecast", "intention", "proposal") for o in walk.operators):
            walk.operators, walk.settled, walk.tense_of = [], True, None

    def disposed(
        self, disposer: Disposer, candidate: Candidate, walk: Walk, operators: list[Operator], title: bool, read: tuple[Status, Axes, bool], features: list[str]
    ) -> Disposed:
        """What the weights make of the rules' reading `read` (label, axes, whether attributed), where nothing holds them back."""
        label, axes, attributed = read
        plain = not operators and axes == Axes() and told_plainly(self.parse, candidate)
        disposed = disposer.dispose(label, axes, attributed, bool(operators) or axes.phase == "under_way", features, plain, barred(candidate))
        if not disposed.overruled:
            return disposed
        if len(self.parse.sentences) >= _REPORT and disposed.probability < _SURE_IN_REPORT:
            return replace(disposed, label=label, axes=axes, overruled=False)
        settled = disposed.probability < disposer.thresholds.sure and firm(self.parse, candidate, walk, operators, label)
        if settled or unfounded(self.parse, self.lexicon, candidate, operators, label, disposed) or kept(self.parse, candidate, walk, operators, title, label, disposed.label):
            disposed = replace(disposed, label=label, axes=axes, overruled=False)
        return disposed

    def evidence(self, candidate: Candidate) -> tuple[list[str], Status]:
        """What training sees of a candidate: its features, and the label of the rules alone."""
        judged, features = replace(self, disposer=None, factuality=None).weighed(candidate)
        return features, judged.assertions[0].status

    def top(self, candidate: Candidate) -> int:
        """The word of the trigger that the others hang on: of "state of emergency" the first."""
        p = self.parse
        at = candidate.head
        prep = p.head(at)
        while candidate.nominal and prep is not None and prep.dep == "prep" and prep.head in candidate.trigger and p[prep.head].pos == "NOUN":
            at = prep.head
            prep = p.head(at)
        return at

    def covering(self, head: int) -> AttributionExtent | None:
        """The innermost attribution whose content holds the trigger, its own cue excepted."""
        token = self.parse[head]
        best: tuple[int, AttributionExtent] | None = None
        for extent in self.attributions.extents:
            if head in extent.cue or self.only_ordered(extent) or known_for_fact(self.parse, extent) or told_aside(self.parse, extent, head):
                continue
            if token.lemma.lower() in word_set("accusations") and any(judges_claim(self.parse, self.parse[t]) for t in extent.cue):
                continue
            for start, end in extent.content:
                if start <= token.start and token.end <= end and (best is None or end - start < best[0]):
                    best = (end - start, extent)
        return best[1] if best is not None else None

    def only_ordered(self, extent: AttributionExtent) -> bool:
        """ "a general was ordered to look into it": a passive order of nobody named tells nothing of its own; who tells of the order tells of what was ordered."""
        p = self.parse
        if extent.source:
            return False
        ordered = any(e.signature in _ORDERING for t in extent.cue for e in self.lexicon.embeddings.get(("v", p[t].lemma), ()) if "inf" in e.complements)
        return ordered and any(syntax.is_passive(p, t) for t in extent.cue) and any(self.clean.text[a:b].lower().startswith("to ") for a, b in extent.content)

    def enacted(self, candidate: Candidate, operator: Operator) -> bool:
        """ "Congress approved an amnesty", "the council approved an embargo": what a body decrees by approving it is done."""
        verb = self.parse[operator.cue[0]]
        if not candidate.nominal or verb.lemma not in _APPROVING or verb.tag not in ("VBD", "VBN") or operator.signature != "intention":
            return False
        decreed = candidate.type == "SANCTION" or self.parse[candidate.head].lemma in ("amnesty", "pardon")
        return decreed and self.parse[candidate.head].dep in ("dobj", "nsubjpass") and not any(a.tag == "MD" or a.lower == "to" for a in syntax.auxiliaries(self.parse, verb.i))

    def called(self, candidate: Candidate) -> Operator | None:
        """ "called a strike", "called a rally for Friday", "talks are planned": announced, not yet held."""
        words = [self.parse[t].lemma for t in candidate.trigger]
        if candidate.nominal and not _ATTEMPTS.isdisjoint(words):
            # "survived an attempt on his life", "an attempted murder": the word itself says that it was tried.
            return Operator("attempt", (candidate.head,), "announced:attempt")
        over = self.parse[self.parse[candidate.head].head] if candidate.nominal and self.parse[candidate.head].dep in ("dobj", "nsubjpass") else None
        named = over is not None and over.lemma == "call" and not any(c.dep in ("prt", "oprd") for c in self.parse.children(over.i))
        if candidate.type == "PROTEST" and (named or (words[0] == "call" and len(words) > 1 and "off" not in words and "for" not in words)):
            return Operator("intention", (candidate.head,), "announced:call")
        if under_preparation(self.parse, self.parse[candidate.head]):
            return Operator("intention", (candidate.head,), "announced:organise")  # "A protest is being organised for Monday"
        arranged = candidate.type == "AGREE" and not word_set("verbs_of_arranging").isdisjoint(words) and not word_set("arranged_meetings").isdisjoint(words)
        return Operator("intention", (candidate.head,), "announced:arrange") if arranged else None

    def menace(self, candidate: Candidate, operators: list[Operator], extent: AttributionExtent | None) -> Operator | None:
        """Harm that is announced as a condition or a warning is threatened: "will shell the port unless", "vowed to hang", "warned it would"."""
        warning = next((o.cue[0] for o in operators if o.signature == "fear" and self.parse[o.cue[0]].lemma in self.lexicon.menacing), None)
        if warning is not None and self.beside_demand(warning):
            return Operator("threat", (warning,), "menace:demand")
        if any(o.signature in ("threat", "absence", "denial", "refusal", "cancellation", "failure", "prevention", "proposal", "fear") for o in operators):
            return None
        coming = [o for o in operators if o.signature == "intention" or (o.signature in ("possible", "condition") and o.rule == "modal:would")]
        if any(self.parse[o.cue[0]].lemma in _COMMANDS and o.rule.startswith("embedding:") for o in coming):
            return None  # "ordered his men to shell the village": no threat to anybody
        if self.parse[candidate.head].dep == "pcomp" or any(c.dep == "mark" and c.lower in ("if", "unless") for c in self.parse.children(candidate.head)):
            return None  # "thought that by killing them they would", "if they attack the port, we will bomb the capital": what the threat waits for
        coming = coming or [o for o in operators if o.signature == "condition" and self.parse[candidate.head].tag == "VBP"]
        if not coming:
            return None
        p = self.parse
        condition = next((o for o in operators if o.signature == "condition" and o.rule != "modal:would"), None)
        condition = condition or self.conditioned(candidate.head)
        hostile = candidate.type not in _FRIENDLY
        vow = next((o for o in operators if any(p[t].lemma in self.lexicon.menacing for t in o.cue)), None)
        warned = extent is not None and any(p[t].lemma in self.lexicon.menacing for t in extent.cue)
        if vow is not None and (hostile or condition is not None):
            return Operator("threat", vow.cue, f"menace:{p[vow.cue[0]].lemma}")
        if warned and (hostile or condition is not None) and self.own_act(candidate.head, extent):
            return Operator("threat", extent.cue if extent is not None else (), "menace:warned")
        if extent is not None and candidate.type == "ASSAULT" and not candidate.nominal and self.own_act(candidate.head, extent) and not dated(p, candidate.head) and not any(p[t].lemma in _OWNING_UP for t in extent.cue):
            # "announced that it will attack any ship": violence announced in public and for no day is meant to be feared.
            return Operator("threat", extent.cue, "menace:announced")
        plain = extent is None and hostile and not candidate.nominal and condition is not None and p[condition.cue[0]].lower == "unless"  # "will shell the port unless"
        if condition is not None and (plain or ((hostile or p[condition.cue[0]].lower == "unless") and self.own_act(candidate.head, extent))):
            return Operator("threat", condition.cue, f"menace:{p[condition.cue[0]].lower}")
        return None

    def beside_demand(self, verb: int) -> bool:
        """ "demanded their release and warned of more raids": who demands and warns does not merely fear."""
        p = self.parse
        beside = [c.i for c in p.children(verb) if c.dep == "conj"] + ([p[verb].head] if p[verb].dep == "conj" else [])
        # A past tense goes with a past tense, whatever the tree made of "demanded that it leave and warned".
        beside += [p[t].head for t in beside if p[verb].tag in ("VBD", "VBN") and p[t].tag in ("VB", "VBP")]
        return any(e.signature in ("proposal", "threat") for t in beside if p[t].pos in syntax.VERBAL for e in self.lexicon.embeddings.get(("v", p[t].lemma), ()))

    def conditioned(self, head: int) -> Operator | None:
        """An "if" or "unless" clause below the verb of the act."""
        p = self.parse
        verb = syntax.clause_of(p, head)
        above = p.head(verb)
        # "If the logs are not delivered, the Authority says, it will suspend": the parser hangs the condition on the saying.
        aside = p[verb].dep == "ccomp" and above is not None and above.i + 1 < verb and p[above.i + 1].text == ","
        outer = [c for c in p.children(above.i) if c.i < above.i] if aside and above is not None else []
        for child in (*p.children(verb), *outer):
            if child.dep == "prep" and (phrase := " ".join(p[k].lower for k in range(child.i, min(child.i + 4, len(p.tokens))))):
                marker = next((m for m, r in self.lexicon.conditionals.items() if r == "condition" and " " in m and phrase.startswith(f"{m} ")), None)
                if marker is not None:
                    return Operator("condition", (child.i,), f"conditional:{marker}")
            if child.dep == "advcl":
                for mark in self.parse.children(child.i) if child.pos in syntax.VERBAL else ():
                    if (mark.dep in ("mark", "advmod") and mark.lower in ("if", "unless", "until") and p[mark.i - 1].lower != "even") or (mark.lower == "should" and mark.i == min(p.subtree(child.i))):
                        return Operator("condition", (mark.i,), f"conditional:{mark.lower}")
        return None

    def own_act(self, head: int, extent: AttributionExtent | None) -> bool:
        """Whether who speaks is who would act: "we will", "he said he would", "the owners vowed, they would"."""
        p = self.parse
        verb = syntax.clause_of(p, head)
        subjects = [f.head for f in syntax.logical_subject(p, verb)] or [f.head for f in syntax.surface_subject(p, verb)]
        if extent is None:
            return any(p[i].lower in ("we", "i") for i in subjects)
        if not subjects:
            return syntax.is_passive(p, verb)
        source = {p[i].lemma for i in extent.source}
        if any(p[i].lemma in word_set("nouns_of_errands") and any(c.lower == "their" for c in p.children(i)) for i in subjects):
            return False  # "said their mission was to kill him": others' errand
        theirs = any(c.dep == "poss" and c.lower in ("our", "my", "its", "his", "her", "their") for i in subjects for c in p.children(i))
        return theirs or any(p[i].lower in ("we", "i", "it", "he", "she", "they") or p[i].lemma in source for i in subjects) or syntax.is_passive(p, verb)

    def by_stance(self, head: int, extent: AttributionExtent | None, operators: list[Operator]) -> Operator | None:
        """A denial or suspicion that the attribution knows and the walk did not meet."""
        if extent is None:
            return None
        if (extent.certainty == "asked" or (self.asks(head, extent) and not self.dates(head))) and not any(o.signature in ("doubt", "condition", "possible") for o in operators):
            # An interviewer's "there is a report that guards are fighting" asserts nothing, and no more does a question within somebody's quotation.
            return Operator("doubt", extent.cue, "attribution:asked")
        known = any(o.signature in ("accusation", "hearsay", "denial") or o.rule == "clause:whether" for o in operators)
        unsure = next((t for t in extent.source if self.parse[t].lower in _UNSURE), None)
        if unsure is not None and not known:
            # "according to unconfirmed accounts"
            return Operator("hearsay", (unsure,), "attribution:unconfirmed")
        inside = set(extent.source)
        if (any(self.parse[t].lemma in _CHARGING and self.parse[t].head not in inside - {t} for t in extent.source) or heard_in_court(self.parse, extent)) and not known:
            # "the indictment says", "according to the lawsuit", "rumour has it", "a court has heard": what these tell is what is charged or guessed.
            return Operator("accusation", extent.source, "attribution:doubtful source")
        if any(set(o.cue) & set(extent.cue) for o in operators):
            return None
        if operators and operators[-1].signature == "end":
            return None  # "rejected a request to lift the ban": the ban stands
        if extent.stance in ("denies", "rejects"):
            return Operator("denial", extent.cue, f"attribution:{extent.stance}")
        if extent.stance == "doubts":
            return Operator("doubt", extent.cue, "attribution:doubts")
        if extent.certainty == "suspected":
            return Operator("hearsay", extent.cue, "attribution:suspected")
        return None

    def quoted(self, head: int, extent: AttributionExtent) -> bool:
        """Whether the word stands in the source's own quotation, whose every word is his."""
        at = self.parse[head].start
        return any(a <= at < b and self.clean.text[a] in "\"“‘«'" for a, b in extent.content)

    def asks(self, head: int, extent: AttributionExtent) -> bool:
        """Whether the word stands in a question that is the source's own: the content holds the question mark."""
        sentence = self.parse.sentences[self.parse[head].sent]
        end = len(self.clean.text[: sentence.end].rstrip(" \n\"”’'"))
        return self.clean.text[end - 1 : end] == "?" and any(a <= self.parse[head].start and end <= b for a, b in extent.content)

    def dates(self, head: int) -> bool:
        """ "Did they show mercy when they burned the trucks?": what a question only dates itself by took place."""
        verb = self.parse[syntax.clause_of(self.parse, head)]
        prep = self.parse.head(verb.i)
        if verb.tag == "VBG" and verb.dep == "pcomp" and prep is not None and prep.lower in ("after", "since"):
            return True
        return verb.tag == "VBD" and verb.dep == "advcl" and any(c.lower in ("when", "after", "since", "while") and c.i < verb.i for c in self.parse.children(verb.i))

    def taken_as_known(self, walk: Walk, extent: AttributionExtent) -> bool:
        """ "asked the mayor to lift the ban", "rejected a request to lift the ban": who asks or refuses does not tell of the ban; the text takes it as known."""
        ended = bool(walk.operators) and walk.operators[-1].signature == "end"
        return (walk.settled or ended) and any(t in self.speech_acts or self.parse[t].lemma in _TURNING_DOWN for t in extent.cue)

    def only_named(self, candidate: Candidate, extent: AttributionExtent) -> bool:
        """ "condemned the attack", "demanded the release of those detained": who reacts to a known deed, or asks something for those it befell, tells nothing of it."""
        p = self.parse
        at = p[candidate.head]
        if claim_answered(p, candidate, extent):
            return True  # "denied the accusations": they were made
        if candidate.nominal and candidate.type in ("PROTEST", "ASSAULT") and at.dep == "dobj" and p[at.head].lemma in _PAYING and any(c.dep == "det" and c.lower in ("the", "these") for c in p.children(at.i)):
            return True  # "accused them of financing the riots": there were riots; who paid for them is alleged
        known = known_by(p, at.i)
        if not known and not (candidate.nominal and any(c.dep in ("det", "poss") and c.lower not in _INDEFINITE for c in p.children(at.i))):
            return False
        while at.i not in extent.cue:
            if at.dep in ("ccomp", "xcomp", "advcl", "parataxis", "csubj", "conj", "pcomp") or at.head == at.i:
                return False
            at = p[at.head]
        return at.lemma in word_set("reacting_verbs") or (known and self.speech_acts.get(at.i) in ("REQUEST", "REJECT"))

    def inquired_into(self, candidate: Candidate, extent: AttributionExtent) -> int | None:
        """ "promised an inquiry into the use of tear gas": what an inquiry is to look into is known, whoever calls for it, promises it or denies it. The inquiry's token."""
        p = self.parse
        path = [p[candidate.head], *p.ancestors(candidate.head)] if candidate.nominal else []
        near = next((k for k, t in enumerate(path) if t.pos == "NOUN" and any(c.dep in ("det", "poss") and c.lower not in _INDEFINITE for c in p.children(t.i))), None)
        if near is None or not extent.cue or any(t.pos in syntax.VERBAL for t in path[: near + 1]):
            return None
        # "promised an inquiry | into the raid": the preposition may hang on the verb.
        above = [p[t.i - 1] if t.lower == "into" and t.i else t for t in path[near + 1 :]]
        return next((t.i for t in above if max(extent.cue) < t.i < candidate.head and t.lemma in word_set("inquiry_nouns")), None)

    def circumstance(self, head: int, extent: AttributionExtent) -> bool:
        """ "denied that it had crossed, days after officials described a raid": what only dates the denied act is not denied with it."""
        p = self.parse
        if counted(p, head) is not None:  # "disputed the number of arrests"
            return True
        for at in (p[head], *p.ancestors(head)):
            if at.i in extent.cue or (at.tag == "VBN" and at.lemma in ("ask", "question")):
                return False  # "said no when asked whether it had crossed" denies what was asked
            if complained_of(p, at):
                return True  # "rejected an appeal against his arrest"
            if at.dep == "pobj" and self.parse[at.head].lower in _TOPICS and any(c.dep in ("det", "poss") for c in p.children(at.i)):
                return True  # "denied the charges regarding the assassination": what they are about is known
            if knowing_relative(p, at) or (at.dep == "advcl" and any(c.dep in ("mark", "advmod") and c.lower in _DATING for c in p.children(at.i))):
                return True
            if at.dep == "pobj" and Walk(p, self.lexicon, {}).grounds(p[at.head]):
                return True  # "denied that it seeks aid because of the siege"
        return False

    def cues(self, operators: list[Operator]) -> Spans:
        return tuple(sorted({s for o in operators for t in o.cue for s in self.clean.spans(self.parse[t].start, self.parse[t].end)}))
