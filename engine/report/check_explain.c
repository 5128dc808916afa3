/* check_explain.c: what a code means, for people: the words of lint/codes.h, and the example of lint/examples. */
#include "lint/codes.h"
#include "report/check_report.h"
#include "report/columns.h"
#include "report/wrap.h"
#include <stdio.h>

static const char *severity_name(enum severity severity)
{
    return severity == DIAG_ERROR ? "error" : severity == DIAG_NOTE ? "note" : "warning";
}

/* Lines that begin with `-- wrong` and `-- right` are headings; the others are code. */
static void example(const char *text, struct buf *out)
{
    while (*text) {
        size_t n = strcspn(text, "\n");
        bool heading = strncmp(text, "-- wrong", 8) == 0 || strncmp(text, "-- right", 8) == 0;
        if (heading)
            buf_put(out, "\n  "), buf_add(out, text + 3, n - 3), buf_put(out, ":\n");
        else if (n)
            buf_put(out, "      "), buf_add(out, text, n);
        if (!heading) buf_char(out, '\n');
        text += n + (text[n] != '\0');
    }
}

bool check_explain(struct str code, const struct style *style, struct buf *out)
{
    struct lint_rule rule;
    if (!lint_rule_named(code, &rule)) return false;
    buf_printf(out, "P%d %s", rule.number, rule.name), buf_put(out, ", "), buf_put(out, severity_name(rule.severity));
    buf_put(out, ": "), buf_put(out, rule.says), buf_put(out, "\n\n  ");
    wrap(out, str_of(rule.explained), 2, 2, style->width);
    example(rule.example, out);
    if (rule.number < P601) buf_put(out, "\n  To let it stand, say why: -- peel: allow "), buf_printf(out, "P%d: the reason\n", rule.number);
    return true;
}

void check_explain_all(struct buf *out)
{
    for (size_t i = 0; i < LINT_RULES; i++) {
        struct lint_rule rule = lint_rule_at(i);
        buf_printf(out, "P%d  %-8s  ", rule.number, severity_name(rule.severity));
        columns_pad(out, str_of(rule.name), 24);
        buf_put(out, rule.says), buf_char(out, '\n');
    }
}

bool check_explain_near(struct str code, char near[8])
{
    char spelled[LINT_CODES_MOST][8];
    struct str codes[LINT_CODES_MOST], names[LINT_CODES_MOST];
    for (size_t i = 0; i < LINT_RULES; i++) {
        struct lint_rule rule = lint_rule_at(i);
        snprintf(spelled[i], sizeof *spelled, "P%d", rule.number);
        codes[i] = str_of(spelled[i]);
        names[i] = str_of(rule.name);
    }
    int found = str_nearest(code, names, LINT_RULES);
    if (found < 0) found = str_nearest(code, codes, LINT_RULES);
    if (found >= 0) memcpy(near, spelled[found], 8);
    return found >= 0;
}
