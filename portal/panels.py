"""Panels that every page type shares: the title, what search engines show, and the navigation."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel


def title_panel(help_text: str | Promise) -> TitleFieldPanel:
    """The title, with what it means for this type of page."""
    return TitleFieldPanel("title", help_text=help_text)


SEARCH_PANEL = MultiFieldPanel(
    [
        FieldPanel(
            "slug",
            heading=_("Address"),
            help_text=_(
                "The last part of the page's address: small letters, digits and hyphens. If you change it on a "
                "page that is live, add a redirect from the old address."
            ),
        ),
        FieldPanel(
            "seo_title",
            heading=_("Title for search engines"),
            help_text=_("Up to 60 characters. Leave it empty to use the page's own title."),
        ),
        FieldPanel(
            "search_description",
            heading=_("Description for search engines"),
            help_text=_(
                "One or two plain sentences, up to 160 characters. Leave it empty to use the summary or introduction."
            ),
        ),
    ],
    heading=_("Search engines and sharing"),
)
NAVIGATION_PANEL = MultiFieldPanel(
    [
        FieldPanel(
            "show_in_menus",
            heading=_("Show in the navigation"),
            help_text=_("Only for pages right under the home page: links the page from the top of every page."),
        )
    ],
    heading=_("Navigation"),
)
