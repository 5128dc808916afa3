"""count.py: the same judgments counted apart, from two results as rows: OLD.csv NEW.csv DIFF.json. Prints the counts, and whether the diff has them."""
import csv
import json
import sys

SCALE = ["inadequate", "requires-improvement", "adequate", "good", "outstanding"]


def grades(path):
    with open(path, encoding="utf-8") as file:
        return {(row["organisation"], row["area"]): row["grade"] for row in csv.DictReader(file)}


old, new = grades(sys.argv[1]), grades(sys.argv[2])
counts = {}
for key, after in new.items():
    before = old[key]
    a, b = before in SCALE, after in SCALE
    if a and b:
        step = SCALE.index(after) - SCALE.index(before)
        kind = "improved" if step > 0 else "declined" if step < 0 else "unchanged"
    else:
        kind = "newly-graded" if b else "no-longer-graded" if a else None if before == after else "without-grade"
    if kind:
        counts[kind] = counts.get(kind, 0) + 1
with open(sys.argv[3], encoding="utf-8") as file:
    told = {k: n for k, n in json.load(file)["summary"]["judgments"].items() if n}
print(sorted(counts.items()), "agree" if told == counts else "the diff says %s" % told)
