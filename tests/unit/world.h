/* world.h: two made-up packs and two made-up datasets, all four graded for real, the comparison of them, and a look
 * at every judgment that it attributes. */
#ifndef UNIT_WORLD_H
#define UNIT_WORLD_H
#include "any.h"
#include "compare/attribution.h"
#include "graded.h"

/* --- Made-up packs --- */

static inline void put_areas(const char *folder)
{
    char path[100];
    snprintf(path, sizeof path, "%s/areas/calls.lua", folder), folder_write(path, little_calls);
    snprintf(path, sizeof path, "%s/areas/crime.lua", folder), folder_write(path, little_crime);
    snprintf(path, sizeof path, "%s/areas/victims.lua", folder), folder_write(path, little_victims);
}

static inline void make_folder(const char *of, const char *pack)
{
    char path[80];
    mkdir(of, 0777);
    snprintf(path, sizeof path, "%s/%s", of, pack), mkdir(path, 0777);
    snprintf(path, sizeof path, "%s/%s/areas", of, pack), mkdir(path, 0777);
}

/* `of`/little, with thresholds that are its own. */
static inline void write_pack(const char *of, unsigned seed)
{
    char path[80], text[8192];
    unsigned good = 55, fair = 30, some = 20, all = 60, beyond = 80;
    state = seed;
    good += any(40), fair += any(20), some += any(30), all += any(15), beyond += any(15);
    make_folder(of, "little");
    snprintf(path, sizeof path, "%s/little", of), put_areas(path);
    snprintf(text, sizeof text, "%s", little_manifest);
    const struct { const char *name; unsigned percent; } moved[] = {
        {"good_share = {", good}, {"fair_share = {", fair}, {"    some = {", some}, {"substantially_all = {", all}, {"beyond_standard = {", beyond}};
    for (size_t i = 0; i < sizeof moved / sizeof *moved; i++) {
        char *at = strstr(text, moved[i].name);
        ck_assert_ptr_nonnull(at);
        at = strstr(at, "{ 0.");
        char number[3] = {(char)('0' + moved[i].percent / 10), (char)('0' + moved[i].percent % 10), '\0'};
        memmove(at + 6, at + 5, strlen(at + 5) + 1); /* "{ 0.8," has one digit: room for another */
        memcpy(at + 4, number, 2);
    }
    snprintf(path, sizeof path, "%s/little/pack.lua", of), folder_write(path, text);
}

/* The same rules: a comment is no rule, but the digest is another. */
static inline void write_same_rules(const char *of, const char *from)
{
    char path[80], text[8192], *more;
    make_folder(of, "little");
    snprintf(path, sizeof path, "%s/little", of), put_areas(path);
    snprintf(path, sizeof path, "%s/little/pack.lua", from);
    FILE *in = fopen(path, "r");
    size_t n = fread(text, 1, sizeof text - 40, in);
    fclose(in);
    more = text + n;
    memcpy(more, "-- nothing else\n", 17);
    snprintf(path, sizeof path, "%s/little/pack.lua", of), folder_write(path, text);
}

/* --- Made-up data --- */

static const char *const GRADES[] = {"inadequate", "requires-improvement", "adequate", "good", "outstanding"};

static inline void write_sample(FILE *out, const char *id, unsigned size, bool *some)
{
    if (any(7) == 0) return;
    fprintf(out, "%s\"%s\":", *some ? "," : "", id);
    *some = true;
    if (any(7) == 0)
        fprintf(out, "{\"missing\":\"not-supplied\"}");
    else
        fprintf(out, "{\"reviewed\":%u,\"met\":%u}", size, size / 4 + any(size - size / 4 + 1));
}

