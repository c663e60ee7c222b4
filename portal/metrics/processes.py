"""Several server processes count each for itself, in files of their own (prometheus_client's multiprocess mode), and
whichever is asked tells for all of them.

Of a process that is gone, what it counted is added to a sum that stays, so that counters never fall; what it measured
is forgotten. The folder belongs to one machine: numbers of processes mean nothing on another one.
"""

import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prometheus_client import CollectorRegistry
from prometheus_client.exposition import generate_latest
from prometheus_client.mmap_dict import MmapedDict
from prometheus_client.multiprocess import MultiProcessCollector

from portal.metrics.counting import OWN
from portal.metrics.measuring import FIGURES

VARIABLE = "PROMETHEUS_MULTIPROC_DIR"  # the library's name; portal.settings.observing sets it
GONE = 0  # number of no process: its files hold the sums
FORGOTTEN_AFTER = 7 * 86_400  # seconds without a word from another machine that used this disk


def report() -> bytes:
    """Everything, in Prometheus' text format."""
    registry = CollectorRegistry()
    registry.register(FIGURES)
    folder = os.environ.get(VARIABLE)
    if not folder:
        return generate_latest(OWN) + generate_latest(registry)
    with _alone(Path(folder)):
        fold(Path(folder))
        MultiProcessCollector(registry, path=folder)
        return generate_latest(registry)


def fold(folder: Path) -> None:
    """Adds up the files of processes that are gone."""
    for file in sorted(folder.glob("*.db")):
        kind, _line, number = file.stem.rpartition("_")
        if number.isdecimal() and int(number) != GONE and not _lives(int(number)):
            if not kind.startswith("gauge"):
                _add(file, folder / f"{kind}_{GONE}.db")
            file.unlink(missing_ok=True)
    for other in folder.parent.iterdir():
        if other.is_dir() and other != folder and time.time() - _newest(other) > FORGOTTEN_AFTER:
            shutil.rmtree(other, ignore_errors=True)


def _add(file: Path, sums: Path) -> None:
    total = MmapedDict(str(sums))
    try:
        for key, value, _at, _place in MmapedDict.read_all_values_from_file(str(file)):
            total.write_value(key, total.read_value(key)[0] + value, 0.0)
    finally:
        total.close()


def _lives(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _newest(folder: Path) -> float:
    return max((file.stat().st_mtime for file in [folder, *folder.iterdir()]), default=0.0)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Nobody else reads or folds meanwhile."""
    with (folder / ".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
