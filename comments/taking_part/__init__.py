"""What readers do with a comment of somebody else: say that it helped, or that it breaks the rules."""
