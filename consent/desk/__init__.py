"""The staff screens of consent, in the admin under *Consent*."""
