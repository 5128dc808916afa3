/* test_stats.c: `stats` as a rule says it: the tables of R through Lua, what is not defined, and every message. */
#include "forces.h"
#include "script/sandbox.h"
#include "unit.h"
#include <stdarg.h>

enum { ANSWERS = 6 };

static struct script *s;
static struct fault fault;
static char chunk[65536];
static double got[ANSWERS];     /* NaN where the answer is no number */
static char word[ANSWERS][256]; /* "" where it is no text */

static void open_script(uint64_t instructions)
{
    struct limits limits = LIMITS_DEFAULT;
    limits.instructions = instructions;
    limits.seconds = 600;
    s = script_new(&limits);
    ck_assert_ptr_nonnull(s);
}

static enum gate run(void)
{
    struct diags diags;
    struct buf said;
    diags_init(&diags);
    buf_init(&said);
    if (!sandbox_load(s, "rule.lua", str_of(chunk), NULL, &diags)) {
        diags_render(&diags, &said, false);
        ck_abort_msg("%s", buf_text(&said));
    }
    diags_done(&diags);
    return gate_call(s, 0, ANSWERS, &fault);
}

static void keep(int i)
{
    int at = -ANSWERS + i;
    got[i] = lua_type(s->L, at) == LUA_TNUMBER ? lua_tonumber(s->L, at) : (double)NAN;
    snprintf(word[i], sizeof word[i], "%s", lua_type(s->L, at) == LUA_TSTRING ? lua_tostring(s->L, at) : "");
}

/* What a chunk answers, into got and word. */
static void ask(const char *format, ...) __attribute__((format(printf, 1, 2)));
static void ask(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    int n = vsnprintf(chunk, sizeof chunk, format, list);
    va_end(list);
    ck_assert_int_lt(n, (int)sizeof chunk);
    enum gate gate = run();
    ck_assert_msg(gate == GATE_DONE, "%.200s: %s", chunk, gate == GATE_DONE ? "" : fault.message);
    for (int i = 0; i < ANSWERS; i++) keep(i);
    lua_pop(s->L, ANSWERS);
}

static void holds(const char *text)
{
    ask("return (%s) and 1", text);
    ck_assert_msg(got[0] == 1, "%s", text);
}

static void raises(const char *call, const char *expected)
{
    snprintf(chunk, sizeof chunk, "return stats.%s", call);
    enum gate gate = run();
    ck_assert_msg(gate == GATE_RAISED, "%s", call);
    ck_assert_str_eq(fault.message, expected);
}

static void is_none(const char *call, const char *why)
{
    ask("return stats.%s", call);
    ck_assert_msg(isnan(got[0]) && !word[0][0], "%s", call);
    ck_assert_str_eq(word[1], why);
}

/* --- R's tables, through Lua -------------------------------------------------------------------------------------- */

static const char *population_of(const struct table *t)
{
    return number(t, "population") > 0 ? text(t, "population") : "nil";
}

START_TEST(proportions_as_r_has_them)
{
    static const char *const names[][2] = {
        {"wilson", "wilson"}, {"clopper-pearson", "clopper_pearson"}, {"wald", "wald"}};
    struct table table, *t = table_open(&table, "proportions");
    open_script(0);
    while (table_next(t)) {
        bool bound = !strcmp(text(t, "kind"), "bound"), wilson = !strcmp(text(t, "method"), "wilson");
        int i = 0;
        while (strcmp(names[i][0], text(t, "method"))) i++;
        if (bound && !wilson) continue; /* one-sided, only Wilson's are said */
        char arguments[256];
        snprintf(arguments, sizeof arguments, "(%s, %s, %s, %s)", text(t, "k"), text(t, "n"), text(t, "level"),
                 population_of(t));
        if (bound)
            ask("return stats.lower_bound%s, stats.upper_bound%s", arguments, arguments);
        else
            ask("return stats.%s%s", names[i][1], arguments);
        compare(t, "lower", got[0], 1e-9, 1e-14);
        compare(t, "upper", got[1], 1e-9, 1e-14);
    }
    table_close(t, 300);
    script_free(s);
}
END_TEST

