"""Reading pages in this process or in others.

In: pages, lazily. Out: their `Reading`s, in any order. No more pages are held than the processes need to stay busy.
A process that a page brings down (a crash in a library, memory) costs that page a Problem, not the run.

Other processes are fresh ones (see worker.py), not multiprocessing's: "fork" would copy the open story, its lock and
those of other threads as they stand; "spawn" and "forkserver" run the caller's script anew, which without
`if __name__ == "__main__"` adds once more from within. A process starts in the time that importing Throughline takes:
0.6 s, and 0.5 s for the tables that its first page needs, where a page takes 0.03 s. For a few pages, one job
is faster.
"""

import pickle
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from queue import SimpleQueue
from typing import IO, Final, cast

from throughline.errors import ThroughlineError
from throughline.ledger import Reading
from throughline.model import Page, Problem, Severity, content_id
from throughline.pipeline.steps import Steps
from throughline.pipeline.steps import read as read_page

_AHEAD: Final = 3  # pages a process has waiting, so that it never waits itself
_SERVE: Final = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from throughline.pipeline.worker import serve; serve(sys.stdin.buffer)"
)
_GONE: Final = (EOFError, OSError, pickle.UnpicklingError)  # what talking to a dead process raises


def read(pages: Iterable[Page], steps: Steps, jobs: int) -> Iterator[Reading]:
    """Read pages, in `jobs` processes when there are to be more than one."""
    if jobs <= 1:
        for page in pages:
            yield read_page(page, steps)
        return
    waiting: set[Future[Reading]] = set()
    workers = _Workers(jobs, steps)
    with ThreadPoolExecutor(jobs) as threads:  # one thread talks to each process
        try:
            for page in pages:
                waiting.add(threads.submit(workers.read, page))
                if len(waiting) >= jobs * _AHEAD:
                    done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                    yield from (future.result() for future in done)
            while waiting:
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        finally:
            threads.shutdown(wait=False, cancel_futures=True)
            workers.end()


class _Workers:
    """The processes: each is started when a page first needs it, and again after it died."""

    def __init__(self, jobs: int, steps: Steps) -> None:
        self._steps = steps
        self._ended = False
        self._running: set[subprocess.Popen[bytes]] = set()
        self._idle: SimpleQueue[subprocess.Popen[bytes] | None] = SimpleQueue()
        for _ in range(jobs):
            self._idle.put(None)  # not started yet

    def read(self, page: Page) -> Reading:
        """Have a process read a page; where that brings it down, the reading is a problem."""
        worker = self._idle.get()
        try:
            worker = worker or self._started()
            _tell(worker, page)
            reading = _hear(worker)
        except _GONE:
            if worker is not None:
                self._end(worker)
            worker = None
            return Reading(page, problems=(_crash(page),))
        finally:
            self._idle.put(worker)
        return reading

    def end(self) -> None:
        """End all of them, whatever they are doing."""
        self._ended = True
        for worker in list(self._running):
            self._end(worker)

    def _started(self) -> subprocess.Popen[bytes]:
        # A session of its own: ctrl-C at the terminal is the writer's alone. "-P": no module comes from the
        # working folder, which may be one of saved pages. No file but the two pipes is handed on.
        worker = subprocess.Popen(  # noqa: S603 - this program again
            [sys.executable, "-P", "-c", _SERVE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        )
        self._running.add(worker)
        try:
            if self._ended:
                raise EOFError  # as if it had been ended a moment later
            _tell(worker, sys.path)
            _tell(worker, self._steps)
            _hear(worker)
        except _GONE as error:
            self._end(worker)
            raise ThroughlineError("a second process can't be started: read with one job") from error
        return worker

    def _end(self, worker: subprocess.Popen[bytes]) -> None:
        self._running.discard(worker)
        worker.kill()
        with suppress(OSError):  # what was still to be told
            worker.__exit__(None, None, None)


def _tell(worker: subprocess.Popen[bytes], what: object) -> None:
    pipe = cast("IO[bytes]", worker.stdin)
    pickle.dump(what, pipe, pickle.HIGHEST_PROTOCOL)
    pipe.flush()


def _hear(worker: subprocess.Popen[bytes]) -> Reading:
    answer: Reading = pickle.load(cast("IO[bytes]", worker.stdout))  # noqa: S301 - of our own process
    return answer


def _crash(page: Page) -> Problem:
    what = "reading it brought down the process: a crash in a library, or not enough memory"
    advice = "leave the page out, or save its text as .txt and add that"
    return Problem(content_id("problem", page.id, what), page.source, what, Severity.ERROR, advice, page.id)
