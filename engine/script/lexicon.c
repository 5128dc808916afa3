/* lexicon.c: which lists of words there are, and what they are lists of. The words themselves stand where they are
 * bound. */
#include "script/lexicon.h"
#include "script/declare.h"
#include "script/evidence.h"
#include "script/mapping.h"
#include "script/message.h"
#include "script/sandbox.h"
#include "stats/words.h"

/* --- Binding ---------------------------------------------------------------------------------------------------- */

void words_set(lua_State *L, const struct word *words)
{
    for (; words->name; words++) {
        if (!words->function) continue;
        lua_pushcfunction(L, words->function);
        lua_setfield(L, -2, words->name);
    }
}

void words_push(lua_State *L, const struct word *words)
{
    int count = 0;
    while (words[count].name) count++;
    lua_createtable(L, 0, count);
    words_set(L, words);
}

/* --- What a rule can read --------------------------------------------------------------------------------------- */

static const struct lexicon_page reading[] = {
    {PAGE_FIELDS, "force", "peel.force", "force",
     "What is judged, as a rule sees it: the first argument of `judge`, under whatever name the rule gives it. A name "
     "that neither the pack nor the dataset declares is an error; what the pack declares and the dataset lacks is "
     "missing.",
     force_fields},
    {PAGE_METHODS, "measure", "peel.measure", "force.measures.<id>",
     "A number with its unit, and the rate that it makes with its denominator.", measure_methods},
    {PAGE_METHODS, "measure", "peel.measure", "`force.measures.<id>`, where `cohort` of pack.lua names it",
     "How it stands to the same of other organisations. Who is out of scope or left out, or where there are too few "
     "values or no lines, ends with `no-evidence`; so does a rank of who is not on the list of `peers`. What is asked "
     "has read the parameters that `cohort` names.",
     measure_cohort_methods},
    {PAGE_METHODS, "estimate", "peel.estimate", "force.estimates.<id>",
     "A proportion that was estimated, with its margin of error at a level.", estimate_methods},
    {PAGE_METHODS, "sample", "peel.sample", "force.samples.<id>",
     "So many were reviewed, so many of them met the standard.", sample_methods},
    {PAGE_METHODS, "survey", "peel.survey", "force.surveys.<id>",
     "What a survey says. It can be cited, never compared: it decides nothing.", survey_methods},
    {PAGE_METHODS, "force.findings", "peel.all_findings", "force.findings",
     "What inspectors wrote down. Asked for the findings against one characteristic.", findings_methods},
    {PAGE_METHODS, "findings", "peel.findings", "force.findings:here()",
     "The strengths and weaknesses that were found against one characteristic, each with a weight.", finding_methods},
    {PAGE_METHODS, "outcome", "peel.outcome_of", "force.outcomes[\"area/characteristic\"]",
     "What another rule found; read only where `depends` names it.", outcome_methods},
    {PAGE_METHODS, "area", "peel.area", "force.areas[\"area\"]",
     "An area that was judged before; read only where `depends` names it.", area_methods},
};

/* --- What a file says -------------------------------------------------------------------------------------------- */

static const struct lexicon_page answering[] = {
    {PAGE_WORDS, "answers", NULL, "Answers of a rule", "`judge` returns what one of them answers.", message_words},
    {PAGE_METHODS, "judged", "peel.judged", "`area`, in `ladder` and in a cap's `when`",
     "The area that is being judged. A ladder returns a grade, or `\"insufficient-evidence\"`, and a reason; `when` "
     "returns `true` or `false`.",
     judged_methods},
};

