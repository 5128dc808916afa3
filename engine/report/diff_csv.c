/* diff_csv.c: rows for R and spreadsheets: of each judgment that is asked for, then and now, by organisation or by area; of
 * each outcome that changed, by rule; of each area for improvement and cause of concern, by what was raised. */
#include "report/diff_because.h"
#include "report/row.h"

static const char *const JUDGMENTS[] = {
    "organisation",    "name",            "organisation_change", "area",           "title",          "from",
    "area_change",     "comparability",   "change",              "steps",          "older_grade",    "newer_grade",
    "older_computed",  "newer_computed",  "older_published",     "newer_published", "older_status",  "newer_status",
    "older_date",      "newer_date",      "moderation",          "outcomes",       "readings",       "because",
    "attribution",     "part_evidence",   "part_rules",          "part_scale",     "part_moderation", "interaction",
    "parts_per_grade", "older_rules_newer_evidence", "newer_rules_older_evidence", "missing"};
static const char *const RULES[] = {"rule", "from", "organisation", "name", "older", "newer", "older_rules_newer_evidence",
                                    "newer_rules_older_evidence", "because"};

static const char *const LIVES[] = {"organisation", "name", "id", "kind", "by", "area", "text", "change", "because", "since", "event_date",
                                    "event_status", "event_by", "event_comment", "overdue"};

static void header(const char *const *columns, size_t count, struct buf *out)
{
    for (size_t i = 0; i < count; i++) {
        if (i) buf_char(out, ',');
        buf_put(out, columns[i]);
    }
    buf_char(out, '\n');
}

static void row_end(const struct diff_report *r, struct row *row)
{
    buf_char(row->out, '\n');
    row->started = false;
    if (r->drain) r->drain(r->context, row->out);
}


static void area(struct row *row, const struct crosswalk *x, const struct area_link *link)
{
    const struct str none = {NULL, 0};
    row_text(row, link->now == NO_SLOT ? none : x->now->areas[link->now].id);
    row_text(row, link->now == NO_SLOT ? x->was->areas[link->was[0]].title : x->now->areas[link->now].title);
    row_cell(row);
    for (size_t i = 0; i < link->was_count; i++) row_join(row, x->was->areas[link->was[i]].id);
    row_put(row);
    row_word(row, area_change_name(link->change));
    row_word(row, !link->comparability ? "" : link->comparability == ALIKE ? "alike" : "not-comparable");
}

static void grades(struct row *row, const struct crosswalk *x, const struct judgment_diff *d)
{
    const struct side_judgment *was = d->was, *now = d->now;
    const struct str none = {NULL, 0};
    row_cell(row);
    for (size_t i = 0; i < d->link->was_count; i++)
        row_join(row, str_of(side_grade_name(x->was, d->before->judgments[d->link->was[i]].grade)));
    row_word(row, buf_text(row->cell));
    row_word(row, now ? side_grade_name(x->now, now->grade) : "");
    row_word(row, was ? side_grade_name(x->was, was->computed) : "");
    row_word(row, now ? side_grade_name(x->now, now->computed) : "");
    row_text(row, was ? side_published(x->was, was) : none);
    row_text(row, now ? side_published(x->now, now) : none);
    row_word(row, was ? peel_status_name((enum peel_status)was->status) : "");
    row_word(row, now ? peel_status_name((enum peel_status)now->status) : "");
    row_date(row, was ? &was->date : NULL);
    row_date(row, now ? &now->date : NULL);
}

static void outcomes(struct row *row, const struct crosswalk *x, const struct judgment_diff *d)
{
    row_cell(row);
    for (size_t i = 0; i < d->outcome_count; i++) {
        const struct outcome_diff *o = &d->outcomes[i];
        row_join(row, crosswalk_short(x->now->characteristics[o->now].id));
        buf_printf(row->cell, ": %s, was %s", peel_outcome_name(o->after), peel_outcome_name(o->before));
    }
    row_put(row);
}

