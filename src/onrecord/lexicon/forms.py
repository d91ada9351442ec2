"""Surface forms of lemmas, so that sentences can be screened before they are parsed."""

from __future__ import annotations

from functools import lru_cache

from onrecord.lexicon.tables import read_rows, resource

_VOWELS = "aeiou"


@lru_cache(maxsize=1)
def irregular_forms() -> dict[str, tuple[str, ...]]:
    """lemma -> irregular forms."""
    rows = read_rows(resource("lexicon", "en", "irregular.tsv"), ("lemma", "forms"))
    return {row["lemma"]: row.items("forms", " ") for row in rows}


def surface_forms(lemma: str) -> frozenset[str]:
    """The lemma's likely written forms, verbal and nominal, British doubling included; a superset, meant for screening."""
    forms = {lemma, f"{lemma}s"}
    if lemma.endswith("e"):
        forms |= {f"{lemma}d", f"{lemma[:-1]}ing", f"{lemma[:-1]}ings"}
    elif lemma.endswith("y") and len(lemma) > 2 and lemma[-2] not in _VOWELS:
        forms |= {f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"}
    else:
        forms |= {f"{lemma}ed", f"{lemma}ing", f"{lemma}es", f"{lemma}ings"}
    if len(lemma) > 2 and lemma[-1] not in f"{_VOWELS}wxy" and lemma[-2] in _VOWELS:
        forms |= {f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing", f"{lemma}{lemma[-1]}ings"}
    if lemma.endswith("ic"):
        forms |= {f"{lemma}ked", f"{lemma}king"}
    forms.update(irregular_forms().get(lemma, ()))
    return frozenset(forms)
