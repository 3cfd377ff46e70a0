"""git: one commit of what was just written; earlier versions of the data."""
