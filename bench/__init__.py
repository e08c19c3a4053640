"""How fast the engine is: generated showcases, and builds of them that are measured."""
