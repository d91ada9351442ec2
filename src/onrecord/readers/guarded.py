"""Parsing what may be hostile in a process of its own, with a limit of time and memory that holds.

The parsers of HTML and of broken feeds are other people's, partly in C, and some take hours over a page made for that. What is too large, too deep or
too odd to be sure of goes to a child process that is ended when its time is up. Pages as they occur never need it. A Parquet file's table of contents always goes
there: where it is damaged, the library may end the process that reads it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any, Literal

from onrecord.errors import InputError

CPU_SECONDS = 10
WALL_SECONDS = 90
MEMORY = 2_000_000_000


class TooMuch(InputError):
    """The parser was ended: it took too much time or memory, or fell."""


def guarded(kind: Literal["page", "feed", "parquet"], data: bytes) -> dict[str, Any]:
    """What the parser of that kind makes of the data. Raises InputError where it fails, TooMuch where it takes too much time or memory."""
    try:
        done = subprocess.run([sys.executable, "-m", "onrecord.readers._child", kind], input=data, capture_output=True, timeout=WALL_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise TooMuch("", f"could not be taken apart within {WALL_SECONDS} seconds") from None
    except OSError as failure:
        raise TooMuch("", f"could not be taken apart safely: {failure.strerror or failure}") from failure
    if done.returncode != 0:
        raise TooMuch("", f"could not be taken apart within {CPU_SECONDS} seconds of work and {MEMORY // 1_000_000:,} MB of memory")
    answer: dict[str, Any] = json.loads(done.stdout)
    if "error" in answer:
        raise InputError("", answer["error"])
    return answer
