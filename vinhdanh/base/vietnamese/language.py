"""The languages in which values are printed."""

from __future__ import annotations

from typing import Literal

Language = Literal["vi", "en"]
"""Vietnamese, the language of the site, or English, that of its twin."""
