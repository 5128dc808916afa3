/* settings.h: what the command line says. One table of options (settings.c) gives the parsing, the help and the manual
 * page; each command names the options it knows.
 */
#ifndef CLI_SETTINGS_H
#define CLI_SETTINGS_H
#include "report/check_report.h"
#include "report/diff.h"
#include "report/impact.h"
#include "report/format.h"
#include "report/trial_report.h"
#include "script/script.h"

#define MOST_GATES 64

enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

struct hand;
struct settings {
    bool help, version, quiet, verbose;
    enum when colour;
    const char *rules, *only, *output, *mapping, *round;
    const struct format *format;
    const struct hand *hand;      /* of a guide */
    unsigned jobs;                /* 0: as many as there are processors */
    struct str gates[MOST_GATES]; /* --fail-on, each as given */
    size_t gate_count;
    struct limits limits;
    size_t max_errors;
    bool no_questions;
    bool no_edits;
    const struct check_format *check_format;
    bool strict;         /* a warning is a negative answer */
    const char *explain; /* a code, or "all" */
    double outliers; /* SD past which a value is asked about */
    bool full, ascii;
    bool no_history;
    const struct diff_format *diff_format;
    const struct impact_format *impact_format;
    const char *was; /* of an impact: the pack as it was */
    struct diff_request diff;
    const char *org; /* of a diff: this one alone */
    struct date on;  /* what deadlines are held to; year 0: not said */
    const struct trial_format *trial_format;
    const char *run; /* cases whose names hold it */
    bool coverage, mutate;
    bool watch;
    bool update, yes; /* write what came into the cases; without asking */
    unsigned tiers; /* of a new pack: 4 or 5 */
    double least; /* percent of coverage; 0: none is asked for */
    const char **operands; /* owned; the strings are argv's */
    size_t operand_count;
};

struct option {
    const char *name;  /* without the dashes */
    char letter;       /* '\0': none */
    const char *value; /* "FILE"; NULL: takes none */
    const char *help;
    const char *wants;                                  /* what a value must be, in words; NULL: anything */
    bool (*set)(struct settings *s, const char *value); /* false: not such a value */
    const struct str *choices; /* the words it knows, to suggest the nearest; choices[choice_count] */
    size_t choice_count;
    bool several; /* may stand more than once: each adds. Of any other that takes a value the first would be lost */
};
extern const struct option OPTION_ASCII;
extern const struct option OPTION_BY;
extern const struct option OPTION_CHANGES;
extern const struct option OPTION_CHECK_FORMAT;
extern const struct option OPTION_COLOUR;
extern const struct option OPTION_COVERAGE;
extern const struct option OPTION_DIFF_FORMAT;
extern const struct option OPTION_EXPLAIN;
extern const struct option OPTION_FAIL_ON;
extern const struct option OPTION_FORMAT;
extern const struct option OPTION_FULL;
extern const struct option OPTION_HAND;
extern const struct option OPTION_HELP;
extern const struct option OPTION_IMPACT_FORMAT;
extern const struct option OPTION_JOBS;
extern const struct option OPTION_MAPPING;
extern const struct option OPTION_MAX_ERRORS;
extern const struct option OPTION_MAX_INSTRUCTIONS;
extern const struct option OPTION_MAX_MEMORY;
extern const struct option OPTION_MAX_OUTPUT;
extern const struct option OPTION_MAX_SECONDS;
extern const struct option OPTION_MIN;
extern const struct option OPTION_MUTATE;
extern const struct option OPTION_NO_HISTORY;
extern const struct option OPTION_NO_QUESTIONS;
extern const struct option OPTION_NO_EDITS;
extern const struct option OPTION_ON;
extern const struct option OPTION_ONLY;
extern const struct option OPTION_ORG;
extern const struct option OPTION_OUTLIERS;
extern const struct option OPTION_OUTPUT;
extern const struct option OPTION_QUIET;
extern const struct option OPTION_ROUND;
extern const struct option OPTION_RULES;
extern const struct option OPTION_RUN;
extern const struct option OPTION_STRICT;
extern const struct option OPTION_TIERS;
extern const struct option OPTION_TRIAL_FORMAT;
extern const struct option OPTION_UPDATE;
extern const struct option OPTION_VERBOSE;
extern const struct option OPTION_VERSION;
extern const struct option OPTION_WAS;
extern const struct option OPTION_WATCH;
extern const struct option OPTION_YES;
/* Known by every command; ends in NULL. */
extern const struct option *const OPTIONS_GLOBAL[];

void settings_init(struct settings *s);
void settings_done(struct settings *s);
/* Read `count` arguments by the options of `known` (ends in NULL) and the global ones. Errors in diags: all of them. */
bool settings_read(struct settings *s, const struct option *const *known, int count, char **arguments,
                   struct diags *diags);
#endif
