"""Records anew how many Python calls each type of page takes: ``.venv/bin/python -m tests.budgets.record``."""

import os
import sys

import pytest

from tests.budgets.counting import RECORD


def main() -> int:
    """Forgets what was recorded with this Python on this database and counts again."""
    os.environ["RECORD_BUDGETS"] = "1"
    code = pytest.main(["-q", "tests/budgets/test_pages.py", "-k", "calls"])
    print(f"Recorded in {RECORD}. Say in the commit why a figure went up.")  # noqa: T201 - a command
    return code


if __name__ == "__main__":
    sys.exit(main())
