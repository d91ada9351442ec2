"""The record's schema, step by step, for alembic. Each step is written out and never changed again; `tables.py` is where they lead."""
