"""From a sign-up box to a request: what was posted, whether it counts as consent, and what is answered.

``posted`` reads a POST of any kind, ``form`` checks it, ``admission`` keeps programs away, ``handling`` decides,
``answers`` words the answer, ``box`` is what a page shows.
"""
