"""Whether mail goes out and jobs run, and what the dashboard says of it."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from consent.desk.job_states import Verdict, verdict
from consent.models import MailEvent, OutgoingMail
from consent.register.personal_data import declared
from portal.jobs import JOBS
from portal.models import JobRun
from tests.consenting import ANNA, a_contact

State = OutgoingMail.State


def screen(client):
    response = client.get(reverse("consent_delivery"))
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def a_mail(site, key, **values):
    return OutgoingMail.objects.create(kind="newsletter", idempotency_key=key, site=site, language="en", **values)


@pytest.fixture
def failures(community):
    """Two mails that a server refused, one that it did not take in time, and one that failed long ago."""
    for key in ("a", "b"):
        a_mail(community, key, state=State.FAILED, reason="550")
    a_mail(community, "c", state=State.FAILED, reason="timeout")
    long_ago = timezone.now() - timedelta(days=31)
    a_mail(community, "d", state=State.FAILED, reason="550", created_at=long_ago)


def run_all(**values):
    now = timezone.now()
    for name in JOBS:
        JobRun.objects.update_or_create(
            name=name, defaults={"due_at": now, "started_at": now, "finished_at": now, **values}
        )


def test_outbox_is_counted_by_letter_and_state_and_each_count_leads_to_its_mails(client, guardian, failures):
    page = screen(client)
    row = next(row for row in page.select("#outbox ~ div tbody tr") if row.th.text == "Newsletter")
    assert row.text.split()[1:] == ["0", "0", "0", "0", "3", "0"]
    (link,) = row.select("a")
    listed = BeautifulSoup(client.get(link["href"]).content, "html.parser")
    assert len(listed.select(".listing tbody tr")) == 3
    reasons = {a["href"]: a.text for a in page.select(".consent-figures a")}
    assert [text for href, text in reasons.items() if "reason=550" in href] == ["2"]
    assert len(BeautifulSoup(client.get(next(iter(reasons))).content, "html.parser").select(".listing tbody tr")) == 2


def test_list_of_mails_says_nothing_of_whom_they_go_to(client, guardian, community):
    contact = a_contact(community)
    page = client.get(reverse("consent_mails")).content.decode()
    assert "Receipt" in page
    for told in (ANNA, contact.masked_address, str(contact.pk)):
        assert told not in page


def test_editor_sees_mail_in_steps_and_without_single_ones(client, sign_in_as, failures):
    sign_in_as("Editors")
    run_all(outcome="3 requests deleted")
    page = screen(client)
    row = next(row for row in page.select("#outbox ~ div tbody tr") if row.th.text == "Newsletter")
    assert {cell.text for cell in row.select("td")} == {"0–4"}
    assert {box.text for box in page.select(".consent-figures dd")} == {"0–4"}
    assert not page.select("#outbox ~ div a, .consent-figures a")
    assert "3 requests deleted" not in page.text


def test_mail_that_waits_too_long_is_told(client, guardian, community):
    assert "No mail is due and waiting." in screen(client).text
    mail = a_mail(community, "a", due_at=timezone.now() - timedelta(minutes=5))
    assert "Is “manage.py worker” running?" not in screen(client).select_one(".consent-outbox").text
    OutgoingMail.objects.filter(pk=mail.pk).update(due_at=timezone.now() - timedelta(minutes=20))
    assert "Is “manage.py worker” running?" in screen(client).select_one(".consent-outbox").text


def test_reports_of_servers_are_counted(client, guardian, community):
    for number in range(3):
        MailEvent.objects.create(event_id=f"e{number}", kind="complaint" if number else "bounce")
    boxes = {" ".join(box.dt.text.split()): box.dd.text for box in screen(client).select(".consent-figures > div")}
    assert boxes == {"Reported: bounce": "1", "Reported: complaint": "2"}


def test_every_job_is_listed_and_one_that_never_ran_asks_for_the_worker(client, guardian, community):
    page = screen(client)
    for name in JOBS:
        assert "Never ran. Is “manage.py worker” running?" in page.find(id=f"job-{name}").text
    run_all(outcome="3 requests deleted")
    row = screen(client).find(id="job-purge_requests")
    assert "In order" in row.text
    assert "3 requests deleted" in row.text
    assert not row.select(".consent-bad")


def test_failed_job_is_told_in_words(client, guardian, community):
    run_all(has_failed=True, outcome="OperationalError")
    row = screen(client).find(id="job-purge_requests")
    assert row.select_one(".consent-bad").text == "Failed"
    assert "OperationalError" in row.text


@pytest.mark.parametrize(
    ("finished", "leased", "failed", "expected"),
    [
        (None, None, False, Verdict.NEVER),
        (None, 5, False, Verdict.RUNNING),
        (None, -5, False, Verdict.NEVER),
        (-30, None, False, Verdict.FINE),
        (-30, None, True, Verdict.FAILED),
        (-121, None, False, Verdict.LATE),
        (-119, None, False, Verdict.FINE),
    ],
)
def test_verdict_on_a_job_that_should_run_every_hour(finished, leased, failed, expected):
    now = timezone.now()
    ago = lambda minutes: None if minutes is None else now + timedelta(minutes=minutes)  # noqa: E731
    run = JobRun(name="x", finished_at=ago(finished), leased_until=ago(leased), has_failed=failed)
    assert verdict(run, every=timedelta(hours=1), now=now) is expected
    assert verdict(None, every=timedelta(hours=1), now=now) is Verdict.NEVER


def test_dashboard_tells_data_protection_what_failed_and_editors_nothing(client, sign_in_as, failures):
    run_all()
    JobRun.objects.filter(name="purge_requests").update(has_failed=True)
    sign_in_as("Data protection")
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert f'<a href="{reverse("consent_mails")}?state=failed">3 Mails failed</a>' in page
    assert "1 Job needs attention</a>" in page
    assert "Jobs that need attention" in page
    assert f"{reverse('consent_delivery')}#job-purge_requests" in page
    assert "Find a person" in page
    sign_in_as("Editors")
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Mails failed" not in page
    assert "Jobs that need attention" not in page


def test_dashboard_says_when_all_is_well(client, guardian, community):
    run_all()
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Every regular job ran when it should." in page
    assert "0 Mails failed</a>" in page


def test_what_is_processed_is_told_from_the_declarations(client, guardian, community):
    page = client.get(reverse("consent_processing")).content.decode()
    for data in declared():
        assert data.model._meta.label in page
