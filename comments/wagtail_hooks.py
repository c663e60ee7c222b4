"""What the conversation adds to the admin."""

from comments.desk import report_hooks  # noqa: F401  (the report on moderation)
