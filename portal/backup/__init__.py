"""Backups: one file that holds a consistent copy of the database, the media and the journal of erasures, and the way
back (GDPR, article 32 (1) (c): restore in a timely manner). Never the keys: who finds a backup can read no address.

``archive`` is the file, ``database`` copies and restores a database, ``concerns`` is where apps add what is theirs,
``taking`` makes a backup and ``restoring`` puts one back (docs/backup.md, decision 19).
"""