START_TEST(sample_sizes_as_r_has_them)
{
    struct table table, *t = table_open(&table, "sample_sizes");
    open_script(0);
    while (table_next(t)) {
        ask("return stats.sample_size(%s, %s, %s, %s)", text(t, "margin"), text(t, "expected"), population_of(t),
            text(t, "level"));
        compare(t, "size", got[0], 0, 0);
    }
    table_close(t, 90);
    script_free(s);
}
END_TEST

START_TEST(differences_as_r_has_them)
{
    struct table table, *t = table_open(&table, "differences");
    open_script(0);
    while (table_next(t)) {
        bool fisher = !strcmp(text(t, "test"), "fisher");
        ask("local d = stats.difference(%s, %s, %s, %s, %s) return d.difference, d.lower, d.upper, d.p, d.test, d.word",
            text(t, "k1"), text(t, "n1"), text(t, "k2"), text(t, "n2"), text(t, "level"));
        compare(t, "difference", got[0], 1e-12, 1e-15);
        compare(t, "lower", got[1], 1e-9, 1e-14);
        compare(t, "upper", got[2], 1e-9, 1e-14);
        compare(t, fisher ? "p_fisher" : "p_z", got[3], 1e-9, 0);
        ck_assert_str_eq(word[4], fisher ? "fisher" : "pooled-z");
        ck_assert_str_eq(word[5], text(t, "comparison"));
    }
    table_close(t, 200);
    script_free(s);
}
END_TEST

START_TEST(estimates_as_r_has_them)
{
    struct table table, *t = table_open(&table, "estimates");
    open_script(0);
    while (table_next(t)) {
        ask("local d = stats.estimates({ value = %s, margin = %s, level = %s }, { value = %s, margin = %s, level = %s "
            "}, %s) return d.difference, d.lower, d.upper, d.p, d.test, d.word",
            text(t, "value1"), text(t, "margin1"), text(t, "level1"), text(t, "value2"), text(t, "margin2"),
            text(t, "level2"), text(t, "level"));
        ck_assert_double_eq_tol(got[0], number(t, "value1") - number(t, "value2"), 1e-15);
        compare(t, "lower", got[1], 1e-9, 1e-15);
        compare(t, "upper", got[2], 1e-9, 1e-15);
        compare(t, "p", got[3], 1e-9, 0);
        ck_assert_str_eq(word[4], "estimates");
        ck_assert_str_eq(word[5], text(t, "comparison"));
    }
    table_close(t, 50);
    script_free(s);
}
END_TEST

START_TEST(rates_as_r_has_them)
{
    struct table table, *t = table_open(&table, "rates");
    open_script(0);
    while (table_next(t)) {
        ask("return stats.rate(%s, %s, %s, %s)", text(t, "count"), text(t, "exposure"), text(t, "per"),
            text(t, "level"));
        ck_assert_double_eq_tol(got[0], number(t, "count") / number(t, "exposure") * number(t, "per"),
                                1e-9 * got[0] + 1e-300);
        compare(t, "lower", got[1], 1e-9, 0);
        compare(t, "upper", got[2], 1e-9, 0);
    }
    table_close(t, 50);
    t = table_open(&table, "rate_ratios");
    while (table_next(t)) {
        ask("local r = stats.rate_ratio(%s, %s, %s, %s, %s) return r.ratio, r.lower, r.upper, r.p, r.word",
            text(t, "count1"), text(t, "exposure1"), text(t, "count2"), text(t, "exposure2"), text(t, "level"));
        compare(t, "ratio", got[0], 1e-9, 0);
        compare(t, "lower", got[1], 1e-9, 0);
        compare(t, "upper", got[2], 1e-9, 0);
        compare(t, "p", got[3], 1e-9, 0);
        ck_assert_str_eq(word[4], text(t, "comparison"));
    }
    table_close(t, 90);
    script_free(s);
}
END_TEST

/* "1 2 3" as the items of a table. */
static const char *items(const char *cell)
{
    static char list[16384];
    snprintf(list, sizeof list, "%s", cell);
    for (char *at = list; *at; at++)
        if (*at == ' ') *at = ',';
    return list;
}

