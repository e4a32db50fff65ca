#!/usr/bin/env python3
"""Trains the tagger and writes models/tagger.bin.

    python3 training/tagger/train.py --data FOLDER --wordnet /usr/share/wordnet --out models/tagger.bin

FOLDER holds en_ewt-ud-{train,dev}.conllu and en_gum-ud-{train,dev}.conllu (Universal Dependencies 2.x, the training
part of GUM without its non-commercial genres). Needs numpy, and WordNet 3.0 as Debian's wordnet-base has it. Training
is an averaged perceptron over joint labels (Penn tag and universal tag), greedy from left to right, with its own
guesses as history. Same seed and data give the same file. A checkpoint is kept after each epoch (--checkpoint) and
taken up again when the script is restarted.
"""

import argparse
import collections
import os
import pickle
import random
import sys
import time

import numpy

import conllu
import export
import features
import lemmas


def label_of(word):
    return word.xpos + " " + word.upos


def recased(words, how, rng):
    """The sentence as a headline would write it; spaces stay."""
    out = []
    for index, word in enumerate(words):
        form = word.form
        if how == features.UPPER:
            form = form.upper()
        elif how == features.LOWER:
            form = form.lower()
        elif index == 0 or len(form) > 3 or word.xpos in ("PRP", "VBZ", "VBD", "NN") or rng.random() < 0.3:
            form = form[:1].upper() + form[1:]
        out.append(conllu.Word(form, word.lemma, word.upos, word.xpos, word.space_before, word.space_after))
    return out


class Corpus:
    """Sentences with the numbers of their fixed features."""

    def __init__(self, sentences, labels, lookup, grow):
        self.sentences = []
        for words in sentences:
            norms, caps, known = features.view(words, lookup)
            rows = []
            for keys in features.fixed_features(words, lookup):
                if grow is not None:
                    for key in keys:
                        grow[key] += 1
                rows.append(keys)
            gold = [labels.get(label_of(word), 0) for word in words]
            self.sentences.append((norms, caps, known, rows, gold))

    def number(self, ids):
        """Replaces the features by their numbers; those without one are left out."""
        self.sentences = [
            (norms, caps, known, [numpy.array([ids[k] for k in keys if k in ids], dtype=numpy.int32) for keys in rows],
             gold) for norms, caps, known, rows, gold in self.sentences]


def histories(norms, caps, known, i, state):
    sets = known[i + 1][0] if i + 1 < len(known) else 2047
    word = norms[i + 1] if i + 1 < len(norms) else features.END
    return features.history_features(norms[i], known[i][1], known[i][0], sets, word, caps[i], state.last,
                                     state.before, state.auxiliary, state.verb)


class State:
    """What the labels so far say: the two last, the nearest auxiliary with no verb between, and the
    nearest verb."""

    def __init__(self, names):
        self.last, self.before, self.auxiliary, self.verb, self.names = 0, 0, b"", b"", names

    def push(self, label, word):
        self.before, self.last = self.last, label
        xpos, upos = self.names[label].split(" ")
        if upos == "AUX":
            self.auxiliary = word
        elif upos == "VERB" or xpos in (".", ":"):
            self.auxiliary = b""
        if upos == "VERB":
            self.verb = word


def count_histories(corpus, names, grow):
    for norms, caps, known, _, gold in corpus.sentences:
        state = State(names)
        for i, label in enumerate(gold):
            for key in histories(norms, caps, known, i, state):
                grow[key] += 1
            state.push(label or 1, norms[i])


def run_epoch(corpus, order, weights, sums, step, ids, names):
    wrong = total = 0
    for number in order:
        norms, caps, known, rows, gold = corpus.sentences[number]
        state = State(names)
        for i, label in enumerate(gold):
            keys = histories(norms, caps, known, i, state)
            more = [ids[k] for k in keys if k in ids]
            at = numpy.concatenate((rows[i], numpy.array(more, dtype=numpy.int32)))
            scores = weights[at].sum(axis=0)
            scores[0] = -1e9
            guess = int(scores.argmax())
            step += 1
            total += 1
            if label and guess != label:
                wrong += 1
                weights[at, label] += 1
                weights[at, guess] -= 1
                sums[at, label] += step
                sums[at, guess] -= step
            state.push(guess, norms[i])
    return step, wrong / max(total, 1)


def accuracy(corpus, weights, ids, names, words_of):
    upos = xpos = total = 0
    for (norms, caps, known, rows, _), words in zip(corpus.sentences, words_of):
        state = State(names)
        for i, word in enumerate(words):
            keys = histories(norms, caps, known, i, state)
            at = numpy.concatenate((rows[i], numpy.array([ids[k] for k in keys if k in ids], dtype=numpy.int32)))
            scores = weights[at].sum(axis=0)
            scores[0] = -1e9
            guess = int(scores.argmax())
            state.push(guess, norms[i])
            got = names[guess].split(" ")
            xpos += got[0] == word.xpos
            upos += got[1] == word.upos
            total += 1
    return upos / total, xpos / total


