"""disputes, figures: two sources that count one thing differently. A figure that is merely brought up to date is no rival."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.extract.disagreement.holders import countries_named
from onrecord.extract.disagreement.opposed import Opposition, Scene, foes
from onrecord.extract.disagreement.owners import Owners
from onrecord.extract.disagreement.statements import Statement
from onrecord.extract.phrases.told import Clause, Range
from onrecord.lexicon.stance import persons, same
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token
from onrecord.numbers import value
from onrecord.syntax import VERBAL

_SUBJECTS = ("nsubj", "nsubjpass")
_FEW = 2  # figures of a clause, beyond which it tells of several things
_NEAR = 2  # sentences between rival figures
_ALONE = 3  # words of a clause that is a bare number
_BRIEF = 5  # words of a sentence in which somebody gives a bare number
_SHORT = 9  # words of a clause that gives nothing but a number
_YEAR = 4  # digits of a year
_MANY = 10  # times as many
_LARGE = 100_000  # above it a figure is a statistic, which each source draws up for itself


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as a statement gives it: its value, the lemma of what it counts ("" where it stands alone), its deed's lemma and token, its words in clean offsets. `taken_up` where "it" stands for what was counted before; `share` where it counts some of them: "11 were among the dead"."""

    value: int
    counted: str
    dead: bool
    verb: str
    deed: int
    alone: bool
    range: Range
    taken_up: bool = False
    kind: str = ""
    share: bool = False
    at: int = -1
    elided: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    scene: Scene
    owners: Owners

    def find(self) -> Iterator[Opposition]:
        told = [owned for s in self.scene.told if (owned := self.owned(s)).attribution is not None and owned.source and owned.stance == "asserts"]
        given = [(s, f) for s in told for c in s.clauses for f in self.few(c)]
        for k, (answer, figure) in enumerate(given):
            if self.updated(answer):
                continue
            for claim, first in reversed(given[:k]):
                if self.scene.distance(claim, answer) > _NEAR or self.scene.same_source(claim, answer) or set(claim.words) & set(answer.words):
                    continue
                # "police arrested 47 people": no figure of those who marched
                apart = {first.kind, figure.kind} == {"", "COERCE"} and (bool(figure.counted) or bool(first.counted))
                counting = not apart and bool({claim.lemma, answer.lemma} & word_set("counting_verbs")) and (first.dead == figure.dead or self.bare(answer.clauses[0])) and self.at_large(claim, first, answer, figure)
                if first.value != figure.value and not self.others_dead(claim, first, answer, figure) and not self.of_a_year(claim, first, answer, figure) and (self.one_thing(first, figure, answer.lemma in word_set("counting_verbs") and (bool(first.counted) or claim.lemma in word_set("counting_verbs"))) or counting) and not self.another(claim, answer):
                    against = tuple((a, "denies") for a in self.scene.parallel(answer))
                    yield Opposition(first.range, self.scene.parallel(claim), against, "rival-figure", answer.clauses[0].head)  # type: ignore[arg-type]
                    break

    def owned(self, statement: Statement) -> Statement:
        """ "The ministry's figure was 18": the outlet's sentence gives the figure of who has it."""
        if statement.attribution is not None or len(statement.clauses) != 1:
            return statement
        clause = statement.clauses[0]
        subject = self.scene.subject(clause)
        verb = self.scene.parse[clause.head]
        if subject is not None and verb.lemma in word_set("counting_verbs") | {"say"} and len(clause.words) <= _BRIEF and subject.pos in ("NOUN", "PROPN"):
            # "Rescuers say 22."
            alone = next((t for t in clause.words if t.pos == "NUM" and t.head == verb.i and t.i > verb.i), None)
            whose = self.owners.told_by([subject.i], verb, [alone], "count") if alone is not None else ()
            if alone is not None and whose:
                bare = replace(clause, words=(alone,), range=(alone.start, alone.end))
                return replace(statement, attribution=whose[0], source=(subject.i,), cue=(verb.i,), lemma="count", clauses=(bare,))
        if subject is None or subject.lemma.lower() not in word_set("counted_at_once") or self.scene.parse[clause.head].lemma not in ("be", "stand"):
            return statement
        number = next((t for t in clause.words if t.pos == "NUM" and t.dep in ("attr", "pobj", "acomp") and t.i > clause.head), None)
        owner = next((c for c in self.scene.parse.children(subject.i) if c.dep == "poss"), None)
        if number is None or owner is None:
            return statement
        whose = self.owners.of(subject, [number])
        bare = replace(clause, words=(number,), range=(number.start, number.end))
        return replace(statement, attribution=whose[0], source=(owner.i,), cue=(subject.i,), lemma="count", clauses=(bare,)) if whose else statement

    def few(self, clause: Clause) -> list[Figure]:
        """The figures of the clause's deeds that have no more of them than a deed has: "killed 25 guards, wounded 30 and seized 24" tells one of each."""
        told = list(self.figures(clause))
        return [f for f in told if sum(other.deed == f.deed for other in told) <= _FEW]

    def deed(self, token: Token, clause: Clause) -> Token:
        """The verb that the figure is of: the clause's own, or one beside it that shares its subject."""
        above = (t for t in self.scene.parse.ancestors(token.i) if t.i == clause.head or (t.dep == "conj" and t.pos in VERBAL))
        return next(above, self.scene.parse[clause.head])

    def figures(self, clause: Clause) -> Iterator[Figure]:
        """The numbers of a clause that count persons or things: no dates, ages, sums of money, ordinals."""
        for token in clause.words:
            size = value([token.text]) or self.compound(token)
            whole = self.numbered(clause)
            if token.pos != "NUM" or size is None or (token.ent in ("DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "QUANTITY") and not (whole is not None and token.ent == "DATE")) or (size > _LARGE and not self.crowd(clause)):
                continue
            head = self.scene.parse.head(token.i)
            counted = head.lemma.lower() if head is not None and token.dep == "nummod" and head.pos in ("NOUN", "PROPN") else ""
            if head is not None and token.dep in ("compound", "appos", "npadvmod"):
                continue
            counted = counted or self.of_own(token)
            if counted in word_set("counted_at_large"):
                continue
            if whole is not None and not counted and token.i > clause.head:
                counted = self.number_of(whole)
            if not counted and head is not None and head.dep == "prep" and head.lower == "at":
                # "put the number of dead soldiers at 40"
                counted = next((self.number_of(t) for t in clause.words if t.i < token.i and t.lemma.lower() in word_set("counted_at_once")), "")
            deed = self.deed(token, clause)
            around = {t.lemma.lower() for t in self.scene.parse.tokens[max(token.i - 1, 0) : token.i + 3] if t.sent == token.sent}
            dead = bool((clause.keys if deed.i == clause.head else {deed.lemma.lower()}) & word_set("dead_words")) or (len(clause.words) > 1 and token.dep in ("dobj", "attr") and bool(around & {"dead", "death"}))
            if dead and counted and counted not in word_set("anyone_counted") and not self.person(counted):
                continue
            yield Figure(size, counted, dead, deed.lemma.lower(), deed.i, (len(clause.words) <= _ALONE and (dead or not self.of_deed(clause))) or self.bare(clause), self.words(token, clause), clause.words[0].lower == "it", self.kind(token, deed), self.share(token, clause), token.i, self.elided(token, clause))

    def elided(self, token: Token, clause: Clause) -> bool:
        """ "300 were arrested": "police say 40 were": a number with nothing but an auxiliary is of what was told before."""
        rest = [t for t in clause.words if t.i != token.i and t.pos != "PUNCT" and t.lower not in ("only", "just", "about", "that", "around", "some")]
        return len(rest) == 1 and rest[0].lemma in ("be", "have", "do") and rest[0].i > token.i

    def of_own(self, token: Token) -> str:
        """ "three of its officers": whom a number counts of somebody's own."""
        p = self.scene.parse
        of = next((c for c in p.children(token.i) if c.lower == "of" and c.i == token.i + 1), None)
        own = next((g for g in p.children(of.i) if g.dep == "pobj" and any(d.dep == "poss" and d.pos == "PRON" for d in p.children(g.i))), None) if of is not None else None
        return own.lemma.lower() if own is not None else ""

    def bare(self, clause: Clause) -> bool:
        """ "put the number at nine", "a figure of 45,000": nothing but the number, of whatever was counted before."""
        words = clause.words
        whole = self.numbered(clause)
        if whole is not None:
            return not self.number_of(whole)
        return 2 < len(words) <= 5 and words[0].pos in ("DET", "PRON") and words[1].lemma.lower() in word_set("counted_at_once") and words[2].lower in ("of", "at")

    def of_deed(self, clause: Clause) -> bool:
        """ "22 were hurt", "12 soldiers captured": a number of its own deed, no answer to another."""
        head = self.scene.parse[clause.head]
        return head.pos == "VERB" and head.lemma not in word_set("counting_verbs") | {"say"} and any(t.pos == "NUM" and (t.dep in _SUBJECTS or (t.dep == "nummod" and self.scene.parse[t.head].dep in _SUBJECTS)) for t in clause.words)

    def numbered(self, clause: Clause) -> Token | None:
        """ "the figure is 21", "the real number was closer to 21": the subject of a clause that gives nothing but a number."""
        subject = self.scene.subject(clause)
        alone = subject is not None and subject.lemma.lower() in word_set("counted_at_once") and len(clause.words) <= _SHORT and self.scene.parse[clause.head].lemma in ("be", "stand")
        return subject if alone and any(t.pos == "NUM" and t.i > clause.head for t in clause.words) else None

    def number_of(self, subject: Token) -> str:
        """ "the number of displaced": what the number is of; "" where it is not said."""
        p = self.scene.parse
        return next((g.lemma.lower() for c in p.children(subject.i) if c.dep == "prep" and c.lower == "of" for g in p.children(c.i) if g.dep == "pobj"), "")

    def kind(self, token: Token, deed: Token) -> str:
        """The type of the deed that the figure counts those of, or the deeds themselves: arrests and the arrested."""
        held = {token.head, deed.i} if self.scene.parse[token.head].pos == "NOUN" else {deed.i}
        found = {self.scene.types[i] for i in held if i in self.scene.types} | ({"COERCE"} if {self.scene.parse[i].lemma.lower() for i in held} & word_set("verbs_of_arresting") | {self.scene.parse[token.head].lemma.lower()} & word_set("nouns_of_arrests") else set())
        return "COERCE" if "COERCE" in found else ""

    def share(self, token: Token, clause: Clause) -> bool:
        """ "11 children were among the dead", "the dead included four soldiers", "one of the victims": some of those whom another counts."""
        p = self.scene.parse
        counted = word_set("dead_words") | word_set("counted_at_once")
        noun = p[token.head] if token.dep == "nummod" else token
        of = next((c for c in p.children(noun.i) if c.dep == "prep" and c.lower == "of" and c.i == noun.i + 1), None)
        if p[clause.head].lemma in ("bury", "exhume", "identify"):
            return True  # "had buried 12 bodies"
        if (noun is not token and noun.dep == "poss") or any(c.dep == "poss" and c.tag in ("NNS", "NNPS") for c in p.children(noun.i)):
            return True  # "12 children's bodies": of the dead those that were children
        if of is not None and noun is token and any(any(d.lower in ("the", "those", "these") for d in p.children(g.i)) or g.lower == "them" for g in p.children(of.i)):
            return True
        for word in clause.words:
            if word.lemma.lower() in word_set("words_of_inclusion"):
                around = [g for c in (*p.children(word.i), *p.children(word.head)) for g in (c, *(p.children(c.i) if c.dep == "prep" else ()))]
                if any(g.lower in counted or g.lemma.lower() in counted or g.lower in ("those", "them") for g in around):
                    return True
        return False

    def crowd(self, clause: Clause) -> bool:
        """Whether a clause tells how many came, or only a number in answer."""
        return len(clause.words) <= 3 or any(t.lemma.lower() in ("crowd", "turnout", "attendance", "marcher", "demonstrator", "protester", "people") for t in clause.words)

    def compound(self, token: Token) -> int | None:
        """ "half a million", "two thousand": a number of several words."""
        p = self.scene.parse
        first = token.i
        while first and p[first - 1].sent == token.sent and (p[first - 1].lower in ("half", "a", "quarter", "of") or p[first - 1].pos == "NUM"):
            first -= 1
        words = [t.lower for t in p.tokens[first : token.i + 1]]
        if words[-1] == "million" and "half" in words:
            return 500_000
        return value(words) if len(words) > 1 else None

    def at_large(self, claim: Statement, first: Figure, answer: Statement, figure: Figure) -> bool:
        """ "put the number of dead at 31", "estimated the crowd at 6,000": a bare figure for whatever was counted just before."""
        for statement, given, other in ((answer, figure, first), (claim, first, figure)):
            if statement.lemma in word_set("counting_verbs") and not given.counted and (other.counted or other.dead):
                return any(t.lemma.lower() in word_set("counted_at_once") for t in statement.words)
        return False

    def person(self, noun: str) -> bool:
        return noun in persons() or noun in word_set("acting_nouns") or noun in word_set("counted_people")

    def words(self, token: Token, clause: Clause) -> Range:
        """The figure with what it counts and tells of it: the whole clause where that is short."""
        return clause.range if len(clause.words) <= 14 else (token.start, max(token.end, self.scene.parse[token.head].end))

    def one_thing(self, first: Figure, other: Figure, spoken: bool = False) -> bool:
        """Whether two figures count one thing: the same noun under the same verb, the dead or hurt of one deed, or a bare number in answer."""
        if first.share != other.share:
            return False
        if other.elided:
            return not first.elided
        if other.alone:
            return first.dead or first.alone or other.taken_up or (spoken and not other.counted)
        if first.dead and other.dead:
            anyone = word_set("anyone_counted")
            if foes(first.counted, other.counted):
                return False  # "12 rebels were killed", "killed 30 soldiers"
            return same(first.counted, other.counted) or (bool(first.counted) and bool(other.counted) and bool({first.counted, other.counted} & anyone))
        if other.verb == "be" and other.counted and (same(other.counted, first.verb) or same(other.counted, first.counted)):
            return True  # "3,000 have been displaced": "the number of displaced is 12,000"
        if first.kind and first.kind == other.kind and first.dead == other.dead and (first.counted in word_set("nouns_of_arrests")) != (other.counted in word_set("nouns_of_arrests")):
            return True  # "38 were picked up": "there had been six arrests"
        if first.kind == other.kind == "COERCE" and self.by_nobody(first) and self.by_nobody(other):
            anybody = {f.counted for f in (first, other)} & (word_set("anyone_counted") | {""})
            return bool(anybody) or same(first.counted, other.counted)  # "300 of its supporters had been detained": "45 people were arrested"
        return bool(first.counted) and same(first.counted, other.counted) and first.verb == other.verb and first.dead == other.dead

    def others_dead(self, claim: Statement, first: Figure, answer: Statement, other: Figure) -> bool:
        """ "two of its pilots" and "one of its pilots", "40 Orlan fighters" and "12 Sool soldiers": people of two sides, each counted by whom."""
        sides = {self.scene.parse[h].lemma.lower() for s in (claim, answer) for h in s.source}
        one, two = self.whose(claim, first, sides), self.whose(answer, other, sides)
        return bool(one) and bool(two) and one.isdisjoint(two)

    def whose(self, statement: Statement, figure: Figure, sides: set[str]) -> frozenset[str]:
        """The party whose people a figure counts, by what is known of it: of the source's own ("its soldiers"), or of one named before the noun, or of `sides` told there."""
        p, actors = self.scene.parse, self.scene.actors
        number = p[figure.at]
        noun = p[number.head] if number.dep == "nummod" else next((g for c in p.children(number.i) if c.lower == "of" for g in p.children(c.i) if g.dep == "pobj"), number)
        named = [c for c in p.children(noun.i) if c.i < noun.i and c.dep in ("compound", "amod", "nmod", "poss") and (c.pos == "PROPN" or c.text[:1].isupper() or c.lemma.lower() in sides)]
        own = any(c.dep == "poss" and c.pos == "PRON" for c in p.children(noun.i))
        heads = list(statement.source) if own else [c.i for c in named]
        keys = {p[h].lower.rstrip("s") for h in heads if p[h].pos in ("NOUN", "PROPN", "ADJ")}
        for head in heads:
            mention = actors.by_head.get(head)
            keys |= {mention.entity, *actors.by_id[mention.entity].countries} if mention is not None else set()
        return frozenset(keys | countries_named(p[h] for h in heads))

    def by_nobody(self, figure: Figure) -> bool:
        """Whether the figure is of those whom a passive without a doer tells of."""
        below = self.scene.parse.children(figure.deed)
        return any(c.dep == "auxpass" for c in below) and not any(c.dep == "agent" for c in below)

    def another(self, claim: Statement, answer: Statement) -> bool:
        """ "Another three were killed", or those of another day or place: other dead."""
        p = self.scene.parse
        both = (*claim.words, *answer.words)
        if any(t.lower in ("another", "other", "others", "further", "total", "altogether") or (t.lower == "more" and p[min(t.i + 1, len(p) - 1)].lower != "than") for t in both):
            return True
        settings = [{t.lemma.lower() for t in s.words if t.ent in ("DATE", "GPE", "LOC", "FAC") and t.pos in ("PROPN", "NOUN")} for s in (claim, answer)]
        return bool(settings[0]) and bool(settings[1]) and not settings[0] & settings[1]

    def of_a_year(self, claim: Statement, first: Figure, answer: Statement, figure: Figure) -> bool:
        """ "three children were also killed": "more than 5,600 people were killed last year": many times as many, over a long time, are no other count of the three."""
        long = [any(t.ent == "DATE" and (t.lemma.lower() in ("month", "year", "decade") or (t.text.isdigit() and len(t.text) == _YEAR)) for t in s.words) for s in (claim, answer)]
        sizes = sorted((first.value, figure.value))
        return long[0] != long[1] and sizes[1] > _MANY * max(1, sizes[0])

    def updated(self, answer: Statement) -> bool:
        """Whether the statement brings an earlier figure up to date."""
        around = {t.lemma.lower() for t in answer.words} | {self.scene.parse[t].lemma.lower() for t in answer.cue}
        return bool(around & word_set("updating_words"))
