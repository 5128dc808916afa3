/* slips.c: names that rules say and that nobody gave a meaning, found in the text, so that a slip on a branch that no
 * organisation takes is told all the same. What there is, the lexicon says. */
#include "script/slips.h"
#include "base/mem.h"
#include "script/lexicon.h"
#include "script/sandbox.h"
#include <stdio.h>
#include <stdlib.h>

static const struct str words_of_lua[] = {
    STR("and"),      STR("break"),  STR("do"),   STR("else"), STR("elseif"), STR("end"),   STR("false"), STR("for"),
    STR("function"), STR("goto"),   STR("if"),   STR("in"),   STR("local"),  STR("nil"),   STR("not"),   STR("or"),
    STR("repeat"),   STR("return"), STR("self"), STR("then"), STR("true"),   STR("until"), STR("while"),
};
#define COUNT(list) (sizeof(list) / sizeof *(list))

/* --- What there is --------------------------------------------------------------------------------------------- */

static bool has(const struct str *list, size_t count, struct str name)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(list[i], name)) return true;
    return false;
}

static void learn(struct slips_known *k, const char *text)
{
    struct str name = str_of(text);
    if (k->count < SLIPS_NAMES && !has(k->list, k->count, name)) k->list[k->count++] = name;
}

static void learn_page(struct slips_known *k, const struct lexicon_page *page)
{
    const struct word *w;
    for (size_t i = 0; (w = lexicon_word(page, i)); i++) learn(k, w->name);
}

static int by_bytes(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

/* In order of bytes, so that of two that are as near the first is told. */
static void gather(struct slips_known *k, void (*take)(struct slips_known *k, const struct lexicon_page *page))
{
    k->count = 0;
    for (size_t c = 0; c < lexicon_chapters; c++)
        for (size_t p = 0; p < lexicon[c].count; p++) take(k, &lexicon[c].pages[p]);
    qsort(k->list, k->count, sizeof *k->list, by_bytes);
}

/* Names that stand alone: words, and tables of functions. */
static void take_word(struct slips_known *k, const struct lexicon_page *page)
{
    if (page->kind == PAGE_WORDS) learn_page(k, page);
    if (page->kind == PAGE_LIBRARY) learn(k, page->name);
}

/* Names behind a colon: of evidence, and of texts. */
static void take_method(struct slips_known *k, const struct lexicon_page *page)
{
    bool texts = page->kind == PAGE_LIBRARY && strcmp(page->name, "string") == 0;
    if (page->kind == PAGE_METHODS || texts) learn_page(k, page);
}

size_t slips_methods(struct str *list, size_t most)
{
    struct slips_known k;
    gather(&k, take_method);
    size_t count = k.count < most ? k.count : most;
    memcpy(list, k.list, count * sizeof *list);
    return count;
}

/* --- Slips ---------------------------------------------------------------------------------------------------------
 */

void slips_open(struct slips *s, struct str text)
{
    s->text = text;
    s->words.count = s->methods.count = s->given_count = 0;
    s->given = NULL;
    s->starved = false;
}

void slips_close(struct slips *s) { mem_free(s->given); }

bool slips_word(struct slips *s, struct str name)
{
    if (has(words_of_lua, COUNT(words_of_lua), name)) return true;
    if (!s->words.count) gather(&s->words, take_word);
    return has(s->words.list, s->words.count, name);
}

/* What the text says as a key or as the name of a function: how many, as often as it is said; into `names`, unless that is NULL. */
static size_t given(struct str text, struct str *names)
{
    struct lexer x;
    struct token t, before = {.kind = TOKEN_END};
    bool header = false; /* between `function` and its parameters */
    size_t count = 0;
    lexer_init(&x, text);
    for (; lexer_next(&x, &t); before = t) {
        if (before.kind == TOKEN_NAME && (header || lexer_is(text, &t, "="))) {
            if (names) names[count] = (struct str){text.s + before.start, before.length};
            count++;
        }
        header = lexer_is(text, &t, "function") || (header && !lexer_is(text, &before, "("));
    }
    return count;
}

static void look_for_given(struct slips *s)
{
    s->given = mem_alloc((given(s->text, NULL) + 1) * sizeof *s->given);
    s->starved = !s->given;
    if (s->starved) return;
    s->given_count = given(s->text, s->given);
    qsort(s->given, s->given_count, sizeof *s->given, by_bytes);
}

/* Then it may well be a method of the author's own. */
static bool is_given(struct slips *s, struct str name)
{
    if (!s->given && !s->starved) look_for_given(s);
    return s->starved || bsearch(&name, s->given, s->given_count, sizeof *s->given, by_bytes);
}

const char *slips_method(struct slips *s, struct str name, char hint[DIAG_HINT])
{
    struct slips_known *methods = &s->methods;
    if (!methods->count) gather(methods, take_method);
    if (has(methods->list, methods->count, name)) return NULL;
    int near = str_nearest(name, methods->list, methods->count);
    if (near < 0 || is_given(s, name)) return NULL;
    snprintf(hint, DIAG_HINT, "did you mean :%s?", methods->list[near].s);
    return hint;
}

const char *slips_statistic(struct str name, char hint[DIAG_HINT])
{
    struct str known[64];
    size_t count = 0;
    for (const struct word *r = stats_functions; r->name && count < 64; r++) {
        known[count] = str_of(r->name);
        if (str_eq(known[count++], name)) return NULL;
    }
    int near = str_nearest(name, known, count);
    if (near >= 0)
        snprintf(hint, DIAG_HINT, "did you mean stats.%s?", known[near].s);
    else
        snprintf(hint, DIAG_HINT, "`peel help stats` has the list");
    return hint;
}

const char *slips_name(struct slips *s, struct str name, const struct str *local, size_t count, char hint[DIAG_HINT])
{
    char copy[64];
    const struct slips_known *words = &s->words;
    if (!words->count) gather(&s->words, take_word);
    snprintf(copy, sizeof copy, "%.*s", (int)name.n, name.s);
    const char *why = sandbox_left_out(NULL, copy);
    int near = str_nearest(name, local, count), word = str_nearest(name, words->list, words->count);
    if (why)
        snprintf(hint, DIAG_HINT, "%s", why);
    else if (near >= 0 || word >= 0)
        snprintf(hint, DIAG_HINT, "did you mean %.*s?", (int)(near >= 0 ? local[near] : words->list[word]).n,
                 (near >= 0 ? local[near] : words->list[word]).s);
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
