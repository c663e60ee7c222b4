"""Whether the database answers: one knocks for all, and while nobody is there nobody waits. No database is asked here;
``tests/faults/test_database_away.py`` takes a real one away.
"""

import threading
import time

import psycopg
import pytest

from portal.postgresql import answering
from portal.postgresql.answering import Door, NoAnswerError


class House:
    """Somebody is there, or not; ``knocks`` counts."""

    def __init__(self):
        self.is_there, self.knocks, self.words = True, 0, "timeout expired"

    def knock(self):
        self.knocks += 1
        if not self.is_there:
            raise psycopg.OperationalError(self.words)


@pytest.fixture
def house():
    return House()


def test_while_somebody_is_there_nobody_knocks(house):
    door = Door(house.knock)
    assert door.demand() is False
    assert house.knocks == 0


def test_where_nobody_is_there_whoever_comes_next_is_sent_away_at_once(house):
    door = Door(house.knock)
    house.is_there = False
    assert not door.is_answered()
    for _request in range(20):
        with pytest.raises(NoAnswerError):
            door.demand()
    assert house.knocks == 1


def test_after_a_while_somebody_knocks_again_and_tells_that_all_is_well(house, monkeypatch):
    door = Door(house.knock)
    house.is_there = False
    door.is_answered()
    monkeypatch.setattr(answering, "STAYS_AWAY", 0)
    with pytest.raises(NoAnswerError):
        door.demand()
    house.is_there = True
    assert door.demand() is True
    assert door.demand() is False


def test_many_who_wait_share_one_knock(house):
    def slowly():
        house.knocks += 1
        time.sleep(0.2)

    door = Door(slowly)
    threads = [threading.Thread(target=door.is_answered) for _waiting in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert house.knocks <= 2


def test_a_house_that_is_full_is_not_empty(house):
    house.is_there, house.words = False, "FATAL:  sorry, too many clients already"
    assert Door(house.knock).is_answered()
