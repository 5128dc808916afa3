/* sandbox_stats.h: what the functions of `stats` share: how they read their arguments, what they charge, and how they
 * say that there is no answer. Inside of script/ only.
 *
 * A function of `stats` knows the name it is told by ("stats.wilson") as its first upvalue. An argument out of its
 * range raises; what is not defined of arguments that are in range is nil and a word that says why: never a NaN. */
#ifndef SCRIPT_SANDBOX_STATS_H
#define SCRIPT_SANDBOX_STATS_H
#include "script/evidence.h"
#include "script/sandbox.h"
#include "stats/proportion.h"

#define STATS_LIST_MAX 1000000 /* numbers in a list */

/* sandbox_stats_lists.c: those that take a list of numbers. */
int l_mean(lua_State *L);
int l_sd(lua_State *L);
int l_median(lua_State *L);
int l_quantile(lua_State *L);
int l_rank(lua_State *L);
int l_z(lua_State *L);
int l_shapiro_wilk(lua_State *L);
int l_outliers(lua_State *L);

/* --- Arguments: sandbox_stats_arguments.c. `what`: the argument's name in messages. [-0, +0, v] ------------------- */
_Noreturn void stats_refuse(lua_State *L, int argument, const char *what, const char *wanted);
double stats_number(lua_State *L, int argument, const char *what);   /* finite */
double stats_positive(lua_State *L, int argument, const char *what); /* finite, above 0 */
double stats_share(lua_State *L, int argument, const char *what);    /* from 0 to 1 */
double stats_level(lua_State *L, int argument, const char *what);    /* between 0 and 1; left out: 0.95 */
double stats_confidence(lua_State *L, int argument);                 /* from 0.5 to below 1; left out: 0.95 */
uint64_t stats_count(lua_State *L, int argument, const char *what, uint64_t least); /* whole, up to 2^53 */
/* Which of the words, in the order of word(0), word(1), … to NULL; left out: the first. */
typedef const char *stats_words(int i);
int stats_word(lua_State *L, int argument, const char *what, stats_words *word);
/* The same where the caller says what is wrong: -1, and does not raise. [-0, +0, -] */
int stats_which(lua_State *L, int argument, stats_words *word);
const char *stats_choices(lua_State *L, stats_words *word); /* `"w" or "pass"`, pushed; [-0, +n, v] */
/* A table of named fields becomes what it is without its view; any other name in it raises with the nearest. */
void stats_fields(lua_State *L, int argument, const char *what, const char *wanted, const struct str *names,
                  size_t count);

struct stats_list {
    double *values; /* a userdata on the stack: the caller's to overwrite */
    size_t n;
};
/* A list of finite numbers. Charged for its reading and for a sort. [-0, +1, v] */
struct stats_list stats_list(lua_State *L, int argument);

/* --- Answers ------------------------------------------------------------------------------------------------------ */
int stats_none(lua_State *L, const char *why);                        /* nil and a word; [-0, +2, m] */
int stats_answer(lua_State *L, double number, const char *otherwise); /* a number, or where it is NaN stats_none */
void stats_set(lua_State *L, const char *name, double number);        /* a field of the table on top; NaN: none */
void stats_set_word(lua_State *L, const char *name, const char *word);

/* --- What it costs, in steps of about an instruction's time. [-0, +0, v] ------------------------------------------ */
enum { STATS_PLAIN = 10, STATS_EXACT = 5000, STATS_DIFFERENCE = 200, STATS_RATE = 3000, STATS_RATIO = 6000 };
void stats_charge(lua_State *L, enum proportion_method method, const struct draw *draw); /* of an interval */
#endif
