/* settings.h: what the command line says. One table of options (settings.c) gives the parsing, the help and the manual
 * page; each command names the options it knows.
 */
#ifndef CLI_SETTINGS_H
#define CLI_SETTINGS_H
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
    double outliers; /* SD past which a value is asked about */
    bool full, ascii;
    bool no_history;
    const struct trial_format *trial_format;
    const char *run; /* cases whose names hold it */
    bool coverage, mutate;
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
};
extern const struct option OPTION_HELP, OPTION_VERSION, OPTION_COLOUR, OPTION_QUIET, OPTION_VERBOSE, OPTION_RULES,
    OPTION_MAPPING, OPTION_ROUND, OPTION_ONLY, OPTION_FORMAT, OPTION_HAND, OPTION_OUTPUT, OPTION_JOBS, OPTION_FAIL_ON, OPTION_FULL,
    OPTION_ASCII, OPTION_OUTLIERS, OPTION_NO_QUESTIONS, OPTION_MAX_ERRORS, OPTION_MAX_INSTRUCTIONS, OPTION_MAX_MEMORY,
    OPTION_MAX_SECONDS, OPTION_MAX_OUTPUT, OPTION_TRIAL_FORMAT, OPTION_RUN, OPTION_COVERAGE, OPTION_MIN,
    OPTION_MUTATE, OPTION_NO_HISTORY;
/* Known by every command; ends in NULL. */
extern const struct option *const OPTIONS_GLOBAL[];

void settings_init(struct settings *s);
void settings_done(struct settings *s);
/* Read `count` arguments by the options of `known` (ends in NULL) and the global ones. Errors in diags: all of them. */
bool settings_read(struct settings *s, const struct option *const *known, int count, char **arguments,
                   struct diags *diags);
#endif
