/* test_attribution.c: because of what judgments changed, over made-up packs and data that are graded for real, against a slow oracle that walks all orders over the gradings themselves; and what must hold whatever they are.
 *
 * The oracle finds organisations, areas and grades by their names, turns all four causes in all 24 orders whether they changed or not, and knows nothing of masks, of which causes play, or of what is shared between sides.
 */
#include "compare/attribution.h"

#include <inttypes.h>

#include "little.h"
#include "unit.h"

static struct diags diags;
static struct buf told;

static void begin(void)
{
    diags_init(&diags);
    buf_init(&told);
    little_write();
}

static void end(void)
{
    buf_done(&told);
    diags_done(&diags);
    folder_leave();
}

static const char *problems(void)
{
    buf_clear(&told);
    diags_render(&diags, &told, false);
    return buf_text(&told);
}

static uint32_t state;
static unsigned any(unsigned below) /* Numerical Recipes' generator: the same in every run */
{
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % below;
}

/* --- Made-up packs ------------------------------------------------------------------------------------------------------ */

static void put_areas(const char *folder)
{
    char path[80];
    snprintf(path, sizeof path, "%s/areas/calls.lua", folder), folder_write(path, little_calls);
    snprintf(path, sizeof path, "%s/areas/crime.lua", folder), folder_write(path, little_crime);
    snprintf(path, sizeof path, "%s/areas/victims.lua", folder), folder_write(path, little_victims);
}

static void make_folder(const char *of, const char *pack)
{
    char path[80];
    mkdir(of, 0777);
    snprintf(path, sizeof path, "%s/%s", of, pack), mkdir(path, 0777);
    snprintf(path, sizeof path, "%s/%s/areas", of, pack), mkdir(path, 0777);
}

/* `of`/little, with thresholds that are its own. */
static void write_pack(const char *of, unsigned seed)
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
static void write_same_rules(const char *of, const char *from)
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

/* --- Made-up data ------------------------------------------------------------------------------------------------------- */

static const char *const GRADES[] = {"inadequate", "requires-improvement", "adequate", "good", "outstanding"};

static void write_sample(FILE *out, const char *id, unsigned size, bool *some)
{
    if (any(7) == 0) return;
    fprintf(out, "%s\"%s\":", *some ? "," : "", id);
    *some = true;
    if (any(7) == 0)
        fprintf(out, "{\"missing\":\"not-supplied\"}");
    else
        fprintf(out, "{\"reviewed\":%u,\"met\":%u}", size, size / 4 + any(size - size / 4 + 1));
}

static void write_people(FILE *out)
{
    if (any(5) == 0) fprintf(out, ",\"judgments\":[{\"area\":\"%s\",\"grade\":\"%s\",\"status\":\"carried-over\",\"date\":\"2012\"}]", any(2) ? "crime" : "calls", GRADES[any(5)]);
    fprintf(out, ",\"moderations\":[");
    for (int i = 0, n = 0; i < 2; i++)
        if (any(4) == 0)
            fprintf(out, "%s{\"area\":\"%s\",\"to\":\"%s\",\"by\":\"A\",\"date\":\"2021-05\",\"why\":\"w\"%s}", n++ ? "," : "", i ? "crime" : "calls", GRADES[any(5)],
                    any(4) ? "" : ",\"withdrawn\":\"2021-06\"");
    fprintf(out, "]");
}

static void write_org(FILE *out, unsigned n, bool people)
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

static void write_header(FILE *out, int year)
{
    fprintf(out, "{\"format\":\"peel.dataset.v1\",\"round\":\"r%d\",\"year\":%d,%s", year, year, strstr(little_header, "\"scale\""));
}

static void write_data(const char *file, unsigned seed, int year, bool people)
{
    FILE *out = fopen(file, "w");
    ck_assert_ptr_nonnull(out);
    state = seed;
    write_header(out, year);
    for (unsigned n = 0; n < 12; n++)
        if (n == 0 || any(9)) write_org(out, n, people); /* some are in one of them alone */
    fclose(out);
}

/* --- Sides and comparisons ---------------------------------------------------------------------------------------------- */

static struct judged *grade(const char *pack_folder, const char *file)
{
    struct run_totals totals;
    struct pack *pack = pack_open(pack_folder, NULL, &diags);
    ck_assert_msg(pack != NULL, "%s", problems());
    struct load *load = load_open(file, &diags);
    ck_assert_msg(load != NULL, "%s", problems());
    struct cohort *cohort = cohort_open(load, &pack->cohort);
    ck_assert_msg(load_check(load, 1, &diags), "%s", problems());
    const struct side_grading g = {.pack = pack, .load = load, .cohort = cohort, .name = file, .workers = 1};
    struct judged *side = side_grade(&g, &totals, &diags);
    ck_assert_msg(side != NULL, "%s", problems());
    cohort_close(cohort), load_close(load), pack_close(pack);
    return side;
}

