"""Credits, reporters on site, speakers, notices of correction: every rule finds its example and leaves its counter alone; outlets by name and address."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon.corrections import continued_rules, counted_words, notice_rules, whose_rules, wrong_rules
from onrecord.lexicon.outlets import CreditRule, credit_rules, named_outlet, on_site_rules, outlet_of, outlets_in, speaker_rules
from onrecord.lexicon.quantities import outcomes
from onrecord.lexicon.tables import read_rows, resource
from onrecord.link.figures import number

RULES = [*credit_rules(), *on_site_rules(), *(r.found for r in notice_rules()), *(r.found for r in whose_rules())]


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_a_rule_finds_its_example_and_leaves_its_counter(rule: CreditRule) -> None:
    assert list(outlets_in(rule, rule.example))
    assert not list(outlets_in(rule, rule.counter))


@pytest.mark.parametrize("rule", speaker_rules(), ids=lambda r: r.kind)
def test_speakers(rule: object) -> None:
    assert rule.pattern.search(rule.example)  # type: ignore[attr-defined]


@pytest.mark.parametrize("rule", wrong_rules(), ids=lambda r: r.name)
def test_wrong_words(rule: object) -> None:
    found = [match["wrong"] for match in rule.pattern.finditer(rule.example)]  # type: ignore[attr-defined]
    # Of a rule for figures only numbers count.
    assert [words for words in found if not rule.figure or number(words)] == [rule.wrong]  # type: ignore[attr-defined]


def test_words_that_say_what_a_corrected_number_counts() -> None:
    rows = list(read_rows(resource("lexicon", "en", "corrections", "counted.tsv"), ("word", "kind", "example")))
    assert all(row["word"] in re.findall(r"\w+", row["example"].casefold()) for row in rows)
    assert {row["kind"] for row in rows} - {""} <= set(outcomes().values())
    assert len(counted_words()) == len(rows)


@pytest.mark.parametrize("rule", continued_rules(), ids=lambda r: r.name)
def test_words_that_go_on_about_a_retracted_report(rule: object) -> None:
    assert rule.pattern.search(rule.example)  # type: ignore[attr-defined]
    assert not rule.pattern.search(rule.counter)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("publisher", "key", "owner"),
    [
        ("www.bbc.co.uk", "bbc", None), ("BBC News", "bbc", None), ("https://www.kyivindependent.com/a?b=c", "kyivindependent", None),
        ("The Kyiv Independent", "kyivindependent", None), ("The Harbour Gazette", "harbourgazette", None), ("harbour-gazette.co.uk", "harbourgazette", None),
        ("www.harbourgazette.example", "harbourgazette", None), ("mirror.co.uk", "mirroruk", "reach"), ("abcnews.go.com", "abcnews", "disney"),
        ("europe.chinadaily.com.cn", "chinadaily", None),
    ],
)  # fmt: skip
def test_publishers(publisher: str, key: str, owner: str | None) -> None:
    found = outlet_of(publisher)
    assert found is not None
    assert (found.key, found.owner) == (key, owner)


@pytest.mark.parametrize("publisher", ["", "  ", "...", "http://[bad"])
def test_no_publisher(publisher: str) -> None:
    found = outlet_of(publisher)
    assert found is None or found.key == "httpbad"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Reuters Monday", "Reuters"), ("Harbour Gazette Monday", "Harbour Gazette"), ("BBC’s Newsnight", "BBC"), ("Associated Press writer", "Associated Press"),
        ("Harbour Board", None), ("Gazette", None), ("Anna Roe", None), ("", None),
    ],
)  # fmt: skip
def test_names_that_words_open_with(words: str, name: str | None) -> None:
    found = named_outlet(words)
    assert (words[: found[1]] if found else None) == name


def test_everyday_words_are_outlets_only_behind_their_article() -> None:
    told = next(r for r in credit_rules() if r.name == "told")
    assert [o.key for o, _, _ in outlets_in(told, "He told The Australian that it rained.") if o] == ["australian"]
    assert list(outlets_in(told, "He told Australian radio that it rained.")) == []


@given(st.text(max_size=200))
def test_any_publisher_and_any_words_are_answered(text: str) -> None:
    found = outlet_of(text)
    assert found is None or found.key
    named = named_outlet(text)
    assert named is None or 0 < named[1] <= len(text)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("On Monday the Harbour Gazette reported two arrests.", ["harbourgazette"]), ("On Wednesday the New York Times reported two arrests.", ["nytimes"]),
        ("In Orlan the Harbour Gazette said so.", ["harbourgazette"]), ("By Tuesday The Harbour Gazette reported more.", ["harbourgazette"]),
        ("On March 4 the Harbour Gazette said so.", ["harbourgazette"]), ("On May 4 Sky News said so.", ["skynews"]), ("In 2031 Fox News said so.", ["foxnews"]),
        ("On Friday Lakes Times said so.", ["lakestimes"]), ("Friday’s Harbour Gazette said so.", ["harbourgazette"]),
        ("Troops enter Orlan\n\nThe Harbour Gazette said so.", ["harbourgazette"]), ("The Harbour\nGazette said so.", ["harbourgazette"]),
        ("The Sunday Times said so.", ["sundaytimes"]), ("The Friday Times said so.", ["fridaytimes"]), ("The 7 Days News said so.", ["7daysnews"]),
        ("Readers of the Harbour Gazette said so.", ["harbourgazette"]),
    ],
)  # fmt: skip
def test_what_stands_before_an_outlets_name_is_no_part_of_it(text: str, keys: list[str]) -> None:
    rule = next(rule for rule in credit_rules() if rule.name == "outlet_said")
    assert [outlet.key for outlet, _, _ in outlets_in(rule, text) if outlet is not None] == keys
