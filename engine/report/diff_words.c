/* diff_words.c: what changed, in the words that pages and rows share. Law 9: of grades that may not be compared nothing
 * is said but what they are. */
#include "data/phrase.h"
#include "report/diff.h"
#include <math.h>

static void on(const char *before, struct date date, struct buf *out)
{
    buf_put(out, before);
    if (date.year) date_write(date, out);
}

static void status(const struct side_judgment *j, struct buf *out)
{
    switch ((enum peel_status)j->status) {
    case PEEL_CARRIED_OVER: on(", carried over from ", j->date, out); break;
    case PEEL_REVISIT: on(", after a revisit of ", j->date, out); break;
    case PEEL_CORRECTED: on(", corrected on ", j->date, out); break;
    case PEEL_ADDED_LATE: on(", added late, in ", j->date, out); break;
    default: break;
    }
}

void diff_words_grade(const struct judged *side, const struct side_judgment *j, struct buf *out)
{
    if (!j) {
        buf_put(out, "not asked");
        return;
    }
    const char *grade = side_knows_none(side, j) ? "no grade known" : side_grade_name(side, j->grade);
    struct str published = side_published(side, j);
    words(grade, out);
    if (j->more && j->more->moderation) buf_put(out, ", moderated; computed: "), words(side_grade_name(side, j->computed), out);
    if (published.s && !str_is(published, grade)) buf_put(out, "; published: "), words(published.s, out);
    status(j, out); /* last: it is said of what was published */
}

void diff_words_before(const struct crosswalk *x, const struct judgment_diff *d, struct buf *out)
{
    const struct area_link *link = d->link;
    if (link->was_count < 2) {
        diff_words_grade(x->was, d->was, out);
        return;
    }
    for (size_t i = 0; i < link->was_count; i++) {
        if (i) buf_put(out, "; ");
        buf_str(out, x->was->areas[link->was[i]].title);
        buf_put(out, ": ");
        diff_words_grade(x->was, &d->before->judgments[link->was[i]], out);
    }
}

/* Evidence last, where it is that of others, whom a measure is held against. */
static const char *doer(const struct judgment_diff *d, int i, enum cause *cause)
{
    bool others = d->change == JUDGMENT_HIGHER || d->change == JUDGMENT_LOWER;
    *cause = (enum cause)(others ? (i + 1) % CAUSES : i);
    return others && *cause == CAUSE_EVIDENCE ? "evidence that is not its own" : cause_name(*cause);
}

/* "by rules and moderation"; nothing where it is evidence alone: that is what the word for the change says. */
static void doers(const struct judgment_diff *d, struct buf *out)
{
    size_t count = 0, told = 0;
    enum cause cause;
    for (int i = 0; i < CAUSES; i++) count += d->by[i];
    if (count == 0 || (count == 1 && d->by[CAUSE_EVIDENCE] && (d->change == JUDGMENT_IMPROVED || d->change == JUDGMENT_DECLINED))) return;
    for (int i = 0; i < CAUSES; i++) {
        const char *name = doer(d, i, &cause);
        if (!d->by[cause]) continue;
        buf_put(out, told == 0 ? ", by " : told + 1 == count ? " and " : ", ");
        buf_put(out, name);
        told++;
    }
}

static bool is_anybodys(const struct judgment_diff *d)
{
    for (int i = 0; i < CAUSES; i++)
        if (d->by[i]) return false;
    return d->change == JUDGMENT_HIGHER || d->change == JUDGMENT_LOWER;
}

static bool all_moved(const struct judgment_diff *d, enum moved one, enum moved other)
{
    for (size_t i = 0; i < d->reading_count; i++)
        if (d->readings[i].moved != one && d->readings[i].moved != other) return false;
    return d->reading_count > 0;
}

/* A grade may turn on a difference that chance makes too. Who reads that somebody improved reads no further, so it is said there. */
static const char *own_evidence(const struct judgment_diff *d)
{
    bool up = d->change == JUDGMENT_IMPROVED;
    if ((d->change != JUDGMENT_IMPROVED && d->change != JUDGMENT_DECLINED) || !d->by[CAUSE_EVIDENCE] || d->finding_count) return "";
    if (all_moved(d, MOVED_SIMILAR, MOVED_SIMILAR)) return "; none of its evidence changed significantly";
    if (all_moved(d, MOVED_SIMILAR, up ? MOVED_DECLINED : MOVED_IMPROVED)) return up ? "; none of its own evidence improved" : "; none of its own evidence declined";
    return "";
}

/* Of there being a grade or none, and of what is raised. What evidence does alone needs no word. */
static void because(enum outcome_cause cause, struct buf *out)
{
    if (cause == OUTCOME_BY_RULES) buf_put(out, ", by rules");
    if (cause == OUTCOME_BY_BOTH) buf_put(out, ", by evidence and rules together");
    if (cause == OUTCOME_UNTOLD) buf_put(out, ", whether by evidence or rules cannot be told");
}

static void stepped(const struct judgment_diff *d, struct buf *out)
{
    int steps = d->steps < 0 ? -d->steps : d->steps;
    words(judgment_change_name(d->change), out);
    buf_printf(out, ", by %d grade%s", steps, steps == 1 ? "" : "s");
    doers(d, out);
    if (is_anybodys(d)) buf_put(out, ", whether by evidence or rules cannot be told");
    buf_put(out, own_evidence(d));
}

