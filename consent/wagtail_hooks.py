"""What consent adds to the admin."""

from consent.desk import newsletters  # noqa: F401  (registers its hooks)
