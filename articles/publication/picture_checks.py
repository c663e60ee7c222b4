"""Pictures that some readers would miss.

WCAG 2.2, success criterion 1.1.1 (level A): a picture is described in words or marked as decorative. An article with
one that is neither does not go live.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

from articles.blocks.figure import FigureBlock
from articles.publication.draft import Draft, Problem, Severity, at_block

_FILE_NAME = re.compile(
    r"\.(?:avif|gif|jpe?g|png|svg|webp)\s*\Z|\A(?:img|dsc|image|picture|photo)[\s_-]*\d+\s*\Z", re.I
)


def figures(draft: Draft) -> Iterator[tuple[int, StreamValue.StreamChild]]:
    """Every figure of the text with its position."""
    for position, child in enumerate(draft.page.body, start=1):
        if isinstance(child.block, FigureBlock):
            yield position, child


def undescribed_pictures(draft: Draft) -> Iterator[Problem]:
    """Pictures without alternative text that are not marked as decorative, and blocks without a picture."""
    for position, child in figures(draft):
        picture = child.value["image"]
        where = {**at_block(position, child), "path": "image.alt_text"}
        if picture is None:
            message = _("No picture is chosen.")
            yield Problem(Severity.BLOCKS, "picture-missing", message, **{**where, "path": "image.image"})
        elif not picture.decorative and not (picture.contextual_alt_text or "").strip():
            message = _("The picture has no alternative text. Say in words what it shows, or mark it as decorative.")
            yield Problem(Severity.BLOCKS, "alt-missing", message, **where)
        elif not picture.decorative and _FILE_NAME.search(picture.contextual_alt_text):
            message = _("The alternative text is a file's name. Say in words what the picture shows.")
            yield Problem(Severity.ADVISES, "alt-file-name", message, **where)


def uncredited_pictures(draft: Draft) -> Iterator[Problem]:
    """Pictures without a credit in the text or with the picture."""
    for position, child in figures(draft):
        picture = child.value["image"]
        if picture is not None and not child.value["credit"] and not picture.credit:
            message = _("The picture has no credit: who made it?")
            where = {**at_block(position, child), "path": "credit"}
            yield Problem(Severity.ADVISES, "credit-missing", message, **where)
