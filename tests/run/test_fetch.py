"""Fetching, against a server on loopback that is let in by an address book of the test's own; never the outside."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType
from typer.testing import CliRunner

import onrecord.cli.fetch
from onrecord.cli import app
from onrecord.run.addresses import Address, Refused
from onrecord.run.feeds import entry_links, is_feed
from onrecord.run.fetch import Fetcher, Limits, Network
from onrecord.version import __version__

TLS = Path(__file__).parent / "tls"
HTML = b"<html><head><title>Truce</title></head><body><p>Both sides signed a truce in Orlan on Monday.</p></body></html>"
Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        host = self.headers["Host"].split(":")[0]
        self.site.asked.append((host, self.path))
        self.site.agents.add(self.headers["User-Agent"])
        self.site.headers.append(dict(self.headers))
        answer = self.site.answers.get(f"{host}{self.path}", self.site.answers.get(self.path))
        if answer is None:
            self.give(404, b"no", "text/plain")
        else:
            answer(self)

    def give(self, status: int, body: bytes, kind: str = "text/html", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what some of these tests are about."""


class Site:
    """A server, and the world as a fetcher sees it: two names that lead to it, one that leads elsewhere, a clock that only sleeping moves."""

    def __init__(self, tls: bool = False) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, str]] = []
        self.agents: set[str] = set()
        self.headers: list[dict[str, str]] = []
        self.slept: list[float] = []
        self.names = {"news.example": ("127.0.0.1",), "other.example": ("127.0.0.1",), "inside.example": ("10.0.0.7",)}
        self.resolved: list[str] = []
        self.server = Server(("127.0.0.1", 0), type("Bound", (Handler,), {"site": self}))
        self.port = self.server.server_address[1]
        self.scheme = "https" if tls else "http"
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(TLS / "certificate.pem", TLS / "key.pem")
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self.thread.start()

    def page(self, path: str, body: bytes = HTML, status: int = 200, kind: str = "text/html", **headers: str) -> str:
        self.answers[path] = lambda handler: handler.give(status, body, kind, **headers)
        return self.url(path)

    def url(self, path: str, host: str = "news.example") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def resolve(self, host: str, port: int) -> tuple[str, ...]:
        self.resolved.append(host)
        if host not in self.names:
            raise OSError(2, "Name or service not known")
        return self.names[host]

    def permitted(self, address: Address, port: int) -> bool:
        """The test's server and nothing else."""
        return str(address) == "127.0.0.1" and port == self.port

    def clock(self) -> float:
        return sum(self.slept)

    def network(self, certificates: Callable[[], ssl.SSLContext] = ssl.create_default_context) -> Network:
        return Network(self.resolve, self.permitted, certificates, self.clock, self.slept.append)

    def fetcher(self, **limits: object) -> Fetcher:
        return Fetcher(Limits(**{"ports": frozenset({self.port}), "stall": 5.0, **limits}), self.network())  # type: ignore[arg-type]

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()


@pytest.fixture
def secure() -> Iterator[Site]:
    site = Site(tls=True)
    yield site
    site.close()


def test_a_page_comes_with_its_address_status_headers_and_body(site: Site) -> None:
    page = site.fetcher().get(site.page("/a?b=c", kind="text/html; charset=utf-8"))
    assert (page.url, page.status, page.address, page.data) == (site.url("/a?b=c"), 200, "127.0.0.1", HTML)
    assert page.content_type == "text/html; charset=utf-8"
    assert site.asked == [("news.example", "/robots.txt"), ("news.example", "/a?b=c")]


def test_the_user_agent_is_honest_and_nothing_else_is_told(site: Site) -> None:
    fetcher = Fetcher(Limits(ports=frozenset({site.port})), site.network(), contact="desk@news.example")
    fetcher.get(site.page("/a"))
    assert site.agents == {fetcher.agent}
    assert fetcher.agent.startswith(f"OnRecord/{__version__} ")
    assert "desk@news.example" in fetcher.agent
    assert {name for headers in site.headers for name in headers} == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


def test_proxies_of_the_machine_are_not_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert site.fetcher().get(site.page("/a")).data == HTML


def test_a_name_that_changes_its_answer_cannot_lead_inside(site: Site) -> None:
    answers = iter([("127.0.0.1",), ("127.0.0.1",)])  # one look-up for robots.txt, one for the page; whoever looked a third time would be led inside
    site.resolve = lambda host, port: next(answers, ("10.0.0.7",))  # type: ignore[method-assign]
    fetcher = site.fetcher()
    page = fetcher.get(site.page("/a"))
    assert (page.data, page.address) == (HTML, "127.0.0.1")
    with pytest.raises(Refused, match=r"news\.example is at 10\.0\.0\.7"):
        fetcher.get(site.url("/a"))


