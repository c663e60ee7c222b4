from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Shows readers the maintenance page (on) or the site again (off)."

    def add_arguments(self, parser):
        parser.add_argument("switch", choices=["on", "off"])

    def handle(self, *, switch, **options):
        if switch == "on":
            settings.MAINTENANCE_FILE.parent.mkdir(parents=True, exist_ok=True)
            settings.MAINTENANCE_FILE.touch()
        else:
            settings.MAINTENANCE_FILE.unlink(missing_ok=True)
        self.stdout.write(f"Maintenance is {switch}.")
