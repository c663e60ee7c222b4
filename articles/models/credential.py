"""Who may review: credentials with a first and a last day, and the boards that reviewers sit on.

A credential belongs to an account, not to a page: what a person may sign must not change with a draft. What a decision
rests on is copied into the ledger, so that it outlives both.
"""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel


class ReviewBoard(models.Model):
    """A board of reviewers, under whose name a community may show reviews."""

    name = models.CharField(
        _("name"), max_length=120, unique=True, help_text=_("As it stands in bylines: Haematology Review Board.")
    )
    description = models.TextField(
        _("description"), max_length=400, blank=True, help_text=_("Who sits on it and what it answers for.")
    )

    panels = [FieldPanel("name"), FieldPanel("description")]

    class Meta:
        ordering = ["name"]
        verbose_name = _("review board")
        verbose_name_plural = _("review boards")

    def __str__(self):
        return self.name


class CredentialQuerySet(models.QuerySet):
    """Credentials, asked for by day."""

    def valid_on(self, day: date) -> "CredentialQuerySet":
        """Credentials that hold on ``day``: both the first and the last day count."""
        return self.filter(Q(valid_until=None) | Q(valid_until__gte=day), valid_from__lte=day)


class Credential(models.Model):
    """What qualifies a person to review, and for how long."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="credentials",
        verbose_name=_("account"),
        help_text=_("The account with which the reviewer signs in."),
    )
    title = models.CharField(_("title"), max_length=120, help_text=_("For example: Consultant haematologist."))
    licence = models.CharField(
        _("licence"), max_length=60, blank=True, help_text=_("Number in the register. Kept with each decision.")
    )
    body = models.CharField(
        _("body"), max_length=160, help_text=_("Who granted it: General Medical Council, a chamber, a university.")
    )
    speciality = models.CharField(_("speciality"), max_length=120, help_text=_("For example: haematology."))
    board = models.ForeignKey(
        ReviewBoard,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="credentials",
        verbose_name=_("board"),
        help_text=_("The board on which the reviewer sits with this qualification."),
    )
    valid_from = models.DateField(_("valid from"), help_text=_("The first day on which the reviewer may sign."))
    valid_until = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("The last day. Leave it empty if there is none.")
    )

    objects = CredentialQuerySet.as_manager()

    panels = [
        FieldPanel("user"),
        MultiFieldPanel(
            [FieldPanel("title"), FieldPanel("speciality"), FieldPanel("body"), FieldPanel("licence")],
            heading=_("Qualification"),
        ),
        FieldPanel("board"),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")], heading=_("Valid")),
    ]

    class Meta:
        ordering = ["user", "valid_from", "pk"]
        verbose_name = _("credential")
        verbose_name_plural = _("credentials")

    def __str__(self):
        return f"{self.user}: {self.title}"

    def clean(self):
        """Raises ``ValidationError`` for a last day before the first."""
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": _("The last day comes before the first.")})

    def as_it_stands(self) -> dict[str, str]:
        """Plain values for the ledger."""
        return {
            "title": self.title,
            "speciality": self.speciality,
            "body": self.body,
            "licence": self.licence,
            "valid_from": self.valid_from.isoformat(),
            "valid_until": self.valid_until.isoformat() if self.valid_until else "",
        }
