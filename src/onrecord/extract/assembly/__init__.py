"""Of the event stage: parties, places, times and grouping of candidates that become events."""
