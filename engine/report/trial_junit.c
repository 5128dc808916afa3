/* trial_junit.c: JUnit's XML, as build servers read it: a testsuite for each file of cases, a testcase for each case.
 */
#include "report/columns.h"
#include "report/trial_report.h"

/* Text of an attribute or an element. Control characters cannot stand in XML, not even escaped: `safe` has made "?" of
 * them. */
static void xml(struct buf *out, struct str text)
{
    struct buf plain;
    buf_init(&plain);
    safe(&plain, text);
    for (size_t i = 0; i < plain.length; i++) switch (plain.data[i]) {
        case '&': buf_put(out, "&amp;"); break;
        case '<': buf_put(out, "&lt;"); break;
        case '>': buf_put(out, "&gt;"); break;
        case '"': buf_put(out, "&quot;"); break;
        case '\'': buf_put(out, "&#39;"); break;
        default: buf_char(out, plain.data[i]);
        }
    out->failed = out->failed || plain.failed;
    buf_done(&plain);
}

static void attribute(struct buf *out, const char *name, struct str value)
{
    buf_printf(out, " %s=\"", name);
    xml(out, value);
    buf_char(out, '"');
}

static void begin(struct trial_report *r)
{
    buf_put(r->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n<testsuite");
    attribute(r->out, "name", r->suite->pack->decl.name);
    buf_printf(r->out, " tests=\"%zu\">\n", r->planned);
}

/* "of: expected …, got …", a line each. */
static void sides(const struct trial *t, struct buf *out)
{
    for (size_t i = 0; i < t->is->expected_count; i++) {
        struct buf of, expected, got;
        if (t->held[i]) continue;
        buf_init(&of), buf_init(&expected), buf_init(&got);
        trial_words(t, &t->is->expected[i], &of, &expected, &got);
        if (out->length) buf_put(out, "; ");
        buf_printf(out, "%s: expected %s", buf_text(&of), buf_text(&expected));
        buf_printf(out, ", got %s", buf_text(&got));
        buf_done(&of), buf_done(&expected), buf_done(&got);
    }
}

static void failure(struct trial_report *r, const struct trial *t, const char *element)
{
    struct buf text;
    buf_init(&text);
    trial_broken_words(t, &text);
    sides(t, &text);
    buf_printf(r->out, "\n<%s", element);
    attribute(r->out, "message", (struct str){text.data, text.length});
    buf_printf(r->out, ">%s:%d</%s>\n", t->file->name, t->is->spot.line, element);
    buf_done(&text);
}

static void tell(struct trial_report *r, const struct trial *t)
{
    r->number++;
    buf_put(r->out, "<testcase");
    attribute(r->out, "classname", str_of(t->file->name));
    attribute(r->out, "name", t->is->name);
    attribute(r->out, "file", str_of(t->file->name));
    buf_printf(r->out, " line=\"%d\"", t->is->spot.line);
    if (t->state == TRIAL_PASSED) {
        buf_put(r->out, "/>\n");
        return;
    }
    buf_char(r->out, '>');
    failure(r, t, t->state == TRIAL_BROKEN ? "error" : "failure");
    buf_put(r->out, "</testcase>\n");
}

static void end(struct trial_report *r) { buf_put(r->out, "</testsuite>\n</testsuites>\n"); }

const struct trial_format TRIAL_JUNIT = {"junit", begin, tell, end};
