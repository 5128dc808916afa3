/* normality.c: Shapiro-Wilk, after Royston's description of AS R94. Written from the papers: R's C version is GPL. */
#include "stats/normality.h"

#include "stats/normal.h"

#include <math.h>

#define N_MIN 3
#define N_MAX 5000

/* The antisymmetric weights of the ordered values: a_i = -a_(n+1-i); only the lower half has a formula. The two outmost
 * come from polynomials, the rest are the expected normal order statistics (Blom's scores) by one factor. */
struct weights {
    double n, outmost, second, factor;
};

static double polynomial(const double *c, size_t terms, double x)
{
    double sum = 0;
    while (terms > 0) sum = sum * x + c[--terms];
    return sum;
}
#define POLYNOMIAL(c, x) polynomial(c, sizeof(c) / sizeof *(c), x)

/* Blom's approximation of the i-th expected order statistic of n, i from 1. */
static double score(double n, size_t i) { return normal_quantile(((double)i - 0.375) / (n + 0.25)); }

static double sum_of_squared_scores(size_t n)
{
    double sum = 0;
    for (size_t i = 1; i <= n / 2; i++) {
        double m = score((double)n, i);
        sum += m * m;
    }
    return 2 * sum;
}

static struct weights weights_for(size_t n)
{
    static const double outmost[] = {0, 0.221157, -0.147981, -2.071190, 4.434685, -2.706056};
    static const double second[] = {0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633};
    if (n == 3) return (struct weights){3, -sqrt(0.5), NAN, NAN};
    double squares = sum_of_squared_scores(n), size = sqrt(squares), u = 1 / sqrt((double)n);
    double m1 = score((double)n, 1), m2 = score((double)n, 2);
    struct weights w = {(double)n, m1 / size - POLYNOMIAL(outmost, u), NAN, NAN};
    double left = squares - 2 * m1 * m1, room = 1 - 2 * w.outmost * w.outmost;
    if (n > 5) {
        w.second = m2 / size - POLYNOMIAL(second, u);
        left -= 2 * m2 * m2;
        room -= 2 * w.second * w.second;
    }
    w.factor = sqrt(left / room);
    return w;
}

/* The weight of the i-th smallest, i from 1 to n / 2. */
static double weight(const struct weights *w, size_t i)
{
    if (i == 1) return w->outmost;
    if (i == 2 && w->n > 5) return w->second;
    return score(w->n, i) / w->factor;
}

/* 1 - W = 1 - r^2, r the correlation of weights and values: (|a| |x| - a.x)(|a| |x| + a.x) / (|a|^2 |x|^2). Values are
 * measured from the median in units of their range. */
static double one_minus_w(const double *sorted, size_t n)
{
    const struct weights w = weights_for(n);
    double from = sorted[n / 2], range = sorted[n - 1] - sorted[0], mean = 0;
    for (size_t i = 0; i < n; i++) mean += (sorted[i] - from) / range / (double)n;
    double aa = 0, xx = 0, ax = 0;
    for (size_t i = 0; i < n; i++) {
        size_t place = i < n / 2 ? i + 1 : n - i;
        double a = 2 * i + 1 == n ? 0 : weight(&w, place), x = (sorted[i] - from) / range - mean;
        if (i >= n / 2) a = -a;
        aa += a * a;
        xx += x * x;
        ax += a * x;
    }
    double size = sqrt(aa * xx);
    return (size - ax) * (size + ax) / (aa * xx);
}

static double p_of_three(double w)
{
    double p = 6 / acos(-1) * (asin(sqrt(w)) - asin(sqrt(0.75)));
    return p < 0 ? 0 : p;
}

static double p_of(double lost, double n)
{
    static const double limit[] = {-2.273, 0.459};
    static const double few_mean[] = {0.5440, -0.39978, 0.025054, -6.714e-4};
    static const double few_log_sd[] = {1.3822, -0.77857, 0.062767, -0.0020322};
    static const double many_mean[] = {-1.5861, -0.31082, -0.083751, 0.0038915};
    static const double many_log_sd[] = {-0.4803, -0.082676, 0.0030302};
    double y = log(lost);
    if (n > 11) {
        double x = log(n);
        return normal_cdf(-(y - POLYNOMIAL(many_mean, x)) / exp(POLYNOMIAL(many_log_sd, x)));
    }
    double most = POLYNOMIAL(limit, n); /* above y for every n from 4 on, as W is at least n / (n - 1) times a_1^2 */
    return normal_cdf(-(-log(most - y) - POLYNOMIAL(few_mean, n)) / exp(POLYNOMIAL(few_log_sd, n)));
}

struct normality shapiro_wilk(const double *sorted, size_t n)
{
    struct normality test = {NORMALITY_TESTED, NAN, NAN};
    if (n < N_MIN)
        test.status = NORMALITY_TOO_FEW;
    else if (n > N_MAX)
        test.status = NORMALITY_TOO_MANY;
    else if (!(sorted[n - 1] > sorted[0]) || !isfinite(sorted[n - 1] - sorted[0]))
        test.status = NORMALITY_NO_SPREAD;
    if (test.status != NORMALITY_TESTED) return test;
    double lost = fmax(one_minus_w(sorted, n), 0);
    test.w = 1 - lost;
    test.p = n == 3 ? p_of_three(test.w) : p_of(lost, (double)n);
    return test;
}
