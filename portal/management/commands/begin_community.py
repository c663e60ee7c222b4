"""``manage.py begin_community HOST NAME``: the first community of a new installation."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from portal.beginning import HTTPS, begin_community


class Command(BaseCommand):
    help = "Makes the first community, so that its home page is served. Changes nothing if there is one."

    def add_arguments(self, parser):
        parser.add_argument("host", help="Its host name, for example health.example.org.")
        parser.add_argument("name", help="Its name, as readers see it.")
        parser.add_argument("--port", type=int, default=HTTPS, help="Port of its address (443).")

    def handle(self, *, host, name, port, **options):
        try:
            site = begin_community(host=host, name=name, port=port)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        self.stdout.write(f"Made “{name}” at https://{host}/." if site else "There is a community already.")
