"""The wording of problems with keys and values. Vietnamese first: editors read these lines."""

from __future__ import annotations

from vinhdanh.base.problems import Message, Severity

UNKNOWN_KEY = Message(
    "unknown-key",
    "Không có mục “{key}”.{guess_vi}",
    "{advice_vi}",
    "There is no key “{key}”.{guess_en}",
    "{advice_en}",
)
NEVER_PUBLISH = Message(
    "never-publish",
    "Mục “{key}” là thông tin riêng tư, không bao giờ được đưa lên trang.",
    "Xóa mục này. Giấy tờ đồng ý cất ở thư mục riêng, không để trong content/.",
    "“{key}” is private and never published.",
    "Delete it. Records of consent belong in a private folder, not in content/.",
)
PRIVATE_TEXT = Message(
    "private-text",
    "“{found}” giống {what_vi}, là điều riêng tư không nên đăng.",
    'Bỏ đi hoặc viết chung hơn. Nếu đã hỏi và được phép đăng, thêm ở đầu tệp: confirmed: ["{found}"]',
    "“{found}” looks like {what_en}, which is private.",
    'Remove it, or say it in a more general way. If it may be published, add at the head: confirmed: ["{found}"]',
    Severity.WARNING,
)
MISSING_REQUIRED = Message(
    "missing-required",
    "Thiếu mục bắt buộc “{key}” ({label_vi}).",
    "Thêm một dòng: {example}",
    "The required key “{key}” ({label_en}) is missing.",
    "Add a line: {example}",
)
EMPTY_VALUE = Message(
    "empty-value",
    "Mục “{key}” để trống.",
    "Viết giá trị, hoặc xóa cả dòng.",
    "The key “{key}” has no value.",
    "Write a value, or delete the line.",
    Severity.WARNING,
)
WRONG_SHAPE = Message(
    "wrong-type",
    "Mục “{key}” cần {needed_vi}, nhưng ở đây là {found_vi}.",
    "Viết: {example}",
    "“{key}” needs {needed_en}, but this is {found_en}.",
    "Write: {example}",
)
BAD_NUMBER = Message(
    "bad-number",
    "“{value}” không phải là số nguyên.",
    "Viết số bằng chữ số, ví dụ 1200 hoặc 1.200.",
    "“{value}” is not a whole number.",
    "Write digits, such as 1200 or 1.200.",
)
BAD_YES_NO = Message(
    "bad-yes-no",
    "“{value}” không phải là có hoặc không.",
    "Viết “có” hoặc “không”.",
    "“{value}” is neither yes nor no.",
    "Write “có” (yes) or “không” (no).",
)
BAD_CHOICE = Message(
    "bad-choice",
    "“{value}” không có trong danh sách của mục “{key}”.{guess_vi}",
    "Chọn một trong: {choices_vi}.",
    "“{value}” is not among the choices of “{key}”.{guess_en}",
    "Choose one of: {choices_en}.",
)
IMPOSSIBLE_DATE = Message(
    "impossible-date",
    "Ngày “{value}” không tồn tại.",
    "Xem lại ngày và tháng; viết năm-tháng-ngày, ví dụ 2023-10-07.",
    "The date “{value}” does not exist.",
    "Check day and month; write year-month-day, such as 2023-10-07.",
)
BAD_DATE = Message(
    "bad-date",
    "Không hiểu ngày “{value}”.",
    "Viết năm-tháng-ngày (2023-10-07), hoặc chỉ 2023-10, hoặc chỉ 2023.",
    "“{value}” cannot be read as a date.",
    "Write year-month-day (2023-10-07), or only 2023-10, or only 2023.",
)
LOCAL_DATE = Message(
    "local-date",
    "Ngày “{value}” được hiểu là {iso} (ngày trước, tháng sau).",
    "Nên viết {iso} để ai đọc cũng hiểu một cách.",
    "The date “{value}” is read as {iso} (day first).",
    "Better write {iso}, which everybody reads the same way.",
    Severity.WARNING,
)
BAD_FIGURE = Message(
    "bad-figure",
    "Không hiểu số liệu “{value}”, từ chỗ “{rest}”.",
    "Viết như: trên 30,7 tỷ đồng/năm · gần 30 sáng kiến · 250-300 giờ công · giảm 40%.",
    "The figure “{value}” cannot be read from “{rest}” on.",
    "Write it like: trên 30,7 tỷ đồng/năm · gần 30 sáng kiến · 250-300 giờ công · giảm 40%.",
)
BAD_URL = Message(
    "bad-url",
    "“{value}” không phải địa chỉ trang web an toàn.",
    "Viết đầy đủ, bắt đầu bằng https:// hoặc http://.",
    "“{value}” is not a safe web address.",
    "Write it whole, beginning with https:// or http://.",
)
BAD_PATH = Message(
    "bad-path",
    "Đường dẫn “{value}” không hợp lệ: chỉ được chỉ tới nơi bên trong trang, không có “..”, ổ đĩa hay ký tự lạ.",
    "Viết dạng: {example}",
    "The path “{value}” is not allowed: it must stay inside the site, without “..”, drives or odd characters.",
    "Write it like: {example}",
)
BAD_FOCUS = Message(
    "bad-focus",
    "Không hiểu điểm chính của ảnh “{value}”.",
    "Viết hai số phần trăm, tính từ cạnh trái rồi từ cạnh trên, ví dụ: 50% 30%",
    "“{value}” is no point of a picture.",
    "Write two percentages, from the left edge and then from the top, such as: 50% 30%",
)
SMART_QUOTES = Message(
    "smart-quotes",
    "Cả giá trị nằm trong ngoặc cong “…”, có lẽ do Word tự đổi; ngoặc đã được bỏ khi hiển thị.",
    'Bỏ ngoặc cong; nếu muốn hiện ngoặc trên trang, viết: {key}: "“{value}”"',
    "The whole value is wrapped in curly quotes, probably by Word; they are not shown.",
    'Remove them; to show quotes on the page write: {key}: "“{value}”"',
    Severity.WARNING,
)
BILLION_SPELLING = Message(
    "billion-spelling",
    "“tỉ” cũng đúng chính tả, nhưng trang thống nhất viết “tỷ”.",
    "Viết: {new}",
    "“tỉ” is right too, but the site writes “tỷ” throughout.",
    "Write: {new}",
    Severity.NOTICE,
)
KEY_ALIAS = Message(
    "key-alias",
    "Mục “{key}” được hiểu là “{new}”.",
    "Để yên cũng được; “check --fix” sẽ viết lại thành “{new}”.",
    "The key “{key}” is read as “{new}”.",
    "It may stay; “check --fix” writes it as “{new}”.",
    Severity.NOTICE,
)
TOO_LONG = Message(
    "too-long",
    "Mục “{key}” dài {length} ký tự, tối đa {limit}.",
    "Rút gọn lại; phần chi tiết để ở thân bài.",
    "“{key}” has {length} characters; at most {limit} fit.",
    "Shorten it; details belong in the body.",
)
EXTRA_KEY_TAKEN = Message(
    "extra-key-taken",
    "Mục thêm “{key}” trùng với một mục đã có sẵn của loại “{kind_vi}”.",
    "Đặt tên khác cho mục thêm, hoặc bỏ mục thêm và dùng mục có sẵn.",
    "The extra field “{key}” has the name of a field that “{kind_en}” has already.",
    "Give the extra field another name, or drop it and use the one that is there.",
)
BAD_EXTRA_KEY = Message(
    "bad-extra-key",
    "“{key}” không dùng làm tên mục được: tên mục chỉ gồm chữ thường không dấu, số và dấu gạch dưới.",
    "Đổi thành “{slug}”.",
    "“{key}” cannot be a key: a key has lower-case letters without marks, digits and underscores only.",
    "Change it to “{slug}”.",
)