def tag_sets(sentences, least):
    """For each word seen at least `least` times, the number of its set of usual labels."""
    seen = collections.defaultdict(collections.Counter)
    for words in sentences:
        for word in words:
            seen[features.norm(word.form, word.space_before, word.space_after)][label_of(word)] += 1
    numbers, classes = {}, {}
    for word in sorted(seen):
        counts = seen[word]
        total = sum(counts.values())
        if total < least:
            continue
        usual = tuple(sorted(label for label, count in counts.items() if count * 12 >= total))
        classes[word] = numbers.setdefault(usual, len(numbers) + 1)
    return {word: number for word, number in classes.items() if number < 1000}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--wordnet", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--least", type=int, default=2, help="leave out features seen less often")
    parser.add_argument("--checkpoint", default="/tmp/tagger-checkpoint")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    say = lambda *words: print(*words, file=sys.stderr, flush=True)

    path = lambda corpus, part: os.path.join(options.data, f"en_{corpus}-ud-{part}.conllu")
    train = [s for corpus in ("ewt", "gum") for s in conllu.sentences(path(corpus, "train"))]
    dev = {corpus: list(conllu.sentences(path(corpus, "dev"))) for corpus in ("ewt", "gum")}
    dictionary = lemmas.learn(*lemmas.read_wordnet(options.wordnet), train)
    classes = tag_sets(train, 4)
    lookup = features.Lookup(classes, dictionary.bits)

    counts = collections.Counter(label_of(word) for words in train for word in words)
    names = ["? X"] + sorted(label for label, count in counts.items() if count >= 5 and "_" not in label)
    labels = {name: number for number, name in enumerate(names) if number}
    say(len(train), "sentences,", sum(map(len, train)), "words,", len(names), "labels,", len(classes), "known words")
    extra = []
    for words in train:
        draw = rng.random()
        how = features.TITLE if draw < 0.07 else features.UPPER if draw < 0.12 else features.LOWER if draw < 0.14 else 0
        if how:
            extra.append(recased(words, how, rng))

    grow = collections.Counter()
    corpus = Corpus(train + extra, labels, lookup, grow)
    count_histories(corpus, names, grow)
    ids = {}
    for key in grow:
        if grow[key] >= options.least:
            ids[key] = len(ids)
    say(len(grow), "features,", len(ids), "kept")
    corpus.number(ids)
    dev_corpora = {name: Corpus(sentences, labels, lookup, None) for name, sentences in dev.items()}
    for dev_corpus in dev_corpora.values():
        dev_corpus.number(ids)

    weights = numpy.zeros((len(ids), len(names)), dtype=numpy.float32)
    sums = numpy.zeros((len(ids), len(names)), dtype=numpy.float64)
    step, start = 0, 0
    mark = f"{options.checkpoint}-{options.seed}-{options.least}.pickle"
    if os.path.exists(mark):
        with open(mark, "rb") as file:
            kept = pickle.load(file)
        if kept[2].shape == weights.shape:
            start, step, weights, sums = kept
            say("going on after epoch", start)
    order = list(range(len(corpus.sentences)))
    for epoch in range(1, options.epochs + 1):
        random.Random(options.seed * 1000 + epoch).shuffle(order)
        if epoch <= start:
            continue
        began = time.time()
        step, wrong = run_epoch(corpus, order, weights, sums, step, ids, names)
        say(f"epoch {epoch}: {wrong:.4f} wrong, {time.time() - began:.0f} s")
        with open(mark + ".new", "wb") as file:
            pickle.dump((epoch, step, weights, sums), file, protocol=5)
        os.replace(mark + ".new", mark)
    averaged = (weights - sums / (step + 1)).astype(numpy.float32)
    for name, dev_corpus in dev_corpora.items():
        upos, xpos = accuracy(dev_corpus, averaged, ids, names, dev[name])
        say(f"{name} dev, float weights, gold tokens: UPOS {upos:.4f} XPOS {xpos:.4f}")
    quantised = export.quantise(averaged)
    for name, dev_corpus in dev_corpora.items():
        upos, xpos = accuracy(dev_corpus, quantised, ids, names, dev[name])
        say(f"{name} dev, stored weights, gold tokens: UPOS {upos:.4f} XPOS {xpos:.4f}")
    say(options.out, export.write(options.out, ids, quantised, names, classes, dictionary), "bytes")
    os.remove(mark)


if __name__ == "__main__":
    main()
