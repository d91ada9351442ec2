"""attributions, forms of saying that the trained choice seldom knows: "As the clerk says, ...", "in the words of", "said by text message that", "an accusation by X that",
"allegedly", a quotation that its own teller interrupts, "said that villagers had told it rebels ...".
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord import syntax
from onrecord.extract.phrases.supposed import conditional
from onrecord.extract.speech.claimed import Claimed
from onrecord.extract.speech.cue_options import Range
from onrecord.extract.speech.sourcing import Sourcing, body_before
from onrecord.lexicon.attribution import Cue, cues, source_kinds
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token
from onrecord.quotes import Quotation

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_PAUSES = frozenset({",", "—", "–", "--"})
_OPENING = frozenset('"“')
_CLOSING = frozenset({'"', "”", "''"})
_LATER = frozenset({"before", "after", "when", "until", "as", "while", "since"})
_LONGEST_NAME = 22  # tokens of a speaker with his offices and whom he tells


@dataclass(frozen=True, slots=True)
class SaidForms:
    parse: Parse
    text: str
    quoted: tuple[Quotation, ...]
    sourcing: Sourcing

    def added(self, claims: list[Claimed]) -> list[Claimed]:
        """The claims with those of these forms. One that only names what is told here, at the same word or at a noun before its "that", gives way."""
        taken = {t for c in claims if c.told for t in c.cue_tokens}
        found = [*self.interrupted(claims), *self.as_said({t for c in claims if c.told and not c.rule.endswith(":outside:advcl") for t in c.cue_tokens}), *self.in_words_of(), *self.by_medium(claims), *self.by_claimant(taken), *self.hearsay(taken), *self.told_them(taken), *self.denied_doing(taken), *self.headline(taken)]
        new = {c.at for c in found}
        starts = {c.content[0][0] for c in found} | {self.parse[t].start for c in found for t in c.cue_tokens if self.parse[t].pos == "NOUN"}
        return [c for c in claims if c.at not in new and (c.told or c.content[0][0] not in starts)] + found

    # "As the clerk says, ..." -------------------------------------------------------------------------------------------------

    def as_said(self, taken: set[int]) -> Iterator[Claimed]:
        """ "As the clerk says, the bridge was never safe": the sentence beside the clause is what he says."""
        p = self.parse
        for token in p.tokens:
            if token.dep not in ("advcl", "parataxis") or token.tag not in _FINITE or token.i in taken or token.lemma not in word_set("verbs_as_somebody_says"):
                continue
            if token.tag == "VBD" and token.lemma not in word_set("verbs_as_somebody_said"):
                continue  # "As the clerk argued, guards fired": while he did
            below = p.children(token.i)
            mark = next((c for c in below if c.lower == "as" and c.i < token.i), None)
            subject = next((c for c in below if c.dep == "nsubj" and c.i < token.i), None)
            if mark is None or subject is None or not mark.i < subject.i or any(c.dep in ("neg", "ccomp", "auxpass", "xcomp") for c in below):
                continue
            things = [c for c in below if c.dep in ("dobj", "dative") and c.i > token.i]
            if (token.lemma == "put") != any(c.lower == "it" for c in things) or (things and token.lemma not in ("put", "tell")):
                continue
            content = self.beside(mark.i, max(p.subtree(token.i)), token.sent)
            if content and self.sourcing.may_speak(subject.i):
                yield self.made("say", token.i, (mark.i, token.i), content, [subject.i], "as-said")

    def beside(self, first: int, last: int, sent: int) -> tuple[Range, ...]:
        """The rest of the sentence around tokens [first, last], which commas must set off."""
        p = self.parse
        sentence = p.sentences[sent]
        end = sentence.last - 1
        while end > sentence.first and p[end].pos in ("PUNCT", "SPACE") and p[end].text not in _CLOSING:
            end -= 1
        while last > first and p[last].pos in ("PUNCT", "SPACE"):
            last -= 1
        before, after = first > sentence.first + 1, last < end
        if (before and p[first - 1].text not in _PAUSES and p[first - 2].text not in _PAUSES) or (after and p[last + 1].text not in _PAUSES):
            return ()
        start = sentence.first + (p[sentence.first].text in _OPENING and not before)
        pieces = []
        if before:
            stop = first - 1
            while stop > start and p[stop].text in (*_PAUSES, "SPACE"):
                stop -= 1
            pieces.append((p[start].start, p[stop].end))
        if after and last + 2 <= end:
            pieces.append((p[last + 2].start, p[end].end))
        return tuple(pieces) if any(t.pos in syntax.VERBAL for t in p.tokens[sentence.first : sentence.last] if not first <= t.i <= last) else ()

    # "in the words of" --------------------------------------------------------------------------------------------------------

    def in_words_of(self) -> Iterator[Claimed]:
        """ "It was, in the words of one deputy, "a disgrace"", "in the mayor's words", "by his own account": the clause around it."""
        p = self.parse
        for token in p.tokens:
            prep = p.head(token.i) if token.dep == "pobj" else None
            if token.lemma not in word_set("nouns_of_one_s_words") or prep is None or prep.lower not in ("in", "by", "on"):
                continue
            if (prep.lower == "in") != (token.lemma not in ("account", "reckoning", "admission", "telling")) and token.lemma != "telling":
                continue
            owners = syntax.prep_objects(p, token.i, "of") or [c.i for c in p.children(token.i) if c.dep == "poss"]
            if not owners or (not any(c.dep == "det" and c.lower == "the" for c in p.children(token.i)) and not any(c.dep == "poss" for c in p.children(token.i))):
                continue
            known = all(self.sourcing.may_speak(h) and (p[h].tag != "PRP$" or h in self.sourcing.actors.by_head) for h in owners)
            if any(c.dep == "relcl" for c in p.children(token.i)) or not known or (prep.i > p.sentences[token.sent].first and p[prep.i - 1].text not in _PAUSES):
                continue
            last = max(max(p.subtree(h)) for h in owners)
            last = max(last, token.i)
            stop = next((k for k in range(token.i + 1, last + 1) if p[k].text in _OPENING or p[k].tag in _FINITE), None)
            if stop is not None:
                last = next((k for k in range(stop - 1, token.i, -1) if p[k].text not in (*_PAUSES, *_OPENING)), token.i)
            content = self.beside(prep.i, last, token.sent)
            if content:
                named = cues()["n", "word"][0]
                yield Claimed(named, token.i, tuple(range(prep.i, token.i + 1)), self.whole(content, token.i), tuple(owners), f"{named.rule}:words-of", True, 0.6)

    # "said by text message that" ----------------------------------------------------------------------------------------------

    def by_medium(self, claims: list[Claimed]) -> Iterator[Claimed]:
        """ "said by text message that his men held the town", "said in a letter that": the "that" belongs to the verb, wherever the parser hangs it."""
        p = self.parse
        told = {c.at: c for c in claims}
        for token in p.tokens:
            if token.dep != "pobj" or token.lemma.lower() not in word_set("media_of_saying") or token.i + 2 >= len(p) or p[token.i + 1].lower != "that":
                continue
            prep = p.head(token.i)
            verb = p.head(prep.i) if prep is not None else None
            if verb is None or verb.pos not in syntax.VERBAL or verb.lemma not in word_set("verbs_of_saying") or (verb.i in told and told[verb.i].content[0][0] == p[token.i + 1].start):
                continue
            clause = next((c for c in p.children(token.i) if c.i > token.i and c.dep in ("acl", "relcl") and self.own_subject(c, token.i + 1)), None)
            if clause is None or (syntax.is_passive(p, verb.i) and verb.tag != "VBD") or any(c.dep == "ccomp" for c in p.children(verb.i)) or conditional(p, verb):
                continue
            heads = [f.head for f in syntax.surface_subject(p, verb.i) if self.sourcing.may_speak(f.head)]
            if heads:
                yield self.made(verb.lemma, verb.i, (verb.i,), ((p[token.i + 1].start, self.last_word(p.subtree(clause.i)).end),), heads, "medium")

    def own_subject(self, verb: Token, that: int) -> bool:
        """Whether the clause behind "that" has a subject besides it: "that his men held the town", not "that had come by post"."""
        return any(c.dep in _SUBJECTS and c.i > that for c in self.parse.children(verb.i))

    # "an accusation by X that" ------------------------------------------------------------------------------------------------

    def by_claimant(self, taken: set[int]) -> Iterator[Claimed]:
        """ "follows claims by elders that guards took money", "An accusation by the clerk, Ana Orrel, that crates were stolen has": whose claim it is and what it tells."""
        p = self.parse
        for token in p.tokens:
            if token.pos != "NOUN" or token.lemma not in word_set("claims_by_somebody") or token.i in taken or ("n", token.lemma) not in cues():
                continue
            by = next((c for c in p.children(token.i) if c.lower == "by" and c.i == token.i + 1), None)
            owner = next((c for c in p.children(by.i) if c.dep == "pobj"), None) if by is not None else None
            if owner is None or not (self.sourcing.may_speak(owner.i) or self.sourcing.has_name(owner.i)):
                continue
            that = self.that_behind(owner.i, token.sent)
            if that is None:
                continue
            last = self.clause_end(that, token)
            if last is not None:
                yield Claimed(cues()["n", token.lemma][0], token.i, (token.i,), ((p[that].start, p[last].end),), tuple(syntax.conjuncts(p, owner.i)), f"{cues()['n', token.lemma][0].rule}:claimant", True, 0.6)

    def that_behind(self, owner: int, sent: int) -> int | None:
        """The "that" right behind the owner, or behind his name between commas."""
        p = self.parse
        end = p.sentences[sent].last
        at = owner + 1
        if at < end and p[at].text == ",":
            at = next((k for k in range(at + 1, min(at + 8, end)) if p[k].text == ","), end) + 1
        if at + 2 >= end or p[at].lower != "that" or any(t.pos in syntax.VERBAL for t in p.tokens[owner + 1 : at]):
            return None
        # A subject must follow before the verb: "by a clerk that was seen" tells who he is.
        verb = next((k for k in range(at + 1, end) if p[k].tag in (*_FINITE, "MD")), None)
        return at if verb is not None and any(t.pos in ("NOUN", "PROPN", "PRON") for t in p.tokens[at + 1 : verb]) else None

    def clause_end(self, that: int, noun: Token) -> int | None:
        """The last word of the clause behind `that`: before the verb of which the noun is the subject, else to the end of the sentence or of what the tree gives it."""
        p = self.parse
        sentence = p.sentences[noun.sent]
        verb = next(k for k in range(that + 1, sentence.last) if p[k].tag in (*_FINITE, "MD"))
        main = None
        if noun.dep in _SUBJECTS:
            inner = ("relcl", "advcl", "ccomp", "acl", "pcomp", "conj")
            for k in range(verb + 1, sentence.last):
                at = p[p[k].head] if p[k].dep in ("aux", "auxpass") else p[k]
                if p[k].tag in (*_FINITE, "MD") and at.i > verb and (at.i == noun.head or at.dep not in inner) and not any(verb < c.i < k and c.dep in _SUBJECTS for c in p.children(at.i)):
                    if p[verb].dep in ("aux", "auxpass") and p[verb].head == at.i:
                        continue
                    main = k
                    break
            if main is None:
                return None
        stop = main if main is not None else sentence.last
        last = stop - 1
        while last > that and p[last].pos in ("PUNCT", "SPACE", "ADV") and p[last].text not in _CLOSING:
            last -= 1
        return last if last > verb else None

    # "allegedly" --------------------------------------------------------------------------------------------------------------

    def hearsay(self, taken: set[int]) -> Iterator[Claimed]:
        """ "The driver allegedly threw a brick": said by somebody whom the text does not tell. What follows when he did is not part of it."""
        p = self.parse
        for token in p.tokens:
            if token.pos != "ADV" or token.i in taken or token.dep != "advmod" or not any("none" in c.source for c in cues().get(("adv", token.lower), ())):
                continue
            verb = p[token.head]
            if verb.pos not in syntax.VERBAL or verb.dep in ("amod", "pcomp") or (verb.tag in ("VBG", "VBN") and not syntax.auxiliaries(p, verb.i)):
                continue
            words = set(p.subtree(verb.i)) - {token.i}
            for c in p.children(verb.i):
                if (c.dep == "advcl" and c.i > verb.i and any(g.lower in _LATER for g in p.children(c.i))) or c.dep in ("mark", "parataxis") or c.lower == "according" or (c.dep == "conj" and self.own_subject(c, verb.i)):
                    words -= set(p.subtree(c.i))
            if verb.dep == "relcl" and (who := next((c for c in p.children(verb.i) if c.tag in ("WP", "WDT") and c.dep in _SUBJECTS), None)) is not None:
                # "two men who allegedly burned the mill"
                words = (words - {who.i}) | set(range(*syntax.core_phrase(p, verb.head)))
            pieces = self.runs(sorted(words))
            if pieces:
                cue = cues()["adv", token.lower][0]
                yield Claimed(cue, token.i, (token.i,), pieces, (), f"{cue.rule}:hearsay", True, 0.5)

    # Quotations that their teller interrupts ----------------------------------------------------------------------------------

    def interrupted(self, claims: list[Claimed]) -> Iterator[Claimed]:
        """ `"The bridge," Ana Orrel, a baker, told this reporter, "has been shut since Monday."`: who is named between the halves says both."""
        p = self.parse
        for one, other in zip(self.quoted, self.quoted[1:], strict=False):
            first = bisect.bisect_left(p.tokens, one.end, key=lambda t: t.start)
            between = [t for t in p.tokens[first : first + _LONGEST_NAME + 1] if t.end <= other.start]
            if one.open_ended or not 2 <= len(between) <= _LONGEST_NAME or self.text[one.end - 2] != "," or between[-1].text != "," or len({t.sent for t in between}) > 1:
                continue
            verbs = [t for t in between if t.pos in syntax.VERBAL]
            if len(verbs) != 1 or verbs[0].tag not in _FINITE or not any("quote" in c.patterns and not c.companions for c in cues().get(("v", verbs[0].lemma), ())):
                continue
            verb = verbs[0]
            inside = {t.i for t in between if t.i < verb.i} or {t.i for t in between if t.i > verb.i}
            names = [p[k] for k in sorted(inside) if p[k].pos in ("NOUN", "PROPN", "PRON")]
            head = next((t for t in names if t.head not in inside), None)
            own = next((c for c in claims if c.at == verb.i), None)
            right = own is not None and own.told and set(own.sources) & inside and any(a <= one.start < b for a, b in own.content) and any(a <= other.start < b for a, b in own.content)
            if head is not None and not right:
                yield self.made(verb.lemma, verb.i, (verb.i,), ((one.start, one.end), (other.start, other.end)), [head.i], "interrupted")

    # "had told its monitors the soldiers burned it" ---------------------------------------------------------------------------

    def told_them(self, taken: set[int]) -> Iterator[Claimed]:
        """ "While the mayor told deputies that guards had fired only in the air", "said villagers had told its monitors the soldiers burned two mills": whoever is told
        a clause with a subject of its own."""
        p = self.parse
        for token in p.tokens:
            if token.lemma not in word_set("verbs_with_hearers") or token.tag not in ("VBD", "VBZ", "VBP", "VBN") or token.i in taken or syntax.is_passive(p, token.i):
                continue
            below = p.children(token.i)
            hearer = next((c for c in below if c.dep in ("dobj", "dative") and c.i > token.i), None)
            subject = next((c for c in below if c.dep == "nsubj" and c.i < token.i and c.pos in ("NOUN", "PROPN")), None)
            if hearer is None or subject is None or any(c.dep == "neg" or c.tag in ("MD", "TO") for c in below) or conditional(p, token) or not self.sourcing.may_speak(subject.i):
                continue
            clause = next((c for c in (*below, *p.children(hearer.i)) if c.i > hearer.i and c.dep in ("ccomp", "acl", "relcl") and c.pos in syntax.VERBAL), None)
            # "told a clerk that he trusted": whom he trusted; "told deputies that guards fired" has a "that" which is nothing in its clause.
            if clause is None or not self.own_subject(clause, hearer.i + 1) or (clause.dep != "ccomp" and not (p[hearer.i + 1].lower == "that" and p[hearer.i + 1].dep == "mark")):
                continue
            words = [k for k in p.subtree(clause.i) if k > hearer.i]
            if clause.tag in (*_FINITE,) or syntax.auxiliaries(p, clause.i):
                yield self.made(token.lemma, token.i, (*(a.i for a in syntax.auxiliaries(p, token.i)), token.i), ((p[words[0]].start, self.last_word(words).end),), [subject.i], "hearer")

    # "denied sending troops to fight" -----------------------------------------------------------------------------------------

    def denied_doing(self, taken: set[int]) -> Iterator[Claimed]:
        """ "has repeatedly denied sending troops to fight beside the rebels": the doing with all that belongs to it."""
        p = self.parse
        for token in p.tokens:
            if token.lemma not in ("deny", "dispute", "admit") or token.tag not in (*_FINITE, "VBN") or token.i in taken or syntax.is_passive(p, token.i) or ("v", token.lemma) not in cues():
                continue
            below = p.children(token.i)
            owned = [g for c in below if token.lemma == "admit" and c.dep == "prep" and c.lower == "to" for g in p.children(c.i)]  # "admitted to holding"
            doing = next((c for c in (*below, *owned) if c.dep in ("xcomp", "ccomp", "dobj", "pcomp") and c.tag == "VBG" and 0 < c.i - token.i <= 3), None)
            heads = [f.head for f in syntax.surface_subject(p, token.i) if self.sourcing.may_speak(f.head)]
            if doing is None or not heads or any(c.dep == "neg" or c.tag in ("MD", "TO") for c in below) or conditional(p, token):
                continue
            words = [k for c in (*below, *owned) if c is doing or (c.dep == "advcl" and c.i > doing.i and c.tag == "VB") for k in p.subtree(c.i) if k > token.i]
            if words and min(words) - token.i <= 3:
                cue = cues()["v", token.lemma][0]
                yield Claimed(cue, token.i, (*(a.i for a in syntax.auxiliaries(p, token.i)), token.i), ((p[min(words)].start, self.last_word(sorted(words)).end),), tuple(heads), f"{cue.rule}:doing", True, 0.6)

    # "Four dead in mill blast – hospital" ---------------------------------------------------------------------------------------

    def headline(self, taken: set[int]) -> Iterator[Claimed]:
        """ "Four dead in mill blast – hospital", "Four dead in mill blast: police": who ends a headline behind its last mark says the rest. A paper or a broadcaster
        there only signs it."""
        p = self.parse
        for sentence in p.sentences:
            if sentence.part != "title":
                continue
            mark = next((t for t in reversed(p.tokens[sentence.first : sentence.last]) if t.text in (":", "–", "—", "-", "--")), None)
            if mark is None or mark.i in taken or mark.i - sentence.first < 3 or self.text[mark.end : mark.end + 1] != " " or (mark.text != ":" and self.text[mark.start - 1] != " "):
                continue
            tail = [t for t in p.tokens[mark.i + 1 : sentence.last] if t.pos != "SPACE"]
            if not 1 <= len(tail) <= 4 or any(t.pos in syntax.VERBAL or not t.text[:1].isalpha() or (t.pos == "ADP" and t.lower not in ("of", "for")) for t in tail) or not self.speaks_in_headline(tail):
                continue
            start, end = sentence.start, len(self.text[: mark.start].rstrip())
            said = any(t.lemma in word_set("verbs_of_saying") and t.pos in syntax.VERBAL for t in p.tokens[sentence.first : mark.i])
            if not said and not any(start < p[c].start < end for c in taken):
                cue = Cue("–", (), "label", frozenset({"par"}), "asserts", "certain", ("label",), "cue:–/label")
                yield Claimed(cue, mark.i, (mark.i,), ((start, end),), (tail[-1].i,), f"{cue.rule}:headline", True, 0.6)

    def speaks_in_headline(self, tail: list[Token]) -> bool:
        """Whether the words are a noun for people or a body, or a known body's name: no paper, state or town."""
        last = tail[-1]
        told = source_kinds().get(" ".join(t.lower for t in tail)) or source_kinds().get(last.lemma.lower()) or source_kinds().get(last.lower)
        mention = self.sourcing.actors.by_head.get(last.i)
        if told is not None:
            return told in ("group", "anonymous", "organisation", "person")
        entity = self.sourcing.actors.by_id[mention.entity] if mention is not None else None
        return entity is not None and entity.kind in ("organisation", "institution", "armed_group") and bool(entity.sectors) and "JRN" not in entity.sectors

    # Helpers ------------------------------------------------------------------------------------------------------------------

    def made(self, lemma: str, at: int, words: tuple[int, ...], content: tuple[Range, ...], heads: list[int], rule: str) -> Claimed:
        listed = [c for c in cues().get(("v", lemma), ()) if not c.companions and not c.patterns.isdisjoint(("that", "quote"))] or [cues()["v", "say"][0]]
        cue: Cue = listed[0]
        sources = tuple(h for first in heads for h in syntax.conjuncts(self.parse, first))
        return Claimed(cue, at, words, self.whole(content, at), tuple(dict.fromkeys(sources)), f"{cue.rule}:{rule}", True, 0.6)

    def whole(self, content: tuple[Range, ...], at: int) -> tuple[Range, ...]:
        """The ranges with the marks of the quotations that they touch, unless the word at `at` stands in them too."""
        made = []
        for start, end in content:
            for q in self.quoted:
                if q.start < end and start < q.end and not q.start <= self.parse[at].start < q.end:
                    start, end = min(start, q.start), max(end, q.end)
            made.append((start, end))
        return tuple(made)

    def last_word(self, words: tuple[int, ...] | list[int]) -> Token:
        return next((self.parse[k] for k in reversed(words) if self.parse[k].pos not in ("PUNCT", "SPACE")), self.parse[words[-1]])

    def runs(self, words: list[int]) -> tuple[Range, ...]:
        """The words as ranges, without punctuation at their ends."""
        p = self.parse
        found: list[list[int]] = []
        for k in words:
            if found and k == found[-1][-1] + 1:
                found[-1].append(k)
            else:
                found.append([k])
        trimmed = []
        for run in found:
            while run and p[run[-1]].pos in ("PUNCT", "SPACE", "CCONJ"):
                run.pop()
            while run and p[run[0]].pos in ("PUNCT", "SPACE", "CCONJ"):
                run.pop(0)
            if run:
                trimmed.append((p[run[0]].start, p[run[-1]].end))
        return tuple(trimmed)


def parted(parse: Parse, claim: Claimed) -> Claimed:
    """The claim with "police" as a source of its own in "Police and relief workers said"."""
    made: list[int] = []
    for head in claim.sources:
        body = body_before(parse, head)
        made += [body, head] if body is not None else [head]
    return replace(claim, sources=tuple(made)) if len(made) > len(claim.sources) else claim
