"""Words, days and sorting in each language."""
