"""Small lists to choose from by a few letters: people, what to support, tags (ux.md O6, D4)."""
