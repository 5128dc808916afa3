/* settings.c: the table of options, and how a value is read. Sizes may end in K, M or G (1024). */
#include "cli/settings.h"
#include "base/mem.h"
#include "cohort/quality.h"
#include "report/document.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

static bool whole(const char *s, uint64_t most, uint64_t *n)
{
    char *end;
    if (*s < '0' || *s > '9') return false;
    errno = 0;
    unsigned long long value = strtoull(s, &end, 10);
    *n = value;
    return errno == 0 && *end == '\0' && value <= most;
}

static bool size(const char *s, size_t *n)
{
    char *end;
    if (*s < '0' || *s > '9') return false;
    errno = 0;
    unsigned long long value = strtoull(s, &end, 10);
    const char *units = "KMG", *unit = *end ? strchr(units, *end) : NULL;
    unsigned shift = unit ? 10u * (unsigned)(unit - units + 1) : 0;
    if (errno || end[unit ? 1 : 0] != '\0' || value == 0 || value > (SIZE_MAX >> 1 >> shift)) return false;
    *n = (size_t)value << shift;
    return true;
}

static bool set_help(struct settings *s, const char *v) { return (void)v, s->help = true; }
static bool set_version(struct settings *s, const char *v) { return (void)v, s->version = true; }
static bool set_quiet(struct settings *s, const char *v) { return (void)v, s->quiet = true; }
static bool set_verbose(struct settings *s, const char *v) { return (void)v, s->verbose = true; }
static bool set_full(struct settings *s, const char *v) { return (void)v, s->full = true; }
static bool set_ascii(struct settings *s, const char *v) { return (void)v, s->ascii = true; }
static bool set_no_history(struct settings *s, const char *v) { return (void)v, s->no_history = true; }
static bool set_rules(struct settings *s, const char *v) { return s->rules = v, *v != '\0'; }
static bool set_mapping(struct settings *s, const char *v) { return s->mapping = v, *v != '\0'; }
static bool set_round(struct settings *s, const char *v) { return s->round = v, *v != '\0'; }
static bool set_only(struct settings *s, const char *v) { return s->only = v, *v != '\0'; }
static bool set_output(struct settings *s, const char *v) { return s->output = v, *v != '\0'; }

static const struct str WHENS[] = {{"auto", 4}, {"always", 6}, {"never", 5}};
static bool set_colour(struct settings *s, const char *v)
{
    for (size_t i = 0; i < COUNT(WHENS); i++)
        if (str_is(WHENS[i], v)) return s->colour = (enum when)i, true;
    return false;
}

static const struct str FORMAT_NAMES[] = {{"text", 4}, {"json", 4}, {"jsonl", 5}, {"csv", 3}};
static bool set_format(struct settings *s, const char *v)
{
    const struct format *f = format_named(str_of(v));
    if (f) s->format = f;
    return f != NULL;
}

static const struct str HAND_NAMES[] = {{"text", 4}, {"markdown", 8}, {"html", 4}};
static bool set_hand(struct settings *s, const char *v)
{
    static const struct hand *const hands[] = {&HAND_TEXT, &HAND_MARKDOWN, &HAND_HTML};
    for (size_t i = 0; i < COUNT(hands); i++)
        if (strcmp(v, hands[i]->name) == 0) return s->hand = hands[i], true;
    return false;
}

static bool set_jobs(struct settings *s, const char *v)
{
    uint64_t n = 0;
    if (strcmp(v, "auto") != 0 && !whole(v, 256, &n)) return false;
    s->jobs = (unsigned)n;
    return true;
}

static bool add_gate(struct settings *s, struct str name)
{
    if (name.n == 0 || s->gate_count == MOST_GATES) return false;
    s->gates[s->gate_count++] = name;
    return true;
}

static bool set_fail_on(struct settings *s, const char *v)
{
    for (;;) {
        size_t n = strcspn(v, ",");
        if (!add_gate(s, (struct str){v, n})) return false;
        if (v[n] == '\0') return true;
        v += n + 1;
    }
}

static bool set_max_errors(struct settings *s, const char *v)
{
    uint64_t n;
    if (!whole(v, 100000, &n) || n == 0) return false;
    s->max_errors = (size_t)n;
    return true;
}

