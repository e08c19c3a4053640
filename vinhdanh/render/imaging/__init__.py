"""Making pictures from plain values: photographs in their sizes. Nothing outside of this room decides their bytes."""
