"""The report: Markdown and HTML."""