START_TEST(normality_as_r_has_it)
{
    struct table table, *t = table_open(&table, "shapiro");
    open_script(0);
    while (table_next(t)) {
        if (strcmp(text(t, "shape"), "given") != 0) continue; /* the others are made of a seed, by test_normality.c */
        ask("return stats.shapiro_wilk{%s}", items(text(t, "values")));
        compare(t, "w", got[0], 1e-9, 0);
        compare(t, "p", got[1], 1e-6, 1e-13);
    }
    table_close(t, 200);
    script_free(s);
}
END_TEST

static void compare_quantiles(const struct table *t)
{
    double at[16], expected[16];
    size_t n = numbers(t, "at", at, 16);
    ck_assert_uint_eq(numbers(t, "quantiles", expected, 16), n);
    for (size_t i = 0; i < n; i++) {
        ask("return stats.quantile({%s}, %.17g)", items(text(t, "values")), at[i]);
        ck_assert_msg(agrees(got[0], expected[i], 1e-12) || fabs(got[0] - expected[i]) < 1e-12, "row %d", t->rows);
    }
}

static void compare_ranks(const struct table *t)
{
    static double values[400], low[400], high[400];
    size_t n = numbers(t, "values", values, 400);
    ck_assert_uint_eq(numbers(t, "low_minimum", low, 400), n);
    ck_assert_uint_eq(numbers(t, "high_minimum", high, 400), n);
    for (size_t i = 0; i < n; i += 1 + n / 5) {
        ask("local list = {%s} local low, tied = stats.rank(list, %.17g) return low, tied, stats.rank(list, %.17g, "
            "'highest')",
            items(text(t, "values")), values[i], values[i]);
        ck_assert_msg(got[0] == low[i] && got[2] == high[i] && got[1] >= 1 && got[1] == got[3], "row %d", t->rows);
    }
}

START_TEST(cohorts_as_r_has_them)
{
    struct table table, *t = table_open(&table, "cohorts");
    open_script(0);
    while (table_next(t)) {
        ask("local list = {%s} return stats.mean(list), stats.median(list), stats.sd(list)", items(text(t, "values")));
        compare(t, "mean", got[0], 1e-12, 1e-12);
        compare(t, "median", got[1], 1e-12, 1e-12);
        compare(t, "sd", got[2], 1e-12, 0);
        compare_quantiles(t);
        compare_ranks(t);
    }
    table_close(t, 49);
    script_free(s);
}
END_TEST

/* --- Outlier lines ------------------------------------------------------------------------------------------------ */

/* The forces' values as a list; how to write it again. */
static char forces[4096];
static double values[FORCES_ROOM];

static size_t say_forces(const char *measure, int year, int with_city, double unit, bool backwards)
{
    size_t n = read_forces(values, measure, year, with_city), length = 0;
    for (size_t i = 0; i < n; i++)
        length += (size_t)snprintf(forces + length, sizeof forces - length, "%.17g,",
                                   values[backwards ? n - 1 - i : i] * unit);
    ck_assert_uint_lt(length, sizeof forces);
    return n;
}

static const char *options_of(const char *variant)
{
    static const char *const options[][2] = {
        {"default", "nil"},
        {"pass", "{ better = 'pass' }"},
        {"population", "{ deviation = 'population' }"},
        {"two", "{ width = 2 }"},
        {"log", "{ scale = 'log', alpha = 0.05, better = 'w' }"},
        {"raw", "{ scale = 'raw', fewest = 43 - 1, inclusive = false }"},
        {"arithmetic", "{ mean = 'values' }"},
        {"shifted", "{ log_shift = 1 }"},
    };
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (!strcmp(options[i][0], variant)) return options[i][1];
    ck_abort_msg("no variant %s", variant);
    return NULL;
}

