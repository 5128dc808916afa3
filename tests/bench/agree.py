"""agree.py RESULT.jsonl BARE.jsonl: do peel's results say the same as a reference program's? Outcomes, grades, what is raised.

Exits with 1, and shows the first differences, where they do not: a benchmark of unequal work compares nothing.
"""
import json
import sys


def raised(items):
    return sorted(item if isinstance(item, str) else item["because"][0] for item in items)


def essence(organisation):
    areas = {area["id"]: (area["grade"], {c["id"]: c["outcome"] for c in area["characteristics"]})
             for area in organisation["areas"]}
    kinds = ("areas_for_improvement", "causes_of_concern", "promising_practice")
    return areas, {kind: raised(organisation[kind]) for kind in kinds}


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
        if a["id"] == b["id"] and essence(a) == essence(b):
            continue
        differing += 1
        if differing <= 3:
            print(f"{a['id']}: {essence(a)}\nagainst {b['id']}: {essence(b)}", file=sys.stderr)
    print(f"{count} organisations, {differing} judged differently")
    return 1 if differing or not count else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
