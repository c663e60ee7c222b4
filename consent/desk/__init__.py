"""The consent desk in the admin: figures for those who run the portal, and what staff do for one person at a time.

No list of people, no search but by a whole address, no export, no bulk action: nothing here shows more than one person.
Contacts are registered with no part of Wagtail that would list, index or search them.
"""
