"""attributions, free indirect speech: what follows somebody's reported words without a word of reporting of its own.

`Police said two boats had sunk, and that a third was missing`: the third is the police's word too. `Police said a car had been driven into the wall, but officers were
looking for a second one. It would be found by evening.`: the words do not tell for certain whether the outlet or the police speak. Such a stretch is a node of its own with
`or_outlet`, so that neither is said to vouch for it alone.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from onrecord import syntax
from onrecord.extract.speech.claimed import Claimed
from onrecord.extract.speech.cue_options import Range
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token
from onrecord.quotes import Quotation

_JOINING = frozenset({"and", "but", "or", "nor", "yet", "so", "then"})
_MARKS = frozenset('"“”‘’«»')
_PAUSES = frozenset({",", ";"})
_LONGEST = 2  # sentences that a report runs on
Voice = Literal["theirs", "open"]


@dataclass(frozen=True, slots=True)
class FreeSpeech:
    parse: Parse
    text: str
    quoted: tuple[Quotation, ...]

    def carried(self, claims: list[Claimed]) -> list[Claimed]:
        """The claims with what runs on in their sentence, and with claims of their own for what may be the same source's or the outlet's. Cost: linear in sentences times
        the claims of a sentence."""
        # A passive that nobody is told to have said ("must be discussed") takes the word from no one.
        others = [c for c in claims if not c.sources and self.parse[c.at].lemma not in word_set("verbs_of_saying") and self.parse[c.at].tag == "VBN"]
        claims = [c for c in claims if c not in others]
        cues = {self.parse[c.at].sent for c in claims}
        made = others + claims
        for n, claim in enumerate(claims, len(others)):
            if (whole := self.from_start(claim, claims)) is not None:
                made[n] = replace(claim, content=whole)
                continue
            if not self.reports(claim):
                continue
            after = self.after(claim, claims)
            voice = self.voice(claim, after) if after else None
            if after and voice is None:
                continue
            if voice == "theirs":
                made[n] = claim = replace(claim, content=(*claim.content[:-1], (claim.content[-1][0], self.range(after)[1])))
            elif voice == "open":
                made.append(self.opened(claim, (self.range(after),)))
            elif not self.ends(claim):
                continue
            following = tuple(self.following(claim, claims, cues))
            if following:
                made.append(self.opened(claim, following))
        return made

    def from_start(self, claim: Claimed, claims: list[Claimed]) -> tuple[Range, ...] | None:
        """ "The ships can be moved, but the system is slow, Zhao said": who is named at the end says the whole sentence, where the parser parted it at the "but"."""
        p = self.parse
        cue = p[claim.at]
        start, end = claim.content[0]
        sentence = p.sentences[cue.sent]
        if not (claim.told and claim.asserted and claim.sources and claim.cue.stance == "asserts") or len(claim.content) != 1 or end > cue.start or start < sentence.start:
            return None
        gap = self.gap(claim, end)
        if start == sentence.start or gap > end:
            return ((start, gap),) if gap > end and start == sentence.start else None
        if cue.lemma not in word_set("verbs_of_saying") or cue.pos not in syntax.VERBAL or self.text[start : start + 1] in _MARKS or min(claim.sources) < self.first(start):
            return None
        before = [t for t in p.tokens[sentence.first : self.first(start)] if t.pos != "SPACE"]
        opened = p[self.first(start)].lower in ("but", "and", "yet") or (before and before[-1].lower in ("but", "and", "yet"))
        if len(before) < 4 or not opened or any(t.text[:1] in _MARKS or t.text in ("—", "–", "--", ":", "(") for t in before):
            return None
        if self.clause(before) is None or any(sentence.start <= p[c.at].start < start or any(a < start and sentence.start < b for a, b in c.content) for c in claims if c is not claim):
            return None
        return ((before[0].start, end),)

    def gap(self, claim: Claimed, end: int) -> int:
        """Where the words end that the parser left between the content and the speaker behind it: "The crash happened | when tyres burst, reports the paper"."""
        p = self.parse
        names = min(t for h in claim.sources for t in (h, *(c.i for c in p.children(h) if c.dep in ("compound", "det", "amod", "poss"))))
        last = min(names, claim.at) - 1
        words = [t for t in p.tokens[self.first(end) : last] if t.pos not in ("SPACE", "PUNCT")]
        if p[last].text != "," or len(words) < 3 or p[last].start <= end or any(t.text[:1] in _MARKS or t.text in _PAUSES for t in p.tokens[self.first(end) : last]):
            return end
        return p[last - 1].end

    def first(self, offset: int) -> int:
        """The first token at or behind a clean offset."""
        return bisect.bisect_left(self.parse.tokens, offset, key=lambda t: t.start)

    def opened(self, claim: Claimed, content: tuple[Range, ...]) -> Claimed:
        return replace(claim, content=content, rule=f"{claim.rule}:runs-on", told=False, or_outlet=True, probability=0.5)

    def reports(self, claim: Claimed) -> bool:
        """Whether the claim is indirect speech under a plain past or present word of saying that stands before it."""
        cue = self.parse[claim.at]
        start, end = claim.content[-1]
        if not (claim.told and claim.asserted and claim.sources and claim.cue.stance == "asserts" and cue.pos in syntax.VERBAL):
            return False
        if cue.lemma not in word_set("verbs_of_saying") or start < cue.end or cue.tag not in ("VBD", "VBZ", "VBP", "VBN"):
            return False
        if claim.rule.endswith(":dobj") and self.parse[self.first(start)].lower == "responsibility":
            return False  # "claimed responsibility for the raid, and soldiers burned two camps": nothing is told that could go on
        return self.text[end - 1 : end] not in _MARKS and self.text[start : start + 1] not in _MARKS

    def after(self, claim: Claimed, claims: list[Claimed]) -> list[Token]:
        """The words of the cue's sentence behind the content, without those at its end that are no words; none where somebody else has a say in them."""
        sentence = self.parse.sentences[self.parse[claim.at].sent]
        end = claim.content[-1][1]
        words = [t for t in self.parse.tokens[sentence.first : sentence.last] if t.start >= end]
        while words and words[-1].pos in ("PUNCT", "SPACE"):
            words.pop()
        if not words:
            return []
        start, stop = words[0].start, words[-1].end
        for other in claims:
            going_on = words[0].lower == "then" or (words[0].text in _PAUSES and len(words) > 1 and words[1].lower == "then")
            if going_on and self.parse[other.at].lemma not in word_set("verbs_of_saying"):
                continue  # "says that they were led out, then the sergeant ordered him": what is told goes on
            if other.at != claim.at and (start <= self.parse[other.at].start < stop or any(a < stop and start < b for a, b in other.content)):
                return []
        return words

    def ends(self, claim: Claimed) -> bool:
        """Whether the content ends its sentence."""
        sentence = self.parse.sentences[self.parse[claim.at].sent]
        return not self.text[claim.content[-1][1] : sentence.end].strip(" .\n\t")

    def range(self, words: list[Token]) -> Range:
        return words[0].start, words[-1].end

    def voice(self, claim: Claimed, words: list[Token]) -> Voice | None:
        """Whose words follow in the sentence; None where they are plainly the outlet's."""
        p = self.parse
        if any(t.text[:1] in _MARKS or t.text in ("—", "–", "--", "(", ":") for t in words):
            return None
        inner = [t for t in words if t.text not in _PAUSES]
        if len(inner) < 3:
            return None
        joined = inner[0].lower in _JOINING
        if joined and inner[1].lower == "that" and inner[1].tag == "IN":
            return "theirs"
        if words[0].tag in ("VBG", "VBN") and not joined:
            return "theirs"  # "told the paper he was first of all | trying to change the law": no comma parts it from what was told
        verb = self.clause(words)
        if verb is None:
            return None
        if verb.dep == "ccomp" and verb.head == claim.at and not joined and any(t.lower == "that" and t.tag == "IN" for t in p.tokens[claim.at + 1 : claim.at + 3]):
            return "theirs"  # "said that there was no pressure and that from the moment of the news, the board was told"
        if not joined and not (inner[0].dep == "mark" and inner[0].lower in word_set("marks_that_run_on")):
            return None
        return self.tense(claim, verb)

    def clause(self, words: list[Token]) -> Token | None:
        """The finite verb at the head of the words, with a subject of its own among them."""
        inside = {t.i for t in words}
        for token in words:
            if token.pos not in syntax.VERBAL or token.dep in ("relcl", "acl", "pcomp", "csubj") or (token.head in inside and token.head != token.i and self.parse[token.head].pos in syntax.VERBAL):
                continue
            subject = next((c for c in self.parse.children(token.i) if c.dep in ("nsubj", "nsubjpass", "expl")), None)
            if subject is not None and subject.i in inside and (token.tag in ("VBD", "VBZ", "VBP") or syntax.auxiliaries(self.parse, token.i)):
                return token
        return None

    def tense(self, claim: Claimed, verb: Token) -> Voice | None:
        """What the tense tells: moved back, as reported speech is, or left as the reported clause before it has it."""
        form = self.form(verb)
        if form == "back":
            return "theirs" if self.parse[claim.at].tag == "VBD" and verb.sent == self.parse[claim.at].sent else "open"
        if form == "past":
            return "open"
        # A present beside a past ("said it had fled, but the ministry denies it") is the outlet's; beside a present it may be either's.
        own = self.clause([t for t in self.parse.sentence_tokens(self.parse[claim.at].sent) if claim.content[-1][0] <= t.start < claim.content[-1][1]])
        return "open" if own is not None and self.form(own) == "present" else None

    def form(self, verb: Token) -> Literal["back", "past", "present"]:
        aux = syntax.auxiliaries(self.parse, verb.i)
        words = {a.lower for a in aux}
        if words & {"would", "could", "might"} or any(a.lower == "had" for a in aux) or (verb.tag == "VBG" and words & {"was", "were"}):
            return "back"
        finite = aux[0] if aux else verb
        return "past" if finite.tag == "VBD" else "present"

    def following(self, claim: Claimed, claims: list[Claimed], cues: set[int]) -> Iterator[Range]:
        """The sentences right after, in the paragraph, that go on in the tense of reported speech and in which nobody else speaks."""
        sentences = self.parse.sentences
        at = self.parse[claim.at].sent
        for sentence in sentences[at + 1 : at + 1 + _LONGEST]:
            if sentence.paragraph != sentences[at].paragraph or sentence.i in cues or sentence.part != sentences[at].part:
                return
            if any(a < sentence.end and sentence.start < b for c in claims for a, b in c.content) or any(m in self.text[sentence.start : sentence.end] for m in _MARKS - {"’", "‘"}):
                return
            words = [t for t in self.parse.tokens[sentence.first : sentence.last] if t.pos not in ("SPACE", "PUNCT")]
            verb = self.clause(words) if words else None
            if verb is None or self.text[sentence.start : sentence.end].rstrip()[-1:] == "?" or not self.runs_on(claim, words, verb):
                return
            yield words[0].start, words[-1].end

    def runs_on(self, claim: Claimed, words: list[Token], verb: Token) -> bool:
        modals = {a.lower for a in syntax.auxiliaries(self.parse, verb.i) if a.tag == "MD"}
        if verb.lemma in ("verify", "confirm", "corroborate", "reach", "determine") and syntax.is_passive(self.parse, verb.i) and any(c.dep == "neg" for c in self.parse.children(verb.i)):
            return False  # "The claim could not be verified": the outlet's word of what was said
        opened = words[0].lower in word_set("openers_that_run_on")
        if self.form(verb) == "back":
            # "had fled" alone is how a narrator steps back in time; with "would", or joined to what was said, it may be either's.
            return bool(modals) or opened or words[0].lower in ("it", "he", "she", "they")
        return (opened or bool(modals & {"must", "should"})) and self.tense(claim, verb) == "open"

