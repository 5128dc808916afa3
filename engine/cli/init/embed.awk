# embed.awk: the files of the template as a table of C, for init.c. What four tiers change is marked in them, so that they are right as they stand, with
# five: a line that ends in "-- five tiers" is not in the other, one that begins with "-- four tiers:" is in the other alone, and in a
# list the grade of the middle is left out.
#
#   awk -v tiers=5 -v folder=engine/cli/init/synthetic-pools -f embed.awk FILE…
function marked(line) {
    if (line ~ / *-- five tiers$/) {
        if (tiers != 5) return 0
        sub(/ *-- five tiers$/, "", line)
    } else if (line ~ /^ *-- four tiers: /) {
        if (tiers != 4) return 0
        sub(/-- four tiers: /, "", line)
    }
    if (tiers == 4) gsub(/"adequate", /, "", line)
    kept = line
    return 1
}
# A backslash before each: by joining, since no two awks agree on backslashes in what gsub puts in.
function escaped(text, what, with,    parts, n, i, all) {
    n = split(text, parts, what)
    for (i = 1; i <= n; i++) all = all (i > 1 ? "\\" with : "") parts[i]
    return all
}
function quoted(text) {
    gsub(/\\/, "&&", text)
    text = escaped(text, "\"", "\"")
    return "\"" escaped(text, "[?]", "?") "\\n\"" # two ? might begin a trigraph
}
BEGIN { print "static const struct template_file tiers_" tiers "[] = {" }
FNR == 1 { print (NR > 1 ? "    },\n" : "") "    {\"" substr(FILENAME, length(folder) + 2) "\"," }
marked($0) { print "     " quoted(kept) }
END { print "    },\n};" }
