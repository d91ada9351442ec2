"""Reports invented for the tests of the store, in all the forms it takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model.record import CoderInfo, Record
from onrecord.model.report import Received
from onrecord.readers import read_bytes, read_text
from onrecord.store import Store, StoredBytes

# name, publisher, published, text: two outlets, one event told by both; a private person; a report without a date; one not in English; an empty one.
TEXTS = (
    ("harbour/1.txt", "Harbour Post", "2026-03-03",
     "Rebels attacked the town of Gao on Monday, killing 3 soldiers, the army said. The mayor rejected the army's version. “We saw planes,” said Tomas Brennick, a baker."),
    ("harbour/2.txt", "Harbour Post", "2026-03-04", "Correction: our report of Tuesday was wrong. There was no attack on Gao. Police in São Paulo arrested 12 marchers on Tuesday."),
    ("wire.txt", "Northwind Wire", "2026-03-03", "Rebels attacked the town of Gao on Monday. Mexico plans to send troops to the border next week, officials said."),
    ("undated.txt", None, None, "Police arrested Tomas Brennick, a baker. The army denied shelling the market on Friday."),
    ("foreign.txt", "Le Port", "2026-03-05", "Les rebelles ont attaqué la ville à l'aube et les habitants ont fui vers le sud du pays, selon les autorités locales."),
    ("empty.txt", None, None, "..."),
)  # fmt: skip


@dataclass(frozen=True)
class Coded:
    """One report in all the forms a store takes."""

    stored: StoredBytes
    received: Received
    record: Record

    @property
    def id(self) -> str:
        return self.record.report.id


def plain(name: str, text: str, digest: str = "p1", publisher: str | None = None, published: str | None = None) -> Coded:
    """A report with a result that holds nothing: quick to make."""
    data = text.encode("utf-8", "surrogatepass")
    received = read_bytes(name, data, publisher=publisher, published=published)
    return Coded(StoredBytes(name, data, publisher=publisher, published=published), received, Record(received.report, CoderInfo("0", digest)))


def as_it_is(name: str, text: str) -> Coded:
    """The same of a str that is taken as it is, lone surrogates and all."""
    received = read_text(text, name=name)
    return Coded(StoredBytes(name, text.encode("utf-8", "surrogatepass")), received, Record(received.report, CoderInfo("0", "p1")))


def add(store: Store, reports: Iterable[Coded]) -> None:
    """Adds reports and their results, all in one transaction."""
    with store.writer() as writer:
        for one in reports:
            writer.add_report(one.stored, one.received)
            writer.add_result(one.record)


def export(store: Store) -> str:
    """The canonical export."""
    with store.view() as view:
        return "".join(view.canonical())
