from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.library.flagging import Found, flag_references, left_to_people, notices_on_library
from articles.library.notices import BadFileError, read_rows
from articles.library.usage import articles_citing
from articles.models import Reference

NEWS, WRONG = 1, 2


class Command(BaseCommand):
    help = (
        "Looks for the library's references in a published list of retractions and flags those that it names. "
        "Exit code 0: nothing new; 1: a reference changed or a row on one can't be read, and a person should look; "
        "2: wrong use, or the file can't be read, and nothing was changed."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--retractions", required=True, metavar="FILE.csv", help="In the layout that Retraction Watch publishes."
        )
        parser.add_argument("--dry-run", action="store_true", help="Say what would change; change nothing.")

    def handle(self, *, retractions, dry_run, **options):
        found = _found_in(Path(retractions))
        changed = flag_references(found.notices, dry_run=dry_run)
        unread = left_to_people(found, changed)
        for reference in changed:
            self.stdout.write(_described(reference))
        for sentence in unread:
            self.stderr.write(_("Look it up yourself. %(what)s") % {"what": sentence})
        self.stdout.write(_summary(found, changed, dry_run=dry_run))
        if changed or unread:
            raise SystemExit(NEWS)


def _found_in(path: Path) -> Found:
    try:
        if not path.is_file():
            raise CommandError(_("%(file)s is no file.") % {"file": path}, returncode=WRONG)
        with path.open("rb") as stream:
            return notices_on_library(read_rows(stream))
    except BadFileError as error:
        raise CommandError(f"{path.name}: {error}", returncode=WRONG) from error
    except OSError as error:
        raise CommandError(_("%(file)s can't be opened.") % {"file": path}, returncode=WRONG) from error


def _described(reference: Reference) -> str:
    """The reference, its new state, and who cites it: a line for each."""
    day = date_format(reference.status_on, "DATE_FORMAT")
    lines = [f"{reference.get_status_display()}, {day}: {reference.key} ({reference})"]
    lines += [f"  {part}" for part in (reference.status_note, reference.notice_url) if part]
    for article in articles_citing(reference):
        state = _("live") if article.live else _("draft")
        place = _("cited in “%(title)s” (page %(number)d, %(state)s)")
        lines.append("  " + place % {"title": article.title, "number": article.pk, "state": state})
    return "\n".join(lines)


def _summary(found: Found, changed: list[Reference], *, dry_run: bool) -> str:
    rows = ngettext("%(rows)d row read", "%(rows)d rows read", found.rows) % {"rows": found.rows}
    names = ngettext("%(count)d reference named", "%(count)d references named", len(found.notices))
    news = _("%(count)d would change") if dry_run else _("%(count)d changed")
    return ", ".join([rows, names % {"count": len(found.notices)}, news % {"count": len(changed)}]) + "."
