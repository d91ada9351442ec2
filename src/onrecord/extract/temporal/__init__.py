"""Of the time stage: recognition, tense and resolution of time expressions."""
