"""Pictures of the real window with the sample plan."""
