/* json_cohort.c: "cohort": what each measure was read against, for those that a rule asked about: who counted and who
 * did not, which lines, by which choices, and who stands outside. README.md says what each key means. */
#include "report/emit.h"
#include "report/entries.h"
#include "report/format.h"
#include "report/json.h"
#include "stats/words.h"

struct telling {
    struct emit e;
    const struct report *report;
    const struct dataset *dataset;
    const struct cohort *cohort;
    size_t told;
};

static void number(const struct emit *e, const char *key, double d)
{
    EMIT(e->out, ","), EITHER(e, " ", ""), emit_word(e->out, key), EITHER(e, ": ", ":"), emit_number(e->out, d);
}

static void word(const struct emit *e, const char *key, const char *is)
{
    EMIT(e->out, ","), EITHER(e, " ", ""), emit_word(e->out, key), EITHER(e, ": ", ":"), emit_word(e->out, is);
}

/* --- The choices -------------------------------------------------------------------------------------------------- */

static void peers(const struct emit *e, const struct cohort_choice *c)
{
    LINE_KEY(e, 3, "peers");
    if (c->peers == PEERS_ALL)
        EMIT(e->out, "\"all\"");
    else if (c->peers == PEERS_NAMED)
        json_texts(e, c->named, c->named_count);
    else {
        EMIT(e->out, "{"), KEY(e, "similar"), emit_json(e->out, c->similar);
        COMMA_KEY(e, "count"), buf_int(e->out, c->count), EMIT(e->out, "}");
    }
}

static void unless(const struct emit *e, const struct cohort_unless *u)
{
    LINE_KEY(e, 3, "unless"), EMIT(e->out, "{"), KEY(e, "measure"), emit_json(e->out, u->measure);
    number(e, u->above ? "above" : "below", u->limit);
    COMMA_KEY(e, "because"), emit_json(e->out, u->because), EMIT(e->out, "}");
}

static void rules(const struct emit *e, const struct outlier_rules *r)
{
    LINE_KEY(e, 3, "rules"), EMIT(e->out, "{");
    KEY(e, "scale"), emit_word(e->out, outlier_choice_name(r->choice));
    number(e, "alpha", r->alpha);
    word(e, "better", outlier_better_name(r->better));
    number(e, "log_shift", r->log_shift);
    word(e, "deviation", numbers_divisor_name(r->divisor));
    word(e, "mean", outlier_mean_name(r->mean));
    number(e, "width", r->width);
    COMMA_KEY(e, "inclusive"), emit_bool(e->out, r->inclusive);
    number(e, "fewest", (double)r->fewest), EMIT(e->out, "}");
}

/* --- The lines ---------------------------------------------------------------------------------------------------- */

static void normality(const struct emit *e, const struct normality *n)
{
    EMIT(e->out, "{"), KEY(e, "w"), emit_number(e->out, n->w);
    number(e, "p", n->p), EMIT(e->out, "}");
}

static void lines(const struct emit *e, const struct cohort_entry *entry)
{
    const struct outlier_lines *l = entry->lines;
    LINE_KEY(e, 3, "status"), emit_word(e->out, outlier_status_name(l->status));
    COMMA_KEY(e, "raw"), normality(e, &l->raw);
    COMMA_KEY(e, "log"), normality(e, &l->logged);
    if (l->status != OUTLIER_DONE) return;
    LINE_KEY(e, 3, "scale"), emit_word(e->out, outlier_scale_name(l->scale));
    word(e, "reason", outlier_reason_name(l->reason));
    number(e, "lower", l->lower);
    number(e, "mean", l->mean);
    number(e, "upper", l->upper);
    number(e, "sd", l->moments.sd);
    LINE_KEY(e, 3, "least"), emit_number(e->out, entry->sorted[0]);
    number(e, "median", numbers_median(entry->sorted, entry->n));
    number(e, "greatest", entry->sorted[entry->n - 1]);
}

/* --- The organisations -------------------------------------------------------------------------------------------- */

static void outliers(const struct telling *t, const struct cohort_outlier *list, size_t count)
{
    const struct emit *e = &t->e;
    EMIT(e->out, "[");
    for (size_t i = 0; i < count; i++) {
        if (i > 0) comma(e);
        EMIT(e->out, "{"), KEY(e, "id"), emit_json(e->out, cohort_id(t->cohort, list[i].organisation));
        number(e, "value", list[i].value);
        number(e, "z", list[i].z), EMIT(e->out, "}");
        report_drain(t->report, e->out);
    }
    EMIT(e->out, "]");
}

static void absent(const struct telling *t, const struct cohort_entry *entry)
{
    const struct emit *e = &t->e;
    LINE_KEY(e, 3, "absent"), EMIT(e->out, "[");
    for (size_t i = 0; i < entry->absent_count; i++) {
        const struct cohort_absent *a = &entry->absent[i];
        if (i > 0) comma(e);
        EMIT(e->out, "{"), KEY(e, "id"), emit_json(e->out, cohort_id(t->cohort, a->organisation));
        word(e, "why", a->why);
        if (a->note.s) COMMA_KEY(e, "note"), emit_json(e->out, a->note);
        EMIT(e->out, "}");
        report_drain(t->report, e->out);
    }
    EMIT(e->out, "]");
}

/* --- A measure ---------------------------------------------------------------------------------------------------- */

static void measure(const struct telling *t, const struct entry *m)
{
    const struct emit *e = &t->e;
    EMIT(e->out, "{"), KEY(e, "title"), emit_json(e->out, m->title);
    COMMA_KEY(e, "unit"), emit_text(e->out, m->unit);
    if (m->period.s) COMMA_KEY(e, "period"), emit_json(e->out, m->period);
    if (m->note.s) COMMA_KEY(e, "note"), emit_json(e->out, m->note);
    if (m->per > 0) number(e, "per", m->per);
    if (m->denominator == NO_SLOT) return;
    COMMA_KEY(e, "denominator");
    emit_json(e->out, t->dataset->catalogues[EVIDENCE_MEASURE].entries[m->denominator].id);
}

static void tell(void *context, const struct cohort_entry *entry)
{
    struct telling *t = context;
    const struct emit *e = &t->e;
    const struct entry *m = &t->dataset->catalogues[EVIDENCE_MEASURE].entries[entry->slot];
    if (t->told++) EMIT(e->out, ",");
    json_line(e, 2), emit_json(e->out, m->id), EITHER(e, ": ", ":");
    measure(t, m);
    peers(e, entry->choice);
    if (entry->choice->unless.measure.s) unless(e, &entry->choice->unless);
    rules(e, &entry->choice->rules);
    LINE_KEY(e, 3, "n"), buf_int(e->out, (int64_t)entry->n);
    if (entry->lines)
        lines(e, entry);
    else
        number(e, "without_lines", (double)entry->lineless);
    LINE_KEY(e, 3, "above"), outliers(t, entry->above, entry->above_count);
    LINE_KEY(e, 3, "below"), outliers(t, entry->below, entry->below_count);
    absent(t, entry), EMIT(e->out, "}");
}

void json_cohort(const struct emit *e, const struct report *r)
{
    struct telling t = {*e, r, r->dataset, r->cohort, 0};
    KEY(e, "cohort"), EMIT(e->out, "{");
    if (!entries_tell(r->cohort, tell, &t)) e->out->failed = true;
    EMIT(e->out, "}");
}
