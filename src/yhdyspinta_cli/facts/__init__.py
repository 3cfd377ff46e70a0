"""What a record is on a day; checks, queries, the report and the outputs ask here."""