static inline void write_people(FILE *out)
{
    if (any(5) == 0) fprintf(out, ",\"judgments\":[{\"area\":\"%s\",\"grade\":\"%s\",\"status\":\"carried-over\",\"date\":\"2012\"}]", any(2) ? "crime" : "calls", GRADES[any(5)]);
    fprintf(out, ",\"moderations\":[");
    for (int i = 0, n = 0; i < 2; i++)
        if (any(4) == 0)
            fprintf(out, "%s{\"area\":\"%s\",\"to\":\"%s\",\"by\":\"A\",\"date\":\"2021-05\",\"why\":\"w\"%s}", n++ ? "," : "", i ? "crime" : "calls", GRADES[any(5)],
                    any(4) ? "" : ",\"withdrawn\":\"2021-06\"");
    fprintf(out, "]");
}

static inline void write_org(FILE *out, unsigned n, bool people)
{
    bool some = false;
    fprintf(out, "{\"id\":\"o%u\",\"name\":\"O %u\",\"samples\":{", n, n);
    write_sample(out, "answered", 60, &some), write_sample(out, "files", 50, &some), write_sample(out, "letters", 40, &some);
    fprintf(out, "},\"measures\":{\"delay\":%u},\"findings\":[", 8 + any(any(9) ? 5 : 6));
    for (unsigned i = 0, count = 1 + any(3); i < count; i++)
        fprintf(out, "%s{\"kind\":\"%s\",\"against\":\"calls/polite\",\"text\":\"f\"}", i ? "," : "", any(3) ? "strength" : "weakness");
    fprintf(out, "]");
    if (people) write_people(out);
    fprintf(out, "}\n");
}

static inline void write_header(FILE *out, int year)
{
    fprintf(out, "{\"format\":\"peel.dataset.v1\",\"round\":\"r%d\",\"year\":%d,%s", year, year, strstr(little_header, "\"scale\""));
}

static inline void write_data(const char *file, unsigned seed, int year, bool people)
{
    FILE *out = fopen(file, "w");
    ck_assert_ptr_nonnull(out);
    state = seed;
    write_header(out, year);
    for (unsigned n = 0; n < 12; n++)
        if (n == 0 || any(9)) write_org(out, n, people); /* some are in one of them alone */
    fclose(out);
}

static const char *const PACKS[2] = {"was/little", "is/little"}, *const FILES[2] = {"was.jsonl", "is.jsonl"};

/* --- Comparisons --- */

struct world { /* a comparison with its four gradings, and its memory */
    struct judged *own[2][2];
    struct compare c;
    struct arena arena;
};

static inline void world_open(struct world *w, const char *const packs[2], const char *const files[2])
{
    for (int r = 0; r < 2; r++)
        for (int e = 0; e < 2; e++) w->own[r][e] = spot(packs[r], files[e], 1);
    arena_init(&w->arena);
    ck_assert(compare_make(&w->c, w->own[0][0], w->own[1][1], &(struct wish){{NULL, 0}, {0, 0, 0}}, &w->arena, &diags));
    quartet_cross(&w->c, w->own[0][1], w->own[1][0]);
}

static inline void world_close(struct world *w)
{
    arena_done(&w->arena);
    for (int k = 0; k < 4; k++) side_close(w->own[k / 2][k % 2]);
}

/* Without the mixtures, as where packs or data are one. */
static inline void world_share(struct world *w)
{
    bool one_pack = str_eq(w->own[0][0]->digest, w->own[1][1]->digest);
    quartet_cross(&w->c, w->own[one_pack][one_pack], w->own[!one_pack][!one_pack]);
}

typedef void each(struct world *w, const struct org_diff *d, size_t i, const struct attribution *a);
static inline size_t every(struct world *w, each *look)
{
    size_t n = 0;
    for (size_t o = 0; o < w->c.count; o++) {
        const struct org_diff *d = compare_org(&w->c, o, &w->arena);
        for (size_t i = 0; i < d->judgment_count; i++, n++) {
            struct attribution a = attribution_of(&w->c, d, i, &w->arena);
            look(w, d, i, &a);
        }
    }
    return n;
}

static inline bool is_asked(const struct org_diff *d, size_t i)
{
    const struct judgment_diff *j = &d->judgments[i];
    return d->was && d->now && j->was && j->now && j->was->grade >= 0 && j->now->grade >= 0;
}
#endif
