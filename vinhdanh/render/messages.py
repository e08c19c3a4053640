"""The wording of problems with the plan, the templates and the output folder."""

from __future__ import annotations

from vinhdanh.base.problems import Message, Severity

SAME_ADDRESS = Message(
    "same-address",
    "Hai nội dung cùng đòi địa chỉ “{url}”: {first} và {second}.",
    "Đổi mã (hoặc địa chỉ cũ trong aliases) của một trong hai.",
    "Two things claim the address “{url}”: {first} and {second}.",
    "Change the id (or the alias) of one of them.",
)
TEMPLATE_ERROR = Message(
    "template-error",
    "Mẫu trang bị lỗi khi dựng “{url}”: {reason}.",
    "Sửa mẫu ở dòng này; dữ liệu dùng được là các phần mà trang được giao.",
    "The template failed while rendering “{url}”: {reason}.",
    "Mend the template on this line; only the parts given to the page can be used.",
)
TEMPLATE_SYNTAX = Message(
    "template-syntax",
    "Mẫu trang viết sai: {reason}.",
    "Sửa mẫu ở dòng này.",
    "The template is not well formed: {reason}.",
    "Mend the template on this line.",
)
TEMPLATE_MISSING = Message(
    "template-missing",
    "Không có mẫu trang “{name}”.",
    "Tạo tệp {name} trong templates/, hoặc sửa chỗ nhắc tới nó.",
    "There is no template “{name}”.",
    "Create {name} in templates/, or mend what refers to it.",
)
COMPUTED_TEMPLATE = Message(
    "computed-template",
    "Tên mẫu trong “{tag}” phải viết thẳng trong ngoặc kép, không được tính ra.",
    'Viết tên mẫu trong ngoặc kép, ví dụ: include "parts/row.html".',
    "The name of a template in “{tag}” must be written out in quotes.",
    'Write the name in quotes, such as: include "parts/row.html".',
)
DISK_REFUSED = Message(
    "disk",
    "Hệ điều hành từ chối: {path}: {reason}.",
    "Xem lại quyền truy cập, dung lượng đĩa, hoặc đóng chương trình đang giữ tệp này.",
    "The operating system refused: {path}: {reason}.",
    "Check permissions and free space, or close the program that holds this file.",
)
OWN_FAULT = Message(
    "own-fault",
    "Chương trình gặp lỗi của chính nó: {reason}.",
    "Những gì anh chị viết không mất gì, trang đã dựng vẫn như trước. Gửi dòng này cho người giữ phần mềm, kèm những "
    "gì hiện ra khi chạy lại lệnh này với --verbose.",
    "The program itself failed: {reason}.",
    "Nothing that you wrote is lost, and what was built is as it was. Send this line to the maintainer, with what the "
    "same command prints with --verbose.",
)
UNKNOWN_FILES = Message(
    "unknown-files",
    "Trong {folder} có {count} tệp không phải do lần dựng này làm ra, và những lần dựng trước thì đã quên: {names}.",
    "Trang cũ thì xóa đi, kẻo nội dung đã gỡ vẫn còn ở đó; tệp bạn tự đặt vào thì cứ để yên.",
    "{folder} holds {count} files that this build did not make, and former builds are forgotten: {names}.",
    "Remove old pages, or what was taken out stays there; files of your own may stay.",
    Severity.WARNING,
)
BUSY = Message(
    "busy",
    "Một lần dựng khác đang chạy trong thư mục này.",
    "Đợi lần dựng kia xong rồi chạy lại.",
    "Another build is running in this folder.",
    "Wait until it is done and run this again.",
)
NO_CONTENT = Message(
    "no-content",
    "Không thấy thư mục nội dung “{path}”.",
    "Chạy lệnh ở thư mục có content/, hoặc chỉ rõ: --root THƯ_MỤC.",
    "There is no content folder “{path}”.",
    "Run the command where content/ is, or name the folder: --root DIR.",
)
OVERLAP = Message(
    "overlap",
    "Thư mục kết quả “{output}” nằm chồng lên “{inner}”.",
    "Chọn thư mục kết quả khác với --output.",
    "The output folder “{output}” overlaps with “{inner}”.",
    "Choose another output folder with --output.",
)
NO_LIBYAML = Message(
    "no-libyaml",
    "Máy này thiếu thư viện libyaml, nên đọc nội dung chậm hơn khoảng bảy lần.",
    "Cài lại PyYAML từ gói dựng sẵn: pip install --force-reinstall --only-binary :all: PyYAML",
    "libyaml is missing here, so content is read some seven times slower.",
    "Install PyYAML again from a built package: pip install --force-reinstall --only-binary :all: PyYAML",
    Severity.WARNING,
)
WORKER_LOST = Message(
    "worker-lost",
    "Một tiến trình đang giúp dựng trang bị hệ điều hành dừng giữa chừng, thường vì hết bộ nhớ.",
    "Đóng bớt chương trình khác rồi chạy lại, hoặc thêm --jobs 1; những ảnh đã làm xong không phải làm lại.",
    "The operating system stopped a process that was helping to build, usually for want of memory.",
    "Close other programs and run this again, or add --jobs 1; pictures that were done are not made again.",
)
THEME_CHANGED = Message(
    "theme-changed",
    "Mẫu trang trong {folder} vừa được sửa trong lúc đang dựng, nên lần dựng này dừng lại.",
    "Chạy lại lệnh.",
    "The templates in {folder} were changed while the site was being built, so that this build was stopped.",
    "Run the command again.",
)
OTHER_ENGINE = Message(
    "other-engine",
    "Một máy giúp dựng trang có bản chương trình, Python hay thư viện khác máy này, nên có thể ra trang khác.",
    "Cài cùng một bản trên mọi máy, khởi động lại các máy giúp, rồi chạy lại.",
    "A process that helps to build has other code, another Python or other libraries, so that pages might differ.",
    "Install the same on all machines, start the workers anew, and run this again.",
)
NO_DASK = Message(
    "no-dask",
    "Chưa cài phần để dựng trên nhiều máy.",
    "Chạy: pip install 'vinhdanh[cluster]'",
    "What builds on many machines is not installed.",
    "Run: pip install 'vinhdanh[cluster]'",
)
NO_SCHEDULER = Message(
    "no-scheduler",
    "Không nối được với máy điều phối ở {address}: {reason}.",
    "Xem máy ấy còn chạy “dask scheduler” không, địa chỉ có đúng không; hoặc bỏ --executor dask để dựng trên máy này.",
    "The scheduler at {address} cannot be reached: {reason}.",
    "See whether `dask scheduler` runs there; or leave out --executor dask to build on this machine.",
)
