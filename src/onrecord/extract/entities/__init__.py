"""Of the actor and place stages: where a report mentions actors, and what each mention is."""
