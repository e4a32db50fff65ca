"""What the end-to-end tests share: they run the built command ($READOUT) as a user would."""
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
READOUT = os.environ.get("READOUT", str(ROOT / "build/release/apps/readout"))
CORPUS = ROOT / "tests/corpus"


def run(*arguments, stdin=b"", timeout=300):
    """The finished process of one call, output as bytes."""
    return subprocess.run([READOUT, *map(str, arguments)], input=stdin, capture_output=True, timeout=timeout, check=False)


def objects(output):
    return [json.loads(line) for line in output.decode("utf-8").splitlines()]


def read_jsonl(*arguments, **options):
    done = run("read", *arguments, "--format", "jsonl", **options)
    return done, objects(done.stdout)


class InFolder(unittest.TestCase):
    """A test with an empty folder of its own."""

    def setUp(self):
        self.folder_ = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder_.cleanup)
        self.folder = Path(self.folder_.name)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path


def main():
    unittest.main(argv=[sys.argv[0], "-q"])
