"""Reads the demonstration's content: YAML files in ``demo/content/``, one folder for each community.

Running text is written in Markdown, with citation tokens and links of the form ``[words](page:slug)``.
"""

from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parent / "content"
COMMUNITIES = ("blood-cancer", "migraine")


def read(*path: str) -> Any:
    """What the file at ``path`` below the content folder holds."""
    return yaml.safe_load(FOLDER.joinpath(*path).read_text(encoding="utf-8"))


def read_all(*path: str) -> list[dict]:
    """What each file of a folder holds, in the order of the files' names. Empty if there is no such folder."""
    files = sorted(FOLDER.joinpath(*path).glob("*.yaml"))
    return [yaml.safe_load(file.read_text(encoding="utf-8")) for file in files]
