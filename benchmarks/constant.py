"""The fastest that a WSGI server can be with certain bytes: a callable that gives them, with the headers of the page
whose speed is compared. ``BENCHMARK_CONSTANT`` names a folder with ``<name>.json`` (headers) and ``<name>.body``.
"""

import json
import os
from pathlib import Path

_FOLDER = Path(os.environ["BENCHMARK_CONSTANT"])
_ANSWERS = {
    f"/{file.stem}": ([tuple(pair) for pair in json.loads(file.with_suffix(".json").read_text())], file.read_bytes())
    for file in _FOLDER.glob("*.body")
}


def application(environ, start_response):
    """Answers with what stands under the path."""
    headers, body = _ANSWERS[environ["PATH_INFO"]]
    start_response("200 OK", headers)
    return [body]
