/* judgment.c: the published grades of an organisation, moderations of them, and how many of each grade a text says
 * there are. */
#include "data/intake.h"
#include <stdlib.h>

#define BIT(key) (1u << (key))

/* --- one judgment ------------------------------------------------------------------------------------ */

enum { J_AREA, J_GRADE, J_STATUS, J_DATE, J_ROUND, J_NOTE, J_SOURCE, J_COUNT };
static const struct str judgment_keys[] = {KEY("area"),  KEY("grade"), KEY("status"), KEY("date"),
                                           KEY("round"), KEY("note"),  KEY("source")};
static const struct shape judgment_shape = {"a judgment", judgment_keys, J_COUNT, BIT(J_AREA), HINT_LEAVE_OUT, NULL};

static const struct str statuses[] = {KEY("fresh"),     KEY("carried-over"), KEY("revisit"),
                                      KEY("corrected"), KEY("added-late"),   KEY("not-inspected")};
static const enum peel_status status_of[] = {PEEL_FRESH,     PEEL_CARRIED_OVER, PEEL_REVISIT,
                                             PEEL_CORRECTED, PEEL_ADDED_LATE,   PEEL_NOT_INSPECTED};

static void status_read(struct intake *in, enum peel_status *out)
{
    int i = want_word(in, statuses, sizeof statuses / sizeof *statuses);
    if (i >= 0) *out = status_of[i];
}

/* What the status asks for besides. */
static void judgment_settle(struct intake *in, const struct judgment *j, const struct fields *f)
{
    bool dateless = j->status == PEEL_FRESH || j->status == PEEL_NOT_INSPECTED;
    const char *name = peel_status_name(j->status);
    if (j->status == PEEL_NOT_INSPECTED && fields_has(f, J_GRADE))
        tell_error(in, j->offset, 0, "leave one of them out", "a judgment with status \"not-inspected\" has no grade");
    if (j->status != PEEL_NOT_INSPECTED) fields_need(in, f, BIT(J_GRADE));
    if (dateless || fields_has(f, J_DATE)) return;
    const char *hint = j->status == PEEL_CARRIED_OVER
                           ? "when was the grade first given? The year is enough: \"date\": \"2016\""
                           : "when was it published? \"date\": \"2022-05-31\"";
    tell_error(in, j->offset, 1, hint, "a judgment with status \"%s\" needs \"date\"", name);
}

static void judgment_read(struct intake *in, struct judgment *j)
{
    struct fields f;
    *j = (struct judgment){
        .grade = -1, .status = PEEL_FRESH, .offset = reader_offset(&in->reader), .source = {NO_SLOT, {NULL, 0}}};
    if (!fields_open(in, &f, &judgment_shape)) return;
    for (int i; (i = fields_next(in, &f)) >= 0;) switch (i) {
        case J_AREA: want_id(in, &j->area); break;
        case J_GRADE: j->grade = want_grade(in); break;
        case J_STATUS: status_read(in, &j->status); break;
        case J_DATE: want_date(in, &j->date); break;
        case J_ROUND: want_text(in, &j->round); break;
        case J_NOTE: want_text(in, &j->note); break;
        default: want_citation(in, &j->source); break;
        }
    if (!in->wrong && !in->reader.failed) judgment_settle(in, j, &f);
}

void judgments_read(struct intake *in, struct org *org)
{
    struct rows rows;
    bool before = in->wrong, wrong = false;
    if (!rows_open(in, &rows, sizeof(struct judgment), "an array of judgments")) return;
    while (rows_next(in, (struct str)KEY("judgments"))) {
        in->wrong = false;
        judgment_read(in, rows_add(in->arena, &rows));
        wrong |= in->wrong;
    }
    in->judgments_wrong = wrong;
    in->wrong = before || wrong;
    org->judgments = (struct judgment *)(void *)rows.items;
    org->judgment_count = rows.count;
}

/* --- judgments of the same area ------------------------------------------------------------------------ */

static bool follows_up(const struct judgment *j) { return j->status == PEEL_REVISIT || j->status == PEEL_CORRECTED; }

