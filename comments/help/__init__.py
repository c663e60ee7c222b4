"""Whom somebody in danger can call: facts, what communities entered, and the page with all of it."""
