"""The stages that read one report: each returns only what it adds. Stages never import each other.

A stage is a module here; its parts are the package beside it: `trees` of parse, `entities` and `coref` of actors, `toponymy` of places, `temporal` of times, `speech` of attributions,
`frames` of candidates, `factuality` of status, `assembly` of events, `counts` of quantities, `legal` of authority, `disagreement` of disputes. `phrases` is shared.
"""
