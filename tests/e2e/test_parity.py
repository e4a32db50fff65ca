"""The program's 8-bit network decides as the network in floating point does, whose answers on the sample corpus training/reader/parity.py wrote."""
import os
import re
import sys
import unittest
from unittest import mock

from common import CORPUS, ROOT, main, run

sys.path.insert(0, str(ROOT / "training/reader"))
from marks import CLOSES, OPENS, uses_of_marks

COLUMNS = ("UPOS", "XPOS", "features", "head", "relation", "Name", "Time", "Source", "Cue", "Content")
LEAST = 0.995  # of the labels are the same


def words(output):
    """{(report, begin): decided columns} of CoNLL-U."""
    out, begins, rows = {}, [], []

    def close():
        for cells, misc in rows:
            head = "-" if cells[6] == "0" else begins[int(cells[6]) - 1]
            out[report, misc["Begin"]] = [cells[3], cells[4], cells[5], head, cells[7]] + [misc.get(key, "O") for key in COLUMNS[5:]]
        begins.clear()
        rows.clear()

    for line in output.decode("utf-8").split("\n"):
        if line.startswith("# newdoc id = "): report = line[14:]
        elif line[:1].isdigit():
            cells = line.split("\t")
            misc = dict(pair.split("=", 1) for pair in cells[9].split("|"))
            begins.append(misc["Begin"])
            rows.append((cells, misc))
        elif not line: close()
    return out


class Parity(unittest.TestCase):
    def test_labels(self):
        fixed = {}
        for line in (ROOT / "tests/parity/corpus.tsv").read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            fixed[cells[0], cells[1]] = cells[2:]
        self.assertGreater(len(fixed), 5000)
        done = run("read", *sorted(CORPUS.glob("*.txt")), "--format", "conllu")
        self.assertEqual(done.returncode, 0, done.stderr)
        found = words(done.stdout)
        self.assertEqual(found.keys(), fixed.keys(), "words lie elsewhere: write the file anew")
        same = [sum(found[key][i] == fixed[key][i] for key in fixed) for i in range(len(COLUMNS))]
        for name, count in zip(COLUMNS, same): print(f"{name}: {count / len(fixed):.4f}")
        share = sum(same) / (len(fixed) * len(COLUMNS))
        print(f"all labels: {share:.4f} of {len(fixed)} words")
        self.assertGreaterEqual(share, LEAST)

    def test_marks(self):
        """Quotation marks do the same in training; engine/syntax/marks_test.cc reads the same table."""
        signs = {(OPENS, True): "<", (CLOSES, True): ">", (OPENS, False): "(", (CLOSES, False): ")"}
        for line in (ROOT / "tests/parity/marks.tsv").read_text(encoding="utf-8").splitlines():
            if line.startswith("#"): continue
            goes_on, paragraph, expected = line.split("\t")
            parts = re.split(r"([ |])", paragraph)
            words, space = parts[::2], [part == " " for part in parts[1::2]]
            uses = uses_of_marks(words, [True, *space], [*space, True], goes_on == "1")
            shown = [signs.get(use, word) for word, use in zip(words, uses)]
            self.assertEqual("".join(part for pair in zip(shown, parts[1::2] + [""]) for part in pair), expected)

    def test_cpus(self):
        """Every set of instructions that this machine has decides the same, byte for byte."""
        expected = None
        for cpu in ("plain", "avx2", "vnni", "amx"):
            with mock.patch.dict(os.environ, READOUT_CPU=cpu): done = run("read", CORPUS / "reykjavik-01-northern-wire.txt", "--format", "conllu")
            self.assertEqual(done.returncode, 0, done.stderr)
            expected = expected or done.stdout
            self.assertEqual(done.stdout, expected, cpu)


if __name__ == "__main__":
    main()