/* Each begins with the word that the sum counts it by; where neither has a grade, it counts nothing. */
static void judged(const struct judgment_diff *d, struct buf *out)
{
    switch (d->change) {
    case JUDGMENT_CORRECTED: buf_put(out, "corrected after publication"); break;
    case JUDGMENT_IMPROVED:
    case JUDGMENT_DECLINED:
    case JUDGMENT_HIGHER:
    case JUDGMENT_LOWER: stepped(d, out); break;
    case JUDGMENT_NEWLY_GRADED: buf_put(out, "newly graded"), because(d->grading, out); break;
    case JUDGMENT_NO_LONGER_GRADED: buf_put(out, "no longer graded"), because(d->grading, out); break;
    case JUDGMENT_UNKNOWN: buf_put(out, d->now->grade < 0 ? "no grade known" : "no grade known before"); break;
    case JUDGMENT_WITHOUT_GRADE: buf_put(out, "without grade"); break;
    case JUDGMENT_UNCHANGED:
        if (!d->was || !d->now)
            buf_put(out, d->was ? "no longer asked" : "newly asked");
        else if (d->now->grade == PEEL_UNGRADED && d->was->grade == PEEL_UNGRADED)
            buf_put(out, "not graded");
        else
            buf_put(out, d->now->grade < 0 && d->was->grade < 0 ? "without grade" : "unchanged");
        break;
    default: words(judgment_change_name(d->change), out); break;
    }
}

void diff_words_judgment(const struct judgment_diff *d, struct buf *out)
{
    judged(d, out);
    if (d->moderation) buf_printf(out, "; moderation %s", moderation_change_name(d->moderation));
}

static const char *kind_of(bool concern) { return concern ? "a cause of concern" : "an area for improvement"; }

static void life(const struct life *l, struct buf *out)
{
    switch (l->change) {
    case LIFE_ESCALATED: buf_put(out, "escalated to a cause of concern"); break;
    case LIFE_EASED: buf_put(out, "eased to an area for improvement"); break;
    case LIFE_NOT_RAISED: buf_put(out, "no longer raised, and looked at again"); break;
    case LIFE_NOT_JUDGED: buf_put(out, l->because == OUTCOME_BY_RULES ? "not judged again: no evidence that its rules take" : "not judged again: no evidence this time"); break;
    case LIFE_LAPSED: buf_put(out, l->lapse == LAPSE_GONE ? "lapsed: its question is gone" : "lapsed: its area is not comparable"); break;
    case LIFE_UNTOLD: buf_put(out, "no longer told of; it was open"); break;
    case LIFE_OPENED: buf_put(out, "opened as "), buf_put(out, kind_of(l->concern)); break;
    case LIFE_CLOSED: buf_put(out, str_is(l->event->status, "withdrawn") ? "closed, as withdrawn," : "closed"); break;
    default: words(life_change_name(l->change), out); break;
    }
}

void diff_words_life(const struct life *l, struct buf *out)
{
    life(l, out);
    because(l->because, out);
    if (l->event) {
        on(" on ", l->event->date, out);
        if (l->event->by.s) buf_put(out, " by "), buf_str(out, l->event->by);
        if (l->event->comment.s) buf_put(out, ": "), buf_str(out, l->event->comment);
    } else if (l->since.year) {
        on("; known since ", l->since, out);
    }
    if (l->raised) buf_put(out, l->change == LIFE_CLOSED ? "; the rules raise it all the same" : "; recorded as closed, and the rules raise it");
    for (size_t i = 0; i < l->overdue_count; i++) {
        on("; overdue since ", l->overdue[i].due, out);
        buf_put(out, ": "), buf_str(out, l->overdue[i].recommendation->text);
    }
}

struct str diff_words_title(const struct reading_diff *d)
{
    if (d->entry->title.s) return d->entry->title;
    return d->was_entry && d->was_entry->title.s ? d->was_entry->title : d->entry->id;
}

/* Rates are held to a ratio of 1, all else to a difference of 0. */
static void dispute(const struct reading_diff *d, struct buf *out)
{
    const char *same = d->entry->kind == EVIDENCE_MEASURE ? "1" : "0";
    if (d->dispute == DISPUTE_TEST_ALONE) buf_printf(out, ", but the interval holds %s", same);
    if (d->dispute == DISPUTE_INTERVAL_ALONE) buf_printf(out, ", though the interval leaves out %s", same);
}

void diff_words_reading(const struct compare *c, const struct reading_diff *d, struct buf *out)
{
    const struct crosswalk *x = &c->crosswalk;
    moved_value(x->now, d->now_org, d->entry, d->now, out);
    buf_put(out, ", was ");
    moved_value(x->was, d->was_org, d->was_entry ? d->was_entry : d->entry, d->was, out);
    if (d->moved == MOVED_OTHERWISE || d->moved >= MOVED_LOST) return;
    buf_put(out, ": ");
    words(moved_name(d->moved), out);
    if (isnan(d->p)) return;
    buf_put(out, " (");
    phrase_p(d->p, out);
    dispute(d, out);
    buf_put(out, ")");
}

void diff_words_decision(const struct judgment_diff *d, struct buf *out)
{
    const struct side_moderation *m = d->decision;
    buf_put(out, "moderated to ");
    words(m->to.s, out);
    buf_put(out, " by "), buf_str(out, m->by);
    on(" on ", m->date, out);
    buf_put(out, ": "), buf_str(out, m->why);
    if (d->moderation == MODERATION_WITHDRAWN) on("; withdrawn on ", m->withdrawn, out);
    if (d->moderation == MODERATION_ENDED) buf_put(out, "; ended: nobody withdrew it, and the newer data have none");
}
