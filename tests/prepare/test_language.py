"""English is told from other languages; too little is None; only English is coded."""

from __future__ import annotations

import pytest

from onrecord.model.layers import Added
from onrecord.prepare import Clean, Language, coded_as, detect_language
from onrecord.readers import read_text

ENGLISH = [
    "Rebels attacked the village at dawn and the army withdrew to the river, officials said.",
    "REBELS ATTACKED THE VILLAGE AT DAWN AND THE ARMY WITHDREW TO THE RIVER, OFFICIALS SAID.",
    "President Aldo Ferrante met Minister Giulia Moretti in Bren on Monday, and they agreed to meet again.",
    "The protest ended after police detained forty people.",
]
OTHERS = {
    "es": "El ejército atacó la aldea al amanecer y los rebeldes se retiraron hacia el río, dijeron las autoridades.",
    "fr": "L’armée a attaqué le village à l’aube et les rebelles se sont retirés vers le fleuve, selon les autorités.",
    "de": "Die Armee griff das Dorf im Morgengrauen an, und die Rebellen zogen sich zum Fluss zurück, sagten Beamte.",
    "pt": "O exército atacou a aldeia ao amanhecer e os rebeldes recuaram para o rio, disseram as autoridades.",
    "nl": "Het leger viel het dorp bij zonsopgang aan en de rebellen trokken zich terug naar de rivier, zeiden ambtenaren.",
    "ru": "Армия атаковала деревню на рассвете, и повстанцы отступили к реке, сообщили власти.",
    "ar": "هاجم الجيش القرية عند الفجر وانسحب المتمردون نحو النهر، بحسب مسؤولين.",
    "he": "הצבא תקף את הכפר עם שחר והמורדים נסוגו אל הנהר, אמרו גורמים רשמיים.",
    "zh": "军队在黎明时袭击了村庄，叛军撤退到河边，官员们说。政府发言人表示，已有四十人被拘留，谈判将于下周在首都举行。",
    "el": "Ο στρατός επιτέθηκε στο χωριό την αυγή και οι αντάρτες υποχώρησαν προς το ποτάμι, είπαν αξιωματούχοι.",
}


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert detect_language(text) == "en"
    assert coded_as(text, "en") == "yes"


@pytest.mark.parametrize("code", sorted(OTHERS))
def test_other_languages_are_recognised_and_not_coded(code: str) -> None:
    language = detect_language(OTHERS[code])
    assert language == code
    assert coded_as(OTHERS[code], language) == "unsupported_language"


@pytest.mark.parametrize("text", ["", " \n", "Attack!", "Bren falls", "1234 5678 99", "!!! ??? ..."])
def test_too_little_is_unknown(text: str) -> None:
    assert detect_language(text) is None


def test_what_is_coded() -> None:
    assert coded_as("", None) == "empty"
    assert coded_as("… — !", None) == "empty"
    assert coded_as("Bren falls", None) == "yes"
    assert coded_as("Η πόλη", None) == "unsupported_language"
    assert coded_as("军队在黎明时袭击了村庄", None) == "unsupported_language"


def test_stages_run_and_name_what_they_need() -> None:
    report = read_text("The army β which denied it β left the town.").report
    first = Clean().run({"report": report})
    assert isinstance(first, Added)
    second = Language().run({"clean": first.layers["clean"]})
    assert second.layers == {"language": "en"}
    assert (Clean().requires, Clean().provides) == (("report",), ("clean",))
    assert (Language().requires, Language().provides) == (("clean",), ("language",))
