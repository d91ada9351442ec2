"""Every named set of words stands once and is used."""

from pathlib import Path

import onrecord
from onrecord.lexicon.tables import read_rows, resource


def test_every_set_has_a_name_of_its_own_and_a_reader() -> None:
    names = [row["name"] for row in read_rows(resource("lexicon", "en", "words.tsv"), ("name", "words"))]
    assert len(names) == len(set(names))
    code = "\n".join(p.read_text(encoding="utf-8") for p in Path(onrecord.__file__).parent.rglob("*.py"))
    assert [n for n in names if f'"{n}"' not in code] == []


def test_no_set_has_a_word_twice() -> None:
    rows = read_rows(resource("lexicon", "en", "words.tsv"), ("name", "words"))
    assert [row["name"] for row in rows if len(words := [w.strip() for w in row["words"].split(",")]) != len(set(words))] == []
