"""places, the outlet: which place an outlet is named after and which country its address lies in. General rules; no table of outlets.

"gazette-of-lowfield.example", "Lowfield Gazette" and "lowfieldgazette" all say Lowfield: what is left of a name when the words that newspapers
call themselves by are taken away, if the gazetteer knows it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from onrecord.gazetteer import Gazetteer, domain_countries
from onrecord.lexicon.tables import word_set

_SHORTEST = 4
_LONGEST_INITIALS = 2
_WORDS = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Outlet:
    """`names` of places in the outlet's name or address, as the gazetteer finds them; `country` alpha-3 of its top-level domain."""

    names: tuple[str, ...] = ()
    country: str | None = None


def outlet_of(gazetteer: Gazetteer, url: str | None, publisher: str | None) -> Outlet:
    """What the address and the name of an outlet say of its home; empty where they say nothing."""
    return _outlet(gazetteer, _host(url), publisher or "")


@lru_cache(maxsize=4096)
def _outlet(gazetteer: Gazetteer, host: str, publisher: str) -> Outlet:
    labels = host.split(".")
    country = domain_countries().get(labels[-1]) if len(labels) > 1 else None
    names: list[str] = []
    for label in labels[:-1]:
        for part in label.split("-"):
            names += _names_in_label(gazetteer, part)
    names += _names_in_words(gazetteer, publisher)
    return Outlet(tuple(dict.fromkeys(names)), country)


def _host(url: str | None) -> str:
    try:
        host = urlsplit(url if url and "//" in url else f"//{url or ''}").hostname or ""
    except ValueError:  # brackets that enclose no address
        return ""
    return host.removeprefix("www.").lower()


def _names_in_label(gazetteer: Gazetteer, label: str) -> list[str]:
    """Place names of a label that newspaper words, or up to two initials, complete ("theoldtowntimes", "eastandwestfieldecho").

    The cheapest reading wins: one newspaper word costs less than one name, and that less than letters left over.
    """
    words = word_set("outlet_words")
    # Cost and names of the best reading up to each cut; labels are short, so trying all cuts is cheap.
    best: dict[int, tuple[int, tuple[str, ...]]] = {0: (0, ())}
    for cut in range(len(label)):
        if cut not in best:
            continue
        cost, names = best[cut]
        for end in range(cut + 1, len(label) + 1):
            piece = label[cut:end]
            step: tuple[int, tuple[str, ...]] | None = None
            if piece in words:
                step = cost + 2, names
            elif len(piece) >= _SHORTEST and len(names) < 2 and (known := _spelt(gazetteer, piece)):
                step = cost + 5, (*names, known)
            if step is not None and (end not in best or step < best[end]):
                best[end] = step
    readings = [(best[at][0] + 4 * rest, best[at][1]) for rest in range(_LONGEST_INITIALS + 1) if (at := len(label) - rest) in best and at]
    if not readings:
        return [short] if (short := _initials(gazetteer, label)) else []
    return list(min(readings)[1])


def _initials(gazetteer: Gazetteer, label: str) -> str | None:
    """A state's two letters before newspaper words ("ndgazette")."""
    words = word_set("outlet_words")
    head, rest = label[:2].upper(), label[2:]
    if rest in words and any(entry.kind in ("admin1", "city") and entry.country for entry in gazetteer.lookup(head)):
        return head
    return None


def _spelt(gazetteer: Gazetteer, piece: str) -> str | None:
    """The place name that a run of letters spells, with one space put back where it needs one."""
    for spelling in (piece, *(f"{piece[:i]} {piece[i:]}" for i in range(2, len(piece) - 2) if piece[:i] != "the")):
        if any(entry.kind in ("city", "admin1", "admin2", "country") and (entry.preferred or entry.population > 100_000) for entry in gazetteer.lookup(spelling)):
            return spelling
    return None


def _names_in_words(gazetteer: Gazetteer, publisher: str) -> list[str]:
    """Place names of a written name: the longest runs of words that are no newspaper words."""
    runs: list[list[str]] = [[]]
    for word in _WORDS.findall(publisher):
        if word.lower() in word_set("outlet_words"):
            runs.append([])
        else:
            runs[-1].append(word)
    return [" ".join(run) for run in runs if run and gazetteer.lookup(" ".join(run))]
