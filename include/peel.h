/* peel.h: the whole public surface of the engine.
 *
 * Ownership, once for everything below: inputs are borrowed, results belong to the object they came
 * from and die with it; only what a *_new or *_open call returns is freed by the caller, with the
 * matching *_free or *_close. Exceptions say so in their name (_take, _copy).
 *
 * Threads: a peel_pack may be used by several threads at once; everything else by one at a time.
 * Nothing here reads the clock, the locale or the environment: the same bytes in give the same bytes out.
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

#ifdef __cplusplus
}
#endif
#endif
