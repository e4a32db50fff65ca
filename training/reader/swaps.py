"""More names than the treebanks have: copies of documents in which some names are others of their kind and form, met elsewhere in the corpora.
Tags and trees stay right, since a name of as many words takes the place of a name."""
import copy
from collections import defaultdict

LAYERS = ("name", "silver_name")
UNSURE = ("lemma", "feats")  # of other words other labels


def names_of(labels):
    """(first, last, kind) of the runs of a layer."""
    begin = None
    for i, label in enumerate(list(labels) + ["O"]):
        inside = label is not None and label[0] == "I"
        if begin is not None and not inside:
            yield begin, i, labels[begin][2:]
            begin = None
        if label is not None and label[0] == "B": begin = i


def form(words):
    """What must be the same for one name to stand for another: marks and little words, and how many others there are between them."""
    capitals = any(word[0].isupper() for word in words)
    little = lambda word: not any(c.isalpha() for c in word) or (capitals and not word[0].isupper()) or word.lower() == "the"
    return tuple(word.lower() if little(word) else "" for word in words)


def cased(words, like):
    joined = "".join(like)
    if joined.islower(): return [word.lower() for word in words]
    return [word.upper() for word in words] if joined.isupper() and len(joined) > 4 else list(words)


class Swaps:
    def __init__(self, documents):
        found = defaultdict(set)
        for document in documents:
            for layer in LAYERS:
                for first, last, kind in names_of(document.layers.get(layer, ())):
                    words = tuple(document.words[first:last])
                    if not any(word.islower() and len(words) == 1 for word in words): found[kind, form(words)].add(words)
        self.names = {key: sorted(names) for key, names in found.items()}

    def swapped(self, document, generator, share):
        """A copy in which about `share` of the names are others."""
        out = copy.copy(document)
        out.words, out.layers = list(document.words), dict(document.layers)
        for layer in UNSURE: out.layers[layer] = list(out.layers[layer])
        for first, last, kind in names_of(document.layers["name"]):
            words = document.words[first:last]
            others = self.names.get((kind, form(words)))
            if not others or generator.random() >= share: continue
            out.words[first:last] = cased(generator.choice(others), words)
            for layer in UNSURE: out.layers[layer][first:last] = [None] * (last - first)
        return out
