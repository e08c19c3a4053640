"""Drawings made from records: where there is no photograph, thin lines on warm paper."""