struct world { /* a comparison with its four gradings, and its memory */
    struct judged *own[2][2];
    struct quartet q;
    struct compare c;
    struct arena arena;
    jmp_buf escape;
};

static void world_open(struct world *w, const char *const packs[2], const char *const files[2])
{
    for (int r = 0; r < 2; r++)
        for (int e = 0; e < 2; e++) w->q.side[r][e] = w->own[r][e] = grade(packs[r], files[e]);
    arena_init(&w->arena);
    w->arena.escape = &w->escape;
    if (setjmp(w->escape) != 0) ck_abort_msg("out of memory");
    ck_assert(compare_make(&w->c, w->own[0][0], w->own[1][1], &(struct wish){{NULL, 0}, {0, 0, 0}}, &w->arena, &diags));
}

static void world_close(struct world *w)
{
    arena_done(&w->arena);
    for (int k = 0; k < 4; k++) side_close(w->own[k / 2][k % 2]);
}

/* Without the mixtures, as where packs or data are one. */
static void world_share(struct world *w)
{
    bool one_pack = str_eq(w->own[0][0]->digest, w->own[1][1]->digest);
    w->q.side[0][1] = w->own[one_pack][one_pack];
    w->q.side[1][0] = w->own[!one_pack][!one_pack];
}

typedef void each(struct world *w, const struct org_diff *d, size_t i, const struct attribution *a);
static size_t every(struct world *w, each *look)
{
    size_t n = 0;
    for (size_t o = 0; o < w->c.count; o++) {
        const struct org_diff *d = compare_org(&w->c, o, &w->arena);
        for (size_t i = 0; i < d->judgment_count; i++, n++) {
            struct attribution a = attribution_of(&w->c, &w->q, d, i, &w->arena);
            look(w, d, i, &a);
        }
    }
    return n;
}

/* --- The oracle --------------------------------------------------------------------------------------------------------- */

struct crossing { const char *older, *newer; }; /* a crosswalk of grades, as the pack declares it; ends with NULL */
static const struct crossing *crossing;         /* NULL: one scale */

static const struct side_judgment *find(const struct judged *side, struct str org, struct str area)
{
    for (size_t o = 0; o < side->org_count; o++)
        for (size_t a = 0; str_eq(side->orgs[o].id, org) && a < side->area_count; a++)
            if (str_eq(side->areas[a].id, area)) return &side->orgs[o].judgments[a];
    ck_abort_msg("%s of %s is not there", area.s, org.s);
    return NULL;
}

static int on_scale(const struct judged *side, const char *name)
{
    for (size_t g = 0; name && g < side->scale.count; g++)
        if (str_is(side->scale.list[g], name)) return (int)g;
    return -1;
}

static const char *translated(const char *name)
{
    for (const struct crossing *x = crossing; x->older; x++)
        if (strcmp(x->older, name) == 0) return x->newer;
    return NULL;
}

static const char *back(const char *name)
{
    const char *found = NULL;
    for (const struct crossing *x = crossing; x->older; x++)
        if (strcmp(x->newer, name) == 0) {
            if (found) return NULL;
            found = x->older;
        }
    return found;
}

/* cause: evidence, rules, scale, moderation; each false as it was, true as it is. -1: there is no grade. */
static int oracle_value(const struct world *w, struct str org, struct str area, const bool cause[4])
{
    const struct side_judgment *people = find(w->own[cause[3]][cause[3]], org, area), *rules = find(w->own[cause[1]][cause[0]], org, area);
    const struct side_judgment *given = find(w->own[cause[0]][cause[0]], org, area);
    const struct judged *side = w->own[cause[1]][cause[0]];
    bool decided = people->more && people->more->moderation, newer = decided ? cause[3] : cause[1];
    const char *name = rules->computed < 0 ? NULL : side->scale.list[rules->computed].s;
    if (!decided && given->status == PEEL_CARRIED_OVER) /* by no rules, of its own year */
        newer = cause[0], name = side_published(w->own[newer][newer], given).s;
    if (decided) name = people->more->moderation->to.s;
    if (name && on_scale(w->own[newer][newer], name) < 0) return -1; /* carried over from another scale */
    if (!name) return -1;
    if (crossing && newer && !cause[2]) name = back(name);
    if (crossing && !newer && cause[2]) name = translated(name);
    return on_scale(w->own[1][1], name);
}

