"""Of the quantities stage: the phrases that count, tolls, and what is no count."""
