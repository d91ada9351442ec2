"""The child process of `guarded`: one input on standard input, plain JSON on standard output."""

from __future__ import annotations

import contextlib
import json
import sys

from onrecord.errors import InputError
from onrecord.readers.guarded import CPU_SECONDS, MEMORY


def limit() -> None:
    """Bound this process's time and memory where the system knows such bounds; the parent's clock holds everywhere."""
    try:
        import resource
    except ImportError:
        return
    for kind, bound in ((resource.RLIMIT_CPU, CPU_SECONDS), (resource.RLIMIT_AS, MEMORY)):
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(kind, (bound, bound))


def main(kind: str) -> None:
    data = sys.stdin.buffer.read()
    limit()
    try:
        if kind == "feed":
            from onrecord.readers.feeds import entries

            answer = entries(data)
        elif kind == "parquet":
            from onrecord.readers.parquet import walked

            answer = walked(data)
        else:
            from onrecord.readers.html import extracted_json

            answer = extracted_json(data)
    except InputError as failure:
        answer = {"error": failure.reason}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
