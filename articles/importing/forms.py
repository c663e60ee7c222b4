from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.importing.parents import parents_for
from articles.importing.reading import EXTENSIONS, LARGEST_FILE

MOST_FILES = 50


class FilesInput(forms.FileInput):
    """Chooses several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several uploaded files. An empty or wrong one is left to the import, which says so in its report."""

    widget = FilesInput(attrs={"accept": ",".join(EXTENSIONS)})

    def clean(self, data, initial=None):
        files = data if isinstance(data, list | tuple) else [data]
        files = [super(FilesField, self).clean(file, initial) for file in files or [None]]
        if len(files) > MOST_FILES:
            raise ValidationError(_("Choose at most %(count)s files at a time.") % {"count": MOST_FILES})
        return files


class ParentField(forms.ModelChoiceField):
    """A page under which articles may stand, with the community that it belongs to."""

    def label_from_instance(self, page):
        home = page.get_ancestors(inclusive=True).filter(depth=2).first()
        return page.title if home is None or home.pk == page.pk else f"{home.title} › {page.title}"


class ImportForm(forms.Form):
    """Which files to import, and where to."""

    uploads = FilesField(
        label=_("Files"),
        allow_empty_file=True,
        help_text=_(
            "Scraped pages as .txt, or .md, .html and .docx. At most %(count)s files of at most %(size)s MB each."
        )
        % {"count": MOST_FILES, "size": LARGEST_FILE},
    )
    parent = ParentField(label=_("Under"), queryset=None, help_text=_("The topic to which the articles belong."))
    dry_run = forms.BooleanField(
        label=_("Only look"), required=False, help_text=_("Shows the report without writing a draft.")
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        parent = self.fields["parent"]
        assert isinstance(parent, ParentField)  # noqa: S101  (narrows the type)
        parent.queryset = parents_for(user)
