"""What must not run twice at once waits for its turn."""

import threading
import time
from types import SimpleNamespace

from django.db import connection

from portal.alone import alone


def test_the_second_waits_until_the_first_is_through(tmp_path):
    file = SimpleNamespace(vendor="sqlite", settings_dict={"NAME": str(tmp_path / "portal.sqlite3")})
    inside, most = [], []

    def work():
        with alone("work", file):
            inside.append(1)
            most.append(len(inside))
            time.sleep(0.05)
            inside.pop()

    threads = [threading.Thread(target=work) for _one in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1, 1, 1, 1]


def test_it_leaves_nothing_held_on_the_test_s_own_database(db):
    for _time in range(2):
        with alone("work", connection):
            pass
