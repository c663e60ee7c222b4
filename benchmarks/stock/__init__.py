"""What the portal is compared with: a stock Wagtail site whose page shows its comments with django-comments-xtd's own
tags and templates, set up as the documentation of both says. Nothing of the portal's is in it.
"""
