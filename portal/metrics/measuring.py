"""Figures that the database knows: queues, jobs, mail. Apps register theirs in a module named ``gauges``.

They are asked for once in 15 seconds at most, however often and by however many somebody reads them. A database that is
away is a figure too.
"""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.db import DatabaseError, InterfaceError, connection
from django.utils.module_loading import autodiscover_modules
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

GOOD_FOR = 15.0  # seconds
Figures = float | None | Mapping[str, float]


@dataclass(frozen=True)
class Gauge:
    """A figure, or one for each value of ``label``. None: there is nothing to tell."""

    name: str
    description: str
    label: str
    ask: Callable[[], Figures]


GAUGES: dict[str, Gauge] = {}


def measures(name: str, description: str, *, label: str = "") -> Callable[[Callable[[], Figures]], Callable]:
    """Registers the function below. Raises ``ValueError`` for a name that is taken."""

    def add(ask: Callable[[], Figures]) -> Callable[[], Figures]:
        if name in GAUGES:
            raise ValueError(f"Two gauges are named {name}.")
        GAUGES[name] = Gauge(name, description, label, ask)
        return ask

    return add


class DatabaseFigures(Collector):
    """All of them, as Prometheus' library collects."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._asked_at = float("-inf")
        self._known: list[GaugeMetricFamily] = []

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """What is known, asked anew if it is old."""
        with self._lock:
            if time.monotonic() - self._asked_at >= GOOD_FOR:
                self._known = list(_asked())
                self._asked_at = time.monotonic()
            yield from self._known

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """Nothing: whoever registers this must not ask the database for it."""
        yield from ()


FIGURES = DatabaseFigures()


def _asked() -> Iterator[GaugeMetricFamily]:
    autodiscover_modules("gauges")
    answers = 1.0
    try:
        connection.ensure_connection()
        for gauge in GAUGES.values():
            yield _family(gauge)
    except (DatabaseError, InterfaceError):
        answers = 0.0
    yield GaugeMetricFamily("portal_database_up", "Whether the database answers.", value=answers)


def _family(gauge: Gauge) -> GaugeMetricFamily:
    figures = gauge.ask()
    family = GaugeMetricFamily(gauge.name, gauge.description, labels=[gauge.label] if gauge.label else [])
    if isinstance(figures, Mapping):
        for value, figure in figures.items():
            family.add_metric([value], figure)
    elif figures is not None:
        family.add_metric([], figures)
    return family
