"""Articles and the places of evidence as resources: addresses that a chat client can open, keep and show.

In: a story and an address. Out: text, with its media type. Invariants: an address carries its day
("?as_of=2011-12-31"), and nothing later is shown; an address that leads nowhere is a QueryError.
"""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

from throughline.asked import Clock
from throughline.chat.answers import cited, source
from throughline.chat.options import read
from throughline.chat.passages import around, whole
from throughline.chat.tools import CLOCK
from throughline.errors import QueryError
from throughline.export.values import dumps, evidence, tame
from throughline.export.wording import days
from throughline.ledger.rows import Head
from throughline.story import Story

SCHEME = "throughline"
ARTICLE = SCHEME + "://article/{id}{?as_of,maybe}"
EVIDENCE = SCHEME + "://evidence/{id}/{start}/{end}{?as_of,maybe}"


class Text(NamedTuple):
    """What stands at an address."""

    words: str
    media_type: str


def address(article: str) -> str:
    """The address of an article."""
    return f"{SCHEME}://article/{article}"


def named(head: Head) -> str:
    """What to call an article in a list."""
    parts = (head.outlet, tame(head.title or ""), days(head.published))
    return ", ".join(part for part in parts if part)


def opened(story: Story, uri: str) -> Text:
    """What stands at an address."""
    parts = urlsplit(uri)
    path = parts.path.strip("/").split("/")
    clock = _clock(dict(parse_qsl(parts.query, keep_blank_values=True)))
    heads = story.articles(**clock.named)
    if parts.scheme == SCHEME and parts.netloc == "article" and len(path) == 1:
        dossier = story.article(path[0], **clock.named)
        head = heads[dossier.article.id]
        about = "".join(f"{name}: {value or 'unknown'}\n" for name, value in source(head).items())
        return Text(f"article: {head.id}\n{about}\n{whole(dossier)}\n", "text/plain")
    if parts.scheme == SCHEME and parts.netloc == "evidence" and len(path) == 3 and all(map(_is_place, path[1:])):
        before, words, after = around(story.article(path[0], **clock.named), int(path[1]), int(path[2]))
        shown = {"evidence": cited(evidence(words), heads), "before": before, "after": after}
        return Text(dumps(shown, indent=2), "application/json")
    raise QueryError(f"nothing stands at {tame(uri)[:200]}: an address is like {ARTICLE} or {EVIDENCE}")


def _is_place(words: str) -> bool:
    return words.isascii() and words.isdigit() and len(words) < 10


def _clock(asked: Mapping[str, str]) -> Clock:
    flags: dict[str, object] = {"true": True, "false": False}
    given = {name: flags.get(value, value) if name == "maybe" else value for name, value in asked.items()}
    found = read("this address", CLOCK, given)
    return Clock(found["as_of"], found["maybe"])
