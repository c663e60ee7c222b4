"""The moderators' part of the admin, under "Conversation".

Views bind a form and call ``comments.rules``; ``cards`` reads what a moderator has to see of a comment, ``marking``
shows what was found in its words.
"""
