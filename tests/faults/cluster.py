"""A PostgreSQL of the test's own, which it may restart, pause and take away. It holds a copy of the test's database.

PostgreSQL refuses root: then it runs as ``postgres``, or as nobody.
"""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from tests.faults.mail_server import free_port
from tests.tools_needed import postgresql_bin

SETTINGS = (  # without fsync: what was written outlives its processes, and the machine's own end is not tried
    "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=60"
    " -c shared_buffers=32MB -c fsync=off"
)


class Cluster:
    """A running PostgreSQL."""

    def __init__(self, folder, account):
        self.folder, self.account, self.port = folder, account, free_port()
        self.data = folder / "data"
        self.bin = postgresql_bin()

    def run(self, program, *arguments, check=True):
        """Runs one of PostgreSQL's programs as its account."""
        command = [str(self.bin / program), *arguments]
        if self.account:
            command = ["runuser", "-u", self.account, "--", *command]
        done = subprocess.run(
            command, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60
        )
        assert not check or done.returncode == 0, done.stdout
        return done.stdout

    def start(self):
        """Starts it, and waits until it answers."""
        log = ["-l", str(self.folder / "server.log")]
        self.run("pg_ctl", "-D", str(self.data), *log, "-w", "-o", f"-p {self.port} {SETTINGS}", "start")

    def stop(self, mode="immediate", *, check=True):
        """Stops it: ``immediate`` is as if its power went."""
        self.run("pg_ctl", "-D", str(self.data), "-m", mode, "-w", "stop", check=check)

    def restart(self):
        """As after a crash: all connections are gone, and what was committed is found in its log."""
        self.stop()
        self.start()

    @property
    def processes(self):
        """The ids of its processes, its first one last."""
        first = int((self.data / "postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
        return [*map(int, children), first]

    def pause(self):
        """Stops all of it in its tracks: connections stay, nobody answers."""
        self.paused = self.processes
        for process in self.paused:
            os.kill(process, signal.SIGSTOP)

    def go_on(self):
        """After ``pause``."""
        for process in self.paused:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGCONT)


@contextlib.contextmanager
def own_cluster(source):
    """A cluster with a copy of the database at the address ``source``, and the address of that copy."""
    account = None
    if os.geteuid() == 0:
        account = "postgres" if "postgres" in {entry.pw_name for entry in pwd.getpwall()} else "nobody"
    folder = Path(tempfile.mkdtemp(prefix="portal-faults-"))  # pytest's folders are closed to other accounts
    try:
        if account:
            shutil.chown(folder, account)
        cluster = Cluster(folder, account)
        cluster.run(
            "initdb",
            "-D",
            str(cluster.data),
            "-U",
            "postgres",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        )
        cluster.start()
        try:
            cluster.run("createdb", "-h", "127.0.0.1", "-p", str(cluster.port), "-U", "postgres", "portal")
            _copy(cluster, source)
            yield cluster
        finally:
            with contextlib.suppress(AttributeError):
                cluster.go_on()
            cluster.stop(check=False)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _copy(cluster, source):
    parts = urlsplit(source)
    dump = cluster.folder / "copy.sql"
    dump.touch()
    dump.chmod(0o644)
    with dump.open("w") as output:
        command = [str(cluster.bin / "pg_dump"), "--no-owner", "--no-privileges", f"--dbname={parts.geturl()}"]
        subprocess.run(command, stdout=output, check=True, timeout=120)
    options = ["-h", "127.0.0.1", "-p", str(cluster.port), "-U", "postgres", "-d", "portal"]
    cluster.run("psql", "--quiet", "-v", "ON_ERROR_STOP=1", *options, "-f", str(dump))
    # Transactions are counted anew in another cluster: notes of changes that were made elsewhere mean nothing there.
    cluster.run("psql", "--quiet", *options, "-c", "TRUNCATE portal_contentchange", "-c", "ANALYZE")
