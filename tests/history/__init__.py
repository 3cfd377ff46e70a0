"""Git: one commit of the new file, and what interrupts it."""
