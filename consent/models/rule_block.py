"""One community rule: what a reader reads, and what an author is answered whose comment broke it."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

_CODE = RegexValidator(r"^[a-z][a-z0-9-]*\Z", _("Small letters, digits and hyphens, beginning with a letter."))


class RuleBlock(blocks.StructBlock):
    """A rule. Its number is its place; its code names it in every decision, however the numbers move."""

    code = blocks.CharBlock(
        label=_("code"), max_length=30, validators=[_CODE], help_text=_("Short name in the ledger. Never changes.")
    )
    sentence = blocks.TextBlock(
        label=_("the rule"), max_length=300, rows=2, help_text=_("One sentence that every reader understands.")
    )
    answer = blocks.TextBlock(
        label=_("answer to an author"),
        max_length=600,
        rows=3,
        help_text=_("What was not right with the comment, kindly, and how to mend it. It goes out by mail."),
    )

    class Meta:
        icon = "list-ol"
        label = _("Rule")
