/* measure_cohort.c: force.measures.<id> as it stands among the other organisations: z, rank, outlier, the cohort's
 * mean.
 *
 * Who the others are and how the lines are drawn is the pack's to say (`cohort` of pack.lua). Where an organisation
 * cannot be read against them (out of scope, left out, too few others) the rule ends for want of evidence: it is
 * nobody's failing. What is charged does not depend on who asks first, though only the first question about an
 * organisation and a measure looks for its peers and draws their lines. */
#include "cohort/cell.h"
#include "cohort/cohort.h"
#include "data/phrase.h"
#include "script/sandbox_stats.h"
#include "stats/words.h"
#include <math.h>

enum { COHORT_STEPS = 200, PEER_STEPS = 60 }; /* charged: of shared lines, of each peer of one's own */

struct stand { /* one measure of the sitting organisation, among others */
    const struct handle *handle;
    const struct cohort_choice *choice;
    double value; /* its rate */
    struct cohort_view view;
};

/* --- Where there is nothing to read against ---------------------------------------------------------------------- */

/* Names are cut short, so that the reason itself is always there. */
#define NAMED(str_) (int)(str_).n, (str_).s

static struct str title_of(lua_State *L, const struct handle *h)
{
    return str_head(record_title(script_of(L), EVIDENCE_MEASURE, h->slot, h->name), 200);
}

static struct str name_of(lua_State *L) { return str_head(script_of(L)->org->name, 100); }

static _Noreturn void end_without_lines(lua_State *L, const struct stand *s)
{
    const struct outlier_lines *l = s->view.lines;
    struct str title = title_of(L, s->handle);
    if (l->status == OUTLIER_TOO_FEW)
        record_end(L, "\"%.*s\" has no lines to be read against: %zu of the cohort %s a value, at least %zu are needed",
                   NAMED(title), l->n, l->n == 1 ? "has" : "have", l->rules.fewest);
    record_end(L, "\"%.*s\" has no lines to be read against: not all values of the cohort have a logarithm",
               NAMED(title));
}

static _Noreturn void end_without_likeness(lua_State *L, const struct stand *s)
{
    const struct script *script = script_of(L);
    uint32_t slot = catalogue_find(&script->dataset->catalogues[EVIDENCE_MEASURE], s->choice->similar);
    struct handle by = {.kind = EVIDENCE_MEASURE, .slot = slot, .name = s->choice->similar};
    enum peel_missing missing = handle_missing(L, &by);
    if (missing != PEEL_PRESENT) record_missing_part(L, &by, "who is similar cannot be said: ", missing);
    struct str title = title_of(L, &by);
    record_read(L, EVIDENCE_MEASURE, slot, by.name, false);
    record_end(L, "who is similar cannot be said: \"%.*s\" has no rate", NAMED(title));
}

/* The measure that decides who counts. */
static struct handle decides(lua_State *L, const struct stand *s)
{
    struct str id = s->choice->unless.measure;
    uint32_t slot = catalogue_find(&script_of(L)->dataset->catalogues[EVIDENCE_MEASURE], id);
    return (struct handle){.kind = EVIDENCE_MEASURE, .slot = slot, .name = id};
}

static _Noreturn void end_undecided(lua_State *L, const struct stand *s)
{
    struct handle by = decides(L, s);
    enum peel_missing missing = handle_missing(L, &by);
    if (missing != PEEL_PRESENT)
        record_missing_part(L, &by, "whether it counts in the cohort cannot be said: ", missing);
    struct str title = title_of(L, &by);
    record_read(L, EVIDENCE_MEASURE, by.slot, by.name, false);
    record_end(L, "whether it counts in the cohort cannot be said: \"%.*s\" has no rate", NAMED(title));
}

static _Noreturn void end_apart(lua_State *L, const struct stand *s)
{
    struct str name = name_of(L), why = str_head(s->view.why, 200);
    if (s->view.standing == COHORT_LEFT_OUT || s->view.standing == COHORT_BEYOND)
        record_end(L, "%.*s is left out of the cohort: %.*s", NAMED(name), NAMED(why));
    record_end(L, "%.*s is out of scope: it is read against no cohort", NAMED(name));
}

