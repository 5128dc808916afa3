/* diff_json.c: peel.diff.v1: diff.schema.json says what it holds. A judgment a line. What is not there is left out. */
#include "report/diff_because.h"
#include "report/emit.h"

static void text(const struct emit *e, const char *key, struct str value)
{
    buf_printf(e->out, ", \"%s\": ", key);
    emit_text(e->out, value);
}

static void text_if(const struct emit *e, const char *key, struct str value)
{
    if (value.s) text(e, key, value);
}

static void word(const struct emit *e, const char *key, const char *value)
{
    buf_printf(e->out, ", \"%s\": \"%s\"", key, value);
}

static void count(const struct emit *e, bool first, const char *key, uint64_t n)
{
    buf_printf(e->out, "%s\"%s\": ", first ? "" : ", ", key);
    buf_int(e->out, (int64_t)n);
}

static void put_date(const struct emit *e, struct date d)
{
    if (d.year == 0) {
        EMIT(e->out, "null");
        return;
    }
    EMIT(e->out, "\""), date_write(d, e->out), EMIT(e->out, "\"");
}

static void date(const struct emit *e, const char *key, struct date d)
{
    buf_printf(e->out, ", \"%s\": ", key);
    put_date(e, d);
}

static void names(const struct emit *e, const struct str *list, size_t n)
{
    EMIT(e->out, "[");
    for (size_t i = 0; i < n; i++) {
        if (i) EMIT(e->out, ", ");
        emit_json(e->out, list[i]);
    }
    EMIT(e->out, "]");
}

/* --- The head ------------------------------------------------------------------------------------------------------ */

static void one_side(const struct emit *e, const char *key, const struct judged *s)
{
    buf_printf(e->out, ",\n \"%s\": {\"pack\": {\"name\": ", key), emit_json(e->out, s->pack);
    text(e, "version", s->version), text(e, "digest", s->digest), text(e, "title", s->title);
    EMIT(e->out, "},\n  \"dataset\": {\"round\": "), emit_json(e->out, s->round);
    EMIT(e->out, ", \"year\": "), buf_int(e->out, s->year);
    text(e, "digest", s->dataset_digest), text_if(e, "note", s->note);
    EMIT(e->out, "},\n  \"scale\": "), names(e, s->scale.list, s->scale.count);
    word(e, "status", s->partial ? "partial" : "complete");
    EMIT(e->out, "}");
}

static const struct side_parameter *parameter_named(const struct judged *s, struct str name)
{
    for (size_t i = 0; i < s->parameter_count; i++)
        if (str_eq(s->parameters[i].name, name)) return &s->parameters[i];
    return NULL;
}

static void one_parameter(const struct emit *e, const struct side_parameter *now, const struct side_parameter *was,
                          size_t *told)
{
    const struct side_parameter *p = now ? now : was;
    if (now && was && now->value >= was->value && now->value <= was->value) return;
    buf_put(e->out, (*told)++ ? ",\n  " : "\n  ");
    EMIT(e->out, "{\"name\": "), emit_json(e->out, p->name);
    EMIT(e->out, ", \"older\": "), was ? emit_number(e->out, was->value) : emit_raw(e->out, "null", 4);
    EMIT(e->out, ", \"newer\": "), now ? emit_number(e->out, now->value) : emit_raw(e->out, "null", 4);
    EMIT(e->out, "}");
}

/* Those that differ, of one pack: another's are its own. */
static void parameters(const struct emit *e, const struct crosswalk *x)
{
    size_t told = 0;
    EMIT(e->out, ",\n \"parameters\": [");
    for (size_t i = 0; str_eq(x->was->pack, x->now->pack) && i < x->now->parameter_count; i++)
        one_parameter(e, &x->now->parameters[i], parameter_named(x->was, x->now->parameters[i].name), &told);
    for (size_t i = 0; str_eq(x->was->pack, x->now->pack) && i < x->was->parameter_count; i++)
        if (!parameter_named(x->now, x->was->parameters[i].name)) one_parameter(e, NULL, &x->was->parameters[i], &told);
    EMIT(e->out, "]");
}