static void readings(struct row *row, const struct judgment_diff *d)
{
    row_cell(row);
    for (size_t i = 0; i < d->reading_count; i++) {
        row_join(row, d->readings[i].entry->id);
        buf_printf(row->cell, ": %s", moved_name(d->readings[i].moved));
    }
    row_put(row);
}

static void whole(struct row *row, bool told, int number)
{
    row_cell(row), buf_int(row->cell, number);
    row_word(row, told ? buf_text(row->cell) : "");
}

static void mixed(const struct diff_report *r, struct row *row, const struct attribution *a, const struct judgment_diff *d)
{
    const struct quartet *q = &r->c->quartet;
    bool asked = quartet_is_known(r->c) && d->was && d->now && d->link->was_count == 1;
    row_word(row, asked ? side_grade_name(q->side[0][1], a->grade[0][1]) : "");
    row_word(row, asked ? side_grade_name(q->side[1][0], a->grade[1][0]) : "");
}

/* Parts are whole numbers, of which parts_per_grade make a step. */
static void because(const struct diff_report *r, struct row *row, const struct org_diff *o, size_t i)
{
    struct attribution a = {.state = ATTRIBUTION_NO_GRADE};
    bool told = diff_because(r, o, i, &a), split = told && a.state == ATTRIBUTION_SPLIT;
    row_word(row, told ? attribution_state_name(a.state) : "");
    for (int k = 0; k < CAUSES; k++) whole(row, split, a.part[k]);
    whole(row, split, a.interaction), whole(row, split, a.unit);
    mixed(r, row, &a, &o->judgments[i]);
    row_cell(row);
    for (size_t k = 0; told && k < a.missing.count; k++) row_join(row, a.missing.list[k]);
    for (size_t k = 0; told && k < a.idle.count; k++) row_join(row, a.idle.list[k]);
    row_put(row);
}

static void judgment(const struct diff_report *r, struct row *row, const struct org_diff *o, size_t i)
{
    const struct judgment_diff *d = &o->judgments[i];
    const struct crosswalk *x = &r->c->crosswalk;
    row_text(row, o->now->id), row_text(row, o->now->name), row_word(row, org_change_name(o->change));
    area(row, x, d->link);
    row_word(row, judgment_change_name(d->change));
    row_cell(row), buf_int(row->cell, d->steps);
    row_word(row, d->steps ? buf_text(row->cell) : "");
    grades(row, x, d);
    row_word(row, d->moderation ? moderation_change_name(d->moderation) : "");
    outcomes(row, x, d), readings(row, d);
    row_text(row, d->because);
    because(r, row, o, i);
    row_end(r, row);
}

/* An organisation that is in one of them alone: what it is, and no more. */
static void alone(const struct diff_report *r, struct row *row, const struct org_diff *o)
{
    const struct side_org *is = o->now ? o->now : o->was;
    row_text(row, is->id), row_text(row, is->name), row_word(row, org_change_name(o->change));
    for (size_t i = 3; i < sizeof JUDGMENTS / sizeof *JUDGMENTS; i++) row_word(row, "");
    row_end(r, row);
}

static void by_organisation(const struct diff_report *r, struct row *row)
{
    for (size_t i = 0; i < r->c->count; i++) {
        const struct org_diff *o = diff_pair(r, i);
        if (!o) continue;
        if ((!o->was || !o->now) && r->request.only <= DIFF_CHANGED) alone(r, row, o);
        for (size_t k = 0; k < o->judgment_count; k++)
            if (diff_shows(&r->request, &o->judgments[k])) judgment(r, row, o, k);
    }
}

static void by_area(const struct diff_report *r, struct row *row)
{
    for (size_t k = 0; k < r->c->crosswalk.count; k++)
        for (size_t i = 0; i < r->c->count; i++) {
            const struct org_diff *o = diff_pair(r, i);
            if (o && k < o->judgment_count && diff_shows(&r->request, &o->judgments[k]))
                judgment(r, row, o, k);
        }
}

