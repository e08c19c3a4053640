"""The words of figures: units, scales, comparators and periods, in Vietnamese and English."""

from __future__ import annotations

from typing import NamedTuple

from vinhdanh.base.vietnamese.amounts.figure import Comparator, Metric, Period


class Unit(NamedTuple):
    """A unit: its printed name, its metric, its English names (one, many), other spellings that are read."""

    name: str
    metric: Metric
    one: str
    many: str
    aliases: tuple[str, ...] = ()


DONG, USD, PERCENT = "đồng", "USD", "%"

_UNITS = (
    Unit(DONG, Metric.MONEY, "VND", "VND", ("đồng Việt Nam", "VND", "VNĐ", "đ", "₫")),
    Unit(USD, Metric.MONEY, "USD", "USD", ("đô la Mỹ", "đô-la Mỹ", "đôla Mỹ", "đô la", "US$", "$")),
    Unit("EUR", Metric.MONEY, "EUR", "EUR", ("euro", "ơ-rô", "€")),
    Unit("JPY", Metric.MONEY, "JPY", "JPY", ("yên Nhật", "yên")),
    Unit(PERCENT, Metric.PERCENT, "%", "%", ("phần trăm",)),
    Unit("giờ công", Metric.HOURS, "working hour", "working hours", ("giờ lao động",)),
    Unit("giờ làm việc", Metric.HOURS, "working hour", "working hours"),
    Unit("giờ", Metric.HOURS, "hour", "hours", ("tiếng đồng hồ", "h")),
    Unit("giây", Metric.TIME, "second", "seconds"),
    Unit("phút", Metric.TIME, "minute", "minutes"),
    Unit("ngày công", Metric.TIME, "working day", "working days"),
    Unit("ngày", Metric.TIME, "day", "days"),
    Unit("tuần", Metric.TIME, "week", "weeks"),
    Unit("tháng", Metric.TIME, "month", "months"),
    Unit("năm", Metric.TIME, "year", "years"),
    Unit("Wh", Metric.ENERGY, "Wh", "Wh"),
    Unit("kWh", Metric.ENERGY, "kWh", "kWh", ("số điện", "kW.h")),
    Unit("MWh", Metric.ENERGY, "MWh", "MWh"),
    Unit("GWh", Metric.ENERGY, "GWh", "GWh"),
    Unit("kW", Metric.POWER, "kW", "kW"),
    Unit("MW", Metric.POWER, "MW", "MW"),
    Unit("g", Metric.MASS, "g", "g", ("gam", "gram")),
    Unit("kg", Metric.MASS, "kg", "kg", ("ki-lô-gam", "kilôgam")),
    Unit("tạ", Metric.MASS, "quintal", "quintals"),
    Unit("tấn", Metric.MASS, "tonne", "tonnes"),
    Unit("lít", Metric.VOLUME, "litre", "litres"),
    Unit("m³", Metric.VOLUME, "m³", "m³", ("m3", "mét khối", "khối")),
    Unit("mm", Metric.LENGTH, "mm", "mm"),
    Unit("cm", Metric.LENGTH, "cm", "cm"),
    Unit("m", Metric.LENGTH, "m", "m", ("mét",)),
    Unit("km", Metric.LENGTH, "km", "km", ("ki-lô-mét", "cây số")),
    Unit("m²", Metric.AREA, "m²", "m²", ("m2", "mét vuông")),
    Unit("ha", Metric.AREA, "ha", "ha", ("héc-ta", "hecta")),
    Unit("người", Metric.COUNT, "person", "people"),
    Unit("nhân sự", Metric.COUNT, "member of staff", "members of staff"),
    Unit("lao động", Metric.COUNT, "worker", "workers"),
    Unit("công nhân", Metric.COUNT, "worker", "workers"),
    Unit("đoàn viên", Metric.COUNT, "union member", "union members"),
    Unit("vị trí lao động", Metric.COUNT, "post", "posts", ("vị trí việc làm",)),
    Unit("vị trí", Metric.COUNT, "post", "posts"),
    Unit("sáng kiến", Metric.COUNT, "initiative", "initiatives"),
    Unit("giải pháp", Metric.COUNT, "solution", "solutions"),
    Unit("sản phẩm", Metric.COUNT, "product", "products"),
    Unit("đơn vị", Metric.COUNT, "unit", "units"),
    Unit("lần", Metric.COUNT, "time", "times", ("lượt",)),
    Unit("vụ tai nạn", Metric.COUNT, "accident", "accidents"),
    Unit("vụ", Metric.COUNT, "case", "cases"),
    Unit("ca", Metric.COUNT, "shift", "shifts"),
)

