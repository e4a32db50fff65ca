"""A store: reading twice changes nothing, parts give what the whole gives, and a killed program loses nothing it had kept."""
import json
import os
import random
import signal
import sqlite3
import subprocess
import time

from common import CORPUS, InFolder, READOUT, main, run

FILES = sorted(CORPUS.glob("*.txt"))


def output(*arguments):
    done = run(*arguments, timeout=600)
    if done.returncode != 0: raise AssertionError((arguments, done.stderr))
    return done.stdout


class Store(InFolder):
    def setUp(self):
        super().setUp()
        self.store = self.folder / "news.db"

    def test_parts_give_what_the_whole_gives(self):
        whole = output("read", *FILES, "--format", "jsonl")
        shuffled = list(FILES)
        random.Random(5).shuffle(shuffled)
        for part in (shuffled[:5], shuffled[5:6], shuffled[6:]):
            output("read", *part, "--store", self.store, "--format", "jsonl")
        self.assertEqual(output("export", "--store", self.store, "--as", "jsonl"), whole)
        output("read", *FILES, "--store", self.store, "--format", "jsonl")
        self.assertEqual(output("export", "--store", self.store, "--as", "jsonl"), whole)

    def test_a_run_prints_its_own_reports_and_what_names_them(self):
        output("read", *FILES, "--store", self.store, "--format", "jsonl")
        lines = [json.loads(l) for l in output("read", FILES[0], "--store", self.store, "--format", "jsonl").splitlines()]
        reports = [line for line in lines if line["type"] == "report"]
        self.assertEqual([r["name"] for r in reports], [FILES[0].stem])
        stories = [line for line in lines if line["type"] == "story"]
        self.assertEqual(len(stories), 1)
        self.assertIn(reports[0]["id"], stories[0]["reports"])

    def test_the_brief_needs_no_inputs(self):
        output("read", *FILES, "--store", self.store, "--format", "jsonl")
        self.assertEqual(output("brief", "--store", self.store), output("brief", *FILES))

    def test_what_is_no_store_is_refused(self):
        for content in (b"", b"This is no store, but a letter.\n" * 100):
            path = self.write("letter.db", content)
            done = run("read", FILES[0], "--store", path, "--format", "jsonl")
            self.assertEqual(done.returncode, 0 if not content else 2, done.stderr)
        self.assertIn("letter.db", done.stderr.decode())
        self.assertEqual(run("read", FILES[0], "--store", self.folder / "no" / "folder.db").returncode, 2)
        for command in ("export", "brief"):
            self.assertEqual(run(command, "--store", self.folder / "missing.db").returncode, 2)
            self.assertFalse((self.folder / "missing.db").exists())

    def test_a_locked_store_is_refused(self):
        output("read", FILES[0], "--store", self.store, "--format", "jsonl")
        other = sqlite3.connect(self.store, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        done = run("read", FILES[1], "--store", self.store, "--format", "jsonl")
        self.assertEqual(done.returncode, 2)
        self.assertIn("in use", done.stderr.decode())
        other.execute("ROLLBACK")
        other.close()

    def test_a_damaged_store_is_said_to_be_damaged(self):
        output("read", *FILES, "--store", self.store, "--format", "jsonl")
        content = bytearray(self.store.read_bytes())
        for at in range(3 * len(content) // 4, 3 * len(content) // 4 + 20000): content[at] ^= 0x5A
        self.store.write_bytes(content)
        done = run("export", "--store", self.store)
        self.assertIn(done.returncode, (0, 2))
        if done.returncode == 2: self.assertIn("damaged", done.stderr.decode())


class Kill(InFolder):
    """kill -9 at twenty random moments: the store opens, holds whole reports only, and all that it had kept."""

    def test_kill(self):
        store, rows = self.folder / "news.db", []
        for copy in range(12):
            for path in FILES: rows.append(json.dumps({"id": f"{path.stem}-{copy}", "text": path.read_text(encoding="utf-8")}))
        source = self.write("all.jsonl", "\n".join(rows) + "\n")
        command = [READOUT, "read", str(source), "--store", str(store), "--format", "jsonl", "--jobs", "2"]
        # Reading goes on in the background of one writer after another; each is stopped somewhere on its way.
        chance, kept, longest = random.Random(11), 0, 2.0
        for _ in range(20):
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            end = time.monotonic() + chance.uniform(0.05, longest)
            while time.monotonic() < end and process.poll() is None:
                time.sleep(0.02)
                kept = max(kept, self.count(store))
            process.send_signal(signal.SIGKILL)
            process.wait()
            now = self.count(store)
            self.assertGreaterEqual(now, kept)
            kept = now
            if kept == 0: longest *= 1.3  # a slow or busy machine: nothing was finished yet
            check = sqlite3.connect(store)
            self.assertEqual(check.execute("PRAGMA integrity_check").fetchone()[0], "ok")
            check.close()
        print(f"{kept} reports kept over twenty kills")
        self.assertGreater(kept, 0)
        part = output("export", "--store", store)
        self.assertEqual(sum(b'{"type":"report"' in line for line in part.splitlines()), kept)
        self.assertEqual(subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode, 0)
        self.assertEqual(self.count(store), len(rows))

    def count(self, store):
        if not os.path.exists(store): return 0
        connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=5)
        try:
            return connection.execute("SELECT count(*) FROM report").fetchone()[0]
        except sqlite3.OperationalError:  # the tables are not made yet
            return 0
        finally:
            connection.close()


if __name__ == "__main__":
    main()
