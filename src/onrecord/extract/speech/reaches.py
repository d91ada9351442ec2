"""attributions, reaches: how far what somebody is told to say reaches in its sentence, where the trained choice takes too much."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, replace

from onrecord import syntax
from onrecord.extract.speech.cue_options import Option, Range
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import ActorLayer
from onrecord.model.parse import Parse, Token

_AROUND = ("around", "before", "outside", "sentence", "clause")
_DASH = re.compile(r"\s(?:-|–|—|--)\s|[—;]")
_OPENERS = frozenset({"because", "that", "which", "who", "although", "though", "while", "if", "where", "since", "as"})
_OPENING = frozenset('"“')
_CLOSING = ('"', "”")
# Conjunctions behind which another may be set against who speaks.
_AGAINST = frozenset({"while", "whereas", "although", "though", "but", "and"})
# What begins behind a speaker named in passing and goes on with the clause before him: "reported Radio Nueve, following the raid", "..., most recently in May".
_GOING_ON = frozenset({"IN", "TO", "RB", "RBS", "RBR", "VBG"})
_LONGEST_NAME = 20  # tokens of a speaker with his offices
_NAME_TAGS = ("NNP", "NNPS", "CD", "DT", "IN")


def bracket_around(parse: Parse, cue: Token) -> tuple[int, int] | None:
    """ "(former officers, according to the paper)": what a bracket says by the way, as character offsets [start, end) between its marks; None outside of one."""
    words = parse.sentence_tokens(cue.sent)
    opening = next((t for t in reversed(words) if t.i < cue.i and t.text in "()"), None)
    closing = next((t for t in words if t.i > cue.i and t.text in "()"), None)
    return (opening.end, closing.start) if opening is not None and closing is not None and (opening.text, closing.text) == ("(", ")") else None


def dating_mark(parse: Parse, after: int, last: int) -> int | None:
    """The comma that opens a dating of what stands before it, ", two days after ...", ", hours before ...", between two tokens."""
    for k in range(after + 1, last - 2):
        if parse[k].text == ",":
            words = parse.tokens[k + 1 : min(k + 6, last)]
            at = next((n for n, t in enumerate(words) if t.lower in ("after", "before")), None)
            if at and words[at - 1].lemma in word_set("units") and all(t.pos in ("NUM", "NOUN", "DET", "ADJ", "ADV", "ADP", "PRON") for t in words[:at]):
                return k
    return None


def some_of_them(parse: Parse, last: int, sent: int) -> list[int]:
    """The words behind a count that tell who some of the counted are: ", among them four children and two women"."""
    end = parse.sentences[sent].last
    if last + 2 >= end or parse[last + 1].text != "," or parse[last + 2].lower not in word_set("words_of_inclusion"):
        return []
    stop = next((t.i for t in parse.tokens[last + 2 : end] if t.pos in syntax.VERBAL or t.text in (".", ";", "!", "?")), end)
    return list(range(last + 1, stop)) if stop - last > 3 and (stop == end or parse[stop].pos not in syntax.VERBAL) else []


def counts_on(parse: Parse, prep: Token) -> bool:
    """ "put the toll at nine, with more than thirty wounded": the second figure is told with the first."""
    return prep.lower == "with" and parse[prep.i - 1].text == "," and any(parse[k].tag == "CD" for k in parse.subtree(prep.i)[:5])


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
        goes_on = last + 2 < sentence.last and p[last].text == "," and p[last + 1].tag in _GOING_ON
        if content[0][0] < token.start and (not goes_on or content[-1][1] > token.start or any(m in self.text[content[0][0] : content[-1][1]] for m in _OPENING)):
            return content, [names[-1].i]
        before: Range = (p[sentence.first].start, p[token.i - 2].end)
        # "After the arrest, reported X, the gang split": what opens the sentence hangs on what follows; else that only tells who X is.
        opened = goes_on or (p[sentence.first].tag == "IN" and last + 2 < sentence.last)
        end = sentence.last - 1 if goes_on and p[sentence.last - 1].pos == "PUNCT" else sentence.last
        after = (p[last + 1].start, p[end - 1].end) if opened else None
        return (before, *((after,) if after is not None else ())), [names[-1].i]

    def named_between(self, token: Token, content: tuple[Range, ...]) -> tuple[tuple[Range, ...], list[int]] | None:
        """ "“We hope for a strong text,” the port's envoy to the league, Ana Ruiz, told reporters": who is named between the closing mark and the verb speaks, whatever
        the parser hangs the name on."""
        p = self.parse
        start, end = content[-1]
        if token.tag not in ("VBD", "VBZ") or token.lemma not in word_set("verbs_of_saying") or end > token.start or self.text[start : start + 1] not in _OPENING:
            return None
        if any(c.dep in ("nsubj", "nsubjpass", "aux", "auxpass") for c in p.children(token.i)):
            return None
        close = max(self.text.rfind(m, start + 1, token.start) for m in _CLOSING)
        words = [t for t in p.tokens[p.sentences[token.sent].first : token.i] if t.start > close]
        names = [t for t in words if t.pos in ("NOUN", "PROPN", "PRON")]
        if close < 0 or not names or len(words) > _LONGEST_NAME or any(t.pos in syntax.VERBAL for t in words):
            return None
        inside = {t.i for t in words}
        head = next((t for t in names if t.head not in inside), None)
        return ((*content[:-1], (start, close + 1)), [head.i]) if head is not None else None

    def limited(self, token: Token, kind: str, content: tuple[Range, ...], sources: list[int]) -> tuple[Range, ...]:
        """The content as far as the cue reaches."""
        content = self.before_next_deed(token, kind, self.before_comment(token, self.before_contrast(token, kind, content)))
        content = self.with_quoted_name(token, kind, content)
        content = self.before_verdict(token, self.before_dating(token, content))
        content = self.without_dating(token, kind, content)
        content = self.before_meanwhile(token, self.before_second_line(token, kind, content))
        if not kind.startswith(_AROUND):
            return content
        content = self.behind_joint(token, content, sources)
        return self.aside(token, content) or self.figures(token, content, sources) or content

    def behind_joint(self, token: Token, content: tuple[Range, ...], sources: list[int]) -> tuple[Range, ...]:
        """ "had been jailed and, according to relatives, had been beaten": who is named behind the "and" tells what follows."""
        p = self.parse
        first = min([token.i, *(syntax.noun_phrase(p, h)[0] for h in sources if h < token.i)])
        before = p[first - 1] if first and p[first - 1].text != "," else p[first - 2] if first > 1 else p[first]
        if before.lower not in ("and", "but") or before.sent != token.sent or before.i >= first or before.i == p.sentences[token.sent].first:
            return content
        after = tuple(r for r in content if r[0] > token.start)
        return after if after and any(r[1] <= before.start for r in content) else content

    def behind_hearer(self, token: Token, content: tuple[Range, ...]) -> tuple[Range, ...]:
        """ "told Reuters the army had shelled it", "told the press that": who was told is no part of it."""
        p = self.parse
        start, end = content[0]
        if token.lemma not in word_set("verbs_with_hearers") or token.i + 1 >= len(p) or p[token.i + 1].start != start:
            return content
        if (that := self.that_behind(token.i + 1)) is not None and p[that].start < end:
            return ((p[that].start, end), *content[1:])
        k = token.i + 1
        while k < len(p) and p[k].pos == "PROPN":
            k += 1
        if k == token.i + 1 or k - token.i > 4 or k >= len(p) or p[k].tag not in ("DT", "PRP", "PRP$", "EX") or p[k].start >= end:
            return content
        return ((p[k].start, end), *content[1:])

    def said_again(self, token: Token, option: Option) -> Option:
        """ "repeated his allegation that rebels had burned it": what he alleges is said again."""
        p = self.parse
        if token.lemma not in word_set("verbs_of_repeating") or not option.kind.startswith("dobj") or token.pos not in syntax.VERBAL:
            return option
        noun = next((c for c in p.children(token.i) if c.dep == "dobj" and c.lemma in word_set("claim_nouns")), None)
        own = noun is not None and any(c.dep == "poss" and c.pos == "PRON" for c in p.children(noun.i))
        if noun is None or not own or noun.i + 2 >= len(p) or p[noun.i + 1].lower != "that" or not option.content[0][0] <= noun.start < p[noun.i + 2].start < option.content[0][1]:
            return option
        return replace(option, kind="ccomp", content=((p[noun.i + 1].start, option.content[0][1]), *option.content[1:]))

    def that_behind(self, first: int) -> int | None:
        """The "that" which opens a clause behind the noun phrase or pronoun at token `first`, before any verb."""
        p = self.parse
        for k in range(first, min(first + 8, len(p))):
            if p[k].pos in ("VERB", "AUX", "PUNCT"):
                return None
            if p[k].lower == "that" and (p[k].dep == "mark" or p[k - 1].pos == "PROPN" or p[k - 1].tag == "NNS"):
                return k if k > first else None
        return None

    def before_contrast(self, token: Token, kind: str, content: tuple[Range, ...]) -> tuple[Range, ...]:
        """ "said the town was calm even as rebels shelled it", "said nine had died, while rebels said": what the outlet or another's words hold against the words
        is no part of them."""
        p = self.parse
        start, end = content[-1]
        if start < token.start or not kind.startswith("ccomp") or any(m in self.text[start:end] for m in _OPENING):
            return content
        for k in range(token.i + 3, p.sentences[token.sent].last - 1):
            if p[k].lower == "even" and p[k + 1].lower == "as" and p[k + 1].dep == "mark" and start < p[k].start < end:
                last = p[k - 1] if p[k - 1].pos != "PUNCT" else p[k - 2]
                return (*content[:-1], (start, last.end))
            if p[k].lower in _AGAINST and p[k - 1].text == "," and start < p[k].start < end and self.another_says(p[k]):
                return (*content[:-1], (start, p[k - 2].end))
        return content

    def before_meanwhile(self, token: Token, content: tuple[Range, ...]) -> tuple[Range, ...]:
        """ "Soldiers foil coup, government says, as police fire on crowd": in a headline what goes on at the same time is told by the outlet."""
        p = self.parse
        sentence = p.sentences[token.sent]
        start, end = content[-1]
        if token.tag not in ("VBZ", "VBP") or start < token.end or p[sentence.last - 1].text in (".", "!", "?", "”", '"'):
            return content
        for k in range(token.i + 2, sentence.last - 2):
            if p[k].lower in ("as", "while") and p[k - 1].text == "," and start <= p[k].start < end and p[k + 1].pos in ("NOUN", "PROPN", "NUM", "ADJ", "VERB"):
                if p[k].start == start:
                    return content[:-1] or content
                return (*content[:-1], (start, p[k - 2].end))
        return content

    def before_second_line(self, token: Token, kind: str, content: tuple[Range, ...]) -> tuple[Range, ...]:
        """ "Orlan says nine rebels killed; Sool denies role": behind the semicolon another speaks."""
        p = self.parse
        start, end = content[-1]
        if start < token.start or any(m in self.text[start:end] for m in _OPENING):
            return content
        for k in range(token.i + 2, p.sentences[token.sent].last - 2):
            if p[k].text == ";" and start < p[k].start < end:
                verb = next((t for t in p.tokens[k + 1 : p.sentences[token.sent].last] if t.tag in ("VBZ", "VBP", "VBD") and t.pos in syntax.VERBAL), None)
                subject = syntax.child_of(p, verb.i, "nsubj") if verb is not None else None
                other = verb is not None and subject is not None and k < subject.i < verb.i and subject.pos in ("NOUN", "PROPN")
                line = p[p.sentences[token.sent].last - 1].text not in (".", "!", "?", "”", '"')
                if other and verb is not None and (line or verb.lemma in word_set("verbs_of_saying")) and p[k - 1].end > start:
                    return (*content[:-1], (start, p[k - 1].end))
        return content

    def another_says(self, mark: Token) -> bool:
        """Whether the clause behind a conjunction has a speaker and a verb of saying of its own."""
        p = self.parse
        verb = p[mark.head]
        if mark.dep == "cc":
            verb = next((c for c in p.children(verb.i) if c.dep == "conj" and c.i > mark.i), verb)
        subject = syntax.child_of(p, verb.i, "nsubj")
        told = any(c.dep == "ccomp" and c.i > verb.i for c in p.children(verb.i))
        return verb.i > mark.i and verb.lemma in word_set("verbs_of_saying") and told and subject is not None and subject.i > mark.i and subject.pos in ("NOUN", "PROPN")

    def before_comment(self, token: Token, content: tuple[Range, ...]) -> tuple[Range, ...]:
        """ "said it had lost the list, suggesting a cover-up": the comment behind the comma, up to the sentence's end, is no part of what was said."""
        p = self.parse
        start, end = content[-1]
        sentence = p.sentences[token.sent]
        if start < token.start or end > sentence.end:
            return content
        for k in range(token.i + 2, sentence.last):
            verb = p[k]
            if verb.tag == "VBG" and start < verb.start < end and verb.dep in ("advcl", "acl") and p[k - 1].text == "," and verb.lemma in word_set("commenting_verbs"):
                inside = p.subtree(k)
                said = self.text[start : verb.start]
                if sum(said.count(m) for m in '"“”') % 2:
                    continue  # the speaker's own comment
                if p[inside[-1]].end >= end - 1 and p[k - 1].start > start:
                    return (*content[:-1], (start, p[k - 2].end))
        return content

    def with_quoted_name(self, token: Token, kind: str, content: tuple[Range, ...]) -> tuple[Range, ...]:
        """ "condemned the raid on the mill, a depot, as a "wicked deed on friends"": what it is called in his words is the speaker's."""
        p = self.parse
        start, end = content[-1]
        if not kind.startswith("dobj") or start < token.start:
            return content
        for c in p.children(token.i):
            last = p[p.subtree(c.i)[-1]].end
            close = max(self.text.rfind(m, c.start, last) for m in _CLOSING)
            if c.lower == "as" and c.dep == "prep" and c.start >= end and not self.text[end : c.start].strip(" ,\n") and any(m in self.text[c.start : close] for m in _OPENING):
                return (*content, (c.start, close + 1))
        return content

    def before_verdict(self, token: Token, content: tuple[Range, ...]) -> tuple[Range, ...]:
        """ "hinted that the port should spray again, a plan that arguably failed", "ruled it void, a seeming attempt to": who weighs it behind the comma is the outlet."""
        p = self.parse
        sentence = p.sentences[token.sent]
        start, end = content[-1]
        if start < token.start or end > sentence.end or any(m in self.text[start:end] for m in _OPENING):
            return content
        for k in range(token.i + 2, sentence.last):
            if p[k].dep not in ("appos", "npadvmod") or p[k].pos != "NOUN" or not start <= p[k].start < end:
                continue
            inside = p.subtree(k)
            weighed = any(p[j].lower in word_set("weighing_words") and (p[j].head == k or p[p[j].head].head == k) for j in inside)
            if not weighed or p[inside[0] - 1].text not in (",", "—", "–", "--") or p[inside[-1]].end < end - 1:
                continue
            if p[inside[0]].start > start:
                return (*content[:-1], (start, p[inside[0] - 2].end))
            return content[:-1] or content
        return content

    def before_dating(self, token: Token, content: tuple[Range, ...]) -> tuple[Range, ...]:
        """ "denied that it had crossed, two days after officials described a raid": the outlet's own dating behind the comma is no part of what is denied."""
        p = self.parse
        start, end = content[-1]
        sentence = p.sentences[token.sent]
        if token.lemma not in word_set("denying_verbs") or start < token.start or end > sentence.end:
            return content
        mark = dating_mark(p, token.i, sentence.last)
        if mark is None or not start < p[mark].start < end or sum(self.text[start : p[mark].start].count(m) for m in '"“”') % 2:
            return content
        return (*content[:-1], (start, p[mark - 1].end)) if p[mark - 1].end > start else content

    def without_dating(self, token: Token, kind: str, content: tuple[Range, ...]) -> tuple[Range, ...]:
        """ "Rebels took the town, residents said, a day after envoys failed to agree": what stands behind a speaker named in passing as an afterthought of time is the
        outlet's own."""
        p = self.parse
        sentence = p.sentences[token.sent]
        start, end = content[-1]
        if not kind.startswith(_AROUND) or token.lemma not in word_set("verbs_of_saying") or content[0][0] > token.start or start < token.end or any(m in self.text[start:end] for m in _OPENING):
            return content
        mark = dating_mark(p, token.i, sentence.last)
        if mark is None or p[mark].end > start or self.text[p[mark].end : start].strip():
            return content
        return content[:-1] or content

    def before_next_deed(self, token: Token, kind: str, content: tuple[Range, ...]) -> tuple[Range, ...]:
        """ "denies sinking the ferry and has not answered letters", "thanked the cooks and praised the crew": what the speaker does next is no part of what the first
        verb tells. Only where that is a thing, an infinitive or a gerund, which no finite verb goes on with."""
        p = self.parse
        start, end = content[-1]
        if start < token.start or not kind.startswith(("dobj", "xcomp", "prep")) or any(m in self.text[start:end] for m in _OPENING):
            return content
        for verb in p.children(token.i):
            owned = any(c.dep in ("nsubj", "nsubjpass", "expl") for c in p.children(verb.i))  # "announced a strike and police arrested its leader"
            if verb.dep != "conj" or verb.pos not in syntax.VERBAL or not start < verb.start < end or (owned and not kind.startswith("dobj")):
                continue
            finite = verb.tag in ("VBD", "VBZ", "VBP") or any(c.dep in ("aux", "auxpass") and c.tag in ("VBD", "VBZ", "VBP", "MD") for c in p.children(verb.i))
            joint = next((c for c in reversed(p.children(token.i)) if c.dep == "cc" and start < c.start < verb.start), None)
            if finite and joint is not None:
                last = p[joint.i - 1] if p[joint.i - 1].pos != "PUNCT" else p[joint.i - 2]
                return (*content[:-1], (start, last.end)) if last.end > start else content
        return content

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
