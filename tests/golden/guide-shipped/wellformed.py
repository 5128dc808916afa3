"""A page of HTML is well-formed XML; ids are unique and links find them; headings go down by one; nothing is fetched or run."""
import sys
import xml.etree.ElementTree as tree

page = tree.parse(sys.argv[1]).getroot()
parts = list(page.iter())
ids = [part.get("id") for part in parts if part.get("id")]
links = [part.get("href") for part in parts if part.tag == "a"]
levels = [int(part.tag[1]) for part in parts if part.tag in ("h1", "h2", "h3", "h4")]
assert page.get("lang") == "en" and page.find("head/title").text
assert [part.tag for part in page.find("body")] in (["header", "nav", "main"], ["header", "main"])
assert len(set(ids)) == len(ids), "an id stands twice"
assert all(link[1:] in ids if link.startswith("#") else link.startswith(("http://", "https://")) for link in links), "a link leads nowhere"
assert all(part.get("aria-labelledby") in ids for part in parts if part.tag in ("section", "nav"))
assert levels[0] == 1 and levels.count(1) == 1 and all(b <= a + 1 for a, b in zip(levels, levels[1:])), "headings are out of order"
assert not [part for part in parts if part.tag in ("script", "link", "img", "iframe", "object") or part.get("src") or part.get("onerror")]
print("well-formed")
