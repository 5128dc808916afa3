/* progress.h: a line that tells how far a long run is; on a terminal only, and only after a second. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H
#include <stdbool.h>
#include <stdint.h>

struct progress {
    bool on, shown;
    int64_t start, last;
};
void progress_start(struct progress *p, bool on);
void progress_tell(struct progress *p, uint64_t done, uint64_t count);
void progress_clear(struct progress *p); /* before anything else is written, and at the end */
#endif