static const struct lexicon_page declaring[] = {
    {PAGE_WORDS, "pack.lua", NULL, "The word of pack.lua", NULL, words_pack},
    {PAGE_WORDS, "areas", NULL, "The words of an area's file", NULL, words_area},
    {PAGE_KEYS, "pack", "peel.pack_table", "pack { … }", NULL, keys_pack},
    {PAGE_KEYS, "evidence", "peel.evidence_table", "evidence = { … }", "Of pack.lua.", keys_evidence},
    {PAGE_KEYS, "parameter", "peel.parameter", "parameters = { name = { … } }", "Of pack.lua.", keys_parameter},
    {PAGE_KEYS, "ladder", "peel.ladder_table", "ladder = { … }", "Of pack.lua.", keys_ladder},
    {PAGE_KEYS, "rung", "peel.rung", "rungs = { grade = { … } }", "Of a ladder.", keys_rung},
    {PAGE_KEYS, "cohort", "peel.cohort_table", "cohort = { … }", "Of pack.lua.", keys_cohort},
    {PAGE_KEYS, "apart", "peel.against", "apart = { measure = { … } }", "Of a cohort.", keys_against},
    {PAGE_KEYS, "peers", "peel.peers", "peers = { similar = … }", "Of a cohort.", keys_peers},
    {PAGE_KEYS, "unless", "peel.unless", "unless = { measure = … }", "Of a cohort.", keys_unless},
    {PAGE_KEYS, "compared", "peel.compared", "compared = { [\"pack\"] = { … } }", "Of pack.lua.", keys_compared},
    {PAGE_KEYS, "link", "peel.link", "areas = { area = { … } }", "Of a crosswalk.", keys_link},
    {PAGE_KEYS, "area", "peel.area_table", "area { … }", NULL, keys_area},
    {PAGE_KEYS, "characteristic", "peel.characteristic_table", "characteristic \"id\" { … }", NULL,
     keys_characteristic},
    {PAGE_KEYS, "rests", "peel.rests", "rests = { … }", "Of a characteristic.", keys_rests},
    {PAGE_KEYS, "findings", "peel.weighing", "findings = { … }", "Of a characteristic.", keys_weighing},
    {PAGE_KEYS, "cap", "peel.cap_table", "cap \"id\" { … }", NULL, keys_cap},
    {PAGE_KEYS, "bands", "peel.bands", "bands { … }", NULL, keys_bands},
    {PAGE_KEYS, "band", "peel.band", "met = { … }", "Of bands: from one parameter to another, or open at an end.",
     keys_band},
    {PAGE_KEYS, "cause_of_concern", "peel.concern_table", "cause_of_concern { … }", NULL, keys_concern},
    {PAGE_KEYS, "recommendation", "peel.recommendation", "recommendations = { { … } }", "Of a cause of concern.",
     keys_recommendation},
};

static const struct lexicon_page trying[] = {
    {PAGE_WORDS, "tests", NULL, "The words of a file of cases", NULL, words_cases},
    {PAGE_KEYS, "cases", "peel.cases_table", "cases { … }", NULL, keys_cases},
    {PAGE_KEYS, "case", "peel.case_table", "case \"name\" { … }", NULL, keys_case},
    {PAGE_KEYS, "each", "peel.each_table", "each \"name\" { … }", NULL, keys_each},
    {PAGE_KEYS, "expect", "peel.expect", "expect = { … }", "What is not expected is not checked.", keys_expect},
    {PAGE_KEYS, "given measure", "peel.given_measure", "measures = { id = { … } }", "Of a case.", keys_given_measure},
    {PAGE_KEYS, "given estimate", "peel.given_estimate", "estimates = { id = { … } }", "Of a case.",
     keys_given_estimate},
    {PAGE_KEYS, "given sample", "peel.given_sample", "samples = { id = { … } }", "Of a case.", keys_given_sample},
    {PAGE_KEYS, "given survey", "peel.given_survey", "surveys = { id = { … } }", "Of a case.", keys_given_survey},
    {PAGE_KEYS, "missing", "peel.missing_value", "{ missing = … }", "What `missing \"…\"` answers.", keys_missing},
    {PAGE_KEYS, "finding", "peel.finding", "findings = { { … } }", "Of a case.", keys_finding},
    {PAGE_KEYS, "judgment", "peel.judgment", "judgments = { { … } }", "Of a case.", keys_judgment},
    {PAGE_KEYS, "moderation", "peel.moderation", "moderations = { { … } }", "Of a case.", keys_moderation},
    {PAGE_KEYS, "others", "peel.other", "others = { { … } }", "Of a case.", keys_other},
};

