"""What may not stand in a file of the project: the address of a package registry, the path of somebody's machine,
a file that fixes addresses of packages, and JSON, YAML or TOML that can't be read.
"""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

PROJECT_DIR = Path(__file__).resolve().parent.parent
FIXES_ADDRESSES = {".npmrc", ".yarnrc", "package-lock.json", "pip.conf", "pnpm-lock.yaml", "uv.lock", "yarn.lock"}
READERS: dict[str, Callable[[str], object]] = {
    ".json": json.loads,
    ".toml": tomllib.loads,
    ".yaml": yaml.safe_load,
    ".yml": yaml.safe_load,
}
REGISTRY = re.compile(r"--((extra-)?index-url|find-links)[= ]\S|\bregistry\s*=\s*http|//(files|pypi|registry)\.\w")
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(home|root|Users|work)/\w")


def tracked_files() -> Iterator[Path]:
    """Every file of the project that belongs to it."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - found on PATH
        cwd=PROJECT_DIR,
        text=True,
        capture_output=True,
    )
    if listing.returncode:
        sys.exit("This check asks git which files belong to the project, and git gave no answer.")
    paths = (PROJECT_DIR / name for name in listing.stdout.split("\0") if name)
    return (path for path in paths if path.is_file())


def problems_of_file(name: str, text: str) -> list[str]:
    """One line for each thing in a file that may not stand there."""
    path = Path(name)
    problems = []
    if path.name in FIXES_ADDRESSES:
        problems.append(f"{name}: fixes addresses of packages")
    reader = READERS.get(path.suffix)
    if reader:
        try:
            reader(text)
        except (ValueError, yaml.YAMLError) as error:
            problems.append(f"{name}: can't be read: {error}")
    for number, line in enumerate(text.splitlines(), start=1):
        if REGISTRY.search(line):
            problems.append(f"{name}:{number}: names a package registry")
        if MACHINE_PATH.search(line):
            problems.append(f"{name}:{number}: names a path of one machine")
    return problems


def main() -> int:
    """Prints every problem; the exit code is 1 when there is one."""
    found = []
    for path in tracked_files():
        try:
            text = path.read_text()
        except UnicodeDecodeError:
            continue  # a picture or another binary file
        name = path.relative_to(PROJECT_DIR)
        if name.parts[0] == "tools" or name.name == "test_check_tree.py":
            continue  # these hold the patterns themselves
        found += problems_of_file(str(name), text)
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
