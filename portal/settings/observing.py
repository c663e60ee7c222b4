"""Metrics and error reports. The library of metrics looks at its variable once, when it is first imported."""

import os
import socket

from portal.environment import environment, make_folder

_ENV = environment()

METRICS_TOKEN = _ENV.metrics_token
SENTRY_DSN = _ENV.sentry_dsn

if METRICS_TOKEN and "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
    _folder = _ENV.data_dir / "metrics" / socket.gethostname()
    make_folder(_folder)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(_folder)
