"""What has to go on beside the web server: the worker, and backups."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from portal.backup.taking import RUN
from portal.doctor.examination import Finding, Wish, examines, fine, problem, warning
from portal.models import JobRun, StaffLetter
from portal.staff_outbox import EVERY
from portal.worker import HEARTBEAT, is_alive

AREA = "Work"
OLD = timedelta(days=2)


@examines("worker", AREA, needs_database=True)
def a_worker_runs(_wish: Wish) -> Iterator[Finding]:
    """Somebody sends mail and runs the regular jobs."""
    if is_alive():
        yield fine("A worker runs.")
        return
    last = JobRun.objects.filter(name=HEARTBEAT).values_list("finished_at", flat=True).first()
    since = f"since {last:%Y-%m-%d %H:%M} UTC" if last else "and none ever did"
    yield problem(f"No worker runs, {since}: no mail leaves, and nothing falls due.", "Begin manage.py worker.")


@examines("letters to staff", AREA, needs_database=True)
def letters_to_staff_leave(_wish: Wish) -> Iterator[Finding]:
    """None has waited for longer than a few tries."""
    late = StaffLetter.objects.filter(written_at__lt=timezone.now() - 3 * EVERY)
    if count := late.count():
        since = late.order_by("written_at").values_list("written_at", flat=True)[0]
        yield warning(
            f"Letters to staff wait, {count} in all and the oldest since {since:%Y-%m-%d %H:%M} UTC.",
            "Look at what manage.py doctor says of the mail server, and into the log for why they do not leave.",
        )
    else:
        yield fine("No letter to staff waits.")


@examines("backups", AREA, needs_database=True)
def a_backup_is_made(_wish: Wish) -> Iterator[Finding]:
    """The newest one is of yesterday or today."""
    last = JobRun.objects.filter(name=RUN).values_list("finished_at", flat=True).first()
    if last is None:
        yield warning("No backup was ever made.", "Run manage.py backup every night: docs/backup.md.")
    elif last < timezone.now() - OLD:
        yield warning(f"The newest backup is of {last:%Y-%m-%d}.", "Look why manage.py backup does not run any more.")
    else:
        yield fine(f"The newest backup is of {last:%Y-%m-%d %H:%M} UTC.")
