"""What the doctor asks of consent: keys, the journal of erasures, regular jobs, the outbox, and words to agree to."""

import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from wagtail.models import Site

from consent import journal
from consent.desk.delivery import TOO_LONG, failed_mails
from consent.desk.job_states import Verdict, job_states
from consent.keys.checking import key_problems
from consent.keys.needed import needs
from consent.keys.ring import current, ring
from consent.models import InForce, OutgoingMail, Purpose, TextVersion
from portal.doctor.examination import Finding, Wish, examines, fine, note, problem, warning
from portal.environment import nearest

KEYS, WORK, WORDS = "Keys", "Work", "Words to agree to"
State = OutgoingMail.State
MANY_FAILED = 20


@examines("keys", KEYS, needs_database=True)
def keys_match_the_data(_wish: Wish) -> Iterator[Finding]:
    """Each key that the database needs is there, is the right one, and no rotation was left half-way."""
    problems = key_problems()
    for sentence in problems:
        yield problem(sentence, "Put it back into CONSENT_KEYS, after the one in use: docs/keys.md.")
    old = {name: need.addresses for name, need in needs().items() if name != current().name and need.addresses}
    if old:
        yield warning(
            f"{sum(old.values())} addresses are still sealed with {', '.join(old)}: a rotation is not finished.",
            "Run manage.py rotate_keys.",
        )
    if not problems and not old:
        others = f", {len(ring()) - 1} older ones are kept" if len(ring()) > 1 else ""
        yield fine(f"The key {current().name} is in use{others}.")


@examines("journal", KEYS)
def the_journal_can_be_written(_wish: Wish) -> Iterator[Finding]:
    """Without it nobody can be erased; beside the database it is lost with it."""
    path = Path(settings.ERASURE_JOURNAL)
    there = nearest(path)
    if not os.access(there, os.W_OK):
        yield problem(f"The journal of erasures can't be written ({there}): nobody can be erased.", "Mend its rights.")
        return
    if bad := [line.number for line in journal.lines() if line.entry is None]:
        yield warning(f"Line {bad[0]} of the journal of erasures can't be read.", "A machine stopped while it wrote.")
    if path.absolute().parent == settings.MAINTENANCE_FILE.parent.absolute() and not settings.DEMO:
        yield warning("The journal of erasures lies beside the data: one disk takes both.", "Set ERASURE_JOURNAL.")
    if not bad:
        yield fine("The journal of erasures can be written.")


@examines("jobs", WORK, needs_database=True)
def jobs_run(_wish: Wish) -> Iterator[Finding]:
    """Each regular job ran when it should, and did not fail."""
    bad = [state for state in job_states() if state.is_bad]
    for state in bad:
        if state.verdict == Verdict.FAILED:
            said = state.run.outcome if state.run else ""
            yield problem(f"The job “{state.job.name}” failed ({said}).", "Look into the worker's log.")
    for verdict, words in _WORDS.items():
        if names := [state.job.name for state in bad if state.verdict == verdict]:
            yield problem(f"These jobs {words}: {', '.join(names)}.", "Begin manage.py worker.")
    if not bad:
        yield fine("Every regular job ran when it should.")


_WORDS = {Verdict.NEVER: "never ran", Verdict.LATE: "are late"}


@examines("outbox", WORK, needs_database=True)
def mail_leaves(_wish: Wish) -> Iterator[Finding]:
    """Nothing that is due waits long, and few mails fail."""
    waiting = OutgoingMail.objects.filter(state=State.WAITING, due_at__lt=timezone.now() - TOO_LONG)
    stuck, failed = waiting.count(), failed_mails()
    uncertain = OutgoingMail.objects.filter(state=State.UNCERTAIN).count()
    if stuck:
        yield problem(
            f"{stuck} mails wait longer than {TOO_LONG.seconds // 60} minutes.",
            "Look whether a worker runs and the mail server takes them: docs/mail.md.",
        )
    if failed > MANY_FAILED:
        yield warning(f"{failed} mails failed within 30 days.", "Read why in the admin, under Delivery.")
    if uncertain:
        yield note(f"Of {uncertain} mails nobody knows whether they arrived.", "A server was slow: docs/mail.md.")
    if not stuck and failed <= MANY_FAILED:
        yield fine("Mail leaves.")


@examines("policies", WORDS, needs_database=True)
def policies_are_in_force(_wish: Wish) -> Iterator[Finding]:
    """A community that asks for addresses says what becomes of them (GDPR, article 13)."""
    asking = set(Purpose.objects.values_list("site", flat=True))
    told = set(InForce.objects.filter(kind=TextVersion.Kind.PRIVACY).values_list("site", flat=True))
    for site in Site.objects.filter(pk__in=asking):
        if site.pk not in told:
            yield problem(
                f"{site} has purposes and no privacy policy in force: nobody can sign up.",
                "Publish a policy page of the role “privacy policy” there.",
            )
        else:
            yield fine(f"{site} has a privacy policy in force.")
