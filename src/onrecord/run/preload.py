"""Imported once by the server that forks workers: the default pipeline, loaded and warm, so that all workers share its memory.

A worker of its own costs some 190 MB and three seconds; one forked after this costs about a quarter of that and starts at once. Nothing that a fork must not
inherit is left open: there is one thread, and the gazetteer opens its file again in each process. Where loading fails nothing is said here; each worker then loads for
itself and says why it cannot.
"""

from __future__ import annotations

import contextlib
import gc

_TEXT = (
    "ARDEN, 3 March 2021 (Example) - The army said on Monday that it had killed two rebels near the border. Officials denied that the strike "
    "was planned, and it was unclear who gave the order under the Security Act."
)


def warm() -> None:
    """Run one short text through the default pipeline, and take what is loaded by now out of the garbage collector's rounds, which would unshare it."""
    from onrecord.api import Coder

    Coder(actor_lists=()).code(_TEXT)
    gc.collect()
    gc.freeze()


with contextlib.suppress(Exception):
    warm()
