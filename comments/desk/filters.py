"""What several lists of the desk are filtered by."""

from django.utils.translation import gettext_lazy as _
from django_filters import ModelChoiceFilter
from wagtail.models import Site


def community_filter(column: str) -> ModelChoiceFilter:
    """By community, which ``column`` leads to."""
    return ModelChoiceFilter(field_name=column, queryset=Site.objects.all(), label=_("Community"), empty_label=_("Any"))
