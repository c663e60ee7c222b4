"""How a reader finds a page from words. docs/search.md tells the rules."""
