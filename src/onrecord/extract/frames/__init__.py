"""Of the candidate stage: filling an event's frame, and words of deeds that tell of none."""