static void olds(const struct emit *e, const struct crosswalk *x, const struct area_link *link)
{
    EMIT(e->out, "[");
    for (size_t i = 0; i < link->was_count; i++) {
        if (i) EMIT(e->out, ", ");
        emit_json(e->out, x->was->areas[link->was[i]].id);
    }
    EMIT(e->out, "]");
}

static struct str area_id(const struct crosswalk *x, const struct area_link *link)
{
    return link->now == NO_SLOT ? (struct str){NULL, 0} : x->now->areas[link->now].id;
}

static void links(const struct emit *e, const struct crosswalk *x)
{
    EMIT(e->out, ",\n \"areas\": [");
    for (size_t i = 0; i < x->count; i++) {
        const struct area_link *link = &x->links[i];
        buf_put(e->out, i ? ",\n  " : "\n  ");
        EMIT(e->out, "{\"id\": "), emit_text(e->out, area_id(x, link));
        text(e, "title", link->now == NO_SLOT ? x->was->areas[link->was[0]].title : x->now->areas[link->now].title);
        EMIT(e->out, ", \"from\": "), olds(e, x, link);
        word(e, "change", area_change_name(link->change));
        if (link->grading) word(e, "grading", grading_name(link->grading));
        if (link->comparability) word(e, "comparability", link->comparability == ALIKE ? "alike" : "not-comparable");
        text_if(e, "because", link->because);
        EMIT(e->out, "}");
    }
    EMIT(e->out, "]");
}

/* --- The sum ------------------------------------------------------------------------------------------------------- */

static void sum_lives(const struct emit *e, const char *key, const uint64_t *n)
{
    buf_printf(e->out, ",\n  \"%s\": {", key);
    for (int i = 0; i < LIFE_CHANGES; i++) count(e, i == 0, life_change_name((enum life_change)i), n[i]);
    EMIT(e->out, "}");
}

static void matter(const struct diff_report *r, const struct emit *e, const struct matter *m)
{
    const struct crosswalk *x = &r->c->crosswalk;
    const struct org_diff *d = diff_pair(r, m->pair);
    EMIT(e->out, "{\"organisation\": "), emit_json(e->out, d->now ? d->now->id : d->was->id);
    if (m->link != NO_SLOT) {
        const struct judgment_diff *j = &d->judgments[m->link];
        text(e, "area", j->now ? x->now->areas[j->link->now].id : x->was->areas[j->link->was[0]].id);
        word(e, "change", judgment_change_name(j->change));
    } else {
        const struct life *l = &d->lives.list[m->life];
        text(e, "item", l->now ? l->now->id : l->was->id);
        word(e, "change", life_change_name(l->change));
    }
    EMIT(e->out, "}");
}

/* null: it cannot be told. */
static void sum_because(const struct diff_report *r, const struct emit *e)
{
    const struct attribution_sum *s = &r->because->sum;
    EMIT(e->out, ",\n  \"attribution\": ");
    if (!quartet_is_known(r->c)) {
        EMIT(e->out, "null");
        return;
    }
    EMIT(e->out, "{");
    for (int i = 0; i < ATTRIBUTION_STATES; i++) count(e, i == 0, attribution_state_name((enum attribution_state)i), s->states[i]);
    count(e, false, "cancelled", s->cancelled);
    EMIT(e->out, ", \"moved\": {");
    for (int i = 0; i < CAUSES; i++) count(e, i == 0, cause_name((enum cause)i), s->moved[i]);
    EMIT(e->out, "}, \"parts_per_grade\": "), buf_int(e->out, ATTRIBUTION_UNIT);
    EMIT(e->out, ", \"parts\": {");
    for (int i = 0; i < CAUSES; i++) {
        buf_printf(e->out, "%s\"%s\": ", i ? ", " : "", cause_name((enum cause)i));
        buf_int(e->out, s->part[i]);
    }
    EMIT(e->out, "}}");
}

