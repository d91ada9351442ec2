"""Scoring records against annotations of the same reports: docs/evaluate.md has the format, `score` the figures."""

from onrecord.evaluate.annotation import Annotation
from onrecord.evaluate.coded import annotation_of
from onrecord.evaluate.compare import Comparison, Difference, compare
from onrecord.evaluate.gold import Gold, read_gold
from onrecord.evaluate.score import Figure, Scores, score

__all__ = ["Annotation", "Comparison", "Difference", "Figure", "Gold", "Scores", "annotation_of", "compare", "read_gold", "score"]
