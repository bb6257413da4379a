"""What fills the middle of the window, one page a file."""
