"""The pages that a link in a mail opens: ``confirming``, ``preferences``, ``unsubscribing``.

Opening one changes nothing, whoever opens it and however often: mail scanners do (DESIGN.md, C3). Buttons do, once.
"""
