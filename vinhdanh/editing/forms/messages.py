"""The wording of what forms refuse."""

from __future__ import annotations

from vinhdanh.base.problems import Message

UNWRITABLE = Message(
    "form-cannot-write",
    "Biểu mẫu không ghi được mục này mà vẫn giữ nguyên phần còn lại của tệp.",
    "Chưa có gì bị thay đổi. Mở tệp bằng trình soạn văn bản và sửa tay.",
    "The form cannot write this without touching the rest of the file.",
    "Nothing was changed. Open the file in an editor and change it by hand.",
)
CHANGED_MEANWHILE = Message(
    "form-changed-meanwhile",
    "Trong lúc anh chị soạn, có người đã sửa “{id}”, nên chưa lưu để khỏi ghi đè lên bản ấy.",
    "Chép phần vừa viết ra chỗ khác, tải lại trang này rồi điền lại.",
    "Somebody changed “{id}” while you were writing, so nothing was saved over their version.",
    "Copy what you wrote, load this page again, and enter it there.",
)
ALREADY_THERE = Message(
    "form-already-there",
    "Đã có hồ sơ mang mã “{id}”.",
    "Mở hồ sơ ấy để sửa; nếu là người hay việc khác, thêm vài chữ vào mã cho khác.",
    "There is a record with the id “{id}” already.",
    "Open that one; if this is somebody or something else, choose another id.",
)
GONE = Message(
    "form-gone",
    "Không còn hồ sơ “{id}” trong content/: có người đã xóa hoặc đổi tên tệp.",
    "Chép phần vừa viết ra chỗ khác, rồi tải lại trang này.",
    "There is no record “{id}” in content/ any more: somebody removed or renamed its file.",
    "Copy what you wrote, and load this page again.",
)
BAD_PLACE = Message(
    "form-bad-place",
    "Không lưu được vào “{path}”: tên chỉ gồm chữ thường không dấu, số và gạch nối.",
    "Đặt mã như: nguyen-thi-hoa",
    "Nothing can be saved at “{path}”: ids are small letters without marks, digits and hyphens.",
    "Choose an id such as: nguyen-thi-hoa",
)
BAD_VALUE = Message(
    "form-bad-value",
    "Mục “{key}” có giá trị mà biểu mẫu không đưa ra để chọn.",
    "Chọn lại mục ấy trong danh sách rồi lưu.",
    "The field “{key}” has a value that the form does not offer.",
    "Choose it again from the list, and save.",
)
BAD_PICTURE_NAME = Message(
    "form-bad-picture-name",
    "Tên tệp “{path}” không dùng được: có máy không mở được tên như vậy.",
    "Đổi tên ảnh trên máy rồi chọn lại, ví dụ: nguyen-thi-hoa.jpg",
    "The file name “{path}” cannot be used: some systems cannot open it.",
    "Rename the picture and choose it again, for instance: nguyen-thi-hoa.jpg",
)
