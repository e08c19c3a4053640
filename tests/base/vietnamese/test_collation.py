from __future__ import annotations

import json
import random
import shutil
import subprocess
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.base.vietnamese.collation import letter_of, sort_key

_ONSETS = (
    *(
        "",
        "b",
        "c",
        "ch",
        "d",
        "đ",
        "g",
        "gh",
        "gi",
        "h",
        "k",
        "kh",
        "l",
        "m",
        "n",
        "ng",
        "ngh",
        "nh",
        "p",
        "ph",
    ),
    *("qu", "r", "s", "t", "th", "tr", "v", "x", "f", "j", "w", "z"),
)
_CODAS = ("", "c", "ch", "m", "n", "ng", "nh", "p", "t")
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")

# Each text stands before the next one.
_ASCENDING = [
    # spaces, punctuation, symbols, digits
    "",
    " a",
    "_",
    "-a",
    ",",
    ".",
    "…",
    "“Vua sáng kiến”",
    "(1)",
    "%",
    "€",
    "1",
    "10",
    "2",
    "²x",
    # letters of the whole string come first, tones second, case third
    "a",
    "A",
    "à",
    "ả",
    "ã",
    "á",
    "ạ",
    "ä",
    "ác",
    "an",
    "An",
    "án",
    "an bình",
    "án bình",
    "An Giang",
    "ánh",
    "ă",
    "ằ",
    "ẳ",
    "ẵ",
    "ắ",
    "ặ",
    "ặc",
    "ăn",
    "â",
    "ân",
    "Ấn",
    "ấp",
    "ba",
    "bà",
    "bả",
    "bã",
    "bá",
    "bạ",
    "ba ba",
    "bạch",
    "bă",
    "bâ",
    "c",
    "d",
    "ð",
    "du",
    "dz",
    "đ",
    "Đ",
    "Đà Nẵng",
    "e",
    "é",
    "ê",
    "f",
    "g",
    "hoa",
    "hoà",
    "hòa",
    "hóa",
    "hoà bình",
    "i",
    "j",
    "k",
    "l",
    "ł",
    "m",
    "n",
    "Nguyễn",
    "Nguyện",
    "o",
    "oz",
    "ô",
    "ơ",
    "p",
    "q",
    "r",
    "s",
    "ss",
    "SS",
    "ß",
    "t",
    "tha",
    "u",
    "ư",
    "v",
    "w",
    "x",
    "y",
    "ý",
    "z",
    # other scripts
    "Ω",
    "Ж",
    "中",
]


@pytest.mark.parametrize(
    ("before", "after"),
    [pytest.param(a, b, id=f"{a}<{b}") for a, b in pairwise(_ASCENDING)],
)
def test_order(before: str, after: str) -> None:
    assert sort_key(before) < sort_key(after)


def test_order_is_transitive_over_the_table() -> None:
    shuffled = random.Random(20231007).sample(_ASCENDING, len(_ASCENDING))
    assert sorted(shuffled, key=sort_key) == _ASCENDING


@given(st.text())
def test_every_text_has_one_key_in_all_its_canonical_forms(text: str) -> None:
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(unicodedata.normalize("NFC", text))


def test_a_variation_selector_does_not_count() -> None:
    assert sort_key("☎\ufe0f") == sort_key("☎")


def _random_syllable(rng: random.Random) -> str:
    rhyme = rng.choice("aăâeêioôơuưy") + rng.choice(_TONES) + rng.choice(["", *"aiouy"])
    syllable = rng.choice(_ONSETS) + rhyme + rng.choice(_CODAS)
    shaped = rng.choice([syllable, syllable, syllable.capitalize(), syllable.upper()])
    return shaped if rng.random() < 0.2 else unicodedata.normalize("NFC", shaped)


def _random_texts() -> list[str]:
    """Make names and phrases of Vietnamese letters, and short strings of whatever else a title may hold."""
    rng = random.Random(20231007)
    phrases = [" ".join(_random_syllable(rng) for _ in range(rng.randint(1, 4))) for _ in range(350)]
    characters = (
        "aAăẤbđĐdoơờƠỡuưựê12éñöøßẞæǽœłħð²³½™№ﬁªＡａ\u0300\u0301\u0323 \u00a0-–—“”‘’'\".,:;…/%&()[]₫€$+=×°"
    )
    strings = ["".join(rng.choices(characters, k=rng.randint(1, 5))) for _ in range(350)]
    return list(dict.fromkeys([*_ASCENDING, *phrases, *strings]))


_COMPARE_ALL = """
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
const { compare } = new Intl.Collator("vi");
const row = (a) => texts.map((b) => "<=>"[Math.sign(compare(a, b)) + 1]).join("");
console.log(JSON.stringify(texts.map(row)));
"""


def test_order_is_that_of_unicode_cldr() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.fail("Node.js is needed: its Intl.Collator is what the Vietnamese order is checked against")
    texts = _random_texts()
    done = subprocess.run(
        [node, "-e", _COMPARE_ALL],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    keys = [sort_key(text) for text in texts]
    differing = [
        f"{texts[i]!r} {sign} {texts[j]!r}"
        for i, row in enumerate(json.loads(done.stdout))
        for j, sign in enumerate(row)
        if sign != _sign(keys[i], keys[j])
    ]
    assert not differing, f"CLDR says, in {len(differing)} pairs otherwise: {differing[:10]}"


def _sign(left: bytes, right: bytes) -> str:
    return "<" if left < right else ">" if left > right else "="


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("An", "A"),
        ("Ánh", "A"),
        ("ánh", "A"),
        ("A\u0301nh", "A"),
        ("Ăn", "Ă"),
        ("Ắng", "Ă"),
        ("Ấn", "Â"),
        ("Dũng", "D"),
        ("Đức", "Đ"),
        ("đức", "Đ"),
        ("Êban", "Ê"),
        ("Ông", "Ô"),
        ("Ớt", "Ơ"),
        ("Ước", "Ư"),
        ("Ủy", "U"),
        ("Ý", "Y"),
        ("Franz", "F"),
        ("Joseph", "J"),
        ("William", "W"),
        ("Zhao", "Z"),
        ("Öst", "O"),
        ("Æsir", "A"),
        ("5S", "#"),
        ("“Vua”", "#"),
        (" An", "#"),
        ("中", "#"),
        ("", "#"),
    ],
)
def test_letter_of(text: str, letter: str) -> None:
    assert letter_of(text) == letter
