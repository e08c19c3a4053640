"""What in running text is taken for private, and what is not: the latter list is the longer one on purpose."""

from __future__ import annotations

import pytest

from tests.content import private_samples
from vinhdanh.content.private_text import is_suspect, traces

PHONE, IDENTITY, MAIL = "a telephone number", "an identity number", "an e-mail address"
ETHNICITY, RELIGION, HEALTH = "somebody's ethnicity", "somebody's religion", "somebody's health"

PRIVATE = {
    "Liên hệ anh Sơn: 0912 345 678.": PHONE,
    "Gọi 0912345678 gặp chị Hoa": PHONE,
    "ĐT: +84 912 345 678": PHONE,
    "điện thoại 098.765.4321": PHONE,
    "Số máy bàn 024 3942 1515": PHONE,
    "số (0236) 382 1234 hay 0236 3821 234": PHONE,
    "CCCD 001085012345": IDENTITY,
    "số 048 093 001 234 do Công an cấp": IDENTITY,
    "CMND số: 201234567": IDENTITY,
    "căn cước công dân 048093001234": IDENTITY,
    "Hộ chiếu B1234567": IDENTITY,
    "thư gửi hoa.nguyen@vidu.vn nhé": MAIL,
    "Anh là người dân tộc Tày.": ETHNICITY,
    "chị H'Lan, dân tộc Ê Đê, quê Đắk Lắk": ETHNICITY,
    "công nhân dân tộc Mông đầu tiên của mỏ": ETHNICITY,
    "Anh sinh ra trong gia đình người dân tộc thiểu số": ETHNICITY,
    "He is ethnic Tày.": ETHNICITY,
    "Gia đình anh theo đạo Thiên Chúa": RELIGION,
    "Chị là người Công giáo": RELIGION,
    "Bác là tín đồ Cao Đài.": RELIGION,
    "nhà anh theo đạo.": RELIGION,
    "một Phật tử lâu năm": RELIGION,
    "She is a devout Catholic.": RELIGION,
    "Năm 2019 chị mắc bệnh tim": HEALTH,
    "anh bị ung thư giai đoạn hai": HEALTH,
    "chống chọi với căn bệnh hiểm nghèo": HEALTH,
    "ông bị tai biến mạch máu não": HEALTH,
    "phát hiện mình mắc viêm gan": HEALTH,
    "Anh nhiễm Covid-19 và phải cách ly": HEALTH,
    "con trai bị khuyết tật từ nhỏ": HEALTH,
    "He was diagnosed with cancer.": HEALTH,
}

HARMLESS = [
    "làm lợi 30.912.345.678 đồng mỗi năm",
    "0,912 tỷ đồng và 1.912.345.678 đồng",
    "Quyết định số 0912345678/QĐ-TLĐ",
    "Quyết định 1234/QĐ-TTg ngày 07/10/2023",
    "từ 2018 đến 2023, hơn 243.000 sáng kiến",
    "điện áp 0.4 kV, 110 kV, 220 kV và 500 kV",
    "mã thiết bị 001085012345678",
    "tổng đài 1900 1234 của ngành điện",
    "0 giờ 30 phút ngày 01 tháng 9 năm 2025",
    "bằng độc quyền số 1-0012345",
    "ISBN 978-604-9876-54-3",
    "nhịp 0912.345.678.901 vòng",
    "công suất 012.345.678.901 kWh",
    "đạt 2.300.000 giờ công an toàn",
    "căn cước điện tử của máy biến áp",
    "quét mã CCCD thay cho ghi tay",
    "bản sắc dân tộc và đại đoàn kết toàn dân tộc",
    "Hội đồng Dân tộc của Quốc hội",
    "Trường Phổ thông Dân tộc nội trú tỉnh Hòa Bình",
    "vùng đồng bào dân tộc thiểu số và miền núi",
    "người dân tộc ta vẫn nói: có chí thì nên",
    "lợi ích quốc gia, dân tộc",
    "anh Thái, chị Hoa, anh Kinh và bác Mường",
    "sang Thái Lan, Lào và Trung Hoa học nghề",
    "xe Kia và máy dệt Hoa Kỳ",
    "người Hà Nội, người thợ, người lao động",
    "lãnh đạo, chỉ đạo, theo đạo đức nghề nghiệp",
    "học và làm theo đạo lý uống nước nhớ nguồn",
    "dẫn đạo cụ ra sân khấu",
    "Giáo dục nghề nghiệp; giáo trình của dân quân",
    "phật ý ai đó, công đức, nhà thờ họ",
    "vũ đạo, đường đạo hàm, nhân đạo, đạo diễn",
    "Bệnh viện Bạch Mai trao tặng máy thở",
    "phòng chống bệnh nghề nghiệp cho thợ hàn",
    "máy hay mắc lỗi, bị kẹt, nhiễm từ, mang tải",
    "máy bị bệnh viện trả lại",
    "giảm tai nạn lao động, không ai bị thương",
    "nghiên cứu thuốc điều trị ung thư trên chuột",
    "buồng khử khuẩn thời Covid-19 ở nhà máy",
    "hai năm dịch Covid, xưởng vẫn giữ việc làm",
    "xe lăn cho người khuyết tật do công nhân chế tạo",
    "sức khỏe của máy đo bằng độ rung",
    "khám sức khỏe định kỳ cho đoàn viên",
    "trung tâm vì bệnh nhân nghèo",
    "mang bệnh nhân ra xe, bị bệnh thành tích",
    "hệ thống bị đột ngột ngắt; cây bị sâu",
    "@congdoan là kênh của công đoàn",
    "tệp a@2x của bản vẽ, đơn vị m@s",
    "F0, F1 và F2 là các đời lúa lai",
    "Dao tiện, dao phay; thợ dao kéo",
    "Co nhiệt và Mạ kẽm, Thổ cẩm, Lự đá",
    "ethnic music of the Highlands; the Catholic church in the old town",
    "suffering from heat, the crew was diagnosed as tired",
]


@pytest.mark.parametrize(("text", "what"), PRIVATE.items())
def test_what_is_private_is_seen(text: str, what: str) -> None:
    assert what in {trace.what[1] for trace in traces(text)}


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_harmless_raises_no_alarm(text: str) -> None:
    assert list(traces(text)) == []


def test_long_texts_are_searched_in_time_that_grows_with_their_length() -> None:
    for piece in ("0 9", "0912 ", "a@a.", "dân tộc ", "mắc bệnh viện ", "+84-", "CCCD : số : "):
        assert len(list(traces(piece * 20_000))) < 20_000


@pytest.mark.parametrize("text", [*PRIVATE, *(text for text, _ in private_samples.PRIVATE)])
def test_what_is_found_is_suspected_first(text: str) -> None:
    """A text that is not suspected is never searched."""
    assert is_suspect(text) or not list(traces(text))
