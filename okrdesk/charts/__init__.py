"""Charts as pure data, drawn by matplotlib without pyplot."""
