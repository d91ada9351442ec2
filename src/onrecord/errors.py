"""The exceptions OnRecord raises.

    OnRecordError
    ├── ConfigurationError      the installation or a setting is wrong (missing resource, unmet stage requirement)
    │   └── ResourceError       a data file is missing, malformed or of another version
    ├── InputError              one input cannot be read at all (names the file and the reason)
    ├── StoreError              a record file or database cannot be opened, read or written (names it, the reason and its kind)
    └── RecordError             a record breaks its contract (span invariant, unknown reference, bad JSON)

Bad *input text* does not raise: it yields a record with an `Issue`. Only what cannot become a record raises.
"""


class OnRecordError(Exception):
    """Base of everything OnRecord raises on purpose."""


class ConfigurationError(OnRecordError):
    """The installation or a setting is wrong; no report can be coded until it is mended."""


class ResourceError(ConfigurationError):
    """A data file is missing, malformed or of another version; the message names file and line."""


class InputError(OnRecordError):
    """One input cannot be read; `name` is the input's name, `reason` one plain sentence."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class StoreError(OnRecordError):
    """A record file or database cannot be used; `name` says which (without a password), `reason` is one plain sentence.

    `kind`: absent (a record can be made there) | missing | no_record | newer | read_only | busy | full | damaged | unreachable | exists | failed. What was committed before stays.
    """

    def __init__(self, name: str, reason: str, kind: str = "failed") -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason
        self.kind = kind


class RecordError(OnRecordError, ValueError):
    """A record or a part of one breaks its contract."""
