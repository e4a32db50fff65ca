"""What quotation marks do, whichever glyphs a text writes them with. engine/syntax/marks decides the same, and says how."""
DOUBLES = {'"', "“", "”", "„", "‟", "«", "»", "〝", "〞", "＂", "``", "''", "‘‘", "’’"}
SINGLES = {"'", "‘", "’", "‚", "‛", "‹", "›", "`", "´"}
OPENING = {"“", "„", "‟", "«", "〝", "``", "‘‘", "‘", "‚", "‛", "‹", "`"}
CLOSING = {"”", "»", "〞", "’’", "’", "›", "´"}
BEFORE_OPENING = {"(", "[", "{", "-", "--", "–", "—", "/", ":"}
BEHIND_CLOSING = {",", ".", ";", ":", "?", "!", ")", "]", "}"}
SINGLE_OPENERS = {"'", "‘", "‚", "‛", "`"}
OPENS, CLOSES = 1, 2


def begins_as_word(word):
    return word[0].isalpha() or word[0] in "0123456789"


def sides(words, before, after):
    """Of each word OPENS, CLOSES, or 0 where it is no mark. before, after: is there white space, or the paragraph's end?"""
    out, depth = [0] * len(words), {True: 0, False: 0}
    for i, word in enumerate(words):
        double = word in DOUBLES
        if not double and word not in SINGLES: continue
        can_open = not after[i] and words[i + 1] not in BEHIND_CLOSING and (before[i] or out[i - 1] == OPENS or words[i - 1] in BEFORE_OPENING)
        can_close = not before[i] and out[i - 1] != OPENS and (after[i] or not begins_as_word(words[i + 1]))
        opening = can_open
        if can_open == can_close: opening = word in OPENING or (word not in CLOSING and depth[double] == 0)
        depth[double] = depth[double] + 1 if opening else max(0, depth[double] - 1)
        out[i] = OPENS if opening else CLOSES
    return out


def may_be_possessive(words, after, i):
    return 0 < i < len(words) - 1 and after[i] and begins_as_word(words[i + 1]) and words[i - 1][-1] in "sS"


def closers(words, after, side):
    """Of each opening single mark the index of the one that closes it."""
    out, nearest, sure = {}, None, None
    for i in range(len(words) - 1, -1, -1):
        if not side[i] or words[i] not in SINGLES: continue
        if side[i] == OPENS:
            out[i] = sure if nearest is not None and may_be_possessive(words, after, nearest) and sure is not None else nearest
            nearest = sure = None
        else:
            nearest = i
            if not may_be_possessive(words, after, i): sure = i
    return out


def uses_of_marks(words, before, after, goes_on):
    """(side, outer) of each word of a paragraph. outer: as double marks are used. goes_on: the next paragraph begins with a single mark too."""
    side = sides(words, before, after)
    closer, outer, end, doubles = closers(words, after, side), [False] * len(words), None, 0
    for i, word in enumerate(words):
        if not side[i]: continue
        if end is not None and i > end: end = None
        if word in DOUBLES:
            outer[i] = end is None
            if end is None: doubles = doubles + 1 if side[i] == OPENS else max(0, doubles - 1)
            continue
        if i == end: outer[i] = True
        if side[i] != OPENS or end is not None or doubles: continue
        sure = closer[i] is not None and not (goes_on and may_be_possessive(words, after, closer[i]))
        if not sure and (goes_on or i == 0 and word == "‘"): outer[i], end = True, len(words)
        elif closer[i] is not None: outer[i], end = True, closer[i]
    return list(zip(side, outer))
