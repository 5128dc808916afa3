/* normal.c: the standard normal distribution. */
#include "stats/normal.h"

#include <math.h>
#include <stddef.h>

#define SQRT_HALF 0.70710678118654752440

double normal_cdf(double x) { return 0.5 * erfc(-x * SQRT_HALF); }
double normal_two_sided(double z) { return erfc(fabs(z) * SQRT_HALF); }

/* A ratio of two polynomials of the seventh degree, lowest coefficient first. */
struct ratio {
    double above[8], below[8];
};

/* Wichura 1988, AS 241, PPND16. */
static const struct ratio centre = {
    {3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
     4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3},
    {1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3, 2.1213794301586595867e+4,
     3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3}};
static const struct ratio tail = {
    {1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
     1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4},
    {1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
     1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9}};
static const struct ratio far_tail = {
    {6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
     2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7},
    {1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4,
     1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15}};

static double polynomial(const double c[8], double x)
{
    double sum = c[7];
    for (size_t i = 7; i-- > 0;) sum = sum * x + c[i];
    return sum;
}

static double at(const struct ratio *ratio, double x)
{
    return polynomial(ratio->above, x) / polynomial(ratio->below, x);
}

/* The quantile of 1/2 + q for |q| <= 0.425. */
static double near_centre(double q) { return q * at(&centre, 0.180625 - q * q); }

/* How far out the point lies that leaves `outside` beyond it, outside < 0.075. */
static double out_in_tail(double outside)
{
    double r = sqrt(-log(outside));
    return r <= 5 ? at(&tail, r - 1.6) : at(&far_tail, r - 5);
}

double normal_quantile(double p)
{
    if (!(p >= 0 && p <= 1)) return NAN;
    if (p == 0 || p == 1) return p == 0 ? -INFINITY : INFINITY;
    double q = p - 0.5;
    if (fabs(q) <= 0.425) return near_centre(q);
    return q < 0 ? -out_in_tail(p) : out_in_tail(1 - p);
}

double normal_deviate(double level)
{
    if (!(level > 0 && level < 1)) return NAN;
    return level <= 0.85 ? near_centre(level / 2) : out_in_tail((1 - level) / 2);
}

double normal_deviate_one_sided(double confidence)
{
    return confidence >= 0.5 && confidence < 1 ? normal_quantile(confidence) : NAN;
}
