"""attributions, reaches: how far what somebody is told to say reaches in its sentence, where the trained choice takes too much."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass

from onrecord import syntax
from onrecord.extract.cue_options import Range
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import ActorLayer
from onrecord.model.parse import Parse, Token

_AROUND = ("around", "before", "outside", "sentence", "clause")
_DASH = re.compile(r"\s(?:-|–|—|--)\s|[—;]")
_OPENERS = frozenset({"because", "that", "which", "who", "although", "though", "while", "if", "where", "since", "as"})
_NAME_TAGS = ("NNP", "NNPS", "CD", "DT", "IN")


@dataclass(frozen=True, slots=True)
class Reaches:
    parse: Parse
    text: str
    actors: ActorLayer

    def inverted(self, token: Token, kind: str, content: tuple[Range, ...]) -> tuple[tuple[Range, ...], list[int]] | None:
        """ "After the arrest, reported Radio Nueve, the gang split": the name right behind the verb is the speaker, the sentence around it what he says."""
        p = self.parse
        sentence = p.sentences[token.sent]
        if token.lemma not in word_set("verbs_of_saying") or token.tag not in ("VBD", "VBZ") or kind.startswith(("q:", "xcomp")) or token.i - sentence.first < 3:
            return None
        if p[token.i - 1].text != "," or any(c.dep in ("nsubj", "nsubjpass", "aux", "auxpass") and c.i < token.i for c in p.children(token.i)):
            return None
        last = token.i + 1
        while last < sentence.last and p[last].tag in _NAME_TAGS and last - token.i <= 6:
            last += 1
        names = [t for t in p.tokens[token.i + 1 : last] if t.tag in ("NNP", "NNPS")]
        if not names or last >= sentence.last or p[last].text not in (",", "."):
            return None
        if content[0][0] < token.start:
            return content, [names[-1].i]
        before: Range = (p[sentence.first].start, p[token.i - 2].end)
        # "After the arrest, reported X, the gang split": what opens the sentence hangs on what follows; else that only tells who X is.
        opened = p[sentence.first].tag == "IN" and last + 2 < sentence.last
        after = (p[last + 1].start, p[sentence.last - 1].end) if opened else None
        return (before, *((after,) if after is not None else ())), [names[-1].i]

    def limited(self, token: Token, kind: str, content: tuple[Range, ...], sources: list[int]) -> tuple[Range, ...]:
        """The content as far as the cue reaches."""
        if not kind.startswith(_AROUND):
            return content
        return self.aside(token, content) or self.figures(token, content, sources) or content

    def aside(self, token: Token, content: tuple[Range, ...]) -> tuple[Range, ...]:
        """ "the village that troops had shelled because, they said, it hid rebels": said within a clause, it is said of that clause."""
        p = self.parse
        sentence = p.sentences[token.sent]
        at = token.i
        while at > sentence.first and p[at].text != "," and token.i - at < 8:
            at -= 1
        if p[at].text != "," or at - 1 < sentence.first or p[at - 1].lower not in _OPENERS or (p[at - 1].dep != "mark" and p[at - 1].tag not in ("IN", "WDT", "WP", "WRB")):
            return ()
        after = [r for r in content if r[0] > token.start]
        return tuple(after[:1])

    def figures(self, token: Token, content: tuple[Range, ...], sources: list[int]) -> tuple[Range, ...]:
        """ "The trade is growing - by $9 million, according to official figures": figures tell the figure, not what the outlet makes of it. So behind a dash, and
        of two main clauses the last."""
        p = self.parse
        if not sources or not all(p[h].lemma.lower() in word_set("figure_sources") for h in sources) or len(content) != 1 or content[0][1] > token.start:
            return ()
        start, end = content[0]
        marks = list(_DASH.finditer(self.text, start, end))
        if len(marks) == 1 and len(self.text[marks[0].end() : end].split()) > 1:
            return ((marks[0].end(), end),)
        first = bisect.bisect_left(p.tokens, start, key=lambda t: t.start)
        last = bisect.bisect_left(p.tokens, end, key=lambda t: t.start)
        clauses = [t for t in p.tokens[first:last] if t.dep == "conj" and t.pos in syntax.VERBAL and any(c.dep in ("nsubj", "nsubjpass") for c in p.children(t.i))]
        if not clauses:
            return ()
        begin = min(p.subtree(clauses[-1].i))
        return ((p[begin].start, end),) if first < begin < last and p[begin - 1].dep == "cc" else ()
