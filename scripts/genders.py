"""Makes resources/actors/genders.tsv, the given names that nearly all who bear them share a sex, from the counts of the package nomquamgender (MIT, version 0.1.4).

Usage: pip download --no-deps nomquamgender==0.1.4, unpack it, then: python scripts/genders.py FOLDER/nomquamgender/name_data.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

OUT = Path(__file__).parent.parent / "src/onrecord/resources/actors/genders.tsv"
SOURCES, COUNTS = 5, 30  # lists of names that have a name, and people counted in them
FEW, MOST = 0.04, 0.95  # the share of women below which a name is a man's, above which it is a woman's
SHORTEST = 3
HEAD = """# Given names and the sex of nearly all who bear them, by the counts of nomquamgender 0.1.4 (MIT licence, copyright (c) 2022 Ian Van Buskirk), which join 36 lists of names of many
# lands. Kept: names in at least 5 lists, of at least 30 people, at most 4% or at least 95% of them women. They tell "he" from "she" where somebody is named, and make no word a name.
#name\tgender
"""


def main(source: Path) -> None:
    """Reads the counts and writes the table, names in small letters without marks, in order."""
    counts: dict[str, list[float]] = json.loads(source.read_text(encoding="utf-8"))
    rows = [
        f"{name}\t{'f' if women >= MOST else 'm'}"
        for name, (lists, people, women, *_) in sorted(counts.items())
        if name.isascii() and name.isalpha() and name == name.lower() and len(name) >= SHORTEST and lists >= SOURCES and people >= COUNTS and not FEW < women < MOST
    ]
    OUT.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} names")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
