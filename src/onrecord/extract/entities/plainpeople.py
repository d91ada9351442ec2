"""Plain words for people who are hardly civilians where the text tells what they do, bear or are charged with. A helper of the actor stage, no stage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord import syntax
from onrecord.extract.entities.found import Found
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

_PLAIN = word_set("plain_people")
_GATHERED = word_set("gathered")
_DEEDS = word_set("verbs_of_armed_deeds")
_ARMS = word_set("words_for_the_armed")
_BEARING = word_set("verbs_of_bearing_arms")
_CHARGING = word_set("verbs_of_charging")
# "linked to massacres", "involved in the attack"
_TIED = frozenset({"link", "involve", "implicate", "tie", "connect", "suspect", "accuse"})
_HELD = frozenset({"arrest", "detain", "capture", "catch", "apprehend", "seize"})
_GOODS = word_set("illicit_goods")
_ATTACKS = frozenset({"attack", "raid", "ambush", "assault", "killing", "murder", "kidnapping", "abduction", "bombing", "shooting", "robbery"})
_CRIMES = word_set("known_crimes") | word_set("nouns_of_outlawry") | {"crime"}
_CONVICTIONS, _SCHEMES = word_set("nouns_of_conviction"), word_set("criminal_schemes")
_RUNNING = frozenset({"run", "operate", "manage", "head", "lead", "orchestrate"})
_NETS = frozenset({"network", "ring"})
_COMMITTING = frozenset({"carry", "commit", "launch", "stage", "perpetrate", "conduct", "mount"})
_CULPRITS = word_set("culprits_of_no_side")
_NAMING = frozenset({"describe", "identify", "call", "present", "introduce"})
_SELVES = frozenset({"himself", "herself", "themselves"})
_TRYING = frozenset({"try", "attempt", "begin", "start", "manage", "continue", "go", "come", "want", "plan"})
# What a boy "opens" or a man "plants" is a deed only with these.
_WITH_OBJECT = {"open": frozenset({"fire"}), "plant": frozenset({"bomb", "explosive", "mine", "charge", "device", "grenade"}), "intercept": frozenset({"vehicle", "car", "bus", "truck", "convoy"})}


@dataclass(frozen=True, slots=True)
class PlainPeople:
    """Reads one parse."""

    parse: Parse

    def doubtful(self, mention: Found) -> bool:
        """Whether a word that says no more than that somebody is a human being is said of who attacks, bears arms or is charged: "the men who stormed the
        bank", "30 men in uniforms", "four nationals caught with cocaine". What they are is not told."""
        token = self.parse[mention.head]
        if mention.kind != "nominal" or not self.plain(mention):
            return mention.kind == "nominal" and not mention.sectors and token.lemma.lower() in _CULPRITS
        heads = [token, *(self.parse[i] for i in self._gathered(token))]
        return any(self._addressed(t) or self._armed(t) or self._by_own_account(t) or any(self._violent(v) for v in self._verbs(t)) or self._charged(t) for t in heads)

    def plain(self, mention: Found) -> bool:
        """Whether a mention says no more than that somebody is a human being."""
        role = mention.rule.removeprefix("role:").split("+")[0]
        return mention.kind == "nominal" and (role in _PLAIN or self.parse[mention.head].lemma.lower() in _PLAIN | _GATHERED | _NETS)

    def unsure(self, found: Iterable[Found]) -> bool:
        """Whether the mentions of one actor make him a civilian by such words alone, and one of them tells otherwise."""
        mentions = list(found)
        return all(self.plain(m) for m in mentions if m.sectors == ("CVL",)) and any(self.doubtful(m) for m in mentions)

    def _gathered(self, token: Token) -> list[int]:
        """ "a group of 30 men": the noun that gathers them."""
        p = self.parse
        prep = p.head(token.i) if token.dep == "pobj" else None
        above = p.head(prep.i) if prep is not None and prep.lower == "of" else None
        return [above.i] if above is not None and above.lemma.lower() in _GATHERED else []

    def _addressed(self, token: Token) -> bool:
        """ "you people", "we people": the speaker means somebody whom he does not name."""
        return token.i > 0 and self.parse[token.i - 1].lower in ("you", "we", "us", "they")

    def _by_own_account(self, token: Token) -> bool:
        """ "a man who described himself as a commander", "a woman claiming to be one of them"."""
        p = self.parse
        for c in p.children(token.i):
            if c.dep not in ("relcl", "acl"):
                continue
            below = {t.lower for t in p.children(c.i)}
            if (c.lemma in _NAMING and below & _SELVES) or (c.lemma == "claim" and any(x.lemma == "be" for x in p.children(c.i))):
                return True
        return False

    def _armed(self, token: Token) -> bool:
        """ "men in uniforms", "men with guns", "men carrying rifles", "men dressed as soldiers"."""
        p = self.parse
        if any(p[o].lemma.lower() in _ARMS for prep in ("in", "with") for o in syntax.prep_objects(p, token.i, prep)):
            return True
        for c in p.children(token.i):
            if c.dep not in ("acl", "relcl", "amod") or c.lemma.lower() not in _BEARING:
                continue
            below = [p[i] for i in p.subtree(c.i)]
            if c.lemma.lower() in ("mask", "hood", "arm", "dress", "disguise") or any(t.lemma.lower() in _ARMS for t in below):
                return True
        return False

    def _verbs(self, token: Token) -> list[Token]:
        """The verbs of which somebody is the doer: of a clause, of "who", of "by"."""
        p = self.parse
        lead = p[syntax.first_conjunct(p, token.i)]
        above = p.head(lead.i)
        found: list[Token] = []
        if above is not None and lead.dep == "nsubj" and above.pos in syntax.VERBAL:
            found = [v for v in self._joined(above) if v is above or not syntax.is_passive(p, v.i)]
        if above is not None and lead.dep == "pobj" and above.lower == "by" and (deed := p.head(above.i)) is not None:
            found.append(deed)
        for c in p.children(token.i):
            if c.dep == "relcl" and any(d.dep == "nsubj" and d.lower in ("who", "that") for d in p.children(c.i)):
                found += [v for v in self._joined(c) if v is c or not syntax.is_passive(p, v.i)]
            if c.dep == "acl" and c.tag == "VBG":
                found.append(c)
        return found + [c for v in found if v.lemma in _TRYING for c in p.children(v.i) if c.dep in ("xcomp", "conj")]

    def _joined(self, verb: Token) -> list[Token]:
        """A verb and those behind "and" that share its subject."""
        p = self.parse
        behind = [c for c in p.children(verb.i) if c.dep == "conj" and c.pos in syntax.VERBAL and not any(d.dep in ("nsubj", "nsubjpass") for d in p.children(c.i))]
        return [verb, *(v for c in behind for v in self._joined(c))]

    def _violent(self, verb: Token) -> bool:
        p = self.parse
        if any(c.dep == "neg" for c in p.children(verb.i)):
            return False
        lemma = verb.lemma.lower()
        if lemma in _COMMITTING:
            # "carried out the attack", "the attack was carried out by three men"
            return any(c.dep in ("dobj", "nsubjpass") and c.lemma.lower() in _ATTACKS for c in p.children(verb.i))
        if lemma in _RUNNING:
            # "a network of citizens ran a lottery scam"
            return any(c.dep == "dobj" and any(t.lemma.lower() in _SCHEMES for t in (c, *p.children(c.i)) if t.dep in ("dobj", "compound", "amod")) for c in p.children(verb.i))
        if lemma in _WITH_OBJECT:
            return any(c.dep == "dobj" and c.lemma.lower() in _WITH_OBJECT[lemma] for c in p.children(verb.i))
        return lemma in _DEEDS or (verb.pos == "NOUN" and lemma in _ATTACKS)

    def _charged(self, token: Token) -> bool:
        """ "four nationals were charged", "were arrested and convicted", "the convictions of two men", "arrested two men with cocaine"."""
        p = self.parse
        lead = p[syntax.first_conjunct(p, token.i)]
        prep = p.head(lead.i) if lead.dep == "pobj" else None
        if prep is not None and prep.lower == "of" and p[prep.head].lemma.lower() in _CONVICTIONS:
            return True
        verbs = [v for v in (p.head(lead.i),) if v is not None and lead.dep in ("nsubjpass", "dobj")]
        verbs += [c for c in p.children(token.i) if c.dep == "acl" and c.tag == "VBN"]
        verbs += [c for c in p.children(token.i) if c.dep == "relcl" and any(d.dep in ("nsubjpass", "auxpass") for d in p.children(c.i))]
        passive = [v for v in verbs if v.dep in ("acl", "relcl") or lead.dep == "nsubjpass"]
        verbs += [v for verb in passive for v in self._joined(verb)[1:] if v.tag == "VBN"]
        for verb in verbs:
            if verb.lemma in _CHARGING or (verb.lemma == "find" and any(c.lower == "guilty" for c in p.children(verb.i))):
                return True
            if verb.lemma in _TIED and any(p[i].lemma.lower() in _ATTACKS | _CRIMES for i in p.subtree(verb.i) if i > verb.i):
                return True
            if verb.lemma in _HELD and any(p[i].lemma.lower() in _GOODS or p[i].lemma.lower() in _DEEDS for i in (*p.subtree(verb.i), *p.subtree(token.i)) if i != verb.i):
                return True
        return False
