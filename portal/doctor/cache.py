"""What several machines share (``REDIS_URL``): whether it answers, and lets go of old pages when it is full."""

from collections.abc import Iterator

import redis
from django.conf import settings

from portal.doctor.examination import Finding, Wish, examines, fine, note, problem, warning

AREA = "Cache"
PATIENCE = 3  # seconds
HOLDS = "noeviction"


@examines("redis", AREA)
def redis_answers(_wish: Wish) -> Iterator[Finding]:
    """Reachable, and bounded."""
    url = getattr(settings, "REDIS_URL", "")
    if not url:
        yield note("No REDIS_URL: each process keeps its own pages, which is right for one machine.")
        return
    client = redis.Redis.from_url(url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE)
    try:
        client.ping()
        memory = dict(client.info("memory"))
    except (redis.RedisError, OSError) as error:
        yield problem(
            f"Redis does not answer ({type(error).__name__}). Pages are made anew in every process meanwhile.",
            "Start it, or correct REDIS_URL.",
        )
        return
    finally:
        client.close()
    yield from judge_memory(memory)


def judge_memory(memory: dict) -> Iterator[Finding]:
    """What Redis says of its memory."""
    if not memory.get("maxmemory"):
        yield warning("Redis may use all memory of its machine.", "Set maxmemory and maxmemory-policy allkeys-lru.")
    elif memory.get("maxmemory_policy") == HOLDS:
        yield warning("Redis refuses to write when it is full.", "Set maxmemory-policy allkeys-lru.")
    else:
        yield fine("Redis answers, and is bounded.")
