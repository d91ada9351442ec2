"""attributions, speakers: whom "he", "I" and a report within a report belong to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.extract.phrases.given import told_aside_by
from onrecord.extract.speech.cue_options import Range
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import AGAINST, Attribution, Source
from onrecord.model.layers import ActorLayer, AttributionExtent
from onrecord.model.parse import Parse, Token

_NEARBY = 3  # sentences


@dataclass(frozen=True, slots=True)
class Speakers:
    parse: Parse
    actors: ActorLayer

    def nearby(self, head: int, said: Source, last: str | None, last_at: int, content: tuple[Range, ...]) -> str | None:
        """The person who spoke last, for a "he" or "she" that was resolved to nobody: by name, at most three sentences before, and not in these very words."""
        token = self.parse[head]
        if token.lower not in ("he", "she") or last is None or not 0 <= token.sent - last_at <= _NEARBY:
            return None
        named = [m for m in self.actors.mentions if m.entity == last and m.kind == "name"]
        unknown = said.entity is None or not any(m.entity == said.entity and m.kind != "pronoun" for m in self.actors.mentions)
        told_of = any(a <= self.parse[m.head].start < b for m in named for a, b in content)
        return last if named and unknown and not told_of and self.fits(token, last, token.sent - last_at) else None

    def fits(self, pronoun: Token, person: str, apart: int) -> bool:
        """Whether nothing speaks against the person's being "he" or "she": other pronouns or words for the same one; with nothing for it either, only the
        sentence before counts, and only for "he"."""
        words = {t.lower for m in self.actors.mentions if m.entity == person for t in self.parse.tokens[m.first : m.last]}
        hers, his = words & word_set("words_for_her"), words & word_set("words_for_him")
        own, other = (hers, his) if pronoun.lower == "she" else (his, hers)
        return bool(own and not other) or (not own and not other and pronoun.lower == "he" and apart <= 1)

    def nested(self, nodes: list[Attribution], extents: list[AttributionExtent], spoken: tuple[AttributionExtent, ...]) -> list[Attribution]:
        """A cue inside another's content is reported by it: the smallest content that holds the whole cue is the parent."""
        made: list[Attribution] = []
        answering = word_set("participles_of_answering")
        untold = {n.id for n, e in zip(nodes, extents, strict=True) if not n.told and any(self.parse[t].lemma.lower() in answering for t in e.cue)}
        for node, extent in zip(nodes, extents, strict=True):
            at = self.parse[extent.cue[0]].start
            holders = [
                (b - a, other.attribution)
                for other in (*extents, *spoken)
                if other.attribution not in (node.id, *untold) and other.cue != extent.cue and not self.of_accused(extent, other)
                for a, b in other.content
                if a <= at < b and not (other.cue and any(x <= self.parse[other.cue[0]].start < y for x, y in extent.content))
            ]
            made.append(replace(node, parent=min(holders)[1]) if holders else node)
        return made

    def of_accused(self, extent: AttributionExtent, accusing: AttributionExtent) -> bool:
        """ "blamed the raid on the band, which said it was not involved", "denied seizing the two men, whom the army says are spies": what a relative clause tells of the
        accused, or another of whom a denial names, is no word of the accuser's or the denier's."""
        verb = next((self.parse[t] for t in extent.cue if self.parse[t].dep == "relcl"), None)
        if verb is None:
            return False
        below = self.parse.children(verb.i)
        blames = any(self.parse[t].lemma.lower() in word_set("blaming_verbs") for t in accusing.cue)
        if blames and any(c.dep == "nsubj" and c.lower in ("who", "which") for c in below):
            return True
        return accusing.stance in AGAINST and told_aside_by(self.parse, verb.i)

    def own_requests(self, nodes: list[Attribution], extents: list[AttributionExtent]) -> frozenset[str]:
        """ `"We ask that they end their raids," he said`: what a speaker asks for in his own words is all his, what he takes as known included; the text adds nothing to it."""
        by_id = {n.id: n for n in nodes}
        content = {e.attribution: e.content for e in extents}
        found: set[str] = set()
        for extent in extents:
            node = by_id.get(extent.attribution)
            outer = by_id.get(node.parent or "") if node is not None else None
            words = {s.words.casefold() for s in node.source.spans} if node is not None and node.source is not None else set()
            if node is None or outer is None or not words & {"i", "we"} or extent.stance != "asserts" or extent.certainty != "certain":
                continue
            asks = any(self.parse[t].lemma in word_set("verbs_of_asking_somebody") for t in extent.cue)
            around = content.get(outer.id)
            if asks and (around is None or all(any(a <= x and y <= b for a, b in around) for x, y in extent.content)):
                found.add(node.id)
        return frozenset(found)


def first_person(nodes: list[Attribution]) -> list[Attribution]:
    """ "I believe" within somebody's words: who says so is the speaker."""
    by_id = {n.id: n for n in nodes}
    made: list[Attribution] = []
    for node in nodes:
        outer = by_id.get(node.parent or "")
        own = {s.words.casefold() for s in node.source.spans} if node.source is not None else set()
        if outer is not None and outer.source is not None and own & {"i", "we"} and outer.source.entity is not None and node.source is not None:
            node = replace(node, source=replace(node.source, entity=outer.source.entity))
        made.append(node)
    return made
