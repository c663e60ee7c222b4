"""Stands between the portal and what it needs, and breaks the way there: pass, delay, hang, drop."""

import contextlib
import selectors
import socket
import threading
import time

PASS, DELAY, HANG, DROP = "pass", "delay", "hang", "drop"
DELAYED = 0.2  # seconds for each piece
CHUNK = 64 * 1024


class Proxy:
    """``proxy.port`` leads to ``target``. ``proxy.mode`` may change at any moment, also of open connections."""

    def __init__(self, target):
        self.target, self.mode, self.accepted = target, PASS, 0
        self._pairs = set()
        self._is_over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._listener.settimeout(0.1)
        threading.Thread(target=self._accept, daemon=True).start()

    def drop(self):
        """Hangs up on everybody, and refuses whoever comes."""
        self.mode = DROP
        for pair in list(self._pairs):
            _close(*pair)

    def stop(self):
        """Ends it."""
        self._is_over.set()
        self.drop()
        self._listener.close()

    def _accept(self):
        while not self._is_over.is_set():
            with contextlib.suppress(TimeoutError, OSError):
                client, _address = self._listener.accept()
                self.accepted += 1
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client):
        while self.mode == HANG and not self._is_over.is_set():
            time.sleep(0.05)
        if self.mode == DROP or self._is_over.is_set():
            _close(client)
            return
        try:
            server = socket.create_connection(self.target, timeout=5)
        except OSError:
            _close(client)
            return
        pair = (client, server)
        self._pairs.add(pair)
        try:
            self._relay(client, server)
        except OSError:
            pass
        finally:
            self._pairs.discard(pair)
            _close(*pair)

    def _relay(self, client, server):
        other = {client: server, server: client}
        with selectors.DefaultSelector() as ready:
            for end in other:
                end.settimeout(30)
                ready.register(end, selectors.EVENT_READ)
            while not self._is_over.is_set() and self.mode != DROP:
                if self.mode == HANG:
                    time.sleep(0.05)
                    continue
                for key, _events in ready.select(timeout=0.1):
                    piece = key.fileobj.recv(CHUNK)
                    if not piece:
                        return
                    if self.mode == DELAY:
                        time.sleep(DELAYED)
                    while self.mode == HANG and not self._is_over.is_set():
                        time.sleep(0.05)
                    other[key.fileobj].sendall(piece)


def _close(*ends):
    for end in ends:
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        with contextlib.suppress(OSError):
            end.close()


@contextlib.contextmanager
def proxy_to(port, host="127.0.0.1"):
    """A proxy in front of a port."""
    proxy = Proxy((host, port))
    try:
        yield proxy
    finally:
        proxy.stop()
