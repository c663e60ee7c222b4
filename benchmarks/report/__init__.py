"""What a run found: a table on the screen, and files for those who compare runs."""
