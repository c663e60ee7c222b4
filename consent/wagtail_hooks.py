"""What consent adds to the admin."""

from consent.desk import hooks as desk_hooks  # noqa: F401  (the consent desk)