START_TEST(outliers_as_r_has_them)
{
    struct table table, *t = table_open(&table, "outliers");
    open_script(0);
    while (table_next(t)) {
        say_forces(text(t, "measure"), (int)number(t, "year"), !strcmp(text(t, "city"), "with"), 1, false);
        const char *options = options_of(text(t, "variant"));
        ask("local o = stats.outliers({%s}, %s) return o.n, o.mean, o.lower, o.upper, o.reason, o.scale", forces,
            options);
        compare(t, "n", got[0], 0, 0);
        compare(t, "mean", got[1], 1e-9, 0);
        compare(t, "lower", got[2], 1e-9, 0);
        compare(t, "upper", got[3], 1e-9, 0);
        ck_assert_str_eq(word[4], text(t, "reason"));
        ck_assert_str_eq(word[5], text(t, "scale"));
        ask("local o = stats.outliers({%s}, %s) local s = '' for _, place in ipairs(o.places) do s = s .. (place == "
            "'above' and '+' or place == 'below' and '-' or '.') end return o.raw_w, o.raw_p, o.log_w, o.log_p, "
            "o.below, "
            "s",
            forces, options);
        compare(t, "raw_w", got[0], 1e-9, 0);
        compare(t, "raw_p", got[1], 1e-4, 0);
        compare(t, "log_w", got[2], 1e-9, 0);
        compare(t, "log_p", got[3], 1e-4, 0);
        compare(t, "below", got[4], 0, 0);
        ck_assert_str_eq(word[5], text(t, "places"));
    }
    table_close(t, 120);
    script_free(s);
}
END_TEST

START_TEST(neither_order_nor_unit_moves_an_outlier)
{
    open_script(0);
    for (int year = 2018; year <= 2019; year++) {
        char lines[256], places[256];
        const char *say =
            "local o = stats.outliers{%s} local s = '' for i = 1, o.n do s = s .. o.places[%s]:sub(1, 1) end "
            "return o.mean, o.lower, o.upper, o.above, s";
        for (int variant = 0; variant < 3; variant++) { /* as they are, backwards, per 1,000,000 instead of per 1,000 */
            say_forces("ced", year, 0, variant == 2 ? 1000 : 1, variant == 1);
            snprintf(chunk, sizeof chunk, say, forces, variant == 1 ? "o.n + 1 - i" : "i");
            static char copy[sizeof chunk];
            snprintf(copy, sizeof copy, "%s", chunk);
            ask("%s", copy);
            double unit = variant == 2 ? 1000 : 1;
            char now[256];
            snprintf(now, sizeof now, "%.9g %.9g %.9g %g", got[0] / unit, got[1] / unit, got[2] / unit, got[3]);
            if (variant == 0) strcpy(lines, now), strcpy(places, word[4]);
            ck_assert_str_eq(now, lines);
            ck_assert_str_eq(word[4], places);
        }
    }
    script_free(s);
}
END_TEST

/* --- Properties and edges ----------------------------------------------------------------------------------------- */

START_TEST(intervals_hold_their_estimate_and_rise_with_it)
{
    open_script(0);
    ask("for _, name in ipairs{ 'wilson', 'clopper_pearson', 'wald' } do\n"
        "  for _, n in ipairs{ 1, 2, 7, 60, 1000 } do for _, N in ipairs{ 1000, 5000, false } do\n"
        "    local last_lower, last_upper = -1, -1\n"
        "    for k = 0, n, n > 60 and 97 or 1 do\n"
        "      local lower, upper = stats[name](k, n, 0.9, N or nil)\n"
        "      local slack = N and name == 'clopper_pearson' and 1 / N or 1e-12\n"
        "      assert(lower - slack <= k / n and k / n <= upper + slack, name .. k .. '/' .. n)\n"
        "      assert(0 <= lower and upper <= 1)\n"
        "      if name ~= 'wald' then assert(lower >= last_lower and upper >= last_upper) end\n"
        "      last_lower, last_upper = lower, upper\n"
        "    end\n"
        "  end end\n"
        "end\n"
        "local last = -1\n"
        "for k = 0, 200, 7 do local r, lower, upper = stats.rate(k, 50, 1000)\n"
        "  assert(r == k * 20 and lower <= r and r <= upper and lower >= last) last = lower end\n"
        "return 1");
    ck_assert(got[0] == 1);
    script_free(s);
}
END_TEST

