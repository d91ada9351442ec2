"""Of the dispute stage: what one source says against another."""