static const struct lexicon_page mapping[] = {
    {PAGE_WORDS, "mapping file", NULL, "The word of a mapping", NULL, words_mapping},
    {PAGE_KEYS, "mapping", "peel.mapping_table", "mapping { … }", NULL, keys_mapping},
    {PAGE_KEYS, "rounds", "peel.rounds", "round = { column = … }", "Where a column says the round.", keys_rounds},
    {PAGE_KEYS, "round", "peel.round", "round = { [\"…\"] = { … } }", NULL, keys_round},
    {PAGE_KEYS, "source", "peel.source", "sources = { id = { … } }", NULL, keys_source},
    {PAGE_KEYS, "spelling", "peel.spelling", "missing = { [\"…\"] = { … } }", NULL, keys_spelling},
    {PAGE_KEYS, "organisations", "peel.organisations_table", "organisations = { … }", NULL, keys_organisations},
    {PAGE_KEYS, "named", "peel.named", "names = { [\"…\"] = { … } }", "Of `organisations`.", keys_named},
    {PAGE_KEYS, "where", "peel.where", "leave_out = { { … } }", "Of `organisations`.", keys_where},
    {PAGE_KEYS, "sum", "peel.sum", "sums = { { … } }", NULL, keys_sum},
    {PAGE_KEYS, "mapped measure", "peel.mapped_measure", "measures = { id = { … } }", "Of a mapping.",
     keys_mapped_measure},
    {PAGE_KEYS, "mapped estimate", "peel.mapped_estimate", "estimates = { id = { … } }", "Of a mapping.",
     keys_mapped_estimate},
    {PAGE_KEYS, "mapped sample", "peel.mapped_sample", "samples = { id = { … } }", "Of a mapping.", keys_mapped_sample},
    {PAGE_KEYS, "mapped survey", "peel.mapped_survey", "surveys = { id = { … } }", "Of a mapping.", keys_mapped_survey},
    {PAGE_KEYS, "column", "peel.column", "{ table = …, column = … }", "Where two tables have a column of that name.",
     keys_column},
    {PAGE_FIELDS, "row", "peel.row", "`row`, in the `value` of a measure", "A row of the tables, read by name.",
     row_fields},
    {PAGE_KEYS, "figure source", "peel.figure_source", "source = { … }", "Of a figure.", keys_figure_source},
};

/* --- What is reckoned with --------------------------------------------------------------------------------------- */

static const struct lexicon_page reckoning[] = {
    {PAGE_LIBRARY, "stats", "statslib", "stats",
     "Reckons with numbers that a rule has, and reads no evidence. Where there is no answer, it is `nil` and a word "
     "that says why.",
     stats_functions},
    {PAGE_ANSWER, "difference", "peel.difference", "What `stats.difference` and `stats.estimates` answer", NULL,
     stats_difference},
    {PAGE_ANSWER, "rate_ratio", "peel.rate_ratio", "What `stats.rate_ratio` answers", NULL, stats_ratio},
    {PAGE_KEYS, "measured", "peel.measured", "An estimate of `stats.estimates`", NULL, stats_measured},
    {PAGE_ANSWER, "outlier_lines", "peel.outlier_lines", "What `stats.outliers` answers", NULL, stats_lines},
    {PAGE_KEYS, "outlier_options", "peel.outlier_options", "The options of `stats.outliers`",
     "What the reports leave unsaid.", stats_options},
};

static const struct lexicon_page lua[] = {
    {PAGE_WORDS, "Lua", NULL, "Plain functions", NULL, base_functions},
    {PAGE_LIBRARY, "math", "mathlib", "math", "Without chance: the same evidence must give the same answer.",
     math_functions},
    {PAGE_LIBRARY, "string", "stringlib", "string", "Also as methods: `(\"x\"):rep(3)`. Places count bytes from 1.",
     string_functions},
    {PAGE_LIBRARY, "table", "tablelib", "table", NULL, table_functions},
    {PAGE_LIBRARY, "utf8", "utf8lib", "utf8", "For texts that are not of A to Z alone.", utf8_functions},
};

#define CHAPTER(title, says, pages)                                                                                    \
    {                                                                                                                  \
        title, says, pages, sizeof(pages) / sizeof *(pages)                                                            \
    }
const struct lexicon_chapter lexicon[] = {
    CHAPTER(
        "What a rule can read",
        "`judge = function(force, p) … end` reads evidence from `force`, and parameters from `p`: `p.<name>` is the "
        "number of a parameter of the pack. Evidence is asked with a colon (`files:met()`), is compared by its "
        "methods (`files:at_least(0.8)`, not `files >= 0.8`), and cannot be changed. Reading a number of what is "
        "missing ends the rule with `no-evidence` and names what was missing; `:missing()` asks first. Where "
        "decimals are added or divided, the result is taken to twelve decimals, so that 95.5% less 1.9 reaches "
        "93.6%.",
        reading),
    CHAPTER("What a rule, a ladder and a cap answer", NULL, answering),
    CHAPTER(
        "Statistics",
        "`stats` reckons with numbers that a rule has. It reads no evidence and nothing of it is recorded; of "
        "evidence itself, ask `:interval`, `:compared_with` and `:change_from`. An argument out of its range is an "
        "error of the rule (`stats.wilson: met is 12, more than the 10 reviewed`); where numbers in range have no "
        "answer, the answer is `nil` and a word that says why: `\"too-few\"`, `\"too-many\"`, `\"too-large\"` (counts "
        "beyond what can be reckoned exactly), `\"no-spread\"` (all the same), `\"no-logs\"` (a value is not above 0), "
        "`\"not-in-the-list\"`. It never is a NaN. Counts are whole numbers up to 2^53, a list has at most 1,000,000 "
        "numbers, and all of it is charged to the rule's instructions by its size. Every function is held to tables "
        "of R, in `tests/reference`.",
        reckoning),
    CHAPTER("Lua's own",
            "What the sandbox lets through. Nothing else: no files, no clock, no `load`, no metatables, no `pcall` (a "
            "rule that fails is told, not hidden). All of it is charged by its size.",
            lua),
    CHAPTER("What a pack's files declare", NULL, declaring),
    CHAPTER("What a file of cases declares", NULL, trying),
    CHAPTER("What a mapping declares", NULL, mapping),
};
const size_t lexicon_chapters = sizeof lexicon / sizeof *lexicon;