static bool set_no_edits(struct settings *s, const char *v) { return (void)v, s->no_edits = true; }
static bool set_no_questions(struct settings *s, const char *v) { return (void)v, s->no_questions = true; }

static bool set_outliers(struct settings *s, const char *v)
{
    char *end;
    double d = strtod(v, &end);
    if (end == v || *end != '\0' || !(d > 0 && d <= 1000)) return false;
    s->outliers = d;
    return true;
}

static const struct str TRIAL_FORMAT_NAMES[] = {{"text", 4}, {"tap", 3}, {"junit", 5}, {"json", 4}};
static bool set_trial_format(struct settings *s, const char *v)
{
    const struct trial_format *f = trial_format_named(str_of(v));
    if (f) s->trial_format = f;
    return f != NULL;
}

static const struct str CHECK_FORMAT_NAMES[] = {{"text", 4}, {"json", 4}, {"sarif", 5}, {"gnu", 3}};
static bool set_check_format(struct settings *s, const char *v)
{
    const struct check_format *f = check_format_named(str_of(v));
    if (f) s->check_format = f;
    return f != NULL;
}

static bool set_strict(struct settings *s, const char *v) { return (void)v, s->strict = true; }
static bool set_explain(struct settings *s, const char *v) { return s->explain = v, *v != '\0'; }

static bool set_run(struct settings *s, const char *v) { return s->run = v, *v != '\0'; }
static bool set_coverage(struct settings *s, const char *v) { return (void)v, s->coverage = true; }

static bool set_mutate(struct settings *s, const char *v) { return (void)v, s->mutate = true; }

static bool set_update(struct settings *s, const char *v) { return (void)v, s->update = true; }
static bool set_watch(struct settings *s, const char *v) { return (void)v, s->watch = true; }
static bool set_yes(struct settings *s, const char *v) { return (void)v, s->yes = true; }

static bool set_tiers(struct settings *s, const char *v)
{
    bool known = strcmp(v, "4") == 0 || strcmp(v, "5") == 0;
    if (known) s->tiers = (unsigned)(*v - '0');
    return known;
}

static bool set_min(struct settings *s, const char *v)
{
    char *end;
    double d = strtod(v, &end);
    if (end == v || *end != '\0' || !(d > 0 && d <= 100)) return false;
    s->least = d;
    return s->coverage = true;
}

static const struct str DIFF_FORMAT_NAMES[] = {{"text", 4}, {"markdown", 8}, {"html", 4}, {"json", 4}, {"csv", 3}};
static bool set_diff_format(struct settings *s, const char *v)
{
    const struct diff_format *f = diff_format_named(str_of(v));
    if (f) s->diff_format = f;
    return f != NULL;
}

static const struct str BYS[] = {{"organisation", 12}, {"area", 4}, {"rule", 4}, {"raised", 6}};
static bool set_by(struct settings *s, const char *v)
{
    for (size_t i = 0; i < COUNT(BYS); i++)
        if (str_is(BYS[i], v)) return s->diff.by = (enum diff_by)i, true;
    return false;
}

static const struct str CHANGES[] = {{"changed", 7}, {"improved", 8}, {"declined", 8}};
static bool set_changes(struct settings *s, const char *v)
{
    for (size_t i = 0; i < COUNT(CHANGES); i++)
        if (str_is(CHANGES[i], v)) return s->diff.only = (enum diff_only)(DIFF_CHANGED + i), true;
    return false;
}

static const struct str IMPACT_FORMAT_NAMES[] = {{"text", 4}, {"markdown", 8}, {"json", 4}};
static bool set_impact_format(struct settings *s, const char *v)
{
    const struct impact_format *f = impact_format_named(str_of(v));
    if (f) s->impact_format = f;
    return f != NULL;
}

static bool set_was(struct settings *s, const char *v) { return s->was = v, *v != '\0'; }
static bool set_org(struct settings *s, const char *v) { return s->org = v, *v != '\0'; }
static bool set_on(struct settings *s, const char *v) { return date_parse(str_of(v), &s->on); }

static bool set_max_instructions(struct settings *s, const char *v)
{
    uint64_t n;
    if (!whole(v, UINT64_MAX >> 2, &n) || n == 0) return false;
    s->limits.instructions = n;
    return true;
}

