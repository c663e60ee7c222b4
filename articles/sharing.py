"""The picture that stands for a page where it is listed or shared."""

from wagtail.images.models import Filter
from wagtail.models import Page

from portal.models import Picture, PictureRendition

SHARED = "fill-1200x630|format-jpeg"  # what readers of Open Graph show whole


def share_picture(page: Page) -> PictureRendition | None:
    """The page's picture for listings in the shape for sharing; ``None`` for a page without one, or whose file is
    lost. One query, and once for a page.
    """
    if "shared_picture" not in vars(page):
        page.shared_picture = _rendition(page)
    return page.shared_picture


def _rendition(page: Page) -> PictureRendition | None:
    picture = getattr(page, "picture_id", None) or getattr(page, "photo_id", None)
    if picture is None:
        return None
    made = PictureRendition.objects.filter(image=picture, filter_spec=SHARED).select_related("image")
    for rendition in made:
        if rendition.focal_point_key == Filter(SHARED).get_cache_key(rendition.image):
            return rendition
    try:
        return Picture.objects.get(pk=picture).get_rendition(SHARED)
    except OSError:  # the file is gone or can't be read: no reason to withhold the page
        return None
