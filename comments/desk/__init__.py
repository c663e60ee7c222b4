"""The moderators' part of the admin, under "Conversation"."""
