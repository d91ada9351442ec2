"""disputes, statements: what each source says, clause by clause, and what the outlet tells in its own voice, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import cast

from onrecord import syntax
from onrecord.extract.disagreement.appended import appended
from onrecord.extract.phrases.supposed import conditional
from onrecord.extract.phrases.told import Clause, ClauseReader, Range, within
from onrecord.extract.speech.prefaced import names_topic
from onrecord.extract.speech.sourcing import Sourcing
from onrecord.extract.speech.transcripts import MARKED
from onrecord.lexicon.attribution import cues, source_kinds
from onrecord.lexicon.disputes import Answer, answers, verdicts
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import AGAINST, Attribution, Stance
from onrecord.model.common import Derivation
from onrecord.model.ids import span_id
from onrecord.model.layers import ActorLayer, AttributionExtent, AttributionLayer
from onrecord.model.parse import Parse, Token
from onrecord.model.span import Spans
from onrecord.model.text import CleanText


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source says at one place: `attribution` its node, None for the outlet in its own voice, or where `unnamed` for somebody whom the text does
    not name ("the claim: ..."). Token indices in `source` and `cue`. `version` where it only announces another version ("tell a different story"), `reply` where it is a bare yes or no."""

    attribution: str | None
    source: tuple[int, ...]
    cue: tuple[int, ...]
    lemma: str
    stance: Stance
    clauses: tuple[Clause, ...]
    first: int
    sentence: int
    unnamed: bool = False
    version: bool = False
    reply: bool = False

    @property
    def keys(self) -> frozenset[str]:
        return frozenset[str]().union(*(c.keys for c in self.clauses))

    @property
    def words(self) -> tuple[Token, ...]:
        return tuple(t for c in self.clauses for t in c.words)


