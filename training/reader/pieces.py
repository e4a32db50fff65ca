"""Words to WordPiece pieces and letter shapes. engine/learn/wordpiece and engine/syntax compute the same."""
import unicodedata

MOST_PIECES = 8     # of a word; the rest is cut
LONGEST_WORD = 100  # characters; a longer word is [UNK]
DOUBLE = set('"“”„«»‟〝〞＂')
SINGLE = set("'‘’‚‹›`´＇")
DASHES = set("–—‒―−‐‑")


def is_punctuation(c):
    o = ord(c)
    if 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126: return True
    return unicodedata.category(c).startswith("P")


def is_cjk(c):
    o = ord(c)
    return (0x4E00 <= o <= 0x9FFF or 0x3400 <= o <= 0x4DBF or 0x20000 <= o <= 0x2A6DF or 0x2A700 <= o <= 0x2B73F or
            0x2B740 <= o <= 0x2B81F or 0x2B820 <= o <= 0x2CEAF or 0xF900 <= o <= 0xFAFF or 0x2F800 <= o <= 0x2FA1F)


def clean(word):
    """Marks unified, accents dropped, lower case."""
    if word in ("``", "''"): return '"'
    out = []
    for c in word:
        if c in DOUBLE: c = '"'
        elif c in SINGLE: c = "'"
        elif c in DASHES: c = "-"
        elif c == "…": c = "..."
        out.append(c)
    text = unicodedata.normalize("NFD", "".join(out).lower())
    return "".join(c for c in text if unicodedata.category(c) != "Mn" and unicodedata.category(c)[0] != "C")


def basic_tokens(text):
    out, run = [], ""
    for c in text:
        if c.isspace():
            if run: out.append(run)
            run = ""
        elif is_punctuation(c) or is_cjk(c):
            if run: out.append(run)
            out.append(c)
            run = ""
        else:
            run += c
    if run: out.append(run)
    return out


class WordPieces:
    def __init__(self, vocabulary):
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.unknown, self.begin, self.end = self.ids["[UNK]"], self.ids["[CLS]"], self.ids["[SEP]"]
        self.known = {}

    def pieces(self, word):
        if word not in self.known:
            if len(self.known) > 400000: self.known.clear()
            self.known[word] = self.cut(word)
        return self.known[word]

    def cut(self, word):
        if len(word) > LONGEST_WORD: return [self.unknown]
        out = []
        for token in basic_tokens(clean(word)):
            begin, part = 0, []
            while begin < len(token):
                end = len(token)
                while end > begin and ("##" if begin else "") + token[begin:end] not in self.ids: end -= 1
                if end == begin:
                    part = [self.unknown]
                    break
                part.append(self.ids[("##" if begin else "") + token[begin:end]])
                begin = end
            out += part
        return out[:MOST_PIECES] or [self.unknown]


OPENING, CLOSING = 7, 15  # of quotation marks; 23 is one whose side is not told, see RECASE in windows.py


def mark_shape(side):
    """Of a quotation mark; side as marks.py has it."""
    return OPENING if side == 1 else CLOSING


def shape(word):
    """0 lower, 1 capital first, 2 capitals, 3 capitals inside, 4 with digit, 5 marks only, 6 one capital; + 8 with hyphen, + 16 with period
    inside."""
    head = word.encode("utf-8")[:64]
    upper = sum(65 <= c <= 90 for c in head)
    lower = sum(97 <= c <= 122 or c >= 0x80 for c in head)
    first = word[0]
    first_upper = is_upper_letter(first)
    if first_upper and not "A" <= first <= "Z": upper, lower = upper + 1, lower - 2
    if any(48 <= c <= 57 for c in head): code = 4
    elif upper + lower <= 0: code = 5
    elif upper == 0: code = 0
    elif lower == 0: code = 6 if upper == 1 else 2
    else: code = 1 if first_upper and upper == 1 else 3
    if len(head) > 1: code += 8 * (b"-" in head) + 16 * (b"." in head)
    return code


def is_upper_letter(c):
    o = ord(c)
    if o < 0x80: return "A" <= c <= "Z"
    if o < 0x100: return 0xC0 <= o <= 0xDE and o != 0xD7
    if o < 0x180: return o % 2 == (1 if 0x139 <= o <= 0x148 or 0x179 <= o <= 0x17E else 0)
    return 0x410 <= o <= 0x42F
