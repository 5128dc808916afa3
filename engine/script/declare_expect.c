/* declare_expect.c: what a case expects. A key that is no word of this page is a characteristic, by its short name in
 * the case's area or by its full one. */
#include "script/declare_case.h"
#include <stdio.h>
#include <stdlib.h>

/* --- Words of outcomes and grades ------------------------------------------------------------------------------ */

static int outcome_named(const struct form *f, const struct site *site, struct str word)
{
    struct str known[PEEL_OUTCOMES];
    for (int i = 0; i < PEEL_OUTCOMES; i++) {
        known[i] = str_of(peel_outcome_name((enum peel_outcome)i));
        if (str_eq(known[i], word)) return i;
    }
    case_unknown(f->L, site, SITE_VALUE, word, known, PEEL_OUTCOMES, "there is no outcome");
    return PEEL_OUTCOMES;
}

static int grade_named(const struct form *f, const struct site *site, struct str word)
{
    const struct board_shape *shape = case_reading_of(f->L)->names->shape;
    int none = -PEEL_GRADE_NOT_INSPECTED;
    struct str *known = declare_alloc(f->L, shape->grades + (size_t)none, sizeof *known);
    for (size_t i = 0; i < shape->grades; i++) {
        known[i] = shape->scale[i];
        if (str_eq(known[i], word)) return (int)i;
    }
    for (int i = 1; i <= none; i++) {
        known[shape->grades + (size_t)i - 1] = str_of(peel_no_grade_name(-i));
        if (str_is(word, peel_no_grade_name(-i))) return -i;
    }
    case_unknown(f->L, site, SITE_VALUE, word, known, shape->grades + (size_t)none, "the scale has no grade");
    return PEEL_UNGRADED;
}

/* --- Adding ------------------------------------------------------------------------------------------------------- */

/* What is said in one table shares its site. */
static const struct site *site_of(const struct form *f, const struct decl_case *is)
{
    const struct site *last = is->expected_count ? is->expected[is->expected_count - 1].site : NULL;
    if (last && memcmp(last, &f->site, sizeof *last) == 0) return last;
    struct site *site = declare_alloc(f->L, 1, sizeof *site);
    *site = f->site;
    return site;
}

/* The list doubles whenever its count is a power of two. */
static struct decl_expected *add(const struct form *f, const char *key, struct decl_case *is, enum expect_kind kind)
{
    size_t n = is->expected_count;
    const struct site *site = site_of(f, is);
    if ((n & (n - 1)) == 0) {
        struct decl_expected *list = declare_alloc(f->L, n ? 2 * n : 1, sizeof *list);
        if (n) memcpy(list, is->expected, n * sizeof *list);
        is->expected = list;
    }
    struct decl_expected *e = &is->expected[is->expected_count++];
    *e = (struct decl_expected){
        .site = site, .key = key, .kind = kind, .characteristic = NO_SLOT, .area = is->area};
    return e;
}

/* A grade, a list of caps are of an area. */
static bool has_area(const struct form *f, const struct decl_case *is, const char *key)
{
    struct site site = site_key(f->site, key);
    if (is->area != NO_SLOT) return true;
    declare_wrong(f->L, &site, SITE_KEY, "write area = \"…\" in the case, or in cases { … }",
                  "\"%s\" is of an area, and none is named", key);
    return false;
}

static void expect_grade(const struct form *f, const char *key, enum expect_kind kind, struct decl_case *is)
{
    struct str word;
    struct site site = site_key(f->site, key);
    if (!has_area(f, is, key) || !form_text(f, key, 0, REQUIRED, DECLARE_TEXT, &word)) return;
    add(f, key, is, kind)->word = grade_named(f, &site, word);
}

