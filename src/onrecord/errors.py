"""The exceptions OnRecord raises.

    OnRecordError
    ├── ConfigurationError      the installation or a setting is wrong (missing resource, unmet stage requirement)
    │   └── ResourceError       a data file is missing, malformed or of another version
    ├── InputError              one input cannot be read at all (names the file and the reason)
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


class RecordError(OnRecordError, ValueError):
    """A record or a part of one breaks its contract."""
