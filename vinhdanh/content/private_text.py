"""Words in running text that look like what is never published: the law names it, and an editor may overlook it.

Law 91/2025/QH15 on the protection of personal data counts ethnicity, belief, political views and health among
sensitive data; telephone and identity numbers are refused as fields. The patterns take only what hardly says anything
else: a word of warning that is mostly wrong is soon read by nobody. A year of birth alone raises no alarm: the press
prints it of nearly everybody. `python3 -m tests.content.private_words` measures what is found and what is not.
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
    r"(?:căn )?bệnh(?! (?:viện|nhân|nghề|thành tích|đạo ôn))|ung thư|viêm gan|HIV|lao phổi|tiểu đường|đái tháo đường|"
    r"suy thận|suy tim|tai biến|đột quỵ|trầm cảm|[Cc][Oo][Vv][Ii][Dd]|F0\b"
)

_BIRTH_DAY = r"\d{1,2}\s*(?:[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}|tháng \d{1,2}(?:[ ,]+(?:năm )?\d{4})?)"
_MONTHS = "January February March April May June July August September October November December"
_ENGLISH_MONTH = f"(?:{_MONTHS.replace(' ', '|')}|[A-Z][a-z]{{2}}\\.?)"
_HOUSE = (
    r"(?:số(?: nhà)? \d|nhà \d|\d+[/,]? ?\d* (?:đường|phố|ngõ|ngách|hẻm)|(?:ngõ|ngách|hẻm|tổ|khu phố) \d"
    r"|tổ dân phố|thôn |xóm |ấp )"
)


_NOT_OF_ANIMALS = "".join(f"(?<!{name} )" for name in "cây lúa tôm cá gà lợn heo bò trâu nuôi trồng".split())
"""What falls ill in the work of farmers."""


class _Pattern(NamedTuple):
    """What to look for. Of the `signs`, in small letters, a text must have one to be searched; without any, it must
    have digits in a row."""

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    what: tuple[str, str]
    public_contact: bool = False


_IDENTITY = ("một số giấy tờ tùy thân", "an identity number")

_PATTERNS = (
    _Pattern(
        (),
        re.compile(
            r"(?<![\w.,/-])(?:\+84|\(\+84\)|0)(?:[ .-]?[35789](?:[ .-]?\d){8}|[ .-]?2(?:[ .-]?\d){9})(?![\w/]|[.,]\d)"
        ),
        ("một số điện thoại", "a telephone number"),
        True,
    ),
    _Pattern(
        (),
        re.compile(
            r"(?<![\w.,/-])0(?:0[1-9]|[1-8]\d|9[0-6]) ?\d{3} ?\d{3} ?\d{3}(?![\w/]|[.,]\d)"  # circular 59/2021/TT-BCA
        ),
        _IDENTITY,
    ),
    _Pattern(
        ("cmnd", "cccd", "cmt", "căn cước", "chứng minh", "hộ chiếu", "bhxh", "bảo hiểm", "định danh"),
        re.compile(
            r"\b(?:CMND|CCCD|CMT|[Cc]ăn cước(?: công dân)?|[Cc]hứng minh (?:nhân dân|thư)|[Hh]ộ chiếu)"
            r"[\s:.]*(?:số[\s:]*)?[A-Z]?\d{7,12}\b"
            r"|\b(?:[Mm]ã số|[Ss]ố|[Ss]ổ)(?: sổ)? (?:BHXH|bảo hiểm xã hội|định danh(?: cá nhân)?)"
            r"[\s:.]*(?:số[\s:]*)?\d{10,12}\b"
        ),
        _IDENTITY,
    ),
    _Pattern(
        ("tài khoản", "stk", "tk", "account"),
        re.compile(
            r"\b(?:[Ss]ố [Tt]ài [Kk]hoản|STK|stk|TK(?: ngân hàng)?"
            r"|[Tt]ài khoản(?: (?:ngân hàng|cá nhân|số|[A-Z][A-Za-z]+bank|BIDV|MB|ACB))+)"
            r"[^\d\n.;]{0,30}\d(?:[ .-]?\d){5,18}(?![\d/%])"
            r"|\b(?:bank )?account (?:no\.?|number)[\s:]*\d(?:[ .-]?\d){5,18}\b"
        ),
        ("một số tài khoản ngân hàng", "a bank account"),
    ),
    _Pattern(
        ("@",),
        re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
        ("một địa chỉ thư điện tử", "an e-mail address"),
        True,
    ),
    _Pattern(
        (
            *(
                "địa chỉ ",
                "nhà riêng",
                "nhà anh ",
                "nhà chị ",
                "nhà ông ",
                "nhà bà ",
                "thường trú",
                "tạm trú",
                "cư trú",
            ),
            *(
                "hiện trú",
                "sống ",
                "ngụ ",
                "lives at",
                "living at",
                "resides at",
                "residing at",
                "home address",
            ),
        ),
        re.compile(
            r"\b(?:[Đđ]ịa chỉ(?: nhà| riêng| thường trú| cư trú)|[Nn]hà riêng|[Nn]hà (?:anh|chị|ông|bà) (?:\w+ ){0,3}ở"
            r"|(?<!viên )(?<!quan )(?:[Hh]ộ khẩu )?[Tt]hường trú|[Tt]ạm trú|[Cc]ư trú|[Hh]iện trú|[Ss]ống"
            rf"|[Nn]gụ)(?: tại| ở)?:? ?(?:[^.;\n]{{0,25}}[ ,])?{_HOUSE}"
            r"|\b(?:[Hh]ome address|(?:lives|living|resides|residing) at)[: ]+(?:No\. ?)?\d"
        ),
        ("địa chỉ nhà của một người", "somebody's home address"),
    ),
    _Pattern(
        ("sinh ngày", "ngày sinh", "năm sinh", "sinh nhật", "born ", "date of birth"),
        re.compile(
            r"\b(?:[Ss]inh ngày|[Nn]gày sinh|[Nn]gày tháng năm sinh|[Ss]inh nhật)(?: của (?:anh|chị|ông|bà))?"
            rf"[\s:]*(?:là )?{_BIRTH_DAY}"
            rf"|\b(?:was )?born (?:on )?(?:{_ENGLISH_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {_ENGLISH_MONTH} \d{{4}})"
            r"|\b[Dd]ate of birth[\s:]+\d"
        ),
        ("ngày sinh của một người", "somebody's date of birth"),
    ),
    _Pattern(
        ("dân tộc", "ethnic", "minority"),
        re.compile(
            rf"\b[Dd]ân tộc (?:{_PEOPLE})\b|\b[Nn]gười dân tộc\b(?! ta\b)|\bethnic (?:{_PEOPLE})\b"
            rf"|\b(?:{_PEOPLE}) (?:ethnic|minority)\b|\b(?:is|was|an?) ethnic minority\b"
        ),
        ("chuyện dân tộc của một người", "somebody's ethnicity"),
    ),
    _Pattern(
        (
            *(
                "theo đạo",
                "vào đạo",
                "cải đạo",
                "công giáo",
                "theo thiên chúa",
                "theo phật",
                "theo tin lành",
                "tín đồ",
            ),
            *("giáo dân", "phật tử", "catholic", "buddhist", "protestant", "muslim"),
        ),
        re.compile(
            rf"\b(?:[Tt]heo|vào|cải) đạo (?:{_FAITHS})"
            r"|\b[Tt]heo (?:Công giáo|Thiên Chúa giáo|Phật giáo|Tin Lành)"
            r"|\b[Tt]heo đạo\b(?= *[.,;\n]|$)|\b[Nn]gười Công giáo\b|\b[Tt]ín đồ\b"
            r"|\b[Gg]iáo dân\b|\b[Pp]hật tử\b"
            r"|\b(?:is|was) an? (?:devout |practising )?(?:Catholic|Buddhist|Protestant|Muslim)\b"
        ),
        ("chuyện tôn giáo của một người", "somebody's religion"),
    ),
    _Pattern(
        (
            "đảng viên",
            "kết nạp",
            "hàng ngũ",
            "vào đảng",
            "tuổi đảng",
            "đảng tịch",
            "party member",
            "joined the ",
        ),
        re.compile(
            r"\b(?:là|trở thành|[Mm]ột|nữ|nam|anh|chị|ông|bà|người) [Đđ]ảng viên\b(?! (?:phải|cần|hãy))"
            r"|\b[Kk]ết nạp (?:vào )?(?:[Đđ]ảng|hàng ngũ)\b(?! viên)|\b[Đđ]ứng (?:vào|trong) hàng ngũ (?:của )?Đảng\b"
            r"|\b[Vv]ào Đảng (?=năm|ngày|khi|từ|lúc|lần)|\b(?:\d+ năm )?tuổi [Đđ]ảng\b|\b[Đđ]ảng tịch\b"
            r"|\b(?:is|was|became) an? (?:Communist )?[Pp]arty member\b|\bjoined the (?:Communist )?Party\b"
        ),
        ("việc một người có vào Đảng hay không", "somebody's party membership"),
    ),
    _Pattern(
        (
            *(
                "bệnh",
                "ung thư",
                "viêm gan",
                "hiv",
                "lao phổi",
                "tiểu đường",
                "đái tháo đường",
                "suy thận",
                "suy tim",
            ),
            *("tai biến", "đột quỵ", "trầm cảm", "covid", "f0", "khuyết tật", "diagnosed with", "suffer"),
        ),
        re.compile(
            rf"{_NOT_OF_ANIMALS}\b(?:[Mm]ắc|[Bb]ị|[Nn]hiễm|[Mm]ang(?: trong mình)?|[Cc]hống chọi(?: với)?|"
            rf"[Pp]hát hiện(?: mình)?(?: mắc| bị)?) (?:{_ILLNESSES})"
            r"|\b[Cc]ăn bệnh (?:ung thư|hiểm nghèo|nan y|quái ác)"
            r"|\b(?:bị|là người) khuyết tật\b|\b(?:diagnosed with|suffer(?:s|ed|ing) from) "
            r"(?:cancer|a (?:\w+ )?(?:illness|disease)|depression|diabetes|HIV|COVID)"
        ),
        ("chuyện sức khỏe của một người", "somebody's health"),
    ),
)


_NATIONAL = re.compile(r"0\)?(?:[ .-]{0,2}\d){8}")
_INTERNATIONAL = re.compile(r"\+84\)?(?:[ .-]{0,2}\d){8}")
"""As telephone numbers and the numbers of people begin; one pattern with two beginnings would be slow."""

_WORDS = frozenset(
    "account bhxh birth born buddhist bệnh catholic cccd chiếu cmnd cmt covid cước diagnosed ethnic f0 "
    "giáo hiv home hẻm joined khoản khuyết lives living minority muslim ngách ngõ ngũ ngụ nạp party phật "
    "phổi protestant quỵ resides residing sinh stk suffer suffered suffering suffers suy tai thôn tiểu tk "
    "trú trầm tín tộc ung viêm xóm đái đạo đảng ấp".split()
)
_PHRASES = (
    "@",
    "định danh",
    "bảo hiểm",
    "chứng minh",
    "địa chỉ nhà",
    "địa chỉ riêng",
    "nhà riêng",
    "sống tại",
    "sống ở",
)
"""Of these words or phrases each of the signs above has one, or needs one beside it."""

_STOPS = ".,;:!?()[]*_…“”\"'/-"
_CITATION = re.compile(r"\[@[^\]\n]*\]")


def is_suspect(text: str) -> bool:
    """Whether there may be anything private in a text at all; told in a fraction of the time that finding it takes."""
    small = _CITATION.sub(" ", text.lower())
    for phrase in _PHRASES:
        if phrase in small:
            return True
    if _has_digits(small):
        return True
    for stop in _STOPS:
        if stop in small:
            small = small.replace(stop, " ")
    return not _WORDS.isdisjoint(small.split())


def _has_digits(text: str) -> bool:
    return bool(_NATIONAL.search(text) or _INTERNATIONAL.search(text))


def traces(text: str) -> Iterator[Trace]:
    """What in a text looks private, in the order of the patterns."""
    small = text.lower()
    digits = _has_digits(text)
    for signs, pattern, what, public_contact in _PATTERNS:
        if any(sign in small for sign in signs) if signs else digits:
            for match in pattern.finditer(text):
                yield Trace(match[0].strip(), what, public_contact)
