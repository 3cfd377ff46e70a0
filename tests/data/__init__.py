"""The shipped data against its source."""
