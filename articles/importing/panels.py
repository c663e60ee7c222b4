"""What editors see of an import while they finish its draft. Readers never do (R5)."""

from django.utils.functional import cached_property
from wagtail.admin.panels import Panel


class ImportNotePanel(Panel):
    """Claims of the imported file and what still needs a person. Shown for imported articles only."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "articles/importing/note_panel.html"

        @cached_property
        def record(self):
            """How the article was imported, or ``None``."""
            return self.instance.import_records.first() if self.instance.pk else None

        def is_shown(self):
            return super().is_shown() and self.record is not None
