/* clock.h: time for people who wait, and for --verbose. Never for results. */
#ifndef CLI_CLOCK_H
#define CLI_CLOCK_H
#include <stdint.h>

int64_t clock_now(void);      /* ns, monotonic */
long clock_peak_memory(void); /* KiB of this process at most so far */
#endif
