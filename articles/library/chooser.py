"""Choosing references: for the sources of an article, and for the citation control of the text editor."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import (
    BaseChooseView,
    ChooseResultsViewMixin,
    ChooseViewMixin,
    ChosenMultipleView,
    ChosenResponseMixin,
    ChosenView,
    CreateView,
    CreationFormMixin,
)
from wagtail.admin.viewsets.chooser import ChooserViewSet

from articles.library.forms import ReferenceForm
from articles.models import Reference

FIELDS = ["type", "authors", "title", "source", "year", "details", "doi", "pmid", "url", "last_checked", "key"]


class ReferenceCreationForm(ReferenceForm):
    """The library's form in the chooser's "new" tab."""

    class Meta:
        model = Reference
        fields = FIELDS


class _Creating(CreationFormMixin):
    def get_creation_form_kwargs(self):
        """The modal stands in the page's form, which has fields of the same names."""
        return super().get_creation_form_kwargs() | {"prefix": "reference"}


class _Choosing(_Creating, BaseChooseView):
    @property
    def columns(self):
        return [*super().columns, Column("source", label=_("Source")), Column("key", label=_("Key"))]


class ChooseReferenceView(ChooseViewMixin, _Choosing):
    """The modal."""


class ChooseReferenceResultsView(ChooseResultsViewMixin, _Choosing):
    """The listing in the modal, when somebody searches or turns the page."""


class _ChosenReference(ChosenResponseMixin):
    def get_chosen_response_data(self, item):
        return super().get_chosen_response_data(item) | {"key": item.key}


class ChosenReferenceView(_ChosenReference, ChosenView):
    """One chosen reference, with its key."""

    def get_object(self, pk):
        if not pk.isdecimal():
            raise Http404
        return super().get_object(pk)


class ChosenReferencesView(_ChosenReference, ChosenMultipleView):
    """Several chosen references, with their keys."""

    def get_objects(self, pks):
        return super().get_objects([pk for pk in pks if pk.isdecimal()])


class CreateReferenceView(_ChosenReference, _Creating, CreateView):
    """A reference made in the modal and chosen at once."""


class ReferenceChooserViewSet(ChooserViewSet):
    """The chooser of references."""

    model = Reference
    icon = "openquote"
    choose_one_text = _("Choose a reference")
    choose_another_text = _("Choose another reference")
    edit_item_text = _("Edit this reference")
    creation_tab_label = _("New reference")
    create_action_label = _("Add to the library and choose")
    creation_form_class = ReferenceCreationForm
    choose_view_class = ChooseReferenceView
    choose_results_view_class = ChooseReferenceResultsView
    chosen_view_class = ChosenReferenceView
    chosen_multiple_view_class = ChosenReferencesView
    create_view_class = CreateReferenceView
    per_page = 15


reference_chooser = ReferenceChooserViewSet("reference_chooser")