static void sum(const struct diff_report *r, const struct emit *e)
{
    const struct tally *t = r->tally;
    EMIT(e->out, ",\n \"summary\": {\"organisations\": {");
    for (int i = 0; i < ORG_CHANGES; i++) count(e, i == 0, org_change_name((enum org_change)i), t->organisations[i]);
    count(e, false, "differing", t->differing);
    EMIT(e->out, "},\n  \"judgments\": {");
    for (int i = 0; i < JUDGMENT_CHANGES; i++)
        count(e, i == 0, judgment_change_name((enum judgment_change)i), t->judgments[i]);
    EMIT(e->out, "},\n  \"moderations\": {");
    for (int i = MODERATION_ADDED; i < MODERATION_CHANGES; i++)
        count(e, i == MODERATION_ADDED, moderation_change_name((enum moderation_change)i), t->moderations[i]);
    EMIT(e->out, "},\n  \"revisits\": "), buf_int(e->out, (int64_t)t->revisits);
    sum_because(r, e);
    sum_lives(e, "causes_of_concern", t->concerns);
    sum_lives(e, "areas_for_improvement", t->improvements);
    EMIT(e->out, ",\n  \"overdue\": "), buf_int(e->out, (int64_t)t->overdue);
    EMIT(e->out, ",\n  \"matters\": [");
    for (size_t i = 0; i < t->matter_count; i++) buf_put(e->out, i ? ",\n   " : "\n   "), matter(r, e, &t->matters[i]);
    EMIT(e->out, "]}");
}

/* --- A judgment ---------------------------------------------------------------------------------------------------- */

/* What stands between the braces. */
static void standing(const struct emit *e, const struct judged *s, const struct side_judgment *j)
{
    buf_printf(e->out, "\"grade\": \"%s\", \"computed\": \"%s\", \"published\": ", side_grade_name(s, j->grade),
               side_grade_name(s, j->computed));
    emit_text(e->out, side_published(s, j));
    word(e, "status", peel_status_name((enum peel_status)j->status));
    date(e, "date", j->date);
    if (j->more) text_if(e, "note", j->more->note);
}

static void one_grade(const struct emit *e, const char *key, const struct judged *s, const struct side_judgment *j)
{
    if (!j) return;
    buf_printf(e->out, ", \"%s\": {", key);
    standing(e, s, j);
    EMIT(e->out, "}");
}

static void merged(const struct emit *e, const struct crosswalk *x, const struct judgment_diff *d)
{
    EMIT(e->out, ", \"merged\": [");
    for (size_t i = 0; i < d->link->was_count; i++) {
        uint32_t was = d->link->was[i];
        if (i) EMIT(e->out, ", ");
        EMIT(e->out, "{\"area\": "), emit_json(e->out, x->was->areas[was].id), EMIT(e->out, ", ");
        standing(e, x->was, &d->before->judgments[was]);
        EMIT(e->out, "}");
    }
    EMIT(e->out, "]");
}

static void moderation(const struct emit *e, const struct judgment_diff *d)
{
    const struct side_moderation *m = d->decision;
    if (!d->moderation) return;
    buf_printf(e->out, ", \"moderation\": {\"change\": \"%s\"", moderation_change_name(d->moderation));
    text(e, "to", m->to), text(e, "by", m->by), date(e, "date", m->date), text(e, "why", m->why);
    if (m->withdrawn.year) date(e, "withdrawn", m->withdrawn);
    EMIT(e->out, "}");
}

static void outcome_because(const struct diff_report *r, const struct emit *e, const struct org_diff *org, const struct outcome_diff *o)
{
    if (!quartet_is_crossed(r->c)) return;
    struct outcome_attribution a = attribution_of_outcome(r->c, org, o);
    word(e, "older_rules_newer_evidence", peel_outcome_name(a.older_rules));
    word(e, "newer_rules_older_evidence", peel_outcome_name(a.newer_rules));
    word(e, "because", outcome_cause_name(a.cause));
}