/* --- Words of a type ---------------------------------------------------------------------------------------------- */

static const char *outcome_word(int i) { return i < PEEL_OUTCOMES ? peel_outcome_name((enum peel_outcome)i) : NULL; }
static const char *missing_word(int i)
{
    return i + 1 < PEEL_MISSINGS ? peel_missing_name((enum peel_missing)(i + 1)) : NULL;
}
static const char *status_word(int i) { return i < PEEL_STATUSES ? peel_status_name((enum peel_status)i) : NULL; }
static const char *no_grade_word(int i) { return i < -PEEL_GRADE_NOT_INSPECTED ? peel_no_grade_name(-1 - i) : NULL; }
/* "unknown" is never answered. */
static const char *comparison_word(int i) { return comparison_name((enum comparison)(i + 1)); }
/* "within" is answered as nil. */
static const char *outlier_word(int i) { return outlier_place_name((enum outlier_place)(i + 1)); }
static const char *change_word(int i)
{
    static const char *const ways[] = {"improved", "declined"};
    return i < 2 ? ways[i] : comparison_word(i - 2);
}

const struct lexicon_alias lexicon_aliases[] = {
    {"peel.outcome", "How a characteristic came out.", outcome_word},
    {"peel.missing", "The way in which evidence is missing.", missing_word},
    {"peel.status", "How a judgment came to stand.", status_word},
    {"peel.no_grade", "What stands in place of a grade.", no_grade_word},
    {"peel.comparison", "How evidence compares with other evidence.", comparison_word},
    {"peel.change", "How evidence has changed.", change_word},
    {"peel.outlier", "On which side of the lines.", outlier_word},
};
const size_t lexicon_alias_count = sizeof lexicon_aliases / sizeof *lexicon_aliases;

/* --- Walking ------------------------------------------------------------------------------------------------------ */

const struct word *lexicon_word(const struct lexicon_page *page, size_t i)
{
    for (const struct word *w = page->words; w->name; w++)
        if (w->says && i-- == 0) return w;
    return NULL;
}

/* Where the part that begins here ends: at the next comma outside brackets and quotes. */
static size_t part_end(const char *from)
{
    int depth = 0;
    bool quoted = false;
    size_t n = 0;
    for (; from[n]; n++) {
        char c = from[n];
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (strchr("(<{[", c)) depth++;
        if (strchr(")>}]", c)) depth--;
        if (c == ',' && depth == 0) break;
    }
    return n;
}

/* "level" of "level?: number"; 0 where the part is a type alone. */
static size_t name_length(struct str part)
{
    size_t n = 0;
    while (n < part.n && (part.s[n] == '_' || part.s[n] == '.' || (part.s[n] >= '0' && part.s[n] <= '9') ||
                          (part.s[n] >= 'a' && part.s[n] <= 'z')))
        n++;
    size_t mark = n < part.n && part.s[n] == '?' ? 1 : 0;
    return n + mark < part.n && part.s[n + mark] == ':' ? n : 0;
}

bool lexicon_part(const char **at, struct lexicon_part *part)
{
    size_t n = part_end(*at);
    if (n == 0) return false;
    struct str whole = {*at, n};
    size_t name = name_length(whole);
    *part = (struct lexicon_part){.name = {name ? whole.s : NULL, name}, .type = whole};
    if (name) {
        part->optional = whole.s[name] == '?';
        size_t skip = name + part->optional + 2; /* ": " */
        part->type = (struct str){whole.s + skip, whole.n - skip};
    }
    *at += n;
    if (**at == ',') *at += 1 + (size_t)((*at)[1] == ' ');
    return true;
}
