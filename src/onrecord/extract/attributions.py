"""attributions: cues propose, complements and quotations are their contents, each source one node."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import cast

from onrecord import syntax
from onrecord.extract.sourcing import Sourcing, trimmed
from onrecord.lexicon.attribution import Cue, cues
from onrecord.model.attribution import Attribution, Form, Stance
from onrecord.model.common import Derivation
from onrecord.model.ids import span_id
from onrecord.model.layers import ActorLayer, Added, AttributionExtent, AttributionLayer
from onrecord.model.parse import Parse, Token
from onrecord.model.report import Report
from onrecord.model.text import CleanText
from onrecord.quotes import Quotation, quotations

_CLAUSAL = ("ccomp", "xcomp", "acl", "advcl", "csubj", "parataxis")
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Claimed:
    """One cue with its content before sources are split: clean ranges, in text order."""

    cue: Cue
    at: int
    cue_tokens: tuple[int, ...]
    content: tuple[Range, ...]
    sources: tuple[int, ...]
    rule: str


@dataclass(frozen=True)
class AttributionStage:
    """Requires clean, parse and actors; provides `attributions`. Cost: linear in tokens, quadratic in a report's cues for nesting."""

    name: str = "attributions"
    version: str = "1"
    requires: tuple[str, ...] = ("report", "clean", "parse", "actors")
    provides: tuple[str, ...] = ("attributions",)

    def run(self, layers: Mapping[str, object]) -> Added:
        report = cast(Report, layers["report"])
        reader = AttributionReader(
            cast(CleanText, layers["clean"]), cast(Parse, layers["parse"]), cast(ActorLayer, layers["actors"]), report.id, self.version
        )
        return Added({"attributions": reader.read()})


