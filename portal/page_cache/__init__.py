"""Public pages are kept whole, as bytes, and served before Django begins; what changes is gone from every process
within a second, with nothing to purge and no time to guess (docs/caching.md, decision 16).

``tables`` says what public pages are made of, ``triggers`` has the database note every change of it, ``following``
reads these notes, ``store`` keeps pages, ``entry`` is one page, and ``serving`` stands before Django.
"""
