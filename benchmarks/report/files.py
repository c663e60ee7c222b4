"""Keeps a run: everything as JSON, the table as Markdown, the plot as SVG, all named for the moment."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.outcome import NotMeasured, Outcome
from benchmarks.report.plot import plot
from benchmarks.report.table import markdown


def write(folder: Path, run: dict[str, Any], lines: Sequence[Outcome | NotMeasured]) -> list[Path]:
    """Writes the three files. ``run``: when, with which options, on which machine, how busy it was."""
    folder.mkdir(parents=True, exist_ok=True)
    name = run["date"].replace(":", "").replace("+0000", "")
    paths = [folder / f"{name}.{kind}" for kind in ("json", "md", "svg")]
    measured = [line for line in lines if isinstance(line, Outcome)]
    title = f"{sum(line.holds for line in measured)} of {len(measured)} targets hold, {run['date']}"
    contents = (
        json.dumps({**run, "lines": [_plain(line) for line in lines]}, indent=1, ensure_ascii=False) + "\n",
        f"# {title}\n\n{_about(run)}\n\n![Plot]({name}.svg)\n\n{markdown(lines)}",
        plot(measured, title),
    )
    for path, content in zip(paths, contents, strict=True):
        path.write_text(content)
    return paths


def _plain(line: Outcome | NotMeasured) -> dict[str, Any]:
    if isinstance(line, NotMeasured):
        return asdict(line)
    return {**asdict(line), "holds": line.holds, "spread": list(line.spread)}


def _about(run: dict[str, Any]) -> str:
    """The machine and the options in a few lines."""
    machine, busy = run["machine"], run["before"]
    programs = ", ".join([*machine["programs"].values(), run["database"]])
    packages = ", ".join(f"{name} {number}" for name, number in machine["packages"].items())
    shared = " **The machine was shared with others.**" if run["was_busy"] else ""
    return (
        f"- {machine['processor']}, {machine['cores']} cores, {machine['memory_gb']} GB, {machine['system']}\n"
        f"- Python {machine['python']}, {packages}\n- {programs}\n- Commit {machine['commit']}\n"
        f"- Before: load {busy['load'][0]}, {busy['idle']:.0%} idle.{shared}\n"
        f"- {run['options']['rounds']} rounds of {run['options']['seconds']:g} s; large set: {run['large']}"
    )
