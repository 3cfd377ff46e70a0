"""How fast `yp` is, and how that grows: `make bench`. Tests run only the generator."""
