/* csv.c: one row a judgment, for R, spreadsheets and diff tools (RFC 4180, with "\n" line ends). Free text is quoted by
 * libcsv: others have found the corner cases before us. Lists within a cell are joined by "; ". One header, whatever
 * the number of datasets. */
#include "base/mem.h"
#include "report/format.h"
#include "report/row.h"

static const char *const COLUMNS[] = {"round",
                                      "year",
                                      "organisation",
                                      "name",
                                      "area",
                                      "title",
                                      "graded",
                                      "status",
                                      "date",
                                      "grade",
                                      "computed",
                                      "uncapped",
                                      "published",
                                      "agrees",
                                      "moderated_by",
                                      "moderated_on",
                                      "moderated_because",
                                      "capped_by",
                                      "share",
                                      "evidenced",
                                      "met",
                                      "partly_met",
                                      "not_met",
                                      "not_applicable",
                                      "no_evidence",
                                      "error",
                                      "limit",
                                      "causes_of_concern",
                                      "areas_for_improvement",
                                      "promising_practice",
                                      "why",
                                      "next",
                                      "needs"};

struct csv_desk {
    struct buf cell;
};
struct csv_state {
    struct csv_desk *desks;
    unsigned workers;
};
static void csv_state_close(void *state)
{
    struct csv_state *s = state;
    for (unsigned i = 0; s->desks && i < s->workers; i++) buf_done(&s->desks[i].cell);
    mem_free(s->desks);
    mem_free(s);
}

static void *csv_state_open(const struct report *r)
{
    struct csv_state *s = mem_zero(1, sizeof *s);
    if (!s) return NULL;
    s->workers = r->workers;
    s->desks = mem_zero(r->workers, sizeof *s->desks);
    if (s->desks) return s;
    csv_state_close(s);
    return NULL;
}

static void raised(struct row *row, const struct raised *list, size_t n, uint32_t area)
{
    row_cell(row);
    for (size_t i = 0; i < n; i++)
        if (list[i].area == area) row_join(row, str_of(list[i].id));
    row_put(row);
}

static void outcomes(struct row *row, const struct org_result *r, uint32_t area)
{
    size_t counts[PEEL_OUTCOMES] = {0};
    const uint32_t *start = &r->pack->shape.area_start[area];
    for (uint32_t c = start[0]; c < start[1]; c++) counts[r->verdicts[c].outcome]++;
    for (int o = 0; o < PEEL_OUTCOMES; o++) row_count(row, counts[o]);
}

static const char *agrees(const struct org *org, const struct area_result *a)
{
    if (!agreement_counts(org, a)) return "";
    return a->published == a->computed ? "true" : "false";
}

static void judgment(struct row *row, const struct org_result *r, const struct area_result *a)
{
    row_word(row, peel_status_name(a->status));
    row_date(row, a->judgment ? &a->judgment->date : NULL);
    row_word(row, pack_grade_name(r->pack, a->grade));
    row_word(row, pack_grade_name(r->pack, a->computed));
    row_word(row, pack_grade_name(r->pack, a->uncapped));
    row_text(row, a->published_name);
    row_word(row, agrees(r->org, a));
    row_text(row, a->moderation ? a->moderation->by : STR(""));
    row_date(row, a->moderation ? &a->moderation->date : NULL);
    row_text(row, a->moderation ? a->moderation->why : STR(""));
    row_cell(row);
    for (size_t i = 0; i < a->capped_count; i++) row_join(row, a->capped[i].cap->decl->id);
    row_put(row);
    row_number(row, a->share);
    row_number(row, a->evidenced);
}

static void reasons(struct row *row, const struct org_result *r, const struct area_result *a)
{
    row_cell(row);
    for (size_t i = 0; i < a->why_count; i++) row_join(row, a->why[i]);
    row_put(row);
    row_word(row, a->next >= 0 ? pack_grade_name(r->pack, a->next) : "");
    row_cell(row);
    for (size_t i = 0; i < a->need_count; i++) row_join(row, a->needs[i].text);
    row_put(row);
}

static void one_area(struct row *row, const struct org_result *r, uint32_t i)
{
    const struct decl_area *decl = r->pack->areas[i].decl;
    row->started = false;
    row_text(row, r->dataset->round);
    row_count(row, (size_t)r->dataset->year);
    row_text(row, r->org->id);
    row_text(row, r->org->name);
    row_text(row, decl->id);
    row_text(row, decl->title);
    row_word(row, decl->graded ? "true" : "false");
    judgment(row, r, &r->areas[i]);
    outcomes(row, r, i);
    raised(row, r->concerns, r->concern_count, i);
    raised(row, r->improvements, r->improvement_count, i);
    raised(row, r->practices, r->practice_count, i);
    reasons(row, r, &r->areas[i]);
    buf_char(row->out, '\n');
}

static void csv_begin(const struct report *r, void *state, struct buf *out)
{
    (void)state;
    if (r->number > 0) return;
    for (size_t i = 0; i < sizeof COLUMNS / sizeof *COLUMNS; i++) {
        if (i > 0) buf_char(out, ',');
        buf_put(out, COLUMNS[i]);
    }
    buf_char(out, '\n');
}

static void csv_one(const struct report *r, void *state, const struct org_result *result, struct buf *out,
                    unsigned worker)
{
    (void)r;
    struct buf *scratch = &((struct csv_state *)state)->desks[worker].cell;
    struct row row = {out, scratch, false};
    for (uint32_t i = 0; i < result->pack->area_count; i++) one_area(&row, result, i);
    out->failed = out->failed || scratch->failed;
}

static void csv_end(const struct report *r, void *state, const struct run_totals *totals, struct buf *out)
{
    (void)r, (void)state, (void)totals, (void)out;
}

const struct format FORMAT_CSV = {
    "csv",  "one row for each judgment, for R and spreadsheets", 0, csv_state_open, csv_state_close, csv_begin, csv_one,
    csv_end, false};
