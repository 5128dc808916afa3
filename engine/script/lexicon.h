/* lexicon.h: every name that a rule, a pack file, a mapping or a file of cases may say: what it takes, answers and means.
 *
 * A name is documented in the row that binds it, and an author's table has the keys of such rows and no others. So nothing can be said that is
 * not here, and nothing that is here cannot be said. `peel help NAME`, rules/reference.md and the annotations for editors are made from these
 * rows alone. Shows no lua.h.
 *
 * How a row is written. Types are those of the Lua language server: number, integer, string, boolean, `T?` (may be nil; a key: may be left out),
 * `T|U`, `T[]`, `table<K, V>`, `"word"`, fun(…), and the types of lexicon.c, all called peel.<something>. `takes` and `gives` are lists, "x: number,
 * level?: number"; what an answer is called may be left out. What is `nil` only beyond what can be reckoned exactly is not marked as such, since a warning at
 * each use would be noise. `says` begins with one sentence that can stand alone, since a hover shows it; then
 * unit, range, what happens at the edges, and whose formula it is. Names of Lua stand in `…`. No line ends.
 */
#ifndef SCRIPT_LEXICON_H
#define SCRIPT_LEXICON_H
#include "base/str.h"

struct lua_State;
struct word {
    const char *name;                       /* "interval". Of a key also "[1]", what stands first, and "[string]", all others */
    int (*function)(struct lua_State *L);   /* NULL: a key of a table, or a value */
    const char *takes;                      /* of a function; "": nothing */
    const char *gives;                      /* of a function; "": nothing. Of a key: its type */
    const char *says;                       /* NULL: it is there only to be refused in words of its own, and is shown to nobody */
};
/* In lists of keys. A list of words ends in {0}. */
#define KEY(name, type, says) {name, NULL, NULL, type, says}

enum page_kind {
    PAGE_METHODS,   /* asked with a colon: files:met() */
    PAGE_FIELDS,    /* read with a dot: force.samples */
    PAGE_LIBRARY,   /* functions in a table: stats.wilson() */
    PAGE_WORDS,     /* functions by their name: met "…" */
    PAGE_KEYS,      /* what an author writes in a table */
    PAGE_ANSWER     /* what a function answers in a table */
};
struct lexicon_page { /* the words of one object or table; of one that has two kinds of them, a page each of the same name */
    enum page_kind kind;
    const char *name;  /* "sample", "stats"; as `peel help sample:met` has it */
    const char *type;  /* "peel.sample"; NULL: of words */
    const char *title; /* "force.samples.<id>" */
    const char *says;
    const struct word *words;
};
struct lexicon_chapter { /* pages that belong together, in the order in which they are read */
    const char *title;
    const char *says;
    const struct lexicon_page *pages;
    size_t count;
};
extern const struct lexicon_chapter lexicon[];
extern const size_t lexicon_chapters;

/* The words of a type, spelled by the engine's own lists: peel.outcome is "met"|"partly-met"|… */
struct lexicon_alias {
    const char *type;
    const char *says;
    const char *(*word)(int i); /* NULL behind the last */
};
extern const struct lexicon_alias lexicon_aliases[];
extern const size_t lexicon_alias_count;

/* The i-th shown word of a page; NULL: no more. */
const struct word *lexicon_word(const struct lexicon_page *page, size_t i);
/* A part of a `takes` or `gives`: "level?: number". */
struct lexicon_part {
    struct str name; /* s NULL: it has none */
    bool optional;
    struct str type;
};
/* The next part of a list at *at, which is moved behind it; false: no more. */
bool lexicon_part(const char **at, struct lexicon_part *part);
#endif
