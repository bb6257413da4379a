"""Charts on the screen: what loads, draws and copies them."""