static bool set_max_seconds(struct settings *s, const char *v)
{
    char *end;
    double d = strtod(v, &end);
    if (end == v || *end != '\0' || !(d > 0 && d <= 86400)) return false;
    s->limits.seconds = d;
    return true;
}

static bool set_max_memory(struct settings *s, const char *v) { return size(v, &s->limits.memory); }
static bool set_max_output(struct settings *s, const char *v) { return size(v, &s->limits.output); }

#define WANTS_SIZE "a number of bytes, which may end in K, M or G"

const struct option OPTION_HELP = {
    .name = "help",
    .letter = 'h',
    .help = "show this and stop",
    .set = set_help,
};
const struct option OPTION_VERSION = {
    .name = "version",
    .help = "show the version and stop",
    .set = set_version,
};
const struct option OPTION_COLOUR = {
    .name = "color",
    .value = "WHEN",
    .help = "colours: auto (on a terminal, unless NO_COLOR is set), always, never",
    .wants = "auto, always or never",
    .set = set_colour,
    .choices = WHENS,
    .choice_count = COUNT(WHENS),
};
const struct option OPTION_QUIET = {
    .name = "quiet",
    .letter = 'q',
    .help = "no warnings, no progress",
    .set = set_quiet,
};
const struct option OPTION_VERBOSE = {
    .name = "verbose",
    .letter = 'v',
    .help = "tell what was found where, and the time and memory it took",
    .set = set_verbose,
};
const struct option OPTION_RULES = {
    .name = "rules",
    .letter = 'r',
    .value = "PACK",
    .help = "the rule pack: its folder, or the name of an installed one",
    .wants = "a folder or a name",
    .set = set_rules,
};
const struct option OPTION_MAPPING = {
    .name = "mapping",
    .letter = 'm',
    .value = "FILE",
    .help = "the mapping: a Lua file that says which columns are which evidence",
    .wants = "a path",
    .set = set_mapping,
};
const struct option OPTION_ROUND = {
    .name = "round",
    .value = "TEXT",
    .help = "the round that is meant, where the tables hold several, as they spell it",
    .wants = "a round",
    .set = set_round,
};
const struct option OPTION_ONLY = {
    .name = "only",
    .value = "ID",
    .help = "this organisation alone",
    .wants = "an id",
    .set = set_only,
};
const struct option OPTION_FORMAT = {
    .name = "format",
    .letter = 'f',
    .value = "FORMAT",
    .help = "text (default), json, jsonl or csv",
    .wants = "text, json, jsonl or csv",
    .set = set_format,
    .choices = FORMAT_NAMES,
    .choice_count = COUNT(FORMAT_NAMES),
};
const struct option OPTION_HAND = {
    .name = "format",
    .letter = 'f',
    .value = "FORMAT",
    .help = "text (default), markdown or html: one file that needs no other",
    .wants = "text, markdown or html",
    .set = set_hand,
    .choices = HAND_NAMES,
    .choice_count = COUNT(HAND_NAMES),
};
const struct option OPTION_OUTPUT = {
    .name = "output",
    .letter = 'o',
    .value = "FILE",
    .help = "write there instead of standard output: whole, or not at all",
    .wants = "a path",
    .set = set_output,
};
const struct option OPTION_JOBS = {
    .name = "jobs",
    .letter = 'j',
    .value = "N",
    .help = "work on N organisations at a time; auto (default) or 0: as many as there are processors",
    .wants = "a whole number up to 256, or auto",
    .set = set_jobs,
};
const struct option OPTION_FAIL_ON = {
    .name = "fail-on",
    .value = "WHAT",
    .help = "exit with 1 where any graded area stands at this grade or below, or, with cause-of-concern, where one was "
            "raised; may be repeated, or list several with commas",
    .wants = "grades or cause-of-concern, with commas between them",
    .set = set_fail_on,
    .several = true,
};
const struct option OPTION_FULL = {
    .name = "full",
    .help = "text: a whole page for each organisation, however many",
    .set = set_full,
};
const struct option OPTION_ASCII = {
    .name = "ascii",
    .help = "draw with ASCII characters only",
    .set = set_ascii,
};
const struct option OPTION_OUTLIERS = {
    .name = "outliers",
    .value = "SD",
    .help = "ask about values more than SD standard deviations from the mean of the organisations in scope (default 3, "
            "a choice of ours: at the 1 of the reports' lines, about a third of all values would be asked about)",
    .wants = "a number of standard deviations above 0, up to 1000",
    .set = set_outliers,
};
const struct option OPTION_NO_EDITS = {
    .name = "no-edits",
    .help = "do not try each edit of the rules alone: that grades NEW once more for each",
    .set = set_no_edits,
};
const struct option OPTION_NO_QUESTIONS = {
    .name = "no-questions",
    .help = "check only; ask nothing about the values",
    .set = set_no_questions,
};
const struct option OPTION_MAX_ERRORS = {
    .name = "max-errors",
    .value = "N",
    .help = "show at most N problems (default 50), errors before all else",
    .wants = "a whole number from 1 to 100000",
    .set = set_max_errors,
};
const struct option OPTION_MAX_INSTRUCTIONS = {
    .name = "max-instructions",
    .value = "N",
    .help = "Lua instructions of one rule for one organisation (default 1000000)",
    .wants = "a whole number of 1 or more",
    .set = set_max_instructions,
};
const struct option OPTION_MAX_MEMORY = {
    .name = "max-memory",
    .value = "SIZE",
    .help = "memory of the rules of one worker (default 64M)",
    .wants = WANTS_SIZE,
    .set = set_max_memory,
};
const struct option OPTION_MAX_SECONDS = {
    .name = "max-seconds",
    .value = "S",
    .help = "processor time of one rule for one organisation (default 5)",
    .wants = "a number of seconds above 0",
    .set = set_max_seconds,
};
const struct option OPTION_MAX_OUTPUT = {
    .name = "max-output",
    .value = "SIZE",
    .help = "text that rules may print for one organisation (default 64K)",
    .wants = WANTS_SIZE,
    .set = set_max_output,
};
const struct option OPTION_TRIAL_FORMAT = {
    .name = "format",
    .letter = 'f',
    .value = "FORMAT",
    .help = "text (default), tap, junit or json",
    .wants = "text, tap, junit or json",
    .set = set_trial_format,
    .choices = TRIAL_FORMAT_NAMES,
    .choice_count = COUNT(TRIAL_FORMAT_NAMES),
};
const struct option OPTION_RUN = {
    .name = "run",
    .value = "PATTERN",
    .help = "only cases whose name holds it, in large or small letters; * stands for anything",
    .wants = "a part of a name",
    .set = set_run,
};
const struct option OPTION_COVERAGE = {
    .name = "coverage",
    .help = "tell which outcomes, grades, caps and raised items no case expects",
    .set = set_coverage,
};
const struct option OPTION_MUTATE = {
    .name = "mutate",
    .help = "change the pack in one place at a time, and tell which changes no case notices",
    .set = set_mutate,
};
const struct option OPTION_NO_HISTORY = {
    .name = "no-history",
    .help = "neither bring back the lines of earlier sessions nor keep those of this one",
    .set = set_no_history,
};
const struct option OPTION_UPDATE = {
    .name = "update",
    .help = "show how the cases would have to read for what came, ask, and write it into them",
    .set = set_update,
};
const struct option OPTION_YES = {
    .name = "yes",
    .letter = 'y',
    .help = "write what update shows without asking",
    .set = set_yes,
};
const struct option OPTION_WATCH = {
    .name = "watch",
    .help = "run again whenever a file of the pack or its cases changes, until Ctrl-C",
    .set = set_watch,
};
const struct option OPTION_TIERS = {
    .name = "tiers",
    .value = "N",
    .help = "grades on its scale: 5 (default), or 4, without adequate",
    .wants = "4 or 5",
    .set = set_tiers,
};
const struct option OPTION_MIN = {
    .name = "min",
    .value = "PERCENT",
    .help = "fail where less than that is covered; tells the coverage too",
    .wants = "a percentage above 0, up to 100",
    .set = set_min,
};
const struct option OPTION_DIFF_FORMAT = {
    .name = "format",
    .letter = 'f',
    .value = "FORMAT",
    .help = "text (default), markdown, html, json or csv",
    .wants = "text, markdown, html, json or csv",
    .set = set_diff_format,
    .choices = DIFF_FORMAT_NAMES,
    .choice_count = COUNT(DIFF_FORMAT_NAMES),
};
const struct option OPTION_IMPACT_FORMAT = {
    .name = "format",
    .letter = 'f',
    .value = "FORMAT",
    .help = "text (default), markdown or json",
    .wants = "text, markdown or json",
    .set = set_impact_format,
    .choices = IMPACT_FORMAT_NAMES,
    .choice_count = COUNT(IMPACT_FORMAT_NAMES),
};
const struct option OPTION_WAS = {
    .name = "was",
    .value = "PACK",
    .help = "the pack as it was: its folder, or the name of an installed one",
    .wants = "a folder or a name",
    .set = set_was,
};
const struct option OPTION_BY = {
    .name = "by",
    .value = "ORDER",
    .help = "put pages and rows in order by organisation (default), area or rule: the characteristics whose outcome changed; or raised: "
            "what became of areas for improvement and causes of concern",
    .wants = "organisation, area, rule or raised",
    .set = set_by,
    .choices = BYS,
    .choice_count = COUNT(BYS),
};
const struct option OPTION_CHANGES = {
    .name = "only",
    .value = "KIND",
    .help = "only what changed, or went up (improved) or down (declined); what is told, and the exit status",
    .wants = "changed, improved or declined",
    .set = set_changes,
    .choices = CHANGES,
    .choice_count = COUNT(CHANGES),
};
const struct option OPTION_ORG = {
    .name = "org",
    .value = "ID",
    .help = "this organisation alone, by its newer id or its older",
    .wants = "an id",
    .set = set_org,
};
const struct option OPTION_ON = {
    .name = "on",
    .value = "DATE",
    .help = "the date that deadlines are held to (default: the latest in NEW)",
    .wants = "a date, as 2023-03-31",
    .set = set_on,
};
const struct option OPTION_CHECK_FORMAT = {
    .name = "format",
    .letter = 'f',
    .value = "FORMAT",
    .help = "text (default), json, sarif or gnu (file:line:column: severity: message [code]); all but text go to standard output",
    .wants = "text, json, sarif or gnu",
    .set = set_check_format,
    .choices = CHECK_FORMAT_NAMES,
    .choice_count = COUNT(CHECK_FORMAT_NAMES),
};
const struct option OPTION_STRICT = {
    .name = "strict",
    .help = "exit with 1 for warnings too",
    .set = set_strict,
};
const struct option OPTION_EXPLAIN = {
    .name = "explain",
    .value = "CODE",
    .help = "tell what a code means, with a wrong and a right example, and stop; all: list them",
    .wants = "a code, such as P205, or all",
    .set = set_explain,
};
const struct option *const OPTIONS_GLOBAL[] = {&OPTION_COLOUR, &OPTION_QUIET,   &OPTION_VERBOSE,
                                               &OPTION_HELP,   &OPTION_VERSION, NULL};

