"""Of the place stage: which words name a place, which place, and how an event lies to it."""