/* What is no characteristic, and nearly one of the words of `expect` that takes such a value: `raise = {}`. */
static bool is_slip(const struct form *f, const struct site *site, const char *key)
{
    static const struct str words[] = {STR("grade"), STR("computed"), STR("raises"), STR("improvements"), STR("concerns"), STR("practices"), STR("caps"), STR("because")};
    enum { TEXTS = 2, WORDS = sizeof words / sizeof *words }; /* texts first, then tables */
    if (case_find(f, str_of(key)) != NO_SLOT) return false;
    bool table = form_get(f, key, 0) == LUA_TTABLE;
    lua_pop(f->L, 1);
    const struct str *known = table ? words + TEXTS : words;
    size_t count = table ? WORDS - TEXTS : TEXTS;
    if (str_nearest(str_of(key), known, count) < 0) return false;
    case_unknown(f->L, site, SITE_KEY, str_of(key), known, count, "neither a characteristic nor a word of what is expected:");
    return true;
}

static void expect_outcome(const struct form *f, const char *key, struct decl_case *is)
{
    struct str word;
    struct site site = site_key(f->site, key);
    if (is_slip(f, &site, key)) return;
    uint32_t c = case_characteristic(f, &site, SITE_KEY, str_of(key));
    if (c == NO_SLOT || !form_text(f, key, 0, REQUIRED, DECLARE_TEXT, &word)) return;
    struct decl_expected *e = add(f, key, is, EXPECT_OUTCOME);
    e->characteristic = c;
    e->word = outcome_named(f, &site, word);
}

/* --- Lists ------------------------------------------------------------------------------------------------------- */

static uint32_t cap_named(const struct form *f, const struct site *site, struct str name, const struct decl_case *is)
{
    const struct case_names *names = case_reading_of(f->L)->names;
    struct str area = names->shape->area_ids[is->area];
    struct str *known = declare_alloc(f->L, names->cap_count, sizeof *known);
    size_t count = 0;
    for (size_t i = 0; i < names->cap_count; i++) {
        struct str cap = names->caps[i];
        if (cap.n <= area.n || memcmp(cap.s, area.s, area.n) != 0 || cap.s[area.n] != '/') continue;
        known[count] = (struct str){cap.s + area.n + 1, cap.n - area.n - 1};
        if (str_eq(known[count++], name)) return (uint32_t)i;
    }
    case_unknown(f->L, site, SITE_VALUE, name, known, count, "the area has no cap");
    return NO_SLOT;
}

