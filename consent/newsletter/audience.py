"""Who gets an issue: whoever agreed to its purpose, has not stopped or paused it, and was promised no fewer mails.

Asked for everybody at once when an issue is queued, and again for each when the mail is written.
"""

from functools import cached_property

from django.utils import timezone

from consent.models import Consent, NewsletterIssue
from consent.newsletter.composing import languages_of
from consent.newsletter.promise import a_month_before, days_begun, promises
from consent.newsletter.sources import entries_of
from consent.rules.standing import obstacle
from consent.versions.offers import Texts, texts_in_force
from portal.models import CommunitySettings


class Audience:
    """The people of one issue. Holds what is the same for all of them: make a new one for each batch."""

    def __init__(self, issue: NewsletterIssue):
        self.issue, self.purpose = issue, issue.purpose

    @cached_property
    def texts(self) -> dict[str, Texts]:
        """The words in force, in each language that the issue has articles in. Others would get an empty letter."""
        site = self.purpose.site
        return {
            language: texts_in_force(site, language)
            for language in languages_of(self.purpose)
            if entries_of(self.issue.articles, site, language)
        }

    @cached_property
    def agreed(self) -> dict[tuple[str, int], int]:
        """How many mails a month each version of the words promised."""
        return promises(self.purpose)

    @cached_property
    def had_this_month(self) -> int:
        """How many other issues began in the last month."""
        day = timezone.localdate(timezone=CommunitySettings.for_site(self.purpose.site).zone)
        return sum(each > a_month_before(day) for each in days_begun(self.purpose, day, apart_from=self.issue))

    def consents(self):
        """Consents that may count, oldest first. Whoever agrees after an issue began gets the next one: somebody who
        was erased and comes back must not get this one twice.
        """
        found = Consent.objects.active().filter(purpose=self.purpose, language__in=self.texts).order_by("pk")
        return found.filter(given_at__lte=self.issue.started_at) if self.issue.started_at else found

    def has(self, consent: Consent) -> bool:
        """Whether the person behind ``consent`` gets the issue, as far as one can tell before it is written."""
        consent.purpose = self.purpose
        most = self.agreed.get((consent.language, consent.purpose_version), 0)
        return self.had_this_month < most and obstacle(consent, self.texts[consent.language]) is None

    def count(self) -> int:
        """How many people would be queued now."""
        return sum(self.has(consent) for consent in self.consents().iterator())
