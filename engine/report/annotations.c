/* annotations.c: see annotations.h. In the comments of the Lua language server: `---@class`, `---@field`, `---@param`.
 */
#include "report/annotations.h"
#include "peel.h"
#include "script/lexicon.h"

/* A text of an author's on one line of a comment. */
static void put_line(struct str text, struct buf *out)
{
    for (size_t i = 0; i < text.n; i++) buf_char(out, text.s[i] == '\n' || text.s[i] == '\t' ? ' ' : text.s[i]);
}

static void comment(const char *says, struct buf *out)
{
    if (!says) return;
    buf_put(out, "---");
    buf_put(out, says);
    buf_char(out, '\n');
}

/* --- Functions ---------------------------------------------------------------------------------------------------- */

/* Does a single capital stand in it as a type? */
static bool has_variable(const char *text, char variable)
{
    for (const char *at = text; (at = strchr(at, variable)); at++)
        if ((at == text || strchr(" <(:|,", at[-1])) && (at[1] == '\0' || strchr("[]?>,)| ", at[1]))) return true;
    return false;
}

static void put_variables(const struct word *w, struct buf *out)
{
    const char *before = "---@generic ";
    for (const char *v = "TKV"; *v; v++) {
        if (!has_variable(w->takes, *v) && !has_variable(w->gives, *v)) continue;
        buf_put(out, before);
        buf_char(out, *v);
        before = ", ";
    }
    if (*before == ',') buf_char(out, '\n');
}

static void put_parameters(const struct word *w, struct buf *out)
{
    struct lexicon_part part;
    for (const char *at = w->takes; lexicon_part(&at, &part);) {
        buf_put(out, "---@param ");
        buf_str(out, part.name);
        buf_put(out, part.optional ? "? " : " ");
        buf_str(out, part.type);
        buf_char(out, '\n');
    }
}

static void put_answers(const struct word *w, struct buf *out)
{
    struct lexicon_part part;
    for (const char *at = w->gives; lexicon_part(&at, &part);) {
        buf_put(out, "---@return ");
        buf_str(out, part.type);
        if (part.name.s) buf_char(out, ' ');
        buf_str(out, part.name);
        buf_char(out, '\n');
    }
}

/* "function sample:at_least(x) end" */
static void put_function(const struct word *w, const char *owner, char between, struct buf *out)
{
    struct lexicon_part part;
    comment(w->says, out);
    put_variables(w, out);
    put_parameters(w, out);
    put_answers(w, out);
    buf_put(out, "function ");
    buf_put(out, owner);
    if (between) buf_char(out, between);
    buf_put(out, w->name);
    buf_char(out, '(');
    for (const char *at = w->takes; lexicon_part(&at, &part);) {
        buf_str(out, part.name);
        if (*at) buf_put(out, ", ");
    }
    buf_put(out, ") end\n\n");
}

static void put_field(const char *name, struct str type, const char *says, struct buf *out)
{
    buf_put(out, "---@field ");
    buf_put(out, name);
    buf_char(out, ' ');
    buf_str(out, type);
    if (says) buf_char(out, ' ');
    if (says) buf_put(out, says);
    buf_char(out, '\n');
}

static void put_fields(const struct lexicon_page *page, struct buf *out)
{
    const struct word *w;
    for (size_t i = 0; (w = lexicon_word(page, i)); i++)
        if (!w->function) put_field(w->name, str_of(w->gives), w->says, out);
}

static void put_functions(const struct lexicon_page *page, const char *owner, char between, struct buf *out)
{
    const struct word *w;
    for (size_t i = 0; (w = lexicon_word(page, i)); i++)
        if (w->function) put_function(w, owner, between, out);
}

/* --- Pages -------------------------------------------------------------------------------------------------------- */

/* Of a table that has only the keys that are listed. */
static bool is_exact(const struct lexicon_page *page)
{
    const struct word *w;
    if (page->kind != PAGE_KEYS) return false;
    for (size_t i = 0; (w = lexicon_word(page, i)); i++)
        if (strcmp(w->name, "[string]") == 0) return false;
    return true;
}

