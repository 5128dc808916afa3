/* check_json.c: peel.check.v1: check.schema.json says what it holds. A line a problem. */
#include "lint/codes.h"
#include "peel.h"
#include "report/check_report.h"
#include "report/emit.h"

static void file_of(const struct check_input *in, const struct diag *diag, struct buf *out)
{
    struct buf path;
    buf_init(&path);
    bool any = check_path(in, diag, &path);
    emit_text(out, (struct str){any ? path.data : NULL, path.length});
    out->failed = out->failed || path.failed;
    buf_done(&path);
}

static void number(const char *key, uint64_t n, struct buf *out)
{
    buf_printf(out, ", \"%s\": ", key);
    if (n)
        buf_int(out, (int64_t)n);
    else
        EMIT(out, "null");
}

static void code_of(const struct diag *diag, struct buf *out)
{
    struct lint_rule rule;
    bool known = lint_rule_named(str_of(diag->code), &rule);
    EMIT(out, ", \"code\": ");
    emit_text(out, diag->code[0] ? str_of(diag->code) : (struct str){NULL, 0});
    EMIT(out, ", \"name\": ");
    emit_text(out, known ? str_of(rule.name) : (struct str){NULL, 0});
}

/* `hint`: what its hint is called. */
static void problem(const struct check_input *in, const struct diag *diag, const char *hint, struct buf *out)
{
    static const char *const words[] = {[DIAG_ERROR] = "error", [DIAG_WARNING] = "warning", [DIAG_QUESTION] = "question", [DIAG_NOTE] = "note"};
    const struct place *p = &diag->place;
    uint32_t column = p->line ? p->column : 0;
    EMIT(out, "{\"severity\": ");
    emit_word(out, words[diag->severity]);
    code_of(diag, out);
    EMIT(out, ", \"file\": ");
    file_of(in, diag, out);
    number("line", p->line, out);
    number("column", column, out);
    number("end_column", column ? column + (p->width ? p->width : 1) : 0, out);
    EMIT(out, ", \"message\": ");
    emit_json(out, str_of(diag->message));
    buf_printf(out, ", \"%s\": ", hint);
    emit_text(out, diag->hint[0] ? str_of(diag->hint) : (struct str){NULL, 0});
    EMIT(out, "}");
}

static void problems(const struct check_input *in, const struct diags *diags, const char *hint, struct buf *out)
{
    for (size_t i = 0; i < diags->count; i++) {
        buf_put(out, i ? ",\n   " : "\n   ");
        problem(in, &diags->list[i], hint, out);
    }
}

static void input(const struct check_input *in, struct buf *out)
{
    const struct diags *d = in->diags;
    EMIT(out, "{\"path\": ");
    emit_json(out, str_of(in->path));
    buf_printf(out, ", \"kind\": \"%s\", \"pack\": ", in->pack ? "pack" : "dataset");
    if (in->name.s) {
        EMIT(out, "{\"name\": ");
        emit_json(out, in->name);
        EMIT(out, ", \"version\": ");
        emit_json(out, in->version);
        EMIT(out, "}");
    } else
        EMIT(out, "null");
    buf_printf(out, ",\n  \"errors\": %zu, \"warnings\": %zu, \"questions\": %zu, \"not_shown\": %zu,\n  \"problems\": [", d->errors, d->warnings, d->questions,
               check_dropped(d));
    problems(in, d, "hint", out);
    EMIT(out, "],\n  \"excused\": [");
    problems(in, in->excused, "reason", out);
    EMIT(out, "]}");
}

static void render(const struct check_input *list, size_t count, struct buf *out)
{
    EMIT(out, "{\"format\": \"peel.check.v1\",\n \"engine\": \"" PEEL_VERSION "\",\n \"inputs\": [");
    for (size_t i = 0; i < count; i++) {
        buf_put(out, i ? ",\n " : "\n ");
        input(&list[i], out);
    }
    EMIT(out, "]}\n");
}

const struct check_format CHECK_JSON = {"json", render};
