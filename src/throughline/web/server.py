"""The desk on this machine: a port of the loopback address, until it is stopped.

In: a story and a port. Out: nothing; it serves. Invariant: nobody but this machine can reach it.
"""

import socket
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

import uvicorn

from throughline.asked import Clock
from throughline.errors import ThroughlineError
from throughline.story import Story
from throughline.web.app import application
from throughline.web.desk import Desk

HOST = "127.0.0.1"
PORT = 8420
_PAUSE = 1.0  # seconds between two workings out of thousands of pages, for those who already ask
_TRIED = 20  # ports after the first, where that one is taken and the user named none


def serve(story: Story, port: int | None = None, ready: Callable[[str], None] = lambda _address: None) -> None:
    """Serve until interrupted. `ready` is called with the address once the first page can be shown at once.

    `port`: None takes the first free one from `PORT` on, 0 any.
    """
    listening = listen(port)
    number = listening.getsockname()[1]
    desk = Desk(story)
    warm(desk)
    hosts = [f"{name}:{number}" for name in (HOST, "localhost")]
    config = uvicorn.Config(application(desk, hosts), log_level="warning", server_header=False, lifespan="off")
    ready(f"http://{HOST}:{number}/")
    Thread(target=gather, args=(desk,), daemon=True).start()
    with suppress(KeyboardInterrupt):  # raised again once the last answer is out
        uvicorn.Server(config).run(sockets=[listening])


def warm(desk: Desk) -> None:
    """Work out what the first page shows."""
    desk.span()
    desk.articles(Clock())
    desk.chronicle(Clock())


def gather(desk: Desk) -> None:
    """Work out what the other screens of today show, one after the other, while a person reads the first."""
    for verb in (desk.state, desk.figures, desk.actors, desk.deadlines, desk.disputes, desk.sources):
        time.sleep(_PAUSE)
        try:
            verb(Clock())
        except ThroughlineError:  # whoever asks for it is told
            return


def listen(port: int | None) -> socket.socket:
    """A socket that listens on the loopback address; `port` as for `serve`."""
    tried = range(PORT, PORT + _TRIED) if port is None else (port,)
    for number in tried:
        found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((HOST, number))
        except OSError as error:
            found.close()
            last = error
            continue
        found.listen(64)
        return found
    raise ThroughlineError(f"port {tried[-1]} is taken ({last.strerror}): choose another with --port, or 0 for any")