static void put_class(const struct lexicon_page *page, struct buf *out)
{
    bool plain = strchr(page->title, '`') != NULL;
    buf_put(out, plain ? "---" : "---`");
    buf_put(out, page->title);
    if (!plain) buf_char(out, '`');
    if (page->says) buf_put(out, "\n---\n---");
    if (page->says) buf_put(out, page->says);
    buf_put(out, is_exact(page) ? "\n---@class (exact) " : "\n---@class ");
    buf_put(out, page->type);
    buf_char(out, '\n');
    put_fields(page, out);
}

static void put_page(const struct lexicon_page *page, struct buf *out)
{
    if (page->kind == PAGE_WORDS) {
        put_functions(page, "", '\0', out);
        return;
    }
    if (page->kind == PAGE_METHODS) buf_put(out, "do\n"); /* its local name may be that of a word */
    put_class(page, out);
    if (page->kind == PAGE_METHODS) {
        const char *owner = strrchr(page->type, '.') + 1;
        buf_printf(out, "local %s = {}\n\n", owner);
        put_functions(page, owner, ':', out);
        buf_put(out, "end\n\n");
    } else if (page->kind == PAGE_LIBRARY) {
        buf_printf(out, "%s = {}\n\n", page->name);
        put_functions(page, page->name, '.', out);
    } else {
        buf_char(out, '\n');
    }
}

static void put_alias(const struct lexicon_alias *alias, struct buf *out)
{
    const char *word;
    comment(alias->says, out);
    buf_printf(out, "---@alias %s", alias->type);
    for (int i = 0; (word = alias->word(i)); i++) buf_printf(out, "%s\"%s\"", i ? "|" : " ", word);
    buf_put(out, "\n\n");
}

/* Types that are no page: what is only passed on, and the shelves that a pack fills. */
static const char others[] = "---What `met \"…\"` and the others answer; a rule returns it.\n"
                             "---@class peel.answer\n\n"
                             "---A characteristic or a cap in an area, a case in a file of cases.\n"
                             "---@class peel.item\n\n"
                             "---What an outcome raises.\n"
                             "---@class peel.raise\n\n"
                             "---A rubric in place of a rule or of a ladder.\n"
                             "---@class peel.banded\n\n"
                             "---What a file returns.\n"
                             "---@class peel.declared\n\n"
                             "---Answers a grade and a reason.\n"
                             "---@alias peel.ladder_function fun(area: peel.judged, p: peel.p): "
                             "(grade: peel.grade|\"insufficient-evidence\", reason: string)\n\n";

void annotations_lua(struct buf *out)
{
    buf_put(out,
            "---@meta\n"
            "-- Written by `peel annotate`, of peel " PEEL_VERSION ": what rules, cases and mappings may say, for the "
            "Lua language server. The next run writes it anew.\n\n");
    buf_put(out, others);
    for (size_t i = 0; i < lexicon_alias_count; i++) put_alias(&lexicon_aliases[i], out);
    for (size_t c = 0; c < lexicon_chapters; c++) {
        buf_printf(out, "-- %s\n\n", lexicon[c].title);
        for (size_t p = 0; p < lexicon[c].count; p++) put_page(&lexicon[c].pages[p], out);
    }
    out->length -= out->length && out->data[out->length - 1] == '\n'; /* one blank line is enough at the end */
}

/* --- A pack --------------------------------------------------------------------------------------------------------
 */

static bool is_name(struct str id) { return !memchr(id.s, '-', id.n) && !memchr(id.s, '/', id.n); }

/* ---@field id type text; an id that is no name of Lua's stands in brackets. */
static void put_id(struct str id, const char *type, struct str text, struct buf *out)
{
    buf_put(out, "---@field ");
    if (!is_name(id)) buf_put(out, "[\"");
    buf_str(out, id);
    if (!is_name(id)) buf_put(out, "\"]");
    buf_printf(out, " %s ", type);
    put_line(text, out);
    buf_char(out, '\n');
}

static void put_evidence(const struct pack *pack, struct buf *out)
{
    static const char *const types[EVIDENCE_CATALOGUES] = {
        [EVIDENCE_MEASURE] = "peel.measure",
        [EVIDENCE_ESTIMATE] = "peel.estimate",
        [EVIDENCE_SAMPLE] = "peel.sample",
        [EVIDENCE_SURVEY] = "peel.survey",
    };
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++) {
        buf_printf(out, "---@class peel.%s\n", evidence_kind_plural((enum evidence_kind)kind));
        for (size_t i = 0; i < pack->decl.evidence_count[kind]; i++)
            put_id(pack->decl.evidence[kind][i].id, types[kind], pack->decl.evidence[kind][i].title, out);
        buf_char(out, '\n');
    }
}