@dataclass(frozen=True, slots=True)
class Statements:
    """All statements of a report in text order, and the nodes of those that only answer ("the guild laughed it off")."""

    told: tuple[Statement, ...]
    made: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class StatementReader:
    report: str
    clean: CleanText
    parse: Parse
    actors: ActorLayer
    attributions: AttributionLayer
    version: str
    turns: dict[str, AttributionExtent] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # Of marked speech, who says what within it is told by nodes of their own; the rest is the speaker's as a report's is the outlet's.
        spoken = {n.id for n in self.attributions.attributions if n.derivation["content"].rule.startswith(MARKED)}
        object.__setattr__(self, "turns", {e.attribution: e for e in self.attributions.extents if e.attribution in spoken})

    def read(self) -> Statements:
        # What may be the outlet's as well takes nobody's side.
        unsure = {n.id for n in self.attributions.attributions if n.or_outlet}
        told = [s for e in self.attributions.extents if e.attribution not in self.turns and e.attribution not in unsure and (s := self.statement(e.attribution, e.source, e.cue, e.content, e.stance)) is not None]
        told = [self.brief(s) for s in told]
        told += self.accusations({s.attribution for s in told})
        made: list[Attribution] = []
        sourcing = Sourcing(self.parse, self.clean, self.actors)
        at: dict[int, list[int]] = {}
        for k, statement in enumerate(told):
            for t in statement.cue:
                at.setdefault(t, []).append(k)
        for token in self.parse.tokens:
            answer = next((a for a in answers(token) if self.companions(a, token)), None) or (self.of_pronoun(token) if token.i not in at else None)
            if answer is None:
                continue
            for k in at.get(token.i, ()):
                if answer.stance != "asserts":
                    told[k] = self.answering(told[k], answer)
            if token.i not in at and not conditional(self.parse, token):
                for node, statement in self.answered(answer, token, sourcing):
                    told.append(self.apart(node, statement, made))
        told = self.hung_on(told, sourcing, made)
        told = [s for s in told if not self.only_named(s)]
        told = [self.before_answer(s, told) for s in told if s.stance != "asserts" or not self.unsaid(s)]
        for node, statement in self.labels(sourcing, {t for s in told for t in (*s.cue, *(w.i for w in s.words))}):
            told.append(self.apart(node, statement, made))
        for node, statement in self.replies(sourcing, {t for s in told for t in s.cue}):
            told.append(self.apart(node, statement, made))
        for node, statement in self.versions(sourcing, {t for s in told for t in (*s.cue, *s.source)}):
            told.append(self.apart(node, statement, made))
        told += self.unnamed(told)
        told += self.outlet(told)
        return Statements(tuple(sorted(told, key=lambda s: (s.first, s.attribution or ""))), tuple(made))

    def apart(self, node: Attribution, statement: Statement, made: list[Attribution]) -> Statement:
        """The statement with a node added to `made` under an id of its own: an attribution that tells nothing may stand at the same cue already."""
        taken = {a.id for a in (*self.attributions.attributions, *made)}
        identity, ordinal = node.id, 0
        while identity in taken:
            ordinal += 1
            identity = span_id("attribution", self.report, node.cue, ordinal)
        made.append(replace(node, id=identity))
        return replace(statement, attribution=identity)

    def brief(self, statement: Statement) -> Statement:
        """ "The laboratory says it is not": a bare no to what was asked."""
        if statement.stance != "asserts" or len(statement.clauses) != 1:
            return statement
        clause = statement.clauses[0]
        head = self.parse[clause.head]
        if head.pos == "NOUN" and verdicts().get(head.lemma.lower()) == "truth" and all(t.dep in ("det", "amod", "advmod", "ccomp", "ROOT", "intj", "dep") for t in clause.words) and len(clause.words) <= 4:
            return replace(statement, stance="rejects", reply=True, clauses=())  # "A lie, said the guild"
        bare = clause.negative and not clause.keys and not clause.denied and len(clause.words) <= 4 and clause.words[-1].dep in ("neg", "ROOT", "ccomp", "aux")
        return replace(statement, stance="denies", reply=True, clauses=()) if bare else statement

    def answering(self, statement: Statement, answer: Answer) -> Statement:
        """A statement whose cue is an answer: the answer's own words are no part of what is answered ("finds that hard to believe")."""
        if answer.version:
            return replace(statement, version=True)
        words = [t for t in statement.words if t.lemma.lower() not in answer.companions and t.lower not in answer.companions and t.pos != "PART"]
        words = words[1:] if words and words[0].pos == "ADP" and words[0].head in statement.cue and statement.lemma != "deny" else words  # "sceptical | of | the figure"
        stance = answer.stance if statement.stance == "asserts" else statement.stance
        return replace(statement, stance=stance, clauses=tuple(ClauseReader(self.parse).clauses(words)))

    def accusations(self, known: set[str | None]) -> Iterator[Statement]:
        """Accusations whose content the text only names ("suspected a mix-up"): no assertion of an event, but what an answer may be aimed at."""
        for node in self.attributions.attributions:
            if node.id in known or node.source is None or not node.cue or not node.content:
                continue
            cue = self.tokens(node.cue)
            if node.source.kind == "document" or any(self.parse[t].lemma.lower() in word_set("accusing_verbs") for t in cue):
                content = tuple(r for c in node.content if (r := self.clean.clean_range(c.start, c.end)) is not None)
                statement = self.statement(node.id, self.tokens(node.source.spans), cue, content, "asserts")
                if statement is not None:
                    yield statement

    def tokens(self, spans: Spans) -> tuple[int, ...]:
        ranges = [r for s in spans if (r := self.clean.clean_range(s.start, s.end)) is not None]
        return tuple(t.i for r in ranges for t in within(self.parse, r))

    def of_pronoun(self, token: Token) -> Answer | None:
        """ "denied it", "has always rejected this", "after denying all charges": a denial whose object is a mere pronoun, or that stands only beside the main verb
        and points at a claim, tells nothing itself, and is no attribution."""
        if token.pos not in syntax.VERBAL or any(c.dep == "neg" for c in self.parse.children(token.i)):
            return None
        if token.dep == "conj" and any(c.lower == "nor" for c in self.parse.children(token.head)):
            return None  # "neither confirmed nor denied it"
        cue = next((c for c in cues().get(("v", token.lemma), ()) if c.stance in AGAINST and not c.companions), None)
        below = [c for c in self.parse.children(token.i) if c.dep == "dobj" and c.i > token.i]
        if cue is None or len(below) != 1:
            return None
        beside = token.tag == "VBG" and token.dep in ("pcomp", "advcl") and below[0].lemma.lower() in word_set("told_things") - word_set("offers_and_demands")
        if not beside and (below[0].lower not in word_set("pointing_words") or below[0].pos not in ("PRON", "DET", "SCONJ")):
            return None
        return Answer((), cast(Stance, cue.stance), False, f"{cue.rule}:pronoun")

    def unsaid(self, statement: Statement) -> bool:
        """ "does not name a target", "has not claimed the raid": what is not said is nobody's claim; with an answer's own "not" it is a stance."""
        return any(self.parse[t].dep == "neg" and self.parse[t].head in statement.cue for t in statement.cue)

    def companions(self, answer: Answer, token: Token) -> bool:
        """Whether the answer's other words stand below the token, outside its subject, and it is negated just where it must be."""
        p = self.parse
        subject = {k for c in p.children(token.i) if c.dep in ("nsubj", "nsubjpass") for k in p.subtree(c.i)}
        below = [t for t in syntax.dependents_within(p, token.i, 3) if t.i not in subject]
        wanted = [w for w in answer.companions if w != "not"]
        found = [next((t for t in below if w in (t.lemma.lower(), t.lower)), None) for w in wanted]
        denied = any(c.dep == "neg" or (c.dep == "det" and c.lower == "no" and t is not token and c.lower not in wanted) for t in (token, *(f for f in found if f is not None)) for c in p.children(t.i))
        return all(f is not None for f in found) and denied == ("not" in answer.companions)

    def answered(self, answer: Answer, token: Token, sourcing: Sourcing) -> Iterator[tuple[Attribution, Statement]]:
        """A node and a statement for each who answers with the word at `token`."""
        p = self.parse
        beside = token.tag == "VBG" and token.dep in ("pcomp", "advcl") and answer.rule.endswith(":pronoun")
        if token.pos in syntax.VERBAL and ((token.tag == "VBG" and not beside) or (syntax.is_passive(p, token.i) and "not" not in answer.companions)):
            return
        at = next((a.i for a in p.ancestors(token.i) if a.pos in syntax.VERBAL), token.i) if beside else token.i
        heads = [f.head for f in syntax.surface_subject(p, at)] if token.pos in syntax.VERBAL else self.copular(token)
        if answer.stance == "asserts" and not any(c.dep == "dobj" or c.lower == "by" for c in p.children(token.i)):
            return
        heads = [h for f in heads for h in syntax.conjuncts(p, f)]
        heads = [h for h in heads if not sourcing.no_speaker(h) and (p[h].lower not in ("it", "that", "this", "there", "which") or (p[h].lower == "it" and answer.stance != "asserts" and h in self.actors.by_head))]
        below = [c for c in p.children(token.i) if c.dep in ("dobj", "ccomp", "xcomp", "pobj") or (c.dep == "prep" and c.i > token.i)]
        words = sorted({k for c in below for k in p.subtree(c.i) if k > token.i})
        content: tuple[Range, ...] = ((p[words[0]].start, p[words[-1]].end),) if words else ()
        cue = (token.i, *sorted({c.i for c in p.children(token.i) if c.dep in ("neg", "prt", "aux") and abs(c.i - token.i) < 4}))
        for ordinal, head in enumerate(heads):
            spans = tuple(sorted({s for t in cue for s in self.clean.spans(p[t].start, p[t].end)}))
            told = tuple(s for a, b in content for s in self.clean.spans(a, b))
            node = Attribution(
                span_id("attribution", self.report, spans, ordinal), sourcing.source(head, cue), spans, told, "indirect", None, (),
                {"content": Derivation("disputes", self.version, answer.rule)}, 0.6,
            )  # fmt: skip
            statement = self.statement(node.id, tuple(range(*sourcing.extent(head, cue))), cue, content, answer.stance)
            if statement is not None:
                yield node, statement if answer.stance == "asserts" else self.answering(replace(statement, stance=answer.stance), answer)

    def hung_on(self, told: list[Statement], sourcing: Sourcing, made: list[Attribution]) -> list[Statement]:
        """The statements with those of "a charge the captain rejected", whose words are no part of what the charge is."""
        p = self.parse
        for found in appended(p):
            at, verb = p[found.pointer], p[found.verb]
            clause = replace(next(iter(ClauseReader(p).clauses([at]))), range=(at.start, at.end))
            known = [s for s in told if found.verb in s.cue]
            told = [self.without(s, found.words) for s in told if found.verb not in s.cue]
            told += [replace(s, stance=found.stance, clauses=(clause,)) for s in known]
            spans, content = self.clean.spans(verb.start, verb.end), self.clean.spans(at.start, at.end)
            rule = {"content": Derivation("disputes", self.version, found.rule)}
            for ordinal, head in enumerate(() if known else found.sources):
                if sourcing.no_speaker(head):
                    continue
                source = tuple(range(*sourcing.extent(head, (verb.i,))))
                node = Attribution(span_id("attribution", self.report, spans, ordinal), sourcing.source(head, (verb.i,)), spans, content, "indirect", None, (), rule, 0.6)
                told.append(self.apart(node, Statement(None, source, (verb.i,), verb.lemma.lower(), found.stance, (clause,), min((*source, verb.i)), at.sent), made))
        return told

    def only_named(self, statement: Statement) -> bool:
        """ "the paper reported, citing officials": whom a source cites is not what it says."""
        p = self.parse
        return statement.lemma in ("cite", "quote") and bool(statement.clauses) and all(p[c.head].pos in ("NOUN", "PROPN", "PRON") and not any(t.pos in syntax.VERBAL for t in c.words) for c in statement.clauses)

    def before_answer(self, statement: Statement, told: Iterable[Statement]) -> Statement:
        """ "blamed the raid on the band, which said it was not involved": what the one who is told of says himself, at the end of another's words, is no part of these."""
        words = statement.words
        if not words or statement.lemma not in word_set("accusing_verbs"):
            return statement
        inside = {t.i for t in words}
        for other in told:
            verb = next((t for t in other.cue if self.parse[t].dep == "relcl" and t in inside), None)
            if verb is None or other is statement or set(other.cue) & set(statement.cue) or self.parse[verb].head not in inside:
                continue
            below = set(self.parse.subtree(verb)) & inside
            if below and max(below) == max(inside):
                return self.without(statement, frozenset(below))
        return statement

    def without(self, statement: Statement, words: frozenset[int]) -> Statement:
        """The statement, its clauses read again without these words where it holds some."""
        own = statement.words
        kept = [t for t in own if t.i not in words]
        return statement if len(kept) == len(own) or not kept or kept[0].i > min(words) else replace(statement, clauses=tuple(ClauseReader(self.parse).clauses(kept)))

    def labels(self, sourcing: Sourcing, taken: set[int]) -> Iterator[tuple[Attribution, Statement]]:
        """ "Rebel radio: planes bombed the market": a short noun phrase and a colon before a whole clause, where no cue was seen."""
        p = self.parse
        for sentence in p.sentences:
            colon = next((t for t in p.tokens[sentence.first : min(sentence.last, sentence.first + 9)] if t.text == ":"), None)
            if colon is None or colon.i in taken or colon.i - sentence.first < 1:
                continue
            before = [t for t in p.tokens[sentence.first : colon.i] if t.pos not in ("NUM", "PUNCT", "SPACE")]
            head = before[-1] if before else None
            if head is None or head.pos not in ("NOUN", "PROPN") or any(t.pos in ("VERB", "AUX", "ADP") for t in before) or head.lemma.lower() in word_set("told_things"):
                continue
            if not (head.i in self.actors.by_head or head.lemma.lower() in source_kinds()):
                continue
            if names_topic(p, self.actors, (head.i,), self.clean.text[colon.end : p[sentence.last - 1].end]):
                continue  # "Guinea-Bissau: Soldiers arrest nine, party says"
            rest = [t for t in p.tokens[colon.i + 1 : sentence.last] if t.pos != "PUNCT"]
            clauses = tuple(ClauseReader(self.parse).clauses(rest))
            if not any(self.own(c) for c in clauses):
                continue
            cue = self.clean.spans(colon.start, colon.end)
            rule = {"content": Derivation("disputes", self.version, "label")}
            content = self.clean.spans(rest[0].start, rest[-1].end)
            node = Attribution(span_id("attribution", self.report, cue), sourcing.source(head.i, (colon.i,)), cue, content, "indirect", None, (), rule, 0.6)
            yield node, Statement(node.id, tuple(t.i for t in before), (colon.i,), ":", "asserts", clauses, before[0].i, sentence.i)

    def versions(self, sourcing: Sourcing, taken: set[int]) -> Iterator[tuple[Attribution, Statement]]:
        """ "Orlan's version is that Sool crossed first": what somebody's version, account or story is."""
        p = self.parse
        for noun in p.tokens:
            if noun.lemma.lower() not in word_set("nouns_of_versions") or noun.dep != "nsubj" or p[noun.head].lemma != "be" or noun.i in taken:
                continue
            owner = next((c for c in p.children(noun.i) if c.dep == "poss" and c.i not in taken), None)
            told = next((c for c in p.children(noun.head) if c.dep == "ccomp" and any(m.lower == "that" for m in p.children(c.i))), None)
            if owner is None or told is None or sourcing.no_speaker(owner.i):
                continue
            words = [p[k] for k in sorted(p.subtree(told.i)) if p[k].lower != "that" or p[k].dep != "mark"]
            clauses = tuple(ClauseReader(p).clauses(words))
            spans, content = self.clean.spans(noun.start, noun.end), self.clean.spans(words[0].start, words[-1].end)
            rule = {"content": Derivation("disputes", self.version, "version-is")}
            node = Attribution(span_id("attribution", self.report, spans), sourcing.source(owner.i, (noun.i,)), spans, content, "indirect", None, (), rule, 0.6)
            yield node, Statement(node.id, (owner.i,), (noun.i,), noun.lemma.lower(), "asserts", clauses, owner.i, noun.sent)

    def replies(self, sourcing: Sourcing, taken: set[int]) -> Iterator[tuple[Attribution, Statement]]:
        """ "Guild: not so": a flat answer behind a name and a colon, as headlines have it; "No, says the guild": one before a word of saying."""
        p = self.parse
        for token in p.tokens:
            sentence = p.sentences[token.sent]
            if token.text == ":" and token.i not in taken and token.i > sentence.first and token.i + 1 < sentence.last:
                rest = [t for t in p.tokens[token.i + 1 : sentence.last] if t.pos not in ("PUNCT", "SPACE")][:6]
                head = next((t for t in reversed(p.tokens[sentence.first : token.i]) if t.pos in ("NOUN", "PROPN")), None)
            elif token.lower in ("yes", "no") and token.i > sentence.first and p[token.i - 1].lemma.lower() in word_set("plain_saying") and token.i + 2 >= sentence.last:
                rest, head = [token], next((t for t in reversed(p.tokens[sentence.first : token.i - 1]) if t.pos in ("NOUN", "PROPN")), None)
            elif token.lower in word_set("flat_replies") and token.i == sentence.first and token.i + 3 < sentence.last:
                rest = [token]
                verb = next((t for t in p.tokens[token.i + 1 : token.i + 5] if t.lemma.lower() in word_set("plain_saying") and any(b.text == "," for b in p.tokens[token.i + 1 : t.i])), None)
                plain = all(t.pos == "PUNCT" or t.lower in ("so", "true", "at", "all", "correct", "quite") for t in p.tokens[token.i + 1 : verb.i]) if verb is not None else False
                head = next((t for t in p.tokens[verb.i + 1 : sentence.last] if t.pos in ("NOUN", "PROPN") and t.dep != "compound"), None) if plain and verb is not None else None
            else:
                continue
            if head is None or not rest or len(rest) > 4 or rest[0].lower not in word_set("flat_replies"):
                continue
            stance: Stance = "asserts" if rest[0].lower in word_set("affirming_replies") else "denies"
            cue = (token.i,)
            spans = self.clean.spans(token.start, token.end)
            content = self.clean.spans(rest[0].start, rest[-1].end)
            rule = {"content": Derivation("disputes", self.version, "flat-reply")}
            node = Attribution(span_id("attribution", self.report, spans), sourcing.source(head.i, cue), spans, content, "indirect", None, (), rule, 0.6)
            source = tuple(range(*sourcing.extent(head.i, cue)))
            yield node, Statement(node.id, source, cue, "", stance, (), min(*source, token.i), token.sent, reply=True)

    def copular(self, token: Token) -> list[int]:
        verb = self.parse.head(token.i)
        return [f.head for f in syntax.surface_subject(self.parse, verb.i)] if verb is not None and verb.lemma in ("be", "remain", "seem") else []

    def of_agent(self, cue: tuple[int, ...], words: list[Token]) -> list[Token]:
        """ "was accused by farmers of theft": what hangs on those who accuse is what they accuse of."""
        p = self.parse
        for verb in (p[t] for t in cue if p[t].lemma.lower() in word_set("accusing_verbs")):
            for agent in (g for c in p.children(verb.i) if c.dep == "agent" for g in p.children(c.i) if g.dep == "pobj"):
                inside = set(p.subtree(agent.i))
                of = [p[k] for k in sorted(inside) if p[k].lower == "of" and p[k].dep == "prep" and k > agent.i]
                counted = agent.lemma.lower() in word_set("counting_nouns") or agent.pos == "NUM"
                of = of[1:] if counted else of
                if of:
                    return [t for k in sorted(p.subtree(of[0].i)) if (t := p[k]) is not of[0]]
        return words

    def statement(
        self, attribution: str | None, source: tuple[int, ...], cue: tuple[int, ...], content: tuple[Range, ...], stance: Stance
    ) -> Statement | None:
        words = self.of_agent(cue, self.worded(cue, [t for r in content for t in within(self.parse, r)]))
        first = min([*source, *cue, *(t.i for t in words)], default=-1)
        if first < 0:
            return None
        head = next((t for t in cue if self.parse[t].pos in ("VERB", "NOUN", "ADJ", "ADP")), cue[0] if cue else first)
        told = words
        if stance == "asserts" and len(words) > 2 and words[0].lemma.lower() in word_set("proofs") and words[1].lower == "that" and words[1].dep == "mark":
            told = words[2:]  # "citing evidence that they left": what is asserted is that they left
        clauses = tuple(ClauseReader(self.parse).clauses(told))
        return Statement(attribution, source, cue, self.parse[head].lemma.lower(), stance, clauses, first, self.parse[head].sent)

    def worded(self, cue: tuple[int, ...], words: list[Token]) -> list[Token]:
        """The words of a content, with the object or clause of a denial, or the figure of one who counts, that a quotation or relative clause hid."""
        for t in cue:
            token = self.parse[t]
            wanted: tuple[str, ...] = ()
            if token.lemma.lower() in word_set("denying_verbs"):
                wanted = ("xcomp", "dobj", "ccomp")
            elif token.lemma.lower() in word_set("counting_verbs"):
                wanted = ("dobj", "prep")
            below = [c for c in self.parse.children(t) if c.dep in wanted and c.i > t]
            inside = {w.i for w in words}
            objects = [c for c in below if c.dep == "dobj"]
            if len(objects) > 1 and token.lemma.lower() in word_set("denying_verbs") and objects[-1].i in inside and objects[0].i not in inside:
                # "denied any link with the raid, an allegation made by the army": what is denied comes first.
                return [self.parse[k] for k in sorted(inside | set(self.parse.subtree(objects[0].i)))]
            if wanted == ("dobj", "prep"):
                below = [c for c in below if c.i not in inside]
            if below and not any(c.i in inside for c in below):
                extra = {k for c in below for k in self.parse.subtree(c.i)} - set(cue)
                return [self.parse[k] for k in sorted(inside | extra)]
        return words

    def outlet(self, told: Iterable[Statement]) -> Iterator[Statement]:
        """Main clauses that nobody else says: none of their words are a cue, a source or what another says. In a transcript's turn they are its speaker's."""
        taken = {t for s in told for t in (*s.cue, *s.source, *(w.i for w in s.words))}
        for sentence in self.parse.sentences:
            if not sentence.parsed or sentence.last <= sentence.first:
                continue
            turn = next((e for e in self.turns.values() if e.content[0][0] < sentence.end and sentence.start < e.content[0][1]), None)
            label = {*turn.source, *turn.cue} if turn is not None else set()  # "A:"
            words = [t for t in self.parse.tokens[sentence.first : sentence.last] if t.i not in taken and t.i not in label]
            whole = len(words) == sentence.last - sentence.first - len([t for t in label if sentence.first <= t < sentence.last])
            clauses = tuple(c for c in ClauseReader(self.parse).clauses(words) if whole or self.own(c))
            asks = turn is not None and (turn.certainty == "asked" or self.clean.text[sentence.start : sentence.end].rstrip().endswith("?"))
            if clauses and not asks:
                yield Statement(turn.attribution if turn is not None else None, turn.source if turn is not None else (), (), "", "asserts", clauses, min(c.words[0].i for c in clauses), sentence.i)

    def own(self, clause: Clause) -> bool:
        """Whether the clause stands for itself beside what others say in its sentence: a finite verb with a subject."""
        head = self.parse[clause.head]
        return head.pos in syntax.VERBAL and any(c.dep in ("nsubj", "nsubjpass", "expl") and c in clause.words for c in self.parse.children(head.i))

    def unnamed(self, told: Iterable[Statement]) -> Iterator[Statement]:
        """What is said by somebody whom the text does not name: "The claim: ...", "reports that the bridge had fallen spread"."""
        p = self.parse
        taken = {w.i for s in told for w in s.words} | {t for s in told for t in s.cue}
        for token in p.tokens:
            if token.pos != "NOUN" or token.i in taken or token.lemma.lower() not in word_set("told_things"):
                continue
            told_here = [c for c in p.children(token.i) if c.dep in ("acl", "ccomp", "relcl") and any(m.dep == "mark" and m.lower == "that" for m in p.children(c.i))]
            words = [p[k] for c in told_here for k in p.subtree(c.i)]
            sentence = p.sentences[token.sent]
            if not words and token.i - sentence.first <= 1 and token.i + 2 < sentence.last and p[token.i + 1].text == ":":
                words = list(p.tokens[token.i + 2 : sentence.last])
            clauses = tuple(ClauseReader(self.parse).clauses(words))
            if clauses:
                yield Statement(None, (), (token.i,), token.lemma.lower(), "asserts", clauses, token.i, token.sent, unnamed=True)
