"""What was worked out of a story, kept while its file stays as it is: so that further questions need not do it again.

In: the state of a file, and as of when it is asked. Out: a `Shelf`. Invariants: what is kept of a day holds for that
day and that state of the file alone; what is kept for always follows from what it was worked out of, wherever that
stands; all of it could be worked out again.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock, RLock
from typing import Any, TypeVar, cast

_T = TypeVar("_T")
_DAYS = 2  # days of which what was gathered is kept: today's and another; of 4,000 articles some 300 MB each


class Shelf:
    """What is known of one state of a story as of one day; and, in `always`, what no day and no page can change."""

    def __init__(self, always: "Shelf | None" = None) -> None:
        self.always: Shelf = always or self
        self._kept: dict[Hashable, Any] = {}
        self._lock = RLock()

    def once(self, name: Hashable, work: Callable[[], _T]) -> _T:
        """Give what is kept under a name, or work it out; who asks meanwhile waits for it."""
        with self._lock:
            if name not in self._kept:
                self._kept[name] = work()
            return cast("_T", self._kept[name])


class Memory:
    """The shelves of a story: those of the last days asked about, of the file's present state."""

    def __init__(self, days: int = _DAYS) -> None:
        self._days = days
        self._lock = Lock()
        self._state: Hashable = None
        self._always = Shelf()
        self._shelves: OrderedDict[Hashable, Shelf] = OrderedDict()

    def shelf(self, state: Hashable, clock: Hashable) -> Shelf:
        """The shelf of a day, of a state of the file that is no newer than what is put on it."""
        with self._lock:
            if state != self._state:
                self._state = state
                self._shelves.clear()
            shelf = self._shelves.setdefault(clock, Shelf(self._always))
            self._shelves.move_to_end(clock)
            while len(self._shelves) > self._days:
                self._shelves.popitem(last=False)
            return shelf
