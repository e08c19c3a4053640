"""Pictures for tests, made in memory: what telephones, scanners and attackers hand in."""

from __future__ import annotations

import base64
import io
import struct
import zlib

from PIL import Image

GPS, ORIENTATION, DESCRIPTION = 0x8825, 0x0112, 0x010E
SECRET = "BI MAT"
"""What the camera of these pictures writes into every place that it can."""

HEIC = zlib.decompress(
    base64.b85decode(
        "c-mc2F-yZx5Wbht8d0mL1r;gnBBhg}gJZ3Aa40S=ZjG-AJxJO|8l-NPis0s=vy*FAb<$1z6%Oi997HH~P~u%0MSA3Nci(;QlJ^||EZY8|s#++4%td>"
        "Ja~Dk;Ks>mXZ^FPb)r#XqIVhAq4A~kw^>9cr4;l#0#M>Z}%@anZ#r}|WcEp+;R@_ZeVTCl}R1f3|`~wA3wwf5y6AFD7BBmHY<tfTvQOP>R13J4YbcW7C"
        "QtBPPzWaTENxe)b=JH}(1OXFtX6XE+ZneBg&0Il<q0VKx6}#v@U)@|A)#WrnI=>*ZPxN?E+&At{=_50;?szrnGzp!6_z^*~*icq<-F)O(>6j|YS&DQNL"
        "lJ@?c#6cBQrJWWb;B?yjG|ZfbygCU`@0kYBHq&U*zpM!3+P#P)JVumLxyYM*?Vrq<b5TxqBB<Ry|g>Q$Kz)=+dg02=_RNU9|&72L5?Z|G?55@VuXB2O"
        "tTJr*TL+<cDl5&3-AL=dSU1"
    )
)
"""A telephone's picture, compressed: 64 × 32 pixels of one red, to be turned a quarter, with a secret in its EXIF."""


def encoded(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """The file of a picture."""
    target = io.BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """What a camera writes, the place among it."""
    found = Image.Exif()
    found[ORIENTATION] = orientation
    found[DESCRIPTION] = SECRET
    found.get_ifd(GPS)[1] = "N"
    found.get_ifd(GPS)[29] = SECRET
    return found


def photograph(size: tuple[int, int] = (300, 200), colour: str = "navy", orientation: int = 6) -> bytes:
    """A JPEG that lies on its side and carries what cameras write."""
    xmp = f"<x:xmpmeta>{SECRET}</x:xmpmeta>".encode()
    return encoded(Image.new("RGB", size, colour), exif=exif(orientation), comment=SECRET.encode(), xmp=xmp)


def bomb() -> bytes:
    """A PNG that says it is 50,000 pixels wide and high."""
    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000))]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def animation() -> bytes:
    """A GIF of a red and a blue frame."""
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "blue")]
    return encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=100)
