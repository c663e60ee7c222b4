"""The text editor's citation control. A citation is plain text, so it needs no conversion and nothing can lose it."""

from django.forms import Media, Script
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.rich_text.editors.draftail.features import Feature
from wagtail.admin.staticfiles import versioned_static

TYPE = "CITATION"
LABEL = _("Cite a reference")


class CitationFeature(Feature):
    """A button under the text, and an entry in the toolbar of a selection and in the "/" menu."""

    @property
    def media(self):
        """The chooser's script, and ours with the words and the address that it needs."""
        attributes = {"data-label": LABEL, "data-chooser-url": reverse_lazy("reference_chooser:choose")}
        return Media(
            js=[versioned_static("wagtailadmin/js/chooser-modal.js"), Script("admin/citation.js", **attributes)]
        )

    def construct_options(self, options):
        """Adds the control to Draftail's ``options``."""
        options.setdefault("entityTypes", []).append({"type": TYPE, "icon": "openquote", "description": LABEL})
        options.setdefault("controls", []).append({"type": TYPE})
