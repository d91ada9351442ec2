"""Stages and functions across reports: what one text says of another's claim."""
