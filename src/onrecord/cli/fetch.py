"""`onrecord fetch`: pages and the pages of feeds into a WARC file, which `onrecord add` reads. The only command that uses the network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.exits import INTERRUPTED, SOME_FAILED, USAGE
from onrecord.cli.page import safe
from onrecord.cli.streams import cannot_write, many, say
from onrecord.run.addresses import Refused
from onrecord.run.feeds import entry_links, is_feed
from onrecord.run.fetch import Fetcher, Limits, Network, Page
from onrecord.run.warcfile import WarcFile

EPILOG = """\b
Examples:
  onrecord fetch https://news.example/story.html
  onrecord fetch --limit 50 -o monday.warc.gz https://news.example/feed.xml
  onrecord add pages.warc.gz

\b
What is fetched: http and https, on the public internet only. Private, local and reserved addresses are refused, also behind a
name or a redirect. A site's robots.txt is obeyed; where the server fails to give it, nothing is fetched. Between two requests to
one host there is a second, or what its robots.txt asks for. Nothing is sent but the request; no proxy, cookie or password of
this machine is used. Of a feed its entries' pages are fetched, not the feed.

\b
Exit codes:
  0    everything was fetched
  1    something could not be fetched; the rest was
  2    wrong use; the output file exists already or cannot be made
  4    the output could not be written to its end
  130  interrupted; what was fetched by then is in the file"""

_CONTACT = re.compile(r"[ -~]{1,200}")


def fetch_command(
    urls: Annotated[list[str], typer.Argument(metavar="URL...", help="Addresses of pages and feeds (RSS, Atom).")],
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="The WARC file to make; it must not exist.")] = "pages.warc.gz",
    limit: Annotated[int, typer.Option(min=0, help="At most so many pages of each feed.")] = 20,
    delay: Annotated[float, typer.Option(min=0.1, max=120, help="Seconds between two requests to one host, at least.")] = 1.0,
    port: Annotated[list[int] | None, typer.Option(min=1, max=65_535, help="Allow this port beside 80 and 443; may be repeated.")] = None,
    contact: Annotated[str, typer.Option(help="An address of yours for sites' owners, sent as part of the User-Agent.")] = "",
) -> None:
    """Fetch pages and feeds by address into a WARC file for `onrecord add`."""
    if contact and not _CONTACT.fullmatch(contact):
        say("onrecord: --contact: at most 200 plain characters")
        raise typer.Exit(USAGE)
    run = Run(Fetcher(Limits(delay=delay, ports=frozenset(port or ())), network(), contact), limit)
    try:
        file = WarcFile(Path(output), run.fetcher.agent)
    except FileExistsError:
        say(f"onrecord: {safe(output)}: exists already; name another file with -o")
        raise typer.Exit(USAGE) from None
    except (OSError, ValueError) as error:
        say(f"onrecord: {safe(output)}: cannot be written: {getattr(error, 'strerror', None) or error}")
        raise typer.Exit(USAGE) from None
    interrupted = False
    with file:
        try:
            for page in run.pages(urls):
                file.add(page)
                say(f"onrecord: fetched {safe(page.url)} ({len(page.data):,} bytes)")
        except OSError as error:
            cannot_write(output, error)
        except KeyboardInterrupt:
            interrupted = True
    if file.pages:
        say(f"onrecord: {many(file.pages, 'page')} in {safe(output)}; `onrecord add {safe(output)}` puts them on record")
    if interrupted:
        raise typer.Exit(INTERRUPTED)
    if run.failed:
        raise typer.Exit(SOME_FAILED)


def network() -> Network:
    """The world as it is; tests put one of their own here."""
    return Network()


class Run:
    """Pages one by one, those of feeds behind one another; what cannot be fetched is said with its reason and counted."""

    def __init__(self, fetcher: Fetcher, limit: int) -> None:
        self.fetcher, self.limit, self.failed = fetcher, limit, 0
        self.seen: set[str] = set()

    def pages(self, urls: list[str]) -> Iterator[Page]:
        for url in urls:
            page = self._get(url)
            if page is None:
                continue
            if not is_feed(page.content_type, page.data):
                yield page
                continue
            links = entry_links(page.data, page.url)
            say(f"onrecord: {safe(page.url)} is a feed of {many(len(links), 'page')}{f'; the first {self.limit} are fetched' if len(links) > self.limit else ''}")
            for link in links[: self.limit]:
                if (entry := self._get(link)) is not None:
                    yield entry

    def _get(self, url: str) -> Page | None:
        """The page, once: None where it was fetched already in this run or cannot be."""
        if url in self.seen:
            return None
        self.seen.add(url)
        try:
            page = self.fetcher.get(url)
        except Refused as refusal:
            self.failed += 1
            say(f"onrecord: {safe(url)}: {safe(str(refusal))}")
            return None
        if page.url != url and page.url in self.seen:
            return None
        self.seen.add(page.url)
        return page


fetch_command.__doc__ = f"{fetch_command.__doc__}\n\n{EPILOG}"
