"""The desk as an application: its addresses, and how every request is answered.

In: a desk, and the names it is reached under. Out: an ASGI application. Invariants: every page has a twin at ".json"
with the same records; a question that can't be asked is a page that says so; a change takes the token of this run.
"""

import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from throughline.asked import Clock
from throughline.chronicle.ids import UnknownId
from throughline.errors import QueryError, StoryBusy, ThroughlineError
from throughline.export.values import dumps, plain
from throughline.web.ask import Ask
from throughline.web.desk import Desk
from throughline.web.guard import Guard, is_token
from throughline.web.page import Moved, Page, render
from throughline.web.ruled import PARAMETER, me, onward, ruled
from throughline.web.screens import CHANGES, MENU, SCREENS

_BODY = 65_536  # bytes of a form; ours are short
_FRESH = {"cache-control": "no-store"}  # else "back" shows a page as it was before a ruling
Show = Callable[[Ask], Page]
Change = Callable[[Ask, Mapping[str, str]], Moved]
Answer = Callable[[Request], Response] | Callable[[Request], Awaitable[Response]]


def application(desk: Desk, hosts: Sequence[str]) -> ASGIApp:
    """The desk of a story, reached under `hosts` ("127.0.0.1:8420")."""
    token = secrets.token_urlsafe(24)
    routes: list[BaseRoute] = [Route("/", _home)]
    for path, show in SCREENS.items():
        routes += [Route(f"{path}.json", _twin(desk, show)), Route(path, _page(desk, token, show))]
    routes += [Route(path, _change(desk, token, change), methods=["POST"]) for path, change in CHANGES.items()]
    routes += [Mount("/static", StaticFiles(packages=[("throughline.web", "static")]))]
    routes += [Route("/{rest:path}", _page(desk, token, _nowhere))]
    inner = Starlette(
        routes=routes,
        middleware=[Middleware(GZipMiddleware, minimum_size=2000)],
        exception_handlers={Exception: _broken},
    )
    return Guard(inner, hosts)  # outside of all: Starlette answers a failure before its own middleware


def _broken(_request: Request, _error: Exception) -> Response:
    """What is said of a mistake of ours; the server's log has it whole."""
    return PlainTextResponse(
        "The desk failed on this, which is its own mistake. Go back, and ask in another way.\n", 500
    )


def _home(request: Request) -> Response:
    query = request.url.query
    return RedirectResponse(f"/chronicle?{query}" if query else "/chronicle", 307)


def _nowhere(ask: Ask) -> Page:
    return Page("failure.html", "No such page", {"words": f"There is no page {ask.address} at this desk."}, status=404)


def _page(desk: Desk, token: str, show: Show) -> Answer:
    def answer(request: Request) -> Response:
        ask = _asked(desk, request)
        page, clock = _shown(ask, show)
        made = ruled(desk, request.query_params.get(PARAMETER))
        markup = render(page, _frame(ask, clock, token) | {"ruled": made})
        return HTMLResponse(markup, page.status, _FRESH)

    return answer


def _twin(desk: Desk, show: Show) -> Answer:
    def answer(request: Request) -> Response:
        page, _ = _shown(_asked(desk, request), show)
        data = {"error": page.context["words"]} if page.status >= 400 else plain(page.data)
        return Response(dumps(data, indent=2) + "\n", page.status, media_type="application/json")

    return answer


def _asked(desk: Desk, request: Request) -> Ask:
    address = "/" + str(request.scope["path"]).lstrip("/").removesuffix(".json")  # "//name" would lead elsewhere
    params = {name: value for name, value in request.query_params.items() if name != PARAMETER}
    return Ask(desk, address, dict(request.path_params), params)


def _shown(ask: Ask, show: Show) -> tuple[Page, Clock]:
    """The page, or the one that says why there is none; and the clock, where it can be read."""
    try:
        clock = ask.clock
    except QueryError as error:
        return _failure("That day can't be read", error, 400), Clock()
    try:
        return show(ask), clock
    except UnknownId as error:
        return _failure("Not in this story", error, 404), clock
    except QueryError as error:
        return _failure("That can't be asked", error, 400), clock
    except ThroughlineError as error:
        return _failure("The story can't be read", error, 500), clock


def _failure(title: str, error: Exception, status: int) -> Page:
    return Page("failure.html", title, {"words": str(error)}, status=status)


def _frame(ask: Ask, clock: Clock, token: str) -> dict[str, object]:
    """What the frame of every page shows: where we are, as of when, and where one can go."""
    try:
        span = ask.desk.span()
    except ThroughlineError:
        span = None
    return {
        "ask": ask,
        "author": me(),
        "clock": clock,
        "link": ask.link,
        "menu": MENU,
        "ruled": None,
        "span": span,
        "story": ask.desk.story.path.stem,
        "token": token,
    }


def _change(desk: Desk, token: str, change: Change) -> Answer:
    async def answer(request: Request) -> Response:
        form = await _form(request)
        if form is None:
            return PlainTextResponse("That is too long for a ruling.\n", 413)
        if not is_token(form.pop("token", None), token):
            return PlainTextResponse("This page is of an earlier run of the desk: load it again, then rule.\n", 403)
        ask = _asked(desk, request)
        try:
            moved = await run_in_threadpool(change, ask, form)
        except ThroughlineError as error:
            status = 409 if isinstance(error, StoryBusy) else 400
            page = Page("refused.html", "The ruling was not kept", {"words": str(error), "back": onward(form)})
            return HTMLResponse(render(page, _frame(Ask(desk, "/review"), Clock(), token)), status)
        return RedirectResponse(moved.address, 303)

    return answer


async def _form(request: Request) -> dict[str, str] | None:
    """A form's fields, the last of each name; None where it is longer than any of ours."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _BODY:
            return None
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