@pytest.mark.parametrize("to", ["http://127.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://inside.example/", "http://2130706433/"])
def test_a_redirect_to_an_address_that_is_not_public_is_refused(site: Site, to: str) -> None:
    with pytest.raises(Refused, match=r"public internet|disguise"):
        site.fetcher().get(site.page("/a", status=302, Location=to))


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://news.example/", "http://u:p@news.example/", "http://news.example:22/"])
def test_a_redirect_to_what_is_not_fetched_is_refused_naming_it(site: Site, to: str) -> None:
    with pytest.raises(Refused, match="is moved to"):
        site.fetcher().get(site.page("/a", status=301, Location=to))


def test_redirects_are_followed_with_the_rules_of_each_host(site: Site) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /shut", kind="text/plain")
    site.page("/b")
    page = site.fetcher().get(site.page("/a", status=302, Location=site.url("/b", "other.example")))
    assert (page.asked[-2:], page.url) == ("/a", site.url("/b", "other.example"))
    with pytest.raises(Refused, match=r"robots\.txt forbids"):
        site.fetcher().get(site.page("/c", status=307, Location="/shut"))


def test_redirects_end_somewhere(site: Site) -> None:
    with pytest.raises(Refused, match="more than 5 times"):
        site.fetcher().get(site.page("/round", status=302, Location="/round"))
    with pytest.raises(Refused, match="does not say where"):
        site.fetcher().get(site.page("/nowhere", status=302))


def test_robots_rules_are_obeyed_and_asked_for_once_a_host(site: Site) -> None:
    site.page("/robots.txt", b"User-agent: OnRecord\nDisallow: /private\n\nUser-agent: *\nDisallow: /", kind="text/plain")
    fetcher = site.fetcher()
    site.page("/a")
    assert fetcher.get(site.url("/a")).data == HTML
    with pytest.raises(Refused, match=r"robots\.txt forbids"):
        fetcher.get(site.page("/private/a"))
    assert fetcher.get(site.url("/a")).data == HTML
    assert [path for _, path in site.asked] == ["/robots.txt", "/a", "/a"]


@pytest.mark.parametrize("status", [500, 503, 429])
def test_where_robots_rules_cannot_be_had_nothing_is_fetched(site: Site, status: int) -> None:
    site.page("/robots.txt", b"", status=status)
    fetcher = site.fetcher()
    for _ in range(2):
        with pytest.raises(Refused, match=rf"robots\.txt cannot be read \(status {status}\)"):
            fetcher.get(site.page("/a"))
    assert site.asked == [("news.example", "/robots.txt")]


def test_robots_rules_that_lead_inside_are_not_followed_and_nothing_is_fetched(site: Site) -> None:
    site.page("/robots.txt", b"", status=302, Location="http://inside.example/robots.txt")
    with pytest.raises(Refused, match=r"robots\.txt cannot be read.*public internet"):
        site.fetcher().get(site.page("/a"))
    assert ("news.example", "/a") not in site.asked


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_where_there_are_no_robots_rules_pages_are_fetched(site: Site, status: int) -> None:
    site.page("/robots.txt", b"Disallow: /", status=status)
    assert site.fetcher().get(site.page("/a")).data == HTML


def test_one_host_is_asked_at_a_rate_and_others_meanwhile(site: Site) -> None:
    fetcher = site.fetcher(delay=3.0)
    for url in (site.page("/a"), site.page("/b"), site.url("/a", "other.example")):
        fetcher.get(url)
    assert site.slept == [3.0, 3.0, 3.0]  # each host: robots.txt, then its pages
    site.page("/robots.txt", b"User-agent: *\nCrawl-delay: 7", kind="text/plain")
    fetcher = site.fetcher(delay=3.0)
    site.slept.clear()
    fetcher.get(site.url("/a"))
    fetcher.get(site.url("/b"))
    assert site.slept == [7.0, 7.0]


def test_a_crawl_delay_beyond_patience_is_not_undercut(site: Site) -> None:
    site.page("/robots.txt", b"User-agent: *\nCrawl-delay: 900", kind="text/plain")
    with pytest.raises(Refused, match="900 seconds between two pages"):
        site.fetcher().get(site.page("/a"))
    assert ("news.example", "/a") not in site.asked


def test_a_page_beyond_the_limit_is_refused(site: Site) -> None:
    with pytest.raises(Refused, match="more than the limit of 10,000 bytes"):
        site.fetcher(bytes=10_000).get(site.page("/a", b"x" * 10_001))
    assert len(site.fetcher(bytes=10_000).get(site.page("/b", b"x" * 10_000)).data) == 10_000