static void outcomes(const struct diff_report *r, const struct emit *e, const struct org_diff *org, const struct judgment_diff *d)
{
    const struct crosswalk *x = &r->c->crosswalk;
    if (d->outcome_count == 0) return;
    EMIT(e->out, ",\n     \"outcomes\": [");
    for (size_t i = 0; i < d->outcome_count; i++) {
        const struct outcome_diff *o = &d->outcomes[i];
        if (i) EMIT(e->out, ", ");
        EMIT(e->out, "{\"id\": "), emit_json(e->out, x->now->characteristics[o->now].id);
        text(e, "from", x->was->characteristics[o->was].id);
        word(e, "older", peel_outcome_name(o->before)), word(e, "newer", peel_outcome_name(o->after));
        outcome_because(r, e, org, o);
        EMIT(e->out, "}");
    }
    EMIT(e->out, "]");
}

static void value(const struct diff_report *r, const struct emit *e, const char *key, const struct judged *s,
                  const struct side_org *org, const struct side_entry *entry, const struct side_value *v)
{
    buf_clear(r->scratch);
    moved_value(s, org, entry, v, r->scratch);
    text(e, key, (struct str){r->scratch->data, r->scratch->length});
}

static void readings(const struct diff_report *r, const struct emit *e, const struct judgment_diff *d)
{
    const struct crosswalk *x = &r->c->crosswalk;
    if (d->reading_count == 0) return;
    EMIT(e->out, ",\n     \"readings\": [");
    for (size_t i = 0; i < d->reading_count; i++) {
        const struct reading_diff *m = &d->readings[i];
        if (i) EMIT(e->out, ", ");
        buf_printf(e->out, "{\"kind\": \"%s\"", evidence_kind_name(m->entry->kind));
        text(e, "id", m->entry->id), text(e, "title", diff_words_title(m));
        value(r, e, "older", x->was, m->was_org, m->was_entry ? m->was_entry : m->entry, m->was);
        value(r, e, "newer", x->now, m->now_org, m->entry, m->now);
        word(e, "change", moved_name(m->moved));
        if (isfinite(m->p)) EMIT(e->out, ", \"p\": "), emit_number(e->out, m->p);
        if (m->dispute) word(e, "shown_by", m->dispute == DISPUTE_TEST_ALONE ? "test" : "interval");
        EMIT(e->out, "}");
    }
    EMIT(e->out, "]");
}

static void findings(const struct emit *e, const struct judgment_diff *d)
{
    if (d->finding_count == 0) return;
    EMIT(e->out, ",\n     \"findings\": [");
    for (size_t i = 0; i < d->finding_count; i++) {
        const struct side_finding *f = d->findings[i].finding;
        if (i) EMIT(e->out, ", ");
        buf_printf(e->out, "{\"change\": \"%s\", \"kind\": \"%s\"", d->findings[i].gone ? "gone" : "new",
                   f->weakness ? "weakness" : "strength");
        text_if(e, "id", f->id), text(e, "text", f->text);
        EMIT(e->out, "}");
    }
    EMIT(e->out, "]");
}

static void one_found(const struct emit *e, const char *key, const struct found *f)
{
    buf_printf(e->out, "%s{", key);
    count(e, true, "strengths", f->strengths), count(e, false, "weaknesses", f->weaknesses);
    EMIT(e->out, "}");
}

static void found(const struct emit *e, const struct judgment_diff *d)
{
    const struct found *was = &d->found_before, *now = &d->found_after;
    if (!was->strengths && !was->weaknesses && !now->strengths && !now->weaknesses) return;
    one_found(e, ", \"found\": {\"older\": ", was), one_found(e, ", \"newer\": ", now);
    EMIT(e->out, "}");
}

/* --- Because of what ------------------------------------------------------------------------------------------------ */

static void parts(const struct emit *e, const struct attribution *a)
{
    size_t told = 0;
    EMIT(e->out, ", \"steps\": "), buf_int(e->out, a->steps);
    EMIT(e->out, ", \"parts_per_grade\": "), buf_int(e->out, a->unit);
    EMIT(e->out, ", \"parts\": {");
    for (int i = 0; i < CAUSES; i++) {
        if (!a->plays[i]) continue;
        buf_printf(e->out, "%s\"%s\": ", told++ ? ", " : "", cause_name((enum cause)i));
        buf_int(e->out, a->part[i]);
    }
    EMIT(e->out, "}");
    if (a->plays[CAUSE_EVIDENCE] && a->plays[CAUSE_RULES]) EMIT(e->out, ", \"interaction\": "), buf_int(e->out, a->interaction);
}

