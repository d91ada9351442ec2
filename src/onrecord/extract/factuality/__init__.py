"""Of the status stage: the operators between an event and its root, and what they make of it."""
