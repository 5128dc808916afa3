/* check_gnu.c: a line each, as compilers tell it and editors read it; and what the formats share. They know errors, warnings and notes: a question is a note. */
#include "report/check_report.h"
#include "report/columns.h"

static void render_nothing(const struct check_input *list, size_t count, struct buf *out)
{
    (void)list, (void)count, (void)out;
}

bool check_path(const struct check_input *in, const struct diag *diag, struct buf *out)
{
    (void)in;
    const char *file = diag->place.file;
    if (!file) return false;
    buf_put(out, file);
    return true;
}

size_t check_dropped(const struct diags *diags)
{
    size_t kept = 0;
    for (size_t i = 0; i < diags->count; i++) kept += diags->list[i].severity != DIAG_NOTE;
    return diags->errors + diags->warnings + diags->questions - kept;
}

static void tell(const struct check_input *in, const struct diag *diag, struct buf *out)
{
    static const char *const words[] = {[DIAG_ERROR] = "error", [DIAG_WARNING] = "warning", [DIAG_QUESTION] = "note", [DIAG_NOTE] = "note"};
    struct buf path;
    buf_init(&path);
    if (!check_path(in, diag, &path)) buf_put(&path, in->path);
    safe(out, (struct str){path.data, path.length});
    out->failed = out->failed || path.failed;
    buf_done(&path);
    if (diag->place.line) buf_char(out, ':'), buf_int(out, (int64_t)diag->place.line);
    if (diag->place.line && diag->place.column) buf_char(out, ':'), buf_int(out, diag->place.column);
    buf_put(out, ": ");
    buf_put(out, words[diag->severity]);
    buf_put(out, ": ");
    buf_put(out, diag->message);
    if (diag->code[0]) buf_put(out, " ["), buf_put(out, diag->code), buf_char(out, ']');
    buf_char(out, '\n');
}

static void render(const struct check_input *list, size_t count, struct buf *out)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < list[i].diags->count; k++) tell(&list[i], &list[i].diags->list[k], out);
        size_t more = check_dropped(list[i].diags);
        if (more) buf_put(out, list[i].path), buf_put(out, ": note: "), buf_int(out, (int64_t)more), buf_put(out, " more are not shown: --max-errors\n");
    }
}

const struct check_format CHECK_TEXT = {"text", render_nothing}, CHECK_GNU = {"gnu", render};

const struct check_format *check_format_named(struct str name)
{
    static const struct check_format *const all[] = {&CHECK_TEXT, &CHECK_JSON, &CHECK_SARIF, &CHECK_GNU};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (str_is(name, all[i]->name)) return all[i];
    return NULL;
}
