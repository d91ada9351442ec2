"""Whether a role noun stands for somebody where it stands: not for a quality, a condition, a thing, a post that is only told of. A helper of the finder
of role nouns, no stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from onrecord import syntax
from onrecord.actorbook import ActorBook, Role
from onrecord.extract.entities.belonging import Belonging
from onrecord.extract.entities.namesense import SETTLEMENTS, NameSense
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

# Words that, bare and in the singular, tell a condition: "in exile".
_SEEKING = word_set("words_of_candidacy")
_CONDITIONS = word_set("bare_conditions")
_PERSONS = frozenset({"person", "office"})
_TITLES = frozenset({"WORK_OF_ART", "EVENT", "LAW", "PRODUCT", "FAC"})
_SOURCE_SORTS = word_set("sorts_of_sources")
_ARMS = word_set("arms_before_deeds")
_NAMING = word_set("naming_verbs")
_INVOLVED = word_set("words_of_any_party")
# Nouns for people or bodies in the singular that are one only where they act.
_ACTING_ONLY = frozenset({"monitor", "guide", "model"})
_SORTS = frozenset({"sort", "kind", "type", "form"})
_PARTICLES = word_set("particles_of_towns_names")
_CARRYING = frozenset({"carrier", "transport", "vehicle", "plane", "helicopter", "mine", "truck", "train", "ship", "ferry", "jet"})
_BODILY = frozenset({"head", "chair"})
_MAKING = word_set("making_verbs")
_MADE = word_set("nouns_of_making")
_EQUIPMENT = word_set("equipment")
_RULES = word_set("rules_before_regimes")
# A municipality is a place unless it acts.
_LOCAL = word_set("settlement_nouns") | word_set("local_bodies")


class Roles(Protocol):
    """What names the role of a noun."""

    def role_at(self, head: int) -> Role | None: ...


@dataclass(frozen=True, slots=True)
class RoleSense:
    """Reads one parse; `roles` says which role ends at a token."""

    parse: Parse
    book: ActorBook
    belonging: Belonging
    roles: Roles

    def quality(self, token: Token) -> bool:
        """An adjective that tells how something is: "liberal activists", "secular and liberal activists", "made public"."""
        p = self.parse
        lead = p[syntax.first_conjunct(p, token.i)]
        if token.pos == "ADJ" and (token.dep in ("amod", "acomp") or lead.dep in ("amod", "acomp")):
            return True
        if token.dep == "conj" and lead.dep in ("amod", "compound", "nmod") and token.tag in ("NN", "JJ"):
            # "liberal and labour groups", "labour and guerrilla organisations"
            return True
        return token.lower == "public" and not any(c.dep in ("det", "amod", "poss") for c in p.children(token.i))

    def unsaid(self, token: Token, role: Role) -> bool:
        """A bare singular for somebody that only tells an office or a part: "Chief among them", "elected president", "as a front man"."""
        p = self.parse
        if role.name in _EQUIPMENT and token.dep not in ("nsubj", "ROOT") and not (token.dep == "pobj" and p[token.head].lower == "by"):
            # "systems on several destroyers": things, unless they act.
            return True
        if role.name in _BODILY and token.tag == "NN" and not any(c.lower in ("of", "at", "for") or c.dep == "compound" or (c.dep == "poss" and (c.tag != "PRP$" or c.lower == "its")) for c in p.children(token.i)) and not token.text[:1].isupper() and token.dep in ("pobj", "dobj"):
            # "tied to a chair", "struck in the head"
            return True
        if self._ranged(token) or any(c.lower in ("how", "what", "which") and c.i < token.i for c in syntax.dependents_within(p, token.i, 2)):
            return True
        lead = p[syntax.first_conjunct(p, token.i)]
        if role.kind in _PERSONS and token.dep == "conj" and token.tag == "NN" and lead.dep == "pobj" and p[lead.head].lower == "as" and not any(c.dep in ("det", "poss") for c in p.children(token.i)):
            # "working as a courier and bodyguard"
            return True
        if role.kind in _PERSONS and token.dep == "pobj" and p[token.head].lower == "as" and p[token.head].i and p[token.head - 1].lower not in ("such", "well") and not any(c.dep in ("det", "nummod", "poss", "amod") for c in p.children(token.i)):
            # "vote as civilians"
            return True
        if role.kind in _PERSONS and token.tag == "NNS" and self._taken_for(token):
            return True
        if role.name in _ACTING_ONLY and token.tag == "NN" and token.dep not in ("nsubj", "nsubjpass") and not (token.dep == "pobj" and p[token.head].lower == "by"):
            # "provides a monitor of the situation"
            return True
        if role.kind not in _PERSONS or token.tag not in ("NN", "NNP"):
            return False
        if token.i + 1 < len(p) and p[token.i + 1].lower == "among":
            return True
        dets = [c.lower for c in p.children(token.i) if c.dep in ("det", "poss")]
        above = p.head(token.i)
        if above is not None and token.dep == "pobj" and above.lower == "as" and p[above.head].lemma in _NAMING:
            # "known as the godfather"
            return True
        if above is None or not set(dets) <= {"a", "an"}:
            return False
        if token.dep == "pobj" and above.lower == "as":
            return True
        return not dets and token.dep == "oprd"

    def _taken_for(self, token: Token) -> bool:
        """ "suspects them as major players", "were described as local smugglers": what somebody is taken for, after whom the verb deals with."""
        p = self.parse
        prep = p.head(token.i) if token.dep == "pobj" else None
        if prep is None or prep.lower != "as" or prep.dep != "prep" or not prep.i or p[prep.i - 1].lower in ("such", "well"):
            return False
        verb = p[prep.head]
        if verb.pos != "VERB" or any(c.dep in ("det", "poss", "nummod", "quantmod") for c in p.children(token.i)):
            return False
        return any(c.dep in ("dobj", "nsubjpass", "auxpass") and c.i < prep.i for c in p.children(verb.i))

    def _ranged(self, token: Token) -> bool:
        """ "characterised as one of the largest rings": what somebody is ranged among."""
        p = self.parse
        prep = p.head(token.i) if token.dep == "pobj" else None
        one = p.head(prep.i) if prep is not None and prep.lower == "of" else None
        if one is None or one.lower != "one":
            return False
        above = p.head(one.i)
        return one.dep == "attr" or (one.dep == "pobj" and above is not None and above.lower == "as")

    def _of_a_town(self, token: Token) -> bool:
        """ "Port-au-Prince": the last part of a town's name."""
        p = self.parse
        if token.i < 4 or not token.text[:1].isupper() or not p[token.i - 4].text[:1].isupper() or p[token.i - 2].text not in _PARTICLES:
            return False
        return p[token.i - 1].text == p[token.i - 3].text == "-" and p[token.i - 4].end == p[token.i - 3].start and p[token.i - 1].end == token.start

    def nobody(self, token: Token) -> bool:
        """Whether a word for somebody tells a condition or a motion here: "in exile", "held hostage", "freedom of movement", "the movement of goods"."""
        p = self.parse
        sense = NameSense(p, self.book, self.belonging)
        if (token.lower in SETTLEMENTS and sense.located(token)) or sense.province(token):
            return True
        if token.lemma.lower() in _LOCAL and token.dep not in ("nsubj", "nsubjpass", "poss") and not (token.dep == "pobj" and p[token.head].lower == "by"):
            return True
        if self._sought(token) or self._carried(token) or self._of_a_town(token):
            return True
        if token.lemma == "movement" and token.text.islower() and any(c.dep == "prep" and c.lower in ("into", "toward", "towards", "across", "out") for c in p.children(token.i)):
            # "the gang's movement into the south"
            return True
        if token.lemma == "movement" and (token.tag == "NNS" or token.text.islower()) and syntax.prep_objects(p, token.i, "of"):
            return True
        if token.ent in _TITLES and token.text[:1].isupper():
            # "the "Women's Peace Zone"": a word of a name that is nobody's.
            return True
        if token.lemma == "mission" and any(c.dep in ("acl", "relcl") and any(g.lower == "to" for g in p.children(c.i)) for c in p.children(token.i)):
            # "with a mission to destroy"
            return True
        joined = self.roles.role_at(token.i)
        if token.i + 1 < len(p) and p[token.i + 1].text == "-" and (joined is None or "-" not in joined.name) and p[token.i + 1].start == token.end and token.dep not in ("nsubj", "dobj", "pobj"):
            # "media-savvy"
            return True
        if token.lemma == "regime" and any(c.dep in ("compound", "amod") and c.lower in _RULES for c in p.children(token.i)):
            # "the sanctions regime"
            return True
        if token.lower == "parties" and any(c.lower in _INVOLVED for c in p.children(token.i)):
            # "those parties involved in the dispute"
            return True
        if token.lemma == "source" and token.dep not in ("nsubj", "nsubjpass") and (syntax.prep_objects(p, token.i, "of") or not (token.dep == "pobj" and p[token.head].lower in ("to", "by", "with", "from", "for") and (p[token.head].lower != "to" or p[p[token.head].head].lower == "according"))):
            # "possible sources of infection", "from a plant source": nobody speaks.
            return not any(c.dep in ("compound", "amod") and c.lower in _SOURCE_SORTS for c in p.children(token.i))
        if token.lemma == "authority" and token.tag == "NN" and token.text.islower() and token.dep not in ("nsubj", "nsubjpass", "poss", "agent") and not any(c.dep in ("compound", "amod", "poss", "nmod") for c in p.children(token.i)):
            # "the authority wielded by gangs"
            return True
        if self._denied(token):
            return True
        above = p.head(token.i) if token.dep == "pobj" else None
        if above is not None and above.lower == "of" and p[above.head].lemma in _SORTS and p[above.head].tag == "NN" and any(c.lower in ("a", "an") for c in p.children(above.head)):
            # "a sort of militia"
            return True
        if token.lower == "opposition" and any(c.lower == "to" for c in p.children(token.i)):
            # "the opposition to the idea"
            return True
        if token.lower == "population" and any(c.dep in ("nummod", "appos") and c.text[:1].isdigit() for c in p.children(token.i)):
            return True
        maker = p.head(token.i)
        if token.dep == "dobj" and maker is not None and maker.lemma in _MAKING and any(c.dep == "det" and c.lower in ("a", "an") for c in p.children(token.i)):
            # "form a coalition government": there is none yet.
            return True
        if above is not None and above.lower == "of" and p[above.head].lemma.lower() in _MADE and any(c.dep == "det" and c.lower in ("a", "an") for c in p.children(token.i)):
            # "the creation of a new agency": there is none yet.
            return True
        if token.lemma == "force" and token.tag == "NN" and any(self.roles.role_at(o) is None and p[o].text.islower() for o in syntax.prep_objects(p, token.i, "of")):
            # "the force of the blast"
            return True
        if token.dep in ("compound", "nmod") and token.lower in _ARMS:
            # "an artillery attack"
            return True
        if token.lemma == "party" and token.i > 1 and p[token.i - 1].text == "-" and p[token.i - 1].end == token.start and p[token.i - 2].end == p[token.i - 1].start:
            # "third-party apps"
            return True
        if token.lemma == "source" and any(c.dep == "compound" and c.text.islower() and self.roles.role_at(c.i) is None and c.lower not in _SOURCE_SORTS for c in p.children(token.i)):
            # "statistics sources", "a water source"
            return True
        if token.text[:1].isupper() or token.tag != "NN":
            return False
        below = [c for c in p.children(token.i) if c.dep not in ("prep", "punct", "cc", "conj", "appos", "acl", "relcl")]
        return token.lemma in _CONDITIONS and not below and token.dep in ("pobj", "oprd", "dobj", "attr", "conj", "npadvmod")

    def _carried(self, token: Token) -> bool:
        """ "armoured personnel carriers", "a troop transport": a word for what carries."""
        p = self.parse
        behind = p[token.i + 1] if token.i + 1 < len(p) and p[token.i + 1].sent == token.sent else None
        return behind is not None and token.lower in ("personnel", "troop", "passenger") and behind.lemma.lower() in _CARRYING and behind.start > token.end

    def _sought(self, token: Token) -> bool:
        """ "ran for president", "a candidate for mayor": a post that somebody wants, and nobody who holds it."""
        p = self.parse
        above = p.head(token.i) if token.dep == "pobj" and token.tag in ("NN", "NNP") else None
        if above is None or above.lower != "for" or any(c.dep in ("det", "poss") for c in p.children(token.i)):
            return False
        return p[above.head].lemma.lower() in _SEEKING

    def _denied(self, token: Token) -> bool:
        """ "X is not a legitimate authority": what somebody is said not to be."""
        p = self.parse
        verb = p.head(token.i)
        return token.dep == "attr" and verb is not None and verb.lemma == "be" and any(c.dep == "neg" for c in p.children(verb.i))
