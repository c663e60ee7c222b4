"""A big data set for measuring: articles with approved reviews, contacts who consented, comments, a filled queue.

Its words are the demonstration's own, put together anew. What stands in the tables is what the portal's own ways would
have put there, in their form and with ledgers that can be proved; it is only written many rows at a time.
"""
