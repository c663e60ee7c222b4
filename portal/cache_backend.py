"""Django's cache in Redis or Valkey, for what may be lost at any moment (docs/caching.md).

Values are JSON, never pickles: whoever can write to the server must not be able to run anything here. While it is away,
nothing is found in it and nothing is kept, and no page fails.
"""

import json
import logging
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from django.core.serializers.json import DjangoJSONEncoder

from portal.shared_memory import SharedMemory, shared_memory

logger = logging.getLogger(__name__)


class JSONSerializer:
    """Numbers stay numbers, so that the server can count. What is no JSON was not written here: it is nothing."""

    def dumps(self, obj: Any) -> Any:
        return obj if type(obj) is int else json.dumps(obj, cls=DjangoJSONEncoder)

    def loads(self, data: Any) -> Any:
        try:
            return json.loads(data)
        except ValueError:
            return None


class PatientClient(RedisCacheClient):
    """Asks through ``SharedMemory``."""

    def __init__(self, servers: list[str], **options: Any) -> None:
        super().__init__(servers, serializer=JSONSerializer(), **options)
        self._memory: SharedMemory = shared_memory(servers[0])

    def get_client(self, key: Any = None, *, write: bool = False) -> Any:
        return self._memory.server

    def _ask(self, question: Callable[[], Any], otherwise: Any) -> Any:
        return self._memory.ask(lambda _server: question(), otherwise)

    def add(self, key: Any, value: Any, timeout: Any) -> bool:
        return self._ask(lambda: super(PatientClient, self).add(key, value, timeout), True)

    def get(self, key: Any, default: Any) -> Any:
        return self._ask(lambda: super(PatientClient, self).get(key, default), default)

    def set(self, key: Any, value: Any, timeout: Any) -> None:
        try:
            self._ask(lambda: super(PatientClient, self).set(key, value, timeout), None)
        except TypeError:
            logger.error("A %s is not kept under “%s”: it has no form in JSON.", type(value).__name__, key)

    def touch(self, key: Any, timeout: Any) -> bool:
        return self._ask(lambda: super(PatientClient, self).touch(key, timeout), False)

    def delete(self, key: Any) -> bool:
        return self._ask(lambda: super(PatientClient, self).delete(key), False)

    def get_many(self, keys: Any) -> dict:
        return self._ask(lambda: super(PatientClient, self).get_many(list(keys)), {})

    def has_key(self, key: Any) -> bool:
        return self._ask(lambda: super(PatientClient, self).has_key(key), False)

    def incr(self, key: Any, delta: int) -> int:
        return self._ask(lambda: super(PatientClient, self).incr(key, delta), delta)

    def set_many(self, data: Any, timeout: Any) -> None:
        self._ask(lambda: super(PatientClient, self).set_many(data, timeout), None)

    def delete_many(self, keys: Any) -> None:
        self._ask(lambda: super(PatientClient, self).delete_many(list(keys)), None)

    def clear(self) -> bool:
        return self._ask(lambda: super(PatientClient, self).clear(), False)


class SharedCache(RedisCache):
    """The backend that ``CACHES`` names."""

    def __init__(self, server: str, params: dict) -> None:
        super().__init__(server, params)
        self._class = PatientClient
