"""Who speaks on under a word for the post: "Minister X announced ... The minister added", "the diplomat noted" of whoever was named and spoke last. A helper of
`sameness`, no stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.actorbook import titled
from onrecord.extract.coref.samebase import GATHERED
from onrecord.extract.coref.sameposts import SamePosts
from onrecord.extract.entities.found import Cluster, Found
from onrecord.extract.phrases.speakers import is_source
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_POSTS = word_set("single_posts")
_HEADS = frozenset({"president", "king", "queen", "prime minister", "emperor", "ruler"})
_KIN = word_set("kin")
_DIFFERING = word_set("differing_words")
# Nouns for whom a report seldom names again, or that say nothing of a voice.
ANYBODY = word_set("telling_persons") | {"authority", "leadership", "presidency", "command", "office", "source", "man", "woman", "boy", "girl", "child", "victim", "suspect", "prisoner", "detainee", "person", "author", "caller"}
_PEOPLE = frozenset({"person", "office"})
# Sentences within which somebody speaks on.
_REACH = 4


@dataclass(frozen=True)
class SameVoices(SamePosts):
    """Each method says with which earlier cluster one is, if with any."""

    def _speaks_on(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The named person who spoke last before "the minister said", where post, sector, state and the words before the noun let it be the same."""
        p = self.parse
        nouns = sorted((m for m in cluster.found if m.kind == "nominal"), key=lambda m: m.first)
        if cluster.named or not nouns or not all(self._post_alone(m) for m in nouns) or not is_source(p, nouns[0].head):
            return None
        first = nouns[0]
        before = [
            (m.first, c) for c in clusters if c is not cluster for m in c.found
            if m.first < first.first and p[first.head].sent - p[m.head].sent <= _REACH and m.entity_kind in _PEOPLE and p[m.head].tag not in ("NNS", "NNPS") and is_source(p, m.head)
        ]  # fmt: skip
        last = max(before, key=lambda b: b[0])[1] if before else None
        if last is None or not any(m.kind == "name" and m.entity_kind == "person" for m in last.found):
            return None
        others = [
            c for c in clusters if c is not last and c is not cluster for m in c.found
            if m.kind == "name" and m.entity_kind == "person" and m.first < first.first and p[first.head].sent - p[m.head].sent <= _REACH and self._fits(first, cluster, c)
        ]  # fmt: skip
        return last if self._fits(first, cluster, last) and not others else None

    def _fits(self, noun: Found, cluster: Cluster, named: Cluster) -> bool:
        """Whether state, sector, post and words let a noun be said of a named person."""
        told, own = self._state_of(named), cluster.told()
        return (not told or not own or told == own) and self._may_be(noun, named) and self._post_fits(noun, named) and self._words_fit(noun, named)

    def _post_alone(self, mention: Found) -> bool:
        """ "the deputy minister": one person pointed at by a post, which nothing behind it restricts and no word tells from another."""
        p = self.parse
        role = self._role(mention).split()
        if mention.entity_kind not in _PEOPLE or mention.former or not role or p[mention.head].tag not in ("NN", "NNP") or not mention.definite:
            return False
        if {p[mention.head].lemma.lower(), *role[-1:]} & (_KIN | GATHERED | ANYBODY):
            return False
        if any(t.lower in _DIFFERING and t.lower not in role for t in p.tokens[mention.first : mention.head]):
            return False
        behind = [c for c in p.children(mention.head) if c.i > mention.head or c.dep in ("poss", "nummod")]
        return not any(c.dep in ("relcl", "acl", "appos", "poss", "nummod", "conj") or (c.dep == "prep" and len(role) < 2) for c in behind)

    def _post_fits(self, noun: Found, named: Cluster) -> bool:
        """Whether the titles of a named person let the post be his: "the minister" is not the president, "the spokesman" no minister."""
        post = self._role(noun)
        titles = [m.title.lower() for m in named.found if m.title and self.book.rank(m.title.title()) is None]
        if any(titled(t, post) or t.endswith(post.rpartition(" ")[2]) for t in titles):
            return True
        if post == "head of state":
            return any(t in _HEADS for t in titles)
        if post in _POSTS or post.rpartition(" ")[2] in ("minister", "president", "ambassador", "governor", "mayor", "bishop", "archbishop", "secretary", "judge", "prosecutor"):
            # A post that one person holds: of whoever has another title it is not said.
            return not titles and self._told_so(noun, named)
        return not titles or not post.startswith("spokes")

    def _told_so(self, noun: Found, named: Cluster) -> bool:
        """Whether the words for the person, or the sentence that brings him in, have the noun."""
        p = self.parse
        return p[noun.head].lemma.lower() in {t.lemma.lower() for t in self._around(named)}

    def _words_fit(self, noun: Found, named: Cluster) -> bool:
        """Whether names before the noun, "the Foreign Ministry spokesman", stand where the person is brought in."""
        p = self.parse
        role = self._role(noun).split()
        names = {t.lower for t in p.tokens[noun.first : noun.head] if t.pos == "PROPN" and self.book.country_of(t.text) is None and t.lower not in role and t.lower not in ("u.s.", "us")}
        return not names or names <= {t.lower for t in self._around(named)}

    def _around(self, named: Cluster) -> Iterator[Token]:
        p = self.parse
        name = min((m for m in named.found if m.kind == "name"), key=lambda m: m.first)
        sentence = p.sentences[p[name.head].sent]
        yield from p.tokens[sentence.first : sentence.last]