@dataclass(frozen=True, slots=True)
class AttributionReader:
    clean: CleanText
    parse: Parse
    actors: ActorLayer
    report: str
    version: str

    def read(self) -> AttributionLayer:
        quoted = self.all_quotations()
        claimed = [self.with_quotations(c, quoted) for c in self.by_cue()]
        claimed = [c for c in claimed if c.content]
        claimed += self.loose_quotations(claimed, quoted)
        claimed.sort(key=lambda c: (c.cue_tokens[0], c.content[0]))
        return self.layer(claimed)

    # Cues ------------------------------------------------------------------------------------------------------------

    def by_cue(self) -> Iterator[Claimed]:
        sourcing = Sourcing(self.parse, self.clean, self.actors)
        for token in self.parse.tokens:
            if self.parse.sentences[token.sent].part == "byline":
                continue
            for cue in self.cues_at(token):
                content = self.content(cue, token)
                sources = sourcing.heads(cue, token.i)
                if (
                    content
                    and sources
                    and all(self.parse[h].pos == "PRON" and self.parse[h].lower in ("i", "we", "you", "me", "us") for h in sources)
                ):
                    break
                if content:
                    rule = cue.rule
                    yield Claimed(cue, token.i, self.cue_tokens(cue, token), tuple(content), tuple(sources), rule)
                    break

    def cues_at(self, token: Token) -> list[Cue]:
        listed = cues()
        if token.pos in syntax.VERBAL and token.dep not in ("aux", "auxpass", "amod"):
            found = [*listed.get(("v", token.lemma), ()), *listed.get(("p", token.lower), ())]
        elif token.pos in ("NOUN", "PROPN"):
            found = list(listed.get(("n", token.lemma), ()))
        elif token.pos == "ADJ":
            found = list(listed.get(("a", token.lower), ()))
        elif token.pos == "ADV":
            found = [*listed.get(("adv", token.lower), ()), *listed.get(("p", token.lower), ())]
        elif token.pos in ("ADP", "SCONJ", "PART"):
            found = list(listed.get(("p", token.lower), ()))
        else:
            found = []
        if not found:
            return []
        below = {t.lemma for t in syntax.dependents_within(self.parse, token.i, 3)} | {
            t.lower for t in syntax.dependents_within(self.parse, token.i, 2)
        }
        following = {t.lower for t in self.parse.tokens[token.i + 1 : token.i + 5]}
        return [c for c in found if set(c.companions) <= (below | following if c.pos == "p" else below)]

    def cue_tokens(self, cue: Cue, token: Token) -> tuple[int, ...]:
        """The cue's words: the head, its auxiliaries, negation and adverbs close by, and its companions."""
        p = self.parse
        found = {token.i}
        for child in p.children(token.i):
            if (token.pos in syntax.VERBAL and child.dep in ("aux", "auxpass", "neg", "prt")) or (
                child.dep == "advmod" and abs(child.i - token.i) <= 2 and len(child.text) > 3
            ):
                found.add(child.i)
        near = list(syntax.dependents_within(p, token.i, 3)) if cue.pos != "p" else list(p.tokens[token.i + 1 : token.i + 5])
        for word in cue.companions:
            match = next((t for t in near if (t.lemma == word or t.lower == word) and t.i not in found), None)
            if match is not None:
                found.add(match.i)
        return tuple(sorted(found))

    # Contents --------------------------------------------------------------------------------------------------------

    def content(self, cue: Cue, token: Token) -> list[Range]:
        if cue.pos in ("p", "adv"):
            return self.rest_of_clause(cue, token)
        for child in sorted(self.parse.children(token.i), key=lambda c: (c.dep not in ("ccomp", "xcomp", "acl"), c.i)):
            kind = self.kind_of(child, token)
            if kind is not None and not cue.patterns.isdisjoint(kind):
                return self.ranges(child, token)
        if "par" in cue.patterns and token.dep in ("parataxis", "advcl", "ccomp") and self.set_off(token):
            return self.around(token)
        if token.pos == "ADJ" or token.dep == "acl":
            return []
        infinitive = any(c.dep == "aux" and c.lower == "to" for c in self.parse.children(token.i))
        if "np" in cue.patterns and token.pos in syntax.VERBAL and not infinitive:
            objects = [f.head for f in syntax.logical_object(self.parse, token.i) if not f.inherited]
            if objects and self.parse[objects[0]].pos in ("NOUN", "PROPN") and objects[0] not in self.actors.by_head:
                first, last = self.phrase(objects[0])
                return [(self.parse[first].start, self.parse[last - 1].end)]
        return []

    def kind_of(self, child: Token, token: Token) -> frozenset[str] | None:
        """Which patterns a dependent of a cue can be the content of; None where it is no content."""
        p = self.parse
        if child.dep == "parataxis" and self.cues_at(child):
            return None
        if child.dep in ("ccomp", "xcomp", "acl", "advcl", "csubj", "parataxis"):
            inner = p.children(child.i)
            marks = {c.lower for c in inner if c.dep in ("mark", "advmod", "aux", "dobj", "nsubj", "attr") and c.i <= child.i}
            if child.dep == "advcl":
                return None
            if child.dep == "acl" and token.pos not in ("NOUN", "PROPN"):
                return None
            if "to" in marks:
                return frozenset({"inf"})
            if marks & {"whether", "how", "why", "what", "who", "when", "where", "which", "if"}:
                return frozenset({"wh", "that"})
            if child.tag == "VBG" and not any(c.dep in ("aux", "nsubj") for c in inner):
                return frozenset({"ing"})
            if child.dep == "xcomp" and child.pos not in syntax.VERBAL:
                return None
            if child.dep == "acl" and "that" not in marks:
                return None
            return frozenset({"that", "quote", "par"})
        if child.dep in ("dobj", "attr", "dep") and any(c.dep == "mark" and c.lower == "that" for c in p.children(child.i)):
            # The parser took a clause for an object, its "that" tells.
            return frozenset({"that"})
        if (
            child.dep in ("prep", "agent")
            and child.lower in ("of", "about", "on", "for", "as", "to", "against", "over")
            and any(g.dep in ("pobj", "pcomp") and g.lemma not in ("condition", "background", "behalf", "record") for g in p.children(child.i))
        ):
            return frozenset({child.lower})
        return None

    def ranges(self, child: Token, token: Token) -> list[Range]:
        """The content's ranges: the clause, cut where the cue and its source stand inside it."""
        p = self.parse
        if child.dep in ("prep", "agent"):
            inner = [g for g in p.children(child.i) if g.dep in ("pobj", "pcomp")]
            sub = p.subtree(inner[0].i)
        else:
            sub = p.subtree(child.i)
        inside = set(sub)
        for other in p.children(child.i):
            if (
                other.dep == "conj"
                and other.pos in syntax.VERBAL
                and child.dep in ("ccomp",)
                and syntax.child_of(p, other.i, "nsubj") is not None
                and self.cues_at(other)
            ):
                inside -= set(p.subtree(other.i))
        inside -= {token.i}
        runs: list[list[int]] = []
        for t in sorted(inside):
            if runs and t == runs[-1][-1] + 1:
                runs[-1].append(t)
            else:
                runs.append([t])
        found = [trimmed(self.clean.text, p[r[0]].start, p[r[-1]].end) for r in runs if any(p[t].pos not in ("PUNCT", "SPACE", "CCONJ") for t in r)]
        return [r for r in found if r[0] < r[1]]

    def phrase(self, head: int) -> tuple[int, int]:
        sub = self.parse.subtree(head)
        return sub[0], sub[-1] + 1

    def set_off(self, token: Token) -> bool:
        """Whether a cue clause is set off by a comma or dash: "The army, officials said, withdrew"."""
        sub = self.parse.subtree(token.i)
        before = self.parse[sub[0] - 1].text if sub[0] and self.parse[sub[0] - 1].sent == token.sent else ""
        first = self.parse[sub[0]].text
        return before in (",", "–", "—", "-", "”", '"') or first in (",", "–", "—")

    def around(self, token: Token) -> list[Range]:
        """The sentence without the cue's own subtree."""
        p = self.parse
        own = set(p.subtree(token.i))
        sentence = p.sentences[token.sent]
        return self.runs([t for t in range(sentence.first, sentence.last) if t not in own])

    def rest_of_clause(self, cue: Cue, token: Token) -> list[Range]:
        """ "according to X" and "reportedly": the clause they modify, without them and their source."""
        p = self.parse
        own = set(p.subtree(token.i)) if cue.pos == "p" else {token.i}
        clause = syntax.clause_of(p, token.i)
        if cue.pos == "p" and p[token.i].pos in syntax.VERBAL:
            head = p.head(token.i)
            clause = syntax.clause_of(p, head.i) if head is not None else token.i
        sub = [t for t in p.subtree(clause) if t not in own]
        if cue.pos == "p":
            at = p[clause]
            while at.dep in ("xcomp", "relcl", "acl", "pcomp", "advcl") and (above := p.head(at.i)) is not None and min(own) < at.i:
                at = p[syntax.clause_of(p, above.i)]
                sub = [t for t in p.subtree(at.i) if t not in own]
        return self.runs(sub)

    def runs(self, tokens: list[int]) -> list[Range]:
        p = self.parse
        found: list[list[int]] = []
        for t in sorted(tokens):
            if found and t == found[-1][-1] + 1:
                found[-1].append(t)
            else:
                found.append([t])
        ranges = [
            trimmed(self.clean.text, p[r[0]].start, p[r[-1]].end, " ,;:.\n\t")
            for r in found
            if sum(p[t].pos not in ("PUNCT", "SPACE") for t in r) >= 1
        ]
        return [r for r in ranges if r[1] - r[0] > 1]

    # Quotations --------------------------------------------------------------------------------------------------------

    def all_quotations(self) -> list[Quotation]:
        blocks: dict[int, list[int]] = {}
        for sentence in self.parse.sentences:
            block = blocks.setdefault(sentence.paragraph, [sentence.start, sentence.end])
            block[1] = sentence.end
        return [q for start, end in blocks.values() for q in quotations(self.clean.text, start, end)]

    def with_quotations(self, claimed: Claimed, quoted: list[Quotation]) -> Claimed:
        """Contents that touch a quotation take it whole, marks included."""
        made: list[Range] = []
        cue_at = self.parse[claimed.at].start
        for start, end in claimed.content:
            for q in quoted:
                if q.start < end and start < q.end and not q.start <= cue_at < q.end:
                    start, end = min(start, q.start), max(end, q.end) if q.end - end <= 2 or q.start >= start else end
            made.append((start, end))
        return replace(claimed, content=tuple(made))

    def loose_quotations(self, claimed: list[Claimed], quoted: list[Quotation]) -> list[Claimed]:
        """Quotations that no cue's content covers: to a cue of their sentence, else to the speaker before in the paragraph."""
        found: list[Claimed] = []
        covered = [r for c in claimed for r in c.content]
        speaker: tuple[int, Claimed] | None = None
        by_paragraph: dict[int, list[Claimed]] = {}
        for c in claimed:
            by_paragraph.setdefault(self.parse.sentences[self.parse[c.at].sent].paragraph, []).append(c)
        for q in quoted:
            if q.words < 4 or any(a < q.end and q.start < b for a, b in covered):
                continue
            paragraph = next((s.paragraph for s in self.parse.sentences if s.start <= q.start < s.end), None)
            if paragraph is None:
                continue
            near = [
                c
                for c in by_paragraph.get(paragraph, ())
                if c.sources and ("quote" in c.cue.patterns or "that" in c.cue.patterns) and c.cue.pos != "adv"
            ]
            if near:
                best = min(near, key=lambda c: abs(self.parse[c.at].start - q.start))
                speaker = (paragraph, best)
            elif speaker is None or paragraph - speaker[0] > 1:
                continue
            else:
                best = speaker[1]
                speaker = (paragraph, best)
            found.append(replace(best, content=((q.start, q.end),), rule="quotation:follow_on"))
        return found

    # Nodes -------------------------------------------------------------------------------------------------------------

    def layer(self, claimed: list[Claimed]) -> AttributionLayer:
        sourcing = Sourcing(self.parse, self.clean, self.actors)
        nodes: list[Attribution] = []
        extents: list[AttributionExtent] = []
        ordinals: dict[tuple[int, int], int] = {}
        for c in claimed:
            cue = tuple(sorted({s for t in c.cue_tokens for s in self.clean.spans(self.parse[t].start, self.parse[t].end)}))
            content = tuple(s for a, b in c.content for s in self.clean.spans(a, b))
            heads: tuple[int | None, ...] = c.sources or (None,)
            for head in heads:
                key = (cue[0].start, cue[0].end)
                ordinals[key] = ordinals.get(key, -1) + 1
                identity = span_id("attribution", self.report, cue, ordinals[key])
                nodes.append(
                    Attribution(
                        identity,
                        sourcing.source(head, c.cue_tokens) if head is not None else None,
                        cue,
                        content,
                        self.form(c),
                        None,
                        (),
                        {"content": Derivation("attributions", self.version, c.rule)},
                        0.8 if c.rule.startswith("cue:") else 0.6,
                    )  # fmt: skip
                )
                source = tuple(range(*sourcing.extent(head, c.cue_tokens))) if head is not None else ()
                extents.append(AttributionExtent(identity, c.cue_tokens, source, c.content, cast(Stance, c.cue.stance), c.cue.certainty))
        return AttributionLayer(tuple(self.nested(nodes, extents)), tuple(extents))

    def form(self, c: Claimed) -> Form:
        text = self.clean.text
        pieces = [text[a:b].strip() for a, b in c.content]
        marks = '"“”«»'
        if all(p[:1] in marks + "'‘" and p.rstrip(".,")[-1:] in marks + "'’" for p in pieces):
            return "direct"
        return "mixed" if any(m in p for p in pieces for m in marks) else "indirect"

    def nested(self, nodes: list[Attribution], extents: list[AttributionExtent]) -> list[Attribution]:
        """A cue inside another's content is reported by it: the smallest content that holds the whole cue is the parent."""
        made: list[Attribution] = []
        for node, extent in zip(nodes, extents, strict=True):
            at = self.parse[extent.cue[0]].start
            holders = [
                (b - a, other.attribution)
                for other in extents
                if other.attribution != node.id and other.cue != extent.cue
                for a, b in other.content
                if a <= at < b and not any(x <= self.parse[other.cue[0]].start < y for x, y in extent.content)
            ]
            made.append(replace(node, parent=min(holders)[1]) if holders else node)
        return made
