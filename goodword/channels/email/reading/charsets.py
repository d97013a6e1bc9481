"""Bytes to text, for every charset that mail names rightly, wrongly or not at all. Never raises."""

from __future__ import annotations

import codecs
import re

# Names seen in mail that Python does not know, or knows too narrowly (WHATWG Encoding Standard, section 4.2).
ALIASES = {
    "ascii": "us-ascii",
    "ansi_x3.4-1968": "us-ascii",
    "unicode-1-1-utf-7": "utf-7",
    "unicode-1-1-utf-8": "utf-8",
    "utf8mb4": "utf-8",
    "utf_8": "utf-8",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso_8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-8-e": "iso-8859-8",
    "iso-8859-6-i": "iso-8859-6",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "big5": "big5hkscs",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601-1989": "cp949",
    "ksc5601": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "iso-2022-jp": "iso2022_jp_ext",
    "iso-2022-jp-ms": "iso2022_jp_ext",
    "cp50220": "iso2022_jp_ext",
    "cp50221": "iso2022_jp_ext",
    "x-euc-jp": "euc_jp",
    "macintosh": "mac_roman",
    "x-mac-roman": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "koi8": "koi8-r",
    "windows-1252http-equivcontent-type": "cp1252",
}

# Text codecs of Python that are no charset of mail: slow, platform bound, or escapes.
NEVER = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem", "palmos"}

_UNKNOWN = {"", "unknown", "x-unknown", "unknown-8bit", "x-unknown-8bit", "default", "none", "us-ascii", "binary"}
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ESCAPED_JAPANESE = re.compile(rb"\x1b(?:\$[@B]|\(J)")


def codec_for(name: str) -> str | None:
    """The Python codec for a charset name as mail writes it, or None when it names no usable charset."""
    key = name.strip(" \t\"'`;<>").lower()
    key = key.split("*", 1)[0]
    if key.startswith("charset="):
        key = key[8:].strip("\"'")
    key = ALIASES.get(key, key)
    if key in _UNKNOWN or len(key) > 40 or not key.isascii():
        return None
    key = re.sub(r"^(?:x-)?cp-?(\d+)$", r"cp\1", key)
    key = re.sub(r"^x-(?=windows|iso|utf|mac)", "", key)
    try:
        info = codecs.lookup(key)
    except (LookupError, ValueError, UnicodeError, ImportError):
        return None
    return info.name if info._is_text_encoding and info.name not in NEVER else None


def text_of(content: bytes, charset: str = "", otherwise: str = "") -> str:
    """Decodes with the named charset; when it is missing or wrong, with the likeliest one. Linear, never raises.

    Order: byte order mark, the named one, UTF-8 (which hardly ever matches by chance), `otherwise`, Windows-1252.
    """
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return content.decode(codec, "replace")
    named = codec_for(charset)
    for codec in filter(None, (named, _escaped(content), "utf-8", codec_for(otherwise))):
        try:
            return content.decode(codec)
        except (UnicodeError, ValueError):
            continue
    if named and named not in ("utf-8", "cp1252", "ascii") and _mostly_decodes(content, named):
        return content.decode(named, "replace")
    if named == "utf-8" and _mostly_decodes(content, "utf-8"):
        return content.decode("utf-8", "replace")
    return _western(content)


def _escaped(content: bytes) -> str | None:
    """ISO-2022-JP can be told by its escape sequences (RFC 1468) even when the mail names US-ASCII."""
    return "iso2022_jp_ext" if _ESCAPED_JAPANESE.search(content) else None


def _mostly_decodes(content: bytes, codec: str) -> bool:
    """True when at most one character in ten is lost: a damaged text rather than another charset."""
    sample = content[:20_000].decode(codec, "replace")
    return sample.count("\ufffd") * 10 <= max(len(sample) - sum(map(str.isascii, sample)), 10)


def _western(content: bytes) -> str:
    """Windows-1252, and Latin-1 for the five bytes it leaves undefined."""
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return content.decode("latin-1").translate(_HIGH)


_HIGH = {
    number: bytes([number]).decode("cp1252", "replace")
    for number in range(0x80, 0xA0)
    if number not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
