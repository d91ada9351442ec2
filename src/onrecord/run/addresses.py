"""Which addresses may be fetched from: http and https on the public internet, nothing else. No connection is made here.

Every refusal is a `Refused` with one plain reason. The address book's answers are checked one and all, and the caller connects to the very addresses that were checked,
so a name cannot answer differently the second time (DNS rebinding). Ranges follow IANA's special-purpose registries (RFC 6890 and its successors).
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], tuple[str, ...]]

WEB_PORTS = {"http": 80, "https": 443}
_MAX_URL = 4_000
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?", re.ASCII)
# A last label that is a number makes some resolvers read the whole name as an address: 2130706433, 0177.0.0.1, 0x7f.1.
_NUMBER = re.compile(r"(?:\d+|0x[0-9a-f]*)", re.ASCII)
_NO_IPV4 = tuple(
    ipaddress.ip_network(net)
    for net in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
        "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    )
)  # fmt: skip
# Of IPv6 only global unicast, less its special ranges: those that carry an IPv4 address (6to4, Teredo) and documentation among them.
_IPV6 = ipaddress.ip_network("2000::/3")
_NO_IPV6 = tuple(
    ipaddress.ip_network(net) for net in ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20")
)  # fmt: skip


class Refused(Exception):
    """An address that is not fetched, or a page that could not be; the text is the reason."""


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart: `host` as the address book knows it (ASCII, lower case), `path` with its query as it goes on the wire, `url` without a fragment."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def netloc(self) -> str:
        """Host and, where it is not the scheme's own, port: what the Host header says."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == WEB_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.netloc}"


def target(url: str, ports: frozenset[int] = frozenset()) -> Target:
    """The address taken apart. Raises Refused for any other scheme, for names and passwords in it, and for ports that are neither the web's nor in `ports`."""
    if len(url) > _MAX_URL:
        raise Refused(f"the address is longer than {_MAX_URL:,} characters")
    if _UNSAFE.search(url):
        raise Refused("the address holds blanks, control characters or backslashes")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise Refused(f"is no address that can be read ({error})") from None
    scheme = parts.scheme.lower()
    if scheme not in WEB_PORTS:
        raise Refused("only http and https addresses are fetched")
    if "@" in parts.netloc:
        raise Refused("an address with a user name or password in it is not fetched")
    if not host:
        raise Refused("the address names no host")
    name = _host(host)
    number = WEB_PORTS[scheme] if port is None else port
    if number not in (80, 443) and number not in ports:
        raise Refused(f"port {number} is not fetched from unless --port {number} allows it")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    made = Target("", scheme, name, number, path + (f"?{query}" if query else ""))
    return Target(urlunsplit((scheme, made.netloc, path, query, "")), scheme, name, number, made.path)


def _host(host: str) -> str:
    """The host in the one form that is checked and asked for. Raises Refused for what only looks like a name."""
    if ":" in host:
        if "%" in host:
            raise Refused("an address with an interface zone is not fetched")
        try:
            return str(ipaddress.IPv6Address(host))
        except ValueError:
            raise Refused(f"{host!r} is no host") from None
    try:
        name = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise Refused(f"{host!r} is no host") from None
    labels = name.removesuffix(".").split(".")
    if _NUMBER.fullmatch(labels[-1]):
        try:
            return str(ipaddress.IPv4Address(name))
        except ValueError:
            raise Refused(f"{host!r} is an address in disguise, not a host's name") from None
    if not all(_LABEL.fullmatch(label) for label in labels):
        raise Refused(f"{host!r} is no host")
    return name


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet's own: not private, loopback, link-local, multicast, reserved, or an IPv4 address wrapped in IPv6."""
    if isinstance(address, ipaddress.IPv4Address):
        return not any(address in net for net in _NO_IPV4)
    return address.scope_id is None and address in _IPV6 and not any(address in net for net in _NO_IPV6)


def lookup(host: str, port: int) -> tuple[str, ...]:
    """All addresses the system's address book has for a host. Raises OSError where it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def checked(where: Target, resolve: Resolver = lookup, permitted: Callable[[Address, int], bool] = lambda address, port: is_public(address)) -> tuple[str, ...]:
    """The addresses to connect to. Raises Refused where the host has none or any one of them is not public: a name that answers with both is not trusted with either."""
    try:
        literal = ipaddress.ip_address(where.host)
    except ValueError:
        try:
            found = resolve(where.host, where.port)
        except (OSError, UnicodeError) as error:
            raise Refused(f"the host {where.host} is not known ({getattr(error, 'strerror', None) or error})") from None
    else:
        found = (str(literal),)
    if not found:
        raise Refused(f"the host {where.host} has no address")
    for text in found:
        try:
            fine = permitted(ipaddress.ip_address(text), where.port)
        except ValueError:
            fine = False
        if not fine:
            what = where.host if where.host == text else f"{where.host} is at {text}, which"
            raise Refused(f"{what} is not on the public internet; private and local addresses are never fetched")
    return found
