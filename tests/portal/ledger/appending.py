"""Fifty threads, each with a connection of its own, add an entry at one moment. On SQLite in a process of its own: the
test database there lives in memory, and locks differently from a file.
"""

import threading
from concurrent.futures import ThreadPoolExecutor

from django.db import connection

from articles.models import Contribution

WRITERS = 50


def append_at_once() -> list[str]:
    """What went wrong for each writer; empty if nothing did."""
    together = threading.Barrier(WRITERS)

    def write(number):
        try:
            together.wait(timeout=60)
            Contribution.append(page_id=1, revision_id=number, user_id=number)
        except Exception as error:  # noqa: BLE001 - every failure is told
            return repr(error)
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(WRITERS) as pool:
        return [failure for failure in pool.map(write, range(WRITERS)) if failure]
