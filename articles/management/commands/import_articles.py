import json
import stat
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.importing.parents import UnknownPageError, find_parent
from articles.importing.reading import LARGEST_FILE, MEGABYTE
from articles.importing.report import as_text, exit_code, visible
from articles.importing.run import File, import_file


class Command(BaseCommand):
    help = (
        "Imports articles from .txt, .md, .html and .docx files as drafts and accounts for every line. "
        "Exit code 0: nothing needs a person; 1: something does; 2: wrong use, or no file could be imported."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument(
            "--under", required=True, metavar="PAGE", help="Id, slug, path, address or title of a topic or home page."
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Report what would become of the files; write nothing."
        )
        parser.add_argument("--report", metavar="FILE.json", help="Write the report as JSON to this file.")

    def handle(self, *, files, under, dry_run, report, **options):
        try:
            parent = find_parent(under)
        except UnknownPageError as error:
            raise CommandError(str(error), returncode=2) from error
        if report:
            _write_report(Path(report), [])
        reports = []
        for position, name in enumerate(files, start=1):
            self.stderr.write(f"[{position}/{len(files)}] {visible(name)}")
            reports.append(import_file(_file(name), parent=parent, dry_run=dry_run))
            self.stdout.write(as_text(reports[-1]))
        if report:
            _write_report(Path(report), reports)
        if code := exit_code(reports):
            raise SystemExit(code)


def _file(name: str) -> File:
    """The file at ``name``. Only regular files are opened, and never more of them than may be imported."""
    shown = name.encode("utf-8", "replace").decode()
    path = Path(name)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            return File(shown, problem=_("This is a folder. Name the files in it."))
        if not stat.S_ISREG(mode):
            return File(shown, problem=_("This is no regular file."))
        with path.open("rb") as opened:
            return File(shown, opened.read(LARGEST_FILE * MEGABYTE + 1))
    except FileNotFoundError:
        return File(shown, problem=_("There is no such file."))
    except (OSError, ValueError):
        return File(shown, problem=_("The file can't be opened."))


def _write_report(path: Path, reports: list[dict]) -> None:
    try:
        path.write_text(json.dumps({"files": reports}, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise CommandError(_("The report can't be written: %(why)s") % {"why": error.strerror}, returncode=2) from error
