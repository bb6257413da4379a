"""The settings: a page whose forms are made from the declarations of ``app``."""
