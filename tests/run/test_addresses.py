"""Which addresses are refused before any connection is made."""

from __future__ import annotations

import ipaddress

import pytest

from onrecord.run.addresses import Refused, checked, is_public, target

PUBLIC = "93.184.216.34"



@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.9", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255",
        "198.18.0.1", "203.0.113.7", "240.0.0.1", "[::1]", "[::]", "[fe80::1]", "[fc00::1]", "[fd12:3456::1]", "[ff02::1]", "[::ffff:127.0.0.1]",
        "[::ffff:8.8.8.8]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]", "[2001:db8::1]", "[fec0::1]", "[3fff::1]",
        "[5f00::1]", "[100::1]",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public_are_refused(host: str) -> None:
    with pytest.raises(Refused, match="not on the public internet"):
        checked(target(f"http://{host}/"))


@pytest.mark.parametrize("address", ["8.8.8.8", PUBLIC, "172.15.255.255", "172.32.0.1", "2606:2800:220:1:248:1893:25c8:1946", "2a00:1450:4001::1"])
def test_public_addresses_pass(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "host", ["2130706433", "0177.0.0.1", "0x7f.0.0.1", "0x7f000001", "127.1", "127.0.1", "0300.0250.1.1", "127.0.0.1.", "news.example.0x7f", "1.2.3.4.5", "256.1.1.1"]
)
def test_addresses_in_disguise_are_refused_without_asking_anybody(host: str) -> None:
    def nobody(name: str, port: int) -> tuple[str, ...]:
        raise AssertionError("the address book was asked")

    with pytest.raises(Refused, match="disguise"):
        checked(target(f"http://{host}/"), nobody)


def test_digits_of_other_scripts_are_read_as_what_they_stand_for() -> None:
    with pytest.raises(Refused, match="not on the public internet"):
        checked(target("http://１２７.０.０.１/"))


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://user@news.example/", "user name"),
        ("http://user:secret@news.example/", "user name"),
        ("http://news.example@127.0.0.1/", "user name"),
        ("http://news.example%40127.0.0.1/", "disguise"),
        ("http://127.0.0.1#@news.example/", "not on the public internet"),
        ("http://127.0.0.1?@news.example/", "not on the public internet"),
        ("http://127.0.0.1\\@news.example/", "backslashes"),
        ("http://news.example\t.evil.example/", "control characters"),
        ("http://news.example/\r\nHost: other", "control characters"),
        (" http://news.example/", "blanks"),
        ("file:///etc/passwd", "only http and https"),
        ("ftp://news.example/a", "only http and https"),
        ("gopher://news.example/", "only http and https"),
        ("//news.example/", "only http and https"),
        ("news.example", "only http and https"),
        ("http:///a", "names no host"),
        ("http://[::1", "no address that can be read"),
        ("http://[fe80::1%25eth0]/", "zone"),
        ("http://news.example:99999/", "no address that can be read"),
        ("http://news.example:22/", "port 22"),
        ("http://news.example:8080/", "port 8080"),
        ("http://new s.example/", "blanks"),
        ("http://-a-.example/", "no host"),
        ("http://a..example/", "no host"),
        ("http://" + "a" * 70 + ".example/", "no host"),
        ("http://news.example/" + "a" * 5000, "longer than"),
    ],
)
def test_tricks_with_the_address_itself_are_refused(url: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        checked(target(url), lambda host, port: (PUBLIC,))


def test_a_port_is_allowed_by_name() -> None:
    assert target("http://news.example:8080/", frozenset({8080})).port == 8080


@pytest.mark.parametrize("answers", [("127.0.0.1",), (PUBLIC, "10.0.0.1"), ("10.0.0.1", PUBLIC), (PUBLIC, "::1"), (PUBLIC, "::ffff:10.0.0.1"), (PUBLIC, "fe80::1%eth0")])
def test_a_name_that_answers_with_any_address_that_is_not_public_is_refused(answers: tuple[str, ...]) -> None:
    with pytest.raises(Refused, match=r"news\.example is at .* not on the public internet"):
        checked(target("http://news.example/"), lambda host, port: answers)


def test_a_name_that_is_not_known_is_said_to_be_so() -> None:
    def unknown(name: str, port: int) -> tuple[str, ...]:
        raise OSError(2, "Name or service not known")

    with pytest.raises(Refused, match=r"news\.example is not known"):
        checked(target("http://news.example/"), unknown)
    with pytest.raises(Refused, match="has no address"):
        checked(target("http://news.example/"), lambda host, port: ())


def test_an_address_is_brought_into_one_form() -> None:
    made = target("HTTPS://Zürich.Example/a b".replace(" ", "%20") + "/ü?q=ä&r=1#part")
    assert made.url == "https://xn--zrich-kva.example/a%20b/%C3%BC?q=%C3%A4&r=1"
    assert (made.host, made.port, made.netloc) == ("xn--zrich-kva.example", 443, "xn--zrich-kva.example")
    assert target("http://news.example").path == "/"
    assert target("http://[2606:2800::1]:80/x").netloc == "[2606:2800::1]"
