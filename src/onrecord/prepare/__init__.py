"""From the text as received to the text the stages read: every edit is recorded and can be replayed. Language and what is coded."""

from __future__ import annotations

from onrecord.prepare.clean import clean
from onrecord.prepare.language import coded_as, detect_language
from onrecord.prepare.stages import Clean, Language

__all__ = ["Clean", "Language", "clean", "coded_as", "detect_language"]
