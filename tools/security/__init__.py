"""``make security``: what attackers would try first, tried here. See docs/security-checks.md.

Each check passes, fails, or did not run, and says which: one that could not ask its database or find its program has
found nothing, which is not the same as finding that nothing is wrong. All of them talk to this machine alone, except
the audits of packages, which ask the databases of known weaknesses.
"""
