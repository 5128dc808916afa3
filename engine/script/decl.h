/* decl.h: what an author declared, as plain C. script/ fills it from Lua and refuses what has the wrong shape (unknown keys, wrong types, missing
 * required fields, broken placeholders); judge/ checks what it means (ids, grades, dependencies, scale). Strings live in the pack's arena.
 * Functions are numbers, counted in order of declaration from 0: the same in every worker's script; -1: none.
 */
#ifndef SCRIPT_DECL_H
#define SCRIPT_DECL_H
#include "base/str.h"
#include "cohort/plan.h"
#include "data/model.h"

struct spot { /* a place in a pack: "areas/investigating-crime.lua", 42. line 0: the file as a whole */
    const char *file;
    int line;
};

struct names { struct str *list; size_t count; };

struct decl_parameter { struct str name, title, rests, unit; double value; struct spot spot; };
struct decl_amount { struct str parameter; double number; }; /* parameter.s NULL: the number */
struct decl_rung { struct str grade; struct decl_amount share, beyond; bool has_beyond; };
struct decl_ladder {
    bool given;
    struct str standard, concern;
    struct decl_rung *rungs; size_t rung_count; /* by name, sorted; judge orders them by the scale */
    struct decl_amount partly, enough;
    bool has_partly, has_enough;
    int function; /* the pack's ladder as a Lua function, or -1 */
    struct spot spot;
};

/* Those of its keys that can be wrong in meaning, in order of bytes. */
enum against_key {
    AGAINST_ALPHA, AGAINST_BETTER, AGAINST_DEVIATION, AGAINST_FEWEST, AGAINST_LOG_SHIFT, AGAINST_MEAN, AGAINST_PEERS, AGAINST_SCALE, AGAINST_UNLESS, AGAINST_WIDTH,
    AGAINST_KEYS
};
/* How measures are read against other organisations: of all of `cohort`, or of one measure apart. What is not given (s NULL, has_ false) stays as it is. */
struct decl_against {
    struct str measure; /* of one apart */
    bool has_peers;
    enum cohort_peers peers;
    struct names named;
    struct str similar;
    struct decl_amount count;
    bool has_left_out;
    struct cohort_left_out *left_out; size_t left_out_count; /* in order of id */
    bool has_unless, above; /* above: the limit is an upper one */
    struct str unless, because; /* the measure that decides; s NULL: none does */
    struct decl_amount limit;
    struct str scale, better, deviation, mean; /* words */
    struct decl_amount alpha, log_shift, width, fewest;
    bool has_alpha, has_log_shift, has_width, has_fewest, has_inclusive, inclusive;
    struct spot spot;
    const int *lines; /* of each against_key; NULL: they stand near enough to the spot */
};
struct decl_cohort {
    bool given;
    struct names measures;
    struct decl_against all, *apart; size_t apart_count; /* in order of measure */
    struct spot spot;
};

/* The crosswalk from an older pack, which is here a name alone: of its areas and grades nothing can be looked up. */
enum comparability { COMPARABILITY_UNSAID, ALIKE, NOT_COMPARABLE };
struct decl_link { /* an area, and what it was; several `from`: they were merged into it */
    struct str area;
    struct names from;
    enum comparability comparability; /* UNSAID: as the crosswalk has it */
    struct str because;
    struct spot spot;
};
struct decl_successor { struct str is, was; struct spot spot; }; /* a grade, an organisation */
struct decl_compared {
    struct str pack;
    enum comparability comparability; /* of every area that does not say otherwise */
    struct str because;
    struct decl_link *links; size_t link_count;               /* in order of area */
    struct decl_successor *grades; size_t grade_count;        /* in order of the older grade */
    struct decl_successor *organisations; size_t organisation_count; /* in order of id */
    struct spot spot;
};

struct decl_reference { struct str id, text; };
struct decl_evidence { struct str id, title; struct spot spot; };

struct decl_pack {
    struct str name, version, title, note;
    struct names scale, areas;
    struct decl_reference *references; size_t reference_count;
    struct decl_evidence *evidence[EVIDENCE_CATALOGUES]; size_t evidence_count[EVIDENCE_CATALOGUES];
    struct decl_parameter *parameters; size_t parameter_count; /* in order of name */
    struct decl_ladder ladder;
    struct decl_cohort cohort;
    struct decl_compared *compared; size_t compared_count; /* in order of pack */
    struct spot spot;
};

enum raise_kind { RAISE_NOTHING, RAISE_PRACTICE, RAISE_AFI, RAISE_CONCERN };
struct decl_recommendation { struct str text, within, by; };
struct decl_raise {
    enum raise_kind kind;
    struct str text;
    struct decl_recommendation *recommendations; size_t recommendation_count;
    struct spot spot;
};

/* A rubric, read as intervals of one number. A bound is the name of a parameter; s NULL: none on that side. */
struct decl_band {
    struct str name;      /* "partly_met"; of an area's ladder a grade */
    struct str low, high;
    bool above, to;       /* the low bound itself is outside; the high bound itself is inside */
    struct spot spot;
};
struct decl_bands {
    enum evidence_kind kind; /* a measure (its rate), an estimate, a sample (its proportion) */
    struct str of;           /* its id */
    struct decl_band *list; size_t count; /* in the order of the text */
    struct spot spot;
};

struct decl_characteristic {
    struct str id, level, text;
    struct names rests;       /* the positional texts of `rests` */
    struct str thresholds;    /* rests.thresholds */
    double weight;            /* default 1 */
    struct names depends;
    int judge;                /* function */
    const struct decl_bands *bands; /* which the function reads, where the engine made it; else NULL */
    bool findings;
    struct str findings_met, findings_partly; /* names of parameters */
    struct decl_raise raises[3]; /* by outcome: PEEL_MET, PEEL_PARTLY_MET, PEEL_NOT_MET */
    struct spot spot;
};

struct decl_cap {
    struct str id, at, because;
    struct str characteristic, outcome; /* when = { "characteristic", "outcome" } */
    int when;                           /* or a function */
    struct spot spot;
};

struct decl_area {
    struct str id, title, question;
    bool graded;              /* default true */
    struct names depends;
    struct decl_characteristic *characteristics; size_t characteristic_count;
    struct decl_cap *caps; size_t cap_count;
    int ladder;               /* function, or -1 */
    struct spot spot;
    const struct decl_bands *bands; /* of that ladder, as above */
};
#endif