START_TEST(edges_are_exact)
{
    open_script(1000000);
    holds("select(1, stats.wilson(0, 60)) == 0 and select(2, stats.wilson(60, 60)) == 1");
    holds("select(1, stats.clopper_pearson(0, 60)) == 0 and select(2, stats.clopper_pearson(60, 60)) == 1");
    holds("select(1, stats.wilson(0, 0)) == 0 and select(2, stats.wilson(0, 0)) == 1");
    holds("select(1, stats.wilson(30, 60, 0.95, 60)) == 0.5 and select(2, stats.wilson(30, 60, 0.95, 60)) == 0.5");
    holds("stats.lower_bound(0, 5) == 0 and stats.upper_bound(5, 5) == 1");
    holds("stats.sample_size(0.05) == 385 and stats.sample_size(0.05, 0.5, 10) == 10");
    holds("math.type(stats.sample_size(0.05)) == 'integer'");
    holds("stats.rate(0, 5) == 0 and select(2, stats.rate(0, 5)) == 0 and select(3, stats.rate(0, 5)) > 0");
    holds("stats.rate_ratio(3, 1, 0, 1).ratio == math.huge and stats.rate_ratio(0, 1, 0, 1).ratio == nil");
    holds("stats.rate_ratio(0, 1, 0, 1).word == 'similar' and stats.rate_ratio(0, 1, 0, 1).p == 1");
    holds("stats.sd{ 3, 3, 3 } == 0 and stats.mean{ 0.1, 0.1, 0.1 } == 0.1");
    holds("stats.quantile({ 4, 1, 9 }, 0) == 1 and stats.quantile({ 4, 1, 9 }, 1) == 9");
    holds("stats.z({ 1, 2, 3 }, 4) == 2");
    holds("stats.outliers{ 2, 2, 2, 2, 2 }.reason == 'not-tested' and stats.outliers{ 2, 2, 2, 2, 2 }.upper == 2");
    holds("stats.outliers{ 2, 2, 2, 2, 2 }.raw_w == nil and stats.outliers{ 2, 2, 2, 2, 2 }.above == 0");
    holds("#stats.outliers({ 1, 2, 3 }, { fewest = 3 }).places == 3");
    holds("stats.outliers({ 1, 2, 3, 2, 2 }, { width = 1.4142135623730951, inclusive = true }).above == 1");
    holds("stats.estimates({ value = 0.917, margin = 0.036 }, { value = 0.936, margin = 0.036 }).word == 'similar'");
    script_free(s);
}
END_TEST

START_TEST(what_is_not_defined_is_nil_and_says_why)
{
    open_script(1000000);
    is_none("difference(0, 0, 3, 10)", "too-few");
    is_none("difference(1 << 53, 1 << 53, 1 << 53, 1 << 53)", "too-large"); /* more than 2^53 together */
    is_none("sample_size(1e-12)", "too-large");
    is_none("rate_ratio(1 << 53, 1, 1, 1)", "too-large");
    is_none("mean{}", "too-few");
    is_none("median{}", "too-few");
    is_none("quantile({}, 0.5)", "too-few");
    is_none("sd{ 1 }", "too-few");
    is_none("z({ 1 }, 1)", "too-few");
    is_none("z({ 2, 2 }, 2)", "no-spread");
    is_none("rank({ 1, 2 }, 3)", "not-in-the-list");
    is_none("shapiro_wilk{ 1, 2 }", "too-few");
    is_none("shapiro_wilk{ 1, 1, 1 }", "no-spread");
    is_none("outliers{ 1, 2, 3, 4 }", "too-few");
    is_none("outliers({ 0, 2, 3, 4, 5 }, { scale = 'log' })", "no-logs");
    ask("local list = {} for i = 1, 5001 do list[i] = i end return stats.shapiro_wilk(list)");
    ck_assert_str_eq(word[1], "too-many");
    script_free(s);
    open_script(0);
    is_none("clopper_pearson(1 << 51, 1 << 52, 0.95, 1 << 53)", "too-large"); /* a spread beyond urn.h's */
    script_free(s);
}
END_TEST

