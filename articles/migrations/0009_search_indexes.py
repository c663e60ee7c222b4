"""Indexes for a search through very many entries: of the words that Wagtail looks through on PostgreSQL, and from what it
finds to our entries. Wagtail joins two columns of words for each search, and has an index of each alone.
"""

from django.db import migrations, models
from django.db.models.functions import Cast

from portal.migration_operations import AddIndexWhileInUse

NAME = "portal_search_words"


def add(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        table = apps.get_model("wagtailsearch", "IndexEntry")._meta.db_table
        remove(apps, schema_editor)  # what a run that was stopped left behind
        schema_editor.execute(f"CREATE INDEX CONCURRENTLY {NAME} ON {table} USING gin ((title || body))")
        for known in (table, apps.get_model("articles", "SearchEntry")._meta.db_table):
            schema_editor.execute(f"ANALYZE {known}")  # what an index computes is estimated from then on


def remove(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {NAME}")


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("articles", "0008_review_standing"), ("wagtailsearch", "0010_add_text_fields")]

    operations = [
        AddIndexWhileInUse(
            model_name="searchentry",
            index=models.Index(Cast("id", models.CharField(max_length=50)), name="search_entry_by_name"),
        ),
        migrations.RunPython(add, remove),
    ]
