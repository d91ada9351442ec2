"""Whom a pronoun means: the one actor near before it that fits and is told of; nobody where two fit alike. A helper of clustering."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from onrecord import syntax
from onrecord._text_key import name_key
from onrecord.extract.coref import spokenfor
from onrecord.extract.coref.expletives import laid_to, means_nobody
from onrecord.extract.coref.spokenfor import answered, bracketed, channel, client, owner_of_speaker, speaks_of_owner, told_of, told_of_behind
from onrecord.extract.entities.found import Found
from onrecord.lexicon.genders import gender_of
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

_PEOPLE = frozenset({"person", "office"})
_MANY = frozenset({"population", "armed_group", "criminal_group"})
_BODIES = frozenset({"population", "armed_group", "criminal_group", "organisation", "institution", "office"})
_THINGS = frozenset({"state", "armed_group", "criminal_group", "organisation", "institution", "office"})
_FINDING, _ADDRESS = word_set("verbs_of_judging_facts"), word_set("forms_of_address")
_UTTERANCES = word_set("utterances")
_FEMALE, _MALE = word_set("female_words"), word_set("male_words")
# One word for many people.
_CROWDS = word_set("citizens") | word_set("gathered") | word_set("collective_people")
_OFFICES, _HOUSES = word_set("single_posts") | word_set("office_words"), word_set("building_roles")
_SAYING, _SPEAKING = word_set("verbs_of_saying"), word_set("verbs_of_saying") | word_set("blaming_verbs") | {"accuse", "warn", "urge", "call"}
_ATTACKING, _BEFALLING, _ORDERING = word_set("verbs_of_attacking_others"), word_set("ordered_for_somebody"), word_set("verbs_of_ordering_for")
_FREEING, _SUBJECT, _SHE = word_set("done_to_those_of_others"), ("nsubj", "nsubjpass"), frozenset({"she", "her", "hers"})
_GROUNDS = frozenset({"over", "for", "following", "after"})  # what follows whom somebody deals with and tells why: "over its tests"
_REACH = 1
_QUOTED_REACH = 12  # sentences of one quotation that a pronoun behind it reaches over


class Mentions(Protocol):
    """A cluster, as this module sees it."""

    found: list[Found]


@dataclass(frozen=True)
class Antecedents:
    """Reads one parse; `quoted` are tokens inside quotation marks, `labels` those of speakers' labels, `given` given names with "f" or "m"."""

    parse: Parse
    clusters: Sequence[Mentions]
    quoted: frozenset[int]
    labels: frozenset[int]
    given: Mapping[str, str] = field(default_factory=dict)

    def attach(self, pronoun: Found) -> None:
        """Adds a pronoun to the cluster that it means, if there is one."""
        if pronoun.pronoun in ("person", "group", "thing") and (called := answered(self.parse, pronoun.head)) is not None:
            chosen = self._answering(called, pronoun)
        elif pronoun.pronoun == "person":
            chosen = self._person(pronoun)
        elif pronoun.pronoun in ("group", "thing"):
            chosen = None if pronoun.pronoun == "thing" and means_nobody(self.parse, pronoun.head) else self._above(pronoun)
        else:
            return
        if chosen is not None:
            chosen.found.append(pronoun)

    def _answering(self, called: int, pronoun: Found) -> Mentions | None:
        """Who was accused or asked, where the pronoun can be said of that one; nobody where it cannot."""
        meant = next((c for c in self.clusters if any(m.head == called for m in c.found)), None)
        if pronoun.pronoun != "person":
            return self._fitting(called, pronoun) if self._number(called, pronoun) else None
        one = meant is not None and any(m.head == called and self._one_person(m) for m in meant.found)
        return meant if meant is not None and one and self._gender_fits(meant, pronoun) else self._person(pronoun)

    def described(self, noun: Found) -> Mentions | None:
        """The person whom a definite noun repeats: "the man", "the bishop", as "he" or "she" would."""
        words = {noun.name.lower(), self.parse[noun.head].lemma.lower()}
        name = "she" if words & _FEMALE else "he"
        return self._person(replace(noun, pronoun="person", name=name if words & (_FEMALE | _MALE) else ""))

    # He and she ------------------------------------------------------------------------------------------------------------

    def _person(self, pronoun: Found) -> Mentions | None:
        """The person of the nearest sentence, its subject before others; nobody where two stand alike."""
        if self._stranger(pronoun):
            return None
        if (ahead := self._ahead(pronoun)) is not None:
            return ahead
        if (joined := self._joined(pronoun.head)) is not None:
            return joined
        if (owner := self._owner_of_speaker(pronoun)) is not None:
            return owner
        speaker = spokenfor.meant_by_counsel(self.parse, pronoun.head, {m.head for c in self.clusters for m in c.found}) or spokenfor.going_on(self.parse, pronoun.head)
        if (meant := next((c for c in self.clusters if any(m.head == speaker and self._one_person(m) for m in c.found)), None)) is not None and self._gender_fits(meant, pronoun):
            return meant
        barred, own = self._barred(pronoun.head), self.parse[pronoun.head]
        speaking = own.dep == "nsubj" and self.parse[own.head].lemma in word_set("verbs_of_speaking_on")  # "His lawyer said he was ill. He accused the guards"
        ranked: dict[int, tuple[tuple[int, int, int], Mentions]] = {}
        for cluster in self.clusters:
            near = [m for m in cluster.found if m.first < pronoun.first and 0 <= self._back(pronoun, m) <= _REACH]
            if not near or any(m.first <= i < m.last for m in cluster.found for i in barred) or not self._gender_fits(cluster, pronoun):
                continue
            for m in near:
                back = self._back(pronoun, m)
                if not self._one_person(m) or m.first in self.labels or bracketed(self.parse, m.first, m.last):
                    continue
                if back and spokenfor.of_a_lawyer(self.parse, m.title, m.head, pronoun.head) and any(c is not cluster and self._one_person(o) and o.first < m.first for c in self.clusters for o in c.found):
                    continue
                if (m.kind == "pronoun" and back > 1) or (m.first in self.quoted and pronoun.first not in self.quoted):
                    continue
                # What a quoted speaker calls "he" is seldom whom the reporter named last.
                if pronoun.first in self.quoted and m.first not in self.quoted:
                    continue
                rank = (-back, int(self._prominent(m.head, speaking)), int(m.kind != "nominal"))
                if id(cluster) not in ranked or rank > ranked[id(cluster)][0]:
                    ranked[id(cluster)] = (rank, cluster)
        crowded, meant = self._crowded(pronoun, ranked)
        if crowded:
            return meant
        order = sorted(ranked.values(), key=lambda pair: pair[0], reverse=True)
        if not order or (len(order) > 1 and order[0][0] == order[1][0]):
            return None
        first, level = order[0][1], [c for r, c in order if r[0] == order[0][0][0]]
        if (told := told_of(self.parse, pronoun.head, [[m.head for m in c.found] for c in level])) is not None:
            return level[told]
        # "Doe met Jane Roe. "It works," she said": of two near it who is known for a woman comes before one of whom nothing tells that she is; but who spoke just before speaks on.
        speaks_on = own.dep == "nsubj" and self.parse[own.head].lemma in _SAYING and any(self.parse[m.head].dep == "nsubj" and self.parse[self.parse[m.head].head].lemma in _SAYING and 0 < own.sent - self.parse[m.head].sent <= 1 for m in first.found)
        women = [c for rank, c in order if rank[0] == order[0][0][0] and self._genders(c) == {True}] if pronoun.name.lower() in _SHE and not self._genders(first) and not speaks_on else []
        return women[0] if len(women) == 1 else first

    def _back(self, pronoun: Found, mention: Found) -> int:
        """How many sentences back a mention stands. Outside quotation marks those that lie wholly within are no step: "X spoke. "We left. We lost all," she said."""
        p = self.parse
        there, here = p[mention.head].sent, p[pronoun.head].sent
        if not _REACH < here - there <= _QUOTED_REACH or pronoun.first in self.quoted:
            return here - there
        between = p.sentences[there + 1 : here]
        return here - there - sum(all(t in self.quoted or not p[t].text[:1].isalnum() for t in range(s.first, s.last)) for s in between)

    def _crowded(self, pronoun: Found, ranked: Mapping[int, object]) -> tuple[bool, Mentions | None]:
        """Whether the sentence itself names whom a pronoun may mean in a way that rank does not settle, and whom it then means, if anybody: a name that
        follows "his" as the subject bars the others; of two persons before a pronoun that is no main subject only the nearer one that is also the subject
        of the clause is meant."""
        p = self.parse
        heads = {m.head: c for c in self.clusters for m in c.found if self._one_person(m) and p[m.head].sent == p[pronoun.head].sent}
        token = p[pronoun.head]
        main = token.dep in _SUBJECT and p[token.head].head == token.head
        before = [h for h in sorted(heads) if h < pronoun.head]
        if not before and not main and any(p[h].dep in _SUBJECT and p[p[h].head].head == p[h].head for h in heads if h > pronoun.head and not (token.dep == "poss" and token.head == h) and not speaks_of_owner(p, h)):
            # "In a part of his speech X said"
            return True, None
        if not before and not main and self._others(pronoun):
            # "a statement of the minister's office said the firm that he"
            return True, None
        if not main and (served := client(self.parse, pronoun.head)) is not None:
            meant = heads.get(served)
            return True, meant if meant is not None and id(meant) in ranked else None
        if not main and self._fronted(pronoun.head, heads):
            # "Although Doe spoke when he visited, President Roe said"
            return True, None
        near = [heads[h] for h in before if id(heads[h]) in ranked]
        if main or len({id(c) for c in near}) < 2:
            return False, None
        subject = self._subject_of(pronoun, heads)
        return True, subject if subject is near[-1] else None

    def _fronted(self, at: int, heads: Mapping[int, Mentions]) -> bool:
        """Whether a pronoun stands two clauses deep in what precedes the main clause, whose subject is a person named behind it."""
        p = self.parse
        root = next((t for t in p.ancestors(at) if t.head == t.i), None)
        subject = next((c.i for c in p.children(root.i) if c.dep in _SUBJECT), -1) if root is not None else -1
        if subject <= at or subject not in heads:
            return False
        return sum(t.pos in syntax.VERBAL and t.dep in ("advcl", "ccomp", "pcomp", "relcl", "acl", "xcomp") for t in p.ancestors(at)) > 1

    def _others(self, pronoun: Found) -> bool:
        """Whether the sentence tells before a pronoun of a person who is no mention: "the minister's office"."""
        p = self.parse
        covered = {m.head for c in self.clusters for m in c.found}
        first = p.sentences[p[pronoun.head].sent].first
        return any(t.dep in ("poss", "compound") and t.tag == "NN" and t.i not in covered and t.lemma.lower() in _OFFICES for t in p.tokens[first : pronoun.head])

    def _owner_of_speaker(self, pronoun: Found) -> Mentions | None:
        """Whose people speak of him: "Her husband said she was beaten"."""
        owner = owner_of_speaker(self.parse, pronoun.head)
        if owner is None:
            return None
        many = self.parse[owner].lower == "their" or self.parse[owner].tag in ("NNS", "NNPS")
        meant = next((c for c in self.clusters if any(m.head == owner for m in c.found)), None)
        if meant is None:
            own = replace(pronoun, first=owner, last=owner + 1, head=owner, name=self.parse[owner].text)
            meant = self._above(own) if many else self._person(own)
        return meant if meant is not None and (many or self._gender_fits(meant, pronoun)) else None

    def _subject_of(self, pronoun: Found, heads: Mapping[int, Mentions]) -> Mentions | None:
        """The person who is the subject of the clause around a pronoun."""
        p = self.parse
        for above in p.ancestors(pronoun.head):
            subjects = [syntax.antecedent(p, f.head) for f in syntax.surface_subject(p, above.i)] if above.pos in syntax.VERBAL else []
            if subjects and pronoun.head not in subjects:
                return next((heads[i] for i in subjects if i in heads), None)
        return None

    def _ahead(self, pronoun: Found) -> Mentions | None:
        """Whose a phrase is that opens a sentence before its subject: "After his threats, President Okello called"."""
        p = self.parse
        if p[pronoun.head].dep != "poss" or p[pronoun.head].lower not in ("his", "her"):
            return None
        at = p[pronoun.head]
        for above in p.ancestors(pronoun.head):
            if above.pos in syntax.VERBAL:
                subject = syntax.child_of(p, above.i, *_SUBJECT)
                opens = at.dep == "prep" and min(p.subtree(at.i)) == p.sentences[at.sent].first
                if not opens or subject is None or subject.i < pronoun.head:
                    return None
                fits = (c for c in self.clusters if any(m.head == subject.i and m.kind == "name" and self._one_person(m) for m in c.found))
                return next((c for c in fits if self._gender_fits(c, pronoun)), None)
            at = above
        return None

    def _stranger(self, pronoun: Found) -> bool:
        """Whether the first clause of the pronoun's sentence has a subject behind a form of address that is no actor of the record: "Mrs Okello was known, and she"."""
        p = self.parse
        known = {m.head for c in self.clusters for m in c.found}
        for token in p.tokens[p.sentences[p[pronoun.head].sent].first + 1 : pronoun.first]:
            if token.dep in _SUBJECT and token.pos == "PROPN" and token.i not in known and p[token.i - 1].lower.rstrip(".") in _ADDRESS:
                return True
        return False

    def _prominent(self, head: int, speaking: bool = False) -> bool:
        """Whether the mention, or the first of the row that it stands in, is a subject; who speaks of somebody is one only where the pronoun is `speaking` on."""
        token = self.parse[syntax.first_conjunct(self.parse, head)]
        return token.dep in _SUBJECT and (speaking or not speaks_of_owner(self.parse, token.i))

    def _one_person(self, m: Found) -> bool:
        if m.kind == "pronoun":
            return m.pronoun == "person"
        if m.rule.removeprefix("role:").split("+")[0] in _HOUSES or self.parse[m.head].lemma.lower() in _CROWDS:
            return False
        return m.entity_kind in _PEOPLE and self.parse[m.head].tag not in ("NNS", "NNPS")

    def _gender_fits(self, cluster: Mentions, pronoun: Found) -> bool:
        told = self._genders(cluster)
        return not told or not pronoun.name or (pronoun.name.lower() in _SHE) in told

    def _genders(self, cluster: Mentions) -> set[bool]:
        """Whether the words for a person tell a woman (True) or a man (False); empty where they tell nothing."""
        words: set[str] = set()
        for m in cluster.found:
            if m.kind == "pronoun":
                words.add("she" if m.name.lower() in _SHE else "he")
                continue
            words |= {t.lower for t in self.parse.tokens[m.first : m.last] if t.tag != "PRP$"} | {self.parse[m.head].lemma.lower()}
            if m.kind == "name" and " " in m.name and m.entity_kind == "person":
                words |= {"she" if told == "f" else "he" for told in (self.given.get(m.name.split()[0].title()) or self.given.get(name_key(m.name.split()[0]).title()) or gender_of(m.name.split()[0]),) if told}
            if m.first and self.parse[m.first - 1].sent == self.parse[m.first].sent and self.parse[m.first - 1].dep != "poss":
                words.add(self.parse[m.first - 1].lower)
        return {female for female, listed in ((True, _FEMALE), (False, _MALE)) if words & listed}

    def _barred(self, pronoun: int) -> frozenset[int]:
        """Whom a pronoun cannot mean: the subject of its own verb ("X called the envoy and urged him"), and who is told of in a phrase before
        the subject that it is ("After a call with X, he said")."""
        p = self.parse
        token, above = p[pronoun], p.head(pronoun)
        if token.dep in _SUBJECT and above is not None:
            # "On Friday, when X was asked, he": the clause tells the day.
            over = p.head(above.i) if token.dep == "nsubjpass" and above.dep == "ccomp" else None
            # "The coroner concluded that he had been stabbed": who finds what befell somebody was not there.
            finder = {h for f in syntax.surface_subject(p, over.i) for h in syntax.conjuncts(p, f.head)} if over is not None and (over.lemma in _FINDING or over.lemma in _ORDERING or any(speaks_of_owner(p, f.head) for f in syntax.surface_subject(p, over.i))) else set()
            dated = {i for t in p.tokens[p.sentences[token.sent].first : pronoun] if t.dep == "relcl" and any(c.lower == "when" for c in p.children(t.i)) for i in p.subtree(t.i)}
            return frozenset(i for c in p.children(above.i) if c.i < pronoun and c.dep == "prep" for i in p.subtree(c.i) if i not in dated) | finder | spokenfor.brought_up(p, token, above)
        if above is not None and ((token.dep == "poss" and above.lemma in _BEFALLING and above.dep == "dobj" and p[above.head].lemma in _ORDERING) or spokenfor.offered_by_another(p, pronoun)):
            return frozenset(h for f in syntax.surface_subject(p, above.head) for h in syntax.conjuncts(p, f.head))  # "A judge ordered his detention"
        if token.dep == "pobj" and above is not None:
            above = p.head(above.i)
        if token.dep not in ("dobj", "dative", "iobj", "pobj") or above is None or above.pos not in syntax.VERBAL:
            return frozenset()
        # "A faction under Jane Doe threatened to kill her": nor who is named in the subject's own words.
        return frozenset(i for f in syntax.surface_subject(p, above.i) for h in syntax.conjuncts(p, f.head) for i in (h, *(k for c in p.children(h) if c.dep == "prep" and c.lower in ("under", "of") for k in p.subtree(c.i))))

    # It and they -----------------------------------------------------------------------------------------------------------

    def _above(self, pronoun: Found) -> Mentions | None:
        """The subject of a clause around the pronoun; where there is none the subject of the sentence before. Another subject in between bars it."""
        p = self.parse
        owner = owner_of_speaker(p, pronoun.head)
        barred = self._barred(pronoun.head) | (frozenset({p[owner].head}) if owner is not None else frozenset())  # "Their mothers say they were students"
        if p[pronoun.head].dep in ("dobj", "pobj"):
            # "said it had received the offer and would weigh it": nor whom the subject means
            barred |= {m.head for c in self.clusters if any(m.head in barred for m in c.found) for m in c.found}
        joined = self._joined(pronoun.head) or self._dealt_with(pronoun.head) or self._owner_of_speaker(pronoun) or self._spoke_before(pronoun) or self._told_by_another(pronoun)
        if joined is not None or ((paper := spokenfor.of_the_paper(p, pronoun.head)) is not None and (joined := self._fitting(paper, pronoun)) is not None):
            return joined
        for subject in self._subjects_around(pronoun.head):
            if subject in barred or subject == pronoun.head:
                continue
            if self._foe(pronoun.head):
                return None
            if not self._number(subject, pronoun):
                if pronoun.pronoun == "group" and p[subject].tag not in ("NNS", "NNPS"):
                    continue
                return None
            return self._fitting(subject, pronoun) if not self._rivals(subject, pronoun) else None
        if p[pronoun.head].dep not in (*_SUBJECT, "poss") or self._nouns_before(pronoun.head):
            return None
        before = p[pronoun.head].sent - 1
        subjects = [t.i for t in self._sentence(before) if t.dep in _SUBJECT and (above := p.head(t.i)) is not None and above.head == above.i]
        if told_of_behind(p, pronoun.head) or (len(subjects) == 1 and self._speaks_last(subjects[0], pronoun)):
            return None
        if len(subjects) != 1 or pronoun.first in self.quoted or subjects[0] in self.labels or not self._number(subjects[0], pronoun):
            return None
        plural = {m.head for c in self.clusters for m in c.found if m.kind != "pronoun" and p[m.head].sent == before and p[m.head].tag in ("NNS", "NNPS")}
        if pronoun.pronoun == "group" and plural - set(syntax.conjuncts(p, subjects[0])):
            return None
        return self._fitting(subjects[0], pronoun)

    def _spoke_before(self, pronoun: Found) -> Mentions | None:
        """ "One ranger was killed, it said.": behind what is told "it" is the body that spoke in the sentences before."""
        p = self.parse
        token, verb = p[pronoun.head], p[p[pronoun.head].head]
        if token.lower != "it" or token.dep not in _SUBJECT or verb.lemma not in _SAYING or not any(c.dep == "ccomp" and c.i < token.i for c in p.children(verb.i)):
            return None
        spoke = [t.i for sent in (token.sent - 2, token.sent - 1) for t in self._sentence(sent) if t.dep in _SUBJECT and (p[t.head].lemma in _SAYING or spokenfor.gives_account(p, t.head)) and t.lower != "it"]
        # "The army had not shelled it, it said.": where nobody spoke before, the body that its words are of
        own = [s.i for c in p.children(verb.i) if c.dep == "ccomp" and c.i < token.i for s in p.children(c.i) if s.dep == "nsubj" and s.i not in spokenfor.brought_up(p, token, verb)]
        return self._fitting(spoke[-1], pronoun) if spoke else self._fitting(own[0], pronoun) if own else None

    def _told_by_another(self, pronoun: Found) -> Mentions | None:
        told = spokenfor.of_both_accounts(self.parse, pronoun.head, {m.head for c in self.clusters for m in c.found}) if pronoun.pronoun == "group" else None
        return self._fitting(told, pronoun) if told is not None else None

    def _foe(self, at: int) -> bool:
        """ "threatened to shell its base", "to free its leader": nobody attacks what is his own, or frees his own."""
        p = self.parse
        owned = p.head(at)
        return p[at].dep == "poss" and owned is not None and owned.dep == "dobj" and p[owned.head].lemma in _ATTACKING | _FREEING

    def _speaks_last(self, subject: int, pronoun: Found) -> bool:
        """ "The weapons were old, the chiefs said. They": whoever speaks at the end of a sentence is hardly meant where what he says has a subject that is as
        many; but he speaks on ("They said")."""
        p = self.parse
        if p[pronoun.head].dep == "nsubj" and p[p[pronoun.head].head].lemma in _SPEAKING and p[p[pronoun.head].head].dep == "ROOT":
            return False
        inner = [c for v in p.children(p[subject].head) if v.dep == "ccomp" and v.i < subject for c in p.children(v.i) if c.dep in _SUBJECT]
        if spokenfor.speaks_for_government(p, subject, pronoun.head) and any(m.head == t.i and m.entity_kind in ("institution", "state") for t in inner for c in self.clusters for m in c.found):
            return False
        return any(c.pos in syntax.NOMINAL and self._number(c.i, pronoun) for c in inner)

    def _joined(self, at: int) -> Mentions | None:
        """ "Chad and its allies", "Chad's exports and its imports": whose somebody is who is named in one breath with a body or a state."""
        p = self.parse
        token = p[at]
        owned = p.head(at)
        kinds = _PEOPLE if token.lower in ("his", "her") else _THINGS
        if token.dep != "poss" or token.lower not in ("its", "his", "her") or at < 2 or p[at - 1].lower != "and" or owned is None or owned.dep != "conj" or not p[owned.head].i < at:
            return None
        shared = [c.i for c in p.children(owned.head) if c.dep == "poss"]
        if shared:
            # "Chad's exports and its imports"
            return next((c for c in self.clusters if any(m.head == shared[0] and m.kind == "name" and m.entity_kind in kinds for m in c.found)), None)
        return next((c for c in self.clusters if any(m.kind == "name" and m.first <= owned.head < m.last and m.last == at - 1 and m.entity_kind in kinds for m in c.found)), None)

    def _dealt_with(self, at: int) -> Mentions | None:
        """ "sanctions on Chad over its tests": whose it is behind the name of whom something is done to, with the preposition right behind that name."""
        p = self.parse
        owned = p.head(at)
        prep = p.head(owned.i) if owned is not None and p[at].lower == "its" and owned.dep in ("pobj", "dobj") else None
        helped = prep is not None and prep.lower in ("in", "with") and prep.dep == "prep" and p[prep.head].lemma in word_set("helping_verbs")
        if prep is None or not (helped or prep.lower in _GROUNDS) or prep.i < 2 or not prep.i < at:
            return None
        if helped:
            # "agreed to assist the bank in its inquiry": whose work somebody helps with is who is helped
            whom = next((c.i for c in p.children(prep.head) if c.dep == "dobj" and c.i < prep.i), -1)
            return next((c for c in self.clusters if any(m.head == whom and m.entity_kind in _THINGS for m in c.found)), None)
        name = next(((c, m) for c in self.clusters for m in c.found if (m.kind == "name" or m.definite) and m.last == prep.i and m.entity_kind in _THINGS), None)
        return name[0] if name is not None and p[name[1].head].dep in ("pobj", "dobj") else None

    def _subjects_around(self, at: int) -> Iterator[int]:
        p = self.parse
        seen: set[int] = set()
        for above in [p[at], *p.ancestors(at)]:
            if above.pos not in syntax.VERBAL:
                continue
            for found in syntax.surface_subject(p, above.i):
                if found.head < at and found.head not in seen and p[found.head].sent == p[at].sent:
                    seen.add(found.head)
                    some = syntax.prep_objects(p, found.head, "of") if p[found.head].lemma in word_set("gathered") else []  # "A group of officers said they"
                    yield syntax.antecedent(p, found.head) if not some else some[0]

    def _nouns_before(self, at: int) -> bool:
        """Nouns before the pronoun in its sentence that it may mean as well; not the day, the statement and the channel of "In a statement on Telegram on Monday it said"."""
        p = self.parse
        before = (t for t in self._sentence(p[at].sent) if t.i < at and t.pos in syntax.NOMINAL and t.dep in (*_SUBJECT, "dobj", "pobj"))
        return any(t.ent not in ("DATE", "TIME") and t.lemma.lower() not in _UTTERANCES and not (t.dep == "pobj" and p[p[at].head].lemma in _SAYING and channel(p, t)) for t in before)

    def _sentence(self, sent: int) -> tuple[Token, ...]:
        if sent < 0:
            return ()
        sentence = self.parse.sentences[sent]
        return tuple(self.parse.tokens[sentence.first : sentence.last])

    def _number(self, head: int, pronoun: Found) -> bool:
        plural = self.parse[head].tag in ("NNS", "NNPS") or len(syntax.conjuncts(self.parse, head)) > 1
        if pronoun.pronoun == "thing":
            return not plural
        return plural or any(m.head == head and m.entity_kind in _MANY for c in self.clusters for m in c.found)

    def _rivals(self, subject: int, pronoun: Found) -> bool:
        """Other plural actors between the beginning of the sentence and "they", of whom it might be said."""
        p = self.parse
        if pronoun.pronoun == "thing":
            # "squeeze the state and isolate it"
            # "released footage that it said": what the pronoun's own clause describes is not what the pronoun means.
            described = {a.head for a in p.ancestors(pronoun.head) if a.dep == "relcl"}
            things = [t for t in p.tokens[subject + 1 : pronoun.head] if t.dep == "dobj" and t.tag == "NN" and t.sent == p[subject].sent and t.i not in described]
            mark = next((c.i for c in p.children(p[pronoun.head].head) if c.dep == "mark" and c.lower == "that"), 0)
            noun = mark > 1 and p[mark - 1].pos == "NOUN" and p[mark - 1].dep == "pobj"
            if things and pronoun.name.lower() == "it" and p[pronoun.head].dep in _SUBJECT and not spokenfor.own_act(p, pronoun.head, subject) and (noun or p[p[pronoun.head].head].head != p[subject].head):
                # "seized a ship under suspicion that it"
                return True
            accused = laid_to(p, p[pronoun.head].head)  # "Chad accused Sudan of invading it"
            between = {m.head for c in self.clusters for m in c.found if m.kind != "pronoun" and m.entity_kind in _THINGS and subject < m.head < pronoun.head} - {accused}
            owner = next((c for c in self.clusters if any(m.head == subject for m in c.found)), None)
            other = {h for h in between if owner is None or all(m.head != h for m in owner.found)}
            return bool(other) and p[pronoun.head].dep not in (*_SUBJECT, "poss")
        first = p.sentences[p[pronoun.head].sent].first
        own = set(syntax.conjuncts(p, subject))
        if any(m.kind != "pronoun" and m.entity_kind in _BODIES and m.entity_kind != "office" and subject < m.head < pronoun.head and m.head not in own and not spokenfor.channel(p, p[m.head]) for c in self.clusters for m in c.found):
            return True
        heads = {m.head for c in self.clusters for m in c.found if m.kind != "pronoun" and first <= m.head < pronoun.head and m.head not in own}
        # "found cans, and nobody knew who had left them": what was done to things before is told of them.
        handled = {t.i for t in p.tokens[first : pronoun.head] if pronoun.name.lower() == "them" and t.dep == "dobj" and t.i not in own}
        return any(p[h].tag in ("NNS", "NNPS") for h in heads | handled)

    def _fitting(self, subject: int, pronoun: Found) -> Mentions | None:
        p = self.parse
        if len(syntax.conjuncts(p, subject)) > 1 and pronoun.pronoun == "group":
            # "X and Y say that they": both together are no actor of the record.
            return None
        for cluster in self.clusters:
            for m in cluster.found:
                if m.head == subject:
                    if pronoun.pronoun == "thing":
                        fits = m.entity_kind in _THINGS and not (m.kind == "nominal" and m.entity_kind == "office")
                    else:
                        fits = m.entity_kind in _BODIES or (m.entity_kind == "person" and p[m.head].tag in ("NNS", "NNPS")) or m.kind == "pronoun"
                    return cluster if fits else None
        return None
