"""What is known of moderation: the report for those who lead it, and a public page for each year (docs/knowing.md).

Everything is counted from the ledger of decisions, reports, findings and sanctions, by numbers alone: no name, no
address and no word of a comment is read here.
"""
