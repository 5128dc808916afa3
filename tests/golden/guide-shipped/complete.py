"""complete.py FORMAT RESULT GUIDE: what the framework of the result has stands in the guide."""
import html
import json
import re
import sys

form, result, guide = sys.argv[1:]
with open(result, encoding="utf-8") as file:
    framework = json.load(file)["framework"]
with open(guide, encoding="utf-8") as file:
    text = file.read()
if form == "html":
    text = html.unescape(re.sub(r"<wbr/>|</?(a|code|strong)\b[^>]*>", "", re.sub(r" id=\"([^\"]*)\"[^>]*>", r">#\1#", text)))
if form == "markdown":
    text = re.sub(r"\[((?:\\.|[^\]\\])*)\]\(#[^)]*\)", r"\1", text)
    text = html.unescape(re.sub(r"\\(.)", r"\1", re.sub(r"<a id=\"([^\"]*)\"></a>", r"#\1#", text)))
text = " ".join(text.split())
missing = []


def want(what):
    if " ".join(what.split()) not in text:
        missing.append(what)


want(framework["title"])
for area in framework["areas"]:
    want(area["title"])
    want(area["question"])
    if form != "text":
        want("#" + area["id"] + "#")
    for characteristic in area["characteristics"]:
        want(characteristic["text"])
        want(area["id"] + "/" + characteristic["id"])
        if form != "text":
            want("#" + area["id"] + "-" + characteristic["id"] + "#")
for parameter in framework["parameters"]:
    want(parameter["name"])
    want(parameter["title"])
    want(parameter["rests"])
    if form != "text":
        want("#parameter." + parameter["name"] + "#")
for name in framework["references"]:
    want(name)
count = sum(len(area["characteristics"]) for area in framework["areas"])
print(framework["title"], form, count, "characteristics,", len(framework["parameters"]), "parameters; missing:", missing or "nothing")
