/* decl_cases.h: what a file of cases declares (rules/README.md, "Testing a pack"), as plain C. As decl.h is for packs: script/ refuses what has the
 * wrong shape and names that the pack does not have, the reader of datasets refuses values that cannot be. Strings live in the suite's arena.
 */
#ifndef SCRIPT_DECL_CASES_H
#define SCRIPT_DECL_CASES_H
#include "script/decl_mapping.h"

/* How large a file of cases may be. More is refused before it is looked at. */
enum { CASES_OF_A_FILE = 5000, CASES_OTHERS = 5000, CASES_FINDINGS = 1000, CASES_EXPECTED = 1000 };

struct decl_given { /* one piece of evidence */
    enum evidence_kind kind;
    struct str id;
    enum peel_missing missing, met_missing; /* PEEL_PRESENT: it is there */
    bool has[FIGURE_PARTS];                 /* by figure_parts */
    double number[FIGURE_PARTS];
    struct str unit, better, denominator; /* of a measure: what its catalogue says; s NULL: nothing */
    bool has_per;
    double per;
    struct decl_benchmark *benchmarks; size_t benchmark_count;
};
struct decl_told { /* a finding */
    bool weakness;
    double weight;
    struct str text; /* s NULL: none of its own */
    uint32_t *against; size_t against_count; /* characteristics */
};
struct decl_judged { struct str area, grade, status, date; };   /* a judgment; s NULL where not given */
struct decl_moderated { struct str area, to, by, date, why; };

struct decl_subject { /* an organisation */
    struct str name; /* s NULL: none of its own */
    bool in_scope;
    struct decl_given *given; size_t given_count;
    struct decl_told *told; size_t told_count;
    struct decl_judged *judged; size_t judged_count;
    struct decl_moderated *moderated; size_t moderated_count;
};

enum expect_kind {
    EXPECT_OUTCOME,  /* `word`, an enum peel_outcome, of `characteristic` */
    EXPECT_GRADE,    /* `word`, a grade or an enum peel_no_grade, that stands of `area` */
    EXPECT_COMPUTED, /* the same, by the rules alone */
    EXPECT_RAISES,   /* `list`: of all characteristics of `area` (NO_SLOT: of the pack), these raise something and no others */
    EXPECT_IMPROVEMENTS, EXPECT_CONCERNS, EXPECT_PRACTICES, /* the same of one kind */
    EXPECT_CAPS,     /* `list`, of case_names.caps: in `area` these act and no others */
    EXPECT_BECAUSE,  /* `text` stands in the reason of `characteristic` */
    EXPECT_WHY       /* `text` stands in a reason of `area`'s grade */
};
struct site;
struct decl_expected {
    const struct site *site; const char *key; /* where it was said: of its table, and in that; read by wording.h */
    enum expect_kind kind;
    uint32_t characteristic, area;
    int word;
    uint32_t *list; size_t count; /* ascending */
    struct str text;
};

struct decl_case {
    struct str name;
    uint32_t area; /* NO_SLOT: none */
    struct decl_subject subject;
    struct decl_subject *others; size_t other_count;
    struct decl_expected *expected; size_t expected_count; /* at least one */
    struct spot spot;
};
struct decl_cases { struct decl_case *list; size_t count, capacity; struct spot spot; };
#endif
