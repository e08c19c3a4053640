"""The wording of problems with files as a whole. Vietnamese first: editors read these lines."""

from __future__ import annotations

from vinhdanh.base.problems import Message, Severity

EMPTY_FILE = Message(
    "empty-file",
    "Tệp này trống.",
    "Viết nội dung vào tệp, hoặc xóa tệp đi.",
    "This file is empty.",
    "Write something into it, or delete it.",
)
BINARY_FILE = Message(
    "binary-file",
    "Tệp này không phải văn bản (có byte rỗng); có thể là ảnh hoặc tệp Word được đổi đuôi.",
    "Lưu lại dưới dạng văn bản thuần (.md hoặc .yaml), bảng mã UTF-8.",
    "This file is not text (it holds zero bytes); perhaps a picture or a Word file that was renamed.",
    "Save it as plain text (.md or .yaml) in UTF-8.",
)
NOT_UTF8 = Message(
    "not-utf8",
    "Từ chỗ này tệp không còn đúng bảng mã UTF-8, nên chữ Việt sẽ bị hỏng.",
    "Mở bằng Notepad hoặc VS Code rồi lưu lại với bảng mã UTF-8.",
    "From here on the file is not UTF-8, so Vietnamese letters would be damaged.",
    "Open it in Notepad or VS Code and save it again as UTF-8.",
)
TOO_LARGE = Message(
    "too-large",
    "Phần khai báo dài {size} ký tự, quá giới hạn {limit}.",
    "Chuyển phần văn bản dài xuống thân bài, dưới dòng --- thứ hai.",
    "The front matter is {size} characters long; the limit is {limit}.",
    "Move long text into the body, below the second --- line.",
)
NO_FRONT_MATTER = Message(
    "no-front-matter",
    "Tệp không bắt đầu bằng dòng ---, nên không thấy phần khai báo.",
    "Thêm dòng --- ở đầu tệp, viết các mục (ví dụ “{key}: …”), rồi thêm một dòng --- nữa.",
    "The file does not begin with a --- line, so no front matter was found.",
    "Put a --- line first, then the keys (such as “{key}: …”), then another --- line.",
)
UNCLOSED_FRONT_MATTER = Message(
    "unclosed-front-matter",
    "Phần khai báo mở bằng --- nhưng không có dòng --- đóng lại.",
    "Thêm một dòng --- ngay sau mục cuối cùng của phần khai báo.",
    "The front matter is opened by --- but no --- line closes it.",
    "Add a --- line right after the last key.",
)
NOT_A_MAPPING = Message(
    "not-a-mapping",
    "Ở đây cần các mục dạng “tên mục: giá trị”, nhưng chỉ thấy {found}.",
    "Viết mỗi mục một dòng, ví dụ: {example}",
    "Keys and values (“key: value”) are needed here, but there is only {found}.",
    "Write one key a line, for instance: {example}",
)
NOT_A_LIST = Message(
    "not-a-list",
    "Tệp này gồm nhiều bản ghi, nên mỗi bản ghi phải bắt đầu bằng một gạch đầu dòng.",
    "Viết: - id: ten-khong-dau, rồi các mục khác thụt vào 2 dấu cách.",
    "This file holds many records, so each must begin with a dash.",
    "Write: - id: its-id, then the other keys indented by two spaces.",
)
UNKNOWN_FOLDER = Message(
    "unknown-folder",
    "Không biết loại nội dung “{folder}”.{guess_vi}",
    "Đặt tệp vào một trong các thư mục: {known}.",
    "There is no kind of content called “{folder}”.{guess_en}",
    "Put the file into one of these folders: {known}.",
)
BAD_NAME = Message(
    "bad-name",
    "Tên tệp này bị hỏng bảng mã (thường do giải nén tệp .zip cũ), nên không đọc được.",
    "Đổi tên tệp: chỉ dùng chữ thường không dấu, số và dấu gạch nối.",
    "The name of this file is not UTF-8 (often from an old .zip file), so it is not read.",
    "Rename it: use lower-case letters without marks, digits and hyphens only.",
)
UNUSED_FILE = Message(
    "unused-file",
    "Tệp này không được dùng: chương trình chỉ đọc .md, .yaml và ảnh trong media/.",
    "{advice_vi}",
    "This file is not used: only .md and .yaml files and pictures in media/ are read.",
    "{advice_en}",
    Severity.WARNING,
)
NOT_COMPOSED = Message(
    "not-composed",
    "Dấu thanh ở dòng này gõ theo kiểu tổ hợp (Unicode NFD): nhìn giống nhưng tìm không ra.",
    "Trang tự đổi khi đọc; “check --fix” đổi luôn trong tệp.",
    "The marks on this line are typed as separate characters (Unicode NFD): it looks alike but is not found.",
    "The site composes it when reading; “check --fix” does so in the file.",
    Severity.NOTICE,
)
BAD_ID = Message(
    "bad-id",
    "“{id}” không dùng làm mã được: mã chỉ gồm chữ thường không dấu, số và dấu gạch nối.",
    "Đổi thành “{slug}”.",
    "“{id}” cannot be an id: an id has lower-case letters without marks, digits and hyphens only.",
    "Change it to “{slug}”.",
)
UNPORTABLE_ID = Message(
    "unportable-id",
    "“{id}” không dùng làm mã được: Windows không cho đặt tên tệp như vậy, hoặc mã dài quá {limit} chữ.",
    "Đặt mã khác, ngắn và dễ nhớ, ví dụ họ tên không dấu.",
    "“{id}” cannot be an id: Windows allows no file of this name, or it is longer than {limit} letters.",
    "Choose another one that is short and easy to remember, such as a name without marks.",
)
DUPLICATE_ID = Message(
    "duplicate-id",
    "Mã “{id}” đã được dùng cho một {kind_vi} khác, ở {other}.",
    "Đặt cho một trong hai một mã khác.",
    "The id “{id}” is already taken by another {kind_en}, in {other}.",
    "Give one of the two another id.",
)
TWIN_WITHOUT_ORIGINAL = Message(
    "twin-without-original",
    "Đây là bản dịch của “{id}”, nhưng chưa có bản tiếng Việt.",
    "Tạo tệp tiếng Việt “{id}.md” trước, hoặc sửa tên tệp này.",
    "This is a translation of “{id}”, but there is no Vietnamese original.",
    "Write the Vietnamese file “{id}.md” first, or mend this file's name.",
)
