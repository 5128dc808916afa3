/* slips.c: names that rules say and that nobody gave a meaning, found in the text, so that a slip on a branch that no
 * organisation takes is told all the same. The lists below are of what sandbox.c and the evidence's files offer; what
 * is missing here would be told as a mistake, so a unit test says every one of them in a rule. */
#include "script/slips.h"
#include "script/sandbox.h"
#include <stdio.h>

static const struct str words[] = {
    STR("area"),
    STR("area_for_improvement"),
    STR("assert"),
    STR("cap"),
    STR("case"),
    STR("cases"),
    STR("cause_of_concern"),
    STR("each"),
    STR("error"),
    STR("characteristic"),
    STR("ipairs"),
    STR("mapping"),
    STR("math"),
    STR("met"),
    STR("missing"),
    STR("not_met"),
    STR("no_evidence"),
    STR("pack"),
    STR("not_applicable"),
    STR("pairs"),
    STR("print"),
    STR("partly_met"),
    STR("select"),
    STR("stats"),
    STR("string"),
    STR("promising_practice"),
    STR("table"),
    STR("tonumber"),
    STR("tostring"),
    STR("type"),
    STR("utf8"),
};
static const struct str words_of_lua[] = {
    STR("and"),      STR("break"),  STR("do"),   STR("else"), STR("elseif"), STR("end"),   STR("false"), STR("for"),
    STR("function"), STR("goto"),   STR("if"),   STR("in"),   STR("local"),  STR("nil"),   STR("not"),   STR("or"),
    STR("repeat"),   STR("return"), STR("self"), STR("then"), STR("true"),   STR("until"), STR("while"),
};
static const struct str methods[] = {
    STR("about"),
    STR("above"),
    STR("at_least"),
    STR("at_most"),
    STR("below"),
    STR("benchmark"),
    STR("byte"),
    STR("change_from"),
    STR("char"),
    STR("cite"),
    STR("cohort_mean"),
    STR("compared_with"),
    STR("concerns"),
    STR("count"),
    STR("enough"),
    STR("find"),
    STR("format"),
    STR("gmatch"),
    STR("grade"),
    STR("gsub"),
    STR("here"),
    STR("interval"),
    STR("is"),
    STR("len"),
    STR("level"),
    STR("lines"),
    STR("lower"),
    STR("margin"),
    STR("match"),
    STR("met"),
    STR("missing"),
    STR("not_met"),
    STR("outcome"),
    STR("outlier"),
    STR("partly_met"),
    STR("proportion"),
    STR("rank"),
    STR("rate"),
    STR("rep"),
    STR("reverse"),
    STR("reviewed"),
    STR("share"),
    STR("standing"),
    STR("strength_weight"),
    STR("strengths"),
    STR("sub"),
    STR("surely_at_least"),
    STR("surely_below"),
    STR("upper"),
    STR("value"),
    STR("weakness_weight"),
    STR("weaknesses"),
    STR("z"),
};

#define COUNT(list) (sizeof(list) / sizeof *(list))

static bool has(const struct str *list, size_t count, struct str name)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(list[i], name)) return true;
    return false;
}

const struct str *slips_methods(size_t *count)
{
    *count = COUNT(methods);
    return methods;
}

bool slips_word(struct str name)
{
    return has(words, COUNT(words), name) || has(words_of_lua, COUNT(words_of_lua), name);
}

/* Is it said anywhere as a key or as the name of a function? Then it may well be a method of the author's own. */
static bool is_given(struct str text, struct str name)
{
    struct lexer x;
    struct token t, before = {.kind = TOKEN_END};
    bool header = false; /* between `function` and its parameters */
    lexer_init(&x, text);
    for (; lexer_next(&x, &t); before = t) {
        bool named = before.kind == TOKEN_NAME && str_eq((struct str){text.s + before.start, before.length}, name);
        if (named && (header || lexer_is(text, &t, "="))) return true;
        header = lexer_is(text, &t, "function") || (header && !lexer_is(text, &before, "("));
    }
    return false;
}

const char *slips_method(struct str text, struct str name, char hint[DIAG_HINT])
{
    size_t count = COUNT(methods);
    if (has(methods, count, name) || is_given(text, name)) return NULL;
    int near = str_nearest(name, methods, count);
    if (near < 0) return NULL;
    snprintf(hint, DIAG_HINT, "did you mean :%s?", methods[near].s);
    return hint;
}

const char *slips_statistic(struct str name, char hint[DIAG_HINT])
{
    struct str known[64];
    size_t count = 0;
    for (const luaL_Reg *r = stats_functions; r->name && count < 64; r++) {
        known[count] = str_of(r->name);
        if (str_eq(known[count++], name)) return NULL;
    }
    int near = str_nearest(name, known, count);
    if (near >= 0)
        snprintf(hint, DIAG_HINT, "did you mean stats.%s?", known[near].s);
    else
        snprintf(hint, DIAG_HINT, "rules/README.md, \"Statistics\", has the list");
    return hint;
}

const char *slips_name(struct str name, const struct str *local, size_t count, char hint[DIAG_HINT])
{
    char copy[64];
    snprintf(copy, sizeof copy, "%.*s", (int)name.n, name.s);
    const char *why = sandbox_left_out(NULL, copy);
    int near = str_nearest(name, local, count), word = str_nearest(name, words, COUNT(words));
    if (why)
        snprintf(hint, DIAG_HINT, "%s", why);
    else if (near >= 0 || word >= 0)
        snprintf(hint, DIAG_HINT, "did you mean %.*s?", (int)(near >= 0 ? local[near] : words[word]).n,
                 (near >= 0 ? local[near] : words[word]).s);
    else
        snprintf(hint, DIAG_HINT, "declare it: local %s = …", copy);
    return hint;
}

/* --- Evidence ------------------------------------------------------------------------------------------ */

static int kind_of(struct str plural)
{
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++)
        if (str_is(plural, evidence_kind_plural((enum evidence_kind)kind))) return kind;
    return -1;
}

static bool declares(const struct decl_pack *pack, int kind, struct str id)
{
    for (size_t i = 0; i < pack->evidence_count[kind]; i++)
        if (str_eq(pack->evidence[kind][i].id, id)) return true;
    return false;
}

static const struct decl_evidence *nearest(const struct decl_pack *pack, int kind, struct str id)
{
    for (size_t i = 0; i < pack->evidence_count[kind]; i++)
        if (str_nearest(id, &pack->evidence[kind][i].id, 1) == 0) return &pack->evidence[kind][i];
    return NULL;
}

bool slips_evidence(const struct decl_pack *pack, struct str plural, struct str id, char message[DIAG_MESSAGE],
                    char hint[DIAG_HINT])
{
    int kind = kind_of(plural);
    if (kind < 0 || declares(pack, kind, id)) return false;
    const struct decl_evidence *near = nearest(pack, kind, id);
    snprintf(message, DIAG_MESSAGE, "pack.lua declares no %s `%.*s`", evidence_kind_name((enum evidence_kind)kind),
             id.n > 64 ? 64 : (int)id.n, id.s);
    for (int other = 0; other < EVIDENCE_CATALOGUES; other++)
        if (declares(pack, other, id)) {
            snprintf(hint, DIAG_HINT, "it is one of the %s: force.%s.%.*s",
                     evidence_kind_plural((enum evidence_kind)other), evidence_kind_plural((enum evidence_kind)other),
                     (int)id.n, id.s);
            return true;
        }
    if (near) snprintf(hint, DIAG_HINT, "did you mean %s?", near->id.s);
    return near != NULL; /* else a dataset may declare it */
}
