/* declare_case.h: reading cases, inside of script/ only: the words, the evidence, what is expected. */
#ifndef SCRIPT_DECLARE_CASE_H
#define SCRIPT_DECLARE_CASE_H
#include "script/cases.h"
#include "script/declare.h"

struct case_reading { /* what `loading.target` is while a file of cases is run */
    struct decl_cases *cases;
    const struct case_names *names;
    bool full;     /* it has as many cases as it may have, and that was told */
    uint32_t area; /* whose characteristics go by their short names; NO_SLOT: none */
};
struct case_reading *case_reading_of(lua_State *L);

/* --- declare_cases.c: names of the pack, each told where it is wrong; NO_SLOT then ------------------------- */
uint32_t case_area(const struct form *f, const struct site *site, enum site_part part, struct str name);
uint32_t case_characteristic(const struct form *f, const struct site *site, enum site_part part, struct str name);
uint32_t case_find(const struct form *f, struct str name); /* a characteristic; not told */
/* "name `x` is not …", with the nearest of `known`, or with all of them. */
void case_unknown(lua_State *L, const struct site *site, enum site_part part, struct str name, const struct str *known,
                  size_t count, const char *what);

/* The string keys of a table, in order of bytes. (A map of form_map knows the lines of its keys besides, which takes a look at the whole text.) */
struct names case_keys(const struct form *f);
/* Charged for what is made of an author's tables, since one of them may stand in many places. */
enum { CASE_STEPS = 20 };

/* --- The keys of an organisation, in a case or among its `others` ------------------------------------------- */
#define KEYS_OF_SUBJECT                                                                                                \
    KEY("name", "string?", "Of the organisation."),                                                                    \
        KEY("in_scope", "boolean?", "Does it belong to the cohort? Default `true`."),                                  \
        KEY("measures", "table<string, number|peel.given_measure|peel.missing_value>?",                                \
            "id → its number, or `{ value = 12, per = 1000, denominator = \"residents\" }`, or `missing \"…\"`."),       \
        KEY("estimates", "table<string, peel.given_estimate|peel.missing_value>?",                                     \
            "id → `{ 0.955, margin = 0.019 }`, or `missing \"…\"`."),                                                  \
        KEY("samples", "table<string, peel.given_sample|peel.missing_value>?",                                         \
            "id → `{ met = 52, of = 60 }`, or `missing \"…\"`."),                                                      \
        KEY("surveys", "table<string, number|peel.given_survey|peel.missing_value>?",                                  \
            "id → its value, or `{ 0.63, n = 480 }`, or `missing \"…\"`."),                                            \
        KEY("findings", "peel.finding[]?", "What inspectors wrote down."),                                             \
        KEY("judgments", "peel.judgment[]?", "Judgments that were published or carried over."),                        \
        KEY("moderations", "peel.moderation[]?", "Changes that a person made to a computed grade.")

/* --- declare_given.c ---------------------------------------------------------------------------------------- */
void declare_subject(const struct form *f, struct decl_subject *subject);
void declare_others(const struct form *f, struct decl_case *is);

/* --- declare_expect.c ---------------------------------------------------------------------------------------- */
void declare_expected(const struct form *f, struct decl_case *is); /* the keys of the table f are what is expected */
#endif
