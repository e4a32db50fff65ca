"""Articles with inline mark-up, as training/data holds them. See training/data/README.md for the form."""
import re

QUOTATIONS = {"d": "direct", "i": "indirect", "m": "mixed"}


def unmarked(marked):
    """(text, [(tag, number, begin, end)]) of words in braces: {s1,s4|Moscow} said {q1|it had ...}."""
    text, open_marks, marks, length, i = [], [], [], 0, 0
    while i < len(marked):
        if marked[i] == "{":
            bar = marked.index("|", i)
            open_marks.append((marked[i + 1 : bar].split(","), length))
            i = bar
        elif marked[i] == "}":
            tags, begin = open_marks.pop()
            marks += [(tag[0], int(tag[1:]), begin, length) for tag in tags]
        else:
            text.append(marked[i])
            length += 1
        i += 1
    if open_marks: raise ValueError("a brace is not closed: " + "".join(text)[-60:])
    return "".join(text), marks


def read_article(path):
    """(report as JSON takes it, [statement], [date], [(name, form)]) of one file. A statement: {"source", "cue", "content": [(begin, end)], "act",
    "negated", "name"}; a date is {"time": (begin, end), "type"}; places count from the title, which stands before the text with an empty line
    between. Forms are those of names that speak, pronouns left out."""
    parts = re.split(r"^#(\w+) ?(.*)$", path.read_text(encoding="utf-8"), flags=re.M)
    section = {parts[i]: (parts[i + 1].strip(), parts[i + 2].strip("\n")) for i in range(1, len(parts), 3)}
    title, title_marks = unmarked(section["title"][0])
    text, text_marks = unmarked(section["text"][1].strip())
    shift = len(title) + 2
    marks = title_marks + [(tag, number, begin + shift, end + shift) for tag, number, begin, end in text_marks]
    report = {"id": section["id"][0], "outlet": section["outlet"][0], "published": section["published"][0] or None, "title": title, "text": text}
    statements = []
    for line in section["st"][1].splitlines():
        if not line.strip(): continue
        cells = [cell.strip() for cell in line.split("|")]
        places = lambda tag: sorted((b, e) for t, n, b, e in marks if t == tag and n == int(cells[0]))
        statements.append({"source": places("s"), "cue": places("c")[:1], "content": places("q"), "act": cells[3], "negated": "neg" in cells[4:],
                           "name": cells[1] if cells[1] != "-" else None})
    values = dict(re.findall(r"^d(\d+) *\| *([^|\n]*?) *(?:\|.*)?$", section.get("dates", ("", ""))[1], flags=re.M))
    dates = [{"time": (b, e), "type": kind_of(values.get(str(n), ""))} for t, n, b, e in marks if t == "d"]
    forms = []
    for line in section.get("ent", ("", ""))[1].splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) < 2: continue
        told = [form.strip() for form in cells[2].split(";")] if len(cells) > 2 else []
        forms += [(cells[0], form) for form in dict.fromkeys([cells[0], *told]) if form and form != "-"]
    return report, statements, dates, forms


def kind_of(value):
    """TIMEX3's type, from the value."""
    if value.startswith("P") and not value.endswith("_REF"): return "DURATION"
    if value.startswith("XXXX"): return "SET"
    return "TIME" if "T" in value and not value.endswith("_REF") else "DATE"
