/* impact.h: what a draft of a pack would change, as a page (text, Markdown) and as peel.impact.v1 (JSON, impact.schema.json). Renders what compare/impact.h found, and decides nothing. README.md describes the format. */
#ifndef REPORT_IMPACT_H
#define REPORT_IMPACT_H
#include "compare/impact.h"
#include "report/document.h"

struct emit;

struct impact_data { struct str round; const char *digest; size_t organisations; }; /* a dataset that was graded */
struct impact_report {
    const struct impact *impact;
    const struct impact_data *data; size_t data_count;
    struct style style;
    struct arena *arena; /* has an escape */
};
struct impact_format {
    const char *name;
    void (*write)(const struct impact_report *r, struct buf *out);
};
extern const struct impact_format IMPACT_TEXT, IMPACT_MARKDOWN, IMPACT_JSON;
const struct impact_format *impact_format_named(struct str name); /* NULL: no such */

/* --- For those who tell of edits besides: peel diff ------------------------------------------------------------------ */
/* "parameter good_files: 85%, was 80%"; the scratch is empty then and after. */
void impact_say_edit(const struct impact *m, const struct edit *e, struct buf *scratch, struct document *doc);
/* "edits": [...], as peel.impact.v1 has it. */
void impact_emit_edits(const struct impact *m, const struct emit *e);
#endif