@pytest.mark.parametrize("squeeze", [gzip.compress, zlib.compress])
def test_a_compressed_page_is_unpacked_and_a_bomb_is_not(site: Site, squeeze: Callable[[bytes], bytes]) -> None:
    coding = "gzip" if squeeze is gzip.compress else "deflate"
    assert site.fetcher().get(site.page("/a", squeeze(HTML), Content_Encoding=coding)).data == HTML
    with pytest.raises(Refused, match="more than the limit"):
        site.fetcher(bytes=1_000_000).get(site.page("/b", squeeze(bytes(50_000_000)), Content_Encoding=coding))
    with pytest.raises(Refused, match="breaks off"):
        site.fetcher().get(site.page("/c", squeeze(HTML)[:-6], Content_Encoding=coding))
    with pytest.raises(Refused, match="damaged"):
        site.fetcher().get(site.page("/d", b"nothing of the kind", Content_Encoding=coding))
    with pytest.raises(Refused, match="compressed as 'br'"):
        site.fetcher().get(site.page("/e", b"x", Content_Encoding="br"))


def test_a_body_that_breaks_off_is_refused(site: Site) -> None:
    def half(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"x" * 10)

    site.answers["/a"] = half
    with pytest.raises(Refused, match="cannot be fetched"):
        site.fetcher().get(site.url("/a"))


@pytest.mark.parametrize("part", ["headers", "body"])
def test_a_server_that_drips_is_cut_off_in_time(site: Site, part: str) -> None:
    done = threading.Event()

    def drip(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        if part == "body":
            handler.wfile.write(b"Content-Length: 100000\r\n\r\n")
        while not done.wait(0.05):
            handler.wfile.write(b"x")
            handler.wfile.flush()

    site.answers["/a"] = drip
    start = time.monotonic()
    with pytest.raises(Refused, match=r"took longer than 1\.1 seconds"):
        site.fetcher(seconds=1.1, delay=0.0).get(site.url("/a"))
    done.set()
    assert time.monotonic() - start < 4


def test_a_server_that_says_nothing_is_given_up(site: Site) -> None:
    done = threading.Event()
    site.answers["/a"] = lambda handler: bool(done.wait(10)) and None  # type: ignore[assignment, return-value]
    with pytest.raises(Refused, match="does not answer in time"):
        site.fetcher(stall=0.3).get(site.url("/a"))
    done.set()


def test_errors_pictures_and_hosts_that_are_not_there_are_said(site: Site) -> None:
    with pytest.raises(Refused, match="status 404 Not Found"):
        site.fetcher().get(site.url("/none"))
    with pytest.raises(Refused, match=r"status 503.*come back after 120"):
        site.fetcher().get(site.page("/busy", status=503, Retry_After="120"))
    with pytest.raises(Refused, match="is image/png"):
        site.fetcher().get(site.page("/a.png", b"\x89PNG", kind="image/png"))
    with pytest.raises(Refused, match=r"gone\.example is not known"):
        site.fetcher().get(site.url("/a", "gone.example"))


def test_a_port_where_nobody_listens_is_said(site: Site) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # taken, and not listened at
        site.port = nobody.getsockname()[1]
        with pytest.raises(Refused, match=r"robots\.txt cannot be read \(cannot be reached: "):
            site.fetcher().get(site.url("/a"))


def test_the_next_address_of_a_host_is_tried(site: Site) -> None:
    site.names["news.example"] = ("127.0.0.2", "127.0.0.1")
    network = site.network()
    both = Network(network.resolve, lambda address, port: str(address).startswith("127.") and port == site.port, network.certificates, network.clock, network.sleep)
    page = Fetcher(Limits(ports=frozenset({site.port}), stall=2), both).get(site.page("/a"))
    assert page.address == "127.0.0.1"


def trusting() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(TLS / "certificate.pem"))


def test_certificates_are_checked_against_the_name_that_was_asked_for(secure: Site) -> None:
    limits = Limits(ports=frozenset({secure.port}), stall=5)
    page = Fetcher(limits, secure.network(trusting)).get(secure.page("/a"))
    assert (page.data, page.url) == (HTML, secure.url("/a"))
    with pytest.raises(Refused, match="certificate is not trusted"):
        Fetcher(limits, secure.network(trusting)).get(secure.url("/a", "other.example"))
    with pytest.raises(Refused, match="certificate is not trusted"):
        Fetcher(limits, secure.network()).get(secure.url("/a"))


RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>
<item><title>One</title><link>/one</link></item><item><title>Two</title><link> http://other.example/two </link></item>
<item><title>One again</title><link>/one</link></item><item><title>None</title></item></channel></rss>"""
ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>A</title><link href="a.html"/></entry></feed>"""


