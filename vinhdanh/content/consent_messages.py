"""The wording of problems with consents. No word of a private record is in it: problems go into public logs."""

from __future__ import annotations

from vinhdanh.base.problems import Message, Severity

CONSENTS_ELSEWHERE = Message(
    "consents-elsewhere",
    "Máy này không có thư mục private/consents/, nên không biết ai đã đồng ý những gì, "
    "trong khi có hồ sơ dựa vào đồng ý. Không đăng gì từ máy này.",
    "Dựng trang trên máy giữ hồ sơ đồng ý, hoặc chép thư mục private/consents/ sang đây qua đường kín. "
    "Soạn bài và xem trước thì không cần.",
    "There is no folder private/consents/ on this machine, so it is not known who agreed to what, which "
    "somebody's record relies on. Nothing is published from here.",
    "Build where the consents are kept, or bring the folder private/consents/ here by a private way. "
    "Writing and the preview do without it.",
)
CONSENT_LACKS = Message(
    "consent-lacks",
    "Hồ sơ đồng ý thiếu mục “{key}” ({label_vi}), nên coi như chưa có: ai dựa vào hồ sơ này thì chưa được đăng.",
    "Thêm: {example}",
    "The consent lacks “{key}” ({label_en}) and counts as none: whoever relies on it is withheld.",
    "Add: {example}",
    Severity.WARNING,
)
CONSENT_FAULT = Message(
    "consent-fault",
    "Hồ sơ đồng ý có chỗ sai{at_vi} (lỗi {fault}), nên coi như chưa có: ai dựa vào hồ sơ này thì chưa được đăng.",
    "{advice_vi}",
    "Something is wrong with this consent{at_en} ({fault}), which counts as none: whoever relies on it is withheld.",
    "{advice_en}",
    Severity.WARNING,
)
NO_CONSENT = Message(
    "no-consent",
    "Không đăng “{id}”: {reason_vi}.",
    "In phiếu để người ấy đọc và ký: python3 build.py proof {id}; rồi ghi lại: python3 build.py consent {id}. "
    "Người ấy không đồng ý thì cứ để vậy.",
    "“{id}” is not published: {reason_en}.",
    "Print what is to be signed: python3 build.py proof {id}; then record it: python3 build.py consent {id}. "
    "Leave it so if the person does not agree.",
    Severity.WARNING,
)
FIELDS_LEFT_OUT = Message(
    "fields-left-out",
    "“{id}” không đồng ý cho đăng hết hồ sơ: bỏ ra {fields}.",
    "Không cần sửa. Người ấy đồng ý thêm thì ghi lại: python3 build.py consent {id}",
    "“{id}” did not agree to all of the record: {fields} is left out.",
    "Nothing to mend. When more is agreed to, record it: python3 build.py consent {id}",
    Severity.NOTICE,
)
CONFIRM_AGAIN = Message(
    "confirm-again",
    "Hồ sơ của “{id}” đã đổi sau khi người ấy đồng ý: phải xác nhận lại.",
    "In phiếu mới để người ấy đọc và ký: python3 build.py proof {id}; rồi ghi lại: python3 build.py consent {id}. "
    "Hoặc trả nội dung về như lúc ký.",
    "What is said of “{id}” has changed since the consent: it needs to be confirmed again.",
    "Print it anew for them to read and sign: python3 build.py proof {id}; then record it: python3 build.py "
    "consent {id}. Or put the text back as it was.",
    Severity.WARNING,
)
