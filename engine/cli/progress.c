/* progress.c: at most five lines a second, each over the last. */
#include "cli/progress.h"
#include "cli/clock.h"
#include "cli/console.h"
#include <stdio.h>

#define PATIENCE 1000000000 /* ns until the first line */
#define PAUSE 200000000

void progress_start(struct progress *p, bool on) { *p = (struct progress){.on = on, .start = on ? clock_now() : 0}; }

void progress_tell(struct progress *p, uint64_t done, uint64_t count)
{
    if (!p->on) return;
    int64_t now = clock_now();
    if (now - p->start < PATIENCE || now - p->last < PAUSE) return;
    char text[96];
    int n = snprintf(text, sizeof text, "\r\033[K%llu of %llu organisations", (unsigned long long)done,
                     (unsigned long long)count);
    console_error(text, (size_t)n);
    p->last = now;
    p->shown = true;
}

void progress_clear(struct progress *p)
{
    if (p->shown) console_error("\r\033[K", 4);
    p->shown = false;
}