def test_feeds_are_told_by_what_they_are() -> None:
    assert is_feed("application/rss+xml", RSS)
    assert is_feed("text/plain", ATOM)
    assert not is_feed("text/html", HTML)
    assert not is_feed("", b"<html><body>a page about &lt;rss and <rss></body></html>")
    assert not is_feed("application/rss+xml", b"an error, in plain words")


def test_links_of_a_feed_come_once_and_whole() -> None:
    assert entry_links(RSS, "http://news.example/feed") == ("http://news.example/one", "http://other.example/two")
    assert entry_links(ATOM, "http://news.example/x/feed") == ("http://news.example/x/a.html",)
    assert entry_links(b"http://127.0.0.1/feed", "http://news.example/") == ()


@pytest.fixture
def command(site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., tuple[int, str]]:
    monkeypatch.setattr(onrecord.cli.fetch, "network", site.network)
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> tuple[int, str]:
        done = CliRunner().invoke(app, ["fetch", "--port", str(site.port), *words])
        return done.exit_code, done.stderr

    return run


def test_the_command_writes_pages_that_a_warc_reader_reads(site: Site, command: Callable[..., tuple[int, str]]) -> None:
    body = gzip.compress(HTML)
    url = site.page("/a", body, Content_Encoding="gzip")
    code, said = command(url)
    assert code == 0, said
    with Path("pages.warc.gz").open("rb") as stream:
        records = [(r.record_type, r.headers, r.http_headers, r.reader.read(), r.verify_block_digest(consume=False)) for r in ArchiveIterator(stream, parse_http=True)]
    (info, *_), (kind, headers, http, data, _) = records
    assert (info, kind) == (WarcRecordType.warcinfo, WarcRecordType.response)
    assert headers["WARC-Target-URI"] == url
    assert headers["WARC-IP-Address"] == "127.0.0.1"
    assert (http.status_code, http["Content-Type"], http["Content-Length"], http["X-Crawl-Content-Encoding"]) == (200, "text/html", str(len(HTML)), "gzip")
    assert data == HTML
    with Path("pages.warc.gz").open("rb") as stream:
        assert all(record.verify_block_digest() for record in ArchiveIterator(stream, parse_http=False))


def test_the_command_fetches_a_feeds_pages_up_to_the_limit_and_names_what_failed(site: Site, command: Callable[..., tuple[int, str]]) -> None:
    items = "".join(f"<item><link>{site.url(f'/p{n}')}</link></item>" for n in range(5))
    site.page("/feed", f"<rss><channel>{items}</channel></rss>".encode(), kind="application/rss+xml")
    for n in (0, 2, 3):
        site.page(f"/p{n}")
    code, said = command("--limit", "3", "--delay", "0.1", site.url("/feed"), "http://inside.example/", "-o", "out.warc.gz")
    assert code == 1
    assert f"{site.url('/p1')}: the server answers with status 404" in said
    assert "http://inside.example/: inside.example is at 10.0.0.7" in said
    assert "2 pages in out.warc.gz" in said
    with Path("out.warc.gz").open("rb") as stream:
        found = [r.headers["WARC-Target-URI"] for r in ArchiveIterator(stream, record_types=WarcRecordType.response)]
    assert found == [site.url("/p0"), site.url("/p2")]


def test_the_command_overwrites_nothing_and_leaves_no_empty_file(site: Site, command: Callable[..., tuple[int, str]]) -> None:
    Path("pages.warc.gz").write_bytes(b"mine")
    code, said = command(site.page("/a"))
    assert (code, site.asked) == (2, [])
    assert "exists already" in said
    assert Path("pages.warc.gz").read_bytes() == b"mine"
    assert command("-o", "nowhere/x.warc.gz", site.url("/a"))[0] == 2
    assert command("-o", "new.warc.gz", site.url("/none"))[0] == 1
    assert not Path("new.warc.gz").exists()
    assert command("--contact", "a\nb: c", "-o", "new.warc.gz", site.url("/a"))[0] == 2


def test_an_interrupt_keeps_the_pages_fetched_so_far(site: Site, command: Callable[..., tuple[int, str]]) -> None:
    site.page("/b")

    def interrupt(host: str, port: int) -> tuple[str, ...]:
        if ("news.example", "/a") in site.asked:
            raise KeyboardInterrupt
        return ("127.0.0.1",)

    site.resolve = interrupt  # type: ignore[method-assign]
    code, said = command(site.page("/a"), site.url("/b"))
    assert code == 130, said
    with Path("pages.warc.gz").open("rb") as stream:
        assert len(list(ArchiveIterator(stream, record_types=WarcRecordType.response))) == 1
