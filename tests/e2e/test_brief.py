"""The brief: what a reader sees, in three forms."""
import functools
import re
from html.parser import HTMLParser

from common import CORPUS, InFolder, main, run

FILES = sorted(CORPUS.glob("reykjavik-*.txt"))


class Page(HTMLParser):
    """Open tags, text, and everything that would be fetched or run."""

    def __init__(self, source):
        super().__init__()
        self.headings, self.words, self.loads, self.ids, self.links = [], [], [], set(), []
        self.inside_heading = False
        self.feed(source)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag in ("h1", "h2", "h3"): self.inside_heading = True
        if tag in ("script", "iframe", "object", "embed", "form", "base"): self.loads.append(tag)
        for key in ("src", "srcset", "data", "action", "poster"):
            if key in values: self.loads.append((tag, key))
        if tag == "link": self.loads.append(tag)
        self.loads += [key for key in values if key.startswith("on")]
        if "id" in values: self.ids.add(values["id"])
        if tag == "a": self.links.append(values.get("href", ""))

    def handle_endtag(self, tag):
        if tag in ("h1", "h2", "h3"): self.inside_heading = False

    def handle_data(self, data):
        self.words.append(data)
        if self.inside_heading: self.headings.append(data.strip())


@functools.cache
def brief(*arguments):
    """Each page is made once, however many tests look at it."""
    return run("brief", *arguments)


class Brief(InFolder):
    def page(self, *arguments):
        done = brief(*arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.decode("utf-8")

    def test_text_fits_a_terminal(self):
        text = self.page(*FILES)
        for line in text.splitlines():
            if " " in line.strip(): self.assertLessEqual(len(line), 80, line)
        for head in ("WHERE THE ACCOUNTS PART", "UNANSWERED", "TIMELINE", "WHO SAID WHAT", "WHO REPORTS WHOM", "COPIES", "ODD NOTES", "SOURCES"):
            self.assertIn(head, text)

    def said(self, *arguments):
        return self.page(*arguments).split("WHO SAID WHAT\n")[1].split("\nWHO REPORTS WHOM")[0]

    def test_statements_stand_by_party(self):
        said = self.said(*FILES)
        parties = re.findall(r"^  (\S[^\n]*?) —", said, re.M)
        speakers = re.findall(r"^    ([^\s•◦][^\n]*?) — ", said, re.M)
        self.assertEqual(parties[:2], ["United States", "Russia"])
        self.assertEqual(parties.count("United States"), 1)
        self.assertEqual(parties[-1], "Others")
        russia = said.index("\n  Russia —")
        for name in ("Ronald Reagan", "George Shultz", "Larry Speakes", "White House"):
            self.assertIn(name, speakers)
            self.assertLess(said.index(f"\n    {name} — "), russia)
        for name in ("Mikhail Gorbachev", "Gennadi Gerasimov"): self.assertGreater(said.index(f"\n    {name} — "), russia)

    def test_speakers_stand_by_how_much_they_say(self):
        party = self.said(*FILES).split("\n  Russia —")[1].split("\n  Others —")[0]
        counts = [int(n) for n in re.findall(r"^    [^\s•◦].* — (?:.*; )?(\d+) statement", party, re.M)]
        self.assertGreater(len(counts), 3)
        self.assertEqual(counts[:4], sorted(counts[:4], reverse=True))

    def test_who_reports_whom_is_plain(self):
        text = self.page(*FILES)
        told = re.sub(r"\s+", " ", text.split("WHO SAID WHAT\n")[1])
        self.assertRegex(told, r"◦ by the account of Russia, promised: “[^”]*” [^•◦]*has it from Alexander Bessmertnykh")
        self.assertRegex(told, r"has it from [^•◦\[]*, who has it from")
        self.assertRegex(text.split("WHO REPORTS WHOM\n")[1], r"◦ .* \(Russia\) tells what .* \(United")
        page = self.page(*FILES, "--format", "html")
        self.assertGreater(page.count('<li class="told">'), 5)
        self.assertIn("- ◦ by the account of Russia", self.page(*FILES, "--format", "md"))

    def test_a_long_list_says_how_to_see_the_rest(self):
        self.assertRegex(self.said(*FILES), r"and \d+ more: readout quotes FILES --speaker '")

    def test_order_and_threads_do_not_matter(self):
        for form in ("text", "html"):
            first = self.page(*FILES, "--format", form, "--jobs", 1)
            self.assertEqual(self.page(*reversed(FILES), "--format", form, "--jobs", 2), first)

    def test_every_source_is_listed(self):
        sources = self.page(*FILES).split("SOURCES")[-1]
        for path in FILES: self.assertIn(path.stem, sources)

    def test_the_altered_number_of_the_wire_copy_is_shown(self):
        copies = self.page(*FILES).split("COPIES")[-1].split("ODD NOTES")[0]
        self.assertRegex(re.sub(r"\s+", " ", copies), r"\b12\b.*\bten\b|\bten\b.*\b12\b")

    def test_html_is_one_file_that_loads_nothing(self):
        page = Page(self.page(*FILES, "--format", "html"))
        self.assertEqual(page.loads, [])
        self.assertTrue(any("accounts part" in heading.lower() for heading in page.headings))
        for link in page.links:
            if link.startswith("#"): self.assertIn(link[1:], page.ids)
            else: self.assertRegex(link, r"^https?://")

    def test_hostile_words_stay_words(self):
        hostile = '<script>alert(1)</script><img src=x onerror=alert(2)> "><svg onload=alert(3)> javascript:alert(4)'
        path = self.write("hostile.txt", f"Talks {hostile}\n\nPARIS - “{hostile},” the minister said on Monday.\n\nMr {hostile} denied it.\n")
        page = Page(self.page(path, "--format", "html"))
        self.assertEqual(page.loads, [])
        self.assertIn("<script>alert(1)</script>", "".join(page.words))

    def test_markdown_has_the_same_sections(self):
        markdown = self.page(*FILES, "--format", "md")
        self.assertTrue(markdown.startswith("# "))
        self.assertGreaterEqual(len(re.findall(r"^## ", markdown, re.M)), 6)

    def test_an_output_file_tells_the_form(self):
        path = self.folder / "brief.html"
        done = run("brief", *FILES, "-o", path)
        self.assertEqual((done.returncode, done.stdout), (0, b""))
        self.assertTrue(path.read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html"))

    def test_one_story_can_be_asked_for(self):
        every = sorted(CORPUS.glob("*.txt"))
        text = self.page(*every, "--story", "within three months")
        self.assertIn("camp-david", text)
        self.assertNotIn("reykjavik-01", text)
        done = run("brief", *every, "--story", "no such story anywhere")
        self.assertEqual(done.returncode, 2)
        self.assertIn("names no story", done.stderr.decode())


if __name__ == "__main__":
    main()
