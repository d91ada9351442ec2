"""Fetching pages that a user asked for by address: the only code of OnRecord that uses the network.

Every hop of a redirect is checked like the first address (`addresses.py`) and connected to at the very address that was checked. A site's robots.txt is obeyed
(RFC 9309: where the server fails to give one nothing is fetched, where there is none everything may be), its crawl delay is kept, and time, size, redirects and
what a compressed body may grow to are limited. No proxy, cookie, cache or credential of the machine is used.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

from protego import Protego
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse
from urllib3.util import Timeout

from onrecord.readers import MAX_BYTES
from onrecord.run.addresses import Address, Refused, Resolver, Target, checked, is_public, lookup, target
from onrecord.version import __version__

AGENT = "OnRecord"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ROBOTS_BYTES = 500_000
_CHUNK = 65_536
_READABLE = ("text/", "application/xhtml", "application/xml", "application/rss", "application/atom", "application/rdf", "application/octet-stream")


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` for one page, redirects included; `stall` for a server that says nothing; `delay` between two requests to one host, `patience` the longest
    crawl delay that is waited for. `ports` are allowed beside 80 and 443."""

    bytes: int = MAX_BYTES
    seconds: float = 60.0
    stall: float = 20.0
    redirects: int = 5
    delay: float = 1.0
    patience: float = 120.0
    ports: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Network:
    """What fetching needs of the world, replaceable in tests: names to addresses, which addresses are permitted, certificates, clock."""

    resolve: Resolver = lookup
    permitted: Callable[[Address, int], bool] = lambda address, port: is_public(address)
    certificates: Callable[[], ssl.SSLContext] = ssl.create_default_context
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Page:
    """One answer: `url` the address it came from after redirects, `asked` the one that was asked for, `data` its body, decompressed."""

    asked: str
    url: str
    address: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    data: bytes

    @property
    def content_type(self) -> str:
        return next((value for name, value in self.headers if name.lower() == "content-type"), "")


@dataclass(slots=True)
class _Robots:
    rules: Protego | None  # None: nothing may be fetched
    why: str = ""


@dataclass(slots=True)
class Fetcher:
    """Fetches one page after the other. `contact` is added to the User-Agent, for those who wish to be reached by a site's owner."""

    limits: Limits = field(default_factory=Limits)
    network: Network = field(default_factory=Network)
    contact: str = ""
    _robots: dict[str, _Robots] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    @property
    def agent(self) -> str:
        return f"{AGENT}/{__version__} (fetches single pages by name; robots.txt is obeyed{'; ' + self.contact if self.contact else ''})"

    def get(self, url: str) -> Page:
        """The page at an address. Raises Refused, with the reason, where it may not or cannot be had."""
        return self._follow(url, self.limits.bytes, robots=True)

    def _follow(self, url: str, most: int, *, robots: bool) -> Page:
        until = self.network.clock() + self.limits.seconds
        where = target(url, self.limits.ports)
        for _ in range(self.limits.redirects + 1):
            addresses = checked(where, self.network.resolve, self.network.permitted)
            if robots:
                self._obey(where)
                until += self._wait(where)
            page = self._ask(url, where, addresses, most, until, any_type=not robots)
            if page.status not in _REDIRECTS:
                return page
            location = next((value for name, value in page.headers if name.lower() == "location"), None)
            if location is None:
                raise Refused(f"is moved (status {page.status}), it does not say where to")
            try:
                following = urljoin(where.url, location.strip())
            except ValueError:
                raise Refused(f"is moved to {location!r}, which is no address") from None
            try:
                where = target(following, self.limits.ports)
            except Refused as refusal:
                raise Refused(f"is moved to {following!r}: {refusal}") from None
        raise Refused(f"is moved more than {self.limits.redirects} times")

    def _obey(self, where: Target) -> None:
        robots = self._robots.get(where.origin)
        if robots is None:
            robots = self._robots[where.origin] = self._read_robots(where)
        if robots.rules is None:
            raise Refused(f"is not fetched: {robots.why}")
        if not robots.rules.can_fetch(where.url, AGENT):
            raise Refused("the site's robots.txt forbids it")

    def _read_robots(self, where: Target) -> _Robots:
        address = f"{where.origin}/robots.txt"
        try:
            page = self._follow(address, _ROBOTS_BYTES, robots=False)
        except Refused as refusal:
            return _Robots(None, f"the site's robots.txt cannot be read ({refusal})")
        finally:
            self._last[where.host] = self.network.clock()
        if page.status >= 500 or page.status == 429:
            return _Robots(None, f"the site's robots.txt cannot be read (status {page.status})")
        text = page.data.decode("utf-8", "replace") if 200 <= page.status < 300 else ""
        return _Robots(Protego.parse(text))

    def _wait(self, where: Target) -> float:
        """Wait until the host may be asked again; the seconds waited."""
        rules = self._robots[where.origin].rules
        delay = self.limits.delay
        if rules is not None:
            rate = rules.request_rate(AGENT)
            delay = max(delay, rules.crawl_delay(AGENT) or 0.0, rate.seconds / rate.requests if rate is not None and rate.requests else 0.0)
        if delay > self.limits.patience:
            raise Refused(f"the site asks for {delay:g} seconds between two pages, more than the {self.limits.patience:g} that are waited")
        now = self.network.clock()
        pause = self._last[where.host] + delay - now if where.host in self._last else 0.0
        if pause > 0:
            self.network.sleep(pause)
        self._last[where.host] = self.network.clock()
        return max(0.0, pause)

    def _ask(self, asked: str, where: Target, addresses: tuple[str, ...], most: int, until: float, *, any_type: bool) -> Page:
        """One request, to the first of the checked addresses that answers."""
        trouble: Exception = OSError("no address")
        for address in addresses:
            left = until - self.network.clock()
            if left <= 0:
                raise Refused(f"took longer than {self.limits.seconds:g} seconds")
            connection = self._connection(where, address, min(self.limits.stall, left))
            try:
                connection.connect()
            except (HTTPError, OSError, ValueError) as error:
                connection.close()
                trouble = error
                continue
            with contextlib.closing(connection), _ended_after(connection, left) as ended:
                try:
                    page = self._answer(asked, where, address, connection, most, any_type)
                except (HTTPError, OSError, ValueError) as error:
                    if not ended.is_set():
                        raise Refused(f"cannot be fetched: {_plain(error)}") from None
                if ended.is_set():  # also where what had come by then can be taken for a whole answer
                    raise Refused(f"took longer than {self.limits.seconds:g} seconds")
                return page
        raise Refused(f"cannot be reached: {_plain(trouble)}")

    def _connection(self, where: Target, address: str, seconds: float) -> HTTPConnection:
        if where.scheme == "http":
            return HTTPConnection(address, where.port, timeout=Timeout(seconds).connect_timeout)
        context = self.network.certificates()
        return HTTPSConnection(address, where.port, timeout=seconds, ssl_context=context, server_hostname=where.host)

    def _answer(self, asked: str, where: Target, address: str, connection: HTTPConnection, most: int, any_type: bool) -> Page:
        headers = {"Host": where.netloc, "User-Agent": self.agent, "Accept": "text/html, application/xhtml+xml, application/xml, text/*;q=0.9", "Accept-Encoding": "gzip", "Connection": "close"}
        connection.request("GET", where.path, headers=headers, preload_content=False, decode_content=False)
        answer = connection.getresponse()
        with contextlib.closing(answer):
            got = tuple((str(name), str(value)) for name, value in answer.headers.items())
            page = Page(asked, where.url, address, answer.status, answer.reason or "", got, b"")
            if answer.status in _REDIRECTS:
                return page
            if not any_type:
                _welcome(page, answer)
            data = _body(answer, most)
        return Page(asked, where.url, address, answer.status, answer.reason or "", got, data)


