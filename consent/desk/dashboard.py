"""What the desk adds to the dashboard of those who look after people's data: mail that failed, jobs that do not run."""

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from consent.desk.access import may_look_up
from consent.desk.delivery import failed_mails
from consent.desk.frame import DELIVERY, FIND
from consent.desk.job_states import job_states
from portal.admin.dashboard import CountItem, ListPanel, Step
from portal.models import User


def first_steps(user: User):
    """What they start with."""
    if may_look_up(user):
        yield Step(_("Find a person"), reverse(FIND), "search")


def bad_jobs(request) -> list:
    """Jobs that somebody has to see to, read once for all parts of the dashboard."""
    return vars(request).setdefault("bad_consent_jobs", [state for state in job_states() if state.is_bad])


def count_failures(request, items) -> None:
    """Adds mail that failed, and jobs that failed or do not run."""
    if not may_look_up(request.user):
        return
    counts = (
        (failed_mails(), _("Mail failed"), _("Mails failed"), f"{reverse('consent_mails')}?state=failed", "mail"),
        (
            len(bad_jobs(request)),
            _("Job needs attention"),
            _("Jobs need attention"),
            f"{reverse(DELIVERY)}#jobs",
            "tasks",
        ),
    )
    for order, (count, one, many, url, icon) in enumerate(counts, start=60):
        items.append(CountItem(request, order=order, count=count, one=one, many=many, url=url, icon=icon))


class BadJobsPanel(ListPanel):
    """Jobs that failed, are late or never ran."""

    name = "bad_jobs"
    order = 65
    heading = _("Jobs that need attention")
    empty = _("Every regular job ran when it should.")

    def __init__(self, request):
        super().__init__(request.user)
        self.request = request

    @property
    def more_url(self):
        return f"{reverse(DELIVERY)}#jobs"

    @cached_property
    def lines(self) -> list[dict[str, Any]]:
        return [
            {
                "title": state.job.description,
                "url": f"{reverse(DELIVERY)}#job-{state.job.name}",
                "note": state.words,
                "when": state.run and state.run.finished_at,
            }
            for state in bad_jobs(self.request)
        ]


def add_bad_jobs(request, panels) -> None:
    """Adds the panel for those who look after people's data."""
    if may_look_up(request.user):
        panels.append(BadJobsPanel(request))