/* In 24ths. False: some combination has no grade. */
static bool oracle(const struct world *w, struct str org, struct str area, int part[4])
{
    memset(part, 0, 4 * sizeof *part);
    for (int order = 0; order < 256; order++) {
        int turn[4] = {order & 3, order >> 2 & 3, order >> 4 & 3, order >> 6 & 3}, seen = 0;
        for (int i = 0; i < 4; i++) seen |= 1 << turn[i];
        if (seen != 15) continue; /* a cause is twice */
        bool cause[4] = {false, false, false, false};
        int before = oracle_value(w, org, area, cause);
        for (int i = 0; i < 4; i++) {
            cause[turn[i]] = true;
            int after = oracle_value(w, org, area, cause);
            if (before < 0 || after < 0) return false;
            part[turn[i]] += after - before;
            before = after;
        }
    }
    return true;
}

static size_t splits, moved[CAUSES], obstacles, interactions;
static void forget(void) { splits = obstacles = interactions = 0, memset(moved, 0, sizeof moved); }

static bool is_asked(const struct org_diff *d, size_t i)
{
    const struct judgment_diff *j = &d->judgments[i];
    return d->was && d->now && j->was && j->now && j->was->grade >= 0 && j->now->grade >= 0;
}

static void as_the_oracle(struct world *w, const struct org_diff *d, size_t i, const struct attribution *a)
{
    int part[4];
    if (!is_asked(d, i)) {
        ck_assert_int_eq(a->state, ATTRIBUTION_NO_GRADE);
        return;
    }
    if (d->judgments[i].change == JUDGMENT_CARRIED_OVER) {
        ck_assert_int_eq(a->state, ATTRIBUTION_CARRIED_OVER);
        return;
    }
    bool split = oracle(w, d->now->id, w->own[1][1]->areas[d->judgments[i].link->now].id, part);
    ck_assert_int_eq(a->state, split ? ATTRIBUTION_SPLIT : ATTRIBUTION_NOT_ATTRIBUTABLE);
    obstacles += !split, splits += split;
    for (int k = 0; split && k < CAUSES; k++) {
        ck_assert_msg(a->part[k] * (24 / a->unit) == part[k], "%s, %s: %d of %d, expected %d of 24", d->now->id.s, cause_name((enum cause)k), a->part[k], a->unit, part[k]);
        moved[k] += part[k] != 0;
    }
    interactions += a->interaction != 0;
}

static void the_parts_add_up(struct world *w, const struct org_diff *d, size_t i, const struct attribution *a)
{
    int sum = 0;
    (void)w;
    for (int k = 0; k < CAUSES; k++) sum += a->part[k];
    ck_assert_int_eq(sum, a->unit * a->steps);
    for (int k = 0; k < CAUSES; k++) ck_assert(a->plays[k] || a->part[k] == 0);
    if (a->state != ATTRIBUTION_SPLIT) ck_assert_int_eq(sum, 0);
    if (a->state == ATTRIBUTION_SPLIT && !a->plays[CAUSE_SCALE]) ck_assert_int_eq(a->steps, d->judgments[i].steps);
}

/* --- Random packs, random data ------------------------------------------------------------------------------------------ */

static const char *const PACKS[2] = {"was/little", "is/little"}, *const FILES[2] = {"was.jsonl", "is.jsonl"};

START_TEST(as_all_orders_over_the_four_gradings)
{
    begin();
    forget();
    for (unsigned seed = 1; seed <= 60; seed++) {
        struct world w;
        write_pack("was", seed), write_pack("is", seed + 500);
        write_data("was.jsonl", seed + 1000, 2021, true), write_data("is.jsonl", seed + 2000, 2022, true);
        world_open(&w, PACKS, FILES);
        every(&w, as_the_oracle);
        every(&w, the_parts_add_up);
        world_close(&w);
    }
    /* it was no idle run */
    ck_assert_uint_gt(splits, 500);
    ck_assert_uint_gt(obstacles, 5);
    ck_assert_uint_gt(interactions, 50);
    ck_assert(moved[CAUSE_EVIDENCE] > 100 && moved[CAUSE_RULES] > 100 && moved[CAUSE_MODERATION] > 100 && moved[CAUSE_SCALE] == 0);
    end();
}
END_TEST

