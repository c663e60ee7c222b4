"""What readers see of a conversation: under its article, on pages of its own, one comment by its address."""
