"""Undoing capitals: headlines in title case and wires in capitals only, in a casing that the parser knows. A helper of the parse stage."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any, cast

from onrecord.actorbook import ActorBook
from onrecord.extract.trees.screen import screen
from onrecord.gazetteer import shared_gazetteer
from onrecord.lexicon.tables import word_set

if TYPE_CHECKING:
    from spacy.language import Language

_WORD = re.compile(r"\b[^\W\d_]+\b")
_RUN = re.compile(r"(?:\b[^\W\d_]+\s+)+$")
_AHEAD = re.compile(r"\s+([^\W\d_]+)\b")
_BRACKETED = re.compile(r"\(([A-Z]{2,8})\)")
# "(END RECORDING) (DUNE)": who speaks stands in the bracket behind a stage direction, and no acronym.
_LABEL = re.compile(r"[\[(](?:BEGIN|END) (?:VIDEO )?RECORDING[\])]\s*\(([A-Z]{3,})\)")
_SIGN = re.compile(r"\.|-\d")
_VOWELS = frozenset("AEIOUYÁÉÍÓÚ")
# Inhabitants from which a town outweighs the plain word that it is spelt like.
_TOWN = 100_000
_SMALL = word_set("title_small_words")
_LONGEST = 7
_BEGINNINGS = ("anti", "counter", "non", "inter", "para", "narco")
# Words of a person's name that may stand before one more.
_NAMES, _SHORT = 3, 3
# Letters from which a word that is nearly one of the language is that one misprinted.
_LONG = 9
# Letters that an acronym hardly exceeds.
_INITIALS = 5
# Characters before a word within which the two before it stand.
_BEHIND = 30
_SHOUTED, _RAISED, _FEW = 0.7, 0.6, 3


def words_of(sentence: str) -> list[str]:
    """The words of letters only, as they stand."""
    return [w.group() for w in _WORD.finditer(sentence)]


def shouted(sentence: str) -> bool:
    """Whether a sentence is written in capitals only, as wires were."""
    words = words_of(sentence)
    return len(words) > _FEW and sum(w.isupper() and len(w) > 1 for w in words) > _SHOUTED * len(words)


def function_words() -> frozenset[str]:
    """The parser's own stop words."""
    from spacy.lang.en.stop_words import STOP_WORDS

    return frozenset(STOP_WORDS)


def common(word: str) -> bool:
    """Whether a lower-case word form is on any list of common words: triggers, cues, embedding predicates, noun classes, function words."""
    known = screen()
    return word in known.lemmas or word in known.cues or word in known.nouns or word in function_words()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The English words that a pipeline's lemmatizer knows: base forms, and endings that make them of inflected ones."""

    forms: frozenset[str] = frozenset()
    endings: tuple[tuple[str, str], ...] = ()

    def knows(self, word: str) -> bool:
        """Whether a lower-case word is a base form, or an inflection of one."""
        return word in self.forms or any(word.endswith(old) and word[: len(word) - len(old)] + new in self.forms for old, new in self.endings if len(word) - len(old) > 1)


def vocabulary(nlp: Language) -> Vocabulary:
    """The vocabulary of a loaded pipeline; empty where its lemmatizer keeps none."""
    if "lemmatizer" not in nlp.pipe_names:
        return Vocabulary()
    tables = cast(Any, nlp.get_pipe("lemmatizer")).lookups
    if not (tables.has_table("lemma_index") and tables.has_table("lemma_rules")):
        return Vocabulary()
    forms = frozenset(w for words in tables.get_table("lemma_index").values() for w in words)
    endings = sorted({(old, new) for rules in tables.get_table("lemma_rules").values() for old, new in rules if old})
    return Vocabulary(forms, tuple(endings))


