"""The wording of problems with YAML that says something else than meant. Vietnamese first: editors read these lines."""

from __future__ import annotations

from vinhdanh.base.problems import Message, Severity

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
COMMA_IN_VALUE = Message(
    "comma-in-value",
    "Giữa hai dấu ngoặc nhọn, dấu phẩy ngăn các mục với nhau, nên “{lost}” bị hiểu là một mục khác.",
    "Viết: {fixed}",
    "Between braces a comma separates keys, so “{lost}” is read as another key.",
    "Write: {fixed}",
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
BAD_ESCAPE = Message(
    "bad-escape",
    "Trong ngoặc kép, dấu \\ có nghĩa riêng, nên không đọc được giá trị này.",
    "Dùng nháy đơn thay cho ngoặc kép, hoặc viết \\ hai lần: \\\\",
    "Between double quotes a backslash has a meaning of its own, so this value cannot be read.",
    "Use single quotes instead, or write the backslash twice: \\\\",
)
ODD_CHARACTER = Message(
    "odd-character",
    "Ở đây có một ký tự điều khiển không nhìn thấy (mã {code}), thường do dán từ phần mềm khác.",
    "Xóa chỗ này rồi gõ lại.",
    "An invisible control character (code {code}) stands here, probably pasted from another program.",
    "Delete it and type the text again.",
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
