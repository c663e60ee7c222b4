"""``manage.py reset_second_factor NAME``: for an administrator who lost every device, with nobody else to ask."""

from django.core.management.base import BaseCommand, CommandError

from portal.models import User
from portal.sign_in.factors import reset


class Command(BaseCommand):
    """Removes second factors, recovery codes and sessions of an account."""

    help = "Removes the second factors, recovery codes and sessions of an account, which sets up new ones at sign-in."

    def add_arguments(self, parser):
        """The user name."""
        parser.add_argument("name", help="user name of the account")

    def handle(self, *args, name, **options):
        """Resets, and says so."""
        user = User.objects.filter(username=name).first()
        if user is None:
            raise CommandError(f"There is no account named {name}.")
        reset(user, by=None)
        self.stdout.write(f"{name} sets up a new second factor at the next sign-in.")