UNITS_BY_NAME = {unit.name: unit for unit in _UNITS}
UNITS_BY_SPELLING = {spelling.lower(): unit for unit in _UNITS for spelling in (unit.name, *unit.aliases)}

# Powers of ten; two in a row multiply ("33 nghìn tỷ", "3 trăm triệu").
SCALES = {
    "chục": 1,
    "trăm": 2,
    "nghìn": 3,
    "ngàn": 3,
    "vạn": 4,
    "triệu": 6,
    "tỷ": 9,
    "tỉ": 9,
}
# Powers of ten that are printed, the greatest first. "Nghìn tỷ" is written out: "33.000 tỷ đồng".
PRINTED_SCALES = {
    "vi": ((9, "tỷ"), (6, "triệu")),
    "en": ((12, "trillion"), (9, "billion"), (6, "million")),
}
# Scales cut short that are refused: newspapers and offices use them, readers stumble over them.
ABBREVIATIONS = {
    "tr": "triệu",
    "trđ": "triệu đồng",
    "tỷđ": "tỷ đồng",
    "tỉđ": "tỷ đồng",
    "nt": "nghìn tỷ",
    "t": "tỷ",
    "k": "nghìn",
}

COMPARATORS = {
    "trên": Comparator.OVER,
    "hơn": Comparator.OVER,
    "nhiều hơn": Comparator.OVER,
    "lớn hơn": Comparator.OVER,
    "vượt": Comparator.OVER,
    ">": Comparator.OVER,
    "dưới": Comparator.UNDER,
    "ít hơn": Comparator.UNDER,
    "thấp hơn": Comparator.UNDER,
    "nhỏ hơn": Comparator.UNDER,
    "chưa đến": Comparator.UNDER,
    "chưa tới": Comparator.UNDER,
    "<": Comparator.UNDER,
    "gần": Comparator.NEARLY,
    "ngót": Comparator.NEARLY,
    "khoảng": Comparator.ABOUT,
    "khoảng chừng": Comparator.ABOUT,
    "chừng": Comparator.ABOUT,
    "ước": Comparator.ABOUT,
    "ước tính": Comparator.ABOUT,
    "ước đạt": Comparator.ABOUT,
    "xấp xỉ": Comparator.ABOUT,
    "~": Comparator.ABOUT,
    "≈": Comparator.ABOUT,
    "tới": Comparator.UP_TO,
    "đến": Comparator.UP_TO,
    "lên tới": Comparator.UP_TO,
    "lên đến": Comparator.UP_TO,
    "tối đa": Comparator.UP_TO,
    "nhiều nhất": Comparator.UP_TO,
    "không quá": Comparator.UP_TO,
    "≤": Comparator.UP_TO,
    "ít nhất": Comparator.AT_LEAST,
    "tối thiểu": Comparator.AT_LEAST,
    "không dưới": Comparator.AT_LEAST,
    "từ": Comparator.AT_LEAST,
    "≥": Comparator.AT_LEAST,
}
# The one word printed for each comparator; a range and an exact amount need none.
COMPARATOR_WORDS = {
    "vi": {
        Comparator.OVER: "trên",
        Comparator.UNDER: "dưới",
        Comparator.NEARLY: "gần",
        Comparator.ABOUT: "khoảng",
        Comparator.UP_TO: "tới",
        Comparator.AT_LEAST: "ít nhất",
    },
    "en": {
        Comparator.OVER: "over",
        Comparator.UNDER: "under",
        Comparator.NEARLY: "nearly",
        Comparator.ABOUT: "about",
        Comparator.UP_TO: "up to",
        Comparator.AT_LEAST: "at least",
    },
}
# The words printed after the amount; an unknown period has none. Vietnamese puts the total in front, as
# "tổng cộng", which is right for a sum over time ("lũy kế") and for a sum of several initiatives.
TOTAL_IN_VIETNAMESE = "tổng cộng"
PERIOD_WORDS = {
    "vi": {Period.PER_YEAR: "mỗi năm", Period.PER_MONTH: "mỗi tháng", Period.ONCE: "một lần"},
    "en": {
        Period.PER_YEAR: "a year",
        Period.PER_MONTH: "a month",
        Period.ONCE: "once",
        Period.TOTAL: "in total",
    },
}
# What amounts are given per, beside years and months.
PER_ENGLISH = {
    "ca": "shift",
    "chuyến": "trip",
    "giờ": "hour",
    "lần": "time",
    "ngày": "day",
    "người": "person",
    "quý": "quarter",
    "sản phẩm": "product",
    "tàu": "ship",
    "tấn": "tonne",
    "tuần": "week",
}
