/* check_sarif.c: SARIF 2.1.0, which forges and editors read. Each code is a rule, with what `--explain` says of it as its help; what has no code is under one
 * rule of its own, "problem". What is excused is there as well, as suppressed. A question is a note; columns count characters.
 */
#include "lint/codes.h"
#include "peel.h"
#include "report/check_report.h"
#include "report/emit.h"
#include <stdio.h>

static const char *level_of(enum severity severity)
{
    return severity == DIAG_ERROR ? "error" : severity == DIAG_WARNING ? "warning" : "note";
}

static void text(const char *key, struct str value, struct buf *out)
{
    buf_printf(out, "\"%s\": {\"text\": ", key);
    emit_json(out, value);
    EMIT(out, "}");
}

static void rule(const struct lint_rule *r, struct buf *out)
{
    struct buf help;
    char code[8];
    snprintf(code, sizeof code, "P%d", r->number);
    buf_printf(out, "\n    {\"id\": \"%s\", \"name\": \"%s\", ", code, r->name);
    text("shortDescription", str_of(r->says), out);
    EMIT(out, ", ");
    text("fullDescription", str_of(r->explained), out);
    EMIT(out, ", ");
    buf_init(&help);
    check_explain(str_of(code), &STYLE_PLAIN, &help);
    text("help", (struct str){help.data ? help.data : "", help.length}, out);
    out->failed = out->failed || help.failed;
    buf_done(&help);
    buf_printf(out, ", \"defaultConfiguration\": {\"level\": \"%s\"}}", level_of(r->severity));
}

static void rules(struct buf *out)
{
    EMIT(out, "\"rules\": [\n    {\"id\": \"problem\", \"name\": \"problem\", \"shortDescription\": {\"text\": \"a problem, or a question, that has no code of its own\"}}");
    for (size_t i = 0; i < LINT_RULES; i++) {
        struct lint_rule r = lint_rule_at(i);
        EMIT(out, ",");
        rule(&r, out);
    }
    EMIT(out, "]");
}

/* Its index among the rules. */
static size_t index_of(const char *code)
{
    for (size_t i = 0; i < LINT_RULES; i++) {
        struct lint_rule named, r = lint_rule_at(i);
        if (lint_rule_named(str_of(code), &named) && named.number == r.number) return i + 1;
    }
    return 0;
}

/* A path as a reference to a URI, relative where the path is. */
static void uri(struct str path, struct buf *out)
{
    EMIT(out, "\"");
    if (path.n && path.s[0] == '/') EMIT(out, "file://");
    for (size_t i = 0; i < path.n; i++) {
        unsigned char c = (unsigned char)path.s[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c && strchr("-._~/", c));
        if (plain)
            buf_char(out, (char)c);
        else
            buf_printf(out, "%%%02X", c);
    }
    EMIT(out, "\"");
}

static void location(const struct check_input *in, const struct diag *diag, struct buf *out)
{
    const struct place *p = &diag->place;
    struct buf path;
    buf_init(&path);
    EMIT(out, ", \"locations\": [{\"physicalLocation\": {\"artifactLocation\": {\"uri\": ");
    if (!check_path(in, diag, &path)) buf_put(&path, in->path);
    uri((struct str){path.data, path.length}, out);
    out->failed = out->failed || path.failed;
    buf_done(&path);
    EMIT(out, "}");
    if (p->line) {
        buf_printf(out, ", \"region\": {\"startLine\": %llu", (unsigned long long)p->line);
        if (p->column) buf_printf(out, ", \"startColumn\": %u, \"endColumn\": %u", p->column, p->column + (p->width ? p->width : 1));
        EMIT(out, "}");
    }
    EMIT(out, "}}]");
}

static void message(const struct diag *diag, bool excused, struct buf *out)
{
    struct buf words;
    buf_init(&words);
    buf_put(&words, diag->message);
    if (!excused && diag->hint[0]) buf_put(&words, "\nhint: "), buf_put(&words, diag->hint);
    EMIT(out, ", ");
    text("message", (struct str){words.data ? words.data : "", words.length}, out);
    out->failed = out->failed || words.failed;
    buf_done(&words);
}

static void results(const struct check_input *in, const struct diags *diags, bool excused, size_t *told, struct buf *out)
{
    for (size_t i = 0; i < diags->count; i++) {
        const struct diag *diag = &diags->list[i];
        buf_put(out, (*told)++ ? ",\n   " : "\n   ");
        buf_printf(out, "{\"ruleId\": \"%s\", \"ruleIndex\": %zu, \"level\": \"%s\"", diag->code[0] ? diag->code : "problem", index_of(diag->code),
                   level_of(diag->severity));
        message(diag, excused, out);
        location(in, diag, out);
        if (excused) {
            EMIT(out, ", \"suppressions\": [{\"kind\": \"inSource\", \"justification\": ");
            emit_json(out, str_of(diag->hint));
            EMIT(out, "}]");
        }
        EMIT(out, "}");
    }
}

static void render(const struct check_input *list, size_t count, struct buf *out)
{
    size_t told = 0;
    EMIT(out, "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": \"2.1.0\", \"runs\": [\n {\"tool\": {\"driver\": {\"name\": \"peel\", "
              "\"version\": \"" PEEL_VERSION "\", ");
    rules(out);
    EMIT(out, "}},\n  \"columnKind\": \"unicodeCodePoints\",\n  \"results\": [");
    for (size_t i = 0; i < count; i++) {
        results(&list[i], list[i].diags, false, &told, out);
        results(&list[i], list[i].excused, true, &told, out);
    }
    EMIT(out, "]}]}\n");
}

const struct check_format CHECK_SARIF = {"sarif", render};