static enum cause idle;
static void has_no_part(struct world *w, const struct org_diff *d, size_t i, const struct attribution *a)
{
    (void)w, (void)d, (void)i;
    ck_assert_int_eq(a->part[idle], 0);
    ck_assert_int_eq(a->interaction, 0);
}

START_TEST(no_change_of_rules_attributes_nothing_to_rules)
{
    begin();
    idle = CAUSE_RULES;
    for (unsigned seed = 1; seed <= 20; seed++) {
        struct world w;
        write_pack("was", seed), write_same_rules("is", "was");
        write_data("was.jsonl", seed + 1000, 2021, true), write_data("is.jsonl", seed + 2000, 2022, true);
        world_open(&w, PACKS, FILES); /* other bytes, the same rules */
        ck_assert(!str_eq(w.own[0][0]->digest, w.own[1][1]->digest));
        every(&w, has_no_part), every(&w, as_the_oracle);
        world_close(&w);
        world_open(&w, (const char *const[]){PACKS[0], PACKS[0]}, FILES); /* the same pack */
        world_share(&w);
        every(&w, has_no_part), every(&w, as_the_oracle), every(&w, the_parts_add_up);
        world_close(&w);
    }
    end();
}
END_TEST

START_TEST(no_change_of_evidence_attributes_nothing_to_evidence)
{
    begin();
    idle = CAUSE_EVIDENCE;
    for (unsigned seed = 1; seed <= 20; seed++) {
        struct world w;
        write_pack("was", seed), write_pack("is", seed + 500);
        write_data("was.jsonl", seed + 1000, 2021, true), write_data("is.jsonl", seed + 1000, 2022, true);
        world_open(&w, PACKS, FILES); /* another label, the same evidence */
        ck_assert(!str_eq(w.own[0][0]->dataset_digest, w.own[1][1]->dataset_digest));
        every(&w, has_no_part), every(&w, as_the_oracle);
        world_close(&w);
        world_open(&w, PACKS, (const char *const[]){FILES[0], FILES[0]}); /* the same file */
        world_share(&w);
        every(&w, has_no_part), every(&w, as_the_oracle), every(&w, the_parts_add_up);
        world_close(&w);
    }
    end();
}
END_TEST

static struct world turned;
static void is_negated(struct world *w, const struct org_diff *d, size_t i, const struct attribution *a)
{
    (void)w;
    if (!is_asked(d, i)) return;
    for (size_t o = 0; o < turned.c.count; o++) {
        const struct org_diff *e = compare_org(&turned.c, o, &turned.arena);
        if (!e->was || !e->now || !str_eq(e->now->id, d->was->id)) continue;
        struct attribution b = attribution_of(&turned.c, &turned.q, e, i, &turned.arena);
        if (a->state == ATTRIBUTION_CARRIED_OVER || b.state == ATTRIBUTION_CARRIED_OVER) continue; /* said of the newer one alone */
        ck_assert_int_eq(a->state, b.state);
        ck_assert_int_eq(a->steps, -b.steps);
        ck_assert_int_eq(a->unit, b.unit);
        ck_assert_int_eq(a->interaction, b.interaction); /* it has no direction: v11 - v10 - v01 + v00 */
        for (int k = 0; k < CAUSES; k++) ck_assert_int_eq(a->part[k], -b.part[k]);
        splits++;
    }
}

START_TEST(swapped_sides_negate_the_parts)
{
    begin();
    forget();
    for (unsigned seed = 1; seed <= 20; seed++) {
        struct world w;
        write_pack("was", seed), write_pack("is", seed + 500);
        write_data("was.jsonl", seed + 1000, 2021, true), write_data("is.jsonl", seed + 2000, 2022, true);
        world_open(&w, PACKS, FILES);
        world_open(&turned, (const char *const[]){PACKS[1], PACKS[0]}, (const char *const[]){FILES[1], FILES[0]});
        every(&w, is_negated);
        world_close(&w), world_close(&turned);
    }
    ck_assert_uint_gt(splits, 100);
    end();
}
END_TEST

/* --- Moderation withdrawn ----------------------------------------------------------------------------------------------- */

static void is_all_moderation(struct world *w, const struct org_diff *d, size_t i, const struct attribution *a)
{
    (void)w;
    for (int k = 0; k < CAUSES; k++)
        if (k != CAUSE_MODERATION) ck_assert_int_eq(a->part[k], 0);
    if (a->state == ATTRIBUTION_SPLIT) ck_assert_int_eq(a->part[CAUSE_MODERATION], a->unit * d->judgments[i].steps);
    moved[CAUSE_MODERATION] += a->part[CAUSE_MODERATION] != 0;
}

