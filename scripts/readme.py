"""Put the real rendering of a sample's dossier into the README; `--check` says whether it still stands there.

    python scripts/readme.py [--check] [--print] [--sample samples/a6-brief.txt] [--lines 42]

A page longer than `--lines` loses whole sections from its end; its last line then names them, so that nobody takes the rest for all of it.
"""

from __future__ import annotations

import argparse
import io
from dataclasses import replace
from pathlib import Path

from onrecord import Coder
from onrecord.cli.page import Renderer
from onrecord.export.dossier import page
from onrecord.export.page_parts import Dossier

ROOT = Path(__file__).resolve().parents[1]
WIDTH = 110


def rendering(sample: Path, lines: int) -> str:
    """The dossier as `onrecord code` prints it, of at most so many lines where its sections allow."""
    whole = page(Coder().code_path(sample))
    shown, left_out = whole, []
    text = _printed(shown)
    while len(text) > lines and len(shown.sections) > 1:
        left_out.insert(0, shown.sections[-1].title)
        shown = replace(whole, sections=shown.sections[:-1])
        text = [*_printed(shown), "", f"… and: {', '.join(left_out)}"]
    return "\n".join(text)


def _printed(dossier: Dossier) -> list[str]:
    out = io.StringIO()
    Renderer(out, WIDTH, False).show(dossier)
    return [line.rstrip() for line in out.getvalue().strip("\n").splitlines()]


def main() -> int:
    parser = argparse.ArgumentParser(description="Put the real rendering of a sample's dossier into the README.")
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 where the README says something else")
    parser.add_argument("--print", action="store_true", help="print the page and change nothing")
    parser.add_argument("--sample", type=Path, default=ROOT / "samples" / "a6-brief.txt")
    parser.add_argument("--lines", type=int, default=42)
    arguments = parser.parse_args()
    made = rendering(arguments.sample, arguments.lines)
    if arguments.print:
        print(made)
        return 0
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    start = text.index("```\n") + 4
    fresh = text[:start] + made + text[text.index("\n```", start) :]
    if arguments.check:
        return 0 if fresh == text else 1
    readme.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