/* `0.85` (share): what it is. Rests on: …. pack.lua:12 */
static void put_parameter(const struct decl_parameter *p, struct buf *out)
{
    buf_put(out, "---@field ");
    buf_str(out, p->name);
    buf_put(out, " number `");
    buf_double(out, p->value);
    buf_char(out, '`');
    if (p->unit.s) buf_put(out, " (");
    if (p->unit.s) put_line(p->unit, out);
    if (p->unit.s) buf_char(out, ')');
    buf_put(out, ": ");
    put_line(p->title, out);
    buf_put(out, ". Rests on: ");
    put_line(p->rests, out);
    buf_printf(out, ". %s:%d\n", p->spot.file, p->spot.line);
}

static void put_parameters_of(const struct pack *pack, struct buf *out)
{
    buf_put(out, "---The parameters of the pack.\n---@class peel.p\n");
    for (size_t i = 0; i < pack->decl.parameter_count; i++) put_parameter(&pack->decl.parameters[i], out);
    buf_char(out, '\n');
}

/* A word of an alias on a line of its own, with what it is. */
static void put_choice(struct str word, struct str text, struct buf *out)
{
    buf_put(out, "---| \"");
    buf_str(out, word);
    buf_char(out, '"');
    if (text.s) buf_put(out, " # ");
    put_line(text, out);
    buf_char(out, '\n');
}

static void put_judged(const struct pack *pack, struct buf *out)
{
    buf_put(out, "---The scale, worst first.\n---@alias peel.grade\n");
    for (size_t i = 0; i < pack->decl.scale.count; i++)
        put_choice(pack->decl.scale.list[i], (struct str){NULL, 0}, out);
    buf_put(out, "\n---@alias peel.area_id\n");
    for (size_t a = 0; a < pack->area_count; a++) put_choice(pack->decl.areas.list[a], pack->areas[a].decl->title, out);
    buf_put(out, "\n---@alias peel.characteristic_id\n");
    for (size_t c = 0; c < pack->characteristic_count; c++)
        put_choice(pack->characteristics[c].id, pack->characteristics[c].decl->text, out);
    buf_put(out, "\n---@class peel.outcomes\n");
    for (size_t c = 0; c < pack->characteristic_count; c++)
        put_id(pack->characteristics[c].id, "peel.outcome_of", pack->characteristics[c].decl->text, out);
    buf_put(out, "\n---@class peel.areas\n");
    for (size_t a = 0; a < pack->area_count; a++)
        put_id(pack->decl.areas.list[a], "peel.area", pack->areas[a].decl->question, out);
}

void annotations_pack(const struct pack *pack, struct buf *out)
{
    buf_put(out, "---@meta\n-- Written by `peel annotate`, of the pack ");
    buf_str(out, pack->decl.name);
    buf_char(out, ' ');
    put_line(pack->decl.version, out);
    buf_put(out, ": what it declares, for the Lua language server. Run it again when that has changed.\n\n");
    put_evidence(pack, out);
    put_parameters_of(pack, out);
    put_judged(pack, out);
}

/* --- Settings ------------------------------------------------------------------------------------------------------
 */

/* Without Lua's own libraries, since .peel/peel.lua says which of them a rule has. A local may be there for its message
 * alone, and may hold one kind of evidence, or another where that is missing. */
void annotations_settings(struct buf *out)
{
    static const char *const absent[] = {"basic",   "coroutine", "debug", "io",   "math", "os",
                                         "package", "string",    "table", "utf8", NULL};
    buf_put(out, "{\n"
                 "  \"$schema\": \"https://raw.githubusercontent.com/LuaLS/vscode-lua/master/setting/schema.json\",\n"
                 "  \"runtime.version\": \"Lua 5.4\",\n"
                 "  \"runtime.builtin\": {\n");
    for (int i = 0; absent[i]; i++) buf_printf(out, "    \"%s\": \"disable\"%s\n", absent[i], absent[i + 1] ? "," : "");
    buf_put(out, "  },\n"
                 "  \"diagnostics.disable\": [\"unused-local\", \"cast-local-type\"],\n"
                 "  \"workspace.library\": [\".peel\"],\n"
                 "  \"workspace.checkThirdParty\": false\n"
                 "}\n");
}
