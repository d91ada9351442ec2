"""attributions, run-on quotations: whose they are where no cue of their sentence says so.

`"Who fired?" the clerk said.` is two sentences to a parser; `The clerk said the gate was shut. "We all saw it."` has no second cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord import syntax
from onrecord.extract.speech.claimed import Claimed
from onrecord.extract.speech.cue_options import Range
from onrecord.extract.speech.signedlines import signed_lines
from onrecord.extract.speech.sourcing import Sourcing
from onrecord.lexicon.attribution import cues
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Sentence
from onrecord.quotes import Quotation

_CLOSING = 40  # characters behind a speaker's verb that ends a sentence: "on Friday.", "in a statement."
_FEWEST = 5  # words of a quotation that says something; fewer are a name or a term
_LONGEST = 16  # tokens of a sentence that only says who said the words before it
_TAIL = 6  # tokens behind a speaker's verb that tell whom, when or where
_MARKS = '"”'
_LABEL = re.compile(r"(?:\A|\n)[ \t]*[(\[]([^()\[\]\n]{2,40})[)\]]\s*\Z")  # "(ORREL)" before a quotation, at a paragraph's start


@dataclass(frozen=True, slots=True)
class RunOn:
    parse: Parse
    text: str
    quoted: tuple[Quotation, ...]

    def named_after(self, sourcing: Sourcing, taken: set[int]) -> Iterator[Claimed]:
        """The quotation before a sentence of its own that only names the speaker."""
        p = self.parse
        ends = {q.end: q for q in self.quoted if q.words >= _FEWEST - 2}
        for before, sentence in zip(p.sentences, p.sentences[1:], strict=False):
            quotation = ends.get(len(self.text[: sentence.start].rstrip()))
            if quotation is None or before.paragraph != sentence.paragraph or sentence.last - sentence.first > _LONGEST or self.text[quotation.end - 1] not in _MARKS:
                continue
            verb = next((t for t in p.tokens[sentence.first : sentence.last] if t.dep == "ROOT"), None)
            if verb is None or verb.lemma not in word_set("verbs_of_saying") or verb.pos not in syntax.VERBAL or verb.i in taken or verb.i - sentence.first > 8:
                continue
            if any(c.dep in ("ccomp", "dobj", "neg") for c in p.children(verb.i)) or ("v", verb.lemma) not in cues():
                continue
            cue = cues()["v", verb.lemma][0]
            heads = [h for h in sourcing.heads(cue, verb.i) if sourcing.may_speak(h)]
            if heads:
                yield Claimed(cue, verb.i, (verb.i,), ((quotation.start, quotation.end),), tuple(heads), f"{cue.rule}:named-after", True, 0.7)

    def rumoured(self, taken: set[int]) -> Iterator[Claimed]:
        """ "amid speculation the envoy had left", "rumours he had resigned": said by nobody whom the text names, where no "that" opens the clause."""
        p = self.parse
        for token in p.tokens:
            if token.pos != "NOUN" or token.lemma not in word_set("rumour_nouns") or token.i in taken or token.i + 2 >= len(p):
                continue
            sentence = p.sentences[token.sent]
            verbs = (t for t in p.tokens[token.i + 1 : min(token.i + 10, sentence.last)] if t.pos in syntax.VERBAL and t.dep not in ("aux", "auxpass"))
            verb = next(verbs, None)
            if verb is None or not (verb.tag == "VBD" or syntax.auxiliaries(p, verb.i)) or (verb.dep == "relcl" and verb.lemma in word_set("denying_verbs") | word_set("plain_denials")):
                continue
            inside = [k for k in p.subtree(verb.i) if k > token.i]
            subject = any(c.dep in ("nsubj", "nsubjpass") and token.i < c.i < verb.i for c in p.children(verb.i))
            if subject and inside and inside[0] == token.i + 1 and p[inside[0]].pos in ("PROPN", "DET", "PRON", "NOUN", "ADJ") and p[inside[0]].tag not in ("WDT", "WP"):
                cue = cues()["n", "rumour"][0]
                yield Claimed(cue, token.i, (token.i,), ((p[inside[0]].start, p[inside[-1]].end),), (), f"{cue.rule}:unmarked", True, 0.5)

    def reportedly(self, sourcing: Sourcing, claims: list[Claimed]) -> list[Claimed]:
        """ "The station adds that rebels took Lom. They reportedly attacked Bor": right behind what a paper or a station tells, it is the station that reports it."""
        p = self.parse
        made: list[Claimed] = []
        for claim in claims:
            token = p[claim.at]
            near = [c for c in claims if c is not claim and c.sources and p[c.at].sent in (token.sent - 1, token.sent)] if not claim.sources and token.lower == "reportedly" and token.sent else []
            last = max((c for c in near if c.told and p.sentences[p[c.at].sent].paragraph == p.sentences[token.sent].paragraph), key=lambda c: c.at, default=None)
            alone = last is not None and not any(p[c.at].sent == token.sent for c in near)
            made.append(replace(claim, sources=last.sources) if alone and last is not None and all(sourcing.source(h).kind in ("outlet", "document") for h in last.sources) else claim)
        return made

    def supposed(self, taken: set[int]) -> Iterator[Claimed]:
        """ "The two gangs, it is believed, have made peace": said by nobody whom the text names."""
        p = self.parse
        for token in p.tokens:
            if token.tag != "VBN" or token.lemma not in word_set("verbs_of_supposing") or token.i in taken or token.dep not in ("parataxis", "ccomp", "advcl"):
                continue
            subject = next((c for c in p.children(token.i) if c.dep == "nsubjpass"), None)
            if subject is None or subject.lower != "it" or ("v", token.lemma) not in cues() or any(c.dep in ("ccomp", "xcomp") for c in p.children(token.i)):
                continue
            sentence = p.sentences[token.sent]
            first, last = subject.i, token.i
            if p[first - 1].text != "," or last + 1 >= sentence.last or p[last + 1].text not in (",", "."):
                continue
            pieces = [(p[a].start, p[b].end) for a, b in ((sentence.first, first - 2), (last + 2, sentence.last - 2)) if b > a]
            if pieces:
                cue = replace(cues()["v", token.lemma][0], certainty="suspected")
                yield Claimed(cue, token.i, tuple(range(first, last + 1)), tuple(pieces), (), f"{cue.rule}:supposed", True, 0.6)

    def introduced(self, sourcing: Sourcing, claims: list[Claimed]) -> Iterator[Claimed]:
        """ "On Monday the firm released a statement:" and the quotation below it, over all its paragraphs, where nobody else is given it."""
        p = self.parse
        for n, quotation in enumerate(self.quoted):
            before = self.text[: quotation.start].rstrip()
            if before[-1:] != ":" or quotation.words < _FEWEST or any(a < quotation.end and quotation.start < b for c in claims for a, b in c.content):
                continue
            sentence = next((s for s in p.sentences if s.start < len(before) <= s.end + 1), None)
            verb = next((t for t in p.tokens[sentence.first : sentence.last] if t.dep == "ROOT" and t.pos in syntax.VERBAL), None) if sentence is not None else None
            if sentence is None or verb is None or any(verb.i in c.cue_tokens for c in claims) or sentence.last - sentence.first > _LONGEST or syntax.is_passive(p, verb.i):
                continue
            saying = [t for t in p.tokens[sentence.first : sentence.last] if t.lemma.lower() in word_set("statement_nouns") or t.lemma in word_set("verbs_of_saying")]
            heads = [f.head for f in syntax.surface_subject(p, verb.i) if sourcing.may_speak(f.head)]
            if not saying or not heads:
                continue
            cue = cues()["v", "say"][0]
            yield Claimed(cue, verb.i, (verb.i,), self.whole(n), tuple(heads), f"{cue.rule}:introduced", True, 0.6)

    def listed(self, sourcing: Sourcing, claims: list[Claimed]) -> list[Claimed]:
        """The claims, with those of "The students published a list of demands:", "The minister said:" for the items of the list below, where nobody else is given them; not
        "the list" is what they tell."""
        p = self.parse
        made = list(claims)
        items: dict[int, list[Range]] = {}
        for sentence in p.sentences:
            if sentence.lead >= 0:
                items.setdefault(sentence.lead, []).append((sentence.start, sentence.end))
        for lead, content in items.items():
            tokens = p.sentence_tokens(lead)
            root = next((t for t in tokens if t.dep == "ROOT"), None)
            # "Students who have held the hall since Sunday published": the parser may take the subject for the root.
            verb = root if root is None or root.pos in syntax.VERBAL else next((t for t in reversed(tokens) if t.tag in ("VBD", "VBZ", "VBP")), None)
            if root is None or verb is None or syntax.is_passive(p, verb.i):
                continue
            stated = word_set("statement_nouns") | word_set("what_lists_ask_for")
            named = next((k for c in p.children(verb.i) if c.dep == "dobj" for k in p.subtree(c.i) if p[k].pos == "NOUN" and p[k].lemma.lower() in stated), None)
            saying = verb.lemma in word_set("verbs_of_saying") or verb.lemma in word_set("demanding_verbs") or named is not None
            heads = [h for h in (f.head for f in syntax.surface_subject(p, verb.i)) if sourcing.may_speak(h)] if verb is root else [root.i] if sourcing.may_speak(root.i) else []
            content = [(a, b) for a, b in content if not any(x < b and a < y for c in claims for x, y in c.content)]
            if saying and heads and content:
                cue = cues()["v", "say"][0]
                made = [c for c in made if verb.i not in c.cue_tokens]
                made.append(Claimed(cue, verb.i, (verb.i,) if named is None else (verb.i, named), tuple(content), tuple(heads), f"{cue.rule}:listed", True, 0.6))
        return made

    def whole(self, n: int) -> tuple[Range, ...]:
        """Quotation `n` with those that go on with it, paragraph by paragraph."""
        content = [(self.quoted[n].start, self.quoted[n].end)]
        for last, following in zip(self.quoted[n:], self.quoted[n + 1 :], strict=False):
            if not last.open_ended or self.text[last.end : following.start].strip():
                break
            content.append((following.start, following.end))
        return tuple(content)

    def trailing(self, sourcing: Sourcing, claims: list[Claimed]) -> list[Claimed]:
        """The claims, with those of a speaker behind a comma whom nothing else was given: "The court ordered them to pay, the daily paper reported", "The port launched
        a boat, its harbour office said, as tides rose". What others are given ends before that comma."""
        p = self.parse
        made = list(claims)
        taken = {t for c in claims for t in c.cue_tokens}
        for token in p.tokens:
            if token.tag not in ("VBD", "VBZ", "VBP") or token.lemma not in word_set("verbs_of_saying") or token.i in taken or syntax.auxiliaries(p, token.i):
                continue
            sentence = p.sentences[token.sent]
            subject = next((c for c in p.children(token.i) if c.dep == "nsubj" and c.i < token.i and c.pos in ("NOUN", "PROPN")), None)
            if subject is None and p[token.i - 1].pos in ("NOUN", "PROPN") and p[token.i - 1].dep != "nsubj":
                subject = p[token.i - 1]  # hung on a name before the comma
            if subject is None or token.i - sentence.first < 5 or not sourcing.may_speak(subject.i) or ("v", token.lemma) not in cues():
                continue
            first = min(p.subtree(subject.i))
            quoted = p[first - 1].text in tuple(_MARKS) and p[first - 2].text == ","  # 'the "Friends' Circle," the daily reported'
            after = p[token.i + 1] if token.i + 1 < sentence.last else None
            ended = after is None or after.text in (".", ",") or after.ent == "DATE" or (after.tag == "IN" and after.lower in ("on", "in"))
            if first <= sentence.first + 1 or (p[first - 1].text != "," and not quoted) or not ended or any(c.dep in ("ccomp", "dobj") and c.i > token.i for c in p.children(token.i)):
                continue
            verbs = [t for t in p.tokens[sentence.first : first] if t.pos in syntax.VERBAL and t.tag in ("VBD", "VBZ", "VBP", "MD")]
            if not any(c.dep in ("nsubj", "nsubjpass", "expl") and c.i < first for t in verbs for c in p.children(t.i if t.dep not in ("aux", "auxpass") else t.head)):
                continue
            content = (p[sentence.first].start, p[first - 1 if quoted else first - 2].end)
            if any(q.start < content[1] and content[0] < q.end for q in self.quoted) and any(m in self.text[content[0] : content[0] + 2] for m in _MARKS):
                continue
            made = [self.ending(c, content, p[token.i].end) for c in made]
            cue = cues()["v", token.lemma][0]
            made.append(Claimed(cue, token.i, (token.i,), (content,), (subject.i,), f"{cue.rule}:trailing", True, 0.6))
        return [self.over_semicolon(c, made) for c in made]

    def over_semicolon(self, claim: Claimed, claims: list[Claimed]) -> Claimed:
        """ "Soldiers killed nine men; the others escaped, the mayor said.": who is named at the end of the sentence tells all of it, unless another speaks before."""
        p = self.parse
        sentence = p.sentences[p[claim.at].sent]
        if len(claim.content) != 1 or not (sentence.start < claim.content[0][0] and claim.content[0][1] <= p[claim.at].start):
            return claim
        start, end = claim.content[0]
        before = self.text[sentence.start : start].rstrip()
        behind = self.text[p[claim.at].end : sentence.end]
        if not before.endswith(";") or len(behind) > _CLOSING or any(m in before for m in _MARKS):
            return claim
        spoken = any(sentence.start <= p[t].start < start for c in claims if c is not claim for t in c.cue_tokens)
        finite = [t for t in p.sentence_tokens(sentence.i) if t.start < start and t.tag in ("VBD", "VBZ", "VBP", "MD")]
        return replace(claim, content=((sentence.start, end),)) if finite and not spoken else claim

    def turned(self, sourcing: Sourcing, claims: list[Claimed]) -> list[Claimed]:
        """The claims, with those of a speaker who stands behind his verb at the end of the sentence: "Guards burned the mill, said Heron Watch on Friday"."""
        p = self.parse
        made = list(claims)
        taken = {t for c in claims for t in c.cue_tokens}
        for token in p.tokens:
            if token.tag not in ("VBD", "VBZ") or token.lemma not in word_set("verbs_of_saying") or token.i in taken or ("v", token.lemma) not in cues():
                continue
            sentence = p.sentences[token.sent]
            subject = next((c for c in p.children(token.i) if c.dep == "nsubj" and c.i > token.i and c.pos in ("NOUN", "PROPN")), None)
            if subject is None or token.i - sentence.first < 5 or p[token.i - 1].text != "," or not sourcing.may_speak(subject.i) or sourcing.no_speaker(subject.i):
                continue
            beside = [c for c in p.children(token.i) if c.i > token.i and c.i != subject.i]
            plain = min(p.subtree(subject.i)) == token.i + 1 and all(c.dep in ("prep", "npadvmod", "punct", "advmod") for c in beside)
            if not plain or any(c.dep in ("nsubj", "nsubjpass", "aux", "neg") and c.i < token.i for c in p.children(token.i)):
                continue
            before = p.tokens[sentence.first : token.i - 1]
            finite = [t for t in before if t.pos in syntax.VERBAL and t.tag in ("VBD", "VBZ", "VBP", "MD")]
            if not any(c.dep in ("nsubj", "nsubjpass", "expl") for t in finite for c in p.children(t.i if t.dep not in ("aux", "auxpass") else t.head)):
                continue
            content = (before[0].start, before[-1].end)
            if any(q.start < content[1] and content[0] < q.end for q in self.quoted):
                continue
            cue = cues()["v", token.lemma][0]
            made.append(Claimed(cue, token.i, (token.i,), (content,), (subject.i,), f"{cue.rule}:turned", True, 0.6))
        return made

    def ending(self, claim: Claimed, content: tuple[int, int], end: int) -> Claimed:
        """The claim without the words of a speaker behind it."""
        pieces = tuple((a, min(b, content[1]) if a < content[1] < b and b >= end else b) for a, b in claim.content)
        return replace(claim, content=pieces) if pieces != claim.content else claim

    def followed(self, claims: list[Claimed]) -> list[Claimed]:
        """The claims, each with the quotations right after it that nobody else is given: sentences of their own in its paragraph, and between it and them none but
        such quotations."""
        made = list(claims)
        for quotation in self.quoted:
            if quotation.words < _FEWEST or quotation.open_ended or any(a < quotation.end and quotation.start < b for c in made for a, b in c.content):
                continue
            own = [s for s in self.parse.sentences if s.start < quotation.end and quotation.start < s.end]
            if not own or not self.alone(quotation, own):
                continue
            at = self.speaker(made, own[0])
            if at is not None:
                made[at] = replace(made[at], content=(*made[at].content, (quotation.start, quotation.end)))
        return made

    def uncued(self, sourcing: Sourcing, claims: list[Claimed]) -> Iterator[Claimed]:
        """Quotations that are sentences of their own and that no cue gives to anybody: of the person whom the sentence before is about (`Naito opposed the idea. "It has
        kept us safe."`) or who spoke last before this paragraph; else of somebody whom the text does not name. They are not the outlet's own words."""
        p = self.parse
        cue = replace(cues()["v", "say"][0], source=("none",))
        taken = {t for c in claims for t in c.cue_tokens}
        spoken: list[Claimed] = []
        for quotation in self.quoted:
            if quotation.words < _FEWEST + 1 or self.text[quotation.start] not in '"“':
                continue
            # Whom one who tells at length tells of ("He said that he would sell us.") has not said all of it.
            within = [c for c in claims if quotation.open_ended and quotation.start < p[c.at].start < quotation.end]
            if any(a < quotation.end and quotation.start < b for c in claims if c not in within for a, b in c.content):
                continue
            own = [s for s in p.sentences if s.start < quotation.end and quotation.start < s.end]
            mark = next((t for t in p.tokens[own[0].first : own[0].last] if t.start == quotation.start), None) if own else None
            if mark is None or mark.i in taken or own[0].part == "title" or not self.alone(quotation, own) or any(own[0].first <= c.at < own[-1].last for c in claims if c not in within):
                continue
            who = self.about(sourcing, own[0]) or self.last_speaker([*claims, *spoken], own[0]) or self.who_spoke(sourcing, own[0])
            spoken.append(Claimed(cue, mark.i, (mark.i,), ((quotation.start, quotation.end),), who, f"{cue.rule}:uncued", True, 0.4))
        yield from spoken

    def labelled(self, sourcing: Sourcing, claims: list[Claimed]) -> Iterator[Claimed]:
        """ `(Orrel) "We shall go on`: the quotation that a name in brackets opens a paragraph with, over all its paragraphs; and whom a headline ends with."""
        p = self.parse
        yield from signed_lines(p, self.text, sourcing, claims)
        for n, quotation in enumerate(self.quoted):
            from_ = max(0, quotation.start - 60)
            label = _LABEL.search(self.text[from_ : quotation.start])
            if label is None or quotation.words < _FEWEST or any(a < quotation.end and quotation.start < b for c in claims for a, b in c.content):
                continue
            inside = [t.i for t in p.tokens if from_ + label.start(1) <= t.start < from_ + label.end(1)]
            heads = [k for k in inside if k in sourcing.actors.by_head and sourcing.person(k)]
            if len(heads) != 1 or not inside[0]:
                continue
            cue = cues()["v", "say"][0]
            yield Claimed(cue, inside[0] - 1, (inside[0] - 1,), self.whole(n), (heads[0],), f"{cue.rule}:labelled", True, 0.6)

    def about(self, sourcing: Sourcing, first: Sentence) -> tuple[int, ...]:
        """The named person who is the subject of the sentence before, in the same paragraph."""
        before = self.parse.sentences[first.i - 1] if first.i else None
        if before is None or before.paragraph != first.paragraph:
            return ()
        root = next((t for t in self.parse.tokens[before.first : before.last] if t.dep == "ROOT" and t.pos in syntax.VERBAL), None)
        heads = [f.head for f in syntax.surface_subject(self.parse, root.i)] if root is not None and not syntax.is_passive(self.parse, root.i) else []
        return tuple(heads) if len(heads) == 1 and sourcing.person(heads[0]) else ()

    def last_speaker(self, claims: list[Claimed], first: Sentence) -> tuple[int, ...]:
        """Who is told to say the end of the paragraph before, alone, where this quotation opens its own; a quotation that closes with "Orrel said" ends it too."""
        p = self.parse
        before = p.sentences[first.i - 1] if first.i else None
        if before is None or before.paragraph + 1 != first.paragraph:
            return ()
        end = len(self.text[: before.end].rstrip(' .\n"”'))
        ends = [c for c in claims if c.told and (any(before.start < b and abs(b - end) <= 3 for _, b in c.content) or self.signs(c, before, end))]
        # Whom the one who spoke told of last is not who goes on.
        here = {c.sources for c in ends if c.sources and not any(a < p[c.at].start < b for other in ends if other is not c for a, b in other.content)}
        sources = next(iter(here)) if len(here) == 1 else ()
        return sources if len(sources) == 1 else ()

    def who_spoke(self, sourcing: Sourcing, first: Sentence) -> tuple[int, ...]:
        """ "Ana Orrel spoke to the Herald." and below it what she told: the one person who is told to have talked to the paper, at the end of the paragraph before."""
        p = self.parse
        before = p.sentences[first.i - 1] if first.i else None
        if before is None or before.paragraph + 1 != first.paragraph:
            return ()
        root = next((t for t in p.tokens[before.first : before.last] if t.dep == "ROOT" and t.pos in syntax.VERBAL), None)
        if root is None or root.lemma not in word_set("verbs_of_giving_an_account") or root.tag not in ("VBD", "VBZ", "VBN") or any(c.dep == "neg" for c in p.children(root.i)):
            return ()
        heads = [f.head for f in syntax.surface_subject(p, root.i)] if not syntax.is_passive(p, root.i) else []
        return tuple(heads) if len(heads) == 1 and (sourcing.person(heads[0]) or sourcing.may_speak(heads[0])) else ()

    def signs(self, claim: Claimed, before: Sentence, end: int) -> bool:
        """Whether the paragraph ends with a quotation and the word that gives it to somebody."""
        verb = self.parse[claim.at]
        behind = [h for h in claim.sources if h > claim.at]  # "said Orrel, a pilot at the port"
        last = self.parse[max(self.parse.subtree(behind[0]))] if behind else verb
        tail = [t for t in self.parse.tokens[last.i + 1 : before.last] if t.start < end]
        # "told the Herald by telephone", "said on Monday"
        plain = len(tail) <= _TAIL and not any(t.pos in syntax.VERBAL or t.text in tuple(_MARKS) or t.text in (",", ":", "“") for t in tail)
        return verb.sent == before.i and (abs(last.end - end) <= 3 or plain) and self.text[claim.content[0][0]] in '"“' and claim.content[-1][1] <= verb.start

    def alone(self, quotation: Quotation, own: list[Sentence]) -> bool:
        """Whether the quotation is all of its sentences."""
        return not self.text[own[0].start : quotation.start].strip() and not self.text[quotation.end : own[-1].end].strip(" .\n")

    def speaker(self, claims: list[Claimed], first: Sentence) -> int | None:
        """The claim of the sentence just before, in the same paragraph: the one whose words end it, told by somebody."""
        if first.i == 0:
            return None
        before = self.parse.sentences[first.i - 1]
        if before.paragraph != first.paragraph:
            return None
        here = [n for n, c in enumerate(claims) if c.told and c.sources and (self.said_in(c, before) or self.ends_in(c, before))]
        speakers = {claims[n].sources for n in here}
        return max(here, key=lambda n: claims[n].content[-1][1]) if len(speakers) == 1 else None

    def said_in(self, claim: Claimed, before: Sentence) -> bool:
        """Whether a plain word of saying in the sentence tells the claim."""
        verb = self.parse[claim.at]
        return claim.asserted and claim.cue.stance == "asserts" and verb.lemma in word_set("verbs_of_saying") and verb.sent == before.i

    def ends_in(self, claim: Claimed, before: Sentence) -> bool:
        """Whether a quotation of the claim ends with the sentence."""
        end = len(self.text[: before.end].rstrip())
        return any(before.start < b and abs(b - end) <= 1 and self.text[b - 1] in _MARKS for _, b in claim.content)