def _welcome(page: Page, answer: BaseHTTPResponse) -> None:
    """Raise Refused for an answer that holds no page: an error, or a picture."""
    if page.status != 200:
        after = answer.headers.get("Retry-After")
        raise Refused(f"the server answers with status {page.status}{' ' + page.reason if page.reason else ''}{f'; it asks to come back after {after}' if after else ''}")
    kind = page.content_type.split(";")[0].strip().lower()
    if kind and not kind.startswith(_READABLE):
        raise Refused(f"is {kind}, neither text nor a feed")


def _body(answer: BaseHTTPResponse, most: int) -> bytes:
    """The body, decompressed as it comes and never beyond `most` bytes, however small it was on the way."""
    coding = (answer.headers.get("Content-Encoding") or "identity").strip().lower()
    if coding not in ("identity", "gzip", "x-gzip", "deflate"):
        raise Refused(f"is compressed as {coding!r}, which was not asked for")
    inflate = None if coding == "identity" else zlib.decompressobj(47)
    body = bytearray()
    wire = 0
    while chunk := answer.read1(_CHUNK, decode_content=False):
        wire += len(chunk)
        try:
            body += chunk if inflate is None else inflate.decompress(chunk, most + 1 - len(body))
        except zlib.error:
            raise Refused("is damaged: its compressed body cannot be read") from None
        if len(body) > most or wire > most:
            raise Refused(f"holds more than the limit of {most:,} bytes")
    if inflate is not None and wire and not inflate.eof:
        raise Refused("is damaged: its compressed body breaks off")
    return bytes(body)


@contextlib.contextmanager
def _ended_after(connection: HTTPConnection, seconds: float) -> Iterator[threading.Event]:
    """Shut the connection after so many seconds, even where the server keeps it alive byte by byte; the event says that it happened."""
    ended = threading.Event()

    def end() -> None:
        ended.set()
        with contextlib.suppress(OSError, AttributeError):
            connection.sock.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield ended
    finally:
        timer.cancel()


def _plain(error: Exception) -> str:
    """An error of the network in words."""
    cause = error.__cause__ or error
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted ({cause.verify_message})"
    if isinstance(cause, TimeoutError) or "timed out" in str(error):
        return "the server does not answer in time"
    return getattr(cause, "strerror", None) or str(error).split(">: ", 1)[-1] or type(error).__name__
