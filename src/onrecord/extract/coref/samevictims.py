"""Who the victim or the suspect of the lead was: "A journalist was shot dead on Monday ... Ana Luz, 45, was killed outside her home", "It identified him as Ivo Weil,
16". A helper of `sameness`, no stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord import syntax
from onrecord.extract.coref.samebase import SameBase
from onrecord.extract.entities.found import Cluster, Found
from onrecord.lexicon.tables import word_set

# Words of what befalls somebody once, sort by sort.
_KILLED = word_set("words_of_one_killing") | {"die", "stab", "ambush", "hit", "dead", "execute", "behead", "lynch", "death", "murder", "killing", "assassination", "shooting"}
SORTS = (_KILLED, word_set("words_of_one_arrest"), word_set("words_of_one_abduction") | {"miss", "missing", "disappear", "abduction", "kidnapping"}, word_set("words_of_one_expulsion"))
_PLAIN_CLERGY = word_set("titles_of_plain_clergy")
_NAMING = frozenset({"identify", "name"})
_REACH = 2  # sentences between the noun and the name
_BEFELL = ("nsubj", "nsubjpass", "dobj")


@dataclass(frozen=True)
class SameVictims(SameBase):
    """Each method says with which earlier cluster one is, if with any."""

    def _victim_named(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The one unnamed person whom a deed just told befell, for a name that comes in with no other title than the noun's, with an age or under a word for the
        same deed."""
        p = self.parse
        name = min(cluster.found, key=lambda m: m.first)
        if name.kind != "name" or name.entity_kind != "person" or name.countries or name.organisation is not None or p.sentences[p[name.head].sent].part != "body":
            return None
        verb = p.head(name.head)
        sorts, told = self._befell_whom(name), self._told_who(name)
        subject = p[name.head].dep in ("nsubj", "nsubjpass")
        if verb is None or not (subject or (sorts and p[name.head].dep in ("pobj", "poss"))) or (not sorts and (told or not self._with_age(name))):
            return None
        victims = [(c, m) for c in clusters if c is not cluster for m in self._unnamed_victims(c, name, sorts) if not (name.title or name.sectors) or self._of_that_title(m, name)]
        victims = [(c, m) for c, m in victims if ((subject and not told) or self._called_alike(m, name)) and not self._at_other_times(m, name)]  # the parser does not always know an apposition
        body = [(c, m) for c, m in victims if p.sentences[p[m.head].sent].part == "body"]
        for c, m in victims:
            if body and all(c is not b for b, _ in body) and p[m.head].lemma.lower() == p[body[0][1].head].lemma.lower():
                body[0][0].found.extend(c.found)  # "Activist killed" over "an environmental activist was killed"
                c.found = []
        victims = body or victims
        others = [c for c in clusters if c is not cluster for m in c.found if m.kind == "name" and m.entity_kind == "person" and m.first < name.first and 0 <= p[name.head].sent - p[m.head].sent <= _REACH and self._befell_whom(m)]
        return victims[0][0] if len({id(c) for c, _ in victims}) == 1 and not others else None

    def _identified_as(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "It identified him as X", "the victim was named as X": the one of whom the name is told."""
        p = self.parse
        name = min(cluster.found, key=lambda m: m.first)
        prep = p.head(name.head) if p[name.head].dep == "pobj" else None
        verb = p.head(prep.i) if prep is not None and prep.lower == "as" else None
        if name.kind != "name" or name.entity_kind != "person" or verb is None or verb.lemma not in _NAMING:
            return None
        told = [c.i for c in p.children(verb.i) if c.dep in ("dobj", "nsubjpass")] or ([verb.head] if verb.dep == "acl" else [])
        return next((c for c in clusters if c is not cluster and not c.named for m in c.found if m.head in told and (m.kind == "pronoun" or m.entity_kind in ("person", "office")) and p[m.head].tag not in ("NNS", "NNPS") and m.pronoun not in ("it", "they", "them")), None)

    def _befell_whom(self, mention: Found) -> tuple[int, ...]:
        """The sorts of deed that befell a mention: it is the object of the verb, the subject of a passive or of "died", or what the deed's noun is of."""
        p = self.parse
        token = p[mention.head]
        above = p.head(token.i)
        if above is None:
            return ()
        told = [c for c in p.children(token.i) if c.dep == "acl" and c.tag == "VBN"]  # "an activist arrested during a march"
        if token.dep in ("pobj", "poss") and not told:
            noun = p.head(above.i) if token.dep == "pobj" and above.lower == "of" else above if token.dep == "poss" else None
            return tuple(k for k, words in enumerate(SORTS) if noun is not None and noun.pos == "NOUN" and noun.lemma in words)
        found = [above, *(c for c in p.children(above.i) if c.dep in ("oprd", "acomp", "conj"))]
        passive = syntax.is_passive(p, above.i) or above.lemma in ("die", "disappear", "miss") or (token.dep == "nsubj" and above.tag == "VBN")
        if token.dep not in _BEFELL or (token.dep == "nsubj" and not passive):
            found = []
        found += told
        return tuple(k for k, words in enumerate(SORTS) if any(v.lemma in words for v in found))

    def _unnamed_victims(self, cluster: Cluster, name: Found, sorts: tuple[int, ...]) -> Iterator[Found]:
        p = self.parse
        if cluster.named or any(m.entity_kind not in ("person", "office") or p[m.head].tag not in ("NN", "NNP", "PRP", "PRP$") for m in cluster.found if m.kind != "pronoun"):
            return
        verb = p.head(name.head)
        earlier = verb is not None and self._with_age(name) and any(a.lower == "had" for a in syntax.auxiliaries(p, verb.i))  # "Sara Luz, 22, had been arrested": before she died
        for mention in cluster.found:
            far = p[name.head].sent - p[mention.head].sent
            told = self._befell_whom(mention) if mention.kind == "nominal" and mention.first < name.first else ()
            if told and (0 < far <= _REACH if p.sentences[p[mention.head].sent].part == "body" else far <= _REACH + 1) and (not sorts or set(told) & set(sorts) or earlier):
                yield mention

    def _called_alike(self, noun: Found, name: Found) -> bool:
        """ "a noted sheep farmer ... Luis Lindo, a sheep breeder", "a nurse ... Ana Luz, a nurse": what the name is said to be shares a word with the noun."""
        p, at = self.parse, name.last
        if at + 1 >= len(p) or p[at].text != ",":
            return False
        stop = next((k for k in range(at + 1, p.sentences[p[name.head].sent].last) if p[k].text in (",", ".", ";", ")")), at + 1)
        first, last = syntax.noun_phrase(p, noun.head)
        theirs, mine = ({t.lower for t in p.tokens[a:b] if t.tag in ("NN", "NNS", "NNP") and not t.lower.isdigit() and t.lower not in word_set("units")} for a, b in ((first, last), (at + 1, min(stop, at + 9))))
        return bool(theirs & mine)

    def _of_that_title(self, noun: Found, name: Found) -> bool:
        """ "a colonel ... Colonel X", "a Catholic priest ... Father X": whether a name's title is the noun's own, or a plain clergyman's behind a clergyman."""
        title, lemma = (name.title or "").lower().rstrip("."), self.parse[noun.head].lemma.lower()
        return title == lemma or (title in _PLAIN_CLERGY and "REL" in noun.sectors)

    def _with_age(self, name: Found) -> bool:
        """ "Ana Luz, 45, had ...": an age behind the name."""
        p, at = self.parse, name.last
        return at + 2 < len(p) and p[at].text == "," and p[at + 1].text.isdigit() and len(p[at + 1].text) <= 3 and p[at + 2].text == ","
