"""Which actor a noun says something of: appositions, predicates, "the group" behind a group's name, "the minister" behind a minister. A helper of
clustering, no stage."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord import syntax
from onrecord.extract.coref.naming import Naming, called_too, in_a_row, role_name
from onrecord.extract.coref.spokenfor import answered
from onrecord.extract.entities.found import BODIES, NATIONALS, Cluster, Found
from onrecord.extract.entities.unitnames import part_of
from onrecord.lexicon.tables import word_set

_TITLED = frozenset({"name:apposed", "name:organisation", "name:capitalised"})
_PEOPLE = frozenset({"person", "office"})
_COMMANDING = frozenset({"commander", "chief", "executive"})
_REACH = 3
_KIN = word_set("kin")
_COLLECTIVE = word_set("collective_people")
_HOUSES = word_set("building_roles")
_DIFFERING = word_set("differing_words")
_ARMED = frozenset({"armed_group", "criminal_group"})
_MODIFYING = frozenset({"compound", "nmod", "poss", "amod"})
_JOINT = frozenset({"combined", "merged", "joint", "parent", "wider", "broader"})
_DEFINITE = word_set("pointing_determiners")
_OUTSIDE = frozenset({"CRM", "REB", "UAF", "PRM"})
# Words that may stand between a post and the name of who holds it.
_POST = 12
# Tokens within which a comma ends a free apposition.
_FREE = 8
_CLOSED = frozenset({",", "--", "–", "—", ".", ")", ";"})
_FIRMS, _OFTEN = frozenset({"company", "firm"}), 4
_FIRM_ENDS, _FIRM_STARTS = word_set("ends_of_firms_names") | {"minerals", "energy", "oil", "gas", "lines", "resources", "power"}, word_set("foreign_firm_words")
_CODED = frozenset({"NGO", "UNO", "IGO", "EUR", "IMG"})
_BROAD = frozenset({"group", "organization", "organisation", "association", "monitor", "watchdog", "charity"})
_QUOTES = frozenset({'"', "”", "''"})
_OPENING_QUOTES = frozenset({'"', "“", "``"})
_PARTING = frozenset({",", "--", "–", "—", "("})
# Subjects that bring in whom the noun names: "it was the army", "there were soldiers".
_TURNED = frozenset({"now", "turned"})
_PRESENTING = word_set("presenting_subjects")


def alike(one: Found, other: Found) -> bool:
    """Whether two mentions may be one actor by their kind: people, bodies, or what is unknown."""
    return any({one.entity_kind, other.entity_kind} <= sort | {"unknown"} for sort in (_PEOPLE | {"population"}, BODIES))


@dataclass(frozen=True)
class Descriptions(Naming):
    """Reads one parse; `clusters` is the list that clustering fills, `labels` are the tokens of speakers' labels."""

    labels: frozenset[int] = frozenset()

    def of(self, mention: Found) -> Cluster | None:
        """The actor known before that a nominal describes."""
        return self._bracketed(mention) or self._kin_named(mention) or self._apposed(mention) or self._described(mention) or self._same_post(mention) or self._same_house(mention) or (self._once(mention) if self._pointing(mention) else None)

    def _apposed(self, mention: Found) -> Cluster | None:
        """The named actor that a nominal says something of: "a member of the parliament, X", "X, the minister", "the newspaper X"."""
        p = self.parse
        if mention.entity_kind in BODIES:
            start = self._behind(mention.last)
            behind = next((c for c in self.clusters if any(m.first == start and m.kind == "name" and m.rule in _TITLED and not part_of(p, mention.head, m.last - 1) for m in c.found)), None)
            return behind or self._before_name(mention) or self._comma_named(mention) or self._announced(mention) or self._renamed(mention) or self._called(mention)
        if mention.entity_kind not in _PEOPLE or self._of_body(mention):
            return None
        token = p[mention.head]
        owned_by = next((c for c in p.children(mention.head) if c.dep == "poss" and c.tag == "PRP$"), None)
        if owned_by is not None and owned_by.i and (in_a_row(p, mention) or (p[owned_by.i - 1].lower == "and" and not (mention.last < len(p) and p[mention.last].text == ","))):
            # "X (sister of Y) and her daughter", "X, his son, and two guards": two
            return None
        if token.lemma.lower() in _KIN and token.dep != "appos" and any(p[o].pos != "PROPN" for o in syntax.prep_objects(p, mention.head, "of")) and mention.last < len(p) and p[mention.last].lower == "of":
            # "the brother of one of the mayors, X": either of the two
            return None
        many = token.tag in ("NNS", "NNPS") or token.lemma.lower() in _COLLECTIVE
        lead = p[syntax.first_conjunct(p, mention.head)]
        owned = lead.pos == "PROPN" and any(c.dep in ("det", "poss") for c in p.children(mention.head))
        others = [lead.head] if lead.dep == "appos" and p[lead.head].tag not in ("NNS", "NNPS") and not (lead is not token and owned) else []
        # Of "ex-wife" the parser may hang each half on the verb by itself.
        others += [c.i for half in {mention.head, mention.last - 1} for c in p.children(half) if c.dep == "appos"]
        others += [c.i for o in self._served(mention.head) for c in p.children(o) if c.dep == "appos" and any(t.text == "," for t in p.tokens[o : c.i])]
        if mention.last + 1 < len(p) and p[mention.last].lower in _TURNED:
            # "the army chief now President X"
            others += [m.head for c in self.clusters for m in c.found if m.kind == "name" and m.first == mention.last + 1]
        if mention.last + 1 < len(p) and p[mention.last].lower == "and" and not any(c.dep in ("det", "poss") for c in p.children(mention.head)) and (token.tag in ("NN", "NNP") or token.lower in NATIONALS):
            # "company chairman and chief executive X", "army captain and convicted drug trafficker X", "Chadian national and alleged Heron associate X"
            others += [m.head for c in self.clusters for m in c.found if m.kind == "name" and m.entity_kind == "person" and called_too(p, self.book, mention, m)]
        others += self._predicated(mention.head) + self._known_as(mention.head) + self._by_name(mention.head) + self._at_end(mention) + self._parted(mention) + self._title_of(mention) + self._turned_from(mention) + self._after_body(mention.head)
        chosen = self._one_of(mention.head)
        others += chosen
        # "his envoy to the United Nations Jane Doe"
        others += [
            o for o in syntax.prep_objects(p, mention.head, "to") if any(m.head == o and m.entity_kind == "person" and not m.title and p[m.first - 1].lower not in ("to", "the") for c in self.clusters for m in c.found)
        ]
        others = [o for o in others if self._nicknamed(mention.head) or not any(t.text in _QUOTES for t in p.tokens[mention.last : o])]
        if token.dep == "pobj" and not others:
            return None
        renamed = self._renamed(mention)
        if renamed is not None:
            return renamed
        for other in others:
            for cluster in self.clusters:
                if any(
                    m.first <= other < m.last and m.kind == "name" and m.organisation is None and (m.rule == "name:called" or m.entity_kind in ("person", "organisation", "unknown"))
                    and not (many and other not in chosen and m.entity_kind == "person")
                    and not (m.rule == "name:apposed" and m.sectors == ("JRN",)) and (m.first not in self.labels or mention.first in self.labels)  # "(DOE) The mayor said": of whom Doe tells
                    for m in cluster.found
                ):
                    return cluster
        return None

    def _at_end(self, mention: Found) -> list[int]:
        """ "the judge in charge of the case, Jane Doe,": the one name between commas that ends what is said of a definite noun."""
        p = self.parse
        if not mention.definite or p[mention.head].tag not in ("NN", "NNP"):
            return []
        inside = set(p.subtree(mention.head))
        for at in range(mention.last, p.sentences[p[mention.head].sent].last):
            if p[at].text == "," and at - 1 in inside:
                # "the man who made it, former minister X,"
                begins = at + 2 if at + 2 < len(p) and self.book.modifiers.get(p[at + 1].lower, ("", ""))[0] == "former" else at + 1
                named = next((m for c in self.clusters for m in c.found if m.kind == "name" and m.first in (at + 1, begins)), None)
                closed = named is not None and named.last < len(p) and (p[named.last].text in (",", ")") or p[named.last].pos in syntax.VERBAL)
                return [named.head] if named is not None and named.entity_kind == "person" and closed and not self._anothers(named.head, mention.head) and (not named.title or mention.entity_kind == "person") else []
        return []

    def _before_name(self, mention: Found) -> Cluster | None:
        """ "the state news agency ABCD": the listed body whose name follows the noun that says what it is."""
        p = self.parse
        token = p[mention.head]
        if token.tag != "NN" or token.lemma.lower() not in self.book.anaphors or mention.last + 1 >= len(p) or p[mention.last].sent != token.sent:
            return None
        # "the rebel group the SDF"
        start = mention.last + 1 if p[mention.last].lower == "the" and mention.entity_kind in _ARMED else mention.last
        return next((c for c in self.clusters for m in c.found if m.kind == "name" and m.first == start and m.entity_kind in BODIES), None)

    def _comma_named(self, mention: Found) -> Cluster | None:
        """ "the bank in the middle of the scandal, Saltmarsh Bank,": the body of that kind whose name stands between the first comma behind a definite noun
        and the next mark, where nothing but what the noun is in or of stands between, and that is no body; whatever the parser hangs the name on."""
        p = self.parse
        end = p.sentences[p[mention.head].sent].last
        at = next((i for i in range(mention.last, min(mention.last + _POST, end)) if p[i].text == ","), end)
        if at + 1 >= end or p[mention.head].tag != "NN" or not (mention.definite or any(c.dep == "poss" for c in p.children(mention.head))):
            return None
        between = p.tokens[mention.last : at]
        if any(t.pos in syntax.VERBAL or t.text[:1].isupper() or t.i in self._bodies for t in between):
            return None
        start = at + 2 if p[at + 1].lower == "the" else at + 1
        for cluster in self.clusters:
            for m in cluster.found:
                fits = m.entity_kind == mention.entity_kind and (not m.sectors or not mention.sectors or bool(set(m.sectors) & set(mention.sectors)))
                if m.kind == "name" and m.first == start and fits and (m.last >= len(p) or p[m.last].text in _CLOSED):
                    return cluster
        return None

    @property
    def _bodies(self) -> set[int]:
        """The heads of nouns for bodies."""
        return {m.head for c in self.clusters for m in c.found if m.kind == "nominal" and m.entity_kind in BODIES}

    def _parted(self, mention: Found) -> list[int]:
        """ "Jane Doe, the spokesman for the president, said": the name that ends at the comma before a noun whose phrase ends at another."""
        p = self.parse
        start = mention.first
        if start and p[start - 1].text == ")":
            # "X, a SDF (Saltmarsh Dune Front) leader"
            opening = next((t.i for t in reversed(p.tokens[max(0, start - _POST) : start]) if t.text == "("), start)
            start = opening
            while start < mention.first and start and p[start - 1].text[:1].isupper() and p[start - 1].pos in syntax.NOMINAL:
                start -= 1
        while start and p[start - 1].dep in ("det", "poss") and p[start - 1].sent == p[mention.head].sent:
            start -= 1
        if p[mention.head].tag not in ("NN", "NNP") or start < 2 or p[start - 1].text != "," or p[mention.head].dep == "conj" or any(c.dep in ("cc", "conj") for c in p.children(mention.head)):
            return []
        behind = max(p.subtree(mention.head), default=mention.head) + 1
        above = p.head(mention.head)
        if behind >= len(p) or p[behind].text not in (",", ".") or (p[mention.head].dep == "nsubj" and above is not None and above.i < behind):
            return []
        own = mention.countries if not mention.weak else ()
        return [
            m.head for c in self.clusters for m in c.found
            if m.kind == "name" and m.entity_kind == "person" and m.last == start - 1 and not (own and c.told() and not set(own) & set(c.told())) and not self._opens_clause(m.head)
        ]  # fmt: skip

    def _opens_clause(self, head: int) -> bool:
        """ "Like X, the minister said": a name behind the preposition that opens the sentence."""
        p = self.parse
        above = p.head(head)
        return p[head].dep == "pobj" and above is not None and above.dep == "prep" and above.i - p.sentences[p[head].sent].first <= 1 and p[above.head].i > head

    def _title_of(self, mention: Found) -> list[int]:
        """ "Head of the Saltmarsh Committee Jane Doe said": the name that ends a bare post with what it is of."""
        p = self.parse
        serving = mention.entity_kind == "person" and p[mention.head].lemma.lower() in _COMMANDING
        if not (mention.entity_kind == "office" or serving) or p[mention.head].tag not in ("NN", "NNP") or any(c.dep in ("det", "poss") for c in p.children(mention.head)):
            return []
        if mention.last >= len(p) or p[mention.last].lower not in ("of", "in", "to", "at", "for"):
            return []
        for at in range(mention.last, min(mention.last + _POST, p.sentences[p[mention.head].sent].last)):
            named = next((m for c in self.clusters for m in c.found if m.kind == "name" and m.first == at and m.entity_kind == "person" and not m.title), None)
            if named is not None:
                told = named.last >= len(p) or p[named.last].text in (",", ".") or p[named.last].pos in (*syntax.VERBAL, "ADV")
                return [named.head] if told and (p[at - 1].pos in ("PROPN", "NOUN") or p[at - 1].text == ")") else []
            if p[at].pos in syntax.VERBAL or (p[at].pos == "PUNCT" and p[at].text not in ("(", ")", "'", "’s")):
                return []
        return []

    def _renamed(self, mention: Found) -> Cluster | None:
        """ "the victim, a farmer,": the noun before the comma, of one number with it, where the two make no row."""
        p = self.parse
        token, above = p[mention.head], p.head(mention.head)
        if token.dep != "appos" or above is None or not any(t.text in _PARTING for t in p.tokens[above.i + 1 : mention.first]):
            return None
        row = [c for c in p.children(above.i) if c.dep == "appos" and p[c.i - 1].text != "("]
        many = [(t.tag in ("NNS", "NNPS")) for t in (token, above)]
        if len(row) > 1 or many[0] != many[1] or any(c.dep == "conj" for at in (token.i, above.i) for c in p.children(at)):
            return None
        return next((c for c in self.clusters for m in c.found if m.head == above.i and m.kind == "nominal" and alike(m, mention)), None)

    def predicate(self, mention: Found) -> bool:
        """Whether a noun only says what the subject of its clause is, or is not, or may be: "X is a teacher". "There are", "it was the army
        that" and "those are" bring somebody in."""
        subjects = self._subjects(mention.head)
        return bool(subjects) and not any(self.parse[s].lower in _PRESENTING for s in subjects)

    def _subjects(self, head: int) -> list[int]:
        p = self.parse
        verb = p.head(head)
        opened = self._opening(head)
        if opened >= 0:
            return [opened]
        become = verb is not None and verb.lemma == "become" and (verb.tag == "VBD" or any(a.lemma == "have" for a in syntax.auxiliaries(p, verb.i)))
        if p[head].dep != "attr" or verb is None or (verb.lemma != "be" and not become):
            return []
        if not any(c.dep in ("nsubj", "expl", "csubj") for c in p.children(verb.i)) and verb.tag == "VBG":
            # "accused of being a trafficker": of whom, no word of the clause tells.
            return [verb.i]
        return [syntax.antecedent(p, c.i) for c in p.children(verb.i) if c.dep in ("nsubj", "expl")]

    def _opening(self, head: int) -> int:
        """ "A teacher by profession, she": the pronoun of whom a noun at the head of a sentence is said; -1 where there is none."""
        p = self.parse
        first = p.sentences[p[head].sent].first
        if p[head].tag != "NN" or not any(c.dep == "det" and c.lower in ("a", "an") and c.i == first for c in p.children(head)):
            return -1
        comma = next((t.i for t in p.tokens[head : head + _FREE] if t.text == ","), -1)
        behind = p[comma + 1] if 0 <= comma < len(p) - 1 and not head < p[head].head < comma else p[head]  # "A teacher was hurt, she said"
        return behind.i if behind.tag == "PRP" and behind.sent == p[head].sent and behind.dep in ("nsubj", "nsubjpass") else -1

    def subject(self, mention: Found) -> Cluster | None:
        """The actor that a predicate noun is said of, pronouns among its mentions; nobody where the clause only says that he may be or is not."""
        p = self.parse
        verb = p[p[mention.head].head]
        subjects = self._subjects(mention.head)
        denied = self._opening(mention.head) < 0 and any(c.tag == "MD" or c.dep == "neg" or c.lower in ("if", "whether") for c in p.children(verb.i))
        if denied or len(subjects) != 1 or len(syntax.conjuncts(p, subjects[0])) > 1:
            return None
        return next((c for c in self.clusters for m in c.found if m.head == subjects[0] and (m.kind == "pronoun" or alike(m, mention)) and any(alike(n, mention) for n in c.found)), None)

    def _behind(self, at: int) -> int:
        """The token where a name may begin behind a noun that announces it, a short form in brackets and an article left out: "the body (BODY) the X"."""
        p = self.parse
        if at + 1 < len(p) and p[at].text in _OPENING_QUOTES:
            # the organisation "X"
            return at + 1
        if at + 2 < len(p) and p[at].text == "(" and p[at + 2].text == ")":
            at += 3
            return at + 1 if at + 1 < len(p) and p[at].lower == "the" else at
        return at

    def _bracketed(self, mention: Found) -> Cluster | None:
        """ "the statistics office (ABCD)", "the association of dockers (ABCD)": the body whose short name stands in brackets behind a noun."""
        p = self.parse
        if mention.entity_kind not in (*BODIES, "office"):
            return None
        ends = [mention.last, *(o + 1 for o in syntax.prep_objects(p, mention.head, "of") if mention.entity_kind in BODIES and p[o].tag in ("NNS", "NNPS"))]
        return next((c for at in ends if self._short_name(at) for c in self.clusters for m in c.found if m.first == at + 1 and m.last == at + 2 and m.kind == "name"), None)

    def _short_name(self, at: int) -> bool:
        """Whether one word stands in brackets at a token."""
        p = self.parse
        return at + 2 < len(p) and p[at].text == "(" and p[at + 2].text == ")"

    def _of_body(self, mention: Found) -> bool:
        """ "the association of | dockers (ABCD)": whether the letters behind people are those of the body that is made of them."""
        p = self.parse
        prep = p.head(mention.head)
        above = p.head(prep.i) if prep is not None and p[mention.head].dep == "pobj" and prep.lower == "of" else None
        role = self.book.role(above.lemma.lower()) if above is not None else None
        return self._short_name(mention.last) and role is not None and role.kind in BODIES

    def _same_house(self, mention: Found) -> Cluster | None:
        """ "the heavily guarded embassy" after "the Chadian embassy": the one house of that sort told of before, where nothing says another."""
        p = self.parse
        lemma = self._house(mention)
        if lemma not in _HOUSES or p[mention.head].tag not in ("NN", "NNP") or (mention.countries and not mention.weak):
            return None
        if not mention.definite and any(c.dep == "det" for c in p.children(mention.head)):
            return None
        if any(t.lower in _DIFFERING for t in p.tokens[mention.first : mention.head]) or any(c.dep == "poss" for c in p.children(mention.head)):
            return None
        same = [c for c in self.clusters if any(self._house(m) == lemma and m.first < mention.first and p[m.head].tag == p[mention.head].tag for m in c.found)]
        return same[0] if len(same) == 1 else None

    def _house(self, mention: Found) -> str:
        """The noun that says what house it is: a consulate general is a consulate."""
        lemma = self.parse[mention.head].lemma.lower()
        return mention.rule.removeprefix("role:").split()[0] if mention.rule.startswith("role:") and lemma == "general" else lemma

    def _announced(self, mention: Found) -> Cluster | None:
        """ "the Saltmarsh Union, a trade union": the body that an apposition between commas says something of; "X is an offshoot of Y"."""
        token = self.parse[mention.head]
        p = self.parse
        if any(c.dep == "nummod" for c in p.children(mention.head)) and token.tag in ("NNS", "NNPS"):
            # "X and Y, the two firms": neither of them alone.
            return None
        # "a firm called X"
        above = self._predicated(mention.head) + self._known_as(mention.head) + (self._by_name(mention.head) if token.tag in ("NN", "NNP") else [])
        below = [c for c in p.children(mention.head) if c.dep == "appos"]
        below = [c for c in below if p[c.i - 1].text != "(" and not part_of(p, mention.head, c.i)]
        parted = len(below) == 1 and token.tag in ("NN", "NNP") and any(t.text in _PARTING for t in p.tokens[mention.last : below[0].i])
        if len(below) == 1 and not any(c.dep == "conj" for at in (mention.head, below[0].i) for c in p.children(at)) and (mention.definite or parted):
            # "the investigative police, the X", "a law firm, X"
            above = [*above, below[0].i]
        # "X, Y, the league and Z" is a row of bodies.
        row = [c for at in (token.head, mention.head) for c in p.children(at) if c.dep == "appos" and p[c.i - 1].text != "("]
        listed = token.dep == "appos" and (len(row) > 1 or p[token.head].dep == "appos" or any(c.dep == "conj" for c in p.children(mention.head)))
        if token.dep == "appos" and not listed and any(t.text in (",", "(") for t in self.parse.tokens[token.head : mention.first]):
            above = [*above, token.head]
        for at in above:
            for c in self.clusters:
                if any(m.first <= at < m.last and m.kind == "name" and m.entity_kind in (*BODIES, "unknown", "office") for m in c.found):
                    return c
        return None

    def _described(self, mention: Found) -> Cluster | None:
        """The named body that "the newspaper", "the gang", "the group" stands for: the one of that sort named in the sentences just before."""
        p = self.parse
        sort = self.book.anaphors.get(p[mention.head].lemma.lower())
        if sort is None or not self._pointing(mention):
            return None
        kinds, sectors = sort
        lemma = p[mention.head].lemma
        told = set(mention.sectors)
        if self._another(mention):
            return None
        bare = not any(c.dep in ("compound", "amod") and c.text.islower() and c.lower != "based" and self.book.country_of(c.text) is None for c in p.children(mention.head))
        acting: list[Cluster] = []
        if any(c.dep == "compound" and c.text.islower() for c in p.children(mention.head)) and not _OUTSIDE.intersection(mention.sectors):
            # "the air force" is a body of its own.
            return None
        near: list[tuple[bool, bool, bool, bool, bool, int, Cluster]] = []
        for cluster in self.clusters:
            own = set(cluster.best("sectors")) or ({"BUS"} if "MNC" in cluster.told() else set())
            if told and own and not told & own and any(c.dep in ("compound", "amod") for c in p.children(mention.head)):
                # "the smuggling network" is no broadcaster.
                continue
            for m in cluster.found:
                back = p[mention.head].sent - p[m.head].sent
                if m.kind == "pronoun" or m.first >= mention.first or not 0 <= back <= _REACH or (m.kind == "nominal" and self._another(m)):
                    continue
                if lemma in _BROAD and bare and m.kind == "name" and m.entity_kind in ("organisation", "unknown") and (m.organisation is None or "NGO" in m.countries) and not own and back < _REACH and p[m.head].dep in ("nsubj", "nsubjpass") and cluster not in acting:
                    acting.append(cluster)
                again = p[m.head].lemma == lemma and p[m.head].tag not in ("NNS", "NNPS") and not any(c.dep == "poss" and c.tag == "PRP$" for c in p.children(m.head))
                fits = m.entity_kind in kinds and (bare or "JRN" not in own or lemma != "network") and bool(sectors & own or (not sectors and m.entity_kind in _ARMED))
                one = m.kind == "name" or lemma == "force" or p[m.head].tag not in ("NNS", "NNPS")
                if again or (fits and one and (m.kind == "name" or lemma == "force" or m.entity_kind in _ARMED)):
                    near.append((again and (not cluster.named or lemma == "cartel"), m.kind == "name" and back == 0 and len(sectors) == 1, back == 0, p[m.head].dep in ("nsubj", "nsubjpass"), p[m.head].dep not in _MODIFYING, m.first, cluster))
        # What was called so before, else one of the sentence, the subject before others, none that only tells whose somebody is, the nearest of them.
        if not near:
            # "the group" after the one unlisted body that a sentence just before is about
            return acting[0] if len(acting) == 1 else self._new_firm(mention) or self._main_firm(mention) if lemma in _FIRMS and bare else None
        best = max(near, key=lambda n: n[:6])
        return best[6]

    def _another(self, mention: Found) -> bool:
        """ "the combined company" is neither of the two, "the larger group" and "the second group" are other ones."""
        return any(t.lower in _JOINT or t.lower in _DIFFERING or t.tag == "JJR" for t in self.parse.tokens[mention.first : mention.head])

    def _new_firm(self, mention: Found) -> Cluster | None:
        """ "Heron Mining closed its pit. The company said": the one unlisted body that the sentences just before name and that may be a firm; of several the one whose name
        ends or begins as firms' do."""
        p = self.parse
        sent = p[mention.head].sent
        near = {
            id(c): (c, m) for c in self.clusters for m in c.found
            if m.kind == "name" and m.entity_kind in ("organisation", "unknown", "institution") and m.first < mention.first and 0 < sent - p[m.head].sent < _REACH and not m.rule.startswith(("place", "region"))
        }  # fmt: skip
        plain = [(c, m) for c, m in near.values() if m.organisation is None and not c.best("sectors") and not set(c.told()) & _CODED and " " in m.name]
        firms = [(c, m) for c, m in plain if m.rule == "name:company" or m.name.casefold().split()[-1] in _FIRM_ENDS or m.name.casefold().split()[0] in _FIRM_STARTS]
        if len(firms) == 1:
            return firms[0][0]
        called = answered(p, mention.head)  # who denies is not who accused
        acting = [c for c, m in plain if p[m.head].dep in ("nsubj", "nsubjpass") and called in (None, m.head)]
        # Beside another body nothing tells which of the two is the firm.
        return acting[0] if len(near) == len(plain) == len(acting) == 1 else None

    def _main_firm(self, mention: Found) -> Cluster | None:
        """The one unlisted body that a report names again and again, for "the company" where no firm is named beside it."""
        named = [
            c for c in self.clusters
            if c.named and not c.best("sectors") and not c.told() and any(m.kind == "name" and m.entity_kind in ("organisation", "unknown") and m.organisation is None for m in c.found)
        ]  # fmt: skip
        often = sorted(named, key=lambda c: -len(c.found))
        if not often or len(often[0].found) < _OFTEN or (len(often) > 1 and len(often[1].found) * 2 > len(often[0].found)):
            return None
        return often[0] if any(m.first < mention.first for m in often[0].found) else None

    def _pointing(self, mention: Found) -> bool:
        """Whether a singular noun only points back: "the group", "that criminal group", not "the group of five", "the rebel group X"."""
        p = self.parse
        token = p[mention.head]
        if token.tag not in ("NN", "NNP") or token.dep in ("appos", "attr", "compound"):
            return False
        children = p.children(mention.head)
        if not any(c.dep == "det" and c.lower in _DEFINITE for c in children):
            return False
        # "this group that wants peace": the word points, whatever is then told of it.
        this = any(c.dep == "det" and c.lower in ("this", "that") for c in children)
        if any(c.dep == "appos" and p[c.i - 1].text != "(" and not self._said_of(c.i) for c in children):
            return False
        if any(c.dep in ("poss", "nummod", "acl") or (c.dep == "relcl" and not this and not any(t.text == "," for t in p.tokens[mention.last : c.i])) or (c.dep == "prep" and c.i >= mention.last and c.lower in ("of", "in", "for", "from", "at", "by")) for c in children):
            return False
        # "the Vice President": capitals of the post itself tell nothing more.
        post = range(mention.head - role_name(mention).count(" "), mention.head + 1)
        capital = [t for t in p.tokens[mention.first : mention.last] if t.text[:1].isupper() and t.i not in post and t.i != p.sentences[token.sent].first and not self._seat(t.i)]
        return all(t.pos == "ADJ" and self.book.country_of(t.text) is None for t in capital)

    def _same_post(self, mention: Found) -> Cluster | None:
        """The one named person of the report who bears as a title what a definite noun says: "the spokeswoman" after "spokeswoman X"."""
        p = self.parse
        token = p[mention.head]
        if mention.entity_kind not in _PEOPLE or token.tag not in ("NN", "NNP") or not self._pointing(mention):
            return None
        lemma = token.lemma.lower()
        fitting: list[Cluster] = []
        for cluster in self.clusters:
            titled = any(m.kind == "name" and m.title and self._titled_so(m, lemma, mention) and m.first < mention.first and (m.former or not mention.former) for m in cluster.found)
            near = any(0 <= token.sent - p[m.head].sent <= _REACH for m in cluster.found if m.first < mention.first)
            said = cluster.named and any(
                m.kind == "nominal" and self._one_post(m, mention) and m.first < mention.first and (near or (" " in m.name and m.name.lower() == mention.name.lower())) for m in cluster.found
            )  # fmt: skip
            if (titled or said) and not self._gone(cluster, mention):
                fitting.append(cluster)
        others = [c for c in self.clusters if not c.named and any(self._one_post(m, mention) and m.former == mention.former and p[m.head].tag == token.tag for m in c.found)]
        return fitting[0] if len(fitting) == 1 and not others else None
