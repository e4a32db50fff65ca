#!/usr/bin/env python3
"""How well words, sentences, tags, lemmas and trees found in raw text agree with a treebank.

    python3 eval/conllu_score.py GOLD.conllu SYSTEM.conllu
    python3 eval/conllu_score.py --check

The measures are those of the CoNLL 2018 shared task (Zeman et al. 2018): F1 over spans of characters for tokens and
sentences; over aligned words for the others. Words are aligned by their span, inside multiword tokens by the longest
common run of forms. Only universal features count, and relations without their subtypes; CLAS, MLAS and BLEX count words
with a content relation, MLAS with tags, features and function words, BLEX with the lemma. Measures of a column that SYSTEM
leaves empty are left out.

SYSTEM.conllu is what `readout read --format conllu` writes. Both files must hold the same characters apart from white
space; SYSTEM may lack whole sentences, which count as missed.
"""

import sys

import conllu
import overlap

UNIVERSAL = set("PronType NumType Poss Reflex Foreign Abbr Gender Animacy Number Case Definite Degree VerbForm Mood Tense "
                "Aspect Voice Evident Polarity Person Polite".split())
CONTENT = set("nsubj obj iobj csubj ccomp xcomp obl vocative expl dislocated advcl advmod discourse nmod appos nummod acl "
              "amod conj fixed flat compound list parataxis orphan goeswith reparandum root dep".split())
FUNCTION = set("aux cop mark det clf case cc".split())
NEEDED = {"lemma": ("Lemmas", "BLEX"), "upos": ("UPOS", "AllTags", "MLAS"), "xpos": ("XPOS", "AllTags"),
          "feats": ("UFeats", "AllTags", "MLAS"), "deprel": ("LAS", "CLAS", "MLAS", "BLEX")}


def prepare(file, path):
    """Features, relations, parents and function words as the measures want them. Whether the file has trees."""
    trees = any(word.head != "_" for word in file.words)
    helpers = {}
    for word in file.words:
        word.feats = "|".join(sorted(f for f in word.feats.split("|") if f.split("=")[0] in UNIVERSAL))
        word.deprel = word.deprel.split(":")[0]
    for sentence in file.sentences if trees else []:
        words, where = sentence.words, f"{path}: sentence at {sentence.text[:40]!r} or {sentence.words[0].form!r}"
        for word in words:
            if not word.head.isdigit() or int(word.head) > len(words):
                sys.exit(f"{where}: no such head: {word.head!r}")
            word.parent = words[int(word.head) - 1] if int(word.head) else None
            if word.parent and word.deprel in FUNCTION:
                helpers.setdefault(id(word.parent), []).append(word)
        if sum(word.parent is None for word in words) != 1:
            sys.exit(f"{where}: a tree has one root")
        for word in words:
            for _ in words:
                word = word and word.parent
            if word:
                sys.exit(f"{where}: words depend on each other in a ring")
    return trees, helpers


