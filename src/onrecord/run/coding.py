"""What a worker does with one item: read it, code it, and keep of it what linking needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import cast

from onrecord.actorlists import ActorList
from onrecord.api import Coder
from onrecord.errors import InputError
from onrecord.link.sketch import sketch
from onrecord.link.traces import trace
from onrecord.model.record import Record
from onrecord.model.report import Received
from onrecord.readers.items import Item, Kind, receive
from onrecord.run.processes import Pool
from onrecord.store.base import StoredBytes

DEFAULT_MODEL = Coder.model
PRELOAD = ("onrecord.run.preload",)


@dataclass(frozen=True, slots=True)
class Done:
    """An item as it goes on record: the report as received, what was coded of it, the sketch of its text and what linking reads of the record."""

    received: Received
    record: Record
    sketch: bytes
    trace: bytes


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An item whose bytes are no report, and why."""

    reason: str


Loader = Callable[[], Coder]


def loader(model: str, actor_lists: tuple[ActorList, ...]) -> Loader:
    """How each worker gets its pipeline."""
    return partial(Coder, model=model, actor_lists=actor_lists)


def pool(workers: int, model: str, seconds: float | None) -> Pool:
    """A pool whose workers share the default pipeline's memory; another model is loaded by each for itself."""
    return Pool(workers=workers, seconds=seconds, preload=PRELOAD if model == DEFAULT_MODEL and workers > 0 else ())


def code_item(coder: Coder, item: Item) -> Done | Unreadable:
    """The item's record; where its bytes are no report, the reason."""
    try:
        received = receive(item)
    except InputError as error:
        return Unreadable(error.reason)
    record, text = coder.code_and_clean(received)
    return Done(received, record, sketch(text).to_bytes(), trace(record).to_bytes())


def read_item(state: None, item: Item) -> Received | Unreadable:
    """The item read, without coding: what can still be kept of a report that ends or holds whoever codes it."""
    try:
        return receive(item)
    except InputError as error:
        return Unreadable(error.reason)


def nothing() -> None:
    """The state that `read_item` needs."""


def weight(item: object) -> int:
    """An item's own bytes."""
    return len(item.data) if isinstance(item, Item) else 0


def stored(item: Item) -> StoredBytes:
    """The item as the store keeps it: all that reading it again needs."""
    return StoredBytes(item.name, item.data, item.kind, item.content_type, item.url, item.title, item.publisher, item.published, item.mapping, item.cut)


def restored(kept: StoredBytes) -> Item:
    """The item that was stored."""
    return Item(kept.name, kept.data, cast(Kind, kept.kind), kept.content_type, kept.url, kept.title, kept.publisher, kept.published, kept.mapping, kept.cut)
