/* declare.h: reading the tables that authors give to the declaring words. Inside of script/ only.
 *
 * Every mistake is told with its place and the reading goes on, so that one run shows them all. All of this runs within
 * a Lua call: nothing here may jump past it, so memory comes from arena_try, and having none is raised.
 */
#ifndef SCRIPT_DECLARE_H
#define SCRIPT_DECLARE_H
#include "script/state.h"

/* How large a pack may be. More is refused before it is looked at. */
enum {
    DECLARE_AREAS = 200,
    DECLARE_GRADES = 64,
    DECLARE_CHARACTERISTICS = 500, /* of an area */
    DECLARE_CAPS = 100,            /* of an area */
    DECLARE_PARAMETERS = 2000,
    DECLARE_EVIDENCE = 5000, /* of a kind */
    DECLARE_REFERENCES = 500,
    DECLARE_DEPENDS = 500,
    DECLARE_RESTS = 50,
    DECLARE_RECOMMENDATIONS = 50,
    DECLARE_TEXT = 4096, /* bytes of a text */
    DECLARE_WORD = 64    /* bytes of a version, a unit, a name of a grade */
};

enum item_kind { ITEM_CHARACTERISTIC, ITEM_CAP, ITEM_RAISE, ITEM_BANDS, ITEM_CASE, ITEM_EACH };
struct item { /* something declared, which must be put into its area; in the arena */
    enum item_kind kind;
    const char *word; /* "characteristic" */
    struct str id;    /* s NULL for a raise; of a case its name */
    struct spot spot;
    bool used;
    void *decl;
    struct item *next;
};

struct form { /* a table being read */
    lua_State *L;
    int index;                /* absolute */
    struct site site;         /* where it stands */
    char what[100];           /* "characteristic \"thorough\"" */
    const struct word *known; /* its keys, once form_keys was asked */
};
enum need { OPTIONAL, REQUIRED };

/* --- declare_form.c -------------------------------------------------------------------------------- */
void *declare_alloc(lua_State *L, size_t count, size_t size); /* zeroed, in the arena; [-0, +0, v] */
struct str declare_copy(lua_State *L, int index);             /* the string there, in the arena; [-0, +0, v] */
struct site declare_site(lua_State *L, const char *word);     /* the call of `word` that is running */
struct site site_key(struct site site, const char *key);
struct site site_item(struct site site, int index);
struct spot site_spot(lua_State *L, const struct site *site, enum site_part part);
/* Tell a mistake at a site. */
void declare_wrong(lua_State *L, const struct site *site, enum site_part part, const char *hint, const char *format,
                   ...) __attribute__((format(printf, 5, 6)));
const char *declare_got(lua_State *L, int index, char text[80]); /* "the string \"x\"", "nothing" */
/* Is it a text that can stand in a result (not empty, at most `limit` bytes, UTF-8, no control characters but line ends
 * and tabs)? Else why not. */
const char *declare_flaw(struct str text, size_t limit);
const char *declare_nearest(struct str want, const char *const *known,
                            char hint[DIAG_HINT]); /* "did you mean x?", or the known ones */

/* Unknown keys, and items of a list past `items`. known ends in {0}; its "[1]" and "[string]" are no keys, but say what stands there. */
void form_keys(struct form *f, const struct word *known, lua_Integer items);
int form_get(const struct form *f, const char *key,
             int index); /* pushes the field, by key or position; its type; [-0, +1, v] */
bool form_text(const struct form *f, const char *key, int index, enum need need, size_t limit, struct str *out);
bool form_id(const struct form *f, const char *key, enum need need, struct str *out);
bool form_number(const struct form *f, const char *key, int index, enum need need, double *out); /* finite */
/* A number, or the name of a parameter: under `key`; or what stands at the top of the stack, popped. */
bool form_amount(const struct form *f, const char *key, struct decl_amount *out);
bool form_take_amount(const struct form *f, const char *key, int index, struct decl_amount *out);
bool form_boolean(const struct form *f, const char *key, bool *out);
/* Keep the function at the top of the stack, popped, as one of the script's: its number. */
int declare_function(lua_State *L);
/* The number of a Lua function under `key`, -1 where there is none of that type (not told). */
int form_function(const struct form *f, const char *key);
/* Tells that it lacks it, unless it has an unknown key that was told to be a slip of it. */
void form_missing(const struct form *f, const char *key, const char *hint);
/* A list of texts, each checked by `flaw` (NULL: declare_flaw with DECLARE_TEXT); NULL when it is right, else what it
 * must be. Each at most once. */
void form_names(const struct form *f, const char *key, enum need need, size_t limit,
                const char *(*flaw)(struct str item), struct names *out);
/* The string keys of a map under `key`, sorted, and the lines they stand at; pushes the map where true (else told, or
 * it is not there). */
struct map {
    size_t count;
    struct str *keys;
    int *lines;
    struct form form;
};
bool form_map(const struct form *f, const char *key, enum need need, size_t limit, struct map *out);
/* The table under `key` (or at a position) as a form of its own; pushes it where true. */
bool form_table(const struct form *f, const char *key, int index, const char *what, struct form *out);

