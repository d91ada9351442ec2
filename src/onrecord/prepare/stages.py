"""The stages of this floor as the pipeline runs them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.errors import ConfigurationError
from onrecord.model.layers import Added
from onrecord.model.report import Report
from onrecord.model.text import CleanText
from onrecord.prepare.clean import clean
from onrecord.prepare.language import detect_language


@dataclass(frozen=True, slots=True)
class Clean:
    """`report` to `clean`: the text the other stages read, with its edits."""

    name: str = "clean"
    version: str = "1"
    requires: tuple[str, ...] = ("report",)
    provides: tuple[str, ...] = ("clean",)

    def run(self, layers: Mapping[str, object]) -> Added:
        report = layers["report"]
        if not isinstance(report, Report):
            raise ConfigurationError("the layer 'report' holds no Report")
        text, issues = clean(report)
        return Added({"clean": text}, issues)


@dataclass(frozen=True, slots=True)
class Language:
    """`clean` to `language`: an ISO 639 code, or None where unsure."""

    name: str = "language"
    version: str = "1"
    requires: tuple[str, ...] = ("clean",)
    provides: tuple[str, ...] = ("language",)

    def run(self, layers: Mapping[str, object]) -> Added:
        text = layers["clean"]
        if not isinstance(text, CleanText):
            raise ConfigurationError("the layer 'clean' holds no CleanText")
        return Added({"language": detect_language(text.text)})
