"""Where a process keeps pages: in its memory, the least recently used going first."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, Protocol, TypeVar


class Sized(Protocol):
    """Something that takes room."""

    @property
    def size(self) -> int: ...


Kept = TypeVar("Kept", bound=Sized)


class Store(Generic[Kept]):
    """Pages by key, ``most`` bytes of them at most."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._size = 0
        self._entries: OrderedDict[Hashable, Kept] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def size(self) -> int:
        """Bytes that are kept now."""
        return self._size

    def get(self, key: Hashable) -> Kept | None:
        """The page under ``key``."""
        with self._lock:
            entry = self._entries.get(key)
            if entry is not None:
                self._entries.move_to_end(key)
            return entry

    def put(self, key: Hashable, entry: Kept) -> None:
        """Keeps a page, unless it is larger than a tenth of everything."""
        with self._lock:
            self._remove(key)
            if entry.size * 10 > self.most:
                return
            self._entries[key] = entry
            self._size += entry.size
            while self._size > self.most:
                _key, oldest = self._entries.popitem(last=False)
                self._size -= oldest.size

    def drop(self, key: Hashable) -> None:
        """Forgets a page."""
        with self._lock:
            self._remove(key)

    def _remove(self, key: Hashable) -> None:
        if old := self._entries.pop(key, None):
            self._size -= old.size
