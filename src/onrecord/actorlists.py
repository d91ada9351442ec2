"""Users' own lists of actors, which win over the tables that come with OnRecord: read from CSV, kept in the user's settings folder, looked up by name.

A list is kept as one JSON file, whole or not at all, for the user alone. Lists have an order, the last added wins; what is kept but cannot be read
raises ConfigurationError, for a report coded without it would be coded by other actors than the user thinks.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from onrecord._actor_list_csv import COLUMNS, MAX_LIST_BYTES, MAX_LIST_ROWS, checked_name, country_codes, list_name, read_list
from onrecord._listed import ActorList, ListedActor, ListFormat, Listing, plain_row
from onrecord._private_files import locked, make_folder, write_whole
from onrecord.errors import ConfigurationError, InputError

__all__ = [
    "COLUMNS", "MAX_LIST_BYTES", "MAX_LIST_ROWS", "ActorList", "ListFormat", "ListedActor", "Listing", "add", "country_codes", "list_name", "read_list", "remove", "settings_folder",
    "stored",
]  # fmt: skip

_FORM = "onrecord-actors/1"
_TUPLES = frozenset({"aliases", "countries", "sectors"})


def settings_folder(override: Path | None = None) -> Path:
    """The folder for what a user has set: `override`, ONRECORD_CONFIG, XDG_CONFIG_HOME/onrecord, or the user's own.

    It is not the cache: deleting what can be made again must not change how reports are coded.
    """
    if override is not None:
        return override
    if named := os.environ.get("ONRECORD_CONFIG"):
        return Path(named)
    if xdg := os.environ.get("XDG_CONFIG_HOME"):
        return Path(xdg) / "onrecord"
    if sys.platform == "win32" and (roaming := os.environ.get("APPDATA")):
        return Path(roaming) / "onrecord"
    try:
        return Path.home() / ".config" / "onrecord"
    except RuntimeError as error:
        raise ConfigurationError("there is no home folder for lists of actors; set ONRECORD_CONFIG to a folder that can be written") from error


def add(path: Path, name: str | None = None, replace: bool = False, config: Path | None = None) -> ActorList:
    """Read a list and keep it: `Coder` uses it from then on, before the lists added earlier. Rows with a fault are left out, as its issues say.

    Raises InputError where the file is no list or the name is taken (unless `replace`), ConfigurationError where the folder cannot be written.
    """
    made = read_list(path, name)
    folder = settings_folder(config) / "actors"
    try:
        make_folder(folder)
        with locked(folder / "lists.lock"):
            target = folder / f"{made.name}.json"
            if target.exists() and not replace:
                raise InputError(str(path), f"there is a list {made.name} already; --replace puts this one in its place, --name gives it another name")
            # A broken list that is about to be replaced must not stand in the way of mending it.
            others = [_load(other) for other in _files(folder) if other != target]
            order = 1 + max((number for number, _ in others), default=0)
            write_whole(target, _body(made, order))
    except OSError as error:
        raise ConfigurationError(f"lists of actors cannot be kept in {folder}: {error.strerror or error}. Set ONRECORD_CONFIG to a folder that can be written.") from error
    return made


def remove(name: str, config: Path | None = None) -> bool:
    """Forget a list, a broken one as well; False where there is none of that name."""
    folder = settings_folder(config) / "actors"
    target = folder / f"{checked_name(name)}.json"
    try:
        if not target.exists():
            return False
        with locked(folder / "lists.lock"):
            target.unlink(missing_ok=True)
    except OSError as error:
        raise ConfigurationError(f"the list {name} cannot be removed from {folder}: {error.strerror or error}") from error
    return True


def stored(config: Path | None = None) -> tuple[ActorList, ...]:
    """The lists that are kept, in the order they were added. Raises ConfigurationError, naming the file, where one cannot be used."""
    folder = settings_folder(config) / "actors"
    try:
        loaded = [_load(path) for path in _files(folder)]
    except OSError as error:
        raise ConfigurationError(f"the lists of actors in {folder} cannot be read: {error.strerror or error}") from error
    return tuple(one for _, one in sorted(loaded, key=lambda pair: (pair[0], pair[1].name)))


def _files(folder: Path) -> Iterator[Path]:
    try:
        names = sorted(entry.name for entry in os.scandir(folder))
    except FileNotFoundError:
        return
    yield from (folder / name for name in names if name.endswith(".json"))


def _body(made: ActorList, order: int) -> bytes:
    rows = [plain_row(row) for row in made.rows]
    plain = {"form": _FORM, "name": made.name, "order": order, "source": made.source, "read_as": made.form, "sha256": made.sha256, "rows": rows}
    return json.dumps({**plain, "seal": _seal(plain)}, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _seal(plain: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(plain, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()


def _load(path: Path) -> tuple[int, ActorList]:
    broken = f"the list of actors {path} cannot be used"
    mend = f"Add it again with --replace, or forget it with `onrecord actors remove {path.stem}`."
    data = path.read_bytes()
    try:
        plain = json.loads(data.decode("utf-8", "surrogatepass"))
        seal = plain.pop("seal")
        if plain["form"] != _FORM:
            raise ConfigurationError(f"{broken}: it was kept by another version of OnRecord. {mend}")
        if seal != _seal(plain) or plain["name"] != path.stem:
            raise ConfigurationError(f"{broken}: it was changed or damaged since it was added. {mend}")
        rows = tuple(_row(row) for row in plain["rows"])
        return int(plain["order"]), ActorList(plain["name"], plain["source"], plain["read_as"], plain["sha256"], rows)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ConfigurationError(f"{broken}: it is damaged ({type(error).__name__}). {mend}") from error


def _row(plain: dict[str, Any]) -> ListedActor:
    known = {f.name for f in fields(ListedActor)}
    cells: dict[str, Any] = {key: tuple(value) if key in _TUPLES else value for key, value in plain.items() if key in known}
    return ListedActor(**cells)
