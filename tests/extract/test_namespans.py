"""Names that the recogniser joins or cuts, given as it would give them."""

from __future__ import annotations

import pytest

from onrecord.actorbook import ActorBook
from onrecord.extract.namespans import NameSpans
from onrecord.model.parse import NameSpan, Parse, Sentence, Token


def parse_of(words: str, names: list[tuple[str, str]], tags: dict[str, tuple[str, str]] | None = None) -> Parse:
    """A parse of one sentence: names by their words and label, tags of other words by word."""
    texts = words.split()
    at = 0
    tokens = []
    for i, text in enumerate(texts):
        named = any(text in name.split() for name, _ in names) and text[:1].isupper()
        pos, tag = (tags or {}).get(text, ("PROPN", "NNP") if named else ("X", "XX"))
        tokens.append(Token(i, at, at + len(text), text, text.lower().removesuffix("s") if tag == "NNS" else text, pos, tag, "dep", i, 0))
        at += len(text) + 1
    spans = []
    start = 0
    for name, label in names:
        parts = name.split()
        start = next(i for i in range(start, len(texts)) if texts[i : i + len(parts)] == parts)
        spans.append(NameSpan(start, start + len(parts), label))
        start += len(parts)
    return Parse(tuple(tokens), (Sentence(0, 0, len(texts), 0, at, 0),), tuple(spans))


@pytest.mark.parametrize(
    ("words", "names", "expected"),
    [
        # Two, of whom one is named elsewhere.
        ("Luis Herrano fled . Herrano and Duneta fled", [("Luis Herrano", "PERSON"), ("Herrano and Duneta", "ORG")], ["Luis Herrano", "Herrano", "Duneta"]),
        # Two by the plural before them, and two from then on.
        ("two exporters , Kestrel and Sparro , and Kestrel and Sparro", [("Kestrel and Sparro", "ORG"), ("Kestrel and Sparro", "ORG")], ["Kestrel", "Sparro", "Kestrel", "Sparro"]),
        # One: nobody is named by half of it, or it tells what body it is.
        ("Herrano and Duneta said sales rose", [("Herrano and Duneta", "ORG")], ["Herrano and Duneta"]),
        ("Herrano and Herrano said sales rose . Herrano", [("Herrano and Herrano", "ORG"), ("Herrano", "PERSON")], ["Herrano and Herrano", "Herrano"]),
        ("Herrano and Sons said sales rose . Herrano", [("Herrano and Sons", "ORG"), ("Herrano", "PERSON")], ["Herrano and Sons", "Herrano"]),
        ("Herrano and Duneta Group said . Herrano", [("Herrano and Duneta Group", "ORG"), ("Herrano", "PERSON")], ["Herrano and Duneta Group", "Herrano"]),
        # A list begins behind the name.
        ("Herrano , and other critics said", [("Herrano , and other critics", "PERSON")], ["Herrano"]),
        # Cut at a quotation mark.
        ('Luis " El Pardo " Herrano fled', [('Luis " El Pardo', "PERSON")], ['Luis " El Pardo " Herrano']),
        ('Luis " El Pardo " fled', [('Luis " El Pardo', "PERSON")], ['Luis " El Pardo']),
    ],
)
def test_names_are_parted_and_made_whole(words: str, names: list[tuple[str, str]], expected: list[str]) -> None:
    parse = parse_of(words, names, {"exporters": ("NOUN", "NNS"), "two": ("NUM", "CD"), "Herrano": ("PROPN", "NNP")})
    if "exporters" in words:
        tokens = list(parse.tokens)
        at = next(t.i for t in tokens if t.text == "exporters")
        tokens[at - 1] = Token(at - 1, tokens[at - 1].start, tokens[at - 1].end, "two", "two", "NUM", "CD", "nummod", at, 0)
        parse = Parse(tuple(tokens), parse.sentences, parse.names)
    spans = NameSpans(parse, ActorBook.load()).all()
    assert [" ".join(t.text for t in parse.tokens[n.first : n.last]) for n in spans] == expected
