"""The stages that read one report: each returns only what it adds. Stages never import each other."""