static void four_grades(const struct diff_report *r, const struct emit *e, const struct attribution *a)
{
    static const char *const ages[] = {"older", "newer"};
    EMIT(e->out, ", \"grades\": {");
    for (int k = 0; k < 4; k++) {
        buf_printf(e->out, "%s\"%s_rules_%s_evidence\": ", k ? ", " : "", ages[k / 2], ages[k % 2]);
        emit_word(e->out, side_grade_name(r->c->quartet.side[k / 2][k % 2], a->grade[k / 2][k % 2]));
    }
    EMIT(e->out, "}");
}

static void obstacle(const struct emit *e, const struct attribution *a)
{
    static const char *const names_of[] = {"", "no-grade", "scales", "merged"}, *const ages[] = {"older", "newer"};
    word(e, "obstacle", names_of[a->obstacle]);
    if (a->obstacle != OBSTACLE_NO_GRADE) return;
    word(e, "rules", ages[a->rules]), word(e, "evidence", ages[a->evidence]);
    EMIT(e->out, ", \"missing\": "), names(e, a->missing.list, a->missing.count);
    EMIT(e->out, ", \"no_evidence\": "), names(e, a->idle.list, a->idle.count);
}

static void because(const struct diff_report *r, const struct emit *e, const struct org_diff *o, size_t i)
{
    struct attribution a;
    if (!diff_because(r, o, i, &a)) return;
    buf_printf(e->out, ",\n     \"attribution\": {\"state\": \"%s\"", attribution_state_name(a.state));
    if (a.state == ATTRIBUTION_SPLIT) parts(e, &a);
    if (a.state == ATTRIBUTION_NOT_ATTRIBUTABLE) obstacle(e, &a);
    if (a.grading != OUTCOME_CAUSES) word(e, "because", outcome_cause_name(a.grading));
    if (a.obstacle != OBSTACLE_MERGED) four_grades(r, e, &a);
    EMIT(e->out, "}");
}

/* What moved the grade its way. */
static void causes(const struct emit *e, const struct judgment_diff *d)
{
    size_t told = 0;
    if (d->change < JUDGMENT_IMPROVED || d->change > JUDGMENT_LOWER) return;
    EMIT(e->out, ", \"causes\": [");
    for (int i = 0; i < CAUSES; i++)
        if (d->by[i]) buf_printf(e->out, "%s\"%s\"", told++ ? ", " : "", cause_name((enum cause)i));
    EMIT(e->out, "]");
}

static void judgment(const struct diff_report *r, const struct emit *e, const struct org_diff *org, size_t i)
{
    const struct crosswalk *x = &r->c->crosswalk;
    const struct judgment_diff *d = &org->judgments[i];
    EMIT(e->out, "{\"area\": "), emit_text(e->out, area_id(x, d->link));
    EMIT(e->out, ", \"from\": "), olds(e, x, d->link);
    word(e, "change", judgment_change_name(d->change));
    if (d->steps) EMIT(e->out, ", \"steps\": "), buf_int(e->out, d->steps);
    causes(e, d);
    text_if(e, "because", d->because);
    if (d->link->was_count > 1)
        merged(e, x, d);
    else
        one_grade(e, "older", x->was, d->was);
    one_grade(e, "newer", x->now, d->now);
    moderation(e, d);
    because(r, e, org, i);
    outcomes(r, e, org, d);
    readings(r, e, d);
    findings(e, d);
    found(e, d);
    EMIT(e->out, "}");
}

/* --- A life --------------------------------------------------------------------------------------------------------- */

static void event(const struct emit *e, const struct side_event *x)
{
    if (!x) return;
    EMIT(e->out, ", \"event\": {\"date\": "), put_date(e, x->date);
    text_if(e, "status", x->status), text_if(e, "by", x->by), text_if(e, "comment", x->comment);
    EMIT(e->out, "}");
}

