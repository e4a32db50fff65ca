"""What the tagger looks at. engine/syntax/tagger.cc computes the same; a change here is a change there, and of the
model's version."""

MASK = (1 << 64) - 1
STYLES = NORMAL, TITLE, UPPER, LOWER = range(4)


def mix(value):
    """The finaliser of splitmix64."""
    value = (value + 0x9E3779B97F4A7C15) & MASK
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & MASK
    return value ^ (value >> 31)


def hash_bytes(data):
    """FNV-1a, 64 bits."""
    value = 0xCBF29CE484222325
    for byte in data:
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


def hash_feature(key):
    """The 64 bits under which a feature (template, part, part…) is stored. Parts are bytes or small numbers."""
    value = mix(key[0])
    for part in key[1:]:
        value = mix(value ^ (hash_bytes(part) if isinstance(part, bytes) else part))
    return value


def norm(form, space_before, space_after):
    """The word for comparing: ASCII lower case, straight apostrophes, numbers by their pattern; a straight quotation
    mark says which sides have space."""
    data = form.encode("utf-8")
    if len(data) > 64:
        data = data[:32] + data[-32:]
    if data in (b'"', b"'"):
        return data + (b"_" if space_before else b"x") + (b"_" if space_after else b"x")
    data = data.replace(b"\xe2\x80\x99", b"'")
    out, run = bytearray(), 0
    for byte in data + b"\0":
        if 48 <= byte <= 57:
            run += 1
            continue
        if run:
            out += b"0000" if run == 4 else b"0"
            run = 0
        out.append(byte + 32 if 65 <= byte <= 90 else byte)
    return bytes(out[:-1])


def is_upper_letter(point):
    """Of the Latin letters that news in English uses."""
    if point < 0x80:
        return 65 <= point <= 90
    if point < 0x100:
        return 0xC0 <= point <= 0xDE and point != 0xD7
    if point < 0x180:
        odd = 0x139 <= point <= 0x148 or 0x179 <= point <= 0x17E
        return point % 2 == (1 if odd else 0)
    return 0x410 <= point <= 0x42F


def shape(form):
    """0 lower, 1 capital first, 2 capitals, 3 capitals inside, 4 with digit, 5 marks only, 6 one capital; + 8 with
    hyphen, + 16 with period inside."""
    data = form.encode("utf-8")[:64]
    upper = sum(65 <= b <= 90 for b in data)
    lower = sum(97 <= b <= 122 or b >= 0x80 for b in data)
    first_upper = is_upper_letter(ord(form[0]))
    if not 65 <= data[0] <= 90 and first_upper:
        upper += 1
        lower -= 2
    if any(48 <= b <= 57 for b in data):
        code = 4
    elif upper + lower <= 0:
        code = 5
    elif upper == 0:
        code = 0
    elif lower == 0:
        code = 6 if upper == 1 else 2
    else:
        code = 1 if first_upper and upper == 1 else 3
    if len(data) > 1:
        code += (8 if b"-" in data else 0) + (16 if b"." in data else 0)
    return code


def style(shapes, forms):
    """How a sentence uses capitals: headlines make them say little."""
    long_words = long_capitals = words = capitals = 0
    for index, (code, form) in enumerate(zip(shapes, forms)):
        if code & 7 in (4, 5):
            continue
        words += 1
        capitals += code & 7 == 2
        if index > 0 and len(form.encode("utf-8")) >= 4:
            long_words += 1
            long_capitals += code & 7 in (1, 2, 3)
    if words >= 2 and capitals * 5 >= words * 4:
        return UPPER
    if long_words >= 3 and long_capitals * 5 >= long_words * 4:
        return TITLE
    if words >= 3 and all(code & 7 in (0, 4, 5) for code in shapes):
        return LOWER
    return NORMAL


class Lookup:
    """What the lexicons know of a word: `classes` maps a frequent word to the number of its set of tags, `bits` gives
    what a dictionary says of any word."""

    def __init__(self, classes, bits):
        self.classes, self.bits = classes, bits

    def of(self, word):
        bits = self.bits(word)
        known = self.classes.get(word)
        return (known if known is not None else 1024 + bits), bits


START, END = b"<s>", b"</s>"


def view(words, lookup):
    """The parts from which the features of each word of a sentence are built."""
    forms = [word.form for word in words]
    norms = [norm(word.form, word.space_before, word.space_after) for word in words]
    shapes = [shape(form) for form in forms]
    kind = style(shapes, forms)
    first = next((i for i, code in enumerate(shapes) if code & 7 != 5), 0)
    caps = [code + 32 * kind + (128 if i == first else 0) for i, code in enumerate(shapes)]
    known = [lookup.of(word) for word in norms]
    return norms, caps, known


def fixed_features(words, lookup):
    """For each word its features that do not depend on the tags before it."""
    norms, caps, known = view(words, lookup)
    norms = [START, START] + norms + [END, END]
    caps = [255] + caps + [255]
    sets = [2046, 2046] + [k[0] for k in known] + [2047, 2047]
    out = []
    for i in range(len(words)):
        w = norms[i + 2]
        p2, p1, n1, n2 = norms[i], norms[i + 1], norms[i + 3], norms[i + 4]
        c = caps[i + 1]
        a2, a1, a, b1, b2 = sets[i], sets[i + 1], sets[i + 2], sets[i + 3], sets[i + 4]
        bits = known[i][1]
        out.append([
            (1, w), (2, w, c), (3, w[-1:]), (4, w[-2:]), (5, w[-3:]), (6, w[-4:]), (7, w[:2]), (8, w[:3]),
            (9, c), (10, bits, c), (11, bits, w[-2:]), (12, p1), (13, p2), (14, n1), (15, n2), (16, p1, w),
            (17, w, n1), (18, a), (19, a, b1), (20, a1, a, b1), (21, a, b1, b2), (22, n1[-3:]), (23, p1[-3:]),
            (24, caps[i], c, caps[i + 2]), (25, a, c), (26, p1, a), (27, a, n1), (28, a2, a1, a),
            (29, w[-3:], c),
        ])
    return out


def history_features(word, bits, known, next_set, next_word, caps, last, before, auxiliary, verb):
    """Those that do: `last` and `before` are the labels of the two words before (0 = none), `auxiliary` the word of the
    nearest auxiliary before it with no other verb between, `verb` the nearest verb ("told reporters that")."""
    return [
        (40, last), (41, last, before), (42, last, word), (43, last, before, word), (44, last, known),
        (45, last, before, known), (46, last, known, next_set), (47, last, next_word), (48, last, word[-3:]),
        (49, last, caps), (50, auxiliary, known), (51, auxiliary, last, word[-2:]), (52, before, known),
        (53, last, before, bits), (54, verb, word), (55, verb, last, known),
    ]
