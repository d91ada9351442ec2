"""attributions, proposals: for every word that may report, the stretches of text that may be what it reports, each with its features.

A learned model (`lexicon.attribution_model`) disposes between them. Contents are clean offset ranges; nothing here decides.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord import syntax
from onrecord.lexicon.attribution import cues
from onrecord.model.attribution import AGAINST
from onrecord.model.layers import ActorLayer
from onrecord.model.parse import Parse, Sentence, Token
from onrecord.quotes import Quotation

Range = tuple[int, int]
_EDGES = " ,;:.\n\t\xa0"
CLOSING = "\"”’'»)]?!%…"
_COMPLEMENTS = ("dobj", "dative", "ccomp", "xcomp", "oprd", "attr", "acomp", "prep", "agent", "advcl", "acl", "relcl", "csubj", "dep", "parataxis", "pcomp", "advmod", "npadvmod")
_CONTENT = frozenset({"dobj", "ccomp", "xcomp", "oprd", "attr", "acl", "relcl", "csubj", "dep", "parataxis", "advcl", "nsubjpass", "dative"})


@dataclass(frozen=True, slots=True)
class Option:
    """One cue word with one stretch (or several) that may be its content. `anchor` heads the content, -1 where it is a quotation."""

    cue: int
    kind: str
    content: tuple[Range, ...]
    anchor: int = -1


@dataclass(frozen=True, slots=True)
class Proposer:
    """All options of one report. `quoted` are its quotations in text order."""

    parse: Parse
    text: str
    actors: ActorLayer
    quoted: tuple[Quotation, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False)
    _by_paragraph: dict[int, tuple[Quotation, ...]] = field(init=False, repr=False)
    _below: dict[int, tuple[int, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(s.start for s in self.parse.sentences))
        grouped: dict[int, list[Quotation]] = {}
        for q in self.quoted:
            sentence = self._sentence_at(q.start)
            if sentence is not None:
                grouped.setdefault(sentence.paragraph, []).append(q)
        object.__setattr__(self, "_by_paragraph", {k: tuple(v) for k, v in grouped.items()})
        object.__setattr__(self, "_below", {})

    def subtree(self, i: int) -> tuple[int, ...]:
        found = self._below.get(i)
        if found is None:
            found = self._below[i] = self.parse.subtree(i)
        return found

    def near(self, token: Token) -> tuple[Quotation, ...]:
        """The quotations of the token's paragraph."""
        return self._by_paragraph.get(self.parse.sentences[token.sent].paragraph, ())

    def options(self, token: Token) -> list[Option]:
        """What token `token` may report; of options with the same content the first."""
        seen: set[tuple[Range, ...]] = set()
        found: list[Option] = []
        for option in self._all(token):
            content = self._whole_quotations(option)
            if not content or all(b - a < 2 for a, b in content):
                continue
            for kind, stretch in ((option.kind, content), (option.kind + "&", self._followed(token, content))):
                if stretch and stretch not in seen:
                    seen.add(stretch)
                    found.append(Option(option.cue, kind, stretch, option.anchor))
        return found

    def _followed(self, token: Token, content: tuple[Range, ...]) -> tuple[Range, ...]:
        """The content with the quotations that go on after it in the paragraph, each opening a sentence; () where none does."""
        near = self.near(token)
        if not near or near[-1].start < content[-1][1] or not any(q.start < b and a < q.end for a, b in content for q in near):
            return ()
        end = max(max(b for _, b in content), token.end)
        more: list[Range] = []
        for q in near:
            if q.start < end:
                continue
            sentence = self._sentence_at(q.start)
            if sentence is None or self.text[sentence.start : q.start].strip():
                if sentence is not None and sentence.i == token.sent:
                    continue
                break
            more.append((q.start, q.end))
        return (*content, *more) if more else ()

    def _sentence_at(self, offset: int) -> Sentence | None:
        sentences = self.parse.sentences
        n = bisect.bisect_right(self._starts, offset) - 1
        return sentences[n] if n >= 0 and offset < sentences[n].end else None


    # Stretches -------------------------------------------------------------------------------------------------------------

    def _all(self, token: Token) -> Iterator[Option]:
        p = self.parse
        if token.pos == "PUNCT":
            yield from self._label_options(token)
            return
        if token.pos in ("ADP", "ADV", "SCONJ") or (token.lower == "according"):
            yield from self._clause_options(token)
            return
        own = [c for c in p.children(token.i) if c.dep not in ("punct", "cc")]
        for child in own:
            if child.i < token.i and self._answers(token):
                continue
            if child.dep in _CONTENT and not (child.dep == "relcl" and token.pos == "VERB") and not self._awaits(child, own):
                clause = self._doer(child, token) + self._clause(child, token)
                yield self._made(token, f"{child.dep}", clause, child.i)
                yield from self._shortened(token, child, clause)
            elif child.dep in ("prep", "agent"):
                for inner in p.children(child.i):
                    if inner.dep in ("pobj", "pcomp"):
                        yield self._made(token, f"prep:{child.lower}", self.subtree(inner.i), inner.i)
        if token.pos in syntax.VERBAL or token.pos in ("NOUN", "ADJ"):
            yield from self._stretched(token, own)
        if token.pos in syntax.VERBAL and not self._answers(token):
            yield from self._around(token)
        if token.pos in syntax.VERBAL:
            yield from self._passive(token)
        if token.pos in ("NOUN", "ADJ"):
            head = p.head(token.i)
            if head is not None and head.pos in syntax.VERBAL and token.dep in ("dobj", "nsubj", "acomp", "attr"):
                for child in p.children(head.i):
                    if child.dep in ("ccomp", "xcomp", "attr", "prep") and child.i > max(token.i, head.i):
                        yield self._made(token, f"up:{child.dep}", self.subtree(child.i), child.i)
        yield from self._quotation_options(token)

    def _answers(self, token: Token) -> bool:
        """ "Gunmen kill nine, army denies cover-up": a word of denial that names what it denies says nothing of the clause before it."""
        denies = token.pos == "VERB" and any(c.stance in AGAINST for c in cues().get(("v", token.lemma), ()))
        return denies and any(c.dep == "dobj" and c.i > token.i and c.pos in ("NOUN", "PROPN") for c in self.parse.children(token.i))

    def _awaits(self, child: Token, own: list[Token]) -> bool:
        """ "declared it unlawful to freeze accounts": "it unlawful" says nothing without the infinitive behind."""
        expected = child.pos == "ADJ" and any(c.lower == "it" and c.dep == "nsubj" for c in self.parse.children(child.i))
        return expected and any(c.dep == "xcomp" and c.i > child.i for c in own)

    def _made(self, token: Token, kind: str, tokens: Iterable[int], anchor: int) -> Option:
        return Option(token.i, kind, self.runs(t for t in tokens if t != token.i), anchor)

    def _clause(self, child: Token, token: Token) -> list[int]:
        """The subtree of a complement without the clauses that it only coordinates with another reporting clause."""
        p = self.parse
        inside = set(self.subtree(child.i))
        for other in p.children(child.i):
            if other.dep == "conj" and syntax.stranded_conjunct(p, other.i) == token.i:
                inside -= set(self.subtree(other.i))
        if token.i in inside:
            inside -= set(self.subtree(token.i)) - set(self.subtree(child.i))
        return sorted(inside)

    def _doer(self, child: Token, token: Token) -> list[int]:
        """ "reports of gangs using the airstrip": who is told to do it is a part of what is reported, and reports nothing."""
        if child.dep != "acl" or child.tag != "VBG" or token.pos != "NOUN":
            return []
        of = next((c for c in self.parse.children(token.i) if c.lower == "of" and c.dep == "prep" and token.i < c.i < child.i), None)
        return list(range(of.i + 1, child.i)) if of is not None and self.subtree(of.i)[-1] + 1 == self.subtree(child.i)[0] else []

    def _shortened(self, token: Token, child: Token, clause: list[int]) -> Iterator[Option]:
        """The complement up to a clause or phrase that a comma or conjunction sets off, which the teller may have added."""
        p = self.parse
        for other in p.children(child.i):
            if other.i <= child.i or other.dep not in ("advcl", "conj", "prep", "npadvmod", "ccomp", "relcl", "acl", "parataxis", "advmod", "dep"):
                continue
            first = self.subtree(other.i)[0]
            before = first - 1
            while before > child.i and (p[before].pos in ("PUNCT", "CCONJ", "SPACE")):
                before -= 1
            if before + 1 < first or other.dep in ("conj", "advcl"):
                yield self._made(token, f"{child.dep}-{other.dep}", [t for t in clause if t <= before], child.i)

    def _stretched(self, token: Token, own: list[Token]) -> Iterator[Option]:
        """From the first complement to the last, and from there to the end of the sentence: where the parser cut too short."""
        p = self.parse
        after = [c for c in own if c.i > token.i and c.dep in _COMPLEMENTS and c.dep not in ("advmod", "npadvmod")]
        if not after:
            return
        first = next((c for c in after if c.dep in ("dobj", "ccomp", "xcomp", "oprd", "attr", "acomp", "acl", "dep", "relcl")), None)
        sentence = p.sentences[token.sent]
        if first is not None:
            start = self.subtree(first.i)[0]
            if start <= token.i:
                start = token.i + 1
            for last in after:
                if last.i > first.i and last.dep in ("xcomp", "ccomp", "oprd", "prep", "advcl", "acomp", "dobj", "dative"):
                    yield self._made(token, f"{first.dep}+{last.dep}", range(start, self.subtree(last.i)[-1] + 1), first.i)
            yield self._made(token, f"{first.dep}>end", range(start, sentence.last), first.i)
        prep = next((c for c in after if c.dep in ("prep", "agent")), None)
        if prep is not None:
            inner = [g for g in p.children(prep.i) if g.dep in ("pobj", "pcomp")]
            if inner:
                start = max(prep.i + 1, self.subtree(inner[0].i)[0])
                for last in after:
                    if last.i > prep.i and last.dep in ("xcomp", "ccomp", "prep", "advcl"):
                        yield self._made(token, f"prep:{prep.lower}+{last.dep}", range(start, self.subtree(last.i)[-1] + 1), inner[0].i)

    def _around(self, token: Token) -> Iterator[Option]:
        """The sentence without the cue's own clause: "The army, officials said, withdrew", "They withdrew, he said"."""
        p = self.parse
        sentence = p.sentences[token.sent]
        clause = self._cue_clause(token)
        left, right = min(clause), max(clause)
        before = range(sentence.first, left)
        after = range(right + 1, sentence.last)
        if len(before) > 1 and p[left - 1].text in (",", "—", "–", "-", "--", "”", '"', "''", "’", "'", "?", "!", ")"):
            anchor = next((t.i for t in p.tokens[sentence.first : left] if t.dep in ("ROOT", "ccomp") or t.head >= left or t.head < sentence.first), sentence.first)
            yield self._made(token, "before", before, anchor)
            if len(after) > 1:
                yield self._made(token, "around", [*before, *after], anchor)
        if token.dep in ("parataxis", "advcl", "ccomp", "conj", "dep", "relcl") and (above := p.head(token.i)) is not None and above.sent == token.sent:
            own = set(self.subtree(token.i))
            yield self._made(token, f"outside:{token.dep}", [t for t in self.subtree(above.i) if t not in own], above.i)

    def _cue_clause(self, token: Token) -> set[int]:
        """The words of a reporting clause itself: the verb, its subject and short adjuncts, no content."""
        p = self.parse
        found = {token.i}
        for child in p.children(token.i):
            sub = self.subtree(child.i)
            if (child.dep in ("aux", "auxpass", "neg", "nsubj", "nsubjpass", "advmod", "npadvmod", "prt", "dative", "dobj") and len(sub) < 30) or (child.dep in ("prep", "advcl", "agent") and child.i > token.i):
                found |= set(sub)
        # Contiguous words around the verb only.
        left = right = token.i
        while left - 1 in found:
            left -= 1
        while right + 1 in found or (right + 1 < p.sentences[token.sent].last and p[right + 1].text == "," and right + 2 in found):
            right += 1
        return set(range(left, right + 1))

    def _passive(self, token: Token) -> Iterator[Option]:
        p = self.parse
        if not syntax.is_passive(p, token.i):
            return
        for found in syntax.surface_subject(p, token.i)[:1]:
            subject = set(self.subtree(found.head)) - set(self.subtree(token.i))
            rest = [t for c in p.children(token.i) if c.i > token.i and c.dep in ("xcomp", "oprd", "prep", "ccomp", "dobj", "acomp", "attr") for t in self.subtree(c.i)]
            yield self._made(token, "passive", subject, found.head)
            if rest:
                yield self._made(token, "passive+rest", [*subject, *rest], found.head)

    def _clause_options(self, token: Token) -> Iterator[Option]:
        """ "according to X", "reportedly": the clause or sentence without them."""
        p = self.parse
        own = set(self.subtree(token.i)) if token.pos != "ADV" or token.lower == "according" else {token.i}
        clauses = [t.i for t in p.ancestors(token.i) if t.pos in syntax.VERBAL or t.head == t.i][:4]
        for n, clause in enumerate(clauses):
            yield self._made(token, f"clause{n}", [t for t in self.subtree(clause) if t not in own], clause)
        sentence = p.sentences[token.sent]
        yield self._made(token, "sentence", [t for t in range(sentence.first, sentence.last) if t not in own], sentence.first)
        if max(own) >= sentence.last - 2:
            yield self._made(token, "sentence_before", range(sentence.first, min(own)), sentence.first)
        head = p.head(token.i)
        if head is not None and head.pos in ("NOUN", "PROPN"):
            yield self._made(token, "noun", [t for t in self.subtree(head.i) if t not in own], head.i)

    def _quotation_options(self, token: Token) -> Iterator[Option]:
        """Quotations of the cue's sentence, and one that a colon or a paragraph's turn introduces."""
        sentence = self.parse.sentences[token.sent]
        here = [q for q in self.near(token) if q.start < sentence.end and sentence.start < q.end and not q.start <= token.start < q.end]
        if here:
            before = [q for q in here if q.end <= token.start]
            after = [q for q in here if q.start >= token.end]
            for name, group in (("q:all", here), ("q:before", before), ("q:after", after), ("q:first", after[:1]), ("q:last", before[-1:])):
                if group:
                    yield Option(token.i, name, tuple((q.start, q.end) for q in group))
        if any(q.end <= token.start and "," in self.text[q.end - 2 : q.end] for q in here):
            return  # `"The talks failed, Orrel said.`, `"The talks failed," said Orrel.`: what he says stands before him
        n = bisect.bisect_left(self.quoted, sentence.end, key=lambda q: q.start)
        follows = self.quoted[n] if n < len(self.quoted) else None
        if follows is not None and not self.text[sentence.end : follows.start].strip() and self.text[token.end : sentence.end].rstrip()[-1:] in (":", ",", "."):
            yield Option(token.i, "q:next" + self.text[sentence.start : sentence.end].rstrip()[-1:], ((follows.start, follows.end),))

    def _label_options(self, token: Token) -> Iterator[Option]:
        """A speaker's label: "CLERK: We close at six." to the paragraph's end, a dash after a quotation that names the speaker."""
        sentence = self.parse.sentences[token.sent]
        block = [s for s in self.parse.sentences[max(0, token.sent - 12) : token.sent + 12] if s.paragraph == sentence.paragraph]
        start, end = block[0].start, block[-1].end
        if token.text == ":" and sentence.i == block[0].i and token.i - sentence.first <= 7:
            yield Option(token.i, "label", self._cut(token.end, end))
            yield Option(token.i, "label:sentence", self._cut(token.end, sentence.end))
            if len(block) == 1 and (following := next((s for s in self.parse.sentences[token.sent + 1 : token.sent + 2]), None)) is not None and token.end + 2 > end:
                yield Option(token.i, "label:next", self._cut(following.start, following.end))
        if token.text in ("—", "–", "―", "--", "-"):
            yield Option(token.i, "signed", self._cut(start, token.start))
            yield Option(token.i, "signed:sentence", self._cut(sentence.start, token.start))

    def _cut(self, start: int, end: int) -> tuple[Range, ...]:
        while start < end and self.text[start] in _EDGES:
            start += 1
        while end > start and self.text[end - 1] in _EDGES:
            end -= 1
        return ((start, end),) if start < end else ()

    def runs(self, tokens: Iterable[int]) -> tuple[Range, ...]:
        """Contiguous runs of tokens as clean ranges without punctuation at their ends; runs of punctuation only are left out."""
        p = self.parse
        groups: list[list[int]] = []
        for t in sorted(set(tokens)):
            if groups and t == groups[-1][1]:
                groups[-1][1] = t + 1
            else:
                groups.append([t, t + 1])
        found: list[Range] = []
        for first, last in groups:
            if all(p[t].pos in ("PUNCT", "SPACE", "CCONJ", "SYM") for t in range(first, last)):
                continue
            while p[last - 1].pos in ("CCONJ", "PUNCT", "SPACE") and p[last - 1].text[-1] not in CLOSING:
                last -= 1
            start, end = p[first].start, p[last - 1].end
            while start < end and self.text[start] in _EDGES:
                start += 1
            while end > start and self.text[end - 1] in _EDGES:
                end -= 1
            if start < end:
                found.append((start, end))
        return tuple(found)

    def _whole_quotations(self, option: Option) -> tuple[Range, ...]:
        """Contents that touch a quotation take it whole, marks included, unless the cue stands inside it."""
        near = self.near(self.parse[option.cue])
        if not near:
            return option.content
        at = self.parse[option.cue].start
        made: list[Range] = []
        for start, end in option.content:
            for q in near:
                if q.start < end and start < q.end and not q.start <= at < q.end:
                    start, end = min(start, q.start), max(end, q.end)
            if made and start <= made[-1][1]:
                made[-1] = (made[-1][0], max(end, made[-1][1]))
            else:
                made.append((start, end))
        return tuple(made)
