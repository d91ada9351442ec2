"""Exit codes of the command."""

DONE = 0
SOME_FAILED = 1
USAGE = 2
CONFIGURATION = 3
OUTPUT = 4
INTERRUPTED = 130