/* --- Messages ----------------------------------------------------------------------------------------------------- */

START_TEST(counts_and_levels_are_checked)
{
    open_script(1000000);
    raises("wilson(12, 10)", "stats.wilson: met is 12, more than the 10 reviewed");
    raises("wilson(1, 10, 0.95, 5)", "stats.wilson: population is 5, fewer than the 10 reviewed");
    raises("wilson(1.5, 10)", "stats.wilson: met wants a whole number from 0 to 2^53, got 1.5");
    raises("wilson(-1, 10)", "stats.wilson: met wants a whole number from 0 to 2^53, got -1");
    raises("wilson(1, 1e16)", "stats.wilson: reviewed wants a whole number from 0 to 2^53, got 1e+16");
    raises("wilson(1, 0/0)", "stats.wilson: reviewed wants a whole number from 0 to 2^53, got nan");
    raises("wilson('1', 10)", "stats.wilson: met wants a whole number from 0 to 2^53, got a text");
    raises("wilson(1)", "stats.wilson: reviewed wants a whole number from 0 to 2^53, got nothing");
    raises("wilson(0, 0, 0.95, 0)", "stats.wilson: population wants a whole number from 1 to 2^53, got 0");
    raises("wald(1, 10, 95)", "stats.wald: level wants a number between 0 and 1, such as 0.95, got 95");
    raises("clopper_pearson(1, 10, {})",
           "stats.clopper_pearson: level wants a number between 0 and 1, such as 0.95, got a table");
    raises("lower_bound(1, 10, 0.4)",
           "stats.lower_bound: confidence wants a number from 0.5 to below 1, such as 0.95, got 0.4");
    raises("upper_bound(1, 10, 1)",
           "stats.upper_bound: confidence wants a number from 0.5 to below 1, such as 0.95, got 1");
    raises("sample_size(0)", "stats.sample_size: margin wants a number above 0 and at most 1, got 0");
    raises("sample_size(5)", "stats.sample_size: margin wants a number above 0 and at most 1, got 5");
    raises("sample_size(0.1, 2)", "stats.sample_size: expected wants a number from 0 to 1, got 2");
    raises("difference(1, 10, 11, 10)", "stats.difference: met2 is 11, more than the 10 reviewed");
    raises("difference(1, 10, 1)", "stats.difference: reviewed2 wants a whole number from 0 to 2^53, got nothing");
    raises("rate(1, 0)", "stats.rate: exposure wants a number above 0, got 0");
    raises("rate(1, 1, -1)", "stats.rate: per wants a number above 0, got -1");
    raises("rate(1, math.huge)", "stats.rate: exposure wants a number above 0, got infinity");
    raises("rate_ratio(1, 1, 1.5, 1)", "stats.rate_ratio: count2 wants a whole number from 0 to 2^53, got 1.5");
    script_free(s);
}
END_TEST

