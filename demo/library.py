"""What the demonstration's communities share: references, pictures, synonyms and terms."""

from io import BytesIO
from itertools import chain

from django.core.files.images import ImageFile
from wagtail.models import Locale, Site

from articles.models import GlossaryTerm, Reference, SynonymGroup
from demo.content import read, read_all
from demo.pictures import draw
from portal.models import Picture, User

CREDIT = "Drawn for this demonstration"


def add_references() -> None:
    """Fills the reference library."""
    for entry in chain.from_iterable(read_all("shared", "references")):
        reference = Reference(**entry)
        reference.full_clean()
        reference.save()


def add_synonyms() -> None:
    """Adds the phrases that search treats as the same."""
    for phrases in read("shared", "synonyms.yaml"):
        SynonymGroup.objects.create(phrases="\n".join(phrases))


def add_terms(entries: list[dict], *, locale: Locale, site: Site | None = None) -> None:
    """Adds terms of one community, or of all if ``site`` is None."""
    for entry in entries:
        others = "\n".join(entry.get("other_forms", []))
        term = GlossaryTerm(
            term=entry["term"], other_forms=others, definition=entry["definition"], site=site, locale=locale
        )
        term.full_clean()
        term.save()


def add_pictures(*, by: User) -> dict[str, Picture]:
    """Draws and stores every picture, by name."""
    return {entry["name"]: _add_picture(entry, by) for entry in read("shared", "pictures.yaml")}


def _add_picture(entry, by):
    file_name = f"{entry['name']}.png"
    _clear_leftover(f"original_images/{file_name}")
    picture = Picture(
        title=entry["title"],
        file=ImageFile(BytesIO(draw(entry["name"])), name=file_name),
        description=entry["description"],
        credit=CREDIT,
        uploaded_by_user=by,
    )
    picture._set_image_file_metadata()
    picture.save()
    return picture


def _clear_leftover(path):
    """Takes away the file that an earlier database left behind, or the new one would get another name."""
    storage = Picture._meta.get_field("file").storage
    if not Picture.objects.filter(file=path).exists():
        storage.delete(path)