static void life(const struct emit *e, const struct life *l)
{
    const struct side_item *x = l->now ? l->now : l->was;
    EMIT(e->out, "{\"id\": "), emit_json(e->out, x->id);
    word(e, "kind", l->concern ? "cause-of-concern" : "area-for-improvement");
    word(e, "by", x->recorded ? "dataset" : "rules");
    text(e, "area", x->area), word(e, "change", life_change_name(l->change));
    if (l->lapse) word(e, "lapsed", lapse_name(l->lapse));
    if (l->because != OUTCOME_CAUSES) word(e, "because", outcome_cause_name(l->because));
    if (l->since.year) date(e, "since", l->since);
    text(e, "text", x->text);
    event(e, l->event);
    if (l->raised) EMIT(e->out, ", \"raised\": true");
    if (l->overdue_count) EMIT(e->out, ", \"overdue\": [");
    for (size_t i = 0; i < l->overdue_count; i++) {
        if (i) EMIT(e->out, ", ");
        EMIT(e->out, "{\"due\": "), put_date(e, l->overdue[i].due);
        text(e, "deadline", l->overdue[i].recommendation->deadline), text(e, "text", l->overdue[i].recommendation->text);
        EMIT(e->out, "}");
    }
    if (l->overdue_count) EMIT(e->out, "]");
    EMIT(e->out, "}");
}

/* --- An organisation ------------------------------------------------------------------------------------------------ */

static void organisation(const struct diff_report *r, const struct emit *e, const struct org_diff *d)
{
    size_t told = 0;
    EMIT(e->out, "{\"id\": "), emit_json(e->out, d->now ? d->now->id : d->was->id);
    text(e, "name", d->now ? d->now->name : d->was->name);
    if (d->change == ORG_RENAMED) text(e, "from", d->was->id);
    word(e, "change", org_change_name(d->change));
    EMIT(e->out, ", \"differs\": "), emit_bool(e->out, d->differs);
    EMIT(e->out, ",\n   \"judgments\": [");
    for (size_t i = 0; i < d->judgment_count; i++) {
        if (!diff_shows(&r->request, &d->judgments[i])) continue;
        buf_put(e->out, told++ ? ",\n    " : "\n    ");
        judgment(r, e, d, i);
    }
    EMIT(e->out, "],\n   \"lives\": [");
    told = 0;
    for (size_t i = 0; i < d->lives.count; i++) {
        if (!diff_shows_life(&r->request, &d->lives.list[i])) continue;
        buf_put(e->out, told++ ? ",\n    " : "\n    ");
        life(e, &d->lives.list[i]);
    }
    EMIT(e->out, "]}");
}

static void organisations(const struct diff_report *r, const struct emit *e)
{
    size_t told = 0;
    EMIT(e->out, ",\n \"organisations\": [");
    for (size_t i = 0; i < r->c->count; i++) {
        const struct org_diff *d = diff_pair(r, i);
        if (!d || (r->request.only != DIFF_ALL && !diff_shows_org(&r->request, d))) continue;
        buf_put(e->out, told++ ? ",\n  " : "\n  ");
        organisation(r, e, d);
        if (r->drain) r->drain(r->context, e->out);
    }
    EMIT(e->out, "]}\n");
}

static void json_write(const struct diff_report *r, struct buf *out)
{
    const struct emit emit = {out, true}, *e = &emit;
    const struct crosswalk *x = &r->c->crosswalk;
    EMIT(out, "{\"format\": \"peel.diff.v1\",\n \"engine\": \"" PEEL_VERSION "\"");
    one_side(e, "older", x->was), one_side(e, "newer", x->now);
    EMIT(out, ",\n \"on\": "), put_date(e, r->c->on);
    parameters(e, x);
    links(e, x);
    sum(r, e);
    if (r->because->impact) impact_emit_edits(r->because->impact, e);
    organisations(r, e);
}

const struct diff_format DIFF_JSON = {"json", json_write};
