"""attributions, features: what the learned model sees of a cue word and of one stretch that may be its content. Training and coding share this."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from onrecord import syntax
from onrecord.extract.speech.cue_options import Option
from onrecord.lexicon.attribution import cues, source_kinds
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import ActorLayer
from onrecord.model.parse import Parse, Token
from onrecord.quotes import Quotation

_SPEECH = word_set("speech_pronouns")
_MARKERS = frozenset({"mark", "aux", "advmod", "nsubj", "dobj", "attr"})
_WH = word_set("question_words")
_SPELLINGS = (("ise", "ize"), ("yse", "yze"))
_TELLING = frozenset({"that", "quote", "par"})
_PLAIN = {"asserts": "VERB:note", "denies": "VERB:deny", "doubts": "VERB:doubt"}
_MARKS = "\"“”«»‘’'"


def word(token: Token) -> str:
    """The lemma; names and numbers are all one, so that the weights name nobody."""
    return token.lemma.lower() if token.pos not in ("PROPN", "NUM", "X") and not token.ent and token.text.islower() else token.pos


@lru_cache(maxsize=4096)
def weighed_as(pos: str, lemma: str, lemmas: frozenset[str]) -> str:
    """The "POS:lemma" by which a word is weighed: its own where the weights know it; for a listed verb of telling that they never met, the same word in the other spelling
    ("emphasise"), else a plain verb of its stance."""
    own = f"{pos}:{lemma}"
    if not lemmas or own in lemmas or pos != "VERB":
        return own
    for end, other in _SPELLINGS:
        if lemma.endswith(end) and (known := f"VERB:{lemma.removesuffix(end)}{other}") in lemmas:
            return known
    listed = next((c for c in cues().get(("v", lemma), ()) if not c.companions and not c.patterns.isdisjoint(_TELLING)), None)
    return _PLAIN.get(listed.stance, own) if listed is not None else own


@dataclass(frozen=True, slots=True)
class Seer:
    """Features of one report's options. All are names; a feature is there or not. `lemmas` are the words that the weights know; where none are given, every word is
    weighed as itself."""

    parse: Parse
    text: str
    actors: ActorLayer
    quoted: tuple[Quotation, ...]
    lemmas: frozenset[str] = frozenset()

    def cue(self, token: Token) -> list[str]:
        """What holds of the cue word itself, whatever it may report."""
        p = self.parse
        lemma = weighed_as(token.pos, token.lemma.lower(), self.lemmas)
        children = p.children(token.i)
        subject = self._subject(token)
        inside = any(q.start <= token.start < q.end for q in self.quoted)
        aux = {c.lower for c in children if c.dep in ("aux", "auxpass")}
        particle = next((c.lower for c in children if c.dep == "prt"), "")
        voice = "passive" if token.pos in syntax.VERBAL and syntax.is_passive(p, token.i) else "active"
        above = p.head(token.i)
        sentence = p.sentences[token.sent]
        found = [
            f"l={lemma}", f"l+p={lemma}+{particle}", f"tag={token.tag}", f"dep={token.dep}", f"subj={subject}", f"l+subj={lemma}+{subject}",
            f"in={inside}", f"l+in={lemma}+{inside}", f"voice={voice}", f"l+voice={lemma}+{voice}", f"part={sentence.part}",
            f"tag+dep={token.tag}+{token.dep}", f"in+subj={inside}+{subject}", f"l+tag={lemma}+{token.tag}",
        ]  # fmt: skip
        if above is not None:
            over = word(above)
            found += [f"up={above.pos[0]}:{over}", f"up+dep={above.pos[0]}+{token.dep}", f"l+up={lemma}+{over}"]
        found += [f"aux={a}" for a in aux]
        if any(c.dep == "neg" for c in children):
            found.append("neg")
        if any(a in ("would", "could", "may", "might", "will", "should", "can", "must", "'ll") for a in aux):
            found.append(f"modal+{subject}")
        if aux & {"to"}:
            found.append(f"inf+{lemma}")
        return found

    def option(self, option: Option) -> list[str]:
        """What holds of the cue with this content."""
        p = self.parse
        token = p[option.cue]
        lemma = weighed_as(token.pos, token.lemma.lower(), self.lemmas)
        kind = option.kind
        base = kind.rstrip("&")
        start, end = option.content[0][0], option.content[-1][1]
        words = sum(self.text.count(" ", a, b) + 1 for a, b in option.content)
        size = "1" if words < 2 else "2" if words < 3 else "4" if words < 5 else "8" if words < 9 else "16" if words < 17 else "32" if words < 33 else "64"
        marks = self._marks(option)
        order = "before" if end <= token.start else "after" if start >= token.end else "both"
        after = self.text[token.end : token.end + 1]
        follows = self.text[end : end + 2].strip()[:1]
        mark, head = self._mark(option)
        found = [
            f"k={kind}", f"k+l={kind}+{lemma}", f"m={mark}", f"m+l={mark}+{lemma}", f"m+k={mark}+{base}", f"q={marks}", f"q+l={marks}+{lemma}", f"q+k={marks}+{kind}",
            f"size={size}", f"size+k={size}+{base}", f"order={order}", f"order+k={order}+{base}", f"order+l={order}+{lemma}", f"after={after}+{base}",
            f"n={len(option.content)}+{base}", f"h={head}", f"h+l={head}+{lemma}", f"end={follows if not follows.isalnum() else 'w'}+{kind}",
            f"dep+k={token.dep}+{base}", f"tag+k={token.tag}+{base}", f"subj+k={self._subject(token)}+{base}",
        ]  # fmt: skip
        if option.anchor >= 0:
            anchor = p[option.anchor]
            found += [f"apos={anchor.pos}+{base}", f"atag={anchor.tag}", f"al={word(anchor)}", f"apos+l={anchor.pos}+{lemma}"]
            if option.anchor in self.actors.by_head:
                found += [f"actor+{base}", f"actor+{lemma}"]
        first = self.text[start:end].split(" ", 1)[0]
        found.append(f"first={first if first.isalpha() and first.islower() and len(first) < 6 else 'other'}+{base}")
        return found

    def _subject(self, token: Token) -> str:
        """The sort of who would say it."""
        p = self.parse
        if token.pos not in syntax.VERBAL:
            owner = syntax.child_of(p, token.i, "poss")
            return "poss" if owner is not None else "by" if syntax.prep_objects(p, token.i, "by") else "det" if syntax.child_of(p, token.i, "det") else "bare"
        own = syntax.child_of(p, token.i, "nsubj", "nsubjpass")
        if own is None:
            heads = [f.head for f in syntax.surface_subject(p, token.i)]
            return "understood:" + self._sort(p[heads[0]]) if heads else "none"
        return self._sort(own)

    def _sort(self, token: Token) -> str:
        if token.pos == "PRON" or token.tag in syntax.RELATIVE_TAGS:
            word = token.lower
            return "speaker" if word in _SPEECH else word if word in ("he", "she", "they", "it", "who", "that", "which", "there", "this", "one") else "pron"
        if token.ent:
            return f"ent:{token.ent}"
        kind = source_kinds().get(token.lemma.lower())
        return f"kind:{kind}" if kind else "actor" if token.i in self.actors.by_head else token.pos

    def _marks(self, option: Option) -> str:
        whole = all(self.text[a] in _MARKS and self.text[b - 1] in _MARKS for a, b in option.content)
        if whole:
            return "whole"
        start, end = option.content[0][0], option.content[-1][1]
        touching = [q for q in self.quoted if q.start < end and start < q.end]
        if touching:
            inside = any(q.start <= start and end <= q.end for q in touching)
            return "within" if inside else "opens" if self.text[start] in _MARKS else "some"
        return "none"

    def _mark(self, option: Option) -> tuple[str, str]:
        """The word that opens the content's clause ("that", "to", a question word), and the sort of its head."""
        if option.anchor < 0:
            return "quote", "quote"
        p = self.parse
        anchor = p[option.anchor]
        inner = p.children(option.anchor)
        words = {c.lower for c in inner if c.dep in _MARKERS and c.i <= option.anchor}
        mark = "that" if "that" in words else "to" if "to" in words else "wh" if words & _WH else "subj" if any(c.dep in ("nsubj", "nsubjpass") for c in inner) else "none"
        return mark, f"{anchor.pos}:{anchor.tag}"
