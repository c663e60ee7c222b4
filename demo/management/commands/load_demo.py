"""``manage.py load_demo``: loads the demonstration once and prints where it is and who may sign in."""

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from wagtail.models import Site

from demo.accounts import sign_ins
from demo.communities import demo_hosts
from demo.loading import OtherContentError, is_loaded, keep_ports, load
from demo.quiet import quietly
from portal.alone import alone
from portal.environment import environment


class Command(BaseCommand):
    help = "Loads the demonstration. Run again, it keeps everything that people did."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=environment().port, help="Port on which the portal is served.")
        parser.add_argument("--sign-ins", action="store_true", help="Only print the addresses and the sign-ins.")

    def handle(self, *, port, sign_ins, verbosity, **options):
        if not sign_ins:
            with alone("load_demo", connection):
                self.load(port)
        if verbosity:
            self.stdout.write(overview(port))

    def load(self, port):
        if not 1 <= port <= 65535:
            raise CommandError(f"{port} is not a port. Use a number from 1 to 65535.")
        if is_loaded():
            self.stdout.write("The demonstration is already there. What people did since is kept.")
            if keep_ports(port):
                self.stdout.write(f"Its sites now answer on port {port}.")
            return
        try:
            with quietly():
                load(port=port)
        except OtherContentError:
            raise CommandError(
                "This database holds pages of its own, so the demonstration was not loaded. "
                "Set DATA_DIR or DATABASE_URL to an empty database."
            ) from None
        self.stdout.write("The demonstration is loaded.")


def overview(port: int) -> str:
    """Addresses of the demonstration, and user name, password and role of each of its accounts."""
    sites = Site.objects.filter(hostname__in=demo_hosts()).order_by("-is_default_site", "hostname")
    places = [(site.site_name, f"{site.root_url}/") for site in sites]
    places += [(name, f"http://127.0.0.1:{port}/{name.lower()}/") for name in ("Admin", "Mailbox")]
    return "\n".join(["", *_columns(places), "", *_columns([("User name", "Password", "Role"), *sign_ins()]), ""])


def _columns(rows):
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield ("  " + "  ".join(cells)).rstrip()
