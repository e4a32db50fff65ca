"""Dictionary forms: rules that a dictionary checks, and a table of exceptions. engine/syntax/lemmas.cc computes the
same."""

import collections
import os

NOUN, VERB, ADJECTIVE, ADVERB = 1, 2, 4, 8
PAST, ING, VERB_S, PLURAL, COMPARED = 16, 32, 64, 128, 256
KINDS = {"n": NOUN, "v": VERB, "a": ADJECTIVE, "r": ADVERB}
VOWELS = b"aeiou"


def kind_of(xpos):
    """The part of speech that a table of exceptions is kept for, or none."""
    if xpos.startswith("VB") or xpos == "MD":
        return "v"
    if xpos in ("NNS", "NNPS"):
        return "n"
    if xpos in ("JJR", "JJS", "RBR", "RBS"):
        return "a"
    return None


def doubled(stem):
    return len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in VOWELS


def takes_e(stem):
    """One vowel before one consonant ("hop" of "hoping"): a stem without e would have been doubled."""
    return (len(stem) > 1 and stem[-1] not in VOWELS and stem[-1] not in b"wxy" and stem[-2] in VOWELS and
            (len(stem) < 3 or stem[-3] not in VOWELS))


def stems(word, cut):
    """Stems of a word whose ending of `cut` bytes begins with a vowel ("-ing", "-ed", "-er"), likeliest first."""
    stem = word[:-cut]
    if not stem:
        return []
    out = [stem + b"e", stem] if takes_e(stem) else [stem, stem + b"e"]
    if doubled(stem):
        out.append(stem[:-1])
    return out


def past_stems(word):
    if not word.endswith(b"ed") or len(word) < 4:
        return []
    return ([word[:-3] + b"y"] if word.endswith(b"ied") and len(word) > 4 else []) + stems(word, 2)


def ing_stems(word):
    return stems(word, 3) if word.endswith(b"ing") and len(word) > 4 else []


def s_stems(word):
    if not word.endswith(b"s") or word.endswith(b"ss") or len(word) < 3:
        return []
    out = [word[:-3] + b"y"] if word.endswith(b"ies") and len(word) > 4 else []
    out.append(word[:-1])
    if word.endswith(b"es"):
        out.append(word[:-2])
    return out


def compared_stems(word):
    cut = 2 if word.endswith(b"er") else 3 if word.endswith(b"est") else 0
    if cut == 0 or len(word) < cut + 3:
        return []
    return ([word[:-cut - 1] + b"y"] if word[-cut - 1:-cut] == b"i" else []) + stems(word, cut)


class Lemmas:
    def __init__(self, base, exceptions):
        self.base, self.exceptions = base, exceptions  # word -> bits, (kind, word) -> lemma

    def has(self, words, bit):
        return any(self.base.get(word, 0) & bit for word in words)

    def bits(self, word):
        hyphen = word.rfind(b"-")
        if 0 < hyphen < len(word) - 1 and word not in self.base:
            word = word[hyphen + 1:]
        bits = self.base.get(word, 0)
        if ("v", word) in self.exceptions or self.has(past_stems(word), VERB):
            bits |= PAST
        if self.has(ing_stems(word), VERB):
            bits |= ING
        plural = s_stems(word)
        if self.has(plural, VERB):
            bits |= VERB_S
        if ("n", word) in self.exceptions or self.has(plural, NOUN):
            bits |= PLURAL
        if ("a", word) in self.exceptions or self.has(compared_stems(word), ADJECTIVE):
            bits |= COMPARED
        return bits

    def choose(self, candidates, bit, word):
        for candidate in candidates:
            if self.base.get(candidate, 0) & bit:
                return candidate
        if self.base.get(word, 0) & bit:
            return word
        return self.unknown(candidates, word)

    @staticmethod
    def unknown(candidates, word):
        """Of a word that no dictionary has."""
        if not candidates:
            return word
        if word.endswith(b"ies") or word.endswith(b"ied"):
            return candidates[0]
        if word.endswith(b"s"):
            hissing = word.endswith((b"ches", b"shes", b"sses", b"xes", b"zes"))
            return candidates[-1] if hissing else word[:-1]
        stem = min(candidates, key=len)
        if doubled(stem):
            return stem
        if doubled(candidates[0]) and stem != candidates[0] and stem[-1] not in b"lsfz":
            return stem
        soft = stem.endswith((b"v", b"c", b"iz", b"at", b"dg", b"ag", b"u", b"bl", b"gl", b"tl", b"ur", b"id"))
        return stem + b"e" if soft else stem

    def lemma(self, word, xpos):
        """Of a normal form (ASCII lower case)."""
        known = self.exceptions.get((xpos, word))
        if known is not None:
            return known
        kind = kind_of(xpos)
        if kind is None:
            return word.replace(b",", b"") if xpos == "CD" and word[0] in b"0123456789" else word
        known = self.exceptions.get((kind, word))
        if known is not None:
            return known
        hyphen = word.rfind(b"-")
        if 0 < hyphen < len(word) - 1:
            return word[:hyphen + 1] + self.lemma(word[hyphen + 1:], xpos)
        if xpos in ("VBD", "VBN"):
            return self.choose(past_stems(word), VERB, word)
        if xpos == "VBG":
            return self.choose(ing_stems(word), VERB, word)
        if xpos == "VBZ":
            return self.choose(s_stems(word), VERB, word)
        if kind == "n":
            return self.choose(s_stems(word), NOUN, word)
        if kind == "a":
            known = [stem for stem in compared_stems(word) if self.base.get(stem, 0) & (ADJECTIVE | ADVERB)]
            return known[0] if known else word
        return word


