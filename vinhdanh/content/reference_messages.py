"""The wording of problems with references, media files and links. Vietnamese first: editors read these lines."""

from __future__ import annotations

from vinhdanh.base.problems import Message, Severity

DANGLING = Message(
    "dangling-reference",
    "Không có {kind_vi} nào mang mã “{id}”.{guess_vi}",
    "Sửa lại mã, hoặc tạo {kind_vi} này trước.",
    "There is no {kind_en} with the id “{id}”.{guess_en}",
    "Mend the id, or write that {kind_en} first.",
)
DRAFT_REFERENCE = Message(
    "draft-reference",
    "“{id}” đang là bản nháp, nên trang này chưa nhắc đến được.",
    "Bỏ “draft: có” ở {file} khi bài đã xong, hoặc bỏ chỗ nhắc đến này.",
    "“{id}” is still a draft, so this page cannot mention it yet.",
    "Remove “draft” in {file} when it is ready, or remove this mention.",
    Severity.WARNING,
)
FUTURE_REFERENCE = Message(
    "future-reference",
    "“{id}” hẹn đến {date} mới đăng, nên trang này chưa nhắc đến được.",
    "Không cần sửa nếu đúng ý; đến ngày đó chỗ nhắc đến sẽ tự hiện.",
    "“{id}” is to be published on {date}, so this page cannot mention it yet.",
    "Nothing to mend if that is meant; the mention appears by itself on that day.",
    Severity.WARNING,
)
WITHHELD_REFERENCE = Message(
    "withheld-reference",
    "“{id}” chưa có căn cứ công bố hợp lệ, nên được thay bằng “{neutral}”.",
    "Bổ sung căn cứ công bố (basis) ở {file}, hoặc để nguyên nếu người đó không đồng ý.",
    "There is no accepted basis for publishing “{id}”; a neutral wording stands in its place.",
    "Add a basis in {file}, or leave it if the person does not agree.",
    Severity.WARNING,
)
WITHHELD_PERSON = Message(
    "withheld-person",
    "Không đăng “{id}”: {reason_vi}.",
    "Thêm “basis” với căn cứ mà site.yaml chấp nhận ({accepted}), kèm nguồn hoặc bằng chứng.",
    "“{id}” is not published: {reason_en}.",
    "Add a “basis” that site.yaml accepts ({accepted}), with its source or evidence.",
    Severity.WARNING,
)
WITHHELD_NAME = Message(
    "withheld-name",
    "Chỗ này viết tên của “{id}”, người chưa được đăng. Trang chưa dựng được cho đến khi bỏ tên ấy.",
    "Viết “một công nhân” hay cách gọi chung khác; nếu là nhan đề, địa chỉ, mã của một nguồn thì đổi hoặc bỏ nguồn ấy.",
    "This names “{id}”, who may not be published. Nothing is published until the name is gone.",
    "Write “a worker” or the like; if it is the title, address or id of a source, change or remove that source.",
)
WITHHELD_PICTURE = Message(
    "withheld-picture",
    "Không đăng ảnh “{path}”: {reason_vi}.",
    "Thêm “basis” cho ảnh với căn cứ mà site.yaml chấp nhận ({accepted}), hoặc bỏ ảnh.",
    "The picture “{path}” is not published: {reason_en}.",
    "Give the picture a “basis” that site.yaml accepts ({accepted}), or remove it.",
    Severity.WARNING,
)
MOVED = Message(
    "moved-reference",
    "“{id}” là mã cũ; nội dung này nay mang mã “{new}”.",
    "Đổi thành “{new}”. Mã cũ vẫn dẫn tới đúng nơi.",
    "“{id}” is a former id of “{new}”.",
    "Write “{new}”. The former id still leads there.",
    Severity.NOTICE,
)
UNKNOWN_PLACE = Message(
    "unknown-place",
    "Không biết tỉnh, thành phố “{value}”.{guess_vi}",
    "Viết tên tỉnh như trong data/places.yaml (tên hiện nay hoặc tên trước 1/7/2025 đều được).",
    "“{value}” is not a known province.{guess_en}",
    "Write a name of data/places.yaml (today's or that of before 1 July 2025).",
)
MISSING_FILE = Message(
    "missing-file",
    "Không có tệp “{path}” trong media/.{guess_vi}",
    "Chép ảnh vào thư mục media/, hoặc sửa lại tên.",
    "There is no file “{path}” in media/.{guess_en}",
    "Copy the picture into media/, or mend the name.",
)
FILE_CASE = Message(
    "file-case",
    "Tên tệp khác nhau ở chữ hoa, chữ thường: viết “{path}” nhưng tệp là “{actual}”. Trên máy chủ sẽ không thấy ảnh.",
    "Viết đúng: {actual}",
    "Upper and lower case differ: “{path}” is written, but the file is “{actual}”. The web server would not find it.",
    "Write: {actual}",
)
BROKEN_LINK = Message(
    "broken-link",
    "Liên kết “{target}” không dẫn tới đâu cả.{guess_vi}",
    "Viết đường dẫn tới tệp nội dung, ví dụ people/nguyen-van-a.md, hoặc địa chỉ đầy đủ https://…",
    "The link “{target}” leads nowhere.{guess_en}",
    "Write the path of a content file, such as people/nguyen-van-a.md, or a whole address https://…",
)
DOCUMENT_LINK = Message(
    "document-link",
    "“{target}” là tệp văn bản (PDF, Word, Excel …). Trang không đăng tệp như vậy: trong đó thường có chữ ký, "
    "số điện thoại, số giấy tờ.",
    "Kể lại phần cần thiết trong bài. Muốn dẫn bản gốc thì khai nó làm nguồn, hoặc liên kết tới https://… "
    "nơi cơ quan đã đăng.",
    "“{target}” is a document (PDF, Word, Excel …). Such files are not published: they often hold signatures, "
    "phone numbers and identity numbers.",
    "Tell what matters in the text. To cite the original, declare it as a source, or link to https://… "
    "where it was published.",
)
BROKEN_ANCHOR = Message(
    "broken-anchor",
    "Trang được liên kết không có mục “#{anchor}”.{guess_vi}",
    "Sửa phần sau dấu #, hoặc bỏ đi.",
    "The linked page has no section “#{anchor}”.{guess_en}",
    "Mend what stands after the #, or remove it.",
)
UNSAFE_LINK = Message(
    "unsafe-link",
    "Liên kết “{target}” không an toàn nên bị bỏ.",
    "Chỉ dùng https://, http://, mailto:, hoặc đường dẫn tới tệp nội dung.",
    "The link “{target}” is not safe and was removed.",
    "Use https://, http://, mailto:, or the path of a content file only.",
)
PHONE_LINK = Message(
    "phone-link",
    "Liên kết “{target}” dẫn tới một số điện thoại. Trang không bao giờ đăng số điện thoại.",
    "Xóa liên kết và cả số ấy. Muốn bạn đọc hỏi thêm thì dẫn tới trang của đơn vị: https://…",
    "The link “{target}” leads to a phone number. Phone numbers are never published.",
    "Delete the link and the number. For readers who want to ask, link to the organisation's own page: https://…",
)
REMOVED_HTML = Message(
    "removed-html",
    "Đoạn HTML <{tag}> không được phép nên bị bỏ.",
    "Viết bằng Markdown: **đậm**, [chữ](địa chỉ), - danh sách.",
    "The HTML element <{tag}> is not allowed and was removed.",
    "Write Markdown: **bold**, [text](address), - list.",
    Severity.WARNING,
)
UNDECLARED_PICTURE = Message(
    "undeclared-picture",
    "Ảnh “{path}” trong bài chưa được khai ở “pictures”: chưa có lời tả và người chụp.",
    "Thêm vào đầu tệp: pictures: [{{file: {path}, alt: …, credit: …}}]; ảnh có người thì thêm cả people và basis.",
    "The picture “{path}” in the text is not declared under “pictures”: it has no description and no credit.",
    "Add at the head of the file: pictures: [{{file: {path}, alt: …, credit: …}}]; plus people and basis.",
)
UNUSED_PICTURE = Message(
    "unused-picture",
    "Ảnh “{path}” đã khai ở “pictures” nhưng không đặt ở đâu trong bài.",
    "Viết ![]({path}) trên một dòng riêng ở chỗ muốn đặt, hoặc bỏ mục này.",
    "The picture “{path}” is declared under “pictures” but stands nowhere in the text.",
    "Write ![]({path}) on a line of its own where it is to stand, or remove the entry.",
    Severity.WARNING,
)

_PHONES = ("tel:", "sms:", "callto:", "facetime:")
_DOCUMENTS = tuple(".pdf .doc .docx .odt .rtf .xls .xlsx .ods .csv .ppt .pptx .odp .zip .rar".split())


def of_unsafe(target: str) -> Message:
    """What there is to say of a link that may not be followed."""
    return PHONE_LINK if target.strip().lower().startswith(_PHONES) else UNSAFE_LINK


def of_broken(path: str) -> Message:
    """What there is to say of a link to a path where no record stands."""
    return DOCUMENT_LINK if path.lower().endswith(_DOCUMENTS) else BROKEN_LINK