static void withdraw(const char *from, const char *to)
{
    char line[4096];
    FILE *in = fopen(from, "r"), *out = fopen(to, "w");
    ck_assert(in && out);
    while (fgets(line, sizeof line, in))
        for (char *at = line, *end; *at; at = end) {
            end = strstr(at, "\"why\":\"w\"}");
            fprintf(out, "%.*s", end ? (int)(end - at) : (int)strlen(at), at);
            if (!end) break;
            fprintf(out, "\"why\":\"w\",\"withdrawn\":\"2021-07\"}");
            end += strlen("\"why\":\"w\"}");
        }
    fclose(in), fclose(out);
}

START_TEST(moderation_withdrawn_is_all_moderation)
{
    begin();
    forget();
    for (unsigned seed = 1; seed <= 20; seed++) {
        struct world w;
        write_pack("was", seed);
        write_data("was.jsonl", seed + 1000, 2021, true), withdraw("was.jsonl", "is.jsonl");
        world_open(&w, (const char *const[]){PACKS[0], PACKS[0]}, FILES);
        world_share(&w);
        every(&w, is_all_moderation), every(&w, as_the_oracle);
        world_close(&w);
    }
    ck_assert_uint_gt(moved[CAUSE_MODERATION], 30);
    end();
}
END_TEST

/* --- Two scales --------------------------------------------------------------------------------------------------------- */

/* What a scale's pack calls the four bands of one share. */
static void write_scale_pack(const char *name, const char *scale, const char *const grade[4], const char *compared, unsigned good, unsigned best)
{
    char path[80], text[4096];
    make_folder(".", name);
    snprintf(path, sizeof path, "%s/pack.lua", name);
    snprintf(text, sizeof text,
             "return pack {\n name = \"%s\", version = \"1.0.0\", title = \"A scale\", scale = { %s }, areas = { \"calls\" },\n"
             " evidence = { samples = { answered = \"Calls answered\" } },\n"
             " ladder = function(area, p)\n"
             "  if area:outcome(\"best\") == \"met\" then return \"%s\", \"r\" end\n"
             "  if area:outcome(\"good\") == \"met\" then return \"%s\", \"r\" end\n"
             "  if area:outcome(\"fair\") == \"met\" then return \"%s\", \"r\" end\n"
             "  return \"%s\", \"r\"\n end,\n %s}\n",
             name, scale, grade[3], grade[2], grade[1], grade[0], compared);
    folder_write(path, text);
    snprintf(path, sizeof path, "%s/areas/calls.lua", name);
    FILE *out = fopen(path, "w");
    ck_assert_ptr_nonnull(out);
    fprintf(out, "return area { title = \"Calls\", question = \"How?\",\n");
    const struct { const char *id; unsigned share; } each_of[] = {{"fair", 40}, {"good", good}, {"best", best}};
    for (int i = 0; i < 3; i++)
        fprintf(out, " characteristic \"%s\" { level = \"good\", text = \"t\", rests = \"ours\", judge = function(o, p)\n"
                     "  if o.samples.answered:at_least(%u / 100) then return met \"m\" end return not_met \"n\" end },\n", each_of[i].id, each_of[i].share);
    fprintf(out, "}\n");
    fclose(out);
}

static const char FOUR[] = "\"inadequate\", \"requires-improvement\", \"good\", \"outstanding\"",
                  FIVE[] = "\"inadequate\", \"requires-improvement\", \"adequate\", \"good\", \"outstanding\"";
static const char *const OLD_NAMES[] = {"inadequate", "requires-improvement", "good", "outstanding"},
                  *const NEW_NAMES[] = {"inadequate", "requires-improvement", "adequate", "good"};
static const struct crossing TIGHTER[] = {{"inadequate", "inadequate"}, {"requires-improvement", "requires-improvement"}, {"good", "adequate"}, {"outstanding", "good"}, {NULL, NULL}};
static const char TIGHTER_SAID[] = " compared = { four = { comparability = \"alike\", areas = { calls = \"calls\" },\n"
                                   "  grades = { inadequate = \"inadequate\", [\"requires-improvement\"] = \"requires-improvement\", good = \"adequate\", outstanding = \"good\" } } },\n";

