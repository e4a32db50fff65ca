"""The same reports give the same bytes: for any order, any number of threads, read at once or split over files."""
import json
import random

from common import CORPUS, InFolder, main, run


class Determinism(InFolder):
    def setUp(self):
        super().setUp()
        self.files = sorted(CORPUS.glob("*.txt"))
        self.assertGreaterEqual(len(self.files), 12)
        self.expected = self.output(*self.files, "--jobs", 1)

    def output(self, *arguments):
        done = run("read", *arguments, "--format", "jsonl", timeout=800)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_threads(self):
        for jobs in (2, 8): self.assertEqual(self.output(*self.files, "--jobs", jobs), self.expected)

    def test_order(self):
        shuffled = list(self.files)
        for seed in range(3):
            random.Random(seed).shuffle(shuffled)
            self.assertEqual(self.output(*shuffled, "--jobs", 2), self.expected)

    def test_order_of_lines(self):
        rows = [json.dumps({"id": p.stem, "text": p.read_text(encoding="utf-8")}) + "\n" for p in self.files]
        outputs = set()
        for seed in range(3):
            random.Random(seed).shuffle(rows)
            outputs.add(self.output(self.write("all.jsonl", "".join(rows)), "--jobs", 2))
        self.assertEqual(len(outputs), 1)


if __name__ == "__main__":
    main()
