"""Every rule of the furniture list matches its example and no rule matches any counter-example."""

from __future__ import annotations

import pytest

from onrecord.model.text import CleanText
from onrecord.prepare import clean
from onrecord.prepare.boilerplate import furniture_edits
from onrecord.readers import read_text
from onrecord.readers.furniture import FurnitureRule, furniture_rule, furniture_rules


def test_the_list_is_of_real_size() -> None:
    names = [rule.name for rule in furniture_rules()]
    assert len(names) >= 80
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("rule", furniture_rules(), ids=lambda rule: rule.name)
def test_rule_matches_its_example_and_nothing_matches_its_counter(rule: FurnitureRule) -> None:
    assert rule.pattern.fullmatch(rule.example)
    assert furniture_rule(rule.counter) is None


@pytest.mark.parametrize(
    "line",
    [
        "Rebels attacked the village at dawn.",
        "The president will follow the talks on Facebook, an aide said.",
        "“We have no comment,” the ministry said.",
        "By dawn the rebels withdrew.",
        "Live fire was used against the crowd.",
        "World powers met in the capital.",
        "Close to forty people were detained.",
        "Share of the vote fell to 12 percent.",
        "Print shops were raided by police.",
        "Video showed two men being led away.",
        "A photo released by the army showed a burnt truck.",
        "Sign language was used at the hearing.",
        "Subscribers to the fund were named.",
        "Read the charges, the judge ordered.",
    ],
)
def test_sentences_are_no_furniture(line: str) -> None:
    assert furniture_rule(line) is None


def test_lines_go_and_sentences_stay() -> None:
    text = "Advertisement\nThe army took the bridge on Monday.\nShare this article on Facebook\nA spokesman denied it.\n© 2031 Delta News"
    result, _ = clean(read_text(text).report)
    assert result.text == "The army took the bridge on Monday.\nA spokesman denied it."
    assert {edit.kind for edit in result.edits} == {"boilerplate"}


def test_a_sentence_over_a_removed_line_has_two_spans() -> None:
    text = "The army took the bridge\nAdvertisement\non Monday, a spokesman said."
    result, _ = clean(read_text(text).report)
    spans = result.spans(0, len(result.text))
    assert [span.quote for span in spans] == ["The army took the bridge", "on Monday, a spokesman said."]


def test_fictional_header_leaves_the_clean_text_only() -> None:
    text = "FICTIONAL SAMPLE - written by the authors; no real events.\nArmy Opens New Front\n\nThe army opened a new front on Monday."
    received = read_text(text)
    assert received.report.fictional
    assert received.report.text == text
    result, _ = clean(received.report)
    assert "FICTIONAL" not in result.text
    assert [(edit.kind, edit.rule) for edit in result.edits] == [("boilerplate", "fictional_header")]


def test_dateline_becomes_a_line_and_byline_goes() -> None:
    text = "Rebels Take Bridge\n\nBy Jane Doe\n\nBREN, March 3 (Delta News) - Rebels took the bridge on Monday, officials said."
    result, _ = clean(read_text(text).report)
    assert [line for line in result.text.split("\n") if line][1:] == ["BREN, March 3 (Delta News)", "Rebels took the bridge on Monday, officials said."]
    assert "Jane Doe" not in result.text


def test_headlines_behind_read_more_are_not_the_report() -> None:
    text = "The port was shelled.\nRead more:\nRebels take the mill on the river\nWhat the guards want from the town\nThe army said that it had fired first."
    left = CleanText(text, tuple(furniture_edits(text))).text
    assert left == "The port was shelled.\nThe army said that it had fired first."


GALLERY = "\n".join(f"{n}/4 200{n} Soldiers burn a village on the plain. (Lom, May {n}, 200{n})" for n in range(1, 5))


def test_captions_of_a_numbered_gallery_are_no_part_of_the_report() -> None:
    text = f"Rebels shelled the port.\n{GALLERY}\nThe governor fled.\n"
    edits = furniture_edits(text)
    assert [text[e.start : e.end] for e in edits] == [line + "\n" for line in GALLERY.split("\n")]
    assert {e.rule for e in edits} == {"gallery_picture"}


@pytest.mark.parametrize("text", ["2/5 of the crew were hurt.\nThe rest fled.\n", "1/3 of the crew fled.\n1/3 were held.\n1/3 died.\n", "9/4 came.\n8/4 came.\n7/4 came.\n"])
def test_fractions_that_open_lines_are_no_gallery(text: str) -> None:
    assert furniture_edits(text) == []