static void must_stand(lua_State *L, const struct stand *s)
{
    switch (s->view.standing) {
    case COHORT_STANDS: return;
    case COHORT_NO_LINES: end_without_lines(L, s);
    case COHORT_NO_LIKENESS: end_without_likeness(L, s);
    case COHORT_UNDECIDED: end_undecided(L, s);
    case COHORT_STARVED: budget_starve(L);
    default: end_apart(L, s);
    }
}

/* --- Where it stands ---------------------------------------------------------------------------------------------- */

/* Which choice of the plan is of this measure. Where there is none, it is the pack's mistake, or the dataset lacks it.
 */
static uint32_t choice_of(lua_State *L, const struct handle *h)
{
    uint32_t choice = cohort_choice_of(script_of(L)->cohort, h->slot);
    const struct names *names = &script_of(L)->vocabulary->pack->cohort.measures;
    if (choice != COHORT_NONE) return choice;
    for (size_t i = 0; i < names->count; i++)
        if (str_eq(names->list[i], h->name)) return COHORT_NONE;
    luaL_error(L, "`%s` is read against no cohort: add it to the measures of `cohort` in pack.lua", h->name.s);
    return COHORT_NONE;
}

static _Noreturn void end_without_cohort(lua_State *L, const struct handle *h)
{
    struct str title = title_of(L, h);
    record_end(L, "there is no cohort to read \"%.*s\" against", NAMED(title));
}

struct stood { /* one that was asked about before, while the same organisation sat */
    struct stood *next;
    uint32_t choice;
    struct cohort_view view;
};

static struct cohort_view view_of(lua_State *L, uint32_t choice)
{
    struct script *script = script_of(L);
    for (const struct stood *at = script->stood; at; at = at->next)
        if (at->choice == choice) return at->view;
    struct stood *new = arena_try(script->arena, sizeof *new);
    if (!new) budget_starve(L);
    *new = (struct stood){script->stood, choice, cohort_view(script->cohort, choice, script->org, script->arena)};
    if (new->view.standing != COHORT_STARVED) script->stood = new;
    return new->view;
}

/* What decided is part of the proof. That it counts is no threshold that was failed: it is told as read, so that nobody
 * is told to have needed the contrary. */
static void record_unless(lua_State *L, const struct stand *s)
{
    const struct script *script = script_of(L);
    const struct cohort_unless *u = &s->choice->unless;
    enum cohort_standing standing = s->view.standing;
    struct handle by = decides(L, s);
    if (standing == COHORT_BEYOND)
        record_test(L, EVIDENCE_MEASURE, by.slot, by.name, u->above ? TEST_ABOVE : TEST_BELOW,
                    cell_rate(script->dataset, script->org, by.slot), u->limit, true);
    else if (standing == COHORT_STANDS || standing == COHORT_NO_LINES || standing == COHORT_NO_LIKENESS)
        record_read(L, EVIDENCE_MEASURE, by.slot, by.name, false);
}

static void stand_of(lua_State *L, struct stand *s)
{
    struct script *script = script_of(L);
    s->handle = handle_check(L, 1, EVIDENCE_MEASURE);
    uint32_t choice = choice_of(L, s->handle);
    s->value = measure_rate(L, s->handle); /* ends where it is missing */
    record_read(L, EVIDENCE_MEASURE, s->handle->slot, s->handle->name, false);
    if (choice == COHORT_NONE) end_without_cohort(L, s->handle);
    s->choice = cohort_choice(script->cohort, choice);
    charge(L, s->choice->peers == PEERS_SIMILAR ? (uint64_t)PEER_STEPS * (s->choice->count + 1) : COHORT_STEPS);
    for (size_t i = 0; i < s->choice->parameter_count; i++) record_parameter(L, s->choice->parameters[i]);
    s->view = view_of(L, choice);
    if (s->choice->unless.measure.s) record_unless(L, s);
    must_stand(L, s);
}

