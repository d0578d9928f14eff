"""A page to its article, or to the problem why there is none.

In: a `Page` of any kind in `media`. Out: an `Article` whose blocks cover all of its text, or a `Problem` with
advice. Whatever the bytes are, this returns.
"""

from collections.abc import Callable
from typing import Final

from throughline.extract import html, item, kinds, masthead, media, plain
from throughline.extract.decode import decode
from throughline.extract.draft import Draft
from throughline.extract.tree import TooLargeError
from throughline.model import Article, Page, Problem, Severity, content_id

_Reader = Callable[[Page], Draft]


def article(page: Page) -> Article | Problem:
    """Read one page. A fault of our own on one page is that page's problem, never the end of a run."""
    try:
        return _read(page)
    except Exception as error:  # noqa: BLE001 - the last net: everything that is known to go wrong is met below it
        what = f"{FAULT}: {type(error).__name__}: {error}"
        return _problem(page, what[:_LONGEST_FAULT], "please report it, with the page if you may share it")


FAULT: Final = "a fault in the reader itself"
_LONGEST_FAULT = 300  # characters


def _read(page: Page) -> Article | Problem:
    reader = _READERS.get(media.essence(page.media_type))
    if reader is None:
        return _problem(page, f"a page of the kind {page.media_type} can't be read", "save it as HTML or plain text")
    try:
        draft = reader(page)
    except TooLargeError as error:
        return _problem(page, str(error), "save the article alone, or as plain text, and add that")
    except item.UnreadableError as error:
        return _problem(page, str(error), "check how the file was made; one JSON object or feed item is one page")
    if not draft.text.strip():
        return _problem(
            page, "nothing to read: the page holds no text", "open it; if it needs scripts, print it to text"
        )
    kind = kinds.judge(draft, page.declared.url or draft.clues.url)
    if kind:
        return _problem(page, kind.what, kind.advice)
    if not draft.is_article:
        return _problem(
            page,
            "no article here: only menus, links, captions or comments",
            "if there is one, copy its text into a .txt file and add that",
        )
    return masthead.finish(page, draft)


def _problem(page: Page, what: str, advice: str) -> Problem:
    return Problem(content_id("problem", page.id, what), page.source, what, Severity.ERROR, advice, page.id)


def _html(page: Page) -> Draft:
    return html.draft(decode(page.data, media.charset(page.media_type)))


def _plain(page: Page) -> Draft:
    return plain.draft(decode(page.data, media.charset(page.media_type)))


_READERS: Final[dict[str, _Reader]] = {
    media.HTML: _html,
    media.TEXT: _plain,
    media.MHTML: item.archive,
    media.JSON: item.line,
    media.RSS: item.feed,
    media.ATOM: item.feed,
}
