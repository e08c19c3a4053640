"""What the stories of the benchmark are put together from: plain Vietnamese about work. Nobody and nothing in it is real."""

from __future__ import annotations

FAMILY = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Huỳnh",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
)
MIDDLE = (
    "Văn",
    "Thị",
    "Hữu",
    "Đức",
    "Minh",
    "Thanh",
    "Quang",
    "Ngọc",
    "Xuân",
    "Thu",
    "Công",
    "Kim",
    "Anh",
    "Bích",
    "Trọng",
)
GIVEN = (
    "An", "Ánh", "Bình", "Châu", "Cường", "Dung", "Đạt", "Đông", "Giang", "Hà", "Hạnh", "Hiếu", "Hoa", "Hùng", "Hương", "Khánh",
    "Kiên", "Lan", "Linh", "Long", "Mai", "Nam", "Nga", "Oanh", "Phúc", "Quỳnh", "Sơn", "Tâm", "Thảo", "Uyên", "Việt", "Yến",
)  # fmt: skip

PROVINCES = (
    "An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai",
    "Hà Nội", "Hà Tĩnh", "Hải Phòng", "Huế", "Hưng Yên", "Khánh Hòa", "Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Nghệ An",
    "Ninh Bình", "Phú Thọ", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sơn La", "Tây Ninh", "Thái Nguyên", "Thanh Hóa",
    "Hồ Chí Minh", "Tuyên Quang", "Vĩnh Long",
)  # fmt: skip
"""The provinces of today."""

FORMER = {
    "Đà Nẵng": "Quảng Nam",
    "Phú Thọ": "Hòa Bình",
    "Quảng Trị": "Quảng Bình",
    "Hưng Yên": "Thái Bình",
    "Cần Thơ": "Sóc Trăng",
}
"""Some provinces of before, by the one of today that gathers them."""

SECTORS = {
    "Điện lực": ("waves", "blue"),
    "Than, khoáng sản": ("gallery", "rust"),
    "Dệt may": ("weave", "rose"),
    "Cơ khí": ("gears", "violet"),
    "Đóng tàu": ("hull", "sea"),
    "Cao su": ("latex", "green"),
    "Dầu khí": ("platform", "teal"),
    "Đường sắt": ("rail", "amber"),
    "Luyện kim": ("furnace", "brick"),
    "Điện tử": ("circuit", "jade"),
    "Hóa chất": ("molecule", "plum"),
    "Chế biến": ("process", "ochre"),
}
"""Sectors with the motif and the hue of their drawings."""

AWARDS = (
    "Bằng Lao động sáng tạo", "Giải thưởng Người thợ giỏi", "Bằng khen của công đoàn ngành", "Giải Bàn tay vàng",
    "Danh hiệu Chiến sĩ thi đua", "Giải Sáng kiến trẻ", "Giải thưởng Kỹ thuật ứng dụng", "Bằng khen của tỉnh",
    "Danh hiệu Công nhân tiêu biểu", "Giải Cải tiến an toàn",
)  # fmt: skip

THEMES = (
    "Đưa kỹ thuật mới vào xưởng", "Vượt khó trong từng việc", "Tham gia thi đua", "Điều gì thúc đẩy sáng kiến",
    "Công đoàn và người sử dụng lao động", "Giúp người bên cạnh", "Giải thưởng để làm gì",
)  # fmt: skip

JOBS = (
    "Thợ hàn",
    "Thợ điện",
    "Thợ lò",
    "Thợ may",
    "Thợ tiện",
    "Kỹ sư cơ khí",
    "Kỹ thuật viên",
    "Công nhân vận hành",
    "Tổ trưởng sản xuất",
)
FORMS = ("Công ty Cổ phần", "Công ty TNHH", "Nhà máy", "Xí nghiệp", "Tổng công ty")
UNITS = (
    "Phương Nam",
    "Sông Hồng",
    "Trường Sơn",
    "Biển Đông",
    "Thành Đạt",
    "Minh Phát",
    "Hòa Bình",
    "Tân Tiến",
    "Đại Lộc",
    "Hưng Thịnh",
)
VERBS = (
    "Lắp",
    "Cải tiến",
    "Chế tạo",
    "Gá lại",
    "Đổi cách vận hành",
    "Tận dụng",
    "Tự động hóa",
    "Rút ngắn bước chỉnh",
)
THINGS = (
    "băng tải cấp liệu", "bàn gá phôi", "máy ép thủy lực", "xe đẩy chi tiết", "khuôn dập nguội", "hệ thống tưới mát", "tủ điều khiển",
    "cần cẩu nhỏ", "bộ lọc bụi", "khay linh kiện", "máy cắt ống", "giá treo dây", "van xả áp", "cụm dao tiện", "phễu chứa hạt",
)  # fmt: skip
WORKPLACES = (
    "ở xưởng hai",
    "ở tổ sửa chữa",
    "ở dây chuyền số bốn",
    "ở kho vật tư",
    "ở đường lò mức âm",
    "ở trạm bơm",
    "ở phân xưởng hàn",
)

