"""Names of fields for what is never published of a person: telephone, papers, bank, home, birth, origin, faith, health.

Law 91/2025/QH15 on the protection of personal data, and decree 356/2025/NĐ-CP with its list of sensitive data.
"""

from __future__ import annotations

import re

from vinhdanh.base.vietnamese.text import slugify

NEVER_PUBLISHED = frozenset(
    "phone tel telephone mobile zalo viber whatsapp dien_thoai so_dien_thoai dtdd di_dong email e_mail mail gmail "
    "thu_dien_tu id_number passport cccd cmnd cmt can_cuoc so_cccd so_cmnd ho_chieu so_ho_chieu dinh_danh "
    "so_dinh_danh ma_dinh_danh bhxh so_bhxh ma_so_thue tax_code home_address address residence dia_chi "
    "dia_chi_nha noi_o cho_o nha_rieng thuong_tru tam_tru ho_khau birth_date birthday date_of_birth dob ngay_sinh "
    "ngay_thang_nam_sinh sinh_ngay ethnicity dan_toc religion belief ton_giao tin_nguong theo_dao "
    "party_membership party_member dang_vien ngay_vao_dang dang_tich party health illness disease disability "
    "suc_khoe benh benh_an benh_tat khuyet_tat nhom_mau blood_type hiv bank bank_account iban stk tai_khoan "
    "so_tai_khoan ngan_hang sexual_orientation criminal_record tien_an".split()
)
"""Keys, as `slugify` writes them with underscores."""

_WITHIN = re.compile(
    r"(?:^|_)(?:dien_thoai|phone|email|cccd|cmnd|ho_chieu|passport|ngay_sinh|birth_date|date_of_birth|tai_khoan_ngan_hang|"
    r"so_tai_khoan|bank_account|dia_chi_nha|home_address|ho_khau|thuong_tru|dan_toc|ethnicity|ton_giao|religion|dang_vien|"
    r"vao_dang|benh_an|tinh_trang_suc_khoe|health_status)(?:_|$)"
)
"""What says the same with a word before or after it: `so_dien_thoai_cua_chi`."""


def is_never_published(name: str) -> bool:
    """Whether a key, or a label, asks for what is never published."""
    slug = slugify(name).replace("-", "_")
    return slug in NEVER_PUBLISHED or _WITHIN.search(slug) is not None
