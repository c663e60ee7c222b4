"""Databases filled with a data set, and the portal served on them, each made when it is first asked for."""

import json
import secrets
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from benchmarks.house import House
from benchmarks.options import Options, Sizes
from benchmarks.postgresql import Cluster, binaries

ON_A_PAGE = 200  # comments that an article shows: as many as the aims name
MANAGE = [sys.executable, "manage.py"]


@dataclass
class Filled:
    """A database with a data set."""

    name: str
    sizes: Sizes
    variables: dict[str, str]
    house: House
    facts: dict[str, Any] = field(default_factory=dict)

    def inside(self, *arguments: str) -> Any:
        """What ``benchmarks.inside`` says of this database."""
        command = [sys.executable, "-m", "benchmarks.inside", *arguments]
        return json.loads(self.house.run(command, self.variables).splitlines()[-1])

    def path(self, name: str) -> str:
        """The path of an article: ``text-2``."""
        return self.facts["articles"][name]


class Portals:
    """All databases and servers of one run."""

    def __init__(self, house: House, options: Options, say: Callable[[str], object]):
        self.house, self.options, self.say = house, options, say
        self._filled: dict[str, Filled] = {}
        self._served: dict[tuple[str, bool], str] = {}
        self._static: Path | None = None

    @cached_property
    def cluster(self) -> Cluster | None:
        """PostgreSQL, if it is installed and was not refused."""
        programs = None if self.options.database == "sqlite" else binaries()
        if programs is None:
            if self.options.database == "postgresql":
                raise SystemExit("PostgreSQL is not installed: apt-get install postgresql, or --database sqlite.")
            return None
        return Cluster(self.house, programs)

    def filled(self, name: str, sizes: Sizes, *, on_sqlite: bool = False) -> Filled:
        """The database with this name, made and filled if it is not there yet."""
        if name not in self._filled:
            self.say(f"Making the data set “{name}”: {sizes.articles:,} articles, {sizes.comments:,} comments ...")
            filled = Filled(name, sizes, self._variables(name, on_sqlite=on_sqlite), self.house)
            for command in (["migrate", "--verbosity", "0"], ["make_dataset", *sizes.arguments()]):
                self.house.run([*MANAGE, *command], filled.variables, is_shown=command[0] != "migrate")
            self._collect_static(filled)
            filled.facts = filled.inside("facts")
            self._filled[name] = filled
        return self._filled[name]

    @property
    def large(self) -> Filled:
        """The large set."""
        return self.filled("large", self.options.large)

    @property
    def small(self) -> Filled:
        """The small set."""
        return self.filled("small", self.options.small)

    def served(self, filled: Filled, *, keeps_pages: bool = True) -> str:
        """The address of the portal on a database, with its kept pages or without."""
        key = (filled.name, keeps_pages)
        if key not in self._served:
            module = "portal.wsgi" if keeps_pages else "benchmarks.unkept"
            name = f"{module.rpartition('.')[2]}-{filled.name}"
            self._served[key] = self.house.serve(name, f"{module}:application", filled.variables)
        return self._served[key]

    def _variables(self, name: str, *, on_sqlite: bool) -> dict[str, str]:
        cluster = None if on_sqlite else self.cluster
        return {
            "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
            "DEMO": "true",
            "SECRET_KEY": secrets.token_urlsafe(60),
            "CONSENT_KEYS": secrets.token_urlsafe(32),
            "DATA_DIR": str(self.house.room(f"data-{name}")),
            "DATABASE_URL": cluster.database(name.replace("-", "_")) if cluster else "",
            "DATABASE_TIMEOUT": "120",
            "TRUSTED_PROXIES": "127.0.0.1",
            "TRUST_PROXY": "true",
            "COMMENTS_PER_PAGE": str(ON_A_PAGE),
            "LOG_LEVEL": "ERROR",
            "REDIS_URL": "",
        }

    def _collect_static(self, filled: Filled) -> None:
        """Gathers static files once; all databases share them."""
        own = Path(filled.variables["DATA_DIR"]) / "static"
        if self._static is None:
            self.house.run([*MANAGE, "collectstatic", "--no-input", "--verbosity", "0"], filled.variables)
            self._static = own
        elif not own.exists():
            own.symlink_to(self._static)