def common_run(left, right):
    """Pairs of the longest common subsequence of two lists of words, by lower-case form."""
    a, b = [w.form.lower() for w in left], [w.form.lower() for w in right]
    best = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in reversed(range(len(a))):
        for j in reversed(range(len(b))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + 1 if a[i] == b[j] else 0)
    pairs, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            pairs.append((left[i], right[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def align(gold, system):
    """Pairs of words. Stretches that multiword tokens of either side cover are aligned by forms, the rest by spans."""
    stretches = []
    for begin, end in sorted({(w.begin, w.end) for w in gold + system if w.part}):
        if stretches and begin < stretches[-1][1]:
            stretches[-1][1] = max(end, stretches[-1][1])
        else:
            stretches.append([begin, end])
    pairs, spans, inside = [], {}, {}
    for side, words in enumerate((gold, system)):
        k = 0
        for word in words:
            while k < len(stretches) and stretches[k][1] <= word.begin:
                k += 1
            if k < len(stretches) and stretches[k][0] <= word.begin and word.end <= stretches[k][1]:
                inside.setdefault(k, ([], []))[side].append(word)
            elif side == 0:
                spans[word.begin, word.end] = word
            elif (word.begin, word.end) in spans:
                pairs.append((spans[word.begin, word.end], word))
    for left, right in inside.values():
        pairs += common_run(left, right)
    return pairs


def f1(same, gold, system):
    return 2 * same / (gold + system) if gold + system else 0.0


def score(gold, system, names=("gold", "system")):
    """Measure: F1, in the order of the shared task."""
    (_, gold_helpers), (trees, helpers) = prepare(gold, names[0]), prepare(system, names[1])
    pairs = align(gold.words, system.words)
    twin = {id(mine): theirs for theirs, mine in pairs}

    def over_words(same, wanted=lambda word: True):
        hits = sum(1 for theirs, mine in pairs if wanted(theirs) and same(theirs, mine))
        return f1(hits, sum(map(wanted, gold.words)), sum(map(wanted, system.words)))

    def over_spans(left, right):
        return f1(len(set(left) & set(right)), len(left), len(right))

    def equal(*fields):
        return lambda a, b: all(getattr(a, field) == getattr(b, field) for field in fields)

    content = lambda word: word.deprel in CONTENT
    lemma = lambda a, b: a.lemma in ("_", b.lemma)
    head = lambda a, b: twin.get(id(b.parent), "none") is a.parent if b.parent else a.parent is None
    arc = lambda a, b: head(a, b) and a.deprel == b.deprel
    tags = equal("upos", "feats")

    def function_words(a, b):
        theirs, mine = gold_helpers.get(id(a), []), helpers.get(id(b), [])
        return len(theirs) == len(mine) and all(
            twin.get(id(y)) is x and x.deprel == y.deprel and tags(x, y) for x, y in zip(theirs, mine))

    result = {
        "Tokens": over_spans(gold.tokens, system.tokens),
        "Sentences": over_spans(*([(s.begin, s.end) for s in file.sentences] for file in (gold, system))),
        "Words": over_words(lambda a, b: True),
        "UPOS": over_words(equal("upos")),
        "XPOS": over_words(equal("xpos")),
        "UFeats": over_words(equal("feats")),
        "AllTags": over_words(equal("upos", "xpos", "feats")),
        "Lemmas": over_words(lemma),
    }
    if trees:
        result.update({
            "UAS": over_words(head),
            "LAS": over_words(arc),
            "CLAS": over_words(arc, content),
            "MLAS": over_words(lambda a, b: arc(a, b) and tags(a, b) and function_words(a, b), content),
            "BLEX": over_words(lambda a, b: arc(a, b) and lemma(a, b), content),
        })
    for field, measures in NEEDED.items():
        if all(getattr(word, field) in ("", "_") for word in system.words):
            result = {name: value for name, value in result.items() if name not in measures}
    return result


def check():
    """Hand-made sentences, counted by hand."""
    row = lambda *cells: "\t".join(map(str, cells)) + "\t_\t_"
    gold = ["# text = They can't sail.", row(1, "They", "they", "PRON", "PRP", "Case=Nom", 4, "nsubj"),
            row("2-3", "can't", "_", "_", "_", "_", "_", "_"), row(2, "ca", "can", "AUX", "MD", "VerbForm=Fin", 4, "aux"),
            row(3, "n't", "not", "PART", "RB", "_", 4, "advmod"), row(4, "sail", "sail", "VERB", "VB", "VerbForm=Inf", 0, "root"),
            row(5, ".", ".", "PUNCT", ".", "_", 4, "punct"), "",
            row(1, "Ships", "ship", "NOUN", "NNS", "Number=Plur|Odd=Yes", 2, "nsubj:pass"),
            row(2, "left", "leave", "VERB", "VBD", "Tense=Past", 0, "root"), row(3, ".", ".", "PUNCT", ".", "_", 2, "punct"), ""]
    # The border of the sentences is missed, "can't" is one word, "Ships" has a wrong tag, "left" a wrong head. A feature
    # and a subtype that the measures do not know are missing, which is no error.
    system = [row(1, "They", "they", "PRON", "PRP", "Case=Nom", 3, "nsubj"),
              row(2, "can't", "can't", "AUX", "MD", "_", 3, "aux"),
              row(3, "sail", "sail", "VERB", "VB", "VerbForm=Inf", 0, "root"), row(4, ".", ".", "PUNCT", ".", "_", 3, "punct"),
              row(5, "Ships", "ship", "VERB", "NNS", "Number=Plur", 6, "nsubj"),
              row(6, "left", "leave", "VERB", "VBD", "Tense=Past", 3, "conj"),
              row(7, ".", ".", "PUNCT", ".", "_", 6, "punct"), ""]
    # 8 words and 7, 6 aligned; 7 tokens and 7, all the same. Content words: 5 in the treebank, 4 in the system; right with head
    # and relation: They, sail, Ships. "sail" lacks its auxiliary, "Ships" its tag.
    want = {"Tokens": 1.0, "Sentences": 0.0, "Words": 12 / 15, "UPOS": 10 / 15, "XPOS": 12 / 15, "UFeats": 12 / 15,
            "AllTags": 10 / 15, "Lemmas": 12 / 15, "UAS": 10 / 15, "LAS": 10 / 15, "CLAS": 6 / 9, "MLAS": 2 / 9, "BLEX": 6 / 9}

    def expect(want, gold, system):
        gold = conllu.read(gold)
        system, lacking = conllu.fit(gold, conllu.read(system))
        got = score(gold, system)
        for name, value in want.items():
            if name not in got or abs(got[name] - value) > 1e-12:
                sys.exit(f"{name}: {got.get(name)} is not {value}")
        return lacking

    expect(want, gold, system)
    expect({name: 1.0 for name in want}, gold, gold)
    # The first sentence is missing: 3 of 8 words are there, and they are right.
    if expect({"Sentences": 2 / 3, "Words": 6 / 11, "LAS": 6 / 11}, gold, gold[7:]) != 14:
        sys.exit("the missing characters are not counted")
    # Two words without a multiword token are aligned by their forms.
    apart = [gold[1], *gold[3:]]
    expect({"Tokens": 12 / 15, "Words": 1.0, "MLAS": 1.0}, gold, apart)
    bare = ["\t".join(line.split("\t")[:6] + ["_"] * 4) if line else "" for line in system]
    file = conllu.read(bare)
    if "LAS" in score(conllu.read(gold), file):
        sys.exit("there are no trees to score")
    print("the scorer counts as by hand")


def main(arguments):
    if arguments == ["--check"]:
        return check()
    if len(arguments) != 2:
        sys.exit(__doc__)
    overlap.refuse(arguments[:1])
    gold, system = map(conllu.load, arguments)
    system, lacking = conllu.fit(gold, system)
    result = score(gold, system, arguments)
    print(f"{len(gold.words)} words, {len(gold.sentences)} sentences; "
          f"{lacking} of {len(gold.characters)} characters were not read")
    for name, value in result.items():
        print(f"{name}\t{100 * value:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