static void is_all_scale(struct world *w, const struct org_diff *d, size_t i, const struct attribution *a)
{
    const struct judgment_diff *j = &d->judgments[i];
    if (!is_asked(d, i)) return;
    ck_assert_int_eq(a->state, ATTRIBUTION_SPLIT);
    ck_assert_int_eq(j->change, JUDGMENT_UNCHANGED); /* by the crosswalk */
    ck_assert(a->part[CAUSE_RULES] == 0 && a->part[CAUSE_EVIDENCE] == 0 && a->part[CAUSE_MODERATION] == 0);
    /* good and outstanding stand a place lower, by their names: worked by hand */
    ck_assert_int_eq(a->part[CAUSE_SCALE], a->unit * (j->was->grade >= 2 ? -1 : 0));
    moved[CAUSE_SCALE] += a->part[CAUSE_SCALE] != 0;
    (void)w;
}

START_TEST(four_tiers_become_five_and_that_alone_is_the_scale)
{
    static const char *const packs[2] = {"four", "five"};
    begin();
    forget();
    crossing = TIGHTER;
    write_scale_pack("four", FOUR, OLD_NAMES, "", 60, 85), write_scale_pack("five", FIVE, NEW_NAMES, TIGHTER_SAID, 60, 85);
    for (unsigned seed = 1; seed <= 20; seed++) {
        struct world w;
        write_data("was.jsonl", seed + 1000, 2021, false);
        world_open(&w, packs, (const char *const[]){FILES[0], FILES[0]});
        world_share(&w);
        ck_assert_uint_gt(every(&w, is_all_scale), 0);
        every(&w, as_the_oracle);
        world_close(&w);
    }
    ck_assert_uint_gt(moved[CAUSE_SCALE], 50);
    crossing = NULL;
    end();
}
END_TEST

START_TEST(scale_rules_evidence_and_people_together)
{
    static const char *const packs[2] = {"four", "five"};
    begin();
    forget();
    crossing = TIGHTER;
    write_scale_pack("four", FOUR, OLD_NAMES, "", 60, 85), write_scale_pack("five", FIVE, NEW_NAMES, TIGHTER_SAID, 70, 95);
    for (unsigned seed = 1; seed <= 40; seed++) {
        struct world w;
        write_data("was.jsonl", seed + 1000, 2021, true), write_data("is.jsonl", seed + 2000, 2022, true);
        world_open(&w, packs, FILES);
        every(&w, as_the_oracle), every(&w, the_parts_add_up);
        world_close(&w);
    }
    ck_assert(moved[CAUSE_EVIDENCE] > 50 && moved[CAUSE_RULES] > 20 && moved[CAUSE_MODERATION] > 50 && moved[CAUSE_SCALE] > 50 && obstacles > 10);
    crossing = NULL;
    end();
}
END_TEST

/* Where each older grade is the newer one of its name, the crosswalk moves nothing, and a grade that is new with the scale has its place. */
START_TEST(a_scale_that_keeps_its_names_has_no_part)
{
    static const char *const packs[2] = {"four", "five"}, *const names[] = {"inadequate", "requires-improvement", "adequate", "good"};
    static const char said[] = " compared = { four = { comparability = \"alike\", areas = { calls = \"calls\" },\n"
                               "  grades = { inadequate = \"inadequate\", [\"requires-improvement\"] = \"requires-improvement\", good = \"good\", outstanding = \"outstanding\" } } },\n";
    begin();
    forget();
    write_scale_pack("four", FOUR, OLD_NAMES, "", 60, 85), write_scale_pack("five", FIVE, names, said, 60, 85);
    for (unsigned seed = 1; seed <= 20; seed++) {
        struct world w;
        write_data("was.jsonl", seed + 1000, 2021, false), write_data("is.jsonl", seed + 2000, 2022, false);
        world_open(&w, packs, FILES);
        every(&w, as_the_oracle), every(&w, the_parts_add_up);
        world_close(&w);
    }
    ck_assert(splits > 50 && obstacles == 0 && moved[CAUSE_SCALE] == 0 && moved[CAUSE_RULES] > 0);
    end();
}
END_TEST

/* A pack may say what an earlier version of it called a grade. By one and the same version the years are compared as they are. */
START_TEST(what_a_pack_says_of_an_earlier_version_it_does_not_say_of_itself)
{
    static const char *const packs[2] = {"four", "four"};
    static const char said[] = " compared = { four = { comparability = \"alike\", areas = { calls = \"calls\" }, grades = { inadequate = \"inadequate\", [\"requires-improvement\"] = \"good\", good = \"outstanding\" } } },\n";
    begin();
    forget();
    write_scale_pack("four", FOUR, OLD_NAMES, said, 60, 85);
    for (unsigned seed = 1; seed <= 20; seed++) {
        struct world w;
        write_data("was.jsonl", seed + 1000, 2021, true), write_data("is.jsonl", seed + 2000, 2022, true);
        world_open(&w, packs, FILES);
        world_share(&w);
        every(&w, as_the_oracle), every(&w, the_parts_add_up);
        world_close(&w);
    }
    ck_assert(splits > 50 && moved[CAUSE_EVIDENCE] > 20 && moved[CAUSE_SCALE] == 0 && moved[CAUSE_RULES] == 0);
    end();
}
END_TEST