void settings_init(struct settings *s)
{
    *s = (struct settings){.format = &FORMAT_TEXT,
                            .hand = &HAND_TEXT,
                           .trial_format = &TRIAL_TEXT,
                           .diff_format = &DIFF_TEXT,
                           .impact_format = &IMPACT_TEXT,
                           .check_format = &CHECK_TEXT,
                           .limits = LIMITS_DEFAULT,
                           .max_errors = 50,
                           .tiers = 5,
                           .outliers = QUALITY_WIDTH};
}

void settings_done(struct settings *s) { mem_free(s->operands); }

/* --- Reading ------------------------------------------------------------------------------------- */

struct parsing {
    struct settings *settings;
    const struct option *const *known;
    struct diags *diags;
    char **next, **end; /* the arguments not read yet */
    uint32_t seen;      /* bits: by option_at */
};
static const struct place HERE = {"peel", 0, 0, 0};

/* The i-th option of a command, its own first, then the global ones. */
static const struct option *option_at(const struct parsing *p, size_t i)
{
    size_t own = 0;
    while (p->known[own]) own++;
    return i < own ? p->known[i] : OPTIONS_GLOBAL[i - own];
}

/* Was it given before? From now on it was. */
static bool again(struct parsing *p, const struct option *which)
{
    const struct option *o;
    size_t i = 0;
    while ((o = option_at(p, i)) && o != which) i++;
    uint32_t bit = UINT32_C(1) << (i & 31);
    bool was = p->seen & bit;
    p->seen |= bit;
    return was;
}

