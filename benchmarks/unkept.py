"""The portal without its kept pages in front: every page is made for each request, and compressed for none."""

from portal.wsgi import application as behind_kept_pages

application = behind_kept_pages.application
