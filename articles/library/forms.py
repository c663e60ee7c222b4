"""The form with which editors add a source to the library, in the listing and in the chooser alike."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from articles.library.identifiers import proposed_key
from articles.models import Reference

Status = Reference.Status


class ReferenceForm(WagtailAdminModelForm):
    """Proposes the key from author and year, keeps it once it is saved, and names the entry that is already there."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        key = self.fields["key"]
        key.required = False
        if self.instance.pk:
            key.disabled = True
            key.help_text = _("Stands in texts, so it can't be changed.")
        else:
            key.help_text = _(
                "Stands in texts as [[ref:key]] for good. Empty: author and year, for example moreau-2021."
            )

    def clean(self):
        cleaned = super().clean()
        if not self.instance.pk and not cleaned.get("key") and "key" not in self.errors:
            cleaned["key"] = self._proposed_key(cleaned)
        if day := cleaned.get("status_on"):
            if day > timezone.localdate():
                self.add_error("status_on", _("This day is still to come."))
        elif cleaned.get("status", Status.CURRENT) != Status.CURRENT and "status_on" not in self.errors:
            self.add_error("status_on", _("Say since when: readers are told the day."))
        return cleaned

    def _post_clean(self):
        super()._post_clean()  # puts the values into the instance and reduces DOI and PMID
        for field, stored in self._duplicates().items():
            self.errors.pop(field, None)
            self.add_error(field, _("The library holds this source already: %s.") % f"{stored.key} ({stored})")

    def _proposed_key(self, cleaned) -> str:
        return proposed_key(
            authors=cleaned.get("authors") or "",
            source=cleaned.get("source") or "",
            title=cleaned.get("title") or "",
            year=cleaned.get("year"),
            taken=set(Reference.objects.values_list("key", flat=True)),
        )

    def _duplicates(self) -> dict[str, Reference]:
        """Fields of the form whose value makes this the same source as a stored one, with that source."""
        others = Reference.objects.exclude(pk=self.instance.pk)
        source = self.instance
        same = {
            "doi": source.doi and others.filter(doi__iexact=source.doi).first(),
            "pmid": source.pmid and others.filter(pmid=source.pmid).first(),
            "title": source.title and others.filter(title__iexact=source.title, year=source.year).first(),
        }
        if same["title"] and source.doi and same["title"].doi and not same["doi"]:
            same["title"] = None  # two DOIs are two works, whatever their titles
        return {field: stored for field, stored in same.items() if stored}
