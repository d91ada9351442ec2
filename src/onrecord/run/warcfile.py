"""Fetched pages as a WARC file (ISO 28500), one gzip member a record, so that a file cut short still holds every page before the cut.

Bodies are kept decompressed and without transfer coding; the headers that said otherwise are kept under the names Common Crawl gives them.
"""

from __future__ import annotations

import gzip
import io
import re
from datetime import datetime, timezone
from pathlib import Path
from types import TracebackType

from fastwarc.warc import WarcRecord, WarcRecordType

from onrecord.run.fetch import Page
from onrecord.version import __version__

_OF_THE_WAY = ("content-encoding", "transfer-encoding", "content-length")
_BREAKS = re.compile(r"[\r\n\x00]+")


class WarcFile:
    """A new file that pages are appended to; each is on the disk when `add` returns. Raises FileExistsError where something stands there already."""

    def __init__(self, path: Path, agent: str) -> None:
        self.path = path
        self.pages = 0
        self._raw = path.open("xb")
        lines = (f"software: OnRecord/{__version__}", "format: WARC File Format 1.1", f"http-header-user-agent: {agent}", "robots: obey")
        self._write(WarcRecordType.warcinfo, "\r\n".join((*lines, "")).encode(), {"Content-Type": "application/warc-fields", "WARC-Filename": path.name})

    def add(self, page: Page) -> None:
        """One page as a response record."""
        lines = [f"HTTP/1.1 {page.status} {_BREAKS.sub(' ', page.reason)}".rstrip()]
        for name, value in page.headers:
            kept = f"X-Crawl-{name}" if name.lower() in _OF_THE_WAY else name
            lines.append(f"{_BREAKS.sub('', kept)}: {_BREAKS.sub(' ', value)}")
        lines.append(f"Content-Length: {len(page.data)}")
        head = "\r\n".join((*lines, "", "")).encode("latin-1", "replace")
        told = {"WARC-Target-URI": page.url, "WARC-IP-Address": page.address, "Content-Type": "application/http; msgtype=response"}
        self._write(WarcRecordType.response, head + page.data, told)
        self.pages += 1

    def _write(self, kind: WarcRecordType, content: bytes, headers: dict[str, str]) -> None:
        record = WarcRecord()
        record.init_headers(kind)
        record.headers["WARC-Date"] = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")  # noqa: UP017
        for name, value in headers.items():
            record.headers[name] = value
        record.set_bytes_content(content)
        plain = io.BytesIO()
        record.write(plain, checksum_data=True)
        self._raw.write(gzip.compress(plain.getvalue()))
        self._raw.flush()

    def __enter__(self) -> WarcFile:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._raw.close()
        if not self.pages:
            self.path.unlink(missing_ok=True)
