"""The weekly meeting on a projector (S12): pages to be read from 6 m, by keys alone."""
