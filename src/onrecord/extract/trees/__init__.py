"""Of the parse stage: casing, the gate, entries, and the repairs of a sentence's tree."""
