"""What a web page states of itself: JSON-LD, <meta> elements, dated elements, its address. Never the clock, never a copyright year."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from onrecord.readers._data import article_types, meta_fields
from onrecord.readers.dates import Dated, find_written, parse_any
from onrecord.readers.fields import outlet_tail

_MAX_JSON = 2_000_000
_MAX_DEPTH = 12
_PATH_DATE = re.compile(
    r"/(?P<y>(?:19|20)\d{2})[/\-]?(?P<m>0[1-9]|1[0-2]|[a-z]{3})[/\-]?(?P<d>0[1-9]|[12]\d|3[01])(?=[/\-_.]|$)", re.IGNORECASE
)
_DATED_CLASS = re.compile(
    r"(?:publish|pub[_-]?date|post[_-]?date|posted|entry-date|article[_-]{1,2}date|date[_-]?line|time-?stamp"
    r"|byline|article-info|story-date|\bdate\b|\btime\b)",
    re.IGNORECASE,
)
_POSTED = re.compile(r"publish|posted", re.IGNORECASE)
_UPDATED = re.compile(r"\b(?:updated|modified|edited|copyright)\b|©", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Facts with the value as stated, None where the page does not state them; `visible` where the date stood in the page's text."""

    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: Dated | None = None
    visible: bool = False
    url: str | None = None


def _clean(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    words = " ".join(html.unescape(re.sub(r"<[^>]{0,200}>", " ", value)).split())
    return words if words and len(words) <= 500 else None


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The JSON objects inside a JSON-LD value that may describe the page: the top level, lists, @graph and main entities."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value[:200]:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(key), (list, dict)):
                yield from _objects(value[key], depth + 1)


def _types(thing: dict[str, Any]) -> set[str]:
    kinds = thing.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return {kind.rsplit("/", 1)[-1].lower() for kind in kinds if isinstance(kind, str)}


def linked_data(tree: Any) -> list[dict[str, Any]]:
    """The page's JSON-LD objects of an article type, in page order; broken JSON is passed over."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        body = (script.text_content() or "").strip()
        body = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\]\]>|/\*\]\]>\*/)\s*$", "", body)
        if not body or len(body) > _MAX_JSON:
            continue
        try:
            value = json.loads(body, strict=False)
        except (ValueError, RecursionError):
            continue
        found += [thing for thing in _objects(value) if _types(thing) & article_types()]
    return found


def _names(value: Any) -> str | None:
    """The names in a JSON-LD author or publisher."""
    values = value if isinstance(value, list) else [value]
    names: list[str] = []
    for item in values[:12]:
        name = _clean(item.get("name")) if isinstance(item, dict) else _clean(item)
        if isinstance(item, dict) and isinstance(item.get("name"), list):
            name = _names(item["name"])
        if name and name not in names:
            names.append(name)
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names) or None


def _meta(tree: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        value = _clean(element.get("content"))
        if value is None:
            continue
        for attribute in ("property", "name", "itemprop"):
            key = (element.get(attribute) or "").strip().lower()
            if key:
                found.setdefault(key, []).append(value)
    return found


def _first(meta: dict[str, list[str]], field: str) -> str | None:
    return next((meta[key][0] for key in meta_fields()[field] if key in meta), None)


def _byline(value: str | None) -> str | None:
    """A byline without its "By"; None for an address, a handle or a list of tags."""
    if value is None or re.match(r"https?://|@|www\.", value) or len(value) > 160 or "@" in value:
        return None
    value = re.sub(r"^(?:by|written by|posted by|author:)\s+", "", value, flags=re.IGNORECASE).strip(" ,|-–—")
    return value if re.search(r"[^\W\d_]{2}", value) else None


def _path_date(url: str | None) -> Dated | None:
    if not url:
        return None
    try:
        match = _PATH_DATE.search(urlsplit(url).path)
    except ValueError:  # an address with a bad bracket in its host
        return None
    if match is None:
        return None
    if match["m"].isdigit():
        return parse_any(f"{match['y']}-{match['m']}-{match['d']}")
    return find_written(f"{match['d']} {match['m']} {match['y']}")


def _dated(values: Iterable[str | None]) -> Dated | None:
    for value in values:
        found = parse_any(value) if value else None
        if found is not None and found.granularity in ("day", "minute"):
            return found
    return None


def _time_elements(tree: Any) -> Dated | None:
    """The date of the page's dated elements: itemprop=datePublished, <time pubdate>, else the one date all leading <time> agree on."""
    marked = tree.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]")
    found = _dated(value for element in marked[:5] for value in (element.get("datetime"), element.get("content"), _text(element)))
    if found:
        return found
    body = tree.xpath("//article//time | //header//time | //main//time") or tree.xpath("//time")
    return _agreed(body[:1])


