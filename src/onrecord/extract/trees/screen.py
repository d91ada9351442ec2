"""The gate: which sentences deserve a parse. Most news is no political event, and not parsing it is where the speed is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.extract.phrases.spelledout import spelled_out
from onrecord.lexicon.attribution import cue_lemmas
from onrecord.lexicon.authority import authority_rules
from onrecord.lexicon.disputes import dispute_lemmas
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.forms import surface_forms
from onrecord.lexicon.questions import question_rules
from onrecord.lexicon.status import status_lexicon
from onrecord.lexicon.tables import word_set

_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_QUOTES = re.compile(r"[\"“”«»]|(?<!\w)['‘]\w")


@dataclass(frozen=True, slots=True)
class Screen:
    """Word forms of trigger lemmas; lemmas whose every rule needs companions; word forms of reporting cues."""

    lemmas: dict[str, frozenset[str]]
    companions: dict[str, tuple[frozenset[str], ...]]
    cues: frozenset[str]
    nouns: frozenset[str]

    def has_trigger(self, words: frozenset[str]) -> bool:
        """Whether some rule's words could all stand in a sentence of these lower-case word forms."""
        found: set[str] = set()
        for word in words:
            found |= self.lemmas.get(word, frozenset())
        return any(not needed or any(need <= found for need in needed) for lemma in found if (needed := self.companions.get(lemma)) is not None)

    def has_cue(self, sentence: str, words: frozenset[str]) -> bool:
        """Whether the sentence reports speech, quotes, says that something is not known, or names a law."""
        if not self.cues.isdisjoint(words) or _QUOTES.search(sentence) is not None:
            return True
        opened, _ = spelled_out(sentence, 0, len(sentence))
        return any(q.pattern.search(opened) for q in question_rules()) or any(a.pattern.search(sentence) for a in authority_rules())


@lru_cache(maxsize=1)
def screen() -> Screen:
    """Built once from the event lexicon and the reporting cues."""
    companions: dict[str, set[frozenset[str]]] = {}
    bare: set[str] = set()
    every: set[str] = set()
    for rule in event_lexicon().rules:
        every |= {rule.head, *rule.companions}
        if rule.companions:
            companions.setdefault(rule.head, set()).add(frozenset(rule.companions))
        else:
            bare.add(rule.head)
    lemmas: dict[str, set[str]] = {}
    for lemma in every:
        for form in surface_forms(lemma):
            lemmas.setdefault(form, set()).add(lemma)
    needed = {head: (() if head in bare else tuple(sorted(sets, key=sorted))) for head, sets in companions.items()}
    needed.update(dict.fromkeys(bare, ()))
    # "This is false." answers what somebody said, without a word of saying.
    cues = frozenset(form for lemma in (*cue_lemmas(), *dispute_lemmas()) for form in surface_forms(lemma)) | word_set("flat_negatives")
    listed = {term for terms in event_lexicon().classes.values() for term in terms if " " not in term} | {h for _, h in status_lexicon().embeddings}
    nouns = frozenset(form for lemma in listed for form in surface_forms(lemma))
    return Screen({form: frozenset(found) for form, found in lemmas.items()}, needed, cues, nouns)


def word_forms(sentence: str) -> frozenset[str]:
    return frozenset(match.group().lower() for match in _WORDS.finditer(sentence))