/* Grades of one scale may have other names now, too: then a decision of the same name is another decision, and the parts add up to the step between the names. */
START_TEST(a_decision_on_a_scale_whose_names_changed_places_is_another)
{
    static const char *const packs[2] = {"four", "five"}, *const names[] = {"inadequate", "good", "outstanding", "requires-improvement"};
    static const struct crossing turned_round[] = {{"inadequate", "inadequate"}, {"requires-improvement", "good"}, {"good", "outstanding"}, {"outstanding", "requires-improvement"}, {NULL, NULL}};
    static const char said[] = " compared = { four = { comparability = \"alike\", areas = { calls = \"calls\" },\n"
                               "  grades = { inadequate = \"inadequate\", [\"requires-improvement\"] = \"good\", good = \"outstanding\", outstanding = \"requires-improvement\" } } },\n";
    begin();
    forget();
    crossing = turned_round;
    write_scale_pack("four", FOUR, OLD_NAMES, "", 60, 85), write_scale_pack("five", FOUR, names, said, 70, 95);
    for (unsigned seed = 1; seed <= 20; seed++) {
        struct world w;
        write_data("was.jsonl", seed + 1000, 2021, true), write_data("is.jsonl", seed + 1000, 2022, true); /* the same decisions */
        world_open(&w, packs, FILES);
        every(&w, as_the_oracle), every(&w, the_parts_add_up);
        world_close(&w);
    }
    ck_assert(splits > 50 && moved[CAUSE_SCALE] > 20 && moved[CAUSE_MODERATION] > 10);
    crossing = NULL;
    end();
}
END_TEST

/* --- Not comparable, and what was missing ------------------------------------------------------------------------------- */

static void is_not_compared(struct world *w, const struct org_diff *d, size_t i, const struct attribution *a)
{
    (void)w;
    if (!is_asked(d, i)) return;
    ck_assert_int_eq(a->state, ATTRIBUTION_NOT_COMPARABLE);
    ck_assert(a->steps == 0 && a->interaction == 0);
    for (int k = 0; k < CAUSES; k++) ck_assert_int_eq(a->part[k], 0);
    for (int k = 0; k < 4; k++) ck_assert_int_ge(a->grade[k / 2][k % 2], 0); /* all four are told */
    splits++;
}

START_TEST(no_steps_are_counted_of_what_is_not_comparable)
{
    static const char *const packs[2] = {"four", "five"};
    begin();
    forget();
    write_scale_pack("four", FOUR, OLD_NAMES, "", 60, 85);
    write_scale_pack("five", FIVE, NEW_NAMES, " compared = { four = { comparability = \"not-comparable\", because = \"so it is\", areas = { calls = \"calls\" } } },\n", 60, 85);
    struct world w;
    write_data("was.jsonl", 1001, 2021, false), write_data("is.jsonl", 2001, 2022, false);
    world_open(&w, packs, FILES);
    every(&w, is_not_compared);
    ck_assert_uint_gt(splits, 0);
    world_close(&w);
    end();
}
END_TEST

static void lacks_letters(struct world *w, const struct org_diff *d, size_t i, const struct attribution *a)
{
    (void)w;
    if (!is_asked(d, i) || !str_is(w->own[1][1]->areas[d->judgments[i].link->now].id, "crime")) return;
    ck_assert_int_eq(a->state, ATTRIBUTION_NOT_ATTRIBUTABLE);
    ck_assert_int_eq(a->obstacle, OBSTACLE_NO_GRADE);
    ck_assert(a->rules == 0 && a->evidence == 1);
    ck_assert_int_eq(a->grade[0][1], PEEL_INSUFFICIENT_EVIDENCE);
    ck_assert_uint_eq(a->missing.count, 1);
    ck_assert(str_is(a->missing.list[0], "Case files that met the standard")); /* its title, of the dataset that has it */
    splits++;
}

