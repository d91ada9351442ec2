"""attributions, glosses: clauses within a source's content that are the outlet's own words or another's, so that the source asserts nothing in them.

The content stays as the trained choice has it; what is cut here only says whose assertion an event is.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass

from onrecord import syntax
from onrecord.extract.speech.cue_options import Range
from onrecord.lexicon.attribution import cues
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import ActorLayer
from onrecord.model.parse import Parse, Token
from onrecord.quotes import Quotation


@dataclass(frozen=True, slots=True)
class Glosses:
    parse: Parse
    actors: ActorLayer
    quoted: tuple[Quotation, ...]

    def kept(self, content: tuple[Range, ...], cue: int, sourced: bool = True) -> tuple[Range, ...]:
        """The content without the glosses in it; the whole where nothing else would be left. `sourced`: the text names who says it."""
        cuts = sorted(c for r in content for c in self.cuts(r, cue, sourced))
        made: list[Range] = []
        for start, end in content:
            for a, b in cuts:
                if a >= end or b <= start:
                    continue
                if a > start:
                    made.append((start, a))
                start = max(start, b)
            if start < end:
                made.append((start, end))
        return tuple(made) or content

    def cuts(self, place: Range, cue: int, sourced: bool) -> list[Range]:
        p = self.parse
        first = bisect.bisect_left(p.tokens, place[0], key=lambda t: t.start)
        last = bisect.bisect_left(p.tokens, place[1], key=lambda t: t.start)
        found: list[Range] = []
        for token in p.tokens[first:last]:
            if (described := self.description(token, first, last)) is not None:
                found.append(described)
            if token.dep not in ("advcl", "relcl", "acl") or token.pos not in syntax.VERBAL or self.spoken(token):
                continue
            inside = [k for k in p.subtree(token.i) if first <= k < last]
            if not inside or p[token.i].head < first or p[token.i].head >= last:
                continue
            if self.dating(token, inside, first, cue) or self.standing(token, inside, cue) or self.others(token, inside) or (not sourced and self.beside_hearsay(token, cue)):
                found.append((p[inside[0]].start, p[inside[-1]].end))
        return found + self.afterthought(place, first, last)

    def description(self, token: Token, first: int, last: int) -> Range | None:
        """ "said aid would go on to the valley, the scene of fierce clashes": what the outlet adds of a place or body behind a comma."""
        p = self.parse
        if token.dep != "appos" or token.pos != "NOUN" or self.spoken(token) or not first < token.head < token.i or p[token.head].pos != "PROPN":
            return None
        inside = p.subtree(token.i)
        if inside[0] <= first or p[inside[0] - 1].text != "," or inside[-1] >= last or token.i in self.actors.by_head:
            return None
        return p[inside[0]].start, p[inside[-1]].end

    def beside_hearsay(self, token: Token, cue: int) -> bool:
        """ "They were reportedly leaked by officers investigating the kidnapping of a boy": hearsay is the leak, not who the officers are."""
        if any(a.i == token.i for a in self.parse.ancestors(cue)):
            return False
        if self.parse[cue].pos != "ADV" and (token.dep != "relcl" or token.tag not in ("VBD", "VBN")):
            return False  # "is assumed to run the gang of his brother, who was jailed in May"
        return token.dep in ("relcl", "acl") and not any(c.dep == "aux" and c.lower == "to" for c in self.parse.children(token.i))

    def afterthought(self, place: Range, first: int, last: int) -> list[Range]:
        """ "warned that the island would be “sunk”, in response to the latest test": what explains the quoted words behind their last mark is the outlet's."""
        p = self.parse
        close = max((q.end for q in self.quoted if place[0] < q.end <= place[1]), default=-1)
        if close < 0:
            return []
        for k in range(first, last):
            token = p[k]
            if token.start < close or token.lower not in word_set("openers_of_afterthoughts") or token.dep not in ("prep", "advcl", "mark", "amod", "advmod", "pcomp"):
                continue
            if p[k - 1].text not in (",", "—", "–", "--"):
                continue
            if token.lower == "in" and not (k + 2 < last and p[k + 1].lower in ("response", "reference", "retaliation", "reaction", "reply") and p[k + 2].lower == "to"):
                continue
            return [(token.start, place[1])]
        return []

    def spoken(self, token: Token) -> bool:
        """Whether the word stands in a quotation: the speaker's own words hold no gloss."""
        return any(q.start <= token.start < q.end for q in self.quoted)

    def dating(self, token: Token, inside: list[int], first: int, cue: int) -> bool:
        """ "said the square was unsafe, after dozens of women reported thefts": a comma and a clause of the past that only dates what was said before it."""
        p = self.parse
        if token.dep != "advcl" or inside[0] <= max(first, cue) or not any(c.dep in ("nsubj", "nsubjpass") for c in p.children(token.i)):
            return False
        dated = any(c.dep in ("mark", "advmod") and c.lower == "after" for c in p.children(token.i))
        return dated and token.tag in ("VBD", "VBN") and p[inside[0] - 1].text in (",", "—", "–", "--")

    def standing(self, token: Token, inside: list[int], cue: int) -> bool:
        """ "The mayor, who has not been charged, ordered the raid, police said": how somebody stands before the law is added by the outlet, between commas before the speaker."""
        p = self.parse
        if token.dep != "relcl" or token.lemma not in word_set("verbs_of_legal_standing") or inside[-1] >= cue or not syntax.is_passive(p, token.i) or p[token.head].head == token.head:
            return False
        return p[inside[0]].lower == "who" and p[inside[0] - 1].text == "," and inside[-1] + 1 < len(p) and p[inside[-1] + 1].text == ","

    def others(self, token: Token, inside: list[int]) -> bool:
        """ "drills that the North denounces as a threat", "a summit proposed by the president": what another is said to say is no word of this source's."""
        p = self.parse
        if token.dep == "acl" and token.tag == "VBN":
            return token.lemma in word_set("saying_of_others") and any(c.dep == "agent" for c in p.children(token.i))
        if token.dep != "relcl" or not any(c.stance != "asserts" or c.head in word_set("saying_of_others") for c in cues().get(("v", token.lemma), ())):
            return False
        subject = next((c for c in p.children(token.i) if c.dep == "nsubj"), None)
        return subject is not None and (subject.pos == "PROPN" or subject.i in self.actors.by_head) and subject.pos != "PRON"
