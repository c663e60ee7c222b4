"""``make lock``: writes the lock files from pyproject.toml, without any index address: what the portal needs, the same
with all optional packages, and what developers need.

The development lock is made first and binds the others, so that a package has one version in all.
"""

import os
import subprocess
import sys
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = "3.11"


def compile_lock(output: str, *further: str) -> None:
    """Runs uv once. Raises ``CalledProcessError`` when it finds no set of versions."""
    uv = Path(sys.executable).with_name("uv")
    subprocess.run(
        [
            *(str(uv), "pip", "compile", "--quiet", "--universal", "--python-version", OLDEST_PYTHON),
            *("--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate"),
            *("pyproject.toml", *further, "--output-file", output),
        ],
        check=True,
        stdout=subprocess.DEVNULL,
    )


if __name__ == "__main__":
    os.chdir(PROJECT_DIR)
    upgrade = [argument for argument in sys.argv[1:] if argument == "--upgrade"]
    try:
        compile_lock("requirements-dev.txt", "--group", "dev", *upgrade)
        compile_lock("requirements.txt", "--constraints", "requirements-dev.txt", *upgrade)
        compile_lock("requirements-extras.txt", "--all-extras", "--constraints", "requirements-dev.txt", *upgrade)
    except subprocess.CalledProcessError:
        sys.exit("The lock files could not be written (see above).")
