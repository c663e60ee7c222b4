"""A line of the log as JSON (``LOG_FORMAT=json``), for programs that collect logs: the same words, masked in the same
way as in a line for people.
"""

import logging
from typing import Any

from pythonjsonlogger.json import JsonFormatter as _JsonFormatter

from portal.log_scrubbing import escaped, message_of, number_for, scrub, traceback_of


class JsonFormatter(_JsonFormatter):
    """``time``, ``level``, ``logger``, ``request_id``, ``message``, and ``error`` with its traceback. Access logs add
    ``method``, ``path``, ``status``, ``milliseconds`` and ``bytes``. Whatever else a library attaches is left out.
    """

    FIELDS = ("method", "path", "status", "milliseconds", "bytes")

    def __init__(self) -> None:
        super().__init__("%(message)s", json_ensure_ascii=False)

    def format(self, record: logging.LogRecord) -> str:
        """The line. Masked value by value: a mask that ate a quotation mark would break it."""
        data: dict[str, Any] = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S") + f".{int(record.msecs):03d}",
            "level": record.levelname,
            "logger": record.name,
            "request_id": number_for(record),
            "message": message_of(record),
        }
        access = getattr(record, "access", None) or {}
        data |= {name: _plain(access[name]) for name in self.FIELDS if name in access}
        if record.exc_info and record.exc_info[1]:
            data["error"] = traceback_of(record.exc_info[1])
        return self.serialize_log_record(data)


def _plain(value: Any) -> Any:
    return escaped(scrub(value)) if isinstance(value, str) else value
