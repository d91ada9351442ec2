"""attributions, unnamed: the words in which a report keeps a source unnamed, with the grounds; they are no part of what the source says."""

from __future__ import annotations

import bisect
from dataclasses import dataclass

from onrecord.extract.speech.cue_options import Range
from onrecord.lexicon.attribution import anonymity_rules
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import Anonymity
from onrecord.model.layers import ActorLayer
from onrecord.model.parse import Parse, Sentence, Token
from onrecord.model.span import Spans
from onrecord.model.text import CleanText

Match = tuple[int, int, str]
# Words of a wish or a bar, which beat a mere description ("a security source").
_TERMS = ("condition", "named", "name", "identif", "authori", "anonym")
_NEAR = 40  # characters between the words that keep a source unnamed and their grounds
_OF_ONE = frozenset({"he", "she"})
_OF_SEVERAL = frozenset({"they", "both", "all", "neither", "none", "each"})


@dataclass(frozen=True, slots=True)
class Unnamed:
    parse: Parse
    clean: CleanText
    actors: ActorLayer

    def anonymity(self, head: int, first: int, last: int) -> Anonymity | None:
        """Words that keep this source unnamed: in its own phrase, in the rest of its sentence, or in the next one where that is of the same people; never for a
        named source. A wish or a bar told there says more than the phrase alone does."""
        p = self.parse
        mention = self.actors.by_head.get(head)
        if mention is not None and mention.kind == "name" and self.actors.by_id[mention.entity].kind in ("person", "state"):
            return None
        start, end = p[first].start, p[last - 1].end
        sentence = p.sentences[p[head].sent]
        found = self.search(start, end, "anonymity")
        stop = sentence.end
        if not self.terms(found) and p[head].pos != "PROPN":
            told = self.terms(self.search(end, sentence.end, "anonymity"))
            following = self.following(head, sentence) if not told else None
            if following is not None:
                told, stop = self.terms(self.search(following.start, following.end, "anonymity")), following.end
            found = told or found
        if not found:
            return None
        # "An aide, who asked not to be named because the talks are secret, said": the grounds end with the source's own words.
        grounds = (self.search(found[0][0], end, "grounds") if found[0][1] <= end else []) or self.near(max(found[0][1], end), self.search(max(found[0][0], end), stop, "grounds"))
        spans: Spans = self.clean.spans(found[0][0], found[0][1])
        return Anonymity(spans, self.before_verb(head, grounds[0]) if grounds else None)

    def before_verb(self, head: int, grounds: Match) -> str:
        """The grounds without the verb that says what the source tells: "because they feared arrest, said the nine were held"."""
        verb = self.parse.head(head)
        if verb is None or verb.pos != "VERB" or not grounds[0] < verb.start < grounds[1]:
            return grounds[2]
        return self.clean.text[grounds[0] : verb.start].rstrip(" ,")

    def terms(self, found: list[Match]) -> list[Match]:
        return [m for m in found if any(t in m[2].lower() for t in _TERMS) and "unnamed" not in m[2].lower() and "unidentified" not in m[2].lower()]

    def following(self, head: int, sentence: Sentence) -> Sentence | None:
        """The next sentence of the paragraph where it is of the source: "Both asked not to be named", "The officials spoke on condition of anonymity"."""
        p = self.parse
        if sentence.i + 1 >= len(p.sentences):
            return None
        after = p.sentences[sentence.i + 1]
        if after.paragraph != sentence.paragraph or not after.parsed:
            return None
        subject = next((t for t in p.tokens[after.first : after.last] if t.dep == "nsubj" and p[t.head].dep == "ROOT"), None)
        if subject is None:
            return None
        several = p[head].tag in ("NNS", "NNPS") or any(c.dep == "conj" for c in p.children(head))
        if subject.lower in _OF_ONE or subject.lower in _OF_SEVERAL:
            return after if (subject.lower in _OF_SEVERAL) == several else None
        definite = any(c.dep == "det" and c.lower in ("the", "this", "these", "both") for c in p.children(subject.i))
        return after if definite and subject.lemma == p[head].lemma and (subject.tag == "NNS") == several else None

    def no_news(self, token: Token, start: int, end: int) -> bool:
        """Whether a word only tells that somebody stays unnamed, or why."""
        return (token.lemma in word_set("asking_verbs") and self.keeps_unnamed(start, end)) or self.among_grounds(token)

    def keeps_unnamed(self, start: int, end: int) -> bool:
        """Whether the words tell that somebody stays unnamed: "asked not to be named" reports a condition, no news."""
        return any(a < end for a, _, _ in self.search(start, end, "anonymity"))

    def among_grounds(self, token: Token) -> bool:
        """Whether a word stands in the grounds for which a source stays unnamed: "asked not to be named because they feared reprisals", "speaking on condition of
        anonymity to discuss the fleet"."""
        sentence = self.parse.sentences[token.sent]
        for _, end, _ in self.terms(self.search(sentence.start, sentence.end, "anonymity")):
            comma = self.clean.text.find(",", end, sentence.end)
            grounds = self.near(end, self.search(end, comma if comma > 0 else sentence.end, "grounds"))
            if any(a <= token.start < b for a, b, _ in grounds):
                return True
        return False

    def near(self, end: int, grounds: list[Match]) -> list[Match]:
        return [g for g in grounds if g[0] - end <= _NEAR]

    def without_terms(self, cue: Token, content: tuple[Range, ...]) -> tuple[Range, ...]:
        """The content without what its end tells of the speaker: "..., he said, speaking on condition of anonymity to discuss the fleet"."""
        text = self.clean.text
        made: list[Range] = []
        for start, end in content:
            terms = [m for m in self.terms(self.search(start, end, "anonymity")) if text[start : m[0]].count('"') % 2 == 0 and text[start : m[0]].count("“") == text[start : m[0]].count("”")]
            at = self.opening(terms[0][0]) if terms and terms[0][0] >= start and end > cue.end else None
            if at is None:
                made.append((start, end))
            elif at > start and text[start:at].strip(" ,;"):
                made.append((start, start + len(text[start:at].rstrip(" ,;"))))
        return tuple(made)

    def opening(self, at: int) -> int | None:
        """Where the participle or relative clause behind a comma begins that the words stand in: ", speaking on", ", who asked"."""
        last = bisect.bisect_right(self.parse.tokens, at, key=lambda t: t.start)
        words = self.parse.tokens[max(0, last - 4) : last]
        for k in range(len(words) - 1, -1, -1):
            token = words[k]
            before = self.parse[token.i - 1].text if token.i else ""
            if before in (",", "—", "–", "--") and (token.tag == "VBG" or token.lower == "who" or token.lower in word_set("words_of_withholding")):
                return token.start
        return None

    def search(self, start: int, end: int, kind: str) -> list[Match]:
        found: list[Match] = []
        for rule in anonymity_rules():
            if rule.kind == kind:
                match = rule.pattern.search(self.clean.text, start, end)
                if match is not None and match.end() > match.start():
                    found.append((match.start(), match.end(), match.group()))
        return sorted(found, key=lambda m: (m[0], -m[1]))
