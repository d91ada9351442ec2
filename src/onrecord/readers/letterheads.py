"""readers: letterheads of states, in capitals above a paper ("MINISTRY OF FISHERIES OF THE REPUBLIC OF CHAD"): they name who issues it, and are no headline."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.gazetteer import countries
from onrecord.readers._data import portfolios

_STATE = re.compile(
    r"(?:THE )?(?:[A-Z]+ )?(?:REPUBLIC|KINGDOM|STATE|SULTANATE|EMIRATE|UNION|FEDERATION|GOVERNMENT|EMBASSY|PERMANENT MISSION) OF (?:THE )?(?:REPUBLIC OF |KINGDOM OF |STATE OF )?(?P<name>.+)"
)
_BODY = re.compile(r"(?:THE )?(?:[A-Z]+ )?(?:MINISTRY|DEPARTMENT|OFFICE|PRESIDENCY|COMMAND|SECRETARIAT|DIRECTORATE) (?:OF|FOR) (?P<rest>.+)")
_WHOSE = re.compile(r"(?: OF|,) (?:THE )?")
_APART = re.compile(r"\s+[-–—|]\s+")


def is_letterhead(line: str) -> bool:
    """Whether every word of a line in capitals belongs to the name of a state's body: what it is, what it is for, and whose. "MINISTRY OF DEFENCE DENIES RAID" is a headline."""
    if line != line.upper() or not re.search(r"[A-Z]", line):
        return False
    parts = _APART.split(line.strip())
    return any(_names_a_body(part) for part in parts) and all(_names_a_body(part) or _names_a_state(part) for part in parts)


def _names_a_body(words: str) -> bool:
    body = _BODY.fullmatch(words)
    if body is None:
        return _STATE.fullmatch(words) is not None and _names_a_state(words)
    rest = body["rest"]
    whose = next((m for m in _WHOSE.finditer(rest) if _names_a_state(rest[m.end() :])), None)
    rest = rest if whose is None else rest[: whose.start()]
    return all(re.sub(r"['’]S$|,$", "", word).lower() in portfolios() | {"&"} for word in rest.split())


def _names_a_state(words: str) -> bool:
    """ "REPUBLIC OF CHAD", "CHAD"."""
    state = _STATE.fullmatch(words)
    return (state["name"] if state else words) in _states()


@lru_cache(maxsize=1)
def _states() -> frozenset[str]:
    return frozenset(name.upper().removeprefix("THE ") for entry in countries().values() for name in (entry.name, *entry.names))
