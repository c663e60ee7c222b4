"""Somebody who comments: a confirmed contact in one community, under the name that they chose.

Two commenters of one contact may come about when contacts are joined; whoever looks for sanctions or trust asks for all
of a contact.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models.comment import LONGEST_NAME
from consent.keys.indexes import INDEX_LENGTH


class Commenter(models.Model):
    """The identity behind comments. Its address is known to ``consent`` alone."""

    site = models.ForeignKey(
        "wagtailcore.Site", on_delete=models.CASCADE, related_name="+", verbose_name=_("community")
    )
    contact = models.ForeignKey(
        "consent.Contact", null=True, on_delete=models.SET_NULL, related_name="commenters", verbose_name=_("contact")
    )
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    cookie_epoch = models.PositiveIntegerField(
        _("generation of cookies"), default=0, help_text=_("Counting on makes every browser forget this person.")
    )
    is_memorial = models.BooleanField(
        _("in memoriam"), default=False, help_text=_("This person has died. Their comments stay, marked as theirs.")
    )
    created_at = models.DateTimeField(_("since"), default=timezone.now)

    class Meta:
        verbose_name = _("commenter")
        verbose_name_plural = _("commenters")

    def __str__(self):
        return self.name


class CommenterNote(models.Model):
    """What moderators tell each other about a commenter."""

    commenter = models.ForeignKey(
        Commenter, on_delete=models.CASCADE, related_name="notes", verbose_name=_("commenter")
    )
    text = models.TextField(_("note"), max_length=1000)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("moderator")
    )
    written_at = models.DateTimeField(_("written"), default=timezone.now)

    class Meta:
        verbose_name = _("note on a commenter")
        verbose_name_plural = _("notes on commenters")
        ordering = ["-written_at", "-pk"]

    def __str__(self):
        return f"{self.commenter}: {self.written_at:%Y-%m-%d}"


class SanctionQuerySet(models.QuerySet):
    """Sanctions."""

    def standing(self) -> "SanctionQuerySet":
        """Those that hold now."""
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=timezone.now()), lifted_at=None)


class Sanction(models.Model):
    """A consequence of how somebody behaved. ``subject`` is the keyed reference of the person, so that a ban holds for
    who erased themselves and comes back.
    """

    class Kind(models.TextChoices):
        MODERATED = "moderated", _("Every comment is looked at first")
        PAUSED = "paused", _("No comments for some days")
        BANNED = "banned", _("No comments")

    site = models.ForeignKey(
        "wagtailcore.Site", on_delete=models.CASCADE, related_name="+", verbose_name=_("community")
    )
    commenter = models.ForeignKey(
        Commenter, null=True, on_delete=models.SET_NULL, related_name="sanctions", verbose_name=_("commenter")
    )
    subject = models.CharField(_("reference of the person"), max_length=INDEX_LENGTH, db_index=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    rule_code = models.CharField(_("rule"), max_length=30, blank=True)
    reason = models.TextField(_("reason"), max_length=500, help_text=_("The person reads it."))
    begins_at = models.DateTimeField(_("since"), default=timezone.now)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)
    imposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("moderator")
    )
    lifted_at = models.DateTimeField(_("lifted"), null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("lifted by")
    )

    objects = SanctionQuerySet.as_manager()

    class Meta:
        verbose_name = _("sanction")
        verbose_name_plural = _("sanctions")
        ordering = ["-begins_at", "-pk"]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.commenter}"

    @property
    def is_standing(self) -> bool:
        """Whether it holds now."""
        return self.lifted_at is None and (self.ends_at is None or self.ends_at > timezone.now())
