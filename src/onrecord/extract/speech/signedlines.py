"""attributions: who signs a headline behind its dash or colon says it: "Army massacred 220 villagers – HRW", "12 killed in market attack: medics"; so does who opens it
before a colon: "Police: Gunmen killed 12"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.actorbook import ActorBook
from onrecord.extract.phrases.topiclabels import clause_parts, tells
from onrecord.extract.speech.claimed import Claimed
from onrecord.extract.speech.prefaced import names_topic
from onrecord.extract.speech.sourcing import Sourcing
from onrecord.lexicon.attribution import Cue, cues
from onrecord.model.parse import Parse, Sentence, Token

_MARKS = frozenset({":", "-", "--", "–", "—"})
_CLOSING = frozenset({".", "!", "?", "…"})
_LONGEST = 4  # tokens of a label


def signed_lines(parse: Parse, text: str, sourcing: Sourcing, claims: list[Claimed]) -> Iterator[Claimed]:
    """One claim for each headline that the parse has cut at who signs it. Cost: linear in the tokens of sentences without a closing mark."""
    for sentence in parse.sentences:
        if (quoted := _quoted_first(parse, text, sourcing, claims, sentence)) is not None:
            yield quoted
            continue
        mark = _mark(parse, text, sentence)
        if mark is None:
            yield from _opened(parse, sourcing, claims, sentence)
            continue
        tail = range(mark + 1, sentence.last)
        head = next((k for k in reversed(tail) if parse[k].pos in ("NOUN", "PROPN", "ADJ", "VERB")), None)
        first = next((t.i for t in parse.tokens[sentence.first : mark] if not _topic(parse, t.i, mark)), None)
        if head is None or first is None or _paper(sourcing, head) or any(parse[c.at].sent == sentence.i and c.told and c.sources and c.content[0][0] <= parse[first].start for c in claims):
            continue
        yield Claimed(cues()["v", "say"][0], mark, (mark,), ((parse[first].start, parse[mark - 1].end),), (head,), "signed:line", True, 0.6)


def _quoted_first(parse: Parse, text: str, sourcing: Sourcing, claims: list[Claimed], sentence: Sentence) -> Claimed | None:
    """ "'We did not kill them': army denies massacre": what is quoted before the colon is the word of who denies, accuses or warns behind it."""
    match = _QUOTE_FIRST.match(text, sentence.start, sentence.end)
    tokens = parse.tokens[sentence.first : sentence.last]
    colon = next((t for t in tokens if match is not None and t.start == match.end() - 1), None)
    if colon is None or match is None or tokens[-1].text in _CLOSING:
        return None
    verb = next((t for t in tokens if t.i > colon.i and t.tag in _FINITE and ("v", t.lemma.lower()) in cues() and any(c.dep == "nsubj" and colon.i < c.i < t.i for c in parse.children(t.i))), None)
    speaker = next((c.i for c in parse.children(verb.i) if c.dep == "nsubj" and c.i > colon.i), None) if verb is not None else None
    if speaker is None or not sourcing.may_speak(speaker) or any(c.told and c.sources and c.content[0][0] < colon.start and parse[c.at].sent == sentence.i for c in claims):
        return None
    return Claimed(cues()["v", "say"][0], colon.i, (colon.i,), ((match.start(), colon.start),), (speaker,), "quoted:line", True, 0.6)


def _opened(parse: Parse, sourcing: Sourcing, claims: list[Claimed], sentence: Sentence) -> Iterator[Claimed]:
    """ "Study: Drones killed 90": what the model did not take for a label."""
    colon = next((t for t in parse.tokens[sentence.first + 1 : min(sentence.first + 1 + _LONGEST, sentence.last - 1)] if t.text == ":"), None)
    if colon is None or not (label := opening_label(parse, sourcing, colon)) or any(parse[c.at].sent == sentence.i and c.told and c.sources and c.content[0][0] <= parse[colon.i + 1].start for c in claims):
        return
    if names_topic(parse, sourcing.actors, (colon.i - 1,), ""):
        return
    yield Claimed(label[0], colon.i, (colon.i,), ((parse[colon.i + 1].start, parse[sentence.last - 1].end),), (colon.i - 1,), "opened:line", True, 0.6)


_QUOTE_FIRST = re.compile(r"\s*['‘](?P<words>\w[^‘\"“”]*?)['’]:")
_LABEL = Cue(":", (), "label", frozenset({"that"}), "asserts", "certain", ("label",), "cue:label/label")
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def opening_label(parse: Parse, sourcing: Sourcing, token: Token) -> list[Cue]:
    """The cue of a colon behind which a headline tells what the person or body before it says; none where a name before a colon may be the topic, as that of an
    armed band is ("Red Hand: army kills nine")."""
    if token.text != ":":
        return []
    sentence = parse.sentences[token.sent]
    label, told = parse.tokens[sentence.first : token.i], parse.tokens[token.i + 1 : sentence.last]
    if not 0 < len(label) <= _LONGEST or not told or told[-1].text in _CLOSING or told[0].tag in ("WP", "WRB", "WDT") or any(t.pos in ("VERB", "AUX", "ADP") for t in label):
        return []
    head = label[-1]
    mention = sourcing.actors.by_head.get(head.i)
    entity = sourcing.actors.by_id[mention.entity] if mention is not None else None
    # Of a person with no calling known the line may treat: "Ana Orrel: voice of the delta".
    person = entity is not None and (entity.kind == "office" or (entity.kind == "person" and bool(entity.sectors or entity.offices)))
    body = tells(head.text) or (entity is not None and bool(set(entity.sectors) & {"NGO", "IGO"}))
    world = bool({"UNO", "IGO", "NGO"} & {*(entity.countries if entity is not None else ()), (ActorBook.load().country_of(head.text) or ("",))[0]})
    world = world or (ActorBook.load().country_of(" ".join(t.text for t in label)) or ("", ""))[1].startswith("seat")  # "Kremlin: Ukraine attacked depot"
    clause = any((t.tag in _FINITE or (t.tag == "VBN" and t.dep == "ROOT")) and any(c.dep in _SUBJECTS and c.i > token.i for c in parse.children(t.i)) for t in told)
    return [_LABEL] if (person or body or world) and clause else []


def _paper(sourcing: Sourcing, head: int) -> bool:
    """Whether the name is that of the paper, which many pages put behind their titles; "state media" is a source."""
    mention = sourcing.actors.by_head.get(head)
    return mention is not None and mention.kind == "name" and sourcing.parse[head].text[:1].isupper() and sourcing.actors.by_id[mention.entity].sectors == ("JRN",)


def _mark(parse: Parse, text: str, sentence: Sentence) -> int | None:
    """The dash or colon that opens what was read apart at the sentence's end."""
    start = sentence.start + clause_parts(text[sentence.start : sentence.end])[-1][0]
    mark = next((t for t in parse.tokens[sentence.first : sentence.last] if t.start >= start), None)
    return mark.i if mark is not None and mark.i > sentence.first and mark.text in _MARKS else None


def _topic(parse: Parse, at: int, mark: int) -> bool:
    """Whether a token belongs to the land that opens the headline, its colon included."""
    token = parse[at]
    while token.dep != "meta" and token.head != token.i:
        token = parse[token.head]
    return token.dep == "meta" and token.i < mark
