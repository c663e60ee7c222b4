"""When to get help, and what to do or leave alone. The meaning stands in words; colour only repeats it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from articles.blocks.cited import INLINE_FEATURES, CitedRichTextBlock


class Urgency(models.TextChoices):
    """How soon to get help. Values are stored in texts; the sentence that readers see stands in ``heading``."""

    ROUTINE = "routine", _("Routine: talk to your doctor")
    URGENT = "urgent", _("Urgent: today")
    EMERGENCY = "emergency", _("Emergency: call an ambulance")

    @property
    def heading(self):
        """The words with which the card begins."""
        return {
            Urgency.ROUTINE: _("Talk to your doctor if"),
            Urgency.URGENT: _("Get medical help today if"),
            Urgency.EMERGENCY: _("Call an ambulance if"),
        }[self]


def _items(label, help_text):
    return blocks.ListBlock(
        CitedRichTextBlock(label=label, features=INLINE_FEATURES), label=label, min_num=1, help_text=help_text
    )


class CareCardValue(blocks.StructValue):
    """What a care card's template asks for."""

    @property
    def heading(self):
        """The words with which the card begins."""
        return Urgency(self["urgency"]).heading


class CareCardBlock(blocks.StructBlock):
    """When to get help, and how fast."""

    urgency = blocks.ChoiceBlock(
        label=_("Urgency"),
        choices=Urgency.choices,
        default=Urgency.ROUTINE,
        help_text=_("How soon to get help. The words for it stand at the top of the card."),
    )
    items = _items(
        _("If"), _("Each line finishes the sentence at the top, for example: you bleed and it does not stop.")
    )
    advice = CitedRichTextBlock(
        label=_("What to do meanwhile"),
        features=INLINE_FEATURES,
        required=False,
        help_text=_("One or two sentences under the list."),
    )

    class Meta:
        icon = "warning"
        label = _("Care card")
        description = _("When to get help and how fast. At most two on a page")
        template = "articles/blocks/care_card_block.html"
        value_class = CareCardValue
        preview_value = {
            "urgency": "urgent",
            "items": ["<p>you have a temperature of 38 °C or more</p>", "<p>you bleed and it does not stop</p>"],
            "advice": "<p>Say at once that you are having treatment for a blood cancer.</p>",
        }


class DoBlock(blocks.StructBlock):
    """Things that help."""

    items = _items(_("Do"), _("One thing a line, beginning with a verb: write down when a symptom starts."))

    class Meta:
        icon = "check"
        label = _("Do")
        description = _("Things that help")
        template = "articles/blocks/do_block.html"
        preview_value = {"items": ["<p>write down when a symptom starts and ends</p>", "<p>drink enough</p>"]}


class DontBlock(blocks.StructBlock):
    """Things to leave alone."""

    items = _items(_("Don't"), _("One thing a line: do not stop a medicine without asking your team."))

    class Meta:
        icon = "cross"
        label = _("Don't")
        description = _("Things to leave alone")
        template = "articles/blocks/dont_block.html"
        preview_value = {"items": ["<p>do not stop a medicine without asking your team</p>"]}
