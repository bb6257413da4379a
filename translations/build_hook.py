"""Compiles the translations when a wheel or an sdist is built."""
