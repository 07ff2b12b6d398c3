"""Which language a text is in, cheaply: English is known by its small words; only a text without them is looked at closer."""

from __future__ import annotations

import re
from typing import Final

_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORDS: Final = frozenset([
    "the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "as", "by", "at", "from", "it", "his", "her", "he",
    "she", "they", "this", "has", "have", "had", "be", "been", "are", "were", "not", "but", "said", "an", "or", "its", "who", "will",
    "would", "their", "after", "about", "which", "when", "one", "new", "more", "year", "people",
])  # fmt: skip
_MIN_WORDS: Final = 20
_SAMPLE: Final = 2_000
_NAMES: Final = {
    "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch", "ru": "Russian",
    "uk": "Ukrainian", "pl": "Polish", "sv": "Swedish", "da": "Danish", "no": "Norwegian", "fi": "Finnish", "tr": "Turkish",
    "ar": "Arabic", "he": "Hebrew", "fa": "Persian", "hi": "Hindi", "zh": "Chinese", "ja": "Japanese", "ko": "Korean",
    "el": "Greek", "cs": "Czech", "hu": "Hungarian", "ro": "Romanian", "bg": "Bulgarian", "id": "Indonesian", "vi": "Vietnamese",
}  # fmt: skip


def language_of(text: str) -> str:
    """The ISO 639-1 code of a text's language, from its first 2,000 characters; `en` where there is too little to tell.

    One word in eight or more of English prose is in the small table above, of other languages hardly any, so that the
    classifier (0.7 s to load) is asked only about texts that are probably not English.
    """
    sample = text[:_SAMPLE]
    words = [w.lower() for w in _WORD.findall(sample)]
    if sum(w in _SMALL_WORDS for w in words) >= len(words) / 8:
        return "en"
    letters = sum(map(len, words))
    # A script without spaces has few "words", each long.
    if len(words) < _MIN_WORDS and letters < _MIN_WORDS * 6:
        return "en"
    import py3langid  # 0.1 s, and 0.7 s for its model: see above

    return str(py3langid.classify(sample)[0])


def language_name(code: str) -> str:
    """How people call a language: `German (de)`."""
    return f"{_NAMES[code]} ({code})" if code in _NAMES else f"another language ({code})"
