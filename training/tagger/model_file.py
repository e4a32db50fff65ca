"""The file that engine/learn/model_file.h reads: little endian; a header, a table of sections, the sections, each begun
at a multiple of 8.

    bytes 0..8    "ROMODEL\\0"
    4             version of the container, 1
    4             number of sections
    8             size of the file
    8             checksum of everything behind byte 32
    per section   16 name, zero padded; 8 offset; 8 size
"""

import struct

MASK = (1 << 64) - 1


def checksum(data):
    """Of a multiple of 8 bytes, as 64-bit words."""
    value = 0x9E3779B97F4A7C15
    for (word,) in struct.iter_unpack("<Q", data):
        value = ((value ^ word) * 0xFF51AFD7ED558CCD) & MASK
        value ^= value >> 32
    return value


def write(path, sections):
    """`sections` is a list of (name, bytes)."""
    table, body = b"", b""
    start = 32 + 32 * len(sections)
    for name, data in sections:
        table += struct.pack("<16sQQ", name.encode(), start + len(body), len(data))
        body += data + b"\0" * (-len(data) % 8)
    rest = table + body
    with open(path, "wb") as file:
        file.write(struct.pack("<8sIIQQ", b"ROMODEL\0", 1, len(sections), 32 + len(rest), checksum(rest)) + rest)
    return 32 + len(rest)


def hashed_table(entries, load=0.8):
    """{64-bit key: 32-bit value} as open addressing: 8-byte slots of (high half of the key, value); the slot sought first
    is the low half of the key times the number of slots, divided by 2^32. An empty slot is all zero, so no value is 0."""
    size = max(8, int(len(entries) / load))
    slots = [(0, 0)] * size
    for key in sorted(entries):
        assert 0 < entries[key] < 1 << 32
        at = (key & 0xFFFFFFFF) * size >> 32
        while slots[at][1]:
            at = (at + 1) % size
        slots[at] = (key >> 32, entries[key])
    return b"".join(struct.pack("<II", *slot) for slot in slots)
