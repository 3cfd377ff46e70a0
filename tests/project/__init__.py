"""What the project promises of itself: documentation, wheel, any region."""