@dataclass(frozen=True)
class Casing:
    """Recases the sentences of one report. `lower` are words the body writes small, `names` words it writes large inside sentences,
    `acronyms` those that stand in brackets somewhere, `speakers` those that stand there for who speaks."""

    lower: frozenset[str]
    names: frozenset[str]
    acronyms: frozenset[str]
    vocabulary: Callable[[], Vocabulary]
    speakers: frozenset[str] = frozenset()
    _small: dict[str, bool] = field(default_factory=dict, repr=False)

    def recase(self, sentence: str, title: bool) -> str:
        """The sentence in a casing that the parser knows, same length. A headline's word keeps its capital where the body does so, or where
        the body does not know it and no list of common words does."""
        words = words_of(sentence)
        loud = shouted(sentence)
        raised = title and sum(w[0].isupper() for w in words) > _RAISED * len(words)
        if not words or not (loud or raised):
            return sentence

        listed = _listed_names(sentence) if loud else frozenset()

        def change(match: re.Match[str]) -> str:
            word = match.group()
            small = word.lower()
            if len(small) != len(word) or len(word.capitalize()) != len(word):
                return word
            if loud and len(word) == 1 and _SIGN.match(sentence, match.end()):
                # "U.S.", "J. Cruz", "M-19"
                return word
            if loud and (small == "let" or (small == "us" and sentence[: match.start()].rstrip().upper().endswith("LET"))):
                return word.capitalize() if match.start() == 0 else small  # "LET US PRAY": no band and no state
            if match.start() == 0:
                return (word if loud and self._acronym(word) else word.capitalize()) if loud else word
            if match.start() in listed:
                return word if self._acronym(word) else word.capitalize()
            if loud:
                behind = sentence[max(0, match.start() - _BEHIND) : match.start()]
                words_behind = words_of(behind)
                if word in self.speakers:
                    return word.capitalize()
                if words_behind and _titles(words_behind[-1]) and len(word) >= _SHORT and word.capitalize() in ActorBook.load().given:
                    # "GENERAL OSCAR", a prize elsewhere
                    return word.capitalize()
                between = bool(words_behind) and bool(_RUN.search(behind)) and self._unknown(words_behind[-1]) and (ahead := _AHEAD.match(sentence, match.end())) is not None and self._unknown(ahead.group(1))
                return self._quiet(word, words_behind[-1] if words_behind else "", len(word) >= _SHORT and (between or self._given(behind)))
            if (word.isupper() and len(word) < 6) or word in self.names:
                return word
            return small if small in self.lower or common(small) else word

        return _WORD.sub(change, sentence)

    def _unknown(self, word: str) -> bool:
        """Whether a word is none of the language and no acronym: "SIGIBERTO"."""
        small = word.lower()
        return len(word) > _SHORT and not common(small) and small not in self.lower and not self.vocabulary().knows(small) and not self._acronym(word)

    def _given(self, behind: str) -> bool:
        """Whether the words before one, with nothing but blanks behind each, end in a given name, or in one and one or two more names that are no plain
        words: "JOSE", "JOSE NOE", "JOSE NOE DUNE"."""
        given = ActorBook.load().given
        run = _RUN.search(behind)
        for word in reversed(run.group().split()[-_NAMES:] if run else []):
            if word.capitalize() in given:
                return True
            if len(word) < _SHORT or common(word.lower()) or word.lower() in self.lower or self._acronym(word):
                return False
        return False

    def _quiet(self, word: str, before: str, named: bool = False) -> str:
        """A word of a sentence in capitals as it would stand in ordinary case; `before` is the word before it, `named` whether a given name stands there."""
        small = word.lower()
        if named and word in self.acronyms and len(word) > _INITIALS:
            # "JANE COLORADO ... (COLORADO)": a speaker's label in brackets is no acronym.
            return word.capitalize()
        if self._acronym(word):
            return word
        if before.lower() in word_set("civil_address"):
            return word.capitalize()
        if small not in self._small:
            self._small[small] = small in self.lower or common(small) or (self.vocabulary().knows(small) and not _named(small)) or self._compounded(small) or self._misprinted(small)
        if not self._small[small]:
            return word.capitalize()
        # "PRESIDENT BUSH": a plain word behind a title is a listed family name.
        book = ActorBook.load()
        if named and not common(small) and not small.endswith(("ed", "ing")):
            # "JANE DUNE": behind a given name a plain word is a family's.
            return word.capitalize()
        titled = bool(before) and (book.role(before) is not None or before.capitalize() in book.ranks)
        return word.capitalize() if titled and not common(small) and book.holders.get(small) else small

    def _compounded(self, small: str) -> bool:
        """ "antidrug", "counterintelligence": a word of the language behind such a beginning."""
        return any(small.startswith(first) and len(small) > len(first) + _SHORT and (common(small[len(first) :]) or self.vocabulary().knows(small[len(first) :])) for first in _BEGINNINGS)

    def _misprinted(self, small: str) -> bool:
        """ "masssacre", "adminstration": a long word of the language with one letter too many or too few inside, and no name."""
        if len(small) < _LONG or _named(small):
            return False
        inner = range(1, len(small) - 1)
        fewer = (small[:k] + small[k + 1 :] for k in inner)
        more = (small[:k] + letter + small[k:] for k in inner for letter in ascii_lowercase)
        known = self.vocabulary().forms
        return any(w in known and not _named(w) for ways in (fewer, more) for w in ways)

    def _acronym(self, word: str) -> bool:
        """Whether a word in capitals would stand in capitals anyway: a listed short name, one in brackets, one without a vowel."""
        small = word.lower()
        book = ActorBook.load()
        listed = word in book.cased or word in book.cased_countries
        if word in self.acronyms and listed:
            # A plain word in brackets that is also a body's short name is that body's here.
            return True
        if len(word) < 2 or common(small) or small in self.lower:
            return False
        return word in self.acronyms or listed or (len(word) <= 6 and not _VOWELS.intersection(word))