/* By area, then by date, then as in the file. */
static int compare(const void *a, const void *b)
{
    const struct judgment *x = *(const struct judgment *const *)a, *y = *(const struct judgment *const *)b;
    size_t n = x->area.n < y->area.n ? x->area.n : y->area.n;
    int c = memcmp(x->area.s, y->area.s, n);
    if (c == 0) c = (x->area.n > y->area.n) - (x->area.n < y->area.n);
    if (c == 0) c = date_compare(x->date, y->date);
    return c ? c : (x->offset > y->offset) - (x->offset < y->offset);
}

static unsigned long long line_of(struct intake *in, uint32_t offset)
{
    return (unsigned long long)reader_place(&in->reader, offset, 1).line;
}

static void tell_second(struct intake *in, const struct judgment *j, const struct judgment *first)
{
    unsigned long long line = tell_worth(in) ? line_of(in, first->offset) : 0;
    struct quote q = quote_str(j->area);
    if (!follows_up(j))
        tell_error(in, j->offset, 1, "a second one has \"status\": \"revisit\" or \"corrected\", and its date",
                   "the area %s is judged twice; the first judgment is on line %llu", q.text, line);
    else
        tell_error(in, j->offset, 1, "the latest judgment of an area stands: give dates that tell which it is",
                   "this judgment of %s is not later than the one on line %llu", q.text, line);
}

/* `group` holds the judgments of one area by date: one original, and the others later, each on a date of its own. */
static void group_check(struct intake *in, const struct judgment *const *group, size_t count)
{
    const struct judgment *original = NULL;
    for (size_t i = 0; i < count; i++)
        if (!follows_up(group[i]) && (!original || group[i]->offset < original->offset)) original = group[i];
    for (size_t i = 0; i < count; i++) {
        const struct judgment *j = group[i];
        bool tied = i > 0 && follows_up(group[i - 1]) && date_compare(group[i - 1]->date, j->date) == 0;
        if (j == original) continue;
        if (!follows_up(j) || (original && date_compare(j->date, original->date) <= 0))
            tell_second(in, j, original);
        else if (tied)
            tell_second(in, j, group[i - 1]);
    }
}

static void stated_check(struct intake *in, const struct org *org, const uint64_t *held)
{
    for (size_t i = 0; i < org->stated_count; i++) {
        const struct stated *s = &org->stated[i];
        if (s->grade < 0 || s->count == held[s->grade]) continue;
        tell_warning(in, s->offset, "the source says %llu %s %s; the judgments hold %llu", (unsigned long long)s->count,
                     s->count == 1 ? "area is" : "areas are", in->dataset->scale[s->grade].s,
                     (unsigned long long)held[s->grade]);
    }
}

void judgments_check(struct intake *in, const struct org *org)
{
    uint64_t held[SCALE_LIMIT] = {0};
    const struct judgment **sorted = arena_alloc(in->arena, (org->judgment_count + 1) * sizeof *sorted);
    size_t n = 0;
    for (size_t i = 0; i < org->judgment_count; i++)
        if (org->judgments[i].area.s) sorted[n++] = &org->judgments[i];
    if (n == 0 || in->judgments_wrong) return;
    qsort(sorted, n, sizeof *sorted, compare);
    for (size_t i = 0, next; i < n; i = next) {
        for (next = i + 1; next < n && str_eq(sorted[next]->area, sorted[i]->area);) next++;
        if (next > i + 1) group_check(in, sorted + i, next - i);
        if (sorted[next - 1]->grade >= 0) held[sorted[next - 1]->grade]++;
    }
    if (!in->wrong) stated_check(in, org, held);
}

/* --- moderations --------------------------------------------------------------------------------------- */

enum { M_AREA, M_TO, M_BY, M_DATE, M_WHY, M_WITHDRAWN, M_COUNT };
static const struct str moderation_keys[] = {KEY("area"), KEY("to"),  KEY("by"),
                                             KEY("date"), KEY("why"), KEY("withdrawn")};
static const struct shape moderation_shape = {
    "a moderation", moderation_keys,
    M_COUNT,        BIT(M_AREA) | BIT(M_TO) | BIT(M_BY) | BIT(M_DATE) | BIT(M_WHY),
    HINT_LEAVE_OUT, NULL};

