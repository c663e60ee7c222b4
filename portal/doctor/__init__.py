"""The doctor looks at an installation and says in sentences what is wrong with it and how to mend it (docs/doctor.md).

One small function for each thing that can be wrong, registered with ``examination.examines``; apps register theirs. It
changes nothing, and asks no other host than the installation's own: its database, cache, mail server and address.
"""
