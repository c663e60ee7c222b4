"""Redis or Valkey, which several processes and machines share, asked with little patience: it is never needed.

What takes longer than ``PATIENCE`` is not waited for, and a server that is away, slow or starting is left alone for
``PAUSE`` seconds before it is asked again. One that is full still answers; what it refuses is not kept, that is all.
"""

import logging
import time
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from redis import ConnectionPool, Redis
from redis.backoff import NoBackoff
from redis.exceptions import BusyLoadingError, RedisError, ResponseError
from redis.retry import Retry

logger = logging.getLogger(__name__)
PATIENCE = 0.05  # seconds
PAUSE = 5.0  # seconds
MOST_CONNECTIONS = 64

T = TypeVar("T")


class SharedMemory:
    """The server at ``address``, as ``REDIS_URL`` has it. Connects when it is first asked."""

    def __init__(self, address: str) -> None:
        self._pool = ConnectionPool.from_url(
            address,
            max_connections=MOST_CONNECTIONS,
            socket_timeout=PATIENCE,
            socket_connect_timeout=PATIENCE,
            retry=Retry(NoBackoff(), 0),
            protocol=2,
        )
        self.server = Redis(connection_pool=self._pool)
        self._rests_until = 0.0

    @property
    def rests(self) -> bool:
        """Whether it is left alone now."""
        return time.monotonic() < self._rests_until

    def ask(self, question: Callable[[Any], T], otherwise: T) -> T:
        """What ``question`` finds when it is called with the server; ``otherwise`` if it can't be asked now."""
        if self.rests:
            return otherwise
        try:
            return question(self.server)
        except (RedisError, OSError) as error:
            if isinstance(error, ResponseError) and not isinstance(error, BusyLoadingError):
                logger.warning("Redis refused (%s).", type(error).__name__)
                return otherwise
            self._rests_until = time.monotonic() + PAUSE
            logger.warning("Redis is away (%s). It is asked again in %s s.", type(error).__name__, PAUSE)
            self._pool.disconnect(inuse_connections=False)
            return otherwise


@cache
def shared_memory(address: str) -> SharedMemory:
    """The one of this process."""
    return SharedMemory(address)
