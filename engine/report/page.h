/* page.h: the inside of the format text: the parts of a page, one file each. A page is for a person: what was judged,
 * on what, what was missing; every grade beside its published one. */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H
#include "judge/result.h"
#include "judge/run.h"
#include "report/format.h"
#include "report/style.h"

struct page {
    const struct report *report;
    const struct style *style;
    const struct org_result *result; /* NULL outside an organisation */
    struct buf *out;
    struct buf *scratch;
};

void page_organisation(struct page *p); /* page.c: heading, table, areas, … */
void page_areas(struct page *p);        /* page_areas.c: the table, then each area's reasons */
void page_raised(struct page *p);       /* page_raised.c: concerns, improvements, practice */
void page_missing(struct page *p);      /* page_missing.c: what was missing, what failed */
void page_cohort(struct page *p);        /* page_cohort.c: what was read against other organisations */
void page_closing(struct page *p, const struct run_totals *totals); /* page_closing.c: agreement, parameters, digests */

/* The overview of many: a legend and a head, then one line for each organisation. */
void overview_head(struct page *p);
void overview_line(struct page *p);
void overview_end(struct page *p, const struct run_totals *totals); /* how many areas have which grade */
void overview_short(const struct str *scale, size_t count, int grade, char text[8]); /* "RI" for requires-improvement */

void page_title(struct page *p, struct str title);    /* underlined */
void page_section(struct page *p, const char *title); /* within an organisation */
/* "  label  text", the text wrapped behind the label; label may hold its own blanks. */
void page_item(struct page *p, const char *label, struct str text);
/* As wrap, each line painted by itself: pagers forget a colour at the end of a line. */
void page_prose(struct page *p, struct str text, size_t used, size_t indent); /* wrapped, as the style may have it */
void page_wrap(struct page *p, enum paint paint, struct str text, size_t used, size_t indent);
/* A grade as people say it, "requires improvement", in its colour, padded to `width`. */
void page_grade(struct page *p, int grade, size_t width);
/* A sentence of the judge's as people read it: "`requires-improvement`" becomes "requires improvement". Only grades are
 * touched. */
void page_sentence(const struct pack *pack, struct str text, struct buf *out);
/* The words of an area's standing beside its grade: "carried over from 2016", …; "" where it is simply fresh. */
void page_status(const struct area_result *a, struct buf *out);
void page_published(const struct area_result *a, struct buf *out); /* as the dataset spells it, in words; or nothing */
size_t page_grade_width(const struct pack *pack);                  /* of the longest grade that can be shown */
#endif
