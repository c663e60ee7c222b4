"""Databases filled with a data set, and the portal served on them, each made when it is first asked for."""

import json
import secrets
import shutil
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
        self._served: dict[tuple[str, bool, bool, str], str] = {}

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
        on_sqlite = on_sqlite or self.cluster is None
        called = f"{name}-{sum(vars(sizes).values())}-{'sqlite' if on_sqlite else 'postgresql'}"
        if name not in self._filled:
            known = self._state["facts"].get(called)
            address = self._address(called, on_sqlite=on_sqlite) if known else self._copied(called, on_sqlite=on_sqlite)
            filled = Filled(name, sizes, {**self._shared, "DATABASE_URL": address}, self.house, known or {})
            if not known:
                self.say(f"Making the data set “{name}”: {sizes.articles:,} articles, {sizes.comments:,} comments ...")
                self.house.run([*MANAGE, "make_dataset", *sizes.arguments()], filled.variables, is_shown=True)
                filled.facts = filled.inside("facts")
                self._remember("facts", called, filled.facts)
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

    def served(
        self, filled: Filled, *, keeps_pages: bool = True, remembers_pages: bool = True, by: str = "granian"
    ) -> str:
        """The address of the portal on a database, with its kept pages or without, and without remembered ones."""
        key = (filled.name, keeps_pages, remembers_pages, by)
        if key not in self._served:
            unkept = "benchmarks.unkept" if remembers_pages else "benchmarks.unremembered"
            module = "portal.wsgi" if keeps_pages else unkept
            name = f"{module.rpartition('.')[2]}-{filled.name}-{by}"
            self._served[key] = self.house.serve(name, f"{module}:application", filled.variables, by=by)
        return self._served[key]

    def _copied(self, name: str, *, on_sqlite: bool) -> str:
        """The address of a new copy of the demonstration, which is loaded once for each kind of database."""
        base = f"base-{'sqlite' if on_sqlite else 'postgresql'}"
        if on_sqlite:
            if base not in self._state["facts"]:
                self._load(base, self._address(base, on_sqlite=True))
            shutil.copyfile(self._file(base), self._file(name))
            return self._address(name, on_sqlite=True)
        if self.cluster is None:
            raise ValueError("There is no cluster.")
        if base not in self._state["facts"]:
            self._load(base, self.cluster.database(base))
        return self.cluster.database(name, template=base)

    def _address(self, name: str, *, on_sqlite: bool) -> str:
        return f"sqlite:///{self._file(name)}" if on_sqlite or not self.cluster else self.cluster.address(name)

    def _file(self, name: str) -> Path:
        return self.house.room("sqlite") / f"{name}.sqlite3"

    def _load(self, name: str, address: str) -> None:
        self.say("Loading the demonstration ...")
        variables = {**self._shared, "DATABASE_URL": address}
        for command in (["migrate"], ["load_demo"], ["collectstatic", "--no-input"]):
            self.house.run([*MANAGE, *command, "--verbosity", "0"], variables)
        self._remember("facts", name, {"is": "the demonstration"})

    @cached_property
    def _state(self) -> dict[str, Any]:
        """What stays in a folder that is kept: keys, and what is known of each database that is whole."""
        file = self.house.folder / "state.json"
        if file.exists():
            return json.loads(file.read_text())
        return {"secret": secrets.token_urlsafe(60), "key": secrets.token_urlsafe(32), "facts": {}}

    def _remember(self, part: str, name: str, known: dict[str, Any]) -> None:
        self._state[part][name] = known
        (self.house.folder / "state.json").write_text(json.dumps(self._state))

    @cached_property
    def _shared(self) -> dict[str, str]:
        """What all portals of a run have in common: keys, files, options."""
        return {
            "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
            "DEMO": "true",
            "SECRET_KEY": self._state["secret"],
            "CONSENT_KEYS": self._state["key"],
            "DATA_DIR": str(self.house.room("data")),
            "DATABASE_TIMEOUT": "120",
            "TRUSTED_PROXIES": "127.0.0.1",
            "TRUST_PROXY": "true",
            "COMMENTS_PER_PAGE": str(ON_A_PAGE),
            "LOG_LEVEL": "ERROR",
            "REDIS_URL": "",
        }
