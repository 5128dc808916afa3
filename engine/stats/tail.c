/* tail.c: quadrature and root finding for log-concave tails. */
#include "stats/tail.h"

#include <float.h>
#include <math.h>
#include <stddef.h>

#define PANELS 8
#define HALF_NODES 8

static const double node[HALF_NODES] = {0.09501250983763744018532, 0.28160355077925891323046, 0.45801677765722738634242,
                                        0.61787624440264374844667, 0.75540440835500303389510, 0.86563120238783174388047,
                                        0.94457502307323257607799, 0.98940093499164993259615};
static const double weight[HALF_NODES] = {
    0.18945061045506849628540, 0.18260341504492358886676, 0.16915651939500253818931, 0.14959598881657673208150,
    0.12462897125553387205248, 0.09515851168249278480993, 0.06225352393864789286284, 0.02715245941175409485178};

/* A distance where the shape is between -60 and -38: what lies beyond does not count. */
static double reach(tail_shape *shape, const void *of, double scale)
{
    double near = 0, far = INFINITY, s = scale;
    for (int i = 0; i < 400; i++) {
        double g = shape(of, s);
        if (isnan(g)) return NAN;
        if (g >= -60 && g <= -38) return s;
        if (g < -60)
            far = s;
        else
            near = s;
        s = far == INFINITY ? s * 8 : near == 0 ? s / 8 : near + (far - near) / 2;
    }
    return NAN;
}

static double panel(tail_shape *shape, const void *of, double from, double width)
{
    double half = width / 2, middle = from + half, sum = 0;
    for (size_t i = 0; i < HALF_NODES; i++)
        sum += weight[i] * (exp(shape(of, middle - half * node[i])) + exp(shape(of, middle + half * node[i])));
    return sum * half;
}

double tail_integral(tail_shape *shape, const void *of, double scale)
{
    double to = reach(shape, of, scale), sum = 0;
    for (int i = 1; i < PANELS; i++, to /= 2) sum += panel(shape, of, to / 2, to / 2); /* the small ones first */
    return sum + panel(shape, of, 0, to);
}

double tail_quantile(tail_at *at, const void *of, double log_area, enum tail side, double start)
{
    double t = start, last = start, outward = side == TAIL_LOWER ? -1 : 1;
    for (int i = 0; i < 200; i++) {
        struct log_tail now = at(of, t, side);
        if (!(now.area >= 2 * log_area - 5)) { /* too far out, perhaps where nothing can be computed */
            t = last + (t - last) / 2;
            continue;
        }
        double step = outward * (now.area - log_area) * now.width;
        last = t;
        t += step;
        /* Newton's error is about the square of its step, in units of the width: after this one it is rounding. */
        if (fabs(step) <= 1e-7 * now.width || fabs(step) <= 4 * DBL_EPSILON * fabs(t)) return t;
    }
    return NAN;
}
