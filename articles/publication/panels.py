"""What the editor's form shows beside the fields of a source."""

from wagtail.admin.panels import Panel


class PlacesPanel(Panel):
    """In a row of the sources: how often the text cites the number, and the words around its first place."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "articles/admin/places_panel.html"

        def is_shown(self):
            return bool(getattr(self.instance, "places", ""))
