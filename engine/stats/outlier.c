/* outlier.c: the outlier lines of a cohort. */
#include "stats/outlier.h"

#include <math.h>
#include <string.h>

#define ON_LINE 1e-9 /* of an SD: nearer than this, rounding would decide */

const struct outlier_rules outlier_rules_default = {
    .choice = CHOOSE_BY_TEST,
    .alpha = 0.05,
    .better = BETTER_BY_W,
    .log_shift = 0,
    .divisor = DIVISOR_SAMPLE,
    .mean = MEAN_OF_SCALE,
    .width = 1,
    .inclusive = 0,
    .fewest = 5,
};

static int are_rules(const struct outlier_rules *r)
{
    return r->alpha >= 0 && r->alpha <= 1 && isfinite(r->log_shift) && r->width > 0 && isfinite(r->width) &&
           r->fewest >= 2;
}

static enum outlier_status examine(const double *values, size_t n, const struct outlier_rules *rules)
{
    if (!are_rules(rules)) return OUTLIER_BAD_RULES;
    if (!numbers_is_finite(values, n)) return OUTLIER_NOT_FINITE;
    return n < rules->fewest ? OUTLIER_TOO_FEW : OUTLIER_DONE;
}

/* Raw by test, or else logs by the reading of "more normal". `logs`: there are some. */
static enum outlier_reason reason_for(const struct outlier_lines *l, int logs)
{
    if (l->rules.choice != CHOOSE_BY_TEST) return REASON_ASKED;
    if (l->raw.status != NORMALITY_TESTED) return REASON_NOT_TESTED;
    if (l->raw.p >= l->rules.alpha) return REASON_LOOKS_NORMAL;
    if (!logs) return REASON_NOT_POSITIVE;
    int better = l->rules.better == BETTER_BY_W ? l->logged.w > l->raw.w : l->logged.p >= l->rules.alpha;
    return better ? REASON_LOGS_BETTER : REASON_LOGS_NO_BETTER;
}

static void take_logs(double *sorted, size_t n, double shift)
{
    for (size_t i = 0; i < n; i++) sorted[i] = log(sorted[i] + shift);
}

static double from_scale(const struct outlier_lines *l, double x)
{
    return l->scale == SCALE_LOG ? exp(x) - l->rules.log_shift : x;
}

static void draw(struct outlier_lines *l, double mean_of_values)
{
    double off = l->rules.width * l->moments.sd;
    l->mean = l->rules.mean == MEAN_OF_VALUES ? mean_of_values : from_scale(l, l->moments.mean);
    l->lower = from_scale(l, l->moments.mean - off);
    l->upper = from_scale(l, l->moments.mean + off);
}

/* Tests both scales and draws in the one that follows. The log keeps the order, so one sort serves both. */
static void decide(struct outlier_lines *l, double *sorted)
{
    size_t n = l->n;
    numbers_sort(sorted, n);
    int logs = sorted[0] + l->rules.log_shift > 0;
    struct numbers_moments raw = numbers_moments(sorted, n, l->rules.divisor);
    l->raw = shapiro_wilk(sorted, n);
    if (logs) {
        take_logs(sorted, n, l->rules.log_shift);
        l->logged = shapiro_wilk(sorted, n);
    }
    if (l->rules.choice == CHOOSE_LOG && !logs) {
        l->status = OUTLIER_NO_LOGS;
        return;
    }
    l->reason = reason_for(l, logs);
    l->scale = l->rules.choice == CHOOSE_LOG || l->reason == REASON_LOGS_BETTER ? SCALE_LOG : SCALE_RAW;
    l->moments = l->scale == SCALE_LOG ? numbers_moments(sorted, n, l->rules.divisor) : raw;
    draw(l, raw.mean);
}

double outlier_z(const struct outlier_lines *lines, double value)
{
    if (lines->status != OUTLIER_DONE || isnan(value)) return NAN;
    if (lines->scale == SCALE_RAW) return numbers_z(value, lines->moments);
    double shifted = value + lines->rules.log_shift;
    return shifted > 0 ? numbers_z(log(shifted), lines->moments) : -INFINITY;
}

enum outlier_place outlier_place(const struct outlier_lines *lines, double value)
{
    double z = outlier_z(lines, value), beyond = fabs(z) - lines->rules.width;
    int outside = lines->rules.inclusive ? beyond >= -ON_LINE : beyond > ON_LINE;
    if (!outside) return PLACE_WITHIN;
    return z < 0 ? PLACE_BELOW : PLACE_ABOVE;
}

static void count(struct outlier_lines *l, const double *values, enum outlier_place *places)
{
    for (size_t i = 0; i < l->n; i++) {
        enum outlier_place place = outlier_place(l, values[i]);
        l->below += place == PLACE_BELOW;
        l->above += place == PLACE_ABOVE;
        if (places) places[i] = place;
    }
}

void outlier_lines(const double *values, size_t n, const struct outlier_rules *rules, struct outlier_lines *lines,
                   enum outlier_place *places, double *scratch)
{
    static const struct normality untested = {NORMALITY_NO_SPREAD, NAN, NAN};
    *lines = (struct outlier_lines){.status = examine(values, n, rules),
                                    .n = n,
                                    .raw = untested,
                                    .logged = untested,
                                    .mean = NAN,
                                    .lower = NAN,
                                    .upper = NAN,
                                    .moments = {NAN, NAN},
                                    .rules = *rules};
    if (lines->status == OUTLIER_DONE) {
        memcpy(scratch, values, n * sizeof *values);
        decide(lines, scratch);
    }
    count(lines, values, places);
}
