"""attributions, passed on: what somebody says and another reports that he says: "The mayor said soldiers had shot nine, according to Radio Nueve". Two words that report the
same words are rivals to the trained choice; here they are one within the other."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord import syntax
from onrecord.extract.speech.claimed import Claimed
from onrecord.extract.speech.sourcing import Sourcing
from onrecord.lexicon.attribution import Cue, cues
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Sentence, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_MARKS = frozenset('"“”«»``\'\'')
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP", "PART", "PUNCT", "CCONJ", "PRON"})
_LONGEST, _FARTHEST = 14, 12  # tokens of who passes it on; of the speaker before his verb
_WHEN = frozenset({"on", "in", "at", "earlier", "late", "this", "last", "yesterday", "today"})
_OTHERWISE = frozenset({"contrary", "unlike", "like", "as", "than", "and", "but", "or", "that"})
_VOICED = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
_FEWEST = 4  # tokens of a quotation that says something
_BEHIND = 5  # tokens behind a verb that end a sentence: "on Monday", "in a statement"


@dataclass(frozen=True, slots=True)
class Frame:
    """Who passes on what: the cue, the tokens of who it is, and those of what is passed on."""

    cue: int
    first: int
    last: int
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class PassedOn:
    parse: Parse
    text: str

    def told(self, sourcing: Sourcing, claims: list[Claimed]) -> list[Claimed]:
        """The claims with both voices of each sentence that has two. Cost: linear in the tokens."""
        made = {c.at: c for c in claims}  # of several claims of one word the last is taken, and the others stay
        others = [c for c in claims if made[c.at] is not c]
        for sentence in self.parse.sentences:
            if not sentence.parsed or sentence.part == "byline":
                continue
            marks = [t.i for t in self.parse.tokens[sentence.first : sentence.last] if t.text in _MARKS]
            frame = self._according(sentence) or self._said_behind(sentence) or (self._said_ahead(sentence) if not marks else None)
            if frame is None or (marks and len(marks) != 2):
                continue
            verb = None if not marks and self._according_first(sourcing, sentence, frame, made) else self._said(frame) if not marks else self._said_quoted(frame, *marks)
            if verb is not None and (both := self._both(sourcing, verb, frame, made, marks)) is not None:
                made |= {c.at: c for c in both}
            elif not marks and (voiced := self._voiced(sourcing, frame, made)) is not None:
                made[voiced.at] = voiced
            made |= {c.at: self._before_tail(c, frame) for c in made.values() if frame.begin <= c.at < frame.end <= frame.cue}
        return [*others, *made.values()]

    def _both(self, sourcing: Sourcing, verb: Token, frame: Frame, made: dict[int, Claimed], marks: list[int]) -> tuple[Claimed, Claimed] | None:
        p = self.parse
        inner, outer = self._cue(verb), self._cue(p[frame.cue])
        begin = self._content(verb, frame.end) if not marks else marks[0]
        if inner is None or outer is None or begin is None or outer.stance != "asserts":
            return None
        own = [h for h in sourcing.heads(inner, verb.i) if frame.begin <= h < verb.i] or self._subject(frame, verb)
        own = [h for h in own if not marks or not marks[0] < h < marks[1]]
        if frame.cue < frame.begin and any(p[h].pos == "PRON" for h in own):
            return None  # "The brigade says that it reported them broken": its own report
        head = next((t.i for t in reversed(p.tokens[frame.first : frame.last]) if t.pos in ("NOUN", "PROPN") and not frame.first <= t.head < frame.last), None)
        who = [h for h in sourcing.heads(outer, frame.cue) if frame.first <= h < frame.last] or ([head] if head is not None else [])
        if not own or not who or any(sourcing.no_speaker(h) for h in (*own, *who)) or not all(sourcing.may_speak(h) for h in own):
            return None
        said = made.get(verb.i, Claimed(inner, verb.i, (verb.i,), (), tuple(own), f"{inner.rule}:passed on", inner.stance == "asserts", 0.5))
        by = made.get(frame.cue, Claimed(outer, frame.cue, self._words(frame), (), tuple(who), f"{outer.rule}:passing on", True, 0.5))
        if not said.sources or not by.sources:
            return None
        end = p[frame.end - 1].end
        if marks:
            end = max(end, p[marks[1]].end)
            return replace(said, content=((p[marks[0]].start, p[marks[1]].end),), sources=tuple(own), told=True), replace(by, content=((p[frame.begin].start, end),), sources=tuple(who), told=True)
        return replace(said, content=((p[begin].start, end),), sources=tuple(own), told=True), replace(by, content=((p[frame.begin].start, end),), sources=tuple(who), told=True)

    def _said_quoted(self, frame: Frame, opening: int, closing: int) -> Token | None:
        """ '"Soldiers shot nine," the mayor said, according to ...', 'The mayor replied, saying, "Soldiers shot nine," reports ...', 'The mayor said that "...", ...'."""
        p = self.parse
        if not frame.begin <= opening < closing <= frame.end + 1 or closing - opening < _FEWEST:
            return None
        behind = [t for t in p.tokens[closing + 1 : frame.end] if t.pos in ("VERB", "AUX")]
        if opening == frame.begin:
            alone = len(behind) == 1 and behind[0].tag in _FINITE and behind[0].lemma in word_set("verbs_of_saying")
            return behind[0] if alone else None
        at = next((k for k in range(opening - 1, frame.begin, -1) if p[k].text != "," and p[k].lower != "that"), frame.begin)
        verb = p[at]
        saying = verb.lemma in word_set("verbs_of_saying") and (verb.tag in _FINITE or verb.tag == "VBG")
        return verb if saying and not behind else None

    def _according_first(self, sourcing: Sourcing, sentence: Sentence, frame: Frame, made: dict[int, Claimed]) -> bool:
        """ "According to police, gunmen killed two, Reuters reported": both, and what stands between them is the word of the police."""
        p, at = self.parse, frame.begin
        if frame.begin != sentence.first or frame.cue <= frame.begin or p[at].lower != "according" or p[at + 1].lower != "to":
            return False
        comma = next((k for k in range(at + 2, min(frame.end, at + _LONGEST)) if p[k].text == ","), None)
        inner, outer = self._cue(p[at]), self._cue(p[frame.cue])
        if comma is None or comma + 2 >= frame.end or inner is None or outer is None or any(t.pos in ("VERB", "AUX") for t in p.tokens[at + 2 : comma]):
            return False
        own = [h for h in sourcing.heads(inner, at) if at < h < comma]
        who = [h for h in sourcing.heads(outer, frame.cue) if frame.first <= h < frame.last]
        if not own or not who:
            return False
        end = p[frame.end - 1].end
        made[at] = Claimed(inner, at, (at, at + 1), ((p[comma + 1].start, end),), tuple(own), f"{inner.rule}:passed on", True, 0.5)
        made[frame.cue] = Claimed(outer, frame.cue, (frame.cue,), ((p[at].start, end),), tuple(who), f"{outer.rule}:passing on", True, 0.5)
        return True

    def _voiced(self, sourcing: Sourcing, frame: Frame, made: dict[int, Claimed]) -> Claimed | None:
        """ "The mayor accused soldiers of shooting nine, El Diario reported": what the mayor alleges or asks for is his, where no clause tells it."""
        p = self.parse
        verb = next((t for t in p.tokens[frame.begin : frame.end] if t.pos in ("VERB", "AUX")), None)
        outer = made.get(frame.cue)
        if verb is None or outer is None or not outer.sources or verb.i in made or self._hanging(verb) or verb.tag not in ("VBD", "VBZ") or verb.lemma in word_set("reacting_verbs") or not any(r.type in _VOICED for r in event_lexicon().rules_for("v", verb.lemma)):
            return None
        cue = next((c for c in cues().get(("v", verb.lemma), ()) if not c.companions), None)
        own = [c.i for c in p.children(verb.i) if c.dep == "nsubj" and c.pos in ("NOUN", "PROPN") and c.i < verb.i]
        if cue is None or len(own) != 1 or not sourcing.may_speak(own[0]) or frame.end - verb.i < 3:
            return None
        return Claimed(cue, verb.i, (verb.i,), ((p[verb.i + 1].start, p[frame.end - 1].end),), (own[0],), f"{cue.rule}:passed on", True, 0.5)

    def _before_tail(self, claim: Claimed, frame: Frame) -> Claimed:
        """The claim without who passes it on: "called for protests | , according to El Diario"."""
        p = self.parse
        start, end = claim.content[-1]
        stop = p[frame.end - 1].end
        return replace(claim, content=(*claim.content[:-1], (start, stop))) if p[claim.at].end <= start < stop < end and end > p[frame.end].end else claim

    def _words(self, frame: Frame) -> tuple[int, ...]:
        return (frame.cue, frame.cue + 1) if self.parse[frame.cue].lower == "according" else (frame.cue,)

    def _cue(self, token: Token) -> Cue | None:
        if token.lower == "according":
            return cues()["p", "according"][0]
        listed = cues().get(("v", token.lemma), ())
        return next((c for c in listed if not c.companions and ("that" in c.patterns or c.stance != "asserts")), None)

    def _according(self, sentence: Sentence) -> Frame | None:
        """ "..., according to a report by El Diario." """
        p = self.parse
        end = self._end(sentence)
        at = next((t.i for t in p.tokens[sentence.first + 3 : end] if t.lower == "according" and p[t.i + 1].lower == "to" and p[t.i - 1].text == ","), None)
        if at is None or end - at > _LONGEST or any(t.tag in _FINITE or t.tag == "MD" for t in p.tokens[at + 2 : end]) or any(t.text == "," for t in p.tokens[at + 2 : end]):
            return None
        return Frame(at, at + 2, end, sentence.first, at - 1) if end > at + 2 else None

    def _said_behind(self, sentence: Sentence) -> Frame | None:
        """ "..., El Diario reported on Monday.", "..., reported El Diario." """
        p = self.parse
        end = self._end(sentence)
        comma = next((k for k in range(end - 1, sentence.first + 3, -1) if p[k].text == ","), None)
        if comma is None or end - comma > _LONGEST:
            return None
        comma += p[comma + 1].text in _MARKS  # "... nine," reports the agency
        words = p.tokens[comma + 1 : end]
        verbs = [t for t in words if t.tag in _FINITE and t.lemma in word_set("verbs_of_saying")]
        if len(verbs) != 1 or any(t.pos in ("VERB", "AUX") and t.i != verbs[0].i for t in words):
            return None
        verb = verbs[0].i
        if any(t.tag.startswith("W") or t.lower in _OTHERWISE for t in words[: verb - comma - 1]):
            return None  # "it is safe, contrary to what the operator claimed"
        if verb == comma + 1:
            last = next((t.i for t in p.tokens[verb + 1 : end] if t.lower in _WHEN), end)
            return Frame(verb, verb + 1, last, sentence.first, comma) if last > verb + 1 and all(t.pos in _NOMINAL for t in p.tokens[verb + 1 : last]) else None
        behind = p.tokens[verb + 1 : end]
        if not all(t.pos in _NOMINAL for t in p.tokens[comma + 1 : verb]) or len(behind) > _BEHIND or (behind and behind[0].lower not in _WHEN and behind[0].ent != "DATE"):
            return None
        return Frame(verb, comma + 1, verb, sentence.first, comma)

    def _said_ahead(self, sentence: Sentence) -> Frame | None:
        """ "According to El Diario, ...", "As El Diario reported, ...", "El Diario reported that ..." """
        p, first, end = self.parse, sentence.first, self._end(sentence)
        end = next((k for k in range(first, end) if p[k].text == ";"), end)
        if p[first].lower == "according" and first + 2 < end and p[first + 1].lower == "to":
            comma = next((k for k in range(first + 2, min(end, first + _LONGEST)) if p[k].text == ","), None)
            whole = comma is not None and not any(t.pos in ("VERB", "AUX") for t in p.tokens[first + 2 : comma])
            return Frame(first, first + 2, comma, comma + 1, end) if comma is not None and whole else None
        at = first + 1 if p[first].lower == "as" else first
        verb = next((t.i for t in p.tokens[at : min(end, at + _FARTHEST)] if t.pos in ("VERB", "AUX")), None)
        if verb is None or verb + 2 >= end or p[verb].tag not in _FINITE or p[verb].lemma not in word_set("verbs_of_saying") or not all(t.pos in _NOMINAL and t.text != "," for t in p.tokens[at:verb]):
            return None
        if at == first:
            return Frame(verb, at, verb, verb + 2, end) if verb > at and p[verb + 1].lower == "that" else None
        return Frame(verb, at, verb, verb + 2, end) if verb > at and p[verb + 1].text == "," else None

    def _end(self, sentence: Sentence) -> int:
        last = sentence.last
        while last > sentence.first and self.parse[last - 1].pos in ("PUNCT", "SPACE"):
            last -= 1
        return last

    def _said(self, frame: Frame) -> Token | None:
        """The first finite verb of what is passed on, where it is one of saying with a speaker before it and a clause behind it."""
        p = self.parse
        first = next((t for t in p.tokens[frame.begin : frame.end] if t.tag in _FINITE or t.tag == "MD" or t.pos in ("VERB", "AUX")), None)
        if first is None or first.tag not in _FINITE:
            return None
        verb = p[first.i + 1] if first.lemma == "have" and p[first.i + 1].tag == "VBN" else first  # "has confirmed"
        far = verb.i - frame.begin > _FARTHEST or first.i == frame.begin
        far = far or (verb.lemma not in word_set("verbs_of_saying") and not any(c.dep == "ccomp" and c.i > verb.i for c in p.children(verb.i)))  # "decided a few hours ago to"
        return None if self._cue(verb) is None or verb.dep in ("relcl", "acl") or far or self._hanging(verb) else verb

    def _hanging(self, verb: Token) -> bool:
        """ "If the board disputes it, work will stop, the guild said": nobody has said it."""
        return any(c.dep in ("mark", "advmod") and c.lower in word_set("circumstance_marks") | {"if", "unless", "when", "whether"} for c in self.parse.children(verb.i))

    def _content(self, verb: Token, end: int) -> int | None:
        """Where the clause begins that somebody is told to say: behind "that" and whom he told; it has a subject and a finite verb."""
        p = self.parse
        at = verb.i + 1
        that = next((k for k in range(at, min(at + 6, end)) if p[k].lower == "that"), None)
        if that is not None and verb.lemma not in word_set("verbs_with_hearers") and any(c.dep in ("dobj", "attr", "oprd") and c.i < that for c in p.children(verb.i)):
            return None  # "refuted the notion that"
        if that is not None:
            at = that
        elif verb.lemma in word_set("verbs_with_hearers") and at < end and (p[at].tag in ("NNS", "PRP") or p[at].pos == "PROPN"):
            at += 1
        begins = p[at + 1] if that is not None and at + 1 < end else p[at]
        words = p.tokens[begins.i : end]
        finite = next((t for t in words if t.tag in _FINITE or t.tag == "MD"), None)
        led = finite is not None and finite.i > begins.i and any(t.pos in ("NOUN", "PROPN", "PRON") for t in p.tokens[begins.i : finite.i])
        plain = begins.pos in ("NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ") or that is not None
        return at if led and plain else None

    def _subject(self, frame: Frame, verb: Token) -> list[int]:
        """The noun right before the verb, where the tree gives it another."""
        p = self.parse
        if verb.tag == "VBG" and (above := p.head(verb.i)) is not None:
            return [f.head for f in syntax.surface_subject(p, above.i)]  # "The mayor replied, saying"
        if syntax.child_of(p, verb.i, "nsubj", "nsubjpass") is not None or verb.i == frame.begin:
            return []
        before = p[verb.i - 1]
        return [before.i] if before.pos in ("NOUN", "PROPN", "PRON") else []
