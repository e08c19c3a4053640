"""The wording of every problem that reading content can find. Vietnamese first: editors read these lines."""

from __future__ import annotations

from vinhdanh.base.problems import Message, Severity

# -- the file as a whole ----

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
UNUSED_FILE = Message(
    "unused-file",
    "Tệp này không được dùng: chương trình chỉ đọc .md, .yaml và ảnh trong media/.",
    "{advice_vi}",
    "This file is not used: only .md and .yaml files and pictures in media/ are read.",
    "{advice_en}",
    Severity.WARNING,
)
BAD_ID = Message(
    "bad-id",
    "“{id}” không dùng làm mã được: mã chỉ gồm chữ thường không dấu, số và dấu gạch nối.",
    "Đổi thành “{slug}”.",
    "“{id}” cannot be an id: an id has lower-case letters without marks, digits and hyphens only.",
    "Change it to “{slug}”.",
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

# -- YAML ----------------------------------------------------------------------------------------------------------------

TAB_INDENT = Message(
    "tab-indent",
    "Dòng này thụt vào bằng phím Tab; phần khai báo chỉ nhận dấu cách.",
    "Thay mỗi Tab bằng 2 dấu cách.",
    "This line is indented with a tab; only spaces are allowed here.",
    "Replace each tab by two spaces.",
)
NBSP_INDENT = Message(
    "nbsp-indent",
    "Dòng này thụt vào bằng dấu cách cứng (thường do dán từ Word), nên tên mục bị hiểu sai.",
    "Xóa khoảng trống đầu dòng rồi gõ lại bằng dấu cách thường.",
    "This line is indented with no-break spaces (often pasted from Word), so its key is misread.",
    "Delete the space at the start of the line and type ordinary spaces.",
)
MISSING_SPACE = Message(
    "missing-space",
    "Thiếu dấu cách sau dấu hai chấm: “{text}”.",
    "Viết: {fixed}",
    "A space is missing after the colon: “{text}”.",
    "Write: {fixed}",
)
NBSP_AFTER_COLON = Message(
    "nbsp-after-colon",
    "Sau dấu hai chấm là dấu cách cứng (thường do dán từ Word), không phải dấu cách thường.",
    "Viết lại: {fixed}",
    "After the colon stands a no-break space (often pasted from Word) instead of an ordinary one.",
    "Write it again: {fixed}",
)
COLON_IN_VALUE = Message(
    "colon-in-value",
    "Trong giá trị có dấu hai chấm và dấu cách “: ”, nên máy hiểu nhầm là một mục mới.",
    "Đặt cả giá trị trong ngoặc kép: {fixed}",
    "The value holds a colon and a space “: ”, which reads as a new key.",
    "Put the whole value in double quotes: {fixed}",
)
FULL_WIDTH_COLON = Message(
    "full-width-colon",
    "Dòng này dùng dấu hai chấm rộng “：” của bộ gõ chữ Hán.",
    "Thay bằng dấu hai chấm thường và một dấu cách: {fixed}",
    "This line uses the full-width colon “：”.",
    "Use an ordinary colon and a space: {fixed}",
)
UNCLOSED_QUOTE = Message(
    "unclosed-quote",
    "Ngoặc kép hoặc nháy đơn mở ở dòng này không được đóng.",
    "Thêm dấu đóng ở cuối giá trị: {fixed}",
    "The quotation mark opened on this line is never closed.",
    "Close it at the end of the value: {fixed}",
)
TEXT_AFTER_QUOTE = Message(
    "text-after-quote",
    "Sau dấu ngoặc đóng vẫn còn chữ, nên không rõ giá trị kết thúc ở đâu.",
    "Đặt cả giá trị trong một cặp ngoặc; ngoặc bên trong viết “…”: {fixed}",
    "There is more text after the closing quotation mark, so it is unclear where the value ends.",
    "Put the whole value in one pair of quotes and write “…” inside: {fixed}",
)
SPECIAL_START = Message(
    "special-start",
    "Giá trị bắt đầu bằng ký tự đặc biệt “{sign}”.",
    "Đặt giá trị trong ngoặc kép: {fixed}",
    "The value begins with the special character “{sign}”.",
    "Put the value in double quotes: {fixed}",
)
HASH_CUT = Message(
    "hash-cut",
    "Phần “{lost}” bị bỏ đi: dấu cách rồi # là bắt đầu một ghi chú.",
    "Nếu đó là nội dung, đặt giá trị trong ngoặc kép: {fixed}",
    "“{lost}” is dropped: a space and # begin a comment.",
    "If it belongs to the value, put the value in double quotes: {fixed}",
    Severity.WARNING,
)
DUPLICATE_KEY = Message(
    "duplicate-key",
    "Mục “{key}” đã có ở dòng {first}; máy không biết lấy giá trị nào.",
    "Giữ lại một trong hai.",
    "The key “{key}” already stands on line {first}; it is unclear which one counts.",
    "Keep one of the two.",
)
ANCHOR = Message(
    "anchor",
    "Không dùng ký hiệu & và * để lặp lại nội dung (anchor, alias).",
    "Viết nội dung ra đầy đủ; nếu & hoặc * là chữ của giá trị, đặt giá trị trong ngoặc kép.",
    "Anchors and aliases (& and *) are not allowed.",
    "Write the content out; if & or * belongs to the value, put the value in double quotes.",
)
TAG = Message(
    "yaml-tag",
    "Không dùng nhãn kiểu “{tag}”.",
    "Bỏ nhãn; nếu dấu ! là chữ của giá trị, đặt giá trị trong ngoặc kép.",
    "The type tag “{tag}” is not allowed.",
    "Remove the tag; if the ! belongs to the value, put the value in double quotes.",
)
TOO_DEEP = Message(
    "too-deep",
    "Các mục lồng nhau quá sâu (hơn {limit} tầng).",
    "Viết phẳng hơn theo mẫu của loại nội dung này.",
    "Keys are nested too deep (more than {limit} levels).",
    "Write it flatter, as the form of this kind of content shows.",
)
BAD_INDENT = Message(
    "bad-indent",
    "Dòng này thụt vào không khớp với các dòng cùng nhóm.",
    "Cho các mục cùng nhóm thụt vào bằng nhau (mỗi tầng 2 dấu cách).",
    "This line's indentation does not fit the lines of its group.",
    "Indent all keys of one group alike (two spaces a level).",
)
YAML_SYNTAX = Message(
    "yaml-syntax",
    "Không đọc được phần khai báo từ chỗ này.",
    "Xem lại dòng này và dòng trước: dấu hai chấm, dấu cách, dấu ngoặc; hoặc đặt giá trị trong ngoặc kép.",
    "The front matter cannot be read from here on.",
    "Look at this line and the one before: colons, spaces, quotes; or put the value in double quotes.",
)

# -- keys and values ----

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
SMART_QUOTES = Message(
    "smart-quotes",
    "Cả giá trị nằm trong ngoặc cong “…”, có lẽ do Word tự đổi; ngoặc đã được bỏ khi hiển thị.",
    'Bỏ ngoặc cong; nếu muốn hiện ngoặc trên trang, viết: {key}: "“{value}”"',
    "The whole value is wrapped in curly quotes, probably by Word; they are not shown.",
    'Remove them; to show quotes on the page write: {key}: "“{value}”"',
    Severity.WARNING,
)
LINE_BREAK = Message(
    "line-break",
    "Mục “{key}” chỉ được một dòng.",
    "Gộp lại thành một dòng; văn bản dài để ở thân bài.",
    "“{key}” takes one line only.",
    "Make it one line; longer text belongs in the body.",
)
TOO_LONG = Message(
    "too-long",
    "Mục “{key}” dài {length} ký tự, tối đa {limit}.",
    "Rút gọn lại; phần chi tiết để ở thân bài.",
    "“{key}” has {length} characters; at most {limit} fit.",
    "Shorten it; details belong in the body.",
)

# -- references and files ----

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
    "Không đăng {name}: {reason_vi}.",
    "Thêm “basis” với căn cứ mà site.yaml chấp nhận ({accepted}), kèm nguồn hoặc bằng chứng.",
    "{name} is not published: {reason_en}.",
    "Add a “basis” that site.yaml accepts ({accepted}), with its source or evidence.",
    Severity.WARNING,
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
REMOVED_HTML = Message(
    "removed-html",
    "Đoạn HTML <{tag}> không được phép nên bị bỏ.",
    "Viết bằng Markdown: **đậm**, [chữ](địa chỉ), - danh sách.",
    "The HTML element <{tag}> is not allowed and was removed.",
    "Write Markdown: **bold**, [text](address), - list.",
    Severity.WARNING,
)
NO_ALT = Message(
    "missing-alt",
    "Ảnh “{path}” chưa có lời tả cho người không nhìn thấy ảnh.",
    "Viết: ![lời tả ngắn]({path})",
    "The picture “{path}” has no description for those who cannot see it.",
    "Write: ![a short description]({path})",
)
