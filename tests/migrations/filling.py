"""Rows for tables as a migration makes them: one in each, with something in every column, made from the model as it
was at that point.
"""

import datetime as dt
import itertools
import uuid
from decimal import Decimal

from django.db import models
from django.utils import timezone

MOMENT = dt.datetime(2024, 2, 29, 12, 30, tzinfo=dt.UTC)
_numbers = itertools.count(1)


class Filler:
    """Fills tables of one database. ``rows``: by table, the column and the value of its row's key."""

    def __init__(self, connection):
        self.connection = connection
        self.rows = {}
        self._making = set()

    def fill(self, apps, labels):
        """Puts a row into each table of these apps that has none of ours yet."""
        tables = set(self.connection.introspection.table_names())
        for model in apps.get_models(include_auto_created=True):
            table = model._meta.db_table
            if model._meta.app_label in labels and table in tables and table not in self.rows:
                self._making = set()
                key = model._meta.pk.get_db_prep_value(self._row(model).pk, self.connection)
                self.rows[table] = (model._meta.pk.column, key)
        return self

    def _row(self, model, **given):
        self._making.add(model)
        instance = model(**given)
        for field in model._meta.local_concrete_fields:
            if field.attname not in given and not isinstance(field, models.AutoField):
                vars(instance)[field.attname] = self._value(model, field)  # a picture is not opened for its size
        instance.save_base(raw=True, force_insert=True)
        return instance

    def _value(self, model, field):
        if (model._meta.label, field.name) in LEFT_EMPTY:
            return None
        if isinstance(field, models.ForeignKey):
            return self._related(model, field)
        if field.model._meta.label == "wagtailcore.Page" and field.name in TREE:
            return TREE[field.name](next(_numbers))
        if field.choices:
            return next((value for value, _label in field.flatchoices if value), "")
        return next(make(field) for kind, make in VALUES if isinstance(field, kind))

    def _related(self, model, field):
        other = field.remote_field.model
        is_new = field.unique or getattr(field.remote_field, "parent_link", False)
        if other in self._making and field.null:
            return None
        if other._meta.label == "contenttypes.ContentType":
            return other.objects.get_or_create(app_label=model._meta.app_label, model=model._meta.model_name)[0].pk
        found = None if is_new else other._base_manager.order_by("pk").first()
        return (found or self._row(other)).pk


LEFT_EMPTY = {("articles.SearchEntry", "term")}  # an entry has one subject: a page or a term
TREE = {
    "path": lambda number: f"0001{9000 + number:04}",
    "depth": lambda number: 2,
    "numchild": lambda number: 0,
    "url_path": lambda number: f"/rehearsed-{number}/",
    "slug": lambda number: f"rehearsed-{number}",
}


def _text(field):
    return f"ä {field.name} {next(_numbers)}"[: field.max_length or 200]


VALUES = (  # the first that fits
    (models.UUIDField, lambda field: uuid.uuid4()),
    (models.EmailField, lambda field: f"person-{next(_numbers)}@example.org"),
    (models.URLField, lambda field: f"https://example.org/{next(_numbers)}"),
    (models.SlugField, lambda field: f"slug-{next(_numbers)}"),
    (models.FileField, lambda field: f"files/{next(_numbers)}.png"),
    (models.CharField, _text),
    (models.BooleanField, lambda field: True),
    (models.DecimalField, lambda field: Decimal("1.5")),
    (models.FloatField, lambda field: 1.5),
    (models.IntegerField, lambda field: next(_numbers)),
    (models.DateTimeField, lambda field: MOMENT),
    (models.DateField, lambda field: MOMENT.date()),
    (models.DurationField, lambda field: dt.timedelta(minutes=5)),
    (models.BinaryField, lambda field: b"\x01\xff"),
    (models.JSONField, lambda field: {"ä": [1, None]}),
    (models.GenericIPAddressField, lambda field: "192.0.2.1"),
    (models.TextField, _text),
    (models.Field, lambda field: field.to_python("[]")),  # Wagtail's StreamField
)


def contents(connection, keys):
    """What stands in these rows, by table: the columns and their values, as the database gives them."""
    found = {}
    with connection.cursor() as cursor:
        for table, (column, key) in keys.items():
            cursor.execute(f'SELECT * FROM "{table}" WHERE "{column}" = %s', [key])
            row = cursor.fetchone()
            names = [description[0] for description in cursor.description]
            found[table] = dict(zip(names, map(_plain, row), strict=True)) if row else None
    return found


def _plain(value):
    return bytes(value) if isinstance(value, memoryview) else value
