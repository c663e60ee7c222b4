"""What a page may cost: queries, Python calls, bytes, requests. docs/budgets.md says how figures are recorded anew."""
