"""What the maintainers run now and then; nothing that the program needs."""
