"""Of the actor stage: which mentions are one actor."""
