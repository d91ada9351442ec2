"""The real reports of the development corpora, as labels of ours count in them."""

from __future__ import annotations

import json
from pathlib import Path


def texts(shared: Path) -> dict[str, tuple[str, str | None]]:
    """Report id -> its text, a headline before it where the corpus has one, and its day of publication."""
    found = {}
    for name in ("insightcrime", "muc4", "news2016"):
        path = shared / f"corpora/{name}.jsonl"
        if not path.exists():
            continue
        with path.open(encoding="utf-8") as stream:
            for row in map(json.loads, stream):
                title = row.get("title") if name != "muc4" else None
                found[row["id"]] = (f"{title}\n\n{row['text']}" if title else row["text"], row.get("published") if name == "news2016" else None)
    return found
