"""Files of a folder become records, and a report becomes a file."""
