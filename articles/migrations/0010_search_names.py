"""What a search that very many entries answer needs on PostgreSQL: an index of the words in names, and short rows. The long
texts of an entry are kept apart from then on, so that looking through all entries reads little of each; those that are there
already follow when they are written anew (``manage.py rebuild_search``).
"""

from django.db import migrations

NAME = "search_entry_names"
SHORT = 256  # bytes: of a row that is too long for its page, texts are kept apart until it is as short


def add(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        entries = apps.get_model("articles", "SearchEntry")._meta.db_table
        remove(apps, schema_editor)  # what a run that was stopped left behind
        words = "to_tsvector('simple'::regconfig, COALESCE(names, ''))"
        schema_editor.execute(f"CREATE INDEX CONCURRENTLY {NAME} ON {entries} USING gin (({words}))")
        for table in (entries, apps.get_model("wagtailsearch", "IndexEntry")._meta.db_table):
            schema_editor.execute(f"ALTER TABLE {table} SET (toast_tuple_target = {SHORT})")
        schema_editor.execute(f"ANALYZE {entries}")


def remove(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {NAME}")
        for model in (("articles", "SearchEntry"), ("wagtailsearch", "IndexEntry")):
            table = apps.get_model(*model)._meta.db_table
            schema_editor.execute(f"ALTER TABLE {table} RESET (toast_tuple_target)")


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("articles", "0009_search_indexes"), ("wagtailsearch", "0010_add_text_fields")]

    operations = [migrations.RunPython(add, remove)]
