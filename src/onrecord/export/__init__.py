"""Exports: one module a format. They read records only."""
