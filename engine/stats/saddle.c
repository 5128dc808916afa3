/* saddle.c: Loader's saddle-point forms. */
#define _DEFAULT_SOURCE /* lgamma_r: lgamma itself writes a global */
#include "stats/saddle.h"

#include <float.h>
#include <math.h>
#include <stddef.h>

#define LOG_2PI 1.83787706640934548356

double stirling_remainder(double x)
{
    /* B(2k) / (2k (2k - 1)): 1/12, -1/360, 1/1260, -1/1680, 1/1188, -691/360360, 1/156, -3617/122400 */
    static const double series[] = {1 / 12.0,   -1 / 360.0,      1 / 1260.0, -1 / 1680.0,
                                    1 / 1188.0, -691 / 360360.0, 1 / 156.0,  -3617 / 122400.0};
    int sign;
    if (x < 16) return lgamma_r(x + 1, &sign) - (x + 0.5) * log(x) + x - LOG_2PI / 2;
    double square = x * x, sum = 0;
    for (size_t i = sizeof series / sizeof *series; i-- > 0;) sum = sum / square + series[i];
    return sum / x;
}

double deviance(double x, double m)
{
    if (fabs(x - m) >= 0.1 * (x + m)) return x * log(x / m) + m - x;
    double v = (x - m) / (x + m), sum = (x - m) * v, term = 2 * x * v;
    for (int j = 1; j < 100; j++) {
        term *= v * v;
        double next = sum + term / (2 * j + 1);
        if (next == sum) break;
        sum = next;
    }
    return sum;
}

double log_poisson(double x, double m)
{
    if (m == 0) return x == 0 ? 0 : -INFINITY;
    if (x == 0) return -m;
    return -stirling_remainder(x) - deviance(x, m) - (LOG_2PI + log(x)) / 2;
}

double log_binomial(double x, double y, double p, double q)
{
    double n = x + y;
    if (p == 0) return x == 0 ? 0 : -INFINITY;
    if (q == 0) return y == 0 ? 0 : -INFINITY;
    if (x == 0) return n * (p < 0.5 ? log1p(-p) : log(q));
    if (y == 0) return n * (q < 0.5 ? log1p(-q) : log(p));
    double remainder = stirling_remainder(n) - stirling_remainder(x) - stirling_remainder(y);
    return remainder - deviance(x, n * p) - deviance(y, n * q) - (LOG_2PI + log(x) + log(y / n)) / 2;
}
