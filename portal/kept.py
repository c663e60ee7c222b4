"""What was made once and is remembered by everything that it was made of: the same inputs give the same result, so
there is nothing to forget when something changes. It lives in a process, and the least recently used goes first.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """Up to ``most`` results by their inputs."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._found: OrderedDict[Hashable, Made] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, inputs: Hashable, make: Callable[[], Made]) -> Made:
        """The result for ``inputs``, made by ``make`` if it is not there. ``make`` may read nothing but ``inputs``."""
        with self._lock:
            if inputs in self._found:
                self._found.move_to_end(inputs)
                return self._found[inputs]
        made = make()
        with self._lock:
            self._found[inputs] = made
            while len(self._found) > self.most:
                self._found.popitem(last=False)
        return made

    def forget(self) -> None:
        """Forgets everything: for tests that count what making costs."""
        with self._lock:
            self._found.clear()