START_TEST(tables_of_fields_are_checked)
{
    open_script(1000000);
    raises("estimates(1, 2)", "stats.estimates: the first wants a table with value and margin, got 1");
    raises("estimates({ value = 1, margin = 1 })",
           "stats.estimates: the second wants a table with value and margin, got nothing");
    raises("estimates({ valu = 1 }, {})", "stats.estimates: the first has no `valu`; did you mean `value`?");
    raises("estimates({ value = 1 }, {})", "stats.estimates: margin wants a number, got nothing");
    raises("estimates({ value = 1, margin = -1 }, {})",
           "stats.estimates: margin wants a number from 0 upwards, got -1");
    raises("estimates({ value = 1, margin = 1, level = 1 }, {})",
           "stats.estimates: level wants a number between 0 and 1, such as 0.95, got 1");
    raises("estimates({ 1, 2 }, {})", "stats.estimates: the first is a table of names, such as { value = … }");
    raises("outliers({}, { alhpa = 1 })", "stats.outliers: the table of options has no `alhpa`; did you mean `alpha`?");
    raises("outliers({}, { zzz = 1, yyy = 1, kurtosis = 1 })",
           "stats.outliers: the table of options has no `kurtosis`");
    raises("outliers({}, { [('x'):rep(100)] = 1 })", "stats.outliers: the table of options has no `…`");
    raises("outliers({}, { divisor = 'sample' })", "stats.outliers: the table of options has no `divisor`");
    raises("outliers({}, 'log')", "stats.outliers: the table of options wants a table with fields, got a text");
    raises("outliers({}, { alpha = 5 })", "stats.outliers: alpha wants a number from 0 to 1, got 5");
    raises("outliers({}, { better = 'p' })", "stats.outliers: better is \"w\" or \"pass\", got `p`");
    raises("outliers({}, { scale = 'logs' })", "stats.outliers: scale is \"by-test\", \"raw\" or \"log\", got `logs`");
    raises("outliers({}, { scale = 1 })", "stats.outliers: scale wants \"by-test\", \"raw\" or \"log\", got 1");
    raises("outliers({}, { deviation = 'n' })", "stats.outliers: deviation is \"sample\" or \"population\", got `n`");
    raises("outliers({}, { mean = true })", "stats.outliers: mean wants \"scale\" or \"values\", got a boolean");
    raises("outliers({}, { log_shift = 'x' })", "stats.outliers: log_shift wants a number, got a text");
    raises("outliers({}, { width = 0 })", "stats.outliers: width wants a number above 0, got 0");
    raises("outliers({}, { inclusive = 1 })", "stats.outliers: inclusive wants true or false, got 1");
    raises("outliers({}, { fewest = 1 })", "stats.outliers: fewest wants a whole number from 2 upwards, got 1");
    script_free(s);
}
END_TEST

START_TEST(lists_are_checked)
{
    open_script(1000000);
    raises("mean(3)", "stats.mean wants a list of numbers, got 3");
    raises("mean()", "stats.mean wants a list of numbers, got nothing");
    raises("mean{ a = 1 }", "stats.mean wants a list of numbers, got a table with names");
    raises("sd{ 1, 'x', 3 }", "stats.sd: item 2 of the list is a text; it wants numbers");
    raises("median{ 1, 2, 0/0 }", "stats.median: item 3 of the list is nan; it wants numbers");
    raises("outliers{ 1, -math.huge }", "stats.outliers: item 2 of the list is minus infinity; it wants numbers");
    raises("z({ 1, false }, 1)", "stats.z: item 2 of the list is a boolean; it wants numbers");
    raises("z({ 1, 2 })", "stats.z: value wants a number, got nothing");
    raises("quantile({ 1 }, 50)", "stats.quantile: p wants a number from 0 to 1, got 50");
    raises("rank({ 1 }, 1, 'top')", "stats.rank: the end to count from is \"lowest\" or \"highest\", got `top`");
    raises("rank({ 1 }, 1, ('x'):rep(70))",
           "stats.rank: the end to count from wants \"lowest\" or \"highest\", got a text");
    script_free(s);
    open_script(0);
    raises("mean((function() local t = {} for i = 1, 1000001 do t[i] = 1 end return t end)())",
           "stats.mean: the list has 1000001 items; at most 1,000,000");
    script_free(s);
}
END_TEST

START_TEST(the_table_is_sealed_and_its_names_are_known)
{
    open_script(1000000);
    raises("wilsen(1, 2)", "`stats` has no `wilsen`; did you mean `wilson`?");
    snprintf(chunk, sizeof chunk, "stats.wilson = 1");
    ck_assert_int_eq(run(), GATE_RAISED);
    ck_assert_str_eq(fault.message, "`stats` belongs to every rule: it cannot be changed");
    holds("tostring(stats.wilson) == 'function'");
    script_free(s);
}
END_TEST

/* --- The page ----------------------------------------------------------------------------------------------------- */

