"""The charset of Latin text that declares none: the one in which the letters and signs stand where languages write them."""

from __future__ import annotations

import pytest

from onrecord.readers import read_bytes
from onrecord.readers.letters import Place, by_letters, places

ROWS = [row for rows in places().values() for row in rows]
SENTENCE = "The minister, {}, said on Monday that talks would go on."
NAMES = {
    "cp1252": [
        "Enrique Peña Nieto … São Paulo … Señor", "“We won’t go,” said Señor Muñoz, who isn’t", "the café in Orléans", "Côte d’Ivoire’s envoy", "François Hollande",
        "José María Aznar of Logroño", "the 3½-year war", "£5m and €3m", "Pinochet–Allende", "Jair Bolsonaro’s São Bernardo", "Malmö and Åland", "Ségolène Royal",
        "Jens Støre, Ærø and Tromsø", "Köln, Weißenfels, Jägersburg", "Nicolò and Gesù", "¿Qué pasa? ¡Viva!", "5°C in Reykjavík",
    ],
    "cp1250": [
        "Lech Wałęsa", "Jarosław Kaczyński", "Miloš Zeman and Andrej Babiš", "Tomáš Petříček", "Novak Đoković’s", "Slobodan Milošević", "Aleksandar Vučić", "Győr",
        "Viktor Orbán’s", "Traian Băsescu", "Plzeň – Košice", "Andrzej of Łódź", "Szűrös Mátyás",
    ],
    "cp1254": ["Recep Tayyip Erdoğan’s", "Kemal Kılıçdaroğlu", "Beşiktaş", "İstanbul and Diyarbakır"],
    "cp1257": ["Krišjānis Kariņš", "Ingrida Šimonytė"],
    "mac_roman": ["“We won’t go,” said Señor Peña, who isn’t", "José María García’s"],
    "cp850": ["Señor Peña García"],
    "iso8859-2": ["Lech Wałęsa", "Miloš Zeman and Andrej Babiš"],
}  # fmt: skip


@pytest.mark.parametrize(("charset", "name"), [(c, n) for c, names in NAMES.items() for n in names])
def test_names_in_english_news_are_read_as_they_are_written(charset: str, name: str) -> None:
    sentence = SENTENCE.format(name)
    received = read_bytes("a.txt", sentence.encode(charset))
    assert received.report.text == sentence
    assert [issue.code for issue in received.issues] == ["charset_detected"]


@pytest.mark.parametrize("row", [row for row in ROWS if row.weight >= 0.5], ids=lambda row: row.example)
def test_each_row_finds_its_example(row: Place) -> None:
    """In the first of the usual charsets that can write the example: the row counts for something and nothing outweighs it."""
    assert row.letter in row.example.lower()
    data = next(data for charset in ("cp1252", "cp1250", "cp1254", "cp1257") if (data := encoded(SENTENCE.format(row.example), charset)))
    charset = by_letters(data)
    assert charset is not None
    assert row.example in data.decode(charset)


def encoded(text: str, charset: str) -> bytes | None:
    try:
        return text.encode(charset)
    except UnicodeEncodeError:
        return None


def test_every_row_can_apply_to_its_own_example() -> None:
    from onrecord.readers.letters import _base

    def beside(word: str, at: int, letter: str) -> tuple[str, str]:
        before, after = word[:at][-1:], word[at + len(letter) :][:1]
        return _base(before) if before else "^", _base(after) if after else "$"

    for row in ROWS:
        words = row.example.lower().split()
        assert any(row.fits(*beside(w, at, row.letter)) for w in words for at in range(len(w)) if w.startswith(row.letter, at)), row


@pytest.mark.parametrize(("text", "charset"), [("Армия атаковала деревню", "cp1251"), ("军队在黎明时袭击了村庄", "gb18030"), ("هاجم الجيش القرية", "cp1256")])
def test_other_scripts_are_not_its_business(text: str, charset: str) -> None:
    assert by_letters(text.encode(charset)) is None
