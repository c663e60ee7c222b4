"""The table, the plot and the files of a run."""

import json
import xml.etree.ElementTree as ElementTree

from benchmarks.outcome import NotMeasured, Outcome
from benchmarks.report.files import write
from benchmarks.report.plot import plot
from benchmarks.report.table import markdown, on_screen

ROUNDS = [{"ours": 80.0, "theirs": 100.0}, {"ours": 90.0, "theirs": 100.0}]
HOLDS = Outcome(1, "kept article : constant", 0.5, 0.85, ("ours", "theirs"), ROUNDS, note="a | b")
MISSED = Outcome(7, "HTML, CSS and script", 40, 55.2, at_most=True, unit="KB")
MISSING = NotMeasured(2, "kept article through nginx", "nginx is not installed")


def test_the_table_says_what_holds_what_does_not_and_what_was_not_measured():
    holds, missed, missing = (line.split("  ") for line in on_screen([HOLDS, MISSED, MISSING]).splitlines()[1:])
    assert {"≥ 0.50", "0.85", "holds"} <= {cell.strip() for cell in holds}
    assert {"≤ 40 KB", "55.2 KB", "DOES NOT HOLD"} <= {cell.strip() for cell in missed}
    assert {"not measured", "nginx is not installed"} <= {cell.strip() for cell in missing}


def test_a_note_breaks_no_row_of_the_markdown_table():
    assert "a \\| b" in markdown([HOLDS])


def test_the_plot_marks_what_misses_its_target_by_more_than_a_colour():
    picture = plot([HOLDS, MISSED], "1 of 2 targets hold")
    ElementTree.fromstring(picture)
    assert "55.2 KB ✗" in picture
    assert "0.85 ✗" not in picture


def test_a_run_is_kept_with_its_machine_and_each_round(tmp_path):
    machine = {"processor": "P", "cores": 2, "memory_gb": 4, "system": "S", "python": "3", "commit": "c"}
    run = {
        "date": "2026-01-02T03:04:05+0000",
        "machine": {**machine, "programs": {}, "packages": {}},
        "before": {"load": [3.0], "idle": 0.2},
        "was_busy": True,
        "options": {"rounds": 5, "seconds": 1.0},
        "large": "10 articles",
        "database": "SQLite",
    }
    data, table, picture = write(tmp_path, run, [HOLDS, MISSED, MISSING])
    kept = json.loads(data.read_text())
    assert kept["lines"][0]["rounds"] == ROUNDS
    assert kept["lines"][1]["holds"] is False
    assert "shared with others" in table.read_text()
    assert "1 of 2 targets hold" in picture.read_text()
