"""From a file to a draft article and a report that accounts for every line. See ``docs/importing.md``.

``reading`` turns a file into lines, ``understanding`` asks the detectors what each line is, ``drafting`` writes
the draft. Only ``drafting`` and ``run`` know the database, and nothing here opens a network connection.
"""
