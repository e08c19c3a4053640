"""Vinh Danh, a static site generator for honours showcases of Vietnamese workers."""

__version__ = "0.1.0"
