"""Writes what engine/syntax/tagger.cc and lemmas.cc read."""

import struct

import numpy

import features
import model_file

VERSION = 2
PARTS = 64  # of one unit of a weight
LEAST = 0.5  # smaller weights are left out: they cost room and gain nothing


def quantise(weights):
    """Whole numbers of 16 bits."""
    kept = numpy.where(numpy.abs(weights) < LEAST, 0, weights)
    return numpy.clip(numpy.rint(kept * PARTS), -32767, 32767).astype(numpy.float32)


def rows_section(ids, weights):
    """A hashed table from feature to (offset << 8 | count) into pairs of (label, weight)."""
    entries, pairs = {}, bytearray()
    seen = {}
    for key, number in ids.items():
        row = weights[number]
        labels = numpy.nonzero(row)[0]
        if len(labels) == 0:
            continue
        data = b"".join(struct.pack("<Bh", int(label), int(row[label])) for label in labels)
        at = seen.get(data)
        if at is None:
            at = seen[data] = len(pairs) // 3
            pairs += data
        code = features.hash_feature(key)
        assert code not in entries and at < 1 << 24 and len(labels) < 256
        entries[code] = at << 8 | len(labels)
    return model_file.hashed_table(entries), bytes(pairs)


def lemma_section(exceptions):
    """A hashed table from (kind, form) to (offset << 8 | size) of the lemma's bytes."""
    entries, blob, seen = {}, bytearray(), {}
    for kind, form in sorted(exceptions):
        lemma = exceptions[(kind, form)]
        if lemma not in seen:
            seen[lemma] = len(blob)
            blob += lemma
        code = features.hash_feature((99, kind.encode(), form))
        assert code not in entries and 0 < len(lemma) < 256
        entries[code] = seen[lemma] << 8 | len(lemma)
    return model_file.hashed_table(entries), bytes(blob)


def write(path, ids, weights, names, classes, dictionary):
    rows, pairs = rows_section(ids, weights)
    exceptions, lemma_bytes = lemma_section(dictionary.exceptions)
    hashes = lambda words: {features.mix(features.hash_bytes(word)): value for word, value in words.items() if value}
    return model_file.write(path, [
        ("kind", b"tagger".ljust(8, b"\0") + struct.pack("<II", VERSION, len(names))),
        ("labels", "\n".join(names).encode()),
        ("features", rows),
        ("weights", pairs),
        ("classes", model_file.hashed_table(hashes(classes))),
        ("dictionary", model_file.hashed_table(hashes(dictionary.base))),
        ("exceptions", exceptions),
        ("lemmas", lemma_bytes),
    ])
