#!/usr/bin/env python3
"""Compares the words of every form of the documents of the tests with what the documents say.

usage: words.py DOCUMENTS [PAGES]

DOCUMENTS holds NAME.sagt (what is said) beside NAME.md, .html, .pdf; PAGES holds what other programs made of the formats, as
NAME.word.pdf and NAME.html.pdf. Readers see letters, not the blanks between them, so only signs with ink are compared.
"""

import collections
import html.parser
import pathlib
import re
import subprocess
import sys
import unicodedata

import cmarkgfm
import markdown_it

# Turned around by readers of pages that go by what is seen, or not drawn by itself.
UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
PRIVATE = re.compile(r"[\ue000-\uf8ff]")


class Words(html.parser.HTMLParser):
    """The text of the body of a page."""

    def __init__(self):
        super().__init__()
        self.text = []
        self.hidden = 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in ("head", "style", "title")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("head", "style", "title")

    def handle_data(self, data):
        if not self.hidden:
            self.text.append(data)


def of_html(page):
    words = Words()
    words.feed(page)
    words.close()
    return "".join(words.text)


def of_pdf(file):
    done = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", file, "-"], capture_output=True, check=True)
    return done.stdout.decode()


def of_structure(file):
    """The text that the tags of a PDF hang together: what is read aloud, without marks of lists."""
    done = subprocess.run(["pdfinfo", "-struct-text", "-enc", "UTF-8", file], capture_output=True, check=True)
    said, label = [], False
    # Poppler prints the titles of headings in another encoding than the text.
    for line in done.stdout.decode(errors="replace").split("\n"):
        bare = line.strip()
        if bare.startswith('"'):
            if not label:
                said.append(bare[1:].removesuffix('"'))
        else:
            label = bare.startswith("Lbl")
    return "".join(said)


def ink(text):
    # What must not be parted behind its hyphen has a hyphen of its own in Word.
    text = text.replace("\u2011", "-")
    return "".join(unicodedata.normalize("NFC", UNSEEN.sub("", text)).split())


def numbered(text):
    """Without «Side 1 av 3»."""
    return re.sub(r"Side \d+ av \d+", "", text)


def lacking(said, read):
    """The signs that are said more often than they are read."""
    return collections.Counter(said) - collections.Counter(read)


def main():
    documents = pathlib.Path(sys.argv[1])
    pages = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    wrong = compared = 0

    def same(what, found, wanted):
        nonlocal wrong, compared
        compared += 1
        if found != wanted:
            wrong += 1
            at = next((i for i, (a, b) in enumerate(zip(found, wanted)) if a != b), min(len(found), len(wanted)))
            print(f"WRONG: {what}: {found[at - 20:at + 30]!r} is not {wanted[at - 20:at + 30]!r}")

    def nothing_lacks(what, found, wanted):
        nonlocal wrong, compared
        compared += 1
        if missing := lacking(wanted, found):
            wrong += 1
            print(f"WRONG: {what} lacks {dict(list(missing.items())[:20])}")

    for file in sorted(documents.glob("*.sagt")):
        name = file.stem
        said = ink(file.read_text(encoding="utf-8"))
        form = {e: documents / f"{name}.{e}" for e in ("md", "html", "pdf")}
        same(f"{name} as HTML", ink(of_html(form["html"].read_text(encoding="utf-8"))), said)
        markdown = form["md"].read_text(encoding="utf-8")
        # What no text may hold is left for the reader of the Markdown to deal with.
        if name != "fiendtlige":
            same(f"{name} as Markdown", ink(of_html(cmarkgfm.github_flavored_markdown_to_html(markdown))), said)
        if name not in ("fiendtlige", "skumle"):
            other = markdown_it.MarkdownIt("gfm-like", {"linkify": False}).render(markdown)
            same(f"{name} as Markdown for markdown-it", ink(of_html(other)), said)
        drawn = PRIVATE.sub("\ufffd", said)
        nothing_lacks(f"{name} as PDF", ink(numbered(of_pdf(form["pdf"]))), drawn)
        if name not in ("fiendtlige", "skumle", "tomt"):
            same(f"{name} as PDF read aloud", ink(of_structure(form["pdf"])), drawn)
    for file in sorted(pages.glob("*.*.pdf")) if pages else []:
        name = file.name.split(".")[0]
        # What another program draws of what it has no letters for, is its own affair.
        if name != "fiendtlige":
            said = ink((documents / f"{name}.sagt").read_text(encoding="utf-8"))
            nothing_lacks(file.name, ink(numbered(of_pdf(file))), said)
    print(f"{compared} readings compared, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
