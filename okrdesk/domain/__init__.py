"""The rules of OKR planning: pure, standard library only, no clock and no I/O."""