/* The older rules need case files, which the newer data never held; the newer rules do without. */
START_TEST(what_was_missing_is_named)
{
    begin();
    forget();
    make_folder("was", "little"), make_folder("is", "little");
    folder_write("was/little/pack.lua", little_manifest), folder_write("is/little/pack.lua", little_manifest);
    put_areas("was/little"), put_areas("is/little");
    little_replace("is/little/areas/crime.lua", little_crime, "force.samples.files\n", "force.samples.answered\n");
    FILE *out = fopen("was.jsonl", "w");
    ck_assert_ptr_nonnull(out);
    write_header(out, 2021);
    fprintf(out, "{\"id\":\"o\",\"name\":\"O\",\"samples\":{\"answered\":{\"reviewed\":60,\"met\":50},\"files\":{\"reviewed\":50,\"met\":45}},\"measures\":{\"delay\":9}}\n");
    fclose(out);
    out = fopen("is.jsonl", "w");
    ck_assert_ptr_nonnull(out);
    fprintf(out, "{\"format\":\"peel.dataset.v1\",\"round\":\"r\",\"year\":2022,\"samples\":{\"answered\":{\"title\":\"Calls answered\"}},\"measures\":{\"delay\":{\"title\":\"Minutes\"}}}\n"
                 "{\"id\":\"o\",\"name\":\"O\",\"samples\":{\"answered\":{\"reviewed\":60,\"met\":30}},\"measures\":{\"delay\":9}}\n");
    fclose(out);
    struct world w;
    world_open(&w, PACKS, FILES);
    every(&w, lacks_letters);
    ck_assert_uint_eq(splits, 1);
    world_close(&w);
    end();
}
END_TEST

/* --- Outcomes ----------------------------------------------------------------------------------------------------------- */

/* Calls answered, of 60: 50 is 83%, 40 is 67%, 36 is 60%; met from 80%, partly met from 50%. */
static enum outcome_cause outcome_cause_of(unsigned was, unsigned is, const char *good_share)
{
    struct world w;
    char with[40];
    unsigned met[2] = {was, is};
    enum outcome_cause cause = OUTCOME_CAUSES;
    make_folder("was", "little"), make_folder("is", "little");
    put_areas("was/little"), put_areas("is/little");
    snprintf(with, sizeof with, "good_share = { %s,", good_share);
    folder_write("was/little/pack.lua", little_manifest);
    little_replace("is/little/pack.lua", little_manifest, "good_share = { 0.8,", with);
    for (int i = 0; i < 2; i++) {
        FILE *out = fopen(FILES[i], "w");
        ck_assert_ptr_nonnull(out);
        write_header(out, 2021 + i);
        fprintf(out, "{\"id\":\"o\",\"name\":\"O\",\"samples\":{\"answered\":{\"reviewed\":60,\"met\":%u}}}\n", met[i]);
        fclose(out);
    }
    world_open(&w, PACKS, FILES);
    const struct org_diff *d = compare_org(&w.c, 0, &w.arena);
    ck_assert_uint_eq(d->judgments[0].outcome_count, 1);
    cause = attribution_of_outcome(&w.q, d, &d->judgments[0].outcomes[0]).cause;
    world_close(&w);
    return cause;
}

START_TEST(an_outcome_is_somebodys_doing)
{
    begin();
    ck_assert_int_eq(outcome_cause_of(50, 40, "0.81"), OUTCOME_BY_EVIDENCE); /* 83% is met by both; 67% by neither */
    ck_assert_int_eq(outcome_cause_of(50, 51, "0.90"), OUTCOME_BY_RULES);    /* 83% and 85% are met by the older alone */
    ck_assert_int_eq(outcome_cause_of(50, 40, "0.90"), OUTCOME_BY_EITHER);
    ck_assert_int_eq(outcome_cause_of(36, 40, "0.65"), OUTCOME_BY_BOTH);     /* 60% is met by neither, 67% by the newer alone */
    end();
}
END_TEST

UNIT("attribution", as_all_orders_over_the_four_gradings, no_change_of_rules_attributes_nothing_to_rules, no_change_of_evidence_attributes_nothing_to_evidence, swapped_sides_negate_the_parts,
     moderation_withdrawn_is_all_moderation, four_tiers_become_five_and_that_alone_is_the_scale, scale_rules_evidence_and_people_together, a_scale_that_keeps_its_names_has_no_part,
     what_a_pack_says_of_an_earlier_version_it_does_not_say_of_itself, a_decision_on_a_scale_whose_names_changed_places_is_another, no_steps_are_counted_of_what_is_not_comparable, what_was_missing_is_named, an_outcome_is_somebodys_doing);
