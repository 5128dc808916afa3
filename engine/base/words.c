/* words.c: the words of the field. One list per enumeration, in the order of include/peel.h, gives
 * both directions; the assertions below hold the list and the enumeration together. */
#include "base/str.h"
#include "peel.h"

#define OUTCOMES(word)                                                                                                 \
    word(PEEL_MET, "met") word(PEEL_PARTLY_MET, "partly-met") word(PEEL_NOT_MET, "not-met")                            \
        word(PEEL_NOT_APPLICABLE, "not-applicable") word(PEEL_NO_EVIDENCE, "no-evidence") word(PEEL_ERROR, "error")    \
            word(PEEL_LIMIT, "limit")

#define MISSINGS(word)                                                                                                 \
    word(PEEL_PRESENT, "present") word(PEEL_NOT_COLLECTED, "not-collected") word(PEEL_NOT_SUPPLIED, "not-supplied")    \
        word(PEEL_UNREADABLE, "unreadable") word(PEEL_MISSING_NOT_APPLICABLE, "not-applicable")                        \
            word(PEEL_PREDATES, "predates") word(PEEL_ABOLISHED, "abolished")

#define STATUSES(word)                                                                                                 \
    word(PEEL_FRESH, "fresh") word(PEEL_REVISIT, "revisit") word(PEEL_CORRECTED, "corrected")                          \
        word(PEEL_ADDED_LATE, "added-late") word(PEEL_CARRIED_OVER, "carried-over")                                    \
            word(PEEL_NOT_INSPECTED, "not-inspected")

/* Downwards from -1, so that the place in the list is -1 - grade. */
#define NO_GRADES(word)                                                                                                \
    word(PEEL_UNGRADED, "ungraded") word(PEEL_INSUFFICIENT_EVIDENCE, "insufficient-evidence")                          \
        word(PEEL_GRADE_ERROR, "error") word(PEEL_GRADE_LIMIT, "limit")                                                \
            word(PEEL_GRADE_NOT_INSPECTED, "not-inspected")

#define AT(value, text) [value] = {text, sizeof(text) - 1},
#define BELOW(value, text) [-1 - (value)] = {text, sizeof(text) - 1},

static const struct str outcomes[] = {OUTCOMES(AT)};
static const struct str missings[] = {MISSINGS(AT)};
static const struct str statuses[] = {STATUSES(AT)};
static const struct str no_grades[] = {NO_GRADES(BELOW)};

#define COUNT(list) (sizeof(list) / sizeof *(list))
_Static_assert(COUNT(outcomes) == PEEL_OUTCOMES, "a word for every outcome");
_Static_assert(COUNT(missings) == PEEL_MISSINGS, "a word for every reason to be missing");
_Static_assert(COUNT(statuses) == PEEL_STATUSES, "a word for every status");
_Static_assert(COUNT(no_grades) == -PEEL_GRADE_NOT_INSPECTED, "a word for every way to have no grade");

static const char *name_at(const struct str *words, size_t count, long at)
{
    return at >= 0 && (size_t)at < count ? words[at].s : "?";
}

static int named(const struct str *words, size_t from, size_t count, struct str name)
{
    for (size_t i = from; i < count; i++)
        if (str_eq(words[i], name)) return (int)i;
    return -1;
}

const char *peel_outcome_name(enum peel_outcome outcome) { return name_at(outcomes, COUNT(outcomes), (long)outcome); }
const char *peel_missing_name(enum peel_missing missing) { return name_at(missings, COUNT(missings), (long)missing); }
const char *peel_status_name(enum peel_status status) { return name_at(statuses, COUNT(statuses), (long)status); }
const char *peel_no_grade_name(int grade) { return name_at(no_grades, COUNT(no_grades), -1 - (long)grade); }

int peel_outcome_named(const char *name, size_t length)
{
    return named(outcomes, 0, COUNT(outcomes), (struct str){name, length});
}

/* "present" is no reason to be missing, so no file may say it. */
int peel_missing_named(const char *name, size_t length)
{
    return named(missings, PEEL_PRESENT + 1, COUNT(missings), (struct str){name, length});
}

int peel_status_named(const char *name, size_t length)
{
    return named(statuses, 0, COUNT(statuses), (struct str){name, length});
}

const char *peel_version(void) { return PEEL_VERSION; }
