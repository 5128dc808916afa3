/* words.c: one list per enumeration, in its order; the assertions hold the lists to the last enumerators. */
#include "stats/words.h"
#include <stddef.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))
#define WORDS(type, last, ...)                                                                                         \
    const char *type##_name(enum type at)                                                                              \
    {                                                                                                                  \
        static const char *const words[] = {__VA_ARGS__};                                                              \
        _Static_assert(COUNT(words) == (last) + 1, "a word for each of them");                                         \
        return (size_t)at < COUNT(words) ? words[at] : NULL;                                                           \
    }

WORDS(proportion_method, PROPORTION_WALD, "wilson", "clopper-pearson", "wald")
WORDS(comparison, COMPARISON_HIGHER, "unknown", "similar", "lower", "higher")
WORDS(difference_test, DIFFERENCE_ESTIMATES, "untested", "pooled-z", "fisher", "estimates")
WORDS(numbers_divisor, DIVISOR_POPULATION, "sample", "population")
WORDS(rank_from, RANK_FROM_HIGHEST, "lowest", "highest")
WORDS(normality_status, NORMALITY_NO_SPREAD, "tested", "too-few", "too-many", "no-spread")
WORDS(outlier_choice, CHOOSE_LOG, "by-test", "raw", "log")
WORDS(outlier_scale, SCALE_LOG, "raw", "log")
WORDS(outlier_better, BETTER_BY_PASS, "w", "pass")
WORDS(outlier_mean, MEAN_OF_VALUES, "scale", "values")
WORDS(outlier_status, OUTLIER_BAD_RULES, "done", "too-few", "not-finite", "no-logs", "bad-rules")
WORDS(outlier_reason, REASON_NOT_TESTED, "none", "asked", "looks-normal", "logs-better", "logs-no-better",
      "not-positive", "not-tested")
WORDS(outlier_place, PLACE_ABOVE, "within", "below", "above")
