"""Phrases that search treats as the same. Names of topics are known without being entered here."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from portal.text import lines


class SynonymGroup(models.Model):
    """Phrases that mean the same, one a line: "heart attack", "myocardial infarction", "MI"."""

    phrases = models.TextField(_("phrases"), help_text=_("Phrases that mean the same, one a line."))

    panels = [FieldPanel("phrases")]

    class Meta:
        verbose_name = _("synonyms")
        verbose_name_plural = _("synonyms")

    def __str__(self):
        return " = ".join(self.as_list)

    def clean(self):
        if len(self.as_list) < 2:
            raise ValidationError({"phrases": _("Enter at least two phrases, each on a line of its own.")})

    @property
    def as_list(self) -> list[str]:
        """The phrases as entered, without empty lines."""
        return lines(self.phrases)