static const struct option *by_name(const struct parsing *p, struct str name)
{
    const struct option *o;
    for (size_t i = 0; (o = option_at(p, i)); i++)
        if (str_is(name, o->name)) return o;
    return NULL;
}

static const struct option *by_letter(const struct parsing *p, char letter)
{
    const struct option *o;
    for (size_t i = 0; (o = option_at(p, i)); i++)
        if (o->letter == letter) return o;
    return NULL;
}

static void unknown(struct parsing *p, struct str name)
{
    struct str names[32];
    size_t n = 0;
    for (const struct option *o; n < 32 && (o = option_at(p, n)); n++) names[n] = str_of(o->name);
    int near = str_nearest(name, names, n);
    char hint[DIAG_HINT] = "";
    if (near >= 0) snprintf(hint, sizeof hint, "did you mean --%s?", names[near].s);
    diag_add(p->diags, DIAG_ERROR, HERE, near >= 0 ? hint : NULL, "unknown option --%.*s", (int)name.n, name.s);
}

static void bad_value(struct parsing *p, const struct option *o, const char *value)
{
    char hint[DIAG_HINT] = "";
    int near = str_nearest(str_of(value), o->choices, o->choice_count);
    if (near >= 0) snprintf(hint, sizeof hint, "did you mean %s?", o->choices[near].s);
    diag_add(p->diags, DIAG_ERROR, HERE, near >= 0 ? hint : NULL, "--%s wants %s, got \"%s\"", o->name,
             o->wants ? o->wants : "a value", value);
}