/* The keys of a form's own table, as a map; nothing is pushed. */
bool form_itself(const struct form *f, const char *what, size_t limit, struct map *out);
/* The same of a map that has up to `items` values without keys besides. */
bool form_map_items(const struct form *f, const char *key, enum need need, size_t limit, lua_Integer items,
                    struct map *out);

/* --- The keys of each table, for form_keys and for those who write (lexicon.h): in the file that reads the table ------ */
extern const struct word keys_pack[], keys_area[], keys_evidence[], keys_parameter[], keys_characteristic[], keys_rests[],
    keys_weighing[], keys_cap[], keys_concern[], keys_recommendation[], keys_ladder[], keys_rung[], keys_cohort[],
    keys_against[], keys_peers[], keys_unless[], keys_bands[], keys_band[], keys_compared[], keys_link[];
extern const struct word keys_cases[], keys_case[], keys_each[], keys_expect[], keys_given_measure[],
    keys_given_estimate[], keys_given_sample[], keys_given_survey[], keys_missing[], keys_finding[], keys_judgment[],
    keys_moderation[], keys_other[];
extern const struct word keys_mapping[], keys_rounds[], keys_round[], keys_source[], keys_spelling[], keys_column[], keys_organisations[],
    keys_named[], keys_where[], keys_sum[], keys_mapped_measure[], keys_mapped_estimate[], keys_mapped_sample[],
    keys_mapped_survey[], keys_figure_source[];
extern const struct word words_pack[], words_area[], words_mapping[], words_cases[];

/* --- declare.c --------------------------------------------------------------------------------------- */
/* The table that a word such as `area`, `pack` or `mapping` is called with. The second call in a file is told. */
bool declare_table(lua_State *L, const char *word, struct form *f);
int declare_answer(lua_State *L); /* what such a word answers, and the file returns */
/* Run the file of `loading`, which must return the word that declares. */
bool declare_run(struct script *s, struct loading loading, const char *word, void (*words)(lua_State *));

/* --- declare_mapping.c ... ---------------------------------------------------------------------------- */
struct decl_mapping;
struct decl_missings;
struct decl_text;
struct decl_column;
void declare_figures(const struct form *f, enum evidence_kind kind, struct decl_mapping *mapping);
void declare_missings(const struct form *f, struct decl_missings *out);
void declare_rounded(const struct form *f, const char *key, struct decl_text *out); /* a text, or one a round */
bool declare_column(const struct form *f, const char *key, struct decl_column *out);
void declare_organisations(const struct form *f, struct decl_mapping *mapping);
void declare_sums(const struct form *f, struct decl_mapping *mapping);
void declare_json(const struct form *f, const char *key, struct str *out); /* a table of the author's own, as JSON */
/* The order in which a map's entries stand: by line, then by name; into the arena. */
const uint32_t *declare_order(lua_State *L, struct map *map);
struct spot declare_spot(lua_State *L, int line); /* of the file being run */
const char *declare_id_flaw(struct str text);

/* --- declare_area.c ... ----------------------------------------------------------------------------- */
struct item *declare_item(lua_State *L, enum item_kind kind, const struct site *site, struct str id,
                          void *decl);                 /* pushes its handle */
struct item *declare_item_at(lua_State *L, int index); /* NULL: there is none */
/* `word "id" { … }`: called with the id, answers with `body`, called with the table; upvalues: the id and the line. */
int declare_named(lua_State *L, const char *word, lua_CFunction body);
bool declare_body(lua_State *L, const char *word, struct form *f, struct str *id); /* the start of such a body */
const char *declare_dependency_flaw(struct str text);                              /* "area" or "area/characteristic" */

/* The bands under `key`, as the number of a function of the engine's own that reads them; -1: there are none there. words: what they may be called, ends in NULL; NULL: they are grades, which the judge
 * checks. */
int form_bands(const struct form *f, const char *key, const char *const *words, const struct decl_bands **out);
int l_bands(lua_State *L);
int l_characteristic(lua_State *L);
int l_cap(lua_State *L);
int l_area_for_improvement(lua_State *L);
int l_promising_practice(lua_State *L);
int l_cause_of_concern(lua_State *L);
void declare_raises(const struct form *f, struct decl_characteristic *c);
void declare_cohort(const struct form *f, struct decl_cohort *cohort);
void declare_compared(const struct form *f, struct decl_pack *pack);
void declare_ladder(const struct form *f, struct decl_ladder *ladder);
void declare_parameters(const struct form *f, struct decl_pack *pack);
void declare_pack_lists(const struct form *f, struct decl_pack *pack);
void declare_area_ladder(const struct form *f, struct decl_area *area);
void declare_area_items(const struct form *f, lua_Integer items, struct decl_area *area);

/* --- scope.c ------------------------------------------------------------------------------------------ */
/* What the names in a file's rules mean, as far as its text tells: placeholders of messages, p.<name>, force.<name>.
 * Mistakes go to diags; the messages are learnt (message.h). After the file was compiled; not under protection. */
void scope_check(struct script *s);
#endif
