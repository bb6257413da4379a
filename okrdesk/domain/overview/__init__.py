"""What a dashboard says of a cycle: figures over the items that are asked for.

A ``Sight`` says which items those are; every other module counts one tile over it.
"""
