"""On what was measured: processor, versions, how busy the machine was. Figures without it can't be compared."""

import contextlib
import os
import platform
import shutil
import subprocess
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.house import PROJECT_DIR

PACKAGES = ("Django", "wagtail", "django-comments-xtd", "granian", "psycopg")
PROGRAMS = {"nginx": "-v", "wrk": "-v", "redis-server": "--version", "chromium": "--version"}
IDLE = 0.85  # of the processors, without us: below that somebody else uses the machine
LOOK = 2.0  # seconds


def described() -> dict[str, Any]:
    """Everything about this machine that figures depend on."""
    return {
        "system": platform.platform(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "python": platform.python_version(),
        "packages": {name: version(name) for name in PACKAGES},
        "programs": {name: _said_by(name, flag) for name, flag in PROGRAMS.items() if shutil.which(name)},
        "commit": _commit(),
    }


def how_busy() -> dict[str, Any]:
    """The load, and which part of the processors is idle while we do nothing."""
    before = _times()
    time.sleep(LOOK)
    idle, total = (now - then for now, then in zip(_times(), before, strict=True))
    return {"load": [round(part, 2) for part in os.getloadavg()], "idle": round(idle / total if total else 1.0, 2)}


def is_busy(found: dict[str, Any]) -> bool:
    """Whether somebody else uses the machine."""
    return found["idle"] < IDLE


def warning(found: dict[str, Any]) -> str:
    """What is said, loudly, of a machine that is shared."""
    return (
        f"!!! THIS MACHINE IS BUSY: {1 - found['idle']:.0%} of it is used by others, load {found['load'][0]}.\n"
        "!!! Ratios of sides that take turns stay useful; they scatter more, and single rounds say nothing."
    )


def _times() -> tuple[float, float]:
    """Idle and all time of the processors (Linux, proc(5))."""
    try:
        fields = [float(part) for part in Path("/proc/stat").read_text().splitlines()[0].split()[1:]]
    except OSError:
        return 0.0, 0.0
    return fields[3] + fields[4], sum(fields[:8])


def _processor() -> str:
    with contextlib.suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _said_by(program: str, flag: str) -> str:
    done = subprocess.run([program, flag], capture_output=True, text=True, timeout=30)
    lines = (done.stdout + done.stderr).strip().splitlines()
    return lines[0].strip() if lines else ""


def _commit() -> str:
    command = ["git", "describe", "--always", "--dirty", "--abbrev=12"]
    done = subprocess.run(command, cwd=PROJECT_DIR, capture_output=True, text=True)
    return done.stdout.strip()
