"""Caches in front that hold pages for longer than a second, a CDN for example, are told when pages change.

The worker tells them, from the notes that the database makes (``portal.page_cache``), again and again until they took
it (docs/caching.md).

Only what is purged is given to them: a page's own address, without a query, under its community's own host.
"""
