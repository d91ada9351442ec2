"""events, second half, grouping: words of one sentence that tell how a deed told in it ended: "attacked the post and killed six", "a raid that left two dead"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from onrecord import syntax
from onrecord.extract.assembly.means import another_doer
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

_FOR = word_set("parting_prepositions")
# "the worst raid since gunmen killed 67", "came after gunmen killed six": what the clause tells is another deed, of another time.
_OF_ANOTHER_TIME = frozenset({"since", "after", "before", "until", "till"})
_WHERE = frozenset({"in", "near", "at", "outside", "around"})


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Reads one parse; `words` are the verbs of outcomes, `nouns` the tokens of all event nouns."""

    parse: Parse
    words: frozenset[str]
    nouns: frozenset[int]

    def outcome(self, told: int, deed: int) -> bool:
        """ "attacked the post and killed six", "a raid that left two dead": the second word tells how the first ended."""
        p = self.parse
        if not self.ends(told):
            return False
        if p[told].dep == "advcl" and any(c.dep in ("mark", "prep") and c.lower in _OF_ANOTHER_TIME and c.i < told for c in p.children(told)):
            return False
        if p[told].dep in ("relcl", "acl") and self.avenged(deed, told) is not None:
            return False
        if p[told].dep == "relcl" and (self.avenged(p[told].head, told) == deed or self.scene_of(told, deed)):
            return True
        if p[told].dep == "advcl" and p[told].tag == "VBG" and p[deed].dep == "dobj" and p[told].head == p[deed].head and p[told - 1].text == ",":
            return True  # "launched an attack on the camp, killing nine"
        links = ("conj", "advcl", "relcl", "xcomp", "acl")
        if p[told].dep == "acl" and p[p[told].head].head == deed and p[told].tag == "VBG":
            # "fired 40 rounds killing two": the parser hangs the outcome on the nearer noun.
            return True
        clause = deed if p[deed].dep != "nsubj" or self.ends(p[deed].head) else p[deed].head  # "when an airstrike hit the school"
        over = p[clause].head
        while p[clause].dep == "advcl" and over != told and p[over].dep == "conj" and (self.ends(over) or p[over].lower in word_set("states_of_victims") or any(c.lower in word_set("states_of_victims") for c in p.children(over))):
            over = p[over].head  # "three were killed and scores hurt when police fired", "four were killed and two are missing after"
        if p[deed].dep == "pcomp" and p[p[deed].head].lower in ("after", "by") and p[p[deed].head].head == told and p[deed].lemma in event_lexicon().classes["attack_noun"]:
            return not another_doer(p, told)  # "killed eight soldiers after ambushing their convoy"
        return (p[told].dep in links and p[told].head in (deed, clause) and not another_doer(p, told)) or (p[clause].dep in links and over == told and not another_doer(p, clause))

    def ends(self, verb: int) -> bool:
        return self.parse[verb].lemma in self.words or any(c.lower == "dead" and c.dep in ("acomp", "oprd", "advmod", "advcl", "ccomp") for c in self.parse.children(verb))

    def avenged(self, deed: int, told: int) -> int | None:
        """ "a revenge attack for strikes that left six dead": the deed between that the relative clause tells of, whatever the parser hangs it on."""
        p = self.parse
        for noun in range(told - 1, deed, -1):
            if noun in self.nouns and any(above.lower in _FOR for above in takewhile(lambda a: a.i != deed, p.ancestors(noun))) and any(a.i == deed for a in p.ancestors(noun)):
                return noun
        return None

    def scene_of(self, told: int, deed: int) -> bool:
        """ "the attack on a mosque in Khost, Afghanistan, which killed 12", "the raid near Goma, which left nine dead": a town kills nobody; the clause behind the
        scene of a deed tells of the deed nearest above it."""
        p = self.parse
        which = any(c.dep in ("nsubj", "pobj") and c.tag == "WDT" for c in p.children(told))
        if not which or p[p[told].head].pos != "PROPN" or told < deed:
            return False
        passed = list(takewhile(lambda a: a.i != deed, self._above(told)))
        scene = any(t.dep == "prep" and t.lower in _WHERE for t in passed)
        return scene and any(a.i == deed for a in p.ancestors(told)) and not any(t.pos in syntax.VERBAL or t.i in self.nouns for t in passed)

    def _above(self, told: int) -> Iterator[Token]:
        return iter(self.parse.ancestors(told))
