"""Operations for migrations of tables that are large and in use (``make check`` refuses the plain ones there).

PostgreSQL builds an index ``CONCURRENTLY``: readers and writers go on, whom an ordinary one stops while it is built.
It can't do so inside a transaction, so the migration says ``atomic = False`` and holds nothing else. SQLite has no such
thing and needs none: its tables are those of small portals.
"""

from django.db import NotSupportedError
from django.db.migrations import AddIndex, RemoveIndex


class AddIndexWhileInUse(AddIndex):
    """Like ``AddIndex``, and stops nobody."""

    atomic = False

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        """Builds the index."""
        if schema_editor.connection.vendor != "postgresql":
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            return
        _demand_no_transaction(schema_editor)
        model = to_state.apps.get_model(app_label, self.model_name)
        if self.allow_migrate_model(schema_editor.connection.alias, model):
            # A build that was stopped leaves an index that is not valid, and keeps its name.
            schema_editor.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {schema_editor.quote_name(self.index.name)}")
            schema_editor.add_index(model, self.index, concurrently=True)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        """Takes it away."""
        _remove(self, app_label, schema_editor, from_state, self.index)


class RemoveIndexWhileInUse(RemoveIndex):
    """Like ``RemoveIndex``, and stops nobody."""

    atomic = False

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        """Takes the index away."""
        index = from_state.models[app_label, self.model_name_lower].get_index_by_name(self.name)
        _remove(self, app_label, schema_editor, from_state, index)


def _remove(operation, app_label, schema_editor, from_state, index):
    model = from_state.apps.get_model(app_label, operation.model_name)
    if not operation.allow_migrate_model(schema_editor.connection.alias, model):
        return
    if schema_editor.connection.vendor == "postgresql":
        _demand_no_transaction(schema_editor)
        schema_editor.remove_index(model, index, concurrently=True)
    else:
        schema_editor.remove_index(model, index)


def _demand_no_transaction(schema_editor):
    if schema_editor.connection.in_atomic_block:
        raise NotSupportedError("Write “atomic = False” into the migration: its index is built beside a transaction.")
