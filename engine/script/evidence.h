/* evidence.h: what the evidence kinds share: handles, what they say of themselves, comparisons. Inside of script/ only.
 */
#ifndef SCRIPT_EVIDENCE_H
#define SCRIPT_EVIDENCE_H
#include "script/state.h"
#include "stats/difference.h"
#include "stats/rate.h"

/* --- handle.c --------------------------------------------------------------------------------------- */
void handle_open(lua_State *L); /* the metatable of each kind, once per state; [-0, +0, m] */
void handle_push_new(lua_State *L, enum evidence_kind kind, uint32_t slot, struct str name); /* [-0, +1, m] */
struct handle *handle_at(lua_State *L, int index);                                           /* NULL: there is none */
struct handle *handle_of(void *userdata); /* of a full userdata; NULL: it is none */
/* An object that is no handle. Whatever rules can hold as a full userdata begins with a mark, so that it takes no look
 * at its length to tell. [-0, +1, m] */
void object_push(lua_State *L);
struct handle *handle_self(lua_State *L);                /* argument 1 of a method, of any kind; [-0, +0, v] */
void handle_shown(lua_State *L, const struct handle *h); /* record that it was read, unless it was already */
enum peel_missing handle_missing(lua_State *L, const struct handle *h); /* of the catalogued kinds */
const char *handle_got(lua_State *L, int argument); /* "85", "a text", "a sample": what was given; [-0, +1, m] */
/* A number that an author gave to a method; a proportion is from 0 to 1. [-0, +0, v] */
double handle_number(lua_State *L, int argument);
double handle_proportion(lua_State *L, int argument);
double handle_level(lua_State *L, int argument); /* between 0 and 1; left out: 0.95 */
/* The index of a grade that an author named. [-0, +0, v] */
int handle_grade(lua_State *L, int argument);
const char *handle_method(lua_State *L); /* "at_least": the method that is running */
int l_missing(lua_State *L);             /* of the catalogued kinds */
#define MISSING                                                                                                        \
    {                                                                                                                  \
        "missing", l_missing, "", "peel.missing?",                                                                     \
            "The type of what is missing, or `nil` where it is there. Asks without ending the rule, so it stands "     \
            "before the first reading of a number."                                                                    \
    }
int l_sealed(lua_State *L);              /* __newindex of all that rules see */
/* A number computed from decimals as the nearest double of its twelve decimals, so that 0.955 - 0.019 is 0.936 and a
 * threshold of 0.936 is reached. */
double evidence_tidy(double share);
/* The metatable at the top of the stack: reads see the table `methods` below it (popped), an unknown name raises
 * "`prefix` `name`" with the nearest. */
void handle_metatable(lua_State *L, const char *name,
                      const char *prefix); /* methods metatable -- metatable; [-1, +0, m] */

/* --- compare.c ---------------------------------------------------------------------------------------- */
/* The rows of a kind that has them. number: "its rate"; range: what the threshold may be. */
#define COMPARISONS(number, range)                                                                                     \
    {"at_least", l_at_least, "x: number", "boolean",                                                                   \
     "Is " number " `x` or more? " range " The comparison and how it came out stand in the proof."},                   \
        {"at_most", l_at_most, "x: number", "boolean", "Is " number " `x` or less? " range},                           \
        {"above", l_above, "x: number", "boolean", "Is " number " more than `x`? " range},                             \
    {                                                                                                                  \
        "below", l_below, "x: number", "boolean", "Is " number " less than `x`? " range                                \
    }
#define FROM_0_TO_1 "`x` is from 0 to 1: `0.85`, not `85`."
#define SURE_COMPARISONS(bound)                                                                                        \
    {"surely_at_least", l_surely_at_least, "x: number", "boolean",                                                     \
     "Is even the lower bound `x` or more? The bound is " bound ". " FROM_0_TO_1},                                     \
    {                                                                                                                  \
        "surely_below", l_surely_below, "x: number", "boolean",                                                        \
            "Is even the upper bound less than `x`? The bound is " bound ". " FROM_0_TO_1                              \
    }
/* The number that a kind is compared by: the rate of a measure, the value of an estimate, the proportion of a sample, the share of strengths. Ends the rule where it is missing. */
double evidence_number(lua_State *L, const struct handle *h);
int l_at_least(lua_State *L);
int l_at_most(lua_State *L);
int l_above(lua_State *L);
int l_below(lua_State *L);
int l_surely_at_least(lua_State *L);
int l_surely_below(lua_State *L);

