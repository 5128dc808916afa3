/* peel.h: the whole public surface of the engine.
 *
 * Ownership, once for everything below: inputs are borrowed, results belong to the object they came
 * from and die with it; only what a *_new or *_open call returns is freed by the caller, with the
 * matching *_free or *_close. Exceptions say so in their name (_take, _copy).
 *
 * Threads: a peel_pack may be used by several threads at once; everything else by one at a time.
 * Nothing here lets the clock, the locale or the environment into a result: the same bytes in give the same bytes out.
 */
#ifndef PEEL_H
#define PEEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define PEEL_VERSION "0.1.0"

/* --- The words of the field ---------------------------------------------------------------------
 * Enumerators stand in order of severity, best first; *_name gives the word used in files and
 * output, and peel_*_named finds it again (-1 where there is none such).
 */

/* The outcome of one characteristic for one organisation. Never two of them confused. */
enum peel_outcome {
    PEEL_MET,
    PEEL_PARTLY_MET,
    PEEL_NOT_MET,
    PEEL_NOT_APPLICABLE,
    PEEL_NO_EVIDENCE, /* what the rule needs is missing; never a failing */
    PEEL_ERROR,       /* the rule raised; says nothing of the organisation */
    PEEL_LIMIT,       /* the rule was stopped at a limit; likewise */
    PEEL_OUTCOMES
};

/* Why a value is not there. PEEL_PRESENT: it is. */
enum peel_missing {
    PEEL_PRESENT,
    PEEL_NOT_COLLECTED,
    PEEL_NOT_SUPPLIED,
    PEEL_UNREADABLE,
    PEEL_MISSING_NOT_APPLICABLE,
    PEEL_PREDATES,
    PEEL_ABOLISHED,
    PEEL_MISSINGS
};

/* How a judgment stands. */
enum peel_status {
    PEEL_FRESH,
    PEEL_REVISIT,
    PEEL_CORRECTED,
    PEEL_ADDED_LATE,
    PEEL_CARRIED_OVER,
    PEEL_NOT_INSPECTED,
    PEEL_STATUSES
};

/* The grade of an area is an index into its pack's scale, worst first, or one of these. */
enum peel_no_grade {
    PEEL_UNGRADED = -1,              /* the area is judged and explained, not graded */
    PEEL_INSUFFICIENT_EVIDENCE = -2, /* law 1 */
    PEEL_GRADE_ERROR = -3,           /* a rule of the area raised: no grade rather than a guess */
    PEEL_GRADE_LIMIT = -4,           /* a rule of the area met a limit */
    PEEL_GRADE_NOT_INSPECTED = -5
};

const char *peel_outcome_name(enum peel_outcome outcome);
const char *peel_missing_name(enum peel_missing missing);
const char *peel_status_name(enum peel_status status);
const char *peel_no_grade_name(int grade); /* grade < 0 */
int peel_outcome_named(const char *name, size_t length);
int peel_missing_named(const char *name, size_t length);
int peel_status_named(const char *name, size_t length);

/* --- Exit statuses: one meaning each, the same for every command ------------------------------ */
enum peel_exit {
    PEEL_DONE = 0,     /* done */
    PEEL_NEGATIVE = 1, /* the answer is negative: differences, failed tests, a gate */
    PEEL_CANNOT = 2,   /* could not answer: usage, unreadable or invalid input */
    PEEL_PARTIAL = 3   /* some rule ended in error or limit */
};

const char *peel_version(void);

/* --- Embedding ----------------------------------------------------------------------------------
 * Open a pack once, then grade as many datasets by it as you like:
 *
 *   struct peel_problems problems;
 *   struct peel_pack *pack = peel_pack_open("rules/peel-2021", NULL, &problems);
 *   if (!pack) die(problems.text);
 *   enum peel_exit status = peel_grade(pack, "north.json", NULL, to_my_file, file, &problems);
 *   peel_pack_close(pack);
 *
 * What is written are the bytes that `peel grade` writes, in the formats that engine/report/README.md describes.
 * Nothing is written before the whole dataset was read and found good; after that, pieces come in order, and only a
 * sink that stops, or memory that ends, leaves the result incomplete. Whoever needs it whole or not at all keeps the
 * pieces until peel_grade returns PEEL_DONE or PEEL_PARTIAL.
 *
 * The library prints nothing, starts threads only where `workers` asks for them, and ends them before it returns.
 */

/* What was wrong, told as the program tells it: file, line, column, excerpt, hint. The caller owns it; every call that
 * takes one begins by emptying it. A text that does not fit is cut at the end of a line; the counts are of all. */
#define PEEL_PROBLEMS 8192
struct peel_problems {
    size_t errors, warnings;
    char text[PEEL_PROBLEMS]; /* "" where there is nothing to say */
};

/* The most that one rule may spend on one organisation. A rule that spends more ends as PEEL_LIMIT. 0: the default. */
struct peel_limits {
    uint64_t instructions; /* of Lua, and of its string and table functions; default 1,000,000 */
    size_t memory;         /* bytes, of all rules in one worker; default 64 MiB */
    double seconds;        /* of processor time; default 5 */
    size_t output;         /* bytes printed by the rules for one organisation, which are thrown away; default 64 KiB */
};

/* A rule pack, read and checked. Immutable: any number of threads may grade by it at once. */
struct peel_pack;

/* Read the pack in `folder`. limits may be NULL. NULL, and problems, where it does not load. */
struct peel_pack *peel_pack_open(const char *folder, const struct peel_limits *limits, struct peel_problems *problems);
void peel_pack_close(struct peel_pack *pack); /* NULL is fine; no grading by it may be under way */
const char *peel_pack_name(const struct peel_pack *pack);
const char *peel_pack_version(const struct peel_pack *pack);
const char *peel_pack_digest(const struct peel_pack *pack); /* "sha256:..." of its files */

struct peel_grading {
    const char *format; /* "json", "jsonl", "csv" or "text"; NULL: "json" */
    const char *only;   /* the id of one organisation; NULL: all */
    unsigned workers;   /* threads; 0: one, in the caller's own */
};

/* Take n bytes. False stops the grading, which then returns PEEL_CANNOT. Called in the caller's thread only; must not
 * jump out of it. */
typedef bool peel_write(void *context, const char *bytes, size_t n);

/* Grade the dataset in the file `dataset`. grading may be NULL. PEEL_DONE; PEEL_PARTIAL where some rule ended in an
 * error or at a limit; PEEL_CANNOT, and problems (none where `write` stopped it), where there is no answer. */
enum peel_exit peel_grade(const struct peel_pack *pack, const char *dataset, const struct peel_grading *grading,
                          peel_write *write, void *context, struct peel_problems *problems);

#ifdef __cplusplus
}
#endif
#endif
