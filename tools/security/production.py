"""Django's own check of settings for production, with the settings of a portal in production."""

import os
import subprocess
import sys
import tempfile

from tools.check import PRODUCTION
from tools.security.verdicts import Verdict, failed, passed


def check_settings() -> Verdict:
    """``manage.py check --deploy``: a warning counts."""
    with tempfile.TemporaryDirectory() as data_dir:
        done = subprocess.run(
            [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
            env={**os.environ, **PRODUCTION, "DATA_DIR": data_dir},
            capture_output=True,
            text=True,
        )
    return failed("", *(done.stdout + done.stderr).splitlines()) if done.returncode else passed()
