"""The lock files hold what pyproject.toml asks for, in versions it allows, each with a hash, and nothing else
than packages: an index address in a lock file would bind everybody to one registry.
"""

import re
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT_DIR = Path(__file__).resolve().parent.parent
RUNTIME = "requirements.txt"
EXTRAS = "requirements-extras.txt"
DEVELOPMENT = "requirements-dev.txt"


def locked(text: str) -> tuple[dict[str, list[Requirement]], list[str]]:
    """The packages of a lock file by name, and a line for each problem in it."""
    packages: dict[str, list[Requirement]] = {}
    problems = []
    for entry in re.sub(r"\\\n\s*", " ", text).splitlines():
        entry = entry.partition(" #")[0].strip()
        if not entry or entry.startswith("#"):
            continue
        if entry.startswith("-") or "://" in entry:
            problems.append(f"holds an option or address: {entry}")
            continue
        requirement = Requirement(entry.partition(" --hash")[0])
        if "--hash=sha256:" not in entry:
            problems.append(f"has no hash for {requirement.name}")
        packages.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return packages, problems


def missing(wanted: list[str], packages: dict[str, list[Requirement]]) -> list[str]:
    """A line for each wanted requirement that the locked packages do not meet."""
    problems = []
    for line in wanted:
        requirement = Requirement(line)
        if requirement.marker and not requirement.marker.evaluate():
            continue
        versions = {
            specifier.version
            for entry in packages.get(canonicalize_name(requirement.name), [])
            for specifier in entry.specifier
        }
        if not versions:
            problems.append(f"lacks {requirement.name}")
        problems += [
            f"has {requirement.name} {version}, not {requirement.specifier}"
            for version in versions
            if not requirement.specifier.contains(version)
        ]
    return problems


def problems_of_locks(folder: Path) -> list[str]:
    """One line for each way in which the lock files of a project are out of step."""
    project = tomllib.loads((folder / "pyproject.toml").read_text())
    runtime, runtime_problems = locked((folder / RUNTIME).read_text())
    extras, extras_problems = locked((folder / EXTRAS).read_text())
    development, development_problems = locked((folder / DEVELOPMENT).read_text())
    needs = project["project"]["dependencies"]
    optional = [line for lines in project["project"].get("optional-dependencies", {}).values() for line in lines]
    runtime_problems += missing(needs, runtime)
    extras_problems += missing(needs + optional, extras)
    development_problems += missing(needs + project["dependency-groups"]["dev"], development)
    development_problems += [
        f"has another version of {name} than {lock}"
        for lock, packages in ((RUNTIME, runtime), (EXTRAS, extras))
        for name, entries in packages.items()
        if sorted(map(str, entries)) != sorted(map(str, development.get(name, [])))
    ]
    found = {RUNTIME: runtime_problems, EXTRAS: extras_problems, DEVELOPMENT: development_problems}
    return [f"{file} {problem}" for file, problems in found.items() for problem in problems]


if __name__ == "__main__":
    found = problems_of_locks(PROJECT_DIR)
    if found:
        print("\n".join(found))
        sys.exit("Run: make lock")
