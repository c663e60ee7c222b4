"""Atom feeds (RFC 4287): one for a community, one for each topic."""
