"""A box in an article with which readers sign up for mail. Its form and its words on privacy come from ``consent``."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from consent.models import Purpose


def purposes() -> list[tuple[str, str]]:
    """The newsletters of every community: code, words and community. A code that several use stands once."""
    found: dict[str, list[str]] = {}
    for purpose in Purpose.objects.filter(kind=Purpose.Kind.NEWSLETTER, is_offered=True).select_related("site"):
        words = purpose.words.first()
        found.setdefault(purpose.code, []).append(f"{words.label if words else purpose.code} ({purpose.site})")
    return [(code, "; ".join(labels)) for code, labels in found.items()]


class PurposesBlock(blocks.MultipleChoiceBlock):
    """Codes of purposes. What they say in the community of the page is looked up when the box is shown."""

    def __init__(self, **kwargs):
        super().__init__(choices=purposes, widget=CheckboxSelectMultiple, **kwargs)

    def normalize_choice(self, value):
        """A code is a text: reading a stored one asks no database what may be chosen."""
        return str(value)

    def deconstruct(self):
        """Migrations see no choices: what can be chosen changes every day."""
        return "wagtail.blocks.MultipleChoiceBlock", [], {"choices": []}


class SignUpBlock(blocks.StructBlock):
    """A box to sign up. Nothing shows where the community offers nothing in the language of the page."""

    title = blocks.CharBlock(
        label=_("Heading"), max_length=80, default=_("Hear from us"), help_text=_("Stands at the top of the box.")
    )
    introduction = blocks.CharBlock(
        label=_("Sentence"),
        max_length=200,
        required=False,
        help_text=_("What readers get from it, in one plain sentence. Promise nothing about health."),
    )
    purposes = PurposesBlock(
        label=_("Newsletters"),
        required=False,
        help_text=_("Those of another community are left out. None ticked: the newsletters on the article's topics."),
    )

    class Meta:
        icon = "mail"
        label = _("Sign-up box")
        description = _("Readers sign up for e-mail. Its words are reviewed with the article, its form is not")
        template = "articles/blocks/sign_up_block.html"
        preview_value = {
            "title": "Hear from us",
            "introduction": "New articles on this topic, twice a month at most.",
            "purposes": [],
        }
        is_told = False  # asks something of readers, and tells nothing
