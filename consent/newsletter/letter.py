"""A copy of a newsletter for one person. Whether they still want it, and what may still be shown, is asked as it is
written: people withdraw, and articles are taken back, while an issue is on its way.
"""

from django.utils import timezone

from consent.links import link, unsubscribe_link
from consent.mail.letter import Letter, NotToBeSentError, writes
from consent.models import Consent, NewsletterIssue, OutgoingMail, Token
from consent.newsletter.rendering import Copy, render
from consent.newsletter.shown import shown_in
from consent.rules.standing import obstacle
from consent.rules.suppressing import is_suppressed
from consent.versions.labels import labels_of
from portal.models import CommunitySettings


@writes("newsletter")
def newsletter(mail: OutgoingMail) -> Letter:
    """The copy that ``mail`` stands for, with links of its own. Raises ``NotToBeSentError``."""
    issue = _issue(mail)
    consent = _consent(mail, issue)
    address = consent.contact.address
    if is_suppressed(address):
        raise NotToBeSentError("suppressed")
    entries = shown_in(issue, consent.language)
    if not entries:
        raise NotToBeSentError("nothing-left")
    written = render(issue, entries, _copy(consent))
    return Letter(
        to=address,
        subject=written.subject,
        text=written.text,
        html=written.html,
        sender=written.sender,
        headers=written.headers,
    )


def _issue(mail: OutgoingMail) -> NewsletterIssue:
    issue = NewsletterIssue.objects.select_related("purpose__site").filter(pk=mail.subject_id).first()
    if issue is None or issue.state not in NewsletterIssue.GOES_OUT_IN:
        raise NotToBeSentError("cancelled")
    if not CommunitySettings.for_site(issue.purpose.site).publisher_address.strip():
        raise NotToBeSentError("no-postal-address")
    return issue


def _consent(mail: OutgoingMail, issue: NewsletterIssue) -> Consent:
    consents = Consent.objects.select_related("contact").filter(contact=mail.contact_id, purpose=issue.purpose_id)
    consent = consents.first() if mail.contact_id else None
    if consent is None:
        raise NotToBeSentError("erased")
    consent.purpose = issue.purpose
    if reason := obstacle(consent):
        raise NotToBeSentError(reason.value)
    return consent


def _copy(consent: Consent) -> Copy:
    """One link that stops this newsletter, in the header and in the text alike, and one to everything else."""
    purpose, site = consent.purpose, consent.purpose.site
    stop = Token.issue(Token.Kind.UNSUBSCRIBE, contact=consent.contact, purpose=purpose)
    preferences = Token.issue(Token.Kind.PREFERENCES, contact=consent.contact)
    return Copy(
        language=consent.language,
        is_discreet=consent.contact.is_discreet,
        agreed_words=labels_of([consent])[consent.pk],
        agreed_on=timezone.localdate(consent.given_at, CommunitySettings.for_site(site).zone),
        stop_url=unsubscribe_link(site=site, token=stop),
        preferences_url=link("preferences", site=site, language=consent.language, token=preferences),
    )
