"""times, quotations: "yesterday" and "this morning" of somebody's own words count from the day on which he said them, where the sentence tells it."""

from __future__ import annotations

from onrecord.extract.temporal import timetense
from onrecord.extract.temporal.timex import Expression, expressions
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Sentence
from onrecord.quotes import Quotation, paragraph_quotations

_SAYING = word_set("verbs_of_saying") | word_set("verbs_of_putting_in_writing")
_CIRCUMSTANCES = frozenset({"after", "before", "since", "following", "during", "about", "over", "of", "ahead", "amid"})


class SpokenDays:
    """The quotations of a text, and the days on which they were said. Cost: one pass over the text, made when the first deictic word is met."""

    def __init__(self, text: str, parse: Parse) -> None:
        self.text, self.parse = text, parse
        self._quotations: tuple[Quotation, ...] | None = None

    def days(self, item: Expression, rules: tuple[str, ...]) -> list[tuple[Sentence, Expression]]:
        """The days of saying told outside the quotation that holds `item`, in the sentences in which it opens and closes: of `"They came last night," she said on
        Monday` the Monday. Only expressions of `rules` count; none where `item` stands in no quotation."""
        if self._quotations is None:
            self._quotations = paragraph_quotations(self.text, self.parse)
        quotation = next((q for q in self._quotations if q.start <= item.start < q.end), None)
        if quotation is None:
            return []
        found: list[tuple[Sentence, Expression]] = []
        for sentence in self.parse.sentences:
            if sentence.end <= quotation.start or quotation.end < sentence.start or (sentence.start > quotation.start and sentence.end < quotation.end):
                continue
            for day in expressions(self.text, sentence.start, sentence.end):
                if day.rule in rules and not any(q.start <= day.start < q.end for q in self._quotations) and self._of_saying(sentence, day):
                    found.append((sentence, day))
        return found

    def _of_saying(self, sentence: Sentence, day: Expression) -> bool:
        """Whether the day is that of a word of saying: "said on Monday", "a post published on March 14"."""
        p = self.parse
        at = timetense.clause_verb(p, sentence, day)
        first = next((t for t in p.tokens[sentence.first : sentence.last] if t.start < day.end and day.start < t.end), None)
        if at is None or first is None or p[at].lemma not in _SAYING:
            return False
        # "said after the raid on Monday": the day is of what went before the saying.
        return not any(t.dep == "pobj" and t.pos == "NOUN" and p[t.head].lower in _CIRCUMSTANCES for t in p.ancestors(first.i))
