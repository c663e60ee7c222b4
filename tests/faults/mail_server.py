"""A real mail server on loopback, with answers that a test chooses."""

import asyncio
import contextlib
import socket
from collections import defaultdict
from dataclasses import dataclass

from aiosmtpd.controller import Controller

HANG = "hang"  # never answers
DROP = "drop"  # hangs up


@dataclass(frozen=True)
class Received:
    """A message that the server took, byte for byte, its envelope, and the connection that it came by."""

    source: bytes
    sender: str
    recipients: list[str]
    peer: tuple

    @property
    def headers(self) -> dict[str, str]:
        """The raw lines of its headers, folded ones not joined."""
        lines = self.source.partition(b"\r\n\r\n")[0].decode().split("\r\n")
        return dict(line.split(": ", 1) for line in lines if not line[:1].isspace())


class Answers:
    """``answers["RCPT"]`` and ``answers["DATA"]``: what is said next, one after the other, then 250."""

    def __init__(self):
        self.next = defaultdict(list)
        self.received = []
        self.seconds_a_mail = 0.0
        self.over = asyncio.Event()

    async def handle_MAIL(self, server, session, envelope, address, options):  # noqa: N802
        return await self._answer("MAIL", server, envelope, address)

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        return await self._answer("RCPT", server, envelope, address)

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        answer = await self._answer("DATA", server, envelope, None)
        if answer.startswith("250"):
            await asyncio.sleep(self.seconds_a_mail)
            self.received.append(Received(envelope.content, envelope.mail_from, envelope.rcpt_tos, session.peer))
        return answer

    async def _answer(self, command, server, envelope, address):
        answer = self.next[command].pop(0) if self.next[command] else "250 OK"
        if answer == HANG:
            await self.over.wait()
        if answer == DROP:
            server.transport.abort()
        if answer.startswith("250"):
            if command == "MAIL":
                envelope.mail_from = address
            elif command == "RCPT":
                envelope.rcpt_tos.append(address)
        return answer


class MailServer(Answers):
    """The server, while it runs."""

    def __init__(self, port):
        super().__init__()
        self.port = port

    @property
    def ids(self):
        """The Message-IDs of what was received."""
        return [message.headers["Message-ID"] for message in self.received]


def free_port():
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def mail_server():
    """Runs a server. ``server.next["DATA"] = ["451 4.3.0 later", HANG]`` chooses its next answers."""
    server = MailServer(free_port())
    controller = Controller(server, hostname="127.0.0.1", port=server.port)
    controller.start()
    try:
        yield server
    finally:
        controller.loop.call_soon_threadsafe(server.over.set)
        controller.stop()
