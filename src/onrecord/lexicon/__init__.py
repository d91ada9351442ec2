"""The only readers of `resources/lexicon`: tables, event rules, noun classes, status and attribution lists."""
