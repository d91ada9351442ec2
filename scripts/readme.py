"""Put the real rendering of a sample's dossier into the README; `--check` says whether it still stands there."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from onrecord import Coder
from onrecord.cli.page import Renderer
from onrecord.export.dossier import page

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "samples" / "a1-planned-operation.txt"
WIDTH = 110


def rendering() -> str:
    out = io.StringIO()
    Renderer(out, WIDTH, False).show(page(Coder().code_path(SAMPLE)))
    return "\n".join(line.rstrip() for line in out.getvalue().strip("\n").splitlines())


def main() -> int:
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    start = text.index("```\n") + 4
    end = text.index("\n```", start)
    fresh = text[:start] + rendering() + text[end:]
    if "--check" in sys.argv:
        return 0 if fresh == text else 1
    readme.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
