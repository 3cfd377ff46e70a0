"""A year -> Report -> Markdown and HTML, through templates."""
