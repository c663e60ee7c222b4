"""Which addresses take what visitors send, and how often from one network (OWASP ASVS 4.0, 11.1.4). An address that is
not named takes nothing: it answers 405. So one that is added has to say its limit, or it does not work.

These limits keep programs from wearing the portal out, and are wide: a clinic or a school is one network. Limits that
a person may meet stand with what they protect (``consent.capture.admission``, ``comments.joining.sending``), lie
within these, and give the form back. Counts belong to one address and one network each, so nobody can use up what
others have.
"""

from datetime import timedelta

from consent.rules.limits import Limit

SPAN = timedelta(minutes=10)
LONGEST_NAME = 30  # characters, as RateCount keeps it
FORM, BUTTON, MACHINE, GUESS = 200, 300, 3_000, 20
STAFF_PREFIX = "/admin/"
_PREFIX = "post "

LIMITS: dict[str, Limit] = {}


def limit_posts(most: int, *names: str) -> None:
    """Lets visitors send ``most`` forms in ten minutes to each of the addresses with these names."""
    for name in names:
        action = f"{_PREFIX}{name[len(_PREFIX) - LONGEST_NAME :]}"
        if any(limit.action == action for other, limit in LIMITS.items() if other != name):
            raise ValueError(f"{name} ends like another name.")
        LIMITS[name] = Limit(action, most, SPAN)


# Wagtail's own. Whoever is signed in is not counted.
limit_posts(GUESS, "wagtailadmin_password_reset", "wagtailadmin_password_reset_confirm")
limit_posts(GUESS, "wagtailcore_authenticate_with_password")
limit_posts(FORM, "wagtailadmin_login")
limit_posts(FORM, "staff")  # every other address of the admin: it leads to the sign-in