static void moderation_read(struct intake *in, struct moderation *m)
{
    struct fields f;
    *m = (struct moderation){.to = -1, .offset = reader_offset(&in->reader)};
    if (!fields_open(in, &f, &moderation_shape)) return;
    for (int i; (i = fields_next(in, &f)) >= 0;) switch (i) {
        case M_AREA: want_id(in, &m->area); break;
        case M_TO: m->to = want_grade(in); break;
        case M_BY: want_text(in, &m->by); break;
        case M_DATE: want_date(in, &m->date); break;
        case M_WHY: want_text(in, &m->why); break;
        default: want_date(in, &m->withdrawn); break;
        }
    if (!in->wrong && m->withdrawn.year && date_compare(m->withdrawn, m->date) < 0)
        tell_error(in, m->offset, 1, NULL, "the moderation is withdrawn before its date");
}

void moderations_read(struct intake *in, struct org *org)
{
    struct rows rows;
    bool wrong = in->wrong;
    if (!rows_open(in, &rows, sizeof(struct moderation), "an array of moderations")) return;
    while (rows_next(in, (struct str)KEY("moderations"))) {
        in->wrong = false;
        moderation_read(in, rows_add(in->arena, &rows));
        wrong |= in->wrong;
    }
    in->wrong = wrong;
    org->moderations = (struct moderation *)(void *)rows.items;
    org->moderation_count = rows.count;
}

/* By area, then by date, then as in the file; those that are not in force last. */
static int compare_moderations(const void *a, const void *b)
{
    const struct moderation *x = *(const struct moderation *const *)a, *y = *(const struct moderation *const *)b;
    int c = (x->withdrawn.year != 0) - (y->withdrawn.year != 0);
    size_t n = x->area.n < y->area.n ? x->area.n : y->area.n;
    if (c == 0) c = memcmp(x->area.s, y->area.s, n);
    if (c == 0) c = (x->area.n > y->area.n) - (x->area.n < y->area.n);
    if (c == 0) c = date_compare(x->date, y->date);
    return c ? c : (x->offset > y->offset) - (x->offset < y->offset);
}

/* The latest moderation in force is what stands: so no two of one area on one date, or the order of the file would decide. */
void moderations_check(struct intake *in, const struct org *org)
{
    const struct moderation **sorted = arena_alloc(in->arena, (org->moderation_count + 1) * sizeof *sorted);
    if (in->wrong) return;
    for (size_t i = 0; i < org->moderation_count; i++) sorted[i] = &org->moderations[i];
    if (org->moderation_count) qsort(sorted, org->moderation_count, sizeof *sorted, compare_moderations);
    for (size_t i = 1; i < org->moderation_count && !sorted[i]->withdrawn.year; i++) {
        const struct moderation *before = sorted[i - 1], *m = sorted[i];
        if (!str_eq(before->area, m->area) || date_compare(before->date, m->date) != 0) continue;
        unsigned long long line = tell_worth(in) ? line_of(in, before->offset) : 0;
        tell_error(in, m->offset, 1, "withdraw the one that no longer holds, with \"withdrawn\" and its date",
                   "the area %s has a second moderation on the date of the one on line %llu", quote_str(m->area).text, line);
    }
}

/* --- stated counts --------------------------------------------------------------------------------------- */

static const struct str stated_keys[] = {KEY("grade"), KEY("count"), KEY("source")};
static const struct shape stated_shape = {"a stated count", stated_keys, 3, 3, HINT_LEAVE_OUT, NULL};

static void stated_one(struct intake *in, struct stated *s)
{
    struct fields f;
    *s = (struct stated){.grade = -1, .offset = reader_offset(&in->reader), .source = {NO_SLOT, {NULL, 0}}};
    if (!fields_open(in, &f, &stated_shape)) return;
    for (int i; (i = fields_next(in, &f)) >= 0;) {
        if (i == 0)
            s->grade = want_grade(in);
        else if (i == 1)
            want_count(in, 0, &s->count);
        else
            want_citation(in, &s->source);
    }
}

void stated_read(struct intake *in, struct org *org)
{
    struct rows rows;
    if (!rows_open(in, &rows, sizeof(struct stated), "an array of stated counts")) return;
    while (rows_next(in, (struct str)KEY("stated"))) stated_one(in, rows_add(in->arena, &rows));
    org->stated = (struct stated *)(void *)rows.items;
    org->stated_count = rows.count;
}