/* `value` NULL: it is the next argument. */
static void apply(struct parsing *p, const struct option *o, const char *value)
{
    if (o->value && !value && p->next < p->end) value = *p->next++;
    if (o->value && !value)
        diag_add(p->diags, DIAG_ERROR, HERE, NULL, "--%s wants %s, and nothing follows it", o->name,
                 o->wants ? o->wants : "a value");
    else if (o->value && !o->several && again(p, o))
        diag_add(p->diags, DIAG_ERROR, HERE, NULL, "--%s takes one value, and was given before: \"%s\" is one too many", o->name,
                 value);
    else if (!o->set(p->settings, value))
        bad_value(p, o, value);
}

static void long_option(struct parsing *p, const char *text)
{
    size_t n = strcspn(text, "=");
    const struct option *o = by_name(p, (struct str){text, n});
    const char *value = text[n] == '=' ? text + n + 1 : NULL;
    if (!o)
        unknown(p, (struct str){text, n});
    else if (value && !o->value)
        diag_add(p->diags, DIAG_ERROR, HERE, NULL, "--%s takes no value, got \"%s\"", o->name, value);
    else
        apply(p, o, value);
}

static void letters(struct parsing *p, const char *text)
{
    for (; *text; text++) {
        const struct option *o = by_letter(p, *text);
        if (!o) {
            diag_add(p->diags, DIAG_ERROR, HERE, NULL, "unknown option -%c", *text);
            return;
        }
        bool takes = o->value != NULL;
        apply(p, o, takes && text[1] ? text + 1 : NULL);
        if (takes) return;
    }
}

bool settings_read(struct settings *s, const struct option *const *known, int count, char **arguments,
                   struct diags *diags)
{
    struct parsing p = {s, known, diags, arguments, arguments + count, 0};
    size_t before = diags->errors;
    s->operands = mem_alloc(((size_t)count + 1) * sizeof *s->operands);
    if (!s->operands) {
        diag_add(diags, DIAG_ERROR, HERE, NULL, "out of memory");
        return false;
    }
    for (bool options = true; p.next < p.end;) {
        const char *a = *p.next++;
        if (options && strcmp(a, "--") == 0)
            options = false;
        else if (options && a[0] == '-' && a[1] == '-')
            long_option(&p, a + 2);
        else if (options && a[0] == '-' && a[1] != '\0')
            letters(&p, a + 1);
        else
            s->operands[s->operand_count++] = a;
    }
    return diags->errors == before;
}