def read_wordnet(folder):
    """Base forms and irregular forms of WordNet, single words of ASCII letters and hyphens only."""
    base, exceptions = collections.defaultdict(int), {}
    for name, bit in (("noun", NOUN), ("verb", VERB), ("adj", ADJECTIVE), ("adv", ADVERB)):
        with open(os.path.join(folder, "index." + name), encoding="latin-1") as file:
            for line in file:
                word = line.split(" ", 1)[0]
                if word and word.replace("-", "").isascii() and word.replace("-", "").isalpha():
                    base[word.encode()] |= bit
    for name, kind in (("noun", "n"), ("verb", "v"), ("adj", "a")):
        with open(os.path.join(folder, name + ".exc"), encoding="latin-1") as file:
            for line in file:
                form, lemma = line.split()[:2]
                if form.isascii() and "_" not in form and form != lemma:
                    exceptions.setdefault((kind, form.encode()), lemma.encode())
    return dict(base), exceptions


def plain(form):
    return form.replace("’", "'").lower().encode()


def learn(base, exceptions, sentences):
    """Adds the lemmas of a treebank where most of its cases say other than the rules do."""
    seen = collections.defaultdict(collections.Counter)
    rest = collections.defaultdict(collections.Counter)
    for words in sentences:
        for word in words:
            if word.lemma in ("_", "") or word.upos == "X":
                continue
            kind = kind_of(word.xpos)
            form, lemma = plain(word.form), plain(word.lemma)
            if kind is None:
                rest[(word.xpos, form)][lemma] += 1
                continue
            seen[(kind, form)][(lemma, word.xpos)] += 1
            if word.upos in ("VERB", "NOUN", "ADJ") and lemma.isalpha():
                bit = {"VERB": VERB, "NOUN": NOUN, "ADJ": ADJECTIVE}[word.upos]
                if form != lemma or word.xpos == "VB":
                    base.setdefault(lemma, 0)
                    if seen[(kind, form)][(lemma, word.xpos)] >= 2:
                        base[lemma] |= bit
    lemmas = Lemmas(base, exceptions)
    for key in sorted(seen):
        counts = collections.Counter()
        for (lemma, _), count in seen[key].items():
            counts[lemma] += count
        best = min(counts, key=lambda lemma: (-counts[lemma], lemma))
        xpos = max((count, tag) for (lemma, tag), count in seen[key].items() if lemma == best)[1]
        if exceptions.get(key) == best or lemmas.lemma(key[1], xpos) == best:
            continue
        if counts[best] >= (2 if key in exceptions or key[0] != "v" else 1):
            exceptions[key] = best
    for key in sorted(rest):
        best = min(rest[key], key=lambda lemma: (-rest[key][lemma], lemma))
        wanted = key[0] not in ("NNP", "CD", "FW", "GW", "ADD", "JJ", "UH", "LS", "X") and rest[key][best] >= 3
        if wanted and lemmas.lemma(key[1], key[0]) != best:
            exceptions[key] = best
    return lemmas
