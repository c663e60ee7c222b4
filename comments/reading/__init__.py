"""What readers see of a conversation. Only published comments are ever read here (DESIGN.md, M2)."""
