"""Words in running text that look like what is never published: the law names it, and an editor may overlook it.

Law 91/2025/QH15 on the protection of personal data counts ethnicity, belief and health among sensitive data; telephone
and identity numbers are refused as fields. The patterns take only what hardly says anything else: a word of warning
that is mostly wrong is soon read by nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Trace(NamedTuple):
    """Words that were found, and what they look like, in Vietnamese and English."""

    words: str
    what: tuple[str, str]
    public_contact: bool
    """Whether an office may publish the like of it on a page of its own."""


_PEOPLES = (
    "Kinh Tày Thái Mường Nùng H'Mông H’Mông Hmông Mông Dao Khmer Khơ-me Hoa Gia-rai Ê-đê Ê|Đê Ba-na Xơ-đăng Chăm "
    "Cơ-ho K'Ho K’Ho Sán|Chay Sán|Dìu Hrê Ra-glai Mnông M'Nông M’Nông Thổ X'tiêng X’tiêng Stiêng Khơ-mú Bru Cơ-tu "
    "Giáy Tà-ôi Mạ Co Chơ-ro Xinh-mun Hà|Nhì Chu-ru Lào La|Chí Phù|Lá La|Hủ Kháng Lự Pà|Thẻn Lô|Lô Chứt Mảng Cống "
    "Bố|Y La|Ha Cơ|Lao Ngái Si|La Pu|Péo Brâu Rơ-măm Ơ|Đu"
)
"""The peoples of Viet Nam (decision 121-TCTK/PPCĐ of 1979) as the press spells them; `|` stands for a space."""

_PEOPLE = "|".join(re.escape(name.replace("|", " ")) for name in _PEOPLES.split())
_FAITHS = r"Phật|Thiên Chúa|Công giáo|Tin [Ll]ành|Cao Đài|Hòa Hảo|Hồi|Hindu|Bà La Môn|Bà-la-môn"
_ILLNESSES = (
    r"(?:căn )?bệnh(?! (?:viện|nhân|nghề|thành tích))|ung thư|viêm gan|HIV|lao phổi|tiểu đường|đái tháo đường|"
    r"suy thận|suy tim|tai biến mạch|đột quỵ|trầm cảm|[Cc][Oo][Vv][Ii][Dd]|F0\b"
)

_PATTERNS: tuple[tuple[re.Pattern[str], tuple[str, str], bool], ...] = (
    (
        re.compile(
            r"(?<![\w.,/-])(?:\+84|0)(?:[ .-]?[35789](?:[ .-]?\d){8}|[ .-]?2(?:[ .-]?\d){9})(?![\w/]|[.,]\d)"
        ),
        ("một số điện thoại", "a telephone number"),
        True,
    ),
    (
        re.compile(
            r"(?<![\w.,/-])0(?:0[1-9]|[1-8]\d|9[0-6]) ?\d{3} ?\d{3} ?\d{3}(?![\w/]|[.,]\d)"  # circular 59/2021/TT-BCA
            r"|\b(?:CMND|CCCD|CMT|[Cc]ăn cước(?: công dân)?|[Cc]hứng minh (?:nhân dân|thư)|[Hh]ộ chiếu)"
            r"[\s:.]*(?:số[\s:]*)?[A-Z]?\d{7,12}\b"
        ),
        ("một số giấy tờ tùy thân", "an identity number"),
        False,
    ),
    (
        re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
        ("một địa chỉ thư điện tử", "an e-mail address"),
        True,
    ),
    (
        re.compile(
            rf"\b[Dd]ân tộc (?:{_PEOPLE})\b|\b[Nn]gười dân tộc\b(?! ta\b)|\bethnic (?:{_PEOPLE})\b"
            rf"|\b(?:{_PEOPLE}) (?:ethnic|minority)\b|\b(?:is|was|an?) ethnic minority\b"
        ),
        ("chuyện dân tộc của một người", "somebody's ethnicity"),
        False,
    ),
    (
        re.compile(
            rf"\b(?:theo|vào|cải) đạo (?:{_FAITHS})|\b[Tt]heo đạo\b(?= *[.,;]|$)|\b[Nn]gười Công giáo\b|\b[Tt]ín đồ\b"
            r"|\b[Gg]iáo dân\b|\b[Pp]hật tử\b"
            r"|\b(?:is|was) an? (?:devout |practising )?(?:Catholic|Buddhist|Protestant|Muslim)\b"
        ),
        ("chuyện tôn giáo của một người", "somebody's religion"),
        False,
    ),
    (
        re.compile(
            r"\b(?:[Mm]ắc|[Bb]ị|[Nn]hiễm|[Mm]ang(?: trong mình)?|[Cc]hống chọi(?: với)?|"
            rf"[Pp]hát hiện(?: mình)?(?: mắc| bị)?) (?:{_ILLNESSES})"
            r"|\b(?:bị|là người) khuyết tật\b|\b(?:diagnosed with|suffer(?:s|ed|ing) from) "
            r"(?:cancer|a (?:\w+ )?(?:illness|disease)|depression|diabetes|HIV|COVID)"
        ),
        ("chuyện sức khỏe của một người", "somebody's health"),
        False,
    ),
)


def traces(text: str) -> Iterator[Trace]:
    """What in a text looks private, in the order of the patterns."""
    for pattern, what, public_contact in _PATTERNS:
        for match in pattern.finditer(text):
            yield Trace(match[0], what, public_contact)
