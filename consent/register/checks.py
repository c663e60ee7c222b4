"""Two things that ``manage.py check`` refuses (GDPR, article 25; DESIGN.md, C1, C6 and C7).

A model that may hold something of a person must be declared in ``personal_data``, with what shows it to its owner, and
what erases it or why it stays. And an address stands nowhere in plain text but in the places that are listed here.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from django.apps import apps
from django.core import checks
from django.db import models

from consent.models import Contact, Request
from consent.models.sealed import HoldsAddress
from consent.register.personal_data import DECLARED
from portal.environment import PROJECT_DIR

# Where an address may stand as it is typed, and why. Apps of others are no exception: what they hold is listed too.
PLACES = {
    "portal.User.email": "staff sign in and are told of their work",
    "portal.CommunitySettings.contact_email": "published in the foot of every page",
    "django_comments.Comment.user_email": "always empty: comments.models.Comment refuses to be saved with one",
    "comments.ConversationSettings.on_call_email": "where staff are told of a person in danger",
}
_NAMED_LIKE_AN_ADDRESS = re.compile(r"e_?mail|(^|_)mail(_?(address|box|to|from))?$|(^|_)mail_?address")


@checks.register(checks.Tags.models)
def personal_data_is_declared(app_configs, **kwargs) -> list[checks.CheckMessage]:
    """One error for each of our models that holds something of a person and is not declared in full."""
    return undeclared(apps.get_models())


@checks.register(checks.Tags.models)
def addresses_stand_in_their_places(app_configs, **kwargs) -> list[checks.CheckMessage]:
    """One error for each field of any installed app that looks as if it held an address in plain text."""
    return misplaced(apps.get_models())


def undeclared(found: Iterable[type[models.Model]]) -> list[checks.CheckMessage]:
    """An error for each model that may hold something of a person and does not say how it is shown and erased."""
    return [
        checks.Error(
            f"{model._meta.label} may hold personal data, and {fault}.",
            hint="Declare it (consent.register.personal_data), with an exporter, and an eraser or why it stays.",
            obj=model,
            id="consent.E001",
        )
        for model in found
        if is_ours(model) and _may_hold(model) and (fault := _fault_of(model))
    ]


def misplaced(found: Iterable[type[models.Model]]) -> list[checks.CheckMessage]:
    """An error for each field that looks as if it held an address, outside of ``PLACES``."""
    return [
        checks.Error(
            f"{model._meta.label}.{field.name} looks as if it held an e-mail address in plain text.",
            hint="Derive the model from consent.models.sealed.HoldsAddress, or say in PLACES why not.",
            obj=model,
            id="consent.E002",
        )
        for model in found
        for field in model._meta.local_fields
        if _looks_like_an_address(field) and f"{model._meta.label}.{field.name}" not in PLACES
    ]


def is_ours(model: type[models.Model]) -> bool:
    """Whether the model belongs to an app of the portal, beside ``manage.py``."""
    return Path(apps.get_app_config(model._meta.app_label).path).parent == PROJECT_DIR


def _may_hold(model: type[models.Model]) -> bool:
    return issubclass(model, HoldsAddress) or any(
        isinstance(field, models.EmailField) or field.related_model in (Contact, Request)
        for field in model._meta.get_fields()
        if field.concrete
    )


def _fault_of(model: type[models.Model]) -> str:
    data = DECLARED.get(model._meta.label)
    if data is None:
        return "it is not declared"
    return "" if data.eraser or data.stays else "nothing erases it or says why it stays"


def _looks_like_an_address(field: models.Field) -> bool:
    is_text = isinstance(field, models.CharField | models.TextField)
    return isinstance(field, models.EmailField) or (is_text and bool(_NAMED_LIKE_AN_ADDRESS.search(field.name)))
