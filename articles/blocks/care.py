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


def _items(label):
    return blocks.ListBlock(CitedRichTextBlock(label=label, features=INLINE_FEATURES), label=label, min_num=1)


class CareCardValue(blocks.StructValue):
    """What a care card's template asks for."""

    @property
    def heading(self):
        """The words with which the card begins."""
        return Urgency(self["urgency"]).heading


class CareCardBlock(blocks.StructBlock):
    """When to get help, and how fast."""

    urgency = blocks.ChoiceBlock(label=_("urgency"), choices=Urgency.choices, default=Urgency.ROUTINE)
    items = _items(_("if"))
    advice = CitedRichTextBlock(label=_("what to do meanwhile"), features=INLINE_FEATURES, required=False)

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

    items = _items(_("do"))

    class Meta:
        icon = "check"
        label = _("Do")
        description = _("Things that help")
        template = "articles/blocks/do_block.html"
        preview_value = {"items": ["<p>write down when a symptom starts and ends</p>", "<p>drink enough</p>"]}


class DontBlock(blocks.StructBlock):
    """Things to leave alone."""

    items = _items(_("don't"))

    class Meta:
        icon = "cross"
        label = _("Don't")
        description = _("Things to leave alone")
        template = "articles/blocks/dont_block.html"
        preview_value = {"items": ["<p>do not stop a medicine without asking your team</p>"]}