static void outcome_because(const struct diff_report *r, struct row *row, const struct org_diff *o, const struct outcome_diff *d)
{
    bool crossed = quartet_is_crossed(r->c);
    struct outcome_attribution a = {PEEL_MET, PEEL_MET, OUTCOME_BY_BOTH};
    if (crossed) a = attribution_of_outcome(r->c, o, d);
    row_word(row, crossed ? peel_outcome_name(a.older_rules) : "");
    row_word(row, crossed ? peel_outcome_name(a.newer_rules) : "");
    row_word(row, crossed ? outcome_cause_name(a.cause) : "");
}

static void by_rule(const struct diff_report *r, struct row *row)
{
    const struct crosswalk *x = &r->c->crosswalk;
    for (uint32_t c = 0; c < x->now->characteristic_count; c++)
        for (size_t i = 0; x->characteristic[c] != NO_SLOT && i < r->c->count; i++) {
            const struct org_diff *o = diff_pair(r, i);
            size_t link = x->now->characteristics[c].area; /* the links begin with the newer areas, in order */
            if (!o || link >= o->judgment_count || !diff_shows(&r->request, &o->judgments[link])) continue;
            const struct judgment_diff *d = &o->judgments[link];
            for (size_t k = 0; k < d->outcome_count; k++) {
                if (d->outcomes[k].now != c) continue;
                row_text(row, x->now->characteristics[c].id), row_text(row, x->was->characteristics[d->outcomes[k].was].id);
                row_text(row, o->now->id), row_text(row, o->now->name);
                row_word(row, peel_outcome_name(d->outcomes[k].before));
                row_word(row, peel_outcome_name(d->outcomes[k].after));
                outcome_because(r, row, o, &d->outcomes[k]);
                row_end(r, row);
            }
        }
}

static void event(struct row *row, const struct side_event *e)
{
    const struct str none = {NULL, 0};
    row_date(row, e ? &e->date : NULL);
    row_text(row, e ? e->status : none), row_text(row, e ? e->by : none), row_text(row, e ? e->comment : none);
}

static void life(const struct diff_report *r, struct row *row, const struct org_diff *d, const struct life *l)
{
    const struct side_item *x = l->now ? l->now : l->was;
    const struct side_org *o = d->now ? d->now : d->was;
    row_text(row, o->id), row_text(row, o->name), row_text(row, x->id);
    row_word(row, l->concern ? "cause-of-concern" : "area-for-improvement");
    row_word(row, x->recorded ? "dataset" : "rules");
    row_text(row, x->area), row_text(row, x->text), row_word(row, life_change_name(l->change));
    row_word(row, l->because == OUTCOME_CAUSES ? "" : outcome_cause_name(l->because));
    row_date(row, l->since.year ? &l->since : NULL);
    event(row, l->event);
    row_cell(row);
    for (size_t i = 0; i < l->overdue_count; i++) {
        row_join(row, l->overdue[i].recommendation->text);
        buf_put(row->cell, " (due "), date_write(l->overdue[i].due, row->cell), buf_char(row->cell, ')');
    }
    row_put(row);
    row_end(r, row);
}

static void by_raised(const struct diff_report *r, struct row *row)
{
    for (size_t i = 0; i < r->c->count; i++) {
        const struct org_diff *d = diff_pair(r, i);
        for (size_t k = 0; d && k < d->lives.count; k++)
            if (diff_shows_life(&r->request, &d->lives.list[k])) life(r, row, d, &d->lives.list[k]);
    }
}

#define HEADER(columns) header(columns, sizeof columns / sizeof *columns, out)
static void csv_write_diff(const struct diff_report *r, struct buf *out)
{
    struct row row = {out, r->scratch, false};
    switch (r->request.by) {
    case DIFF_BY_RULE: HEADER(RULES), by_rule(r, &row); break;
    case DIFF_BY_RAISED: HEADER(LIVES), by_raised(r, &row); break;
    case DIFF_BY_AREA: HEADER(JUDGMENTS), by_area(r, &row); break;
    default: HEADER(JUDGMENTS), by_organisation(r, &row); break;
    }
}

const struct diff_format DIFF_CSV = {"csv", csv_write_diff};
