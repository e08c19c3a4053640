"""The words of the model for drawings are those that are drawn."""

from __future__ import annotations

from vinhdanh.content.model.pages import HUES, MOTIFS
from vinhdanh.showcase.drawings.motifs import TRADES, Motif
from vinhdanh.showcase.drawings.palette import Hue
from vinhdanh.showcase.pages.drawings import MOTIFS as MOTIFS_OF_KINDS


def test_sectors_may_name_the_motifs_of_trades_and_no_others() -> None:
    assert set(MOTIFS) == {str(motif) for motif in TRADES}


def test_sectors_may_name_every_hue_but_those_of_seminars_and_honours() -> None:
    assert set(HUES) == {str(hue) for hue in Hue} - {"red", "gold"}


def test_kinds_with_a_motif_of_their_own_name_one_that_is_drawn() -> None:
    assert set(MOTIFS_OF_KINDS.values()) <= {str(motif) for motif in Motif}
