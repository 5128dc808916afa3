"""agree.py RESULT.jsonl BARE.jsonl: do peel's results say the same as a reference program's? Outcomes, grades, what is raised.

Exits with 1, and shows the first differences, where they do not: a benchmark of unequal work compares nothing.
"""
import json
import sys


def raised(items):
    return sorted(item if isinstance(item, str) else item["because"][0] for item in items)


def essence(organisation):
    """What was judged, as one flat table."""
    table = {"id": organisation["id"]}
    for area in organisation["areas"]:
        table[area["id"]] = area["grade"]
        for characteristic in area["characteristics"]:
            table[area["id"] + "/" + characteristic["id"]] = characteristic["outcome"]
    for kind in ("areas_for_improvement", "causes_of_concern", "promising_practice"):
        table[kind] = raised(organisation[kind])
    return table


def differences(a, b):
    return [f"{key}: {a.get(key)} against {b.get(key)}" for key in sorted(a.keys() | b.keys()) if a.get(key) != b.get(key)]


def organisations(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            if "areas" in document:  # not a header
                yield document


def main(result, bare):
    count = differing = 0
    ours, theirs = organisations(result), organisations(bare)
    for a, b in zip(ours, theirs, strict=True):
        count += 1
        found = differences(essence(a), essence(b))
        differing += bool(found)
        if found and differing <= 3:
            print(a["id"], *found, sep="\n  ", file=sys.stderr)
    print(f"{count} organisations, {differing} judged differently")
    return 1 if differing or not count else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
