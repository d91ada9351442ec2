"""disputes, versions: two sources tell one thing of the same ones, and only the meaning of their words says that both cannot be so: "the men were armed", "they
were unarmed farmers"; "captured the town", "still holds it"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.actorbook import ActorBook
from onrecord.extract.disagreement.answered import BESIDE
from onrecord.extract.disagreement.firstshots import answered_fire
from onrecord.extract.disagreement.opposed import Opposition, Scene
from onrecord.extract.disagreement.statements import Statement
from onrecord.extract.phrases.told import Clause
from onrecord.lexicon.disputes import alike, opposite
from onrecord.lexicon.stance import same
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token
from onrecord.syntax import NOMINAL, clause_of, is_passive

_NEAR = 1  # sentences within which a version answers another
_TURNED = 2  # where it is set against that by "but", "however"
_MAIN = frozenset({"acomp", "attr", "oprd", "advmod", "dobj", "xcomp", "prep", "agent", "prt"})
_BELOW = frozenset({"pobj", "amod", "conj", "compound", "pcomp"})
_VICTIMS = frozenset({"dead", "victims", "wounded", "killed"})
_DAYS = frozenset({"DATE"})
_SITES = frozenset({"GPE", "LOC", "FAC"})

_HOLDING = frozenset({"control", "possession", "command"})
_AMISS = frozenset({"misfired", "stray", "errant", "faulty"})
# Deeds and those that undo them later.
_UNDOING = word_set("deeds_and_what_undoes_them")
_LINES = frozenset({"position", "line", "defence", "defense", "defender"})


@dataclass(frozen=True, slots=True)
class Versions:
    scene: Scene

    def find(self) -> Iterator[Opposition]:
        for answer in self.scene.told:
            if not self.speaks(answer):
                continue
            reach = _TURNED if self.turned(answer) else _NEAR
            before = [s for s in self.scene.near(answer, reach) if s.first < answer.first and self.scene.distance(s, answer) <= reach and self.speaks(s)]
            before = [s for s in before if not self.scene.same_source(s, answer) and not {t.i for t in s.words} & {t.i for t in (*answer.words, *self.tokens(answer.cue))}]
            for claim in reversed(before):
                found = next(self.between(claim, answer), None)
                if found is not None:
                    yield found
                    break

    def tokens(self, at: tuple[int, ...]) -> tuple[Token, ...]:
        return tuple(self.scene.parse[i] for i in at)

    def speaks(self, statement: Statement) -> bool:
        """A source of its own that is told, and asserts something in the main line of its sentence."""
        p = self.scene.parse
        if statement.stance != "asserts" or self.scene.outlet(statement) or not statement.source or statement.unnamed or not statement.clauses:
            return False
        if any(p[t].tag == "MD" or p[t].dep == "neg" for t in statement.cue):
            return False
        return not self.scene.anybody(statement)

    def turned(self, answer: Statement) -> bool:
        """Whether its sentence sets it against what stood before."""
        p = self.scene.parse
        return any(t.lower in word_set("turning_words") and t.i <= answer.first + 12 for t in p.sentence_tokens(answer.sentence))

    def between(self, claim: Statement, answer: Statement) -> Iterator[Opposition]:
        for part in answer.clauses:
            for told in claim.clauses:
                absent = self.alibi(told, part, answer)
                denied = self.denied(told, part) if part.negative else None
                if (part.negative and absent is None and denied is None) or told.negative or part.modal or told.modal or not self.scene.tells(claim, told) or not self.scene.tells(answer, part):
                    continue
                rule = absent or denied or self.opposite(told, part)
                one = rule is not None and (self.of_one(told, part, answer) or self.set_against(claim, told, answer))
                if (not one and not part.negative and self.other_target(told, part, answer)) or (not one and not part.negative and self.other_target(part, told, claim) and self.spared(part)):
                    rule, one = "other-target", True
                elif not one and not part.negative and self.defended_itself(claim, told, answer, part):
                    rule, one = "self-defence", True
                if rule is not None and one and not self.elsewhere(claim, answer):
                    yield Opposition(told.range, self.scene.parallel(claim), tuple((a, "denies") for a in self.scene.parallel(answer)), rule, part.head, 0.5)
                    return

    def set_against(self, claim: Statement, told: Clause, answer: Statement) -> bool:
        """ "The mission said the clinic was hit by a strike, while the army said a rebel rocket had misfired": two causes of one harm, set against each other in one sentence."""
        p = self.scene.parse
        if claim.sentence != answer.sentence or self.scene.types.get(told.head) != "ASSAULT":
            return False
        return any(t.lower in word_set("turning_words") and max(w.i for w in told.words) < t.i <= answer.first for t in p.sentence_tokens(answer.sentence))

    def other_target(self, told: Clause, part: Clause, answer: Statement) -> bool:
        """ "A plane bombed a school", "its jets hit a rebel camp": whoever answers for those who struck says that it was something else that they struck."""
        p = self.scene.parse
        if {self.scene.types.get(told.head), self.scene.types.get(part.head)} != {"ASSAULT"} or p[part.head].tag not in ("VBD", "VBN"):
            return False
        subject = self.scene.subject(part)
        own = subject is not None and (subject.lower in ("it", "they", "we") or any(c.dep == "poss" and c.lower in ("its", "our", "their") for c in p.children(subject.i)))
        if not own and (subject is None or not self.scene.mentions((subject,), answer)):
            return False
        struck = [next((t for t in c.words if t.head == c.head and t.dep in ("dobj", "nsubjpass")), None) for c in (told, part)]
        first, second = struck
        if first is None or second is None or not self.armed(second) or self.armed(first):
            return False
        harmed = {first.lemma.lower(), *(g.lemma.lower() for c in p.children(first.i) if c.dep == "prep" and c.lower == "of" for g in p.children(c.i))}
        spared = word_set("counted_people") | word_set("anyone_counted") | word_set("sites_that_are_spared")
        return bool(harmed & spared) and not harmed & word_set("words_of_fighters")

    def spared(self, clause: Clause) -> bool:
        """Whether what was struck is a place that is spared in war, and it is not told beside what the other told: "a school had been hit too"."""
        struck = next((t for t in clause.words if t.head == clause.head and t.dep in ("dobj", "nsubjpass")), None)
        return struck is not None and struck.lemma.lower() in word_set("sites_that_are_spared") and not any(t.lower in ("too", "also", "as") for t in clause.words)

    def defended_itself(self, claim: Statement, told: Clause, answer: Statement, part: Clause) -> bool:
        """ "police opened fire on strikers": "officers had come under attack and acted in self-defence", right behind, of forces of a state or of the doer himself."""
        p = self.scene.parse
        if self.scene.types.get(told.head) != "ASSAULT" or self.scene.distance(claim, answer) > 1:
            return False
        words = {t.lemma.lower() for t in part.words}
        under = any(t.lower == "under" and any(g.lemma.lower() in ("attack", "fire") for g in p.children(t.i)) and p[t.head].lemma == "come" for t in part.words)
        back = any(p[t.head].lemma == "return" for t in part.words if t.lemma.lower() == "fire" and t.dep == "dobj") or (answered_fire(self.scene, part) and self.scene.deed_of(told, answer, forces=True))
        if not (words & {"self-defence", "self-defense"} or {"self", "defence"} <= words or {"self", "defense"} <= words or under or back):
            return False
        doer, subject = self.scene.subject(told), self.scene.subject(part)
        states = word_set("forces_of_states")
        if doer is None or subject is None or doer.dep != "nsubj":
            return False
        his = doer.lemma.lower() in states and any(c.dep == "poss" and c.pos == "PRON" for c in p.children(subject.i))  # "its men had returned fire"
        return his or same(doer.lemma.lower(), subject.lemma.lower()) or {doer.lemma.lower(), subject.lemma.lower()} <= states or (subject.pos == "PRON" and self.scene.deed_of(told, answer))

    def armed(self, thing: Token) -> bool:
        """ "a rebel camp", "military targets", "nine militants": what may be struck in war."""
        words = {self.scene.parse[k].lemma.lower() for k in self.scene.parse.subtree(thing.i)}
        return bool(words & (word_set("words_of_fighters") | word_set("words_of_war")))

    def elsewhere(self, claim: Statement, answer: Statement) -> bool:
        """Whether the two tell of different days or places."""
        days, sites = ([self.settings(s, kinds) for s in (claim, answer)] for kinds in (_DAYS, _SITES))
        if claim.sentence == answer.sentence:
            return False
        return bool(days[1] and not days[0] & days[1]) or bool(sites[0] and sites[1] and not sites[0] & sites[1])

    def settings(self, statement: Statement, kinds: frozenset[str]) -> frozenset[str]:
        """Days or places told in the sentence, without the day and place of the saying."""
        p = self.scene.parse
        end = max(t.i for t in statement.words)
        named = [t for t in p.sentence_tokens(statement.sentence) if t.ent in kinds and (t.pos in ("PROPN", "NUM") or (t.lemma in ("year", "month", "week") and p[t.i - 1].lower in ("last", "previous"))) and t.i <= end and t.i not in statement.source and p[t.head].lower != "since"]
        return frozenset(t.lemma.lower() for t in named if clause_of(p, t.i) not in statement.cue)

    def opposite(self, told: Clause, part: Clause) -> str | None:
        for one in (*self.main(told), *self.occasion(told)):
            if one.lemma in ("refuse", "deny") and is_passive(self.scene.parse, one.i):
                continue  # "were refused asylum": it is not they who refuse
            for other in self.main(part):
                # "armed" and "missing" are forms of verbs to the parser.
                rule = next((r for a in {one.lemma.lower(), one.lower, *self.taken(one, told), *self.of_own_will(one)} for b in {other.lemma.lower(), other.lower, *self.of_own_will(other)} if (r := opposite(a, b)) is not None), None)
                if rule is not None and not self.of_two(one, other) and not self.undoes(one, other):
                    # "killed nine fighters": "the dead were farmers" says who they were, and nothing against the killing
                    return f"{rule}:{BESIDE}" if told.head in self.scene.types and self.who_or_how(one) else rule
        return None

    def taken(self, one: Token, told: Clause) -> tuple[str, ...]:
        """ "had taken the town": its capture, and no taking of hostages."""
        captured = one.lemma.lower() == "take" and self.scene.types.get(one.i) == "ASSAULT" and not any(t.lemma.lower() in ("hostage", "captive", "prisoner") for t in told.words)
        return ("capture",) if captured else ()

    def who_or_how(self, word: Token) -> bool:
        """Whether a word of a deed says who or what was harmed, or by what sort of thing."""
        whom = word_set("words_of_fighters") | word_set("counted_people") | word_set("sites_that_are_spared") | word_set("words_of_war")
        return word.dep == "amod" or (word.dep != "ROOT" and word.pos == "NOUN" and word.lemma.lower() in whom)

    def of_own_will(self, one: Token) -> tuple[str, ...]:
        """ "left of their own will", "of her own free choice"."""
        own = one.dep == "pobj" and self.scene.parse[one.head].lower in ("of", "by", "on") and any(c.lower in ("own", "free") for c in self.scene.parse.children(one.i))
        return ("voluntary",) if own and one.lemma.lower() in ("will", "volition", "accord", "choice") else ()

    def undoes(self, one: Token, other: Token) -> bool:
        """ "said they had been detained ... said they had been released": what is done after the other deed and says nothing against it."""
        return one.pos == other.pos == "VERB" and other.tag in ("VBD", "VBN") and f"{one.lemma.lower()}/{other.lemma.lower()}" in _UNDOING

    def of_two(self, one: Token, other: Token) -> bool:
        """Whether a fighter and a worker are rather two: who somebody was is told by "were"."""
        first, second = one.lemma.lower(), other.lemma.lower()
        fighters, people = word_set("words_of_fighters"), word_set("counted_people") - word_set("words_of_fighters")
        return "attr" not in (one.dep, other.dep) and ((first in fighters and second in people) or (second in fighters and first in people))

    def denied(self, told: Clause, part: Clause) -> str | None:
        """ "had been armed with grenades": "neither was carrying a gun": words of one side of a pair, one told and one denied."""
        p = self.scene.parse
        fell = [p[part.head]] if p[part.head].lemma == "fall" and "fall" in part.denied else []  # "had overrun the district": "it had not fallen"
        below = fell + [c for c in p.children(part.head) if p[part.head].lemma.lower() in part.denied and c.dep in ("dobj", "attr", "acomp") and c in part.words]
        for one in self.main(told):
            for other in (*below, *(t for t in part.words if t.lemma.lower() in part.denied and t.pos in ("ADJ", "NOUN") and t.dep in ("attr", "acomp", "dobj"))):
                rule = next((r for a in {one.lemma.lower(), one.lower} for b in {other.lemma.lower(), other.lower} if (r := alike(a, b)) is not None), None)
                if rule is not None:
                    return rule
        return None

    def main(self, clause: Clause) -> list[Token]:
        """The words by which a clause tells what is so: its head, what completes that, and what qualifies these."""
        p = self.scene.parse
        inside = {t.i for t in clause.words}
        heads = [p[clause.head], *(c for c in p.children(clause.head) if c.dep == "conj" and c.pos == "VERB" and c.i in inside and not any(g.dep in ("nsubj", "nsubjpass", "neg") for g in p.children(c.i)))]
        if p[clause.head].pos in NOMINAL:
            heads += [t for t in clause.words if t.dep == "pcomp" and p[t.head].lower == "of"]  # "accused police of killing a man"
        found = [*heads, *(t for t in clause.words if self.of_own_will(t))]
        subject = self.scene.subject(clause)
        if subject is not None and self.scene.types.get(clause.head) == "ASSAULT":
            # "a misfired rocket hit the clinic"
            found += [c for c in p.children(subject.i) if c.dep == "amod" and (c.tag in ("VBN", "VBG") or c.lower in _AMISS)]
        for child in (c for h in heads for c in p.children(h.i)):
            if child.i in inside and child.dep in _MAIN:
                found.append(child)
                for below in p.children(child.i):
                    if below.i in inside and below.dep == "prep" and child.dep == "acomp":
                        # "was laden with stolen salt"
                        found += [k for g in p.children(below.i) if g.dep == "pobj" for k in (g, *p.children(g.i)) if k.dep in ("pobj", "amod")]
                    if below.i in inside and below.dep in _BELOW:
                        found.append(below)
                        found += [k for k in p.children(below.i) if k.i in inside and k.dep in ("amod", "compound", "conj")]
        return found

    def occasion(self, clause: Clause) -> list[Token]:
        """Of "were killed when guards fired into a crowd" what is told in the clause of time."""
        p = self.scene.parse
        inside = {t.i for t in clause.words}
        when = [c for c in p.children(clause.head) if c.dep == "advcl" and c.i in inside and any(m.lower in ("when", "as", "after") for m in p.children(c.i))]
        return [k for verb in when for c in p.children(verb.i) if c.dep in ("dobj", "prep") for k in (c, *p.children(c.i)) if k.i in inside]

    def alibi(self, told: Clause, part: Clause, answer: Statement) -> str | None:
        """ "Heron ordered the killing": "Heron said he was abroad", "was asleep at the time"."""
        p = self.scene.parse
        subject = self.scene.subject(part)
        if subject is None or subject.lower not in ("he", "she", "they", "i", "we") or not self.scene.deed_of(told, answer) or p[part.head].lemma != "be":
            return None
        said = {c.lower for c in p.children(part.head)} | {g.lower for c in p.children(part.head) if c.dep == "prep" for g in p.children(c.i)}
        return "alibi" if said & word_set("words_of_absence") else None

    def of_one(self, told: Clause, part: Clause, answer: Statement) -> bool:
        """Whether both tell it of the same ones: a pronoun that does not mean who speaks, the same noun, or "the dead", "the town" for what was named."""
        p = self.scene.parse
        inside = {t.i for t in part.words}
        subject, earlier = self.scene.subject(part), self.scene.subject(told)
        if self.told_by_who_lives(told, part):
            return False
        topics = [t for t in part.words if t.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "attr") and (t.head == part.head or p[t.head].head == part.head) and t.i in inside]
        topics = [t for t in topics if not (t.dep == "pobj" and p[t.head].lower == "of")]  # "held six of them"
        topics += [t for t in part.words if t.dep == "pobj" and p[t.head].lower == "of" and p[p[t.head].head].lemma.lower() in _HOLDING]  # "remained in control of the town"
        known = {m.entity for t in told.words if (m := self.scene.actors.by_head.get(t.i)) is not None}
        nouns = {t.lemma.lower() for t in told.words if t.pos in ("NOUN", "PROPN") and t.ent not in ("DATE", "TIME")}
        for topic in topics:
            if topic.dep == "dobj" and topic.lower in ("it", "them") and any(t.head == told.head and t.dep in ("dobj", "nsubjpass") and (t.tag == "NNS") == (topic.lower == "them") and t.pos in ("NOUN", "PROPN") for t in told.words):
                return True  # "had captured the town": "its forces still held it"
            if topic.pos == "PRON" and topic.lower in word_set("topic_pronouns"):
                if self.speaks_of_himself(topic, told, part, answer):
                    continue
                if topic.lower == "she" and any(t.lemma.lower() in word_set("crafts") for t in told.words):
                    return True  # ships
                crew = earlier is not None and earlier.lemma.lower() in word_set("crafts") and topic.lower == "they" and p[part.head].lemma == "be" and any(t.head == part.head and t.dep == "attr" for t in part.words)
                if crew and not any(t.head == part.head and t.dep == "attr" and t.lemma.lower() in word_set("crafts") for t in part.words):
                    return True  # "the vessel was carrying cocaine": "they were fishermen"
                thing = earlier is not None and earlier.tag == "NN" and earlier.i not in self.scene.actors.by_head
                if topic is subject and thing and topic.lower in ("they", "he", "she"):
                    continue  # "its post had fallen": "they held six"
                if topic is subject or earlier is None or earlier.pos in ("NOUN", "PROPN"):
                    return True
            elif topic.pos in ("NOUN", "PROPN"):
                mention = self.scene.actors.by_head.get(topic.i)
                definite = any(c.dep == "det" and c.lower in ("the", "this", "that", "those", "these") for c in p.children(topic.i))
                bare = topic.tag == "NNS" and not p.children(topic.i) and topic is subject and topic.dep == "nsubj"  # "gunmen had abducted a teacher": none of the soldiers told of
                if any(n == topic.lemma.lower() or (not bare and same(topic.lemma.lower(), n)) for n in nouns) or (mention is not None and mention.entity in known):
                    return True
                if definite and topic.lemma.lower() in word_set("taking_up_nouns"):
                    return True
                if definite and any(topic.lemma.lower() in word_set(k) and nouns & word_set(k) for k in ("crafts", "films_and_photographs")):
                    return True  # "a helicopter": "the aircraft"
        # "guards fired into the crowd": "his men fired in the air"
        if any(t.lower in _VICTIMS and t.i < part.head for t in part.words):
            return True
        if subject is not None and subject.lower in word_set("flat_negatives") and any(g.lower == "them" for c in p.children(subject.i) if c.lower == "of" for g in p.children(c.i)):
            return earlier is not None and earlier.tag == "NNS"  # "none of them carried weapons"
        if self.alibi(told, part, answer) is not None:
            return True
        own = subject is not None and any(c.dep == "poss" and c.pos == "PRON" for c in p.children(subject.i))
        holds = subject is not None and subject.lemma.lower() in _LINES and p[told.head].lemma in word_set("verbs_of_conquest")  # "had captured the town": "our positions hold"
        return own and (holds or p[told.head].lemma == p[part.head].lemma)

    def told_by_who_lives(self, told: Clause, part: Clause) -> bool:
        """ "One of them died in a fall": "they are shooting at us": whoever says that it is done to himself is not the one who died."""
        ours = any(t.lower in ("us", "me") and t.dep in ("dobj", "pobj", "dative") for t in part.words)
        return ours and bool(told.keys & word_set("dead_words")) and not part.keys & word_set("dead_words")

    def one_person(self, answer: Statement, own: str | None) -> bool:
        """Whether who answers is a person, of whom "it" is never said."""
        if own is not None and self.scene.actors.by_id[own].kind != "unknown":
            return self.scene.actors.by_id[own].kind in ("person", "office")
        roles = [r for t in answer.source if self.scene.parse[t].dep not in ("poss", "pobj", "compound") and (r := ActorBook.load().role(self.scene.parse[t].lemma.lower())) is not None]
        return any(r.kind in ("person", "office") for r in roles) or any(self.scene.parse[t].lemma.lower() in word_set("heads_of_crews") for t in answer.source)

    def speaks_of_himself(self, pronoun: Token, told: Clause, part: Clause, answer: Statement) -> bool:
        """Whether a pronoun means the one who answers, and nothing says that he takes up what the other told."""
        p = self.scene.parse
        if answer.source and pronoun.i < min(answer.source) and (not answer.cue or pronoun.i < answer.cue[0]) and pronoun.lower in ("he", "she", "it", "they"):
            return False  # "He was unarmed, said the sexton": who is named only then is not "he"
        mention, own = self.scene.actors.by_head.get(pronoun.i), self.scene.entity(answer)
        if mention is not None and own is not None and mention.entity != own:
            return False
        if own is not None and pronoun.lower in ("they", "them") and self.scene.actors.by_id[own].kind == "person" and len(self.scene.parallel(answer)) == 1:
            return False  # "the union's leader said they had been forced out"
        if pronoun.lower == "it" and self.one_person(answer, own):
            return False  # "the captain says it had entered the bay"
        earlier = self.scene.subject(told)
        if any(p[t].dep == "poss" and p[t].pos == "PRON" for t in answer.source):
            return False  # "their wives said they were unarmed"
        if earlier is None:
            return True
        if self.scene.subject(part) is not pronoun:
            # "they had shot it down": a thing, or those who speak
            return mention is not None or (earlier.tag in ("NNS", "NNPS")) != (pronoun.lower == "them")
        met = self.scene.actors.by_head.get(earlier.i)
        if met is not None and own is not None and met.entity == own:
            return False  # "the rebels had started it", "the rebels said they had responded"
        if pronoun.dep == "nsubjpass" and pronoun.lower == "they" and earlier.tag == "NNS" and earlier.lemma.lower() not in self.scene.heads(answer):
            return False  # "the families left of their own will": "aid workers said they were forced onto buses"
        plural = earlier.tag in ("NNS", "NNPS")
        plural = plural or earlier.lower in ("dead", "wounded", "injured")
        heads = ["be" if any(c.dep == "auxpass" for c in p.children(h)) else p[h].lemma for h in (told.head, part.head)]
        if heads[0] == heads[1]:
            return heads[0] == "be" and plural != (pronoun.lower in ("they", "them"))
        # "crime had fallen": "it had risen"
        return met is not None or any(c.dep == "dobj" for h in (told.head, part.head) for c in p.children(h))
