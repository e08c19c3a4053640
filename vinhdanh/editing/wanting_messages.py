"""The wording of what is not wrong but wanting. Vietnamese first: editors read these lines."""

from __future__ import annotations

from vinhdanh.base.problems import Message, Severity

NO_SOURCE = Message(
    "no-source",
    "“{heading}” chưa ghi nguồn nào.",
    "Thêm: sources: [mã nguồn trong data/sources.yaml]",
    "“{heading}” names no source.",
    "Add: sources: [an id of data/sources.yaml]",
    Severity.NOTICE,
)
NO_HONOUR = Message(
    "no-honour",
    "“{heading}” chưa có danh hiệu hay giải thưởng nào.",
    "Nếu có nguồn, thêm vào mục honours; nếu không có thì cứ để vậy.",
    "“{heading}” has no honour yet.",
    "Where a source tells of one, add it under honours; otherwise leave it.",
    Severity.NOTICE,
)
NO_FIGURE = Message(
    "no-figure",
    "Sáng kiến “{heading}” chưa có số liệu.",
    "Nếu nguồn có nêu, thêm vào mục figures; không ước lượng thay nguồn.",
    "The initiative “{heading}” has no figure yet.",
    "Where a source gives one, add it under figures; never estimate in its place.",
    Severity.NOTICE,
)
TWIN_BEHIND = Message(
    "translation-behind",
    "Bản tiếng Anh không còn khớp bản tiếng Việt ở: {what_vi}.",
    "Đọc lại hai bản cạnh nhau rồi dịch thêm hoặc bỏ bớt cho khớp.",
    "The English version no longer matches the Vietnamese one in: {what_en}.",
    "Read the two side by side and bring them into line.",
    Severity.NOTICE,
)
OLD_STORY = Message(
    "story-older",
    "Câu chuyện viết {date}, sau đó chương trình “{programme}” đã có mốc mới ({newest}).",
    "Xem lại chuyện này: số liệu hay kết quả có cần viết thêm không.",
    "The story was written {date}; since then “{programme}” has had a newer milestone ({newest}).",
    "See whether the story needs newer figures or results.",
    Severity.NOTICE,
)
COUNTED = {
    NO_SOURCE.code: ("chưa có nguồn", "without a source"),
    NO_HONOUR.code: ("chưa có danh hiệu", "without an honour"),
    NO_FIGURE.code: ("sáng kiến chưa có số liệu", "initiatives without a figure"),
    TWIN_BEHIND.code: ("bản tiếng Anh chưa khớp", "English versions out of step"),
    OLD_STORY.code: ("câu chuyện cũ hơn chương trình", "stories older than their programme"),
    "moved-reference": ("chỗ dùng mã cũ", "mentions by a former id"),
    "unsure-link": ("trang khác chưa rõ còn hay mất", "pages of other sites that are in doubt"),
    "key-alias": ("tên mục viết cách khác", "keys written another way"),
    "billion-spelling": ("chỗ viết “tỉ”", "figures spelled “tỉ”"),
    "fields-left-out": (
        "hồ sơ bỏ ra mục không được đồng ý",
        "records without fields that were not agreed to",
    ),
    "not-composed": ("dòng gõ dấu kiểu tổ hợp", "lines with marks typed apart"),
}
"""What a count of each notice says, in Vietnamese and English."""