/* --- change.c: two pieces of evidence side by side ------------------------------------------------------ */
/* kind: "peel.sample"; by: whose formula. */
#define CHANGES(kind, by)                                                                                              \
    {"compared_with", l_compared_with, "other: " kind ", level?: number", "peel.comparison",                           \
     "Is it `\"higher\"` or `\"lower\"` than the other, or `\"similar\"`? A word other than `\"similar\"` is given only "   \
     "where the difference is significant at the two-sided `level` (default 0.95): p below 1 − level, and the "        \
     "interval of the difference does not hold 0, that of a ratio 1. " by " What is missing on either side ends the "  \
     "rule with `no-evidence`. The proof holds both readings, the word and its p."},                                   \
    {                                                                                                                  \
        "change_from", l_change_from, "before: " kind ", level?: number", "peel.change",                               \
            "Has it `\"improved\"` or `\"declined\"` since, or is it `\"similar\"`? As `:compared_with`, in the words of "    \
            "what is `better` in the dataset; where that is `neither`, `\"higher\"` or `\"lower\"`, as nobody has said "   \
            "which way is better."                                                                                     \
    }
int l_compared_with(lua_State *L);
int l_change_from(lua_State *L);

/* --- one file per kind ---------------------------------------------------------------------------------- */
extern const struct word measure_methods[], measure_cohort_methods[], estimate_methods[], sample_methods[],
    survey_methods[], finding_methods[], outcome_methods[], area_methods[], findings_methods[], judged_methods[], force_fields[];
int l_survey_refuses(lua_State *L); /* what is in the list of methods only to say that it is none */
double measure_rate(lua_State *L, const struct handle *h); /* each ends the rule where it is missing */
double estimate_value(lua_State *L, const struct handle *h);
double estimate_bound(lua_State *L, const struct handle *h, int side); /* -1 lower, +1 upper */
double sample_proportion(lua_State *L, const struct handle *h);
struct draw sample_draw(lua_State *L, const struct handle *h);
struct interval sample_interval(lua_State *L, const struct handle *h, enum proportion_method method, double level);
struct measured estimate_measured(lua_State *L, const struct handle *h);
/* A count and what it was counted over, which the measure is a rate of; 1 where it is no rate. Another number has no
 * interval and raises. The denominator is recorded. */
struct events measure_events(lua_State *L, const struct handle *h);
const struct entry *measure_entry(lua_State *L, const struct handle *h);
double finding_share(lua_State *L, const struct handle *h);
void findings_phrase(const struct script *s, uint32_t characteristic, struct buf *out);
void findings_record(lua_State *L, uint32_t characteristic);
void outcome_phrase(lua_State *L, const struct handle *h, struct buf *out);
void area_phrase(lua_State *L, const struct handle *h, struct buf *out);
void findings_push(lua_State *L); /* force.findings; the sets it gives are made here; [-0, +1, m] */
void judged_push(lua_State *L);   /* the `area` of ladders and caps; [-0, +1, m] */
void force_push(lua_State *L);    /* [-0, +1, m] */
void force_handle(lua_State *L, enum evidence_kind kind, struct str name); /* as force.<kinds>.<name>; [-0, +1, v] */

/* --- parameter.c ------------------------------------------------------------------------------------------ */
void parameters_push(lua_State *L);                          /* p; [-0, +1, m] */
bool parameters_at(lua_State *L, int index);                 /* is it p? */
int parameter_find(const struct script *s, struct str name); /* -1: there is none */
_Noreturn void parameter_unknown(lua_State *L, struct str name);
struct str parameter_phrase(const struct script *s, uint16_t parameter); /* "85%" */

/* --- bind.c: what stands ready for each question -------------------------------------------------------------- */
enum { PARAMETER_PHRASE = 40, PARAMETER_CACHE = 256 };
struct bound_parameter {
    double value;
    uint64_t question; /* that read it last */
    bool whole;
    uint8_t length;
    char phrase[PARAMETER_PHRASE];
};
struct bound {
    int force, parameters, judged; /* registry references */
    const void *parameters_object; /* p itself */
    struct {
        const void *name;
        uint32_t index;
    } known[PARAMETER_CACHE]; /* by the address of the name's string */
    struct bound_parameter list[];
};

/* --- record.c ---------------------------------------------------------------------------------------------------- */
bool record_has(const struct script *s, enum evidence_kind kind, uint32_t slot, struct str name);
/* The same as record_no_evidence, for a part of it ("the margin of "), or with words of its own. */
_Noreturn void record_missing_part(lua_State *L, const struct handle *h, const char *part, enum peel_missing missing);
_Noreturn void record_end(lua_State *L, const char *format, ...) __attribute__((format(printf, 2, 3)));
struct str record_title(const struct script *s, enum evidence_kind kind, uint32_t slot, struct str name);
#endif