def _text(element: Any) -> str:
    return " ".join((element.text_content() or "").split())[:200]


def _agreed(elements: list[Any]) -> Dated | None:
    found = {
        dated.value[:10]: dated
        for element in elements
        if not _UPDATED.search(_text(element) + " " + (element.get("class") or ""))
        for dated in [_dated((element.get("datetime"), _text(element)))]
        if dated
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _visible_date(tree: Any) -> Dated | None:
    """A full date in a short element whose class or id says that it dates the page, before or beside the headline's text."""
    for element in tree.iter("span", "p", "div", "li", "em", "h5", "h6", "td", "abbr", "small"):
        label = f"{element.get('class') or ''} {element.get('id') or ''}"
        if label == " " or not _DATED_CLASS.search(label):
            continue
        words = " ".join((element.text_content() or "").split()) if len(element) < 12 else ""
        if not 6 <= len(words) <= 160 or (_UPDATED.search(words) and not _POSTED.search(words)):
            continue
        found = find_written(words)
        if found:
            return found
    return None


def _title(tree: Any, data: dict[str, Any], meta: dict[str, list[str]], publisher: str | None) -> str | None:
    stated = _clean(data.get("headline")) or _first(meta, "title")
    headings = [words for element in tree.iter("h1") if 8 <= len(words := _text(element)) <= 250]
    if stated is None:
        element = next(tree.iter("title"), None)
        stated = _clean(element.text_content()) if element is not None else None
    if stated is None:
        return headings[0] if headings else None
    bare = without_outlet(stated, publisher)
    # A page's own headline inside a longer <title> ("Headline - Section - Site") is the better reading of it.
    inside = [heading for heading in headings if heading in stated]
    return max(inside, key=len) if inside else bare


def without_outlet(title: str, publisher: str | None) -> str:
    """A page title without its outlet's name at the end."""
    parts = re.split(r"\s+(?:[|–—»-]|::)\s+", title)
    if publisher and len(parts) > 1:
        known = re.sub(r"\W", "", publisher.lower())
        if known and re.sub(r"\W", "", parts[-1].lower()) in (known, f"the{known}", known.removeprefix("the"), f"{known}com"):
            return title[: title.rindex(parts[-1])].rstrip(" |–—»-:")
    found = outlet_tail(title)
    if found:
        return title[: found[0]].rstrip(" |–—»-:")
    return re.sub(r"\s+[-|–—]\s+[\w-]+\.(?:com|org|net|co\.uk|news)$", "", title, flags=re.IGNORECASE)


def page_facts(tree: Any, given_url: str | None) -> PageFacts:
    """What the page states of itself. `tree` is its lxml element; `given_url` the address it was asked at."""
    data: dict[str, Any] = {}
    for thing in linked_data(tree):
        data = {**thing, **data}
    meta = _meta(tree)
    canonical = tree.xpath("string(//link[@rel='canonical']/@href)").strip()
    url = next((u for u in (given_url, canonical, _first(meta, "url")) if u and re.match(r"https?://[^/]+", u)), None)
    publisher = _names(data.get("publisher")) or _first(meta, "publisher")
    if publisher and re.match(r"https?://|@", publisher):
        publisher = None
    marked = tree.xpath("//*[@itemprop='author' or @rel='author']")
    byline = _byline(_names(data.get("author"))) or next(
        (b for key in meta_fields()["byline"] if key in meta and (b := _byline(" and ".join(dict.fromkeys(meta[key][:4]))))), None
    )
    byline = byline or next((b for element in marked[:3] if (b := _byline(_text(element)))), None)
    stated = _dated([_clean(data.get("datePublished")), *(meta[key][0] for key in meta_fields()["published"] if key in meta)])
    found = stated or _time_elements(tree) or _path_date(url) or _path_date(canonical)
    shown = None if found else _visible_date(tree)
    return PageFacts(_title(tree, data, meta, publisher), byline, publisher, found or shown, shown is not None, url)
