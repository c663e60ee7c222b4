"""The reviewer's desk in the admin: what waits, what is due, and one screen on which a text is read and decided on.

Views bind a form and call ``articles.review.signing``; what is true about a text they ask ``articles.review.current``.
"""
