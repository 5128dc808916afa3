/* decl_mapping.h: what a mapping declares (samples/README.md, "From tables"), as plain C: which columns of which tables are which evidence. As
 * decl.h is for packs: script/ refuses what has the wrong shape, import/ makes sure of what it means. Strings live in the mapping's arena.
 */
#ifndef SCRIPT_DECL_MAPPING_H
#define SCRIPT_DECL_MAPPING_H
#include "data/encoding.h"
#include "script/decl.h"

/* --- what a figure is made of ----------------------------------------------------------------------- */

/* The numbers of each kind of evidence, in the order in which a dataset gives them: the key in the mapping, and in the dataset. */
#define FIGURE_PARTS 4
struct figure_part {
    const char *key, *json; /* key NULL: no more */
    bool required;
    enum number_is { NUMBER_ANY, NUMBER_SHARE, NUMBER_LEVEL, NUMBER_COUNT, NUMBER_FROM_1 } is;
};
extern const struct figure_part figure_parts[EVIDENCE_CATALOGUES][FIGURE_PARTS];

struct decl_column { struct str table, name; }; /* name.s NULL: none given; table.s NULL: whichever has it */

/* What stands for a value that is missing: a spelling, and why. */
struct decl_missing { struct str spelling, note; enum peel_missing type; };
struct decl_missings { struct decl_missing *list; size_t count; };

/* A text, or one for each round, by the round's spelling in the tables. */
struct decl_text { struct str any; struct decl_reference *of; size_t count; struct spot spot; };

struct decl_benchmark { struct str id; double value; };

struct decl_figure { /* an entry of a catalogue, and where its values come from */
    struct str id, title, unit, better;
    struct decl_text period, note;
    double per; bool has_per;
    struct str denominator, source, place;
    struct names parts;
    double parts_within, changes_within; bool has_parts_within, has_changes_within;
    struct decl_benchmark *benchmarks; size_t benchmark_count;
    struct decl_column columns[FIGURE_PARTS];
    double level; bool has_level; /* of estimates: a number in place of a column */
    bool percent;                 /* the table says 12.5, or 12.5%, for 0.125 */
    struct decl_missings missing; /* before the mapping's own */
    int value;                    /* the function that works it out, or -1 */
    int decimals;                 /* to which that is rounded; -1: not at all */
    struct spot spot;
};

/* --- the rest ---------------------------------------------------------------------------------------- */

struct decl_round { struct str spelling, label; int year; };
struct decl_rounds {
    struct decl_column column; /* name.s NULL: one round, whatever the tables say */
    struct decl_round *list; size_t count;
    struct spot spot;
};

struct decl_named { struct str text, id, name; struct spot spot; };       /* id, name: s NULL where not given */
struct decl_set_aside { struct str text, why; struct spot spot; };        /* by the text that names it in the table */
struct decl_condition { struct str column, text; };
struct decl_where { struct decl_condition *list; size_t count; struct str why; struct spot spot; };
struct decl_organisations {
    struct decl_column column;                                  /* that of every table, where it is one name */
    struct decl_reference *columns; size_t column_count;        /* else of each: table, column */
    struct decl_named *names; size_t name_count;                /* by text, sorted; so with those below */
    struct decl_set_aside *outside; size_t outside_count;       /* out of scope */
    struct decl_set_aside *left_out; size_t left_out_count;
    struct decl_where *where; size_t where_count;               /* left out as well */
    struct names only; bool closed;                             /* closed: what neither `only` nor `names` has is a mistake */
    struct spot spot;
};

struct decl_sum {
    struct names of;
    double is; bool has_is;
    struct str row;  /* of a row that was left out, which says the sum */
    double within, within_share; /* units; a share of the sum */
    bool all;        /* of all organisations, not only those in scope */
    struct str round;
    struct spot spot;
};

struct decl_source { struct str id, title, publisher, published, url, licence, note; struct spot spot; };

struct decl_mapping {
    struct decl_text title, note;
    enum encoding encoding;
    struct decl_rounds rounds;
    struct names scale;
    struct decl_source *sources; size_t source_count; /* in the order of their lines; so with the figures */
    struct decl_organisations organisations;
    struct decl_missings missing;
    struct decl_figure *figures[EVIDENCE_CATALOGUES]; size_t figure_count[EVIDENCE_CATALOGUES];
    struct decl_sum *sums; size_t sum_count;
    struct str x; /* JSON; s NULL: none */
    struct spot spot;
};
#endif
