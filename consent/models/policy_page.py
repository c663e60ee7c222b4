"""A policy as editors write it: privacy policy, terms, community rules, consumer health data policy.

Whatever is published of it becomes a version that never changes (``consent.versions.policies``). The page holds what
the editor says of the change that comes next.
"""

import re

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.url_routing import RouteResult

from consent.models.rule_block import RuleBlock
from consent.models.version import Change, TextVersion
from consent.versions.policy_form import PolicyPageForm
from consent.versions.policy_words import rules_of
from consent.versions.published_panel import PublishedPanel
from portal.models import StandardPage
from portal.panels import title_panel

NUMBER = re.compile(r"[1-9][0-9]{0,5}")


class PolicyPage(StandardPage):
    """A policy. Its role says which, and is one of the kinds of ``TextVersion``."""

    roles = (StandardPage.Role.PRIVACY, StandardPage.Role.TERMS, StandardPage.Role.RULES, StandardPage.Role.HEALTH_DATA)

    change = models.CharField(
        _("kind of change"),
        max_length=10,
        choices=Change.choices,
        default=Change.MATERIAL,
        help_text=_(
            "Privacy policy and consumer health data policy: after a material change people who agreed before are "
            "asked again, and get nothing until they answer. Community rules are read again before the next comment. "
            "Terms ask nobody again: whoever sends a form next accepts them as they are then. Correcting a slip of "
            "the pen is editorial."
        ),
    )
    what_changed = models.TextField(
        _("what changed"),
        blank=True,
        max_length=300,
        help_text=_(
            "One sentence for readers. It stands in the list of versions, and people who are asked again see it."
        ),
    )

    rules = StreamField(
        [("rule", RuleBlock())],
        verbose_name=_("rules"),
        blank=True,
        default=list,
        db_default=models.Value([], output_field=models.JSONField()),
        help_text=_("For community rules: one at a time, in the order of their numbers."),
    )
    stated_after = models.PositiveIntegerField(_("stated after version"), default=0, editable=False)

    content_panels = [
        title_panel(_("What the policy is called, for example: Privacy policy.")),
        FieldPanel("role"),
        FieldPanel("introduction"),
        FieldPanel("body"),
        FieldPanel("rules"),
        MultiFieldPanel(
            [FieldPanel("change"), FieldPanel("what_changed")],
            heading=_("This change"),
            help_text=_(
                "Publishing other words makes a new version; earlier ones stay readable. While the page is offline, "
                "its policy is not in force: sign-up boxes that need it are not shown."
            ),
        ),
        PublishedPanel(heading=_("Versions published so far")),
    ]
    parent_page_types = ["portal.HomePage"]
    subpage_types = []
    base_form_class = PolicyPageForm
    page_description = _("Privacy policy, terms, community rules, health data policy: every version stays readable.")

    class Meta:
        verbose_name = _("policy page")

    def state(self, *, change: str, what_changed: str) -> None:
        """Says of the words as they are now how they differ from the newest version. It counts until the next one."""
        newest = self.published_texts.first() if self.pk else None
        self.change, self.what_changed = change, what_changed.strip()
        self.stated_after = newest.version if newest else 0

    def statement_after(self, newest: TextVersion | None) -> tuple[bool, str]:
        """Whether words that follow the version ``newest`` are a material change, and the sentence on it.

        What was stated of an older change is not taken for a statement on this one: it is material.
        """
        if newest is None:
            return True, ""
        if self.stated_after != newest.version:
            return True, "" if self.what_changed == newest.what_changed else self.what_changed
        return self.change != Change.EDITORIAL, self.what_changed

    @property
    def published_texts(self) -> "models.QuerySet[TextVersion]":
        """Every version of this policy, the newest first. Empty for a page outside any community."""
        from consent.versions.policies import versions_of  # noqa: PLC0415 - reads these models

        return versions_of(self)

    @property
    def rules_as_shown(self) -> list[dict[str, str]]:
        """The rules of a page of community rules, in their order; none on any other."""
        return rules_of(self)

    @property
    def what_ends_with_it(self) -> str:
        """What an editor should know before the page goes offline."""
        sentence = _(
            "“%(title)s” will no longer be in force: sign-up boxes that need it are not shown until a policy with this "
            "role is published again. Its versions stay readable under their own addresses."
        )
        return sentence % {"title": self.title}

    def route(self, request, path_components):
        """Leads to the policy, to the list of its versions, and to each of them: ``versions/``, ``versions/3/``."""
        match path_components:
            case ["versions"] if self.live:
                return RouteResult(self, kwargs={"version": 0})
            case ["versions", number] if self.live and NUMBER.fullmatch(number):
                return RouteResult(self, kwargs={"version": int(number)})
        return super().route(request, path_components)

    def serve(self, request, *args, version=None, **kwargs):
        """The policy as it is in force, the list of its versions (0), or the ``version`` that routing found."""
        from consent.versions.public_pages import history, one_version  # noqa: PLC0415 - reads these models

        if version is None:
            return super().serve(request, *args, **kwargs)
        return one_version(request, self, version) if version else history(request, self)

    @cached_property
    def version_in_force(self) -> TextVersion | None:
        """The version whose words these are, if they are in force. One query."""
        from consent.versions.policies import version_of  # noqa: PLC0415 - reads these models

        return version_of(self)