/* A number to as many decimals as the page has, or a word. */
static void is_shown(const char *line, int i, const char *shown)
{
    char *end;
    double want = strtod(shown, &end);
    const char *point = strchr(shown, '.');
    double half = 0.5 * pow(10, point ? -(double)strlen(point + 1) : 0) * (point ? 1.0001 : 0);
    if (!strcmp(shown, "nil"))
        ck_assert_msg(isnan(got[i]) && !word[i][0], "%s", line);
    else if (*end || end == shown)
        ck_assert_str_eq(word[i], shown);
    else
        ck_assert_msg(fabs(got[i] - want) <= half, "%s: got %.17g", line, got[i]);
}

/* `stats.wilson(52, 60)  --> 0.7584, 0.9309` */
static bool hold_example(char *line)
{
    char *arrow = strstr(line, "-->"), call[512];
    if (strncmp(line, "stats.", 6) != 0 || !arrow) return false;
    snprintf(call, sizeof call, "%.*s", (int)(arrow - line), line);
    ask("return %s", call);
    int i = 0;
    for (char *shown = strtok(arrow + 3, ", \n"); shown; shown = strtok(NULL, ", \n")) is_shown(call, i++, shown);
    ck_assert_int_gt(i, 0);
    ck_assert_msg(i == ANSWERS || (isnan(got[i]) && !word[i][0]), "%s answers more", call);
    return true;
}

START_TEST(the_examples_of_the_page_are_true)
{
    const char *root = getenv("ROOT");
    char path[1024], line[1024];
    int examples = 0;
    snprintf(path, sizeof path, "%s/rules/README.md", root ? root : ".");
    FILE *page = fopen(path, "r");
    ck_assert_ptr_nonnull(page);
    open_script(1000000);
    while (fgets(line, sizeof line, page)) examples += hold_example(line);
    ck_assert_int_ge(examples, 20);
    fclose(page);
    script_free(s);
}
END_TEST

static void stops(const char *text)
{
    snprintf(chunk, sizeof chunk, "%s", text);
    ck_assert_msg(run() == GATE_STOPPED, "%s", text);
    ck_assert_str_eq(fault.message, "more than 1,000,000 instructions");
}

START_TEST(what_takes_long_is_charged)
{
    open_script(1000000);
    stops("while true do stats.wilson(1, 2) end");
    stops("for i = 1, 250 do stats.clopper_pearson(i, 1000) end");
    stops("stats.clopper_pearson(1 << 31, 1 << 32, 0.95, 1 << 53)");
    stops("for i = 1, 6000 do stats.difference(3, 1 << 51, 1, 1 << 51) end");
    stops("for i = 1, 400 do stats.rate(1 << 53, 1) end");
    stops("for i = 1, 200 do stats.rate_ratio(i, 1, 3, 2) end");
    stops("local t = {} for i = 1, 1000 do t[i] = i * i % 101 end for i = 1, 60 do stats.median(t) end");
    stops("local t = {} for i = 1, 1000 do t[i] = i * i % 101 end for i = 1, 40 do stats.outliers(t) end");
    /* a border of a list where there are few items */
    stops("return stats.mean{ [1] = 1, [2] = 1, [4] = 1, [8] = 1, [16] = 1, [32] = 1, [64] = 1, [128] = 1, [256] = 1, "
          "[512] = 1, [1024] = 1, [2048] = 1, [4096] = 1, [8192] = 1, [16384] = 1, [32768] = 1, [65536] = 1, [131072] "
          "= 1, [262144] = 1, [524288] = 1 }");
    script_free(s);
}
END_TEST

UNIT("stats", proportions_as_r_has_them, sample_sizes_as_r_has_them, differences_as_r_has_them, estimates_as_r_has_them,
     rates_as_r_has_them, normality_as_r_has_it, cohorts_as_r_has_them, outliers_as_r_has_them,
     neither_order_nor_unit_moves_an_outlier, intervals_hold_their_estimate_and_rise_with_it, edges_are_exact,
     what_is_not_defined_is_nil_and_says_why, counts_and_levels_are_checked, tables_of_fields_are_checked,
     lists_are_checked, the_table_is_sealed_and_its_names_are_known, the_examples_of_the_page_are_true,
     what_takes_long_is_charged);
