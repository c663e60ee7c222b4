"""PostgreSQL's own programs: ``pg_dump``, ``pg_restore`` and ``psql``, of the server's version or newer.

The password goes to them in the environment, never on a command line that other accounts of the machine could read.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from portal.backup.errors import BackupError, RestoreError

LONGEST_WAIT = "30s"  # for others to let go of a table

# Everything of ours in the schema. What belongs to an extension stays, and so does the extension.
_EMPTY = """DO $$
DECLARE thing record;
BEGIN
  FOR thing IN
    SELECT format('DROP %s IF EXISTS %s CASCADE',
      CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
      pg_class.oid::regclass) AS command
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')
      AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')
    ORDER BY relkind = 'S'
  LOOP
    EXECUTE thing.command;
  END LOOP;
  FOR thing IN
    SELECT format('DROP FUNCTION IF EXISTS %s CASCADE', pg_proc.oid::regprocedure) AS command
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
      AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
  LOOP
    EXECUTE thing.command;
  END LOOP;
END $$;
"""


def dump(connection: BaseDatabaseWrapper, target: Path, *, snapshot: str) -> None:
    """Writes what ``snapshot`` shows into ``target``. Raises ``BackupError``."""
    options = ["--format=custom", "--no-owner", "--no-privileges", "--schema=public", "--extension=*"]
    command = [program("pg_dump"), *options, f"--snapshot={snapshot}", f"--file={target}"]
    done = _run(command, _variables(connection))
    if done.returncode:
        raise BackupError(f"pg_dump failed: {_last_line(done.stderr)}")


def load(connection: BaseDatabaseWrapper, source: Path) -> None:
    """Puts what ``source`` holds in the place of everything that is there. Raises ``RestoreError``; then nothing is
    changed.
    """
    script = source.with_suffix(".sql")
    options = ["--no-owner", "--no-privileges", "--no-comments", f"--file={script}"]
    try:
        done = _run([program("pg_restore"), *options, str(source)], dict(os.environ))
    except BackupError as error:
        raise RestoreError(f"{error} Nothing was touched.") from None
    if done.returncode:
        raise RestoreError(f"pg_restore can't read the copy: {_last_line(done.stderr)} Nothing was touched.")
    _make_harmless(script)
    connection.close()
    command = [program("psql"), "--quiet", "--no-psqlrc", "--single-transaction", "--set=ON_ERROR_STOP=1"]
    before = f"SET lock_timeout = '{LONGEST_WAIT}'; SET client_min_messages = warning; {_EMPTY}"
    done = _run([*command, f"--command={before}", f"--file={script}"], _variables(connection))
    if done.returncode:
        hint = " Stop the server and the worker." if "lock timeout" in done.stderr else ""
        raise RestoreError(f"The database refused: {_last_line(done.stderr)}{hint} It is as it was.")


def program(name: str) -> str:
    """The path of one of PostgreSQL's programs: the newest that is there. Raises ``BackupError``."""
    versions = {
        path: re.search(r"/(\d+)/bin/", str(path)) for path in Path("/usr/lib/postgresql").glob(f"*/bin/{name}")
    }
    newest = max((int(number[1]), str(path)) for path, number in versions.items() if number) if versions else (0, "")
    found = newest[1] or shutil.which(name)
    if not found:
        raise BackupError(f"{name} is not installed. It comes with PostgreSQL's client (postgresql-client).")
    return found


def _run(command: list[str], variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Its arguments are ours: no part of them was typed by anybody."""
    return subprocess.run(  # noqa: S603
        command, env=variables, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def _variables(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """How the programs reach the database that Django uses."""
    settings: dict[str, Any] = connection.settings_dict
    options = settings.get("OPTIONS", {})
    values = {
        "PGHOST": settings.get("HOST"),
        "PGPORT": settings.get("PORT"),
        "PGUSER": settings.get("USER"),
        "PGPASSWORD": settings.get("PASSWORD"),
        "PGDATABASE": settings.get("NAME"),
        "PGSSLMODE": options.get("sslmode"),
        "PGSSLROOTCERT": options.get("sslrootcert"),
        "PGCONNECT_TIMEOUT": "10",
    }
    return {**os.environ, **{name: str(value) for name, value in values.items() if value}}


def _make_harmless(script: Path) -> None:
    """The schema is there already: making it anew would need an administrator. Older servers know no such timeout."""
    lines = re.compile(rb"(CREATE SCHEMA public;|ALTER SCHEMA public .*;|SET transaction_timeout = 0;)")
    cleaned = script.with_suffix(".clean")
    with script.open("rb") as source, cleaned.open("wb") as target:
        for line in source:
            target.write(b"\n" if lines.fullmatch(line.rstrip(b"\n")) else line)
    cleaned.replace(script)


def _last_line(text: str) -> str:
    """The error that stands first: what follows is its consequence. No row of a table."""
    errors = [line for line in text.splitlines() if "ERROR" in line or "error" in line or "fatal" in line]
    line = (errors or text.splitlines() or ["no reason given"])[0]
    return line.rpartition("error: ")[2].rpartition("ERROR:  ")[2][:300].rstrip(".") + "."
