/* script.h: rules in Lua, asked from C. Nothing here shows lua.h; the judge knows no Lua.
 *
 * Life: script_new; script_manifest; script_area for each area; script_seal (no more loading; names of files are frozen); script_bind to a dataset;
 * then, for each organisation, script_sit and any number of questions. One script per worker thread; all of them load the same texts.
 *
 * What a rule reads is recorded here, whatever its author does. A rule that raises, stops at a limit or breaks a promise (changes an outer name,
 * reads an undeclared dependency, rests on surveys alone) ends as PEEL_ERROR or PEEL_LIMIT with a reason, and leaves nothing behind for the next one.
 */
#ifndef SCRIPT_SCRIPT_H
#define SCRIPT_SCRIPT_H
#include "base/arena.h"
#include "base/diag.h"
#include "script/board.h"
#include "script/decl.h"

/* Limits of one question to one rule (memory: of one script as a whole). All on by default; a limit is exact and repeatable, but for `seconds`,
 * a net below the others that a rule within its instructions never touches. 0: no limit. Of the memory an eighth is kept free for what is not yet collected. */
struct limits {
    uint64_t instructions; /* Lua instructions, and steps of string and table functions */
    size_t memory;         /* bytes of one Lua state */
    double seconds;        /* of processor time */
    size_t output;         /* bytes printed per organisation */
};
#define LIMITS_DEFAULT ((struct limits){ 1000000, 64u << 20, 5.0, 64u << 10 })

struct script;
struct script *script_new(const struct limits *limits); /* NULL: out of memory */
bool script_starved(const struct script *s); /* an allocation failed that no limit of its own forbade; NULL is fine */
void script_free(struct script *s);

/* Run pack.lua, or an area's file, and read out what it declares. file is the name in messages ("areas/x.lua"); text stays the caller's, must outlive the script. False, and errors with
 * file, line, column and excerpt, where it has the wrong shape; goes on to find as many as it can. */
bool script_manifest(struct script *s, const char *file, struct str text, struct arena *arena, struct decl_pack *pack, struct diags *diags);
bool script_area(struct script *s, const char *file, struct str text, struct str id, struct arena *arena, struct decl_area *area, struct diags *diags);

/* The names that rules may say, once the pack is known to be good. Borrowed for the script's life. */
struct vocabulary {
    const struct board_shape *shape;
    const struct decl_pack *pack; /* parameters, evidence */
};
bool script_seal(struct script *s, const struct vocabulary *v); /* false: out of memory */
struct cohort;
/* cohort: of the same dataset, or NULL: then no measure stands among others. Borrowed. */
bool script_bind(struct script *s, const struct dataset *dataset, struct cohort *cohort); /* false: out of memory */

/* What was asked of a thing that was read. First the comparisons with a threshold; then with another thing (held; value: the two-sided p, threshold: the slot of
 * the other); then how a measure stands to the lines of its cohort (threshold: the
 * line); then what was only told (held): z and the cohort's mean as the threshold; of a rank the rank, and `value` is of how many. */
enum test {
    TEST_NONE, TEST_AT_LEAST, TEST_AT_MOST, TEST_ABOVE, TEST_BELOW, TEST_SURELY_AT_LEAST, TEST_SURELY_BELOW, TEST_IS,
    TEST_HIGHER_THAN, TEST_LOWER_THAN, TEST_SIMILAR_TO, /* than another piece of evidence of the same kind */
    TEST_ABOVE_LINE, TEST_BELOW_LINE,
    TEST_Z, TEST_RANK_FROM_LOWEST, TEST_RANK_FROM_HIGHEST, TEST_COHORT_MEAN,
    TESTS
};
static inline bool test_is_line(unsigned test) { return test == TEST_ABOVE_LINE || test == TEST_BELOW_LINE; }
static inline bool test_is_told(unsigned test) { return test > TEST_BELOW_LINE; }
static inline bool test_is_rank(unsigned test) { return test == TEST_RANK_FROM_LOWEST || test == TEST_RANK_FROM_HIGHEST; }
const char *test_name(enum test test); /* "at_least" */
/* Is it between two pieces of evidence? Then it held, `value` is its two-sided p, and `threshold` is no number to compare with but the slot of the other. */
static inline bool test_is_between(unsigned test) { return test >= TEST_HIGHER_THAN && test <= TEST_SIMILAR_TO; }

struct reading { /* one thing a rule read, in the order of first reading; equal ones once */
    uint8_t kind;     /* enum evidence_kind */
    uint8_t test;     /* enum test: a comparison, or TEST_NONE: only read */
    bool held;        /* the comparison was true */
    bool missing;     /* it was missing when it was needed */
    uint32_t slot;    /* NO_SLOT: declared by the pack, absent from the dataset; then `name` says which */
    struct str name;
    double value, threshold; /* of a comparison. TEST_IS: threshold is the enum peel_outcome or grade asked for. Between two: see test_is_between */
};

/* A function of the author's that was running when a rule failed: where it stood, and what its caller calls it; name "": nothing (a tail call, a callback). */
struct call { struct spot at; const char *name; int times; /* in a row: it calls itself */ };
enum { CALLS_KEPT = 8, CALL_NAME = 40 };

struct verdict {
    enum peel_outcome outcome;
    struct str reason;            /* the message, filled */
    const struct reading *readings; size_t reading_count;
    const uint16_t *parameters; size_t parameter_count; /* indexes into decl_pack.parameters, in order of first reading */
    struct spot raised;           /* PEEL_ERROR, PEEL_LIMIT: where; else line 0 */
    const struct call *calls; size_t call_count; /* likewise: innermost first, none of the engine's. For authors, not for results: of how a limit was met */
    bool more_calls;              /*   there were others further out */
};

/* What one characteristic may read of others: sorted indexes. */
struct allowance { const uint32_t *characteristics, *areas; size_t characteristic_count, area_count; };

/* The organisation before the rules, until the next script_sit. Results go to `arena`, which must outlive their use. */
void script_sit(struct script *s, const struct org *org, const struct board *board, struct arena *arena);
/* Ask characteristic `characteristic` (index in the shape) by its judge function. */
void script_judge(struct script *s, int function, uint32_t characteristic, const struct allowance *allowance, struct verdict *verdict);
/* The same for a characteristic with `findings`: no Lua is run. met, partly: indexes of parameters. */
void script_weigh(struct script *s, uint32_t characteristic, uint16_t met, uint16_t partly, struct verdict *verdict);
/* A ladder function: verdict->outcome PEEL_MET where it answered (*grade is then an index in the scale, or PEEL_INSUFFICIENT_EVIDENCE), else PEEL_ERROR or PEEL_LIMIT. */
void script_ladder(struct script *s, int function, uint32_t area, int *grade, struct verdict *verdict);
/* A cap's `when`: PEEL_MET (it acts), PEEL_NOT_MET, PEEL_ERROR or PEEL_LIMIT. */
void script_when(struct script *s, int function, uint32_t area, struct verdict *verdict);
/* What print wrote since script_sit, and whether it was cut; NUL-terminated, until the next script_sit. */
struct str script_printed(const struct script *s, bool *cut);
/* What the last question used of its instructions, also where they have no limit. */
uint64_t script_spent(const struct script *s);
/* Peak of memory, for --verbose and the bench. */
size_t script_memory_peak(const struct script *s);
#endif
