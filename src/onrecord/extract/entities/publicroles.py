"""Roles that a report gives to named persons elsewhere than in a title or an apposition of their own: in a row of names ("the deputies, X, Y and Z", "members of
the league such as X and Y"), as whom a verb makes them ("X leads the gang", "X was elected chairman", "X is running for mayor"), before the name ("Harbour Cartel
lieutenant X"). A helper of the actor stage, no stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from onrecord import syntax
from onrecord.actorbook import PUBLIC, ActorBook
from onrecord.extract.entities.belonging import Belonging
from onrecord.extract.entities.found import BODIES, Cluster, Found
from onrecord.extract.entities.headed import member_of
from onrecord.extract.entities.rolephrases import RolePhrases
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

_LEADING, _CHOOSING, _RUNNING = word_set("leading_verbs"), word_set("verbs_of_choosing_somebody"), word_set("verbs_of_standing_for_office")
_SEATS, _HENCHMEN, _EXAMPLES = word_set("seats_to_stand_for"), word_set("henchmen"), word_set("words_before_examples")
_RELATIONAL, _KIN = word_set("relational_nouns"), word_set("kin")
_DENYING = word_set("verbs_of_denying_a_role")
_OUTLAWS = frozenset({"REB", "PRM", "CRM"})
# Sectors that say only that somebody is nobody in particular.
_VAGUE = frozenset({"CVL", "UAF", "UNK"})
_PEOPLE = frozenset({"person", "office"})
_MANY = ("NNS", "NNPS")
_BEFORE = ("compound", "nmod", "amod", "poss")
_WHOSE = ("of", "for", "from", "in", "with")
_DEEP = 3  # nouns down which a role is of somebody: "members of the party's leadership"
_PHRASE = 10  # tokens of such words before a name
_ROW = 40  # names in one row: a list of the dead


@dataclass(frozen=True, slots=True)
class Told:
    """What a report tells of somebody besides: whether he plays a part in public, and the sectors of that part."""

    public: bool = False
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True)
class PublicRoles:
    """Reads one parse and what was found in it."""

    parse: Parse
    book: ActorBook
    clusters: Iterable[Cluster]
    names: dict[int, Found] = field(init=False, repr=False)
    heads: dict[int, Found] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        found = [m for c in self.clusters for m in c.found if m.kind != "pronoun"]
        object.__setattr__(self, "names", {t: m for m in found if m.kind == "name" for t in range(m.first, m.last)})
        object.__setattr__(self, "heads", {m.head: m for m in found})

    @cached_property
    def _phrases(self) -> RolePhrases:
        return RolePhrases(self.parse, self.book, Belonging(self.parse, self.book))

    def of(self, cluster: Cluster) -> Told:
        """What is told of one person."""
        told = [t for m in cluster.found if m.kind == "name" and m.entity_kind == "person" for t in self._told(m)]
        for m in cluster.found:
            if m.kind != "name":
                told += self._made.get(m.head, ())
            if m.kind == "nominal" and m.sectors == ("UAF",):
                # "a gunman of the league, X"
                told.append(self._role(m.head))
        return Told(any(t.public for t in told), next((t.sectors for t in told if t.sectors), ()))

    def _told(self, name: Found) -> Iterator[Told]:
        p = self.parse
        for token in p.tokens[name.first : name.last]:
            yield from self._made.get(token.i, ())
            if token.head == token.i or not name.first <= token.head < name.last or token.dep in ("conj", "appos"):
                for anchor in self._anchors(token.i):
                    yield self._role(anchor)
        if (second := self._second_before(name.first)) >= 0:
            yield self._role(second)
        for child in p.children(name.head):
            if child.dep in ("compound", "nmod") and child.i < name.first and child.tag == "NN" and child.i not in self.names:
                yield self._role(child.i, one=True)

    def _anchors(self, at: int) -> Iterator[int]:
        """The nouns that say what those are among whom a name stands: over a row of names, behind it, or of which "such as" gives examples."""
        p = self.parse
        row = self._row(at)
        first = row[0]
        token, above = p[first], p.head(first)
        titled = above is not None and self.names.get(above.i) is self.names.get(first)  # "Deputies X and Y", with the title a part of the name
        if above is not None and above.lower == "command" and self._second(above.i - 2):
            above = p[above.i - 2]
        if above is not None and token.dep == "appos" and (above.tag in _MANY or self._second(above.i)) and (titled or above.i not in self.names):
            yield above.i
        if above is not None and token.dep == "pobj" and above.i > 0:
            such = above.lower == "as" and p[above.i - 1].lower == "such"
            at = above.i - 2 if such and p[above.i - 1].sent == token.sent else above.i - 1
            at -= at > 0 and p[at].text == ","
            noun = p[at] if such or above.lower in _EXAMPLES else None
            over = p.head(above.i)
            for one in () if noun is None else (over,) if over is not None and over.pos in syntax.NOMINAL else (noun,):
                if one is not None and one.tag in _MANY and one.pos in syntax.NOMINAL and one.i not in self.names:
                    yield one.i
        if above is not None and token.dep == "nsubj" and above.lemma == "be":
            yield from (o for o in syntax.prep_objects(p, above.i, "among") if p[o].tag in _MANY)
            yield from (c.i for c in p.children(above.i) if c.dep == "attr" and c.tag in _MANY and len(row) > 1 and not any(d.dep == "neg" for d in p.children(above.i)))
        last = self.names[row[-1]].last if row[-1] in self.names else len(p)
        if len(row) > 1 and last + 2 < len(p) and p[last].text == "," and (p[last + 1].lower in ("both", "all") or p[last + 1].pos == "NUM"):
            # "X and Y, both members of", which the parser may hang on anything
            yield from (t.i for t in (p.head(last + 1),) if t is not None and t.tag in _MANY and t.i > last + 1)
        for name in row:
            yield from (c.i for c in p.children(name) if c.dep == "appos" and c.i not in self.names and ((c.tag in _MANY and len(row) > 1) or self._second(c.i)))
            yield from (c.i for c in p.children(name) if c.dep in ("compound", "nmod") and c.tag in _MANY and c.i < name and len(row) > 1)

    def _row(self, at: int) -> list[int]:
        """The heads of the row of names that one stands in, which the parser may hang on each other as appositions: "X, Y and Z"."""
        p = self.parse
        first = at
        for _ in range(_ROW):
            token = p[first]
            over = self.names.get(token.head) if token.dep == "appos" else None
            inside = token.dep == "conj" or (over is not None and over.entity_kind == "person" and not over.first <= first < over.last and self._parted(over.last, first))
            if not inside or token.head == first:
                break
            first = token.head
        row = syntax.conjuncts(p, first)
        row += [i for c in p.children(first) if c.dep == "appos" and c.i in self.names and c.i not in row for i in syntax.conjuncts(p, c.i)]
        return row if row and row[0] == first else [first, *(i for i in row if i != first)]

    def _parted(self, last: int, first: int) -> bool:
        """Whether a comma, and no bracket, stands between two names."""
        between = [t.text for t in self.parse.tokens[last:first]]
        return "," in between and "(" not in between

    def _second(self, at: int) -> bool:
        """ "the second in command of the rebels" """
        p = self.parse
        return 0 <= at < len(p) - 2 and p[at + 1].lower == "in" and p[at + 2].lower == "command"

    def _second_before(self, first: int) -> int:
        """ "The second in command of the rebels, | X, was": where the words begin that close with a comma before a name, whatever the parser hangs them on; else -1."""
        p = self.parse
        if first < 4 or p[first - 1].text != "," or p[first - 1].sent != p[first].sent:
            return -1
        at = first - 2
        while at > p.sentences[p[first].sent].first and first - at < _PHRASE and p[at].text != "," and p[at].pos not in syntax.VERBAL:
            if self._second(at):
                return at
            at -= 1
        return -1

    @cached_property
    def _made(self) -> dict[int, list[Told]]:
        """By the head of a subject or object what a verb tells of it."""
        made: dict[int, list[Told]] = {}
        for verb in self.parse.tokens:
            if verb.pos not in syntax.VERBAL or self._unsure(verb):
                continue
            if verb.lemma in _RUNNING and (told := self._stood_for(verb)):
                for subject in self._subjects(verb):
                    made.setdefault(subject, []).append(told)
            elif verb.lemma in _LEADING:
                self._led(verb, made)
            elif verb.lemma in _CHOOSING:
                self._chosen(verb, made)
        return made

    def _unsure(self, verb: Token) -> bool:
        """Whether a clause denies what its verb tells, or only says that it may be."""
        p = self.parse
        above = p.head(verb.i)
        if any(c.dep == "neg" or c.tag == "MD" or c.lower in ("if", "whether", "never") for c in p.children(verb.i)):
            return True
        above = p.head(above.i) if above is not None and above.dep in ("prep", "pcomp") and verb.dep == "pcomp" else above
        return above is not None and verb.dep in ("xcomp", "pcomp", "ccomp", "conj") and above.lemma in _DENYING

    def _subjects(self, verb: Token) -> list[int]:
        """The subjects of a verb; those of "X and Y, who lead" are both."""
        found = [f.head for f in syntax.surface_subject(self.parse, verb.i)]
        return [i for f in found for i in self._row(f)] if verb.dep == "relcl" and verb.tag == "VBP" else found

    def _led(self, verb: Token, made: dict[int, list[Told]]) -> None:
        """ "X leads the gang", "the gang led by X and Y", "X, accused of leading the gang": whoever heads a body of which the words tell what it is."""
        p = self.parse
        over = p.head(verb.i)
        if syntax.is_passive(p, verb.i):
            led = [c.i for c in p.children(verb.i) if c.dep == "nsubjpass"] or ([over.i] if over is not None and verb.dep in ("acl", "relcl") else [])
            people = [i for a in syntax.agents(p, verb.i) for i in syntax.conjuncts(p, a)]
        else:
            led = [c.i for c in p.children(verb.i) if c.dep == "dobj"]
            people = self._subjects(verb)
        for body in led:
            known, role = self.heads.get(body), self._phrases.role_at(body)
            kind = known.entity_kind if known is not None else role.kind if role is not None else ""
            sectors = self._sectors(body)
            if kind in (*BODIES, "state") or sectors:
                for person in people:
                    made.setdefault(person, []).append(Told(True, sectors))

    def _stood_for(self, verb: Token) -> Told | None:
        """ "is running for mayor", "stood for the senate": a candidate."""
        p = self.parse
        for o in syntax.prep_objects(p, verb.i, "for"):
            role = self._phrases.role_at(o)
            if p[o].lemma.lower() in _SEATS or (role is not None and (role.kind == "office" or role.sectors == ("LEG",)) and PUBLIC.intersection(role.sectors)):
                return Told(True, ("PTY",))
        return None

    def _chosen(self, verb: Token, made: dict[int, list[Told]]) -> None:
        """ "X was elected chairman of the conference", "They elected X as chairman", "X, elected chairman"."""
        p = self.parse
        posts = [c.i for c in p.children(verb.i) if c.dep in ("oprd", "attr", "dobj")] + syntax.prep_objects(p, verb.i, "as")
        post = next((o for o in posts if (role := self._phrases.role_at(o)) is not None and role.kind == "office" and o not in self.names), None)
        if post is None:
            return
        over = p.head(verb.i)
        whom = [c.i for c in p.children(verb.i) if c.dep == "nsubjpass"] or [c.i for c in p.children(verb.i) if c.dep in ("dobj", "nsubj") and c.i != post and c.i in self.names]
        whom = whom or ([over.i] if over is not None and verb.dep in ("acl", "relcl") and verb.tag in ("VBN", "VBD") else [])
        told = Told(True, self._sectors(post))
        for person in (i for w in whom for i in syntax.conjuncts(p, w)):
            made.setdefault(person, []).append(told)

    def _role(self, anchor: int, one: bool = False) -> Told:
        """What a noun for persons tells of those whom it stands with; nothing where it is for no persons."""
        sectors = self._sectors(anchor)
        role = self._phrases.role_at(anchor)
        known = self.heads.get(anchor)
        kind = known.entity_kind if known is not None else role.kind if role is not None else ""
        if self._second(anchor):
            return Told(True, sectors)
        if kind not in _PEOPLE and not (self.parse[anchor].tag in _MANY and sectors):
            return Told()
        post = kind == "office" or (role is not None and role.kind == "office")
        return Told(bool((PUBLIC | _OUTLAWS).intersection(sectors)) or (post and not one), sectors)

    def _sectors(self, head: int, depth: int = 0) -> tuple[str, ...]:
        """The sectors that a noun tells, its own or those of whom it is: "members of the party's leadership", "gang lieutenant"."""
        p = self.parse
        mention, role = self.heads.get(head) or self.names.get(head), self._phrases.role_at(head)
        own = mention.sectors if mention is not None and mention.sectors else role.sectors if role is not None else ()
        lemma = p[head].lemma.lower()
        if own and not _VAGUE.issuperset(own) and lemma not in _HENCHMEN:
            return own
        if own == ("CVL",) or lemma in _RELATIONAL or lemma in _KIN:
            # "relatives of the rebels", "victims of the gang"
            return ()
        below = [c.i for c in p.children(head) if c.dep in _BEFORE and c.i < head and c.pos in syntax.NOMINAL]
        below += syntax.prep_objects(p, p[head + 2].i if self._second(head) else head, "of")
        below += [o for prep in _WHOSE[1:] for o in syntax.prep_objects(p, head, prep) if lemma in _HENCHMEN or role is not None]
        if p[head].dep in ("compound", "nmod") and head and p[head - 1].dep in ("compound", "nmod") and p[head - 1].head == p[head].head and p[head - 1].pos in syntax.NOMINAL:
            # "Harbour | lieutenant | X": the parser hangs both on the name.
            below.append(head - 1)
        for other in below if depth < _DEEP else ():
            served = self._sectors(other, depth + 1) or self._member_of(other)
            if served and not _VAGUE.issuperset(served):
                return served
        return () if lemma in _HENCHMEN or _VAGUE.issuperset(own) else own

    def _member_of(self, at: int) -> tuple[str, ...]:
        """ "Kestrel" of "the Kestrels": one of those of whom a group's name is the plural."""
        group = member_of(self.book, self.parse[at].text)
        return (group.sector,) if group is not None and group.sector else ()
