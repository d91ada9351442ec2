"""What linking reads of a coded report beside its sketch: worked out once, when it is coded, and kept, so that linking reads no record again.

A trace follows from the record and the resource files alone; `kind` names these, so traces made by other rules are never mixed with ours.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from functools import lru_cache

from onrecord.errors import RecordError
from onrecord.lexicon.tables import resources_digest
from onrecord.link.corrections import Correction
from onrecord.link.noticed import is_news, own_words
from onrecord.link.notices import Notice, notices
from onrecord.link.provenance import Provenance, provenance
from onrecord.model.codec import from_plain, to_plain
from onrecord.model.record import Record

# To be raised where code, not data, makes another trace of the same record.
_FORM = "trace-3"


@dataclass(frozen=True, slots=True)
class Trace:
    """`provenance` is None where the report can have no origin (`noticed.is_news`); `own`: what its notices take back of the report itself."""

    provenance: Provenance | None
    notices: tuple[Notice, ...] = ()
    own: tuple[Correction, ...] = ()

    def to_bytes(self) -> bytes:
        """For a store: compressed JSON, some 1 kB; `from_bytes` reads it again."""
        return zlib.compress(json.dumps(to_plain(self), separators=(",", ":")).encode("ascii"), 6)

    @classmethod
    def from_bytes(cls, data: bytes) -> Trace:
        """The trace that `to_bytes` wrote. Raises ValueError where the bytes are none."""
        try:
            return from_plain(cls, json.loads(zlib.decompress(data)))
        except (zlib.error, RecordError, ValueError, RecursionError) as error:
            raise ValueError(f"no trace: {error}") from error


@lru_cache(maxsize=1)
def kind() -> str:
    """Under which name a store keeps traces made by these rules and resource files."""
    return f"{_FORM}-{resources_digest()[:16]}"


def trace(record: Record) -> Trace:
    """The trace of a record."""
    found = notices(record.report)
    return Trace(provenance(record) if is_news(record, found) else None, found, own_words(record, found))
