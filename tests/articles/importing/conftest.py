"""What the importer's tests ask for: a file understood without a database, and the command on files."""

import json

import pytest
from django.core.management import call_command

from articles.importing.blocks import to_blocks
from articles.importing.reading import read
from articles.importing.report import describe
from articles.importing.understanding import understand


class Read:
    """A file as the importer understands it: the report, the blocks, and all text of the draft in one string."""

    def __init__(self, name, data):
        self.understood = understand(read(name, data if isinstance(data, bytes) else data.encode()))
        self.report = describe(self.understood)
        self.blocks = to_blocks(self.understood.structure.elements, lambda number: number)
        self.text = json.dumps(self.blocks, ensure_ascii=False)

    @property
    def dropped(self):
        """Why each dropped line was dropped, by its number."""
        return {row["line"]: row["reason"] for row in self.report["lines"]["dropped"]}


@pytest.fixture
def read_file():
    """Understands a file without writing anything."""
    return lambda data, name="page.txt": Read(name, data)


@pytest.fixture
def import_file(topic, tmp_path):
    """Imports a file under the topic with the command; gives the file's report and the exit code."""

    def run(data, *options, name="page.txt", under="multiple-myeloma"):
        path, report = tmp_path / name, tmp_path / "report.json"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        code = 0
        try:
            call_command("import_articles", str(path), "--under", str(under), "--report", str(report), *options)
        except SystemExit as error:
            code = error.code
        return json.loads(report.read_text())["files"][0], code

    return run
