"""Many tasks at one moment, each with a connection of its own."""

import threading
from concurrent.futures import ThreadPoolExecutor

from django.db import connection


def at_once(*tasks):
    """What each task answers or raises, all begun at the same moment."""
    together = threading.Barrier(len(tasks))

    def run(task):
        try:
            together.wait(timeout=60)
            return task()
        except Exception as error:  # noqa: BLE001 - looked at by the test
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(tasks)) as pool:
        return list(pool.map(run, tasks))


def failures(answers):
    """The answers that are exceptions."""
    return [answer for answer in answers if isinstance(answer, Exception)]
