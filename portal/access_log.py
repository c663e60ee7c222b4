"""One line for each request, where ``ACCESS_LOG`` asks for it: method, path, status, milliseconds, bytes. No query
string, no network, no browser: nothing that leads to a person. It stands outside the kept pages, so it tells of them
too.
"""

import logging
import time
from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpRequest

from portal.request_ids import HEADER, new_number

logger = logging.getLogger("portal.access")


class AccessLog:
    """The application, with a line for each request that it answers."""

    def __init__(self, application: Callable) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        begun, told = time.perf_counter(), list[Any](["", []])

        def tell(status: str, headers: list[tuple[str, str]], *exc_info: Any) -> Any:
            told[:] = [status, headers]
            return start_response(status, headers, *exc_info)

        try:
            return self.application(environ, tell)
        finally:
            _write(environ, told[0], told[1], time.perf_counter() - begun)


def _write(environ: dict[str, Any], status: str, headers: list[tuple[str, str]], seconds: float) -> None:
    said = {name.lower(): value for name, value in headers}
    access = {
        "method": environ.get("REQUEST_METHOD", ""),
        "path": environ.get("PATH_INFO", "").encode("latin-1", "replace").decode("utf-8", "replace"),
        "status": int(status[:3]) if status[:3].isdigit() else 500,
        "milliseconds": round(seconds * 1000, 1),
        "bytes": int(said.get("content-length") or 0),
    }
    request = HttpRequest()  # carries the number to the formatter
    setattr(request, "number", said.get(HEADER.lower()) or new_number())  # noqa: B010 - Django's types do not know it
    line = "%(method)s %(path)s %(status)s %(milliseconds)s ms %(bytes)s bytes"
    logger.info(line, access, extra={"access": access, "request": request})