static int ascending(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static uint32_t item_named(const struct form *list, int i, struct str name, enum expect_kind kind,
                           const struct decl_case *is)
{
    struct site site = site_item(list->site, i);
    uint32_t found =
        kind == EXPECT_CAPS ? cap_named(list, &site, name, is) : case_characteristic(list, &site, SITE_VALUE, name);
    const struct board_shape *shape = case_reading_of(list->L)->names->shape;
    if (found == NO_SLOT || kind == EXPECT_CAPS || is->area == NO_SLOT) return found;
    if (found >= shape->area_start[is->area] && found < shape->area_start[is->area + 1]) return found;
    declare_wrong(list->L, &site, SITE_VALUE, "such a list tells of the case's area, and of all of it",
                  "\"%.80s\" is no characteristic of \"%s\"", name.s, shape->area_ids[is->area].s);
    return NO_SLOT;
}

/* An empty list is an expectation too: that there is none. */
static void expect_list(const struct form *f, const char *key, enum expect_kind kind, struct decl_case *is)
{
    struct names names = {NULL, 0};
    struct form list = *f;
    size_t errors = script_of(f->L)->loading.diags->errors;
    if (kind == EXPECT_CAPS && !has_area(f, is, key)) return;
    form_names(f, key, OPTIONAL, CASES_EXPECTED, NULL, &names);
    if (script_of(f->L)->loading.diags->errors > errors) return;
    list.site = site_key(f->site, key);
    struct decl_expected *e = add(f, key, is, kind);
    e->list = declare_alloc(f->L, names.count, sizeof *e->list);
    for (size_t i = 0; i < names.count; i++) {
        uint32_t found = item_named(&list, (int)i + 1, names.list[i], kind, is);
        if (found != NO_SLOT) e->list[e->count++] = found;
    }
    qsort(e->list, e->count, sizeof *e->list, ascending);
}

/* --- because = { characteristic = "text", grade = "text" }
 * ------------------------------------------------------------ */

static void expect_text(const struct form *f, const char *key, struct decl_case *is)
{
    struct str text;
    struct site site = site_key(f->site, key);
    bool grade = strcmp(key, "grade") == 0;
    uint32_t c = grade ? NO_SLOT : case_characteristic(f, &site, SITE_KEY, str_of(key));
    if (grade ? !has_area(f, is, key) : c == NO_SLOT) return;
    if (!form_text(f, key, 0, REQUIRED, DECLARE_TEXT, &text)) return;
    struct decl_expected *e = add(f, key, is, grade ? EXPECT_WHY : EXPECT_BECAUSE);
    e->characteristic = c;
    e->text = text;
    charge_bytes(f->L, text.n);
}

static void expect_because(const struct form *f, struct decl_case *is)
{
    struct form texts;
    if (!form_table(f, "because", 0, "\"because\"", &texts)) return;
    struct names keys = case_keys(&texts);
    if (keys.count == 0)
        declare_wrong(f->L, &texts.site, SITE_VALUE, "because = { characteristic = \"52 of 60\" }",
                      "\"because\" is empty");
    for (size_t i = 0; i < keys.count; i++) expect_text(&texts, keys.list[i].s, is);
    lua_pop(f->L, 1);
}

/* --- All of them
 * -------------------------------------------------------------------------------------------------------- */

/* What is no key of these is a characteristic. */
const struct word keys_expect[] = {
    KEY("grade", "peel.grade|peel.no_grade|nil",
        "That grade stands of the area, moderations and what is carried over included."),
    KEY("computed", "peel.grade|peel.no_grade|nil", "That grade the rules alone give."),
    KEY("raises", "string[]?",
        "These characteristics of the area raise something, and no others (without an area: of the pack). `{}`: none."),
    KEY("improvements", "string[]?", "The same of areas for improvement."),
    KEY("concerns", "string[]?", "The same of causes of concern."),
    KEY("practices", "string[]?", "The same of promising practices."),
    KEY("caps", "string[]?", "These caps act, and no others."),
    KEY("because", "table<string, string>?", "characteristic, or `grade` → a text that stands in the reason."),
    KEY("[string]", "peel.outcome",
        "A characteristic has that outcome: a short name of the case's area, or `[\"area/characteristic\"]`. "
        "`\"error\"` and `\"limit\"` may "
        "be expected too."),
    {0},
};

static void expect_one(const struct form *f, const char *key, struct decl_case *is)
{
    static const struct {
        const char *key;
        enum expect_kind kind;
    } lists[] = {{"raises", EXPECT_RAISES},
                 {"improvements", EXPECT_IMPROVEMENTS},
                 {"concerns", EXPECT_CONCERNS},
                 {"practices", EXPECT_PRACTICES},
                 {"caps", EXPECT_CAPS}};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (strcmp(key, lists[i].key) == 0) {
            expect_list(f, key, lists[i].kind, is);
            return;
        }
    if (strcmp(key, "because") == 0)
        expect_because(f, is);
    else if (strcmp(key, "grade") == 0)
        expect_grade(f, key, EXPECT_GRADE, is);
    else if (strcmp(key, "computed") == 0)
        expect_grade(f, key, EXPECT_COMPUTED, is);
    else
        expect_outcome(f, key, is);
}

void declare_expected(const struct form *f, struct decl_case *is)
{
    struct names keys = case_keys(f);
    if (keys.count > CASES_EXPECTED)
        declare_wrong(f->L, &f->site, SITE_KEY, NULL, "%s expects more than %d things", f->what, CASES_EXPECTED);
    for (size_t i = 0; i < keys.count && keys.count <= CASES_EXPECTED; i++) expect_one(f, keys.list[i].s, is);
}
