"""The portal without its kept pages in front: every page is made for each request, and compressed for none."""

from benchmarks.layers import behind
from portal import wsgi

application = behind(wsgi.PageCache, wsgi.application)
