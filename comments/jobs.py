"""What the worker does for the conversation."""
