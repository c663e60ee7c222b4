"""Pictures as readers get them: AVIF and WebP in a few sizes, and one that every browser can show.

A shape says which sizes exist and how wide the picture is shown. No picture is ever enlarged.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.images.models import AbstractImage

logger = logging.getLogger(__name__)

_left_out: ContextVar[bool] = ContextVar("pictures_left_out", default=False)

FORMATS = ("avif", "webp")
_FIRST = SafeString('loading="eager" fetchpriority="high"')  # HTML Living Standard, section 2.5.8
_LATER = SafeString('loading="lazy"')
FALLBACKS = {"png": "png", "gif": "png"}  # by the original's ending; everything else falls back to JPEG


@dataclass(frozen=True)
class Shape:
    """Sizes of a picture: ``rule`` is a resize rule of Wagtail with ``{width}`` and ``{height}``."""

    rule: str
    widths: tuple[int, ...]
    sizes: str
    ratio: float = 1.0  # height by width, for rules that crop

    def rules(self, picture: AbstractImage) -> list[str]:
        """The resize rules for ``picture``, narrowest first, without those that are wider than it is."""
        fitting = [width for width in self.widths if width <= picture.width] or [self.widths[0]]
        return [self.rule.format(width=width, height=round(width * self.ratio)) for width in fitting]


FIGURE = Shape("width-{width}", (480, 800, 1200), "(min-width: 44rem) 40rem, 100vw")
CARD = Shape("fill-{width}x{height}", (400, 800), "(min-width: 44rem) 22rem, 100vw", ratio=9 / 16)
PORTRAIT = Shape("fill-{width}x{height}", (160, 320), "10rem")


def filter_specs(picture: AbstractImage, shape: Shape) -> tuple[dict[str, list[str]], str]:
    """Filter specs by format, narrowest first, and the spec of the fallback."""
    rules = shape.rules(picture)
    ending = picture.file.name.rsplit(".", 1)[-1].lower()
    fallback = f"{rules[-1]}|format-{FALLBACKS.get(ending, 'jpeg')}"
    return {name: [f"{rule}|format-{name}" for rule in rules] for name in FORMATS}, fallback


def make_renditions(picture: AbstractImage, shape: Shape) -> dict:
    """Every rendition of ``picture`` in ``shape``, by filter spec. Makes those that do not exist yet."""
    by_format, fallback = filter_specs(picture, shape)
    return picture.get_renditions(*(spec for specs in by_format.values() for spec in specs), fallback)


@contextmanager
def pictures_left_out() -> Iterator[None]:
    """What is rendered meanwhile has no pictures: for those who want its words and need not wait for files."""
    before = _left_out.set(True)
    try:
        yield
    finally:
        _left_out.reset(before)


def picture_html(picture: AbstractImage, shape: Shape, *, alt: str, eager: bool = False) -> str:
    """A ``<picture>`` with its width and height, so that nothing moves while it loads. ``eager``: one that readers see
    first, which browsers fetch before others; all others load when they come near.

    Empty if the file can't be read: a lost file must not take the page with it.
    """
    if _left_out.get():
        return SafeString("")
    try:
        renditions = make_renditions(picture, shape)
    except OSError:
        logger.exception("The file of picture %s can't be read.", picture.pk)
        return SafeString("")
    by_format, fallback = filter_specs(picture, shape)
    sources = format_html_join(
        "",
        '<source type="image/{}" srcset="{}" sizes="{}">',
        (
            (name, ", ".join(f"{renditions[spec].url} {renditions[spec].width}w" for spec in specs), shape.sizes)
            for name, specs in by_format.items()
        ),
    )
    image = renditions[fallback]
    return format_html(
        '<picture>{}<img src="{}" width="{}" height="{}" alt="{}" {} decoding="async"></picture>',
        *(sources, image.url, image.width, image.height, alt, _FIRST if eager else _LATER),
    )
