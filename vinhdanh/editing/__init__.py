"""Help for editors: checking all that was written and linked."""