static void record(lua_State *L, const struct stand *s, enum test test, double value, double threshold, bool held)
{
    record_test(L, EVIDENCE_MEASURE, s->handle->slot, s->handle->name, test, value, threshold, held);
}

static _Noreturn void end_without_z(lua_State *L, const struct stand *s)
{
    struct str title = title_of(L, s->handle);
    if (s->view.lines->moments.sd > 0)
        record_end(L, "\"%.*s\" has no z: it has no logarithm here, and the lines are those of logarithms",
                   NAMED(title));
    record_end(L, "\"%.*s\" has no z: all others have one value, and this is another", NAMED(title));
}

/* :z(): standard deviations above the mean, in the scale that was taken. */
static int l_cohort_z(lua_State *L)
{
    struct stand s;
    stand_of(L, &s);
    double z = outlier_z(s.view.lines, s.value);
    if (!isfinite(z)) end_without_z(L, &s);
    record(L, &s, TEST_Z, s.value, z, true);
    lua_pushnumber(L, z);
    return 1;
}

/* Both lines, and on which side of them it stands. */
static enum outlier_place record_lines(lua_State *L, const struct stand *s)
{
    enum outlier_place place = outlier_place(s->view.lines, s->value);
    record(L, s, TEST_ABOVE_LINE, s->value, s->view.lines->upper, place == PLACE_ABOVE);
    record(L, s, TEST_BELOW_LINE, s->value, s->view.lines->lower, place == PLACE_BELOW);
    return place;
}

/* :lines(): the lower and the upper one. */
static int l_lines(lua_State *L)
{
    struct stand s;
    stand_of(L, &s);
    record_lines(L, &s);
    lua_pushnumber(L, s.view.lines->lower);
    lua_pushnumber(L, s.view.lines->upper);
    return 2;
}

/* :outlier(): "above", "below", or nil: within the lines. */
static int l_outlier(lua_State *L)
{
    struct stand s;
    stand_of(L, &s);
    enum outlier_place place = record_lines(L, &s);
    if (place == PLACE_WITHIN)
        lua_pushnil(L);
    else
        lua_pushstring(L, place == PLACE_ABOVE ? "above" : "below");
    return 1;
}

static int l_cohort_mean(lua_State *L)
{
    struct stand s;
    stand_of(L, &s);
    record(L, &s, TEST_COHORT_MEAN, s.value, s.view.lines->mean, true);
    lua_pushnumber(L, s.view.lines->mean);
    return 1;
}

/* --- Rank --------------------------------------------------------------------------------------------------------- */

static const char *from_word(int i) { return rank_from_name((enum rank_from)i); }

static enum rank_from from_of(lua_State *L, int argument)
{
    int which = stats_which(L, argument, from_word);
    if (which < 0) luaL_error(L, "rank counts from %s", stats_choices(L, from_word));
    return (enum rank_from)which;
}

static double rank_of(lua_State *L, const struct stand *s, enum rank_from from)
{
    double rank = numbers_rank(s->view.sorted, s->view.n, s->value, from, RANK_MINIMUM);
    if (!s->view.among) { /* the same number as one of them has is no place among them */
        struct str who = name_of(L), title = title_of(L, s->handle);
        record_end(L, "%.*s is not among those that \"%.*s\" is ranked with", NAMED(who), NAMED(title));
    }
    record(L, s, from == RANK_FROM_LOWEST ? TEST_RANK_FROM_LOWEST : TEST_RANK_FROM_HIGHEST, (double)s->view.n, rank,
           true);
    return rank;
}

/* :rank(["highest"]): the place from the lowest (tied ones share the best), and of how many. */
static int l_cohort_rank(lua_State *L)
{
    struct stand s;
    enum rank_from from = from_of(L, 2);
    stand_of(L, &s);
    lua_pushinteger(L, (lua_Integer)rank_of(L, &s, from));
    lua_pushinteger(L, (lua_Integer)s.view.n);
    return 2;
}

/* --- In words ------------------------------------------------------------------------------------------------------
 */

