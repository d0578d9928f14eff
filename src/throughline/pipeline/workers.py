"""Reading pages in this process or in others.

In: pages, lazily. Out: their `Reading`s, in any order. No more pages are held than the processes need to stay busy.
A process that a page brings down (a crash in a library, memory) costs that page a Problem, not the run.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Final

from throughline.ledger import Reading
from throughline.model import Page, Problem, Severity, content_id
from throughline.pipeline.steps import Steps
from throughline.pipeline.steps import read as read_page

_AHEAD: Final = 3  # pages a process has waiting, so that it never waits itself


def read(pages: Iterable[Page], steps: Steps, jobs: int) -> Iterator[Reading]:
    """Read pages, in `jobs` processes when there are to be more than one."""
    if jobs <= 1:
        for page in pages:
            yield read_page(page, steps)
        return
    waiting: dict[Future[Reading], Page] = {}
    pool = _pool(jobs)
    try:
        for page in pages:
            waiting[pool.submit(read_page, page, steps)] = page
            if len(waiting) >= jobs * _AHEAD:
                done, lost = _collect(waiting)
                yield from done
                if lost:
                    yield from _one_by_one(lost + list(waiting.values()), steps)
                    waiting.clear()
                    pool.shutdown(wait=False, cancel_futures=True)
                    pool = _pool(jobs)
        while waiting:
            done, lost = _collect(waiting)
            yield from done
            if lost:
                yield from _one_by_one(lost + list(waiting.values()), steps)
                waiting.clear()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    # "spawn": a forked process would inherit the open story and its lock.
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """Leave ctrl-C to the writer, and end when the writer ends, however it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _collect(waiting: dict[Future[Reading], Page]) -> tuple[list[Reading], list[Page]]:
    """Take out what is done: readings, and the pages whose process died."""
    finished, _ = wait(waiting, return_when=FIRST_COMPLETED)
    done: list[Reading] = []
    lost: list[Page] = []
    for future in finished:
        page = waiting.pop(future)
        try:
            done.append(future.result())
        except BrokenProcessPool:
            lost.append(page)
    return done, lost


def _one_by_one(pages: Iterable[Page], steps: Steps) -> Iterator[Reading]:
    """Read pages each in a process of its own: whichever brings it down is the one."""
    for page in pages:
        with _pool(1) as pool:
            try:
                yield pool.submit(read_page, page, steps).result()
            except BrokenProcessPool:
                what = "reading it brought down the process: a crash in a library, or not enough memory"
                advice = "leave the page out, or save its text as .txt and add that"
                name = content_id("problem", page.id, what)
                problem = Problem(name, page.source, what, Severity.ERROR, advice, page.id)
                yield Reading(page, problems=(problem,))
