"""Letters of symbol fonts, which Word keeps by their place in the font, as letters of their own."""

from __future__ import annotations

# Adobe's encoding of the Symbol font, what of it stands between words and figures.
_SYMBOL = {0xB4: "×", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xBB: "≈", 0xAE: "→", 0x2D: "−", 0xB0: "°", 0xA0: "€", 0x20: " "}
_PRIVATE = range(0xF000, 0xF100)
_KEPT_BULLETS = frozenset("-–—−•·●▪‣*○◦")
BULLET = "•"


def symbol_of(code: int, font: str) -> str:
    """The letter at this place of a font; a bullet where the font has only pictures there.

    >>> symbol_of(0xF0B4, "Symbol"), symbol_of(0xF0FC, "Wingdings"), symbol_of(0x20AC, "Arial")
    ('×', '•', '€')
    """
    if code not in _PRIVATE:
        return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000 else ""
    return _SYMBOL.get(code - 0xF000, BULLET) if font.casefold() == "symbol" else BULLET


def with_symbols(text: str) -> str:
    """The text; letters at private places, where Word keeps those of symbol fonts, as bullets."""
    if not any(ord(letter) in _PRIVATE for letter in text):
        return text
    return "".join(BULLET if ord(letter) in _PRIVATE else letter for letter in text)


def bullet_of(label: str) -> str:
    """A list's bullet: itself where it is one of those that people type, else a round one.

    >>> bullet_of("–"), bullet_of("o"), bullet_of("")
    ('–', '•', '•')
    """
    return label if label in _KEPT_BULLETS else BULLET
