"""What staff did at the door and with rights, exports and people's data, kept in Wagtail's log (docs/accounts.md)."""
