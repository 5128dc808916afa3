/* sides.h: made-up data for the little pack, and sides of them: graded on the spot, or written as a result and read. */
#ifndef UNIT_SIDES_H
#define UNIT_SIDES_H
#include "any.h"
#include "graded.h"
#include "report/stream.h"

/* --- Made-up data --- */

static inline void write_sample(FILE *out, const char *id, unsigned size, bool *some)
{
    if (any(6) == 0) return;
    fprintf(out, "%s\"%s\":", *some ? "," : "", id);
    *some = true;
    if (any(6) == 0)
        fprintf(out, "{\"missing\":\"%s\"}", any(2) ? "not-supplied" : "unreadable");
    else
        fprintf(out, "{\"reviewed\":%u,\"met\":%u}", size, any(size + 1));
}

static inline void write_judgments(FILE *out)
{
    static const char *const grades[] = {"inadequate", "requires-improvement", "adequate", "good", "outstanding"};
    fprintf(out, ",\"judgments\":[{\"area\":\"calls\",\"grade\":\"%s\",\"date\":\"2021-03\"}", grades[any(5)]);
    switch (any(5)) {
    case 0: fprintf(out, ",{\"area\":\"calls\",\"grade\":\"%s\",\"status\":\"corrected\",\"date\":\"2021-0%u\",\"note\":\"a slip\"}", grades[any(5)], 4 + any(5)); break;
    case 1: fprintf(out, ",{\"area\":\"crime\",\"grade\":\"%s\",\"status\":\"carried-over\",\"date\":\"20%u\"}", grades[any(5)], 10 + any(5)); break;
    case 2: fprintf(out, ",{\"area\":\"crime\",\"grade\":\"%s\"},{\"area\":\"crime\",\"grade\":\"good\",\"status\":\"revisit\",\"date\":\"2022\"}", grades[any(5)]); break;
    default: break;
    }
    fprintf(out, "],\"moderations\":[");
    if (any(3) == 0)
        fprintf(out, "{\"area\":\"crime\",\"to\":\"%s\",\"by\":\"A\",\"date\":\"2021-05\",\"why\":\"w%u\"%s}", grades[any(5)], any(3),
                any(2) ? ",\"withdrawn\":\"2021-06\"" : "");
    fprintf(out, "]");
}

static inline void write_actions(FILE *out)
{
    static const char *const statuses[] = {"raised", "closed", "repeated", "reopened", "escalated", "being-progressed"};
    fprintf(out, ",\"actions\":[");
    for (unsigned i = 0, some = 0; i < 3; i++) {
        if (any(3) == 0) continue;
        fprintf(out, "%s{\"id\":\"a%u\",\"kind\":\"%s\",\"area\":\"calls\",%s\"text\":\"t%u\",\"events\":[{\"date\":\"2020-01-01\",\"status\":\"raised\"}",
                some++ ? "," : "", i, any(2) ? "cause-of-concern" : "area-for-improvement",
                any(3) ? "" : "\"against\":\"calls/answered\",", i);
        if (any(2)) fprintf(out, ",{\"date\":\"2020-0%u-01\",\"status\":\"%s\",\"by\":\"I\"}", 2 + any(7), statuses[any(6)]);
        fprintf(out, "],\"recommendations\":[{\"text\":\"r\",\"deadline\":\"%s\"}]}", any(2) ? "2020-05-05" : "3 months");
    }
    fprintf(out, "]");
}

static inline void write_org(FILE *out, unsigned n)
{
    bool some = false;
    fprintf(out, "{\"id\":\"o%u\",\"name\":\"O %u\",\"samples\":{", n, n);
    write_sample(out, "answered", 60, &some);
    write_sample(out, "files", 50, &some);
    write_sample(out, "letters", 40, &some);
    fprintf(out, "},\"measures\":{\"delay\":%u},\"findings\":[", 8 + any(5));
    for (unsigned i = 0, count = any(4); i < count; i++)
        fprintf(out, "%s{\"kind\":\"%s\",\"against\":\"calls/polite\",\"text\":\"f%u\",\"weight\":%u}", i ? "," : "",
                any(3) ? "strength" : "weakness", any(4), 1 + any(2));
    fprintf(out, "]");
    write_judgments(out);
    write_actions(out);
    fprintf(out, "}\n");
}

/* Organisations from `from` to `to`, of which some are left out. */
static inline void write_data(const char *file, unsigned seed, unsigned from, unsigned to, int year)
{
    FILE *out = fopen(file, "w");
    const char *header = strchr(little_header, ',');
    const char *rest = strstr(header, "\"scale\"");
    ck_assert_ptr_nonnull(out);
    state = seed;
    fprintf(out, "{\"format\":\"peel.dataset.v1\",\"round\":\"r%d\",\"year\":%d,\"note\":\"made up\",%s", year, year, rest);
    for (unsigned n = from; n < to; n++)
        if (n == from || any(8)) write_org(out, n);
    fclose(out);
}

/* --- Results --- */

static inline bool put(void *context, const void *bytes, size_t n) { return fwrite(bytes, 1, n, context) == n; }

static inline void write_result(const char *pack, const char *file, const struct format *format, const char *to)
{
    struct run_totals totals;
    struct graded g = opened(pack, file);
    FILE *out = fopen(to, "w");
    ck_assert_ptr_nonnull(out);
    struct stream stream = {.format = format, .load = g.load, .cohort = g.cohort, .context = out, .write = put,
                            .report = {.pack = g.pack, .of = 1, .workers = 1, .style = STYLE_PLAIN}};
    ck_assert_msg(stream_run(&stream, &totals, &diags), "%s", problems());
    fclose(out);
    closed(g);
}

static inline struct judged *read_back(const char *pack, const char *file, const struct format *format)
{
    write_result(pack, file, format, "result");
    struct judged *side = side_read("result", &diags);
    ck_assert_msg(side != NULL, "%s", problems());
    return side;
}
#endif
