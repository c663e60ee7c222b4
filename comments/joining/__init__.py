"""Joining the conversation, in steps: privacy, rules, words, inbox. Nothing is kept before the last (DESIGN.md, 7)."""
