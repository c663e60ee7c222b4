"""Which version of the portal this is: the number in ``pyproject.toml``."""

import tomllib
from functools import cache

from portal.environment import PROJECT_DIR


@cache
def version() -> str:
    """For example ``0.1.0``."""
    try:
        return str(tomllib.loads((PROJECT_DIR / "pyproject.toml").read_text())["project"]["version"])
    except (OSError, KeyError, ValueError):
        return "unknown"