/* "second-lowest", "joint 12th-highest". */
static void put_rank(const struct stand *s, double low, double high, struct buf *out)
{
    static const char *const words[] = {"", "", "second-", "third-", "fourth-", "fifth-"};
    bool from_low = low <= high;
    int place = (int)(from_low ? low : high);
    bool tied = numbers_tied(s->view.sorted, s->view.n, s->value) > 1;
    int tens = place % 100 / 10, last = place % 10;
    if (tied) buf_put(out, "joint ");
    if (place < 6)
        buf_put(out, words[place]);
    else
        buf_printf(out, "%d%s-", place,
                   tens == 1   ? "th"
                   : last == 1 ? "st"
                   : last == 2 ? "nd"
                   : last == 3 ? "rd"
                               : "th");
    buf_put(out, from_low ? "lowest" : "highest");
    buf_printf(out, " of %zu", s->view.n);
}

static void put_place(const struct stand *s, struct buf *out)
{
    const struct outlier_lines *l = s->view.lines;
    enum outlier_place place = outlier_place(l, s->value);
    if (place == PLACE_WITHIN) {
        buf_put(out, ", within the lines of ");
        phrase_figure(l->lower, out);
        buf_put(out, " and ");
        phrase_figure(l->upper, out);
        return;
    }
    buf_put(out, place == PLACE_ABOVE ? ", above the upper line of " : ", below the lower line of ");
    phrase_figure(place == PLACE_ABOVE ? l->upper : l->lower, out);
}

/* :standing(): "second-lowest of 43, below the lower line of 1.6", for messages. */
static int l_standing(lua_State *L)
{
    struct stand s;
    struct script *script = script_of(L);
    stand_of(L, &s);
    double low = numbers_rank(s.view.sorted, s.view.n, s.value, RANK_FROM_LOWEST, RANK_MINIMUM);
    double high = numbers_rank(s.view.sorted, s.view.n, s.value, RANK_FROM_HIGHEST, RANK_MINIMUM);
    if (s.view.among) rank_of(L, &s, low <= high ? RANK_FROM_LOWEST : RANK_FROM_HIGHEST);
    record_lines(L, &s);
    struct buf *out = &script->said.text; /* borrowed as scratch */
    size_t start = out->length;
    if (s.view.among)
        put_rank(&s, low, high, out);
    else
        buf_printf(out, "against %zu others", s.view.n);
    put_place(&s, out);
    if (out->failed) budget_starve(L);
    lua_pushlstring(L, out->data + start, out->length - start);
    out->length = start;
    return 1;
}

/* Said of each, since a hover shows one alone. */
#define AGAINST " Read against the pack's `cohort`; who cannot be ends with `no-evidence`."

const struct word measure_cohort_methods[] = {
    {"z", l_cohort_z, "", "number",
     "How many standard deviations it lies above the cohort's mean, in the scale that was taken; below 0: under it." AGAINST},
    {"rank", l_cohort_rank, "from?: \"lowest\"|\"highest\"", "place: integer, of: integer",
     "Its place from the lowest rate (or, if asked, the highest), and among how many. Tied ones share the best place. Of "
     "an organisation that is on no list of `peers`: `no-evidence`." AGAINST},
    {"outlier", l_outlier, "", "peel.outlier?",
     "`\"above\"` or `\"below\"` the cohort's lines, or `nil` within them. Within the lines is no merit of its own: lines "
     "of one standard deviation leave about one in three outside." AGAINST},
    {"lines", l_lines, "", "lower: number, upper: number",
     "The cohort's lines, `width` standard deviations either side of its mean, in the unit of the rate." AGAINST},
    {"cohort_mean", l_cohort_mean, "", "number",
     "The mean of the cohort, in the unit of the rate: under logarithms the geometric one, unless the pack's `cohort` says "
     "`mean = \"values\"`." AGAINST},
    {"standing", l_standing, "", "string",
     "Where it stands, in words for a message: `second-lowest of 43, below the lower line of 1.6`; of an organisation that "
     "is on no list of `peers`, `against 43 others, …`." AGAINST},
    {0},
};
