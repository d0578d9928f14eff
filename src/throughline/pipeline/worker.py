"""A process that reads pages for another: the steps, then pages in through a pipe, readings out through another.

It ends when the pipe does, so it never outlives the writer by more than a page. It opens no story.
"""

import os
import pickle
from contextlib import suppress
from typing import BinaryIO

from throughline.pipeline.steps import Steps, read


def serve(told: BinaryIO) -> None:
    """Say that all is loaded, then answer each page with its reading."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    steps: Steps = pickle.load(told)  # noqa: S301 - of the process that started this one
    with suppress(EOFError, BrokenPipeError):  # the writer has ended
        _answer(answers, None)
        while True:
            page = pickle.load(told)  # noqa: S301 - as above
            _answer(answers, read(page, steps))


def _answer(answers: BinaryIO, what: object) -> None:
    pickle.dump(what, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()
