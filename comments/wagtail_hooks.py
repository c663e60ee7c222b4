"""What the conversation adds to the admin. What each hook does stands in the module that it comes from."""

from comments.desk import further_hooks, report_hooks  # noqa: F401  (they register their hooks)