def _titles(word: str) -> bool:
    """Whether a word is an office or a rank."""
    book = ActorBook.load()
    role = book.role(word.lower())
    return word.capitalize() in book.ranks or (role is not None and role.kind == "office")


def _listed_names(sentence: str) -> frozenset[int]:
    """Where the words of listed names of several words begin, small ones inside left out: "NATIONAL LIBERATION FRONT OF ..."."""
    book = ActorBook.load()
    words = list(_WORD.finditer(sentence))
    found: set[int] = set()
    for first in range(len(words)):
        for last in range(min(first + _LONGEST, len(words)), first + 1, -1):
            name = " ".join(sentence[words[first].start() : words[last - 1].end()].split())
            if book.organisation(name) is not None or book.is_person(name) or book.country_of(name) is not None:
                found |= {w.start() for w in words[first:last] if w.group().lower() not in _SMALL}
                break
    return frozenset(found)


def casing(text: str, lower: frozenset[str], names: frozenset[str], nlp: Callable[[], Language]) -> Casing:
    """The casing of a report with that text."""
    speakers = frozenset(_LABEL.findall(text))
    return Casing(lower, names, frozenset(_BRACKETED.findall(text)) - speakers, lambda: _vocabulary(nlp()), speakers)


@lru_cache(maxsize=4)
def _vocabulary(nlp: Language) -> Vocabulary:
    return vocabulary(nlp)


@lru_cache(maxsize=20_000)
def _named(word: str) -> bool:
    """Whether a plain word is rather a country, its people, a given name, a listed family name that needs no title, or a large town."""
    book = ActorBook.load()
    if book.country_of(word.capitalize()) is not None or word.capitalize() in book.given or (book.holders.get(word) and not book.needs_title(word)):
        return True
    entries = shared_gazetteer().lookup(word)
    return bool(entries) and entries[0].kind in ("city", "country") and entries[0].population > _TOWN
