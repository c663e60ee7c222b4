"""What was published of a text so far, beside the form in which it is written."""

from django.utils.functional import cached_property
from wagtail.admin.panels import Panel

SHOWN = 10


class PublishedPanel(Panel):
    """The newest versions, each with its day, its kind of change and a link to its words."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "consent/desk/published_panel.html"

        @cached_property
        def texts(self):
            """The versions, newest first. The instance knows which are its own."""
            return list(self.instance.published_texts[:SHOWN]) if self.instance.pk else []
