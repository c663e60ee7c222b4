"""An issue goes to everybody who agreed, once, and never more often than they were promised."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError
from django.utils import timezone

from consent.addresses import parse_address
from consent.mail.letter import NotToBeSentError, write
from consent.models import Consent, NewsletterIssue, OutgoingMail, PurposeWords, TextVersion
from consent.newsletter import queueing
from consent.newsletter.audience import Audience
from consent.newsletter.composing import compose
from consent.newsletter.queueing import queue_batch, queue_batches, settle
from consent.newsletter.sending import SendingRefusedError, cancel, plan, start, why_not
from consent.rules.correcting import correct
from consent.rules.erasing import erase
from consent.rules.withdrawing import pause, withdraw
from consent.versions.purposes import publish_purpose
from portal.models import CommunitySettings
from tests.consent.rights.pages import a_correction_link
from tests.consenting import a_contact, publish_words

Mail = OutgoingMail.State


@pytest.fixture
def people(community, purpose):
    """Five people who confirmed, in the order of their consents."""
    return [a_contact(community, f"reader-{number}@example.org") for number in range(5)]


@pytest.fixture
def issue(purpose, write_article):
    write_article("When myeloma comes back")
    return compose(purpose)


def newsletters():
    return OutgoingMail.objects.filter(kind="newsletter")


def of_issue(issue, contact):
    """What a row of the outbox holds of an issue for somebody."""
    site = issue.purpose.site
    key = f"issue:{issue.pk}:{contact.pk}"
    return {"kind": "newsletter", "subject_id": str(issue.pk), "idempotency_key": key, "site": site, "language": "en"}


def deliver(**changes):
    """What the worker does with each newsletter that waits, with a mail server that takes all."""
    for mail in newsletters().filter(state=Mail.WAITING):
        try:
            write(mail)
            mail.state = Mail.SENT
        except NotToBeSentError as error:
            mail.state, mail.reason = Mail.DROPPED, str(error)
        mail.save()


def test_everybody_who_agreed_is_queued_once_however_often_it_runs(people, issue):
    assert Audience(issue).count() == 5
    start(issue)
    queue_batches()
    queue_batches()
    NewsletterIssue.objects.update(queued_up_to=0, is_queued=False)
    queue_batches()
    assert set(newsletters().values_list("contact", flat=True)) == {person.pk for person in people}
    assert newsletters().count() == 5
    deliver()
    queue_batches()
    issue.refresh_from_db()
    assert (issue.state, issue.recipients, issue.sent, issue.failed) == ("sent", 5, 5, 0)


def test_somebody_whose_two_contacts_become_one_gets_an_issue_once(people, issue, community):
    """Both were queued, and neither, one or the other was sent by then."""
    start(issue)
    queue_batches()
    for number, sent in enumerate(([], [0], [1], [0, 1])):
        gone, stays = (
            a_contact(community, f"gone-{number}@example.org"),
            a_contact(community, f"stays-{number}@example.org"),
        )
        mails = [OutgoingMail.objects.create(contact=who, **of_issue(issue, who)) for who in (gone, stays)]
        OutgoingMail.objects.filter(pk__in=[mails[index].pk for index in sent]).update(state=Mail.SENT)
        assert correct(a_correction_link(community, gone, f"stays-{number}@example.org"))
        found = newsletters().filter(contact=stays).order_by("state")
        kept = (Mail.SENT,) * len(sent) or (Mail.WAITING,)
        assert [mail.state for mail in found] == sorted([Mail.DROPPED] * (2 - len(kept)) + [*kept])
        assert {mail.reason for mail in found.filter(state=Mail.DROPPED)} <= {"twice"}


def test_somebody_who_is_queued_after_their_contacts_became_one_gets_an_issue_once(people, issue, community):
    """The contact that goes away was queued, and the one that stays comes in a later batch."""
    gone, stays = people[0], people[4]
    start(issue)
    OutgoingMail.objects.create(contact=gone, **of_issue(issue, gone))
    assert correct(a_correction_link(community, gone, "reader-4@example.org"))
    queue_batches()
    assert newsletters().filter(contact=stays).count() == 1
    assert newsletters().count() == 4


def test_mail_in_the_hands_of_a_worker_stays_before_one_that_waits(people, issue, community):
    gone, stays = people[0], people[4]
    start(issue)
    queue_batches()
    newsletters().filter(contact=gone).update(
        state=Mail.SENDING, handovers=1, lease=uuid4(), leased_until=timezone.now()
    )
    assert correct(a_correction_link(community, gone, "reader-4@example.org"))
    assert set(newsletters().filter(contact=stays).values_list("state", "handovers")) == {
        ("sending", 1),
        ("dropped", 0),
    }


def test_whoever_withdrew_paused_or_agreed_to_words_that_changed_is_not_queued(people, issue, community):
    first, second, third = (person.consents.get() for person in people[:3])
    withdraw(first, method="link")
    pause(second, until=timezone.now() + timedelta(days=9), method="link")
    assert Audience(issue).count() == 3
    publish_words(community, TextVersion.Kind.PRIVACY, words="We share it with a laboratory.")
    Consent.objects.exclude(pk=third.pk).update(privacy_version=2)
    assert Audience(issue).count() == 2
    start(issue)
    queue_batches()
    assert set(newsletters().values_list("contact", flat=True)) == {people[3].pk, people[4].pk}


def test_whoever_reads_a_language_that_the_issue_has_nothing_in_is_not_queued(people, issue, purpose):
    purpose.words = [*purpose.words.all(), PurposeWords(language="de", label="Neue Artikel")]
    purpose.save()
    publish_purpose(purpose)
    Consent.objects.filter(contact=people[0]).update(language="de")
    assert Audience(issue).count() == 4
    start(issue)
    queue_batches()
    assert not newsletters().filter(contact=people[0]).exists()


def gone(**_values):
    raise IntegrityError("the contact is not there any more")


def test_a_batch_that_met_somebody_who_is_gone_is_read_anew_and_doubles_nobody(people, issue, monkeypatch):
    start(issue)
    acts = iter([queueing.enqueue, gone, *[queueing.enqueue] * 5])
    monkeypatch.setattr(queueing, "enqueue", lambda **values: next(acts)(**values))
    assert queue_batch(issue.pk)
    assert newsletters().count() == 5
    issue.refresh_from_db()
    assert issue.recipients == 5


def test_an_error_that_stays_is_told_and_queues_nobody(people, issue, monkeypatch):
    start(issue)
    monkeypatch.setattr(queueing, "enqueue", gone)
    with pytest.raises(IntegrityError):
        queue_batch(issue.pk)
    assert not newsletters().exists()


def test_queueing_goes_on_where_it_was_stopped(people, issue, monkeypatch):
    monkeypatch.setattr(queueing, "BATCH", 2)
    start(issue)
    assert queue_batch(issue.pk)
    assert newsletters().count() == 2

    def killed(**_values):
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        calls = iter([queueing.enqueue, killed])
        patch.setattr(queueing, "enqueue", lambda **values: next(calls)(**values))
        with pytest.raises(KeyboardInterrupt):
            queue_batch(issue.pk)
    assert newsletters().count() == 2  # of the batch that was cut short, nothing is there
    assert not settle(issue.pk)
    queue_batches()
    assert newsletters().count() == 5


def test_people_who_withdraw_or_are_erased_while_it_goes_out_get_nothing(people, issue):
    start(issue)
    queue_batches()
    withdraw(people[0].consents.get(), method="one-click")
    erase(parse_address("reader-1@example.org"), method="link")
    a_contact(issue.purpose.site, "reader-1@example.org")  # and comes back
    NewsletterIssue.objects.update(is_queued=False)
    queue_batches()
    deliver()
    assert newsletters().filter(state=Mail.SENT).count() == 3
    assert list(newsletters().filter(state=Mail.DROPPED).values_list("reason", flat=True)) == ["withdrawn"]
    queue_batches()
    issue.refresh_from_db()
    assert (issue.state, issue.sent, issue.left_out) == ("sent", 3, 1)


def test_cancelling_stops_what_is_queued_and_a_sent_issue_can_not_be_cancelled(people, issue):
    start(issue)
    queue_batches()
    first = newsletters().order_by("contact").first()
    OutgoingMail.objects.filter(pk=first.pk).update(state=Mail.SENDING)  # a worker has it just now
    cancel(issue)
    OutgoingMail.objects.filter(pk=first.pk).update(state=Mail.WAITING)
    deliver()
    assert set(newsletters().values_list("state", "reason")) == {(Mail.DROPPED, "cancelled")}
    queue_batches()
    issue.refresh_from_db()
    assert issue.state == "cancelled"
    with pytest.raises(SendingRefusedError):
        cancel(issue)
    with pytest.raises(SendingRefusedError):
        start(issue)


def test_issue_that_was_cancelled_before_anybody_got_it_counts_towards_no_promise(people, issue, purpose):
    purpose.most_a_month = 1
    purpose.save()
    start(issue)
    queue_batches()
    cancel(issue)
    again = compose(purpose)
    assert why_not(again) == []
    start(again)
    queue_batches()
    deliver()
    NewsletterIssue.objects.filter(pk=again.pk).update(state="sending")
    newsletters().filter(state=Mail.SENT).update(handovers=1)
    cancel(again)
    assert "at most 1 a month" in why_not(compose(purpose))[0]


def test_nothing_goes_out_without_a_postal_address(people, issue, community):
    assert why_not(issue) == []
    CommunitySettings.objects.update(publisher_address=" ")
    with pytest.raises(SendingRefusedError, match="no postal address"):
        start(issue)
    with pytest.raises(SendingRefusedError, match="no postal address"):
        plan(issue, timezone.now())


def test_promise_of_the_words_is_kept(people, purpose, write_article):
    """Twice a month was promised: the third issue waits, and its turn comes a month after the first."""
    for number in (20, 9):
        moment = timezone.now() - timedelta(days=number)
        NewsletterIssue.objects.create(
            purpose=purpose, state="sent", since=moment, until=moment, send_at=moment, started_at=moment
        )
    write_article("New")
    issue = compose(purpose)
    with pytest.raises(SendingRefusedError, match=r"at most 2 a month\. The next may go out on"):
        start(issue)
    plan(issue, timezone.now() + timedelta(days=12))
    issue.refresh_from_db()
    NewsletterIssue.objects.filter(pk=issue.pk).update(send_at=timezone.now())
    queue_batches()
    issue.refresh_from_db()
    assert issue.state == "planned"
    assert not newsletters().exists()


def test_people_keep_the_promise_that_they_agreed_to(people, purpose, issue):
    """The newsletter now comes four times a month; whoever agreed to two gets two."""
    purpose.most_a_month = 4
    purpose.save()
    publish_purpose(purpose, is_material=False)
    Consent.objects.filter(contact=people[0]).update(purpose_version=2)
    for number in (20, 9):
        moment = timezone.now() - timedelta(days=number)
        NewsletterIssue.objects.create(
            purpose=purpose, state="sent", since=moment, until=moment, send_at=moment, started_at=moment
        )
    start(issue)
    queue_batches()
    assert list(newsletters().values_list("contact", flat=True)) == [people[0].pk]


def test_newsletter_whose_topic_was_deleted_does_not_become_one_on_everything(people, purpose, topic, issue):
    purpose.topic = None
    purpose.save()
    issue.purpose.refresh_from_db()
    with pytest.raises(SendingRefusedError, match="for another topic"):
        start(issue)


def test_issue_that_can_show_nothing_any_more_does_not_begin(people, issue, topic):
    topic.get_children().first().specific.unpublish()
    with pytest.raises(SendingRefusedError, match="No article"):
        start(issue)


def test_planned_issue_begins_when_its_time_has_come(people, issue):
    plan(issue, timezone.now() + timedelta(hours=1))
    queue_batches()
    assert not newsletters().exists()
    NewsletterIssue.objects.update(send_at=timezone.now())
    queue_batches()
    assert newsletters().count() == 5
