"""A Redis or Valkey of a test's own, on loopback, without a disk."""

import contextlib
import signal
import subprocess
import time

import redis

from tests import tools_needed
from tests.fronting import free_port


class Server:
    """A Redis or Valkey of the test's own."""

    def __init__(self, *options):
        self.port = free_port()
        command = [tools_needed.redis_server(), "--port", str(self.port), "--bind", "127.0.0.1", "--save", ""]
        self.options = [*command, "--dir", "/tmp", "--appendonly", "no", *options]
        self.process = None
        self.asking = redis.Redis(port=self.port)

    @property
    def address(self):
        return f"redis://127.0.0.1:{self.port}/0"

    def begin(self):
        self.process = subprocess.Popen(self.options, stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            with contextlib.suppress(redis.RedisError):
                self.asking.ping()
                return
            time.sleep(0.02)
        raise AssertionError("The server did not begin.")

    def end(self):
        self.process.send_signal(signal.SIGCONT)
        self.process.kill()
        self.process.wait()
