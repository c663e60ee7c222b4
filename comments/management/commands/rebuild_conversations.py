from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from comments.reading.rebuilding import rebuild


class Command(BaseCommand):
    help = "Makes the kept HTML of published comments anew, after its template or the marks on it changed."

    def handle(self, *args, **options):
        self.stdout.write(_("%(count)d comments were made anew.") % {"count": rebuild()})
