"""What is found does not depend on the quotation marks that a text uses."""
import sys
import unittest

from common import CORPUS, READOUT, ROOT, main

sys.path.insert(0, str(ROOT / "eval"))
import marks

LEAST = 0.99    # F1 against the statements of the text as it is


def golden_texts():
    """The texts of the golden cases of statements."""
    for path in sorted((ROOT / "tests/golden/statement").glob("*.txt")):
        for number, case in enumerate(path.read_text(encoding="utf-8").split("\n=== ")):
            lines = case.split("\n---")[0].split("\n")[1:]
            report = {"id": f"{path.stem}-{number}"}
            while lines and lines[0].split(" ")[0] in ("published", "outlet", "url", "title"):
                key, value = lines.pop(0).split(" ", 1)
                report[key] = value
            yield {**report, "text": "\n".join(lines)}


class Marks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        corpus = [{"id": path.stem, "text": path.read_text(encoding="utf-8")} for path in sorted(CORPUS.glob("*.txt"))]
        golden = list(golden_texts())
        cls.reports = [report for report in corpus + golden if any(c in report["text"] for c in "\"“‘«„`'’")]
        cls.base = marks.read(READOUT, cls.reports)[0]

    def test_most_texts_are_tried(self):
        tried = sum(new is not None for new in marks.rewrite_all(self.reports, "curly"))
        print(f"{tried} of {len(self.reports)} texts")
        self.assertGreater(tried, 0.7 * len(self.reports))

    def test_styles(self):
        for style in marks.STYLES:
            with self.subTest(style):
                right, found, expected, differences = marks.compare(READOUT, self.reports, style, self.base)
                print(f"{style}: F1 {marks.f1(right, found, expected):.4f} ({right} of {found} found, {expected} expected)")
                self.assertGreaterEqual(marks.f1(right, found, expected), LEAST, "\n".join(differences))


if __name__ == "__main__":
    main()
