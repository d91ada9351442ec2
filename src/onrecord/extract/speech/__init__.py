"""Of the attribution stage: what reports what, how far it reaches, and whose words they are."""
