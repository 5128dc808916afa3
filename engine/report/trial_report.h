/* trial_report.h: the formats in which cases that were run are told: text for people, tap and junit for other programs, json (peel.test.v1,
 * test.schema.json). A format renders; it decides nothing. All goes to a buffer, which is written once the cases are through.
 */
#ifndef REPORT_TRIAL_REPORT_H
#define REPORT_TRIAL_REPORT_H
#include "report/style.h"
#include "trial/coverage.h"
#include "trial/mutants.h"
#include "trial/update.h"

struct trial_report {
    const struct suite *suite;
    struct style style;
    bool verbose;                    /* text: cases that passed too */
    size_t planned;                  /* cases that will be run */
    struct trial_totals totals;      /* once they were */
    const struct coverage *coverage; /* NULL: was not asked for */
    bool mutate;                     /* mutants were asked for */
    const struct mutants *mutants;   /* NULL: were not tried, since some case fails as the pack is */
    double least;                    /* percent of it that was asked for; 0: none */
    struct buf *out;
    size_t number; /* cases told so far */
};
struct trial_format {
    const char *name;
    void (*begin)(struct trial_report *r);
    void (*tell)(struct trial_report *r, const struct trial *t);
    void (*end)(struct trial_report *r);
};
extern const struct trial_format TRIAL_TEXT, TRIAL_TAP, TRIAL_JUNIT, TRIAL_JSON;
const struct trial_format *trial_format_named(struct str name); /* NULL: no such */

/* --- trial_words.c: in the words people read -------------------------------------------------------------------------- */
/* What an expectation is of ("investigating-crime/thorough"), what was expected ("met") and what came. */
void trial_words(const struct trial *t, const struct decl_expected *e, struct buf *of, struct buf *expected, struct buf *got);
/* The first of these alone. */
void trial_subject_words(const struct suite *s, const struct decl_expected *e, struct buf *of);
/* "calls/answered ended as error: areas/calls.lua:12: reason", of a case that is broken. */
void trial_broken_words(const struct trial *t, struct buf *out);
/* "outcome met of calls/answered" */
void cover_words(const struct coverage *c, const struct cover_item *item, struct buf *out);
const char *cover_kind_name(enum cover_kind kind); /* "outcomes" */
/* A whole number of percent, rounded down: 100 only where all is covered. */
unsigned cover_percent(size_t covered, size_t of);

/* --- trial_update.c: what --update would write ----------------------------------------------------------------------- */
/* The expectations that are left as they are, each with the reason, a line each. */
void update_tell_left(const struct update *u, const struct suite *s, struct buf *out);
/* The edits as a difference of lines, three around each, in the unified format; sorted. folder: what stands before the names of the files. */
void update_tell_edits(const struct update *u, const char *folder, const struct style *style, struct buf *out);
#endif
