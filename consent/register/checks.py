"""Two things that ``manage.py check`` refuses (GDPR, article 25; DESIGN.md, C1, C6 and C7).

A model that may hold something of a person must be declared in ``personal_data``, with what shows it to its owner, and
what erases it or why it stays. And an address stands nowhere in plain text but in the places that are listed here.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core import checks
from django.db import models

from consent.models import Contact
from consent.models.sealed import HoldsAddress
from consent.register.personal_data import DECLARED, WITHOUT
from portal.environment import PROJECT_DIR

# Where an address may stand as it is typed, and why. Apps of others are no exception: what they hold is listed too.
PLACES = {
    "portal.User.email": "staff sign in and are told of their work",
    "portal.CommunitySettings.contact_email": "published in the foot of every page",
    "django_comments.Comment.user_email": "always empty: comments.models.Comment refuses to be saved with one",
    "comments.ConversationSettings.on_call_email": "where staff are told of a person in danger",
    "consent.Notice.recipients": "in words, who gets what is given",
    "portal.GoneAddress.address": "where a page was: a path",
}
_NAMED_LIKE_AN_ADDRESS = re.compile(
    r"e_?mail|(^|_)mail(_?(address|box|to|from))?$|(^|_)mail_?address"
    r"|^address(es)?$|(^|_)(addressee|recipient|sender)s?(_address(es)?)?$"
)
_MAY_HOLD_ONE = models.CharField | models.TextField | models.JSONField | models.BinaryField
_SUBJECT = re.compile(r"(^|_)subject(_id)?$")  # as consent.Contact.subject: the reference of a person in the ledger


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
    fields: Iterable[Any] = (field for field in model._meta.get_fields() if not field.auto_created)
    return issubclass(model, HoldsAddress) or any(
        isinstance(field, models.EmailField) or _is_of_a_person(field.related_model) or _refers(model, field)
        for field in fields
    )


def _is_of_a_person(model: type[models.Model] | None) -> bool:
    """Whether its rows are what consent holds of somebody: whatever points at one tells something of them."""
    return model is not None and model._meta.app_label == Contact._meta.app_label and model._meta.label in DECLARED


def _refers(model: type[models.Model], field: Any) -> bool:
    """Whether a column is named as the reference of a person is. Titles and letters have subjects, too: their models
    are declared to hold nothing.
    """
    is_named_so = isinstance(field, models.CharField) and bool(_SUBJECT.search(field.name))
    return is_named_so and model._meta.label not in WITHOUT


def _fault_of(model: type[models.Model]) -> str:
    data = DECLARED.get(model._meta.label)
    if data is None:
        return "it is not declared"
    return "" if data.eraser or data.stays else "nothing erases it or says why it stays"


def _looks_like_an_address(field: models.Field) -> bool:
    may_hold = isinstance(field, _MAY_HOLD_ONE) and not isinstance(field, models.URLField)
    return isinstance(field, models.EmailField) or (may_hold and bool(_NAMED_LIKE_AN_ADDRESS.search(field.name)))
