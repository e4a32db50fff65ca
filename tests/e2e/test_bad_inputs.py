"""Bad input: what is said, what is read all the same, and how the program ends."""
import json
import os
import time
import unittest

from common import READOUT, InFolder, main, read_jsonl, run

GOOD = "PARIS - The minister said on Monday that talks would go on.\n"
SANITIZED = "asan" in os.environ.get("READOUT", "") or "tsan" in os.environ.get("READOUT", "")


def reports_of(lines):
    return [line for line in lines if line["type"] == "report"]


class BadInputs(InFolder):
    def test_one_bad_file_does_not_stop_the_others(self):
        good, empty = self.write("good.txt", GOOD), self.write("empty.txt", "")
        done, lines = read_jsonl(good, empty, self.folder / "missing.txt")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(reports_of(lines)), 1)
        errors = done.stderr.decode()
        self.assertIn("empty.txt:", errors)
        self.assertIn("missing.txt:", errors)
        self.assertEqual(len(errors.strip().splitlines()), 2)

    def test_bad_lines_of_jsonl_are_named(self):
        rows = [json.dumps({"text": GOOD}), "{not json", json.dumps({"id": "x"}), "[1]", json.dumps({"text": GOOD + "Two."})]
        path = self.write("rows.jsonl", "\n".join(rows) + "\n")
        done, lines = read_jsonl(path)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(reports_of(lines)), 2)
        for number in (2, 3, 4): self.assertIn(f"rows.jsonl:{number}:", done.stderr.decode())

    def test_nothing_read_is_a_failure(self):
        self.assertEqual(run("read", self.folder / "missing.txt").returncode, 2)
        self.assertEqual(run("read", self.folder).returncode, 2)

    def test_output_never_goes_over_what_is_read(self):
        report, store = self.write("report.txt", GOOD), self.folder / "news.db"
        self.assertEqual(run("read", report, "--store", store).returncode, 0)
        kept = store.read_bytes()
        for command in ("brief", "quotes"):
            for arguments in ([report, "-o", report], [self.folder, "-o", report], ["--store", store, "-o", store]):
                done = run(command, *arguments)
                self.assertEqual(done.returncode, 2, (command, arguments))
                self.assertRegex(done.stderr.decode(), "is the store|is one of the files to read")
            self.assertEqual(run(command, report, "-o", self.folder / "out.md").returncode, 0)
            self.assertEqual(run(command, report, "-o", self.folder / "out.md").returncode, 0)  # its own page may go
        self.assertEqual((report.read_text(), store.read_bytes()), (GOOD, kept))

    def test_binary_files_are_refused(self):
        noise = bytes((i * 167 + i // 7 * 31) % 256 for i in range(4096))
        for content in (noise, b"\xff\xd8\xff\xe0\x00\x10JFIF" + noise, b"GIF89a" + noise):
            done = run("read", self.write("odd.txt", content))
            self.assertEqual(done.returncode, 2)
            self.assertRegex(done.stderr.decode(), "picture")
        utf16 = self.write("wide.txt", GOOD.encode("utf-16-le") * 3)
        self.assertEqual(reports_of(read_jsonl(utf16)[1])[0]["text"].splitlines()[0], GOOD.strip())

    def test_what_a_folder_passes_over_is_told(self):
        for name in ("a.TXT", "b.md", "c.csv"): self.write(name, GOOD + name)
        done, lines = read_jsonl(self.folder)
        self.assertEqual((done.returncode, len(reports_of(lines))), (0, 1))
        self.assertIn("2 files passed over, by ending (.csv, .md)", done.stderr.decode())

    def test_a_bad_option_is_a_failure(self):
        for arguments in (["read"], ["read", "--formt", "x", "."], ["read", ".", "--jobs", "0"], ["nothing"], []):
            done = run(*arguments)
            self.assertEqual(done.returncode, 2, arguments)
            self.assertTrue(done.stderr)

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_no_permission(self):
        path = self.write("closed.txt", GOOD)
        path.chmod(0)
        self.assertEqual(run("read", path, self.write("good.txt", GOOD)).returncode, 1)

    def test_odd_bytes_are_notes(self):
        cases = {"latin1.txt": "Le ministre a déclaré que l’été serait chaud et que la sécheresse était générale en Europe.".encode("cp1252"),
                 "nul.txt": b"The minister said\x00 that talks would go on.\n", "cut.txt": GOOD.encode() + b"\xe2\x80",
                 "open.txt": "“We will not go, the minister said on Monday.\n\nHe left.\n".encode()}
        for name, content in cases.items():
            done, lines = read_jsonl(self.write(name, content))
            self.assertEqual(done.returncode, 0, (name, done.stderr))
            report = reports_of(lines)[0]
            self.assertTrue(report["text"])
            if name != "latin1.txt": self.assertTrue(report["notes"], name)
        self.assertNotIn("\x00", report["text"])

    def test_a_long_text_is_cut_with_a_note(self):
        done, lines = read_jsonl(self.write("long.txt", GOOD * 90000), timeout=600)
        self.assertEqual(done.returncode, 0)
        report = reports_of(lines)[0]
        self.assertLessEqual(len(report["text"].encode()), 4 << 20)
        self.assertTrue({n["kind"] for n in report["notes"]} & {"limit", "truncated"})


@unittest.skipIf(SANITIZED, "times and memory are those of the plain build")
class Hostile(InFolder):
    """Each within 60 seconds and 600 MB."""

    def read_within(self, name, content):
        path = self.write(name, content)
        before = time.monotonic()
        pid = os.fork()
        if pid == 0:
            with open(os.devnull, "wb") as nothing:
                os.dup2(nothing.fileno(), 1)
                os.dup2(nothing.fileno(), 2)
            os.execv(READOUT, ["readout", "read", str(path), "--format", "jsonl", "--jobs", "1"])
        _, status, usage = os.wait4(pid, 0)
        seconds, megabytes = time.monotonic() - before, usage.ru_maxrss / 1024
        print(f"{name}: {seconds:.1f} s, {megabytes:.0f} MB")
        self.assertIn(os.waitstatus_to_exitcode(status), (0, 1, 2))
        self.assertLess(seconds, 60)
        self.assertLess(megabytes, 600)

    def test_a_line_of_50_megabytes(self):
        self.read_within("line.txt", "The minister said talks went on. " * 1550000)

    def test_a_json_line_of_50_megabytes(self):
        self.read_within("line.jsonl", json.dumps({"text": "The minister said talks went on. " * 1550000}) + "\n")

    def test_unbalanced_quotation_marks(self):
        self.read_within("quotes.txt", "“We go, he said. " * 20000)
        self.read_within("straight.txt", "\" ' '' ‘ « said " * 20000)

    def test_nested_tags_and_brackets(self):
        self.read_within("tags.txt", "<div>" * 100000 + "text" + "</div>" * 100000)
        self.read_within("nest.jsonl", "{\"text\":" + "[" * 100000 + "]" * 100000 + "}\n")

    def test_one_word_and_many_names(self):
        self.read_within("word.txt", "a" * (4 << 20))
        self.read_within("names.txt", "Mr Aldo Bran told Ms Cleo Dorn that Erik Falk of Genovia met Hugo Ives. " * 40000)
        self.read_within("capitals.txt", "Aa " * 1300000)


if __name__ == "__main__":
    main()
