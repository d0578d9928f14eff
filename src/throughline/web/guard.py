"""Who may talk to the desk: this machine's own browser, about this address, and with the token where something changes.

In: a request. Out: the application's answer with a strict content policy; or 400 and 403. Invariants: a foreign `Host`
gets nothing (so no name that points home can read a story); nothing is changed without the token of this run and, where
the browser names an origin, our own.
"""

import hmac
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",  # with "no-referrer" a browser sends our own forms from origin "null"
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cache-control": "no-cache",
}
_SAFE = frozenset({"GET", "HEAD"})


class Guard:
    """ASGI middleware. `hosts` are the names with port under which the desk is reached."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self._app = app
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it in a line."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refused = self._refusal(scope["method"], Headers(scope=scope))
        answer = PlainTextResponse(refused, 403) if refused else self._app
        await answer(scope, receive, _guarded(send))

    def _refusal(self, method: str, headers: Headers) -> str:
        if headers.get("host", "") not in self._hosts:
            return "This desk answers under its own address only.\n"
        if method in _SAFE:
            return ""
        origin = headers.get("origin")
        if origin is not None and origin not in {f"http://{host}" for host in self._hosts}:
            return "Changes are made from the desk's own pages only.\n"
        return ""


def is_token(given: str | None, token: str) -> bool:
    """Whether the token is the one of this run."""
    return hmac.compare_digest((given or "").encode(), token.encode())


def _guarded(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return guarded