SENTENCES = (
    "Trước đó, mỗi lần đổi ca cả tổ phải dừng {thing} gần {n} phút để chỉnh lại.",
    "Việc ấy lặp lại hằng ngày, ai cũng thấy mệt mà chưa ai nghĩ ra cách khác.",
    "{name} đo lại từng bước, ghi vào một cuốn sổ nhỏ luôn để trong túi áo.",
    "Sau {n} ngày thử, {thing} chạy êm hơn và không còn bị kẹt giữa chừng.",
    "Anh em trong tổ góp thêm hai chi tiết, nhờ vậy bản làm sau gọn hơn bản đầu.",
    "Vật tư phần lớn lấy từ thép thừa {where}, nên chi phí không đáng kể.",
    "Người thợ chỉ cần đứng một chỗ, tay không phải với qua chỗ nguy hiểm nữa.",
    "Phòng kỹ thuật kiểm tra, góp ý về độ bền rồi cho dùng thử {where}.",
    "Có hôm máy hỏng lúc nửa đêm, {name} vẫn quay lại xưởng xem cho ra lẽ.",
    "Cái khó nhất là tìm được vật liệu chịu nhiệt mà giá vẫn vừa túi đơn vị.",
    "Bản vẽ đầu tiên chỉ là vài nét phấn trên nền xưởng.",
    "Đến tháng thứ {n}, cả phân xưởng đã chuyển sang cách làm mới.",
    "Số giờ dừng máy giảm rõ, còn sản phẩm lỗi thì bớt đi từng tuần.",
    "“Làm cho người sau đỡ vất vả hơn mình là được”, {name} nói.",
    "Công đoàn cơ sở giúp viết thuyết minh, vì thợ quen tay chứ không quen giấy.",
    "Từ đó, người mới vào nghề học cách vận hành chỉ trong {n} buổi.",
    "Đơn vị bạn nghe tin thì cử người sang xem, rồi xin bản vẽ về làm theo.",
    "Khi được hỏi bí quyết, ai cũng đáp rằng phải nhìn kỹ, hỏi nhiều và thử từng chút một.",
    "Không phải lần nào cũng thành, có {n} phương án bị bỏ trước khi tìm ra cách này.",
    "Ca đêm mùa đông, dầu đặc lại, {thing} cứ chạy vài vòng là dừng.",
    "Nhờ thay đổi nhỏ ấy, quãng đường đi lại của mỗi người trong ca ngắn hẳn.",
    "Lãnh đạo xưởng đồng ý cho thử ngay, chỉ dặn phải giữ an toàn trước đã.",
    "Tiền thưởng được chia đều cho cả tổ, ai cũng có phần.",
    "Mỗi sáng thứ hai, tổ dành mười phút để kể với nhau tuần rồi vướng chỗ nào.",
    "Các số đo được dán ngay cạnh {thing} để ai cũng thấy và cũng có thể góp ý.",
    "Sau khi nghe chia sẻ, nhiều người về xem lại chính công việc của mình {where}.",
    "Con số không lớn, nhưng cộng lại của {n} tổ thì thành chuyện đáng kể.",
    "Giờ đây {thing} ấy vẫn chạy, chỉ thay vòng bi định kỳ.",
    "Việc ghi chép đều đặn giúp thấy ngay chỗ nào hao điện, chỗ nào hao sức.",
    "Điều {name} mong là cách làm này được nhân rộng chứ không nằm trong tủ hồ sơ.",
)
"""Sentences of a body; {thing}, {n}, {name} and {where} are filled in."""

ITEMS = (
    "Ghi lại thời gian của từng bước trong một ca.",
    "Chọn bước tốn sức nhất mà ai cũng ngại làm.",
    "Làm mẫu bằng vật liệu thừa, chạy thử {n} lần.",
    "Mời người trực tiếp đứng máy dùng thử và góp ý.",
    "Vẽ lại cho rõ, ghi kích thước, nhờ phòng kỹ thuật duyệt.",
    "Hướng dẫn cả tổ, rồi mới bỏ hẳn cách làm cũ.",
)
"""Items of the list that every body has."""

HEADINGS = ("Chuyện bắt đầu từ một chỗ vướng", "Cách làm", "Điều còn lại sau một năm", "Người học theo")
